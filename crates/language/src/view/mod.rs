//! A text as it is meant, under the form in which it came: lines that mail wrapped are whole again, words cut at a line
//! end too, blanks are single, marks that nobody sees are gone, letters are those of the word, and capitals stand where
//! they do in print. Reading runs on this view; each of its chars knows which chars of the text it stands for.

mod alike;
mod blanks;
mod capitals;
mod cell;
mod glued;
mod hyphens;
pub(crate) mod likeness;
mod line;
mod lines;
mod shouted;
#[cfg(test)]
mod tests;
mod wrapped;

use std::ops::Range;

pub(crate) use cell::Cell;

/// A text as it is meant.
#[derive(Debug, Clone, Default)]
pub(crate) struct View {
    cells: Vec<Cell>,
}

impl View {
    /// The view of a text with `\n` line ends; none where there is nothing to mend, so that clean text is read as it
    /// came.
    pub fn of(text: &str) -> Option<View> {
        let (mut cells, mut mended) = blanks::clean_cells(text);
        mended |= lines::mend_lines(&mut cells);
        mended |= alike::mend_letters(&mut cells);
        mended |= glued::part_words(&mut cells);
        mended |= capitals::lower_capitals(&mut cells);
        mended.then_some(View { cells })
    }

    /// The text as it is meant.
    pub fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.meant).collect()
    }

    /// A part of the text as it is printed, but for line ends, blanks and marks that nobody sees. `span` counts chars
    /// of the view.
    pub fn printed(&self, span: Range<usize>) -> String {
        let cells = self.cells.get(span).unwrap_or_default();
        cells.iter().map(|cell| cell.printed).collect()
    }

    /// The chars of the text that came, for a span of the view. Nothing but what the span's own chars stand for is in it,
    /// and what lies between them.
    pub fn span_that_came(&self, start: usize, end: usize) -> Range<usize> {
        let first = self.cells.get(start).or(self.cells.last());
        let from = first.map_or(0, |cell| cell.start);
        let last = end.checked_sub(1).and_then(|last| self.cells.get(last));
        let to = last.map_or(from, |cell| cell.end);
        from..to.max(from)
    }

    /// The chars of the view that stand for a span of the text that came, or for what lies in it.
    pub fn span_seen(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.cells.partition_point(|cell| cell.end <= span.start);
        let end = self.cells.partition_point(|cell| cell.start < span.end);
        start..end.max(start)
    }

    /// A phrase of the view's text in the letters of the print, in the case that is meant; the phrase itself where it
    /// stands nowhere.
    pub fn phrase(&self, phrase: &str) -> String {
        let text = self.text();
        let Some(byte) = text.find(phrase) else {
            return phrase.to_owned();
        };
        let start = text.get(..byte).map_or(0, |before| before.chars().count());
        let cells = self.cells.iter().skip(start).take(phrase.chars().count());
        cells.map(Cell::letter).collect()
    }

    /// Whether any letter stands for one of another script.
    pub fn has_other_letters(&self) -> bool {
        self.cells.iter().any(|cell| cell.letter() != cell.meant)
    }

    /// The view of a body that was cut out of the view's text, and that body as it came in `text`, the chars of the
    /// whole. None where the body holds what the text does not.
    pub fn of_part(&self, body: &str, text: &[char]) -> Option<(View, String)> {
        let whole = self.text();
        let mut part = Part {
            whole: self,
            text,
            cells: Vec::new(),
            came: Vec::new(),
        };
        match whole.rfind(body) {
            Some(byte) => part.add(whole.get(..byte)?.chars().count(), body.chars().count())?,
            // lines that stood above the title stand above the body
            None => {
                let (above, below) = body.split_once("\n\n")?;
                let mut passed = 0;
                for (number, line) in above.split('\n').enumerate() {
                    let begin = passed + whole.get(passed..)?.find(line)?;
                    if number > 0 {
                        part.add_literal("\n");
                    }
                    part.add(whole.get(..begin)?.chars().count(), line.chars().count())?;
                    passed = begin + line.len();
                }
                let rest = whole.rfind(below)?;
                part.add_literal("\n\n");
                part.add(whole.get(..rest)?.chars().count(), below.chars().count())?;
            }
        }
        Some((View { cells: part.cells }, part.came.into_iter().collect()))
    }
}

/// A body that is put together of parts of a text.
struct Part<'a> {
    whole: &'a View,
    text: &'a [char],
    cells: Vec<Cell>,
    /// The body as it came.
    came: Vec<char>,
}

impl Part<'_> {
    /// Adds chars of the view, with whatever else stands on their lines.
    fn add(&mut self, start: usize, length: usize) -> Option<()> {
        let cells = self.whole.cells.get(start..start + length)?;
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            return Some(());
        };
        let before = start.checked_sub(1).and_then(|at| self.whole.cells.get(at));
        let mut from = first.start;
        if before.is_none_or(|cell| cell.meant == '\n') {
            let floor = before.map_or(0, |cell| cell.end);
            let unseen = self.text.get(floor..from)?;
            let line = unseen.iter().rposition(|c| *c == '\n');
            from = line.map_or(floor, |at| floor + at + 1);
        }
        let after = self.whole.cells.get(start + length);
        let mut to = last.end;
        if after.is_none_or(|cell| cell.meant == '\n') {
            let ceiling = after.map_or(self.text.len(), |cell| cell.start);
            let unseen = self.text.get(to..ceiling)?;
            to += unseen
                .iter()
                .position(|c| *c == '\n')
                .unwrap_or(unseen.len());
        }
        let moved = |at: usize| at - from + self.came.len();
        self.cells.extend(cells.iter().map(|cell| Cell {
            start: moved(cell.start),
            end: moved(cell.end),
            ..*cell
        }));
        self.came.extend(self.text.get(from..to)?);
        Some(())
    }

    fn add_literal(&mut self, text: &str) {
        for c in text.chars() {
            self.cells.push(Cell::new(c, self.came.len()));
            self.came.push(c);
        }
    }
}
