//! Where title and date end and the body begins.

use std::borrow::Cow;

use crate::lines::date::{after_date_label, date_line};
use crate::text::fold::fold;
use crate::text::token::words;
use crate::word_list::{WordList, word_list};

/// What a line above the title calls the text.
static LABELS: WordList = word_list!("release-labels");

/// A first line longer than this, in chars, is text and no title.
const MAX_TITLE_LINE: usize = 300;

/// A title taken from running text has at most this many chars.
const MAX_MADE_TITLE: usize = 200;

/// A release cut into its head and what follows it.
pub(crate) struct Head<'a> {
    pub title: String,
    pub date: Option<String>,
    pub body: Cow<'a, str>,
}

/// Cuts a text with `\n` line ends into title, date and body. A line that is a date is left out of the body only
/// where it says nothing else: «2026 жылғы 14 қараша. Қонаев қаласы» stays, and so does «Пресс-релиз» above the title.
pub(crate) fn head(text: &str) -> Head<'_> {
    let (first, rest) = next_line(text);
    let label = first.trim();
    if !LABELS.has(&fold(label.trim_end_matches([':', '.', '!']))) || rest.trim().is_empty() {
        return titled_head(text);
    }
    let below = titled_head(rest);
    Head {
        body: match below.body.is_empty() {
            true => label.into(),
            false => format!("{label}\n\n{}", below.body).into(),
        },
        ..below
    }
}

fn titled_head(text: &str) -> Head<'_> {
    let (first, mut rest) = next_line(text);
    let mut title = first.trim();
    let mut date = None;
    // What the body is if the title turns out to be running text.
    let mut whole = text;
    // A line above the title that says more than the date.
    let mut above = None;
    if let Some((labelled, after)) = after_date_label(first) {
        date = Some(labelled);
        title = after.trim();
        whole = from(text, after.trim_start());
    } else if let Some(line) = date_line(first) {
        date = line.date;
        title = "";
        above = (!line.alone).then_some(first);
    }
    if title.is_empty() {
        let (second, after) = next_line(rest);
        if second.is_empty() {
            // Nothing but a date: then it is all the title there is.
            title = first.trim();
            above = None;
        } else {
            title = second.trim();
            whole = if above.is_some() { text } else { rest };
            rest = after;
        }
    }
    // One line of several sentences and nothing else is what was said, not what it is called; a date calls nothing.
    let only = rest.trim().is_empty()
        && sentence_end(title).is_some_and(|end| date_line(&title[..end]).is_none());
    if only || title.chars().nth(MAX_TITLE_LINE).is_some() {
        return Head {
            title: made_title(title).to_owned(),
            date,
            body: without_blank_ends(whole).into(),
        };
    }
    if date.is_none() {
        let (line, after) = next_line(rest);
        if let Some(line) = date_line(line) {
            date = line.date;
            rest = if line.alone { after } else { rest };
        }
    }
    let below = without_blank_ends(rest);
    Head {
        title: title.to_owned(),
        date,
        body: match above {
            None => below.into(),
            Some(line) if below.is_empty() => line.into(),
            Some(line) => format!("{line}\n\n{below}").into(),
        },
    }
}

/// The first line that is not blank, without its line end, and what follows that; both empty if there is none.
fn next_line(text: &str) -> (&str, &str) {
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
fn from<'a>(text: &'a str, part: &str) -> &'a str {
    let begin = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    text.get(begin..).unwrap_or(text)
}

/// The text without the blank lines at its ends; the lines between stay to the letter.
fn without_blank_ends(text: &str) -> &str {
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

/// The first sentence of running text, cut at a word where it is too long.
fn made_title(text: &str) -> &str {
    let limit = text
        .char_indices()
        .nth(MAX_MADE_TITLE)
        .map_or(text.len(), |(byte, _)| byte);
    let room = &text[..limit];
    if let Some(end) = sentence_end(room) {
        return room[..end].trim_end_matches('.');
    }
    let complete = text[limit..].starts_with(char::is_whitespace) || limit == text.len();
    let end = if complete {
        limit
    } else {
        room.rfind(char::is_whitespace).unwrap_or(limit)
    };
    room[..end].trim_end()
}

/// Where the first sentence ends, in bytes: after a stop that a blank and a capital or quote follow, unless
/// the stop belongs to an initial or an abbreviation.
fn sentence_end(text: &str) -> Option<usize> {
    for (at, stop) in text.match_indices(['.', '!', '?', '…']) {
        let after = &text[at + stop.len()..];
        let next = after.trim_start();
        let opens = next.starts_with(|c: char| {
            c.is_uppercase()
                || crate::text::fold::is_double_quote(c)
                || matches!(c, '-' | '–' | '—')
        });
        let word = text[..at]
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        let short = stop == "."
            && word.chars().nth(2).is_none()
            && words(word)
                .next()
                .is_some_and(|w| !w.text.starts_with(|c: char| c.is_ascii_digit()));
        if opens && next.len() < after.len() && !short {
            return Some(at + stop.len());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> (String, Option<String>, String) {
        let head = head(text);
        (head.title, head.date, head.body.into_owned())
    }

    fn expect(text: &str, title: &str, date: Option<&str>, body: &str) {
        assert_eq!(
            cut(text),
            (title.into(), date.map(Into::into), body.into()),
            "{text:?}"
        );
    }

    #[test]
    fn what_a_text_is_called_stands_above_its_title() {
        expect(
            "ПРЕСС-РЕЛИЗ\n12.03.2026\nОткрыта школа\n\nТекст.",
            "Открыта школа",
            Some("2026-03-12"),
            "ПРЕСС-РЕЛИЗ\n\nТекст.",
        );
        expect(
            "БАҚ үшін:\nМектеп ашылды\nМәтін.",
            "Мектеп ашылды",
            None,
            "БАҚ үшін:\n\nМәтін.",
        );
        expect("Для СМИ\nТема", "Тема", None, "Для СМИ");
        expect("Пресс-релиз", "Пресс-релиз", None, "");
        expect(
            "Пресс-релиз туралы ереже\nМәтін.",
            "Пресс-релиз туралы ереже",
            None,
            "Мәтін.",
        );
    }

    #[test]
    fn title_then_body() {
        expect(
            "\n  Көпір ашылды \n\nБірінші абзац.\n\nЕкінші.\n \n",
            "Көпір ашылды",
            None,
            "Бірінші абзац.\n\nЕкінші.",
        );
        expect("Тек тақырып", "Тек тақырып", None, "");
        expect("", "", None, "");
        expect("Т\n \n\t\n", "Т", None, "");
    }

    #[test]
    fn one_line_of_several_sentences_is_text() {
        let line = "Бүгін А. Омаров т.б. көпірді ашты. Шараға жұрт жиналды.";
        let title = "Бүгін А. Омаров т.б. көпірді ашты";
        expect(line, title, None, line);
        expect(
            &format!("01.03.2026\n{line}\n"),
            title,
            Some("2026-03-01"),
            line,
        );
        // What text follows has its title above it, of however many sentences.
        expect(&format!("{line}\nМәтін"), line, None, "Мәтін");
        expect("Көпір ашылды.", "Көпір ашылды.", None, "");
    }

    #[test]
    fn inner_blanks_of_the_body_stay() {
        expect(
            "Т\n\n  шегініс  \nсоңы \n\n",
            "Т",
            None,
            "  шегініс  \nсоңы ",
        );
    }

    #[test]
    fn the_date_stands_before_or_after_the_title() {
        expect(
            " date 2026-03-01 Көпір ашылды\nМәтін",
            "Көпір ашылды",
            Some("2026-03-01"),
            "Мәтін",
        );
        expect(
            "date 2026-03-01\n\nКөпір ашылды\nМәтін",
            "Көпір ашылды",
            Some("2026-03-01"),
            "Мәтін",
        );
        expect(
            "01.03.2026\nКөпір ашылды\nМәтін",
            "Көпір ашылды",
            Some("2026-03-01"),
            "Мәтін",
        );
        expect(
            "Көпір ашылды\n\n2026 жылғы 1 наурыз\nМәтін",
            "Көпір ашылды",
            Some("2026-03-01"),
            "Мәтін",
        );
        expect(
            "date 2026-03-01 Көпір\n02.03.2026\nМәтін",
            "Көпір",
            Some("2026-03-01"),
            "02.03.2026\nМәтін",
        );
    }

    #[test]
    fn a_line_that_says_more_than_its_date_stays_in_the_text() {
        let line = "2026 жылғы 14 қараша. Қонаев қаласы";
        for line in [
            line,
            "г. Алматы, 14.11.2026",
            "14.11.2026 14:30",
            "Сенбі, 14 қараша 2026",
        ] {
            let body = format!("{line}\n\nМәтін");
            let day = Some("2026-11-14");
            expect(&format!("Көпір\n{body}"), "Көпір", day, &body);
            expect(&format!("{line}\nКөпір\n\nМәтін"), "Көпір", day, &body);
        }
        expect(&format!("{line}\nКөпір"), "Көпір", Some("2026-11-14"), line);
        expect(line, line, Some("2026-11-14"), "");
        // which day this is nobody can say: it is no date, and stays
        expect("Көпір\n03.04.05\nМәтін", "Көпір", None, "03.04.05\nМәтін");
    }

    #[test]
    fn a_date_that_the_calendar_lacks_is_text() {
        expect(
            "date 2026-02-30 Көпір\nМәтін",
            "date 2026-02-30 Көпір",
            None,
            "Мәтін",
        );
        expect(
            "Көпір\n31.04.2026\nМәтін",
            "Көпір",
            None,
            "31.04.2026\nМәтін",
        );
    }

    #[test]
    fn a_date_alone_is_also_the_title() {
        expect("01.03.2026\n", "01.03.2026", Some("2026-03-01"), "");
        expect("date 2026-03-01", "date 2026-03-01", Some("2026-03-01"), "");
    }

    #[test]
    fn running_text_gives_a_title_and_stays_whole() {
        let long = format!(
            "Бүгін А. Омаров т.б. көпірді ашты. Содан соң {}.",
            "жұрт тарады ".repeat(40)
        );
        expect(
            &format!("{long}\nСоңы"),
            "Бүгін А. Омаров т.б. көпірді ашты",
            None,
            &format!("{long}\nСоңы"),
        );
        expect(
            &format!("date 2026-03-01 {long}\nСоңы"),
            "Бүгін А. Омаров т.б. көпірді ашты",
            Some("2026-03-01"),
            &format!("{long}\nСоңы"),
        );
        expect(
            &format!("01.03.2026\n{long}"),
            "Бүгін А. Омаров т.б. көпірді ашты",
            Some("2026-03-01"),
            &long,
        );
        let endless = "сөз ".repeat(100);
        let (title, _, body) = cut(&endless);
        assert_eq!(title.chars().count(), 199);
        assert_eq!(body, endless);
        assert_eq!(cut(&"ө".repeat(400)).0.chars().count(), 200);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_and_nothing_of_the_body_is_made_up(text in "([а-яқА-Я0-9 .\n\t«]|date 2026-01-0[1-9] |0[1-9].02.2026\n){0,60}") {
            let head = head(&text);
            for line in head.body.lines() {
                prop_assert!(text.contains(line));
            }
            prop_assert_eq!(head.title.is_empty(), text.trim().is_empty());
            prop_assert!(head.body.is_empty() || !head.body.lines().next().unwrap_or("").trim().is_empty());
            prop_assert!(!head.body.ends_with('\n'));
        }

        #[test]
        fn every_word_stands_in_the_title_the_date_or_the_body(
            lines in prop::collection::vec("((14 қараша 2026|2026 жылғы 14 қараша|14\\.11\\.2026|03\\.04\\.05|Қонаев қаласы|г\\. Алматы|сенбі|14:30|күні|[а-я]{1,9})(, |\\. | |: |\n|\n\n)){0,4}", 0..5)
        ) {
            let text = lines.concat();
            let head = head(&text);
            let kept = format!("{}\n{}", head.title, head.body);
            let kept: Vec<&str> = words(&kept).map(|word| word.text).collect();
            for word in words(&text) {
                let of_date = head.date.is_some()
                    && ["14", "11", "2026", "қараша", "жылғы", "г", "ж"].contains(&word.text);
                prop_assert!(of_date || kept.contains(&word.text), "{:?} of {:?}", word.text, text);
            }
        }
    }
}
