//! Where a text has a name: in any ending, any order of its words, with both quotation marks or none.

use std::collections::{BTreeSet, HashMap};

use muragat_language as language;

/// Where a text has one of several names, in any case and order of its words. Spans count characters.
pub(crate) fn occurrences(body: &str, names: &[String]) -> BTreeSet<(u64, u64)> {
    let mut wanted: BTreeSet<Vec<String>> = BTreeSet::new();
    for name in names {
        let mut keys: Vec<String> = language::words(name)
            .map(|word| language::party_key(word.text))
            .collect();
        keys.sort();
        wanted.insert(keys);
    }
    let mut spans = BTreeSet::new();
    let chars: Vec<char> = body.chars().collect();
    let words: Vec<_> = language::words(body).collect();
    // words repeat: the key of each is made once
    let mut known: HashMap<&str, String> = HashMap::new();
    for word in &words {
        known
            .entry(word.text)
            .or_insert_with(|| language::party_key(word.text));
    }
    let keys: Vec<&str> = words
        .iter()
        .map(|word| known.get(word.text).map_or("", String::as_str))
        .collect();
    for name in wanted.iter().filter(|name| !name.is_empty()) {
        for (window, keys) in words.windows(name.len()).zip(keys.windows(name.len())) {
            if !keys.iter().all(|key| name.iter().any(|part| part == key))
                || !is_one_phrase(&chars, window)
            {
                continue;
            }
            let mut have = keys.to_vec();
            have.sort_unstable();
            if let (true, Some(first), Some(last)) =
                (have.iter().eq(name.iter()), window.first(), window.last())
            {
                spans.insert(quoted(&chars, first.start, last.end));
            }
        }
    }
    spans
}

/// Whether nothing parts the words of a name: no stop but an initial's, no comma, no new paragraph.
fn is_one_phrase(chars: &[char], words: &[language::Word<'_>]) -> bool {
    words.windows(2).all(|pair| {
        let [one, other] = pair else { return true };
        let initial = one.end - one.start == 1;
        let between = chars.get(one.end..other.start).unwrap_or_default();
        !between.iter().any(|c| {
            matches!(c, ',' | ';' | ':' | '!' | '?' | '(' | ')') || (*c == '.' && !initial)
        }) && between.iter().filter(|c| **c == '\n').count() < 2
    })
}

/// A span, with the quotation mark beside it whose partner lies inside.
pub(crate) fn quoted(chars: &[char], start: usize, end: usize) -> (u64, u64) {
    let inside = |mark: char| {
        chars
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .filter(|c| **c == mark)
            .count()
    };
    let before = start.checked_sub(1).and_then(|at| chars.get(at));
    let after = chars.get(end);
    for (open, close) in [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')] {
        let lacking = match open == close {
            true => inside(open) % 2 == 1,
            false => inside(open) != inside(close),
        };
        let opens = open == close || inside(close) > inside(open);
        let closes = open == close || inside(open) > inside(close);
        if lacking && opens && before == Some(&open) {
            return (start as u64 - 1, end as u64);
        }
        if lacking && closes && after == Some(&close) {
            return (start as u64, end as u64 + 1);
        }
    }
    (start as u64, end as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str, name: &str) -> Vec<String> {
        let spans = occurrences(body, &[name.to_owned()]);
        let cut = |(start, end): (u64, u64)| {
            body.chars()
                .skip(start as usize)
                .take((end - start) as usize)
                .collect()
        };
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
