//! A text as it flows out of a word processor: characters, ends of paragraphs, cells and rows, in the order in which the
//! file has them; blocks come of it.

use crate::budget::Budget;
use crate::document::join_mark;
use crate::document::{Block, Picture};
use crate::lists::{is_number, number_heading};
use crate::piece::{Piece, assign_captions, is_caption_style, read_level};
use crate::refusal::Refusal;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Paragraph,
    Heading(u8),
    Item(u8),
    /// A paragraph that is marked as what is written for a picture.
    Caption,
}

impl Role {
    /// What the name of its style says a paragraph is.
    pub fn of_style(name: &str) -> Option<Role> {
        let heading = read_level(name).map(Role::Heading);
        heading.or_else(|| is_caption_style(name).then_some(Role::Caption))
    }
}

/// A table whose last row has not been seen.
#[derive(Debug, Default)]
struct OpenTable {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
}

/// Collects a text.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pieces: Vec<Piece>,
    line: String,
    /// What stands before the words of the paragraph.
    mark: Option<String>,
    /// Tables within each other, the outermost first.
    tables: Vec<OpenTable>,
    /// What stands at a place within the paragraph or table that is not at its end: it comes after it.
    waiting: Vec<Piece>,
}

impl Flow {
    pub fn push(&mut self, c: char) {
        match c {
            '\t' | '\n' => self.line.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}') => {}
            c => self.line.push(c),
        }
    }

    pub fn push_text(&mut self, text: &str) {
        for c in text.chars() {
            self.push(c);
        }
    }

    /// Sets what stands before the words of the paragraph.
    pub fn set_mark(&mut self, mark: Option<String>) {
        self.mark = mark;
    }

    /// Whether the paragraph that is being read has words.
    pub fn has_words(&self) -> bool {
        !self.line.trim().is_empty()
    }

    /// Ends a paragraph that stands so many tables deep.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn end_paragraph(
        &mut self,
        role: Role,
        depth: usize,
        budget: &mut Budget,
    ) -> Result<(), Refusal> {
        self.go_to_depth(depth, budget)?;
        let line = std::mem::take(&mut self.line);
        let text = line.trim_matches(|c: char| matches!(c, ' ' | '\u{a0}' | '\t' | '\n'));
        let mark = self.mark.take();
        if let Some(table) = self.tables.last_mut() {
            // a number may be all that a cell has
            let mark = mark.filter(|mark| !text.is_empty() || is_number(mark));
            let text = join_mark(mark.as_deref(), text);
            if !text.is_empty() {
                add_line(&mut table.cell, &text);
            }
            return Ok(());
        }
        if !text.is_empty() {
            budget.take_part("blocks")?;
            let text = text.to_owned();
            let block = match (role, mark) {
                (Role::Heading(level), mark) => Block::Heading {
                    level,
                    text: number_heading(mark.as_deref(), &text),
                },
                (Role::Item(level), mark) => Block::ListItem { level, mark, text },
                (Role::Paragraph, mark @ Some(_)) => Block::ListItem {
                    level: 0,
                    mark,
                    text,
                },
                (Role::Paragraph, None) | (Role::Caption, _) => Block::Paragraph { text },
            };
            let caption = role == Role::Caption;
            self.pieces.push(Piece { block, caption });
        }
        self.release_waiting();
        Ok(())
    }

    /// Ends a cell of a table so many tables deep, and the paragraph before its end.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn end_cell(&mut self, depth: usize, budget: &mut Budget) -> Result<(), Refusal> {
        let depth = depth.max(1);
        self.end_paragraph(Role::Paragraph, depth, budget)?;
        budget.take_part("cells")?;
        if let Some(table) = self.tables.last_mut() {
            let cell = std::mem::take(&mut table.cell);
            table.row.push(cell);
        }
        Ok(())
    }

    /// Ends a row of a table so many tables deep.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn end_row(&mut self, depth: usize, budget: &mut Budget) -> Result<(), Refusal> {
        self.end_paragraph(Role::Paragraph, depth.max(1), budget)?;
        if let Some(table) = self.tables.last_mut() {
            close_row(table);
        }
        Ok(())
    }

    /// Sets a picture where the text is now.
    pub fn place_picture(&mut self, picture: usize) {
        self.waiting.push(Piece::plain(Block::Picture { picture }));
    }

    /// Sets the text of a box where the text is now: after the paragraph that it hangs on.
    pub fn place_pieces(&mut self, pieces: Vec<Piece>) {
        self.waiting.extend(pieces);
    }

    /// Ends the text; the captions go to their pictures.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn finish(
        mut self,
        pictures: &mut [Picture],
        budget: &mut Budget,
    ) -> Result<Vec<Piece>, Refusal> {
        // a last row without its end is a row all the same
        let depth = if self.has_words() {
            self.tables.len()
        } else {
            0
        };
        self.end_paragraph(Role::Paragraph, depth, budget)?;
        self.go_to_depth(0, budget)?;
        self.release_waiting();
        assign_captions(&self.pieces, pictures);
        Ok(self.pieces)
    }

    fn go_to_depth(&mut self, depth: usize, budget: &mut Budget) -> Result<(), Refusal> {
        budget.allow_depth(depth, "tables in tables")?;
        while self.tables.len() > depth {
            let Some(mut table) = self.tables.pop() else {
                break;
            };
            close_row(&mut table);
            match self.tables.last_mut() {
                // a table in a cell becomes lines of the cell
                Some(outer) => {
                    for row in &table.rows {
                        let cells: Vec<String> =
                            row.iter().map(|cell| cell.replace('\n', " ")).collect();
                        add_line(&mut outer.cell, &cells.join("\t"));
                    }
                }
                None => {
                    if table.rows.iter().flatten().any(|cell| !cell.is_empty()) {
                        budget.take_part("blocks")?;
                        let block = Block::Table { rows: table.rows };
                        self.pieces.push(Piece::plain(block));
                    }
                    self.release_waiting();
                }
            }
        }
        while self.tables.len() < depth {
            self.tables.push(OpenTable::default());
        }
        Ok(())
    }

    fn release_waiting(&mut self) {
        self.pieces.append(&mut self.waiting);
    }
}

fn add_line(cell: &mut String, text: &str) {
    if !cell.is_empty() {
        cell.push('\n');
    }
    cell.push_str(text);
}

fn close_row(table: &mut OpenTable) {
    if !table.cell.is_empty() {
        let cell = std::mem::take(&mut table.cell);
        table.row.push(cell);
    }
    if !table.row.is_empty() {
        table.rows.push(std::mem::take(&mut table.row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Limits;

    #[test]
    fn a_table_in_a_cell_becomes_lines_of_the_cell() {
        let mut budget = Budget::new(Limits::default());
        let mut flow = Flow::default();
        let steps: [(&str, usize); 2] = [("Облыс", 1), ("Абай", 2)];
        flow.push_text(steps[0].0);
        flow.end_paragraph(Role::Paragraph, 1, &mut budget).unwrap();
        flow.push_text(steps[1].0);
        flow.end_cell(2, &mut budget).unwrap();
        flow.push_text("Семей");
        flow.end_cell(2, &mut budget).unwrap();
        flow.end_row(2, &mut budget).unwrap();
        flow.end_cell(1, &mut budget).unwrap();
        flow.push_text("Орталық");
        flow.end_cell(1, &mut budget).unwrap();
        flow.end_row(1, &mut budget).unwrap();
        let pieces = flow.finish(&mut [], &mut budget).unwrap();
        let rows = vec![vec!["Облыс\nАбай\tСемей".to_owned(), "Орталық".to_owned()]];
        let [piece] = pieces.as_slice() else {
            panic!("{pieces:?}");
        };
        assert_eq!(piece.block, Block::Table { rows });
    }
}
