//! What can go wrong while one works: shown in the window where it happened, with what to do next.

use std::time::Duration;

use muragat_tests::hand::{run, text, until, write};
use muragat_tests::library::{Library, picture_file};
use muragat_tests::screen::Screen;

use crate::truth_eye::Eye;

/// Another program writes, or another window: seen within a second or so, without asking.
#[tokio::test(flavor = "multi_thread")]
async fn what_others_write_is_seen() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let first = Screen::open(&library.path(), &[]).await;
    let second = Screen::open(&library.path(), &[]).await;
    for screen in [&first, &second] {
        until(
            &screen.window,
            "document.querySelectorAll('[data-pane=list] [role=option] b').length === 2",
        )
        .await;
    }
    let file = library.file(
        "new.txt",
        "date 2026-03-20 Жаңа көпір ашылды\nКөпірді құрылысшылар мерзімінен бұрын салды.\n"
            .as_bytes(),
    );
    let added = library.muragat(&["add", &file, "--json"]);
    let added: serde_json::Value = serde_json::from_str(&added).unwrap();
    for screen in [&first, &second] {
        until(
            &screen.window,
            "document.querySelectorAll('[data-pane=list] [role=option] b').length === 3",
        )
        .await;
    }
    // One window deletes what the other one shows: by an op of its own, seen in both.
    library.muragat(&[
        "delete",
        added["articles"][0]["reference"].as_str().unwrap(),
    ]);
    for screen in [&first, &second] {
        until(
            &screen.window,
            "document.querySelectorAll('[data-pane=list] [role=option] b').length === 2",
        )
        .await;
    }
    first.close().await;
    second.close().await;
}

/// The disk with the library is taken out and put back: said, and then the work goes on.
#[tokio::test(flavor = "multi_thread")]
async fn an_unplugged_library_is_told_and_comes_back() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    text(window, "[data-pane=document] h1").await;
    let away = library.path().with_extension("away");
    std::fs::rename(library.path(), &away).unwrap();
    let said = "document.body.innerText.includes('Архив базасы орнында жоқ')".to_owned();
    until(window, &said).await;
    // And what to do next.
    until(
        window,
        "document.body.innerText.includes('Диск қосылмаған болуы мүмкін')",
    )
    .await;
    std::fs::rename(&away, library.path()).unwrap();
    until(
        window,
        "document.querySelectorAll('[data-pane=list] [role=option] b').length === 2",
    )
    .await;
    until(window, &format!("!{said}")).await;
    until(window, "document.querySelector('[data-pane=document] h1')").await;

    screen.close().await;
}

/// What one types while the disk is away, into a field and into the text, is written once it is back; the hand stays.
#[tokio::test(flavor = "multi_thread")]
async fn words_typed_while_the_library_is_away_are_written_when_it_is_back() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    text(window, "[data-pane=document] h1").await;
    let away = library.path().with_extension("away");
    let lost = "document.body.innerText.includes('Архив базасы орнында жоқ')";
    let eye = Eye(window);

    for (begin, first, second) in [
        (
            ["tab description", "field =field-note"].as_slice(),
            "Залда жазылды",
            ", кейін толықтырылды",
        ),
        (
            ["key F2", "key Ctrl+End"].as_slice(),
            " Соңында ән",
            " айтылды.",
        ),
    ] {
        for step in begin {
            eye.step(step).await.unwrap();
        }
        write(window, first).await;
        std::fs::rename(library.path(), &away).unwrap();
        until(window, lost).await;
        write(window, second).await;
        let words = format!("{first}{second}");
        let in_hand = format!("document.activeElement.value?.includes('{words}')");
        until(window, &in_hand).await;
        // Longer than one waits with writing after the last key.
        tokio::time::sleep(Duration::from_millis(1500)).await;
        until(window, &format!("{lost} && {in_hand}")).await;

        std::fs::rename(&away, library.path()).unwrap();
        until(window, &format!("!{lost} && {in_hand}")).await;
        let mut shown = String::new();
        for _ in 0..100 {
            shown = library.muragat(&["show", "2026-0001", "--json"]);
            if shown.contains(&words) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert!(shown.contains(&words), "{words}: {shown}");
    }
    screen.close().await;
}

/// Two megabytes of text open, and the window stays quick enough to be driven.
#[tokio::test(flavor = "multi_thread")]
async fn long_things_are_shown_whole() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::empty();
    let line = "Жиында облыстың даму жоспары, құрылыс пен мектептер жайы талқыланды. ".repeat(12);
    let mut long = String::from("date 2026-03-14 Өте ұзақ құжат\n");
    while long.len() < 2_000_000 {
        long.push_str(&line);
        long.push('\n');
    }
    long.push_str("Соңғы сөз осы.\n");
    library.muragat(&["add", &library.file("long.txt", long.as_bytes())]);
    let name = "Ұзынаттылар ".repeat(25);
    assert!(name.chars().count() >= 300);
    let short = library.file(
        "short.txt",
        "date 2026-03-15 Қысқа құжат\nБір сөйлем.\n".as_bytes(),
    );
    library.muragat(&["add", &short]);
    library.muragat(&["tag", "2026-0002", "--person", name.trim()]);
    let photo = library.file("сурет.png", &picture_file());
    library.muragat(&[
        "attach",
        "2026-0002",
        &photo,
        "--caption",
        "<img src=x onerror=\"document.title='ran'\"><b>қою</b> &amp;",
    ]);

    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    // A name of 300 letters stands whole and inside its pane.
    until(
        window,
        &format!(
            "document.querySelector('[role=tabpanel]')?.textContent.includes({})",
            serde_json::to_string(name.trim()).unwrap()
        ),
    )
    .await;
    let fits = "const panel = document.querySelector('[role=tabpanel]'); return panel.scrollWidth <= panel.clientWidth + 1";
    assert_eq!(run(window, fits).await, true);
    // A caption's markup is letters.
    until(window, "document.querySelector('.strip')?.textContent.includes('<b>қою</b> &amp;') || document.querySelector('.strip [data-tip*=\"<b>\"], .strip [alt*=\"<b>\"], .strip [aria-label*=\"<b>\"]')").await;
    assert_eq!(
        run(
            window,
            "return document.querySelectorAll('.strip b, img[src=x]').length"
        )
        .await,
        0
    );
    // And the long text, to its last word.
    let started = std::time::Instant::now();
    run(
        window,
        "document.querySelector('[data-pane=list] [role=option]:nth-of-type(2)')?.click()",
    )
    .await;
    muragat_tests::hand::press(window, 'j').await;
    until(
        window,
        "document.querySelector('[data-pane=document] h1')?.textContent.includes('Өте ұзақ')",
    )
    .await;
    until(
        window,
        "document.querySelector('[data-pane=document] .text')?.scrollHeight > 20000",
    )
    .await;
    eprintln!(
        "2 MB of text: {} ms from key to page",
        started.elapsed().as_millis()
    );
    let title = run(window, "return document.title").await;
    assert!(!title.as_str().unwrap().contains("ran"));
    screen.close().await;
}
