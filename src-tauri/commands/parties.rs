//! Persons and organisations: listed, shown, edited, merged, split.

use std::path::PathBuf;

use muragat_archive::record::terms::PartyKind;
use muragat_archive::{
    Double, NameFields, Officials, PartiesDeleted, PartyFields, PartyPage, PartyPageRecord,
    PartyQuery, PostFields, QuotePage, Written,
};

use super::{Answer, Library, Seen};

/// A page of the list.
#[tauri::command]
pub async fn parties(library: Library<'_>, query: PartyQuery) -> Answer<PartyPage> {
    library.ask(move |archive| archive.parties(&query)).await
}

/// At which row of the list some letters stand.
#[tauri::command]
pub async fn party_row(library: Library<'_>, query: PartyQuery, letters: String) -> Answer<u64> {
    library
        .ask(move |archive| archive.party_row(&query, &letters))
        .await
}

/// Pairs that have a name in common: the first of those that may be one.
#[tauri::command]
pub async fn doubles_of_one_name(library: Library<'_>, kind: PartyKind) -> Answer<Vec<Double>> {
    library
        .count(move |archive| archive.doubles_of_one_name(kind))
        .await
}

/// Remembers that two parties are two.
#[tauri::command]
pub async fn tell_apart(library: Library<'_>, one: String, other: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.tell_apart(&one, &other))
        .await
}

/// All that a party's page shows.
#[tauri::command]
pub async fn party(library: Library<'_>, id: String) -> Answer<PartyPageRecord> {
    library.ask(move |archive| archive.party(&id)).await
}

/// What a party said.
#[tauri::command]
pub async fn party_quotes(
    library: Library<'_>,
    party: String,
    offset: u64,
    limit: u32,
) -> Answer<QuotePage> {
    library
        .ask(move |archive| archive.party_quotes(&party, offset, limit))
        .await
}

/// Loads a list of officials.
#[tauri::command]
pub async fn load_officials(library: Library<'_>, path: PathBuf) -> Answer<Written<Officials>> {
    library
        .write(move |archive| archive.load_officials(&path))
        .await
}

/// A new party.
#[tauri::command]
pub async fn add_party(
    library: Library<'_>,
    kind: PartyKind,
    name: String,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.add_party(kind, &name))
        .await
}

/// Fields of a party's record.
#[tauri::command]
pub async fn edit_party(
    library: Library<'_>,
    id: String,
    fields: PartyFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_party(&id, &fields))
        .await
}

/// Takes away a party that nothing refers to.
#[tauri::command]
pub async fn delete_party(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_party(&id))
        .await
}

/// Takes away several parties, those that nothing refers to.
#[tauri::command]
pub async fn delete_parties(
    library: Library<'_>,
    ids: Vec<String>,
) -> Answer<Written<PartiesDeleted>> {
    library
        .write(move |archive| archive.delete_parties(&ids))
        .await
}

/// A new form of a name.
#[tauri::command]
pub async fn add_party_name(
    library: Library<'_>,
    party: String,
    name: NameFields,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.add_party_name(&party, &name))
        .await
}

/// Sets a form of a name.
#[tauri::command]
pub async fn edit_party_name(
    library: Library<'_>,
    id: String,
    name: NameFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_party_name(&id, &name))
        .await
}

/// Takes a form of a name away.
#[tauri::command]
pub async fn remove_party_name(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_party_name(&id))
        .await
}

/// A new post of a person.
#[tauri::command]
pub async fn add_post(
    library: Library<'_>,
    person: String,
    post: PostFields,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.add_post(&person, &post))
        .await
}

/// Sets a post.
#[tauri::command]
pub async fn edit_post(
    library: Library<'_>,
    id: String,
    post: PostFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_post(&id, &post))
        .await
}

/// Takes a post away.
#[tauri::command]
pub async fn remove_post(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library.write(move |archive| archive.remove_post(&id)).await
}

/// Makes two parties one.
#[tauri::command]
pub async fn merge_parties(
    library: Library<'_>,
    into: String,
    from: String,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.merge_parties(&into, &from))
        .await
}

/// Makes one party two.
#[tauri::command]
pub async fn split_party(
    library: Library<'_>,
    party: String,
    name: String,
    articles: Vec<String>,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.split_party(&party, &name, &articles))
        .await
}
