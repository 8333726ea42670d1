//! What was done, and taking it back.

use muragat_archive::{HistoryLine, HistoryOf, Reverted, Written};

use super::{Answer, Library};

/// As much history as the window shows at once.
const HISTORY: u32 = 200;

/// What was done, the latest first.
#[tauri::command]
pub async fn history(library: Library<'_>, of: HistoryOf) -> Answer<Vec<HistoryLine>> {
    library
        .ask(move |archive| archive.history_of(&of, HISTORY))
        .await
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
