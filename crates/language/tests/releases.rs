//! The regression set: releases of many shapes, written for this project, with what an archivist tags in each.
//! The figures are printed by `cargo test -p muragat-language --test releases -- --nocapture`.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

use muragat_language::{Reading, read};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Default)]
struct Figures(BTreeMap<&'static str, (usize, usize)>, Vec<String>);

impl Figures {
    fn add(&mut self, figure: &'static str, hits: usize, of: usize) {
        let counts = self.0.entry(figure).or_default();
        counts.0 += hits;
        counts.1 += of;
    }

    fn part(&self, figure: &str) -> f64 {
        let (hits, of) = self.0.get(figure).copied().unwrap_or_default();
        if of == 0 {
            1.0
        } else {
            hits as f64 / of as f64
        }
    }
}

/// Without quotation marks, doubled blanks and case.
fn plain(text: &str) -> String {
    let marks = ['«', '»', '"', '“', '”', '„', '\''];
    let open: String = text
        .chars()
        .map(|c| if marks.contains(&c) { ' ' } else { c })
        .collect();
    open.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn list<'v>(gold: &'v Value, name: &str) -> &'v [Value] {
    gold[name].as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    plain(value.as_str().unwrap_or_default())
}

fn score(file: &str, gold: &Value, read: &Reading, figures: &mut Figures) {
    for (name, found) in [
        ("title", Some(&read.title)),
        ("date", read.date.as_ref()),
        ("language", read.language.as_ref()),
    ] {
        if gold[name].is_string() {
            let right = found.is_some_and(|found| plain(found) == text(&gold[name]));
            figures.add("head", usize::from(right), 1);
        }
    }
    let wanted: Vec<String> = list(gold, "people")
        .iter()
        .map(|person| text(&person["name"]))
        .collect();
    figures.add(
        "people precision",
        read.people
            .iter()
            .filter(|p| wanted.contains(&plain(&p.name)))
            .count(),
        read.people.len(),
    );
    for one in &read.people {
        if !wanted.contains(&plain(&one.name)) {
            figures.1.push(format!(
                "{file}: nobody is {} {:?}",
                one.name, one.positions
            ));
        }
    }
    for person in list(gold, "people") {
        let name = text(&person["name"]);
        let found = read.people.iter().find(|p| plain(&p.name) == name);
        figures.add("people recall", usize::from(found.is_some()), 1);
        if found.is_none() {
            figures.1.push(format!("{file}: missed {name}"));
        }
        let positions: Vec<String> = found.map_or(Vec::new(), |p| {
            p.positions.iter().map(|t| plain(t)).collect()
        });
        for position in list(person, "positions") {
            let right = positions.contains(&text(position));
            figures.add("positions", usize::from(right), 1);
            if !right {
                figures.1.push(format!(
                    "{file}: position {position} of {name}, not {positions:?}"
                ));
            }
        }
        for role in list(person, "roles") {
            let right = found.is_some_and(|p| {
                p.roles
                    .iter()
                    .any(|own| Some(own.as_str()) == role.as_str())
            });
            figures.add("roles", usize::from(right), 1);
            if !right {
                figures.1.push(format!(
                    "{file}: role {role} of {name}, not {:?}",
                    found.map(|p| &p.roles)
                ));
            }
        }
    }
    let found: Vec<String> = read.organisations.iter().map(|o| plain(&o.name)).collect();
    let contains = |value: &Value| text(&value["contains"]);
    for organisation in list(gold, "organisations") {
        let right = found
            .iter()
            .any(|name| name.contains(&contains(organisation)));
        figures.add("organisations recall", usize::from(right), 1);
        if !right {
            figures.1.push(format!("{file}: missed {organisation}"));
        }
    }
    let also: Vec<String> = list(gold, "organisations")
        .iter()
        .chain(list(gold, "organisations_also"))
        .map(contains)
        .collect();
    figures.add(
        "organisations precision",
        found
            .iter()
            .filter(|name| also.iter().any(|own| name.contains(own)))
            .count(),
        found.len(),
    );
    for name in &found {
        if !also.iter().any(|own| name.contains(own)) {
            figures.1.push(format!("{file}: no organisation is {name}"));
        }
    }
    let mut free: Vec<_> = read.quotes.iter().collect();
    for quote in list(gold, "quotes") {
        let (starts, ends) = (text(&quote["starts"]), text(&quote["ends"]));
        let place = free.iter().position(|q| {
            plain(&q.text).starts_with(&starts)
                && plain(&q.text)
                    .trim_end_matches([' ', '.', ',', '!', '?', '…'])
                    .ends_with(&ends)
        });
        let speaker = place
            .map(|place| free.remove(place))
            .and_then(|q| q.speaker.clone());
        figures.add("quotes", usize::from(place.is_some()), 1);
        let right = speaker.as_deref().map(plain) == Some(text(&quote["speaker"]));
        figures.add("speakers", usize::from(right), 1);
        if !right {
            figures.1.push(format!(
                "{file}: «{starts}» is by {}, not {speaker:?}",
                quote["speaker"]
            ));
        }
    }
    figures.add(
        "quotes precision",
        read.quotes.len() - free.len(),
        read.quotes.len(),
    );
    let credits: Vec<String> = read
        .photo_credits
        .iter()
        .map(|credit| plain(&credit.text))
        .collect();
    let own: Vec<String> = list(gold, "photo_credits").iter().map(text).collect();
    figures.add("credits", usize::from(credits == own), 1);
    for place in list(gold, "places") {
        figures.add(
            "places",
            usize::from(
                read.places
                    .iter()
                    .any(|p| plain(&p.name).contains(&text(place))),
            ),
            1,
        );
    }
}

/// The set's folder; `RELEASES=FOLDER` scores another one, of which nothing is promised.
fn folder() -> std::path::PathBuf {
    match std::env::var_os("RELEASES") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases"),
    }
}

fn releases() -> Vec<(String, Value, Reading)> {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let of_text =
        |path: &&std::path::PathBuf| path.extension().is_some_and(|ending| ending == "txt");
    files
        .iter()
        .filter(of_text)
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let gold = std::fs::read_to_string(folder().join(format!("{name}.gold.json"))).unwrap();
            let reading = read(&std::fs::read_to_string(path).unwrap());
            (name, serde_json::from_str(&gold).unwrap(), reading)
        })
        .collect()
}

#[test]
fn the_set_is_read_as_well_as_promised() {
    let mut figures = Figures::default();
    let set = releases();
    for (name, gold, reading) in &set {
        score(name, gold, reading, &mut figures);
    }
    println!("{}", figures.1.join("\n"));
    for (figure, (hits, of)) in &figures.0 {
        println!("{figure}: {hits} of {of}");
    }
    if std::env::var_os("RELEASES").is_some() {
        return;
    }
    assert!(set.len() >= 40, "{}", set.len());
    for (figure, floor) in [
        ("head", 0.97),
        ("people recall", 0.97),
        ("people precision", 0.95),
        ("positions", 0.9),
        ("roles", 0.85),
        ("organisations recall", 0.95),
        ("organisations precision", 0.85),
        ("quotes", 0.98),
        ("quotes precision", 0.95),
        ("speakers", 0.95),
        ("credits", 1.0),
        ("places", 0.9),
    ] {
        assert!(
            figures.part(figure) >= floor,
            "{figure}: {:?}",
            figures.0.get(figure)
        );
    }
}

#[test]
fn every_span_is_true_to_the_text() {
    for (name, _, reading) in releases() {
        let body: Vec<char> = reading.body.chars().collect();
        let cut = |start: usize, end: usize| body[start..end].iter().collect::<String>();
        let named = reading
            .people
            .iter()
            .map(|p| &p.mentions)
            .chain(reading.organisations.iter().map(|o| &o.mentions))
            .chain(reading.places.iter().map(|p| &p.mentions));
        for mentions in named {
            assert!(!mentions.is_empty(), "{name}");
            for span in mentions {
                assert_eq!(cut(span.start, span.end), span.text, "{name}");
            }
        }
        for quote in reading.quotes.iter().chain(&reading.paraphrases) {
            assert_eq!(cut(quote.start, quote.end), quote.text, "{name}");
        }
        for person in &reading.people {
            for position in &person.positions {
                assert!(
                    reading.body.contains(position.as_str()),
                    "{name}: {position}"
                );
            }
        }
    }
}

/// A real release that lies beside the repository on the team's machines, never in it.
#[test]
fn the_shared_release_is_read_as_its_archivist_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/article");
    let (Ok(text), Ok(gold)) = (
        std::fs::read_to_string(folder.join("article.txt")),
        std::fs::read_to_string(folder.join("article.gold.json")),
    ) else {
        // written past the test runner, which hides what a passing test prints
        use std::io::Write as _;
        let _ = writeln!(
            std::io::stderr(),
            "skipped: {} is not here",
            folder.display()
        );
        return;
    };
    let mut figures = Figures::default();
    let gold: Value = serde_json::from_str(&gold).unwrap();
    score("article", &gold, &read(&text), &mut figures);
    for figure in figures.0.keys() {
        assert!(figures.part(figure) == 1.0, "{figure}: {:?}", figures.1);
    }
}
