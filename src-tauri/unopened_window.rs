//! What a person reads where no window can be put up, in the window's language: what is missing and what to do.
//!
//! On Windows the web view is a part of the system that a computer may lack. There a dialog of the system says so, as
//! a program without a console has nothing else to say it in; elsewhere it goes to the standard error.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// Says that the web view is missing, where it is. True where the window need not be tried.
pub fn tell_missing_web_view(language: Option<&str>) -> bool {
    let missing = cfg!(windows) && tauri::webview_version().is_err();
    if missing {
        tell(language, "webview-missing", "");
    }
    missing
}

/// Says that the window could not be put up, and why.
pub fn tell_failure(language: Option<&str>, reason: &dyn std::fmt::Display) {
    tell(language, "webview-failed", &reason.to_string());
}

fn tell(language: Option<&str>, message: &str, reason: &str) {
    let words = words_of(language);
    let title = say(&words, &format!("{message}-title"), reason);
    show(&title, &say(&words, message, reason));
}

#[cfg(windows)]
fn show(title: &str, text: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title(title)
        .set_description(text)
        .show();
}

#[cfg(not(windows))]
fn show(title: &str, text: &str) {
    eprintln!("{title}\n\n{text}");
}

/// The words of a language; of Kazakh where nobody said which.
fn words_of(language: Option<&str>) -> FluentBundle<FluentResource> {
    let (code, text) = match language {
        Some("ru") => ("ru", include_str!("../assets/locales/ru/windows.ftl")),
        Some("en") => ("en", include_str!("../assets/locales/en/windows.ftl")),
        _ => ("kk", include_str!("../assets/locales/kk/windows.ftl")),
    };
    let locale: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![locale]);
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

fn say(words: &FluentBundle<FluentResource>, id: &str, reason: &str) -> String {
    let mut values = FluentArgs::new();
    values.set("reason", reason);
    let pattern = words.get_message(id).and_then(|message| message.value());
    pattern.map_or_else(
        || id.to_owned(),
        |pattern| {
            words
                .format_pattern(pattern, Some(&values), &mut Vec::new())
                .into_owned()
        },
    )
}
