//! Long work that the window begins: how each job stands is told to it by an event.

use std::sync::Arc;

use muragat_archive::Archive;
use muragat_shell::wire::JobKind;
use muragat_shell::work::Ending;
use muragat_shell::{Jobs, OpenLibrary, Teller};
use tauri::AppHandle;

use crate::events::job_teller;

/// Begins jobs.
pub struct LongWork {
    app: AppHandle,
    library: Arc<OpenLibrary>,
    jobs: Arc<Jobs>,
}

impl LongWork {
    /// On the library that is open, told to the window of `app`.
    pub fn new(app: &AppHandle, library: &Arc<OpenLibrary>, jobs: &Arc<Jobs>) -> LongWork {
        LongWork {
            app: app.clone(),
            library: Arc::clone(library),
            jobs: Arc::clone(jobs),
        }
    }

    /// Begins a job on the open library; gives its number.
    pub fn begin(
        &self,
        kind: JobKind,
        work: impl FnOnce(&mut Archive, &mut Teller) -> Ending + Send + 'static,
    ) -> u32 {
        self.jobs
            .start_in(&self.library, kind, job_teller(&self.app), work)
    }

    /// Begins a job that needs no library; gives its number.
    pub fn begin_without_library(
        &self,
        kind: JobKind,
        work: impl FnOnce(&mut Teller) -> Ending + Send + 'static,
    ) -> u32 {
        self.jobs.start(kind, job_teller(&self.app), work)
    }

    /// Asks a job to stop.
    pub fn cancel(&self, id: u32) {
        self.jobs.cancel(id);
    }
}
