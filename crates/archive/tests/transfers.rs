//! Transfers to another archive: what goes and what stays out, the steps in their order, files kept with them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, home};
use muragat_archive::record::terms::{Access, TransferFileKind, TransferState};
use muragat_archive::{ArticleEdit, Error, HistoryOf, ListQuery, TransferFields, TransferScope};

/// Four articles, two of them in a unit: open, restricted, under an embargo, and one whose embargo is over.
fn filled() -> (Home, Vec<String>, String) {
    let mut home = home();
    let unit = home.archive.add_unit(None, "12", "Қор").unwrap().value;
    let file = home
        .archive
        .add_unit(Some(&unit), "1", "Тізімдеме")
        .unwrap()
        .value;
    let mut ids = Vec::new();
    for (at, access, until) in [
        (0, Access::Open, None),
        (1, Access::Restricted, None),
        (2, Access::Embargo, Some("2999-01-01")),
        (3, Access::Embargo, Some("2020-01-01")),
    ] {
        let id = home.add(&RELEASE.replace("жаңа", &format!("{at}-"))).id;
        let edit = ArticleEdit {
            access: Some(access),
            embargo_until: until.map(str::to_owned),
            unit: (at < 2).then(|| file.clone()),
            ..ArticleEdit::default()
        };
        home.archive.edit_article(&id, &edit).unwrap();
        ids.push(id);
    }
    (home, ids, unit)
}

/// The same, all of them registered.
fn registered() -> (Home, Vec<String>, String) {
    let (mut home, ids, unit) = filled();
    for id in &ids {
        home.archive.register(id).unwrap();
    }
    (home, ids, unit)
}

fn fields() -> TransferFields {
    TransferFields {
        depositor: Some("  Қала\nәкімдігі ".into()),
        depositor_person: Some("Сәуле Омарова".into()),
        receiver: Some("Облыстық мемлекеттік архив".into()),
        ..TransferFields::default()
    }
}

#[test]
fn a_draft_goes_only_where_it_is_named_or_once_it_is_registered() {
    let mut home = home();
    let ids: Vec<String> = (0..2)
        .map(|n| home.add(&RELEASE.replace("жаңа", &n.to_string())).id)
        .collect();
    let all = TransferScope::default();
    let preview = home.archive.preview_transfer(&all).unwrap();
    assert_eq!((preview.articles, preview.left_drafts.len()), (0, 2));
    let empty = home.archive.begin_transfer(&all, &fields());
    assert!(matches!(empty, Err(Error::TransferEmpty { left_out: 2 })));
    home.archive.register(&ids[0]).unwrap();
    let preview = home.archive.preview_transfer(&all).unwrap();
    assert_eq!((preview.articles, preview.left_drafts.len()), (1, 1));
    assert_eq!(preview.left_drafts[0].id, ids[1]);
    // it is not named by being among those chosen
    let chosen = home.archive.preview_transfer(&of(&[&ids[1]])).unwrap();
    assert_eq!((chosen.articles, chosen.left_drafts.len()), (0, 1));
    let scope = TransferScope {
        drafts: vec![ids[1].clone()],
        ..of(&[&ids[1]])
    };
    let named = home.archive.preview_transfer(&scope).unwrap();
    assert_eq!((named.articles, named.drafts), (1, 1));
    let id = home.archive.begin_transfer(&all, &fields()).unwrap().value;
    assert_eq!(held(&home, &id), [ids[0].clone()]);
}

#[test]
fn what_went_before_and_a_number_that_another_act_has_are_told() {
    let (mut home, ids, _) = registered();
    let numbered = TransferFields {
        act_number: Some("7".into()),
        ..fields()
    };
    let all = TransferScope::default();
    let first = home.archive.begin_transfer(&all, &numbered).unwrap().value;
    home.archive.send_transfer(&first, None).unwrap();
    home.archive.accept_transfer(&first, None).unwrap();
    let elsewhere = home.archive.preview_transfer(&all).unwrap().elsewhere;
    let told: Vec<(&str, Option<&str>, TransferState)> = elsewhere
        .iter()
        .map(|one| (one.id.as_str(), one.act_number.as_deref(), one.state))
        .collect();
    assert_eq!(
        told,
        [&ids[0], &ids[3]].map(|id| (id.as_str(), Some("7"), TransferState::Accepted))
    );
    let second = home.archive.begin_transfer(&all, &numbered).unwrap().value;
    assert_eq!(home.archive.transfer(&second).unwrap().same_number, 1);
    home.archive.delete_transfer(&second).unwrap();
    assert_eq!(home.archive.transfer(&first).unwrap().same_number, 0);
}

fn of(articles: &[&String]) -> TransferScope {
    TransferScope {
        articles: Some(articles.iter().map(|id| (*id).clone()).collect()),
        query: None,
        ..TransferScope::default()
    }
}

/// Those named, whatever they are.
fn named_of(articles: &[&String]) -> TransferScope {
    let names: Vec<String> = articles.iter().map(|id| (*id).clone()).collect();
    TransferScope {
        restricted: names.clone(),
        drafts: names,
        ..of(articles)
    }
}

fn held(home: &Home, id: &str) -> Vec<String> {
    let entries = home.archive.transfer_entries(id).unwrap();
    entries.into_iter().map(|entry| entry.id).collect()
}

#[test]
fn what_access_rules_keep_out_stays_out_and_is_told_unless_it_is_named() {
    let (mut home, ids, unit) = registered();
    let all = TransferScope::default();
    let preview = home.archive.preview_transfer(&all).unwrap();
    assert_eq!((preview.articles, preview.drafts), (2, 0));
    let out: Vec<(&str, Access)> = preview
        .left_out
        .iter()
        .map(|out| (out.id.as_str(), out.access))
        .collect();
    assert_eq!(
        out,
        [
            (ids[1].as_str(), Access::Restricted),
            (ids[2].as_str(), Access::Embargo)
        ]
    );
    // who names them is told that they are closed
    assert!(preview.closed.is_empty());
    let chosen = home.archive.preview_transfer(&of(&[&ids[0], &ids[2]]));
    assert_eq!(chosen.unwrap().left_out[0].id, ids[2]);
    let scope = TransferScope {
        restricted: vec![ids[2].clone()],
        ..of(&[&ids[0], &ids[2]])
    };
    let closed = home.archive.preview_transfer(&scope).unwrap().closed;
    assert_eq!((closed.len(), closed[0].id.as_str()), (1, ids[2].as_str()));
    let id = home.archive.begin_transfer(&all, &fields()).unwrap().value;
    let record = home.archive.transfer(&id).unwrap();
    assert_eq!(record.depositor.name, "Қала әкімдігі");
    assert_eq!(
        (
            record.left_restricted,
            record.left_embargoed,
            record.articles
        ),
        (1, 1, 2)
    );
    assert_eq!(held(&home, &id), [ids[0].clone(), ids[3].clone()]);

    // a unit means all below it; beside it, one that is named
    let below = ListQuery {
        unit: Some(unit),
        ..ListQuery::default()
    };
    let scope = TransferScope {
        query: Some(below),
        restricted: vec![ids[1].clone()],
        ..TransferScope::default()
    };
    let named = home
        .archive
        .begin_transfer(&scope, &fields())
        .unwrap()
        .value;
    assert_eq!(held(&home, &named), [ids[0].clone(), ids[1].clone()]);
    assert_eq!(home.archive.transfer(&named).unwrap().left_restricted, 0);

    // the list is fixed: what comes later does not join, what is closed later is told
    let closes = ArticleEdit {
        access: Some(Access::Restricted),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&ids[0], &closes).unwrap();
    home.add(RELEASE);
    let entries = home.archive.transfer_entries(&named).unwrap();
    let closed: Vec<bool> = entries.iter().map(|entry| entry.closed).collect();
    assert_eq!(closed, [true, false]);

    match home.archive.begin_transfer(
        &TransferScope {
            articles: Some(Vec::new()),
            query: None,
            ..TransferScope::default()
        },
        &fields(),
    ) {
        Err(Error::TransferEmpty { .. }) => {}
        other => panic!("{other:?}"),
    }
    match home
        .archive
        .begin_transfer(&all, &TransferFields::default())
    {
        Err(Error::ValueInvalid { field, .. }) => assert_eq!(field, "depositor"),
        other => panic!("{other:?}"),
    }
    assert_eq!(home.archive.transfers().unwrap().len(), 2);
}

#[test]
fn the_steps_go_in_their_order_and_each_can_be_undone() {
    let (mut home, ids, _) = filled();
    let id = home
        .archive
        .begin_transfer(&named_of(&[&ids[0], &ids[1]]), &fields())
        .unwrap()
        .value;
    let stands = |error: Result<muragat_archive::Outcome<()>, Error>| match error {
        Err(Error::TransferStands { .. }) => {}
        other => panic!("{other:?}"),
    };
    stands(home.archive.accept_transfer(&id, None));
    stands(home.archive.return_transfer(&id, "себеп", None));
    let numbered = TransferFields {
        act_number: Some("7".into()),
        ..TransferFields::default()
    };
    home.archive.edit_transfer(&id, &numbered).unwrap();
    home.archive.send_transfer("7", Some("2026-11-02")).unwrap();
    stands(home.archive.edit_transfer(&id, &numbered));
    stands(home.archive.take_out_of_transfer(&id, &ids[..1]));
    stands(home.archive.delete_transfer(&id));
    assert!(matches!(
        home.archive.delete_article(&ids[0]),
        Err(Error::ArticleTransferred { .. })
    ));
    assert!(matches!(
        home.archive.return_transfer(&id, " ", None),
        Err(Error::ValueInvalid { .. })
    ));
    let early = home.archive.accept_transfer(&id, Some("2026-11-01"));
    assert!(
        matches!(early, Err(Error::ValueInvalid { .. })),
        "{early:?}"
    );

    home.archive
        .return_transfer(&id, "Тізімдемеде қате бар", Some("2026-11-03"))
        .unwrap();
    let record = home.archive.transfer(&id).unwrap();
    assert_eq!(
        (record.state, record.reason.as_deref()),
        (TransferState::Returned, Some("Тізімдемеде қате бар"))
    );
    home.archive.take_out_of_transfer(&id, &ids[..1]).unwrap();
    assert_eq!(held(&home, &id), [ids[1].clone()]);
    assert!(matches!(
        home.archive.take_out_of_transfer(&id, &ids[1..2]),
        Err(Error::TransferEmpty { .. })
    ));
    home.archive.send_transfer(&id, Some("2026-11-04")).unwrap();
    home.archive.accept_transfer(&id, None).unwrap();
    let record = home.archive.transfer(&id).unwrap();
    assert_eq!(
        (record.state, record.reason),
        (TransferState::Accepted, None)
    );

    let history = home
        .archive
        .history_of(&HistoryOf::Transfer(id.clone()), 20)
        .unwrap();
    let kinds: Vec<&str> = history.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "accept_transfer",
            "send_transfer",
            "edit_transfer",
            "return_transfer",
            "send_transfer",
            "edit_transfer",
            "begin_transfer"
        ]
    );
    let returned = &history[3].changes;
    let told = returned
        .iter()
        .find(|change| change.field.as_deref() == Some("reason"))
        .unwrap();
    assert_eq!(told.after, "Тізімдемеде қате бар");

    for _ in 0..6 {
        home.archive.undo(None).unwrap();
    }
    let record = home.archive.transfer(&id).unwrap();
    assert_eq!(
        (record.state, record.act_number, record.articles),
        (TransferState::Draft, None, 2)
    );
    home.archive.undo(None).unwrap();
    assert!(home.archive.transfers().unwrap().is_empty());
    for _ in 0..7 {
        home.archive.redo().unwrap();
    }
    assert_eq!(
        home.archive.transfer(&id).unwrap().state,
        TransferState::Accepted
    );
    assert_eq!(held(&home, &id), [ids[1].clone()]);
    let found = home.archive.check(&mut |_| true).unwrap();
    assert!(found.problems.is_empty(), "{found:?}");
}

#[test]
fn act_and_signatures_are_kept_as_originals() {
    let (mut home, ids, _) = filled();
    let id = home
        .archive
        .begin_transfer(&named_of(&[&ids[0]]), &fields())
        .unwrap()
        .value;
    let act = home.file("Акт №7.pdf", b"%PDF-1.7 act");
    let signature = home.file("Акт №7.pdf.cms", b"\x30\x80signed");
    let empty = home.file("empty.cms", b"");
    home.archive
        .keep_with_transfer(&id, TransferFileKind::Act, &[act])
        .unwrap();
    let before = home.archive.transfer(&id).unwrap();
    let refused = home.archive.keep_with_transfer(
        &id,
        TransferFileKind::Signature,
        &[signature.clone(), empty],
    );
    assert!(
        matches!(refused, Err(Error::TransferFileEmpty { .. })),
        "{refused:?}"
    );
    assert_eq!(home.archive.transfer(&id).unwrap(), before);
    home.archive.send_transfer(&id, None).unwrap();
    home.archive.accept_transfer(&id, None).unwrap();
    // the archive's signature comes after it accepted
    let signatures = [signature.clone(), signature];
    let kept = home
        .archive
        .keep_with_transfer(&id, TransferFileKind::Signature, &signatures)
        .unwrap()
        .value;
    assert_eq!(kept[0], kept[1]);
    let record = home.archive.transfer(&id).unwrap();
    let names: Vec<&str> = record.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Акт №7.pdf", "Акт №7.pdf.cms"]);
    assert_eq!(
        home.archive.transfer_file(&kept[0]).unwrap(),
        b"\x30\x80signed"
    );
    assert!(matches!(
        home.archive.remove_transfer_file(&kept[0]),
        Err(Error::TransferStands { .. })
    ));
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.transfer(&id).unwrap().files.len(), 1);
    home.archive.redo().unwrap();
    assert_eq!(home.archive.transfer(&id).unwrap(), record);
    let found = home.archive.check(&mut |_| true).unwrap();
    assert!(
        found.problems.is_empty() && found.notes.is_empty(),
        "{found:?}"
    );
}

#[test]
fn a_transfer_that_never_left_goes_with_all_of_it_and_comes_back() {
    let (mut home, ids, _) = filled();
    let id = home
        .archive
        .begin_transfer(&named_of(&[&ids[0], &ids[3]]), &fields())
        .unwrap()
        .value;
    let act = home.file("act.pdf", b"%PDF");
    let file = home
        .archive
        .keep_with_transfer(&id, TransferFileKind::Act, &[act])
        .unwrap()
        .value;
    let record = home.archive.transfer(&id).unwrap();
    home.archive.delete_transfer(&id).unwrap();
    assert!(matches!(
        home.archive.transfer(&id),
        Err(Error::NotFound { .. })
    ));
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.transfer(&id).unwrap(), record);
    home.archive.remove_transfer_file(&file[0]).unwrap();
    assert!(home.archive.transfer(&id).unwrap().files.is_empty());
    // a draft article that only a draft transfer lists can still be deleted
    home.archive.delete_article(&ids[0]).unwrap();
    assert_eq!(held(&home, &id), [ids[3].clone()]);
}
