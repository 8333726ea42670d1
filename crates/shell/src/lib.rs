//! What stands behind the window and needs none: the open library and its connections, long work with progress and
//! cancel, watching for what others write, settings, and what is said to the window.
//!
//! src-tauri puts a window before it. Here no window is known, so that all of it can be tested without one.

mod backup_keeper;
mod folder_watch;
mod jobs;
mod kept_file;
mod offer;
mod open_library;
mod settings;
mod shown_original;
mod start;
mod turned_down;
mod watcher;
pub mod wire;
pub mod work;

pub use backup_keeper::keep_backups;
pub use folder_watch::FolderWatch;
pub use jobs::{Ended, Jobs, Teller};
pub use open_library::{DRAWERS, Glance, OpenLibrary, library_info};
pub use settings::{KeptSettings, Settings};
pub use shown_original::copy_original_to_show;
pub use start::Start;
pub use watcher::Watcher;
