//! Tables of OpenDocument.

use super::Story;
use crate::document::Block;
use crate::piece::{Piece, assign_captions, begins_as_caption, flatten, list_pictures};
use crate::refusal::Refusal;
use crate::xml::Element;

/// A table may be said to have more: what is beyond is empty.
const MOST_COLUMNS: usize = 1024;
const MOST_REPEATED: usize = 1000;

/// So many empty cells in a row may be meant.
const MOST_EMPTY: usize = 64;

impl Story<'_, '_> {
    /// Reads a table; one of a single cell is a frame around its text.
    pub fn read_table(
        &mut self,
        table: Element,
        hidden: bool,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        if let [row] = rows.as_slice() {
            let cells: Vec<Element> = row.children().filter(|it| is_cell(*it)).collect();
            if let [cell] = cells.as_slice()
                && count_repeated(*cell, "number-columns-repeated") == 1
            {
                return self.read_blocks(*cell, hidden, pieces);
            }
        }
        let mut grid: Vec<Vec<String>> = Vec::new();
        let mut pictures = Vec::new();
        for row in rows {
            let cells = self.read_row(row, hidden, grid.len(), &mut pictures)?;
            // Programs fill their tables up with empty rows and cells, in thousands.
            let repeated = match cells.iter().all(String::is_empty) {
                true => 1,
                false => count_repeated(row, "number-rows-repeated"),
            };
            let bytes: usize = cells.iter().map(String::len).sum();
            for _ in 1..repeated.min(MOST_REPEATED) {
                self.budget.take_part("rows")?;
                self.budget.take_bytes(bytes + 32 * cells.len(), "rows")?;
                grid.push(cells.clone());
            }
            grid.push(cells);
        }
        while grid
            .last()
            .is_some_and(|row| row.iter().all(String::is_empty))
        {
            grid.pop();
        }
        for (row, column, picture) in &pictures {
            let below = grid.get(row + 1).and_then(|cells| cells.get(*column));
            if let (Some(below), Some(picture)) = (below, self.document.pictures.get_mut(*picture))
                && picture.caption.is_none()
                && begins_as_caption(below)
            {
                picture.caption = Some(below.clone());
            }
        }
        if !grid.is_empty() {
            pieces.push(Piece::plain(Block::Table { rows: grid }));
        }
        let picture_pieces = pictures.into_iter();
        pieces
            .extend(picture_pieces.map(|(_, _, picture)| Piece::plain(Block::Picture { picture })));
        Ok(())
    }

    fn read_row(
        &mut self,
        row: Element,
        hidden: bool,
        place: usize,
        pictures: &mut Vec<(usize, usize, usize)>,
    ) -> Result<Vec<String>, Refusal> {
        let mut cells = Vec::new();
        for cell in row.children().filter(|it| is_cell(*it)) {
            let repeated = count_repeated(cell, "number-columns-repeated");
            let text = match cell.name() {
                // What a merged cell covers is not seen.
                "covered-table-cell" => String::new(),
                _ => {
                    let mut pieces = Vec::new();
                    let outer = std::mem::replace(&mut self.in_cell, true);
                    let read = self.read_blocks(cell, hidden, &mut pieces);
                    self.in_cell = outer;
                    read?;
                    assign_captions(&pieces, &mut self.document.pictures);
                    let found = list_pictures(&pieces).into_iter();
                    pictures.extend(found.map(|picture| (place, cells.len(), picture)));
                    flatten(&pieces)
                }
            };
            let repeated = match text.is_empty() && repeated > MOST_EMPTY {
                true => 1,
                false => repeated,
            };
            for _ in 0..repeated.min(MOST_COLUMNS.saturating_sub(cells.len())) {
                self.budget.take_part("cells")?;
                self.budget.take_bytes(text.len(), "cells")?;
                cells.push(text.clone());
            }
        }
        Ok(cells)
    }
}

fn is_cell(element: Element) -> bool {
    matches!(element.name(), "table-cell" | "covered-table-cell")
}

fn count_repeated(element: Element, name: &str) -> usize {
    let count = element.attribute(name).and_then(|it| it.parse().ok());
    count.unwrap_or(1_usize).max(1)
}

fn collect_rows<'t>(parent: Element<'t>, rows: &mut Vec<Element<'t>>) {
    for element in parent.children() {
        match element.name() {
            "table-row" => rows.push(element),
            "table-header-rows" | "table-rows" | "table-row-group" => collect_rows(element, rows),
            _ => {}
        }
    }
}
