//! The library on the desk: which one it is, and its connections.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use muragat_archive::{Archive, Changed, Error, Identity, Outcome, Written};

use crate::wire::{LibraryInfo, Problem};

/// How many photos are drawn at once: as many as small office machines have processors, and few
/// enough that the large photos of a grid fit into memory together.
pub const DRAWERS: usize = 2;

/// The library that the window stands open on, and who works in it.
#[derive(Clone)]
struct Place {
    /// Where the library should be; none where the system has no data folder.
    path: Option<PathBuf>,
    /// Its UUID, once it was open: another library at its path is not it.
    uuid: Option<String>,
    actor: String,
    /// Grows with every other library or actor: connections of before are not used again.
    turn: u64,
}

/// A connection that is open.
struct Open {
    archive: Archive,
    turn: u64,
    /// As last seen: another number says that somebody else wrote.
    data_version: i64,
}

/// A connection, opened when first used.
type Connection = Mutex<Option<Open>>;

/// The library that the window stands open on.
pub struct Desk {
    place: Mutex<Place>,
    /// For the catalogue: one thing after the other, as the window asks for it.
    catalogue: Connection,
    /// For what is counted over many articles, so that counting never holds up the list or a save.
    counter: Connection,
    /// For pictures, so that drawing never holds up the list.
    drawers: [Connection; DRAWERS],
}

/// What a look at the library saw.
pub enum Glance {
    /// As it was, or somebody is at work on it just now.
    Same,
    /// Another program, another window or a job wrote.
    Written(Changed),
    /// It is not where it was.
    Gone,
}

impl Desk {
    /// A desk for the library that should be at a path.
    pub fn new(path: Option<PathBuf>, actor: Option<String>) -> Desk {
        Desk {
            place: Mutex::new(Place {
                path,
                uuid: None,
                actor: actor.unwrap_or_default(),
                turn: 0,
            }),
            catalogue: Connection::default(),
            counter: Connection::default(),
            drawers: Default::default(),
        }
    }

    /// Asks the catalogue, away from the thread that draws the window.
    pub async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        self.work(|archive| question(archive)).await
    }

    /// Asks what is counted over many articles, beside all else that is asked.
    pub async fn count<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(self);
        aside(move || Ok(desk.with(&desk.counter, |archive| question(archive))?)).await
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
        aside(move || Ok(desk.with(&desk.catalogue, work)?)).await
    }

    /// Puts another library on the desk: opened by `open`, as who works here. Where that fails, the one
    /// before stays.
    pub fn take(
        &self,
        open: impl FnOnce(Identity) -> Result<Archive, Error>,
    ) -> Result<LibraryInfo, Error> {
        let archive = open(Identity::new(&self.place().actor))?;
        let info = info(&archive)?;
        let data_version = archive.data_version()?;
        let mut held = lock(&self.catalogue);
        let turn = {
            let mut place = lock(&self.place);
            place.path = Some(archive.path().to_owned());
            place.uuid = Some(archive.uuid().to_owned());
            place.turn += 1;
            place.turn
        };
        *held = Some(Open {
            archive,
            turn,
            data_version,
        });
        // nothing of the library before stays open: its disk may be wanted out
        for connection in self.drawers.iter().chain([&self.counter]) {
            *lock(connection) = None;
        }
        Ok(info)
    }

    /// Says who works here from now on.
    pub fn set_actor(&self, actor: &str) {
        let mut place = lock(&self.place);
        place.actor = actor.to_owned();
        place.turn += 1;
    }

    /// A photo's picture as JPEG, by one of the drawers. Takes its time: not for the thread that draws
    /// the window.
    pub fn draw(&self, drawer: usize, photo: &str, edge: u32) -> Result<Vec<u8>, Problem> {
        let drawer = self.drawers.get(drawer).unwrap_or(&self.catalogue);
        Ok(self.with(drawer, |archive| archive.thumbnail(photo, edge))?)
    }

    /// A connection of its own for long work, so that the window stays quick.
    pub fn connect(&self) -> Result<Archive, Error> {
        Ok(self.open(&self.place())?.archive)
    }

    /// Looks whether the library is there and what it was.
    pub fn glance(&self) -> Result<Glance, Error> {
        let Ok(mut held) = self.catalogue.try_lock() else {
            return Ok(Glance::Same);
        };
        let place = self.place();
        let Some(open) = held.as_mut().filter(|open| open.turn == place.turn) else {
            return Ok(Glance::Same);
        };
        if !open.archive.is_in_place() {
            *held = None;
            return Ok(Glance::Gone);
        }
        let now = open.archive.data_version()?;
        if now == std::mem::replace(&mut open.data_version, now) {
            return Ok(Glance::Same);
        }
        Ok(Glance::Written(open.archive.changed_elsewhere()?))
    }

    /// Opens the library again that was gone. Gives what to tell the window once it is back.
    pub fn come_back(&self) -> Result<Changed, Error> {
        self.with(&self.catalogue, |archive| archive.changed_elsewhere())
    }

    fn with<T>(
        &self,
        connection: &Connection,
        work: impl FnOnce(&mut Archive) -> Result<T, Error>,
    ) -> Result<T, Error> {
        // Work that panicked left nothing half done: its transaction went with it.
        let mut held = lock(connection);
        let place = self.place();
        let usable = |open: &Open| open.turn == place.turn && open.archive.is_in_place();
        let open = match held.take().filter(usable) {
            Some(open) => open,
            None => self.open(&place)?,
        };
        let open = held.insert(open);
        let done = work(&mut open.archive);
        if done.is_err() && !open.archive.is_in_place() {
            // The library went away under the work: that is what is the matter, not what SQLite says of it.
            *held = None;
            return Err(missing(place.path.as_deref()));
        }
        done
    }

    fn open(&self, place: &Place) -> Result<Open, Error> {
        let path = place.path.as_deref().ok_or_else(|| missing(None))?;
        let archive = Archive::open(path, Identity::new(&place.actor))?;
        match &place.uuid {
            Some(uuid) if uuid != archive.uuid() => {
                return Err(Error::LibraryReplaced {
                    path: path.to_owned(),
                });
            }
            Some(_) => {}
            None => {
                let mut now = lock(&self.place);
                if now.turn == place.turn {
                    now.uuid = Some(archive.uuid().to_owned());
                }
            }
        }
        Ok(Open {
            data_version: archive.data_version()?,
            turn: place.turn,
            archive,
        })
    }

    fn place(&self) -> Place {
        lock(&self.place).clone()
    }
}

/// Does what takes its time away from the thread that draws the window.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(Problem::unexpected(&error)))
}

/// What a panic left behind is whole: nothing here is changed in steps.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn missing(path: Option<&Path>) -> Error {
    Error::LibraryMissing {
        path: path.map(Path::to_owned).unwrap_or_default(),
    }
}

/// The library in a few words.
pub fn info(archive: &Archive) -> Result<LibraryInfo, Error> {
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
