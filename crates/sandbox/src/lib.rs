//! Documents of strangers are read in a child process: what a reader does wrong there, with whatever bytes, ends with
//! that process. The child is the command-line program itself, called with [`CALL`], [`CALL_WITH_WORDS`] or [`CALL_TO_DRAW`]; it takes the bytes from its input,
//! then gives up what it does not need (on Linux: opening files, networks and programs, more than its share of memory
//! and of time), reads, and writes the answer to its output.
//!
//! A program that may be such a child calls [`serve_when_called`] first of all. Who wants a document read makes a
//! [`Sandbox`] with that program's path.

mod answer;
mod confine;
mod question;
mod sandbox;

pub use sandbox::{CALL, CALL_TO_DRAW, CALL_WITH_WORDS, Sandbox, Unreadable};

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use muragat_document::{Limits, Recognised};

/// What the program is called to do with the document on its input.
enum Task {
    Read,
    ReadWithWords,
    DrawPage(u32),
}

/// Reads one document from the input, or draws a page of it, where the program was called for that, and gives the status
/// to end with; nothing where it was called for something else.
pub fn serve_when_called() -> Option<ExitCode> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().filter_map(|one| one.to_str()).collect();
    let task = match arguments.as_slice() {
        [CALL] => Task::Read,
        [CALL_WITH_WORDS] => Task::ReadWithWords,
        [CALL_TO_DRAW, number] => Task::DrawPage(number.parse().ok()?),
        _ => return None,
    };
    Some(match serve(&task) {
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

fn serve(task: &Task) -> std::io::Result<()> {
    confine()?;
    let mut input = std::io::stdin().lock();
    let recognised: Option<Recognised> = match task {
        Task::ReadWithWords => Some(serde_json::from_slice(&question::read(&mut input)?)?),
        Task::Read | Task::DrawPage(_) => None,
    };
    let bytes = question::read(&mut input)?;
    let limits = Limits::default();
    let mut output = std::io::stdout().lock();
    match task {
        Task::Read | Task::ReadWithWords => {
            let read = match &recognised {
                None => muragat_document::read(&bytes, limits),
                Some(words) => muragat_document::read_recognised(&bytes, words, limits),
            };
            answer::write(&read, &mut output)?;
        }
        Task::DrawPage(number) => {
            let drawn = muragat_document::draw_page(&bytes, *number, limits);
            answer::write_drawing(&drawn, &mut output)?;
        }
    }
    output.flush()
}
