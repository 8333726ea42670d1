//! What is chosen, what one is about to press and the field that one is in stay where the hand has them.

use muragat_archive::{Archive, ArticleEdit, Identity};
use muragat_tests::hand::{CONTROL, ESCAPE, SHIFT, act, press, press_chord, run, until, write};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};

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

/// What is let go on an element that said nothing yet is refused by the web view: so each says so at once.
#[tokio::test(flavor = "multi_thread")]
async fn words_are_welcome_as_soon_as_they_are_over_an_element() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    for kind in ["dragenter", "dragover"] {
        let taken = format!(
            "const dataTransfer = new DataTransfer(); dataTransfer.setData('text/plain', 'Сөз');
            const event = new DragEvent('{kind}', {{ bubbles: true, cancelable: true, dataTransfer }});
            document.querySelector('[data-pane=document] h1').dispatchEvent(event);
            return event.defaultPrevented"
        );
        assert_eq!(run(window, &taken).await, true, "{kind}");
    }
    screen.close().await;
}

/// In large letters the filters lie over the list: Escape leads to the list, which is then to be seen.
#[tokio::test(flavor = "multi_thread")]
async fn escape_puts_away_filters_that_lie_over_the_list() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let settings = serde_json::json!({ "textSize": 150 });
    let screen = Setup::on(&library.path()).settings(settings).open().await;
    let window = &screen.window;
    until(
        window,
        "document.querySelector('[data-pane=list] [data-row]')",
    )
    .await;
    until(window, "!document.querySelector('[data-pane=units]')").await;
    press_chord(window, &[CONTROL, SHIFT, 'f']).await;
    until(window, "document.activeElement.closest('.facets')").await;
    press(window, ' ').await;
    until(window, "document.querySelector('.facets [aria-checked=true], .facets :checked, .facets [aria-pressed=true]')").await;
    press(window, ESCAPE).await;
    until(
        window,
        "document.activeElement.closest('[data-pane=list]') && !document.querySelector('.facets')",
    )
    .await;
    screen.close().await;
}

/// A place that is taken off in the description stays where the text is marked with it, and both say so.
#[tokio::test(flavor = "multi_thread")]
async fn a_place_taken_off_is_told_where_it_still_stands() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let mut archive = Archive::open(&library.path(), Identity::new("Дәурен")).unwrap();
    let ids = archive.article_ids().unwrap();
    for id in &ids {
        let edit = ArticleEdit {
            places: Some(vec!["Талдықорған".into()]),
            ..ArticleEdit::default()
        };
        archive.edit_article(id, &edit).unwrap();
    }
    drop(archive);
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    // It stands in the cast list, which says that the text is not marked with it.
    until(
        window,
        "[...document.querySelectorAll('[data-party]')].some((one) => one.innerText.includes('Талдықорған') && one.querySelector('.counts'))",
    )
    .await;
    act(window, "tab.description").await;
    let token = "document.querySelector('ul[aria-label=\"Жерлер\"] button')";
    until(window, token).await;
    run(window, &format!("{token}.click()")).await;
    until(window, &format!("!{token}")).await;
    act(window, "tab.cast").await;
    until(window, "document.querySelector('[data-pane=inspector] [data-party]') && !document.querySelector('[data-pane=inspector]').innerText.includes('Талдықорған')").await;
    screen.close().await;
}

/// F2 moves neither the title nor any paragraph, and Escape none back.
#[tokio::test(flavor = "multi_thread")]
async fn the_text_stays_where_it_is_when_it_is_edited() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(
        window,
        "document.querySelectorAll('[data-reading] p').length > 1",
    )
    .await;
    let round = "Math.round(one.getBoundingClientRect().top)";
    let read = format!(
        "return [document.querySelector('[data-pane=document] h1'), ...document.querySelectorAll('[data-reading] p')].map((one) => {round})"
    );
    let before = run(window, &read).await;
    act(window, "text.edit").await;
    until(
        window,
        "document.querySelector('textarea[data-draft=body]')",
    )
    .await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let edited = format!(
        "return [document.querySelector('textarea[data-draft=title]'), ...document.querySelectorAll('[data-twin] > div')].filter((one) => one.matches('textarea') || one.innerText.trim() !== '\\u200b').map((one) => {round})"
    );
    assert_eq!(run(window, &edited).await, before);
    // The field breaks its lines as what is laid out below it, and ends with it.
    let alike = "const field = document.querySelector('textarea[data-draft=body]'); const twin = document.querySelector('[data-twin]');
        return ['font', 'textIndent', 'width', 'whiteSpace'].map((what) => getComputedStyle(field)[what] === getComputedStyle(twin)[what]).join()";
    assert_eq!(run(window, alike).await, "true,true,true,true");
    act(window, "text.leave").await;
    until(window, "document.querySelector('[data-reading] p')").await;
    assert_eq!(run(window, &read).await, before);
    screen.close().await;
}
