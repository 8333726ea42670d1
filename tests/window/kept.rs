//! Nothing of what one accepts or edits is lost or lands elsewhere: positions, speakers, the field under one's hand.

use std::time::Duration;

use fantoccini::Client;
use muragat_archive::{Archive, Identity, Intake};
use muragat_tests::hand::{CONTROL, ENTER, press, press_chord, run, until, write, xdotool};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;
use serde_json::Value;

const SHIFT: char = '\u{e008}';
const HOME: char = '\u{e011}';
const RIGHT: char = '\u{e014}';
const END: char = '\u{e010}';

const POSITIONS: [&str; 3] = [
    "«Ерлік» қоғамдық бірлестігінің төрағасы",
    "Жетісу университетінің профессоры",
    "облыстық мәслихаттың депутаты",
];

/// A library with one document: a person with three positions, and a quote whose speaker stands behind it.
fn library(with: &[&str]) -> (Library, String) {
    let library = Library::empty();
    let text = format!(
        "2026-04-02\nОблыста кеңес өтті\nЖиынды {} Сәуле Омарова ашты.\n«Балалар кітапқа жақын болады», – деді облыстық кітапхананың директоры Нұрлан Сейітов.\n",
        POSITIONS.join(", ")
    );
    let file = library.file("release.txt", text.as_bytes());
    let added: Value =
        serde_json::from_str(&library.muragat(&[&["add", &file, "--json"], with].concat()))
            .unwrap();
    let id = added["articles"][0]["id"].as_str().unwrap().to_owned();
    (library, id)
}

/// A window on the library, with its document on the screen.
async fn open(library: &Library) -> Screen {
    let screen = Screen::open(&library.path(), &[]).await;
    until(
        &screen.window,
        "document.querySelector('[data-pane=document] h1')",
    )
    .await;
    screen
}

fn record(library: &Library, id: &str) -> Value {
    serde_json::from_str(&library.muragat(&["show", id, "--json"])).unwrap()
}

/// Each person's positions as they are printed, in the order in which they stand.
fn printed_positions(record: &Value) -> Vec<String> {
    let cast = record["cast"].as_array().unwrap();
    let positions = cast
        .iter()
        .flat_map(|one| one["positions"].as_array().unwrap());
    positions
        .map(|position| position["text"].as_str().unwrap().to_owned())
        .collect()
}

/// Goes through the suggestions until the card is of these words.
async fn stand_on(window: &Client, words: &str) {
    until(
        window,
        "document.querySelector('[data-reading] mark.suggested')",
    )
    .await;
    run(
        window,
        "document.querySelector('[data-reading]').closest('[data-pane-entry]').focus()",
    )
    .await;
    for _ in 0..12 {
        let card = "return document.querySelector('[data-card]')?.textContent ?? null";
        let before = run(window, card).await;
        press(window, 'j').await;
        until(window, "document.querySelector('[data-card]')").await;
        // the key has done its work once another card is there; where it leads to the same one, none ever is
        for _ in 0..20 {
            if run(window, card).await != before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let there = format!(
            "return document.querySelector('[data-card]').textContent.toLowerCase().includes('{words}'.toLowerCase())"
        );
        if run(window, &there).await == Value::Bool(true) {
            return;
        }
    }
    panic!("no card with {words}");
}

/// Waits until the catalogue is as it should be, by the command line.
async fn kept(library: &Library, id: &str, is_so: impl Fn(&Value) -> bool) {
    for _ in 0..50 {
        if is_so(&record(library, id)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{:#}", record(library, id));
}

/// Who edits a suggestion before accepting it keeps all of its positions.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_edited_before_it_is_accepted_keeps_all_positions() {
    if !Screen::is_possible() {
        return;
    }
    let (library, id) = library(&[]);
    let screen = open(&library).await;
    let window = &screen.window;
    stand_on(window, "Сәуле Омарова").await;
    press(window, 'e').await;
    until(window, "document.querySelector('[data-picker] input')").await;
    // What is proposed has come: the name stands in the field.
    until(
        window,
        "document.querySelector('[data-picker] input').value.includes('Омарова')",
    )
    .await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    press(window, ENTER).await;
    until(window, "!document.querySelector('[data-picker]')").await;
    kept(&library, &id, |record| {
        printed_positions(record) == POSITIONS
    })
    .await;
    screen.close().await;
}

/// A quote that is accepted before its speaker is has that speaker.
#[tokio::test(flavor = "multi_thread")]
async fn a_quote_that_is_accepted_first_has_its_speaker() {
    if !Screen::is_possible() {
        return;
    }
    let (library, id) = library(&[]);
    let screen = open(&library).await;
    let window = &screen.window;
    stand_on(window, "дәйексөз").await;
    press(window, ENTER).await;
    kept(&library, &id, |record| {
        let quotes = record["versions"][0]["quotes"].as_array().unwrap();
        quotes.len() == 1 && quotes[0]["speaker"].is_string()
    })
    .await;
    screen.close().await;
}

/// The field in which one types stays the field of that position, though what is typed is written meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_position_stays_under_the_hand_that_edits_it() {
    if !Screen::is_possible() {
        return;
    }
    let (library, id) = library(&["--accept"]);
    let screen = open(&library).await;
    let window = &screen.window;
    run(window, "document.querySelector('#tab-cast').click()").await;
    let entry = "[...document.querySelectorAll('[data-cast] li')].find((line) => line.textContent.includes('Омарова'))?.querySelector('button.open')";
    until(window, entry).await;
    run(window, &format!("{entry}.click()")).await;
    let field = format!(
        "[...document.querySelectorAll('[data-cast] input, [data-cast] textarea')].find((one) => one.value === '{}')",
        POSITIONS[0]
    );
    until(window, &field).await;
    run(
        window,
        &format!("const field = {field}; field.focus(); field.setSelectionRange(8, 8)"),
    )
    .await;
    write(window, "облыстық ").await;
    let edited = POSITIONS[0].replacen("«Ерлік» ", "«Ерлік» облыстық ", 1);
    let expected = [&edited, POSITIONS[1], POSITIONS[2]];
    kept(&library, &id, |record| {
        printed_positions(record)[..3] == expected
    })
    .await;
    // The window has fetched what it wrote.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let under_the_hand = run(
        window,
        "const one = document.activeElement; return `${one.value}|${one.selectionStart}`",
    )
    .await;
    assert_eq!(under_the_hand, format!("{edited}|17"));
    press_chord(window, &[CONTROL, ENTER]).await;
    screen.close().await;
}

/// Whom the text names and nobody has accepted yet is offered as a speaker, and comes with what the text says of them.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_suggested_in_the_text_is_offered_as_a_speaker() {
    if !Screen::is_possible() {
        return;
    }
    let (library, id) = library(&[]);
    let screen = open(&library).await;
    let window = &screen.window;
    stand_on(window, "Сәуле Омарова").await;
    // From the head of the text to the quote, word by word; then its four words.
    press_chord(window, &[CONTROL, HOME]).await;
    for _ in 0..14 {
        press(window, RIGHT).await;
    }
    for _ in 0..4 {
        press_chord(window, &[SHIFT, RIGHT]).await;
    }
    until(
        window,
        "document.querySelector('[data-reading] [role=status]').textContent.includes('Балалар кітапқа жақын болады')",
    )
    .await;
    press(window, 'q').await;
    until(window, "document.querySelector('[data-picker] input')").await;
    write(window, "нұрл").await;
    let first = "document.querySelector('[data-picker] [role=option]').textContent";
    until(window, &format!("{first}.includes('Нұрлан Сейітов')")).await;
    press(window, ENTER).await;
    kept(&library, &id, |record| {
        let quotes = record["versions"][0]["quotes"].as_array().unwrap();
        quotes.len() == 1
            && quotes[0]["speaker"].is_string()
            && printed_positions(record) == ["облыстық кітапхананың директоры"]
    })
    .await;
    screen.close().await;
}

/// A list that shows other rows where one looks shows them whole, though nobody scrolls it.
#[tokio::test(flavor = "multi_thread")]
async fn rows_that_come_to_stand_in_sight_are_drawn() {
    if !Screen::is_possible() {
        return;
    }
    let (library, _) = library(&[]);
    let mut archive = Archive::open(&library.path(), Identity::new("Дәурен")).unwrap();
    for number in 0..250 {
        let text = format!("Хабар {number}\nОблыста {number}-ші жиын өтті.");
        let added = archive.add_text("release.txt", text.as_bytes(), &Intake::default());
        added.unwrap();
    }
    drop(archive);
    let screen = open(&library).await;
    let window = &screen.window;
    run(
        window,
        "document.querySelector('[data-pane=list] [role=listbox]').focus()",
    )
    .await;
    let rows = "[...document.querySelectorAll('[data-pane=list] [role=option]')]";
    let drawn =
        format!("{rows}.length > 3 && {rows}.every((row) => row.textContent.trim() !== '')");
    press(window, END).await;
    until(
        window,
        &format!("{rows}.some((row) => row.id.endsWith('-250'))"),
    )
    .await;
    until(window, &drawn).await;
    let place = "[...document.querySelectorAll('[role=treeitem]')].find((line) => line.textContent.includes('Жобалар'))";
    run(window, &format!("{place}.click()")).await;
    until(window, &format!("{place}.ariaSelected === 'true'")).await;
    until(window, &drawn).await;
    screen.close().await;
}

/// Ctrl+Z while one is asked about words takes nothing back elsewhere: the question stays, and the other document.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_undone_behind_what_is_asked() {
    if !Screen::is_possible() {
        return;
    }
    let (library, id) = library(&[]);
    let screen = open(&library).await;
    let window = &screen.window;
    stand_on(window, "Сәуле Омарова").await;
    press(window, ENTER).await;
    kept(&library, &id, |record| printed_positions(record).len() == 3).await;
    stand_on(window, "Нұрлан Сейітов").await;
    press(window, 'e').await;
    until(
        window,
        "document.querySelector('[data-picker] input')?.value.includes('Сейітов')",
    )
    .await;
    press_chord(window, &[CONTROL, 'z']).await;
    let told = "[...document.querySelectorAll('footer, [role=status]')].some((one) => one.textContent.includes('қайтаратын ештеңе жоқ'))";
    until(window, told).await;
    until(window, "document.querySelector('[data-picker] input')").await;
    assert_eq!(printed_positions(&record(&library, &id)).len(), 3);
    screen.close().await;
}

/// A key that is held decides once: the repeats of Enter accept nothing that one has not looked at.
#[tokio::test(flavor = "multi_thread")]
async fn a_held_enter_accepts_once() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let (library, id) = library(&[]);
    let screen = open(&library).await;
    let window = &screen.window;
    stand_on(window, "Сәуле Омарова").await;
    xdotool(&screen, &["keydown", "Return"]);
    tokio::time::sleep(Duration::from_millis(1500)).await;
    xdotool(&screen, &["keyup", "Return"]);
    kept(&library, &id, |record| printed_positions(record).len() == 3).await;
    // The next suggestion stands chosen, and is not accepted.
    until(window, "document.querySelector('[data-card]')").await;
    assert_eq!(record(&library, &id)["cast"].as_array().unwrap().len(), 1);
    screen.close().await;
}
