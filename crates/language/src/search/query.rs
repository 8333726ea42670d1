//! What a person types to find something, read: words, «words side by side», -without, beginnings*.

use crate::keys::term::Term;
use crate::search::indexed::{Indexed, IndexedWord, indexed};
use crate::text::fold::{is_dash, is_double_quote};
use crate::text::token::is_hyphen;
use std::ops::Range;

/// A query: all of `wanted` and none of `without`. Both empty: it has no word to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Each must be there.
    pub wanted: Vec<Phrase>,
    /// None may be there.
    pub without: Vec<Phrase>,
}

/// A word, or words that stand side by side in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As it was typed, without its quotation marks.
    pub text: String,
    /// The words; at least one.
    pub terms: Vec<Term>,
    /// The same without its hyphens: «пресс-релиз» may be printed «прессрелиз».
    pub solid: Option<Term>,
    /// It is written like a day: `YYYYMMDD`.
    pub day: Option<String>,
    /// Whether its last word may go on: it is being typed, or ends in an asterisk.
    pub open: bool,
    /// Whether it stood in quotation marks.
    pub quoted: bool,
}

/// Whether a query is typed to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// It is.
    Done,
    /// Its last word may go on.
    Going,
    /// Every word may go on that is in no quotation marks: so one looks for names.
    Names,
}

/// What `text` asks for. What stands together without a blank is looked for side by side: «ЖО-1/5-78», 27.02.2026.
pub fn read_query(text: &str, typing: Typing) -> Query {
    let chars: Vec<char> = text.chars().collect();
    let quotes = quoted(&chars);
    let words = indexed(text).words;
    let mut query = Query::default();
    let mut from = 0;
    while from < words.len() {
        let mut to = from + 1;
        while to < words.len() && goes_on(&chars, &quotes, words.get(to - 1..=to)) {
            to += 1;
        }
        let group = words.get(from..to).unwrap_or_default();
        let last = to == words.len();
        from = to;
        let Some((mut phrase, without)) = read_phrase(&chars, &quotes, group) else {
            continue;
        };
        let ends = group.last().map_or(0, |word| word.end);
        let going = match typing {
            Typing::Done => false,
            Typing::Going => last && ends == chars.len(),
            Typing::Names => !phrase.quoted,
        };
        let whole = chars.get(ends.saturating_sub(1));
        phrase.open |= going && !without && whole.is_some_and(|c| c.is_alphanumeric());
        match without {
            true => query.without.push(phrase),
            false => query.wanted.push(phrase),
        }
    }
    query
}

/// A whole text as words side by side, the last of which may go on: what one looks for in a text before one's eyes.
pub fn read_phrase_alone(text: &str) -> Option<Phrase> {
    let chars: Vec<char> = text.chars().collect();
    let words = indexed(text).words;
    let (mut phrase, _) = read_phrase(&chars, &[], &words)?;
    phrase.open |= chars.last().is_some_and(|c| c.is_alphanumeric());
    Some(phrase)
}

/// Where quotation marks enclose something, of any shape; one left open reaches to the end.
fn quoted(chars: &[char]) -> Vec<Range<usize>> {
    let marks: Vec<usize> = chars
        .iter()
        .enumerate()
        .filter(|(_, c)| is_double_quote(**c))
        .map(|(at, _)| at)
        .collect();
    marks
        .chunks(2)
        .map(|pair| match pair {
            [open, close] => open + 1..*close,
            [open] => open + 1..chars.len(),
            _ => 0..0,
        })
        .collect()
}

fn region(quotes: &[Range<usize>], at: usize) -> Option<usize> {
    quotes.iter().position(|range| range.contains(&at))
}

/// Whether the second of two words belongs to the phrase of the first.
fn goes_on(chars: &[char], quotes: &[Range<usize>], pair: Option<&[IndexedWord]>) -> bool {
    let Some([one, other]) = pair else {
        return false;
    };
    match (region(quotes, one.start), region(quotes, other.start)) {
        (None, None) => {}
        (one, other) => return one == other,
    }
    let between = chars.get(one.end..other.start).unwrap_or_default();
    let digits = [one.end.checked_sub(1), Some(other.start)]
        .into_iter()
        .flatten()
        .all(|at| chars.get(at).is_some_and(char::is_ascii_digit));
    !between.iter().any(|c| {
        c.is_whitespace()
            || is_double_quote(*c)
            || matches!(
                c,
                ';' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '<' | '>' | '…'
            )
            || (*c == ',' && !digits)
    })
}

/// The phrase of some words, and whether it is one that must not be there.
fn read_phrase(
    chars: &[char],
    quotes: &[Range<usize>],
    group: &[IndexedWord],
) -> Option<(Phrase, bool)> {
    let (first, last) = (group.first()?, group.last()?);
    let range = region(quotes, first.start).and_then(|place| quotes.get(place));
    let begins = range.map_or(first.start, |range| range.start.saturating_sub(1));
    let before = begins.checked_sub(1).and_then(|at| chars.get(at));
    let farther = begins.checked_sub(2).and_then(|at| chars.get(at));
    let without = before.is_some_and(|c| is_dash(*c))
        && farther.is_none_or(|c| c.is_whitespace() || *c == '(');
    let text: String = chars.get(first.start..last.end)?.iter().collect();
    let joined = group.windows(2).all(|pair| match pair {
        [one, other] => {
            let between = chars.get(one.end..other.start).unwrap_or_default();
            matches!(between, [c] if is_hyphen(*c))
        }
        _ => true,
    });
    Some((
        Phrase {
            solid: (group.len() > 1 && joined)
                .then(|| Term::of(&text))
                .flatten(),
            day: day(&text),
            terms: group.iter().map(|word| (*word.term).clone()).collect(),
            open: chars.get(last.end) == Some(&'*'),
            quoted: range.is_some(),
            text,
        },
        without,
    ))
}

/// A day of the calendar written in digits, the year first or last, as `YYYYMMDD`.
fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '-', '/']).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = match (a.len(), c.len()) {
        (4, 1..=2) => (a, b, c),
        (1..=2, 4) => (c, b, a),
        _ => return None,
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year) || !digits(month) || !digits(day) {
        return None;
    }
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year}{month:02}{day:02}"))
}

impl Query {
    /// Whether it has no word to look for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.without.is_empty()
    }

    /// Whether what is told in several texts has all that is wanted, and nothing that must not be there.
    pub fn is_met(&self, told: &[Indexed]) -> bool {
        let has = |phrase: &Phrase| told.iter().any(|text| phrase.is_in(text));
        self.wanted.iter().all(has) && !self.without.iter().any(has)
    }
}

impl Phrase {
    /// A word of which only a key is known.
    pub fn of_key(key: &str) -> Phrase {
        Phrase {
            text: key.to_owned(),
            terms: vec![Term::of_key(key)],
            solid: None,
            day: None,
            open: false,
            quoted: false,
        }
    }

    fn is_in(&self, text: &Indexed) -> bool {
        !self.places(text).is_empty()
    }

    /// Where a text has it: chars before and to the end.
    pub fn places(&self, text: &Indexed) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for window in text.words.windows(self.terms.len()) {
            let there = window.iter().zip(&self.terms).enumerate();
            let mut there = there.map(|(place, (word, term))| self.meets(place, term, &word.term));
            if there.all(|met| met)
                && let (Some(first), Some(last)) = (window.first(), window.last())
            {
                found.push((first.start, last.end));
            }
        }
        if let [term] = self.terms.as_slice() {
            let besides = text.besides.iter();
            let there = besides.filter(|word| self.meets(0, term, &word.term));
            found.extend(there.map(|word| (word.start, word.end)));
        }
        if let Some(solid) = &self.solid {
            let all = text.words.iter().chain(&text.besides);
            let there = all.filter(|word| solid.meets(&word.term));
            found.extend(there.map(|word| (word.start, word.end)));
        }
        if let Some(day) = &self.day {
            let all = text.words.iter();
            let there = all.filter(|word| word.term.form == *day);
            found.extend(there.map(|word| (word.start, word.end)));
        }
        found
    }

    fn meets(&self, place: usize, wanted: &Term, word: &Term) -> bool {
        let last = place + 1 == self.terms.len();
        wanted.meets(word) || self.open && last && word.form.starts_with(&wanted.form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<Indexed> {
        vec![indexed(text)]
    }

    fn meets(query: &str, text: &str) -> bool {
        read_query(query, Typing::Done).is_met(&told(text))
    }

    #[test]
    fn a_query_means_what_it_says() {
        for (query, text, yes) in [
            ("мектеп көпір", "Көпір мен мектептер", true),
            ("мектеп көпір", "Мектеп", false),
            // words that stand together are looked for together
            ("пресс-релиз", "Жаңа пресс-релизде", true),
            ("пресс-релиз", "пресс релиз", true),
            ("пресс-релиз", "прессрелиз", true),
            ("пресс-релиз", "Пресс для металла, релиз", false),
            ("прессрелиз", "пресс-релиз", true),
            ("Алматы-Астана", "Астана күні, Алматы", false),
            ("ЖО-1/5-78", "№ ЖО-1/5-78 хат", true),
            ("ЖО-1/5-78", "№ ЖО-1/5-79 хат", false),
            ("2026-0003", "2026-0004", false),
            ("27.02.2026", "2026 жыл, 02, 27", false),
            ("27.02.2026", "27.02.2026 жылғы", true),
            ("релиз", "пресс-релиз", true),
            // in any quotation marks
            ("\"Айдос Серікұлы\"", "Айдос Серікұлының сөзі", true),
            ("«Айдос Серікұлы»", "Серікұлы туралы Айдос", false),
            ("“Айдос Серікұлы”", "Серікұлы туралы Айдос", false),
            ("„Айдос Серікұлы“", "Айдос Серікұлы", true),
            ("\"Айдос Серік", "Айдос Серік", true),
            (
                "«Ерлік»тің төрағасы",
                "«Ерлік» бірлестігінің төрағасы",
                true,
            ),
            // without
            ("Айдос -келді", "Айдос келді", false),
            ("Айдос -келді", "Айдос кетті", true),
            ("Айдос -«кеше келді»", "Айдос келді, кеше", true),
            ("Айдос -«кеше келді»", "Айдос кеше келді", false),
            ("мектеп - көпір", "мектеп пен көпір", true),
            // beginnings
            ("кітапх*", "кітапханашы", true),
            ("кітапх", "кітапханашы", false),
            ("«жаңа кітапх*»", "жаңа кітапханашы", true),
            // letters of another script, stress marks, soft hyphens, numbers
            ("Дінмұхамед", "Дiнмұхамед", true),
            ("Дiнмұхамед", "Дінмұхамед", true),
            ("Омаровой", "Oмарова", true),
            ("замок", "за\u{301}мок", true),
            ("больница", "больни\u{301}цы", true),
            ("реформа", "ре\u{ad}формасы", true),
            ("5000", "5\u{a0}000 теңге", true),
            ("5 000", "5000 теңге", true),
            ("5 000", "5\u{202f}000", true),
            ("ХХІ", "XXI ғасыр", true),
            ("а.б", "а мен б", false),
            ("1,5", "1,5 млн", true),
            ("мектеп,көпір", "көпір мен мектеп", true),
        ] {
            assert_eq!(meets(query, text), yes, "{query} / {text}");
        }
    }

    #[test]
    fn what_has_no_letter_or_digit_is_no_word() {
        for query in ["🎉", "«»", "*", "-", "!!!", "\"\"", " ", "", "—"] {
            assert!(read_query(query, Typing::Going).is_empty(), "{query}");
        }
    }

    #[test]
    fn only_the_last_word_goes_on_while_one_types() {
        let query = read_query("мектеп кітапх", Typing::Going);
        let open: Vec<bool> = query.wanted.iter().map(|phrase| phrase.open).collect();
        assert_eq!(open, [false, true]);
        for text in ["мектеп кітапх ", "\"мектеп кітапх\"", "мектеп -кітапх"]
        {
            let query = read_query(text, Typing::Going);
            assert!(query.wanted.iter().all(|phrase| !phrase.open), "{text}");
        }
        assert!(read_query("\"мектеп кіт", Typing::Going).wanted[0].open);
        let names = read_query("Құнан «Абай» Аб", Typing::Names);
        let open: Vec<bool> = names.wanted.iter().map(|phrase| phrase.open).collect();
        assert_eq!(open, [true, false, true]);
    }

    #[test]
    fn days_are_known_in_both_ways_of_writing() {
        for (text, day) in [
            ("27.02.2026", Some("20260227")),
            ("2026-02-27", Some("20260227")),
            ("7.2.2026", Some("20260207")),
            ("27.13.2026", None),
            ("2026-0003", None),
            ("12/05/17", None),
        ] {
            let query = read_query(text, Typing::Done);
            assert_eq!(query.wanted[0].day.as_deref(), day, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_query_is_read_and_every_phrase_has_a_word(s in "(.|[а-яқі0-9\\-' *«»\"]){0,40}") {
            let query = read_query(&s, Typing::Going);
            for phrase in query.wanted.iter().chain(&query.without) {
                prop_assert!(!phrase.terms.is_empty());
            }
        }

        #[test]
        fn a_text_has_its_own_words(s in "[а-яқі0-9]{1,8}([ \\-.][а-яқі0-9]{1,8}){0,4}") {
            let query = read_query(&s, Typing::Done);
            prop_assert!(query.is_met(&told(&s)), "{:?}", query);
        }
    }
}
