//! Reads documents: plain text here, every other format in a process of its own.

use std::io;
use std::path::Path;

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
    /// With the command-line program that lies beside the one that runs: for a program that reads none itself. Where it is
    /// not there, documents are refused with [`Unread::NotStarted`].
    ///
    /// # Errors
    /// The system's, where it does not say which program runs.
    pub fn beside_this_program() -> io::Result<DocumentReader> {
        let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
        let program = std::env::current_exe()?.with_file_name(name);
        Ok(DocumentReader {
            sandbox: Some(Sandbox::new(&program)),
        })
    }

    /// With the program that runs: for the command-line program, whatever it is called.
    ///
    /// # Errors
    /// The system's, where it does not say which program runs.
    pub fn with_this_program() -> io::Result<DocumentReader> {
        Ok(DocumentReader {
            sandbox: Some(Sandbox::new(&std::env::current_exe()?)),
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
