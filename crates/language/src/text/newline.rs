//! Line ends.

use std::borrow::Cow;

/// The text with `\r\n` and lone `\r` as `\n`; nothing else changes, and clean text is not copied.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\r') {
        out.push_str(line);
        out.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_becomes_one_newline() {
        assert_eq!(
            normalise_newlines("а\r\nб\rв\nг\r\r\nд\r"),
            "а\nб\nв\nг\n\nд\n"
        );
        assert!(matches!(normalise_newlines("а\nб"), Cow::Borrowed("а\nб")));
    }
}
