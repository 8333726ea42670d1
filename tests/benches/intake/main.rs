//! How many pages a second are read of a document of Word and of a PDF, both made here, beside what pandoc and pdftotext
//! take for the same files in the same run. Theirs is the time of a program that starts and reads; ours is told both for
//! the reading alone and, so that the two can be compared, for a copy of this program that starts, reads and ends.
//!
//! `make bench`, or `cargo bench --workspace --bench intake`; `MURAGAT_BENCH_PAGES` sets another length.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a bench tells by failing"
)]

mod made;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use muragat_document::{Limits, read};

/// How often each is read; the median is told.
const ROUNDS: usize = 7;
/// With this before the path of a file the program reads that file once and prints how long its text is.
const READ: &str = "--read-once";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == READ) {
        let bytes = std::fs::read(&arguments[at + 1]).unwrap();
        println!("{}", read(&bytes, Limits::default()).unwrap().text().len());
        return;
    }
    let pages = std::env::var("MURAGAT_BENCH_PAGES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(200);
    println!("intake, {pages} pages; median of {ROUNDS}, pages a second");
    println!("{:<42}{:>12}{:>12}", "", "pages/s", "ms");
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, rival, options) in [
        (
            "a.docx",
            made::make_docx(pages),
            "pandoc",
            &["-f", "docx", "-t", "plain"][..],
        ),
        ("a.pdf", made::make_pdf(pages), "pdftotext", &[][..]),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let text = read(&bytes, Limits::default()).unwrap().text();
        // what was written last is there: the whole was read
        let end: String = text.chars().rev().take(200).collect();
        let end: String = end.chars().rev().collect();
        assert!(
            text.contains(&made::last_words(pages)),
            "{name} is cut off: …{end}"
        );
        let reading = time(|| read(&bytes, Limits::default()).is_ok());
        tell(&format!("{name}: the reading"), pages, reading);
        let own = std::env::current_exe().unwrap();
        let starting = time(|| run(&own, &[READ], &path, false));
        tell(&format!("{name}: a program that reads"), pages, starting);
        if is_there(rival) {
            // pdftotext wants a place to write to behind the file
            let writes = rival == "pdftotext";
            let theirs = time(|| run(Path::new(rival), options, &path, writes));
            tell(&format!("{name}: {rival}"), pages, theirs);
            println!(
                "{:<42}{:>11.1}x",
                "    ours is so many times as quick",
                theirs / starting
            );
        } else {
            println!("{name}: {rival} is not installed, nothing to compare with");
        }
    }
}

/// The median of how long something takes, in milliseconds.
fn time(mut once: impl FnMut() -> bool) -> f64 {
    let mut took: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begin = Instant::now();
            assert!(once(), "it was not read");
            begin.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    took[ROUNDS / 2]
}

fn tell(what: &str, pages: usize, milliseconds: f64) {
    let a_second = pages as f64 / milliseconds * 1000.0;
    println!("{what:<42}{a_second:>12.0}{milliseconds:>12.1}");
}

fn run(program: &Path, options: &[&str], file: &Path, writes: bool) -> bool {
    let mut command = Command::new(program);
    command.args(options).arg(file).stdout(Stdio::null());
    if writes {
        command.arg(PathBuf::from("-"));
    }
    command.status().is_ok_and(|status| status.success())
}

fn is_there(program: &str) -> bool {
    let mut command = Command::new(program);
    command
        .arg("-v")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok()
}
