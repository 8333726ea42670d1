//! What is chosen, what one is about to press and the field that one is in stay where the hand has them.

use muragat_tests::hand::{CONTROL, act, press, press_chord, run, until, write};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

const DOWN: char = '\u{e015}';

/// The lines of the palette that can be chosen, and the one that is.
const LINES: &str = "[...document.querySelectorAll('dialog[open] [role=option][data-at]')].map((one) => one.textContent)";
const CHOSEN: &str = "document.querySelector('dialog[open] [aria-selected=true]')?.textContent";

/// What the archive answers to the palette comes below what is there, and what one chose stays chosen.
#[tokio::test(flavor = "multi_thread")]
async fn late_lines_of_the_palette_move_nothing() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    // The archive takes its time, so that one sees what is there before.
    let slow = "const { fetch } = window; window.asked = 0;
        window.fetch = async (address, ...more) => {
            if (String(address).includes('elsewhere')) {
                window.asked++;
                await new Promise((go) => (window.answer = go));
            }
            return fetch(address, ...more);
        }";
    run(window, slow).await;
    press_chord(window, &[CONTROL, 'k']).await;
    until(
        window,
        "document.activeElement.matches('dialog[open] input')",
    )
    .await;
    write(window, "са").await;
    until(window, "window.asked > 0").await;
    let before = run(window, &format!("return {LINES}")).await;
    assert!(before.as_array().unwrap().len() > 1, "{before}");
    press(window, DOWN).await;
    let chosen = run(window, &format!("return {CHOSEN}")).await;
    assert_eq!(chosen, before[1]);

    run(window, "window.answer()").await;
    until(
        window,
        &format!("({LINES}).length > {}", before.as_array().unwrap().len()),
    )
    .await;
    let after = run(window, &format!("return {LINES}")).await;
    for (at, line) in before.as_array().unwrap().iter().enumerate() {
        assert_eq!(&after[at], line);
    }
    assert_eq!(run(window, &format!("return {CHOSEN}")).await, chosen);

    // Other words: what answered those before keeps its place, and can no longer be chosen.
    let asked = run(window, "return window.asked").await;
    write(window, "у").await;
    until(window, &format!("window.asked > {asked}")).await;
    until(window, "document.querySelector('dialog[open] .held')").await;
    let offered = run(window, &format!("return {LINES}.join('|')")).await;
    assert!(
        !offered.as_str().unwrap().contains("Сәуле Омарова"),
        "{offered}"
    );
    run(window, "window.answer()").await;
    until(
        window,
        &format!("({LINES}).join('|').includes('Сәуле Омарова')"),
    )
    .await;
    screen.close().await;
}

/// The choice of who may see the document, in its description.
const ACCESS: &str =
    "[...document.querySelectorAll('[data-pane=inspector] button[role=combobox]')].at(-1)";
const LIST: &str = "document.querySelector('[role=listbox]:popover-open')";
/// What scrolls around it.
const PANE: &str = "(() => { let pane = document.querySelector('[data-pane=inspector] button[role=combobox]');
    do pane = pane.parentElement; while (pane.scrollHeight <= pane.clientHeight + 1 || getComputedStyle(pane).overflowY === 'visible');
    return pane })()";

/// A list that is open goes along with its field, and is gone with it.
#[tokio::test(flavor = "multi_thread")]
async fn a_choice_goes_along_with_its_field() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    act(window, "tab.description").await;
    until(window, ACCESS).await;
    run(
        window,
        &format!("{ACCESS}.focus(); {ACCESS}.scrollIntoView({{ block: 'center' }})"),
    )
    .await;
    press(window, DOWN).await;
    until(window, LIST).await;
    let apart = format!(
        "(() => {{ const list = {LIST}.getBoundingClientRect(); const field = {ACCESS}.getBoundingClientRect();
            return Math.min(Math.abs(list.top - field.bottom), Math.abs(field.top - list.bottom)) }})()"
    );
    until(window, &format!("{apart} < 4")).await;
    let top = run(
        window,
        &format!("return {ACCESS}.getBoundingClientRect().top"),
    )
    .await;
    run(window, &format!("{PANE}.scrollTop -= 30")).await;
    until(
        window,
        &format!("{ACCESS}.getBoundingClientRect().top > {top} + 20 && {apart} < 4"),
    )
    .await;
    press(window, DOWN).await;
    until(
        window,
        &format!("{LIST}.querySelectorAll('[role=option]')[1].ariaSelected === 'true'"),
    )
    .await;

    run(
        window,
        &format!("{PANE}.scrollTop = 0; window.scrolled = {PANE}.scrollTop"),
    )
    .await;
    until(
        window,
        &format!("!{LIST} && {ACCESS}.ariaExpanded === 'false'"),
    )
    .await;
    // It is opened again where one sees what it is for.
    press(window, DOWN).await;
    until(window, &format!("{LIST} && {apart} < 4")).await;
    let seen = format!(
        "{ACCESS}.getBoundingClientRect().bottom <= {PANE}.getBoundingClientRect().bottom + 1"
    );
    until(window, &seen).await;
    screen.close().await;
}

/// The field that has the keyboard is in sight in a smaller window.
#[tokio::test(flavor = "multi_thread")]
async fn the_field_one_is_in_stays_in_sight() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    act(window, "tab.description").await;
    until(window, ACCESS).await;
    run(window, &format!("{PANE}.scrollTop = 0")).await;
    let last = format!(
        "[...{PANE}.querySelectorAll('input:not(:disabled)')].filter((one) => one.getBoundingClientRect().bottom < {PANE}.getBoundingClientRect().bottom).at(-1)"
    );
    run(
        window,
        &format!("window.field = {last}; window.field.focus()"),
    )
    .await;
    until(window, "document.activeElement === window.field").await;
    window.set_window_rect(0, 0, 1280, 620).await.unwrap();
    until(window, "window.innerHeight < 650").await;
    let seen = format!(
        "window.field.getBoundingClientRect().bottom <= {PANE}.getBoundingClientRect().bottom + 1 && document.activeElement === window.field"
    );
    until(window, &seen).await;
    screen.close().await;
}
