//! The tree of units.

use muragat_archive::record::UnitRecord;
use muragat_archive::{UnitFields, UnitLine, Written};

use super::{Answer, Library, Seen};

/// The tree, parents before children.
#[tauri::command]
pub async fn units(library: Library<'_>) -> Answer<Vec<UnitLine>> {
    library.ask(muragat_archive::Archive::units).await
}

/// One unit with all its fields.
#[tauri::command]
pub async fn unit(library: Library<'_>, id: String) -> Answer<UnitRecord> {
    library.ask(move |archive| archive.unit(&id)).await
}

/// Adds a unit below another, or a fonds, with all that is said of it. Gives its UUID.
#[tauri::command]
pub async fn add_unit(
    library: Library<'_>,
    parent: Option<String>,
    fields: UnitFields,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.add_described_unit(parent.as_deref(), &fields))
        .await
}

/// Sets fields of a unit.
#[tauri::command]
pub async fn edit_unit(
    library: Library<'_>,
    id: String,
    fields: UnitFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_unit(&id, &fields))
        .await
}

/// Takes an empty unit out of the tree.
#[tauri::command]
pub async fn delete_unit(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library.write(move |archive| archive.delete_unit(&id)).await
}
