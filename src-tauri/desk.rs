//! The library on the desk: which one it is, and its connections.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use muragat_archive::{Archive, Error, Identity, Outcome, Written};

use crate::wire::{LibraryInfo, Problem, Startup};

/// How many photos are drawn at once: as many as small office machines have processors, and few
/// enough that the large photos of a grid fit into memory together.
const DRAWERS: usize = 2;

/// A connection, opened when first used.
type Connection = Mutex<Option<Archive>>;

/// The library that the window stands open on.
pub struct Desk {
    /// Where the library should be; none where the system has no data folder.
    path: Option<PathBuf>,
    language: Option<String>,
    /// For the catalogue. The window asks one thing at a time, so one is enough.
    catalogue: Connection,
    /// For pictures, so that drawing never holds up the list.
    drawers: [Connection; DRAWERS],
    next_drawer: AtomicUsize,
}

impl Desk {
    /// Which library and language, by the first argument and the environment.
    pub fn from_environment() -> Desk {
        let named = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        Desk {
            path: std::env::args_os()
                .nth(1)
                .or_else(|| named("MURAGAT_LIBRARY"))
                .map(PathBuf::from)
                .or_else(muragat_archive::default_library),
            language: std::env::var("MURAGAT_LANGUAGE")
                .ok()
                .filter(|word| !word.is_empty()),
            catalogue: Connection::default(),
            drawers: Default::default(),
            next_drawer: AtomicUsize::new(0),
        }
    }

    /// What the window opens with. That there is no library is an answer, not a failure.
    pub async fn startup(self: &Arc<Self>) -> Startup {
        let (library, problem) = match self.ask(info).await {
            Ok(library) => (Some(library), None),
            Err(problem) => (None, Some(problem)),
        };
        Startup {
            library,
            problem,
            language: self.language.clone(),
        }
    }

    /// Asks the catalogue, away from the thread that draws the window.
    pub async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        self.work(|archive| question(archive)).await
    }

    /// Does one op, and says what it changed.
    pub async fn write<T: Send + 'static>(
        self: &Arc<Self>,
        op: impl FnOnce(&mut Archive) -> Result<Outcome<T>, Error> + Send + 'static,
    ) -> Result<Written<T>, Problem> {
        self.work(|archive| {
            let outcome = op(archive)?;
            archive.written(outcome)
        })
        .await
    }

    async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(self);
        let done =
            tauri::async_runtime::spawn_blocking(move || desk.with(&desk.catalogue, work)).await;
        done.unwrap_or_else(|error| Err(Problem::unexpected(&error)))
    }

    /// A photo's picture as JPEG. Takes its time: not for the thread that draws the window.
    pub fn draw(&self, photo: &str, edge: u32) -> Result<Vec<u8>, Problem> {
        let turn = self.next_drawer.fetch_add(1, Ordering::Relaxed) % DRAWERS;
        let drawer = self.drawers.get(turn).unwrap_or(&self.catalogue);
        self.with(drawer, |archive| archive.thumbnail(photo, edge))
    }

    fn with<T>(
        &self,
        connection: &Connection,
        work: impl FnOnce(&mut Archive) -> Result<T, Error>,
    ) -> Result<T, Problem> {
        // Work that panicked left nothing half done: its transaction went with it.
        let mut held = connection.lock().unwrap_or_else(PoisonError::into_inner);
        let archive = match held.take() {
            Some(archive) => archive,
            None => self.open()?,
        };
        Ok(work(held.insert(archive))?)
    }

    fn open(&self) -> Result<Archive, Error> {
        let path = self.path.clone().ok_or_else(|| Error::LibraryMissing {
            path: PathBuf::new(),
        })?;
        Archive::open(&path, Identity::new(""))
    }
}

/// The library in a few words.
fn info(archive: &Archive) -> Result<LibraryInfo, Error> {
    Ok(LibraryInfo {
        name: archive.name(),
        path: archive.path().display().to_string(),
        read_only: archive.is_read_only(),
        articles: archive
            .lines(&muragat_archive::ListQuery {
                limit: 1,
                ..Default::default()
            })?
            .total,
        warnings: archive.warnings().into_iter().map(word).collect(),
    })
}

/// The code of a warning, as it is written everywhere.
fn word(warning: muragat_archive::Warning) -> String {
    match warning {
        muragat_archive::Warning::NetworkShare => "network_share".to_owned(),
        muragat_archive::Warning::SyncedFolder => "synced_folder".to_owned(),
    }
}
