//! The window's program: puts a window before crates/shell.
//!
//! `muragat-desktop [PATH…]` opens a library, a bundle or files; without a library among them the one of
//! $MURAGAT_LIBRARY, else the one that was open last, else the default one. $MURAGAT_LANGUAGE (kk, ru,
//! en) is the language of the window, $MURAGAT_ACTOR who works there.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod async_library;
mod clipboard;
mod commands;
mod dialogs;
mod events;
mod long_work;
mod photo_scheme;
mod shown_originals;
#[cfg(target_os = "linux")]
mod toolkit_language;

use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use muragat_archive::{Archive, ListQuery};
use muragat_shell::{FolderWatch, Jobs, OpenLibrary, Settings, Start};
use tauri::{Manager, RunEvent, WebviewWindowBuilder, WindowEvent};

use crate::async_library::AsyncLibrary;
use crate::long_work::LongWork;

/// How long the end of the program waits for jobs to clear away what they half made.
const PATIENCE: Duration = Duration::from_secs(5);

/// Puts up the window that the configuration describes. Its menu "Paste" may read the clipboard, as the key does. It
/// is told its language, so that it need not ask before it draws its first words.
fn open_window(app: &tauri::App, language: Option<&str>) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        let mut window = WebviewWindowBuilder::from_config(app.handle(), window)?;
        if let Some(language) = language {
            let word = serde_json::Value::from(language);
            window = window.initialization_script(format!("window.firstLanguage = {word};"));
        }
        window.enable_clipboard_access().build()?;
    }
    Ok(())
}

/// Opens the library while the web view starts, which takes longer, and looks at what the window will ask for first.
/// Whatever hinders that is told to the window, when it asks.
fn open_ahead(library: &Arc<OpenLibrary>) {
    let library = Arc::clone(library);
    thread::spawn(move || {
        // One after the other: the first may have to bring an older library up to date.
        let opened = library.ask(muragat_shell::library_info);
        let shown = opened.and_then(|_| library.show(|archive| archive.lines(&first_page())));
        let _told_when_asked = shown.and_then(|_| library.count(Archive::overview));
    });
}

/// What a list shows first, as a rule.
fn first_page() -> ListQuery {
    ListQuery {
        limit: 100,
        ..ListQuery::default()
    }
}

fn main() -> ExitCode {
    let settings = Arc::new(Settings::of_user());
    let kept = settings.read();
    let start = Start::of_process(&kept);
    let language = start.language.clone();
    let language = language.or(kept.language().map(str::to_owned));
    #[cfg(target_os = "linux")]
    toolkit_language::speak(language.as_deref());
    let actor = start.actor.clone().or(kept.actor);
    let library = Arc::new(OpenLibrary::new(start.library.clone(), actor));
    open_ahead(&library);
    let jobs = Arc::new(Jobs::default());
    let begun = Arc::clone(&jobs);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(photo_scheme::Drawers::start(&library))
        .manage(AsyncLibrary::new(&library))
        .manage(Arc::clone(&settings))
        .manage(Arc::new(start))
        .manage(clipboard::Clipboard::default())
        .manage(shown_originals::ShownOriginals::default())
        .setup(move |app| {
            app.manage(LongWork::new(app.handle(), &library, &begun));
            let teller = events::watched_teller(app.handle());
            app.manage(FolderWatch::start(Arc::clone(&library), settings, teller));
            open_window(app, language.as_deref())?;
            let told = app.handle().clone();
            let teller = move || events::job_teller(&told);
            muragat_shell::keep_backups(Arc::clone(&library), begun, teller);
            events::start_watching(app.handle().clone(), library);
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::Focused(true) => {
                if let Some(watch) = window.try_state::<Arc<FolderWatch>>() {
                    watch.look_soon();
                }
            }
            WindowEvent::DragDrop(event) => events::tell_files(window.app_handle(), event),
            _ => {}
        })
        .register_asynchronous_uri_scheme_protocol(
            photo_scheme::SCHEME,
            |context, request, responder| {
                photo_scheme::answer(context.app_handle(), &request, responder);
            },
        )
        .invoke_handler(tauri::generate_handler![
            commands::libraries::startup,
            commands::libraries::set_actor,
            commands::libraries::keep_settings,
            commands::libraries::library_info_now,
            commands::libraries::rename_library,
            commands::libraries::open_library,
            commands::libraries::create_library,
            commands::libraries::sample_library,
            commands::libraries::forget_library,
            commands::paths::pick,
            commands::paths::sort_paths,
            commands::paths::page_reading,
            commands::watched::watched_now,
            commands::watched::watch_folder,
            commands::watched::offered_files,
            commands::watched::turn_down,
            commands::watched::offer_again,
            commands::paths::reveal,
            commands::paths::clipboard_files,
            commands::paths::show_original,
            commands::jobs::take_in,
            commands::jobs::retake,
            commands::jobs::attach_photos,
            commands::jobs::export_bundle,
            commands::jobs::export_transfer,
            commands::jobs::write_copies,
            commands::jobs::verify_bundle,
            commands::jobs::plan_import,
            commands::jobs::import_bundle,
            commands::jobs::rehearse_batch,
            commands::jobs::run_batch,
            commands::jobs::check_library,
            commands::jobs::doubles,
            commands::jobs::make_entries,
            commands::jobs::back_up,
            commands::jobs::restore_backup,
            commands::backups::backup_standing,
            commands::backups::plan_backups,
            commands::backups::found_backups,
            commands::backups::back_up_before_closing,
            commands::backups::back_up_by_plan,
            commands::backups::look_inside,
            commands::backups::restore_here,
            commands::backups::bring_back,
            commands::jobs::write_list,
            commands::jobs::print_list,
            commands::jobs::print_articles,
            commands::jobs::cancel_job,
            commands::articles::article,
            commands::articles::new_article,
            commands::articles::edit_article,
            commands::articles::move_articles,
            commands::articles::delete_article,
            commands::articles::register,
            commands::articles::edit_version,
            commands::articles::fill_version,
            commands::articles::add_version,
            commands::articles::join_articles,
            commands::articles::delete_version,
            commands::articles::compare,
            commands::parties::load_officials,
            commands::tagging::suggestions,
            commands::tagging::accept_suggestions,
            commands::tagging::reject_suggestion,
            commands::tagging::refused_names,
            commands::tagging::suggest_again,
            commands::tagging::propose_tag,
            commands::tagging::candidates,
            commands::tagging::tag_named,
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
            commands::finding::list_position,
            commands::finding::article_ids,
            commands::finding::common_fields,
            commands::finding::references,
            commands::finding::facets,
            commands::finding::snippets,
            commands::finding::matches,
            commands::finding::places_in_text,
            commands::finding::facet_values,
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
            commands::parties::party_row,
            commands::parties::doubles_of_one_name,
            commands::parties::tell_apart,
            commands::parties::delete_parties,
            commands::events::events,
            commands::events::event,
            commands::events::add_event,
            commands::events::edit_event,
            commands::events::delete_event,
            commands::events::link_event,
            commands::events::unlink_event,
            commands::photos::photos,
            commands::photos::photo_lines,
            commands::photos::edit_photos,
            commands::photos::photo_checks,
            commands::photos::turn_photos,
            commands::photos::shifted_times,
            commands::photos::shift_photo_times,
            commands::photos::printed_credits,
            commands::photos::credit_photos,
            commands::photos::name_copy,
            commands::photos::photo_statements,
            commands::photos::take_photo_statements,
            commands::photos::order_photos,
            commands::photos::move_photos,
            commands::photos::remove_photos,
            commands::photos::caption_codes,
            commands::photos::near_photo_pairs,
            commands::photos::see_photos,
            commands::photos::relate_photos,
            commands::photos::photo_templates,
            commands::photos::save_photo_template,
            commands::photos::delete_photo_template,
            commands::photos::describe_photos,
            commands::photos::show_in_photos,
            commands::photos::take_from_photos,
            commands::photos::add_region,
            commands::photos::move_region,
            commands::photos::remove_region,
            commands::transfers::transfers,
            commands::transfers::preview_transfer,
            commands::transfers::begin_transfer,
            commands::transfers::edit_transfer,
            commands::transfers::take_out_closed,
            commands::transfers::send_transfer,
            commands::transfers::return_transfer,
            commands::transfers::accept_transfer,
            commands::transfers::delete_transfer,
            commands::transfers::keep_with_transfer,
            commands::transfers::remove_transfer_file,
            commands::history::history,
            commands::history::history_choices,
            commands::dates::read_date,
            commands::history::restore_change,
            commands::history::undo,
            commands::history::undo_op,
            commands::history::redo,
        ])
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(move |_, event| {
                if matches!(event, RunEvent::Exit) {
                    jobs.stop_all(PATIENCE);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("muragat-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}
