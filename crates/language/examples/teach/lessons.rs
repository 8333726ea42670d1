//! Marked releases as rows of labelled tokens.

use crate::marked::Marked;
use muragat_language::{Layer, Lesson, lesson};
use std::ops::Range;

/// A release, ready to learn from.
pub struct Prepared {
    pub lesson: Lesson,
    /// For each layer the label of each token.
    pub labels: [Vec<String>; 3],
}

/// `None` where the body that is read is no part of the text that was marked.
pub fn prepare(release: &Marked) -> Option<Prepared> {
    let lesson = lesson(&release.text);
    let shift = Shift::between(&release.text, &lesson.body)?;
    let marks: Vec<(&str, Range<usize>)> = release
        .marks
        .iter()
        .filter_map(|(mark, range)| {
            let range = shift.apply(range)?;
            let first = lesson
                .tokens
                .partition_point(|token| token.end <= range.start);
            let end = lesson
                .tokens
                .partition_point(|token| token.start < range.end);
            (first < end).then_some((mark.as_str(), first..end))
        })
        .collect();
    let length = lesson.tokens.len();
    let mut labels: [Vec<String>; 3] = std::array::from_fn(|_| vec!["O".to_owned(); length]);
    let mut people: Vec<(&str, usize)> = marks
        .iter()
        .filter(|(mark, _)| mark.starts_with('P'))
        .map(|(mark, range)| (&mark[1..], range.start))
        .collect();
    people.sort_by_key(|(_, start)| *start);
    for (mark, range) in &marks {
        let (layer, class) = match mark.chars().next() {
            Some('P') => (Layer::Cast, "PERSON"),
            Some('N') => (Layer::Cast, "NAMESAKE"),
            Some('R') => (Layer::Cast, "REFERENCE"),
            Some('O') => (Layer::Cast, office(&mark[1..], range, &people, &lesson)),
            Some('B') => (Layer::Bodies, "BODY"),
            Some('L') => (Layer::Bodies, "PLACE"),
            Some('Q') => (Layer::Speech, "QUOTE"),
            _ => continue,
        };
        let row = &mut labels[layer as usize][range.clone()];
        // What lies within another of its layer: the longer one counts.
        if row.iter().all(|label| label != "O") {
            continue;
        }
        let last = row.len() - 1;
        for (by, label) in row.iter_mut().enumerate() {
            let place = match (by == 0, by == last) {
                (true, true) => "S",
                (true, false) => "B",
                (false, true) => "E",
                (false, false) => "I",
            };
            *label = format!("{place}-{class}");
        }
    }
    for row in &mut labels {
        mend(row);
    }
    Some(Prepared { lesson, labels })
}

/// A release that the grammar was mended by until it read it right: what it finds there counts as marked.
pub fn prepare_as_read(text: &str) -> Prepared {
    let lesson = lesson(text);
    let length = lesson.tokens.len();
    let mut labels: [Vec<String>; 3] = std::array::from_fn(|_| vec!["O".to_owned(); length]);
    let [people, offices, bodies, places, quotes] = &lesson.found;
    let begins = |place: char| matches!(place, 'b' | 's');
    let mut put = |layer: Layer, class: &str, at: usize, place: char| {
        let slot = &mut labels[layer as usize][at];
        if place != 'o' && slot == "O" {
            *slot = format!("{}-{class}", place.to_ascii_uppercase());
        }
    };
    let mut class = "OFFICE-BEFORE";
    for at in 0..length {
        match people[at] {
            'n' => {}
            place => put(Layer::Cast, "PERSON", at, place),
        }
        if begins(offices[at]) {
            let line = lesson.paragraphs[at];
            let ahead = (at..length)
                .take_while(|there| lesson.paragraphs[*there] == line)
                .find(|there| begins(people[*there]));
            let between = |name: usize| (at + 1..name).any(|there| begins(offices[there]));
            let behind = at > 1 && matches!(people[at - 2], 'e' | 's') && ahead.is_none_or(between);
            class = if behind || ahead.is_none() {
                "OFFICE-BEHIND"
            } else {
                "OFFICE-BEFORE"
            };
        }
        put(Layer::Cast, class, at, offices[at]);
        put(Layer::Bodies, "BODY", at, bodies[at]);
        put(Layer::Bodies, "PLACE", at, places[at]);
        put(Layer::Speech, "QUOTE", at, quotes[at]);
    }
    for row in &mut labels {
        mend(row);
    }
    Prepared { lesson, labels }
}

/// Where the holder of an office is named.
fn office(
    numbers: &str,
    range: &Range<usize>,
    people: &[(&str, usize)],
    lesson: &Lesson,
) -> &'static str {
    if numbers.contains(',') {
        return "OFFICE-SHARED";
    }
    let ahead = people.partition_point(|(_, start)| *start < range.end);
    let near = |at: usize| lesson.paragraphs[people[at].1] == lesson.paragraphs[range.start];
    let next = (ahead < people.len() && near(ahead)).then(|| people[ahead].0);
    let last = (ahead > 0 && near(ahead - 1)).then(|| people[ahead - 1].0);
    if next == Some(numbers) {
        "OFFICE-BEFORE"
    } else if last == Some(numbers) {
        "OFFICE-BEHIND"
    } else {
        "OFFICE-ELSEWHERE"
    }
}

/// Marks that overlap otherwise than nesting leave labels that cannot follow each other: those become `O`.
fn mend(row: &mut [String]) {
    let mut at = 0;
    while at < row.len() {
        let Some((place, class)) = row[at]
            .split_once('-')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
        else {
            at += 1;
            continue;
        };
        let mut end = at;
        let whole = match place.as_str() {
            "S" => true,
            "B" => {
                end += 1;
                while end < row.len() && row[end] == format!("I-{class}") {
                    end += 1;
                }
                end < row.len() && row[end] == format!("E-{class}")
            }
            _ => false,
        };
        if whole {
            at = end + 1;
        } else {
            row[at] = "O".to_owned();
            at += 1;
        }
    }
}

/// How the chars of a body follow from those of a text: the same letters, but for blanks and hyphens.
struct Shift {
    /// For each char of the text the char of the body.
    to: Vec<Option<usize>>,
}

impl Shift {
    /// Each line of the body is looked for behind the one before it; `None` where one is not found.
    fn between(text: &str, body: &str) -> Option<Shift> {
        let letters = |text: &str, from: usize| -> Vec<(usize, char)> {
            let own = text.chars().enumerate();
            own.filter(|(_, c)| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2011}'))
                .map(|(at, c)| (from + at, c))
                .collect()
        };
        let own = letters(text, 0);
        let mut to = vec![None; text.chars().count() + 1];
        let (mut at, mut from) = (0, 0);
        for line in body.split('\n') {
            let other = letters(line, from);
            from += line.chars().count() + 1;
            if other.is_empty() {
                continue;
            }
            let same = |start: &usize| {
                own[*start..].len() >= other.len()
                    && own[*start..]
                        .iter()
                        .zip(&other)
                        .all(|((_, a), (_, b))| a == b)
            };
            let start = (at..own.len()).find(same)?;
            for ((from, _), (there, _)) in own[start..].iter().zip(&other) {
                to[*from] = Some(*there);
            }
            at = start + other.len();
        }
        Some(Shift { to })
    }

    fn apply(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut letters = range.clone().filter_map(|at| self.to[at]);
        let first = letters.next()?;
        Some(first..letters.next_back().unwrap_or(first) + 1)
    }
}
