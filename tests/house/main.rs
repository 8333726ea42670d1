//! The house is as ARCHITECTURE.md says: arrows between crates and between their rooms run down only, and the files of
//! a crate form no circle. A room is a top folder of a crate's sources.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

mod imports;
mod map;
mod sources;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sources::{Arrow, Sources, circles};

/// A crate of the project.
struct House {
    /// Its name without `muragat-`; of the window, `desktop`.
    name: &'static str,
    /// Its root file, below the project's root.
    root: &'static str,
    /// The crates of the project that it may know.
    may_know: &'static [&'static str],
    /// Its rooms: each may import of those that stand before it, and of no other, also by way of files that lie in
    /// no room.
    rooms: &'static [&'static str],
    /// Whether it is held to the order of its rooms and to having no circle. Where not, what is wrong is only told.
    is_in_order: bool,
}

/// Where an arrow leads: into a room at once, or through files that lie in none.
fn ways_to_rooms<'a>(first: &'a Arrow, arrows: &'a [Arrow]) -> Vec<Vec<&'a Arrow>> {
    let mut ways = Vec::new();
    let mut passed = BTreeSet::new();
    let mut open = vec![vec![first]];
    while let Some(way) = open.pop() {
        let last = way[way.len() - 1];
        if !last.to_room.is_empty() {
            ways.push(way);
        } else if passed.insert(&last.to) {
            let more = arrows.iter().filter(|arrow| arrow.from == last.to);
            open.extend(more.map(|arrow| [way.as_slice(), &[arrow]].concat()));
        }
    }
    ways
}

/// Every crate, lowest first.
const HOUSES: &[House] = &[
    House {
        name: "files",
        root: "crates/files/src/lib.rs",
        may_know: &[],
        rooms: &["system"],
        is_in_order: true,
    },
    House {
        name: "diagnostics",
        root: "crates/diagnostics/src/lib.rs",
        may_know: &["files"],
        rooms: &[],
        is_in_order: true,
    },
    House {
        name: "language",
        root: "crates/language/src/lib.rs",
        may_know: &[],
        rooms: &[
            "text", "cases", "names", "keys", "dates", "lines", "view", "search", "tagger",
            "reader",
        ],
        is_in_order: true,
    },
    House {
        name: "manual",
        root: "crates/manual/src/lib.rs",
        may_know: &["language"],
        rooms: &[],
        is_in_order: true,
    },
    House {
        name: "document",
        root: "crates/document/src/lib.rs",
        may_know: &["language"],
        rooms: &["letters", "lists", "markup", "xml", "formats"],
        is_in_order: true,
    },
    House {
        name: "sandbox",
        root: "crates/sandbox/src/lib.rs",
        may_know: &["document"],
        rooms: &[],
        is_in_order: true,
    },
    House {
        name: "photo",
        root: "crates/photo/src/lib.rs",
        may_know: &[],
        rooms: &["structure", "decode", "metadata", "copy", "likeness"],
        is_in_order: true,
    },
    House {
        name: "bagit",
        root: "crates/bagit/src/lib.rs",
        may_know: &["files"],
        rooms: &["read", "write", "profile"],
        is_in_order: true,
    },
    House {
        name: "archive",
        root: "crates/archive/src/lib.rs",
        may_know: &["files", "language", "photo"],
        rooms: &[
            "record", "store", "nouns", "finding", "tagging", "edit", "history", "exchange",
        ],
        is_in_order: true,
    },
    House {
        name: "bundle",
        root: "crates/bundle/src/lib.rs",
        may_know: &["files", "language", "photo", "bagit", "archive"],
        rooms: &[
            "formats", "viewer", "paper", "print", "lists", "transfer", "copies",
        ],
        is_in_order: true,
    },
    House {
        name: "intake",
        root: "crates/intake/src/lib.rs",
        may_know: &[
            "files", "language", "document", "sandbox", "photo", "archive",
        ],
        rooms: &[],
        is_in_order: true,
    },
    House {
        name: "sample",
        root: "crates/sample/src/lib.rs",
        may_know: &["files", "archive"],
        rooms: &[],
        is_in_order: true,
    },
    House {
        name: "shell",
        root: "crates/shell/src/lib.rs",
        may_know: &["files", "diagnostics", "archive", "bundle", "intake"],
        rooms: &["wire", "work"],
        is_in_order: true,
    },
    House {
        name: "cli",
        root: "crates/cli/src/main.rs",
        may_know: &[
            "diagnostics",
            "language",
            "sandbox",
            "archive",
            "bundle",
            "intake",
            "sample",
        ],
        rooms: &["verbs"],
        is_in_order: true,
    },
    House {
        name: "desktop",
        root: "src-tauri/main.rs",
        may_know: &[
            "diagnostics",
            "manual",
            "archive",
            "bundle",
            "intake",
            "sample",
            "shell",
        ],
        rooms: &["commands"],
        is_in_order: true,
    },
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every crate with its sources, read once.
fn sources() -> impl Iterator<Item = (&'static House, &'static Sources)> {
    static SOURCES: LazyLock<Vec<Sources>> = LazyLock::new(|| {
        let read = |house: &House| Sources::read(&project(), Path::new(house.root));
        HOUSES.iter().map(read).collect()
    });
    HOUSES.iter().zip(SOURCES.iter())
}

#[test]
fn every_crate_stands_in_the_list_and_every_import_was_read() {
    let listed: BTreeSet<&str> = HOUSES.iter().map(|house| house.name).collect();
    for entry in fs::read_dir(project().join("crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            listed.contains(name.as_str()),
            "crates/{name} is not in HOUSES"
        );
    }
    for (house, sources) in sources() {
        let arrows = sources.arrows().len();
        assert!(
            arrows + 1 >= sources.count(),
            "{}: {arrows} imports",
            house.root
        );
    }
}

#[test]
fn no_arrow_between_crates_runs_up() {
    let mut wrong = Vec::new();
    for (house, sources) in sources() {
        for (file, line, name) in sources.crates() {
            if !house.may_know.contains(&name.as_str()) && name != house.name {
                wrong.push(format!("{}:{line}: muragat_{name}", file.display()));
            }
        }
        // a crate that is not imported may still stand in the manifest
        let folder = match house.name {
            "desktop" => project(),
            name => project().join("crates").join(name),
        };
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let depends = manifest
            .split("\n[")
            .filter(|section| section.starts_with("dependencies]"));
        for line in depends.flat_map(str::lines) {
            let name = line
                .strip_prefix("muragat-")
                .and_then(|rest| rest.split(['.', ' ']).next());
            if let Some(name) = name.filter(|name| !house.may_know.contains(name)) {
                wrong.push(format!("Cargo.toml of {}: muragat-{name}", house.name));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "arrows between crates that run up:\n{}",
        wrong.join("\n")
    );
}

/// Arrows between rooms that run up, each with the files by way of which it does.
fn arrows_up(house: &House, sources: &Sources) -> Vec<String> {
    let floor = |room: &str| house.rooms.iter().position(|known| *known == room);
    let arrows = sources.arrows();
    let mut wrong = Vec::new();
    for arrow in arrows.iter().filter(|arrow| !arrow.from_room.is_empty()) {
        for way in ways_to_rooms(arrow, &arrows) {
            let to = &way[way.len() - 1].to_room;
            if *to != arrow.from_room && floor(to) > floor(&arrow.from_room) {
                let way: Vec<String> = way.iter().map(ToString::to_string).collect();
                wrong.push(way.join("\n    by way of "));
            }
        }
    }
    wrong
}

#[test]
fn no_arrow_between_rooms_runs_up() {
    let mut wrong = Vec::new();
    for (house, sources) in sources() {
        let listed: BTreeSet<String> = house.rooms.iter().map(ToString::to_string).collect();
        if !house.is_in_order {
            let up = arrows_up(house, sources).len();
            println!(
                "{}: rooms {:?}, {up} arrows up",
                house.name,
                sources.rooms()
            );
            continue;
        }
        if listed != sources.rooms() {
            let there = sources.rooms();
            wrong.push(format!("{}: the rooms are {there:?}", house.root));
        }
        wrong.extend(arrows_up(house, sources));
    }
    assert!(
        wrong.is_empty(),
        "arrows between rooms that run up:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_files_of_a_crate_form_no_circle() {
    let mut told = Vec::new();
    for (house, sources) in sources() {
        let arrows = sources.arrows();
        let circles = circles(&arrows);
        if !house.is_in_order {
            println!(
                "{}: {} circles, of {:?} files",
                house.name,
                circles.len(),
                circles.iter().map(BTreeSet::len).collect::<Vec<_>>()
            );
            continue;
        }
        for circle in circles {
            told.push(format!(
                "{}: {} files in a circle",
                house.name,
                circle.len()
            ));
            let inside = arrows
                .iter()
                .filter(|arrow| circle.contains(&arrow.from) && circle.contains(&arrow.to));
            told.extend(inside.map(|arrow| format!("    {arrow}")));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
