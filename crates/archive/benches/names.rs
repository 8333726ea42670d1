//! How work with names grows: accepting one suggestion, and adding articles and parties by turns, in a library of
//! 100, 10,000 and 100,000 parties. It should not grow at all.
//!
//! `cargo bench -p muragat-archive --bench names`; `MURAGAT_BENCH_PARTIES` sets the largest.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test or a bench tells by failing"
)]

use std::time::Instant;

use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Archive, Identity, Intake, PartyFields, PartyOrder, PartyQuery};

mod writer;
use writer::{GIVEN, ROOTS, WORDS, Writer};

/// Milliseconds: the middle of several times.
fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn timed<T>(times: &mut Vec<f64>, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let value = work();
    times.push(start.elapsed().as_secs_f64() * 1e3);
    value
}

/// Fills a library up to so many parties: half people in offices, half organisations.
fn grow(archive: &mut Archive, folder: &std::path::Path, from: u64, to: u64) {
    let path = folder.join("officials.csv");
    let mut at = from;
    while at < to {
        let mut list = String::from("name;position;organisation\n");
        let end = (at + 5_000).min(to);
        while at < end {
            let number = at as usize;
            let given = GIVEN[number % GIVEN.len()];
            let root = ROOTS[number / GIVEN.len() % ROOTS.len()];
            let word = WORDS[number / 144 % WORDS.len()];
            let other = WORDS[number / 7_776 % WORDS.len()];
            list.push_str(&format!(
                "{given} {root}{word}{other}ов;{word} басшысы;№{at} {word} {other} басқармасы\n"
            ));
            at += 2;
        }
        std::fs::write(&path, list).unwrap();
        archive.load_officials(&path).unwrap();
    }
}

/// A release that names six new people, each with a position and what was said.
fn release_of_many(number: u64) -> String {
    let mut text = format!("date 2026-03-14 {number}-жиын өтті\n");
    for place in 0..6 {
        let given = GIVEN[(number as usize + place) % GIVEN.len()];
        let root = ROOTS[(number as usize * 5 + place) % ROOTS.len()];
        let name = format!("{given} {root}{}ов", ["бек", "хан", "ғали"][place % 3]);
        text.push_str(&format!(
            "Жиында «Ерлік{number}» қоғамдық бірлестігінің төрағасы {name} сөз сөйледі.\n«Балалар кітапқа {place} жақын болады», – деді {name}.\nБасқа істер де ақылдасылды, тұрғындар өз ойын айтты.\n"
        ));
    }
    text
}

/// Codes as one types them into a caption: beginnings of surnames, common and rare, initials, and what nobody is called.
fn measure_codes(archive: &mut Archive, size: u64) -> Vec<f64> {
    let text = format!("date 2026-03-14 {size} сурет\nМәтін");
    let article = archive.add_text("c.txt", text.as_bytes(), &Intake::default());
    let article = article.unwrap().value.id;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("a.png");
    image::RgbImage::new(8, 8).save(&photo).unwrap();
    let done = archive.attach(&article, &[photo], None, None).unwrap();
    let photos = [done.value.attached[0].id.clone()];
    let mut times = Vec::new();
    for typed in [
        "а", "с", "ә", "ал", "са", "сат", "нұ", "жұма", "ерт", "бс", "щ", "zz", "12",
    ] {
        timed(&mut times, || {
            archive.caption_codes(&photos, "kk", typed).unwrap()
        });
    }
    eprintln!("codes: {times:.2?}");
    times
}

fn measure(archive: &mut Archive, size: u64) -> Vec<(&'static str, f64)> {
    let none = Intake::default();
    let all = Intake {
        accept: true,
        ..Intake::default()
    };
    let mut writer = Writer(88_172_645_463_325_252 + size);
    let (mut adds, mut accepted_adds, mut parties) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..60 {
        let (text, _) = writer.release(size * 1_000 + turn);
        timed(&mut adds, || {
            archive.add_text("a.txt", text.as_bytes(), &none).unwrap();
        });
        let name = format!("№{size}-{turn} тексеру басқармасы");
        timed(&mut parties, || {
            archive.add_party(PartyKind::Organisation, &name).unwrap();
        });
        let (text, _) = writer.release(size * 1_000 + 500 + turn);
        timed(&mut accepted_adds, || {
            archive.add_text("a.txt", text.as_bytes(), &all)
        })
        .ok();
    }
    let (mut read, mut accepts) = (Vec::new(), Vec::new());
    for turn in 0..6 {
        let text = release_of_many(size * 100 + turn);
        let added = archive.add_text("b.txt", text.as_bytes(), &none).unwrap();
        let article = archive.article(&added.value.id).unwrap();
        let version = article.versions[0].id.clone();
        for _ in 0..12 {
            let open = timed(&mut read, || archive.suggestions(&version).unwrap());
            let Some(first) = open.first() else { break };
            let keys = [first.key.clone()];
            timed(&mut accepts, || {
                archive.accept_suggestions(&version, &keys, None).unwrap()
            });
        }
    }
    let (mut doubles, mut renames) = (Vec::new(), Vec::new());
    timed(&mut doubles, || {
        archive
            .doubles(PartyKind::Person, &mut |_| true)
            .unwrap()
            .len()
    });
    let most = PartyQuery {
        order: PartyOrder::Articles,
        limit: 1,
        ..PartyQuery::default()
    };
    let most = archive.parties(&most).unwrap().rows[0].id.clone();
    for turn in 0..6 {
        let fields = PartyFields {
            name: Some(format!("Атауы өзгерген ұйым {turn}")),
            ..PartyFields::default()
        };
        timed(&mut renames, || archive.edit_party(&most, &fields).unwrap());
    }
    let codes = measure_codes(archive, size);
    vec![
        ("codes in a caption", middle(codes)),
        ("likely doubles of people", middle(doubles)),
        ("rename the most named", middle(renames)),
        ("add an article", middle(adds)),
        ("add a party", middle(parties)),
        ("add and accept all", middle(accepted_adds)),
        ("suggestions of a text", middle(read)),
        ("accept one of them", middle(accepts)),
    ]
}

fn main() {
    // `cargo test --benches` and the like: nothing is measured there
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let largest: u64 = std::env::var("MURAGAT_BENCH_PARTIES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("names.muragat");
    let mut archive = Archive::create(&path, Identity::new("bench")).unwrap();
    let mut columns = Vec::new();
    let mut stands = 0;
    for size in [100, 10_000, 100_000] {
        if size <= largest {
            let start = Instant::now();
            grow(&mut archive, folder.path(), stands, size);
            eprintln!(
                "{size} parties after {:.0} s",
                start.elapsed().as_secs_f64()
            );
            stands = size;
            columns.push((size, measure(&mut archive, size)));
        }
    }
    println!("milliseconds, median, by the number of parties\n");
    print!("{:<26}", "");
    columns.iter().for_each(|(size, _)| print!("{size:>10}"));
    println!();
    let rows = columns.first().map_or(0, |(_, figures)| figures.len());
    for row in 0..rows {
        print!("{:<26}", columns[0].1[row].0);
        columns
            .iter()
            .for_each(|(_, figures)| print!("{:>10.2}", figures[row].1));
        println!();
    }
}
