//! The manual beside the work: opened by its key, searched, left, and led to by dialogs.

use muragat_tests::hand::{CONTROL, ENTER, ESCAPE, press, press_chord, run, until, write};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};

const ALT: char = '\u{e00a}';
const LEFT: char = '\u{e012}';
const F1: char = '\u{e031}';

/// The page that is open of the manual is called so.
fn reads(title: &str) -> String {
    format!("document.querySelector('dialog[open] article h2')?.textContent === '{title}'")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manual_opens_where_one_stands_and_is_searched() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::sample();
    let screen = Setup::on(&library.path()).language("ru").open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;

    press_chord(window, &[CONTROL, 'l']).await;
    press(window, F1).await;
    until(window, &reads("Поиск")).await;
    // a word in another case than the page has it
    press_chord(window, &[CONTROL, 'f']).await;
    write(window, "резервную").await;
    until(
        window,
        "document.querySelectorAll('dialog[open] nav button mark').length > 0",
    )
    .await;
    press(window, ENTER).await;
    until(window, &reads("Проверка, резервная копия, восстановление")).await;
    assert_eq!(
        run(
            window,
            "return document.activeElement.tagName.toLowerCase()"
        )
        .await,
        "article"
    );
    press_chord(window, &[ALT, LEFT]).await;
    until(window, &reads("Поиск")).await;
    press(window, ESCAPE).await;
    until(window, "document.querySelector('dialog[open]') === null").await;
    assert_eq!(
        run(
            window,
            "return document.activeElement.closest('[data-pane]')?.dataset.pane"
        )
        .await,
        "list"
    );

    // a dialog leads to its page, and is there again when that is closed
    press_chord(window, &[CONTROL, 'e']).await;
    until(window, "document.querySelector('dialog[open] .foot .main')").await;
    press(window, F1).await;
    until(window, &reads("Экспорт и импорт")).await;
    press(window, ESCAPE).await;
    until(
        window,
        "document.querySelectorAll('dialog[open]').length === 1 && document.querySelector('dialog[open] .foot .main')",
    )
    .await;
    run(
        window,
        "document.querySelector('dialog[open] .help').focus()",
    )
    .await;
    press(window, ENTER).await;
    until(window, &reads("Экспорт и импорт")).await;
    screen.close().await;
}
