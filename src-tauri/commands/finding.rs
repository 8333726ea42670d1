//! Lists, search, facets, saved searches.

use muragat_archive::{ListPage, ListQuery};

use super::{Answer, OnDesk};

/// A page of the article list.
#[tauri::command]
pub async fn list_articles(desk: OnDesk<'_>, query: ListQuery) -> Answer<ListPage> {
    desk.ask(move |archive| archive.lines(&query)).await
}
