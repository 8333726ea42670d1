//! Every action is in the palette and documented.

use std::collections::BTreeSet;

use muragat_tests::hand::{CONTROL, press_chord, run, until};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};

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
    let palette: BTreeSet<String> = serde_json::from_value(run(window, script).await).unwrap();
    let documented =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/actions.md"))
            .unwrap();
    let rows = documented
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| |"))
        .count();
    // The palette does not offer itself.
    assert_eq!(
        rows,
        palette.len() + 1,
        "docs/actions.md: UPDATE=1 npm test in ui/"
    );
    screen.close().await;
}
