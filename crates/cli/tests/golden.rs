//! What the command line prints, word for word. Each folder of golden/ holds the files that lie there,
//! commands.txt with what is typed, and golden.snap with what comes back.
//!
//! A line of commands.txt that starts with `muragat` is shown with what it says: standard output as it is,
//! standard error after `!`, a status that is not 0 after `→`. One that starts with `sh` prepares and
//! shows nothing; one that starts with `#` is a heading.
//! `INSTA_UPDATE=always cargo test -p muragat-cli --test golden` writes golden.snap anew.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_muragat");

#[test]
fn the_command_line_prints_what_its_golden_folders_show() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases: Vec<PathBuf> = fs::read_dir(golden)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() >= 10);
    for case in cases {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&case);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        for (pattern, shown) in [
            (
                r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
                "[uuid]",
            ),
            (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "[time]"),
            (r"\d{8}T\d{6}Z", "[time]"),
            (
                r#""captured_on": "\d{4}-\d\d-\d\d""#,
                r#""captured_on": "[today]""#,
            ),
            (r#"("Bagging-Date",\s+)"\d{4}-\d\d-\d\d""#, r#"$1"[today]""#),
            (r#""device": "[^"]*""#, r#""device": "[device]""#),
            // a bundle's viewer weighs what it weighs
            (r"\d{6,} (bytes|байт)", "[size] $1"),
            (r#""octets": \d{6,}"#, r#""octets": "[size]""#),
            (r"\d{6,}\.(\d+)", "[size].$1"),
        ] {
            settings.add_filter(pattern, shown);
        }
        settings.bind(|| insta::assert_snapshot!("golden", transcript(&case)));
    }
}

/// Runs the commands of a case in a folder of its own that holds the case's files.
fn transcript(case: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(case, folder.path());
    let commands = fs::read_to_string(case.join("commands.txt")).unwrap();
    let mut shown = String::new();
    for line in commands.lines().filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix('#') {
            writeln!(shown, "\n## {}\n", heading.trim()).unwrap();
        } else if let Some(preparation) = line.strip_prefix("sh ") {
            let output = run(preparation, folder.path());
            assert!(output.status.success(), "{line}: {output:?}");
        } else {
            assert!(line.starts_with("muragat"), "{}: {line}", case.display());
            let output = run(line, folder.path());
            writeln!(shown, "$ {line}").unwrap();
            shown.push_str(&String::from_utf8(output.stdout).unwrap());
            for line in String::from_utf8(output.stderr).unwrap().lines() {
                writeln!(shown, "! {line}").unwrap();
            }
            match output.status.code() {
                Some(0) => {}
                code => writeln!(shown, "→ {}", code.unwrap()).unwrap(),
            }
        }
    }
    let folder = fs::canonicalize(folder.path()).unwrap();
    shown.replace(folder.to_str().unwrap(), "[folder]")
}

/// Runs a line of shell with `muragat` on its path, in English, under a fixed name.
fn run(line: &str, folder: &Path) -> Output {
    let beside = Path::new(PROGRAM).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [beside.to_owned()]
        .into_iter()
        .chain(std::env::split_paths(&path));
    let mut command = Command::new("sh");
    for key in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"] {
        command.env_remove(key);
    }
    command
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        // the log of whoever runs the tests stays as it is
        .env("XDG_STATE_HOME", std::env::temp_dir().join("muragat-tests"))
        .env("MURAGAT_LIBRARY", "облыс.muragat")
        .env("MURAGAT_LANGUAGE", "en")
        .env("MURAGAT_ACTOR", "Айгүл")
        .output()
        .unwrap()
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        let name = entry.file_name();
        if path.is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&path, &target);
        } else if name != "commands.txt" && name != "golden.snap" && name != "golden.snap.new" {
            fs::copy(&path, &target).unwrap();
        }
    }
}
