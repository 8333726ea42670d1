//! Undo and redo: everything, across restarts and handles, or a reason.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;
#[path = "common/steps/mod.rs"]
mod steps;

use std::cell::Cell;
use std::collections::BTreeMap;

use common::{RELEASE, home, picture};
use muragat_archive::record::terms::{Access, PartyKind};
use muragat_archive::{Archive, ArticleEdit, Error, Identity, Intake, ListQuery, Tagging};
use proptest::prelude::*;
use steps::{Step, run, step};

fn all(_: muragat_archive::Progress) -> bool {
    true
}

/// Every article as `show --json` gives it.
fn shown(archive: &Archive) -> BTreeMap<String, String> {
    let ids = archive.article_ids().unwrap();
    ids.into_iter()
        .map(|id| {
            (
                id.clone(),
                serde_json::to_string(&archive.article(&id).unwrap()).unwrap(),
            )
        })
        .collect()
}

type Instances = Vec<(String, i64, String, i64)>;

/// The search index, term by term, and the list's entries.
fn indexed(archive: &Archive) -> (Instances, Vec<String>) {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    sql.execute(
        "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_text, instance)",
        [],
    )
    .unwrap();
    sql.execute(
        "CREATE VIRTUAL TABLE temp.names USING fts5vocab(main, party_text, instance)",
        [],
    )
    .unwrap();
    let mut statement = sql
        .prepare(
            "SELECT term, doc, col, offset FROM temp.terms
             UNION ALL SELECT term, -doc, col, offset FROM temp.names ORDER BY 1, 2, 3, 4",
        )
        .unwrap();
    let terms = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut statement = sql.prepare("SELECT article_id || title || ifnull(date, '') || people || photos || digest FROM search_entry ORDER BY 1").unwrap();
    let entries = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    (terms, entries)
}

/// Rows in every table that is no bookkeeping.
fn rows(archive: &Archive) -> i64 {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    let kept = [
        "series",
        "library",
        "actor",
        "device",
        "op",
        "change",
        "original",
        "photo_likeness",
        "near_original",
        "sqlite_sequence",
    ];
    let mut statement = sql
        .prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_text%' AND name NOT LIKE 'party_text%' AND name <> 'search_word'",
        )
        .unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    tables
        .iter()
        .filter(|table| !kept.contains(&table.as_str()))
        .map(|table| {
            sql.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get::<_, i64>(0)
            })
            .unwrap()
        })
        .sum()
}

/// All that is in the catalogue but times, as one text.
fn everything(archive: &Archive) -> String {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    let mut statement = sql.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_text%' AND name NOT LIKE 'party_text%' AND name <> 'search_word' ORDER BY 1").unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut out = String::new();
    for table in tables {
        let mut statement = sql.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            for column in 0..columns {
                out.push_str(&format!(
                    "{table} {:?} ",
                    row.get::<_, rusqlite::types::Value>(column).unwrap()
                ));
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_empties_and_redo_all_restores(steps in prop::collection::vec(step(), 1..30)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        for step in steps.iter().filter(|step| !matches!(step, Step::UndoOp(_))) {
            run(&mut home.archive, step, &photos)?;
        }
        while home.archive.redo().is_ok() {}
        let before = shown(&home.archive);
        // a restart in between: undo works from history alone
        let mut other = home.again();
        loop {
            match other.undo(None) {
                Ok(_) => {}
                Err(Error::NothingToUndo) => break,
                Err(error) => return Err(TestCaseError::fail(format!("{error:?}"))),
            }
        }
        prop_assert_eq!(rows(&other), 0);
        let emptied = indexed(&other);
        other.rebuild(&mut all).unwrap();
        prop_assert_eq!(&emptied, &indexed(&other));
        prop_assert!(emptied.0.is_empty());
        let mut third = home.again();
        loop {
            match third.redo() {
                Ok(_) => {}
                Err(Error::NothingToRedo) => break,
                Err(error) => return Err(TestCaseError::fail(format!("{error:?}"))),
            }
        }
        prop_assert_eq!(shown(&third), before);
        let redone = indexed(&third);
        third.rebuild(&mut all).unwrap();
        prop_assert_eq!(redone, indexed(&third));
        prop_assert_eq!(third.check(&mut all).unwrap().problems, vec![]);
    }

    #[test]
    fn two_people_interleaved_lose_nothing(steps in prop::collection::vec((any::<bool>(), step()), 1..40)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
        for (first, step) in &steps {
            let archive = if *first { &mut home.archive } else { &mut other };
            let undoing = matches!(step, Step::Undo | Step::UndoOp(_) | Step::Redo);
            let before = undoing.then(|| everything(archive));
            let ops = archive.history(None, 1).unwrap().first().map_or(0, |line| line.op);
            run(archive, step, &photos)?;
            // an undo that did not become an op changed nothing at all
            if let Some(before) = before {
                let after = archive.history(None, 1).unwrap().first().map_or(0, |line| line.op);
                if after == ops {
                    prop_assert_eq!(before, everything(archive));
                }
            }
        }
        prop_assert_eq!(home.archive.check(&mut all).unwrap().problems, vec![]);
        let stands = indexed(&other);
        other.rebuild(&mut all).unwrap();
        prop_assert_eq!(stands, indexed(&other));
    }
}

#[test]
fn a_later_edit_of_the_same_field_stands_in_the_way_and_is_named() {
    let mut home = home();
    let added = home.add(RELEASE);
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    let first = home
        .archive
        .edit_article(&added.id, &note("бір"))
        .unwrap()
        .op
        .unwrap();
    let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
    let second = other
        .edit_article(&added.id, &note("екі"))
        .unwrap()
        .op
        .unwrap();
    match home.archive.undo(None) {
        Err(Error::UndoBlocked {
            op,
            by,
            by_actor,
            field,
            ..
        }) => {
            assert_eq!(
                (op, by, by_actor.as_str(), field.as_deref()),
                (first, second, "Бауыржан", Some("note"))
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive.article(&added.id).unwrap().note.as_deref(),
        Some("екі")
    );
    // another field of the same record is no obstacle
    let kind = ArticleEdit {
        kind: Some("хабар".into()),
        ..ArticleEdit::default()
    };
    other.edit_article(&added.id, &kind).unwrap();
    other.undo(Some(second)).unwrap();
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!((record.note, record.kind.as_deref()), (None, Some("хабар")));
}

#[test]
fn a_party_that_a_later_op_uses_is_not_undone_from_under_it() {
    let mut home = home();
    let one = home.add(RELEASE);
    let two = home.add("date 2026-04-01 Екінші хабар\nМәтін");
    let tag = |name: &str| Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    let made = home
        .archive
        .tag(&one.id, &tag("Сәуле Омарова"))
        .unwrap()
        .op
        .unwrap();
    let used = home
        .archive
        .tag(&two.id, &tag("Сәуле Омарова"))
        .unwrap()
        .op
        .unwrap();
    match home.archive.undo(Some(made)) {
        Err(Error::UndoBlocked { by, noun, .. }) => {
            assert_eq!((by, noun.as_str()), (used, "participation"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(home.archive.article(&one.id).unwrap().cast.len(), 1);
}

thread_local! {
    static NOW: Cell<i64> = const { Cell::new(0) };
}

#[test]
fn an_hour_of_typing_adds_little() {
    let mut home = home();
    let added = home.add(RELEASE);
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag(&added.id, &tagging).unwrap();
    // from now on time goes as fast as the test
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    NOW.with(|clock| clock.set(now.as_millis() as i64 + 100_000));
    let mut archive = home.again().with_clock(|| NOW.with(Cell::get));
    let version = archive.article(&added.id).unwrap().versions[0].clone();
    let size = |archive: &Archive| -> i64 {
        let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
        sql.query_row(
            "SELECT sum(length(CAST(ifnull(before, '') AS BLOB)) + length(CAST(ifnull(after, '') AS BLOB)) + length(CAST(ifnull(patch, '') AS BLOB)) + 64)
                  + (SELECT count(*) * 96 FROM op) FROM change",
            [],
            |row| row.get(0),
        )
        .unwrap()
    };
    let before = size(&archive);
    // five keys a second, saved each second, in the middle of a page of text; a pause and a jump now and then
    let mut body: Vec<char> = version.body.repeat(8).chars().collect();
    let start: String = body.iter().collect();
    let words: Vec<char> = "облыс әкімдігінде өткен жиында ".chars().collect();
    let mut at = 200;
    for second in 0..3600 {
        NOW.with(|now| now.set(now.get() + if second % 400 == 399 { 90_000 } else { 1_000 }));
        if second % 300 == 0 {
            at = (second * 37) % body.len();
        }
        for key in 0..5 {
            body.insert(at, words[(second * 5 + key) % words.len()]);
            at += 1;
        }
        let text: String = body.iter().collect();
        archive
            .edit_version(&version.id, None, Some(&text))
            .unwrap();
    }
    let grown = size(&archive) - before;
    assert!(grown < 5_000_000, "{grown} bytes");
    let ops = archive.history(None, 1000).unwrap().len();
    println!("an hour of typing: history grew by {grown} bytes, {ops} ops");
    // a sitting of five minutes is one op, and a pause or a jump begins another
    assert!((12..60).contains(&ops), "{ops} ops");
    // and it is all there to be taken back
    while archive.history(None, 1).unwrap()[0].kind != "undo"
        || archive.article(&added.id).unwrap().versions[0].body != version.body
    {
        archive.undo(None).unwrap();
    }
    assert!(start.starts_with(&version.body));
    assert_eq!(
        archive
            .lines(&ListQuery {
                limit: 1,
                ..ListQuery::default()
            })
            .unwrap()
            .total,
        1
    );
    assert!(grown > 1_000, "nothing was written: {grown}");
}

#[test]
fn a_text_edit_is_not_done_again_over_another_text() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut berik = Archive::open(home.archive.path(), Identity::new("Берік")).unwrap();
    let version = home.archive.article(&added.id).unwrap().versions[0].clone();
    let first = format!("Жаңа бастау. {}", version.body);
    home.archive
        .edit_version(&version.id, None, Some(&first))
        .unwrap();
    let second = first.replace("Сәуле", "құрметті Сәуле");
    berik
        .edit_version(&version.id, None, Some(&second))
        .unwrap();
    berik.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    match berik.redo() {
        Err(Error::UndoBlocked { by_actor, .. }) => assert_eq!(by_actor, "Айгүл"),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive.article(&added.id).unwrap().versions[0].body,
        version.body
    );
}

#[test]
fn what_is_wiped_at_one_sitting_can_be_had_again() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut write = |text: &str| {
        let edit = ArticleEdit {
            note: Some(text.into()),
            ..ArticleEdit::default()
        };
        home.archive.edit_article(&added.id, &edit).unwrap();
    };
    // typed, given up, typed otherwise, given up: all within a minute
    for text in [
        "Бірінші",
        "Бірінші ой",
        "",
        "Екінші ой",
        "Екінші ойым",
        "",
        "Үшінші",
    ] {
        write(text);
    }
    let mut stood = Vec::new();
    for _ in 0..3 {
        home.archive.undo(None).unwrap();
        let note = home.archive.article(&added.id).unwrap().note;
        stood.push(note.unwrap_or_default());
    }
    assert_eq!(stood, ["Екінші ойым", "Бірінші ой", ""]);
}

#[test]
fn only_the_same_field_joins_a_sitting() {
    let mut home = home();
    let added = home.add(RELEASE);
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    let one = home
        .archive
        .edit_article(&added.id, &note("бір"))
        .unwrap()
        .op;
    assert_eq!(
        home.archive
            .edit_article(&added.id, &note("бір, екі"))
            .unwrap()
            .op,
        one
    );
    let more = ArticleEdit {
        access: Some(Access::Restricted),
        ..note("үш")
    };
    assert_ne!(home.archive.edit_article(&added.id, &more).unwrap().op, one);
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(
        (record.note.as_deref(), record.access.level),
        (Some("бір, екі"), Access::Open)
    );
}

#[test]
fn a_clock_that_was_ahead_dates_nothing_after_it() {
    let mut home = home();
    let mut ahead = home.again().with_clock(|| 4_102_444_800_000);
    ahead
        .add_text("a.txt", "Келешек\nМәтін".as_bytes(), &Intake::default())
        .unwrap();
    let now = home.add("Қазір\nБасқа мәтін");
    let record = home.archive.article(&now.id).unwrap();
    assert!(record.created_at.as_str() < "2100" && record.captured_on.as_deref() < Some("2100"));
    assert!(!now.reference.starts_with("2100"));
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    let one = home.archive.edit_article(&now.id, &note("бір")).unwrap().op;
    assert_ne!(
        home.archive.edit_article(&now.id, &note("екі")).unwrap().op,
        one
    );
}
