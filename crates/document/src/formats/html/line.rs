//! Words of a paragraph as they come, with blanks as a browser shows them.

/// Words that are being put together.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    /// Whether a blank is due before the next word.
    is_parted: bool,
}

impl Line {
    /// Adds words; blanks and line ends of the source are one blank.
    pub fn add(&mut self, words: &str) {
        for c in words.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.is_parted = true;
            } else if !c.is_control() {
                self.part();
                self.text.push(c);
            }
        }
    }

    /// Adds words whose blanks and line ends are kept.
    pub fn add_as_it_stands(&mut self, words: &str) {
        self.part();
        self.text.extend(
            words
                .chars()
                .filter(|c| !c.is_control() || matches!(c, '\n' | '\t')),
        );
    }

    /// Ends the line within the paragraph.
    pub fn end_line(&mut self) {
        self.is_parted = false;
        self.text.push('\n');
    }

    /// Parts what comes from what was, by a blank.
    pub fn add_blank(&mut self) {
        self.is_parted = true;
    }

    /// Takes the paragraphs: an empty line parts two.
    pub fn take(&mut self) -> Vec<String> {
        self.is_parted = false;
        let text = std::mem::take(&mut self.text);
        let mut paragraphs = Vec::new();
        let mut paragraph = String::new();
        for line in text.split('\n') {
            if line.trim().is_empty() {
                paragraphs.push(std::mem::take(&mut paragraph));
                continue;
            }
            if !paragraph.is_empty() {
                paragraph.push('\n');
            }
            paragraph.push_str(line.trim_end_matches([' ', '\t']));
        }
        paragraphs.push(paragraph);
        for paragraph in &mut paragraphs {
            let trimmed = paragraph.trim_matches([' ', '\t', '\u{a0}']);
            if trimmed.len() < paragraph.len() {
                *paragraph = trimmed.to_owned();
            }
        }
        paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
        paragraphs
    }

    fn part(&mut self) {
        if self.is_parted && !self.text.is_empty() && !self.text.ends_with(['\n', ' ']) {
            self.text.push(' ');
        }
        self.is_parted = false;
    }
}
