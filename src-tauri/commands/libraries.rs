//! Which library is open, who works in it, what the window keeps.

use std::path::Path;
use std::sync::Arc;

use muragat_archive::{Archive, Error, Written};
use serde_json::Value;
use tauri::State;

use super::{Answer, Library, Seen};
use crate::async_library::aside;
use muragat_shell::wire::{LibraryInfo, Problem, Startup, wire_paths};
use muragat_shell::{Settings, Start, library_info};

type OnFile<'a> = State<'a, Arc<Settings>>;

/// What to open with: the library, or why there is none. That there is none is an answer, not a failure.
#[tauri::command]
pub async fn startup(
    library: Library<'_>,
    settings: OnFile<'_>,
    start: State<'_, Arc<Start>>,
) -> Answer<Startup> {
    let opened = library
        .ask(|archive| Ok((library_info(archive)?, archive.changed_elsewhere()?)))
        .await;
    let (settings, start) = (Arc::clone(&settings), Arc::clone(&start));
    aside(move || {
        let (library, undo, redo, problem) = match opened {
            Ok((library, now)) => (Some(library), now.undo, now.redo, None),
            Err(problem) => (None, None, None, Some(problem)),
        };
        if let Some(library) = &library {
            settings.opened(Path::new(&library.path), library.own_name.as_deref())?;
        }
        let kept = settings.read();
        let shown = |path: &Path| path.display().to_string();
        Ok(Startup {
            library,
            problem,
            language: start.language.clone(),
            actor: start.actor.clone().or(kept.actor),
            recent: settings.recent(),
            default_path: muragat_archive::default_library()
                .as_deref()
                .map(shown)
                .unwrap_or_default(),
            settings: kept.window,
            settings_mended: settings.take_mended().as_deref().map(shown),
            given: wire_paths(start.given.clone()),
            broke_off: muragat_diagnostics::has_traces(),
            undo,
            redo,
        })
    })
    .await
}

/// Says who works here: history's actor.
#[tauri::command]
pub async fn set_actor(library: Library<'_>, settings: OnFile<'_>, name: String) -> Answer<()> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Error::NameEmpty.into());
    }
    let (library, settings) = (library.open_library(), Arc::clone(&settings));
    aside(move || {
        settings.change(|kept| kept.actor = Some(name.clone()))?;
        library.set_actor(&name);
        Ok(())
    })
    .await
}

/// Keeps the window's settings. The window sends one after the other, so that the latest stays.
#[tauri::command]
pub async fn keep_settings(file: OnFile<'_>, settings: Value) -> Answer<()> {
    let file = Arc::clone(&file);
    aside(move || Ok(file.change(|kept| kept.window = settings)?)).await
}

/// The library in a few words; its name, which may be new, is noted among those that were open.
#[tauri::command]
pub async fn library_info_now(library: Library<'_>, settings: OnFile<'_>) -> Answer<LibraryInfo> {
    let info = library.ask(library_info).await?;
    let settings = Arc::clone(&settings);
    aside(move || {
        settings.named(&info.path, info.own_name.as_deref())?;
        Ok(info)
    })
    .await
}

/// Gives the library a name; an empty one: as its folder is called.
#[tauri::command]
pub async fn rename_library(library: Library<'_>, name: String, seen: Seen) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.rename_library(&name))
        .await
}

/// Opens another library. Where that fails, the one before stays open.
#[tauri::command]
pub async fn open_library(
    library: Library<'_>,
    settings: OnFile<'_>,
    path: String,
) -> Answer<LibraryInfo> {
    switch(library, settings, move |who| {
        Archive::open(Path::new(&path), who)
    })
    .await
}

/// Makes a new library and opens it; its folder ends in `.muragat`.
#[tauri::command]
pub async fn create_library(
    library: Library<'_>,
    settings: OnFile<'_>,
    path: String,
) -> Answer<LibraryInfo> {
    let path = match path.ends_with(".muragat") {
        true => path,
        false => format!("{}.muragat", path.trim_end_matches(['/', '\\'])),
    };
    switch(library, settings, move |who| {
        Archive::create(Path::new(&path), who)
    })
    .await
}

/// Opens the sample library beside the default one; makes it, where it is not there.
#[tauri::command]
pub async fn sample_library(library: Library<'_>, settings: OnFile<'_>) -> Answer<LibraryInfo> {
    switch(library, settings, |who| {
        let path = muragat_archive::default_library()
            .unwrap_or_default()
            .with_file_name("sample.muragat");
        match path.is_dir() {
            true => Archive::open(&path, who),
            false => muragat_sample::make(&path, who),
        }
    })
    .await
}

/// Takes a library off the list of recent ones; the library itself stays as it is.
#[tauri::command]
pub async fn forget_library(settings: OnFile<'_>, path: String) -> Answer<()> {
    let settings = Arc::clone(&settings);
    aside(move || Ok(settings.forget(&path)?)).await
}

/// Goes over to another library, and notes it among those that were open.
async fn switch(
    library: Library<'_>,
    settings: OnFile<'_>,
    open: impl FnOnce(muragat_archive::Identity) -> Result<Archive, Error> + Send + 'static,
) -> Result<LibraryInfo, Problem> {
    let (library, settings) = (library.open_library(), Arc::clone(&settings));
    aside(move || {
        let info = library.switch(open)?;
        settings.opened(Path::new(&info.path), info.own_name.as_deref())?;
        Ok(info)
    })
    .await
}
