//! One char of a view.

/// A char of a view, with the chars of the text that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The char as it is meant: in the word's own script, in the case that print would give it.
    pub meant: char,
    /// The char as it is printed.
    pub printed: char,
    /// Chars of the text before those it stands for.
    pub start: usize,
    /// Chars of the text to their end, exclusive; `start` where it stands for a char that is missing.
    pub end: usize,
}

impl Cell {
    /// A char that stands for itself.
    pub fn new(c: char, at: usize) -> Cell {
        Cell {
            meant: c,
            printed: c,
            start: at,
            end: at + 1,
        }
    }

    /// The letter of the print, in the case that is meant.
    pub fn letter(&self) -> char {
        match self.printed.to_lowercase().eq(self.meant.to_lowercase()) {
            true => self.meant,
            false => self.printed,
        }
    }

    /// A blank that is missing before a char of the text.
    pub fn missing_blank(at: usize) -> Cell {
        Cell {
            meant: ' ',
            printed: ' ',
            start: at,
            end: at,
        }
    }
}

/// Where the runs of cells of which something holds begin and end.
pub(crate) fn runs(cells: &[Cell], holds: impl Fn(char) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in cells.chunk_by(|a, b| holds(a.meant) == holds(b.meant)) {
        if run.first().is_some_and(|cell| holds(cell.meant)) {
            found.push(at..at + run.len());
        }
        at += run.len();
    }
    found
}
