//! Transfers: begun, edited, sent, returned, accepted; what is kept with them. The export is a job.

use std::path::PathBuf;

use muragat_archive::record::terms::TransferFileKind;
use muragat_archive::{
    TransferFields, TransferLeftOut, TransferPreview, TransferRecord, TransferScope, Written,
};

use super::{Answer, Library, Seen};

/// Every transfer, the newest first.
#[tauri::command]
pub async fn transfers(library: Library<'_>) -> Answer<Vec<TransferRecord>> {
    library.ask(muragat_archive::Archive::transfers).await
}

/// What a transfer of a scope would hold.
#[tauri::command]
pub async fn preview_transfer(
    library: Library<'_>,
    scope: TransferScope,
) -> Answer<TransferPreview> {
    library
        .ask(move |archive| archive.preview_transfer(&scope))
        .await
}

/// The articles of a scope that access rules keep in.
#[tauri::command]
pub async fn closed_articles(
    library: Library<'_>,
    scope: TransferScope,
) -> Answer<Vec<TransferLeftOut>> {
    library
        .ask(move |archive| archive.closed_articles(&scope))
        .await
}

/// Begins a transfer.
#[tauri::command]
pub async fn begin_transfer(
    library: Library<'_>,
    scope: TransferScope,
    fields: TransferFields,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.begin_transfer(&scope, &fields))
        .await
}

/// Fields of a transfer.
#[tauri::command]
pub async fn edit_transfer(
    library: Library<'_>,
    id: String,
    fields: TransferFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_transfer(&id, &fields))
        .await
}

/// Takes out of the list what was closed since the transfer began.
#[tauri::command]
pub async fn take_out_closed(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| {
            let entries = archive.transfer_entries(&id)?;
            let closed = entries.into_iter().filter(|entry| entry.closed);
            let closed: Vec<String> = closed.map(|entry| entry.id).collect();
            archive.take_out_of_transfer(&id, &closed)
        })
        .await
}

/// It went to the archive.
#[tauri::command]
pub async fn send_transfer(
    library: Library<'_>,
    id: String,
    on: Option<String>,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.send_transfer(&id, on.as_deref()))
        .await
}

/// It came back.
#[tauri::command]
pub async fn return_transfer(
    library: Library<'_>,
    id: String,
    reason: String,
    on: Option<String>,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.return_transfer(&id, &reason, on.as_deref()))
        .await
}

/// The archive accepted it.
#[tauri::command]
pub async fn accept_transfer(
    library: Library<'_>,
    id: String,
    on: Option<String>,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.accept_transfer(&id, on.as_deref()))
        .await
}

/// Takes away one that never left.
#[tauri::command]
pub async fn delete_transfer(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_transfer(&id))
        .await
}

/// Keeps files with a transfer.
#[tauri::command]
pub async fn keep_with_transfer(
    library: Library<'_>,
    id: String,
    kind: TransferFileKind,
    paths: Vec<PathBuf>,
) -> Answer<Written<Vec<String>>> {
    library
        .write(move |archive| archive.keep_with_transfer(&id, kind, &paths))
        .await
}

/// Takes a file away from a transfer.
#[tauri::command]
pub async fn remove_transfer_file(library: Library<'_>, file: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_transfer_file(&file))
        .await
}
