//! How well a search for one form of a Kazakh word finds its other forms, by words whose paradigm a text attests.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use muragat_language::{search_keys, words};

use super::paradigm::{cases, forms, is_front};

/// What one way of searching found: sentences that have the word among those found, those found, those to be found.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    pub right: usize,
    pub found: usize,
    pub wanted: usize,
}

impl Figures {
    fn count(&mut self, found: &BTreeSet<usize>, wanted: &BTreeSet<usize>) {
        self.right += found.intersection(wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
    }

    /// Of those to be found, in per cent.
    pub fn recall(self) -> f64 {
        self.right as f64 * 100.0 / self.wanted.max(1) as f64
    }

    /// Of those found, in per cent.
    pub fn precision(self) -> f64 {
        self.right as f64 * 100.0 / self.found.max(1) as f64
    }
}

/// The three ways beside each other.
#[derive(Debug, Default)]
pub struct Comparison {
    pub words: usize,
    pub queries: usize,
    pub keys: Figures,
    pub exact: Figures,
    pub prefix: Figures,
}

/// Every word of at least four letters of which three cases of the singular or more stand in the sentences, and which
/// is itself no form of another such word, however short. Each of these cases but the first is a query, and every sentence with any
/// form of the word, of either number and with any possessive, is to be found.
pub fn compare(sentences: &[String]) -> Comparison {
    let mut places: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for word in words(sentence) {
            places
                .entry(word.text.to_lowercase())
                .or_default()
                .insert(number);
        }
    }
    let mut index: HashMap<String, BTreeSet<usize>> = HashMap::new();
    for (word, at) in &places {
        for key in search_keys(word) {
            index.entry(key).or_default().extend(at);
        }
    }
    let mut made = Comparison::default();
    let attested = |base: &String| -> BTreeSet<String> {
        let cases = cases(base, is_front(base), false).into_iter();
        cases.filter(|form| places.contains_key(form)).collect()
    };
    let plain = |base: &&String| {
        base.chars().nth(1).is_some() && base.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
    };
    let bases: BTreeMap<&String, BTreeSet<String>> = places
        .keys()
        .filter(plain)
        .map(|base| (base, attested(base)))
        .filter(|(_, cases)| cases.len() >= 3)
        .collect();
    let derived: BTreeSet<String> = bases
        .keys()
        .flat_map(|base| forms(base).into_iter().filter(|form| form != *base))
        .collect();
    for (base, queries) in &bases {
        if derived.contains(*base) || base.chars().nth(3).is_none() {
            continue;
        }
        made.words += 1;
        let wanted: BTreeSet<usize> = forms(base)
            .iter()
            .filter_map(|form| places.get(form))
            .flatten()
            .copied()
            .collect();
        for query in queries.iter().filter(|form| form != base) {
            made.queries += 1;
            let found = search_keys(query)
                .iter()
                .filter_map(|key| index.get(key))
                .flatten()
                .copied()
                .collect();
            made.keys.count(&found, &wanted);
            made.exact.count(&places[query], &wanted);
            let begun = places
                .range(query.clone()..)
                .take_while(|(word, _)| word.starts_with(query.as_str()))
                .flat_map(|(_, at)| at)
                .copied()
                .collect();
            made.prefix.count(&begun, &wanted);
        }
    }
    made
}

/// The sentences of a file in IOB2, blanks between the words.
pub fn sentences(iob2: &str) -> Vec<String> {
    muragat_language::tagger::iob2::read(iob2)
        .iter()
        .map(|sentence| sentence.tokens.join(" "))
        .collect()
}
