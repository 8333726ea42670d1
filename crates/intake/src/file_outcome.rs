//! What became of the files that were given, and of what lay inside them.

use std::path::Path;

use muragat_files::path_to_text;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of a file, or of something inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileOutcomeKind {
    /// It is an article now.
    Article,
    /// It is a photo of an article now.
    Photo,
    /// It is a further original of an article that was there.
    Form,
    /// It is in the library already.
    Duplicate,
    /// It could not be taken.
    Refused,
    /// It was left: nobody said where it belongs.
    Unplaced,
    /// It was left: the same picture came beside it and is a photo now.
    SamePicture,
}

/// Where something came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Origin {
    /// The file that was given, its path.
    pub file: String,
    /// How it is called inside that, where it is not the file itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub inside: Option<String>,
}

/// What became of a file, or of something inside it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct FileOutcome {
    /// Where it came from.
    #[serde(flatten)]
    pub origin: Origin,
    /// What it is now.
    pub became: FileOutcomeKind,
    /// What it is: `docx`, `eml` … for what was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// UUID of the article that it is, or is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// That article's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// That article's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Kinds of what is in the file and not in the text, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Kinds of what the reader was not sure of, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<String>,
    /// Why it is not an article or a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// Whether it could be kept all the same: as a draft without words, or as a further original of what it is already.
    #[serde(skip_serializing_if = "is_not")]
    #[ts(as = "Option<bool>")]
    pub keepable: bool,
    /// UUID of the photo that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// What is written for it where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// How the photo is called that is the same picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_not(value: &bool) -> bool {
    !value
}

/// What became of a file, of which no more is known yet.
pub(crate) fn outcome(path: &Path, inside: Option<String>, became: FileOutcomeKind) -> FileOutcome {
    FileOutcome {
        origin: Origin {
            file: path_to_text(path),
            inside,
        },
        became,
        format: None,
        id: None,
        reference: None,
        title: None,
        left_out: Vec::new(),
        doubts: Vec::new(),
        problem: None,
        keepable: false,
        photo: None,
        caption: None,
        same_as: None,
    }
}
