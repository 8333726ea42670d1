//! A power cut at any moment loses no acknowledged save and leaves a whole library.
//!
//! A worker process writes to a library through `muragat-archive` and acknowledges each op on standard
//! output once it has returned; it is killed at a random moment. Then the same with the newest writes
//! torn off the write-ahead log, as a disk without power leaves it: what is there is a prefix of the ops.
//!
//! `MURAGAT_KILLS` sets how many (200), `MURAGAT_SEED` repeats a run.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

#[path = "../common/mod.rs"]
mod common;
mod log;
mod plan;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use common::sha256;
use log::{FRAME, cut, tearable, turn};
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Archive, ArticleEdit, Identity, Intake, Tagging};
use plan::{Article, Op, Plan, body, photo_bytes, photo_name, title};

/// Kills that one library goes through before a fresh one takes its place.
const KILLS_EACH: u64 = 10;
/// The worker closes and opens the library again after so many ops: that too is a moment to be killed in.
const SITTING: u64 = 4;
/// The worker is let finish up to so many ops before it is killed amid the next.
const OPS_AWAITED: u64 = 3;
/// How the worker's line of a finished op begins; the op's number follows.
const ACKNOWLEDGED: &str = "acknowledged ";

/// The worker: not a test, but started by one. It writes until it is killed.
#[test]
#[ignore = "started by the other test"]
fn worker() {
    let Some(library) = std::env::var_os("MURAGAT_TEST_LIBRARY").map(PathBuf::from) else {
        return;
    };
    let number = |key: &str| std::env::var(key).unwrap().parse::<u64>().unwrap();
    let mut plan = Plan::after(number("MURAGAT_TEST_SEED"), number("MURAGAT_TEST_DONE"));
    let who = || Identity::new("Айгүл");
    let photos = library.with_extension("photos");
    fs::create_dir_all(&photos).unwrap();
    let mut ids = BTreeMap::new();
    say("working");
    loop {
        let mut archive = match library.exists() {
            true => Archive::open(&library, who()).unwrap(),
            false => Archive::create(&library, who()).unwrap(),
        };
        for id in archive.article_ids().unwrap() {
            let version = archive.article(&id).unwrap().versions.remove(0);
            ids.insert(version.files[0].name.clone(), (id, version.id));
        }
        for _ in 0..SITTING {
            let number = plan.next;
            let before = plan.articles.clone();
            let op = plan.step();
            let of = |at: usize| &ids[&before[at].version];
            let photo = |at: u64| {
                let path = photos.join(photo_name(number, at));
                fs::write(&path, photo_bytes(number, at)).unwrap();
                path
            };
            match op {
                Op::Add { photos } => {
                    let text = format!("{}\n{}\n", title(number), body(number));
                    let with = Intake {
                        photos: (0..photos).map(photo).collect(),
                        ..Intake::default()
                    };
                    let name = format!("{number}.txt");
                    let added = archive.add_text(&name, text.as_bytes(), &with).unwrap();
                    let id = added.value.id;
                    let version = archive.article(&id).unwrap().versions.remove(0).id;
                    ids.insert(name, (id, version));
                }
                Op::Title(at) => drop(
                    archive
                        .edit_version(&of(at).1, Some(&title(number)), None)
                        .unwrap(),
                ),
                Op::Text(at) => drop(
                    archive
                        .edit_version(&of(at).1, None, Some(&body(number)))
                        .unwrap(),
                ),
                Op::Note(at) => {
                    let edit = ArticleEdit {
                        note: plan.articles[at].note.clone(),
                        ..ArticleEdit::default()
                    };
                    archive.edit_article(&of(at).0, &edit).unwrap();
                }
                Op::Attach(at) => {
                    let caption = format!("сурет №{number}");
                    archive
                        .attach(&of(at).0, &[photo(0)], Some(&caption), None)
                        .unwrap();
                }
                Op::Tag(at) => {
                    let tagging = Tagging {
                        kind: PartyKind::Person,
                        name: format!("Адам №{number}"),
                        role: None,
                        position: None,
                        on_behalf_of: None,
                    };
                    archive.tag(&of(at).0, &tagging).unwrap();
                }
            }
            say(&format!("{ACKNOWLEDGED}{number}"));
        }
    }
}

/// A line on standard output, at once.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").unwrap();
    out.flush().unwrap();
}

/// What stands in a library, and the number of the newest op in it. Every photo and text is read and hashed.
fn standing(library: &Path) -> (Vec<Article>, u64) {
    let archive = Archive::open(library, Identity::new("Айгүл")).unwrap();
    let checked = archive.check(&mut |_| true).unwrap();
    assert_eq!(checked.problems, [], "{}", library.display());
    let mut articles = Vec::new();
    for id in archive.article_ids().unwrap() {
        let record = archive.article(&id).unwrap();
        let [version] = record.versions.as_slice() else {
            panic!("{record:?}");
        };
        archive.original(&version.files[0].sha256).unwrap();
        articles.push(Article {
            version: version.files[0].name.clone(),
            title: version.title.clone(),
            body: version.body.clone(),
            note: record.note.clone(),
            photos: record
                .photos
                .iter()
                .map(|photo| {
                    let bytes = archive.original(&photo.sha256).unwrap();
                    let caption = photo.texts.first().map(|text| text.text.clone());
                    (photo.name.clone(), sha256(&bytes), caption)
                })
                .collect(),
            people: record
                .cast
                .iter()
                .map(|member| {
                    let mut parties = record.parties.iter();
                    let party = parties.find(|party| party.id == member.party).unwrap();
                    party.name.clone()
                })
                .collect(),
        });
    }
    articles.sort_by_key(|article| number_of(&article.version));
    let newest = format!("{articles:?}")
        .split('№')
        .skip(1)
        .map(number_of)
        .max();
    (articles, newest.unwrap_or(0))
}

fn number_of(text: &str) -> u64 {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// What stands is what the first ops make, all of each; gives how many.
#[track_caller]
fn prefix(library: &Path, seed: u64) -> u64 {
    let (articles, newest) = standing(library);
    let plan = Plan::after(seed, newest);
    assert!(
        articles == plan.articles,
        "{}: {newest} ops\nstands {articles:#?}\nshould {:#?}",
        library.display(),
        plan.articles
    );
    newest
}

/// The library as a power cut may leave it: the log to be torn, the originals as they are.
fn copy(library: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for name in ["catalogue.sqlite", "catalogue.sqlite-wal"] {
        fs::copy(library.join(name), to.join(name)).unwrap();
    }
    std::os::unix::fs::symlink(library.join("originals"), to.join("originals")).unwrap();
}

#[test]
fn every_acknowledged_save_survives_and_a_torn_log_leaves_a_prefix() {
    let given = |key: &str| {
        std::env::var(key)
            .ok()
            .map(|value| value.parse::<u64>().unwrap())
    };
    let kills = given("MURAGAT_KILLS").unwrap_or(200);
    let seed = given("MURAGAT_SEED").unwrap_or_else(|| fastrand::u64(..1 << 32));
    println!("MURAGAT_SEED={seed} MURAGAT_KILLS={kills}");
    let mut random = fastrand::Rng::with_seed(seed);
    let folder = tempfile::tempdir().unwrap();
    let mut library = PathBuf::new();
    let (mut own, mut done) = (0, 0);
    let (mut acknowledged, mut unmade, mut unsaid) = (0, 0, 0);
    let (mut torn, mut lost, mut frames) = (0, 0, 0);
    for kill in 0..kills {
        if kill % KILLS_EACH == 0 {
            if kill > 0 {
                fs::remove_dir_all(&library).unwrap();
            }
            library = folder.path().join(format!("{kill}.muragat"));
            (own, done) = (random.u64(..1 << 20), 0);
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "worker", "--nocapture"])
            .env("MURAGAT_TEST_LIBRARY", &library)
            .env("MURAGAT_TEST_SEED", own.to_string())
            .env("MURAGAT_TEST_DONE", done.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while line.trim_end() != "working" {
            line.clear();
            let read = said.read_line(&mut line).unwrap();
            assert!(read > 0, "the worker did not begin: {child:?}");
        }
        // a moment of the work, not of the clock: a slow machine gets as far as a fast one
        let awaited = random.u64(0..=OPS_AWAITED);
        let mut acknowledgements = String::new();
        while acknowledgements.matches(ACKNOWLEDGED).count() < awaited as usize {
            let read = said.read_line(&mut acknowledgements).unwrap();
            assert!(read > 0, "the worker stopped: {acknowledgements}");
        }
        std::thread::sleep(Duration::from_micros(random.u64(..60_000)));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            output.status.signal(),
            Some(9),
            "the worker fell by itself: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        said.read_to_string(&mut acknowledgements).unwrap();
        let last = acknowledgements
            .lines()
            .filter_map(|line| line.strip_prefix(ACKNOWLEDGED))
            .next_back()
            .map_or(done, number_of);
        if !library.exists() {
            assert_eq!(last, 0, "seed {seed}, kill {kill}: the library is gone");
            unmade += 1;
            continue;
        }

        // before anything opens it: what a disk that lost its newest writes would hold
        if let Some((start, end)) = tearable(&library) {
            frames += (end - start) / FRAME;
            for tear in 0..4 {
                let copied = folder.path().join(format!("torn-{kill}-{tear}.muragat"));
                copy(&library, &copied);
                let log = copied.join("catalogue.sqlite-wal");
                let frame = start + (end - start - 1) / FRAME * FRAME;
                match tear {
                    // anywhere, mostly amid a frame
                    0 | 1 => cut(&log, random.u64(start..end)),
                    // between two frames
                    2 => cut(&log, start + random.u64(..=(end - start) / FRAME) * FRAME),
                    // the last frame has other bytes in it
                    _ => turn(&log, frame + random.u64(..FRAME), &mut random),
                }
                let left = prefix(&copied, own);
                assert!(
                    left <= last + 1,
                    "seed {seed}, kill {kill}: {left} > {last}"
                );
                torn += 1;
                lost += last.saturating_sub(left);
                fs::remove_dir_all(&copied).unwrap();
            }
        }

        // what was acknowledged is there; the op that was cut off is there whole, or not at all
        let there = prefix(&library, own);
        assert!(
            there == last || there == last + 1,
            "seed {seed}, kill {kill}: {last} acknowledged, {there} there"
        );
        acknowledged += last - done;
        unsaid += there - last;
        done = there;
    }
    println!(
        "{kills} kills: {acknowledged} ops acknowledged, none lost; {unsaid} more were saved when they fell, \
         {unmade} libraries were not made yet; {torn} torn logs ({frames} frames at stake) lost {lost} ops from their end and nothing else"
    );
    assert!(
        kills < 50 || (acknowledged > kills / 2 && torn > kills / 2),
        "too little happened"
    );
}
