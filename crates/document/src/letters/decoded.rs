//! A text that was decoded, and what is a letter in it.

use crate::document::Doubt;

/// A text, and where it is not sure.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    /// How many letters are broken, and words around the first.
    pub doubt: Option<Doubt>,
}

/// Whether a letter is Cyrillic.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Takes out what is no letter: control characters, but for tabs and line ends, which become `\n`; and the byte order
/// mark that begins a text.
pub(crate) fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut clean = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push(c),
            c if c.is_control() => {}
            c => clean.push(c),
        }
        last = c;
    }
    clean
}
