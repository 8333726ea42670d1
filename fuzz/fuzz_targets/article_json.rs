//! Any bytes as article.json: refused, or a record that is written and read the same, and that a library takes in
//! whole or refuses, and that leaves it sound.
#![no_main]

use std::cell::RefCell;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Archive, Identity};
use tempfile::TempDir;

/// A library grows with what it takes in; then another takes its place.
const MOST: u32 = 500;

struct Shelf {
    archive: Archive,
    taken: u32,
    _room: TempDir,
}

fn shelf() -> Shelf {
    let room = TempDir::new().expect("room");
    let who = Identity {
        actor: "fuzz".to_owned(),
        device: "fuzz".to_owned(),
    };
    let archive = Archive::create(&room.path().join("a.muragat"), who).expect("a library");
    Shelf {
        archive,
        taken: 0,
        _room: room,
    }
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::new(shelf());
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(record) = serde_json::from_slice::<ArticleRecord>(bytes) else {
        return;
    };
    let written = serde_json::to_string(&record).expect("a record can be written");
    let again: ArticleRecord = serde_json::from_str(&written).expect("and read");
    assert_eq!(
        written,
        serde_json::to_string(&again).expect("a record can be written")
    );
    SHELF.with_borrow_mut(|shelf| {
        if shelf.taken >= MOST {
            *shelf = self::shelf();
        }
        shelf.taken += 1;
        let id = record.id.clone();
        let mut fetch = |_: &ArticleRecord, _: &str, _: &str| Ok(b"original".to_vec());
        if shelf
            .archive
            .adopt(&[record], &mut fetch, &mut |_| true)
            .is_ok()
        {
            shelf
                .archive
                .article(&id)
                .expect("what was taken in can be shown");
        }
    });
});
