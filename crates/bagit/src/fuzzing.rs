//! The parsers of tag files, for the fuzz targets alone: built under `cfg(fuzzing)`, which cargo-fuzz sets.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::panic,
    reason = "a target tells by failing"
)]

use crate::algorithm::Algorithm;
use crate::{bag_info as info, path, read};

fn text(bytes: &[u8]) -> String {
    // The first byte picks an encoding, as bagit.txt would.
    let (pick, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let name = ["UTF-8", "UTF-16", "windows-1251", "ISO-8859-1"][usize::from(*pick) % 4];
    read::fuzzing::decode(name, rest)
}

pub fn bag_info(bytes: &[u8]) {
    let parsed = info::parse(&text(bytes));
    let mut written = String::new();
    let fits = |label: &str| info::label_flaw(label).is_none();
    for (label, value) in parsed.elements.iter().filter(|(label, _)| fits(label)) {
        info::write_element(&mut written, label, value);
        let _ = info::parse_oxum(value);
    }
    let again = info::parse(&written);
    assert!(again.strays.is_empty(), "{written:?}");
    let labels = |info: &info::BagInfo| -> Vec<String> {
        let all = info.elements.iter().map(|(label, _)| label.clone());
        all.filter(|label| fits(label)).collect()
    };
    assert_eq!(labels(&again), labels(&parsed));
}

pub fn manifest(bytes: &[u8]) {
    for algorithm in [Algorithm::Md5, Algorithm::Sha256] {
        for encoded in [false, true] {
            for path in read::fuzzing::manifest(&text(bytes), algorithm, encoded) {
                safe(&path);
                if encoded {
                    assert_eq!(path::decode(&path::encode(&path), true), path);
                }
            }
        }
    }
}

pub fn fetch(bytes: &[u8]) {
    for encoded in [false, true] {
        for path in read::fuzzing::fetch(&text(bytes), encoded) {
            safe(&path);
        }
    }
}

/// A path without a hazard stays below the bag.
fn safe(path: &str) {
    if path::hazard(path).is_none() {
        let joined = std::path::Path::new("/bag").join(path);
        assert!(joined.starts_with("/bag") && !path.split('/').any(|part| part == ".."));
    }
}
