//! From what was selected to the span that is meant: whole words, no blanks at the ends, both quotation marks or
//! none. Positions count chars.

use std::ops::Range;

use crate::search::occurrence::with_partner;
use crate::text::span_text::byte_of_char;
use crate::text::token::{Word, words};

/// So many chars before and after a selection tell all that is to be told of it.
const REACH: usize = 4_000;

/// Marks that open a quotation, beside those that close it.
const QUOTES: [(char, char); 5] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"'), ('‹', '›')];

pub(super) fn opens(c: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == c)
}

pub(super) fn closes(c: char) -> bool {
    QUOTES.iter().any(|(_, close)| *close == c)
}

/// The part of a text around a selection: its chars and its words.
pub(super) struct Surroundings<'a> {
    chars: Vec<char>,
    words: Vec<Word<'a>>,
}

impl<'a> Surroundings<'a> {
    fn new(text: &'a str) -> Surroundings<'a> {
        Surroundings {
            chars: text.chars().collect(),
            words: words(text).collect(),
        }
    }

    /// The part of a text that lies around a selection, and how many chars stand before it; none where the selection
    /// reaches outside.
    pub fn of(text: &'a str, selected: &Range<usize>) -> Option<(Surroundings<'a>, usize)> {
        let before = selected.start.saturating_sub(REACH);
        let rest = text.get(byte_of_char(text, before)?..)?;
        let (_, after) = rest.split_at(byte_of_char(rest, selected.end.checked_sub(before)?)?);
        let stop = byte_of_char(after, REACH).unwrap_or(after.len());
        let part = rest.get(..rest.len() - after.len() + stop)?;
        (selected.start <= selected.end).then(|| (Surroundings::new(part), before))
    }

    fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The char before a position.
    fn before(&self, at: usize) -> Option<char> {
        self.at(at.checked_sub(1)?)
    }

    /// The words that a selection touches, as places in `words`.
    fn touched(&self, selected: &Range<usize>) -> Range<usize> {
        // a caret touches the word it stands in or at
        let (start, end) = match selected.is_empty() {
            true => (selected.start.saturating_sub(1), selected.end + 1),
            false => (selected.start, selected.end),
        };
        let first = self.words.partition_point(|word| word.end <= start);
        let last = self.words.partition_point(|word| word.start < end);
        first..last.max(first)
    }

    /// The span meant by a selection of a name; none where it touches no word.
    pub fn words_of(&self, selected: Range<usize>) -> Option<Range<usize>> {
        let touched = self.touched(&selected);
        let words = match selected.is_empty() {
            // between two words the one before is meant
            true => self
                .words
                .get(touched.start..(touched.start + 1).min(touched.end)),
            false => self.words.get(touched),
        }?;
        let (mut from, mut to) = (words.first()?.start, words.last()?.end);
        // «Ерлік»тің: the ending is part of the word
        if self.at(to).is_some_and(closes)
            && self.at(to + 1).is_some_and(char::is_alphanumeric)
            && let Some(ending) = self.words.iter().find(|word| word.start == to + 1)
        {
            to = ending.end;
        }
        // an initial at the end keeps its stop: Исабаев Б.
        let last = self.words.iter().rfind(|word| word.end == to)?;
        if is_initial(last.text) && self.at(to) == Some('.') {
            to += 1;
        }
        (from, to) = with_partner(&self.chars, from, to);
        // selected with its marks: keep both, where both are there
        if selected.start < from
            && self.before(from).is_some_and(opens)
            && self.at(to).is_some_and(closes)
            && selected.end > to
        {
            (from, to) = (from - 1, to + 1);
        }
        Some(from..to)
    }

    /// The span meant by a selection of speech, and whether quotation marks stand around it; none where it touches
    /// no word, or is empty outside quotation marks.
    pub fn speech_of(&self, selected: Range<usize>) -> Option<(Range<usize>, bool)> {
        if selected.is_empty() {
            return Some((self.quotation_around(selected.start)?, true));
        }
        let words = self.words.get(self.touched(&selected))?;
        let (mut from, mut to) = (words.first()?.start, words.last()?.end);
        let gap = |c: char| !c.is_alphanumeric() && c != '\n';
        // what stands between the last word and the mark belongs to the speech: a stop, three dots
        let mut close = to;
        while self.at(close).is_some_and(|c| gap(c) && !closes(c)) && close < to + 4 {
            close += 1;
        }
        let mut open = from;
        while self.before(open).is_some_and(|c| gap(c) && !opens(c)) && from < open + 4 {
            open -= 1;
        }
        let marked = self.before(open).is_some_and(opens) && self.at(close).is_some_and(closes);
        if marked {
            (from, to) = (open, close);
        } else if self
            .at(to)
            .is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'))
            && selected.end > to
        {
            to += 1;
        }
        Some((from..to, marked))
    }

    /// The innermost quotation around a position in its line, inside its marks.
    fn quotation_around(&self, at: usize) -> Option<Range<usize>> {
        let line = |c: &&char| **c != '\n';
        let before = self.chars.get(..at)?.iter().rev().take_while(line);
        let after = self.chars.get(at..)?.iter().take_while(line);
        let open = before.clone().position(|c| opens(*c))?;
        let close = after.clone().position(|c| closes(*c))?;
        (open + close > 0).then_some(at - open..at + close)
    }
}

/// Whether a word is an initial.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, span: &Range<usize>) -> String {
        text.chars().skip(span.start).take(span.len()).collect()
    }

    fn selection(body: &str, selected: &str) -> Range<usize> {
        let start = body[..body.find(selected).unwrap()].chars().count();
        start..start + selected.chars().count()
    }

    #[test]
    fn a_selection_becomes_whole_words() {
        let body = "Бүгін «Ерлік» қоғамдық бірлестігінің төрағасы Б. Исабаев, Омаров С. сөйледі. «Отан»ның жолы.";
        for (selected, meant) in [
            ("рлік» қоғ", "«Ерлік» қоғамдық"),
            ("Ерлі", "Ерлік"),
            ("«Ерлік»", "«Ерлік»"),
            (" төраға", "төрағасы"),
            ("Б. Иса", "Б. Исабаев"),
            ("Омаров С", "Омаров С."),
            ("Отан", "«Отан»ның"),
        ] {
            let span = Surroundings::new(body).words_of(selection(body, selected));
            assert_eq!(cut(body, &span.unwrap()), meant);
        }
        assert_eq!(Surroundings::new(body).words_of(3..3), Some(0..5));
        assert_eq!(Surroundings::new(" – ").words_of(0..3), None);
        assert_eq!(Surroundings::new("").words_of(0..0), None);
        assert!(Surroundings::of(body, &(5..9_999)).is_none());
        assert!(Surroundings::of(body, &Range { start: 9, end: 5 }).is_none());
    }

    #[test]
    fn far_in_a_long_text_only_the_surroundings_count() {
        let body = format!(
            "{}«Ерлік» бірлестігі{}",
            "а ".repeat(9_000),
            " б".repeat(9_000)
        );
        let (part, before) = Surroundings::of(&body, &(18_001..18_003)).unwrap();
        assert_eq!(before, 14_001);
        assert!(part.chars.len() < 9_000);
        assert_eq!(part.words_of(4_000..4_002), Some(4_000..4_005));
    }

    #[test]
    fn speech_lies_inside_its_marks() {
        let body = "Ол: «Бәрі дайын. Бастаймыз!» – деді. Жоспар дайын екенін айтты.";
        for (selected, speech, marked) in [
            ("«Бәрі дайын. Бастаймыз!»", "Бәрі дайын. Бастаймыз!", true),
            ("Бәрі дайын. Бастаймыз", "Бәрі дайын. Бастаймыз!", true),
            ("оспар дайын еке", "Жоспар дайын екенін", false),
        ] {
            let meant = Surroundings::new(body).speech_of(selection(body, selected));
            let (span, marks) = meant.unwrap();
            assert_eq!((cut(body, &span).as_str(), marks), (speech, marked));
        }
        let (span, _) = Surroundings::new(body).speech_of(8..8).unwrap();
        assert_eq!(cut(body, &span), "Бәрі дайын. Бастаймыз!");
        assert_eq!(Surroundings::new(body).speech_of(1..1), None);
    }
}
