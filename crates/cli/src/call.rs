//! One call of the program: which library, who asks, in which language, and how it is answered.

use std::path::PathBuf;

use muragat_archive::{self as archive, Archive, Identity};
use serde_json::Value;

use crate::failure::Failure;
use crate::messages::Messages;
use crate::print;

/// The exit status of what was asked for, or why it could not be done.
pub type Status = Result<u8, Failure>;

/// It was done.
pub const DONE: u8 = 0;
/// It was done, and the answer is no: invalid, or not whole.
pub const NO: u8 = 1;

/// What every verb is given beside its own arguments.
pub struct Call<'a> {
    /// The library that was named on the command line.
    pub library: Option<PathBuf>,
    /// The person who was named on the command line.
    pub actor: Option<String>,
    /// Whether the answer is to be JSON.
    pub json: bool,
    /// The words to answer with.
    pub messages: &'a Messages,
}

impl Call<'_> {
    /// Who asks: as named on the command line, in the environment, or nobody.
    pub fn identity(&self) -> Identity {
        let actor = self
            .actor
            .clone()
            .or_else(|| std::env::var("MURAGAT_ACTOR").ok());
        Identity::new(&actor.unwrap_or_default())
    }

    /// The library that is meant: as named, from the environment, or the default one.
    pub fn library_path(&self) -> Result<PathBuf, Failure> {
        self.library
            .clone()
            .or_else(|| std::env::var_os("MURAGAT_LIBRARY").map(Into::into))
            .filter(|path: &PathBuf| !path.as_os_str().is_empty())
            .or_else(archive::default_library)
            .ok_or_else(|| Failure::new("library_unnamed", Value::Null))
    }

    /// The failure, naming the library where its catalogue could not.
    pub fn name_library(&self, failure: Failure) -> Failure {
        match self.library_path() {
            Ok(library) => failure.at(&library),
            Err(_) => failure,
        }
    }

    /// Opens the library; warns where its place is a risk.
    pub fn open(&self) -> Result<Archive, Failure> {
        let mut archive = Archive::open(&self.library_path()?, self.identity())?;
        for path in archive.swept() {
            let path = print::display_path(path);
            print::error(&self.say("warning-swept", &serde_json::json!({ "path": path })));
        }
        for warning in archive.warnings() {
            let key = match warning {
                archive::Warning::NetworkShare => "warning-network-share",
                archive::Warning::SyncedFolder => "warning-synced-folder",
                archive::Warning::ConflictedCopy => "warning-conflicted-copy",
                archive::Warning::ClockBehind => "warning-clock-behind",
                archive::Warning::ClockAhead => "warning-clock-ahead",
            };
            print::error(&self.messages.say(key));
        }
        // what an older program left would not be found
        match archive.make_entries(&mut print::progress(self.messages)) {
            Ok(()) | Err(archive::Error::LibraryReadOnly { .. }) => Ok(archive),
            Err(error) => Err(error.into()),
        }
    }

    /// Prints the answer: JSON where asked for, else lines.
    pub fn answer(
        &self,
        value: &impl serde::Serialize,
        lines: impl FnOnce() -> Vec<String>,
    ) -> Result<(), Failure> {
        if self.json {
            return Ok(print::json(value)?);
        }
        for line in lines() {
            print::line(&line);
        }
        Ok(())
    }

    /// A message with values.
    pub fn say(&self, id: &str, values: &Value) -> String {
        self.messages.with(id, values)
    }
}
