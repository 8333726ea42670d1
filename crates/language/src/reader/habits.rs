//! What an archivist decided on before: positions that were printed with a name, places on record, and names that were
//! turned down. The next reading leans on it, and leaves out what is turned down again and again and is on no record.

use crate::keys::party_key::party_key;
use crate::reader::found::{FoundPlace, Phrase};
use crate::reader::learned::SuggestionKind;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::mention::Mention;
use crate::reader::understood::Suggested;
use crate::text::token::words;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// What was turned down in so many documents, and is on no record, is left out of others.
const OFTEN: usize = 5;

/// A position has at most so many words.
const LONGEST: usize = 16;

/// What was decided on words. What is taken back as often as it was added is not known any more, and the order of it all
/// does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Habits {
    positions: Phrases,
    places: Phrases,
    /// By the key of a name: in how many documents it was turned down.
    refused: HashMap<(SuggestionKind, String), usize>,
}

/// Phrases, to be found in a text wherever their words stand side by side, in whatever case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Phrases {
    /// As they were added, and how often.
    written: HashMap<String, usize>,
    /// By the keys of their words: how many are written so.
    known: HashMap<Vec<String>, usize>,
    /// By the key of the last word, and by that of the first: how many have so many words.
    by_last: HashMap<String, BTreeMap<usize, usize>>,
    by_first: HashMap<String, BTreeMap<usize, usize>>,
}

impl Phrases {
    fn add(&mut self, phrase: &str) {
        // many are written alike, and keys take longer than counting
        let count = self.written.entry(phrase.to_owned()).or_default();
        *count += 1;
        if *count > 1 {
            return;
        }
        let keys = keys_of(phrase);
        let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
            return;
        };
        for (lengths, key) in [(&mut self.by_first, first), (&mut self.by_last, last)] {
            let own = lengths.entry(key.clone()).or_default();
            *own.entry(keys.len()).or_default() += 1;
        }
        *self.known.entry(keys).or_default() += 1;
    }

    fn remove(&mut self, phrase: &str) {
        if !count_down(&mut self.written, &phrase.to_owned()) || self.written.contains_key(phrase) {
            return;
        }
        let keys = keys_of(phrase);
        if !count_down(&mut self.known, &keys) {
            return;
        }
        let ends = [
            (&mut self.by_first, keys.first()),
            (&mut self.by_last, keys.last()),
        ];
        for (lengths, key) in ends {
            if let Some(key) = key
                && let Entry::Occupied(mut own) = lengths.entry(key.clone())
            {
                if let Some(count) = own.get_mut().get_mut(&keys.len()) {
                    *count -= 1;
                }
                own.get_mut().retain(|_, count| *count > 0);
                if own.get().is_empty() {
                    own.remove();
                }
            }
        }
    }

    /// How many words those have that begin with this one, the longest first.
    fn lengths_from(&self, first: &str) -> impl Iterator<Item = usize> {
        let own = self.by_first.get(first).into_iter();
        own.flat_map(|lengths| lengths.keys().rev().copied())
    }

    /// The same of those that end with it.
    fn lengths_to(&self, last: &str) -> impl Iterator<Item = usize> {
        let own = self.by_last.get(last).into_iter();
        own.flat_map(|lengths| lengths.keys().rev().copied())
    }

    fn has(&self, keys: &[String]) -> bool {
        self.known.contains_key(keys)
    }
}

/// Whether it was there.
fn count_down<K: std::hash::Hash + Eq + Clone>(counts: &mut HashMap<K, usize>, key: &K) -> bool {
    let Entry::Occupied(mut count) = counts.entry(key.clone()) else {
        return false;
    };
    *count.get_mut() -= 1;
    if *count.get() == 0 {
        count.remove();
    }
    true
}

impl Habits {
    pub fn add_position(&mut self, printed: &str) {
        self.positions.add(printed);
    }

    pub fn remove_position(&mut self, printed: &str) {
        self.positions.remove(printed);
    }

    pub fn add_place(&mut self, name: &str) {
        self.places.add(name);
    }

    pub fn remove_place(&mut self, name: &str) {
        self.places.remove(name);
    }

    pub fn has_place(&self, name: &str) -> bool {
        self.places.has(&keys_of(name))
    }

    /// `key`: as [`crate::party_key`] makes it of the name.
    pub fn add_refusal(&mut self, kind: SuggestionKind, key: &str) {
        *self.refused.entry((kind, key.to_owned())).or_default() += 1;
    }

    pub fn remove_refusal(&mut self, kind: SuggestionKind, key: &str) {
        count_down(&mut self.refused, &(kind, key.to_owned()));
    }

    fn refused(&self, kind: SuggestionKind, name: &str) -> usize {
        if self.refused.is_empty() {
            return 0;
        }
        let count = self.refused.get(&(kind, party_key(name)));
        count.copied().unwrap_or_default()
    }

    /// Gives each name the position that was kept before and stands right beside it, where the reader found none there or
    /// only a part of it.
    pub(crate) fn amend_positions(
        &self,
        lexed: &Lexed,
        mentions: &[Mention],
        positions: &mut [Vec<Phrase>],
    ) {
        if self.positions.known.is_empty() {
            return;
        }
        for (at, mention) in mentions.iter().enumerate() {
            let floor = at.checked_sub(1).map_or(0, |at| mentions[at].last + 1);
            let roof = mentions
                .get(at + 1)
                .map_or(lexed.tokens.len(), |next| next.first);
            let before = self.kept_before(lexed, floor, mention.first);
            let behind = self.kept_behind(lexed, mention.last + 1, roof);
            let own = &mut positions[at];
            for known in before.into_iter().chain(behind) {
                let holds = |other: &Phrase| other.0 <= known.0 && known.1 <= other.1;
                if own.iter().any(holds) {
                    continue;
                }
                own.retain(|other| other.1 < known.0 || known.1 < other.0);
                own.push(known);
                own.sort_unstable();
            }
        }
    }

    /// The longest kept position that ends right before a token.
    fn kept_before(&self, lexed: &Lexed, floor: usize, end: usize) -> Option<Phrase> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if !matches!(lexed.tokens[last].sort, Sort::Word | Sort::Quote) {
            return None;
        }
        let line = lexed.tokens[last].paragraph;
        let words: Vec<usize> = (floor..end)
            .rev()
            .take_while(|at| lexed.tokens[*at].paragraph == line)
            .filter(|at| lexed.tokens[*at].sort == Sort::Word)
            .take(LONGEST)
            .collect();
        let mut keys: Vec<String> = words.iter().map(|at| key_of(lexed, *at)).collect();
        let end = keys.first()?.clone();
        keys.reverse();
        self.positions.lengths_to(&end).find_map(|length| {
            let window = keys.len().checked_sub(length).map(|from| &keys[from..])?;
            let known = self.positions.has(window);
            known.then(|| with_quote(lexed, words[length - 1], last))
        })
    }

    /// The longest kept position that begins behind a name, with nothing but a comma or a dash between.
    fn kept_behind(&self, lexed: &Lexed, from: usize, roof: usize) -> Option<Phrase> {
        let parts = matches!(
            lexed.tokens.get(from)?.sort,
            Sort::Sign(',' | '(') | Sort::Dash
        );
        if !parts {
            return None;
        }
        let line = lexed.tokens[from].paragraph;
        let words: Vec<usize> = (from + 1..roof)
            .take_while(|at| lexed.tokens[*at].paragraph == line)
            .filter(|at| lexed.tokens[*at].sort == Sort::Word)
            .take(LONGEST)
            .collect();
        let keys: Vec<String> = words.iter().map(|at| key_of(lexed, *at)).collect();
        self.positions
            .lengths_from(keys.first()?)
            .find_map(|length| {
                let window = keys.get(..length)?;
                let last = words[length - 1];
                let ends = lexed.tokens.get(last + 1).is_none_or(|next| {
                    next.paragraph != line || matches!(next.sort, Sort::Sign(_) | Sort::Dash)
                });
                let known = ends && self.positions.has(window);
                known.then(|| with_quote(lexed, words[0], last))
            })
    }

    /// The places on record that a text names.
    pub(crate) fn find_places(
        &self,
        lexed: &Lexed,
        name: impl Fn(usize, usize) -> String,
    ) -> Vec<FoundPlace> {
        if self.places.known.is_empty() {
            return Vec::new();
        }
        let at: Vec<usize> = (0..lexed.tokens.len())
            .filter(|at| lexed.tokens[*at].sort == Sort::Word)
            .collect();
        let keys: Vec<String> = at.iter().map(|at| key_of(lexed, *at)).collect();
        let stands = |begin: usize, length: usize| -> Option<(usize, usize)> {
            let window = keys.get(begin..begin + length)?;
            let (first, last) = (at[begin], at[begin + length - 1]);
            let whole = last - first + 1 == length
                && lexed.tokens[first].capital
                && lexed.tokens[first].sentence == lexed.tokens[last].sentence;
            (whole && self.places.has(window)).then_some((first, last))
        };
        let longest = |(begin, key): (usize, &String)| {
            let mut lengths = self.places.lengths_from(key);
            lengths.find_map(|length| stands(begin, length))
        };
        let found = keys.iter().enumerate().filter_map(longest);
        found
            .map(|(first, last)| FoundPlace {
                first,
                last,
                name: name(first, last),
                tagged: false,
            })
            .collect()
    }

    /// Whether a name was turned down in so many documents that it is left out of others, unless it is on record.
    pub fn leaves_out(&self, kind: SuggestionKind, name: &str) -> bool {
        self.refused(kind, name) >= OFTEN
    }

    /// What was ever turned down is not certain; bodies and places that were turned down often are suggested no more.
    /// `on_record`: whether the archive has such a name.
    pub(crate) fn apply_refusals(
        &self,
        suggested: &mut Suggested,
        on_record: impl Fn(SuggestionKind, &str) -> bool,
    ) {
        if self.refused.is_empty() {
            return;
        }
        for one in &mut suggested.people {
            one.certain &= self.refused(SuggestionKind::Person, &one.name) == 0;
            if !one.certain {
                one.positions_certain.fill(false);
            }
        }
        let is_gone = |kind: SuggestionKind, name: &str, certain: &mut bool| {
            *certain &= self.refused(kind, name) == 0;
            self.leaves_out(kind, name) && !on_record(kind, name)
        };
        let bodies = suggested.organisations.iter_mut();
        let gone: Vec<bool> = bodies
            .map(|one| is_gone(SuggestionKind::Organisation, &one.name, &mut one.certain))
            .collect();
        take_out(&mut suggested.organisations, &gone);
        take_out(&mut suggested.grounds.organisations, &gone);
        let places = suggested.places.iter_mut();
        let gone: Vec<bool> = places
            .map(|one| is_gone(SuggestionKind::Place, &one.name, &mut one.certain))
            .collect();
        take_out(&mut suggested.places, &gone);
        take_out(&mut suggested.grounds.places, &gone);
    }
}

/// Takes out of a list what is gone.
fn take_out<T>(list: &mut Vec<T>, gone: &[bool]) {
    let mut at = gone.iter();
    list.retain(|_| at.next() != Some(&true));
}

/// With the quotation mark right before it, where its pair stands inside.
fn with_quote(lexed: &Lexed, first: usize, last: usize) -> Phrase {
    let is_mark = |at: usize| {
        lexed
            .tokens
            .get(at)
            .is_some_and(|one| one.sort == Sort::Quote)
    };
    let inside = (first..=last).filter(|at| is_mark(*at)).count();
    match first.checked_sub(1).is_some_and(is_mark) && inside % 2 == 1 {
        true => (first - 1, last),
        false => (first, last),
    }
}

/// The keys of a phrase's words, in order.
fn keys_of(phrase: &str) -> Vec<String> {
    words(phrase).map(|word| key_of_word(word.text)).collect()
}

fn key_of(lexed: &Lexed, at: usize) -> String {
    key_of_word(&lexed.tokens[at].text)
}

/// The key of a word in any case, Kazakh or Russian.
fn key_of_word(word: &str) -> String {
    let key = party_key(word);
    Stemmer::create(Algorithm::Russian).stem(&key).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::lexicon::Lexicon;
    use crate::reader::read_with;
    use proptest::prelude::*;

    const TEXT: &str = "Көктем жармеңкесі өтті\n\
        Сенбіде Қызылтаң ауылында жармеңке өтті. Оны ауылдың бас дәнтанушысы Ерлан Омаров ашты. \
        Шараға «Жасыл жол» қоғамдық бірлестігі қолдау көрсетті.\n";

    fn bodies(lexicon: &Lexicon) -> Vec<String> {
        let bodies = read_with(TEXT, lexicon).organisations;
        bodies.into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn a_position_that_was_kept_is_read_beside_a_name() {
        let text = "Хабар шықты\nКездесуге коллекционер Ерлан Омаров келді.\n";
        let positions = |lexicon: &Lexicon| read_with(text, lexicon).people.remove(0).positions;
        let mut lexicon = Lexicon::default();
        assert_eq!(positions(&lexicon), [""; 0]);
        lexicon.add_printed_position("Коллекционердің");
        assert_eq!(positions(&lexicon), ["коллекционер"]);
        lexicon.remove_printed_position("Коллекционердің");
        assert_eq!(positions(&lexicon), [""; 0]);
        // a longer one that the reader finds stays
        let longer = read_with(TEXT, &lexicon).people.remove(0).positions;
        lexicon.add_printed_position("дәнтанушысы");
        assert_eq!(read_with(TEXT, &lexicon).people.remove(0).positions, longer);
    }

    #[test]
    fn no_position_is_read_over_a_sign() {
        let text = "Кездесу\nЖиынға келгендер: кеңес төрағасы; Ерлан Омаров, Сәуле Қасымова.\n";
        let mut lexicon = Lexicon::default();
        let before = read_with(text, &lexicon).people;
        lexicon.add_printed_position("кеңес төрағасы");
        assert_eq!(read_with(text, &lexicon).people, before);
    }

    #[test]
    fn a_body_that_is_turned_down_everywhere_is_suggested_no_more_unless_it_is_on_record() {
        let mut lexicon = Lexicon::default();
        let name = bodies(&lexicon).remove(0);
        let key = party_key(&name);
        let once = {
            lexicon.add_refusal(SuggestionKind::Organisation, &key);
            read_with(TEXT, &lexicon).organisations.remove(0)
        };
        // turned down once it is not certain, and still suggested
        assert!(!once.certain);
        for _ in 0..7 {
            lexicon.add_refusal(SuggestionKind::Organisation, &key);
        }
        assert_eq!(bodies(&lexicon), [""; 0]);
        lexicon.add_organisation(&name);
        assert_eq!(bodies(&lexicon), [name]);
    }

    #[test]
    fn a_name_that_is_turned_down_everywhere_is_no_participant() {
        let mut lexicon = Lexicon::default();
        for _ in 0..8 {
            lexicon.add_refusal(SuggestionKind::Person, &party_key("Ерлан Омаров"));
        }
        assert_eq!(read_with(TEXT, &lexicon).people.len(), 0);
        lexicon.add_person("Ерлан Омаров");
        assert_eq!(read_with(TEXT, &lexicon).people.len(), 1);
    }

    #[test]
    fn a_place_on_record_is_found_where_it_stands_with_a_capital() {
        let text = "Хабар\nЖұмысшылар Бестөбеден келді. Олар бестөбе деген сөзді білмейді.\n";
        let named = |lexicon: &Lexicon| -> Vec<String> {
            let places = read_with(text, lexicon).places.into_iter();
            places
                .flat_map(|one| one.mentions)
                .map(|span| span.text)
                .collect()
        };
        let mut lexicon = Lexicon::default().taught(None);
        let before = named(&lexicon);
        lexicon = Lexicon::default();
        lexicon.add_place("Бестөбе");
        assert_eq!(named(&lexicon), ["Бестөбеден"], "{before:?} by rules");
    }

    proptest! {
        #[test]
        fn what_is_taken_back_is_not_known(
            phrases in prop::collection::vec("[А-Яа-яқәөү «»-]{0,20}", 0..12),
            order in any::<u64>(),
        ) {
            let mut lexicon = Lexicon::default();
            for phrase in &phrases {
                lexicon.add_printed_position(phrase);
                lexicon.add_place(phrase);
                lexicon.add_refusal(SuggestionKind::Place, phrase);
            }
            let mut back: Vec<&String> = phrases.iter().collect();
            if !back.is_empty() {
                let by = (order % back.len() as u64) as usize;
                back.rotate_left(by);
            }
            for phrase in back {
                lexicon.remove_printed_position(phrase);
                lexicon.remove_place(phrase);
                lexicon.remove_refusal(SuggestionKind::Place, phrase);
            }
            prop_assert_eq!(&lexicon, &Lexicon::default());
            // and what was never added takes nothing away
            lexicon.remove_place("Алматы");
            prop_assert_eq!(lexicon, Lexicon::default());
        }
    }
}
