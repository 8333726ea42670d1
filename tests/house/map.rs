//! ARCHITECTURE.md is a true map: what it names is there, and every crate and room is in it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{HOUSES, House, project};

/// Files of which the map's names are held to be there, by their ending.
const SOURCES: &[&str] = &[".rs", ".ts", ".svelte", ".sql"];
/// Folders at the top: what begins so is a path, whatever its ending.
const TOP: &[&str] = &[
    "assets/",
    "crates/",
    "docs/",
    "scripts/",
    "src-tauri/",
    "tests/",
    "ui/",
];

fn map() -> String {
    fs::read_to_string(project().join("ARCHITECTURE.md")).unwrap()
}

/// Everything below a folder but what is built or fetched, below the project's root.
fn files_below(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if ["target", "node_modules", "dist", ".git", "out"].contains(&name.as_ref()) {
            continue;
        }
        let below = path.strip_prefix(project()).unwrap();
        found.push(format!("/{}", below.to_string_lossy()));
        if path.is_dir() {
            files_below(&path, found);
        }
    }
}

/// The paths that a text names.
fn paths_in(text: &str) -> impl Iterator<Item = &str> {
    let is_of_path = |c: char| c.is_ascii_alphanumeric() || "_./-".contains(c);
    text.split(move |c: char| !is_of_path(c))
        .map(|word| word.trim_end_matches('.').trim_end_matches('/'))
        .filter(|word| {
            let is_source = SOURCES
                .iter()
                .any(|ending| word.len() > ending.len() && word.ends_with(ending));
            is_source || TOP.iter().any(|folder| word.starts_with(folder))
        })
}

/// The folder of a crate's sources, as the map names it.
fn folder_of(house: &House) -> PathBuf {
    match house.name {
        "desktop" => PathBuf::from("src-tauri"),
        name => Path::new("crates").join(name),
    }
}

#[test]
fn every_path_that_the_map_names_is_there() {
    let mut there = Vec::new();
    files_below(&project(), &mut there);
    let map = map();
    let mut named = 0;
    let mut missing = Vec::new();
    for path in paths_in(&map) {
        named += 1;
        let end = format!("/{path}");
        if !there.iter().any(|file| file.ends_with(&end)) {
            missing.push(path);
        }
    }
    assert!(named > 50, "{named} paths were read");
    assert!(
        missing.is_empty(),
        "ARCHITECTURE.md names what is not there: {missing:?}"
    );
}

#[test]
fn every_crate_and_every_room_is_in_the_map() {
    let map = map();
    let (crates, _) = map.split_once("\n## ").unwrap();
    let mut missing = Vec::new();
    for house in HOUSES {
        let folder = folder_of(house);
        let name = folder.to_str().unwrap();
        if !crates.contains(&format!("    {name} ")) {
            missing.push(name.to_owned());
        }
        let told: Vec<&str> = map
            .split("\n## ")
            .filter(|section| section.contains(name))
            .collect();
        for room in house.rooms {
            let room = format!("{room}/");
            if !told.iter().any(|section| section.contains(&room)) {
                missing.push(format!("{name}: {room}"));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "ARCHITECTURE.md says nothing of {missing:?}"
    );
}
