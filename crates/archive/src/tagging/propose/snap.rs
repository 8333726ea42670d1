//! From what was selected to the span that is meant: whole words, no blanks at the ends, both quotation
//! marks or none. Positions count characters.

use muragat_language as language;

use crate::text::measure::byte_at;
use crate::text::occurrence::quoted;

/// So many characters before and after a selection tell all that is to be told of it.
const REACH: usize = 20_000;

/// Marks that open a quotation, beside those that close it.
const QUOTES: [(char, char); 5] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"'), ('‹', '›')];

pub(crate) fn opens(c: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == c)
}

pub(crate) fn closes(c: char) -> bool {
    QUOTES.iter().any(|(_, close)| *close == c)
}

/// A text as characters, with its words.
pub(crate) struct Text<'a> {
    pub chars: Vec<char>,
    pub words: Vec<language::Word<'a>>,
}

impl<'a> Text<'a> {
    pub fn new(body: &'a str) -> Text<'a> {
        Text {
            chars: body.chars().collect(),
            words: language::words(body).collect(),
        }
    }

    /// The part of a text that lies around a span, and how many characters stand before it; none where the span
    /// reaches outside.
    pub fn around(body: &'a str, start: usize, end: usize) -> Option<(Text<'a>, usize)> {
        let before = start.saturating_sub(REACH);
        let rest = body.get(byte_at(body, before)?..)?;
        let (_, after) = rest.split_at(byte_at(rest, end.checked_sub(before)?)?);
        let stop = byte_at(after, REACH).unwrap_or(after.len());
        let part = rest.get(..rest.len() - after.len() + stop)?;
        (start <= end).then(|| (Text::new(part), before))
    }

    pub fn cut(&self, start: usize, end: usize) -> String {
        self.chars
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .collect()
    }

    pub fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The character before a position.
    pub fn before(&self, at: usize) -> Option<char> {
        self.at(at.checked_sub(1)?)
    }

    /// The words that a span touches, as places in `words`.
    fn touched(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        // a caret touches the word it stands in or at
        let (start, end) = match start == end {
            true => (start.saturating_sub(1), end + 1),
            false => (start, end),
        };
        let first = self.words.partition_point(|word| word.end <= start);
        let last = self.words.partition_point(|word| word.start < end);
        first..last.max(first)
    }
}

/// The span meant by a selection; none where it touches no word.
pub(crate) fn snap(text: &Text<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let touched = text.touched(start, end);
    let words = match start == end {
        // between two words the one before is meant
        true => text
            .words
            .get(touched.start..(touched.start + 1).min(touched.end)),
        false => text.words.get(touched),
    }?;
    let (mut from, mut to) = (words.first()?.start, words.last()?.end);
    // «Ерлік»тің: the ending is part of the word
    if text.at(to).is_some_and(closes)
        && text.at(to + 1).is_some_and(char::is_alphanumeric)
        && let Some(ending) = text.words.iter().find(|word| word.start == to + 1)
    {
        to = ending.end;
    }
    // an initial at the end keeps its stop: Исабаев Б.
    let last = text.words.iter().rfind(|word| word.end == to)?;
    if is_initial(last.text) && text.at(to) == Some('.') {
        to += 1;
    }
    let (a, b) = quoted(&text.chars, from, to);
    (from, to) = (a as usize, b as usize);
    // selected with its marks: keep both, where both are there
    if start < from
        && text.before(from).is_some_and(opens)
        && text.at(to).is_some_and(closes)
        && end > to
    {
        (from, to) = (from - 1, to + 1);
    }
    Some((from, to))
}

/// Whether a word is an initial.
pub(crate) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// The span meant by a selection of speech, and whether quotation marks stand around it.
pub(crate) fn snap_quote(
    text: &Text<'_>,
    start: usize,
    end: usize,
) -> Option<(usize, usize, bool)> {
    if start == end {
        return around(text, start).map(|(from, to)| (from, to, true));
    }
    let touched = text.touched(start, end);
    let words = text.words.get(touched)?;
    let (mut from, mut to) = (words.first()?.start, words.last()?.end);
    let gap = |c: char| !c.is_alphanumeric() && c != '\n';
    // what stands between the last word and the mark belongs to the speech: a stop, three dots
    let mut close = to;
    while text.at(close).is_some_and(|c| gap(c) && !closes(c)) && close < to + 4 {
        close += 1;
    }
    let mut open = from;
    while text.before(open).is_some_and(|c| gap(c) && !opens(c)) && from < open + 4 {
        open -= 1;
    }
    let marked = text.before(open).is_some_and(opens) && text.at(close).is_some_and(closes);
    if marked {
        (from, to) = (open, close);
    } else if text
        .at(to)
        .is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'))
        && end > to
    {
        to += 1;
    }
    Some((from, to, marked))
}

/// The innermost quotation around a position, inside its marks.
fn around(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let line = |c: &char| *c != '\n';
    let before: Vec<char> = text
        .chars
        .get(..at)?
        .iter()
        .rev()
        .copied()
        .take_while(line)
        .collect();
    let after: Vec<char> = text
        .chars
        .get(at..)?
        .iter()
        .copied()
        .take_while(line)
        .collect();
    let open = before.iter().position(|c| opens(*c))?;
    let close = after.iter().position(|c| closes(*c))?;
    (open + close > 0).then_some((at - open, at + close))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapped(body: &str, selected: &str) -> String {
        let text = Text::new(body);
        let byte = body.find(selected).unwrap();
        let start = body[..byte].chars().count();
        let (from, to) = snap(&text, start, start + selected.chars().count()).unwrap();
        text.cut(from, to)
    }

    #[test]
    fn a_selection_becomes_whole_words() {
        let body = "Бүгін «Ерлік» қоғамдық бірлестігінің төрағасы Б. Исабаев, Омаров С. сөйледі. «Отан»ның жолы.";
        assert_eq!(snapped(body, "рлік» қоғ"), "«Ерлік» қоғамдық");
        assert_eq!(snapped(body, " Ерлі".trim()), "Ерлік");
        assert_eq!(snapped(body, "«Ерлік»"), "«Ерлік»");
        assert_eq!(snapped(body, " төраға"), "төрағасы");
        assert_eq!(snapped(body, "Б. Иса"), "Б. Исабаев");
        assert_eq!(snapped(body, "Омаров С"), "Омаров С.");
        assert_eq!(snapped(body, "Отан"), "«Отан»ның");
        let text = Text::new(body);
        assert_eq!(snap(&text, 3, 3), Some((0, 5)));
        assert_eq!(snap(&Text::new(" – "), 0, 3), None);
        assert_eq!(snap(&Text::new(""), 0, 0), None);
    }

    #[test]
    fn speech_lies_inside_its_marks() {
        let body = "Ол: «Бәрі дайын. Бастаймыз!» – деді. Жоспар дайын екенін айтты.";
        let quote = |selected: &str| {
            let text = Text::new(body);
            let start = body[..body.find(selected).unwrap()].chars().count();
            let (from, to, marked) =
                snap_quote(&text, start, start + selected.chars().count()).unwrap();
            (text.cut(from, to), marked)
        };
        assert_eq!(
            quote("«Бәрі дайын. Бастаймыз!»"),
            ("Бәрі дайын. Бастаймыз!".into(), true)
        );
        assert_eq!(
            quote("Бәрі дайын. Бастаймыз"),
            ("Бәрі дайын. Бастаймыз!".into(), true)
        );
        assert_eq!(
            quote("оспар дайын еке"),
            ("Жоспар дайын екенін".into(), false)
        );
        let text = Text::new(body);
        let (from, to, _) = snap_quote(&text, 8, 8).unwrap();
        assert_eq!(text.cut(from, to), "Бәрі дайын. Бастаймыз!");
        assert_eq!(snap_quote(&text, 1, 1), None);
    }
}
