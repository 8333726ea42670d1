//! The library: made, opened, refused, checked, backed up, restored.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{RELEASE, home, picture};
use muragat_archive::record::terms::{PartyKind, Role, State};
use muragat_archive::{
    Archive, ArticleEdit, Error, Identity, Intake, ListQuery, SeenValue, Tagging, UnitFields,
    restore,
};

fn all(_: muragat_archive::Progress) -> bool {
    true
}

#[test]
fn an_article_goes_in_and_comes_out_whole() {
    let mut home = home();
    let photo = home.file("сурет 1.png", &picture(1));
    let text = home.file("release.txt", RELEASE.as_bytes());
    let with = Intake {
        photos: vec![photo],
        credit: Some("қала әкімдігінің баспасөз қызметі".into()),
        accept: false,
        ..Intake::default()
    };
    let added = home.archive.add(&text, &with).unwrap().value;
    assert_eq!(added.reference, "2026-0001");
    assert_eq!(added.title, "Қаланың жаңа кітапханасы ашылды");
    assert!(added.photos.refused.is_empty());
    let tagged = home
        .archive
        .tag(
            &added.id,
            &Tagging {
                kind: PartyKind::Person,
                name: "Сәуле Омарова".into(),
                role: Some(Role::Speaker),
                position: Some("«Ерлік» қоғамдық бірлестігінің төрағасы".into()),
                on_behalf_of: Some("Ерлік".into()),
            },
        )
        .unwrap()
        .value;
    assert!(tagged.new);
    assert_eq!(tagged.mentions, 2);
    let record = home.archive.article("2026-0001").unwrap();
    assert_eq!(record.state, State::Draft);
    assert_eq!(record.publication_date.as_deref(), Some("2026-03-14"));
    let body: Vec<char> = record.versions[0].body.chars().collect();
    for mention in &record.versions[0].mentions {
        let (start, end) = (mention.start as usize, mention.end as usize);
        assert_eq!(body[start..end].iter().collect::<String>(), mention.text);
    }
    let cast = &record.cast[0];
    assert_eq!(cast.roles, [Role::Speaker]);
    assert_eq!(
        cast.positions[0].text,
        "«Ерлік» қоғамдық бірлестігінің төрағасы"
    );
    let behalf = record
        .parties
        .iter()
        .find(|p| Some(&p.id) == cast.on_behalf_of.as_ref())
        .unwrap();
    assert_eq!(behalf.name, "Ерлік");
    assert_eq!(
        home.archive.original(&record.photos[0].sha256).unwrap(),
        picture(1)
    );
    assert!(
        home.archive
            .thumbnail(&record.photos[0].id, 256)
            .unwrap()
            .starts_with(&[0xff, 0xd8])
    );
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn an_existing_party_is_found_in_any_case_and_form() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut tag = |kind, name: &str| {
        let tagging = Tagging {
            kind,
            name: name.into(),
            role: None,
            position: None,
            on_behalf_of: None,
        };
        home.archive.tag(&added.id, &tagging).unwrap().value
    };
    let first = tag(PartyKind::Organisation, "Жетісу университеті");
    for form in [
        "ЖЕТІСУ УНИВЕРСИТЕТІ",
        "Жетісу университетінің",
        "«жетісу» университетінде",
        " Жетісу  университеті ",
    ] {
        let again = tag(PartyKind::Organisation, form);
        assert!(!again.new, "{form}");
        assert_eq!(again.party, first.party, "{form}");
    }
    let he = tag(PartyKind::Person, "Омаров Сәкен");
    assert!(tag(PartyKind::Person, "Омарова Сәкен").party != he.party);
    assert!(tag(PartyKind::Person, "Сәкен Омаровтың").party == he.party);
}

#[test]
fn the_same_release_is_told_with_the_first_ones_reference() {
    let mut home = home();
    home.add(RELEASE);
    // the same words in other bytes
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(RELEASE.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    match home
        .archive
        .add_text("again.txt", &utf16, &Intake::default())
    {
        Err(Error::DuplicateRelease { reference, .. }) => assert_eq!(reference, "2026-0001"),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive
            .lines(&ListQuery {
                limit: 10,
                ..ListQuery::default()
            })
            .unwrap()
            .total,
        1
    );
}

#[test]
fn bad_photos_stop_none_of_the_others() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photos = [
        home.file("a.png", &picture(1)),
        home.file("b.jpg", b"no picture at all"),
        home.file("c.jpg", b""),
        home.folder.path().join("gone.jpg"),
        home.file("d.png", &picture(1)),
        home.file("e.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        home.file("f.png", &picture(2)),
    ];
    let done = home
        .archive
        .attach(&added.id, &photos, None, None)
        .unwrap()
        .value;
    let codes: Vec<String> = done.refused.iter().map(Error::code).collect();
    assert_eq!(
        codes,
        [
            "photo_unrecognised",
            "photo_empty",
            "file_missing",
            "photo_duplicate"
        ]
    );
    let names: Vec<&str> = done
        .attached
        .iter()
        .map(|photo| photo.name.as_str())
        .collect();
    assert_eq!(names, ["a.png", "e.heic", "f.png"]);
    assert_eq!(
        done.attached[1].undrawable.as_deref(),
        Some("format_not_decoded")
    );
}

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
fn registered_text_is_evidence() {
    let mut home = home();
    let added = home.add(RELEASE);
    let version = home.archive.article(&added.id).unwrap().versions[0]
        .id
        .clone();
    home.archive
        .edit_version(&version, Some("Жаңа тақырып"), None)
        .unwrap();
    home.archive.register(&added.id).unwrap();
    let error = home
        .archive
        .edit_version(&version, None, Some("басқа мәтін"))
        .unwrap_err();
    assert_eq!(error.code(), "text_registered");
    assert_eq!(
        home.archive.delete_article(&added.id).unwrap_err().code(),
        "text_registered"
    );
    // nor by a program that knows no door
    let sql = rusqlite::Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
    assert!(sql.execute("UPDATE version SET body = 'x'", []).is_err());
    assert!(sql.execute("DELETE FROM version", []).is_err());
    let correction = home
        .archive
        .add_version(
            &version,
            muragat_archive::record::terms::Relation::Corrects,
            "kk",
            "Түзетілген тақырып",
            "Түзетілген мәтін",
        )
        .unwrap()
        .value;
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(record.versions[1].id, correction);
    assert_eq!(record.versions[1].of.as_deref(), Some(version.as_str()));
    assert_eq!(record.state, State::Registered);
}

#[test]
fn a_unit_is_made_with_all_that_is_said_of_it_by_one_op() {
    let mut home = home();
    let fields = UnitFields {
        code: Some("ЖО".into()),
        title: Some("Облыс әкімдігі".into()),
        date_from: Some("1998 ж.".into()),
        retention_period: Some("Тұрақты".into()),
        ..UnitFields::default()
    };
    let id = home.archive.add_described_unit(None, &fields).unwrap();
    let unit = home.archive.unit(&id.value).unwrap();
    assert_eq!(unit.date_from.as_deref(), Some("1998"));
    assert_eq!(unit.retention_period.as_deref(), Some("Тұрақты"));
    home.archive.undo(None).unwrap();
    assert!(home.archive.units().unwrap().is_empty());
    // what cannot be said of it leaves no unit behind
    let wrong = UnitFields {
        date_from: Some("кеше".into()),
        ..fields
    };
    assert!(home.archive.add_described_unit(None, &wrong).is_err());
    assert!(home.archive.units().unwrap().is_empty());
}

#[test]
fn references_are_automatic_editable_and_unique() {
    let mut home = home();
    let first = home.add(RELEASE);
    let second = home.add("date 2026-04-01 Екінші хабар\nМәтін");
    assert_eq!(second.reference, "2026-0002");
    home.archive.add_unit(None, "ЖО", "Облыс әкімдігі").unwrap();
    home.archive
        .add_unit(Some("ЖО"), "1", "Баспасөз хабарламалары")
        .unwrap();
    home.archive
        .edit_article(
            &second.id,
            &ArticleEdit {
                unit: Some("ЖО/1".into()),
                ..ArticleEdit::default()
            },
        )
        .unwrap();
    let record = home.archive.article(&second.id).unwrap();
    assert_eq!(record.reference, "ЖО-1/2026-0001");
    assert_eq!(record.units.len(), 2);
    let taken = ArticleEdit {
        reference: Some("ЖО-1/2026-0001".into()),
        ..ArticleEdit::default()
    };
    assert_eq!(
        home.archive
            .edit_article(&first.id, &taken)
            .unwrap_err()
            .code(),
        "reference_taken"
    );
    let wrong = ArticleEdit {
        publication_date: Some("2026-02-30".into()),
        ..ArticleEdit::default()
    };
    assert_eq!(
        home.archive
            .edit_article(&first.id, &wrong)
            .unwrap_err()
            .code(),
        "value_invalid"
    );
    let short = ArticleEdit {
        publication_date: Some("2026-02".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&first.id, &short).unwrap();
    let units = home.archive.units().unwrap();
    assert_eq!(
        units
            .iter()
            .map(|unit| (unit.code.as_str(), unit.articles))
            .collect::<Vec<_>>(),
        [("ЖО", 1), ("1", 1)]
    );
}

#[test]
fn a_records_copy_in_another_library_is_the_same_record() {
    let mut one = home();
    let mut two = home();
    let added = one.add(RELEASE);
    let photo = one.file("a.png", &picture(1));
    one.archive
        .attach(&added.id, &[photo], Some("Ашылу"), Some("Фото: қызмет"))
        .unwrap();
    one.archive.add_unit(None, "ЖО", "Облыс әкімдігі").unwrap();
    one.archive
        .edit_article(
            &added.id,
            &ArticleEdit {
                unit: Some("ЖО".into()),
                ..ArticleEdit::default()
            },
        )
        .unwrap();
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Нұрлан Сейітов".into(),
        role: Some(Role::Participant),
        position: Some("Жетісу университетінің ректоры".into()),
        on_behalf_of: Some("Жетісу университеті".into()),
    };
    one.archive.tag(&added.id, &tagging).unwrap();
    let record = one.archive.article(&added.id).unwrap();
    // a reference that is taken there gives way, and that is told
    let records = std::slice::from_ref(&record);
    let came = two
        .archive
        .adopt(
            records,
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        )
        .unwrap()
        .value;
    assert_eq!(came.new, std::slice::from_ref(&record.id));
    assert_eq!(two.archive.article(&record.id).unwrap(), record);
    let again = two
        .archive
        .adopt(
            records,
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        )
        .unwrap();
    assert_eq!(again.value.same, std::slice::from_ref(&record.id));
    assert_eq!(again.op, None);
    two.archive.undo(None).unwrap();
    assert_eq!(
        two.archive.article(&record.id).unwrap_err().code(),
        "not_found"
    );
    assert_eq!(two.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn a_number_is_never_given_twice() {
    let mut home = home();
    let first = home.add(RELEASE);
    home.archive.delete_article(&first.id).unwrap();
    let mut colleague = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
    let second = colleague
        .add_text(
            "b.txt",
            "date 2026-01-02 Басқа\nМәтін".as_bytes(),
            &Intake::default(),
        )
        .unwrap()
        .value;
    assert_eq!(
        (first.reference.as_str(), second.reference.as_str()),
        ("2026-0001", "2026-0002")
    );
    home.archive.undo(None).unwrap();
    assert_eq!(
        home.archive.article(&first.id).unwrap().reference,
        "2026-0001"
    );
}

#[test]
fn one_edit_in_two_places_leaves_the_spans_between_them() {
    let mut home = home();
    let added = home.add(RELEASE);
    let record = home.archive.article(&added.id).unwrap();
    let version = &record.versions[0];
    let start = version.body.chars().take_while(|c| *c != 'Б').count() as u64;
    home.archive
        .quote(
            &version.id,
            start,
            start + 28,
            muragat_archive::record::terms::Speech::Direct,
            None,
        )
        .unwrap();
    let quoted = home.archive.article(&added.id).unwrap().versions[0].quotes[0]
        .text
        .clone();
    let edited = format!("Бүгін: {}\nСоңы.", version.body);
    home.archive
        .edit_version(&version.id, None, Some(&edited))
        .unwrap();
    let quote = home.archive.article(&added.id).unwrap().versions[0].quotes[0].clone();
    assert_eq!(
        (quote.text.as_str(), quote.start),
        (quoted.as_str(), start + 7)
    );
    // a span whose text is gone goes with it, and comes back with it
    home.archive
        .edit_version(&version.id, None, Some(""))
        .unwrap();
    assert!(
        home.archive.article(&added.id).unwrap().versions[0]
            .quotes
            .is_empty()
    );
    home.archive.undo(None).unwrap();
    assert_eq!(
        home.archive.article(&added.id).unwrap().versions[0].quotes[0],
        quote
    );
}

#[test]
fn a_strangers_record_must_be_sound() {
    let mut one = home();
    let added = one.add(RELEASE);
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    one.archive.tag(&added.id, &tagging).unwrap();
    let good = one.archive.article(&added.id).unwrap();
    let mut two = home();
    let mut refused = |change: &dyn Fn(&mut muragat_archive::record::ArticleRecord)| {
        let mut bad = good.clone();
        change(&mut bad);
        let came = two.archive.adopt(
            &[bad],
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        );
        let code = came.unwrap_err().code();
        assert_eq!(two.archive.article_ids().unwrap(), Vec::<String>::new());
        code
    };
    assert_eq!(
        refused(&|r| r.versions[0].mentions[0].end = i64::MAX as u64),
        "span_outside"
    );
    assert_eq!(
        refused(&|r| r.versions[0].mentions[0].text = "Басқа адам".into()),
        "record_unsound"
    );
    assert_eq!(
        refused(&|r| r.versions[0].body.push_str("\r\n")),
        "record_unsound"
    );
    assert_eq!(
        refused(&|r| r.versions[0].title.push('\n')),
        "record_unsound"
    );
    assert_eq!(refused(&|r| r.state = State::Registered), "record_unsound");
    assert_eq!(refused(&|r| r.reference = "a\nb".into()), "record_unsound");
    assert_eq!(
        refused(&|r| r.versions[0].files[0].sha256 = "00".repeat(32)),
        "original_missing"
    );
    assert_eq!(
        refused(&|r| r.cast[0].party = r.id.clone()),
        "record_unsound"
    );
    // a reference that would use up the series counts as typed by hand
    let mut greedy = good.clone();
    greedy.reference = "2026-9223372036854775807".into();
    two.archive
        .adopt(
            &[greedy],
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        )
        .unwrap();
    assert_eq!(
        two.add("date 2026-02-02 Келесі\nМәтін").reference,
        "2026-0001"
    );
}

#[test]
fn an_import_of_registered_text_can_be_undone() {
    let mut one = home();
    let added = one.add(RELEASE);
    one.archive.register(&added.id).unwrap();
    let record = one.archive.article(&added.id).unwrap();
    let mut two = home();
    two.archive
        .adopt(
            std::slice::from_ref(&record),
            &mut |_, s, _| one.archive.original(s),
            &mut all,
        )
        .unwrap();
    two.archive.undo(None).unwrap();
    assert_eq!(two.archive.article_ids().unwrap(), Vec::<String>::new());
    two.archive.redo().unwrap();
    assert_eq!(two.archive.article(&record.id).unwrap(), record);
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
    home.again().rename_library("Облыс").unwrap();
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
    home.archive.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.name(), "test");
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}
