//! Documents of strangers are read in a child process: what a reader does wrong there, with whatever bytes, ends with
//! that process. The child is the command-line program itself, called with [`CALL`]; it takes the bytes from its input,
//! then gives up what it does not need (on Linux: opening files, networks and programs, more than its share of memory
//! and of time), reads, and writes the answer to its output.
//!
//! A program that may be such a child calls [`serve_when_called`] first of all. Who wants a document read makes a
//! [`Sandbox`] with that program's path.

mod answer;
mod confine;
mod question;
mod sandbox;

pub use sandbox::{CALL, Sandbox, Unreadable};

use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use muragat_document::Limits;

/// Reads one document from the input where the program was called for that, and gives the status to end with; nothing
/// where it was called for something else.
pub fn serve_when_called() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(CALL)) || arguments.next().is_some() {
        return None;
    }
    Some(match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

/// Gives up, for the rest of this process, all but computing, so much memory and time, and the files that are open.
///
/// # Errors
/// What the system says: then nothing of a stranger's may be read here.
pub fn confine() -> std::io::Result<()> {
    confine::limit_memory_and_time()?;
    confine::give_up_files_and_networks()
}

fn serve() -> std::io::Result<()> {
    confine()?;
    let bytes = question::read(&mut std::io::stdin().lock())?;
    let read = muragat_document::read(&bytes, Limits::default());
    let mut output = std::io::stdout().lock();
    answer::write(&read, &mut output)?;
    output.flush()
}
