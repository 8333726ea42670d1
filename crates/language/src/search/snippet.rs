//! The part of a text that shows best why a search found it.

use crate::search::indexed::indexed;
use crate::search::query::Phrase;
use std::collections::HashMap;

/// A part of a text for a list of search results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The part: blanks and line ends as single blanks, … where the text goes on.
    pub text: String,
    /// What was looked for: chars of [`Snippet::text`] before and to the end of each hit, in order.
    pub matches: Vec<(usize, usize)>,
}

/// What was looked for, where the text has it. Offsets count chars of the text.
struct Hit {
    start: usize,
    end: usize,
    /// Which of the phrases it meets, by place in the query.
    terms: Vec<usize>,
}

/// The part of `text` with the most distinct hits, at most `width_chars` chars of it (and the … at its ends),
/// cut between words unless one word alone is longer. Without hits it is the beginning of the text. Takes time
/// linear in the text.
pub fn snippet(text: &str, phrases: &[Phrase], width_chars: usize) -> Snippet {
    let hits = hits(text, phrases);
    let (from, to) = window(text, &hits, width_chars);
    cut(text, &hits, from, to)
}

/// Where `text` has what is looked for, as [`snippet`] knows it: chars before and to the end of each hit, in order.
pub fn matches(text: &str, phrases: &[Phrase]) -> Vec<(usize, usize)> {
    hits(text, phrases)
        .into_iter()
        .map(|hit| (hit.start, hit.end))
        .collect()
}

fn hits(text: &str, phrases: &[Phrase]) -> Vec<Hit> {
    if phrases.is_empty() {
        return Vec::new();
    }
    let text = indexed(text);
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (place, phrase) in phrases.iter().enumerate() {
        let there = phrase.places(&text).into_iter();
        found.extend(there.map(|(start, end)| (start, end, place)));
    }
    found.sort_unstable();
    let mut hits: Vec<Hit> = Vec::new();
    for (start, end, place) in found {
        match hits.last_mut().filter(|before| start < before.end) {
            Some(before) => {
                before.end = before.end.max(end);
                before.terms.push(place);
            }
            None => hits.push(Hit {
                start,
                end,
                terms: vec![place],
            }),
        }
    }
    hits
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
    use crate::search::query::{Typing, read_query};
    use proptest::prelude::*;

    fn phrases(query: &str) -> Vec<Phrase> {
        read_query(query, Typing::Done).wanted
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
        let found = snippet(TEXT, &phrases("мектеп жиыны"), 40);
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
            marked(&snippet(&text, &phrases("көпір мектеп"), 30)),
            ["көпір", "мектеп"]
        );
    }

    #[test]
    fn blanks_and_line_ends_become_one_blank() {
        let found = snippet(TEXT, &phrases("әкімінің көпірі"), 40);
        assert!(found.text.contains("Облыс әкімі көпірді"), "{}", found.text);
        assert_eq!(marked(&found), ["әкімі", "көпірді"]);
    }

    #[test]
    fn a_whole_short_text_has_no_ellipsis() {
        let found = snippet(" Көпір\nашылды ", &phrases("көпір"), 100);
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
        assert_eq!(marked(&snippet(TEXT, &phrases("ұста*"), 50)), ["ұстаздар"]);
        assert_eq!(
            marked(&snippet("Басқарма-ректор", &phrases("рек*"), 50)),
            ["ректор"]
        );
    }

    #[test]
    fn without_hits_it_is_the_beginning() {
        let found = snippet(TEXT, &phrases("теңіз"), 25);
        assert_eq!(
            found,
            Snippet {
                text: "Жаңа көпірдің құрылысы…".into(),
                matches: vec![]
            }
        );
        assert_eq!(snippet("", &phrases("теңіз"), 25).text, "");
    }

    #[test]
    fn a_word_longer_than_the_window_is_cut() {
        let long = format!("бір {} үш", "ө".repeat(50));
        let found = snippet(&long, &phrases(&"ө".repeat(50)), 10);
        assert_eq!(found.text, format!("…{}…", "ө".repeat(10)));
        assert_eq!(found.matches, [(1, 11)]);
    }

    proptest! {
        #[test]
        fn matches_lie_inside_and_the_width_holds(
            text in "([а-дқі]{1,4}[ \n,.-]{1,2}){0,40}", query in "[а-дқі]{1,3} [а-дқі]{1,3}", width in 0usize..60,
        ) {
            let found = snippet(&text, &phrases(&format!("{query}*")), width);
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
