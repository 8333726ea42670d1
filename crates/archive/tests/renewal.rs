//! Records of another library in the place of what is here: all of it gives way but registered texts, as one op.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeSet;

use common::{Home, RELEASE, home, picture};
use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{PartyKind, Relation, Role};
use muragat_archive::{
    Adopted, Archive, ArticleEdit, Error, HeldRecords, NewVersion, Outcome, Tagging,
    TransferFields, TransferScope,
};

fn take(
    to: &mut Archive,
    from: &Archive,
    record: &ArticleRecord,
    over: bool,
) -> Result<Outcome<Adopted>, Error> {
    let over: BTreeSet<String> = over.then(|| record.id.clone()).into_iter().collect();
    let mut fetch = |_: &ArticleRecord, sha256: &str, _: &str| from.original(sha256);
    let mut records = HeldRecords {
        records: std::slice::from_ref(record),
        fetch: &mut fetch,
    };
    to.adopt_over(&mut records, &over, None, &mut |_| true)
}

fn tag(home: &mut Home, id: &str, name: &str) {
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: Some(Role::Speaker),
        position: Some("төрағасы".into()),
        on_behalf_of: None,
    };
    home.archive.tag(id, &tagging).unwrap();
}

/// A library with a release, a photo and a tag; another one that has the same.
fn both() -> (Home, Home, String) {
    let (mut one, mut two) = (home(), home());
    let id = one.add(RELEASE).id;
    tag(&mut one, &id, "Сәуле Омарова");
    let photo = one.file("a.png", &picture(1));
    one.archive
        .attach(&id, &[photo], Some("Ашылу"), None)
        .unwrap();
    let record = one.archive.article(&id).unwrap();
    take(&mut two.archive, &one.archive, &record, false).unwrap();
    assert_eq!(two.archive.article(&id).unwrap(), record);
    (one, two, id)
}

fn note(home: &mut Home, id: &str, text: &str) {
    let edit = ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(id, &edit).unwrap();
}

#[test]
fn what_is_here_gives_way_and_undo_brings_it_back() {
    let (mut one, mut two, id) = both();
    // there: another text, another cast, another photo
    let version = one.archive.article(&id).unwrap().versions[0].id.clone();
    let body = one.archive.article(&id).unwrap().versions[0]
        .body
        .replace("Кешкі", "Соңғы");
    one.archive
        .edit_version(&version, None, Some(&body))
        .unwrap();
    tag(&mut one, &id, "Нұрлан Сейітов");
    let photo = one.file("b.png", &picture(2));
    one.archive
        .attach(&id, &[photo], None, Some("Баспасөз қызметі"))
        .unwrap();
    note(&mut one, &id, "сонда");
    // here: a note of our own, and a transfer that lists it
    note(&mut two, &id, "осында");
    let fields = TransferFields {
        depositor: Some("A".into()),
        receiver: Some("B".into()),
        ..TransferFields::default()
    };
    let scope = TransferScope {
        articles: Some(vec![id.clone()]),
        drafts: vec![id.clone()],
        query: None,
        ..TransferScope::default()
    };
    let transfer = two.archive.begin_transfer(&scope, &fields).unwrap().value;
    let (here, there) = (
        two.archive.article(&id).unwrap(),
        one.archive.article(&id).unwrap(),
    );
    assert_ne!(here, there);

    let left = take(&mut two.archive, &one.archive, &there, false)
        .unwrap()
        .value;
    assert_eq!((left.differs.len(), left.renewed.len()), (1, 0));
    assert_eq!(two.archive.article(&id).unwrap(), here);

    let renewed = take(&mut two.archive, &one.archive, &there, true)
        .unwrap()
        .value;
    assert_eq!(renewed.renewed, std::slice::from_ref(&id));
    assert_eq!(two.archive.article(&id).unwrap(), there);
    assert_eq!(two.archive.transfer(&transfer).unwrap().articles, 1);
    let again = take(&mut two.archive, &one.archive, &there, true).unwrap();
    assert_eq!((again.value.same.len(), again.op), (1, None));

    two.archive.undo(None).unwrap();
    assert_eq!(two.archive.article(&id).unwrap(), here);
    two.archive.redo().unwrap();
    assert_eq!(two.archive.article(&id).unwrap(), there);
    let found = two.archive.check(&mut |_| true).unwrap();
    assert!(found.problems.is_empty(), "{found:?}");
}

#[test]
fn a_registered_text_stays_and_what_is_new_comes_beside_it() {
    let (mut one, mut two, id) = both();
    one.archive.register(&id).unwrap();
    let registered = one.archive.article(&id).unwrap();
    take(&mut two.archive, &one.archive, &registered, true).unwrap();
    assert_eq!(two.archive.article(&id).unwrap(), registered);

    // a correction comes beside the registered text
    let correction = NewVersion {
        relation: Relation::Corrects,
        of: registered.versions[0].id.clone(),
        language: "kk".into(),
        text: Some("Қаланың жаңа кітапханасы ашылды\nТүзетілген мәтін.".into()),
    };
    one.archive.new_version(&correction).unwrap();
    let corrected = one.archive.article(&id).unwrap();
    take(&mut two.archive, &one.archive, &corrected, true).unwrap();
    assert_eq!(two.archive.article(&id).unwrap(), corrected);

    // another text under the same UUID is refused, and nothing of it came in
    let mut forged = corrected.clone();
    forged.versions[0].body.push_str("\nТағы бір сөйлем.");
    forged.versions[0].mentions.clear();
    forged.versions[0].quotes.clear();
    forged.note = Some("бөтен".into());
    let refused = take(&mut two.archive, &one.archive, &forged, true);
    assert!(
        matches!(refused, Err(Error::TextRegistered { .. })),
        "{refused:?}"
    );
    let mut lacking = corrected.clone();
    lacking.versions.remove(0);
    lacking.versions[0].of = None;
    lacking.cast.clear();
    let refused = take(&mut two.archive, &one.archive, &lacking, true);
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(two.archive.article(&id).unwrap(), corrected);
    let found = two.archive.check(&mut |_| true).unwrap();
    assert!(found.problems.is_empty(), "{found:?}");
}
