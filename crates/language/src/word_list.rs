//! Lists of words that a grammar asks about, as data: files of assets/gazetteers/words, one entry a line, `#` begins a
//! remark.

use std::collections::HashSet;
use std::sync::OnceLock;

/// A list of words, or of beginnings or ends of words, read when it is asked first.
pub(crate) struct WordList {
    file: &'static str,
    words: OnceLock<HashSet<&'static str>>,
}

impl WordList {
    /// A list by its file's text.
    pub const fn of(file: &'static str) -> WordList {
        WordList {
            file,
            words: OnceLock::new(),
        }
    }

    fn words(&self) -> &HashSet<&'static str> {
        let entry = |line: &'static str| line.split('#').next().unwrap_or_default().trim();
        self.words.get_or_init(|| {
            let entries = self.file.lines().map(entry);
            entries.filter(|entry| !entry.is_empty()).collect()
        })
    }

    /// The entries, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words().iter().copied()
    }

    /// Whether a word is an entry, to the letter.
    pub fn has(&self, word: &str) -> bool {
        self.words().contains(word)
    }

    /// Whether a word begins with an entry.
    pub fn begins(&self, word: &str) -> bool {
        self.iter().any(|entry| word.starts_with(entry))
    }

    /// Whether a word ends with an entry.
    pub fn ends(&self, word: &str) -> bool {
        self.iter().any(|entry| word.ends_with(entry))
    }
}

/// The list of a file of assets/gazetteers/words, by its path there without the ending.
macro_rules! word_list {
    ($path:literal) => {
        $crate::word_list::WordList::of(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../assets/gazetteers/words/",
            $path,
            ".txt"
        )))
    };
}
pub(crate) use word_list;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_lines_without_remarks() {
        static LIST: WordList = WordList::of("# of a test\nбас\n\nалдын # and more\n");
        assert!(LIST.has("бас") && LIST.has("алдын"));
        assert!(!LIST.has("басы") && !LIST.has("") && !LIST.has("# of a test"));
        assert!(LIST.begins("басы") && !LIST.begins("ба"));
        assert!(LIST.ends("тұрбас") && !LIST.ends("басы"));
        assert_eq!(LIST.iter().count(), 2);
    }
}
