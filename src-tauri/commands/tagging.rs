//! Tagging: the picker, the cast, marks and quotes.

use muragat_archive::record::terms::{PartyKind, Speech};
use muragat_archive::{
    Accepted, Candidate, OpenSuggestions, ParticipationFields, QuoteProposal, RefusedName, TagKind,
    TagProposal, TagSpan, TaggedSpan, Tagging, Whom, Written,
};

use super::{Answer, Library, Seen};

/// What the picker opens with for a selection.
#[tauri::command]
pub async fn propose_tag(
    library: Library<'_>,
    version: String,
    start: u64,
    end: u64,
    kind: TagKind,
) -> Answer<TagProposal> {
    library
        .ask(move |archive| archive.propose_tag(&version, start, end, kind))
        .await
}

/// Candidates for a name as typed.
#[tauri::command]
pub async fn candidates(
    library: Library<'_>,
    article: String,
    kind: TagKind,
    name: String,
) -> Answer<Vec<Candidate>> {
    library
        .ask(move |archive| archive.candidates(&article, kind, &name))
        .await
}

/// Tags a person by name.
#[tauri::command]
pub async fn tag_named(library: Library<'_>, article: String, name: String) -> Answer<Written<()>> {
    let tagging = Tagging {
        kind: PartyKind::Person,
        name,
        role: None,
        position: None,
        on_behalf_of: None,
    };
    library
        .write(move |archive| Ok(archive.tag(&article, &tagging)?.map(drop)))
        .await
}

/// Tags a span.
#[tauri::command]
pub async fn tag_span(library: Library<'_>, tag: TagSpan) -> Answer<Written<TaggedSpan>> {
    library.write(move |archive| archive.tag_span(&tag)).await
}

/// Marks every further place that names a party or place. Gives how many.
#[tauri::command]
pub async fn mark_everywhere(
    library: Library<'_>,
    article: String,
    party: String,
) -> Answer<Written<usize>> {
    library
        .write(move |archive| archive.mark_everywhere(&article, &party))
        .await
}

/// Sets roles and on whose behalf.
#[tauri::command]
pub async fn edit_participation(
    library: Library<'_>,
    id: String,
    fields: ParticipationFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| {
            archive.edit_participation(&id, &fields)
        })
        .await
}

/// Sets the positions that a version prints.
#[tauri::command]
pub async fn set_positions(
    library: Library<'_>,
    participation: String,
    version: String,
    positions: Vec<String>,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| {
            archive.set_positions(&participation, &version, &positions)
        })
        .await
}

/// Puts a participation at a place in the cast's order.
#[tauri::command]
pub async fn move_participation(
    library: Library<'_>,
    id: String,
    to: usize,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.move_participation(&id, to))
        .await
}

/// Takes a party out of the article.
#[tauri::command]
pub async fn untag(library: Library<'_>, participation: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.untag(&participation))
        .await
}

/// Takes a place from the article.
#[tauri::command]
pub async fn remove_place(
    library: Library<'_>,
    article: String,
    place: String,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_place(&article, &place))
        .await
}

/// Takes a mark away.
#[tauri::command]
pub async fn remove_mention(library: Library<'_>, mention: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_mention(&mention))
        .await
}

/// Sets a mark anew.
#[tauri::command]
pub async fn move_mention(
    library: Library<'_>,
    mention: String,
    start: u64,
    end: u64,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.move_mention(&mention, start, end))
        .await
}

/// What a selection becomes as a quote.
#[tauri::command]
pub async fn propose_quote(
    library: Library<'_>,
    version: String,
    start: u64,
    end: u64,
) -> Answer<QuoteProposal> {
    library
        .ask(move |archive| archive.propose_quote(&version, start, end))
        .await
}

/// Marks a quote. Gives its UUID.
#[tauri::command]
pub async fn add_quote(
    library: Library<'_>,
    version: String,
    start: u64,
    end: u64,
    speech: Speech,
    speaker: Option<Whom>,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.quote(&version, start, end, speech, speaker.as_ref()))
        .await
}

/// Says how a quote is given and by whom.
#[tauri::command]
pub async fn edit_quote(
    library: Library<'_>,
    id: String,
    speech: Speech,
    speaker: Option<Whom>,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| {
            archive.edit_quote(&id, speech, speaker.as_ref())
        })
        .await
}

/// Takes a quote's mark away.
#[tauri::command]
pub async fn remove_quote(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_quote(&id))
        .await
}

/// What the app reads in a version and nobody has decided on yet.
#[tauri::command]
pub async fn suggestions(library: Library<'_>, version: String) -> Answer<OpenSuggestions> {
    library
        .ask(move |archive| archive.open_suggestions(&version))
        .await
}

/// Accepts suggestions.
#[tauri::command]
pub async fn accept_suggestions(
    library: Library<'_>,
    version: String,
    keys: Vec<String>,
    whom: Option<Whom>,
) -> Answer<Written<Accepted>> {
    library
        .write(move |archive| archive.accept_suggestions(&version, &keys, whom.as_ref()))
        .await
}

/// Turns a suggestion down.
#[tauri::command]
pub async fn reject_suggestion(
    library: Library<'_>,
    version: String,
    key: String,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.reject_suggestion(&version, &key))
        .await
}

/// The names that were turned down, over all documents.
#[tauri::command]
pub async fn refused_names(library: Library<'_>) -> Answer<Vec<RefusedName>> {
    library.ask(muragat_archive::Archive::refused_names).await
}

/// Has a name suggested again that was turned down. Gives in how many documents it was.
#[tauri::command]
pub async fn suggest_again(
    library: Library<'_>,
    kind: String,
    key: String,
) -> Answer<Written<u64>> {
    library
        .write(move |archive| archive.suggest_again(&kind, &key))
        .await
}
