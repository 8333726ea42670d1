//! The date that a release without a date line at its head prints elsewhere.

use crate::dates::tokens::{Kind, Token, tokens};
use crate::lines::date::{date_line, in_line};
use crate::lines::furniture::{Line, dated_line, tell_line};
use crate::lines::running::dateline;
use crate::text::fold::is_double_quote;

/// Below a text its date stands within so many lines of the end, with who signs and small print.
const LINES_AT_END: usize = 6;

/// A line of a signature is not longer, in chars.
const MAX_SIGNATURE: usize = 80;

/// The date that a release prints elsewhere than at its head: see [`printed_apart`], or else the first whole date of the
/// first two paragraphs or the last. A day of birth is passed over.
pub(crate) fn in_text(body: &str) -> Option<String> {
    printed_apart(body).or_else(|| {
        let lines = visible_lines(body);
        let last = lines.last().filter(|_| lines.len() > 2);
        let places = lines.iter().take(2).chain(last);
        places
            .filter_map(|line| in_line(&without_quoted_numbers(line)))
            .next()
    })
}

/// The date before the dash of an agency's first paragraph («Астана. 2026 жылғы 27 ақпан. ҚазАқпарат –»), or of a line
/// below the text.
pub(crate) fn printed_apart(body: &str) -> Option<String> {
    let lines = visible_lines(body);
    let first = lines.first()?;
    let begins =
        dateline(first).and_then(|end| in_line(&without_quoted_numbers(first.get(..end)?)));
    begins.or_else(|| at_end(&lines))
}

/// The date with which a title begins or ends, parted from the rest: «Брифинг, 27.02.2026», «27.02.2026 – Көпір ашылды»,
/// «Көпір ашылды (27.02.2026)».
pub(crate) fn at_ends_of(title: &str) -> Option<String> {
    let before = title.find([',', '–', '—', '-', '(', '|']).into_iter();
    let parts = title
        .match_indices([',', '–', '—', '(', '|'])
        .map(|(at, sign)| &title[at + sign.len()..])
        .chain(before.filter_map(|at| title.get(..at)));
    parts.filter_map(date_line).find_map(|dated| dated.date)
}

fn visible_lines(body: &str) -> Vec<&str> {
    let lines = body.lines().filter(|line| !line.trim().is_empty());
    lines.collect()
}

/// The date of a line below the text, where nothing but signatures and small print follows.
fn at_end(lines: &[&str]) -> Option<String> {
    let below = lines.get(1..)?;
    for line in below.iter().rev().take(LINES_AT_END) {
        if let Some(dated) = dated_line(line) {
            return dated.date;
        }
        let is_sentence = line.trim_end().ends_with(['.', '!', '?', '…', ':', ';']);
        let is_signature = !is_sentence && line.chars().nth(MAX_SIGNATURE).is_none();
        if !is_signature && tell_line(line) == Line::Text {
            return None;
        }
    }
    None
}

/// The tokens of a line in which «27» is a number like any other.
fn without_quoted_numbers(line: &str) -> Vec<Token> {
    let tokens = tokens(line);
    let is_quote = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.kind, Kind::Mark(mark) if is_double_quote(mark)))
    };
    let is_number =
        |token: Option<&Token>| token.is_some_and(|token| token.short_number().is_some());
    let stands = |at: usize| {
        let next = is_number(tokens.get(at + 1)) && is_quote(tokens.get(at + 2));
        let before = at >= 2 && is_number(tokens.get(at - 1)) && is_quote(tokens.get(at - 2));
        !(is_quote(tokens.get(at)) && (next || before))
    };
    (0..tokens.len())
        .filter(|at| stands(*at))
        .filter_map(|at| tokens.get(at).cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_paragraph_and_the_end_come_before_a_sentence() {
        let event = "Форум 2025 жылғы 3 мамырда өтті.";
        for (body, date) in [
            (format!("{event}\nЖұрт келді.\n27.02.2026"), "2026-02-27"),
            (
                format!("{event}\nЖұрт келді.\n27.02.2026\nБаспасөз қызметі"),
                "2026-02-27",
            ),
            (
                format!("Астана. «27» ақпан 2026 ж. ҚазАқпарат – {event}"),
                "2026-02-27",
            ),
            (format!("{event}\nЖұрт келді."), "2025-05-03"),
            (
                format!("{event}\n27.02.2026\nЖұрт келді. Олар қуанды."),
                "2025-05-03",
            ),
        ] {
            assert_eq!(in_text(&body).as_deref(), Some(date), "{body}");
        }
        assert_eq!(in_text("Жұрт келді."), None);
    }
}
