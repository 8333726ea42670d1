//! One line of a view.

use super::cell::Cell;
use std::ops::Range;

/// A line of a view.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// What is left of it without its marks.
    pub cells: Range<usize>,
    /// How many marks of quoted mail it began with.
    pub depth: usize,
    /// Whether it begins with a mark of lists or the number of an entry.
    pub listed: bool,
    /// Its chars as they came, without marks of quoted mail and blanks at its ends.
    pub length: usize,
}

/// What a line end stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The end of a paragraph.
    Paragraph,
    /// A blank between two words.
    Blank,
    /// Nothing: a word goes on behind a hyphen that only the line end made.
    InsideWord,
    /// Nothing: a word goes on behind a hyphen of its own.
    AtHyphen,
}

/// The lines of a view.
pub(super) fn lines_of(cells: &[Cell]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut begin = 0_usize;
    let ends = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.meant == '\n');
    for end in ends.map(|(at, _)| at).chain([cells.len()]) {
        let mut line = Line {
            cells: begin..end,
            depth: 0,
            listed: false,
            length: 0,
        };
        line.measure(cells);
        lines.push(line);
        begin = end + 1;
    }
    lines
}

impl Line {
    /// Counts its length again.
    pub fn measure(&mut self, cells: &[Cell]) {
        let own = cells.get(self.cells.clone()).unwrap_or_default();
        self.length = match (own.first(), own.last()) {
            (Some(first), Some(last)) => last.end - first.start,
            _ => 0,
        };
    }

    /// Whether nothing stands on it.
    pub fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }

    /// Its chars without its marks.
    pub fn chars<'a>(
        &self,
        cells: &'a [Cell],
    ) -> impl DoubleEndedIterator<Item = char> + Clone + 'a {
        let own = cells.get(self.cells.clone()).unwrap_or_default();
        own.iter().map(|cell| cell.meant)
    }

    /// Whether a mark of this kind and a blank open the line.
    pub fn opens_with(&self, cells: &[Cell], marks: &[char]) -> bool {
        let mut chars = self.chars(cells);
        chars.next().is_some_and(|c| marks.contains(&c)) && chars.next() == Some(' ')
    }
}
