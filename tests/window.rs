//! The real window under test: muragat-desktop on a screen that nobody sees, driven by WebDriver.
//! Build first: `cargo build --workspace`, after `npm run build` in ui/.

#![allow(clippy::unwrap_used, clippy::panic)] // a test tells by failing

#[path = "window/screen.rs"]
mod screen;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use fantoccini::{Client, Locator};
use screen::{Screen, built};

/// A small release of our own: no one in it lives.
const RELEASE: &str = "date 2026-03-14 Қаланың жаңа кітапханасы ашылды
Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.
«Балалар кітапқа жақын болады», – деді Сәуле Омарова.
Кешкі бөлімде Жетісу университетінің ректоры Нұрлан Сейітов студенттерді құттықтады.
";
const OTHER: &str = "date 2026-03-10 Су тасқынына қарсы штаб отырысы өтті
Отырысты қала әкімінің орынбасары Дархан Ысқақов өткізді.
";
const POSITION: &str = "«Ерлік» қоғамдық бірлестігінің төрағасы";

/// A library made by the command line, as its users make one.
struct Library {
    folder: tempfile::TempDir,
}

impl Library {
    fn make() -> Library {
        let library = Library {
            folder: tempfile::tempdir().unwrap(),
        };
        library.muragat(&["init"]);
        let release = library.file("release.txt", RELEASE.as_bytes());
        let added = library.muragat(&["add", &release, "--json"]);
        let added: serde_json::Value = serde_json::from_str(&added).unwrap();
        let id = added["articles"][0]["id"].as_str().unwrap();
        library.muragat(&[
            "tag",
            id,
            "--person",
            "Сәуле Омарова",
            "--role",
            "speaker",
            "--position",
            POSITION,
            "--for",
            "«Ерлік» қоғамдық бірлестігі",
        ]);
        library.muragat(&[
            "tag",
            id,
            "--person",
            "Нұрлан Сейітов",
            "--role",
            "participant",
        ]);
        library.muragat(&["tag", id, "--organisation", "Жетісу университеті"]);
        let photo = library.file("ашылу.png", &picture_file());
        library.muragat(&[
            "attach",
            id,
            &photo,
            "--caption",
            "Салтанатты жиын",
            "--credit",
            "Айгүл Сатова",
        ]);
        let other = library.file("other.txt", OTHER.as_bytes());
        library.muragat(&["add", &other]);
        library
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("облыс.muragat")
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs the command line on the library; gives what it printed.
    fn muragat(&self, arguments: &[&str]) -> String {
        let output = Command::new(built("muragat"))
            .arg("-L")
            .arg(self.path())
            .args(arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "muragat {arguments:?}: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A picture: a field under a sky.
fn picture_file() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(600, 400, |x, y| match y > 250 + x / 6 {
        true => image::Rgb([125, 138, 106]),
        false => image::Rgb([143, 179, 207]),
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// The text of the first element that fits, once it is there.
async fn text(window: &Client, selector: &str) -> String {
    let found = window
        .wait()
        .at_most(Duration::from_secs(10))
        .for_element(Locator::Css(selector))
        .await;
    found
        .unwrap_or_else(|error| panic!("{selector}: {error}"))
        .text()
        .await
        .unwrap()
}

/// Waits until a script says true.
async fn until(window: &Client, script: &str) {
    for _ in 0..200 {
        let said = window
            .execute(&format!("return !!({script})"), Vec::new())
            .await
            .unwrap();
        if said == serde_json::Value::Bool(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("never came true: {script}");
}

/// Presses a key wherever the keyboard is.
async fn press(window: &Client, key: char) {
    use fantoccini::actions::{InputSource, KeyAction, KeyActions};
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    window.perform_actions(keys).await.unwrap();
}

/// Saves what the window shows, for people to look at.
async fn picture(window: &Client, name: &str) {
    // A page at rest may draw no frame, and WebKit waits for one: this keeps it drawing, unseen.
    let draw = "let n = 0; (function draw() { document.body.style.opacity = n++ % 2 ? 1 : 0.9999; requestAnimationFrame(draw) })()";
    window.execute(draw, Vec::new()).await.unwrap();
    let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))";
    window.execute_async(drawn, Vec::new()).await.unwrap();
    let folder = screen::target().join("screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), window.screenshot().await.unwrap()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_catalogued_is_shown() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;

    // The latest article is open, with its list beside it.
    assert_eq!(
        text(window, "[data-pane=document] h1").await,
        "Қаланың жаңа кітапханасы ашылды"
    );
    until(
        window,
        "document.querySelectorAll('[role=option] b').length === 2",
    )
    .await;
    assert!(
        text(window, "[data-pane=list] .head")
            .await
            .contains("2 құжат")
    );
    assert!(
        text(window, "[data-pane=document] .body")
            .await
            .contains("Кешкі бөлімде Жетісу университетінің ректоры")
    );

    // Who took part: the name, the role in Kazakh, the position as printed, on whose behalf.
    let cast = text(window, "[role=tabpanel]").await;
    for words in [
        "Сәуле Омарова",
        "сөз сөйлеуші",
        POSITION,
        "«Ерлік» қоғамдық бірлестігі",
        "Нұрлан Сейітов",
        "қатысушы",
        "Жетісу университеті",
    ] {
        assert!(cast.contains(words), "{words} is not in {cast}");
    }

    // The mentions are marked at their letters.
    until(
        window,
        "[...document.querySelectorAll('mark.person')].map(mark => mark.textContent).join() === 'Сәуле Омарова,Сәуле Омарова,Нұрлан Сейітов'",
    )
    .await;

    // The photo is drawn, and its caption is told.
    until(window, "[...document.querySelectorAll('.strip img')].some(image => image.complete && image.naturalWidth > 0)").await;
    until(
        window,
        "document.querySelector('.strip small').textContent === 'Салтанатты жиын'",
    )
    .await;
    picture(window, "window-kk.png").await;

    // One key shows it large; Esc takes it away again.
    let listen = "window.refused = []; document.addEventListener('securitypolicyviolation', event => refused.push(`${event.violatedDirective} ${event.blockedURI}`))";
    window.execute(listen, Vec::new()).await.unwrap();
    press(window, 'v').await;
    until(window, "[...document.querySelectorAll('dialog img.contain')].every(image => image.complete && image.naturalWidth > 0)").await;
    assert!(text(window, "dialog aside").await.contains("Айгүл Сатова"));
    picture(window, "window-photo.png").await;
    press(window, '\u{e00c}').await; // escape
    until(window, "document.querySelector('dialog') === null").await;

    // Nothing that the window does is against its own security policy.
    for tab in ["description", "photos", "history", "cast"] {
        window
            .find(Locator::Id(&format!("tab-{tab}")))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
        until(
            window,
            "document.querySelector('[role=tabpanel]').textContent.trim() !== ''",
        )
        .await;
    }
    let refused = window
        .execute("return window.refused.join()", Vec::new())
        .await
        .unwrap();
    assert_eq!(refused, serde_json::json!(""));

    screen.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_go_through_the_list_and_the_language_can_be_changed() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    text(window, "[data-pane=document] h1").await;
    until(window, "document.activeElement.matches('[role=listbox]')").await;

    press(window, '\u{e015}').await; // arrow down
    until(
        window,
        "document.querySelector('[data-pane=document] h1').textContent.includes('Су тасқынына')",
    )
    .await;
    until(window, "document.querySelector('[aria-selected=true][role=option]').textContent.includes('Су тасқынына')").await;
    press(window, 'k').await;
    until(
        window,
        "document.querySelector('[data-pane=document] h1').textContent.includes('кітапханасы')",
    )
    .await;
    press(window, '\u{e007}').await; // enter
    until(
        window,
        "document.activeElement.closest('[data-pane=document]')",
    )
    .await;

    // The search answers as one types, and Esc takes it back.
    let field = window.find(Locator::Css("[data-search]")).await.unwrap();
    field.send_keys("тасқын").await.unwrap();
    until(
        window,
        "document.querySelectorAll('[role=option] b').length === 1",
    )
    .await;
    field.send_keys("\u{e00c}").await.unwrap();
    until(
        window,
        "document.querySelectorAll('[role=option] b').length === 2",
    )
    .await;

    assert_eq!(text(window, "#tab-cast").await, "Қатысушылар");
    window
        .execute(
            "[...document.querySelectorAll('[data-menu]')].at(2).click()",
            Vec::new(),
        )
        .await
        .unwrap();
    let russian = window
        .wait()
        .for_element(Locator::Css("[data-action='language.ru']"))
        .await
        .unwrap();
    russian.click().await.unwrap();
    until(
        window,
        "document.querySelector('#tab-cast').textContent.trim() === 'Участники'",
    )
    .await;
    assert!(
        text(window, "[role=tabpanel]")
            .await
            .contains("выступающий")
    );
    until(window, "document.documentElement.lang === 'ru'").await;
    picture(window, "window-ru.png").await;

    screen.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_library_the_window_says_how_to_make_one() {
    if !Screen::is_possible() {
        return;
    }
    let screen = Screen::open(
        Path::new("/nonexistent/облыс.muragat"),
        &[("MURAGAT_LANGUAGE", "en")],
    )
    .await;
    let window = &screen.window;
    let words = text(window, "main .page").await;
    assert!(words.contains("No library yet"), "{words}");
    assert!(
        words.contains(r#"muragat -L "/nonexistent/облыс.muragat" init"#),
        "{words}"
    );
    screen.close().await;
}
