//! Quotes that are suggested: what comes with one when it is accepted, and whose it is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::RELEASE;
use common::desk::{Desk, names};
use muragat_archive::record::terms::{PartyKind, Role, Speech};
use muragat_archive::{Accepted, SuggestionKind, Whom};

#[test]
fn a_quote_is_accepted_with_its_speaker() {
    let mut desk = Desk::new(RELEASE);
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова");
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    let before = desk.record();
    // in whichever order the keys come
    desk.accept(&[quote.key.clone(), she.key.clone()]);
    let record = desk.record();
    let said = &record.versions[0].quotes[0];
    assert_eq!(said.text, "Балалар кітапқа жақын болады");
    assert_eq!(said.speaker.as_ref(), Some(&record.cast[0].party));
    assert!(record.cast[0].roles.contains(&Role::Speaker));
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    // one after the other as well
    desk.accept(&[she.key]);
    desk.accept(&[quote.key]);
    let record = desk.record();
    assert_eq!(
        record.versions[0].quotes[0].speaker.as_ref(),
        Some(&record.cast[0].party)
    );
}

/// Who speaks comes with what was said, with position and marks, by one op.
#[test]
fn a_quote_that_is_accepted_alone_brings_its_speaker() {
    let mut desk = Desk::new(RELEASE);
    let before = desk.record();
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова").key;
    let done = desk.accept(&[quote]);
    assert_eq!(done, Accepted::default());
    let record = desk.record();
    let she = &record.cast[0];
    assert_eq!(
        record.versions[0].quotes[0].speaker.as_ref(),
        Some(&she.party)
    );
    assert!(she.roles.contains(&Role::Speaker));
    assert_eq!(
        she.positions[0].text,
        "«Ерлік» қоғамдық бірлестігінің төрағасы"
    );
    assert!(she.on_behalf_of.is_some());
    let marks = record.versions[0].mentions.iter();
    assert_eq!(
        marks
            .filter(|mention| mention.party.as_ref() == Some(&she.party))
            .count(),
        2
    );
    assert!(!names(&desk.open(), SuggestionKind::Person).contains(&"Сәуле Омарова"));
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    desk.home.archive.redo().unwrap();
    assert_eq!(desk.record(), record);
}

#[test]
fn a_quote_is_the_partys_as_which_its_speaker_is_tagged() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    let archive = &mut desk.home.archive;
    let other = archive.add_party(PartyKind::Person, "С. Т. Омарова-Ким");
    let other = other.unwrap().value;
    let version = desk.version();
    let keys = [she.key];
    let archive = &mut desk.home.archive;
    archive
        .accept_suggestions(&version, &keys, Some(&Whom::Party(other.clone())))
        .unwrap();
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова").key;
    assert_eq!(desk.accept(&[quote]), Accepted::default());
    let record = desk.record();
    assert_eq!(record.versions[0].quotes[0].speaker, Some(other));
    assert_eq!(record.cast.len(), 1);
}

/// Somebody of that name is on record, and it is another: who is new comes with post, role and marks by one op.
#[test]
fn a_new_speaker_comes_with_all_that_the_text_says_of_one_of_that_name_as_one_op() {
    for paraphrase in [false, true] {
        let mut desk = Desk::new(RELEASE);
        let archive = &mut desk.home.archive;
        let namesake = archive.add_party(PartyKind::Person, "Сәуле Омарова");
        let namesake = namesake.unwrap().value;
        let before = desk.record();
        let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова");
        let (version, whom) = (desk.version(), Whom::Person("Сәуле Омарова".into()));
        let archive = &mut desk.home.archive;
        if paraphrase {
            let span = &quote.spans[0];
            let speech = Speech::Paraphrase;
            archive
                .quote(&version, span.start, span.end, speech, Some(&whom))
                .unwrap();
        } else {
            archive
                .accept_suggestions(&version, &[quote.key], Some(&whom))
                .unwrap();
        }
        let record = desk.record();
        let [line] = &record.cast[..] else {
            panic!("{:?}", record.cast)
        };
        assert_ne!(line.party, namesake);
        assert_eq!(
            record.versions[0].quotes[0].speaker.as_ref(),
            Some(&line.party)
        );
        assert!(line.roles.contains(&Role::Speaker));
        assert_eq!(line.positions.len(), 1);
        let mentions = record.versions[0].mentions.iter();
        let hers = mentions.filter(|mention| mention.party.as_ref() == Some(&line.party));
        assert_eq!(hers.count(), 2);
        desk.home.archive.undo(None).unwrap();
        assert_eq!(desk.record(), before);
    }
}

#[test]
fn who_is_said_to_be_new_is_new_though_one_of_that_name_is_on_record() {
    let mut desk = Desk::new(RELEASE);
    let archive = &mut desk.home.archive;
    let namesake = archive.add_party(PartyKind::Person, "Сәуле Омарова");
    let namesake = namesake.unwrap().value;
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова").key;
    let (version, whom) = (desk.version(), Whom::Person("Сәуле Омарова".into()));
    let archive = &mut desk.home.archive;
    archive
        .accept_suggestions(&version, &[she], Some(&whom))
        .unwrap();
    let cast = desk.record().cast;
    assert_eq!(cast.len(), 1);
    assert_ne!(cast[0].party, namesake);
}

#[test]
fn a_speaker_of_whom_there_are_two_is_asked_for() {
    let mut desk = Desk::new(RELEASE);
    let make = |desk: &mut Desk| {
        let archive = &mut desk.home.archive;
        let made = archive.add_party(PartyKind::Person, "Сәуле Омарова");
        made.unwrap().value
    };
    let (one, other) = (make(&mut desk), make(&mut desk));
    let before = desk.record();
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова").key;
    let done = desk.accept(std::slice::from_ref(&quote));
    let doubt = &done.doubts[0];
    assert_eq!((doubt.name.as_str(), &doubt.made), ("Сәуле Омарова", &None));
    assert_eq!(doubt.candidates, [one, other.clone()]);
    let record = desk.record();
    assert_eq!(record.versions[0].quotes[0].speaker, None);
    assert!(record.cast.is_empty());
    desk.home.archive.undo(None).unwrap();
    // chosen, she comes with her positions and marks
    let version = desk.version();
    let archive = &mut desk.home.archive;
    let done = archive.accept_suggestions(&version, &[quote], Some(&Whom::Party(other.clone())));
    assert_eq!(done.unwrap().value, Accepted::default());
    let record = desk.record();
    assert_eq!(record.versions[0].quotes[0].speaker.as_ref(), Some(&other));
    assert_eq!(record.cast[0].party, other);
    assert_eq!(record.cast[0].positions.len(), 1);
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
}
