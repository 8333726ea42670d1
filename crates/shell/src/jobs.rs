//! Long work, one type for all of it: it tells how far it is, can be stopped, and leaves nothing half
//! made. Each job runs on a thread and a connection of its own, so that the window stays quick.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use muragat_archive::{Archive, Changed, Error, Progress};
use serde::Serialize;

use crate::open_library::OpenLibrary;
use crate::wire::{Job, JobKind, JobState, Problem};

/// Progress is told twenty times a second at most.
const EVERY: Duration = Duration::from_millis(50);

/// How a job ended.
#[derive(Default)]
pub struct Ended {
    /// What it made.
    pub result: Option<serde_json::Value>,
    /// What it changed in the catalogue, also where it was stopped after some of it.
    pub changed: Option<Changed>,
    /// Why it did not do all.
    pub problem: Option<Problem>,
}

impl Ended {
    /// It did all.
    pub fn with(result: &impl Serialize) -> Ended {
        match serde_json::to_value(result) {
            Ok(result) => Ended {
                result: Some(result),
                ..Ended::default()
            },
            Err(error) => Ended::failed(Problem::unexpected(&error)),
        }
    }

    /// It did nothing.
    pub fn failed(problem: Problem) -> Ended {
        Ended {
            problem: Some(problem),
            ..Ended::default()
        }
    }

    /// And this is what it changed.
    pub fn changing(mut self, changed: Option<Changed>) -> Ended {
        self.changed = changed;
        self
    }

    /// But not all of it was done.
    pub fn but(mut self, problem: Option<Problem>) -> Ended {
        self.problem = problem;
        self
    }
}

impl From<Result<Ended, Problem>> for Ended {
    fn from(result: Result<Ended, Problem>) -> Ended {
        result.unwrap_or_else(Ended::failed)
    }
}

/// The jobs under way.
#[derive(Default)]
pub struct Jobs {
    last: AtomicU32,
    /// What stops each.
    running: Mutex<HashMap<u32, Arc<AtomicBool>>>,
    ended: Condvar,
}

/// What a job tells as it goes on.
pub struct Teller {
    tell: Box<dyn Fn(&Job) + Send>,
    job: Job,
    stop: Arc<AtomicBool>,
    told: Option<Instant>,
}

impl Teller {
    /// Tells how far it is; false once it is to stop. As the archive's watch wants it.
    pub fn progress(&mut self, progress: Progress) -> bool {
        let stage_is_new = self.job.stage != progress.stage;
        if stage_is_new {
            progress.stage.clone_into(&mut self.job.stage);
        }
        (self.job.done, self.job.total) = (progress.done, progress.total);
        if stage_is_new || self.told.is_none_or(|told| told.elapsed() >= EVERY) {
            self.tell();
        }
        !self.stop.load(Ordering::Relaxed)
    }

    /// The same, as an error once it is to stop.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn step(&mut self, stage: &'static str, done: usize, total: usize) -> Result<(), Error> {
        let (done, total) = (done as u64, total as u64);
        match self.progress(Progress { stage, done, total }) {
            true => Ok(()),
            false => Err(Error::Cancelled),
        }
    }

    fn end(mut self, ended: Ended) {
        self.job.state = match &ended.problem {
            None => JobState::Done,
            Some(problem) if problem.code == "cancelled" => JobState::Cancelled,
            Some(_) => JobState::Failed,
        };
        if self.job.state == JobState::Done {
            self.job.done = self.job.total;
        }
        self.job.problem = ended.problem;
        self.job.result = ended.result.unwrap_or_default();
        self.job.changed = ended.changed;
        self.tell();
    }

    fn tell(&mut self) {
        self.told = Some(Instant::now());
        (self.tell)(&self.job);
    }
}

impl Jobs {
    /// Starts a job; gives its number. `tell` is told whenever it stands differently.
    pub fn start(
        self: &Arc<Self>,
        kind: JobKind,
        tell: impl Fn(&Job) + Send + 'static,
        work: impl FnOnce(&mut Teller) -> Result<Ended, Problem> + Send + 'static,
    ) -> u32 {
        let id = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let stop = Arc::new(AtomicBool::new(false));
        self.running().insert(id, Arc::clone(&stop));
        let mut teller = Teller {
            tell: Box::new(tell),
            job: Job::new(id, kind),
            stop,
            told: None,
        };
        let jobs = Arc::clone(self);
        thread::spawn(move || {
            teller.tell();
            // What a stranger's file does to the work ends here: the window goes on, and says so.
            let ended = catch_unwind(AssertUnwindSafe(|| work(&mut teller)));
            teller.end(match ended {
                Ok(ended) => ended.into(),
                Err(_) => Ended::failed(Problem::unexpected(&"the work panicked")),
            });
            jobs.running().remove(&id);
            jobs.ended.notify_all();
        });
        id
    }

    /// Starts a job on a connection of its own to the open library.
    pub fn start_in(
        self: &Arc<Self>,
        library: &Arc<OpenLibrary>,
        kind: JobKind,
        tell: impl Fn(&Job) + Send + 'static,
        work: impl FnOnce(&mut Archive, &mut Teller) -> Result<Ended, Problem> + Send + 'static,
    ) -> u32 {
        let library = Arc::clone(library);
        self.start(kind, tell, move |teller| {
            let mut archive = library.connect()?;
            match work(&mut archive, teller) {
                // The library went away under the work: that is what is the matter.
                Err(problem) if problem.code != "cancelled" && !archive.is_in_place() => {
                    let path = archive.path().to_owned();
                    Err(Error::LibraryMissing { path }.into())
                }
                other => other,
            }
        })
    }

    /// Asks a job to stop. One that has ended stays as it ended.
    pub fn cancel(&self, id: u32) {
        if let Some(stop) = self.running().get(&id) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Waits until a job has ended, however it does.
    pub fn wait_for(&self, id: u32) {
        let running = self.running();
        drop(
            self.ended
                .wait_while(running, |running| running.contains_key(&id)),
        );
    }

    /// Stops all and waits for them to clear away what they half made, but not for ever.
    pub fn stop_all(&self, patience: Duration) {
        let running = self.running();
        for stop in running.values() {
            stop.store(true, Ordering::Relaxed);
        }
        // However it ends, the program does: nothing half made has its name yet.
        drop(
            self.ended
                .wait_timeout_while(running, patience, |running| !running.is_empty()),
        );
    }

    fn running(&self) -> std::sync::MutexGuard<'_, HashMap<u32, Arc<AtomicBool>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
