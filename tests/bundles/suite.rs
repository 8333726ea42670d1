//! The Library of Congress's conformance suite, through the program: exit status and what it says.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{finish, muragat, shared};

/// Not for us to pass: `.DS_Store` of the one is missing in git, the other is valid only on a disk that is
/// blind to case.
const NOT_HERE: [&str; 2] = [
    "v0.97/warning/duplicate-file-with-different-case",
    "v0.97/warning/special-system-files",
];

fn folders(below: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(below)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

#[test]
fn verify_agrees_with_the_conformance_suite() {
    let Some(shared) = shared() else { return };
    let suite = shared.join("bagit-conformance-suite");
    let (mut bags, mut apart) = (0, Vec::new());
    for kind in folders(&suite).iter().flat_map(|version| folders(version)) {
        let wanted = kind.file_name().unwrap().to_str().unwrap().to_owned();
        for bag in folders(&kind) {
            bags += 1;
            let mut command = muragat();
            command.arg("verify").arg(&bag);
            let said = finish(command);
            let agrees = match wanted.as_str() {
                "valid" => said.status == Some(0),
                "warning" => said.status == Some(0) && !said.err.trim().is_empty(),
                // with words about what is wrong
                _ => said.status == Some(1) && said.out.lines().count() > 1,
            };
            if !agrees {
                eprintln!("{said:#?}");
                let name = bag.strip_prefix(&suite).unwrap().to_str().unwrap();
                apart.push(name.to_owned());
            }
        }
    }
    eprintln!(
        "{} of {bags} bags agree; apart: {apart:?}",
        bags - apart.len()
    );
    assert_eq!((bags, apart), (60, NOT_HERE.map(str::to_owned).to_vec()));
}
