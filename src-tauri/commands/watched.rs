//! The folder that is watched for what others put into it.

use std::sync::Arc;

use muragat_shell::FolderWatch;
use muragat_shell::wire::{WatchedNow, WirePath, paths_of, wire_paths};
use tauri::State;

use super::Answer;
use crate::async_library::aside;

type Watch<'a> = State<'a, Arc<FolderWatch>>;

/// How it stands; later by the event `watched`.
#[tauri::command]
pub async fn watched_now(watch: Watch<'_>) -> Answer<WatchedNow> {
    Ok(watch.now())
}

/// Watches a folder for the open library, or none.
#[tauri::command]
pub async fn watch_folder(watch: Watch<'_>, folder: Option<WirePath>) -> Answer<()> {
    let watch = Arc::clone(&watch);
    aside(move || watch.choose(folder.as_ref().map(|folder| folder.0.as_path()))).await
}

/// All files that are offered.
#[tauri::command]
pub async fn offered_files(watch: Watch<'_>) -> Answer<Vec<WirePath>> {
    Ok(wire_paths(watch.offered()))
}

/// Offers files no more, until they are changed; `unless_held`: only those that the library does not have by now.
#[tauri::command]
pub async fn turn_down(watch: Watch<'_>, files: Vec<WirePath>, unless_held: bool) -> Answer<()> {
    let watch = Arc::clone(&watch);
    aside(move || watch.turn_down(&paths_of(files), unless_held)).await
}

/// Offers files again that were turned down.
#[tauri::command]
pub async fn offer_again(watch: Watch<'_>, files: Vec<WirePath>) -> Answer<()> {
    let watch = Arc::clone(&watch);
    aside(move || watch.offer_again(&paths_of(files))).await
}
