//! Lists written out: documents, people, bodies, photos or events as a table, for a spreadsheet, a browser or paper.
//!
//! Rows are read one by one and written at once, so that a list of a hundred thousand takes no more memory than one of
//! ten; on paper alone a list stands whole before it is laid out.

mod cell;
mod columns;
mod csv;
mod html_page;
mod listed;
mod paper_list;
mod row_writer;
mod rows;
mod sheet;

use std::path::{Path, PathBuf};

use muragat_archive::{Archive, Error as ArchiveError, Released, Watch};
use muragat_files::{Existing, TemporaryFile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::left_out::LeftOut;
use crate::paper::messages::DocumentMessages;

use cell::Cell;
use row_writer::{Failure, Heading, RowWriter};

pub use columns::ListColumn;
pub use listed::Listed;

/// What a list is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListFormat {
    /// Comma-separated values, as Excel opens them where a comma stands in numbers: with semicolons.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// A page for any browser.
    Html,
    /// Sheets to be printed.
    Pdf,
}

/// A list that is wanted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListWanted {
    /// What is listed.
    pub listed: Listed,
    /// From left to right; empty: those that are usual.
    pub columns: Vec<ListColumn>,
    /// As what.
    pub format: ListFormat,
    /// Language of the headings and terms: `kk`, `ru` or `en`.
    pub language: String,
    /// What the list is called.
    pub title: String,
    /// What narrows it: a unit, words, filters; one a line.
    pub scope: Vec<String>,
    /// UUIDs or references of documents that are told of whatever access rules say; for [`Archive::release`].
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub restricted: Vec<String>,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListMade {
    /// The file.
    #[serde(serialize_with = "muragat_archive::serialize_path")]
    #[ts(type = "string")]
    pub path: PathBuf,
    /// How many rows it has, without the head.
    #[ts(type = "number")]
    pub rows: u64,
    /// Documents that access rules kept out, as nobody named them.
    pub left_out: Vec<LeftOut>,
}

/// Writes a list into a file at `target`, without what access rules keep in but for what was `released`. What lies there is replaced once the new one is whole; where it fails or is
/// stopped, nothing is changed.
///
/// # Errors
/// The disk is full; a unit of the query is not there; stopped.
pub fn write_list(
    archive: &Archive,
    wanted: &ListWanted,
    released: &Released,
    target: &Path,
    watch: Watch<'_>,
) -> Result<ListMade, Error> {
    let messages = DocumentMessages::new(&wanted.language);
    let columns = match wanted.columns.is_empty() {
        true => columns::usual(&wanted.listed),
        false => wanted.columns.as_slice(),
    };
    let heading = Heading {
        title: &wanted.title,
        scope: &wanted.scope,
        columns,
        messages: &messages,
        today: chrono::Local::now().date_naive().to_string(),
    };
    let failed = |failure: Failure| -> Error {
        match failure {
            Failure::Disk(error) => ArchiveError::writing_outside(target, &error).into(),
            Failure::Format(detail) => Error::DocumentFailed {
                document: wanted.title.clone(),
                detail,
            },
        }
    };
    let mut file = TemporaryFile::beside(target).map_err(|e| failed(e.into()))?;
    let opened: Result<Box<dyn RowWriter>, Failure> = match wanted.format {
        ListFormat::Csv => csv::Csv::begin(&heading, &file).map(|writer| Box::new(writer) as _),
        ListFormat::Xlsx => sheet::Sheet::begin(&heading).map(|writer| Box::new(writer) as _),
        ListFormat::Html => {
            html_page::HtmlPage::begin(&heading, &file).map(|writer| Box::new(writer) as _)
        }
        ListFormat::Pdf => Ok(Box::new(paper_list::PaperList::begin(&heading)) as _),
    };
    let mut writer = opened.map_err(failed)?;
    let mut count = 0;
    let withheld = archive.withheld(released)?;
    let left_out = rows::each(archive, &wanted.listed, &withheld, watch, &mut |row| {
        let cells: Vec<Cell> = columns
            .iter()
            .map(|column| column.cell(&row, &messages))
            .collect();
        count += 1;
        writer.row(&cells).map_err(failed)
    })?;
    writer.finish(&mut file).map_err(failed)?;
    file.give_name(Existing::Replace)
        .map_err(|e| failed(e.into()))?;
    Ok(ListMade {
        path: target.to_owned(),
        rows: count,
        left_out,
    })
}

#[cfg(test)]
mod tests;
