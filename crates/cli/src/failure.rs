//! A command that could not do what was asked: told in the reader's messages, with an exit status.

use std::path::Path;

use muragat_diagnostics::{Fact, Facts};
use serde_json::{Value, json};

use crate::messages::Messages;
use crate::print;

/// The answer is no: what was given is invalid, or not there.
const NO: u8 = 1;
/// Wrong use, or a failure.
const FAILED: u8 = 2;

/// Codes whose status is [`NO`].
const ANSWERS: &[&str] = &[
    "not_found",
    "text_empty",
    "text_binary",
    "document_unread",
    "text_too_large",
    "duplicate_release",
    "photo_unrecognised",
    "photo_empty",
    "photo_too_large",
    "photo_duplicate",
    "photo_unplaced",
    "folder_empty",
    "party_ambiguous",
    "list_heading_unknown",
    "list_quote_open",
    "list_line_invalid",
    "list_name_ambiguous",
    "text_registered",
    "edit_conflict",
    "reference_taken",
    "nothing_to_undo",
    "nothing_to_redo",
    "op_not_standing",
    "undo_blocked",
    "undo_clash",
    "nothing_to_export",
    "bundle_invalid",
    "bundle_foreign",
    "record_unreadable",
    "record_unsound",
    "unit_taken",
    "unit_not_empty",
    "version_needed",
    "transfer_stands",
    "transfer_empty",
    "transfer_closed",
    "article_transferred",
    "transfer_file_empty",
    "transfer_file_too_large",
];

/// What went wrong, as a code with data.
#[derive(Debug)]
pub struct Failure {
    code: String,
    data: Value,
}

impl Failure {
    /// A failure of the command line's own.
    pub fn new(code: &str, data: Value) -> Failure {
        Failure {
            code: code.to_owned(),
            data,
        }
    }

    /// The same failure, naming the library where its catalogue could not.
    pub fn at(mut self, library: &Path) -> Failure {
        if let Some(path) = self.data.get_mut("path").filter(|path| *path == "") {
            *path = json!(library.display().to_string());
        }
        self
    }

    /// The exit status.
    pub fn status(&self) -> u8 {
        match ANSWERS.contains(&self.code.as_str()) {
            true => NO,
            false => FAILED,
        }
    }

    /// What of it may be noted.
    pub fn facts(&self) -> Facts {
        vec![
            ("code", Fact::word(&self.code)),
            ("data", Fact::of_data(&self.data)),
        ]
    }

    /// Tells it on standard error.
    pub fn tell(&self, messages: &Messages, as_json: bool) {
        let (what, next) = messages.error(&self.code, &self.data);
        if as_json {
            let message = match next {
                Some(next) => format!("{what}. {next}"),
                None => what,
            };
            print::error(
                &json!({ "error": { "code": self.code, "message": message, "data": self.data } })
                    .to_string(),
            );
            return;
        }
        print::error(&format!("{what} [{}]", self.code));
        if let Some(next) = next {
            print::error(&next);
        }
    }
}

impl From<muragat_archive::Error> for Failure {
    fn from(error: muragat_archive::Error) -> Failure {
        Failure {
            code: error.code(),
            data: error.data(),
        }
    }
}

impl From<&muragat_archive::Error> for Failure {
    fn from(error: &muragat_archive::Error) -> Failure {
        Failure {
            code: error.code(),
            data: error.data(),
        }
    }
}

impl From<muragat_bundle::Error> for Failure {
    fn from(error: muragat_bundle::Error) -> Failure {
        Failure {
            code: error.code(),
            data: error.data(),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Failure {
        Failure::new("unexpected", json!({ "detail": error.to_string() }))
    }
}
