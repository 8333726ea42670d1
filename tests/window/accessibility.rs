//! axe-core finds nothing in any view, in light and dark; every action is in the palette and documented.

use std::collections::BTreeSet;

use fantoccini::Client;
use muragat_tests::hand::{CONTROL, press_chord, run, until};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};
use muragat_tests::views::{self, VIEWS};

/// What axe finds in the window as it is, a line each; of an open dialog alone, as nothing behind it can be reached.
async fn findings(window: &Client) -> Vec<String> {
    let axe = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    let axe = std::fs::read_to_string(axe)
        .unwrap_or_else(|error| panic!("ui/node_modules: npm ci in ui/: {error}"));
    if run(window, "return typeof window.axe").await == "undefined" {
        run(window, &axe).await;
    }
    let script = "const done = arguments[0]; axe.run([...document.querySelectorAll('dialog[open]')].at(-1) ?? document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`))), (error) => done([String(error)]))";
    let found = window.execute_async(script, Vec::new()).await.unwrap();
    serde_json::from_value(found).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_view() {
    if !Screen::is_possible() {
        return;
    }
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        // Its own: some views come about by a change.
        let library = Library::sample();
        let settings = serde_json::json!({ "theme": theme });
        let screen = Setup::on(&library.path()).settings(settings).open().await;
        let window = &screen.window;
        until(window, "document.querySelector('[data-pane=document] h1')").await;
        until(
            window,
            &format!("document.documentElement.dataset.theme === '{theme}'"),
        )
        .await;
        for view in VIEWS {
            views::show(window, view).await;
            let name = view.0;
            let here = findings(window).await.into_iter();
            let here: Vec<String> = here
                .map(|line| format!("{theme}, {name}: {line}"))
                .collect();
            found.extend(here);
            views::leave(window, view).await;
        }
        screen.close().await;
    }
    // The first run, before there is a library.
    let screen = Setup::first_run().open().await;
    until(&screen.window, "document.querySelector('#actor')").await;
    found.extend(
        findings(&screen.window)
            .await
            .into_iter()
            .map(|line| format!("first run: {line}")),
    );
    screen.close().await;
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_action_is_in_the_palette_and_documented() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::sample();
    let screen = Setup::on(&library.path()).language("en").open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    press_chord(window, &[CONTROL, 'k']).await;
    until(
        window,
        "document.querySelector('dialog[open] [data-action]')",
    )
    .await;
    let script = "return [...document.querySelectorAll('dialog[open] [data-action]')].map((line) => line.dataset.action)";
    let mut palette: BTreeSet<String> = serde_json::from_value(run(window, script).await).unwrap();
    // The palette does not offer itself.
    palette.insert("palette.show".to_owned());
    let documented =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/actions.md"))
            .unwrap();
    let rows: BTreeSet<String> = documented
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(id, _)| id.to_owned())
        .collect();
    assert_eq!(rows, palette, "docs/actions.md: UPDATE=1 npm test in ui/");
    screen.close().await;
}
