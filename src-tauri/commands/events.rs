//! Events: listed, shown, edited, reported by articles.

use muragat_archive::{EventFields, EventPage, EventPageRecord, Written};

use super::{Answer, Library, Seen};

/// A page of the list.
#[tauri::command]
pub async fn events(
    library: Library<'_>,
    text: Option<String>,
    offset: u64,
    limit: u32,
) -> Answer<EventPage> {
    library
        .ask(move |archive| archive.events(text.as_deref(), offset, limit))
        .await
}

/// All that an event's page shows.
#[tauri::command]
pub async fn event(library: Library<'_>, id: String) -> Answer<EventPageRecord> {
    library.ask(move |archive| archive.event(&id)).await
}

/// A new event, and the article that reports it.
#[tauri::command]
pub async fn add_event(
    library: Library<'_>,
    fields: EventFields,
    article: Option<String>,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.add_event(&fields, article.as_deref()))
        .await
}

/// Fields of an event.
#[tauri::command]
pub async fn edit_event(
    library: Library<'_>,
    id: String,
    fields: EventFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_event(&id, &fields))
        .await
}

/// Takes an event away.
#[tauri::command]
pub async fn delete_event(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_event(&id))
        .await
}

/// Says that an article reports an event.
#[tauri::command]
pub async fn link_event(
    library: Library<'_>,
    article: String,
    event: String,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.link_event(&article, &event))
        .await
}

/// Says that it does not.
#[tauri::command]
pub async fn unlink_event(
    library: Library<'_>,
    article: String,
    event: String,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.unlink_event(&article, &event))
        .await
}
