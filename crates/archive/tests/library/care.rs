//! Opened, checked, backed up, restored.

use super::*;

#[test]
fn libraries_that_cannot_be_opened_are_refused_by_name() {
    let home = home();
    let who = || Identity::new("x");
    let code = |path: &std::path::Path| Archive::open(path, who()).unwrap_err().code();
    let folder = home.folder.path();
    assert_eq!(code(&folder.join("none.muragat")), "library_missing");
    assert_eq!(code(folder), "library_foreign");
    assert_eq!(
        Archive::create(home.archive.path(), who())
            .unwrap_err()
            .code(),
        "library_exists"
    );

    let make = |name: &str, change: &dyn Fn(&rusqlite::Connection)| {
        let path = folder.join(name);
        drop(Archive::create(&path, who()).unwrap());
        let sql = rusqlite::Connection::open(path.join("catalogue.sqlite")).unwrap();
        change(&sql);
        drop(sql);
        path
    };
    let newer = make("newer.muragat", &|sql| {
        sql.pragma_update(None, "user_version", 99).unwrap();
    });
    assert_eq!(code(&newer), "library_newer");
    let other = make("other.muragat", &|sql| {
        sql.pragma_update(None, "application_id", 7).unwrap();
    });
    assert_eq!(code(&other), "library_foreign");
    let damaged = make("damaged.muragat", &|_| ());
    std::fs::write(
        damaged.join("catalogue.sqlite"),
        b"this was a catalogue once, and is no more",
    )
    .unwrap();
    assert_eq!(code(&damaged), "library_damaged");
}

#[test]
fn check_names_what_is_missing_damaged_or_out_of_date() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photos = [
        home.file("a.png", &picture(1)),
        home.file("b.png", &picture(2)),
    ];
    let done = home
        .archive
        .attach(&added.id, &photos, None, None)
        .unwrap()
        .value;
    let path = |sha: &str| {
        home.archive
            .path()
            .join("originals")
            .join(&sha[..2])
            .join(&sha[2..4])
            .join(format!("{sha}.png"))
    };
    std::fs::write(path(&done.attached[0].sha256), b"rotten").unwrap();
    std::fs::remove_file(path(&done.attached[1].sha256)).unwrap();
    std::fs::write(home.archive.path().join("originals/stray.txt"), b"?").unwrap();
    let sql = rusqlite::Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
    sql.execute("UPDATE search_entry SET digest = 'x'", [])
        .unwrap();
    sql.execute("UPDATE version SET digest = 'x'", []).unwrap();
    let found = home.archive.check(&mut all).unwrap();
    let mut codes: Vec<&str> = found.problems.iter().map(|problem| problem.code).collect();
    codes.sort();
    assert_eq!(
        codes,
        [
            "computed_stale",
            "entry_stale",
            "original_damaged",
            "original_missing"
        ]
    );
    assert_eq!(
        found.notes.iter().map(|note| note.code).collect::<Vec<_>>(),
        ["orphan"]
    );
    assert_eq!(
        home.archive
            .original(&done.attached[0].sha256)
            .unwrap_err()
            .code(),
        "original_damaged"
    );
    // the same photo brought again mends what rotted, and the rotten bytes are kept aside
    home.archive.attach(&added.id, &photos, None, None).unwrap();
    home.archive.rebuild(&mut all).unwrap();
    let mended = home.archive.check(&mut all).unwrap();
    assert_eq!(mended.problems, []);
    assert_eq!(mended.notes.len(), 2);
}

#[test]
fn a_backup_comes_back_whole_and_moves_aside_what_stands() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photo = home.file("a.png", &picture(1));
    home.archive
        .attach(&added.id, &[photo], Some("Ашылу сәті"), None)
        .unwrap();
    let before = home.archive.article(&added.id).unwrap();
    let file = home.folder.path().join("backup.zip");
    assert!(home.archive.backup(&file, &mut all).unwrap().is_empty());
    assert_eq!(
        home.archive.backup(&file, &mut all).unwrap_err().code(),
        "target_exists"
    );
    home.archive.delete_article(&added.id).unwrap();
    let path = home.archive.path().to_owned();
    // while it is open, what it writes would be lost
    assert_eq!(
        restore(&file, &path, &mut all).unwrap_err().code(),
        "library_busy"
    );
    let folder = home.folder;
    drop(home.archive);
    let aside = restore(&file, &path, &mut all).unwrap().aside.unwrap();
    assert!(aside.join("catalogue.sqlite").is_file());
    let restored = Archive::open(&path, Identity::new("Айгүл")).unwrap();
    assert_eq!(restored.article(&added.id).unwrap(), before);
    assert_eq!(restored.check(&mut all).unwrap().problems, []);
    // half a backup is refused, and what stands stays
    let bytes = std::fs::read(&file).unwrap();
    let half = folder.path().join("half.zip");
    std::fs::write(&half, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(
        restore(&half, &path, &mut all).unwrap_err().code(),
        "backup_damaged"
    );
    assert_eq!(
        Archive::open(&path, Identity::new("Айгүл"))
            .unwrap()
            .article(&added.id)
            .unwrap(),
        before
    );
}

#[test]
fn a_librarys_name_is_part_of_its_record() {
    let mut home = home();
    assert_eq!(
        (home.archive.name().as_str(), home.archive.own_name()),
        ("test", None)
    );
    let done = home
        .archive
        .rename_library("  Жетісу  облысының әкімдігі ")
        .unwrap();
    assert_eq!(done.touched.libraries, [home.archive.uuid()]);
    assert_eq!(home.archive.name(), "Жетісу облысының әкімдігі");
    assert_eq!(home.again().name(), "Жетісу облысының әкімдігі");
    let kind = home.archive.history(None, 1).unwrap().remove(0).kind;
    assert_eq!(kind, "rename_library");
    let backup = home.folder.path().join("a.zip");
    home.archive.backup(&backup, &mut all).unwrap();
    let copy = home.folder.path().join("copy.muragat");
    restore(&backup, &copy, &mut all).unwrap();
    let copy = Archive::open(&copy, Identity::new("Айгүл")).unwrap();
    assert_eq!(copy.name(), "Жетісу облысының әкімдігі");
    // somebody else named it meanwhile
    home.again().rename_library("Жетісу облысы").unwrap();
    let seen = SeenValue {
        noun: "library".into(),
        id: home.archive.uuid().to_owned(),
        field: "name".into(),
        value: Some("Жетісу облысының әкімдігі".into()),
        prefer: None,
    };
    let refused = home
        .archive
        .having_seen(vec![seen], |archive| archive.rename_library("Аудан"));
    assert_eq!(refused.unwrap_err().code(), "edit_conflict");
    // what one person names it twice within moments is one op
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.name(), "test");
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}
