//! The part of a text that shows best why a search found it.

use crate::keys::search_key::search_keys;
use crate::text::fold::fold;
use crate::text::token::words;
use std::collections::HashMap;

/// A part of a text for a list of search results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The part: blanks and line ends as single blanks, … where the text goes on.
    pub text: String,
    /// What was looked for: chars of [`Snippet::text`] before and to the end of each hit, in order.
    pub matches: Vec<(usize, usize)>,
}

/// A word that was looked for. Offsets count chars of the text.
struct Hit {
    start: usize,
    end: usize,
    /// Which of the wanted terms it meets, by place in the query.
    terms: Vec<usize>,
}

/// The part of `text` with the most distinct hits, at most `width_chars` chars of it (and the … at its ends),
/// cut between words unless one word alone is longer. A word is a hit where one of its search keys (see
/// [`crate::search_keys`]) is among `query_keys`, or where its folded form or that of a part after a hyphen
/// begins with `prefix`. Without hits it is the beginning of the text. Takes time linear in the text.
pub fn snippet(
    text: &str,
    query_keys: &[String],
    prefix: Option<&str>,
    width_chars: usize,
) -> Snippet {
    let hits = hits(text, query_keys, prefix);
    let (from, to) = window(text, &hits, width_chars);
    cut(text, &hits, from, to)
}

/// Where `text` has what is looked for, as [`snippet`] knows it: chars before and to the end of each hit, in order.
pub fn matches(text: &str, query_keys: &[String], prefix: Option<&str>) -> Vec<(usize, usize)> {
    hits(text, query_keys, prefix)
        .into_iter()
        .map(|hit| (hit.start, hit.end))
        .collect()
}

fn hits(text: &str, query_keys: &[String], prefix: Option<&str>) -> Vec<Hit> {
    let wanted: HashMap<&str, usize> = query_keys
        .iter()
        .enumerate()
        .map(|(place, key)| (key.as_str(), place))
        .collect();
    let prefix = prefix.map(fold).filter(|prefix| !prefix.is_empty());
    // Words repeat; their keys are made once.
    let mut seen: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut hits = Vec::new();
    for word in words(text) {
        let terms = seen.entry(word.text).or_insert_with(|| {
            let keys = search_keys(word.text);
            let mut terms: Vec<usize> = keys
                .iter()
                .filter_map(|key| wanted.get(key.as_str()).copied())
                .collect();
            if prefix
                .as_deref()
                .is_some_and(|prefix| begins_with(word.text, &keys, prefix))
            {
                terms.push(query_keys.len());
            }
            terms
        });
        if !terms.is_empty() {
            hits.push(Hit {
                start: word.start,
                end: word.end,
                terms: terms.clone(),
            });
        }
    }
    hits
}

fn begins_with(word: &str, keys: &[String], prefix: &str) -> bool {
    keys.first().is_some_and(|whole| whole.starts_with(prefix))
        || fold(word).split('-').any(|part| part.starts_with(prefix))
}

/// The window over the most distinct terms, then the most hits, then the earliest: `(from, to)` in chars.
fn window(text: &str, hits: &[Hit], width: usize) -> (usize, usize) {
    let mut count: HashMap<usize, usize> = HashMap::new();
    let mut best = (0, 0, 0..0);
    let mut right = 0;
    for left in 0..hits.len() {
        while right < hits.len()
            && (right == left || hits[right].end <= hits[left].start.saturating_add(width))
        {
            for &term in &hits[right].terms {
                *count.entry(term).or_default() += 1;
            }
            right += 1;
        }
        if (count.len(), right - left) > (best.0, best.1) {
            best = (count.len(), right - left, left..right);
        }
        for term in &hits[left].terms {
            if let Some(n) = count.get_mut(term) {
                *n -= 1;
                if *n == 0 {
                    count.remove(term);
                }
            }
        }
    }
    let chosen = &hits[best.2];
    let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else {
        return (0, word_border_before(text, 0, width));
    };
    // The hits stand in the middle of what room they leave, or as near to it as the text's end allows.
    let room = width.saturating_sub(last.end - first.start);
    let total = text.chars().count();
    let from = first
        .start
        .saturating_sub(room / 2)
        .min(total.saturating_sub(width).min(first.start));
    let from = word_border_after(text, from, first.start);
    (
        from,
        word_border_before(text, from, width).max(last.end.min(from + width)),
    )
}

/// The first place at or after `from`, up to `limit`, where no word is cut.
fn word_border_after(text: &str, from: usize, limit: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let mut after_blank = false;
    for (place, c) in text
        .chars()
        .enumerate()
        .skip(from - 1)
        .take(limit.saturating_sub(from) + 1)
    {
        if after_blank && !c.is_whitespace() {
            return place;
        }
        after_blank = c.is_whitespace();
    }
    limit
}

/// The last place at most `width` chars after `from` where no word is cut; that far if there is none.
fn word_border_before(text: &str, from: usize, width: usize) -> usize {
    let mut border = None;
    let mut length = 0;
    for c in text.chars().skip(from) {
        if c.is_whitespace() {
            border = Some(length);
        }
        if length == width {
            return from + border.filter(|&b| b > 0).unwrap_or(width);
        }
        length += 1;
    }
    from + length
}

/// The chars `from..to` of the text as a snippet.
fn cut(text: &str, hits: &[Hit], from: usize, to: usize) -> Snippet {
    let mut out = String::new();
    // Where each char of the window stands in the snippet, in chars, and one more for the end.
    let mut places = Vec::with_capacity(to.saturating_sub(from) + 1);
    let mut length = 0;
    let mut blank_due = false;
    let mut chars = text.chars().skip(from);
    if from > 0 {
        out.push('…');
        length = 1;
    }
    let opening = length;
    for c in chars.by_ref().take(to.saturating_sub(from)) {
        if c.is_whitespace() {
            blank_due = length > opening;
            places.push(length);
            continue;
        }
        if blank_due {
            out.push(' ');
            length += 1;
            blank_due = false;
        }
        places.push(length);
        out.push(c);
        length += 1;
    }
    places.push(length);
    if chars.any(|c| !c.is_whitespace()) {
        out.push('…');
    }
    let matches = hits
        .iter()
        .filter(|hit| hit.end > from && hit.start < to)
        .filter_map(|hit| {
            let start = *places.get(hit.start.max(from) - from)?;
            // The end is one past the last char, which no blank follows yet.
            let last = *places.get(hit.end.min(to).checked_sub(from + 1)?)?;
            Some((start, last + 1))
        })
        .collect();
    Snippet { text: out, matches }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(query: &str) -> Vec<String> {
        words(query)
            .flat_map(|word| search_keys(word.text))
            .collect()
    }

    fn marked(snippet: &Snippet) -> Vec<String> {
        let chars: Vec<char> = snippet.text.chars().collect();
        snippet
            .matches
            .iter()
            .map(|&(start, end)| chars[start..end].iter().collect())
            .collect()
    }

    const TEXT: &str = "Жаңа көпірдің құрылысы былтыр басталған.\nОблыс әкімі   көпірді ашып, құрылысшыларға алғыс айтты. Содан соң мектепте жиын өтті, оған ұстаздар қатысты.";

    #[test]
    fn the_window_with_the_most_distinct_hits_wins() {
        let found = snippet(TEXT, &keys("мектеп жиыны"), None, 40);
        assert_eq!(marked(&found), ["мектепте", "жиын"]);
        assert!(
            found.text.starts_with('…') && found.text.ends_with('…'),
            "{}",
            found.text
        );
        assert!(found.text.chars().count() <= 42);
    }

    #[test]
    fn different_words_count_for_more_than_one_word_often() {
        let text = format!("көпір көпір көпір көпір {} көпір мектеп", "сөз ".repeat(30));
        assert_eq!(
            marked(&snippet(&text, &keys("көпір мектеп"), None, 30)),
            ["көпір", "мектеп"]
        );
    }

    #[test]
    fn blanks_and_line_ends_become_one_blank() {
        let found = snippet(TEXT, &keys("әкімінің көпірі"), None, 40);
        assert!(found.text.contains("Облыс әкімі көпірді"), "{}", found.text);
        assert_eq!(marked(&found), ["әкімі", "көпірді"]);
    }

    #[test]
    fn a_whole_short_text_has_no_ellipsis() {
        let found = snippet(" Көпір\nашылды ", &keys("көпір"), None, 100);
        assert_eq!(
            found,
            Snippet {
                text: "Көпір ашылды".into(),
                matches: vec![(0, 5)]
            }
        );
    }

    #[test]
    fn a_prefix_hits_too() {
        assert_eq!(marked(&snippet(TEXT, &[], Some("ұста"), 50)), ["ұстаздар"]);
        assert_eq!(
            marked(&snippet("Басқарма-ректор", &[], Some("рек"), 50)),
            ["Басқарма-ректор"]
        );
    }

    #[test]
    fn without_hits_it_is_the_beginning() {
        let found = snippet(TEXT, &keys("теңіз"), None, 25);
        assert_eq!(
            found,
            Snippet {
                text: "Жаңа көпірдің құрылысы…".into(),
                matches: vec![]
            }
        );
        assert_eq!(snippet("", &keys("теңіз"), None, 25).text, "");
    }

    #[test]
    fn a_word_longer_than_the_window_is_cut() {
        let long = format!("бір {} үш", "ө".repeat(50));
        let found = snippet(&long, &[fold(&"ө".repeat(50))], None, 10);
        assert_eq!(found.text, format!("…{}…", "ө".repeat(10)));
        assert_eq!(found.matches, [(1, 11)]);
    }

    proptest! {
        #[test]
        fn matches_lie_inside_and_the_width_holds(
            text in "([а-дқі]{1,4}[ \n,.-]{1,2}){0,40}", query in "[а-дқі]{1,3} [а-дқі]{1,3}", width in 0usize..60,
        ) {
            let found = snippet(&text, &keys(&query), query.get(..2), width);
            let length = found.text.chars().count();
            prop_assert!(length <= width + 2, "{:?}", found.text);
            for pair in found.matches.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0);
            }
            for &(start, end) in &found.matches {
                prop_assert!(start < end && end <= length);
            }
        }
    }
}
