//! Documents on paper: a PDF of what the archive holds of each, made to be printed.

mod article_sheet;

use std::path::{Path, PathBuf};

use muragat_archive::{Archive, Error as ArchiveError, Progress, Released, Watch};
use muragat_files::{Existing, write_file};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::left_out::LeftOut;
use crate::paper::document::{Block, Document};
use crate::paper::messages::DocumentMessages;
use crate::paper::pdf;

/// Which documents are printed, and what of them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PrintWanted {
    /// UUIDs or references, in the order in which they are printed.
    pub articles: Vec<String>,
    /// Language of the words that are not the documents' own: `kk`, `ru` or `en`.
    pub language: String,
    /// The office that prints, at the top of each document; empty: none is named.
    pub office: String,
    /// With those who took part, and their positions.
    pub cast: bool,
    /// With the photos, their captions and credits.
    pub photos: bool,
    /// UUIDs or references of those that are printed whatever access rules say; for [`Archive::release`].
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub restricted: Vec<String>,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintMade {
    /// The PDF.
    #[serde(serialize_with = "muragat_archive::serialize_path")]
    #[ts(type = "string")]
    pub path: PathBuf,
    /// How many documents are in it.
    #[ts(type = "number")]
    pub articles: u64,
    /// Names of photos that could not be drawn, and so are missing.
    pub undrawn: Vec<String>,
    /// Documents that access rules kept out, as nobody named them.
    pub left_out: Vec<LeftOut>,
}

/// Writes documents into a PDF at `target`, each beginning on a sheet of its own; without those that access rules keep
/// in, but for what was `released`. What lies there is replaced once the
/// new one is whole.
///
/// # Errors
/// [`Error::NothingToExport`]; a document is not there; the disk is full; stopped.
pub fn print_articles(
    archive: &Archive,
    wanted: &PrintWanted,
    released: &Released,
    target: &Path,
    watch: Watch<'_>,
) -> Result<PrintMade, Error> {
    let messages = DocumentMessages::new(&wanted.language);
    let mut blocks = Vec::new();
    let mut undrawn = Vec::new();
    let mut title = String::new();
    let withheld = archive.withheld(released)?;
    let mut left_out = Vec::new();
    let mut printed = 0;
    let total = wanted.articles.len() as u64;
    for (done, id) in wanted.articles.iter().enumerate() {
        let progress = Progress {
            stage: "printing",
            done: done as u64,
            total,
        };
        if !watch(progress) {
            return Err(ArchiveError::Cancelled.into());
        }
        let record = archive.article_to_leave(id, &withheld)?;
        if withheld.article(&record.id).is_some() {
            left_out.push(LeftOut::of(&record));
            continue;
        }
        printed += 1;
        if printed > 1 {
            blocks.push(Block::NewSheet);
        } else {
            crate::placed::title(&record).clone_into(&mut title);
        }
        if !wanted.office.is_empty() {
            blocks.push(Block::Annex(wanted.office.clone()));
        }
        blocks.extend(article_sheet::blocks(&record, wanted.cast, &messages));
        if wanted.photos {
            let (pictures, lacking) = article_sheet::pictures(archive, &record, &messages);
            blocks.extend(pictures);
            undrawn.extend(lacking);
        }
    }
    if printed == 0 {
        return Err(Error::NothingToExport {
            left_out: left_out.len() as u64,
        });
    }
    let document = Document {
        language: messages.language,
        title,
        author: wanted.office.clone(),
        made_at: chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        footer: messages.with("document-page", &[("page", "{page}"), ("pages", "{pages}")]),
        landscape: false,
        blocks,
    };
    let bytes = pdf::pdf(&document).map_err(|detail| Error::DocumentFailed {
        document: document.title.clone(),
        detail,
    })?;
    write_file(target, &bytes, Existing::Replace)
        .map_err(|e| ArchiveError::writing_outside(target, &e))?;
    Ok(PrintMade {
        path: target.to_owned(),
        articles: printed,
        undrawn,
        left_out,
    })
}

#[cfg(test)]
mod tests;
