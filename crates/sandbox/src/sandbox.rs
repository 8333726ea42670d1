//! The parent's side: starts the child, gives it the bytes, waits so long and no longer.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use muragat_document::{Document, PageDrawing, Recognised, Refusal};
use wait_timeout::ChildExt;

use crate::{answer, question};

/// The only argument of a program that is to read a document.
pub const CALL: &str = "--read-a-document";
/// The only argument of a program that is to read a document with words that were recognised in pictures of its pages.
pub const CALL_WITH_WORDS: &str = "--read-a-document-with-words";
/// The first argument of a program that is to draw a page of one; the page's number follows.
pub const CALL_TO_DRAW: &str = "--draw-a-page";

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
        let answered = self.ask(&[CALL], &[bytes])?;
        Ok(answer::read(&answered).map_err(|_| Unreadable::BrokeDown)??)
    }

    /// Reads a PDF in a process of its own, with words that a program recognised in pictures of its pages.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read_recognised(
        &self,
        bytes: &[u8],
        recognised: &Recognised,
    ) -> Result<Document, Unreadable> {
        let words = serde_json::to_vec(recognised).map_err(|_| Unreadable::BrokeDown)?;
        let answered = self.ask(&[CALL_WITH_WORDS], &[&words, bytes])?;
        Ok(answer::read(&answered).map_err(|_| Unreadable::BrokeDown)??)
    }

    /// Draws a page of a document in a process of its own; the first is 1.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn draw_page(&self, bytes: &[u8], number: u32) -> Result<PageDrawing, Unreadable> {
        let answered = self.ask(&[CALL_TO_DRAW, &number.to_string()], &[bytes])?;
        Ok(answer::read_drawing(&answered).map_err(|_| Unreadable::BrokeDown)??)
    }

    /// Starts the child, gives it the pieces of a question, and takes what it answers.
    fn ask(&self, arguments: &[&str], pieces: &[&[u8]]) -> Result<Vec<u8>, Unreadable> {
        if pieces.iter().any(|piece| piece.len() > question::LONGEST) {
            let what = "the file".to_owned();
            return Err(Refusal::TooLarge { what }.into());
        }
        let mut child = Command::new(&self.program)
            .args(arguments)
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
                let _left_early = pieces
                    .iter()
                    .try_for_each(|piece| question::write(piece, &mut input));
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
        match answered {
            Ok(Ok(answered)) => Ok(answered),
            _ => Err(Unreadable::BrokeDown),
        }
    }
}
