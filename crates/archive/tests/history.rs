//! History as people read it, and a value of it put back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{RELEASE, home, picture};
use muragat_archive::record::terms::{Access, PartyKind, Role};
use muragat_archive::{
    Archive, ArticleEdit, Error, EventFields, HistoryChange, HistoryOf, ListQuery, PartyFields,
    PhotoFields, Shown, SuggestionKind, Tagging, TransferFields, TransferScope, UnitFields,
};

fn tag(archive: &mut Archive, id: &str, name: &str, on_behalf_of: Option<&str>) {
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: None,
        position: None,
        on_behalf_of: on_behalf_of.map(str::to_owned),
    };
    archive.tag(id, &tagging).unwrap();
}

/// The newest change of a field.
fn change(archive: &Archive, of: &HistoryOf, field: &str) -> HistoryChange {
    let lines = archive.history_of(of, 100).unwrap();
    let mut changes = lines.into_iter().flat_map(|line| line.changes);
    changes
        .find(|change| change.field.as_deref() == Some(field))
        .unwrap()
}

#[test]
fn history_says_whose_row_changed_and_names_what_it_refers_to() {
    let mut home = home();
    let added = home.add(RELEASE);
    tag(&mut home.archive, &added.id, "Сәуле Омарова", None);
    tag(&mut home.archive, &added.id, "Сәуле Омарова", Some("Ерлік"));
    let of = HistoryOf::Article(added.id.clone());
    let spoke = change(&home.archive, &of, "on_behalf_of_id");
    assert_eq!(spoke.subject.as_deref(), Some("Сәуле Омарова"));
    assert_eq!(
        (spoke.before, spoke.after),
        (serde_json::Value::Null, "Ерлік".into())
    );
    let photo = home.file("сурет.png", &picture(1));
    let photos = home
        .archive
        .attach(&added.id, &[photo], Some("бір"), None)
        .unwrap()
        .value;
    let caption = PhotoFields {
        captions: Some([("kk".to_owned(), "екі".to_owned())].into()),
        ..PhotoFields::default()
    };
    home.archive
        .edit_photos(&[photos.attached[0].id.clone()], &caption)
        .unwrap();
    let text = change(&home.archive, &of, "text");
    assert_eq!(text.subject.as_deref(), Some("сурет.png"));
    assert_eq!(
        (
            text.pieces[0].removed.as_str(),
            text.pieces[0].inserted.as_str()
        ),
        ("бір", "екі")
    );
    // what is gone still has a name, and its line is the article's
    home.archive
        .remove_photos(&[photos.attached[0].id.clone()])
        .unwrap();
    let line = home.archive.history_of(&of, 1).unwrap().remove(0);
    assert_eq!(line.kind, "remove_photos");
    assert!(line.changes.iter().all(|change| {
        change.action == "delete" && change.subject.as_deref() == Some("сурет.png")
    }));
    let version = home.archive.article(&added.id).unwrap().versions[0].clone();
    home.archive
        .edit_version(
            &version.id,
            None,
            Some(&version.body.replace("Кешкі", "Түскі")),
        )
        .unwrap();
    let body = change(&home.archive, &of, "body");
    let piece = &body.pieces[0];
    let stood: String = version
        .body
        .chars()
        .skip(piece.at)
        .take(piece.removed.chars().count())
        .collect();
    assert_eq!(stood, piece.removed);
    // one article's history is no other's; the library's is all
    let other = home.add("date 2026-01-01 Басқа\nМәтін");
    let lines = home
        .archive
        .history_of(&HistoryOf::Article(other.id), 10)
        .unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(
        home.archive
            .history_of(&HistoryOf::Library(true), 10)
            .unwrap()
            .len(),
        8
    );
    assert!(matches!(
        home.archive.history_of(&HistoryOf::Party("жоқ".into()), 10),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn an_earlier_value_comes_back_as_an_op_of_its_own() {
    let mut home = home();
    let added = home.add(RELEASE);
    let of = HistoryOf::Article(added.id.clone());
    let mut edit = |edit: ArticleEdit| home.archive.edit_article(&added.id, &edit).unwrap();
    edit(ArticleEdit {
        kind: Some("хабар".into()),
        ..ArticleEdit::default()
    });
    edit(ArticleEdit {
        access: Some(Access::Embargo),
        embargo_until: Some("2030-01-01".into()),
        ..ArticleEdit::default()
    });
    edit(ArticleEdit {
        kind: Some("жаңалық".into()),
        ..ArticleEdit::default()
    });
    let kind = change(&home.archive, &of, "kind");
    assert!(kind.restorable);
    home.archive.restore_change(kind.id).unwrap();
    assert_eq!(
        home.archive.article(&added.id).unwrap().kind.as_deref(),
        Some("хабар")
    );
    // there already: nothing to put back
    let lines = home.archive.history_of(&of, 10).unwrap();
    assert_eq!(lines[0].kind, "restore");
    assert!(
        !lines
            .iter()
            .flat_map(|line| &line.changes)
            .any(|change| change.id == kind.id && change.restorable)
    );
    // fields that only hold together go back together
    let access = change(&home.archive, &of, "access");
    home.archive.restore_change(access.id).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(
        (record.access.level, record.access.until),
        (Access::Open, None)
    );
    home.archive.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(
        (record.kind.as_deref(), record.access.level),
        (Some("жаңалық"), Access::Embargo)
    );
}

#[test]
fn an_earlier_text_comes_back_through_all_that_was_typed_since_until_it_is_registered() {
    let mut home = home();
    let added = home.add(RELEASE);
    let of = HistoryOf::Article(added.id.clone());
    tag(&mut home.archive, &added.id, "Нұрлан Сейітов", None);
    let first = home.archive.article(&added.id).unwrap().versions[0].clone();
    let middle = first.body.replace("Кешкі бөлімде", "Түстен кейін");
    home.archive
        .edit_version(&first.id, None, Some(&middle))
        .unwrap();
    let wanted = change(&home.archive, &of, "body");
    // a title in between begins another sitting
    home.archive
        .edit_version(&first.id, Some("Тақырып"), None)
        .unwrap();
    home.archive
        .edit_version(&first.id, None, Some(&format!("Қысқа. {middle}")))
        .unwrap();
    home.archive.restore_change(wanted.id).unwrap();
    let now = home.archive.article(&added.id).unwrap().versions[0].clone();
    assert_eq!(now.body, first.body);
    assert_eq!(now.mentions, first.mentions);
    home.archive.undo(None).unwrap();
    let now = home.archive.article(&added.id).unwrap().versions[0].clone();
    assert_eq!(now.body, format!("Қысқа. {middle}"));
    home.archive.register(&added.id).unwrap();
    assert!(!change(&home.archive, &of, "body").restorable);
    assert!(matches!(
        home.archive.restore_change(wanted.id),
        Err(Error::TextRegistered { .. })
    ));
    let state = change(&home.archive, &of, "state");
    assert!(matches!(
        home.archive.restore_change(state.id),
        Err(Error::NotRestorable { .. })
    ));
    assert!(matches!(
        home.archive.restore_change(i64::MAX),
        Err(Error::NotRestorable { .. })
    ));
}

/// Undo and redo say where one sees what they did: the article, the party; not where that is gone.
#[test]
fn undo_and_redo_tell_what_to_show() {
    let mut home = home();
    let added = home.add(RELEASE);
    let archive = &mut home.archive;
    let article = Some(Shown::Article(added.id.clone()));
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: Some(Role::Speaker),
        position: None,
        on_behalf_of: None,
    };
    archive.tag(&added.id, &tagging).unwrap();
    let party = archive.article(&added.id).unwrap().cast[0].party.clone();
    let named = PartyFields {
        note: Some("қоғам қайраткері".into()),
        ..PartyFields::default()
    };
    archive.edit_party(&party, &named).unwrap();
    assert_eq!(
        archive.undo(None).unwrap().value.shows,
        Some(Shown::Party(party.clone()))
    );
    // the tag brought the party; it is seen in the article
    assert_eq!(archive.undo(None).unwrap().value.shows, article);
    assert_eq!(archive.undo(None).unwrap().value.shows, None);
    assert_eq!(archive.redo().unwrap().value.shows, article);
    assert_eq!(archive.redo().unwrap().value.shows, article);
    assert_eq!(
        archive.redo().unwrap().value.shows,
        Some(Shown::Party(party))
    );
    let event = archive
        .add_event(
            &EventFields {
                name: Some("Кітап күні".into()),
                ..EventFields::default()
            },
            None,
        )
        .unwrap()
        .value;
    archive.undo(None).unwrap();
    assert_eq!(
        archive.redo().unwrap().value.shows,
        Some(Shown::Event(event))
    );
}

#[test]
fn an_op_on_two_articles_shows_in_each_what_it_did_to_it() {
    let mut home = home();
    let one = home.add(RELEASE);
    let two = home.add("date 2025-04-01 Екінші хабар\nМәтін");
    let fonds = home.archive.add_unit(None, "ЖО", "Облыс әкімдігі").unwrap();
    for id in [&one.id, &two.id] {
        home.archive.register(id).unwrap();
    }
    let both = [one.id.clone(), two.id.clone()];
    home.archive
        .move_articles(&both, Some(&fonds.value))
        .unwrap();
    for id in &both {
        let reference = home.archive.article(id).unwrap().reference;
        let line = home.archive.history(Some(id), 1).unwrap().remove(0);
        assert_eq!(line.kind, "move_articles");
        let own = |change: &HistoryChange| change.subject.as_deref() == Some(reference.as_str());
        assert!(
            !line.changes.is_empty() && line.changes.iter().all(own),
            "{line:?}"
        );
        assert!(line.more > 0, "{line:?}");
    }
}

#[test]
fn what_was_turned_down_stands_in_the_documents_history() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let version = home.archive.article(&id).unwrap().versions[0].id.clone();
    let open = home.archive.suggestions(&version).unwrap();
    // the name as the text prints it, not the key by which it is known again
    let person = open.iter().find(|one| one.name == "Нұрлан Сейітов");
    let body = open.iter().find(|one| one.name.starts_with("Жетісу"));
    let quote = open.iter().find(|one| one.kind == SuggestionKind::Quote);
    for (suggestion, words) in [
        (person, "Нұрлан Сейітов"),
        (body, "Жетісу университетінің"),
        (quote, "Балалар кітапқа жақын болады"),
    ] {
        let key = &suggestion.unwrap().key;
        home.archive.reject_suggestion(&version, key).unwrap();
        let lines = home.archive.history(Some(&id), 1).unwrap();
        let told: Vec<(&str, Option<&str>)> = lines[0]
            .changes
            .iter()
            .map(|change| (change.noun.as_str(), change.subject.as_deref()))
            .collect();
        assert_eq!(told, [("decision", Some(words))]);
    }
}

/// The library's history says of each thing done to which record, by what that is called.
#[test]
fn each_line_of_the_librarys_history_names_its_record() {
    let mut home = home();
    let added = home.add(RELEASE);
    let archive = &mut home.archive;
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: Some(Role::Speaker),
        position: None,
        on_behalf_of: None,
    };
    archive.tag(&added.id, &tagging).unwrap();
    let party = archive.article(&added.id).unwrap().cast[0].party.clone();
    let note = PartyFields {
        note: Some("қоғам қайраткері".into()),
        ..PartyFields::default()
    };
    archive.edit_party(&party, &note).unwrap();
    let fonds = archive.add_unit(None, "2026", "2026 жыл").unwrap().value;
    let lines = archive.history(None, 9).unwrap();
    let told: Vec<(&Shown, &str, Option<&str>)> = lines
        .iter()
        .filter_map(|line| line.shows.as_ref())
        .map(|shown| {
            let reference = shown.reference.as_deref();
            (&shown.record, shown.name.as_str(), reference)
        })
        .collect();
    let article = Shown::Article(added.id.clone());
    let title = "Қаланың жаңа кітапханасы ашылды";
    let reference = Some(added.reference.as_str());
    assert_eq!(
        told,
        [
            (&Shown::Unit(fonds), "2026 жыл", None),
            (&Shown::Party(party), "Сәуле Омарова", None),
            // the tag made a party too: it is seen in the document
            (&article, title, reference),
            (&article, title, reference),
        ]
    );
}

#[test]
fn undo_of_a_unit_a_transfer_and_a_saved_search_has_something_to_show() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let unit = home.archive.add_unit(None, "1", "Қор").unwrap().value;
    home.archive
        .edit_unit(
            &unit,
            &UnitFields {
                title: Some("Басқа атау".into()),
                ..UnitFields::default()
            },
        )
        .unwrap();
    let shows = |home: &mut common::Home| home.archive.undo(None).unwrap().value.shows;
    assert_eq!(shows(&mut home), Some(Shown::Unit(unit)));
    let search = home
        .archive
        .save_search("іздеу", &ListQuery::default())
        .unwrap()
        .value;
    home.archive.rename_search(&search, "басқа").unwrap();
    assert_eq!(shows(&mut home), Some(Shown::SavedSearch(search)));
    let scope = TransferScope {
        articles: Some(vec![id.clone()]),
        query: None,
        drafts: vec![id],
        ..TransferScope::default()
    };
    let fields = TransferFields {
        depositor: Some("Әкімдік".into()),
        receiver: Some("Архив".into()),
        ..TransferFields::default()
    };
    let transfer = home.archive.begin_transfer(&scope, &fields).unwrap().value;
    home.archive
        .send_transfer(&transfer, Some("2026-05-01"))
        .unwrap();
    assert_eq!(shows(&mut home), Some(Shown::Transfer(transfer)));
}
