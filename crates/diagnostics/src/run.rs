//! A run of a program: its marker stands as long as it goes on, so that one that broke off is known by it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Instant;

use crate::fact::Fact;
use crate::state_folder::{MARKERS, make_private_folders, state_folder};
use crate::{log, stop_signals, system, trace};

/// What this process notes by.
static RUNNING: OnceLock<Running> = OnceLock::new();

struct Running {
    folder: PathBuf,
    /// The run's name: when it began, and the process.
    name: String,
    /// The marker, locked as long as the process lives; none once it ended in order.
    marker: Mutex<Option<File>>,
    /// Why the last line could not be written.
    failure: Mutex<Option<io::Error>>,
}

/// A run under way. Dropped without an end, it is one that broke off.
#[derive(Debug)]
pub struct Run {
    began: Instant,
}

/// Begins a run of a program, noted in the user's state folder: from now on facts are noted and panics leave a trace.
/// Runs that broke off before are looked for. Where nothing can be written, nothing is noted, and the report says so.
pub fn begin(program: &'static str, version: &'static str) -> Run {
    match state_folder() {
        Some(folder) => begin_in(&folder, program, version),
        None => Run {
            began: Instant::now(),
        },
    }
}

/// The same, in a folder. A process has one run: the first.
pub fn begin_in(folder: &Path, program: &'static str, version: &'static str) -> Run {
    let run = Run {
        began: Instant::now(),
    };
    let now = chrono::Utc::now().format("%Y%m%dT%H%M%S%3f");
    let name = format!("{now}-{}", std::process::id());
    let facts = [
        ("program", Fact::from(program)),
        ("version", Fact::from(version)),
        ("machine_up_since", system::machine_up_since()),
    ];
    let first = log::line(&name, "run_began", &facts);
    let marked = mark(folder, &name, &first);
    let (marker, failure) = match marked {
        Ok(marker) => (Some(marker), None),
        Err(error) => (None, Some(error)),
    };
    let running = Running {
        folder: folder.to_owned(),
        name,
        marker: Mutex::new(marker),
        failure: Mutex::new(failure),
    };
    if RUNNING.set(running).is_err() {
        return run;
    }
    note("run_began", &facts);
    for broken_off in trace::gather(folder) {
        note("run_broke_off", &broken_off);
    }
    stop_signals::end_in_order_on(|signal| {
        note("run_stopped", &[("signal", Fact::from(i64::from(signal)))]);
        take_marker_away();
    });
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        // Its words may be those of a document: only where it happened is noted.
        let place = panicked.location().map(Fact::place);
        let thread = thread::current().name().map(Fact::word);
        let unknown = || Fact::from("unknown");
        let facts = [
            ("place", place.unwrap_or_else(unknown)),
            ("thread", thread.unwrap_or_else(unknown)),
        ];
        note("panicked", &facts);
        mark_panic(&facts);
        before(panicked);
    }));
    run
}

impl Run {
    /// The run ended in order, with this exit status.
    pub fn end(self, status: u8) {
        let facts = [
            ("status", Fact::from(u64::from(status))),
            ("ms", Fact::from(self.began.elapsed())),
        ];
        note("run_ended", &facts);
        take_marker_away();
    }
}

/// Notes an event with its facts; where no run was begun, nothing.
pub fn note(event: &'static str, facts: &[(&'static str, Fact)]) {
    if let Some(running) = RUNNING.get() {
        let line = log::line(&running.name, event, facts);
        if let Err(error) = log::append(&running.folder, &line) {
            *lock(&running.failure) = Some(error);
        }
    }
}

/// Why nothing is noted, where that is so.
pub(crate) fn failure() -> Option<Fact> {
    let running = RUNNING.get()?;
    let failure = lock(&running.failure);
    let number = failure.as_ref()?.raw_os_error();
    Some(number.map_or(Fact::from("unknown"), |number| {
        Fact::from(i64::from(number))
    }))
}

/// Where this process notes.
pub(crate) fn folder() -> Option<&'static Path> {
    RUNNING.get().map(|running| running.folder.as_path())
}

/// Makes a run's marker. It is locked before it has its name: one that can be locked is of a run that is over.
fn mark(folder: &Path, name: &str, first: &str) -> io::Result<File> {
    let markers = folder.join(MARKERS);
    make_private_folders(&markers)?;
    let unnamed = markers.join(format!("{name}.new"));
    let mut marker = log::open(&unnamed)?;
    marker.lock()?;
    marker.write_all(first.as_bytes())?;
    fs::rename(&unnamed, markers.join(format!("{name}.jsonl")))?;
    Ok(marker)
}

/// Writes into the marker that something panicked: where the run goes on and ends in order, it goes with it.
fn mark_panic(facts: &[(&'static str, Fact)]) {
    if let Some(running) = RUNNING.get() {
        let line = log::line(&running.name, "panicked", facts);
        if let Some(marker) = lock(&running.marker).as_mut() {
            // The log has the same line.
            let _ = marker.write_all(line.as_bytes());
        }
    }
}

fn take_marker_away() {
    if let Some(running) = RUNNING.get()
        && lock(&running.marker).take().is_some()
    {
        let marker = format!("{}.jsonl", running.name);
        // A marker that stays tells of an end that was none, and harms nothing else.
        let _ = fs::remove_file(running.folder.join(MARKERS).join(marker));
    }
}

/// What a panic left behind is whole: nothing here is changed in steps.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
