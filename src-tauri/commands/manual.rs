//! The manual.

use muragat_manual::{FoundSection, Page};

use super::Answer;
use crate::async_library::aside;

/// The whole manual in a language.
#[tauri::command]
pub async fn manual(language: String) -> Answer<Vec<Page>> {
    aside(move || Ok(muragat_manual::pages(&language).to_vec())).await
}

/// The sections of the manual that have the words, the likeliest first.
#[tauri::command]
pub async fn find_in_manual(language: String, words: String) -> Answer<Vec<FoundSection>> {
    aside(move || Ok(muragat_manual::find_in_manual(&language, &words))).await
}
