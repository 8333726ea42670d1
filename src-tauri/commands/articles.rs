//! Articles and their versions.

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::Relation;
use muragat_archive::{
    ArticleEdit, DiffRow, NewArticle, NewVersion, VersionFields, VersionOrder, Written,
};

use super::{Answer, Library, Seen};

/// One article whole.
#[tauri::command]
pub async fn article(library: Library<'_>, id: String) -> Answer<ArticleRecord> {
    library.show(move |archive| archive.article(&id)).await
}

/// Starts an article. Gives its UUID.
#[tauri::command]
pub async fn new_article(library: Library<'_>, article: NewArticle) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.new_article(&article))
        .await
}

/// Sets fields of an article.
#[tauri::command]
pub async fn edit_article(
    library: Library<'_>,
    id: String,
    fields: ArticleEdit,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_article(&id, &fields))
        .await
}

/// Lays several articles into one unit, or into the in-tray.
#[tauri::command]
pub async fn move_articles(
    library: Library<'_>,
    ids: Vec<String>,
    unit: Option<String>,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.move_articles(&ids, unit.as_deref()))
        .await
}

/// Takes a draft out of the catalogue.
#[tauri::command]
pub async fn delete_article(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_article(&id))
        .await
}

/// Registers an article.
#[tauri::command]
pub async fn register(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library.write(move |archive| archive.register(&id)).await
}

/// Sets fields of a draft's text.
#[tauri::command]
pub async fn edit_version(
    library: Library<'_>,
    version: String,
    fields: VersionFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.set_version(&version, &fields))
        .await
}

/// Puts a text that was pasted into a draft's empty one.
#[tauri::command]
pub async fn fill_version(
    library: Library<'_>,
    version: String,
    text: String,
    again: bool,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| {
            archive.fill_version(&version, &text, again)
        })
        .await
}

/// Adds a version to an article. Gives its UUID.
#[tauri::command]
pub async fn add_version(library: Library<'_>, version: NewVersion) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.new_version(&version))
        .await
}

/// Makes a draft's texts versions of another article's. Gives the UUID of the first of them.
#[tauri::command]
pub async fn join_articles(
    library: Library<'_>,
    draft: String,
    of: String,
    relation: Relation,
    order: VersionOrder,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.join_articles(&draft, &of, relation, order))
        .await
}

/// Takes a draft version out again.
#[tauri::command]
pub async fn delete_version(library: Library<'_>, version: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_version(&version))
        .await
}

/// Two versions side by side.
#[tauri::command]
pub async fn compare(library: Library<'_>, left: String, right: String) -> Answer<Vec<DiffRow>> {
    library
        .ask(move |archive| archive.compare(&left, &right))
        .await
}
