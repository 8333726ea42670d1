//! What the app suggests in the window: learned from the archive, accepted, turned down, and kept through edits.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::desk::{Desk, names};
use common::{RELEASE, home};
use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{PartyKind, PostKind};
use muragat_archive::{Intake, PostFields, SuggestionKind, TagKind, TagSpan};

const UNKNOWN: &str = "Екінші хабар\nКеше Бұлдақ Сабылтекке алғыс айтылды. ШТҚ-ның кеңсесі көшті.";

#[test]
fn names_accepted_once_are_found_again_in_any_case() {
    let mut desk = Desk::new("Бірінші хабар\nСабылтек Бұлдақ мен ШТҚ туралы.");
    let before = desk.home.add(UNKNOWN).id;
    let first = std::mem::replace(&mut desk.article, before);
    let open = desk.open();
    assert_eq!(names(&open, SuggestionKind::Person), [""; 0]);
    assert_eq!(names(&open, SuggestionKind::Organisation), [""; 0]);
    let second = std::mem::replace(&mut desk.article, first);
    let person = desk.tag(PartyKind::Person, "Бұлдақ Сабылтек");
    let body = desk.tag(PartyKind::Organisation, "ШТҚ");
    desk.article = second;
    let (who, what) = (
        desk.one(SuggestionKind::Person, "Бұлдақ Сабылтек"),
        desk.one(SuggestionKind::Organisation, "ШТҚ"),
    );
    assert_eq!(who.spans[0].text, "Бұлдақ Сабылтекке");
    assert_eq!(what.spans[0].text, "ШТҚ-ның");
    assert!(who.sure && what.sure);
    assert_eq!(
        (
            who.candidates[0].id.as_str(),
            what.candidates[0].id.as_str()
        ),
        (person.as_str(), body.as_str())
    );
    assert_eq!(who.reasons[0].code.as_str(), "read-on-record");
}

#[test]
fn who_holds_the_same_office_elsewhere_may_be_a_namesake_and_is_asked_about() {
    let mut desk = Desk::new("Бірінші хабар\nТекелі қаласының әкімі Арман Жұмабеков жиын өткізді.");
    let first = desk.one(SuggestionKind::Person, "Арман Жұмабеков");
    assert!(desk.accept(&[first.key]).doubts.is_empty());
    for (position, is_sure) in [
        ("Көксу ауданының әкімі", false),
        ("қала әкімі", true),
        ("Мәжіліс депутаты", true),
    ] {
        let text = format!("Екінші хабар\n{position} Арман Жұмабеков жиынға қатысты.");
        desk.article = desk.home.add(&text).id;
        let second = desk.one(SuggestionKind::Person, "Арман Жұмабеков");
        assert_eq!(second.positions, [position]);
        assert_eq!(
            (second.candidates.len(), second.sure),
            (1, is_sure),
            "{position}"
        );
    }
}

#[test]
fn who_speaks_for_a_body_that_was_turned_down_does_not_bring_it() {
    let mut desk = Desk::new(
        "Кітапхана ашылды\nЖиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.",
    );
    let body = desk.open();
    let body = body
        .iter()
        .find(|one| one.kind == SuggestionKind::Organisation);
    let (version, key) = (desk.version(), body.unwrap().key.clone());
    assert!(
        desk.one(SuggestionKind::Person, "Сәуле Омарова")
            .on_behalf_of
            .is_some()
    );
    desk.home.archive.reject_suggestion(&version, &key).unwrap();
    let person = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    assert_eq!(person.on_behalf_of, None);
    desk.accept(&[person.key]);
    let record = desk.record();
    assert_eq!((record.cast.len(), record.parties.len()), (1, 1));
}

#[test]
fn what_another_program_accepted_is_known_at_once() {
    let desk = Desk::new(UNKNOWN);
    assert_eq!(names(&desk.open(), SuggestionKind::Person), [""; 0]);
    let mut other = desk.home.again();
    let made = other
        .add_party(PartyKind::Person, "Бұлдақ Сабылтек")
        .unwrap();
    assert_eq!(
        names(&desk.open(), SuggestionKind::Person),
        ["Бұлдақ Сабылтек"]
    );
    other.undo(made.op).unwrap();
    assert_eq!(names(&desk.open(), SuggestionKind::Person), [""; 0]);
}

#[test]
fn an_office_on_record_is_read_as_a_position() {
    let mut desk = Desk::new("Хабар\nЖиналысты ШТҚ тілмары Сәуле Омарова ашты.");
    let archive = &mut desk.home.archive;
    let person = archive
        .add_party(PartyKind::Person, "Нұрлан Сейітов")
        .unwrap();
    let post = PostFields {
        kind: PostKind::Office,
        title: "тілмар".to_owned(),
        organisation: Some("ШТҚ".to_owned()),
        date_from: None,
        date_to: None,
    };
    archive.add_post(&person.value, &post).unwrap();
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    assert_eq!(she.positions, ["ШТҚ тілмары"]);
    assert_eq!(she.on_behalf_of.as_deref(), Some("ШТҚ"));
}

#[test]
fn taking_in_with_all_accepted_knows_the_archive_too() {
    let mut desk = Desk::new("Бірінші хабар\nСабылтек Бұлдақ туралы.");
    let known = desk.tag(PartyKind::Person, "Бұлдақ Сабылтек");
    let with = Intake {
        accept: true,
        ..Intake::default()
    };
    let added = desk
        .home
        .archive
        .add_text("екінші.txt", UNKNOWN.as_bytes(), &with)
        .unwrap();
    desk.article = added.value.id;
    assert_eq!(desk.record().cast[0].party, known);
    assert_eq!(muragat_language::read(UNKNOWN).people.len(), 0);
    let read = desk.home.archive.read_text(UNKNOWN).unwrap();
    assert_eq!(read.people[0].name, "Бұлдақ Сабылтек");
}

#[test]
fn what_was_turned_down_stays_away_when_the_text_is_edited() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.version();
    for (kind, name) in [
        (SuggestionKind::Person, "Нұрлан Сейітов"),
        (SuggestionKind::Quote, "Сәуле Омарова"),
    ] {
        let key = desk.one(kind, name).key;
        desk.home.archive.reject_suggestion(&version, &key).unwrap();
    }
    let away = |desk: &Desk| {
        let open = desk.open();
        !names(&open, SuggestionKind::Person).contains(&"Нұрлан Сейітов")
            && names(&open, SuggestionKind::Quote).is_empty()
            && names(&open, SuggestionKind::Person).contains(&"Сәуле Омарова")
    };
    assert!(away(&desk));
    desk.edit("Кешкі бөлімде", "Таңертең, күн шыға");
    assert!(away(&desk));
    // in another form, at another place
    desk.edit(
        "студенттерді құттықтады.",
        "студенттерді құттықтады. Оқырмандар Нұрлан Сейітовке алғыс айтты.",
    );
    assert!(away(&desk));
    assert!(desk.home.again().suggestions(&version).unwrap().len() == desk.open().len());
}

#[test]
fn all_of_one_kind_are_accepted_as_one_step() {
    let mut desk = Desk::new(RELEASE);
    let (before, open) = (desk.record(), desk.open());
    let people: Vec<String> = open
        .iter()
        .filter(|suggestion| suggestion.kind == SuggestionKind::Person)
        .map(|suggestion| suggestion.key.clone())
        .collect();
    assert_eq!(people.len(), 2);
    desk.accept(&people);
    let after = desk.record();
    assert_eq!(after.cast.len(), 2);
    assert!(after.cast.iter().all(|one| one.on_behalf_of.is_some()));
    assert_eq!(names(&desk.open(), SuggestionKind::Person), [""; 0]);
    assert!(!desk.open().is_empty());
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    assert_eq!(desk.open(), open);
    desk.home.archive.redo().unwrap();
    assert_eq!(desk.record(), after);
}

#[test]
fn reading_again_keeps_what_people_decided() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.version();
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова").key;
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова").key;
    desk.accept(&[she, quote]);
    let he = desk.one(SuggestionKind::Person, "Нұрлан Сейітов").key;
    desk.home.archive.reject_suggestion(&version, &he).unwrap();
    let before = desk.record();
    desk.edit(
        "Салтанатты жиынға",
        "Бүгін өткен салтанатты жиынға облыстың",
    );
    let after = desk.record();
    assert_eq!(after.cast, before.cast);
    assert_eq!(after.decisions, before.decisions);
    let said = |record: &ArticleRecord| -> Vec<String> {
        let version = &record.versions[0];
        let marked = version.mentions.iter().map(|mention| mention.text.clone());
        marked
            .chain(version.quotes.iter().map(|quote| quote.text.clone()))
            .collect()
    };
    assert_eq!(said(&after), said(&before));
    let open = desk.open();
    assert_eq!(names(&open, SuggestionKind::Person), [""; 0]);
    assert_eq!(names(&open, SuggestionKind::Quote), [""; 0]);
    // the same text gives the same suggestions in the same order: nothing flickers
    assert_eq!(open, desk.open());
}

/// A person of the text with two positions.
const TWO_POSTS: &str = "Хабар\nЖиынды «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова ашты. Жетісу университетінің ректоры Сәуле Омарова студенттерді құттықтады.";

#[test]
fn all_positions_stay_when_one_is_edited_first() {
    let mut desk = Desk::new(TWO_POSTS);
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    assert_eq!(she.positions.len(), 2, "{she:?}");
    let edited = "«Ерлік» бірлестігінің төрағасы".to_owned();
    let positions = vec![edited.clone(), she.positions[1].clone()];
    let tag = TagSpan {
        version: desk.version(),
        start: she.spans[0].start,
        end: she.spans[0].end,
        kind: TagKind::Person,
        party: None,
        name: she.name.clone(),
        roles: she.roles.clone(),
        positions: positions.clone(),
        on_behalf_of: she.on_behalf_of.clone(),
        everywhere: true,
        replaces: None,
    };
    desk.home.archive.tag_span(&tag).unwrap();
    let cast = desk.record().cast.remove(0);
    let printed: Vec<&str> = cast.positions.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(printed, positions);
    let mut roles = she.roles;
    roles.sort_unstable();
    assert_eq!(cast.roles, roles);
}

fn accept_all() -> Intake {
    Intake {
        accept: true,
        ..Intake::default()
    }
}

/// Namesakes refuse no release: who is not sure is a new record, and that is told.
#[test]
fn namesakes_are_new_records_where_all_is_accepted() {
    let mut home = home();
    let mut make = |kind, name| home.archive.add_party(kind, name).unwrap().value;
    let mut people = Vec::new();
    let mut bodies = Vec::new();
    for _ in 0..2 {
        people.push(make(PartyKind::Person, "Сәуле Омарова"));
        bodies.push(make(PartyKind::Organisation, "«Ерлік» қоғамдық бірлестігі"));
    }
    let added = home
        .archive
        .add_text("a.txt", RELEASE.as_bytes(), &accept_all())
        .unwrap()
        .value;
    let told: Vec<_> = added
        .doubts
        .iter()
        .map(|doubt| (doubt.kind, doubt.name.as_str(), &doubt.candidates))
        .collect();
    assert_eq!(
        told,
        [
            (TagKind::Person, "Сәуле Омарова", &people),
            (
                TagKind::Organisation,
                "«Ерлік» қоғамдық бірлестігі",
                &bodies
            )
        ]
    );
    let record = home.archive.article(&added.id).unwrap();
    // one new record each, for what stands in the cast and on whose behalf
    let made: Vec<_> = added.doubts.iter().map(|doubt| &doubt.made).collect();
    let she = &record.cast[0];
    assert_eq!(Some(&she.party), made[0].as_ref());
    assert_eq!(&she.on_behalf_of, made[1]);
    assert!(!people.contains(&she.party));
    let body = record
        .parties
        .iter()
        .filter(|party| party.name.contains("Ерлік"));
    assert_eq!(body.count(), 1);
    assert_eq!(
        record.versions[0].quotes[0].speaker.as_ref(),
        Some(&she.party)
    );
}

#[test]
fn a_name_on_record_is_not_suggested_inside_a_longer_one() {
    let mut desk = Desk::new(
        "Хабар\nЖетісу университетінің ректоры Нұрлан Сейітов келді. Онда Жетісу туралы айтылды.",
    );
    let article = desk.home.add("Бірінші\nЖетісу туралы.").id;
    let places = muragat_archive::ArticleEdit {
        places: Some(vec!["Жетісу".to_owned()]),
        ..muragat_archive::ArticleEdit::default()
    };
    desk.home.archive.edit_article(&article, &places).unwrap();
    let place = desk.one(SuggestionKind::Place, "Жетісу");
    let body = desk.record().versions[0].body.clone();
    let second = body.match_indices("Жетісу").nth(1).unwrap().0;
    let start = body[..second].chars().count() as u64;
    let spans: Vec<u64> = place.spans.iter().map(|span| span.start).collect();
    assert_eq!(spans, [start]);
}

/// Everything of a record but what differs between libraries.
fn without_ids(record: &ArticleRecord) -> serde_json::Value {
    fn strip(value: &mut serde_json::Value, names: &std::collections::BTreeMap<String, String>) {
        match value {
            serde_json::Value::Object(map) => {
                map.retain(|key, _| {
                    !["id", "uuid", "created_at", "captured_on"].contains(&key.as_str())
                });
                map.values_mut().for_each(|value| strip(value, names));
            }
            serde_json::Value::Array(all) => {
                all.iter_mut().for_each(|value| strip(value, names));
                // order among equals is that of ids
                all.sort_by_key(std::string::ToString::to_string);
            }
            serde_json::Value::String(text) => {
                if let Some(name) = names.get(text) {
                    text.clone_from(name);
                }
            }
            _ => {}
        }
    }
    let named = record
        .parties
        .iter()
        .map(|party| (party.id.clone(), party.name.clone()));
    let places = record
        .places
        .iter()
        .map(|place| (place.id.clone(), place.name.clone()));
    let versions = record
        .versions
        .iter()
        .map(|version| (version.id.clone(), version.title.clone()));
    let names = named.chain(places).chain(versions).collect();
    let mut value = serde_json::to_value(record).unwrap();
    strip(&mut value, &names);
    value
}

#[test]
fn the_command_lines_accept_and_the_windows_are_one() {
    let shared = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/article/article.txt"
    );
    let mut texts = vec![RELEASE.to_owned(), TWO_POSTS.to_owned(), UNKNOWN.to_owned()];
    texts.push("Открытие музея\nВ открытии принял участие директор музея Людмила Стромская. «Это большой день для города», – сказала Людмила Стромская. Заместитель акима области Нурлан Сейтов вручил директору музея Людмиле Стромской грамоту.".to_owned());
    match std::fs::read(shared) {
        Ok(bytes) => texts.push(String::from_utf8(bytes).unwrap()),
        Err(_) => {
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr(), "skipped: {shared} is not here");
        }
    }
    // whom both libraries know beforehand: one surely, one twice, one by initials
    let known = [
        "Нұрлан Сейітов",
        "Людмила Стромская",
        "Людмила Стромская",
        "С. Омарова",
    ];
    let (mut one, mut other) = (home(), home());
    for name in known {
        for home in [&mut one, &mut other] {
            home.archive.add_party(PartyKind::Person, name).unwrap();
        }
    }
    for text in &texts {
        let added = one
            .archive
            .add_text("release.txt", text.as_bytes(), &accept_all())
            .unwrap()
            .value;
        let same = other.add(text);
        let version = other.archive.article(&same.id).unwrap().versions[0]
            .id
            .clone();
        let open = other.archive.suggestions(&version).unwrap();
        let keys: Vec<String> = open.into_iter().map(|suggestion| suggestion.key).collect();
        let done = other
            .archive
            .accept_suggestions(&version, &keys, None)
            .unwrap()
            .value;
        assert_eq!(
            without_ids(&one.archive.article(&added.id).unwrap()),
            without_ids(&other.archive.article(&same.id).unwrap())
        );
        let names = |doubts: &[muragat_archive::Doubt]| -> Vec<String> {
            doubts.iter().map(|doubt| doubt.name.clone()).collect()
        };
        assert_eq!(names(&added.doubts), names(&done.doubts));
        assert!(other.archive.suggestions(&version).unwrap().is_empty());
        let before = one.archive.article_ids().unwrap().len();
        one.archive.undo(None).unwrap();
        assert_eq!(one.archive.article_ids().unwrap().len(), before - 1);
        one.archive.redo().unwrap();
    }
}
