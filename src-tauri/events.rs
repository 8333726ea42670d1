//! What the window is told without asking; ui/src/wire/api.ts listens.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use muragat_shell::wire::{Job, WatchedNow, WirePath, wire_paths};
use muragat_shell::{OpenLibrary, Watcher};
use serde::Serialize;
use tauri::{AppHandle, DragDropEvent, Emitter};

/// How a job stands.
const JOB: &str = "job";
/// What others changed in the library.
const CHANGED: &str = "changed";
/// How the watched folder stands.
const WATCHED: &str = "watched";
/// Files are over the window.
const FILES: &str = "files";

/// How often it is looked for what others changed.
const EVERY: Duration = Duration::from_millis(400);

/// Tells the window how a job stands.
pub fn job_teller(app: &AppHandle) -> impl Fn(&Job) + Send + 'static {
    let app = app.clone();
    move |job| tell(&app, JOB, job)
}

/// Tells the window how the watched folder stands.
pub fn watched_teller(app: &AppHandle) -> impl Fn(&WatchedNow) + Send + 'static {
    let app = app.clone();
    move |now| tell(&app, WATCHED, now)
}

/// Files over the window, and where, in the screen's own pixels.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum FilesOver {
    Enter {
        paths: Vec<WirePath>,
    },
    Over {
        x: f64,
        y: f64,
    },
    Drop {
        x: f64,
        y: f64,
        paths: Vec<WirePath>,
    },
    Leave,
}

/// Tells the window of files over it. The system's own event knows no names that are no Unicode.
pub fn tell_files(app: &AppHandle, event: &DragDropEvent) {
    let told = match event {
        DragDropEvent::Enter { paths, .. } => FilesOver::Enter {
            paths: wire_paths(paths.clone()),
        },
        DragDropEvent::Over { position } => FilesOver::Over {
            x: position.x,
            y: position.y,
        },
        DragDropEvent::Drop { paths, position } => FilesOver::Drop {
            x: position.x,
            y: position.y,
            paths: wire_paths(paths.clone()),
        },
        _ => FilesOver::Leave,
    };
    tell(app, FILES, &told);
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
