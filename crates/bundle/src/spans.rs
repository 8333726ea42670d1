//! Spans over a text, as a tree: what HTML and TEI need to mark mentions and quotations that overlap.

/// A span of a text and what it stands for. Counts Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span<T> {
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// What it marks.
    pub mark: T,
}

/// A piece of a marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<T> {
    /// Text without a mark of its own.
    Text(String),
    /// A marked part. `whole` is false where the span is cut, as it overlaps another or ends on another line.
    Marked {
        /// What marks it.
        mark: T,
        /// Whether the span is here from its start to its end.
        whole: bool,
        /// What it holds.
        pieces: Vec<Piece<T>>,
    },
}

/// Every line of a text that is not blank, marked. A span that crosses a line's end, or another span's,
/// is cut there.
pub(crate) fn lines<T: Copy>(text: &str, spans: &[Span<T>]) -> Vec<Vec<Piece<T>>> {
    let chars: Vec<char> = text.chars().collect();
    let mut lines = Vec::new();
    let mut start = 0;
    for line in chars.split(|c| *c == '\n') {
        let end = start + line.len();
        if !line.iter().all(|c| c.is_whitespace()) {
            let mut inside: Vec<(usize, usize, bool, T)> = spans
                .iter()
                .filter(|span| span.start < end && span.end > start && span.start < span.end)
                .map(|span| {
                    let whole = span.start >= start && span.end <= end;
                    (span.start.max(start), span.end.min(end), whole, span.mark)
                })
                .collect();
            // the longer one is the outer one
            inside.sort_by_key(|(from, to, _, _)| (*from, usize::MAX - to));
            lines.push(tree(&chars, start, end, inside));
        }
        start = end + 1;
    }
    lines
}

fn tree<T: Copy>(
    chars: &[char],
    start: usize,
    end: usize,
    mut spans: Vec<(usize, usize, bool, T)>,
) -> Vec<Piece<T>> {
    let mut pieces = Vec::new();
    let mut at = start;
    let text = |from: usize, to: usize| -> Option<Piece<T>> {
        let text: String = chars.get(from..to)?.iter().collect();
        (!text.is_empty()).then_some(Piece::Text(text))
    };
    while !spans.is_empty() {
        let (from, to, whole, mark) = spans.remove(0);
        pieces.extend(text(at, from));
        let mut inner = Vec::new();
        let mut later = Vec::new();
        for (other_from, other_to, other_whole, other) in spans {
            if other_from >= to {
                later.push((other_from, other_to, other_whole, other));
            } else if other_to <= to {
                inner.push((other_from, other_to, other_whole, other));
            } else {
                inner.push((other_from, to, false, other));
                later.push((to, other_to, false, other));
            }
        }
        later.sort_by_key(|(from, to, _, _)| (*from, usize::MAX - to));
        pieces.push(Piece::Marked {
            mark,
            whole,
            pieces: tree(chars, from, to, inner),
        });
        at = to;
        spans = later;
    }
    pieces.extend(text(at, end));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(pieces: &[Piece<char>]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Marked {
                    mark,
                    whole,
                    pieces,
                } => format!(
                    "{mark}{}{}{}",
                    if *whole { '[' } else { '{' },
                    shown(pieces),
                    if *whole { ']' } else { '}' }
                ),
            })
            .collect()
    }

    #[test]
    fn nested_overlapping_and_across_lines() {
        let span = |start, end, mark| Span { start, end, mark };
        let marked: Vec<String> = lines(
            "әбвгдеж\n\nзик",
            &[
                span(1, 4, 'a'),
                span(2, 3, 'b'),
                span(3, 6, 'c'),
                span(5, 11, 'd'),
            ],
        )
        .iter()
        .map(|line| shown(line))
        .collect();
        assert_eq!(marked, ["әa[бb[в]c{г}]c{дd{е}}d{ж}", "d{зи}к"]);
    }

    fn plain(pieces: &[Piece<char>]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Marked { pieces, .. } => plain(pieces),
            })
            .collect()
    }

    proptest! {
        #[test]
        fn the_text_is_kept(text in "[а-в\n]{0,30}", cuts in proptest::collection::vec((0usize..35, 0usize..35), 0..8)) {
            let spans: Vec<Span<char>> = cuts.iter().map(|(start, end)| Span { start: *start, end: *end, mark: 'x' }).collect();
            let expected: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
            let found: Vec<String> = lines(&text, &spans).iter().map(|line| plain(line)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
