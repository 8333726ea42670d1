//! Backs the open library up by its plan, while the window is open.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use chrono::Local;

use crate::jobs::Jobs;
use crate::open_library::OpenLibrary;
use crate::wire::{Job, JobKind};
use crate::work::care;

/// How often it is looked whether a backup is due.
const EVERY: Duration = Duration::from_secs(60);

/// How long it rests after a backup that could not be made.
const REST: Duration = Duration::from_secs(60 * 60);

/// From now on backs the open library up whenever its plan says so, as a job that `teller` makes a listener for.
pub fn keep_backups<T: Fn(&Job) + Send + 'static>(
    library: Arc<OpenLibrary>,
    jobs: Arc<Jobs>,
    teller: impl Fn() -> T + Send + 'static,
) {
    thread::spawn(move || {
        loop {
            // what is done while the window opens comes first
            thread::sleep(EVERY);
            if is_due(&library) {
                let id = jobs.start_in(&library, JobKind::Backup, teller(), care::back_up_by_plan);
                jobs.wait_for(id);
                // what hindered it was told: it is tried again, but not every minute
                if is_due(&library) {
                    thread::sleep(REST);
                }
            }
        }
    });
}

/// Whether a backup is due. A library that is not there, or cannot say so, is none that one could be made of: whoever
/// asks it for something is told why.
fn is_due(library: &OpenLibrary) -> bool {
    let due = library.count(|archive| archive.backup_is_due(Local::now(), false));
    due.unwrap_or(false)
}
