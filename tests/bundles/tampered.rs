//! Whatever happens to a file that a manifest lists is found, and the file is named.
//! `MURAGAT_SEED` repeats a run, `MURAGAT_TAMPERINGS` sets how many (500).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::sample;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Every path that some manifest lists, payload and tag files.
fn listed(bundle: &Path) -> Vec<String> {
    let mut paths = BTreeSet::new();
    for entry in fs::read_dir(bundle).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name().to_str().unwrap().contains("manifest-") {
            let text = fs::read_to_string(entry.path()).unwrap();
            paths.extend(
                text.lines()
                    .map(|line| line.split_once("  ").unwrap().1.to_owned()),
            );
        }
    }
    paths.into_iter().collect()
}

/// The files that verification names in an error.
fn named(bundle: &Path) -> Vec<String> {
    let report = muragat_bundle::verify(bundle, &mut |_| true).unwrap();
    assert_eq!(report.valid, report.errors.is_empty());
    report
        .errors
        .into_iter()
        .filter_map(|error| error.path)
        .collect()
}

#[test]
fn every_tampering_is_found_and_names_its_file() {
    let (_home, bundle) = sample("бума", false);
    let seed = setting("MURAGAT_SEED").unwrap_or_else(|| fastrand::u64(..));
    let rounds = setting("MURAGAT_TAMPERINGS").unwrap_or(500);
    let mut random = fastrand::Rng::with_seed(seed);
    let files = listed(&bundle);
    let payload: Vec<&String> = files
        .iter()
        .filter(|path| path.starts_with("data/"))
        .collect();
    eprintln!(
        "MURAGAT_SEED={seed}: {rounds} tamperings, {} files, {} of them payload",
        files.len(),
        payload.len()
    );
    assert_eq!(named(&bundle), Vec::<String>::new());
    let mut kinds = [0u64; 5];
    for round in 0..rounds {
        let path = random.choice(&files).unwrap().clone();
        let at = bundle.join(&path);
        let bytes = fs::read(&at).unwrap();
        let kind = random.usize(..5);
        // an empty file has no bit to flip
        let kind = if bytes.is_empty() && kind == 0 {
            1
        } else {
            kind
        };
        kinds[kind] += 1;
        match kind {
            0 => {
                let mut turned = bytes.clone();
                turned[random.usize(..bytes.len())] ^= 1 << random.u8(..8);
                fs::write(&at, turned).unwrap();
                told(&bundle, &[&path], seed, round, "flipped");
                fs::write(&at, bytes).unwrap();
            }
            1 => {
                fs::remove_file(&at).unwrap();
                told(&bundle, &[&path], seed, round, "dropped");
                fs::write(&at, bytes).unwrap();
            }
            2 => {
                // beside any payload file, also with a hidden name and without a byte
                let beside = Path::new(random.choice(&payload).unwrap().as_str());
                let name = [".қосымша", "қосымша.txt", "Thumbs.db"][random.usize(..3)];
                let added = beside.parent().unwrap().join(format!("{round}{name}"));
                let content = vec![b'x'; random.usize(..3)];
                fs::write(bundle.join(&added), content).unwrap();
                told(&bundle, &[added.to_str().unwrap()], seed, round, "added");
                fs::remove_file(bundle.join(&added)).unwrap();
            }
            3 => {
                let new = format!("{path}.{round}");
                fs::rename(&at, bundle.join(&new)).unwrap();
                // a tag file may have any name, so only the old one is missed there
                let both = [path.as_str(), new.as_str()];
                let wanted = if path.starts_with("data/") {
                    &both[..]
                } else {
                    &both[..1]
                };
                told(&bundle, wanted, seed, round, "renamed");
                fs::rename(bundle.join(&new), &at).unwrap();
            }
            _ => {
                let (other, there) = loop {
                    let other = random.choice(&files).unwrap();
                    let there = fs::read(bundle.join(other)).unwrap();
                    if there != bytes {
                        break (other, there);
                    }
                };
                fs::write(&at, &there).unwrap();
                fs::write(bundle.join(other), &bytes).unwrap();
                told(&bundle, &[&path, other], seed, round, "swapped");
                fs::write(&at, bytes).unwrap();
                fs::write(bundle.join(other), there).unwrap();
            }
        }
    }
    assert_eq!(named(&bundle), Vec::<String>::new());
    eprintln!(
        "all found and named: {} flipped, {} dropped, {} added, {} renamed, {} swapped",
        kinds[0], kinds[1], kinds[2], kinds[3], kinds[4]
    );
}

fn told(bundle: &Path, wanted: &[&str], seed: u64, round: u64, what: &str) {
    let named = named(bundle);
    for path in wanted {
        assert!(
            named.iter().any(|name| name == path),
            "MURAGAT_SEED={seed}, round {round}: {path} was {what}, and only {named:?} are named"
        );
    }
}
