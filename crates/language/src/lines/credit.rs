//! Photo credits printed as lines of the text.

use crate::release::Span;
use crate::text::fold::{fold, is_dash};
use crate::word_list::{WordList, word_list};

/// What a credit line begins with, folded.
static LABELS: WordList = word_list!("credit-labels");

/// Labels that are a clause: a name follows at once.
const TAKEN: [&str; 4] = [
    "суретти тусирген",
    "суреттерди тусирген",
    "фотога тусирген",
    "фотографировал",
];

/// No label is longer, in chars.
const MAX_LABEL: usize = 24;

/// A credit longer than this, in chars, is a sentence that happens to begin with the word.
const MAX_CREDIT: usize = 200;

/// The credits of a body, in order: what follows a label (Сурет:, Фото:, Автор фото –, Photo:) to the end of
/// its line, trimmed, without a final full stop or the brackets around the line.
pub fn photo_credits(body: &str) -> Vec<Span> {
    let mut credits = Vec::new();
    let mut line_start = 0;
    for line in body.split('\n') {
        if let Some(text) = credit(line)
            && let Some(before) = line.rfind(text)
        {
            // Only stops, brackets and blanks follow it, so the last occurrence is the credit itself.
            let start = line_start + line[..before].chars().count();
            credits.push(Span {
                start,
                end: start + text.chars().count(),
                text: text.to_owned(),
            });
        }
        line_start += line.chars().count() + 1;
    }
    credits
}

/// The credit that a line gives.
fn credit(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line
        .strip_prefix(['(', '['])
        .map_or(line, |inner| inner.strip_suffix(['.']).unwrap_or(inner));
    let bracketed = inner.len() < line.len();
    // «Суреттерді түсірген Әлихан Нұрмаш»: no sign between, the name has a capital
    for label in TAKEN {
        let words = label.split(' ').count();
        let mut parts = inner.splitn(words + 1, ' ');
        let begins: Vec<&str> = parts.by_ref().take(words).collect();
        if fold(&begins.join(" ")) == label
            && let Some(rest) = parts.next().map(str::trim)
            && rest.starts_with(char::is_uppercase)
        {
            return Some(rest.trim_end_matches('.')).filter(|rest| rest.chars().nth(60).is_none());
        }
    }
    // «Фото Рауля Упорова», «фото пресс-службы области»: a line of its own without a sign
    if let Some((label, rest)) = inner.split_once(' ')
        && fold(label) == "фото"
    {
        let rest = rest.trim();
        let named = |word: &str| word.starts_with(char::is_uppercase);
        let press = fold(rest).starts_with("пресс-служб");
        let words = rest.split(' ').count();
        if press && words <= 6 || words <= 3 && rest.split(' ').all(named) {
            return Some(rest.trim_end_matches(['.', ')', ']']));
        }
    }
    let (at, mark) = inner
        .char_indices()
        .take(MAX_LABEL + 2)
        .find(|&(_, c)| c == ':' || is_dash(c))?;
    let (label, rest) = (&inner[..at], &inner[at + mark.len_utf8()..]);
    // «Фото-көрме» is a word and «сурет – өнер» may be a sentence: a dash needs its blanks.
    let parted = mark == ':'
        || (label.ends_with(char::is_whitespace) && rest.starts_with(char::is_whitespace));
    if !parted || !LABELS.has(fold(label).trim()) {
        return None;
    }
    let mut text = rest.trim();
    if bracketed {
        text = text.strip_suffix([')', ']']).unwrap_or(text).trim_end();
    }
    if let Some(stopped) = text.strip_suffix('.')
        && !stopped.ends_with('.')
    {
        text = stopped.trim_end();
    }
    (!text.is_empty() && text.chars().nth(MAX_CREDIT).is_none()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(body: &str) -> Vec<String> {
        photo_credits(body)
            .into_iter()
            .map(|span| span.text)
            .collect()
    }

    #[test]
    fn a_photographer_may_stand_without_a_sign() {
        assert_eq!(texts("Фото Рустама Цоя"), ["Рустама Цоя"]);
        assert_eq!(texts("фото пресс-службы области"), ["пресс-службы области"]);
        assert!(texts("Фото и видео были показаны гостям").is_empty());
        assert!(texts("Фото победителей висят на стене").is_empty());
    }

    #[test]
    fn every_label_is_known() {
        for line in [
            "Сурет: А. Омаров",
            "СУРЕТ:А. Омаров",
            "  Суреттер : А. Омаров.  ",
            "Сурет авторы: А. Омаров",
            "Фото: А. Омаров",
            "Фото – А. Омаров",
            "Фотосурет: А. Омаров.",
            "Автор фото: А. Омаров",
            "Photo: А. Омаров",
            "(Фото: А. Омаров)",
            "[Фото: А. Омаров].",
            "Суретті түсірген: А. Омаров",
        ] {
            assert_eq!(texts(line), ["А. Омаров"], "{line}");
        }
    }

    #[test]
    fn sentences_and_words_are_no_credits() {
        for line in [
            "Суретші: А. Омаров",
            "Фото-көрме ашылды",
            "Сурет көрмесі: бір апта",
            "Фото:",
            "Сурет: .",
            "Бұл сурет: көне",
        ] {
            assert!(texts(line).is_empty(), "{line}");
        }
        assert!(texts(&format!("Сурет – {}", "өнер ".repeat(60))).is_empty());
    }

    #[test]
    fn spans_count_chars_of_the_body() {
        let body = "Жиын өтті.\n  Сурет: Фото: қор.\n\nСоңы.\nФото: қор";
        let spans = photo_credits(body);
        let chars: Vec<char> = body.chars().collect();
        assert_eq!(spans.len(), 2);
        assert_eq!((spans[0].start, spans[0].text.as_str()), (20, "Фото: қор"));
        for span in &spans {
            assert_eq!(
                chars[span.start..span.end].iter().collect::<String>(),
                span.text
            );
        }
    }

    proptest! {
        #[test]
        fn any_credit_stands_where_it_says(body in "((Сурет|Фото|Photo)[:–. -]{1,3}|[а-яқ .()\n]){0,40}") {
            let chars: Vec<char> = body.chars().collect();
            for span in photo_credits(&body) {
                prop_assert_eq!(chars[span.start..span.end].iter().collect::<String>(), span.text);
            }
        }
    }
}
