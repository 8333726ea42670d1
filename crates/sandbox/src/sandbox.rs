//! The parent's side: starts the child, gives it the bytes, waits so long and no longer.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use muragat_document::{Document, Refusal};
use wait_timeout::ChildExt;

use crate::{answer, question};

/// The only argument of a program that is to read a document.
pub const CALL: &str = "--read-a-document";

/// How long a document may take. The child's own limit counts the time that it computes, this one all time.
const PATIENCE: Duration = Duration::from_secs(20);
/// An answer longer than this is not a document's: the readers unfold less.
const LONGEST_ANSWER: u64 = 320 << 20;

/// Why a document was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The reader says so.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The reader took too long.
    #[error("it takes too long to read")]
    TooSlow,
    /// The reader broke down on it, or wanted more memory than there is for one.
    #[error("the reader broke down on it")]
    BrokeDown,
    /// The reader could not be started.
    #[error("the reader cannot be started: {0}")]
    NotStarted(#[source] io::Error),
}

/// Where documents are read.
#[derive(Debug, Clone)]
pub struct Sandbox {
    program: PathBuf,
    patience: Duration,
}

impl Sandbox {
    /// With the program that is called to read: one whose `main` begins with [`crate::serve_when_called`].
    pub fn new(program: &Path) -> Sandbox {
        Sandbox {
            program: program.to_owned(),
            patience: PATIENCE,
        }
    }

    /// The same with another limit of time.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Sandbox {
        self.patience = patience;
        self
    }

    /// Reads a document in a process of its own.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        if bytes.len() > question::LONGEST {
            let what = "the file".to_owned();
            return Err(Refusal::TooLarge { what }.into());
        }
        let mut child = Command::new(&self.program)
            .arg(CALL)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Unreadable::NotStarted)?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Unreadable::NotStarted(io::ErrorKind::BrokenPipe.into()));
        };
        let (ended, answered) = std::thread::scope(|scope| {
            // A child that ends early leaves the pipe: what it answered says why.
            scope.spawn(move || {
                let _left_early = question::write(bytes, &mut input);
            });
            let reading = scope.spawn(move || {
                let mut answered = Vec::new();
                let read = output.take(LONGEST_ANSWER).read_to_end(&mut answered);
                read.map(|_| answered)
            });
            let ended = child.wait_timeout(self.patience);
            if !matches!(ended, Ok(Some(_))) {
                // It may have ended in the meantime; both pipes close with it, so that both threads end.
                let _ended_already = child.kill();
                let _reaped = child.wait();
            }
            (ended, reading.join())
        });
        match ended {
            Ok(Some(status)) if status.success() => {}
            Ok(Some(_)) => return Err(Unreadable::BrokeDown),
            Ok(None) => return Err(Unreadable::TooSlow),
            Err(error) => return Err(Unreadable::NotStarted(error)),
        }
        let Ok(Ok(answered)) = answered else {
            return Err(Unreadable::BrokeDown);
        };
        match answer::read(&answered) {
            Ok(read) => Ok(read?),
            Err(_) => Err(Unreadable::BrokeDown),
        }
    }
}
