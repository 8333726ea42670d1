//! The marks of lists in a text: «1.», «2)», «а)», «IV.», «1.2.». One program writes them into the text, another draws
//! them, so that a text is the same with them and without.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::plain_letter::plain_letter;
use crate::text::fold::fold;
use crate::text::marks::is_invisible;

/// A mark has at most so many signs.
const LONGEST: usize = 16;

/// Numbers within each other: «1.2.3.».
const DEEPEST: usize = 5;

/// No list is counted further.
const LAST: u32 = 999;

/// The letters that lists count with; the Russian ones without those that lists leave out, and with all.
const ALPHABETS: [&str; 5] = [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
];

/// What numbers of one list share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Sequence {
    kind: Kind,
    /// What stands behind the number; a blank where nothing does.
    stop: char,
    /// The numbers above.
    above: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Digits,
    Roman,
    /// By the place of the alphabet.
    Letters(usize),
}

/// A sequence of which something may be a number, and which.
type Reading = (Sequence, u32);

/// Something that may be a mark, and what it may be read as.
struct Candidate {
    place: Range<usize>,
    readings: Vec<Reading>,
}

/// Lists within each other that count in the same way, by the number that each has come to.
#[derive(Default)]
struct OpenLists {
    numbers: Vec<u32>,
}

impl OpenLists {
    fn begin(&mut self) -> bool {
        if self.numbers.len() >= DEEPEST {
            self.numbers.remove(0);
        }
        self.numbers.push(1);
        true
    }

    /// Whether a number goes on with one of them; those within it end.
    fn go_on(&mut self, number: u32) -> bool {
        let place = self.numbers.iter().rposition(|last| last + 1 == number);
        if let Some(place) = place {
            self.numbers.truncate(place);
            self.numbers.push(number);
        }
        place.is_some()
    }
}

/// Where the marks of lists stand, in bytes, in their order. A number is one where it goes on from the one before it in
/// its list, or begins a list that goes on: one that stands alone is text. How the lines are broken makes no difference.
pub(super) fn find_list_marks(text: &str) -> Vec<Range<usize>> {
    let candidates = find_candidates(text);
    // a list begins where its second number comes later
    let mut lasts: HashMap<&Sequence, usize> = HashMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for (sequence, number) in &candidate.readings {
            if *number == 2 {
                lasts.insert(sequence, at);
            }
        }
    }
    let mut open: HashMap<&Sequence, OpenLists> = HashMap::new();
    let mut marks = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let mut is_mark = false;
        for (sequence, number) in &candidate.readings {
            let begins = *number == 1 && lasts.get(sequence).is_some_and(|last| *last > at);
            let lists = open.entry(sequence).or_default();
            is_mark |= match begins {
                true => lists.begin(),
                false => lists.go_on(*number),
            };
        }
        if is_mark {
            marks.push(candidate.place.clone());
        }
    }
    marks
}

/// The text without the marks of its lists.
pub(super) fn without_list_marks(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    for mark in find_list_marks(text) {
        left += text.get(from..mark.start).unwrap_or_default();
        from = mark.end;
    }
    left + text.get(from..).unwrap_or_default()
}

fn find_candidates(text: &str) -> Vec<Candidate> {
    let is_blank = |c: char| c.is_whitespace() || c == '>';
    let mut candidates = Vec::new();
    let mut is_at_word = true;
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            continue;
        }
        if std::mem::replace(&mut is_at_word, is_blank(c))
            && may_begin(c)
            && let Some(candidate) = read_candidate(text, at)
        {
            candidates.push(candidate);
        }
    }
    candidates
}

fn may_begin(c: char) -> bool {
    c == '(' || c.is_alphanumeric()
}

/// What begins at a place, if it may be a mark.
fn read_candidate(text: &str, at: usize) -> Option<Candidate> {
    let rest = text.get(at..)?;
    let mut visible = rest
        .char_indices()
        .filter(|(_, c)| !is_invisible(*c))
        .take(LONGEST + 1)
        .peekable();
    let is_bracketed = visible.next_if(|(_, c)| *c == '(').is_some();
    let mut numbers: Vec<String> = vec![String::new()];
    let mut stop = ' ';
    let mut end = 0;
    while let Some((place, c)) = visible.peek().copied() {
        let number = numbers.last_mut()?;
        match c {
            _ if c.is_alphanumeric() && stop == ' ' => number.push(c),
            // «1.2»: another number stands below
            _ if c.is_ascii_digit() && stop == '.' => {
                stop = ' ';
                numbers.push(c.to_string());
            }
            '.' | ')' if stop == ' ' && !number.is_empty() => stop = c,
            _ => break,
        }
        end = at + place + c.len_utf8();
        visible.next();
    }
    let behind = visible.peek().map(|(_, c)| *c);
    let is_whole = behind.is_none_or(char::is_whitespace);
    let is_mark = match (stop, is_bracketed) {
        (')', true) => true,
        (_, true) => false,
        (' ', false) => is_whole && numbers.len() > 1,
        // «1.Бюджет»: the blank is missing
        (_, false) => true,
    };
    let goes_on = is_whole || behind.is_some_and(|c| c.is_alphabetic() || "«\"“„".contains(c));
    if !is_mark || !goes_on || numbers.len() > DEEPEST {
        return None;
    }
    let last = numbers.pop()?;
    let above: Option<Vec<u32>> = numbers.iter().map(|number| read_digits(number)).collect();
    let readings = read_number(&last, stop, &above?);
    (!readings.is_empty()).then_some(Candidate {
        place: at..end,
        readings,
    })
}

fn read_number(number: &str, stop: char, above: &[u32]) -> Vec<Reading> {
    let sequence = |kind| Sequence {
        kind,
        stop,
        above: above.to_vec(),
    };
    if let Some(digits) = read_digits(number) {
        return vec![(sequence(Kind::Digits), digits)];
    }
    let mut readings = Vec::new();
    if !above.is_empty() {
        return readings;
    }
    if let Some(roman) = read_roman(number) {
        readings.push((sequence(Kind::Roman), roman));
    }
    // a letter with a stop is rather an initial
    let mut letters = number.chars();
    if let (Some(letter), None, ')') = (letters.next(), letters.next(), stop) {
        let places = PLACES.get(&plain(letter)).into_iter().flatten();
        readings
            .extend(places.map(|(alphabet, number)| (sequence(Kind::Letters(*alphabet)), *number)));
    }
    readings
}

/// The alphabets in which a letter, or one that looks like it, stands, and where, from 1.
static PLACES: LazyLock<HashMap<String, Vec<(usize, u32)>>> = LazyLock::new(|| {
    let mut places: HashMap<String, Vec<(usize, u32)>> = HashMap::new();
    for (alphabet, letters) in ALPHABETS.iter().enumerate() {
        for (number, letter) in (1..).zip(letters.chars()) {
            let of_letter = places.entry(plain(letter)).or_default();
            of_letter.push((alphabet, number));
        }
    }
    places
});

fn plain(letter: char) -> String {
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    folded.chars().filter_map(plain_letter).collect()
}

fn read_digits(number: &str) -> Option<u32> {
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| number.parse().ok()).flatten()?;
    (1..=LAST).contains(&number).then_some(number)
}

/// A Roman number, in Latin letters or those that look like them; only in the form in which one writes it.
fn read_roman(number: &str) -> Option<u32> {
    let mut values = Vec::new();
    for c in number.chars() {
        values.push(match c {
            'I' | 'i' | 'І' | 'і' => 1,
            'V' | 'v' => 5,
            'X' | 'x' | 'Х' | 'х' => 10,
            'L' | 'l' => 50,
            'C' | 'c' | 'С' | 'с' => 100,
            _ => return None,
        });
    }
    let mut sum = 0;
    for (at, value) in values.iter().enumerate() {
        match values.get(at + 1) {
            Some(next) if next > value => sum -= value,
            _ => sum += value,
        }
    }
    u32::try_from(sum)
        .ok()
        .filter(|sum| (1..=LAST).contains(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<&str> {
        let places = find_list_marks(text);
        places.into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn numbers_that_follow_each_other_are_marks() {
        for (text, expected) in [
            ("Күн тәртібі:\n1. Бюджет\n2. Мектеп", &["1.", "2."][..]),
            ("1) бір 2) екі 3) үш", &["1)", "2)", "3)"]),
            ("а) бір\nб) екі\nв) үш", &["а)", "б)", "в)"]),
            ("а) бір\nә) екі\nб) үш", &["а)", "ә)", "б)"]),
            ("a) one\nb) two", &["a)", "b)"]),
            ("I. Бір\nII. Екі\nIII. Үш", &["I.", "II.", "III."]),
            (
                "1. Бір\n1.1. Ішкі\n1.2. Тағы\n2. Екі",
                &["1.", "1.1.", "1.2.", "2."],
            ),
            ("1.1 бір\n1.2 екі", &["1.1", "1.2"]),
            ("1.Бюджет\n2.Мектеп", &["1.", "2."]),
            ("(1) бір (2) екі", &["(1)", "(2)"]),
            // lists within each other that count in one way, as pages draw them
            ("1. бір 1. а 2. ә 2. екі", &["1.", "1.", "2.", "2."]),
            // each list begins anew
            ("1. а 2. ә бос 1. б 2. в", &["1.", "2.", "1.", "2."]),
            // what stands alone, or does not follow, is text
            ("Саны 1. Содан кейін 25. Тағы", &[]),
            ("А. Сәрсенов пен Б. Омаров", &[]),
            ("27.02.2026 күні 1.5 пайыз", &[]),
            ("5) бес\n7) жеті", &[]),
        ] {
            assert_eq!(marks(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_text_is_left_without_them() {
        assert_eq!(without_list_marks("1. Бір\n2. Екі"), " Бір\n Екі");
        assert_eq!(without_list_marks("Жай сөз"), "Жай сөз");
    }
}
