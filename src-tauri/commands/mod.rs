//! What the window can ask: one line each. `ui/src/wire/api.ts` is the other end.

pub mod articles;
pub mod backups;
pub mod dates;
pub mod events;
pub mod finding;
pub mod history;
pub mod jobs;
pub mod libraries;
pub mod parties;
pub mod paths;
pub mod photos;
pub mod tagging;
pub mod transfers;
pub mod units;
pub mod watched;

use tauri::State;

use crate::async_library::AsyncLibrary;
use muragat_archive::SeenValue;
use muragat_shell::wire::Problem;

/// What a command gives.
pub type Answer<T> = Result<T, Problem>;
/// The library that the window stands open on.
pub type Library<'a> = State<'a, AsyncLibrary>;

/// What the hand saw of the fields that it edits; absent where it saw none.
pub type Seen = Option<Vec<SeenValue>>;
