//! What only the shell says to the window; the rest of the wire is the archive's own types.
//! ui/src/types/shell.ts is generated from this file (tests/window_types.rs).

use muragat_archive::record::terms::Access;
use muragat_archive::{Changed, ListQuery};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window opens with.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Startup {
    /// The library, if one is open.
    pub library: Option<LibraryInfo>,
    /// Why none is.
    pub problem: Option<Problem>,
    /// The language that the program was started in, if that was said.
    pub language: Option<String>,
    /// Who works here; null before anybody said so.
    pub actor: Option<String>,
    /// Libraries that were open before, the latest first.
    pub recent: Vec<RecentLibrary>,
    /// Where a first library would lie.
    pub default_path: String,
    /// The window's own settings as they were kept, an object; null at first.
    #[ts(type = "unknown")]
    pub settings: serde_json::Value,
    /// Paths that the program was started with and that are no library: as if they were dropped.
    pub given: Vec<String>,
    /// Kind of the op that undo would take back now, or null.
    pub undo: Option<String>,
    /// Kind of the op that redo would do again now, or null.
    pub redo: Option<String>,
}

/// A library that was open before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentLibrary {
    /// The folder.
    pub path: String,
    /// Its name without `.muragat`.
    pub name: String,
    /// Whether it is there now.
    pub present: bool,
}

/// The library that is open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryInfo {
    /// The folder's name without `.muragat`.
    pub name: String,
    /// The folder.
    pub path: String,
    /// On read-only media, or where one may not write.
    pub read_only: bool,
    /// How many articles it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// Reasons to worry about where it lies, by code.
    pub warnings: Vec<String>,
}

/// A failure: the window has words for its code, filled in with its data.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Problem {
    /// Such as `library_missing`.
    pub code: String,
    /// An object, or null.
    #[ts(type = "unknown")]
    pub data: serde_json::Value,
}

/// What dropped or picked paths are; what lies in folders is among them.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Dropped {
    /// Files that decode as text.
    pub texts: Vec<String>,
    /// Pictures.
    pub photos: Vec<String>,
    /// Bags as folders, zip files.
    pub bundles: Vec<String>,
    /// Library folders.
    pub libraries: Vec<String>,
    /// Nothing that can be taken in.
    pub others: Vec<String>,
}

/// What a system dialog is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pick {
    /// Text files.
    Texts,
    /// Photo files.
    Photos,
    /// A list of officials.
    Officials,
    /// Files of any kind.
    Files,
    /// A library's folder.
    Library,
    /// A bundle in a zip file.
    Bundle,
    /// A bundle's folder.
    BundleFolder,
    /// Where to make a library.
    NewLibrary {
        /// Proposed, without its ending.
        name: String,
    },
    /// Where to export to, as a folder.
    ExportFolder {
        /// Proposed.
        name: String,
    },
    /// Where to export to, as a zip file.
    ExportZip {
        /// Proposed, without its ending.
        name: String,
    },
    /// Where to back up to.
    Backup {
        /// Proposed, without its ending.
        name: String,
    },
}

/// What kind of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// Text files become articles.
    Intake,
    /// Photos are attached.
    Attach,
    /// A bundle is made.
    Export,
    /// A bundle is checked.
    Verify,
    /// A bundle is taken in.
    Import,
    /// The library is checked.
    Check,
    /// The library is copied.
    Backup,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Under way.
    Running,
    /// It did all.
    Done,
    /// It could not.
    Failed,
    /// It was stopped.
    Cancelled,
}

/// How a job stands; sent whenever that changes, twenty times a second at most.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Job {
    /// Its number in this run of the program.
    pub id: u32,
    /// What it is.
    pub kind: JobKind,
    /// Where it stands.
    pub state: JobState,
    /// What is being done: `job-stage-<stage>`; empty before it has begun.
    pub stage: String,
    /// How much is done …
    #[ts(type = "number")]
    pub done: u64,
    /// … of how much; 0 where that is not known.
    #[ts(type = "number")]
    pub total: u64,
    /// Where it failed.
    pub problem: Option<Problem>,
    /// Where it is done, or was stopped after some of it: by kind, `IntakeResult`, `AttachResult` …
    #[ts(type = "unknown")]
    pub result: serde_json::Value,
    /// What it changed, where it wrote to the catalogue.
    pub changed: Option<Changed>,
}

impl Job {
    /// A job that has not begun.
    pub fn new(id: u32, kind: JobKind) -> Job {
        Job {
            id,
            kind,
            state: JobState::Running,
            stage: String::new(),
            done: 0,
            total: 0,
            problem: None,
            result: serde_json::Value::Null,
            changed: None,
        }
    }
}

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

/// What an intake made.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct IntakeResult {
    /// In the order given.
    pub added: Vec<Imported>,
    /// Each names its file in `data`.
    pub refused: Vec<Problem>,
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

/// An article that access rules kept out of an export.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftOut {
    /// UUIDv7.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Restricted, or under embargo.
    pub access: Access,
}

/// What an export made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportResult {
    /// The bundle.
    pub path: String,
    /// How many articles it holds.
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
    /// What stayed out.
    pub left_out: Vec<LeftOut>,
}

/// What the export of a transfer made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TransferResult {
    /// The folder with all of it.
    pub path: String,
    /// The bundle in it.
    pub bundle: String,
    /// File names of the act and the inventory beside it.
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
}

/// One thing that a verification says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyFinding {
    /// `bag-<code>` has words for it.
    pub code: String,
    /// The file of the bag that it is about.
    pub path: Option<String>,
    /// More, untranslated: an algorithm, a line number, a system's message.
    pub detail: Option<String>,
}

/// What a verification found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyResult {
    /// The bundle.
    pub path: String,
    /// No errors.
    pub valid: bool,
    /// BagIt's, such as `1.0`; empty where the bag does not say.
    pub version: String,
    /// Payload files.
    #[ts(type = "number")]
    pub files: u64,
    /// Payload size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// What is wrong.
    pub errors: Vec<VerifyFinding>,
    /// What is doubtful.
    pub warnings: Vec<VerifyFinding>,
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

/// How an article of a bundle stands to the library.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is not here.
    New,
    /// It is here, the same.
    Same,
    /// It was changed here since both had the same.
    ChangedHere,
    /// It was changed there since.
    ChangedThere,
    /// In both places, or it cannot be told where.
    ChangedBoth,
}

/// A field of an article that differs between bundle and library.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldDifference {
    /// Its name in article.json.
    pub field: String,
    /// What it holds here, to read.
    pub here: String,
    /// What it holds in the bundle.
    pub there: String,
}

/// An article of a bundle, before it comes in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedImport {
    /// Its UUID.
    pub id: String,
    /// Its reference in the bundle.
    pub reference: String,
    /// Title line.
    pub title: String,
    /// `YYYY-MM-DD` or shorter.
    pub date: Option<String>,
    /// How many photos.
    #[ts(type = "number")]
    pub photos: u64,
    /// How many files as received.
    #[ts(type = "number")]
    pub files: u64,
    /// Names of its photos, the first of many.
    pub photo_names: Vec<String>,
    /// Names of its files.
    pub file_names: Vec<String>,
    /// How it stands.
    pub standing: Standing,
    /// In what it differs.
    pub differences: Vec<FieldDifference>,
    /// Whether a text registered here keeps it from taking the place of what is here.
    pub evidence: bool,
    /// Whether its reference is taken here.
    pub reference_taken: bool,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPlan {
    /// Whether the bag is not this program's: its folders would become articles.
    pub foreign: bool,
    /// In the order of their UUIDs.
    pub articles: Vec<PlannedImport>,
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

impl Problem {
    /// A failure that nobody foresaw.
    pub fn unexpected(detail: &dyn std::fmt::Display) -> Problem {
        Problem {
            code: "unexpected".to_owned(),
            data: serde_json::json!({ "detail": detail.to_string() }),
        }
    }
}

impl From<muragat_archive::Error> for Problem {
    fn from(error: muragat_archive::Error) -> Problem {
        Problem {
            code: error.code().to_owned(),
            data: error.data(),
        }
    }
}

impl From<muragat_bundle::Error> for Problem {
    fn from(error: muragat_bundle::Error) -> Problem {
        Problem {
            code: error.code(),
            data: error.data(),
        }
    }
}
