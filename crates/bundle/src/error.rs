//! What can go wrong with a bundle, as a code with data. The words for people are in assets/locales.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use muragat_bagit::{ReadError, WriteError};
use serde::Serialize;
use serde_json::Value;

/// A failure: [`Error::code`] names it, [`Error::data`] fills its message.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "each field is named for what it holds; the messages say the rest"
)]
pub enum Error {
    #[error("{0}")]
    #[serde(skip)]
    Archive(#[from] muragat_archive::Error),
    #[error("{path} is not there")]
    BundleMissing {
        #[serde(serialize_with = "muragat_archive::serialize_path")]
        path: PathBuf,
    },
    #[error("{path}: {detail}")]
    BundleUnreadable {
        #[serde(serialize_with = "muragat_archive::serialize_path")]
        path: PathBuf,
        detail: String,
    },
    #[error("{path} is no valid bundle: {first}")]
    BundleInvalid {
        #[serde(serialize_with = "muragat_archive::serialize_path")]
        path: PathBuf,
        problems: u64,
        first: String,
    },
    #[error("{path} holds no file")]
    BundleForeign {
        #[serde(serialize_with = "muragat_archive::serialize_path")]
        path: PathBuf,
    },
    #[error("{file} in {path}: {detail}")]
    RecordUnreadable {
        #[serde(serialize_with = "muragat_archive::serialize_path")]
        path: PathBuf,
        file: String,
        detail: String,
    },
    #[error("{reference} and others, {count} in all, were closed after the transfer began")]
    TransferClosed { reference: String, count: u64 },
    #[error("{document} cannot be written as PDF: {detail}")]
    DocumentFailed { document: String, detail: String },
    #[error("no copy can be named by {pattern:?}: {part:?}")]
    NamePatternInvalid { pattern: String, part: String },
    #[error("all that was to be exported is damaged: {damaged}")]
    OnlyDamaged { damaged: u64 },
    #[error("nothing to export; left out: {left_out}")]
    NothingToExport { left_out: u64 },
}

impl Error {
    /// The error's name, snake_case; the key of its message.
    pub fn code(&self) -> String {
        match self {
            Error::Archive(error) => error.code(),
            other => other
                .tagged()
                .get("code")
                .and_then(Value::as_str)
                .unwrap_or("unknown")
                .to_owned(),
        }
    }

    /// What the message needs, an object.
    pub fn data(&self) -> Value {
        match self {
            Error::Archive(error) => error.data(),
            other => {
                let mut value = other.tagged();
                if let Some(map) = value.as_object_mut() {
                    map.remove("code");
                }
                value
            }
        }
    }

    fn tagged(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// What reading a bag met.
    pub(crate) fn reading(path: &Path, error: ReadError) -> Error {
        match error {
            ReadError::Cancelled => muragat_archive::Error::Cancelled.into(),
            other => Error::BundleUnreadable {
                path: path.to_owned(),
                detail: other.to_string(),
            },
        }
    }

    /// What writing a bag met. A full disk and a target that is there have names of their own.
    pub(crate) fn writing(target: &Path, error: WriteError) -> Error {
        let path = target.to_owned();
        match error {
            WriteError::TargetExists { .. } => muragat_archive::Error::TargetExists { path }.into(),
            WriteError::Io { source, .. }
                if matches!(
                    source.kind(),
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded
                ) =>
            {
                muragat_archive::Error::DiskFull { path }.into()
            }
            other => muragat_archive::Error::FileUnwritable {
                path,
                detail: other.to_string(),
            }
            .into(),
        }
    }
}
