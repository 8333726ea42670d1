//! Lists, search, facets, saved searches.

use muragat_archive::{
    ArticleSnippet, Elsewhere, Facets, ListPage, ListQuery, Overview, SavedSearchLine, Written,
};

use super::{Answer, OnDesk};

/// How much there is.
#[tauri::command]
pub async fn overview(desk: OnDesk<'_>) -> Answer<Overview> {
    desk.count(|archive| archive.overview()).await
}

/// A page of the article list.
#[tauri::command]
pub async fn list_articles(desk: OnDesk<'_>, query: ListQuery) -> Answer<ListPage> {
    desk.ask(move |archive| archive.lines(&query)).await
}

/// How what the list shows spreads.
#[tauri::command]
pub async fn facets(desk: OnDesk<'_>, query: ListQuery) -> Answer<Facets> {
    desk.count(move |archive| archive.facets(&query)).await
}

/// The parts of articles that match.
#[tauri::command]
pub async fn snippets(
    desk: OnDesk<'_>,
    text: String,
    ids: Vec<String>,
) -> Answer<Vec<ArticleSnippet>> {
    desk.ask(move |archive| archive.snippets(&text, &ids)).await
}

/// Where a version's body matches.
#[tauri::command]
pub async fn matches(
    desk: OnDesk<'_>,
    version: String,
    text: String,
) -> Answer<Vec<(usize, usize)>> {
    desk.ask(move |archive| archive.matches(&version, &text))
        .await
}

/// What else a search finds.
#[tauri::command]
pub async fn elsewhere(desk: OnDesk<'_>, text: String, limit: u32) -> Answer<Elsewhere> {
    desk.ask(move |archive| archive.elsewhere(&text, limit))
        .await
}

/// The searches with a name.
#[tauri::command]
pub async fn saved_searches(desk: OnDesk<'_>) -> Answer<Vec<SavedSearchLine>> {
    desk.ask(|archive| archive.saved_searches()).await
}

/// Keeps a search under a name.
#[tauri::command]
pub async fn save_search(
    desk: OnDesk<'_>,
    name: String,
    query: ListQuery,
) -> Answer<Written<String>> {
    desk.write(move |archive| archive.save_search(&name, &query))
        .await
}

/// Gives a saved search another name.
#[tauri::command]
pub async fn rename_search(desk: OnDesk<'_>, id: String, name: String) -> Answer<Written<()>> {
    desk.write(move |archive| archive.rename_search(&id, &name))
        .await
}

/// Takes a saved search away.
#[tauri::command]
pub async fn delete_search(desk: OnDesk<'_>, id: String) -> Answer<Written<()>> {
    desk.write(move |archive| archive.delete_search(&id)).await
}

/// Values that a field had before.
#[tauri::command]
pub async fn vocabulary(desk: OnDesk<'_>, field: String, start: String) -> Answer<Vec<String>> {
    desk.ask(move |archive| archive.vocabulary(&field, &start))
        .await
}
