//! Where a text has a name: in any ending, any order of its words, with both quotation marks or none.

use std::collections::{BTreeSet, HashMap};

use crate::keys::party_key::party_key;
use crate::text::fold::fold;
use crate::text::script::look_alike;
use crate::text::token::{Word, words};
/// Where a text has one of several names, in any case and order of its words. Spans count chars,
/// `end` exclusive.
pub fn occurrences(body: &str, names: &[String]) -> BTreeSet<(usize, usize)> {
    let mut wanted: BTreeSet<Vec<String>> = BTreeSet::new();
    for name in names {
        let mut keys: Vec<String> = words(name).map(|word| party_key(word.text)).collect();
        keys.sort();
        wanted.insert(keys);
    }
    let mut spans = BTreeSet::new();
    let mut keys = Keys::of(&wanted);
    let words: Vec<Word<'_>> = words(body).collect();
    let keyed: Vec<Option<usize>> = words.iter().map(|word| keys.key(word.text)).collect();
    for name in wanted.iter().filter(|name| !name.is_empty()) {
        let mut parts: Vec<Option<usize>> = name.iter().map(|key| keys.place(key)).collect();
        parts.sort_unstable();
        for (window, found) in words.windows(name.len()).zip(keyed.windows(name.len())) {
            if !found.iter().all(|key| key.is_some() && parts.contains(key)) {
                continue;
            }
            let mut have = found.to_vec();
            have.sort_unstable();
            if let (true, Some(first), Some(last)) = (
                have == parts && is_one_phrase(body, window),
                window.first(),
                window.last(),
            ) {
                spans.insert(with_marks(body, first, last));
            }
        }
    }
    spans
}

/// The keys that are looked for. A text has many words and few of them are begun like a name: only those are
/// folded and cut, once each.
struct Keys<'t> {
    wanted: Vec<String>,
    begin: HashMap<char, bool>,
    known: HashMap<&'t str, Option<usize>>,
}

impl<'t> Keys<'t> {
    fn of(names: &BTreeSet<Vec<String>>) -> Keys<'t> {
        let keys: BTreeSet<&String> = names.iter().flatten().collect();
        Keys {
            wanted: keys.into_iter().cloned().collect(),
            begin: HashMap::new(),
            known: HashMap::new(),
        }
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.wanted.iter().position(|wanted| wanted == key)
    }

    /// Which of the keys a word has.
    fn key(&mut self, word: &'t str) -> Option<usize> {
        let first = word.chars().next()?;
        let wanted = &self.wanted;
        let begun = self.begin.entry(first).or_insert_with(|| {
            // the parts of a hyphenated name are sorted in its key
            let folded: Vec<String> = [Some(first), look_alike(first)]
                .into_iter()
                .flatten()
                .map(|first| fold(first.encode_utf8(&mut [0; 4])))
                .collect();
            let begins = |key: &String| {
                key.split(' ')
                    .any(|part| folded.iter().any(|first| part.starts_with(first)))
            };
            wanted.iter().any(begins)
        });
        if !*begun {
            return None;
        }
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let place = self.place(&party_key(word));
        self.known.insert(word, place);
        place
    }
}

/// Where a word of a text begins and ends in it, in bytes.
fn bytes(body: &str, word: &Word<'_>) -> (usize, usize) {
    let start = word.text.as_ptr() as usize - body.as_ptr() as usize;
    (start, start + word.text.len())
}

/// Whether nothing parts the words of a name: no stop but an initial's, no comma, no new paragraph.
fn is_one_phrase(body: &str, words: &[Word<'_>]) -> bool {
    words.windows(2).all(|pair| {
        let [one, other] = pair else { return true };
        let initial = one.end - one.start == 1;
        let between = body.get(bytes(body, one).1..bytes(body, other).0);
        let between = between.unwrap_or_default();
        !between
            .chars()
            .any(|c| matches!(c, ',' | ';' | ':' | '!' | '?' | '(' | ')') || (c == '.' && !initial))
            && between.matches('\n').count() < 2
    })
}

/// From one word of a text to another, with the quotation mark beside them whose partner lies inside.
fn with_marks(body: &str, first: &Word<'_>, last: &Word<'_>) -> (usize, usize) {
    let (start, end) = (bytes(body, first).0, bytes(body, last).1);
    let (before, rest) = body.split_at(start);
    let (inside, after) = rest.split_at(end - start);
    let (opens, closes) = lacks(
        &inside.chars(),
        before.chars().next_back(),
        after.chars().next(),
    );
    (
        first.start - usize::from(opens),
        last.end + usize::from(closes),
    )
}

/// A span, with the quotation mark beside it whose partner lies inside.
pub(crate) fn with_partner(chars: &[char], start: usize, end: usize) -> (usize, usize) {
    let inside = chars.get(start..end).unwrap_or_default();
    let before = start.checked_sub(1).and_then(|at| chars.get(at));
    let (opens, closes) = lacks(
        &inside.iter().copied(),
        before.copied(),
        chars.get(end).copied(),
    );
    (start - usize::from(opens), end + usize::from(closes))
}

/// Whether the mark before a span or the one after it has its partner inside.
fn lacks(
    inside: &(impl Iterator<Item = char> + Clone),
    before: Option<char>,
    after: Option<char>,
) -> (bool, bool) {
    let count = |mark: char| inside.clone().filter(|c| *c == mark).count();
    for (open, close) in [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')] {
        let lacking = match open == close {
            true => count(open) % 2 == 1,
            false => count(open) != count(close),
        };
        let opens = open == close || count(close) > count(open);
        let closes = open == close || count(open) > count(close);
        if lacking && opens && before == Some(open) {
            return (true, false);
        }
        if lacking && closes && after == Some(close) {
            return (false, true);
        }
    }
    (false, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str, name: &str) -> Vec<String> {
        let spans = occurrences(body, &[name.to_owned()]);
        let cut =
            |(start, end): (usize, usize)| body.chars().skip(start).take(end - start).collect();
        spans.into_iter().map(cut).collect()
    }

    #[test]
    fn names_are_found_in_any_form_with_both_their_quotation_marks() {
        let body = "Бүгін \"Ерлік\" қоғамдық бірлестігінің төрайымы сөйледі. «Ерлік» бірлестігі туралы «бірлестігі Ерлік» деді.";
        assert_eq!(
            found(body, "«Ерлік» қоғамдық бірлестігі"),
            ["\"Ерлік\" қоғамдық бірлестігінің"]
        );
        assert_eq!(
            found(body, "Ерлік бірлестігі"),
            ["«Ерлік» бірлестігі", "бірлестігі Ерлік"]
        );
        assert_eq!(found(body, "Ерлік"), ["Ерлік"; 3]);
        assert_eq!(
            found("Омарова Сәуле мен Сәуле Омароваға", "Сәуле Омарова"),
            ["Омарова Сәуле", "Сәуле Омароваға"]
        );
        // two sentences are no name
        assert_eq!(
            found(
                "Келген Омарова. Сәуле де келді; Омарова, Сәуле.\n\nС. Омарова",
                "Сәуле Омарова"
            ),
            Vec::<String>::new()
        );
        assert_eq!(found("Омарова. С. Омарова", "С. Омарова"), ["С. Омарова"]);
        assert_eq!(found("", "Ерлік"), Vec::<String>::new());
    }
}
