//! Texts that stand fast, and references.

use super::*;

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
