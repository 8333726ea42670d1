//! Drafts, versions and units, as the window makes and changes them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{RELEASE, home, picture};
use muragat_archive::record::terms::{Access, PartyKind, Relation, Role, Speech, State};
use muragat_archive::{
    ArticleEdit, Error, Intake, NewArticle, NewVersion, Tagging, UnitFields, VersionFields,
};

fn all(_: muragat_archive::Progress) -> bool {
    true
}

fn person(name: &str, position: Option<&str>) -> Tagging {
    Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: Some(Role::Speaker),
        position: position.map(str::to_owned),
        on_behalf_of: None,
    }
}

/// What is pasted as a new version is no text that the library has already, here or elsewhere.
#[test]
fn a_version_is_not_a_text_that_is_here() {
    let mut home = home();
    let added = home.add(RELEASE);
    let first = home.archive.article(&added.id).unwrap().versions[0].clone();
    let new = NewVersion {
        of: first.id.clone(),
        relation: Relation::Translates,
        language: "ru".into(),
        text: Some(RELEASE.into()),
    };
    match home.archive.new_version(&new) {
        Err(Error::DuplicateRelease { reference, .. }) => assert_eq!(reference, added.reference),
        other => panic!("{other:?}"),
    }
    assert_eq!(home.archive.article(&added.id).unwrap().versions.len(), 1);
    // a copy is meant to be one
    let copy = NewVersion {
        relation: Relation::Corrects,
        text: None,
        ..new
    };
    home.archive.new_version(&copy).unwrap();
}

#[test]
fn a_draft_begins_blank_or_from_a_text() {
    let mut home = home();
    let fonds = home
        .archive
        .add_unit(None, "ЖО", "Облыс әкімдігі")
        .unwrap()
        .value;
    let blank = NewArticle {
        unit: Some(fonds.clone()),
        ..NewArticle::default()
    };
    let one = home.archive.new_article(&blank).unwrap().value;
    let two = home.archive.new_article(&NewArticle {
        text: Some("  \n ".into()),
        ..blank.clone()
    });
    let two = two.unwrap().value;
    let record = home.archive.article(&one).unwrap();
    assert!(
        record.reference.starts_with("ЖО/20"),
        "{}",
        record.reference
    );
    assert_eq!((record.state, record.units.len()), (State::Draft, 1));
    assert_eq!(record.versions[0].language, "und");
    assert_eq!(
        (
            record.versions[0].title.as_str(),
            record.versions[0].body.as_str()
        ),
        ("", "")
    );
    assert_ne!(
        record.reference,
        home.archive.article(&two).unwrap().reference
    );

    let pasted = NewArticle {
        text: Some(RELEASE.into()),
        ..NewArticle::default()
    };
    let id = home.archive.new_article(&pasted).unwrap().value;
    let record = home.archive.article(&id).unwrap();
    assert_eq!(record.versions[0].title, "Қаланың жаңа кітапханасы ашылды");
    assert_eq!(
        home.archive
            .original(&record.versions[0].files[0].sha256)
            .unwrap(),
        RELEASE.as_bytes()
    );
    match home.archive.new_article(&pasted) {
        Err(muragat_archive::Error::DuplicateRelease { reference, .. }) => {
            assert_eq!(reference, record.reference);
        }
        other => panic!("{other:?}"),
    }
    let again = NewArticle {
        again: true,
        ..pasted.clone()
    };
    let twin = home.archive.new_article(&again).unwrap().value;
    let twin = home.archive.article(&twin).unwrap();
    assert_eq!(twin.versions[0].body, record.versions[0].body);
    assert_ne!(twin.id, record.id);
    let missing = NewArticle {
        event: Some("01900000-0000-7000-8000-000000000000".into()),
        ..NewArticle::default()
    };
    assert_eq!(
        home.archive.new_article(&missing).unwrap_err().code(),
        "not_found"
    );
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn the_language_of_a_text_that_is_pasted_is_told_at_once_however_short() {
    let mut home = home();
    for (title, body, language) in [
        (None, Some("Қаланың жаңа мектебі ашылды."), "kk"),
        (Some("Открытие новой школы в районе"), None, "ru"),
    ] {
        let blank = home.archive.new_article(&NewArticle::default());
        let id = blank.unwrap().value;
        let version = home.archive.article(&id).unwrap().versions[0].id.clone();
        home.archive.edit_version(&version, title, body).unwrap();
        let told = home.archive.article(&id).unwrap().versions[0]
            .language
            .clone();
        assert_eq!(told, language);
    }
}

#[test]
fn a_blank_draft_that_is_typed_learns_its_language_once() {
    let mut home = home();
    let id = home
        .archive
        .new_article(&NewArticle::default())
        .unwrap()
        .value;
    let version = home.archive.article(&id).unwrap().versions[0].id.clone();
    home.archive
        .edit_version(&version, None, Some("Бүгін"))
        .unwrap();
    assert_eq!(
        home.archive.article(&id).unwrap().versions[0].language,
        "und"
    );
    let body = RELEASE.lines().skip(1).collect::<Vec<_>>().join("\n");
    home.archive
        .edit_version(&version, None, Some(&body))
        .unwrap();
    assert_eq!(
        home.archive.article(&id).unwrap().versions[0].language,
        "kk"
    );
    let set = |language: &str| VersionFields {
        language: Some(language.into()),
        ..VersionFields::default()
    };
    home.archive.set_version(&version, &set("kk-Latn")).unwrap();
    home.archive
        .edit_version(&version, None, Some(&format!("{body} Тағы.")))
        .unwrap();
    assert_eq!(
        home.archive.article(&id).unwrap().versions[0].language,
        "kk-Latn"
    );
    for wrong in ["", "k", "kk Latn", "Қаз", "kk-"] {
        assert_eq!(
            home.archive
                .set_version(&version, &set(wrong))
                .unwrap_err()
                .code(),
            "value_invalid"
        );
    }
}

#[test]
fn subjects_and_places_are_set_whole_in_one_op() {
    let mut home = home();
    let added = home.add(RELEASE);
    let lists = |subjects: &[&str], places: &[&str]| ArticleEdit {
        subjects: Some(subjects.iter().map(|s| (*s).to_owned()).collect()),
        places: Some(places.iter().map(|s| (*s).to_owned()).collect()),
        ..ArticleEdit::default()
    };
    home.archive
        .edit_article(
            &added.id,
            &lists(&["Мәдениет", " Білім ", "Білім", ""], &["Жетісу облысы"]),
        )
        .unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(record.subjects, ["Білім", "Мәдениет"]);
    assert_eq!(record.places[0].name, "Жетісу облысы");
    let done = home
        .archive
        .edit_article(&added.id, &lists(&["Спорт", "Білім"], &[]))
        .unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(record.subjects, ["Білім", "Спорт"]);
    assert!(record.places.is_empty());
    // nothing new is no op
    assert!(
        home.archive
            .edit_article(&added.id, &lists(&["Білім", "Спорт"], &[]))
            .unwrap()
            .op
            .is_none()
    );
    home.archive.undo(done.op).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!((record.subjects.len(), record.places.len()), (2, 1));
    assert_eq!(record.subjects, ["Білім", "Мәдениет"]);
}

#[test]
fn a_draft_moves_with_its_reference_and_a_registered_one_without() {
    let mut home = home();
    let one = home.add(RELEASE);
    let two = home.add("date 2025-04-01 Екінші хабар\nМәтін");
    let fonds = home
        .archive
        .add_unit(None, "ЖО", "Облыс әкімдігі")
        .unwrap()
        .value;
    home.archive.register(&one.id).unwrap();
    let ids = [one.id.clone(), two.id.clone()];
    let moved = home.archive.move_articles(&ids, Some(&fonds)).unwrap();
    assert_eq!(moved.touched.articles.len(), 2);
    let reference = |home: &common::Home, id: &str| home.archive.article(id).unwrap().reference;
    assert_eq!(reference(&home, &one.id), "2026-0001");
    assert_eq!(reference(&home, &two.id), "ЖО/2025-0001");
    // the year goes with the publication date
    let dated = ArticleEdit {
        publication_date: Some("2024".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&two.id, &dated).unwrap();
    assert_eq!(reference(&home, &two.id), "ЖО/2024-0001");
    home.archive.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    assert_eq!(reference(&home, &two.id), "2025-0001");
    assert!(home.archive.article(&one.id).unwrap().units.is_empty());
}

#[test]
fn a_copied_version_carries_its_tags_and_a_translation_is_marked_by_names() {
    let mut home = home();
    let added = home.add(RELEASE);
    let position = "«Ерлік» қоғамдық бірлестігінің төрағасы";
    home.archive
        .tag(&added.id, &person("Сәуле Омарова", Some(position)))
        .unwrap();
    let first = home.archive.article(&added.id).unwrap().versions[0].clone();
    let at = first.body.chars().position(|c| c == '\n').unwrap() as u64 + 2;
    home.archive
        .quote(&first.id, at, at + 30, Speech::Direct, None)
        .unwrap();
    home.archive.register(&added.id).unwrap();
    let mut new = NewVersion {
        of: first.id.clone(),
        relation: Relation::Corrects,
        language: "kk".into(),
        text: None,
    };
    let copy = home.archive.new_version(&new).unwrap().value;
    let record = home.archive.article(&added.id).unwrap();
    let copied = record.versions.iter().find(|v| v.id == copy).unwrap();
    let first = &record.versions[0];
    assert_eq!((&copied.body, &copied.title), (&first.body, &first.title));
    let spans = |v: &muragat_archive::record::VersionRecord| {
        v.mentions
            .iter()
            .map(|m| (m.start, m.end, m.party.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(spans(copied), spans(first));
    assert_eq!((copied.mentions.len(), copied.quotes.len()), (2, 1));
    let printed = &record.cast[0].positions;
    assert_eq!(
        printed
            .iter()
            .filter(|p| p.version == copy && p.text == position)
            .count(),
        1
    );
    // registered, and still its newest version is edited
    assert_eq!(
        (record.state, copied.fixed_at.is_none()),
        (State::Registered, true)
    );
    home.archive
        .edit_version(&copy, None, Some(&format!("Түзетілді. {}", copied.body)))
        .unwrap();
    assert_eq!(
        home.archive
            .edit_version(&first.id, None, Some("x"))
            .unwrap_err()
            .code(),
        "text_registered"
    );

    new.relation = Relation::Translates;
    new.language = "ru".into();
    new.text = Some("Открылась библиотека\nВыступила Сәуле Омарова. С. Омарова довольна.".into());
    let translation = home.archive.new_version(&new).unwrap().value;
    let record = home.archive.article(&added.id).unwrap();
    let translated = record
        .versions
        .iter()
        .find(|v| v.id == translation)
        .unwrap();
    assert_eq!(translated.title, "Открылась библиотека");
    let marked: Vec<&str> = translated
        .mentions
        .iter()
        .map(|m| m.text.as_str())
        .collect();
    assert_eq!(marked, ["Сәуле Омарова", "С. Омарова"]);
    assert_eq!(translated.files.len(), 1);
    assert!(
        record.cast[0]
            .positions
            .iter()
            .all(|p| p.version != translation)
    );

    // a draft version goes again; what others relate to and the last one stay
    home.archive.delete_version(&translation).unwrap();
    assert_eq!(
        home.archive.delete_version(&first.id).unwrap_err().code(),
        "text_registered"
    );
    home.archive.delete_version(&copy).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(record.versions.len(), 1);
    assert!(
        record.cast[0]
            .positions
            .iter()
            .all(|p| p.version == first.id)
    );
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.article(&added.id).unwrap().versions.len(), 2);
    new.language = "орысша".into();
    assert_eq!(
        home.archive.new_version(&new).unwrap_err().code(),
        "value_invalid"
    );
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn the_only_text_of_an_article_stays() {
    let mut home = home();
    let added = home.add(RELEASE);
    let version = home.archive.article(&added.id).unwrap().versions[0]
        .id
        .clone();
    assert_eq!(
        home.archive.delete_version(&version).unwrap_err().code(),
        "version_needed"
    );
    let new = NewVersion {
        of: version.clone(),
        relation: Relation::Translates,
        language: "ru".into(),
        text: Some(String::new()),
    };
    home.archive.new_version(&new).unwrap();
    assert_eq!(
        home.archive.delete_version(&version).unwrap_err().code(),
        "version_needed"
    );
}

#[test]
fn a_translated_withdrawal_is_a_withdrawal() {
    let mut home = home();
    let added = home.add(RELEASE);
    home.archive.register(&added.id).unwrap();
    let first = home.archive.article(&added.id).unwrap().versions[0]
        .id
        .clone();
    let new = |of: &str, relation, language: &str| NewVersion {
        of: of.into(),
        relation,
        language: language.into(),
        text: None,
    };
    let taken = home
        .archive
        .new_version(&new(&first, Relation::Withdraws, "kk"))
        .unwrap()
        .value;
    home.archive
        .new_version(&new(&taken, Relation::Translates, "ru"))
        .unwrap();
    home.archive.register(&added.id).unwrap();
    assert_eq!(
        home.archive.article(&added.id).unwrap().state,
        State::Withdrawn
    );
    home.archive.undo(None).unwrap();
    assert_eq!(
        home.archive.article(&added.id).unwrap().state,
        State::Registered
    );
}

#[test]
fn units_are_edited_and_deleted_when_empty() {
    let mut home = home();
    let fonds = home
        .archive
        .add_unit(None, "ЖО", "Облыс әкімдігі")
        .unwrap()
        .value;
    let inventory = home
        .archive
        .add_unit(Some(&fonds), "1", "Хабарламалар")
        .unwrap()
        .value;
    home.archive.add_unit(Some(&fonds), "2", "Фото").unwrap();
    let fields = UnitFields {
        code: Some("1а".into()),
        creator: Some("Жетісу облысының әкімдігі".into()),
        date_from: Some("2022".into()),
        date_to: Some("2026-07".into()),
        retention_period: Some("тұрақты".into()),
        ..UnitFields::default()
    };
    home.archive.edit_unit(&inventory, &fields).unwrap();
    let unit = home.archive.unit(&inventory).unwrap();
    assert_eq!(
        (unit.code.as_str(), unit.title.as_str()),
        ("1а", "Хабарламалар")
    );
    assert_eq!(
        (unit.parent.as_ref(), unit.date_to.as_deref()),
        (Some(&fonds), Some("2026-07"))
    );
    assert!(unit.creator.is_some());
    let code = |fields: &UnitFields, home: &mut common::Home| {
        home.archive
            .edit_unit(&inventory, fields)
            .unwrap_err()
            .code()
    };
    let set = |code: &str| UnitFields {
        code: Some(code.into()),
        ..UnitFields::default()
    };
    assert_eq!(code(&set("2"), &mut home), "unit_taken");
    assert_eq!(code(&set("1/2"), &mut home), "value_invalid");
    let dates = UnitFields {
        date_to: Some("2020".into()),
        ..UnitFields::default()
    };
    assert_eq!(code(&dates, &mut home), "value_invalid");
    assert_eq!(
        home.archive.delete_unit(&fonds).unwrap_err().code(),
        "unit_not_empty"
    );
    let article = home.add(RELEASE);
    home.archive
        .move_articles(std::slice::from_ref(&article.id), Some(&inventory))
        .unwrap();
    assert_eq!(
        home.archive.delete_unit(&inventory).unwrap_err().code(),
        "unit_not_empty"
    );
    home.archive
        .move_articles(std::slice::from_ref(&article.id), None)
        .unwrap();
    home.archive.delete_unit(&inventory).unwrap();
    assert_eq!(home.archive.units().unwrap().len(), 2);
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.unit(&inventory).unwrap(), unit);
}

#[test]
fn a_draft_goes_with_all_that_hangs_on_it_and_comes_back() {
    let mut home = home();
    let photo = home.file("a.png", &picture(1));
    let id = home
        .archive
        .add_text(
            "a.txt",
            RELEASE.as_bytes(),
            &Intake {
                photos: vec![photo],
                ..Intake::default()
            },
        )
        .unwrap()
        .value
        .id;
    home.archive
        .tag(&id, &person("Сәуле Омарова", None))
        .unwrap();
    let open = ArticleEdit {
        access: Some(Access::Restricted),
        places: Some(vec!["Жетісу".into()]),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&id, &open).unwrap();
    let before = home.archive.article(&id).unwrap();
    home.archive.delete_article(&id).unwrap();
    assert_eq!(home.archive.article(&id).unwrap_err().code(), "not_found");
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.article(&id).unwrap(), before);
}

/// What is pasted into an empty text is read as a text that begins an article, and is taken back by one undo.
#[test]
fn a_release_fills_an_empty_text_and_dates_its_article() {
    let mut home = home();
    let id = home.archive.new_article(&NewArticle::default());
    let id = id.unwrap().value;
    let version = home.archive.article(&id).unwrap().versions[0].id.clone();
    home.archive.fill_version(&version, RELEASE, false).unwrap();
    let record = home.archive.article(&id).unwrap();
    let text = &record.versions[0];
    assert_eq!(text.title, "Қаланың жаңа кітапханасы ашылды");
    assert!(text.body.starts_with("Салтанатты"), "{}", text.body);
    assert_eq!(text.language, "kk");
    assert_eq!(text.files.len(), 1);
    assert_eq!(record.publication_date.as_deref(), Some("2026-03-14"));
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&id).unwrap();
    assert_eq!(record.versions[0].body, "");
    assert_eq!(record.publication_date, None);
    assert!(record.versions[0].files.is_empty());

    let dated = ArticleEdit {
        publication_date: Some("2025".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&id, &dated).unwrap();
    home.archive.fill_version(&version, RELEASE, false).unwrap();
    let record = home.archive.article(&id).unwrap();
    assert_eq!(record.publication_date.as_deref(), Some("2025"));

    let other = home.archive.new_article(&NewArticle::default());
    let other = other.unwrap().value;
    let empty = home.archive.article(&other).unwrap().versions[0].id.clone();
    match home.archive.fill_version(&empty, RELEASE, false) {
        Err(Error::DuplicateRelease { reference, .. }) => assert_eq!(reference, record.reference),
        refused => panic!("{refused:?}"),
    }
    home.archive.fill_version(&empty, RELEASE, true).unwrap();
    home.archive.register(&other).unwrap();
    let registered = home.archive.fill_version(&empty, "Басқа мәтін", true);
    assert!(matches!(registered, Err(Error::TextRegistered { .. })));
}
