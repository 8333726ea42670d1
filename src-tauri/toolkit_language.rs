//! The words of GTK's own dialogs, for files and printing, in the window's language.
//!
//! GTK takes its language from the environment, once, before it draws anything. A program cannot safely change its own
//! environment, so where that says another language than the window's, the program is started again in its own place
//! with the right one. Another language chosen in the window reaches these dialogs at the next start.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Set in the program that was started again: it never is a second time.
const DONE: &str = "MURAGAT_TOOLKIT_LANGUAGE";

/// Starts the program again in the language, where the environment has another. Comes back where nothing is to be done,
/// or it cannot be: then the dialogs speak as the system does.
pub fn speak(language: Option<&str>) {
    let Some(language) = language.filter(|language| matches!(*language, "kk" | "ru" | "en")) else {
        return;
    };
    let first = |name: &str| env::var(name).unwrap_or_default();
    if env::var_os(DONE).is_some() || first("LANGUAGE").split(':').next() == Some(language) {
        return;
    }
    let Ok(program) = env::current_exe() else {
        return;
    };
    let failed = Command::new(program)
        .args(env::args_os().skip(1))
        .env("LANGUAGE", preferences(language))
        .env(DONE, language)
        .exec();
    eprintln!("muragat-desktop: not started in {language}: {failed}");
}

/// The languages in the order in which words are looked for. English words are in GTK itself.
fn preferences(language: &str) -> &'static str {
    match language {
        "kk" => "kk:ru:en",
        "ru" => "ru:en",
        _ => "en",
    }
}
