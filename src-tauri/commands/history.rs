//! What was done, and taking it back.

use muragat_archive::{HistoryLine, Written};
use serde::Deserialize;

use super::{Answer, OnDesk};

/// As much history as the window shows at once.
const HISTORY: u32 = 200;

/// Whose history.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HistoryOf {
    /// An article's, by UUID or reference.
    Article(String),
}

/// What was done, the latest first.
#[tauri::command]
pub async fn history(desk: OnDesk<'_>, of: HistoryOf) -> Answer<Vec<HistoryLine>> {
    let HistoryOf::Article(article) = of;
    desk.ask(move |archive| archive.history(Some(&article), HISTORY))
        .await
}

/// Takes back the newest op of who works here. Gives its kind.
#[tauri::command]
pub async fn undo(desk: OnDesk<'_>) -> Answer<Written<String>> {
    desk.write(|archive| Ok(archive.undo(None)?.map(|reverted| reverted.kind)))
        .await
}

/// Takes one op back, by its number. Gives its kind.
#[tauri::command]
pub async fn undo_op(desk: OnDesk<'_>, op: i64) -> Answer<Written<String>> {
    desk.write(move |archive| Ok(archive.undo(Some(op))?.map(|reverted| reverted.kind)))
        .await
}

/// Does again what was taken back last. Gives its kind.
#[tauri::command]
pub async fn redo(desk: OnDesk<'_>) -> Answer<Written<String>> {
    desk.write(|archive| Ok(archive.redo()?.map(|reverted| reverted.kind)))
        .await
}
