//! All that the window can show, and how one comes there: for axe and for pictures.

use std::time::Duration;

use fantoccini::Client;

use crate::hand::{CONTROL, ESCAPE, act, press, press_chord, run};

/// A view by its name, and the actions that show it, one after the other.
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
    ("about", &["about.show"]),
    ("library-history", &["history.library"]),
    ("version", &["version.add"]),
    ("transfer", &["transfer.begin"]),
    ("transfers", &["transfer.list"]),
    ("palette", &["palette.show"]),
];

/// Shows a view, and waits until it is drawn.
pub async fn show(window: &Client, (_, actions): &View) {
    for action in *actions {
        match *action {
            "palette.show" => press_chord(window, &[CONTROL, 'k']).await,
            action => act(window, action).await,
        }
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
