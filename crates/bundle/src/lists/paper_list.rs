//! A list on sheets of paper, which lie on their side where it has many columns.

use std::io::Write;

use muragat_files::TemporaryFile;

use crate::lists::cell::Cell;
use crate::lists::row_writer::{Failure, Heading, RowWriter};
use crate::paper::document::{Block, Column, Document, Table, TableRow};
use crate::paper::messages::grouped;
use crate::paper::pdf;

/// More columns than this ask for sheets that lie on their side.
const UPRIGHT: usize = 5;

/// Gathers the rows, then lays them out.
pub(crate) struct PaperList {
    document: Document,
    table: Table,
    count: String,
}

impl PaperList {
    /// With all that stands over the first row.
    pub fn begin(heading: &Heading<'_>) -> PaperList {
        let messages = heading.messages;
        let mut blocks = vec![Block::Title(heading.title.to_owned())];
        blocks.extend(told(heading).into_iter().map(Block::Subtitle));
        let columns = heading.columns.iter().map(|column| Column {
            heading: column.heading(messages),
            holds: column.holds(),
        });
        PaperList {
            document: Document {
                language: messages.language,
                title: heading.title.to_owned(),
                author: String::new(),
                made_at: chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                footer: messages.with("document-page", &[("page", "{page}"), ("pages", "{pages}")]),
                landscape: heading.columns.len() > UPRIGHT,
                blocks,
            },
            table: Table {
                columns: columns.collect(),
                rows: Vec::new(),
            },
            count: messages.with("list-rows-in-all", &[("count", "{count}")]),
        }
    }
}

/// What is said below the title: what narrows the list, and when it was made.
pub(crate) fn told(heading: &Heading<'_>) -> Vec<String> {
    let messages = heading.messages;
    let today = messages.short_date(&heading.today);
    let made = messages.with("list-made", &[("date", &today)]);
    let mut lines = heading.scope.to_vec();
    lines.push(made);
    lines
}

impl RowWriter for PaperList {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Failure> {
        let cells = cells.iter().map(Cell::words).collect();
        self.table.rows.push(TableRow::Cells(cells));
        Ok(())
    }

    fn finish(mut self: Box<Self>, file: &mut TemporaryFile) -> Result<(), Failure> {
        let count = grouped(self.table.rows.len() as u64);
        let blocks = &mut self.document.blocks;
        blocks.push(Block::Table(self.table));
        blocks.push(Block::Text(self.count.replace("{count}", &count)));
        let bytes = pdf::pdf(&self.document).map_err(Failure::Format)?;
        Ok(file.write_all(&bytes)?)
    }
}
