//! Dates while they are typed.

use muragat_archive::DateReading;

/// What a typed date says.
#[tauri::command]
pub fn read_date(text: &str) -> DateReading {
    DateReading::of(text)
}
