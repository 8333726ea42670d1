//! One bit of a library flips, in its catalogue, in the WAL or in an original: whatever is shown then that is not what
//! was saved, the check does not pass. `MURAGAT_FLIPS=10000` tries as many bits as that.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use muragat_archive::{
    Archive, ArticleEdit, EventFields, Identity, Intake, ListQuery, Progress, RegionBox, Whom,
};
use muragat_bundle::{Export, export};

/// So many where nobody says.
const FLIPS: u64 = 120;

fn all(_: Progress) -> bool {
    true
}

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
fn library(room: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let path = room.join("made.muragat");
    drop(muragat_sample::make(&path, who()).unwrap());
    let _reader = Archive::open(&path, who()).unwrap();
    let mut archive = Archive::open(&path, who()).unwrap();
    let ids = archive.article_ids().unwrap();
    let texts = ["Көктем мерекесі\nМәтін бір.", "Жолдар\nМәтін екі."];
    let added = texts.map(|text| {
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        added.unwrap().value.id
    });
    archive.delete_article(&added[1]).unwrap();
    archive.rename_library("Жетісу облысы").unwrap();
    let event = EventFields {
        name: Some("Кітапхананың ашылуы".into()),
        date: Some("2026-03-14".into()),
        place: Some("Талдықорған".into()),
    };
    archive.add_event(&event, Some(&ids[0])).unwrap();
    let photo = archive.article(&ids[0]).unwrap().photos[0].id.clone();
    let place = RegionBox {
        x: 0.1,
        y: 0.2,
        w: 0.3,
        h: 0.4,
    };
    archive
        .add_region(&photo, &Whom::Person("Асқар Төлеуов".into()), place)
        .unwrap();
    let note = ArticleEdit {
        note: Some("Түпнұсқасы қағазда".into()),
        subjects: Some(vec!["Мәдениет".into()]),
        ..ArticleEdit::default()
    };
    archive.edit_article(&ids[0], &note).unwrap();
    archive.edit_article(&ids[1], &note).unwrap();
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

/// All that a person is shown of a library, and its bundle but for what tells of the export itself.
fn shown(archive: &Archive, room: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let told = |error: muragat_archive::Error| error.to_string();
    let mut shown = Vec::new();
    for id in archive.article_ids().map_err(told)? {
        let record = archive.article(&id).map_err(told)?;
        shown.push((id, serde_json::to_vec(&record).unwrap()));
    }
    let every = ListQuery {
        limit: 1000,
        ..ListQuery::default()
    };
    let list = archive.lines(&every).map_err(told)?;
    shown.push(("list".into(), serde_json::to_vec(&list).unwrap()));
    let target = room.join("bundle");
    let _ = fs::remove_dir_all(&target);
    export(archive, &target, &Export::default(), &mut all).map_err(|error| error.to_string())?;
    let mut files = BTreeMap::new();
    read_folder(&target.join("data"), &target.join("data"), &mut files);
    for (name, bytes) in files {
        if name != Path::new("export.premis.xml") {
            shown.push((name.display().to_string(), bytes));
        }
    }
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

fn look(library: &Path, room: &Path, before: &[(String, Vec<u8>)]) -> Seen {
    let Ok(archive) = Archive::open(library, who()) else {
        return Seen::Refused;
    };
    match archive.check(&mut all) {
        Ok(found) if found.problems.is_empty() => {}
        Ok(_) => return Seen::Named,
        Err(_) => return Seen::Refused,
    }
    match shown(&archive, room) {
        Err(error) => Seen::Unseen(error),
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
    let files = library(room.path());
    let whole = room.path().join("whole.muragat");
    write_folder(&whole, &files);
    let archive = Archive::open(&whole, who()).unwrap();
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    let before = shown(&archive, room.path()).unwrap();
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
        let seen = look(&library, room.path(), &before);
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
