//! Reads documents: plain text here, every other format in a process of its own.

use std::io;
use std::path::{Path, PathBuf};

use muragat_archive::{Error, Unread};
use muragat_document::{Document, Format, Limits, Refusal};
use muragat_sandbox::{Sandbox, Unreadable};

/// Larger documents are refused: 128 MiB, in bytes. The process that reads one has 512 MiB in all.
pub const DOCUMENT_LIMIT: u64 = 128 << 20;
/// The command-line program, which reads documents when it is called to.
const PROGRAM: &str = "muragat";

/// Where documents are read.
#[derive(Debug, Clone)]
pub struct DocumentReader {
    /// None: in this process.
    sandbox: Option<Sandbox>,
}

impl DocumentReader {
    /// With the command-line program that lies beside the one that runs, else with the one that runs.
    ///
    /// # Errors
    /// The system's, where it does not say which program runs.
    pub fn beside_this_program() -> io::Result<DocumentReader> {
        let own = std::env::current_exe()?;
        let beside = own.with_file_name(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX));
        let program: PathBuf = match beside.is_file() {
            true => beside,
            false => own,
        };
        Ok(DocumentReader {
            sandbox: Some(Sandbox::new(&program)),
        })
    }

    /// In this process: for documents that one made oneself.
    pub fn in_this_process() -> DocumentReader {
        DocumentReader { sandbox: None }
    }

    /// Reads a document.
    ///
    /// # Errors
    /// [`Error::DocumentUnread`].
    pub(crate) fn read(&self, name: &str, format: Format, bytes: &[u8]) -> Result<Document, Error> {
        let read = match &self.sandbox {
            // plain text holds nothing that could be run or unfolded
            Some(sandbox) if format != Format::Text => sandbox.read(bytes),
            _ => muragat_document::read(bytes, Limits::default()).map_err(Unreadable::Refused),
        };
        read.map_err(|unreadable| Error::DocumentUnread {
            file: name.to_owned(),
            why: why_unread(&unreadable),
        })
    }
}

/// How a file is called; a name in an old encoding is read as one would read its text.
pub(crate) fn name_of(path: &Path) -> String {
    let Some(name) = path.file_name() else {
        return path.display().to_string();
    };
    match name.to_str() {
        Some(name) => name.to_owned(),
        None => muragat_language::decode(name.as_encoded_bytes()).map_or_else(
            |_| name.to_string_lossy().into_owned(),
            |decoded| decoded.text,
        ),
    }
}

fn why_unread(unreadable: &Unreadable) -> Unread {
    match unreadable {
        Unreadable::Refused(refusal) => match refusal {
            Refusal::Locked => Unread::Locked,
            Refusal::Scan => Unread::Scan,
            Refusal::LettersLost => Unread::LettersLost,
            Refusal::Damaged { .. } => Unread::Damaged,
            Refusal::NotRead => Unread::NotRead,
            Refusal::UnknownFormat => Unread::UnknownFormat,
            Refusal::TooLarge { .. } => Unread::TooLarge,
            Refusal::Empty => Unread::Empty,
        },
        Unreadable::TooSlow => Unread::TooSlow,
        Unreadable::BrokeDown => Unread::BrokeDown,
        Unreadable::NotStarted(_) => Unread::NotStarted,
    }
}
