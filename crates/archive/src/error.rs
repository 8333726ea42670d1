//! What can go wrong, as a code with data. The words for people are in assets/locales.

use std::path::{Path, PathBuf};

use muragat_language::{DocumentFormat, FormDifference};
use serde::Serialize;

/// Why a document that was received cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// It is locked by a password.
    Locked,
    /// It is a scan: pictures of pages without letters.
    Scan,
    /// It is a scan, and the program that reads letters in pictures found none.
    ScanUnread,
    /// Its letters are lost.
    LettersLost,
    /// It is damaged, so that nothing of it can be read.
    Damaged,
    /// Its format is known and is not read.
    NotRead,
    /// Nobody knows what it is.
    UnknownFormat,
    /// It is larger, deeper or unfolds to more than is read.
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// It took too long.
    TooSlow,
    /// The reader broke down on it.
    BrokeDown,
    /// The reader could not be started.
    NotStarted,
    /// It is packed by a program whose packages are not opened.
    Packed,
    /// It is a table of values.
    Table,
    /// It is a presentation.
    Slides,
    /// It is a picture drawn in mark-up.
    Drawing,
    /// It is data of a program.
    Data,
    /// It is a document where a plain text is wanted.
    OtherFormat,
}

/// In what a text differs that is in the library already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormOfDuplicate {
    /// In nothing.
    Same,
    /// In blanks, line ends or marks that nobody sees.
    Blanks,
    /// In quotation marks.
    Quotes,
    /// In dashes.
    Dashes,
    /// In capitals.
    Capitals,
    /// In letters of another script that look alike.
    LookAlikes,
    /// In several of these, or in other signs.
    Signs,
    /// In words: it is the same file, and its text was changed here, or another reader made another of it.
    Words,
}

impl FormOfDuplicate {
    /// The one that tells most of several differences.
    pub fn of(differences: &[FormDifference]) -> FormOfDuplicate {
        let told = |one: &FormDifference| match one {
            FormDifference::Blanks | FormDifference::LineEnds | FormDifference::Invisible => {
                FormOfDuplicate::Blanks
            }
            FormDifference::Quotes => FormOfDuplicate::Quotes,
            FormDifference::Dashes => FormOfDuplicate::Dashes,
            FormDifference::Capitals => FormOfDuplicate::Capitals,
            FormDifference::LookAlikes => FormOfDuplicate::LookAlikes,
            FormDifference::Signs => FormOfDuplicate::Signs,
            FormDifference::Words => FormOfDuplicate::Words,
        };
        let mut told: Vec<FormOfDuplicate> = differences.iter().map(told).collect();
        told.dedup();
        match told.as_slice() {
            [] => FormOfDuplicate::Same,
            [only] => *only,
            several if several.contains(&FormOfDuplicate::Words) => FormOfDuplicate::Words,
            _ => FormOfDuplicate::Signs,
        }
    }
}

impl From<DocumentFormat> for Unread {
    fn from(format: DocumentFormat) -> Unread {
        match format {
            DocumentFormat::Table => Unread::Table,
            DocumentFormat::Slides => Unread::Slides,
            DocumentFormat::Drawing => Unread::Drawing,
            DocumentFormat::Data => Unread::Data,
            DocumentFormat::Word
            | DocumentFormat::RichText
            | DocumentFormat::Pdf
            | DocumentFormat::WebPage
            | DocumentFormat::Mail
            | DocumentFormat::Archive => Unread::OtherFormat,
        }
    }
}

/// A failure: [`Error::code`] names it, [`Error::data`] fills its message.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "each field is named for what it holds; the messages say the rest"
)]
pub enum Error {
    // Two people at once.
    #[error("{noun}.{field} of {id} was {seen:?}, is {now:?}, was to be {mine:?}")]
    EditConflict {
        noun: String,
        id: String,
        field: String,
        seen: String,
        now: String,
        mine: String,
    },
    // The library.
    #[error("no library at {path}")]
    LibraryMissing {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("{path} is there already")]
    LibraryExists {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("{path} is not a library")]
    LibraryForeign {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("{path} was written by a newer program: {found}, known up to {known}")]
    LibraryNewer {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
        found: i64,
        known: i64,
    },
    #[error("another library lies at {path} now")]
    LibraryReplaced {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("{path} is damaged: {detail}")]
    LibraryDamaged {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
        detail: String,
    },
    #[error("{path} is no whole backup: {detail}")]
    BackupDamaged {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
        detail: String,
    },
    #[error("the machine's clock stands before 1970")]
    ClockUnset,
    #[error("{path} cannot be written")]
    LibraryReadOnly {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("another program is writing to {path}")]
    LibraryBusy {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("no room left at {path}")]
    DiskFull {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("no file at {path}")]
    FileMissing {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("{path} lies inside the library")]
    TargetInsideLibrary {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("{path}: {detail}")]
    FileUnreadable {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
        detail: String,
    },
    #[error("{path}: {detail}")]
    FileUnwritable {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
        detail: String,
    },
    #[error("{path} is there already")]
    TargetExists {
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },
    #[error("the catalogue refused: {detail}")]
    CatalogueFailed { detail: String },
    #[error("stopped on request")]
    Cancelled,

    // Text and photos coming in.
    #[error("{file}: no text")]
    TextEmpty { file: String },
    #[error("{file}: not a text")]
    TextBinary { file: String },
    #[error("{file}: a document that cannot be read: {why:?}")]
    DocumentUnread { file: String, why: Unread },
    #[error("{file}: {size} bytes of text, at most {limit}")]
    TextTooLarge { file: String, size: u64, limit: u64 },
    #[error("{file} is already here as {reference}")]
    DuplicateRelease {
        file: String,
        reference: String,
        id: String,
        title: String,
        difference: FormOfDuplicate,
        kept: bool,
    },
    #[error("{file} is no picture")]
    PhotoUnrecognised { file: String },
    #[error("{file} is empty")]
    PhotoEmpty { file: String },
    #[error("{file}: {size} bytes, at most {limit}")]
    PhotoTooLarge { file: String, size: u64, limit: u64 },
    #[error("{file} is already among the article's photos")]
    PhotoDuplicate { file: String },
    #[error("{name} cannot be drawn: {reason}")]
    PhotoUndrawable { name: String, reason: String },
    #[error("original {sha256} is missing")]
    OriginalMissing { sha256: String },
    #[error("original {sha256} is damaged")]
    OriginalDamaged {
        sha256: String,
        #[serde(serialize_with = "serialize_path")]
        path: PathBuf,
    },

    // The catalogue.
    #[error("no {noun} {id}")]
    NotFound { noun: &'static str, id: String },
    #[error("several parties are called {name}")]
    PartyAmbiguous {
        name: String,
        candidates: Vec<String>,
    },
    #[error("{name} is a {found:?}")]
    PartyKindDiffers {
        name: String,
        found: crate::record::terms::PartyKind,
    },
    #[error("the name is empty")]
    NameEmpty,
    #[error("{text} has no word to look for")]
    NoWord { text: String },
    #[error("{name} is taken")]
    NameTaken { name: String },
    #[error("the code {value} is {name}'s")]
    CodeTaken { value: String, name: String },
    #[error("{value} is no code")]
    CodeInvalid { value: String },
    #[error("{value} is no BIN")]
    BinInvalid { value: String },
    #[error("{name} is referred to")]
    PartyInUse { name: String },
    #[error("{photos} photos hang on {name} alone")]
    EventInUse { name: String, photos: u64 },
    #[error("{file}: the heading {heading:?} names no column")]
    ListHeadingUnknown { file: String, heading: String },
    #[error("{file}, line {line}: a quotation mark is not closed")]
    ListQuoteOpen { file: String, line: u64 },
    #[error("{file}, line {line}: {column} cannot be {value:?}")]
    ListLineInvalid {
        file: String,
        line: u64,
        column: String,
        value: String,
    },
    #[error("{file}, line {line}: several parties are called {name}")]
    ListNameAmbiguous {
        file: String,
        line: u64,
        name: String,
    },
    #[error("no role {role}")]
    RoleUnknown { role: String },
    #[error("the text of {reference} is registered")]
    TextRegistered { reference: String },
    #[error("a version of {reference} is needed")]
    VersionNeeded { reference: String },
    #[error("something lies in {unit}")]
    UnitNotEmpty { unit: String },
    #[error("unit {unit} is taken")]
    UnitTaken { unit: String },
    #[error("nothing lies below the file {unit}")]
    UnitTooDeep { unit: String },
    #[error("reference {reference} is taken")]
    ReferenceTaken { reference: String },
    #[error("the transfer to {receiver} is {state:?}, not {needed:?}")]
    TransferStands {
        receiver: String,
        state: crate::record::terms::TransferState,
        needed: Vec<crate::record::terms::TransferState>,
    },
    #[error("the transfer would hold nothing; left out: {left_out}")]
    TransferEmpty { left_out: u64 },
    #[error("{reference} was transferred to {receiver}")]
    ArticleTransferred { reference: String, receiver: String },
    #[error("{file} is empty")]
    TransferFileEmpty { file: String },
    #[error("{file}: {size} bytes, at most {limit}")]
    TransferFileTooLarge { file: String, size: u64, limit: u64 },
    #[error("span {start}..{end} is outside the text")]
    SpanOutside { start: u64, end: u64 },
    #[error("{noun}.{field} does not take {value:?}")]
    ValueInvalid {
        noun: &'static str,
        field: String,
        value: String,
    },
    #[error("{value:?} may be {one} or {other}")]
    DateAmbiguous {
        value: String,
        one: String,
        other: String,
    },
    #[error("a rule of the catalogue is broken: {rule}")]
    RuleBroken { rule: String },

    #[error("{reference}: {field} cannot be {value:?}")]
    RecordUnsound {
        reference: String,
        field: String,
        value: String,
    },

    // History.
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("change {change} cannot be put back")]
    NotRestorable { change: i64 },
    #[error("no op {op} that stands")]
    OpNotStanding { op: i64 },
    #[error("op {op} ({kind}) cannot be taken back: op {by} ({by_kind}) came after it")]
    UndoBlocked {
        op: i64,
        kind: String,
        by: i64,
        by_kind: String,
        by_actor: String,
        by_at: String,
        noun: String,
        field: Option<String>,
    },
    #[error("op {op} ({kind}) cannot be taken back: {noun} clashes with a later row")]
    UndoClash {
        op: i64,
        kind: String,
        noun: String,
        detail: String,
    },
}

/// A path as a person reads it; what is not Unicode in it is marked.
///
/// # Errors
/// The serialiser's.
pub fn serialize_path<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
}

impl Error {
    /// The error's name, snake_case; the key of its message.
    pub fn code(&self) -> String {
        match self.tagged() {
            serde_json::Value::Object(map) => map
                .get("code")
                .and_then(|c| c.as_str())
                .unwrap_or("unknown")
                .to_owned(),
            _ => "unknown".to_owned(),
        }
    }

    /// What the message needs, an object.
    pub fn data(&self) -> serde_json::Value {
        let mut value = self.tagged();
        if let Some(map) = value.as_object_mut() {
            map.remove("code");
        }
        value
    }

    fn tagged(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// An I/O error met while reading `path`.
    pub fn reading(path: &Path, error: &std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::NotFound => Error::FileMissing {
                path: path.to_owned(),
            },
            _ => Error::FileUnreadable {
                path: path.to_owned(),
                detail: error.to_string(),
            },
        }
    }

    /// An I/O error met while writing `path`.
    pub fn writing(path: &Path, error: &std::io::Error) -> Error {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull {
                path: path.to_owned(),
            },
            ErrorKind::ReadOnlyFilesystem => Error::LibraryReadOnly {
                path: path.to_owned(),
            },
            // what a rename says of a folder that is not empty
            ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => Error::TargetExists {
                path: path.to_owned(),
            },
            _ => Error::FileUnwritable {
                path: path.to_owned(),
                detail: error.to_string(),
            },
        }
    }

    /// An I/O error met while writing `path`, which is no part of a library.
    pub fn writing_outside(path: &Path, error: &std::io::Error) -> Error {
        match Error::writing(path, error) {
            Error::LibraryReadOnly { path } => Error::FileUnwritable {
                path,
                detail: error.to_string(),
            },
            other => other,
        }
    }

    /// What SQLite said of the library at `path`.
    pub fn catalogue(path: &Path, error: &rusqlite::Error) -> Error {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        // whoever reads it has no use for the statement
        let detail = match error {
            rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
            other => other.to_string(),
        };
        // no room for the WAL's index
        if error.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Error::DiskFull { path };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Error::LibraryBusy { path }
            }
            Some(ErrorCode::DiskFull) => Error::DiskFull { path },
            Some(ErrorCode::ReadOnly) => Error::LibraryReadOnly { path },
            Some(ErrorCode::NotADatabase) => Error::LibraryForeign { path },
            Some(ErrorCode::DatabaseCorrupt) => Error::LibraryDamaged { path, detail },
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Error::FileUnwritable { path, detail }
            }
            Some(ErrorCode::ConstraintViolation) => Error::RuleBroken { rule: detail },
            _ => Error::CatalogueFailed { detail },
        }
    }
}

/// SQLite errors inside the door, where the path of the library is filled in by who knows it.
impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        Error::catalogue(Path::new(""), &error)
    }
}

impl Error {
    /// The same error, naming the library where SQLite could not.
    pub(crate) fn at(mut self, library: &Path) -> Error {
        if let Error::LibraryBusy { path }
        | Error::DiskFull { path }
        | Error::LibraryReadOnly { path }
        | Error::LibraryForeign { path }
        | Error::LibraryDamaged { path, .. }
        | Error::FileUnwritable { path, .. } = &mut self
            && path.as_os_str().is_empty()
        {
            *path = library.to_owned();
        }
        self
    }
}
