//! How sure the reader is, as it comes to a suggestion.

use super::*;
use crate::{Identity, Intake};

const TEXT: &str = "Кітапхана ашылды\nЖиынды «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова ашты. \
                    «Кітап көп болды», – деді Сәуле Омарова. Талдықорған қаласынан Нұрлан Сейітов келді.";

/// A library with a text, and what the reader finds there, as sure of all of it as can be.
fn certain_reading(folder: &std::path::Path) -> (Archive, Version, language::Reading) {
    let path = folder.join("a.muragat");
    let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
    let added = archive.add_text("a.txt", TEXT.as_bytes(), &Intake::default());
    let article = added.unwrap().value.id;
    let version = archive.article(&article).unwrap().versions.remove(0).id;
    let version: Version = rows::by_uuid(archive.connection(), &version).unwrap();
    let read = archive.read_version(&version).unwrap();
    let mut reading = read.text.reading().clone();
    for person in &mut reading.people {
        (person.confidence, person.certain) = (0.99, true);
        person.positions_confidence = vec![0.98; person.positions.len()];
        person.positions_certain = vec![true; person.positions.len()];
    }
    for named in &mut reading.organisations {
        (named.confidence, named.certain) = (0.97, true);
    }
    for place in &mut reading.places {
        (place.confidence, place.certain) = (0.96, true);
    }
    for quote in &mut reading.quotes {
        (quote.confidence, quote.certain) = (0.95, true);
        (quote.speaker_confidence, quote.speaker_certain) = (0.94, true);
    }
    (archive, version, reading)
}

/// How sure the suggestion of a kind and name is.
fn sureness(open: &[OpenSuggestion], kind: SuggestionKind, name: &str) -> (f32, bool) {
    let one = open
        .iter()
        .find(|one| one.kind == kind && one.name == name)
        .unwrap_or_else(|| panic!("{name} is not in {open:?}"));
    (one.confidence, one.certain)
}

#[test]
fn a_suggestion_is_as_sure_as_the_least_sure_of_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let (archive, version, mut reading) = certain_reading(folder.path());
    let sql = archive.connection();
    let (she, he) = ("Сәуле Омарова", "Нұрлан Сейітов");
    let open = find_open_in(sql, &version, &reading).unwrap();
    assert_eq!(sureness(&open, SuggestionKind::Person, she), (0.98, true));
    assert_eq!(sureness(&open, SuggestionKind::Person, he), (0.99, true));
    assert_eq!(sureness(&open, SuggestionKind::Quote, she), (0.94, true));
    assert!(open.iter().all(|one| one.certain), "{open:?}");
    for kind in [SuggestionKind::Organisation, SuggestionKind::Place] {
        assert!(open.iter().any(|one| one.kind == kind), "{open:?}");
    }
    let with_candidates = open.into_iter().next().unwrap();
    let sent = with_candidates.with_candidates(sql, version.article_id);
    assert!(sent.unwrap().certain);

    // a position, a speaker and a name of which the reader is not sure
    for person in &mut reading.people {
        match person.name == she {
            true => {
                (person.positions_confidence, person.positions_certain) = (vec![0.4], vec![false]);
            }
            false => (person.confidence, person.certain) = (0.3, false),
        }
    }
    reading.quotes[0].speaker_certain = false;
    let open = find_open_in(sql, &version, &reading).unwrap();
    assert_eq!(sureness(&open, SuggestionKind::Person, she), (0.4, false));
    assert_eq!(sureness(&open, SuggestionKind::Person, he), (0.3, false));
    assert_eq!(sureness(&open, SuggestionKind::Quote, she), (0.94, false));
}

#[test]
fn a_position_of_which_nothing_is_said_and_a_quote_of_nobody_are_never_certain() {
    let folder = tempfile::tempdir().unwrap();
    let (archive, version, mut reading) = certain_reading(folder.path());
    for person in &mut reading.people {
        person.positions_confidence.clear();
        person.positions_certain.clear();
    }
    reading.quotes[0].speaker = None;
    let open = find_open_in(archive.connection(), &version, &reading).unwrap();
    let she = sureness(&open, SuggestionKind::Person, "Сәуле Омарова");
    assert_eq!(she, (0.0, false));
    let quote = sureness(&open, SuggestionKind::Quote, "");
    assert_eq!(quote, (0.95, false));
}

#[test]
fn what_is_only_on_record_is_not_certain() {
    let folder = tempfile::tempdir().unwrap();
    let (mut archive, version, mut reading) = certain_reading(folder.path());
    let kind = crate::record::terms::PartyKind::Person;
    archive.add_party(kind, "Сәуле Омарова").unwrap();
    reading.people.clear();
    let open = find_open_in(archive.connection(), &version, &reading).unwrap();
    let she = sureness(&open, SuggestionKind::Person, "Сәуле Омарова");
    assert_eq!(she, (0.0, false));
}
