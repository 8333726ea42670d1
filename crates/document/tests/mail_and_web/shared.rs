//! Files of other projects, where they are at hand: each is read or refused by name, none breaks the reader, and what was
//! spoilt of them neither.

use std::path::{Path, PathBuf};

use muragat_document::{Format, Limits, read, recognise};

const OURS: [Format; 10] = [
    Format::Html,
    Format::Mhtml,
    Format::Eml,
    Format::Mbox,
    Format::Msg,
    Format::Tnef,
    Format::TelegramJson,
    Format::TelegramHtml,
    Format::Markdown,
    Format::Text,
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn files_of_other_projects_break_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/office");
    let mut found = Vec::new();
    files(&folder, &mut found);
    if found.is_empty() {
        println!("skipped: {} is not here", folder.display());
    }
    found.sort();
    for path in found {
        let bytes = std::fs::read(&path).unwrap();
        if !recognise(&bytes).is_some_and(|format| OURS.contains(&format)) {
            continue;
        }
        let _ = read(&bytes, Limits::default());
        // bytes spoilt at places that a simple row of numbers tells
        let mut state = 12_345_u64;
        for _ in 0..4 {
            let mut spoilt = bytes.clone();
            for _ in 0..8 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                let at = usize::try_from(state >> 33).unwrap() % spoilt.len().min(20_000);
                spoilt[at] = state.to_be_bytes()[1];
            }
            let _ = read(&spoilt, Limits::default());
            let _ = read(&spoilt[..spoilt.len() / 2], Limits::default());
        }
    }
}
