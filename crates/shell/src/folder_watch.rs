//! Watches a folder for what others put into it, and offers that. It is listed again and again, on threads of its own: a
//! network share tells nobody of what is new on it, and may never answer.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use muragat_archive::Error;
use muragat_files::{path_to_text, sha256_of_file, text_to_path};
use muragat_intake::{REST, Received, Unseen};

use crate::offer::{Looker, NoOffer, Offer};
use crate::open_library::OpenLibrary;
use crate::settings::Settings;
use crate::turned_down::{Bytes, TurnedDown};
use crate::wire::{Problem, WatchedNow};

/// How long to rest between two looks.
const BETWEEN: Duration = Duration::from_secs(3);
/// How long to rest where something in the folder was not whole, or not read yet.
const SOON: Duration = Duration::from_secs(1);
/// How long a folder may be silent before it is said that it does not answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is asked whether another folder or library was chosen.
const TICK: Duration = Duration::from_millis(300);
/// So many looks that never came back are let be; beyond, no other folder is looked at.
const MOST_LOST: usize = 4;
/// So many files are remembered at once while they are turned down.
const AT_ONCE: usize = 200;

/// What is said to the thread that watches.
enum Said {
    Look,
    Looked(Box<Looked>),
}

/// A look that came back.
struct Looked {
    turn: u64,
    looker: Looker,
    seen: Result<Offer, NoOffer>,
}

/// A folder for a library.
#[derive(Clone, PartialEq, Eq)]
struct Target {
    library: PathBuf,
    folder: PathBuf,
}

/// What is watched, and what came of it.
#[derive(Default)]
struct State {
    target: Option<Target>,
    /// The library for which the settings were read.
    read_for: Option<PathBuf>,
    offer: Offer,
    problem: Option<&'static str>,
}

/// The folder that is watched for the open library.
pub struct FolderWatch {
    library: Arc<OpenLibrary>,
    settings: Arc<Settings>,
    turned_down: TurnedDown,
    state: Mutex<State>,
    refusals: AtomicU64,
    say: Mutex<Sender<Said>>,
}

impl FolderWatch {
    /// Watches from now on; `tell` is told whenever it stands differently.
    pub fn start(
        library: Arc<OpenLibrary>,
        settings: Arc<Settings>,
        tell: impl Fn(&WatchedNow) + Send + 'static,
    ) -> Arc<FolderWatch> {
        let (say, said) = channel();
        let watch = Arc::new(FolderWatch {
            library,
            turned_down: settings.turned_down(),
            settings,
            state: Mutex::default(),
            refusals: AtomicU64::new(0),
            say: Mutex::new(say.clone()),
        });
        let mut ticker = Ticker {
            watch: Arc::clone(&watch),
            tell: Box::new(tell),
            told: WatchedNow::default(),
            turn: 0,
            target: None,
            looker: None,
            under_way: None,
            lost: 0,
            due: Instant::now(),
            say,
        };
        thread::spawn(move || ticker.run(&said));
        watch
    }

    /// Looks soon: the window was given the keyboard, and one may have put something there.
    pub fn look_soon(&self) {
        // nobody listens once the program ends
        drop(lock(&self.say).send(Said::Look));
    }

    /// How it stands.
    pub fn now(&self) -> WatchedNow {
        let state = lock(&self.state);
        let count = |kind: Received| {
            let of_kind = state.offer.files.iter().filter(|(_, one)| *one == kind);
            u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
        };
        let folder = state.target.as_ref().map(|target| &target.folder);
        WatchedNow {
            folder: folder.map(|folder| path_to_text(folder)),
            documents: count(Received::Document),
            photos: count(Received::Photo),
            problem: state
                .problem
                .zip(folder)
                .map(|(code, path)| problem(code, path)),
            is_too_full: state.offer.is_too_full,
            closed: state.offer.closed,
        }
    }

    /// All that is offered.
    pub fn offered(&self) -> Vec<PathBuf> {
        let state = lock(&self.state);
        state
            .offer
            .files
            .iter()
            .map(|(path, _)| path.clone())
            .collect()
    }

    /// Watches a folder for the open library, or none.
    ///
    /// # Errors
    /// The folder cannot be looked at, or lies in the library; the settings could not be kept.
    pub fn choose(&self, folder: Option<&Path>) -> Result<(), Problem> {
        let library = self.library.path().ok_or_else(|| {
            Problem::from(Error::LibraryMissing {
                path: PathBuf::new(),
            })
        })?;
        if let Some(folder) = folder {
            std::fs::read_dir(folder).map_err(|error| match error.kind() {
                std::io::ErrorKind::PermissionDenied => problem("watched_closed", folder),
                _ => problem("watched_missing", folder),
            })?;
            let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
            if whole(folder).starts_with(whole(&library)) {
                return Err(problem("watched_in_library", folder));
            }
        }
        let (key, value) = (path_to_text(&library), folder.map(path_to_text));
        self.settings.change(|kept| {
            match value {
                Some(folder) => kept.watched.insert(key, folder),
                None => kept.watched.remove(&key),
            };
        })?;
        lock(&self.state).read_for = None;
        self.look_soon();
        Ok(())
    }

    /// Remembers files that nobody wants: they are not offered again until they are changed. `unless_held`: only those
    /// that the library does not have by now, as what was asked to be taken and was refused, or held others.
    ///
    /// # Errors
    /// The library cannot be asked; what was turned down could not be kept.
    pub fn turn_down(&self, files: &[PathBuf], unless_held: bool) -> Result<(), Problem> {
        let uuid = self
            .library
            .count(|archive| Ok(archive.uuid().to_owned()))?;
        for files in files.chunks(AT_ONCE) {
            let mut bytes = Vec::new();
            for path in files {
                // what is gone meanwhile, or cannot be read, is not remembered
                let Some(one) = bytes_of(path) else { continue };
                if !unless_held
                    || !self
                        .library
                        .count(|archive| archive.holds_file(&one.sha256))?
                {
                    bytes.push(one);
                }
            }
            self.turned_down.add(&uuid, bytes)?;
            self.refusals.fetch_add(1, Ordering::Relaxed);
        }
        self.look_soon();
        Ok(())
    }

    /// Offers files again that were turned down, as they are now.
    ///
    /// # Errors
    /// The library cannot be asked; what was turned down could not be kept.
    pub fn offer_again(&self, files: &[PathBuf]) -> Result<(), Problem> {
        let uuid = self
            .library
            .count(|archive| Ok(archive.uuid().to_owned()))?;
        // what is gone meanwhile, or was changed, is not turned down as it is
        let wanted = files.iter().filter_map(|path| bytes_of(path)).collect();
        self.turned_down.remove(&uuid, &wanted)?;
        self.refusals.fetch_add(1, Ordering::Relaxed);
        self.look_soon();
        Ok(())
    }

    /// The folder that is to be watched now.
    fn target(&self) -> Option<Target> {
        let library = self.library.path();
        let mut state = lock(&self.state);
        if state.read_for != library {
            state.target = library.as_ref().and_then(|library| {
                let folder = self
                    .settings
                    .read()
                    .watched
                    .remove(&path_to_text(library))?;
                Some(Target {
                    library: library.clone(),
                    folder: text_to_path(&folder),
                })
            });
            state.read_for = library;
        }
        state.target.clone()
    }
}

/// The thread that watches. It never asks a disk itself.
struct Ticker {
    watch: Arc<FolderWatch>,
    tell: Box<dyn Fn(&WatchedNow) + Send>,
    told: WatchedNow,
    /// Grows with each other folder: a look at one before is of no use.
    turn: u64,
    target: Option<Target>,
    /// Whoever looks, while no look is under way.
    looker: Option<Looker>,
    under_way: Option<UnderWay>,
    /// Looks that were given up and have not come back.
    lost: usize,
    due: Instant,
    say: Sender<Said>,
}

struct UnderWay {
    stop: Arc<AtomicBool>,
    /// Grows with every file that the disk answered for.
    answers: Arc<AtomicU64>,
    /// How many there were when there was last another one.
    heard: u64,
    /// Since when there is none more.
    silent_since: Instant,
}

impl UnderWay {
    fn begin() -> UnderWay {
        UnderWay {
            stop: Arc::default(),
            answers: Arc::default(),
            heard: 0,
            silent_since: Instant::now(),
        }
    }

    /// Whether the disk has not answered for long.
    fn is_stuck(&mut self) -> bool {
        let heard = self.answers.load(Ordering::Relaxed);
        if heard != self.heard {
            self.heard = heard;
            self.silent_since = Instant::now();
        }
        self.silent_since.elapsed() > PATIENCE
    }
}

impl Ticker {
    fn run(&mut self, said: &Receiver<Said>) {
        loop {
            match said.recv_timeout(TICK) {
                Ok(Said::Look) => self.due = Instant::now(),
                Ok(Said::Looked(looked)) => self.take(*looked),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.follow_choice();
            self.look_where_due();
            let now = self.watch.now();
            if now != self.told {
                (self.tell)(&now);
                self.told = now;
            }
        }
    }

    /// Begins anew where another folder or library was chosen.
    fn follow_choice(&mut self) {
        let target = self.watch.target();
        if target == self.target {
            return;
        }
        self.turn += 1;
        self.target = target;
        self.looker = None;
        if let Some(under_way) = self.under_way.take() {
            under_way.stop.store(true, Ordering::Relaxed);
            self.lost += 1;
        }
        self.due = Instant::now();
        self.set(Offer::default(), None);
    }

    fn look_where_due(&mut self) {
        let Some(target) = &self.target else { return };
        if let Some(under_way) = &mut self.under_way {
            if under_way.is_stuck() {
                self.set(Offer::default(), Some("watched_no_answer"));
            }
            return;
        }
        if Instant::now() < self.due || self.lost > MOST_LOST {
            return;
        }
        let mut looker = match self.looker.take() {
            Some(looker) => looker,
            None => Looker::new(&target.folder, REST),
        };
        let under_way = UnderWay::begin();
        let (stop, answers) = (Arc::clone(&under_way.stop), Arc::clone(&under_way.answers));
        self.under_way = Some(under_way);
        let (watch, say, turn) = (Arc::clone(&self.watch), self.say.clone(), self.turn);
        thread::spawn(move || {
            let refusals = watch.refusals.load(Ordering::Relaxed);
            let goes_on = || {
                answers.fetch_add(1, Ordering::Relaxed);
                !stop.load(Ordering::Relaxed)
            };
            let seen = looker.look(&watch.library, &watch.turned_down, refusals, &goes_on);
            // nobody listens once the program ends
            drop(say.send(Said::Looked(Box::new(Looked { turn, looker, seen }))));
        });
    }

    /// Takes what a look saw.
    fn take(&mut self, looked: Looked) {
        if looked.turn != self.turn {
            self.lost = self.lost.saturating_sub(1);
            return;
        }
        self.under_way = None;
        self.looker = Some(looked.looker);
        let goes_on = looked.seen.as_ref().is_ok_and(|offer| offer.goes_on);
        self.due = Instant::now() + if goes_on { SOON } else { BETWEEN };
        match looked.seen {
            Ok(offer) => self.set(offer, None),
            Err(NoOffer::Unseen(unseen)) => {
                let code = match unseen {
                    Unseen::Missing => Some("watched_missing"),
                    Unseen::Closed => Some("watched_closed"),
                    Unseen::Failed => Some("watched_failed"),
                    Unseen::Stopped => None,
                };
                self.set(Offer::default(), code);
            }
            // the window learns it by what it asks itself
            Err(NoOffer::NoLibrary(error)) => {
                eprintln!("muragat-desktop: {error}");
                self.set(Offer::default(), None);
            }
        }
    }

    fn set(&self, offer: Offer, problem: Option<&'static str>) {
        let mut state = lock(&self.watch.state);
        state.offer = offer;
        state.problem = problem;
    }
}

fn bytes_of(path: &Path) -> Option<Bytes> {
    let size = path.metadata().ok()?.len();
    let sha256 = sha256_of_file(path).ok()?;
    Some(Bytes { sha256, size })
}

fn problem(code: &str, path: &Path) -> Problem {
    Problem {
        code: code.to_owned(),
        data: serde_json::json!({ "path": path_to_text(path) }),
    }
}

/// What a panic left behind is whole: nothing here is changed in steps.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
