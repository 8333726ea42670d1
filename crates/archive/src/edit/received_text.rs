//! A text as it was received: the bytes that brought it, what was read of them, and the pictures that came inside.

use std::sync::Arc;

use muragat_language as language;

use crate::record::FileRecord;
use crate::values;

/// A file as it was received.
#[derive(Debug, Clone)]
pub struct ReceivedFile {
    /// Its bytes, kept as they are; many texts may have come in one file.
    pub bytes: Arc<[u8]>,
    /// What is known of it; its UUID, digest and size are filled in as it is stored.
    pub record: FileRecord,
}

/// A picture that came inside a file.
#[derive(Debug, Clone)]
pub struct ReceivedPicture {
    /// How it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is written for it there.
    pub caption: Option<String>,
    /// Its alternative text there.
    pub alternative: Option<String>,
}

/// What is written for a photo, in a document that shows it or in a file beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotoWords {
    /// Its caption.
    pub caption: Option<String>,
    /// Its alternative text.
    pub alternative: Option<String>,
    /// Whom to name with it.
    pub credit: Option<String>,
    /// Who took it.
    pub photographer: Option<String>,
    /// Who has the rights to it.
    pub rights: Option<String>,
}

impl PhotoWords {
    /// The same, with whom to name taken out of the caption: one that says nothing else is no caption.
    pub(crate) fn with_credit_apart(mut self) -> PhotoWords {
        let Some(caption) = self.caption.as_deref().map(str::trim) else {
            return self;
        };
        let credits = language::photo_credits(caption);
        if let [credit] = credits.as_slice()
            && self.credit.is_none()
            && !caption.contains('\n')
            && names_somebody(&credit.text)
        {
            self.credit = Some(credit.text.clone());
            self.caption = None;
        }
        self
    }
}

/// Whether words behind «Сурет:» are a name or a press service, and not what the photo shows.
fn names_somebody(words: &str) -> bool {
    let folded = language::fold(words);
    let is_press = ["баспасоз", "пресс-служб", "пресс-цент", "press"]
        .iter()
        .any(|press| folded.contains(press));
    let begins_large = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_none_or(char::is_uppercase)
    };
    let all: Vec<&str> = words.split_whitespace().collect();
    is_press || all.len() <= 4 && all.iter().all(|word| begins_large(word))
}

/// A text as it was received, for [`crate::Archive::add_received`].
#[derive(Debug, Clone)]
pub struct ReceivedText {
    /// The bytes that brought it; the first is the file that was given, the others came inside it.
    pub files: Vec<ReceivedFile>,
    /// The text, with `\n` line ends.
    pub text: String,
    /// Pictures that came inside and become its photos.
    pub pictures: Vec<ReceivedPicture>,
    /// Whether the last file brought this text and no other: then the same file again is the same text again.
    pub has_own_file: bool,
}

impl ReceivedFile {
    /// A file of which no more is known than what it is.
    pub fn new(name: &str, media_type: &str, bytes: Vec<u8>) -> ReceivedFile {
        let name = match name.is_empty() {
            true => "text.txt",
            false => name,
        };
        ReceivedFile {
            bytes: bytes.into(),
            record: FileRecord {
                id: String::new(),
                name: values::shown_name(name),
                sha256: String::new(),
                size: 0,
                media_type: media_type.to_owned(),
                encoding: None,
                pronom: None,
                derivation: None,
                source: None,
            },
        }
    }
}

impl ReceivedText {
    /// A plain text, which is read by decoding it.
    pub fn of_plain_text(name: &str, bytes: &[u8], decoded: language::Decoded) -> ReceivedText {
        let mut file = ReceivedFile::new(name, "text/plain", bytes.to_vec());
        file.record.encoding = Some(decoded.encoding.label().to_owned());
        ReceivedText {
            files: vec![file],
            text: decoded.text,
            pictures: Vec::new(),
            has_own_file: true,
        }
    }

    /// How the file is called that was given.
    pub fn name(&self) -> &str {
        self.files
            .first()
            .map_or("", |file| file.record.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_that_only_says_who_took_the_photo_is_its_credit() {
        for (caption, credit) in [
            ("Сурет: Қ. Әлиев", Some("Қ. Әлиев")),
            ("Фото: Асхат Серіков.", Some("Асхат Серіков")),
            (
                "(Сурет: аудан әкімдігінің баспасөз қызметі)",
                Some("аудан әкімдігінің баспасөз қызметі"),
            ),
            ("Сурет: ауыл мектебі", None),
            ("Суретте: жаңа емхана", None),
            ("Жаңа емхана", None),
        ] {
            let words = PhotoWords {
                caption: Some(caption.to_owned()),
                ..PhotoWords::default()
            };
            let apart = words.with_credit_apart();
            assert_eq!(apart.credit.as_deref(), credit, "{caption}");
            assert_eq!(apart.caption.is_none(), credit.is_some(), "{caption}");
        }
    }
}
