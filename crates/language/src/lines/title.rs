//! Where title and date end and the body begins.

use std::borrow::Cow;

use crate::lines::cut::{from, next_line, without_blank_ends};
use crate::lines::date::after_date_label;
use crate::lines::furniture::{Line, tell_line};
use crate::lines::issuer::may_stand_above_title;
use crate::lines::running::{is_running, made_title};
use crate::lines::small_print::{core_of, is_paper, is_rubric};
use crate::lines::text_date::{at_ends_of, printed_apart};
use crate::lines::title_choice::{below_last, choose, clues, weighed};
use crate::lines::title_line::{after_title_label, title_over_lines, without_ornaments};
use crate::text::fold::is_double_quote;

/// So many lines above a title or below it are looked through for it or for the date.
const MAX_LINES: usize = 40;

/// A release cut into its head and what follows it.
pub(crate) struct Head<'a> {
    pub title: String,
    pub date: Option<String>,
    pub body: Cow<'a, str>,
}

/// What stands above a title.
#[derive(Default)]
struct Above<'a> {
    date: Option<String>,
    /// Lines that say something and stay in the body.
    kept: Vec<&'a str>,
}

/// Cuts a text with `\n` line ends into title, date and body. The title is the first line that is one: no date, no
/// counter, rubric or button of a page, no signature or greeting. Of the lines above it those that say something stay at
/// the head of the body («Пресс-релиз», who issued it, a date with its town), the others are left out. Where the first
/// line is running text, the title is made of it and the body keeps it whole.
pub(crate) fn head(text: &str) -> Head<'_> {
    let text = text.trim_start_matches('\u{feff}');
    let mut above = Above::default();
    let mut rest = text;
    // where a line further down is likelier the title, what stands above it stays in the body
    let chosen = {
        let (candidates, below) = title_candidates(text);
        choose(&candidates, text, below)
    };
    for _ in 0..MAX_LINES {
        let (line, after) = next_line(rest);
        if line.is_empty() {
            break;
        }
        let mut words = line.trim();
        if above.date.is_none()
            && let Some((labelled, titled)) = after_date_label(line)
        {
            above.date = Some(labelled);
            words = titled.trim();
        }
        words = after_title_label(words);
        if let Some((paper, titled)) = after_paper(words) {
            above.kept.push(paper);
            words = titled;
        }
        match tell_head_line(words, after) {
            Line::Date(dated) => {
                if !dated.alone || above.date.is_some() {
                    above.kept.push(words);
                }
                above.date = above.date.or(dated.date);
            }
            Line::Kept => above.kept.push(words),
            // a rubric over a text of one line is its title: «Ғылым»
            Line::Clutter if !is_rubric(words) || has_title(after) => {}
            Line::Text if chosen.is_some_and(|title| line.as_ptr() < title.as_ptr()) => {
                above.kept.push(words);
            }
            Line::Clutter | Line::Text => {
                let begins = if words.len() == line.trim().len() {
                    line
                } else {
                    words
                };
                return titled(from(text, begins), words, after, above);
            }
        }
        rest = after;
    }
    without_title(text, above)
}

/// The lines of a text that may be its title, each with its clues, and which of them is.
#[derive(Debug, Clone)]
pub struct TitleLesson {
    /// The clues of each.
    pub candidates: Vec<Vec<u32>>,
    /// The number of the one that is the title.
    pub right: usize,
}

/// What can be learnt of a text's title: `is_title` tells whether a line is the title or begins it. None where no more
/// than one line may be the title, or none is.
pub fn title_lesson(text: &str, is_title: impl Fn(&str) -> bool) -> Option<TitleLesson> {
    let (candidates, below) = title_candidates(text);
    let right = candidates.iter().position(|line| is_title(line.trim()))?;
    (candidates.len() > 1).then(|| TitleLesson {
        candidates: clues(&candidates, text, below),
        right,
    })
}

/// The lines at the head of a text that may be its title, down to the first that is running text, and what follows them.
pub(crate) fn title_candidates(text: &str) -> (Vec<&str>, &str) {
    let mut candidates = Vec::new();
    let mut rest = text;
    for _ in 0..MAX_LINES {
        let (line, after) = next_line(rest);
        if line.is_empty() {
            break;
        }
        let words = after_title_label(line.trim());
        if is_running(words, !after.trim().is_empty()) {
            break;
        }
        rest = after;
        if tell_head_line(words, after) == Line::Text {
            // the last line of a text is what it says, rows of a table stand below its title, and a sentence with its stop
            // is a title only where nothing else may be
            let is_below = after.trim().is_empty() || line.trim().contains('\t');
            if !candidates.is_empty() && is_below {
                break;
            }
            if !candidates.is_empty() && words.ends_with(['.', ':', ';']) {
                continue;
            }
            candidates.push(line);
            // the lines over which a page broke it are one
            (_, rest) = title_over_lines(without_ornaments(words), after);
        }
    }
    let candidates = weighed(&candidates).to_vec();
    let below = below_last(text, &candidates);
    (candidates, below)
}

/// The title over a body that stands apart from it, and the date that the body prints below the title.
pub(crate) fn head_under<'a>(title: &str, body: &'a str) -> Head<'a> {
    let (date, below) = date_below(body);
    Head {
        title: title.to_owned(),
        date,
        body: without_blank_ends(below).into(),
    }
}

/// «Пресс-релиз: Көпір ашылды», «Пресс-релиз «Көпір ашылды»»: what the text is called, and its title.
fn after_paper(line: &str) -> Option<(&str, &str)> {
    let is_quoted = line.ends_with(is_double_quote);
    let quote = line.find(is_double_quote).filter(|_| is_quoted);
    let (paper, title) = match (line.split_once(':'), quote) {
        (Some(parts), _) => parts,
        (None, Some(at)) => line.split_at(at),
        (None, None) => return None,
    };
    let title = title.trim();
    (!title.is_empty() && is_paper(&core_of(paper))).then_some((paper.trim(), title))
}

/// Tells what a line is where a title may follow.
fn tell_head_line(line: &str, after: &str) -> Line {
    match tell_line(line) {
        Line::Text if may_stand_above_title(line) && has_title(after) => Line::Kept,
        Line::Text if is_sender(after) => Line::Kept,
        told => told,
    }
}

/// Whether the line above is who posted what follows, as messengers copy posts: the moment stands in brackets below it.
fn is_sender(after: &str) -> bool {
    let (moment, below) = next_line(after);
    let moment = moment.trim();
    moment.starts_with('[')
        && moment.ends_with(']')
        && moment.contains(':')
        && matches!(tell_line(moment), Line::Date(_))
        && !below.trim().is_empty()
}

/// Whether a line that may be the title follows, and text below it.
fn has_title(text: &str) -> bool {
    let mut rest = text;
    for _ in 0..MAX_LINES {
        let (line, after) = next_line(rest);
        if line.is_empty() {
            return false;
        }
        if tell_line(line) == Line::Text {
            let line = line.trim();
            return !line.ends_with(['.', ':', ';'])
                && !after.trim().is_empty()
                && !is_running(line, true);
        }
        rest = after;
    }
    false
}

/// The head whose title, or the text that lends it, begins `whole`.
fn titled<'a>(whole: &'a str, line: &str, after: &'a str, above: Above<'a>) -> Head<'a> {
    if is_running(line, !after.trim().is_empty()) {
        return Head {
            title: made_title(line).to_owned(),
            date: above.date,
            body: below_kept(&above.kept, without_blank_ends(whole)),
        };
    }
    let (title, rest) = title_over_lines(without_ornaments(line), after);
    let (date, below) = match above.date {
        Some(date) => (Some(date), rest),
        None => date_below(rest),
    };
    let below = without_blank_ends(below);
    let date = date
        .or_else(|| printed_apart(below))
        .or_else(|| at_ends_of(&title));
    Head {
        title,
        date,
        body: below_kept(&above.kept, below),
    }
}

/// The date of the lines between the title and the text, and what follows it. It is left out of the text only where it
/// stands right below the title and says nothing else.
fn date_below(text: &str) -> (Option<String>, &str) {
    let mut rest = text;
    for above in 0..MAX_LINES {
        let (line, after) = next_line(rest);
        match tell_line(line) {
            Line::Date(dated) => {
                let is_cut = above == 0 && dated.alone;
                return (dated.date, if is_cut { after } else { text });
            }
            Line::Text if !may_stand_above_title(line) => break,
            _ if line.is_empty() => break,
            _ => rest = after,
        }
    }
    (None, text)
}

/// A text without any line that may be called its title: the first line that says something is, or the first at all.
fn without_title<'a>(text: &'a str, above: Above<'a>) -> Head<'a> {
    let (first, after) = next_line(text);
    let is_signature = |line: &&&str| matches!(tell_line(line), Line::Kept);
    let Some(title) = above.kept.iter().find(is_signature).copied() else {
        return Head {
            title: first.trim().to_owned(),
            date: above.date,
            body: without_blank_ends(after).into(),
        };
    };
    let mut lines: Vec<&str> = text.lines().collect();
    if let Some(at) = lines.iter().position(|line| line.trim() == title) {
        lines.remove(at);
    }
    lines.retain(|line| !matches!(tell_line(line), Line::Date(dated) if dated.alone));
    Head {
        title: title.to_owned(),
        date: above.date,
        body: without_blank_ends(&lines.join("\n")).to_owned().into(),
    }
}

/// The lines above the title that stay, over the body.
fn below_kept<'a>(kept: &[&str], below: &'a str) -> Cow<'a, str> {
    match (kept.is_empty(), below.is_empty()) {
        (true, _) => below.into(),
        (false, true) => kept.join("\n").into(),
        (false, false) => format!("{}\n\n{below}", kept.join("\n")).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::words;
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
        // Text or not may follow; sentences that a title has end without a stop.
        let more = format!("{line}\nМәтін");
        expect(&more, title, None, &more);
        expect(
            "Көпір ашылды. Ел қуанды\nМәтін",
            "Көпір ашылды. Ел қуанды",
            None,
            "Мәтін",
        );
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
            let is_clutter = |line: &&str| tell_line(line) == Line::Clutter;
            for word in text.lines().filter(|line| !is_clutter(line)).flat_map(words) {
                let of_date = head.date.is_some()
                    && ["14", "11", "2026", "қараша", "жылғы", "г", "ж"].contains(&word.text);
                prop_assert!(of_date || kept.contains(&word.text), "{:?} of {:?}", word.text, text);
            }
        }
    }
}
