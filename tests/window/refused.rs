//! What cannot be taken in or handed out: told in the user's language, where it happened, with what to do next.

use std::process::Command;

use muragat_tests::hand::{answer, click, press_chord, run, until};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};

/// The words of a message up to its first gap, and what it says to do next, as the locale has them.
fn words(language: &str, id: &str) -> (String, String) {
    let path = format!(
        "{}/../assets/locales/{language}/errors.ftl",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).unwrap();
    let rest = text.split(&format!("\n{id} = ")).nth(1).unwrap();
    let what = rest.lines().next().unwrap().split('{').next().unwrap();
    let said: Vec<&str> = rest
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with(' '))
        .collect();
    let next = said
        .iter()
        .find_map(|line| line.strip_prefix("    .window = "))
        .or_else(|| {
            said.iter()
                .find_map(|line| line.strip_prefix("    .next = "))
        });
    let next = next.unwrap().split('{').next().unwrap();
    (what.trim().to_owned(), next.trim().to_owned())
}

/// Whether the open dialog says both.
fn says((what, next): &(String, String)) -> String {
    let (what, next) = (
        serde_json::to_string(what).unwrap(),
        serde_json::to_string(next).unwrap(),
    );
    format!(
        "[...document.querySelectorAll('dialog[open]')].some((dialog) => dialog.textContent.includes({what}) && dialog.textContent.includes({next}))"
    )
}

/// Files that are no text and photos that are none, given to the window as if they were dropped on it.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_taken_in_says_why() {
    if !Screen::is_possible() {
        return;
    }
    let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe0];
    jpeg.extend_from_slice(b"\0\x10JFIF\0 and then nothing that is a picture");
    let cases: [(&str, &[u8], &str); 3] = [
        ("бос.txt", b" \n\t\n", "error-text-empty"),
        (
            "есеп.txt",
            b"\x00\x01\x02\x7fELF\x00\x00\x01",
            "error-text-binary",
        ),
        ("бүлінген.jpg", &jpeg, "error-photo-undrawable"),
    ];
    for language in ["kk", "ru"] {
        for (name, bytes, id) in cases {
            let library = Library::empty();
            let file = library.file(name, bytes);
            let mut setup = Setup::on(&library.path()).language(language);
            setup.arguments = vec![file];
            let screen = setup.open().await;
            let window = &screen.window;
            let expected = words(language, id);
            // What cannot be drawn is kept all the same: a report names it, with why.
            if id == "error-photo-undrawable" {
                until(
                    window,
                    "document.querySelector('dialog[open]')?.textContent.includes('бүлінген.jpg')",
                )
                .await;
            } else {
                until(window, &says(&expected)).await;
            }
            // Nothing half made came in of a text that is none.
            if id.starts_with("error-text") {
                let list = library.muragat(&["list", "--json"]);
                let list: serde_json::Value = serde_json::from_str(&list).unwrap();
                assert_eq!(list["total"], 0);
            }
            screen.close().await;
        }
    }
}

/// The disk that an export goes to fills up: told in the dialog, and nothing that looks finished is left.
#[tokio::test(flavor = "multi_thread")]
async fn an_export_to_a_full_disk_says_so() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(&disk)
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        eprintln!("skipped: no small disk can be mounted here");
        return;
    }
    let _away = Mounted(disk.clone());
    let library = Library::sample();
    let screen = Setup::on(&library.path()).language("ru").open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;
    press_chord(window, &['\u{e009}', 'e']).await;
    until(window, "document.querySelector('dialog[open] .foot .main')").await;
    answer(&screen, &disk.join("bundle"), async || {
        click(window, "dialog[open] .foot .main").await;
    })
    .await;
    until(window, &says(&words("ru", "error-disk-full"))).await;
    assert_eq!(
        std::fs::read_dir(&disk)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect::<Vec<_>>(),
        Vec::<std::ffi::OsString>::new()
    );
    // One can try again at once.
    assert_eq!(
        run(
            window,
            "return document.querySelector('dialog[open] .foot .main').disabled"
        )
        .await,
        false
    );
    screen.close().await;
}

/// A disk that is taken away at the end, whatever the test met.
struct Mounted(std::path::PathBuf);

impl Drop for Mounted {
    fn drop(&mut self) {
        let away = Command::new("umount").arg("-l").arg(&self.0).status();
        if away.is_err() {
            eprintln!("{} stays mounted: {away:?}", self.0.display());
        }
    }
}
