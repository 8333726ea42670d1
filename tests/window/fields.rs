//! Fields that offer what exists, and dialogs, by keys alone.

use std::time::Duration;

use fantoccini::Client;
use muragat_archive::{Archive, ArticleEdit, Identity};
use muragat_tests::hand::{CONTROL, ENTER, TAB, act, press, press_chord, run, until, write};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

/// A library in which one document has a subject and another has none: that is on the screen.
fn library() -> Library {
    let library = Library::make();
    let mut archive = Archive::open(&library.path(), Identity::new("Дәурен")).unwrap();
    let ids = archive.article_ids().unwrap();
    let edit = ArticleEdit {
        subjects: Some(vec!["Әлеуметтік сала".into()]),
        ..ArticleEdit::default()
    };
    archive.edit_article(&ids[1], &edit).unwrap();
    drop(archive);
    library
}

/// The subjects that the document on the screen has, as the window shows them.
const SUBJECTS: &str = "[...document.querySelectorAll('ul[aria-label=\"Айдарлар\"] li')].map((one) => one.innerText.trim()).join()";

async fn go_to_subjects(window: &Client) {
    let field = "[...document.querySelectorAll('.field label')].find((one) => one.textContent === 'Айдарлар')";
    until(window, field).await;
    // Where the keyboard goes with the palette and the tab is settled by then.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let control = format!("document.getElementById({field}.htmlFor)");
    run(window, &format!("{control}.focus()")).await;
    until(window, &format!("document.activeElement === {control}")).await;
}

/// Enter takes what begins with what is typed; something new is made by Ctrl+Enter, and not by going on.
#[tokio::test(flavor = "multi_thread")]
async fn half_a_word_means_what_exists_and_nothing_new_is_made_by_leaving() {
    if !Screen::is_possible() {
        return;
    }
    let library = library();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    run(
        window,
        "document.querySelectorAll('[data-pane=list] [role=option]')[0].click()",
    )
    .await;
    act(window, "tab.description").await;
    until(window, &format!("({SUBJECTS}) === ''")).await;

    go_to_subjects(window).await;
    write(window, "алеу").await;
    until(
        window,
        "document.querySelector('[role=listbox]:popover-open [role=option][aria-selected=true]')?.innerText.includes('Әлеуметтік сала')",
    )
    .await;
    press(window, ENTER).await;
    until(window, &format!("({SUBJECTS}) === 'Әлеуметтік сала'")).await;

    // one goes on with half a word in the field: it stays there, and nothing is made of it
    go_to_subjects(window).await;
    write(window, "Мәде").await;
    until(
        window,
        "document.querySelector('[role=listbox]:popover-open .new[aria-selected=true]')?.innerText.includes('Мәде')",
    )
    .await;
    press(window, TAB).await;
    until(
        window,
        "document.querySelector('input[aria-invalid=true]')?.value === 'Мәде'",
    )
    .await;
    assert_eq!(
        run(window, &format!("return {SUBJECTS}")).await,
        "Әлеуметтік сала"
    );

    go_to_subjects(window).await;
    press_chord(window, &[CONTROL, ENTER]).await;
    until(window, &format!("({SUBJECTS}) === 'Әлеуметтік сала,Мәде'")).await;
    screen.close().await;
}

/// Tab goes round among what can be used, Ctrl+Enter does what the dialog is for, and the record that is made has
/// the keyboard where something is to be filled in.
#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_is_gone_through_and_confirmed_by_keys() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    act(window, "event.new").await;
    until(window, "document.activeElement.matches('dialog input')").await;
    write(window, "Мектептің ашылуы").await;
    let mut stops = Vec::new();
    for _ in 0..4 {
        press(window, TAB).await;
        stops.push(run(window, "return document.activeElement.tagName").await);
    }
    // the two of its foot, and the one that leads to its page of the manual
    assert_eq!(stops, ["BUTTON", "BUTTON", "BUTTON", "INPUT"]);
    press_chord(window, &[CONTROL, ENTER]).await;
    until(
        window,
        "document.querySelector('[data-pane=page] h1')?.textContent === 'Мектептің ашылуы'",
    )
    .await;
    until(
        window,
        "document.querySelector(`label[for='${document.activeElement.id}']`)?.textContent === 'Күні'",
    )
    .await;
    screen.close().await;
}
