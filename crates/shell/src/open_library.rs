//! The library that the window stands open on: which one it is, and its connections.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use muragat_archive::{Archive, Changed, Error, Identity, Outcome, Standing, Written};

use crate::wire::LibraryInfo;

/// How many photos are drawn at once: as many as small office machines have processors, and few
/// enough that the large photos of a grid fit into memory together.
pub const DRAWERS: usize = 2;

/// Which library is meant, and who works in it.
#[derive(Clone)]
struct Choice {
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
    /// As last seen: says whether that was in history, or what is kept beside it of how photos look.
    standing: Standing,
}

/// A connection, opened when first used.
type Connection = Mutex<Option<Open>>;

/// The library that the window stands open on.
pub struct OpenLibrary {
    choice: Mutex<Choice>,
    /// For the catalogue: one thing after the other, as the window asks for it.
    catalogue: Connection,
    /// For the rows of the list and the article that one opens, so that what is read, found or written beside them
    /// never holds them up.
    shown: Connection,
    /// For what is counted over many articles, so that counting never holds up the list or a save.
    counter: Connection,
    /// For what photos look like, of which nobody waits for any.
    looker: Connection,
    /// For pictures, so that drawing never holds up the list.
    drawers: [Connection; DRAWERS],
    /// For what can be shown of a photo at once, while others are drawn.
    first_pictures: Connection,
}

/// What a look at the library saw.
pub enum Glance {
    /// As it was, or somebody is at work on it just now.
    Same,
    /// Another program, another window or a job wrote.
    Written(Box<Changed>),
    /// It is not where it was.
    Gone,
}

impl OpenLibrary {
    /// For the library that should be at a path; it is opened when it is first asked.
    pub fn new(path: Option<PathBuf>, actor: Option<String>) -> OpenLibrary {
        OpenLibrary {
            choice: Mutex::new(Choice {
                path,
                uuid: None,
                actor: actor.unwrap_or_default(),
                turn: 0,
            }),
            catalogue: Connection::default(),
            shown: Connection::default(),
            counter: Connection::default(),
            looker: Connection::default(),
            drawers: Default::default(),
            first_pictures: Connection::default(),
        }
    }

    /// Asks the catalogue.
    ///
    /// # Errors
    /// The library is not there or another one; what the question met.
    pub fn ask<T>(&self, question: impl FnOnce(&Archive) -> Result<T, Error>) -> Result<T, Error> {
        self.work_on(&self.catalogue, |archive| question(archive))
    }

    /// Asks for what is to be seen at once, beside all else that is asked. What is being written may not be in it yet:
    /// once it is written, that is told.
    ///
    /// # Errors
    /// As [`OpenLibrary::ask`].
    pub fn show<T>(&self, question: impl FnOnce(&Archive) -> Result<T, Error>) -> Result<T, Error> {
        self.work_on(&self.shown, |archive| question(archive))
    }

    /// Asks what is counted over many articles, beside all else that is asked.
    ///
    /// # Errors
    /// As [`OpenLibrary::ask`].
    pub fn count<T>(
        &self,
        question: impl FnOnce(&Archive) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.work_on(&self.counter, |archive| question(archive))
    }

    /// Does one op, and says what it changed.
    ///
    /// # Errors
    /// As [`OpenLibrary::ask`]; then nothing was written.
    pub fn write<T>(
        &self,
        op: impl FnOnce(&mut Archive) -> Result<Outcome<T>, Error>,
    ) -> Result<Written<T>, Error> {
        self.work_with(&self.catalogue, |open| {
            let outcome = op(&mut open.archive)?;
            let now = open.archive.standing()?;
            open.standing = open.standing.having_written(outcome.op, now);
            open.archive.written(outcome)
        })
    }

    /// Looks at photos that nobody has looked at yet, beside all else. What is kept of it is no news for the window.
    ///
    /// # Errors
    /// As [`OpenLibrary::ask`].
    pub fn look<T>(&self, work: impl FnOnce(&Archive) -> Result<T, Error>) -> Result<T, Error> {
        self.work_on(&self.looker, |archive| work(archive))
    }

    /// Goes over to another library: opened by `open`, as who works here. Where that fails, the one before stays.
    ///
    /// # Errors
    /// Those of `open`.
    pub fn switch(
        &self,
        open: impl FnOnce(Identity) -> Result<Archive, Error>,
    ) -> Result<LibraryInfo, Error> {
        let archive = open(Identity::new(&self.choice().actor))?;
        let info = library_info(&archive)?;
        let data_version = archive.data_version()?;
        let standing = archive.standing()?;
        let mut held = lock(&self.catalogue);
        let turn = {
            let mut choice = lock(&self.choice);
            choice.path = Some(archive.path().to_owned());
            choice.uuid = Some(archive.uuid().to_owned());
            choice.turn += 1;
            choice.turn
        };
        *held = Some(Open {
            archive,
            turn,
            data_version,
            standing,
        });
        // nothing of the library before stays open: its disk may be wanted out
        let others = [
            &self.shown,
            &self.counter,
            &self.looker,
            &self.first_pictures,
        ];
        let besides = self.drawers.iter().chain(others);
        for connection in besides {
            *lock(connection) = None;
        }
        Ok(info)
    }

    /// Says who works here from now on.
    pub fn set_actor(&self, actor: &str) {
        let mut choice = lock(&self.choice);
        choice.actor = actor.to_owned();
        choice.turn += 1;
    }

    /// A photo's picture as JPEG, its longer edge so many pixels, by one of the [`DRAWERS`].
    ///
    /// # Errors
    /// As [`OpenLibrary::ask`]; the photo is not there or cannot be drawn.
    pub fn draw(&self, drawer: usize, photo: &str, edge: u32) -> Result<Vec<u8>, Error> {
        let drawer = self.drawers.get(drawer).unwrap_or(&self.catalogue);
        self.work_on(drawer, |archive| archive.thumbnail(photo, edge))
    }

    /// What can be shown of a photo at once, as JPEG, beside all that is drawn; none where it has to be waited for.
    ///
    /// # Errors
    /// As [`OpenLibrary::draw`].
    pub fn first_picture(&self, photo: &str) -> Result<Option<Vec<u8>>, Error> {
        self.work_on(&self.first_pictures, |archive| archive.first_picture(photo))
    }

    /// A connection of its own for long work, so that the window stays quick.
    ///
    /// # Errors
    /// The library is not there or another one.
    pub fn connect(&self) -> Result<Archive, Error> {
        Ok(self.open(&self.choice())?.archive)
    }

    /// Looks whether the library is there and what it was. Does not wait where it is at work.
    ///
    /// # Errors
    /// That it cannot be read.
    pub fn glance(&self) -> Result<Glance, Error> {
        let Ok(mut held) = self.catalogue.try_lock() else {
            return Ok(Glance::Same);
        };
        let choice = self.choice();
        let Some(open) = held.as_mut() else {
            // It was open once: somebody asked it and met the loss before this look did.
            return Ok(match choice.uuid {
                Some(_) => Glance::Gone,
                None => Glance::Same,
            });
        };
        if open.turn != choice.turn {
            return Ok(Glance::Same);
        }
        if !open.archive.is_in_place() {
            *held = None;
            return Ok(Glance::Gone);
        }
        let now = open.archive.data_version()?;
        if now == std::mem::replace(&mut open.data_version, now) {
            return Ok(Glance::Same);
        }
        let standing = open.archive.standing()?;
        let before = std::mem::replace(&mut open.standing, standing);
        if standing.only_looked_since(before) {
            return Ok(Glance::Same);
        }
        Ok(Glance::Written(Box::new(open.archive.changed_elsewhere()?)))
    }

    /// Opens the library again that was gone. Gives what to tell the window once it is back.
    ///
    /// # Errors
    /// It is still gone, or another one lies there.
    pub fn come_back(&self) -> Result<Changed, Error> {
        self.work_on(&self.catalogue, |archive| archive.changed_elsewhere())
    }

    fn work_on<T>(
        &self,
        connection: &Connection,
        work: impl FnOnce(&mut Archive) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.work_with(connection, |open| work(&mut open.archive))
    }

    fn work_with<T>(
        &self,
        connection: &Connection,
        work: impl FnOnce(&mut Open) -> Result<T, Error>,
    ) -> Result<T, Error> {
        // Work that panicked left nothing half done: its transaction went with it.
        let mut held = lock(connection);
        let choice = self.choice();
        let usable = |open: &Open| open.turn == choice.turn && open.archive.is_in_place();
        let open = match held.take().filter(usable) {
            Some(open) => open,
            None => self.open(&choice)?,
        };
        let open = held.insert(open);
        let done = work(open);
        if done.is_err() && !open.archive.is_in_place() {
            // The library went away under the work: that is what is the matter, not what SQLite says of it.
            *held = None;
            return Err(missing(choice.path.as_deref()));
        }
        done
    }

    fn open(&self, choice: &Choice) -> Result<Open, Error> {
        let path = choice.path.as_deref().ok_or_else(|| missing(None))?;
        let archive = Archive::open(path, Identity::new(&choice.actor))?;
        match &choice.uuid {
            Some(uuid) if uuid != archive.uuid() => {
                return Err(Error::LibraryReplaced {
                    path: path.to_owned(),
                });
            }
            Some(_) => {}
            None => {
                let mut now = lock(&self.choice);
                if now.turn == choice.turn {
                    now.uuid = Some(archive.uuid().to_owned());
                }
            }
        }
        Ok(Open {
            data_version: archive.data_version()?,
            standing: archive.standing()?,
            turn: choice.turn,
            archive,
        })
    }

    /// Where the library lies that is open, or should be.
    pub fn path(&self) -> Option<PathBuf> {
        self.choice().path
    }

    fn choice(&self) -> Choice {
        lock(&self.choice).clone()
    }
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
///
/// # Errors
/// That it cannot be read.
pub fn library_info(archive: &Archive) -> Result<LibraryInfo, Error> {
    Ok(LibraryInfo {
        name: archive.name(),
        own_name: archive.own_name(),
        id: archive.uuid().to_owned(),
        path: archive.path().display().to_string(),
        read_only: archive.is_read_only(),
        articles: archive
            .lines(&muragat_archive::ListQuery {
                limit: 1,
                ..Default::default()
            })?
            .total,
        warnings: archive.warnings().into_iter().map(warning_code).collect(),
    })
}

/// The code of a warning, as it is written everywhere.
fn warning_code(warning: muragat_archive::Warning) -> String {
    match warning {
        muragat_archive::Warning::NetworkShare => "network_share".to_owned(),
        muragat_archive::Warning::SyncedFolder => "synced_folder".to_owned(),
        muragat_archive::Warning::ClockBehind => "clock_behind".to_owned(),
        muragat_archive::Warning::ClockAhead => "clock_ahead".to_owned(),
    }
}
