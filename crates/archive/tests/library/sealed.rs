//! What was saved is known again: rows, history, schema, acknowledged saves, cached pictures.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use muragat_archive::{EventFields, Problem, RegionBox, Whom};

/// A library with a registered article that has a bit of everything.
pub fn sealed() -> (common::Home, String) {
    let mut home = home();
    let added = home.add(RELEASE);
    let photo = home.file("a.png", &picture(1));
    home.archive
        .attach(&added.id, &[photo], Some("Ашылу сәті"), None)
        .unwrap();
    let speaker = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: Some(Role::Speaker),
        position: Some("төрағасы".into()),
        on_behalf_of: Some("«Ерлік» қоғамдық бірлестігі".into()),
    };
    home.archive.tag(&added.id, &speaker).unwrap();
    let event = EventFields {
        name: Some("Ашылу".into()),
        ..EventFields::default()
    };
    home.archive.add_event(&event, Some(&added.id)).unwrap();
    let photo = home.archive.article(&added.id).unwrap().photos[0]
        .id
        .clone();
    let place = RegionBox {
        x: 0.1,
        y: 0.1,
        w: 0.5,
        h: 0.5,
    };
    let whom = Whom::Person("Нұрлан Сейітов".into());
    home.archive.add_region(&photo, &whom, place).unwrap();
    home.archive.register(&added.id).unwrap();
    assert_eq!(problems(&home.archive), []);
    (home, added.id)
}

fn problems(archive: &Archive) -> Vec<Problem> {
    archive.check(&mut all).unwrap().problems
}

fn codes(archive: &Archive) -> BTreeSet<&'static str> {
    problems(archive).iter().map(|one| one.code).collect()
}

/// Another program's hand on the catalogue, which asks neither rules nor triggers.
fn by_hand(archive: &Archive) -> rusqlite::Connection {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    sql.execute_batch(
        "PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0;
         DROP TRIGGER IF EXISTS version_text_is_evidence; DROP TRIGGER IF EXISTS original_is_never_altered;",
    )
    .unwrap();
    sql
}

fn strings(sql: &rusqlite::Connection, query: &str) -> Vec<String> {
    let mut statement = sql.prepare(query).unwrap();
    let found = statement.query_map([], |row| row.get(0)).unwrap();
    found.map(Result::unwrap).collect()
}

#[test]
fn whatever_another_program_changes_in_a_row_is_named_by_its_field() {
    let (home, _) = sealed();
    let sql = by_hand(&home.archive);
    let copy = home.folder.path().join("copy.sqlite");
    sql.execute("VACUUM INTO ?1", [copy.to_str().unwrap()])
        .unwrap();
    sql.execute("ATTACH ?1 AS copy", [copy.to_str().unwrap()])
        .unwrap();
    let nouns = strings(&sql, "SELECT DISTINCT noun FROM seal ORDER BY noun");
    assert!(nouns.len() > 20, "{nouns:?}");
    let computed = [
        "code_key",
        "day_in_order",
        "digest",
        "match_key",
        "release_key",
        "sort_key",
    ];
    for noun in nouns {
        let columns = strings(
            &sql,
            &format!("SELECT name FROM pragma_table_info('{noun}')"),
        );
        for column in columns {
            if column == "id" || computed.contains(&column.as_str()) {
                continue;
            }
            // of a text its last letter, of a number its last bit
            let change = format!(
                "UPDATE {noun} SET {column} = CASE typeof({column}) WHEN 'integer' THEN {column} + 1 WHEN 'real' THEN {column} + 0.01
                   WHEN 'null' THEN (SELECT iif(type = 'TEXT', 'x', 1) FROM pragma_table_info('{noun}') WHERE name = '{column}')
                   ELSE {column} || 'x' END
                 WHERE id = (SELECT max(id) FROM {noun})"
            );
            sql.execute(&change, []).unwrap();
            let found = problems(&home.archive);
            let named = found.iter().any(|one| {
                one.code == "record_altered"
                    && one.noun.as_deref() == Some(noun.as_str())
                    && one.fields == [column.clone()]
            });
            assert!(named, "{noun}.{column}: {found:?}");
            // nothing offers to make it official
            assert!(!found.iter().any(|one| one.code.ends_with("_stale")));
            let back = format!(
                "UPDATE {noun} SET {column} = (SELECT {column} FROM copy.{noun} AS was WHERE was.id = {noun}.id)"
            );
            sql.execute(&back, []).unwrap();
        }
    }
    assert_eq!(codes(&home.archive), BTreeSet::from(["schema_differs"]));
}

#[test]
fn damage_never_becomes_official() {
    let (mut home, id) = sealed();
    let sql = by_hand(&home.archive);
    sql.execute(
        "UPDATE version SET body = replace(body, 'қала', 'қбла')",
        [],
    )
    .unwrap();
    sql.execute(
        "UPDATE article SET access = 'embargo', embargo_until = '2030-01-01'",
        [],
    )
    .unwrap();
    let before = problems(&home.archive);
    let subject = home.archive.article(&id).unwrap().reference;
    let altered: Vec<_> = before
        .iter()
        .filter(|one| one.code == "record_altered")
        .collect();
    assert_eq!(altered.len(), 2, "{before:?}");
    assert!(altered.iter().all(|one| one.subject == subject));
    // made anew is only what follows from whole rows
    let refused = home.archive.rebuild(&mut all).unwrap_err();
    assert_eq!(refused.code(), "record_damaged");
    assert_eq!(problems(&home.archive), before);
    // neither an edit of another field nor an undo takes it for what was saved
    let note = ArticleEdit {
        note: Some("жаңа".into()),
        ..ArticleEdit::default()
    };
    assert_eq!(
        home.archive.edit_article(&id, &note).unwrap_err().code(),
        "record_damaged"
    );
    assert_eq!(
        home.archive.undo(None).unwrap_err().code(),
        "record_damaged"
    );
    assert_eq!(problems(&home.archive), before);
    assert_eq!(
        home.archive
            .damaged_articles()
            .unwrap()
            .into_values()
            .collect::<Vec<_>>(),
        [subject]
    );
}

#[test]
fn a_damaged_record_takes_what_was_saved_of_it() {
    let mut home = home();
    let added = home.add(RELEASE);
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    home.archive
        .edit_article(&added.id, &note("Түпнұсқасы қағазда"))
        .unwrap();
    let sql = by_hand(&home.archive);
    sql.execute("UPDATE article SET note = 'Түпнұсқасы кағазда'", [])
        .unwrap();
    assert_eq!(
        home.archive
            .edit_article(&added.id, &note("басқа"))
            .unwrap_err()
            .code(),
        "record_damaged"
    );
    home.archive
        .edit_article(&added.id, &note("Түпнұсқасы қағазда"))
        .unwrap();
    assert_eq!(codes(&home.archive), BTreeSet::from(["schema_differs"]));
}

#[test]
fn rows_that_went_or_came_are_missed_even_with_their_seals() {
    let (home, _) = sealed();
    let sql = by_hand(&home.archive);
    let region: i64 = sql
        .query_row("SELECT max(id) FROM region", [], |row| row.get(0))
        .unwrap();
    sql.execute("DELETE FROM region WHERE id = ?1", [region])
        .unwrap();
    assert!(codes(&home.archive).contains("record_gone"));
    sql.execute(
        "DELETE FROM seal WHERE noun = 'region' AND row_id = ?1",
        [region],
    )
    .unwrap();
    assert!(codes(&home.archive).contains("history_broken"));
    sql.execute(
        "INSERT INTO subject (uuid, name, sort_key) VALUES ('01890000-0000-7000-8000-000000000000', 'жалған', x'00')",
        [],
    )
    .unwrap();
    assert!(codes(&home.archive).contains("record_strange"));
}

#[test]
fn history_is_a_chain() {
    let (home, _) = sealed();
    let sql = by_hand(&home.archive);
    for column in ["commits", "op_id"] {
        sql.execute(
            &format!("UPDATE chain SET {column} = {column} + 1000 WHERE op_id = 2"),
            [],
        )
        .unwrap();
        assert!(codes(&home.archive).contains("history_broken"), "{column}");
        sql.execute(
            &format!("UPDATE chain SET {column} = {column} - 1000 WHERE op_id IN (2, 1002)"),
            [],
        )
        .unwrap();
    }
    for column in ["state", "digest"] {
        sql.execute(
            &format!("UPDATE chain SET {column} = zeroblob(32) WHERE op_id = 2"),
            [],
        )
        .unwrap();
        assert!(codes(&home.archive).contains("history_broken"), "{column}");
    }
}

#[test]
fn tables_triggers_and_indexes_are_those_of_the_program() {
    let home = home();
    let sql = rusqlite::Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
    let found = |sql: &str| -> Vec<(&'static str, String)> {
        let hand =
            rusqlite::Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
        hand.execute_batch(sql).unwrap();
        problems(&home.archive)
            .into_iter()
            .map(|one| (one.code, one.subject))
            .collect()
    };
    assert_eq!(found(""), []);
    let strange = "CREATE TRIGGER forged AFTER INSERT ON article BEGIN SELECT 1; END";
    assert_eq!(found(strange), [("schema_strange", "forged".to_owned())]);
    let dropped =
        "DROP TRIGGER forged; DROP TRIGGER version_text_is_evidence; DROP INDEX article_by_unit_id";
    assert_eq!(
        found(dropped),
        [
            ("schema_differs", "article_by_unit_id".to_owned()),
            ("schema_differs", "version_text_is_evidence".to_owned())
        ]
    );
    drop(sql);
}

#[test]
fn a_save_that_was_acknowledged_is_missed() {
    let mut home = home();
    home.add(RELEASE);
    // the newest saves lie in the WAL as long as another has the library open
    let _other = home.again();
    home.add("date 2026-03-15 Екінші\nМәтін");
    let early = copy_of(
        home.archive.path(),
        &home.folder.path().join("early.muragat"),
    );
    home.add("date 2026-03-16 Үшінші\nМәтін");
    home.add("date 2026-03-17 Төртінші\nМәтін");
    let late = copy_of(
        home.archive.path(),
        &home.folder.path().join("late.muragat"),
    );
    let open = |path: &Path| Archive::open(path, Identity::new("Айгүл")).unwrap();
    assert_eq!(problems(&open(&late)), []);

    // a program that was killed before it noted the last saves: nothing is missed
    let note = "catalogue.acknowledged";
    let noted = fs::read(late.join(note)).unwrap();
    fs::copy(early.join(note), late.join(note)).unwrap();
    assert_eq!(problems(&open(&late)), []);
    // one that was killed amid the note
    fs::write(late.join(note), &noted[..noted.len() / 2]).unwrap();
    assert_eq!(problems(&open(&late)), []);

    // a catalogue that ends before what was acknowledged
    fs::write(early.join(note), &noted).unwrap();
    let mut short = open(&early);
    assert_eq!(short.warnings(), [muragat_archive::Warning::SavesMissing]);
    let found = problems(&short);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code, found[0].subject.as_str()),
        ("saves_missing", "2")
    );
    // and whatever is saved after that does not make it unseen
    let text = "date 2026-03-18 Бесінші\nМәтін";
    short
        .add_text("b.txt", text.as_bytes(), &Intake::default())
        .unwrap();
    short
        .add_text("c.txt", "Алтыншы\nСөз".as_bytes(), &Intake::default())
        .unwrap();
    short
        .add_text("d.txt", "Жетінші\nСөйлем".as_bytes(), &Intake::default())
        .unwrap();
    assert_eq!(problems(&short)[0].subject, "2");
}

fn copy_of(library: &Path, target: &Path) -> std::path::PathBuf {
    for entry in walkdir::WalkDir::new(library) {
        let entry = entry.unwrap();
        let to = target.join(entry.path().strip_prefix(library).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else if entry
            .path()
            .extension()
            .is_none_or(|end| end != "sqlite-shm")
        {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    target.to_owned()
}

#[test]
fn the_backup_that_has_a_record_whole_is_named() {
    let (home, _) = sealed();
    let backup = home.archive.path().join("backups/before.zip");
    home.archive.backup(&backup, &mut all).unwrap();
    let sql = by_hand(&home.archive);
    sql.execute("UPDATE photo_text SET text = text || 'x'", [])
        .unwrap();
    let found = problems(&home.archive);
    let altered = found
        .iter()
        .find(|one| one.code == "record_altered")
        .unwrap();
    assert_eq!(altered.way_back.as_deref(), Some(backup.as_path()));
    // one that was made of what is damaged is no way back
    fs::remove_file(&backup).unwrap();
    home.archive.backup(&backup, &mut all).unwrap();
    let found = problems(&home.archive);
    let altered = found
        .iter()
        .find(|one| one.code == "record_altered")
        .unwrap();
    assert_eq!(altered.way_back, None);
}

#[test]
fn what_is_no_text_hinders_its_own_article_alone() {
    let (mut home, id) = sealed();
    let other = home.add("date 2026-03-15 Екінші\nМәтін");
    let sql = by_hand(&home.archive);
    sql.execute(
        "UPDATE printed_position SET text = CAST(x'd0bfff' AS TEXT)",
        [],
    )
    .unwrap();
    let found = problems(&home.archive);
    let reference = "2026-0001";
    for code in ["record_altered", "record_unreadable"] {
        assert!(
            found
                .iter()
                .any(|one| one.code == code && one.subject == reference),
            "{code}: {found:?}"
        );
    }
    assert!(home.archive.article(&id).unwrap_err().is_damage());
    assert!(home.archive.article(&other.id).is_ok());
    sql.execute(
        "UPDATE article SET reference = CAST(x'd0bfff' AS TEXT), state = 'nonsense' WHERE id = 1",
        [],
    )
    .unwrap();
    sql.execute(
        "UPDATE search_entry SET title = CAST(x'd0bfff' AS TEXT) WHERE article_id = 1",
        [],
    )
    .unwrap();
    let every = ListQuery {
        limit: 10,
        ..ListQuery::default()
    };
    assert_eq!(home.archive.lines(&every).unwrap().rows.len(), 2);
}

#[test]
fn words_of_the_index_and_of_the_list_are_compared_with_the_rows() {
    let (mut home, _) = sealed();
    let sql = rusqlite::Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
    for (change, code) in [
        (
            "UPDATE search_entry SET title = title || 'x'",
            "entry_stale",
        ),
        ("UPDATE search_entry SET year = year + 1", "entry_stale"),
        (
            "UPDATE search_word SET printed = printed || 'қ' WHERE form = (SELECT min(form) FROM search_word)",
            "index_damaged",
        ),
        (
            "INSERT INTO search_text (rowid, body) VALUES (77, 'жалған')",
            "index_damaged",
        ),
        (
            "UPDATE open_suggestions SET open = open + 1",
            "index_damaged",
        ),
        (
            "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'article'",
            "computed_stale",
        ),
    ] {
        assert!(sql.execute(change, []).unwrap() > 0, "{change}");
        assert_eq!(codes(&home.archive), BTreeSet::from([code]), "{change}");
        home.archive.rebuild(&mut all).unwrap();
        assert_eq!(problems(&home.archive), [], "{change}");
    }
}

#[test]
fn a_cached_picture_that_is_not_the_drawing_is_drawn_anew() {
    let (mut home, id) = sealed();
    let photo = home.archive.article(&id).unwrap().photos[0].id.clone();
    let drawn = home.archive.thumbnail(&photo, 256).unwrap();
    let cache = home.archive.path().join("cache/thumbnails");
    let kept = walkdir::WalkDir::new(&cache)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .find(|path| path.is_file() && path.to_string_lossy().contains("-256-"))
        .unwrap();
    let mut other = fs::read(&kept).unwrap();
    other[100] ^= 1;
    fs::write(&kept, &other).unwrap();
    assert_eq!(codes(&home.archive), BTreeSet::from(["thumbnail_damaged"]));
    assert_eq!(home.archive.thumbnail(&photo, 256).unwrap(), drawn);
    assert_eq!(problems(&home.archive), []);
    fs::write(&kept, picture(7)).unwrap();
    home.archive.rebuild(&mut all).unwrap();
    assert_eq!(problems(&home.archive), []);
}
