//! Names of people and bodies: by surname, their parts, their forms, and whom one may be the same as.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, form_of, home};
use muragat_archive::record::terms::{NameKind, PartyKind};
use muragat_archive::{
    Archive, ListQuery, NameFields, PartyFields, PartyLine, PartyOrder, PartyQuery, Shown, Tagging,
};

fn all(_: muragat_archive::Progress) -> bool {
    true
}

fn person(home: &mut Home, name: &str) -> String {
    home.archive
        .add_party(PartyKind::Person, name)
        .unwrap()
        .value
}

fn asked(order: PartyOrder) -> PartyQuery {
    PartyQuery {
        kind: Some(PartyKind::Person),
        order,
        limit: 50,
        ..PartyQuery::default()
    }
}

fn listed(archive: &Archive) -> Vec<String> {
    let page = archive.parties(&asked(PartyOrder::Surname)).unwrap();
    page.rows.into_iter().map(|line| line.listed).collect()
}

fn line(archive: &Archive, id: &str) -> PartyLine {
    archive.party(id).unwrap().line
}

#[test]
fn people_stand_by_surname_in_the_kazakh_order() {
    let mut home = home();
    for name in [
        "Айгерім Ахметова",
        "Сәуле Әбілова",
        "Ерлан Бекұлы",
        "Бейбіт Өксікбайұлы Исабаев",
        "Роза",
        "Қайрат Қасымов",
        "Жанар Келменова",
    ] {
        person(&mut home, name);
    }
    assert_eq!(
        listed(&home.archive),
        [
            "Ахметова Айгерім",
            "Әбілова Сәуле",
            "Бекұлы Ерлан",
            "Исабаев Бейбіт Өксікбайұлы",
            "Келменова Жанар",
            "Қасымов Қайрат",
            "Роза"
        ]
    );
    let written = home.archive.parties(&asked(PartyOrder::Name)).unwrap();
    assert_eq!(written.rows[0].name, "Айгерім Ахметова");
    assert_eq!(written.rows[1].name, "Бейбіт Өксікбайұлы Исабаев");
    // letters lead to the first name that begins with them, or to the next one
    for (order, letters, row) in [
        (PartyOrder::Surname, "ә", 1),
        (PartyOrder::Surname, "Қа", 5),
        (PartyOrder::Surname, "г", 3),
        (PartyOrder::Surname, "я", 7),
        (PartyOrder::Name, "бей", 1),
    ] {
        let found = home.archive.party_row(&asked(order), letters).unwrap();
        assert_eq!(found, row, "{letters}");
    }
}

#[test]
fn an_archivist_says_which_word_is_the_surname_and_takes_it_back() {
    let mut home = home();
    let id = person(&mut home, "Нұрлан Бек Сапар");
    let page = home.archive.party(&id).unwrap();
    assert!(!page.parts.unwrap().sure);
    assert_eq!(line(&home.archive, &id).listed, "Сапар Нұрлан Бек");
    let fields = PartyFields {
        surname: Some("Бек".into()),
        patronymic: Some("Асқарұлы".into()),
        ..PartyFields::default()
    };
    home.archive.edit_party(&id, &fields).unwrap();
    let page = home.archive.party(&id).unwrap();
    assert_eq!(page.line.listed, "Бек Нұрлан Сапар Асқарұлы");
    assert!(page.parts.unwrap().sure);
    assert_eq!(listed(&home.archive), ["Бек Нұрлан Сапар Асқарұлы"]);
    home.archive.undo(None).unwrap();
    assert_eq!(listed(&home.archive), ["Сапар Нұрлан Бек"]);
    home.archive.redo().unwrap();
    let none = PartyFields {
        surname: Some(String::new()),
        ..PartyFields::default()
    };
    home.archive.edit_party(&id, &none).unwrap();
    assert_eq!(line(&home.archive, &id).listed, "Сапар Нұрлан Бек Асқарұлы");
    let body = home
        .archive
        .add_party(PartyKind::Organisation, "Ерлік")
        .unwrap()
        .value;
    assert!(home.archive.edit_party(&body, &fields).is_err());
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn a_form_has_a_kind_and_dates_and_the_list_tells_former_ones() {
    let mut home = home();
    home.add("Жаңа мектеп\nЖиынға Айгерім Ахметова қатысты.\n");
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Айгерім Ахметова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag("2026-0001", &tagging).unwrap();
    let record = home.archive.article("2026-0001").unwrap();
    let id = record.cast[0].party.clone();
    let former = NameFields {
        form: "Айгерім Серікова".into(),
        language: Some("kk".into()),
        kind: Some(NameKind::Former),
        date_from: None,
        date_to: Some("2019-06".into()),
    };
    let form = home.archive.add_party_name(&id, &former).unwrap().value;
    let official = NameFields {
        form: "Ахметова Айгерім Серікқызы".into(),
        kind: Some(NameKind::Official),
        ..NameFields::default()
    };
    home.archive.add_party_name(&id, &official).unwrap();
    // the patronymic is known from the official form
    let shown = line(&home.archive, &id);
    assert_eq!(shown.listed, "Ахметова Айгерім Серікқызы");
    assert_eq!(shown.former.as_deref(), Some("Серікова"));
    let found = |archive: &Archive, text: &str| {
        let query = ListQuery {
            text: Some(text.into()),
            limit: 9,
            ..ListQuery::default()
        };
        archive.lines(&query).unwrap().total
    };
    assert_eq!(found(&home.archive, "Серікова"), 1);
    assert_eq!(found(&home.archive, "Серікқызы"), 1);
    for wrong in [
        NameFields {
            date_to: Some("2019-13".into()),
            ..former.clone()
        },
        NameFields {
            date_from: Some("2020".into()),
            ..former.clone()
        },
        NameFields {
            language: Some("қазақша".into()),
            ..former.clone()
        },
    ] {
        assert!(home.archive.edit_party_name(&form, &wrong).is_err());
    }
    let plain = NameFields {
        kind: None,
        ..former
    };
    home.archive.edit_party_name(&form, &plain).unwrap();
    assert_eq!(line(&home.archive, &id).former, None);
    home.archive.undo(None).unwrap();
    assert_eq!(line(&home.archive, &id).former.as_deref(), Some("Серікова"));
    let page = home.archive.party(&id).unwrap();
    let kept = page.record.names.iter().find(|name| name.id == form);
    assert_eq!(kept.unwrap().date_to.as_deref(), Some("2019-06"));
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

fn pairs(archive: &Archive, kind: PartyKind) -> Vec<(String, String, String)> {
    let name = |id: &str| archive.party(id).unwrap().record.name;
    archive
        .doubles(kind, &mut |_| true)
        .unwrap()
        .iter()
        .map(|pair| {
            let why = pair.reasons[0].code.as_str().to_owned();
            (name(&pair.one), name(&pair.other), why)
        })
        .collect()
}

#[test]
fn likely_doubles_come_once_the_likeliest_first_and_stay_away_once_told_apart() {
    let mut home = home();
    let full = person(&mut home, "Бейбіт Исабаев");
    let short = person(&mut home, "Б. Исабаев");
    person(&mut home, "Бейбіт Исабаева");
    person(&mut home, "Нұрлан Исабаев");
    let slip = person(&mut home, "Бейбіт Исабев");
    home.archive
        .add_party_name(&slip, &form_of("Исабаев Бейбіт", None))
        .unwrap();
    let found = pairs(&home.archive, PartyKind::Person);
    let why: Vec<&str> = found.iter().map(|(_, _, why)| why.as_str()).collect();
    // of a pair that is alike in two ways the stronger one is told
    assert_eq!(
        why,
        ["name-form", "same-surname-initial", "same-surname-initial"]
    );
    assert!(pairs(&home.archive, PartyKind::Organisation).is_empty());
    // those of one name are to be had before all are looked through
    let of_one_name = home.archive.doubles_of_one_name(PartyKind::Person).unwrap();
    let all_of_it = home.archive.doubles(PartyKind::Person, &mut |_| true);
    assert_eq!(of_one_name, all_of_it.unwrap()[..1]);
    let bodies = home.archive.doubles_of_one_name(PartyKind::Organisation);
    assert_eq!(bodies.unwrap(), []);
    home.archive.tell_apart(&short, &full).unwrap();
    assert_eq!(pairs(&home.archive, PartyKind::Person).len(), 2);
    let similar = |archive: &Archive, of: &str, other: &str| {
        let page = archive.party(of).unwrap();
        page.similar.iter().any(|one| one.id == other)
    };
    assert!(!similar(&home.archive, &full, &short));
    // twice is once
    let again = home.archive.tell_apart(&full, &short).unwrap();
    assert_eq!(again.op, None);
    home.archive.undo(None).unwrap();
    assert!(similar(&home.archive, &full, &short));
    assert_eq!(pairs(&home.archive, PartyKind::Person).len(), 3);
    home.archive.redo().unwrap();
    // an archivist may change his mind; undo brings back that he had not
    home.archive.merge_parties(&full, &short).unwrap();
    assert_eq!(pairs(&home.archive, PartyKind::Person).len(), 1);
    home.archive.undo(None).unwrap();
    assert_eq!(pairs(&home.archive, PartyKind::Person).len(), 2);
    assert!(home.archive.tell_apart(&full, &full).is_err());
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn after_a_merge_is_undone_one_looks_at_the_party_that_had_stayed() {
    let mut home = home();
    home.add("Жаңа мектеп\nЖиынға Н. Сейітов қатысты.\n");
    let into = person(&mut home, "Нұрлан Сейітов");
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Н. Сейітов".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag("2026-0001", &tagging).unwrap();
    let from = home.archive.article("2026-0001").unwrap().cast[0]
        .party
        .clone();
    for (stays, goes) in [(&into, &from), (&from, &into)] {
        home.archive.merge_parties(stays, goes).unwrap();
        let shown = home.archive.undo(None).unwrap().value.shows;
        assert_eq!(shown, Some(Shown::Party(stays.clone())));
    }
}
