//! The bundle's viewer in a browser, opened from the disk: an inflected name is found, a photo opens large, axe
//! finds nothing on any kind of page, nothing is fetched from anywhere, and text that looks like a script is text.
//! Skipped with a line where Chromium and its driver are not here. `MURAGAT_PICTURES` names a folder for pictures.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test tells by failing"
)]

#[path = "../common/mod.rs"]
mod common;

use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::Home;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// Chromium's driver and the folder that both may write into; they end with the test.
struct Driver {
    child: Child,
    port: u16,
    room: tempfile::TempDir,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn found(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn driver() -> Option<Driver> {
    if !found("chromium") || !found("chromedriver") {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: chromium and chromedriver are not here"
        );
        return None;
    }
    let room = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let child = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .env("HOME", room.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    Some(Driver { child, port, room })
}

impl Driver {
    /// A browser of its own, light or dark.
    async fn browser(&self, dark: bool) -> Client {
        let profile = self.room.path().join(if dark { "dark" } else { "light" });
        let args = json!([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1366,768",
            "--hide-scrollbars",
            format!("--user-data-dir={}", profile.display()),
            format!("--blink-settings=preferredColorScheme={}", i32::from(!dark)),
        ]);
        let options = json!({ "args": args });
        let capabilities: Capabilities = [("goog:chromeOptions".to_owned(), options)]
            .into_iter()
            .collect();
        let mut last = String::new();
        for _ in 0..100 {
            let asked = ClientBuilder::new(HttpConnector::new())
                .capabilities(Capabilities::clone(&capabilities))
                .connect(&format!("http://127.0.0.1:{}", self.port))
                .await;
            match asked {
                Ok(client) => return client,
                Err(error) => last = error.to_string(),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no session: {last}");
    }
}

async fn run(page: &Client, script: &str) -> Value {
    page.execute(script, Vec::new()).await.unwrap()
}

/// Asks again until the answer is true.
async fn until(page: &Client, script: &str) {
    for _ in 0..200 {
        if run(page, &format!("return Boolean({script})")).await == json!(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let text = run(page, "return document.body.innerText").await;
    panic!("never: {script}\n{text}");
}

async fn open(page: &Client, file: &Path, language: &str) {
    // as a file manager would hand it over, letters and signs encoded
    let mut address = String::from("file://");
    for byte in file.to_str().unwrap().bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                address.push(byte.into());
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    page.goto(&format!("{address}?lang={language}"))
        .await
        .unwrap();
    until(
        page,
        &format!("document.documentElement.lang === '{language}'"),
    )
    .await;
}

/// What axe finds in the page as it is.
async fn axe(page: &Client) -> Vec<String> {
    let axe = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    let Ok(axe) = std::fs::read_to_string(axe) else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: axe-core is not here: npm --prefix ui ci"
        );
        return Vec::new();
    };
    run(page, &axe).await;
    let script = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`))), (error) => done([String(error)]))";
    let said = page.execute_async(script, Vec::new()).await.unwrap();
    serde_json::from_value(said).unwrap()
}

async fn picture(page: &Client, name: &str) {
    if let Some(folder) = std::env::var_os("MURAGAT_PICTURES") {
        std::fs::create_dir_all(&folder).unwrap();
        let bytes = page.screenshot().await.unwrap();
        std::fs::write(Path::new(&folder).join(format!("{name}.png")), bytes).unwrap();
    }
}

/// Axe has nothing to say, nothing came from anywhere but the disk, and nothing hangs over the page's edge.
#[track_caller]
fn sound(name: &str, found: &[String], fetched: &Value, wide: &Value) {
    assert!(found.is_empty(), "{name}: {found:#?}");
    assert_eq!(fetched, &json!([]), "{name}");
    assert_eq!(wide, &json!(false), "{name} is wider than the window");
}

async fn look(page: &Client, name: &str) {
    let fetched = run(page, "return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !/^(file|data):/.test(name))").await;
    let wide = run(
        page,
        "return document.documentElement.scrollWidth > innerWidth",
    )
    .await;
    picture(page, name).await;
    sound(name, &axe(page).await, &fetched, &wide);
}

/// The page of the article with this reference at the end of its folder's name.
fn page_of(bundle: &Path, ending: &str) -> PathBuf {
    let year = bundle.join("data/articles/2026");
    let mut folders = std::fs::read_dir(year)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    folders
        .find(|folder| folder.to_str().unwrap().ends_with(ending))
        .unwrap()
        .join("article.html")
}

fn authority(bundle: &Path, name: &str) -> PathBuf {
    let all = std::fs::read_dir(bundle.join("data/authorities")).unwrap();
    all.map(|entry| entry.unwrap().path())
        .find(|path| {
            let file = path.file_name().unwrap().to_str().unwrap();
            file.starts_with(name) && file.ends_with(".html")
        })
        .unwrap()
}

#[tokio::test]
async fn the_viewer_works_from_a_disk() {
    let Some(driver) = driver() else { return };
    let home = Home::bare();
    home.run(&["init", "--sample"]).done();
    let bundle = home.path("бума #1 (қала)");
    home.run(&["export".as_ref(), bundle.as_os_str()]).done();
    for (scheme, dark) in [("light", false), ("dark", true)] {
        let page = driver.browser(dark).await;
        let dark_now = run(
            &page,
            "return matchMedia('(prefers-color-scheme: dark)').matches",
        )
        .await;
        assert_eq!(dark_now, json!(dark));
        for language in ["kk", "ru", "en"] {
            open(&page, &bundle.join("data/index.html"), language).await;
            look(&page, &format!("list-{language}-{scheme}")).await;
        }
        open(&page, &bundle.join("data/index.html"), "kk").await;
        search(&page, scheme).await;
        open(&page, &page_of(&bundle, "0004"), "kk").await;
        look(&page, &format!("article-{scheme}")).await;
        lightbox(&page, scheme).await;
        open(&page, &page_of(&bundle, "0003"), "ru").await;
        look(&page, &format!("translation-{scheme}")).await;
        for (name, file) in [
            ("person", authority(&bundle, "Сәуле Омарова")),
            ("organisation", authority(&bundle, "Ерлік")),
            ("authorities", bundle.join("data/authorities.html")),
            ("verify", bundle.join("data/verify.html")),
        ] {
            open(&page, &file, "kk").await;
            look(&page, &format!("{name}-{scheme}")).await;
        }
        // half a screen, and a telephone
        for (name, width, height) in [("half", 683, 768), ("narrow", 500, 800)] {
            page.set_window_size(width, height).await.unwrap();
            open(&page, &page_of(&bundle, "0004"), "kk").await;
            look(&page, &format!("article-{name}-{scheme}")).await;
            open(&page, &bundle.join("data/index.html"), "ru").await;
            look(&page, &format!("list-{name}-{scheme}")).await;
        }
        page.close().await.unwrap();
    }
}

async fn search(page: &Client, scheme: &str) {
    // names and words in cases that the text does not have, and without Kazakh letters
    for (query, wanted) in [
        ("Омароваға", "жаңартылған балалар кітапханасы"),
        ("беркінбаевтан", "балалар кітапханасы"),
        ("сауле омарованын", "балалар кітапханасы"),
        ("көпірден", "жаңа көпір салынады"),
        ("библиотеками", "детская библиотека"),
        ("жоқсөз", ""),
    ] {
        run(
            page,
            "document.querySelector('input[type=search]').value = ''",
        )
        .await;
        let field = page
            .find(fantoccini::Locator::Css("input[type=search]"))
            .await
            .unwrap();
        field.send_keys(query).await.unwrap();
        let rows = "[...document.querySelectorAll('.rows li')].filter((row) => row.offsetParent)";
        match wanted {
            "" => until(page, &format!("{rows}.length === 0")).await,
            _ => until(page, &format!("{rows}.length > 0 && {rows}.length < 5 && {rows}.some((row) => row.innerText.includes('{wanted}'))")).await,
        }
    }
    run(
        page,
        "document.querySelector('input[type=search]').value = ''",
    )
    .await;
    let field = page
        .find(fantoccini::Locator::Css("input[type=search]"))
        .await
        .unwrap();
    field.send_keys("Омароваға").await.unwrap();
    until(
        page,
        "[...document.querySelectorAll('.rows li')].filter((row) => row.offsetParent).length === 2",
    )
    .await;
    look(page, &format!("found-{scheme}")).await;
    page.find(fantoccini::Locator::Css(".rows li a"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    until(
        page,
        "document.querySelector('.text') && location.pathname.endsWith('article.html')",
    )
    .await;
}

async fn lightbox(page: &Client, scheme: &str) {
    let photo = page
        .find(fantoccini::Locator::Css("a.photo"))
        .await
        .unwrap();
    photo.click().await.unwrap();
    let shown = "document.querySelector('dialog.large[open] .stage img')";
    until(
        page,
        &format!("{shown} && {shown}.complete && {shown}.naturalWidth > 0"),
    )
    .await;
    look(page, &format!("photo-{scheme}")).await;
    let first = run(page, &format!("return {shown}.src")).await;
    let body = page.active_element().await.unwrap();
    body.send_keys("\u{e014}").await.unwrap(); // right arrow
    until(
        page,
        &format!("{shown}.src !== {first} && {shown}.naturalWidth > 0"),
    )
    .await;
    page.active_element()
        .await
        .unwrap()
        .send_keys("\u{e00c}")
        .await
        .unwrap(); // escape
    until(page, "!document.querySelector('dialog[open]')").await;
    // the reader is where they were
    until(page, "document.activeElement.matches('a.photo')").await;
}

#[tokio::test]
async fn what_looks_like_a_script_is_text() {
    let Some(driver) = driver() else { return };
    let home = Home::new();
    let script =
        "<img src=x onerror=\"document.title='ran'\"> <script>document.title='ran'</script>";
    let (id, _) = home.add(
        "a.txt",
        format!("27.02.2026\n{script} </script><script>document.title='ran'</script>\n\nРоза {script} сөйледі. ${{document.title='ran'}}\n"),
    );
    home.run(&[
        "tag",
        &id,
        "--person",
        script,
        "--role",
        "speaker",
        "--position",
        script,
    ])
    .done();
    let photo = home.file("x.png", common::picture(1, 16));
    home.run(&[
        "attach".as_ref(),
        id.as_ref(),
        photo.as_os_str(),
        "--caption".as_ref(),
        script.as_ref(),
        "--credit".as_ref(),
        script.as_ref(),
    ])
    .done();
    let bundle = home.path("бума");
    home.run(&["export".as_ref(), bundle.as_os_str()]).done();
    let page = driver.browser(false).await;
    let mut pages = vec![page_of(&bundle, "0001")];
    for name in ["index.html", "authorities.html", "verify.html"] {
        pages.push(bundle.join("data").join(name));
    }
    let authorities = std::fs::read_dir(bundle.join("data/authorities")).unwrap();
    pages.extend(
        authorities
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "html")),
    );
    assert!(pages.len() > 4);
    for file in pages {
        open(&page, &file, "ru").await;
        if file.ends_with("index.html") {
            let field = page
                .find(fantoccini::Locator::Css("input[type=search]"))
                .await
                .unwrap();
            field.send_keys("onerror").await.unwrap();
            until(&page, "document.querySelector('.rows li')").await;
        }
        if file.ends_with("article.html") {
            page.find(fantoccini::Locator::Css("a.photo"))
                .await
                .unwrap()
                .click()
                .await
                .unwrap();
            until(&page, "document.querySelector('dialog[open]')").await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        let title = page.title().await.unwrap();
        assert_ne!(title, "ran", "{}", file.display());
        assert_eq!(
            run(
                &page,
                "return document.querySelectorAll('[onerror], [onload], [onclick]').length"
            )
            .await,
            json!(0)
        );
    }
    page.close().await.unwrap();
}
