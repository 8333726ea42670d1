//! What the program notes of itself: no word of what anybody wrote, whatever is done and whatever fails.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use crate::common::{Said, finish, muragat};

/// Stands in all that is written here: texts, titles, names, positions, captions, credits, paths, units, transfers. In
/// Latin letters too, as words of the program's own are.
const MARK: &str = "құпиясөз";
const LATIN_MARK: &str = "qupiasoz";

/// A room with a library whose path is marked, and a state folder of its own.
struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    fn new() -> Room {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("state")).unwrap();
        Room { folder }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = muragat();
        command
            .env("XDG_STATE_HOME", self.path("state"))
            .env("MURAGAT_ACTOR", format!("Айгүл {MARK} {LATIN_MARK}"))
            .arg("-L")
            .arg(self.path(&format!("{MARK} {LATIN_MARK}.muragat")))
            .args(args);
        command
    }

    fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Said {
        finish(self.command(args))
    }

    /// What the log holds.
    fn log(&self) -> String {
        fs::read_to_string(self.path("state/muragat/log.jsonl")).unwrap()
    }
}

/// Everything that lies in a folder, read.
fn read_all(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(read_all(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.push((
                path.display().to_string(),
                String::from_utf8_lossy(&bytes).into_owned(),
            ));
        }
    }
    found
}

/// All files of a zip, read.
fn read_zip(path: &Path) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn no_word_that_anybody_wrote_stands_in_the_log_or_the_report() {
    let room = Room::new();
    let both = format!("{MARK} {LATIN_MARK}");
    let text = room.path(&format!("{both}.txt"));
    let body = format!(
        "Қалада {both} өтті\n\nАлматы, 2026 жылғы 27 ақпан. Жиынды «{both}» қоғамдық бірлестігінің төрайымы Сәуле {MARK} \
         ашты. «{both} туралы айтамын», – деді ол.\n\nСурет: {both}\n"
    );
    fs::write(&text, body).unwrap();
    let photo = room.path(&format!("{both}.png"));
    let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8, y as u8, 9]));
    picture.save(&photo).unwrap();
    let missing = room.path(&format!("{both} жоқ.docx"));
    let broken = room.path(&format!("{both}.zip"));
    fs::write(&broken, format!("PK\u{3}\u{4}{both}")).unwrap();
    let [text, photo, missing, broken] =
        [&text, &photo, &missing, &broken].map(|path| path.to_str().unwrap().to_owned());
    let s = str::to_owned;
    let done: Vec<Vec<String>> = vec![
        vec![s("init")],
        vec![s("unit"), s("12"), both.clone()],
        vec![
            s("add"),
            text.clone(),
            s("--photo"),
            photo.clone(),
            s("--credit"),
            both.clone(),
            s("--accept"),
        ],
        vec![
            s("tag"),
            s("2026-0001"),
            s("--person"),
            format!("Самат {MARK}"),
            s("--position"),
            both.clone(),
            s("--for"),
            format!("\"{both}\" бірлестігі"),
            s("--role"),
            s("speaker"),
        ],
        vec![
            s("edit"),
            s("2026-0001"),
            s("--note"),
            both.clone(),
            s("--title"),
            format!("{both} екінші"),
        ],
        vec![
            s("attach"),
            s("2026-0001"),
            photo,
            s("--caption"),
            both.clone(),
        ],
        vec![s("search"), both.clone()],
        vec![
            s("export"),
            room.path(&format!("{both} bundle")).display().to_string(),
        ],
        vec![s("check")],
        // and what fails
        vec![s("add"), text],
        vec![s("add"), missing],
        vec![s("add"), broken],
        vec![s("show"), both.clone()],
        vec![s("tag"), both.clone(), s("--person"), both.clone()],
        vec![s("edit"), s("2026-0001"), s("--date"), both.clone()],
        vec![s("edit"), s("2026-0001"), s("--unit"), both.clone()],
        vec![s("register"), both.clone()],
        vec![s("undo"), both.clone()],
        vec![both.clone()],
        vec![s("list"), format!("--{LATIN_MARK}")],
    ];
    let ended: Vec<Option<i32>> = done.iter().map(|args| room.run(args).status).collect();
    assert_eq!(ended[0], Some(0));
    assert_eq!(ended[2], Some(0), "{ended:?}");
    assert!(
        ended[9..].iter().all(|status| *status != Some(0)),
        "{ended:?}"
    );
    // a run that broke off while it had all of it in hand
    let target = room.path(&format!("{both} copy"));
    let mut child = room
        .command(&[OsStr::new("export"), target.as_os_str()])
        .spawn()
        .unwrap();
    child.kill().unwrap();
    child.wait().unwrap();

    let report = room.path("report.zip");
    let said = room.run(&[OsStr::new("report"), report.as_os_str()]).done();
    assert!(said.out.contains("about.json"), "{said:?}");
    let mut noted = read_all(&room.path("state"));
    noted.extend(read_zip(&report));
    assert!(noted.len() >= 3, "{noted:?}");
    for (name, text) in noted {
        let text = text.to_lowercase();
        for mark in [MARK, LATIN_MARK, "айгүл", "самат", "сәуле"] {
            assert!(
                !text.contains(mark) && !name.contains(&format!("state/muragat/{mark}")),
                "{name}: {text}"
            );
        }
    }
    // and yet it says what happened
    let log = room.log();
    for word in [
        "\"verb\":\"export\"",
        "\"code\":\"not_found\"",
        "library_checked",
        "\"ms\":",
    ] {
        assert!(log.contains(word), "{word}: {log}");
    }
}

#[test]
fn a_report_has_the_figures_of_the_library_and_replaces_no_file() {
    let room = Room::new();
    room.run(&["init", "--sample"]).done();
    let report = room.path("report.zip");
    let args = [
        OsStr::new("--json"),
        OsStr::new("report"),
        report.as_os_str(),
    ];
    room.run(&args).done();
    let parts = read_zip(&report);
    let about: serde_json::Value = serde_json::from_str(&parts[0].1).unwrap();
    assert!(
        about["library"]["figures"]["rows"]["article"].as_u64() > Some(0),
        "{about}"
    );
    assert!(
        about["library"]["figures"]["schema"].as_u64() > Some(0),
        "{about}"
    );
    assert_eq!(about["program"]["version"], env!("CARGO_PKG_VERSION"));
    room.run(&args).failed("target_exists", 2);
    // a library that is not there is no reason to have no report
    fs::remove_dir_all(room.path(&format!("{MARK} {LATIN_MARK}.muragat"))).unwrap();
    let other = room.path("other.zip");
    room.run(&[OsStr::new("report"), other.as_os_str()]).done();
    let about: serde_json::Value = serde_json::from_str(&read_zip(&other)[0].1).unwrap();
    assert_eq!(about["library"]["code"], "library_missing");
}
