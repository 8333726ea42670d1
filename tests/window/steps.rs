//! Small steps that go wrong easily: what undo shows, what has the keyboard, what is dragged.

use fantoccini::Client;
use muragat_tests::hand::{
    CONTROL, ENTER, ESCAPE, SHIFT, act, press, press_chord, run, text, until, write, xdotool,
};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

const FIRST: &str =
    "document.querySelector('[data-pane=document] h1')?.textContent.includes('кітапханасы')";
const OTHER: &str =
    "document.querySelector('[data-pane=document] h1')?.textContent.includes('Су тасқынына')";
const UNDO: &str = "document.querySelector('[data-tool=\"edit.undo\"]')";

async fn undo(window: &Client) {
    press_chord(window, &[CONTROL, 'z']).await;
}

/// Undo goes where its work is seen, and is off where there is nothing to take back.
#[tokio::test(flavor = "multi_thread")]
async fn undo_shows_what_it_touched() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, FIRST).await;
    // The library was made by somebody else: nothing is the window's to take back.
    until(window, &format!("{UNDO}.ariaDisabled === 'true'")).await;

    // A party's name, on its page.
    act(window, "go.people").await;
    until(
        window,
        "document.activeElement.matches('.page [role=listbox]')",
    )
    .await;
    press(window, ENTER).await;
    until(window, "document.querySelector('.page .record input')").await;
    let named = text(window, ".page h1").await;
    let field = "document.querySelector('.page .record input, .page .record textarea')";
    run(window, &format!("{field}.focus(); {field}.select()")).await;
    write(window, "Жаңа Есім").await;
    press(window, ENTER).await;
    until(
        window,
        "document.querySelector('.page h1').textContent.includes('Жаңа Есім')",
    )
    .await;
    until(window, &format!("{UNDO}.ariaDisabled === 'false'")).await;

    // Seen from the other article, undo goes back to the party.
    act(window, "go.all").await;
    act(window, "list.focus").await;
    press(window, '\u{e015}').await;
    until(window, OTHER).await;
    undo(window).await;
    let back = format!(
        "document.querySelector('.page h1')?.textContent.includes({})",
        serde_json::to_string(named.trim()).unwrap()
    );
    until(window, &back).await;
    until(window, &format!("{UNDO}.ariaDisabled === 'true'")).await;
    screen.close().await;
}

/// The filters can be come to by their key where there are none, and Escape leaves them.
#[tokio::test(flavor = "multi_thread")]
async fn filters_take_the_keyboard() {
    if !Screen::is_possible() {
        return;
    }
    for library in [Library::empty(), Library::make()] {
        let screen = Screen::open(&library.path(), &[]).await;
        let window = &screen.window;
        until(window, "document.querySelector('[data-pane=units]')").await;
        press_chord(window, &[CONTROL, SHIFT, 'f']).await;
        // Where there is nothing to choose, they have it themselves.
        let first = "(document.querySelector('.facets button, .facets input') ?? document.querySelector('.facets'))";
        until(window, &format!("document.activeElement === {first}")).await;
        screen.close().await;
    }
}

/// An article is carried to a unit by the pointer, and undo carries it back.
#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_dragged_to_a_unit() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::make();
    library.muragat(&["unit", "12", "Облыс әкімдігі"]);
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, FIRST).await;
    let unit = "[...document.querySelectorAll('[data-unit]')].find((line) => line.textContent.includes('Облыс әкімдігі'))";
    until(window, unit).await;
    let place = |of: &str| {
        format!(
            "const box = {of}.getBoundingClientRect(); return [box.left + 40, box.top + box.height / 2].map(Math.round)"
        )
    };
    let at = async |of: &str| -> (String, String) {
        let found = run(window, &place(of)).await;
        (found[0].to_string(), found[1].to_string())
    };
    let (from_x, from_y) = at("document.querySelector('[data-row=\"1\"]')").await;
    let (to_x, to_y) = at(unit).await;
    let step = |arguments: &[&str]| {
        xdotool(&screen, arguments);
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    step(&["mousemove", &from_x, &from_y]);
    step(&["mousedown", "1"]);
    step(&["mousemove_relative", "--", "-12", "4"]);
    step(&["mousemove", &to_x, &to_y]);
    until(window, &format!("{unit}.classList.contains('aimed')")).await;
    until(window, "document.querySelector('.carried')").await;
    step(&["mouseup", "1"]);
    let count = |number: u8| format!("{unit}.querySelector('.count').textContent === '{number}'");
    until(window, &count(1)).await;
    until(window, "!document.querySelector('.carried')").await;
    // It is the dragged one that is shown, not the one that the pointer was let go over.
    until(window, OTHER).await;
    undo(window).await;
    until(window, &count(0)).await;
    screen.close().await;
}

/// What is done is not taken back behind an open dialog.
#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_keeps_undo_to_itself() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, FIRST).await;
    press_chord(window, &[CONTROL, 'n']).await;
    let count = |number: u8| {
        format!("document.querySelectorAll('[data-pane=list] [role=option]').length === {number}")
    };
    until(window, &count(3)).await;
    act(window, "history.library").await;
    until(window, "document.querySelector('dialog[open]')").await;
    undo(window).await;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    until(window, &count(3)).await;
    press(window, ESCAPE).await;
    until(window, "!document.querySelector('dialog[open]')").await;
    act(window, "list.focus").await;
    undo(window).await;
    until(window, &count(2)).await;
    screen.close().await;
}
