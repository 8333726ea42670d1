//! What the window can ask: one line each. `ui/src/wire/api.ts` is the other end.

pub mod articles;
pub mod events;
pub mod exchange;
pub mod finding;
pub mod history;
pub mod jobs;
pub mod libraries;
pub mod parties;
pub mod photos;
pub mod tagging;
pub mod transfers;
pub mod units;

use std::sync::Arc;

use tauri::State;

use crate::desk::Desk;
use crate::wire::Problem;

pub type Answer<T> = Result<T, Problem>;
pub type OnDesk<'a> = State<'a, Arc<Desk>>;
