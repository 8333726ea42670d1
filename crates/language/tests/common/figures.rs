//! What was read in a release beside what an archivist tags in it, counted.

#![allow(dead_code, reason = "each test takes its part of what is here")]

use muragat_language::Reading;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Counts of hits by figure, and a remark on each miss.
#[derive(Default)]
pub struct Figures(pub BTreeMap<&'static str, (usize, usize)>, pub Vec<String>);

impl Figures {
    fn add(&mut self, figure: &'static str, hits: usize, of: usize) {
        let counts = self.0.entry(figure).or_default();
        counts.0 += hits;
        counts.1 += of;
    }

    /// Hits of all, 0 to 1.
    pub fn part(&self, figure: &str) -> f64 {
        let (hits, of) = self.0.get(figure).copied().unwrap_or_default();
        if of == 0 {
            1.0
        } else {
            hits as f64 / of as f64
        }
    }
}

/// Without quotation marks, doubled blanks and case.
pub fn plain(text: &str) -> String {
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

/// Adds a reading to the figures. `plain` makes alike what is to count as the same.
pub fn score(
    file: &str,
    gold: &Value,
    read: &Reading,
    figures: &mut Figures,
    plain: &dyn Fn(&str) -> String,
) {
    let text = |value: &Value| plain(value.as_str().unwrap_or_default());
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
pub fn folder() -> std::path::PathBuf {
    match std::env::var_os("RELEASES") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases"),
    }
}

/// Each release of the set: its name, its text, what an archivist tags.
pub fn texts() -> Vec<(String, String, Value)> {
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
            let text = std::fs::read_to_string(path).unwrap();
            (name, text, serde_json::from_str(&gold).unwrap())
        })
        .collect()
}

/// The real release that lies beside the repository on the team's machines, never in it.
pub fn shared_release() -> Option<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/article");
    let text = std::fs::read_to_string(folder.join("article.txt")).ok()?;
    let gold = std::fs::read_to_string(folder.join("article.gold.json")).ok()?;
    Some((text, serde_json::from_str(&gold).ok()?))
}
