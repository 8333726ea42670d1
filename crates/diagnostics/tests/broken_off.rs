//! Runs that break off leave a trace that the next one finds; those that end in order, or are asked to end, leave none.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use muragat_diagnostics::{Fact, Report, begin_in, has_traces, note, put_traces_away};

/// Says to this program, run once more, where it notes.
const FOLDER: &str = "MURAGAT_TEST_STATE";
/// Says how that run goes.
const GOES: &str = "MURAGAT_TEST_RUN";

/// This program once more, in which only [`a_run`] goes on.
fn run(folder: &Path, goes: &str) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "a_run", "--nocapture"])
        .env(FOLDER, folder)
        .env(GOES, goes)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command.spawn().unwrap()
}

/// Waits until a run says that it has begun.
fn wait_for_begin(child: &mut Child) {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().ends_with("begun")));
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args([name, &id])
            .status()
            .unwrap()
            .success()
    );
}

/// What a run finds that looks after the others.
fn found(folder: &Path) -> String {
    let mut looks = run(folder, "looks");
    let mut said = String::new();
    let lines = BufReader::new(looks.stdout.take().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        said.push_str(&line);
        said.push('\n');
    }
    assert!(looks.wait().unwrap().success(), "{said}");
    said
}

/// Not a test by itself: what the others run.
#[test]
fn a_run() {
    let (Some(folder), Ok(goes)) = (std::env::var_os(FOLDER), std::env::var(GOES)) else {
        return;
    };
    let run = begin_in(Path::new(&folder), "muragat", "1.2.3");
    note("verb_ended", &[("verb", Fact::from("add"))]);
    println!("\nbegun");
    match goes.as_str() {
        "panics" => panic!("Құпия мәтін"),
        "waits" => loop {
            std::thread::park();
        },
        "looks" => {
            println!("traces: {}", has_traces());
            for part in Report::gather(&[]).parts() {
                println!("{}: {}", part.name, part.text);
            }
        }
        "puts away" => put_traces_away().unwrap(),
        _ => {}
    }
    run.end(0);
}

#[test]
fn a_panic_and_a_kill_leave_a_trace_and_a_run_that_goes_on_does_not() {
    for goes in ["panics", "waits"] {
        let folder = tempfile::tempdir().unwrap();
        let mut broken = run(folder.path(), goes);
        wait_for_begin(&mut broken);
        if goes == "waits" {
            assert!(found(folder.path()).contains("traces: false"), "it goes on");
            signal(&broken, "-KILL");
        }
        assert!(!broken.wait().unwrap().success());
        let said = found(folder.path());
        assert!(said.contains("traces: true"), "{said}");
        assert!(said.contains("run_broke_off"), "{said}");
        assert_eq!(said.contains("broken_off.rs:"), goes == "panics", "{said}");
        assert!(!said.contains("Құпия"), "{said}");
        // told until it is put away, and in later reports all the same
        assert!(found(folder.path()).contains("traces: true"));
        assert!(run(folder.path(), "puts away").wait().unwrap().success());
        let said = found(folder.path());
        assert!(
            said.contains("traces: false") && said.contains("traces/2"),
            "{said}"
        );
    }
}

#[test]
fn a_run_that_ends_in_order_or_is_asked_to_end_leaves_none() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), "ends").wait().unwrap().success());
    for name in ["-TERM", "-INT", "-HUP"] {
        let mut stopped = run(folder.path(), "waits");
        wait_for_begin(&mut stopped);
        signal(&stopped, name);
        assert!(!stopped.wait().unwrap().success());
        let said = found(folder.path());
        assert!(
            said.contains("traces: false") && said.contains("run_stopped"),
            "{name}: {said}"
        );
    }
    assert_eq!(fs::read_dir(folder.path().join("runs")).unwrap().count(), 0);
}

#[test]
fn no_more_than_five_traces_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..7 {
        run(folder.path(), "panics").wait().unwrap();
    }
    found(folder.path());
    assert_eq!(
        fs::read_dir(folder.path().join("traces")).unwrap().count(),
        5
    );
}
