//! A bundle comes in: verified first, then what is new, the same, changed here or there, for the archivist to choose.

use fantoccini::Client;
use muragat_archive::{Archive, ArticleEdit, Identity};
use muragat_bundle::{Export, Import, export, import};
use muragat_tests::hand::{CONTROL, act, answer, press_chord, run, text, until};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

async fn button(window: &Client, words: &str) {
    let found = format!(
        "[...document.querySelectorAll('dialog[open] button')].find((one) => one.textContent.includes('{words}') && !one.disabled)"
    );
    until(window, &found).await;
    run(window, &format!("{found}.click()")).await;
}

fn note(archive: &mut Archive, id: &str, text: &str) {
    let edit = ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    archive.edit_article(id, &edit).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_shows_what_differs_and_lets_one_choose() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let room = tempfile::Builder::new().prefix("room-").tempdir().unwrap();
    let bundle = room.path().join("back.zip");
    let ids = {
        let mut all = |_: muragat_archive::Progress| true;
        let here = Archive::open(&library.path(), Identity::new("Айгүл")).unwrap();
        let out = room.path().join("out");
        export(&here, &out, &Export::default(), &mut all).unwrap();
        let mut there =
            Archive::create(&room.path().join("there.muragat"), Identity::new("Нұрлан")).unwrap();
        // who changed what since is told by seconds: the library was made in an earlier one
        std::thread::sleep(std::time::Duration::from_millis(1100));
        import(&mut there, &out, &Import::default(), &mut all).unwrap();
        let ids = there.article_ids().unwrap();
        note(&mut there, &ids[0], "сонда жазылған ескертпе");
        there
            .add_text(
                "new.txt",
                "Жаңадан келген хабарлама\nМәтіні.\n".as_bytes(),
                &muragat_archive::Intake::default(),
            )
            .unwrap();
        let zipped = Export {
            zip: true,
            ..Export::default()
        };
        export(&there, &bundle, &zipped, &mut all).unwrap();
        ids
    };
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    act(window, "transfer.import").await;
    answer(&screen, &bundle, async || button(window, "zip").await).await;
    until(window, "document.querySelector('dialog[open] table')").await;
    let shown = text(window, "dialog[open] .body").await;
    assert!(shown.contains("Жаңадан келген хабарлама"), "{shown}");
    assert!(shown.contains("сонда жазылған ескертпе"), "{shown}");
    // what was changed there alone is proposed
    until(
        window,
        "[...document.querySelectorAll('dialog[open] fieldset input[type=radio]')].at(-1).checked",
    )
    .await;
    button(window, "Таңдалғанын қабылдау").await;
    until(window, "document.querySelector('dialog[open] .records')").await;
    let id = &ids[0];
    let now = || {
        let here = Archive::open(&library.path(), Identity::new("Айгүл")).unwrap();
        let note = here.article(id).unwrap().note;
        (here.article_ids().unwrap().len(), note)
    };
    assert_eq!(
        now(),
        (ids.len() + 1, Some("сонда жазылған ескертпе".into()))
    );
    // one op: undo takes all of it back
    run(window, "document.querySelector('dialog[open]').close()").await;
    press_chord(window, &[CONTROL, 'z']).await;
    for _ in 0..50 {
        if now() == (ids.len(), None) {
            screen.close().await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{:?}", now());
}
