//! Datings in records: typed, put in order, found by year; and the clocks of history.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::home;
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{
    Archive, ArticleEdit, DateReading, Error, EventFields, HistoryFilter, HistoryOf, ListQuery,
    PartyFields, PartyOrder, PartyQuery, Tagging, UnitFields, Warning,
};

fn dated(archive: &mut Archive, id: &str, date: &str) -> Result<Option<String>, Error> {
    let edit = ArticleEdit {
        publication_date: Some(date.into()),
        ..ArticleEdit::default()
    };
    archive.edit_article(id, &edit)?;
    Ok(archive.article(id)?.publication_date)
}

#[test]
fn a_date_is_kept_as_it_is_meant_however_it_is_typed() {
    let mut home = home();
    let id = home.add("Мұражай\nМәтін").id;
    for (typed, kept) in [
        ("28.2.26", "2026-02-28"),
        ("28 февраля 2026", "2026-02-28"),
        ("ок. 1998", "1998~"),
        ("1998?", "1998?"),
        ("12–14 наурыз 2026", "2026-03-12/2026-03-14"),
        ("1990 жылдары", "199X"),
        ("1950 жылға дейін", "[..1950]"),
        ("1998 – н. в.", "1998/.."),
        ("2026-02", "2026-02"),
    ] {
        let date = dated(&mut home.archive, &id, typed).unwrap();
        assert_eq!(date.as_deref(), Some(kept), "{typed}");
    }
    assert_eq!(dated(&mut home.archive, &id, "").unwrap(), None);
    assert_eq!(
        dated(&mut home.archive, &id, "03.04.05")
            .unwrap_err()
            .code(),
        "date_ambiguous"
    );
    assert_eq!(
        dated(&mut home.archive, &id, "кеше").unwrap_err().code(),
        "value_invalid"
    );
    let whole = ArticleEdit {
        captured_on: Some("ақпан 2026".into()),
        ..ArticleEdit::default()
    };
    assert!(home.archive.edit_article(&id, &whole).is_err());
    assert_eq!(
        DateReading::of("03.04.05").datings,
        ["2005-04-03", "2003-04-05"]
    );
}

#[test]
fn a_date_that_is_searched_finds_what_is_dated_so_or_has_its_words() {
    let mut home = home();
    let day = home.add("Күні бар\nМәтін").id;
    let month = home.add("Айы бар\nМәтін").id;
    let told = home.add("Сөзі бар\nКездесу 2026 жылғы 12 мамырда өтеді").id;
    dated(&mut home.archive, &day, "12.05.2026").unwrap();
    dated(&mut home.archive, &month, "мамыр 2026").unwrap();
    dated(&mut home.archive, &told, "1.4.2026").unwrap();
    let finds = |words: &str| -> Vec<String> {
        let query = ListQuery {
            text: Some(words.into()),
            limit: 10,
            ..ListQuery::default()
        };
        let lines = home.archive.lines(&query).unwrap().rows;
        lines.into_iter().map(|line| line.id).collect()
    };
    for words in [
        "12 мамыр 2026",
        "2026 жылғы 12 мамыр",
        "12 мая 2026",
        "2026-05-12",
    ] {
        let found = finds(words);
        assert!(
            found.contains(&day) && !found.contains(&month),
            "{words}: {found:?}"
        );
    }
    assert!(finds("12 мамыр 2026").contains(&told));
    for words in [
        "мамыр 2026",
        "2026 жылғы мамыр",
        "2026-05",
        "май 2026",
        "May 2026",
    ] {
        let found = finds(words);
        assert!(
            found.contains(&day) && found.contains(&month),
            "{words}: {found:?}"
        );
    }
    assert!(finds("2026 жыл").len() == 3 && finds("2025 жыл").is_empty());
    assert!(finds("мамыр 2026 -күні").contains(&month));
    assert!(finds("маусым 2026").is_empty());
}

#[test]
fn every_noun_with_a_date_takes_one() {
    let mut home = home();
    let archive = &mut home.archive;
    let event = archive
        .add_event(
            &EventFields {
                name: Some("Жәрмеңке".into()),
                date: Some("көктем 1998".into()),
                ..EventFields::default()
            },
            None,
        )
        .unwrap()
        .value;
    assert_eq!(
        archive.event(&event).unwrap().record.date.as_deref(),
        Some("1998-21")
    );
    let party = archive
        .add_party(PartyKind::Person, "Сәуле Омарова")
        .unwrap()
        .value;
    let born = PartyFields {
        date_from: Some("шамамен 1950 ж.".into()),
        ..PartyFields::default()
    };
    archive.edit_party(&party, &born).unwrap();
    let died = PartyFields {
        date_to: Some("1940".into()),
        ..PartyFields::default()
    };
    assert!(archive.edit_party(&party, &died).is_err());
    let unit = archive.add_unit(None, "ЖО", "Қор").unwrap().value;
    let covering = UnitFields {
        date_from: Some("1990-е".into()),
        date_to: Some("1995".into()),
        ..UnitFields::default()
    };
    archive.edit_unit(&unit, &covering).unwrap();
}

#[test]
fn datings_stand_in_order_and_are_found_by_each_of_their_years() {
    let mut home = home();
    let mut ids = std::collections::BTreeMap::new();
    for date in [
        "1998-05-09",
        "199X",
        "1998~",
        "[..1950]",
        "1997/1999",
        "2026",
    ] {
        let id = home.add(&format!("{date} туралы\nМәтін {date}")).id;
        dated(&mut home.archive, &id, date).unwrap();
        ids.insert(id, date);
    }
    let list = |query: &ListQuery| -> Vec<&str> {
        let page = home.archive.lines(query).unwrap();
        page.rows.iter().map(|row| ids[&row.id]).collect()
    };
    let all = ListQuery {
        limit: 50,
        ..ListQuery::default()
    };
    assert_eq!(
        list(&all),
        [
            "2026",
            "1998-05-09",
            "1998~",
            "1997/1999",
            "199X",
            "[..1950]"
        ]
    );
    let facets = home.archive.facets(&all).unwrap();
    let of = |year: i32| {
        let found = facets.years.iter().find(|line| line.year == year);
        found.map_or(0, |line| line.count)
    };
    assert_eq!(
        [of(1998), of(1997), of(1995), of(1950), of(1989)],
        [4, 2, 1, 1, 0]
    );
    for year in [1998, 1997, 1995, 1950] {
        let query = ListQuery {
            year: Some(year),
            ..all.clone()
        };
        assert_eq!(list(&query).len() as u64, of(year), "{year}");
    }
}

#[test]
fn history_is_asked_for_by_person_kind_and_day_and_page() {
    let mut home = home();
    let id = home.add("Мұражай\nМәтін").id;
    for date in ["2024", "2025", "2026"] {
        dated(&mut home.archive, &id, date).unwrap();
        // another field between, so that no sitting joins the two
        let note = ArticleEdit {
            note: Some(date.into()),
            ..ArticleEdit::default()
        };
        home.archive.edit_article(&id, &note).unwrap();
    }
    let all = HistoryOf::Library(true);
    let page = |filter: HistoryFilter, limit: u32| {
        home.archive.history_page(&all, &filter, limit).unwrap()
    };
    let whole = page(HistoryFilter::default(), 100);
    assert_eq!(whole.len(), 7);
    let first = page(HistoryFilter::default(), 3);
    let next = HistoryFilter {
        before: first.last().map(|line| line.op),
        ..HistoryFilter::default()
    };
    assert_eq!(page(next, 100).len(), 4);
    let by = |actor: &str| HistoryFilter {
        actor: Some(actor.into()),
        ..HistoryFilter::default()
    };
    assert_eq!(
        (page(by("Айгүл"), 9).len(), page(by("Басқа"), 9).len()),
        (7, 0)
    );
    let added = HistoryFilter {
        kind: Some("add_article".into()),
        ..HistoryFilter::default()
    };
    assert_eq!(page(added, 9).len(), 1);
    let until = HistoryFilter {
        until: Some("2020-01-01".into()),
        ..HistoryFilter::default()
    };
    assert!(page(until, 9).is_empty());
    let since = HistoryFilter {
        from: Some("2020-01-01".into()),
        ..HistoryFilter::default()
    };
    assert_eq!(page(since, 9).len(), 7);
    let choices = home.archive.history_choices().unwrap();
    assert_eq!(choices.actors, ["Айгүл"]);
    assert!(choices.kinds.contains(&"edit_article".to_owned()));
}

#[test]
fn after_a_clock_that_was_ahead_history_shows_each_machines_own_time() {
    let mut home = home();
    let id = home.add("Мұражай\nМәтін").id;
    // 1 May 2036
    let mut ahead = home.again().with_clock(|| 2_093_212_800_000);
    assert_eq!(ahead.warnings(), [Warning::ClockAhead]);
    dated(&mut ahead, &id, "2024").unwrap();
    assert_eq!(home.archive.warnings(), [Warning::ClockBehind]);
    dated(&mut home.archive, &id, "2025").unwrap();
    let note = ArticleEdit {
        note: Some("бір".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&id, &note).unwrap();
    assert!(home.archive.warnings().is_empty());
    let lines = home.archive.history(None, 9).unwrap();
    let told: Vec<(bool, bool)> = lines
        .iter()
        .map(|line| (line.at.as_str() > "2036", line.clock_went_back))
        .collect();
    // the order is that in which things were done; what went wrong is told once
    assert_eq!(
        told,
        [(false, false), (false, true), (true, false), (false, false)]
    );
    let articles = [id.as_str()].into();
    let provenance = home.archive.provenance(&articles).unwrap();
    let later: Vec<bool> = provenance
        .iter()
        .map(|op| op.at.as_str() > "2036")
        .collect();
    assert_eq!(later, [false, true, false, false]);
}

#[test]
fn typing_in_a_text_is_told_as_the_text_alone() {
    let mut home = home();
    let added = home.add(common::RELEASE);
    let tagging = muragat_archive::Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag(&added.id, &tagging).unwrap();
    let body = home.archive.article(&added.id).unwrap().versions[0]
        .body
        .clone();
    let edit = ArticleEdit {
        body: Some(format!("Бүгін {body}")),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&added.id, &edit).unwrap();
    let line = &home.archive.history(Some(&added.id), 1).unwrap()[0];
    let fields: Vec<_> = line
        .changes
        .iter()
        .map(|change| change.field.as_deref())
        .collect();
    assert_eq!((fields, line.more), (vec![Some("body")], 0));
}

#[test]
fn numbers_and_parties_follow_the_day_of_a_dating_not_its_letters() {
    let mut home = home();
    // by their letters they would stand the other way round
    let dates = ["1990-05-09", "199X", "[..1950]"];
    let people = ["Абай Сейітов", "Болат Омаров", "Дана Әлиева"];
    let body = "Қала әкімдігі";
    let mut ids = Vec::new();
    for (date, person) in dates.iter().zip(people) {
        let id = home.add(&format!("Жиын\n{person} сөйледі.")).id;
        dated(&mut home.archive, &id, date).unwrap();
        let tagging = Tagging {
            on_behalf_of: Some(body.into()),
            kind: PartyKind::Person,
            name: person.into(),
            role: None,
            position: None,
        };
        home.archive.tag(&id, &tagging).unwrap();
        ids.push(id);
    }
    let archive = &mut home.archive;
    archive.add_unit(None, "ЖО", "Қор").unwrap();
    archive.move_articles(&ids, Some("ЖО")).unwrap();
    let number = |id: &String| archive.article(id).unwrap().reference;
    let numbers: Vec<String> = ids.iter().map(number).collect();
    assert_eq!(numbers, ["ЖО/1990-0002", "ЖО/1990-0001", "ЖО/1950-0001"]);

    let latest = PartyQuery {
        kind: Some(PartyKind::Person),
        order: PartyOrder::Latest,
        limit: 10,
        ..PartyQuery::default()
    };
    let listed = archive.parties(&latest).unwrap().rows;
    let names: Vec<&str> = listed.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, people);
    let body = archive.party_named(body).unwrap();
    let spoke = archive.party(&body).unwrap().people;
    let shown: Vec<Option<&str>> = spoke.iter().map(|one| one.date_to.as_deref()).collect();
    assert_eq!(shown, dates.map(Some));
}
