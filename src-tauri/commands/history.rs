//! What was done, and taking it back.

use muragat_archive::{HistoryChoices, HistoryFilter, HistoryLine, HistoryOf, Reverted, Written};

use super::{Answer, Library};

/// As much history as the window asks for at once.
const HISTORY: u32 = 60;

/// A page of what was done, the latest first.
#[tauri::command]
pub async fn history(
    library: Library<'_>,
    of: HistoryOf,
    filter: HistoryFilter,
) -> Answer<Vec<HistoryLine>> {
    library
        .ask(move |archive| archive.history_page(&of, &filter, HISTORY))
        .await
}

/// Who has written, and what kinds of things were done.
#[tauri::command]
pub async fn history_choices(library: Library<'_>) -> Answer<HistoryChoices> {
    library.ask(muragat_archive::Archive::history_choices).await
}

/// Puts a field back to what it held before a change.
#[tauri::command]
pub async fn restore_change(library: Library<'_>, change: i64) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.restore_change(change))
        .await
}

/// Takes back the newest op of who works here. Gives its kind, and where one sees it.
#[tauri::command]
pub async fn undo(library: Library<'_>) -> Answer<Written<Reverted>> {
    library.write(|archive| archive.undo(None)).await
}

/// Takes one op back, by its number. Gives its kind, and where one sees it.
#[tauri::command]
pub async fn undo_op(library: Library<'_>, op: i64) -> Answer<Written<Reverted>> {
    library.write(move |archive| archive.undo(Some(op))).await
}

/// Does again what was taken back last. Gives its kind, and where one sees it.
#[tauri::command]
pub async fn redo(library: Library<'_>) -> Answer<Written<Reverted>> {
    library.write(muragat_archive::Archive::redo).await
}
