//! Tables of Word.

use super::blocks::choose_alternative;
use super::story::{Fate, Flow, Story};
use super::styles::read_number;
use crate::document::{Block, LeftOutKind};
use crate::piece::{Piece, assign_captions, begins_as_caption, flatten, list_pictures};
use crate::refusal::Refusal;
use crate::xml::Element;

/// Word has no more columns.
const MOST_COLUMNS: usize = 63;

impl Story<'_, '_> {
    /// Reads a table; one of a single cell is a frame around its text.
    pub fn read_table(
        &mut self,
        table: Element,
        flow: Flow,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let mut rows = Vec::new();
        collect(table, "tr", flow, &mut rows);
        let mut cells_of_rows = Vec::new();
        for (row, flow) in &rows {
            let mut cells = Vec::new();
            collect(*row, "tc", *flow, &mut cells);
            cells_of_rows.push((*row, cells));
        }
        if let [(_, cells)] = cells_of_rows.as_slice()
            && let [(cell, flow)] = cells.as_slice()
        {
            return self.read_blocks(*cell, *flow, pieces);
        }
        let mut grid = Vec::new();
        let mut pictures = Vec::new();
        for (row, cells) in cells_of_rows {
            let fate = match is_deleted(row) {
                true => Fate::Deleted,
                false => Fate::Kept,
            };
            let written = self.read_row(row, grid.len(), &cells, fate, &mut pictures)?;
            if fate == Fate::Kept {
                grid.push(written);
            }
        }
        for (row, column, picture) in &pictures {
            let below = grid
                .get(row + 1)
                .and_then(|cells: &Vec<String>| cells.get(*column));
            if let (Some(below), Some(picture)) = (below, self.document.pictures.get_mut(*picture))
                && picture.caption.is_none()
                && begins_as_caption(below)
            {
                picture.caption = Some(below.clone());
            }
        }
        let rows = grid;
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            pieces.push(Piece::plain(Block::Table { rows }));
        }
        pieces.extend(
            pictures
                .into_iter()
                .map(|(_, _, picture)| Piece::plain(Block::Picture { picture })),
        );
        Ok(())
    }

    fn read_row(
        &mut self,
        row: Element,
        place: usize,
        cells: &[(Element, Flow)],
        fate: Fate,
        pictures: &mut Vec<(usize, usize, usize)>,
    ) -> Result<Vec<String>, Refusal> {
        let mut written: Vec<String> = Vec::new();
        let properties = row.child("trPr");
        let skipped = |name: &str| {
            let count = properties.and_then(|it| read_number::<usize>(it, name));
            count.unwrap_or(0).min(MOST_COLUMNS)
        };
        self.add_empty(&mut written, skipped("gridBefore"))?;
        for (cell, flow) in cells {
            self.budget.take_part("cells")?;
            let properties = cell.child("tcPr");
            let span = properties.and_then(|it| read_number::<usize>(it, "gridSpan"));
            let continues = |name: &str| {
                let merge = properties.and_then(|it| it.child(name));
                merge.is_some_and(|it| it.attribute("val").as_deref() != Some("restart"))
            };
            let continued = place > 0 && (continues("vMerge") || continues("vmerge"))
                || !written.is_empty() && (continues("hMerge") || continues("hmerge"));
            let mut pieces = Vec::new();
            let fate = match is_deleted_cell(properties) {
                true => Fate::Deleted,
                false => fate,
            };
            let flow = Flow {
                in_cell: true,
                ..flow.with(fate)
            };
            self.read_blocks(*cell, flow, &mut pieces)?;
            assign_captions(&pieces, &mut self.document.pictures);
            let text = flatten(&pieces);
            let column = written.len();
            let found = list_pictures(&pieces).into_iter();
            pictures.extend(found.map(|picture| (place, column, picture)));
            // What a merged cell covers is not seen.
            if continued {
                self.leave_out(LeftOutKind::Hidden, &text);
                written.push(String::new());
            } else {
                written.push(text);
            }
            let covered = span.unwrap_or(1).clamp(1, MOST_COLUMNS) - 1;
            self.add_empty(&mut written, covered)?;
        }
        self.add_empty(&mut written, skipped("gridAfter"))?;
        Ok(written)
    }

    fn add_empty(&mut self, cells: &mut Vec<String>, count: usize) -> Result<(), Refusal> {
        for _ in 0..count {
            self.budget.take_part("cells")?;
            cells.push(String::new());
        }
        Ok(())
    }
}

/// Collects the rows or cells of a table, through what may be put around them.
fn collect<'t>(parent: Element<'t>, name: &str, flow: Flow, found: &mut Vec<(Element<'t>, Flow)>) {
    for element in parent.children() {
        match element.name() {
            own if own == name => found.push((element, flow)),
            "tblPr" | "tblGrid" | "trPr" | "tcPr" | "sdtPr" | "p" | "tbl" | "tblPrEx" => {}
            "del" => collect(element, name, flow.with(Fate::Deleted), found),
            "moveFrom" => collect(element, name, flow.with(Fate::Moved), found),
            "AlternateContent" => {
                if let Some(chosen) = choose_alternative(element) {
                    collect(chosen, name, flow, found);
                }
            }
            _ => collect(element, name, flow, found),
        }
    }
}

fn is_deleted(row: Element) -> bool {
    row.child("trPr")
        .is_some_and(|properties| properties.child("del").is_some())
}

fn is_deleted_cell(properties: Option<Element>) -> bool {
    properties.is_some_and(|properties| properties.child("cellDel").is_some())
}
