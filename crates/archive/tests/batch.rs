//! The same done to many articles: as if done to each, told beforehand, all or nothing, one undo.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;

use common::{Home, RELEASE, home};
use muragat_archive::record::terms::{Access, PartyKind, State};
use muragat_archive::{
    Archive, ArticleEdit, Batch, BatchAct, BatchFields, BatchHindrance, BatchOpenPoint, Error,
    Identity, NameFields, NewArticle, Progress, Tagging, TransferFields, TransferScope,
};
use proptest::prelude::*;
use serde_json::Value;

const DATES: [&str; 6] = [
    "2026-03-14",
    "2025-12-20",
    "2026-01-09",
    "2025-02-01",
    "2026-03-14",
    "2024-07-07",
];

/// Six drafts, the newest first, in a library with two files.
fn filled() -> (Home, Vec<String>) {
    let mut home = home();
    let fonds = home.archive.add_unit(None, "12", "Қор").unwrap().value;
    for code in ["1", "2"] {
        home.archive.add_unit(Some(&fonds), code, "Іс").unwrap();
    }
    let ids = DATES.iter().enumerate().map(|(at, date)| {
        let text = RELEASE
            .replace("2026-03-14", date)
            .replace("Қаланың", &format!("{} Қаланың", 9 - at));
        home.add(&text).id
    });
    let ids = ids.collect();
    home.archive
        .add_party(PartyKind::Person, "Сәуле Омарова")
        .unwrap();
    (home, ids)
}

fn batch(ids: &[String], act: BatchAct) -> Batch {
    Batch {
        articles: ids.to_vec(),
        act,
    }
}

fn run(archive: &mut Archive, ids: &[String], act: BatchAct) -> muragat_archive::BatchResult {
    let batch = batch(ids, act);
    let told = archive.rehearse_batch(&batch, &mut |_| true).unwrap();
    let done = archive.run_batch(&batch, &mut |_| true).unwrap().value;
    assert_eq!(told, done, "what was told is what was done");
    done
}

/// Every article as its record has it.
fn records(archive: &Archive) -> BTreeMap<String, Value> {
    let ids = archive.article_ids().unwrap();
    let record = |id: &String| serde_json::to_value(archive.article(id).unwrap()).unwrap();
    ids.iter().map(|id| (id.clone(), record(id))).collect()
}

/// Without what is another in each library: keys of new rows, and the clock.
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| key != "fixed_at");
            if map.contains_key("start") || map.contains_key("roles") {
                map.remove("id");
            }
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => {
            list.iter_mut().for_each(plain);
            if list.iter().all(|one| one.get("start").is_some()) {
                list.sort_by_key(ToString::to_string);
            }
        }
        _ => {}
    }
}

fn plain_records(archive: &Archive) -> BTreeMap<String, Value> {
    let mut records = records(archive);
    records.values_mut().for_each(plain);
    records
}

fn numbers(archive: &Archive, ids: &[String]) -> Vec<String> {
    let reference = |id: &String| archive.article(id).unwrap().reference;
    ids.iter().map(reference).collect()
}

#[test]
fn numbers_are_given_in_order_of_dates_then_of_titles() {
    let (mut home, ids) = filled();
    let expected = [
        "12-1/2026-0003",
        "12-1/2025-0002",
        "12-1/2026-0001",
        "12-1/2025-0001",
        // of one day: «5 Қаланың» before «9 Қаланың»
        "12-1/2026-0002",
        "12-1/2024-0001",
    ];
    let done = run(
        &mut home.archive,
        &ids,
        BatchAct::Move(Some("12/1".to_owned())),
    );
    assert_eq!(numbers(&home.archive, &ids), expected);
    assert_eq!((done.changed, done.same), (6, 0));
    let first = &done.lines[0];
    assert_eq!(first.article.id, ids[5]);
    let fields: Vec<&str> = first.changes.iter().map(|c| c.field.as_str()).collect();
    assert_eq!(fields, ["unit_id", "reference"]);
    assert_eq!(first.changes[0].after.as_deref(), Some("12-1 Іс"));
    assert_eq!(first.changes[1].after.as_deref(), Some("12-1/2024-0001"));

    home.archive.undo(None).unwrap();
    home.archive.move_articles(&ids, Some("12/2")).unwrap();
    let other = expected.map(|number| number.replace("12-1", "12-2"));
    assert_eq!(numbers(&home.archive, &ids), other);
}

#[test]
fn what_cannot_be_registered_is_told_and_the_others_are() {
    let (mut home, ids) = filled();
    home.archive.register(&ids[0]).unwrap();
    let title = ArticleEdit {
        title: Some(String::new()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&ids[1], &title).unwrap();
    let bare = home.archive.new_article(&NewArticle::default());
    let title = ArticleEdit {
        title: Some("Мәтінсіз".to_owned()),
        ..ArticleEdit::default()
    };
    let bare = bare.unwrap().value;
    home.archive.edit_article(&bare, &title).unwrap();
    let all = [&ids[..], &[bare.clone(), "gone".to_owned()]].concat();
    let done = run(&mut home.archive, &all, BatchAct::Register);
    assert_eq!((done.changed, done.same), (4, 1));
    let hindered: Vec<(BatchHindrance, &str)> = done
        .hindered
        .iter()
        .map(|one| (one.why, one.articles[0].id.as_str()))
        .collect();
    assert_eq!(
        hindered,
        [
            (BatchHindrance::Gone, "gone"),
            (BatchHindrance::Untitled, ids[1].as_str()),
            (BatchHindrance::Textless, bare.as_str()),
        ]
    );
    let open: Vec<_> = done.open.iter().map(|one| (one.point, one.count)).collect();
    assert_eq!(open, [(BatchOpenPoint::Unit, 4), (BatchOpenPoint::Cast, 4)]);
    let state = |id: &String| home.archive.article(id).unwrap().state;
    assert_eq!(state(&ids[2]), State::Registered);
    assert_eq!(state(&ids[1]), State::Draft);
    assert_eq!(home.archive.check(&mut |_| true).unwrap().problems, []);
}

#[test]
fn what_is_on_record_elsewhere_is_not_deleted_and_keeps_its_number() {
    let (mut home, ids) = filled();
    home.archive.register(&ids[0]).unwrap();
    let fields = TransferFields {
        depositor: Some("Әкімдік".to_owned()),
        receiver: Some("Архив".to_owned()),
        ..TransferFields::default()
    };
    let scope = TransferScope {
        articles: Some(vec![ids[1].clone()]),
        drafts: vec![ids[1].clone()],
        query: None,
        ..TransferScope::default()
    };
    let transfer = home.archive.begin_transfer(&scope, &fields).unwrap().value;
    home.archive.send_transfer(&transfer, None).unwrap();
    let number = home.archive.article(&ids[1]).unwrap().reference;
    run(
        &mut home.archive,
        &ids,
        BatchAct::Move(Some("12/1".to_owned())),
    );
    assert_eq!(home.archive.article(&ids[1]).unwrap().reference, number);
    let done = run(&mut home.archive, &ids, BatchAct::Delete);
    assert_eq!((done.changed, done.same), (4, 0));
    let why: Vec<_> = done.hindered.iter().map(|one| one.why).collect();
    assert_eq!(why.len(), 2);
    assert!(why.contains(&BatchHindrance::Registered));
    assert!(why.contains(&BatchHindrance::Transferred));
    assert_eq!(home.archive.article_ids().unwrap().len(), 2);
}

#[test]
fn it_is_stopped_without_a_trace_at_any_step() {
    let (mut home, ids) = filled();
    let before = records(&home.archive);
    let history = home.archive.history(None, 1).unwrap()[0].op;
    let batch = batch(&ids, BatchAct::Move(Some("12/1".to_owned())));
    let steps = std::cell::RefCell::new(Vec::new());
    let mut stop_at = |at: usize| {
        steps.borrow_mut().clear();
        let mut watch = |progress: Progress| {
            steps.borrow_mut().push(progress.stage);
            steps.borrow().len() <= at
        };
        home.archive.run_batch(&batch, &mut watch).map(drop)
    };
    let mut stopped = 0;
    while let Err(Error::Cancelled) = stop_at(stopped) {
        stopped += 1;
        assert!(stopped < 20);
    }
    // six changes, six entries for the search
    assert_eq!(stopped, 12);
    assert!(steps.borrow().contains(&"indexing"));
    home.archive.undo(None).unwrap();
    assert_eq!(records(&home.archive), before);
    let lines = home.archive.history(None, 3).unwrap();
    assert_eq!(lines[2].op, history, "one op and its undo");
}

#[test]
fn fields_are_set_lists_grow_and_shrink_and_notes_are_kept() {
    let (mut home, ids) = filled();
    let note = ArticleEdit {
        note: Some("Бұрынғы".to_owned()),
        subjects: Some(vec!["Мәдениет".to_owned(), "Қала".to_owned()]),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&ids[0], &note).unwrap();
    let fields = BatchFields {
        access: Some(Access::Embargo),
        embargo_until: Some("2030-01-01".to_owned()),
        add_note: Some("Тексерілді".to_owned()),
        add_subjects: Some(vec!["Білім".to_owned()]),
        remove_subjects: Some(vec!["Қала".to_owned()]),
        ..BatchFields::default()
    };
    let set = || BatchAct::Set(Box::new(fields.clone()));
    let done = run(&mut home.archive, &ids, set());
    assert_eq!(done.changed, 6);
    let first = home.archive.article(&ids[0]).unwrap();
    assert_eq!(first.note.as_deref(), Some("Бұрынғы\nТексерілді"));
    assert_eq!(first.subjects, ["Білім", "Мәдениет"]);
    assert_eq!(first.access.until.as_deref(), Some("2030-01-01"));
    let again = run(&mut home.archive, &ids, set());
    assert_eq!((again.changed, again.same), (0, 6));
    let wrong = BatchAct::Set(Box::new(BatchFields {
        publication_date: Some("14.03".to_owned()),
        ..BatchFields::default()
    }));
    let refused = home
        .archive
        .rehearse_batch(&batch(&ids, wrong), &mut |_| true);
    assert!(matches!(refused, Err(Error::ValueInvalid { .. })));
}

#[test]
fn a_language_is_set_in_the_first_text_of_drafts() {
    let (mut home, ids) = filled();
    home.archive.register(&ids[0]).unwrap();
    let language = |home: &Home, id: &String| {
        home.archive.article(id).unwrap().versions[0]
            .language
            .clone()
    };
    let common = home.archive.common_fields(&ids).unwrap();
    assert_eq!(common.language.value.as_deref(), Some("kk"));
    let set = |language: &str| {
        BatchAct::Set(Box::new(BatchFields {
            language: Some(language.to_owned()),
            ..BatchFields::default()
        }))
    };
    let done = run(&mut home.archive, &ids, set("ru"));
    assert_eq!(
        (done.changed, done.hindered[0].why),
        (5, BatchHindrance::Registered)
    );
    assert_eq!(done.lines[0].changes[0].field, "language");
    assert_eq!(
        (language(&home, &ids[0]), language(&home, &ids[1])),
        ("kk".into(), "ru".into())
    );
    assert!(home.archive.common_fields(&ids).unwrap().language.differs);
    assert!(
        home.archive
            .run_batch(&batch(&ids, set("орысша")), &mut |_| true)
            .is_err()
    );
    home.archive.undo(None).unwrap();
    assert_eq!(language(&home, &ids[1]), "kk");
}

#[test]
fn a_party_is_tagged_where_texts_name_it_and_a_namesakes_marks_stay() {
    let (mut home, mut ids) = filled();
    ids.push(home.add("Басқа хабар\nБұл мәтінде ол аталмайды.").id);
    let page = home.archive.parties(&muragat_archive::PartyQuery {
        limit: 10,
        ..Default::default()
    });
    let party = page.unwrap().rows[0].id.clone();
    let namesake = Tagging {
        kind: PartyKind::Person,
        name: "Нұрлан Сейітов".to_owned(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag(&ids[0], &namesake).unwrap();
    let done = run(&mut home.archive, &ids, BatchAct::Tag(party.clone()));
    assert_eq!((done.changed, done.hindered[0].count), (6, 1));
    assert_eq!(done.hindered[0].why, BatchHindrance::Unnamed);
    let record = home.archive.article(&ids[1]).unwrap();
    assert_eq!(record.cast[0].party, party);
    assert_eq!(record.versions[0].mentions.len(), 2);
    // another of the same name: what is tagged stays with whom it was tagged as
    let other = home
        .archive
        .add_party(PartyKind::Person, "Қарлығаш Бекова")
        .unwrap();
    let form = NameFields {
        form: "Сәуле Омарова".to_owned(),
        language: Some("kk".to_owned()),
        kind: None,
        date_from: None,
        date_to: None,
    };
    home.archive.add_party_name(&other.value, &form).unwrap();
    let before = records(&home.archive);
    let done = run(&mut home.archive, &ids, BatchAct::Tag(other.value));
    assert_eq!(done.changed, 0);
    assert_eq!(records(&home.archive), before);
}

#[test]
fn only_what_is_certain_is_accepted_and_nobody_new_is_entered() {
    let (mut home, ids) = filled();
    let parties = |archive: &Archive| {
        let query = muragat_archive::PartyQuery {
            limit: 10,
            ..Default::default()
        };
        archive.parties(&query).unwrap().total
    };
    home.archive
        .add_party(PartyKind::Organisation, "«Ерлік» қоғамдық бірлестігі")
        .unwrap();
    let before = parties(&home.archive);
    let done = run(&mut home.archive, &ids, BatchAct::Accept);
    assert_eq!(parties(&home.archive), before);
    assert_eq!(done.changed, 6);
    let record = home.archive.article(&ids[0]).unwrap();
    let known: Vec<&str> = record.parties.iter().map(|one| one.name.as_str()).collect();
    assert!(!known.contains(&"Нұрлан Сейітов"), "{known:?}");
    // Each line says what came into its article.
    for line in &done.lines {
        assert!(!line.changes.is_empty(), "{line:?}");
    }
}

/// One of the acts that can also be done singly.
fn any_act() -> impl Strategy<Value = BatchAct> {
    let text = |values: &'static [&'static str]| {
        prop::option::of(prop::sample::select(values)).prop_map(|v| v.map(str::to_owned))
    };
    let fields = (
        text(&["", "баспасөз релизі"]),
        text(&["2023-05-06", "2026"]),
        text(&["", "CC BY 4.0"]),
        prop::option::of(prop::sample::select(
            &[Access::Open, Access::Restricted][..],
        )),
        prop::option::of(Just(vec!["Мәдениет".to_owned()])),
    )
        .prop_map(|(kind, date, rights, access, add)| {
            BatchAct::Set(Box::new(BatchFields {
                kind,
                publication_date: date,
                rights,
                access,
                add_subjects: add,
                ..BatchFields::default()
            }))
        });
    prop_oneof![
        Just(BatchAct::Register),
        Just(BatchAct::Delete),
        text(&["12/1", "12/2"]).prop_map(BatchAct::Move),
        fields,
    ]
}

/// The same, article by article, in the order of their dates.
fn run_singly(archive: &mut Archive, ids: &[String], act: &BatchAct) {
    let mut ordered: Vec<(String, String, String)> = Vec::new();
    for id in ids {
        let Ok(record) = archive.article(id) else {
            continue;
        };
        let date = record.publication_date.clone().unwrap_or_default();
        ordered.push((date, record.versions[0].title.clone(), id.clone()));
    }
    ordered.sort();
    for (_, _, id) in ordered {
        let refused = match act {
            BatchAct::Register if archive.article(&id).unwrap().state == State::Draft => {
                archive.register(&id).map(drop)
            }
            BatchAct::Delete => archive.delete_article(&id).map(drop),
            BatchAct::Move(unit) => archive.move_articles(&[id], unit.as_deref()).map(drop),
            BatchAct::Set(fields) => {
                let mut subjects = archive.article(&id).unwrap().subjects;
                subjects.extend(fields.add_subjects.clone().unwrap_or_default());
                let edit = ArticleEdit {
                    kind: fields.kind.clone(),
                    publication_date: fields.publication_date.clone(),
                    rights: fields.rights.clone(),
                    access: fields.access,
                    subjects: Some(subjects),
                    ..ArticleEdit::default()
                };
                archive.edit_article(&id, &edit).map(drop)
            }
            _ => Ok(()),
        };
        assert!(matches!(
            refused,
            Ok(()) | Err(Error::TextRegistered { .. })
        ));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_batch_does_what_each_singly_does_and_one_undo_takes_it_back(
        acts in prop::collection::vec((any_act(), prop::sample::subsequence(vec![0usize, 1, 2, 3, 4, 5], 1..=6)), 1..4),
    ) {
        let (mut home, ids) = filled();
        let copy = home.folder.path().join("copy.muragat");
        let backup = home.folder.path().join("copy.zip");
        home.archive.backup(&backup, &mut |_| true).unwrap();
        muragat_archive::restore(&backup, &copy, &mut |_| true).unwrap();
        let mut single = Archive::open(&copy, Identity::new("Айгүл")).unwrap();
        for (act, of) in acts {
            let some: Vec<String> = of.iter().map(|at| ids[*at].clone()).collect();
            let before = records(&home.archive);
            let done = run(&mut home.archive, &some, act.clone());
            let after = records(&home.archive);
            if done.changed > 0 {
                home.archive.undo(None).unwrap();
                prop_assert_eq!(records(&home.archive), before);
                home.archive.redo().unwrap();
            }
            prop_assert_eq!(records(&home.archive), after);
            run_singly(&mut single, &some, &act);
            prop_assert_eq!(plain_records(&home.archive), plain_records(&single));
        }
        prop_assert_eq!(home.archive.check(&mut |_| true).unwrap().problems, []);
    }
}

#[test]
fn what_several_have_in_common_is_told_and_where_they_differ() {
    let (mut home, ids) = filled();
    let edit = |archive: &mut Archive, id: &str, kind: &str, subjects: &[&str]| {
        let edit = ArticleEdit {
            kind: Some(kind.to_owned()),
            subjects: Some(subjects.iter().map(|name| (*name).to_owned()).collect()),
            ..ArticleEdit::default()
        };
        archive.edit_article(id, &edit).unwrap();
    };
    edit(&mut home.archive, &ids[0], "релиз", &["Қала", "Білім"]);
    edit(&mut home.archive, &ids[4], "релиз", &["Қала"]);
    home.archive.register(&ids[4]).unwrap();
    let two = [ids[0].clone(), ids[4].clone(), "gone".to_owned()];
    let common = home.archive.common_fields(&two).unwrap();
    assert_eq!((common.articles, common.drafts), (2, 1));
    assert_eq!(common.kind.value.as_deref(), Some("релиз"));
    assert_eq!(common.publication_date.value.as_deref(), Some("2026-03-14"));
    let subjects = common.subjects.iter();
    let subjects: Vec<_> = subjects.map(|one| (one.name.as_str(), one.count)).collect();
    assert_eq!(subjects, [("Білім", 1), ("Қала", 2)]);
    let all = home.archive.common_fields(&ids).unwrap();
    assert!(all.kind.differs && all.publication_date.differs && !all.unit.differs);
}
