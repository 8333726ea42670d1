//! All that the window can show, and how one comes there: for axe and for pictures.

use std::time::Duration;

use fantoccini::Client;

use crate::hand::{CONTROL, ENTER, ESCAPE, act, click, press, press_chord, run, until};

/// A view by its name, and the steps that show it, one after the other: an action of the registry, `press`
/// with a key, or `click` with a selector.
pub type View = (&'static str, &'static [&'static str]);

/// The views of an open library.
pub const VIEWS: &[View] = &[
    ("articles", &[]),
    ("people", &["go.people"]),
    ("organisations", &["go.organisations"]),
    ("events", &["go.events"]),
    ("all-photos", &["go.photos"]),
    ("filters", &["filters.show"]),
    ("description", &["tab.description"]),
    ("photos", &["tab.photos"]),
    ("history", &["tab.history"]),
    ("cast", &["tab.cast"]),
    ("large-photo", &["photo.open"]),
    ("keys", &["keys.show"]),
    ("manual", &["manual.show"]),
    ("about", &["about.show"]),
    ("library-history", &["history.library"]),
    ("version", &["version.add"]),
    ("palette", &["palette.show"]),
    ("transfer", &["transfer.begin"]),
    ("transfers", &["transfer.list"]),
    ("export", &["transfer.export"]),
    ("verify", &["transfer.verify"]),
    ("import", &["transfer.import"]),
    ("check", &["transfer.check"]),
    ("backup", &["transfer.backup"]),
    ("libraries", &["library.choose"]),
    ("actor", &["actor.change"]),
    ("unit", &["unit.add-fonds"]),
    ("move", &["articles.move"]),
    ("party", &["go.people", "press Enter"]),
    ("merge", &["go.people", "press Enter", "party.merge"]),
    ("split", &["go.people", "press Enter", "party.split"]),
    ("officials", &["go.people", "party.officials"]),
    ("suggestion", &["click [data-reading]", "suggestion.next"]),
    ("tagging", &["click [data-reading] mark.person", "press p"]),
    // The articles after the first are drafts.
    ("draft", &["list.focus", "article.next", "text.edit"]),
    ("register", &["text.leave", "article.register"]),
    (
        "comparison",
        &[
            "list.focus",
            "article.previous",
            "version.add",
            "click dialog[open] .main",
            "text.leave",
            "version.compare",
        ],
    ),
    ("menu", &["click [data-menu]"]),
];

/// Shows a view, and waits until it is drawn.
pub async fn show(window: &Client, (_, actions): &View) {
    for action in *actions {
        match action.split_once(' ') {
            Some(("press", "Enter")) => press(window, ENTER).await,
            Some(("press", key)) => press(window, key.chars().next().unwrap_or(ESCAPE)).await,
            Some((_, selector)) => {
                click(window, selector).await;
                if selector.starts_with("dialog") {
                    // What its button does takes a moment, and till then no key goes past the dialog.
                    until(window, "document.querySelector('dialog[open]') === null").await;
                }
            }
            None if *action == "palette.show" => press_chord(window, &[CONTROL, 'k']).await,
            None => act(window, action).await,
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
}

/// Back to the articles.
pub async fn leave(window: &Client, (_, actions): &View) {
    press(window, ESCAPE).await;
    tokio::time::sleep(Duration::from_millis(150)).await;
    let close = "document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close())";
    run(window, close).await;
    if actions.iter().any(|action| action.starts_with("go.")) {
        act(window, "go.all").await;
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
}
