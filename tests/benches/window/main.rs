//! How quick the real window is in a library of 100,000 articles: from a key to the painted result, and from the start
//! of the program to a window that can be used, beside a bare Tauri window, where a key does nothing but change a word.
//!
//! `make bench`; `MURAGAT_BENCH_ARTICLES` sets another size. Needs what `make test` needs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test tells by failing"
)]

mod library;
mod measure;
#[path = "../../../crates/archive/benches/writer/mod.rs"]
mod writer;

use std::path::Path;
use std::time::Duration;

use fantoccini::Client;
use muragat_tests::hand::{
    CONTROL, ENTER, ESCAPE, SHIFT, act, click, press, press_chord, run, until, write,
};
use muragat_tests::screen::{Screen, Setup, example};

use measure::{Aim, head, painted, painted_in_turn, start, tell, time};

const ARROW_DOWN: char = '\u{e015}';
const ARROW_RIGHT: char = '\u{e014}';
const HOME: char = '\u{e011}';
const END: char = '\u{e010}';
const F2: char = '\u{e032}';

/// What a key leads to is there before one notices that one waits.
const KEY: Option<Aim> = Some(Aim::Milliseconds(50.0));

const TITLE: &str = "document.querySelector('[data-pane=document] h1')?.textContent";
const MARKS: &str = "String(document.querySelectorAll('[data-reading] mark').length)";

#[tokio::main]
async fn main() {
    if !Screen::is_possible() {
        return;
    }
    let articles: u64 = std::env::var("MURAGAT_BENCH_ARTICLES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(100_000);
    let library = library::copy(articles);
    head(&format!(
        "from key to paint, {articles} articles, 20,000 people"
    ));
    let mut keys = bare_keys().await;
    let least = tell("a key in a bare window", &mut keys, None, None);
    let screen = Setup::on(&library).open().await;
    let window = &screen.window;
    until(window, &format!("{TITLE} !== undefined")).await;
    // What a start leaves to be done is done.
    pause(2000).await;

    open_articles(window, least).await;
    tag(window, least).await;
    search(window, least).await;
    type_in_a_long_text(window, least).await;
    rename(window, least).await;
    look_for_doubles(window).await;
    register_many(window).await;
    screen.close().await;
    starts(&library).await;
    std::fs::remove_dir_all(&library).unwrap();
}

async fn pause(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

async fn open_articles(window: &Client, least: f64) {
    let mut opening = Vec::new();
    for _ in 0..40 {
        let changes = format!("{TITLE} !== before");
        opening.push(time(window, TITLE, &changes, &[ARROW_DOWN]).await);
    }
    tell("open an article", &mut opening, Some(least), KEY);
}

/// Accepts, opens the picker and tags, in articles with open suggestions.
async fn tag(window: &Client, least: f64) {
    let (mut accepting, mut picking, mut tagging) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..20 {
        press_chord(window, &[CONTROL, 'l']).await;
        let changes = format!("{TITLE} !== before");
        time(window, TITLE, &changes, &[ARROW_DOWN]).await;
        pause(250).await;
        press(window, ENTER).await;
        until(
            window,
            "document.activeElement.closest('[data-pane=document]')",
        )
        .await;
        press(window, 'j').await;
        pause(150).await;
        let open = "String(document.querySelectorAll('[data-reading] mark.suggested').length)";
        // Nothing to accept, or nobody sure enough to be accepted by one key: nothing is painted.
        let accepted = format!("{open} !== before");
        accepting.extend(painted(window, open, &accepted, &[ENTER], 3).await);
        press(window, ESCAPE).await;
        pause(150).await;

        press_chord(window, &[CONTROL, HOME]).await;
        for _ in 0..3 {
            press_chord(window, &[SHIFT, ARROW_RIGHT]).await;
        }
        let open = "document.querySelector('[data-picker] input') !== null";
        picking.extend(painted(window, "''", open, &['o'], 3).await);
        pause(250).await;
        let tagged = "document.querySelectorAll('[data-reading] mark').length > Number(before)";
        tagging.extend(painted(window, MARKS, tagged, &[ENTER], 3).await);
        pause(150).await;
    }
    tell("accept a suggestion", &mut accepting, Some(least), KEY);
    tell("open the picker", &mut picking, Some(least), KEY);
    tell("tag", &mut tagging, Some(least), KEY);
}

/// Searches letter by letter, with the facets open.
async fn search(window: &Client, least: f64) {
    press_chord(window, &[CONTROL, SHIFT, 'f']).await;
    until(window, "document.querySelector('.facets section') !== null").await;
    let total = "document.querySelector('[data-pane=list] .head')?.textContent";
    let facets = "document.querySelector('.facets')?.textContent";
    let (mut finding, mut counting) = (Vec::new(), Vec::new());
    for word in ["мектеп", "тасқын", "спорт", "форум", "омарбекова"]
    {
        press_chord(window, &[CONTROL, 'f']).await;
        for letter in word.chars() {
            // A letter that changes nothing of what is found paints nothing.
            let changes = [
                (total, format!("{total} !== before")),
                (facets, format!("{facets} !== before")),
            ];
            let changes = changes
                .each_ref()
                .map(|(now, holds)| (*now, holds.as_str()));
            if let Some([first, all]) = painted_in_turn(window, changes, &[letter], 3).await {
                finding.push(first);
                counting.push((all - first).max(0.0));
            }
        }
        press(window, ESCAPE).await;
        pause(500).await;
    }
    let first = Some(Aim::Milliseconds(100.0));
    let facets = Some(Aim::Milliseconds(200.0));
    tell("search as you type", &mut finding, Some(least), first);
    tell(
        "  facets, after the rows",
        &mut counting,
        Some(least),
        facets,
    );
    act(window, "filters.show").await;
}

/// Types in the middle of a text of 100,000 letters.
async fn type_in_a_long_text(window: &Client, least: f64) {
    find(window, library::LONGEST).await;
    until(window, &format!("{TITLE} === '{}'", library::LONGEST)).await;
    press(window, F2).await;
    let length = "String(document.activeElement.value?.length)";
    let field = "document.activeElement.matches('[data-pane=document] textarea')";
    until(window, field).await;
    let to_the_middle = "document.activeElement.setSelectionRange(50000, 50000)";
    run(window, to_the_middle).await;
    let mut typing = Vec::new();
    for letter in "Бұл мәтінде әріптер көп, бірақ жазу тез.".chars()
    {
        let changes = format!("{length} !== before");
        typing.push(time(window, length, &changes, &[letter]).await);
    }
    tell("type in 100,000 letters", &mut typing, Some(least), KEY);
    press(window, F2).await;
    until(window, "document.querySelector('[data-reading]')").await;
}

/// Gives a party of a tenth of all articles another name.
async fn rename(window: &Client, least: f64) {
    act(window, "go.organisations").await;
    until(window, "document.querySelector('.page [role=option]')").await;
    press(window, ENTER).await;
    let field = ".page .form input";
    until(window, &format!("document.querySelector('{field}')")).await;
    let name = "document.querySelector('.page h1').textContent";
    let mut renaming = Vec::new();
    for letter in "абвгдежзик".chars() {
        click(window, field).await;
        press(window, END).await;
        press(window, letter).await;
        let changes = format!("{name} !== before");
        renaming.push(time(window, name, &changes, &[ENTER]).await);
        pause(300).await;
    }
    let aim = Some(Aim::Milliseconds(100.0));
    tell(
        "rename one of 10,000 articles",
        &mut renaming,
        Some(least),
        aim,
    );
}

/// Looks for people who may be one.
async fn look_for_doubles(window: &Client) {
    act(window, "go.people").await;
    until(window, "document.querySelector('.page [role=option]')").await;
    let changes = [
        ("''", "document.querySelector('.sides') !== null"),
        (
            "''",
            "document.querySelector('.page[aria-busy=false] .sides') !== null",
        ),
    ];
    let keys = [CONTROL, SHIFT, 'd'];
    let Some([first, all]) = painted_in_turn(window, changes, &keys, 60).await else {
        return println!("  likely doubles never came about");
    };
    tell("the first likely doubles", &mut [first], None, None);
    let aim = Some(Aim::Milliseconds(3000.0));
    tell("all of 20,000 people", &mut [all], None, aim);
}

/// Registers all that a search finds.
async fn register_many(window: &Client) {
    act(window, "go.all").await;
    find(window, "омарбекова").await;
    press_chord(window, &[CONTROL, 'a']).await;
    let told = "document.querySelector('[data-pane=list] .head .count').textContent";
    let count = run(window, &format!("return {told}.replace(/\\D/g, '')")).await;
    let count: f64 = count.as_str().unwrap().parse().unwrap();
    let register = "document.querySelector('dialog[open] .button.main') !== null";
    let keys = [CONTROL, SHIFT, 'r'];
    let shown = painted(window, "''", register, &keys, 120).await;
    let closed = "document.querySelector('dialog[open]') === null";
    let done = painted(window, "''", closed, &[ENTER], 120).await;
    let rate = |took: Option<f64>| match took {
        Some(took) => format!("{:.0} ms, {:.0} articles/s", took, count / took * 1e3),
        None => "never".to_owned(),
    };
    println!(
        "  register {count}: told beforehand after {}; done after {}",
        rate(shown),
        rate(done)
    );
}

/// Searches, and goes into the list of what is found.
async fn find(window: &Client, words: &str) {
    press_chord(window, &[CONTROL, 'f']).await;
    press_chord(window, &[CONTROL, 'a']).await;
    write(window, words).await;
    pause(1500).await;
    press(window, ENTER).await;
    until(window, "document.activeElement.closest('[data-pane=list]')").await;
}

async fn starts(library: &Path) {
    head("from start to usable, alternating");
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        bare.push(start(bare_window()).await);
        ours.push(start(Setup::on(library)).await);
    }
    let least = tell("bare Tauri window", &mut bare, None, None);
    tell(
        "this window",
        &mut ours,
        Some(least),
        Some(Aim::TimesBare(1.3)),
    );
}

/// From a key to its paint, where nothing has to be done.
async fn bare_keys() -> Vec<f64> {
    let screen = bare_window().open().await;
    let window = &screen.window;
    until(window, "performance.getEntriesByName('usable').length > 0").await;
    let word = "document.querySelector('h1').textContent";
    let mut times = Vec::new();
    for _ in 0..40 {
        times.push(time(window, word, &format!("{word} !== before"), &['a']).await);
    }
    screen.close().await;
    times
}

fn bare_window() -> Setup {
    Setup {
        program: Some(example("bare")),
        ..Setup::first_run()
    }
}
