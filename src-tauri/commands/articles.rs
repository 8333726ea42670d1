//! Articles, their versions and units.

use muragat_archive::UnitLine;
use muragat_archive::record::ArticleRecord;

use super::{Answer, OnDesk};

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
