//! What the window can ask: one line each. `ui/src/api.ts` is the other end.

use std::sync::Arc;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{HistoryLine, ListPage, ListQuery, UnitLine};
use tauri::State;

use crate::desk::Desk;
use crate::wire::{Problem, Startup};

/// As much history as the window shows of one article.
const HISTORY: u32 = 200;

type Answer<T> = Result<T, Problem>;
type OnDesk<'a> = State<'a, Arc<Desk>>;

/// What to open with: the library, or why there is none.
#[tauri::command]
pub async fn startup(desk: OnDesk<'_>) -> Answer<Startup> {
    Ok(desk.startup().await)
}

/// A page of the article list.
#[tauri::command]
pub async fn list_articles(desk: OnDesk<'_>, query: ListQuery) -> Answer<ListPage> {
    desk.ask(move |archive| archive.lines(&query)).await
}

/// One article whole.
#[tauri::command]
pub async fn article(desk: OnDesk<'_>, id: String) -> Answer<ArticleRecord> {
    desk.ask(move |archive| archive.article(&id)).await
}

/// The tree of units.
#[tauri::command]
pub async fn units(desk: OnDesk<'_>) -> Answer<Vec<UnitLine>> {
    desk.ask(|archive| archive.units()).await
}

/// What was done to an article, the latest first.
#[tauri::command]
pub async fn history(desk: OnDesk<'_>, article: String) -> Answer<Vec<HistoryLine>> {
    desk.ask(move |archive| archive.history(Some(&article), HISTORY))
        .await
}
