//! A run that broke off is told calmly at the next start, and the report of it is shown before it is saved, by keys.

use std::fs;

use muragat_tests::hand::{act, run, strike, until};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};

use crate::journey::focus;

/// What is said of the run that broke off.
const CARD: &str = "[...document.querySelectorAll('[role=status] .card')].at(0)";

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_broke_off_is_told_once_and_its_report_is_shown_before_it_is_saved() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::sample();
    let home = library.path().with_file_name("home");
    fs::create_dir_all(&home).unwrap();
    let start = |broke_off: bool| {
        let setup = Setup::on(&library.path()).home(&home);
        if broke_off { setup.broke_off() } else { setup }
    };
    let screen = start(true).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=units]')").await;
    until(window, CARD).await;
    // it took neither the keyboard nor the place of anything
    let inside = format!("return {CARD}.contains(document.activeElement)");
    assert_eq!(run(window, &inside).await, false);
    focus(&screen).await;
    act(window, "report.save").await;
    until(
        window,
        "document.querySelectorAll('dialog[open] details').length >= 3",
    )
    .await;
    let names = "return [...document.querySelectorAll('dialog[open] summary')].map((one) => one.firstChild.data.trim())";
    let names = run(window, names).await;
    assert_eq!(
        (&names[0], &names[1]),
        (&"about.json".into(), &"log.jsonl".into())
    );
    assert_eq!(names[2], "traces/20260227T080000000-1.jsonl");
    // all that will be saved is there to be read, and no word of the library is in it
    let shown = run(window, "return [...document.querySelectorAll('dialog[open] pre')].map((one) => one.textContent).join()").await;
    let shown = shown.as_str().unwrap();
    assert!(
        shown.contains("run_broke_off") && shown.contains("\"article\""),
        "{shown}"
    );
    for word in ["Айгүл", "Омарова", "Ерлік", ".muragat"] {
        assert!(!shown.contains(word), "{word}: {shown}");
    }
    strike(&screen, "Escape");
    until(window, "document.querySelector('dialog[open]') === null").await;
    // it was only looked at: it is offered until one has saved it or put it away
    until(window, CARD).await;
    strike(&screen, "Escape");
    until(window, &format!("{CARD} === undefined")).await;
    screen.close().await;
    let screen = start(false).open().await;
    let window = &screen.window;
    until(
        window,
        "document.querySelector('[data-pane=units]') && window.answersAwaited === 0",
    )
    .await;
    assert_eq!(
        run(window, &format!("return {CARD} === undefined")).await,
        true
    );
    screen.close().await;
}
