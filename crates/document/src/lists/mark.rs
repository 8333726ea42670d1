//! What stands before an item.

use crate::document::join_mark;

/// A mark that the file gives in words has at most so many; what is longer is text.
const LONGEST_WRITTEN: usize = 40;

/// The bullet that one sees: a dash where it is one, else the round one for all the signs of all the fonts.
pub(crate) fn read_bullet(bullet: &str) -> &'static str {
    let mut signs = bullet.trim().chars();
    match (signs.next(), signs.next()) {
        (Some('-' | '–' | '—' | '−' | '‒' | '―' | '\u{2010}' | '\u{2011}'), None) => "–",
        _ => "•",
    }
}

/// The mark that a file gives as words: a number as it stands, or a bullet; none where there is nothing.
pub(crate) fn read_mark(written: &str) -> Option<String> {
    let written: String = written
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let written = written.trim();
    if written.is_empty() || written.chars().count() > LONGEST_WRITTEN {
        return None;
    }
    Some(match is_number(written) {
        true => written.to_owned(),
        false => read_bullet(written).to_owned(),
    })
}

/// Whether a mark counts. A lone letter is a sign of a font of signs: «o», «Ø», «§».
pub(crate) fn is_number(mark: &str) -> bool {
    let mut signs = mark.chars();
    match (signs.next(), signs.next()) {
        (Some(only), None) => only.is_ascii_digit(),
        _ => mark.chars().any(char::is_alphanumeric),
    }
}

/// A heading behind its number; a bullet is left away.
pub(crate) fn number_heading(mark: Option<&str>, text: &str) -> String {
    join_mark(mark.filter(|mark| is_number(mark)), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_mark_is_a_number_or_one_of_two_bullets() {
        for (written, mark) in [
            ("1.\t", Some("1.")),
            (" а) ", Some("а)")),
            ("\u{f0b7}\t", Some("•")),
            ("o", Some("•")),
            ("Ø", Some("•")),
            ("7", Some("7")),
            ("➢", Some("•")),
            ("-", Some("–")),
            ("—\u{a0}", Some("–")),
            ("\t", None),
        ] {
            assert_eq!(read_mark(written).as_deref(), mark, "{written:?}");
        }
    }
}
