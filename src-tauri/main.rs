//! The window's program: a thin shell between the web UI and the archive.
//!
//! `muragat-desktop [LIBRARY]` opens a library; else $MURAGAT_LIBRARY, else the default one.
//! $MURAGAT_LANGUAGE (kk, ru, en) is the language of the window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desk;
mod photos;
mod wire;

use std::process::ExitCode;
use std::sync::Arc;

use crate::desk::Desk;

fn main() -> ExitCode {
    let run = tauri::Builder::default()
        .manage(Arc::new(Desk::from_environment()))
        .register_asynchronous_uri_scheme_protocol(photos::SCHEME, |context, request, responder| {
            photos::answer(context.app_handle(), &request, responder);
        })
        .invoke_handler(tauri::generate_handler![
            commands::libraries::startup,
            commands::articles::article,
            commands::articles::new_article,
            commands::articles::edit_article,
            commands::articles::move_articles,
            commands::articles::delete_article,
            commands::articles::register,
            commands::articles::edit_version,
            commands::articles::add_version,
            commands::articles::delete_version,
            commands::tagging::propose_tag,
            commands::tagging::candidates,
            commands::tagging::tag_span,
            commands::tagging::mark_everywhere,
            commands::tagging::edit_participation,
            commands::tagging::set_positions,
            commands::tagging::move_participation,
            commands::tagging::untag,
            commands::tagging::remove_place,
            commands::tagging::remove_mention,
            commands::tagging::move_mention,
            commands::tagging::propose_quote,
            commands::tagging::add_quote,
            commands::tagging::edit_quote,
            commands::tagging::remove_quote,
            commands::units::units,
            commands::units::unit,
            commands::units::add_unit,
            commands::units::edit_unit,
            commands::units::delete_unit,
            commands::finding::overview,
            commands::finding::list_articles,
            commands::finding::facets,
            commands::finding::snippets,
            commands::finding::matches,
            commands::finding::elsewhere,
            commands::finding::saved_searches,
            commands::finding::save_search,
            commands::finding::rename_search,
            commands::finding::delete_search,
            commands::finding::vocabulary,
            commands::parties::parties,
            commands::parties::party,
            commands::parties::party_quotes,
            commands::parties::add_party,
            commands::parties::edit_party,
            commands::parties::delete_party,
            commands::parties::add_party_name,
            commands::parties::edit_party_name,
            commands::parties::remove_party_name,
            commands::parties::add_post,
            commands::parties::edit_post,
            commands::parties::remove_post,
            commands::parties::merge_parties,
            commands::parties::split_party,
            commands::events::events,
            commands::events::event,
            commands::events::add_event,
            commands::events::edit_event,
            commands::events::delete_event,
            commands::events::link_event,
            commands::events::unlink_event,
            commands::photos::photos,
            commands::photos::edit_photos,
            commands::photos::order_photos,
            commands::photos::move_photos,
            commands::photos::remove_photos,
            commands::photos::add_region,
            commands::photos::move_region,
            commands::photos::remove_region,
            commands::history::history,
            commands::history::restore_change,
            commands::history::undo,
            commands::history::undo_op,
            commands::history::redo,
        ])
        .run(tauri::generate_context!());
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("muragat-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}
