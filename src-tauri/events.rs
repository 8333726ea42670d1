//! What the window is told without asking; ui/src/wire/api.ts listens.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use muragat_shell::wire::Job;
use muragat_shell::{OpenLibrary, Watcher};
use serde::Serialize;
use tauri::{AppHandle, Emitter};

/// How a job stands.
const JOB: &str = "job";
/// What others changed in the library.
const CHANGED: &str = "changed";

/// How often it is looked for what others changed.
const EVERY: Duration = Duration::from_millis(400);

/// Tells the window how a job stands.
pub fn job_teller(app: &AppHandle) -> impl Fn(&Job) + Send + 'static {
    let app = app.clone();
    move |job| tell(&app, JOB, job)
}

/// From now on tells the window what others change.
pub fn start_watching(app: AppHandle, library: Arc<OpenLibrary>) {
    let mut watcher = Watcher::new(library);
    thread::spawn(move || {
        loop {
            thread::sleep(EVERY);
            match watcher.look() {
                Ok(changed) => changed
                    .iter()
                    .for_each(|changed| tell(&app, CHANGED, changed)),
                Err(error) => eprintln!("muragat-desktop: {error}"),
            }
        }
    });
}

fn tell(app: &AppHandle, event: &str, what: &(impl Serialize + Clone)) {
    if let Err(error) = app.emit(event, what) {
        eprintln!("muragat-desktop: {error}");
    }
}
