//! The title as its line prints it: behind a label, between ornaments, over several lines.

use crate::lines::furniture::{Line, tell_line};
use crate::lines::issuer::may_stand_above_title;
use crate::lines::small_print::core_of;
use crate::text::fold::{fold, is_dash, is_double_quote};
use crate::word_list::{WordList, word_list};

/// What stands before a title on its line.
static LABELS: WordList = word_list!("title-labels");

/// No label is longer, in chars.
const MAX_LABEL: usize = 24;

/// A title that a page breaks has at most so many lines.
const MAX_LINES: usize = 4;

/// And each line of it, as well as the whole, at most so many chars.
const MAX_LINE: usize = 120;
const MAX_TITLE: usize = 300;

/// The line without a label before the title: «Тақырыбы: …», «Subject: Fwd: …». Of a label alone nothing remains.
pub(crate) fn after_title_label(line: &str) -> &str {
    let mut rest = line;
    while let Some((at, mark)) = rest
        .char_indices()
        .take(MAX_LABEL)
        .find(|(_, c)| *c == ':' || is_dash(*c))
    {
        let (label, after) = (&rest[..at], &rest[at + mark.len_utf8()..]);
        let parted = mark == ':' || label.ends_with(' ') && after.starts_with(' ');
        let folded = core_of(label);
        // «Тема – вода»: a dash may be the sentence's, a mail's «Re» has its colon
        let is_label = LABELS.has(&folded)
            && label.trim_start().starts_with(char::is_alphabetic)
            && (mark == ':' || folded.starts_with("такырыбы"));
        if !parted || !is_label {
            break;
        }
        rest = after.trim();
    }
    rest
}

/// The title without signs that only make it stand out: ⚡️, **, # and bullets at its ends.
pub(crate) fn without_ornaments(line: &str) -> &str {
    let is_ornament = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '*' | '_'
                    | '‼'
                    | '⁉'
                    | '|'
                    | '•'
                    | '●'
                    | '·'
                    | '\u{200d}'
                    | '\u{fe0e}'
                    | '\u{fe0f}'
                    | '\u{20e3}'
            )
            || ('\u{2190}'..='\u{2bff}').contains(&c)
            || ('\u{1f000}'..='\u{1faff}').contains(&c)
    };
    let mut inner = line.trim_matches(is_ornament);
    // «# Көпір» is a heading, «#Көпір» a tag
    let heading = inner.trim_start_matches('#');
    if heading.starts_with(char::is_whitespace) {
        inner = heading.trim_start_matches(is_ornament);
    }
    if inner.is_empty() { line.trim() } else { inner }
}

/// The title and what follows it, where the page broke the title into lines: the next goes on in small letters, or closes
/// the quotation, or both are in capitals. A blank line, or one that is not in capitals, ends it.
pub(crate) fn title_over_lines<'a>(first: &str, after: &'a str) -> (String, &'a str) {
    let mut title = first.to_owned();
    let mut rest = after;
    let mut taken = 1;
    let whole = (first.to_owned(), after);
    let mut is_shouted = is_in_capitals(first);
    while taken < MAX_LINES && is_open(&title) {
        let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
        let next = line.trim();
        let shouts = is_shouted && is_in_capitals(next);
        let goes_on = shouts
            || next.starts_with(char::is_lowercase)
            || has_open_quote(&title) && next.contains(is_double_quote)
            || title.ends_with(',');
        // pages print a title twice, the second time as its heading
        let is_of_title = !next.is_empty()
            && next != first.trim()
            && !next.ends_with('.')
            && next.chars().nth(MAX_LINE).is_none()
            && title.chars().count() + next.chars().count() < MAX_TITLE
            && tell_line(next) == Line::Text
            && !may_stand_above_title(next);
        if !goes_on || !is_of_title {
            break;
        }
        title = format!("{title} {next}");
        rest = below;
        taken += 1;
        is_shouted = shouts;
    }
    if taken == 1 {
        return whole;
    }
    let follows = rest.lines().next().unwrap_or_default().trim();
    let ends = follows.is_empty() || is_shouted && !is_in_capitals(follows);
    match ends && !rest.trim().is_empty() {
        true => (title, rest),
        false => whole,
    }
}

/// Whether a line has no end of its own, so that another may go on with it.
fn is_open(line: &str) -> bool {
    !line.ends_with(['.', '!', '?', '…', ':', ';'])
}

fn is_in_capitals(line: &str) -> bool {
    line.chars().filter(|c| c.is_uppercase()).count() >= 4 && !line.contains(char::is_lowercase)
}

fn has_open_quote(line: &str) -> bool {
    let quotes = fold(line).matches('"').count();
    quotes % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_ornaments_are_no_part_of_a_title() {
        for (line, title) in [
            ("Тақырыбы: Көпір", "Көпір"),
            ("Subject: Fwd: RE: Көпір", "Көпір"),
            ("Тема недели: вода", "Тема недели: вода"),
            ("Тема – вода", "Тема – вода"),
            ("Тема:", ""),
        ] {
            assert_eq!(after_title_label(line), title);
        }
        for (line, title) in [
            ("⚡️ Көпір ‼️", "Көпір"),
            ("**Көпір**", "Көпір"),
            ("## Көпір", "Көпір"),
            ("#Көпір ашылды", "#Көпір ашылды"),
            ("«Көпір»", "«Көпір»"),
        ] {
            assert_eq!(without_ornaments(line), title.trim(), "{line}");
        }
    }

    #[test]
    fn a_title_goes_on_only_to_where_a_blank_line_ends_it() {
        let over = |text: &'static str| {
            let (first, after) = text.split_once('\n').unwrap_or((text, ""));
            title_over_lines(first, after).0
        };
        assert_eq!(over("Жаңа көпір\nашылды\n\nМәтін."), "Жаңа көпір ашылды");
        assert_eq!(over("Жаңа көпір\nашылды\nМәтін."), "Жаңа көпір");
        assert_eq!(over("Жаңа көпір\nашылды"), "Жаңа көпір");
        assert_eq!(over("ЖАҢА КӨПІР\nАШЫЛДЫ\nМәтін."), "ЖАҢА КӨПІР АШЫЛДЫ");
        assert_eq!(over("Жаңа көпір\nашылды.\n\nМәтін."), "Жаңа көпір");
    }
}
