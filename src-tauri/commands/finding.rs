//! Lists, search, facets, saved searches.

use muragat_archive::{
    ArticleSnippet, CommonFields, Count, Elsewhere, Facets, ListPage, ListQuery, OpenFacet,
    Overview, SavedSearchLine, Written,
};

use super::{Answer, Library, Seen};

/// How much there is.
#[tauri::command]
pub async fn overview(library: Library<'_>) -> Answer<Overview> {
    library.count(muragat_archive::Archive::overview).await
}

/// A page of the article list.
#[tauri::command]
pub async fn list_articles(library: Library<'_>, query: ListQuery) -> Answer<ListPage> {
    library.show(move |archive| archive.lines(&query)).await
}

/// How many articles stand before one in the list.
#[tauri::command]
pub async fn list_position(
    library: Library<'_>,
    query: ListQuery,
    id: String,
) -> Answer<Option<u64>> {
    library
        .show(move |archive| archive.position(&query, &id))
        .await
}

/// UUIDs of all articles that the list shows, of all its pages.
#[tauri::command]
pub async fn article_ids(library: Library<'_>, query: ListQuery) -> Answer<Vec<String>> {
    library.ask(move |archive| archive.ids_found(&query)).await
}

/// References of several articles.
#[tauri::command]
pub async fn references(library: Library<'_>, ids: Vec<String>) -> Answer<Vec<String>> {
    library.ask(move |archive| archive.references(&ids)).await
}

/// What several articles have in common.
#[tauri::command]
pub async fn common_fields(library: Library<'_>, ids: Vec<String>) -> Answer<CommonFields> {
    library
        .count(move |archive| archive.common_fields(&ids))
        .await
}

/// How what the list shows spreads.
#[tauri::command]
pub async fn facets(library: Library<'_>, query: ListQuery) -> Answer<Facets> {
    library.count(move |archive| archive.facets(&query)).await
}

/// The values of a facet that have some words.
#[tauri::command]
pub async fn facet_values(
    library: Library<'_>,
    query: ListQuery,
    facet: OpenFacet,
    words: String,
) -> Answer<Vec<Count>> {
    library
        .count(move |archive| archive.facet_values(&query, facet, &words))
        .await
}

/// The parts of articles that match.
#[tauri::command]
pub async fn snippets(
    library: Library<'_>,
    text: String,
    ids: Vec<String>,
) -> Answer<Vec<ArticleSnippet>> {
    library
        .ask(move |archive| archive.snippets(&text, &ids))
        .await
}

/// Where a version's body matches.
#[tauri::command]
pub async fn matches(
    library: Library<'_>,
    version: String,
    text: String,
) -> Answer<Vec<(usize, usize)>> {
    library
        .ask(move |archive| archive.matches(&version, &text))
        .await
}

/// Where a text on the screen has what is looked for in it.
#[tauri::command]
pub async fn places_in_text(text: String, sought: String) -> Answer<Vec<(usize, usize)>> {
    Ok(muragat_archive::places_in_text(&text, &sought))
}

/// What else a search finds.
#[tauri::command]
pub async fn elsewhere(library: Library<'_>, text: String, limit: u32) -> Answer<Elsewhere> {
    library
        .ask(move |archive| archive.elsewhere(&text, limit))
        .await
}

/// The searches with a name.
#[tauri::command]
pub async fn saved_searches(library: Library<'_>) -> Answer<Vec<SavedSearchLine>> {
    library.ask(muragat_archive::Archive::saved_searches).await
}

/// Keeps a search under a name.
#[tauri::command]
pub async fn save_search(
    library: Library<'_>,
    name: String,
    query: ListQuery,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.save_search(&name, &query))
        .await
}

/// Gives a saved search another name.
#[tauri::command]
pub async fn rename_search(
    library: Library<'_>,
    id: String,
    name: String,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.rename_search(&id, &name))
        .await
}

/// Takes a saved search away.
#[tauri::command]
pub async fn delete_search(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_search(&id))
        .await
}

/// Values that a field had before.
#[tauri::command]
pub async fn vocabulary(library: Library<'_>, field: String, start: String) -> Answer<Vec<String>> {
    library
        .ask(move |archive| archive.vocabulary(&field, &start))
        .await
}
