//! Which library is open.

use super::{Answer, OnDesk};
use crate::wire::Startup;

/// What to open with: the library, or why there is none.
#[tauri::command]
pub async fn startup(desk: OnDesk<'_>) -> Answer<Startup> {
    Ok(desk.startup().await)
}
