//! Where lines of a text begin and end.

/// The first line that is not blank, without its line end, and what follows that; both empty if there is none.
pub(crate) fn next_line(text: &str) -> (&str, &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if !line.trim().is_empty() {
            return (line, after);
        }
        rest = after;
    }
    ("", "")
}

/// The text from where `part`, a slice of it, begins.
pub(crate) fn from<'a>(text: &'a str, part: &str) -> &'a str {
    let begin = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    text.get(begin..).unwrap_or(text)
}

/// The text without the blank lines at its ends; the lines between stay to the letter.
pub(crate) fn without_blank_ends(text: &str) -> &str {
    let visible = text.len() - text.trim_start().len();
    let begin = text[..visible]
        .rfind('\n')
        .map_or(0, |line_end| line_end + 1);
    let last = text.trim_end().len();
    let end = text[last..]
        .find('\n')
        .map_or(text.len(), |line_end| last + line_end);
    // Of nothing but blanks, nothing remains.
    if last == 0 { "" } else { &text[begin..end] }
}
