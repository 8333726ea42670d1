//! What actions and the window's controls are called: of docs/actions.md, which the window's tests hold to the
//! registry, and of assets/locales.

use std::collections::HashMap;

use fluent_bundle::{FluentBundle, FluentResource};

macro_rules! locale {
    ($language:literal: $($file:literal),+) => {
        [$(include_str!(concat!("../../../assets/locales/", $language, "/", $file, ".ftl"))),+]
    };
}

macro_rules! window {
    ($language:literal) => {
        locale!($language: "batch", "catalogue", "controls", "dates", "document", "exchange", "frame", "history", "manual",
            "palette", "paper", "parties", "photos", "settings", "tagging", "transfers", "window")
    };
}

/// An action as the manual names it.
struct NamedAction {
    title: String,
    keys: String,
}

/// The names of one language.
pub struct Named {
    actions: HashMap<&'static str, NamedAction>,
    messages: FluentBundle<FluentResource>,
}

impl Named {
    /// The names in a language; in Kazakh where it is none of the window's.
    #[must_use]
    pub fn new(language: &str) -> Named {
        let (column, texts) = match language {
            "en" => (1, window!("en")),
            "ru" => (3, window!("ru")),
            _ => (2, window!("kk")),
        };
        let mut messages = FluentBundle::default();
        messages.set_use_isolating(false);
        for text in texts {
            // What cannot be parsed is left out of a resource, and the words that are missing are a test's to tell.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
            messages.add_resource_overriding(resource);
        }
        let actions = include_str!("../../../docs/actions.md")
            .lines()
            .filter_map(|line| {
                let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
                let id = cells.first()?.strip_prefix('`')?.strip_suffix('`')?;
                let title = (*cells.get(column)?).to_owned();
                let keys = cells.get(4).copied().unwrap_or_default();
                // Only the first chord: a key that a number pad has as well is one key to who reads.
                let keys = keys.split(", ").next().unwrap_or_default().to_owned();
                Some((id, NamedAction { title, keys }))
            })
            .collect();
        Named { actions, messages }
    }

    /// What an action is called, without the mark of a dialog behind it, and its first key; `None` where there is no
    /// such action.
    #[must_use]
    pub fn action(&self, id: &str) -> Option<(String, String)> {
        let NamedAction { title, keys } = self.actions.get(id)?;
        Some((title.trim_end_matches('…').to_owned(), keys.clone()))
    }

    /// What a message without values says; `None` where there is none, or it wants values.
    #[must_use]
    pub fn control(&self, id: &str) -> Option<String> {
        let pattern = self.messages.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.messages.format_pattern(pattern, None, &mut errors);
        errors
            .is_empty()
            .then(|| text.trim_end_matches('…').to_owned())
    }
}
