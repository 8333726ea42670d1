//! What the report of an intake offers, taken by real keys: a later version, a file that nobody can read, photos.

use std::path::PathBuf;

use muragat_tests::hand::{strike, until};
use muragat_tests::library::{Library, picture_file};
use muragat_tests::screen::{Screen, Setup};
use serde_json::Value;

use crate::journey::{drag, focus, neighbour};

const FIRST: &str = "Ауданда жаңа емхана ашылды\n2026 жылғы 27 ақпан\n\n\
    Емханада отыз дәрігер жұмыс істейді, олар күніне екі жүз адамды қабылдайды.\n\
    Ғимарат республикалық бюджет есебінен салынды, құрылыс екі жылға созылды.\n\
    Ашылу рәсіміне аудан тұрғындары мен құрылысшылар қатысты.\n";

fn asked(library: &Library, args: &[&str]) -> Value {
    serde_json::from_str(&library.muragat(args)).unwrap()
}

fn articles(library: &Library) -> Vec<Value> {
    let listed = asked(library, &["list", "--json"]);
    listed["articles"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_version_is_made_one_by_a_key_and_one_undo_takes_it_back() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::empty();
    let first = library.file("хабар.txt", FIRST.as_bytes());
    library.muragat(&["add", &first]);
    let later = FIRST
        .replace("отыз дәрігер", "қырық дәрігер")
        .replace("27 ақпан", "28 ақпан");
    let files: Vec<PathBuf> = [
        library.file("түзету.txt", later.as_bytes()),
        library.file("түзету.png", &picture_file()),
    ]
    .map(PathBuf::from)
    .into();
    let screen = Setup::on(&library.path()).size(1600, 1000).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=units]')").await;
    let other = neighbour(&screen, &files, "");
    drag(&screen, 720, 400);
    // the keyboard is on what one can do
    let row = "document.activeElement?.matches('dialog[open] [role=row]')";
    until(window, row).await;
    drop(other);
    assert_eq!(articles(&library).len(), 2);
    focus(&screen).await;
    // side by side, and back to the report
    strike(&screen, "KeyD");
    until(
        window,
        "document.querySelector('dialog[open] [data-differs]')",
    )
    .await;
    strike(&screen, "Escape");
    until(
        window,
        "!document.querySelector('dialog[open] [data-differs]')",
    )
    .await;
    until(window, row).await;
    strike(&screen, "KeyV");
    until(
        window,
        "document.querySelector('dialog[open] .said')?.textContent.trim() !== ''",
    )
    .await;
    assert_eq!(articles(&library).len(), 1);
    let record = asked(&library, &["show", "2026-0001", "--json"]);
    let versions = record["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2, "{record:#}");
    assert_eq!(versions[1]["relation"], "corrects");
    assert_eq!(record["photos"].as_array().unwrap().len(), 1);
    strike(&screen, "Escape");
    until(window, "!document.querySelector('dialog[open]')").await;
    strike(&screen, "Ctrl+KeyZ");
    until(
        window,
        "document.querySelectorAll('[data-pane=list] [role=option], [data-pane=list] [role=row]').length === 2",
    )
    .await;
    assert_eq!(articles(&library).len(), 2);
    screen.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_nobody_can_read_is_kept_by_a_key() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::empty();
    let packed = library.file("Құжаттар.rar", b"Rar!\x1a\x07\x01\x00 not a real one");
    let screen = Setup::on(&library.path()).size(1600, 1000).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=units]')").await;
    let other = neighbour(&screen, &[PathBuf::from(packed)], "");
    drag(&screen, 720, 400);
    until(
        window,
        "document.activeElement?.matches('dialog[open] [role=row]')",
    )
    .await;
    drop(other);
    assert_eq!(articles(&library).len(), 0);
    focus(&screen).await;
    strike(&screen, "KeyK");
    until(
        window,
        "document.querySelector('dialog[open] .said')?.textContent.trim() !== ''",
    )
    .await;
    let listed = articles(&library);
    let reference = listed[0]["reference"].as_str().unwrap();
    let record = asked(&library, &["show", reference, "--json"]);
    let version = &record["versions"][0];
    assert_eq!(version["title"], "Құжаттар");
    assert_eq!(version["body"], "");
    let file = &version["files"][0];
    assert_eq!(file["derivation"]["doubts"][0]["kind"], "not_read_packed");
    // the keyboard stands on the draft that it became: it can be left out again
    until(
        window,
        "document.activeElement?.matches('dialog[open] [role=row]')",
    )
    .await;
    strike(&screen, "Delete");
    until(window, "!document.querySelector('dialog[open] [role=row]')").await;
    assert_eq!(articles(&library).len(), 0);
    screen.close().await;
}
