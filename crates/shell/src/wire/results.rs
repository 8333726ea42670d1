//! What jobs are asked for and what they made, by kind. What crates/bundle makes is told as it is.

use muragat_archive::{AlikeArticle, ListQuery, NearShort};
use muragat_bundle::Verification;
use muragat_intake::{FileOutcome, Origin};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::paths::WirePath;
use super::problem::Problem;

/// An article that came in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Imported {
    /// UUIDv7.
    pub id: String,
    /// Its reference here.
    pub reference: String,
    /// Title line.
    pub title: String,
}

/// An article that came in, and one that was there before and may be the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AlikePair {
    /// UUID of the one that came in.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Its title line.
    pub title: String,
    /// The one that was there.
    pub other: AlikeArticle,
}

/// What to take in.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IntakeOrder {
    /// Documents, by their paths.
    #[ts(type = "string[]")]
    pub documents: Vec<WirePath>,
    /// Photos that came with them: each goes to its document.
    #[ts(type = "string[]")]
    pub photos: Vec<WirePath>,
    /// The unit in which they come to lie; none: the in-tray.
    pub unit: Option<String>,
}

/// What is done with a file that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DespiteRefusal {
    /// It is added though the library has the same text.
    Again,
    /// It is kept as a further original of the text that the library has.
    KeepForm,
    /// It is kept as the original of a draft without words.
    KeepUnread,
}

/// What to take in that was refused.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RetakeOrder {
    /// Which file, or what inside it.
    #[serde(flatten)]
    pub origin: Origin,
    /// What is done with it.
    pub despite: DespiteRefusal,
    /// The unit in which it comes to lie; none: the in-tray.
    pub unit: Option<String>,
}

/// What an intake made.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct IntakeResult {
    /// In the order of their dates.
    pub added: Vec<Imported>,
    /// Those that were there, and that files are kept of as further originals now.
    pub forms: Vec<Imported>,
    /// How many photos came with them, from beside and from inside the documents.
    #[ts(type = "number")]
    pub photos: u64,
    /// Those that may be versions of one that was there before.
    pub alike: Vec<AlikePair>,
    /// Photos of which it is not sure where they belong: they were not taken.
    pub unplaced: Vec<String>,
    /// Each names its file in `data`: first those of `files` that were refused or are here already, in their order, then
    /// photos.
    pub refused: Vec<Problem>,
    /// What became of each file and of what lay inside it.
    pub files: Vec<FileOutcome>,
}

/// A photo that was attached.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttachedPhoto {
    /// UUIDv7.
    pub id: String,
    /// File name as received.
    pub name: String,
    /// Why it cannot be drawn, a code; null where it can.
    pub undrawable: Option<String>,
    /// Whether its file ends before the picture does; it is drawn as far as it goes.
    pub breaks_off: bool,
    /// How many pages or frames it has, where there are several, of which the first is drawn; null of one.
    pub parts: Option<u32>,
    /// A photo of the library that is the same picture; null where there is none.
    pub near: Option<NearShort>,
}

/// What came of attaching photos.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttachResult {
    /// In the order given.
    pub attached: Vec<AttachedPhoto>,
    /// Each names its file in `data`.
    pub refused: Vec<Problem>,
}

/// What to export: named articles, else all that a query finds, else all. Access rules hold unless named.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportOrder {
    /// A path that is not there yet.
    pub target: String,
    /// One zip file instead of a folder.
    pub zip: bool,
    /// UUIDs or references.
    pub articles: Option<Vec<String>>,
    /// Which articles; its page does not matter.
    pub query: Option<ListQuery>,
}

/// What a verification found, and of what.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyResult {
    /// The bundle.
    pub path: String,
    /// What was found.
    #[serde(flatten)]
    pub found: Verification,
}

/// An article of a bundle that was here already.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Present {
    /// UUIDv7.
    pub id: String,
    /// Its reference here.
    pub reference: String,
    /// Whether the bundle's is another: what is here stays.
    pub differs: bool,
}

/// An article that came in under another reference, as its own was taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Renamed {
    /// In the bundle.
    pub own: String,
    /// Here.
    pub given: String,
}

/// What an import brought.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportResult {
    /// Came in.
    pub added: Vec<Imported>,
    /// Took the place of what was here.
    pub renewed: Vec<Imported>,
    /// Here already, and left as it is.
    pub present: Vec<Present>,
    /// Among those that came in.
    pub renamed: Vec<Renamed>,
    /// The name that the library took of the one that came in whole.
    pub named: Option<String>,
}

/// One thing that a check says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckFinding {
    /// `check-<code>` has words for it.
    pub code: String,
    /// What it is about: a path, a digest, a row.
    pub subject: String,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckResult {
    /// No problems.
    pub sound: bool,
    /// How many articles there are.
    #[ts(type = "number")]
    pub articles: u64,
    /// How many originals were hashed and are as they were.
    #[ts(type = "number")]
    pub originals: u64,
    /// Their size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// What is wrong.
    pub problems: Vec<CheckFinding>,
    /// What lies about and does no harm.
    pub notes: Vec<CheckFinding>,
}

/// What a backup made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupResult {
    /// The zip file.
    pub path: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// Originals that are missing or damaged here, and so in the backup, by SHA-256.
    pub lacking: Vec<String>,
}

/// What is ready to be printed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PrintResult {
    /// The PDF.
    pub path: String,
    /// Whether the system's program for PDFs was asked to show it; else it lies where it was wished.
    pub shown: bool,
    /// Names of photos that could not be drawn, and so are missing.
    pub undrawn: Vec<String>,
}

/// What a backup was brought back as.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestoreResult {
    /// The library's folder.
    pub path: String,
    /// Its name.
    pub name: String,
    /// How many articles it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// Originals that the backup lacks, by SHA-256.
    pub lacking: Vec<String>,
}
