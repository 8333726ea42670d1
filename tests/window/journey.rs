//! An archivist's first day, by keys of the real keyboard: from the first run to a catalogued release, undone to nothing and done again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use fantoccini::Client;
use muragat_tests::hand::{
    ESCAPE, answer, click, picture, press, run, strike, strikes, until, write, xdotool,
};
use muragat_tests::library::{RELEASE, picture_file};
use muragat_tests::screen::{Group, Screen, Setup, built, example};

/// The real release, where the team's shared folder is; else a small one of our own.
pub(crate) struct Article {
    pub(crate) text: String,
    organisations: [&'static str; 2],
    people: [&'static str; 3],
    /// The first words of the quote to tag; its whole paragraph's quotation is taken.
    quote: &'static str,
    speaker: &'static str,
}

impl Article {
    pub(crate) fn find() -> Article {
        let shared = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../shared/article/article.txt"
        );
        match std::fs::read_to_string(shared) {
            Ok(text) => Article {
                text,
                organisations: [
                    "\"Ерлік\" қимыл қозғалысы кем мүгедектер қоғамдық бірлестігінің",
                    "Жетісу университетінің",
                ],
                people: ["Гүлнар Тойлыбаева", "Роза Ақжаркенова", "Ермек Бөрібаев"],
                quote: "Конституциялық реформалардың негізінде",
                speaker: "Роза Ақжаркенова",
            },
            Err(_) => Article {
                text: RELEASE.to_owned(),
                organisations: ["Жетісу университетінің", "Ерлік"],
                people: ["Сәуле Омарова", "Нұрлан Сейітов", "Сәуле"],
                quote: "Балалар кітапқа",
                speaker: "Сәуле Омарова",
            },
        }
    }
}

/// What the window shows of the article: how many persons, organisations, quotes, photos.
async fn counts(window: &Client) -> String {
    let script = "return ['mark.person', 'mark.organisation', '[data-quote]', '.strip img'].map(find => document.querySelectorAll(find).length > 0).join()";
    run(window, script).await.to_string()
}

/// Puts the caret on a phrase of the text and selects it, word by word, by the arrows.
async fn select(screen: &Screen, body: &str, phrase: &str) {
    let at = body
        .find(phrase)
        .unwrap_or_else(|| panic!("{phrase} is not in the text"));
    let before = words(body.get(..at).unwrap());
    strike(screen, "Ctrl+Home");
    strikes(screen, "ArrowRight", before);
    strikes(screen, "Shift+ArrowRight", words(phrase));
    let selected = format!(
        "document.querySelector('[data-reading] [role=status]').textContent.includes({})",
        // What is heard begins with a word, not with its quotation mark.
        serde_json::to_string(phrase.trim_start_matches('"')).unwrap()
    );
    until(&screen.window, &selected).await;
}

/// How many words the arrows step over: letters and digits, joined by hyphens; an initial with its stop.
fn words(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let joins = matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ')
            && inside
            && letters
                .get(at + 1)
                .is_some_and(|next| next.is_alphanumeric());
        if letter.is_alphanumeric() {
            count += usize::from(!inside);
            inside = true;
        } else if !joins {
            inside = false;
        }
    }
    count
}

/// Opens the picker on a phrase and takes what it proposes first.
async fn tag(screen: &Screen, body: &str, phrase: &str, key: &str) {
    let window = &screen.window;
    select(screen, body, phrase).await;
    strike(screen, key);
    until(window, "document.querySelector('[data-picker] input')").await;
    // What Rust proposes has come: the name stands in the field and is selected.
    tokio::time::sleep(Duration::from_millis(400)).await;
    strike(screen, "Enter");
    until(window, "!document.querySelector('[data-picker]')").await;
}

/// A small program beside the window, with files to drag and words on the clipboard.
pub(crate) fn neighbour(screen: &Screen, files: &[PathBuf], words: &str) -> Group {
    use std::io::{BufRead, BufReader, Write};
    let mut command = screen.command(example("neighbour"));
    command
        .args(["1500", "900"])
        .args(files)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped());
    let mut group = Group::start(&mut command);
    group
        .child()
        .stdin
        .take()
        .unwrap()
        .write_all(words.as_bytes())
        .unwrap();
    let mut line = String::new();
    BufReader::new(group.child().stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert_eq!(line.trim(), "ready");
    group
}

/// Drags the neighbour's files onto a place of the window, by the pointer.
pub(crate) fn drag(screen: &Screen, x: u32, y: u32) {
    let step = |arguments: &[&str]| {
        xdotool(screen, arguments);
        std::thread::sleep(Duration::from_millis(120));
    };
    step(&["mousemove", "1550", "930"]);
    step(&["mousedown", "1"]);
    for (x, y) in [
        (1540, 925),
        (1520, 910),
        (1400, 880),
        (1100, 700),
        (x + 30, y + 20),
        (x, y),
    ] {
        step(&["mousemove", &x.to_string(), &y.to_string()]);
    }
    std::thread::sleep(Duration::from_millis(300));
    step(&["mouseup", "1"]);
}

pub(crate) fn muragat(library: &Path, arguments: &[&str]) -> serde_json::Value {
    let output = Command::new(built("muragat"))
        .arg("-L")
        .arg(library)
        .args(arguments)
        .arg("--json")
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {output:?}"))
}

async fn first_day(keyboard: &'static str) {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let article = Article::find();
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let photos: Vec<PathBuf> = ["ашылу 1.png", "ашылу 2.png"]
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let path = folder.path().join(name);
            let mut bytes = picture_file();
            // Other bytes, the same picture.
            bytes.extend_from_slice(&[at as u8]);
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect();

    // First run, in Kazakh: who works here, and a new library.
    let mut setup = Setup::first_run().home(&home);
    setup.keyboard = Some(keyboard);
    let screen = setup.clone().open().await;
    let window = &screen.window;
    until(window, "document.activeElement?.id === 'actor'").await;
    assert_eq!(
        run(window, "return document.documentElement.lang").await,
        "kk"
    );
    picture(window, "journey-first-run.png").await;
    write(window, "Айгүл Серікқызы").await;
    strike(&screen, "Enter");
    until(window, "document.querySelector('[data-pane=list]')").await;
    let library = home.join("muragat/default.muragat");
    assert!(library.is_dir());

    // A new article: the real release, pasted.
    let clipboard = neighbour(&screen, &photos, &article.text);
    strike(&screen, "Ctrl+KeyV");
    until(window, "document.querySelector('[data-reading]')").await;
    let list = muragat(&library, &["list"]);
    let id = list["articles"][0]["id"].as_str().unwrap().to_owned();
    let shown = || muragat(&library, &["show", &id]);
    let body = shown()["versions"][0]["body"].as_str().unwrap().to_owned();
    assert!(body.contains(article.people[0]), "{body}");

    let last = body.trim_end().chars().rev().take(12).collect::<String>();
    let last: String = last.chars().rev().collect();
    assert!(article.text.trim_end().ends_with(&last), "{body}");

    // Two organisations, three persons, a quote and its speaker, by keys alone.
    until(
        window,
        "document.activeElement.closest('[data-pane=document]')",
    )
    .await;
    for name in article.organisations {
        tag(&screen, &body, name, "KeyO").await;
    }
    for name in article.people {
        tag(&screen, &body, name, "KeyP").await;
    }
    select(&screen, &body, article.quote).await;
    strike(&screen, "ArrowLeft");
    strike(&screen, "KeyQ");
    until(window, "document.querySelector('[data-picker]')").await;
    let speaker = format!(
        "document.querySelector('[data-picker]').textContent.includes({})",
        serde_json::to_string(article.speaker).unwrap()
    );
    until(window, &speaker).await;
    picture(window, "journey-speaker.png").await;
    strike(&screen, "Enter");
    until(window, "!document.querySelector('[data-picker]')").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let record = shown();
    assert_eq!(record["cast"].as_array().unwrap().len(), 5, "{record:#}");
    let quotes = record["versions"][0]["quotes"].as_array().unwrap();
    assert_eq!(quotes.len(), 1, "{record:#}");
    let speaker = quotes[0]["speaker"].as_str().unwrap();
    let parties = record["parties"].as_array().unwrap();
    let named = parties.iter().find(|party| party["id"] == speaker).unwrap();
    assert_eq!(named["name"], article.speaker);
    picture(window, "journey-tagged.png").await;

    // Photos: two by a real drag.
    drag(&screen, 720, 400);
    until(
        window,
        "document.querySelectorAll('.strip img').length === 2",
    )
    .await;
    drop(clipboard);
    picture(window, "journey-photos.png").await;

    // Closed and opened again: all is there.
    let seen = counts(window).await;
    screen.close().await;
    let screen = setup.open().await;
    let window = &screen.window;
    until(
        window,
        "document.querySelectorAll('.strip img').length === 2",
    )
    .await;
    assert_eq!(counts(window).await, seen);
    let whole = shown();

    // Undone back to empty, and done again.
    let mut undone = 0;
    while muragat(&library, &["list"])["total"] != 0 {
        strike(&screen, "Ctrl+KeyZ");
        tokio::time::sleep(Duration::from_millis(150)).await;
        undone += 1;
        assert!(undone < 60, "undo does not end");
    }
    until(
        window,
        "document.querySelectorAll('[data-pane=list] [role=option]').length === 0",
    )
    .await;
    for _ in 0..undone {
        strike(&screen, "Ctrl+Shift+KeyZ");
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    for _ in 0..100 {
        if shown() == whole {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!(shown(), whole);
    // What was done again is on the screen.
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    until(
        window,
        "document.querySelectorAll('.strip img').length === 2",
    )
    .await;

    second_half(&screen, keyboard, folder.path(), &library, &id).await;
    screen.close().await;
}

/// A photo by the system's dialog; registered, corrected by a new version, compared; exported and verified; in
/// Russian and in the dark.
async fn second_half(
    screen: &Screen,
    keyboard: &'static str,
    folder: &Path,
    library: &Path,
    id: &str,
) {
    let window = &screen.window;
    let shown = || muragat(library, &["show", id]);

    // One more photo, by the system's dialog.
    let third = folder.join("third.png");
    let mut bytes = picture_file();
    bytes.extend_from_slice(b"3");
    std::fs::write(&third, bytes).unwrap();
    latin(screen);
    answer(screen, &third, async || {
        strike(screen, "Ctrl+Shift+KeyP");
    })
    .await;
    lay(screen, keyboard);
    until(
        window,
        "document.querySelectorAll('.strip img').length === 3",
    )
    .await;
    // It is the picture of the first once more, under another name: that is told, and put away.
    until(window, "document.querySelector('dialog[open]') !== null").await;
    strike(screen, "Escape");
    until(window, "document.querySelector('dialog[open]') === null").await;

    // Registered: the text is evidence now.
    focus(screen).await;
    strike(screen, "Ctrl+Shift+KeyR");
    until(window, "document.querySelector('dialog[open] .main')").await;
    picture(window, "journey-register.png").await;
    strike(screen, "Enter");
    until(window, "document.querySelector('.chip.registered')").await;
    assert_eq!(shown()["state"], "registered");

    // Corrected by a new version, and what differs is seen.
    strike(screen, "Ctrl+Shift+KeyN");
    until(
        window,
        "document.querySelector('dialog[open] input[value=corrects]')?.checked",
    )
    .await;
    strike(screen, "Enter");
    tokio::time::sleep(Duration::from_millis(800)).await;
    picture(window, "journey-version.png").await;
    until(window, "document.activeElement?.dataset.draft === 'body'").await;
    strike(screen, "Ctrl+End");
    write(window, " Түзету: жиын сағат онда басталды.").await;
    strike(screen, "F2");
    until(window, "document.querySelector('[data-reading]')").await;
    let record = shown();
    let versions = record["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[1]["relation"], "corrects");
    let corrected = versions[1]["body"].as_str().unwrap();
    assert!(
        corrected
            .trim_end()
            .ends_with("Түзету: жиын сағат онда басталды."),
        "{corrected}"
    );
    assert!(!versions[0]["body"].as_str().unwrap().contains("Түзету"));
    strike(screen, "Ctrl+KeyD");
    until(
        window,
        "document.querySelectorAll('[data-differs]').length === 1 && document.querySelector('[data-differs] .new').textContent.includes('сағат онда')",
    )
    .await;
    picture(window, "journey-difference.png").await;
    strike(screen, "Escape");

    // Exported where the system's dialog says.
    let bundle = folder.join("bundle");
    strike(screen, "Ctrl+KeyE");
    until(window, "document.querySelector('dialog[open] .foot .main')").await;
    latin(screen);
    answer(screen, &bundle, async || {
        click(window, "dialog[open] .foot .main").await;
    })
    .await;
    lay(screen, keyboard);
    until(window, "document.querySelector('dialog[open] .done .path')").await;
    picture(window, "journey-exported.png").await;
    assert!(bundle.join("bagit.txt").is_file());
    focus(screen).await;
    press(window, ESCAPE).await;
    until(window, "!document.querySelector('dialog[open]')").await;

    // Verified by dropping it on the window.
    let held = neighbour(screen, &[bundle], "");
    drag(screen, 720, 400);
    until(
        window,
        "document.querySelector('dialog[open] .verdict') && !document.querySelector('dialog[open] .verdict.bad')",
    )
    .await;
    drop(held);
    picture(window, "journey-verified.png").await;
    focus(screen).await;
    press(window, ESCAPE).await;
    until(window, "!document.querySelector('dialog[open]')").await;

    // In Russian, in the dark, by the palette.
    for (typed, said) in [
        ("русс", "document.documentElement.lang === 'ru'"),
        ("тёмн", "document.documentElement.dataset.theme === 'dark'"),
    ] {
        strike(screen, "Ctrl+KeyK");
        until(
            window,
            "document.querySelector('dialog[open] [role=combobox]')",
        )
        .await;
        write(window, typed).await;
        until(window, "document.querySelector('dialog[open] [data-at=\"0\"][data-action^=\"language.\"], dialog[open] [data-at=\"0\"][data-action^=\"theme.\"]')").await;
        strike(screen, "Enter");
        until(window, said).await;
    }
    picture(window, "journey-end.png").await;
}

/// Latin letters on the keyboard: a path is typed.
fn latin(screen: &Screen) {
    lay(screen, "us");
}

fn lay(screen: &Screen, keyboard: &str) {
    let set = screen.command("setxkbmap").arg(keyboard).status();
    assert!(set.unwrap().success(), "setxkbmap {keyboard}");
}

/// Gives the keyboard back to the window: no window manager does after a dialog of the system, or a drag.
pub(crate) async fn focus(screen: &Screen) {
    let found = xdotool(screen, &["search", "--onlyvisible", "--name", "Мұрағат"]);
    if let Some(window) = found.lines().next() {
        xdotool(screen, &["windowfocus", "--sync", window]);
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_day_by_keys() {
    first_day("us").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_day_under_the_kazakh_keyboard() {
    first_day("kz").await;
}
