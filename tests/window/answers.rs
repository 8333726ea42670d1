//! What one presses while something is asked, told or under way: it means what one saw, and is not lost.

use std::time::Duration;

use muragat_archive::record::terms::OpKind;
use muragat_archive::{Archive, Identity};
use muragat_tests::hand::{CONTROL, ENTER, ESCAPE, click, press, press_chord, run, until};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

const DOWN: char = '\u{e015}';
const DELETE: char = '\u{e017}';

/// Whether the document on the screen has these words in its title.
fn shows(words: &str) -> String {
    format!("document.querySelector('[data-pane=document] h1')?.textContent.includes('{words}')")
}

/// A library of the usual documents and one more, in which somebody of the archive is named anew.
fn library() -> Library {
    let library = Library::make();
    let text = "date 2026-04-02 Оқырмандар күні өтті
Кездесуде Сәуле Омарова сөз сөйледі.
";
    let file = library.file("third.txt", text.as_bytes());
    library.muragat(&["add", &file]);
    library
}

fn count_people(library: &Library) -> u64 {
    let archive = Archive::open(&library.path(), Identity::new("Дәурен")).unwrap();
    archive.overview().unwrap().people
}

/// Somebody else writes for a while: all that the window asks to be written waits.
fn hold(library: &Library) -> std::thread::JoinHandle<()> {
    let path = library.path();
    let (began, begun) = std::sync::mpsc::channel();
    let writer = std::thread::spawn(move || {
        let mut archive = Archive::open(&path, Identity::new("Дәурен")).unwrap();
        let done = archive.transact(OpKind::EditArticle, |_| {
            began.send(()).unwrap();
            std::thread::sleep(Duration::from_secs(2));
            Ok(())
        });
        done.unwrap();
    });
    begun.recv().unwrap();
    writer
}

/// Ctrl+Enter in the picker makes somebody new, though one of that name is on record and proposed first.
#[tokio::test(flavor = "multi_thread")]
async fn the_picker_makes_somebody_new_beside_one_of_the_same_name() {
    if !Screen::is_possible() {
        return;
    }
    let library = library();
    let before = count_people(&library);
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, &shows("Оқырмандар")).await;
    run(
        window,
        "document.querySelector('[data-reading]').closest('[data-pane-entry]').focus()",
    )
    .await;
    press(window, 'k').await;
    until(window, "document.querySelector('[data-card]')").await;
    press(window, 'e').await;
    until(
        window,
        "document.querySelector('[data-picker] [role=option]:not(.new)')?.textContent.includes('Сәуле Омарова')",
    )
    .await;
    press_chord(window, &[CONTROL, ENTER]).await;
    until(window, "!document.querySelector('[data-picker]')").await;
    until(
        window,
        "document.querySelector('mark.person:not(.suggested)')",
    )
    .await;
    screen.close().await;
    assert_eq!(count_people(&library), before + 1);
}

/// What could not be done in the tree is told above the window; Escape on it puts it away, and one is in the tree again.
#[tokio::test(flavor = "multi_thread")]
async fn escape_on_what_was_told_leads_back_to_the_tree() {
    if !Screen::is_possible() {
        return;
    }
    let library = library();
    library.muragat(&["unit", "12", "Облыс әкімдігі"]);
    library.muragat(&["unit", "1", "Хабарламалар", "--under", "12"]);
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, &shows("Оқырмандар")).await;
    let line = "[...document.querySelectorAll('[role=treeitem]')].find((line) => line.textContent.includes('Облыс әкімдігі'))";
    until(window, line).await;
    run(
        window,
        &format!("{line}.click(); document.querySelector('.tree').focus()"),
    )
    .await;
    until(window, &format!("{line}.ariaSelected === 'true'")).await;
    // A fonds with something below it stays.
    press(window, DELETE).await;
    until(window, "document.querySelector('.problem button')").await;
    run(window, "document.querySelector('.problem button').focus()").await;
    press(window, ESCAPE).await;
    until(window, "!document.querySelector('.problem')").await;
    until(window, "document.activeElement.matches('.tree')").await;
    until(window, &format!("{line}.ariaSelected === 'true'")).await;
    press(window, DOWN).await;
    until(window, &format!("{line}.ariaSelected === 'false'")).await;
    screen.close().await;
}

/// While the window waits for the library, a click on another document is kept, and what was asked before is done.
#[tokio::test(flavor = "multi_thread")]
async fn a_click_is_not_lost_while_the_window_waits() {
    if !Screen::is_possible() {
        return;
    }
    let library = library();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, &shows("Оқырмандар")).await;
    run(
        window,
        "document.querySelector('[data-reading]').closest('[data-pane-entry]').focus()",
    )
    .await;
    press(window, 'k').await;
    until(window, "document.querySelector('[data-card]')").await;
    let held = hold(&library);
    press(window, ENTER).await;
    click(window, "[data-row='2']").await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!held.is_finished());
    held.join().unwrap();
    until(window, &shows("Су тасқынына")).await;
    screen.close().await;
    let accepted = library.muragat(&["history", "--json"]);
    assert!(accepted.contains("accept_suggestions"), "{accepted}");
}
