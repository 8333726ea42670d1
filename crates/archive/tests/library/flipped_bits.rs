//! One bit of a library flips, in its catalogue, in the WAL or in an original: whatever is shown then that is not what
//! was saved, the check does not pass. `MURAGAT_FLIPS=10000` tries as many bits as that.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::sealed::sealed;

/// So many where nobody says.
const FLIPS: u64 = 120;

fn who() -> Identity {
    Identity::new("Айгүл")
}

/// Numbers that look like chance and are the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// A library with everything in it, of which the last saves lie in the WAL alone, as files.
fn library() -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut home, first) = sealed();
    for day in 10..30 {
        let text = format!("date 2026-04-{day} Күн {day}\nМәтін {day}. Сәуле Омарова қатысты.");
        home.add(&text);
    }
    // all that is in the WAL goes into the catalogue
    let path = home.archive.path().to_owned();
    drop(home.archive);
    let mut archive = Archive::open(&path, who()).unwrap();
    let _reader = Archive::open(&path, who()).unwrap();
    let texts = ["Көктем мерекесі\nМәтін бір.", "Жолдар\nМәтін екі."];
    let added = texts.map(|text| {
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        added.unwrap().value.id
    });
    archive.delete_article(&added[1]).unwrap();
    archive.rename_library("Жетісу облысы").unwrap();
    let note = ArticleEdit {
        note: Some("Түпнұсқасы қағазда".into()),
        subjects: Some(vec!["Мәдениет".into()]),
        ..ArticleEdit::default()
    };
    archive.edit_article(&first, &note).unwrap();
    archive.edit_article(&added[0], &note).unwrap();
    archive.undo(None).unwrap();
    let mut files = BTreeMap::new();
    read_folder(&path, &path, &mut files);
    files
}

fn read_folder(top: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(top, &path, files);
        } else if path.extension().is_none_or(|end| end != "sqlite-shm") {
            let name = path.strip_prefix(top).unwrap().to_owned();
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn write_folder(top: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) {
    for (name, bytes) in files {
        let path = top.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// All that a person is shown of a library, and all that a bundle is made of.
fn shown(archive: &Archive) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut shown = Vec::new();
    for id in archive.article_ids()? {
        let record = archive.article(&id)?;
        let files = record.versions.iter().flat_map(|version| &version.files);
        let files = files.map(|file| &file.sha256);
        for sha256 in files.chain(record.photos.iter().map(|photo| &photo.sha256)) {
            shown.push((sha256.clone(), archive.original(sha256)?));
        }
        shown.push((id, serde_json::to_vec(&record).unwrap()));
    }
    let every = ListQuery {
        limit: 1000,
        ..ListQuery::default()
    };
    let list = archive.lines(&every)?;
    shown.push(("list".into(), serde_json::to_vec(&list).unwrap()));
    let ids = archive.article_ids()?;
    let ids = ids.iter().map(String::as_str).collect();
    let history = format!("{:?}", archive.provenance(&ids)?);
    shown.push(("history".into(), history.into_bytes()));
    Ok(shown)
}

#[derive(Debug, PartialEq)]
enum Seen {
    /// It does not open, and says so.
    Refused,
    /// The check names it.
    Named,
    /// Nothing that is shown is other than before.
    Harmless,
    /// It was shown, and the check passed.
    Unseen(String),
}

fn look(library: &Path, before: &[(String, Vec<u8>)]) -> Seen {
    let Ok(archive) = Archive::open(library, who()) else {
        return Seen::Refused;
    };
    match archive.check(&mut all) {
        Ok(found) if found.problems.is_empty() => {}
        Ok(_) => return Seen::Named,
        Err(_) => return Seen::Refused,
    }
    match shown(&archive) {
        Err(error) => Seen::Unseen(error.to_string()),
        Ok(now) => {
            let differing = now.iter().zip(before).find(|(now, before)| now != before);
            match differing {
                Some(((name, _), _)) => Seen::Unseen(name.clone()),
                None if now.len() != before.len() => Seen::Unseen("fewer or more".into()),
                None => Seen::Harmless,
            }
        }
    }
}

#[test]
fn no_bit_that_flips_shows_other_data_and_passes_the_check() {
    let room = tempfile::tempdir().unwrap();
    let files = library();
    let whole = room.path().join("whole.muragat");
    write_folder(&whole, &files);
    let archive = Archive::open(&whole, who()).unwrap();
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    let before = shown(&archive).unwrap();
    drop(archive);

    let asked = std::env::var("MURAGAT_FLIPS").ok();
    let flips = asked.and_then(|count| count.parse().ok()).unwrap_or(FLIPS);
    let seed = std::env::var("MURAGAT_FLIPS_SEED").ok();
    let mut chance = Chance(seed.and_then(|seed| seed.parse().ok()).unwrap_or(0x5eed));
    let of = |end: &str| -> Vec<&PathBuf> {
        let names = files.keys();
        names
            .filter(|name| name.to_string_lossy().ends_with(end))
            .collect()
    };
    let originals: Vec<&PathBuf> = files
        .keys()
        .filter(|name| name.starts_with("originals"))
        .collect();
    let (catalogue, wal) = (of("catalogue.sqlite"), of("-wal"));
    assert!(
        files[wal[0]].len() > 100_000,
        "the last saves are in the WAL"
    );
    let mut counted: BTreeMap<String, u64> = BTreeMap::new();
    let mut unseen = Vec::new();
    for flip in 0..flips {
        let kind = match flip % 10 {
            0 => &originals,
            1..=3 => &wal,
            _ => &catalogue,
        };
        let name = kind[chance.below(kind.len())];
        let mut damaged = files.clone();
        let bytes = damaged.get_mut(name).unwrap();
        let at = chance.below(bytes.len());
        let bit = chance.below(8);
        bytes[at] ^= 1 << bit;
        let library = room.path().join("flipped.muragat");
        let _ = fs::remove_dir_all(&library);
        write_folder(&library, &damaged);
        let seen = look(&library, &before);
        let place = name.extension().unwrap_or_default().to_string_lossy();
        let outcome = format!("{seen:?}").chars().take(40).collect::<String>();
        *counted.entry(format!("{place} {outcome}")).or_default() += 1;
        if let Seen::Unseen(what) = seen {
            unseen.push(format!("{} byte {at} bit {bit}: {what}", name.display()));
        }
    }
    println!("{flips} bits: {counted:#?}");
    assert!(unseen.is_empty(), "{unseen:#?}");
}
