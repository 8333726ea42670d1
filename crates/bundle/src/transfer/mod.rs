//! Transfer: the bundle of a transfer, and beside it the act and the inventory that both sides sign.
//!
//! The documents lie beside the bag, not in it. The act names the bag's manifest by its checksum, which nothing inside
//! the bag could; and signatures come later, when the bag must not change any more. One folder holds both, and gets its
//! name when all of it is whole.

mod act;
mod inventory;
mod list;
mod sealed;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use muragat_archive::{Archive, Error as ArchiveError, Progress, TransferRecord, Watch};
use muragat_files::{TemporaryFolder, sync_file};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::export::{self, Export};
use crate::paper::document::Document;
use crate::paper::messages::{DocumentMessages, LANGUAGES};
use crate::paper::{page, pdf};
use list::ListedArticle;
use sealed::Sealed;

/// What exporting a transfer made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferResult {
    /// The folder with the bundle and the documents.
    #[serde(serialize_with = "muragat_archive::serialize_path")]
    #[ts(type = "string")]
    pub path: PathBuf,
    /// The bundle in it, a folder or a zip file.
    #[serde(serialize_with = "muragat_archive::serialize_path")]
    #[ts(type = "string")]
    pub bundle: PathBuf,
    /// File names of the act and the inventory, each as a page and as a PDF, in Kazakh and Russian.
    pub documents: Vec<String>,
    /// How many articles the bundle holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// How many photos.
    #[ts(type = "number")]
    pub photos: u64,
    /// Payload files.
    #[ts(type = "number")]
    pub files: u64,
    /// Payload size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// How many articles access rules kept out when the transfer began.
    #[ts(type = "number")]
    pub left_out: u64,
}

/// Exports a transfer, by UUID or the number of its act: a new folder `target` with the bundle of its articles, and
/// beside it the act and the inventory, in Kazakh and Russian, as pages and as PDF; the names of all are of one
/// `language`. All of it is written under another name and checked first; when it fails, nothing is left.
///
/// # Errors
/// [`Error::TransferClosed`] where an article that nobody named was closed after the transfer began; as [`export()`](crate::export()).
pub fn export_transfer(
    archive: &Archive,
    transfer: &str,
    target: &Path,
    zip: bool,
    language: &str,
    watch: Watch<'_>,
) -> Result<TransferResult, Error> {
    let transfer = archive.transfer(transfer)?;
    let entries = archive.transfer_entries(&transfer.id)?;
    let closed: Vec<_> = entries.iter().filter(|entry| entry.closed).collect();
    if let Some(first) = closed.first() {
        return Err(Error::TransferClosed {
            reference: first.reference.clone(),
            count: closed.len() as u64,
        });
    }
    export::prepare(archive, target)?;
    let names = DocumentMessages::new(language);
    let name = names.say("transfer-bundle-name");
    let making = TemporaryFolder::beside(target, "transfer")
        .map_err(|e| ArchiveError::writing_outside(target, &e))?;
    let whole = making.path().join("whole");
    fs::create_dir(&whole).map_err(|e| ArchiveError::writing_outside(target, &e))?;
    let lines = lines(
        archive,
        entries.iter().map(|entry| entry.id.as_str()),
        watch,
    )?;
    let mut info = info(&transfer);
    // All bundles of transfers have the same name; the folder tells one from the other.
    if let Some(folder) = target.file_name() {
        info.push((
            export::IDENTIFIER.to_owned(),
            folder.to_string_lossy().into_owned(),
        ));
    }
    let what = Export {
        articles: entries.into_iter().map(|entry| entry.id).collect(),
        query: None,
        zip,
        info,
    };
    let file = match zip {
        true => format!("{name}.zip"),
        false => name.clone(),
    };
    let (exported, manifest_sha256) =
        export::make(archive, &whole.join(&file), &name, target, &what, watch)?;
    let sealed = Sealed {
        name: file.clone(),
        files: exported.files,
        octets: exported.octets,
        manifest_sha256,
    };
    let mut documents = Vec::new();
    for (name, bytes) in files(&transfer, &lines, &sealed, &names)? {
        let path = whole.join(&name);
        fs::write(&path, &bytes)
            .and_then(|()| sync_file(&path))
            .map_err(|e| ArchiveError::writing_outside(&target.join(&name), &e))?;
        documents.push(name);
    }
    export::give_name(making, &whole, target)?;
    Ok(TransferResult {
        path: target.to_owned(),
        bundle: target.join(file),
        documents,
        articles: exported.articles,
        photos: exported.photos,
        files: exported.files,
        octets: exported.octets,
        left_out: transfer.left_restricted + transfer.left_embargoed,
    })
}

/// What bag-info.txt says of both sides; the labels of RFC 8493 (2.2.2) where it has one.
fn info(transfer: &TransferRecord) -> Vec<(String, String)> {
    let depositor = &transfer.depositor;
    let elements = [
        ("Source-Organization", Some(&depositor.name)),
        ("Organization-Address", depositor.address.as_ref()),
        ("Contact-Name", depositor.person.as_ref()),
        ("Muragat-Receiving-Archive", Some(&transfer.receiver.name)),
        (
            "Muragat-Receiving-Address",
            transfer.receiver.address.as_ref(),
        ),
        ("Muragat-Act-Number", transfer.act_number.as_ref()),
        ("Internal-Sender-Identifier", Some(&transfer.id)),
    ];
    let given = elements.into_iter();
    given
        .filter_map(|(label, value)| Some((label.to_owned(), value?.clone())))
        .collect()
}

/// A line for each article, in the order in which they lie.
fn lines<'a>(
    archive: &Archive,
    ids: impl ExactSizeIterator<Item = &'a str>,
    watch: Watch<'_>,
) -> Result<Vec<ListedArticle>, Error> {
    let total = ids.len() as u64;
    let mut lines = Vec::new();
    for (done, id) in ids.enumerate() {
        let told = Progress {
            stage: "listing",
            done: done as u64,
            total,
        };
        if !watch(told) {
            return Err(ArchiveError::Cancelled.into());
        }
        lines.push(ListedArticle::of(&archive.article(id)?));
    }
    list::order(&mut lines);
    Ok(lines)
}

/// Act and inventory: file names, in the language of `names`, and bytes. The same transfer, lines and bundle give the
/// same bytes.
fn files(
    transfer: &TransferRecord,
    lines: &[ListedArticle],
    sealed: &Sealed,
    names: &DocumentMessages,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        let messages = DocumentMessages::new(language);
        let documents: [(&str, Document); 2] = [
            (
                "transfer-act-name",
                act::act(transfer, lines, sealed, &messages),
            ),
            (
                "transfer-inventory-name",
                inventory::inventory(transfer, lines, &messages),
            ),
        ];
        for (name, document) in documents {
            let pdf = pdf::pdf(&document).map_err(|detail| Error::DocumentFailed {
                document: document.title.clone(),
                detail,
            })?;
            let name = names.say(name);
            files.push((format!("{name}.{language}.html"), page::page(&document)));
            files.push((format!("{name}.{language}.pdf"), pdf));
        }
    }
    Ok(files)
}
