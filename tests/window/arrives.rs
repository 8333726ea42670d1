//! What people receive arrives at the window by a real drag: a document with its photos, and many at once.

use std::fs;
use std::path::PathBuf;

use muragat_tests::hand::{run, strike, until};
use muragat_tests::library::{Library, picture_file};
use muragat_tests::screen::{Screen, Setup};

use crate::journey::{drag, focus, neighbour};

const PAGE: &str = "<!DOCTYPE html><html lang='kk'><head><meta charset='utf-8'><title>Сайт</title></head><body><nav>Басты бет</nav><article><h1>Ауданда жаңа мектеп ашылды</h1><p>27 ақпан 2026 жыл</p><p>Шараға аудан әкімі Нұрлан Әбілов қатысты. Ол оқушыларды құттықтап, мектептің болашағы туралы айтты.</p></article></body></html>";

/// A picture, other than those with other numbers.
fn picture(number: u8) -> Vec<u8> {
    let mut bytes = picture_file();
    bytes.push(number);
    bytes
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_and_its_photos_are_one_document_and_its_original_is_told() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::empty();
    let files: Vec<PathBuf> = [
        ("хабар.html", PAGE.as_bytes().to_vec()),
        ("бірінші.png", picture(1)),
        ("екінші.png", picture(2)),
    ]
    .map(|(name, bytes)| PathBuf::from(library.file(name, &bytes)))
    .into();
    let screen = Setup::on(&library.path()).size(1600, 1000).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=units]')").await;
    let other = neighbour(&screen, &files, "");
    drag(&screen, 720, 400);
    let title = "document.querySelector('[data-pane=list]').textContent.includes('Ауданда жаңа мектеп ашылды')";
    until(window, title).await;
    until(
        window,
        "document.querySelectorAll('.strip img').length === 2",
    )
    .await;
    drop(other);
    let listed = library.muragat(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(
        listed["articles"].as_array().unwrap().len(),
        1,
        "{listed:#}"
    );
    let reference = listed["articles"][0]["reference"].as_str().unwrap();
    let record = library.muragat(&["show", reference, "--json"]);
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    let file = &record["versions"][0]["files"][0];
    assert_eq!(file["media_type"], "text/html", "{file:#}");
    assert!(file["derivation"]["reader"].is_string(), "{file:#}");
    screen.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_shown_before_they_come_in_and_one_undo_takes_them_all_back() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::empty();
    let folder = library.path().with_file_name("келгендер");
    fs::create_dir(&folder).unwrap();
    for number in 0..150 {
        let text = format!("{number}-хабар\n\nАуданда {number}-мектеп ашылды.\n");
        fs::write(folder.join(format!("{number:03}.txt")), text).unwrap();
    }
    library.muragat(&["add", &folder.join("000.txt").display().to_string()]);
    let screen = Setup::on(&library.path()).size(1600, 1000).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=units]')").await;
    let other = neighbour(&screen, std::slice::from_ref(&folder), "");
    drag(&screen, 720, 400);
    until(window, "document.querySelector('dialog[open] li')").await;
    assert_eq!(
        count(&library),
        1,
        "nothing comes in before one has said so"
    );
    focus(&screen).await;
    strike(&screen, "Enter");
    // what became of each: one is here already
    until(window, "document.querySelector('dialog[open] [data-row]')").await;
    drop(other);
    assert_eq!(count(&library), 150);
    focus(&screen).await;
    strike(&screen, "Escape");
    until(window, "!document.querySelector('dialog[open]')").await;
    // far down in the list, which becomes one row
    run(
        window,
        "document.querySelector('[data-pane=list] [role=listbox], [data-pane=list] [role=grid]')?.scrollTo(0, 1e6)",
    )
    .await;
    strike(&screen, "Ctrl+KeyZ");
    until(
        window,
        "document.querySelectorAll('[data-pane=list] [role=option], [data-pane=list] [role=row]').length === 1",
    )
    .await;
    assert_eq!(count(&library), 1);
    screen.close().await;
}

fn count(library: &Library) -> usize {
    let listed = library.muragat(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    listed["articles"].as_array().unwrap().len()
}
