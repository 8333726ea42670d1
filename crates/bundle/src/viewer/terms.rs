//! The search index of the viewer: for every search key the articles that hold it, in shards that a page can load
//! as scripts. Keys come from the language crate, so that inflected words meet as they do in the program.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use muragat_archive::record::ArticleRecord;
use muragat_language::{search_keys, words};

/// Articles that share a shard, roughly: one shard is some tens of kilobytes.
const ARTICLES_PER_SHARD: usize = 40;
/// No more shards than this.
const SHARDS_MOST: usize = 256;

/// Search keys and the numbers of the articles that hold them.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    postings: HashMap<String, Vec<u32>>,
}

impl Terms {
    /// Takes in what an article is found by; numbers come in ascending order.
    pub fn add(&mut self, record: &ArticleRecord, number: u32) {
        let mut texts: Vec<&str> = vec![&record.reference];
        for version in &record.versions {
            texts.extend([version.title.as_str(), version.body.as_str()]);
        }
        for party in &record.parties {
            texts.push(&party.name);
            texts.extend(party.names.iter().map(|name| name.form.as_str()));
        }
        for photo in &record.photos {
            texts.extend(photo.texts.iter().map(|text| text.text.as_str()));
            texts.extend(
                photo
                    .credit
                    .iter()
                    .chain(&photo.photographer)
                    .map(String::as_str),
            );
        }
        texts.extend(record.subjects.iter().map(String::as_str));
        texts.extend(record.places.iter().map(|place| place.name.as_str()));
        texts.extend(record.events.iter().map(|event| event.name.as_str()));
        texts.extend(
            record
                .outgoing_number
                .iter()
                .chain(&record.kind)
                .map(String::as_str),
        );
        let mut keys = BTreeSet::new();
        for text in texts {
            for word in words(text) {
                keys.extend(search_keys(word.text));
            }
        }
        for key in keys {
            self.postings.entry(key).or_default().push(number);
        }
    }

    /// The shards, each the keys with their articles; `order` gives each article its new number.
    pub fn shards(self, articles: usize, order: &[u32]) -> Vec<BTreeMap<String, String>> {
        let count = (articles / ARTICLES_PER_SHARD).clamp(1, SHARDS_MOST);
        let mut shards = vec![BTreeMap::new(); count];
        for (key, numbers) in self.postings {
            let mut numbers: Vec<u32> = numbers
                .iter()
                .filter_map(|number| order.get(*number as usize).copied())
                .collect();
            numbers.sort_unstable();
            if let Some(shard) = shards.get_mut(shard_of(&key, count)) {
                shard.insert(key, deltas(&numbers));
            }
        }
        shards
    }
}

/// The shard of a key, by its first two letters: all beginnings of a word lie together. viewer/search.js counts the same.
fn shard_of(key: &str, count: usize) -> usize {
    let hash = key
        .encode_utf16()
        .take(2)
        .fold(0usize, |hash, unit| hash * 31 + usize::from(unit));
    hash % count
}

/// Ascending numbers as the steps between them, in base 36, with blanks between.
pub(crate) fn deltas(numbers: &[u32]) -> String {
    let mut text = String::new();
    let mut last = 0;
    for number in numbers {
        if !text.is_empty() {
            text.push(' ');
        }
        base36(number - last, &mut text);
        last = *number;
    }
    text
}

fn base36(mut number: u32, text: &mut String) {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    text.extend(digits.iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_in_base_36() {
        assert_eq!(deltas(&[0, 1, 37, 2000]), "0 1 10 1iJ".to_lowercase());
        assert_eq!(deltas(&[]), "");
    }
}
