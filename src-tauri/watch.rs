//! Watches the open library for what others do to it: another program's writes, its disk taken out and
//! put back.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use muragat_archive::Changed;
use tauri::{AppHandle, Emitter};

use crate::desk::{Desk, Glance};

/// How often it looks. A look costs some microseconds.
const EVERY: Duration = Duration::from_millis(400);

/// The event by which the window is told; ui/src/wire/api.ts listens.
const CHANGED: &str = "changed";

/// Watches from now on.
pub fn start(app: AppHandle, desk: Arc<Desk>) {
    thread::spawn(move || {
        // Where the library is away: the turn in which it went.
        let mut away = false;
        loop {
            thread::sleep(EVERY);
            if away {
                if let Ok(changed) = desk.come_back() {
                    away = false;
                    tell(&app, &changed);
                }
                continue;
            }
            match desk.glance() {
                Ok(Glance::Same) => {}
                Ok(Glance::Written(changed)) => tell(&app, &changed),
                Ok(Glance::Gone) => {
                    away = true;
                    tell(&app, &unknown());
                }
                // Whoever asks next is told the same, in words.
                Err(error) => eprintln!("muragat-desktop: {error}"),
            }
        }
    });
}

fn tell(app: &AppHandle, changed: &Changed) {
    if let Err(error) = app.emit(CHANGED, changed) {
        eprintln!("muragat-desktop: {error}");
    }
}

/// All is to be fetched again, and what fetches it learns that the library is gone.
fn unknown() -> Changed {
    Changed {
        op: None,
        elsewhere: true,
        nouns: Vec::new(),
        articles: Vec::new(),
        undo: None,
        redo: None,
        saved_at: String::new(),
    }
}
