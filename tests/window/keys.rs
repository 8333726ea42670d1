//! Keys as fast as they can be sent mean what the same keys mean to somebody who waits after each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use muragat_tests::hand::{picture, run, strike_all, until};
use muragat_tests::screen::{Screen, Setup, built};
use serde_json::Value;

use crate::truth::first_difference;
use crate::truth_eye::Eye;
use crate::truth_library::TruthLibrary;

/// What one does: keys by their place, words between quotation marks, letter by letter.
const WORK: &str = r#"
    ArrowDown ArrowDown ArrowUp KeyJ KeyK ArrowUp Home
    Enter KeyJ Enter KeyJ Enter KeyX KeyJ KeyK Enter KeyX
    KeyE Enter KeyJ KeyE "Асан" Enter
    Ctrl+KeyZ Ctrl+KeyZ KeyJ Enter
    KeyP "Гүлмира" Enter KeyP "Сәуле" Escape KeyJ Enter
    Ctrl+KeyF "тасқын" Enter Enter KeyJ Enter KeyJ Enter KeyX Ctrl+KeyZ KeyJ Enter
    Ctrl+KeyL Escape ArrowDown ArrowDown KeyJ Enter KeyJ Enter KeyJ Enter
    Ctrl+KeyF "отырыс" ArrowDown ArrowDown ArrowDown Enter KeyJ Enter Escape
    Ctrl+KeyK "адамдар" Enter ArrowDown ArrowDown Enter Alt+ArrowLeft ArrowDown Enter Alt+ArrowLeft Alt+ArrowLeft
    Ctrl+KeyL Escape Home ArrowDown Enter F2 "Жаңа жол " F2 KeyJ KeyX Ctrl+KeyZ
    Ctrl+KeyL End ArrowUp Enter KeyJ Enter KeyJ KeyX Ctrl+KeyZ Ctrl+KeyZ Ctrl+Shift+KeyZ
    Ctrl+KeyN "Жаңа мектеп ашылды" Enter "Сәуле Омарова мектепті мерзімінде салды" F2
    Ctrl+KeyL ArrowDown ArrowDown Enter KeyJ KeyE Escape KeyJ Enter
    Ctrl+KeyK "құжаттар" Escape KeyJ Enter Ctrl+KeyF "су тасқын" Enter Enter KeyJ Enter
"#;

/// A key of the Kazakh keyboard by the letter on it.
fn key_of(letter: char) -> String {
    let rows = [
        ("йцукенгшщз", "QWERTYUIOP"),
        ("фывапролд", "ASDFGHJKL"),
        ("ячсмить", "ZXCVBNM"),
    ];
    let small = letter.to_lowercase().next().unwrap();
    let place = rows.iter().find_map(|(letters, keys)| {
        let at = letters.chars().position(|one| one == small)?;
        keys.chars().nth(at)
    });
    let key = match (place, "әіңғ  үұқ".chars().position(|one| one == small)) {
        (Some(place), _) => format!("Key{place}"),
        (None, _) if small == ' ' => "Space".to_owned(),
        (None, _) if small == 'ж' => "Semicolon".to_owned(),
        (None, Some(at)) => format!("Digit{}", (at + 2) % 10),
        (None, None) => panic!("no key for {letter}"),
    };
    if letter.is_uppercase() {
        format!("Shift+{key}")
    } else {
        key
    }
}

/// The keys of the work, one after the other.
fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for (at, part) in WORK.split('"').enumerate() {
        if at % 2 == 1 {
            keys.extend(part.chars().map(key_of));
        } else {
            keys.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    keys
}

/// All that a library holds, without what no two runs have in common: UUIDs, and when something was done.
fn catalogue(library: &Path) -> Vec<Value> {
    let ask = |arguments: &[&str]| -> Value {
        let output = Command::new(built("muragat"))
            .arg("-L")
            .arg(library)
            .args(arguments)
            .arg("--json")
            .output()
            .unwrap();
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
    };
    let list = ask(&["list", "--limit", "1000"]);
    let mut all: Vec<Value> = list["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|article| {
            let mut record = ask(&["show", article["id"].as_str().unwrap()]);
            let mut names = BTreeMap::new();
            for kind in ["parties", "places"] {
                for one in record[kind].as_array().into_iter().flatten() {
                    names.insert(
                        one["id"].as_str().unwrap().to_owned(),
                        one["name"].as_str().unwrap_or_default().to_owned(),
                    );
                }
            }
            plain(&mut record, &names);
            record
        })
        .collect();
    all.sort_by_key(Value::to_string);
    all
}

/// Names instead of UUIDs, no moments, and lists in an order of their own.
fn plain(value: &mut Value, names: &BTreeMap<String, String>) {
    let is_id = |text: &str| text.len() == 36 && text.split('-').count() == 5;
    let is_moment = |text: &str| text.len() >= 19 && text.as_bytes()[10] == b'T';
    match value {
        Value::String(text) if is_id(text) => *text = names.get(text).cloned().unwrap_or_default(),
        Value::String(text) if is_moment(text) => text.clear(),
        Value::Array(all) => {
            all.iter_mut().for_each(|one| plain(one, names));
            all.sort_by_key(Value::to_string);
        }
        Value::Object(fields) => fields.values_mut().for_each(|one| plain(one, names)),
        _ => {}
    }
}

struct Run {
    catalogue: Vec<Value>,
    drawn: Value,
    /// What has the keyboard, and what is selected in the list.
    place: Value,
}

/// Does the work on a library; `waits`: with time to see what each key does.
async fn work(library: &Path, waits: bool) -> Run {
    let setup = Setup::on(library).language("kk").keyboard("kz");
    let screen = setup.open().await;
    let window = &screen.window;
    let eye = Eye(window);
    until(window, "performance.getEntriesByName('usable').length > 0").await;
    eye.settle().await.unwrap();
    let keys = keys();
    let begun = Instant::now();
    if waits {
        for key in &keys {
            strike_all(&screen, &[key], 0);
            tokio::time::sleep(Duration::from_millis(60)).await;
            eye.settle().await.unwrap();
        }
    } else {
        strike_all(&screen, &keys, 15);
    }
    // Keys that wait come one after the other.
    let mut calm = 0;
    let mut before = Value::Null;
    while calm < 5 {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let rests = eye.settle().await.is_ok();
        let now = run(window, "return document.body.innerText").await;
        calm = if rests && now == before { calm + 1 } else { 0 };
        assert!(begun.elapsed().as_secs() < 300, "the keys never end");
        before = now;
    }
    eprintln!(
        "{} keys {} in {} s",
        keys.len(),
        if waits { "waiting" } else { "at once" },
        begun.elapsed().as_secs()
    );
    picture(
        window,
        if waits {
            "keys-waiting.png"
        } else {
            "keys-at-once.png"
        },
    )
    .await;
    let done = Run {
        catalogue: catalogue(library),
        drawn: eye.ask("tools.drawn()").await,
        place: eye.ask("tools.place()").await,
    };
    screen.close().await;
    done
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_at_once_do_what_they_do_one_by_one() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = TruthLibrary::make();
    let first = library.made.path();
    let folder = tempfile::tempdir().unwrap();
    let second: PathBuf = folder.path().join("облыс.muragat");
    let copied = Command::new("cp")
        .arg("-r")
        .args([&first, &second])
        .status();
    assert!(copied.unwrap().success());
    let at_once = work(&first, false).await;
    let waiting = work(&second, true).await;
    for (one, other) in at_once.catalogue.iter().zip(&waiting.catalogue) {
        let lines = [one, other].map(|record| serde_json::to_string_pretty(record).unwrap());
        let differs = lines[0]
            .lines()
            .zip(lines[1].lines())
            .find(|(one, other)| one != other);
        assert_eq!(differs, None, "at once, and waiting: {}", lines[0]);
        assert_eq!(one, other);
    }
    assert_eq!(at_once.catalogue.len(), waiting.catalogue.len());
    assert_eq!(first_difference(&at_once.drawn, &waiting.drawn), None);
    for what in ["focus", "standing", "row", "document"] {
        assert_eq!(at_once.place[what], waiting.place[what], "{what}");
    }
}
