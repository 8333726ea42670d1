//! What a watched folder has to offer to a library: files that are whole, not in it, and were not turned down.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use muragat_archive::{Archive, Error};
use muragat_intake::{Look, Received, Unseen, WatchedFolder, WholeFile};

use crate::open_library::OpenLibrary;
use crate::turned_down::{Bytes, TurnedDown};

/// What is offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Offer {
    /// Documents, photos, and what was written down about these.
    pub files: Vec<(PathBuf, Received)>,
    /// Whether another look will say more.
    pub goes_on: bool,
    /// Whether the folder holds more than is looked at.
    pub is_too_full: bool,
    /// Files and folders that may not be read.
    pub closed: u32,
}

/// Why nothing can be offered.
#[derive(Debug)]
pub(crate) enum NoOffer {
    /// The folder cannot be looked at.
    Unseen(Unseen),
    /// The library cannot be asked; that is told by whoever asks it next.
    NoLibrary(Error),
}

/// Whoever looks at a folder again and again, and knows what was seen before.
pub(crate) struct Looker {
    folder: WatchedFolder,
    /// As the library and what was turned down were at the last look.
    before: Option<Before>,
    /// The sizes of all that the library holds or that was turned down.
    sizes: HashSet<u64>,
    turned_down: HashSet<Bytes>,
    files: Vec<WholeFile>,
    offered: Vec<(PathBuf, Received)>,
}

#[derive(PartialEq, Eq, Clone)]
struct Before {
    op: Option<i64>,
    /// Grows with what is turned down.
    refusals: u64,
}

impl Looker {
    pub(crate) fn new(folder: &Path, rest: Duration) -> Looker {
        Looker {
            folder: WatchedFolder::new(folder, rest),
            before: None,
            sizes: HashSet::new(),
            turned_down: HashSet::new(),
            files: Vec::new(),
            offered: Vec::new(),
        }
    }

    /// Looks once. `refusals` says whether more was turned down since the look before.
    ///
    /// # Errors
    /// Why nothing can be offered.
    pub(crate) fn look(
        &mut self,
        library: &OpenLibrary,
        turned_down: &TurnedDown,
        refusals: u64,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Offer, NoOffer> {
        let (uuid, op, writable) = library
            .count(|archive| {
                let uuid = archive.uuid().to_owned();
                Ok((uuid, archive.latest_op()?, !archive.is_read_only()))
            })
            .map_err(NoOffer::NoLibrary)?;
        if !writable {
            return Ok(Offer::default());
        }
        let now = Before { op, refusals };
        let is_as_before = self.before.as_ref() == Some(&now);
        if !is_as_before {
            let sizes = library.count(Archive::held_sizes);
            self.sizes = sizes.map_err(NoOffer::NoLibrary)?;
            self.turned_down = turned_down.of(&uuid);
            self.sizes
                .extend(self.turned_down.iter().map(|one| one.size));
        }
        let Look {
            files,
            goes_on,
            is_too_full,
            closed,
        } = self
            .folder
            .look(&self.sizes, goes_on)
            .map_err(NoOffer::Unseen)?;
        if !is_as_before || files != self.files {
            self.offered = self.choose(library, &files).map_err(NoOffer::NoLibrary)?;
            self.files = files;
        }
        self.before = Some(now);
        Ok(Offer {
            files: self.offered.clone(),
            goes_on,
            is_too_full,
            closed,
        })
    }

    /// Those of the files that are not in the library and were not turned down, each once.
    fn choose(
        &self,
        library: &OpenLibrary,
        files: &[WholeFile],
    ) -> Result<Vec<(PathBuf, Received)>, Error> {
        let turned_down: HashSet<&str> = self
            .turned_down
            .iter()
            .map(|one| one.sha256.as_str())
            .collect();
        library.count(|archive| {
            let mut offered = Vec::new();
            for file in files {
                let is_known = match &file.sha256 {
                    Some(sha256) => {
                        turned_down.contains(sha256.as_str()) || archive.holds_file(sha256)?
                    }
                    None => false,
                };
                if !is_known {
                    offered.push((file.path.clone(), file.kind));
                }
            }
            Ok(offered)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use muragat_archive::{Identity, Intake};
    use muragat_files::sha256;

    use super::*;

    struct Desk {
        folder: tempfile::TempDir,
        library: OpenLibrary,
        turned_down: TurnedDown,
        looker: Looker,
    }

    impl Desk {
        fn new() -> Desk {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("жаңа.muragat");
            Archive::create(&path, Identity::new("Айгүл")).unwrap();
            let watched = folder.path().join("келгендер");
            fs::create_dir(&watched).unwrap();
            Desk {
                library: OpenLibrary::new(Some(path), Some("Айгүл".to_owned())),
                turned_down: TurnedDown::in_folder(Some(folder.path())),
                looker: Looker::new(&watched, Duration::ZERO),
                folder,
            }
        }

        fn put(&self, number: usize) -> PathBuf {
            let path = self.folder.path().join(format!("келгендер/{number}.txt"));
            fs::write(&path, text(number)).unwrap();
            path
        }

        fn offered(&mut self, refusals: u64) -> Vec<String> {
            let offer = self
                .looker
                .look(&self.library, &self.turned_down, refusals, &|| true)
                .unwrap();
            let name =
                |(path, _): (PathBuf, Received)| path.file_stem().unwrap().display().to_string();
            offer.files.into_iter().map(name).collect()
        }
    }

    fn text(number: usize) -> String {
        format!("{number}-хабар\n\nАуданда {number}-мектеп ашылды.\n")
    }

    #[test]
    fn what_the_library_has_is_not_offered_and_is_again_once_that_is_taken_back() {
        let mut desk = Desk::new();
        let path = desk.put(1);
        desk.put(2);
        assert_eq!(desk.offered(0), ["1", "2"]);
        let take = |archive: &mut Archive| archive.add(&path, &Intake::default());
        desk.library.write(take).unwrap();
        assert_eq!(desk.offered(0), ["2"]);
        desk.library.write(|archive| archive.undo(None)).unwrap();
        assert_eq!(desk.offered(0), ["1", "2"]);
    }

    #[test]
    fn what_was_turned_down_is_offered_again_once_it_is_changed_and_another_look_makes_no_difference()
     {
        let mut desk = Desk::new();
        for number in 0..8 {
            desk.put(number);
        }
        let uuid = desk
            .library
            .count(|archive| Ok(archive.uuid().to_owned()))
            .unwrap();
        // each set of them
        for chosen in 0..8u64 {
            let bytes = Bytes {
                sha256: sha256(text(chosen as usize).as_bytes()),
                size: text(chosen as usize).len() as u64,
            };
            desk.turned_down.add(&uuid, vec![bytes]).unwrap();
            let left: Vec<String> = (chosen + 1..8).map(|number| number.to_string()).collect();
            assert_eq!(desk.offered(chosen + 1), left);
            assert_eq!(desk.offered(chosen + 1), left);
        }
        fs::write(desk.folder.path().join("келгендер/3.txt"), "Басқа мәтін").unwrap();
        assert_eq!(desk.offered(8), ["3"]);
    }
}
