//! What a person types to find something, read: words, «words side by side», -without, beginnings*.

use crate::dates::dating::Dating;
use crate::dates::reading::{WrittenDate, read_beside};
use crate::keys::term::Term;
use crate::search::indexed::{Indexed, IndexedWord, indexed};
use crate::text::fold::{is_dash, is_double_quote};
use crate::text::token::is_hyphen;
use std::ops::Range;

/// No date is written in more phrases.
const LONGEST_DATE: usize = 8;

/// Years of two digits are of this century.
const LAST_YEAR: u32 = 2049;

/// Two digits from here on at the end of a date are its year; «03.04.05» may be of 2003 or of 2005.
const RECENT_YEAR: u32 = 2020;

/// A query: all of `wanted` and none of `without`. Both empty: it has no word to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Each must be there.
    pub wanted: Vec<Phrase>,
    /// None may be there.
    pub without: Vec<Phrase>,
    /// Which of the wanted are a date together; it is met by their words, or by what is dated so.
    pub dated: Vec<Dated>,
}

/// A day, a month, a year, or from one to another, as people write it: «2026 жылғы 12 мамыр», «май 2026», 2026-05.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The wanted phrases that say it, by place.
    pub of: Range<usize>,
    /// What a number begins with that means a day of it, as [`Dating::keys`] writes them; at least one.
    pub keys: Vec<String>,
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
    let mut stands = Vec::new();
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
            false => {
                stands.push(group.first().map_or(0, |word| word.start)..ends);
                query.wanted.push(phrase);
            }
        }
    }
    query.dated = dated(&chars, &stands, &query.wanted);
    query
}

/// The dates that a query says, each as long as it goes. `stands`: where its wanted phrases stand.
fn dated(chars: &[char], stands: &[Range<usize>], wanted: &[Phrase]) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < stands.len() {
        let free = wanted[first..].iter().take_while(|phrase| !phrase.quoted);
        let longest = (0..free.count().min(LONGEST_DATE)).rev();
        let date = longest.map(|more| first..first + more + 1).find_map(|of| {
            let text = chars.get(stands[of.start].start..stands[of.end - 1].end)?;
            let keys = date_keys(&text.iter().collect::<String>());
            (!keys.is_empty()).then_some(Dated { of, keys })
        });
        first = date.as_ref().map_or(first + 1, |date| date.of.end);
        found.extend(date);
    }
    found
}

/// The keys of a text that is a date and nothing else; of one that can be read in two ways, of both.
fn date_keys(text: &str) -> Vec<String> {
    // a word alone is no date, and most are
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    match read_beside(text, LAST_YEAR, RECENT_YEAR) {
        (WrittenDate::Read { dating, .. }, true) => dating.keys(),
        (WrittenDate::Ambiguous(ways), _) => ways.into_iter().flat_map(Dating::keys).collect(),
        _ => Vec::new(),
    }
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
            terms: group.iter().map(|word| (*word.term).clone()).collect(),
            open: chars.get(last.end) == Some(&'*'),
            quoted: range.is_some(),
            text,
        },
        without,
    ))
}

impl Query {
    /// Whether it has no word to look for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.without.is_empty()
    }

    /// Whether what is told in several texts has all that is wanted, and nothing that must not be there.
    pub fn is_met(&self, told: &[Indexed]) -> bool {
        let has = |phrase: &Phrase| told.iter().any(|text| phrase.is_in(text));
        let is_dated = |place| {
            let mut dates = self.dated.iter().filter(|dated| dated.of.contains(&place));
            dates.any(|dated| told.iter().any(|text| dated.is_in(text)))
        };
        let mut wanted = self.wanted.iter().enumerate();
        wanted.all(|(place, phrase)| has(phrase) || is_dated(place))
            && !self.without.iter().any(has)
    }
}

impl Dated {
    fn is_in(&self, text: &Indexed) -> bool {
        let begins = |form: &str| self.keys.iter().any(|key| form.starts_with(key));
        let is_key = |form: &str| matches!(form.len(), 4 | 6 | 8) && begins(form);
        text.words.iter().any(|word| is_key(&word.term.form))
    }
}

impl Phrase {
    /// A word of which only a key is known.
    pub fn of_key(key: &str) -> Phrase {
        Phrase {
            text: key.to_owned(),
            terms: vec![Term::of_key(key)],
            solid: None,
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
    fn a_date_is_known_however_it_is_written() {
        let keys = |text: &str| -> Vec<String> {
            let query = read_query(text, Typing::Going);
            query.dated.into_iter().flat_map(|date| date.keys).collect()
        };
        for (key, texts) in [
            (
                "20260512",
                &[
                    "12.05.2026",
                    "2026-05-12",
                    "12.5.2026",
                    "2026 жылғы 12 мамыр",
                    "2026 ж. 12 мамыр",
                    "12 мамыр 2026",
                    "12 мая 2026",
                    "12 мая 2026 г.",
                    "12 May 2026",
                    "May 12, 2026",
                    "форум 12 мая 2026 года Конаев",
                ][..],
            ),
            (
                "202605",
                &[
                    "мамыр 2026",
                    "2026 жылғы мамыр",
                    "2026-05",
                    "май 2026",
                    "May 2026",
                    "05.2026",
                ],
            ),
            ("2026", &["2026", "2026 жыл", "2026 г."]),
        ] {
            for text in texts {
                assert_eq!(keys(text), [key], "{text}");
            }
        }
        assert_eq!(
            keys("2026 жылғы 30 сәуір – 1 мамыр"),
            ["20260430", "20260501"]
        );
        for text in [
            "27.13.2026",
            "2026-0003",
            "мамыр",
            "«12 мамыр 2026»",
            "12 -мая 2026 ж -2025",
        ] {
            assert!(keys(text).iter().all(|key| key == "2026"), "{text}");
        }
    }

    #[test]
    fn a_date_is_met_by_its_words_or_by_what_is_dated_so() {
        for (query, text, yes) in [
            ("12 мая 2026", "12 и 13 числа, мая не было в 2026", true),
            ("12 мая 2026", "20260512", true),
            ("12 мая 2026", "202605", false),
            ("май 2026", "20260512", true),
            ("май 2026", "202605", true),
            ("май 2026", "2026051", false),
            ("май 2026 форум", "20260512", false),
            ("май 2026 форум", "20260512 форум", true),
            ("2025", "20260512", false),
        ] {
            assert_eq!(meets(query, text), yes, "{query} / {text}");
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
