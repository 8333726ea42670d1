//! What stands beside a search: every facet narrows the list, snippets, matches, saved searches, vocabulary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, home};
use muragat_archive::record::terms::{PartyKind, Relation, State};
use muragat_archive::{
    ArticleEdit, Error, Heading, ListOrder, ListQuery, NewVersion, Overview, Tagging,
};

fn library() -> Home {
    let mut home = home();
    let first = home.add(RELEASE);
    let second =
        home.add("date 2025-06-01 Су тасқынына қарсы штаб\nОтырыста Нұрлан Сейітов айтты.");
    home.add("date 2024-02-02 Министр посетил область\nМинистр осмотрел новую больницу и встретился с врачами.");
    for (id, name) in [
        (&first.id, "Нұрлан Сейітов"),
        (&first.id, "Сәуле Омарова"),
        (&second.id, "Нұрлан Сейітов"),
    ] {
        let tagging = Tagging {
            kind: PartyKind::Person,
            name: name.into(),
            role: None,
            position: None,
            on_behalf_of: Some("Жетісу университеті".into()),
        };
        home.archive.tag(id, &tagging).unwrap();
    }
    for (heading, name) in [
        (Heading::Subject, "Мәдениет"),
        (Heading::Place, "Талдықорған"),
        (Heading::Event, "Кітапхана ашылуы"),
    ] {
        home.archive
            .set_heading(&first.id, heading, name, true)
            .unwrap();
    }
    home.archive.register(&first.id).unwrap();
    home
}

fn total(home: &Home, query: &ListQuery) -> u64 {
    home.archive.lines(query).unwrap().total
}

#[test]
fn the_position_of_an_article_is_its_row() {
    let home = library();
    let orders = [
        ListOrder::DateNewest,
        ListOrder::Title,
        ListOrder::Reference,
    ];
    for order in orders {
        for text in [None, Some("Нұрлан".to_owned())] {
            let query = ListQuery {
                order,
                text,
                limit: 100,
                ..ListQuery::default()
            };
            let rows = home.archive.lines(&query).unwrap().rows;
            assert!(rows.len() > 1);
            for (at, row) in rows.iter().enumerate() {
                let position = home.archive.position(&query, &row.id).unwrap();
                assert_eq!(position, Some(at as u64), "{order:?} {}", row.title);
            }
        }
    }
    let drafts = ListQuery {
        state: Some(State::Draft),
        ..ListQuery::default()
    };
    let all = ListQuery {
        limit: 100,
        ..ListQuery::default()
    };
    let rows = home.archive.lines(&all).unwrap().rows;
    let registered = rows.iter().find(|row| row.state == State::Registered);
    let id = &registered.unwrap().id;
    assert_eq!(home.archive.position(&drafts, id).unwrap(), None);
}

#[test]
fn what_is_being_corrected_is_among_the_drafts() {
    let mut home = library();
    let drafts = ListQuery {
        unregistered: true,
        limit: 100,
        ..ListQuery::default()
    };
    let before = home.archive.overview().unwrap().drafts;
    assert_eq!(total(&home, &drafts), before);
    let all = ListQuery {
        limit: 100,
        ..ListQuery::default()
    };
    let rows = home.archive.lines(&all).unwrap().rows;
    let registered = rows.iter().find(|row| row.state == State::Registered);
    let registered = registered.unwrap();
    assert!(!registered.corrected);
    let record = home.archive.article(&registered.id).unwrap();
    let correction = NewVersion {
        of: record.versions[0].id.clone(),
        relation: Relation::Corrects,
        language: "kk".into(),
        text: None,
    };
    home.archive.new_version(&correction).unwrap();
    assert_eq!(home.archive.overview().unwrap().drafts, before + 1);
    assert_eq!(total(&home, &drafts), before + 1);
    assert!(home.archive.line(&registered.id).unwrap().corrected);
    home.archive.register(&registered.id).unwrap();
    assert_eq!(total(&home, &drafts), before);
    assert!(!home.archive.line(&registered.id).unwrap().corrected);
}

#[test]
fn every_facet_narrows_the_list_to_what_it_counts() {
    let home = library();
    let facets = home.archive.facets(&ListQuery::default()).unwrap();
    let none = ListQuery::default();
    assert_eq!(facets.years.len(), 3);
    // counted from the tables or from what was gathered, it is the same
    let gathered = home.archive.search(&ListQuery::default()).unwrap().facets;
    assert_eq!(facets, gathered);
    let mut seen = 0;
    for count in facets.people.iter().chain(&facets.organisations) {
        let query = ListQuery {
            parties: vec![count.id.clone()],
            ..none.clone()
        };
        assert_eq!(total(&home, &query), count.count, "{}", count.name);
        seen += 1;
    }
    for count in &facets.subjects {
        let query = ListQuery {
            subject: Some(count.id.clone()),
            ..none.clone()
        };
        assert_eq!(total(&home, &query), count.count, "{}", count.name);
        seen += 1;
    }
    for count in &facets.places {
        let query = ListQuery {
            place: Some(count.id.clone()),
            ..none.clone()
        };
        assert_eq!(total(&home, &query), count.count, "{}", count.name);
        seen += 1;
    }
    for line in &facets.states {
        let query = ListQuery {
            state: Some(line.state),
            ..none.clone()
        };
        assert_eq!(total(&home, &query), line.count, "{:?}", line.state);
        seen += 1;
    }
    for line in &facets.languages {
        let query = ListQuery {
            language: Some(line.language.clone()),
            ..none.clone()
        };
        assert_eq!(total(&home, &query), line.count, "{}", line.language);
        seen += 1;
    }
    // two persons, an organisation, a subject, a place, two states, two languages
    assert_eq!(seen, 9, "{facets:?}");
    assert_eq!(facets.states[1].state, State::Registered);
    let both = ListQuery {
        parties: facets.people.iter().map(|count| count.id.clone()).collect(),
        ..none.clone()
    };
    assert_eq!(total(&home, &both), 1);
    let first = home.archive.lines(&both).unwrap().rows;
    assert!(first.is_empty(), "a page of nothing: {first:?}");
    let event = home
        .archive
        .article(&home.archive.article_ids().unwrap()[0])
        .unwrap()
        .events[0]
        .id
        .clone();
    let of_event = ListQuery {
        event: Some(event),
        ..none
    };
    assert_eq!(total(&home, &of_event), 1);
    // the facets of a narrowed list are of the narrowed list
    let narrowed = home.archive.facets(&of_event).unwrap();
    assert_eq!((narrowed.years.len(), narrowed.languages[0].count), (1, 1));
}

#[test]
fn a_word_half_typed_is_found_in_list_facets_snippets_and_text_alike() {
    let home = library();
    let query = ListQuery {
        text: Some("больни".into()),
        limit: 5,
        ..ListQuery::default()
    };
    let page = home.archive.lines(&query).unwrap();
    assert_eq!(page.total, 1);
    assert_eq!(home.archive.facets(&query).unwrap().years[0].year, 2024);
    let id = page.rows[0].id.clone();
    let snippets = home
        .archive
        .snippets("больни", &[id.clone(), "gone".into()])
        .unwrap();
    assert_eq!(snippets.len(), 1);
    let (start, end) = snippets[0].matches[0];
    let word: String = snippets[0]
        .text
        .chars()
        .skip(start)
        .take(end - start)
        .collect();
    assert_eq!(word, "больницу");
    let version = home.archive.article(&id).unwrap().versions[0].clone();
    let spans = home.archive.matches(&version.id, "врач больниц").unwrap();
    let words: Vec<String> = spans
        .iter()
        .map(|(start, end)| {
            version
                .body
                .chars()
                .skip(*start)
                .take(end - start)
                .collect()
        })
        .collect();
    assert_eq!(words, ["больницу", "врачами"]);
}

#[test]
fn a_saved_search_keeps_what_it_asks_and_counts_what_it_finds() {
    let mut home = library();
    let query = ListQuery {
        text: Some("министр".into()),
        year: Some(2024),
        offset: 40,
        limit: 20,
        ..ListQuery::default()
    };
    let id = home.archive.save_search(" Министр  2024 ", &query).unwrap();
    let other = home
        .archive
        .save_search("Бәрі", &ListQuery::default())
        .unwrap()
        .value;
    let lines = home.archive.saved_searches().unwrap();
    let named: Vec<(&str, u64)> = lines
        .iter()
        .map(|line| (line.name.as_str(), line.articles))
        .collect();
    assert_eq!(named, [("Бәрі", 3), ("Министр 2024", 1)]);
    assert_eq!(lines[1].query.year, Some(2024));
    assert!(matches!(
        home.archive.rename_search(&other, "Министр 2024"),
        Err(Error::NameTaken { .. })
    ));
    assert!(matches!(
        home.archive.rename_search(&other, " "),
        Err(Error::NameEmpty)
    ));
    home.archive.delete_search(&id.value).unwrap();
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.saved_searches().unwrap().len(), 2);
    while home.archive.undo(None).is_ok() {}
    assert_eq!(home.archive.saved_searches().unwrap().len(), 0);
}

#[test]
fn vocabulary_offers_the_most_used_first_after_what_begins_so() {
    let mut home = library();
    let ids = home.archive.article_ids().unwrap();
    for (id, kind) in ids
        .iter()
        .zip(["Хабарлама", "баспасөз хабары", "баспасөз хабары"])
    {
        let edit = ArticleEdit {
            kind: Some(kind.into()),
            ..ArticleEdit::default()
        };
        home.archive.edit_article(id, &edit).unwrap();
    }
    assert_eq!(
        home.archive.vocabulary("kind", "").unwrap(),
        ["баспасөз хабары", "Хабарлама"]
    );
    assert_eq!(
        home.archive.vocabulary("kind", "ХАБАР").unwrap(),
        ["Хабарлама", "баспасөз хабары"]
    );
    assert_eq!(
        home.archive.vocabulary("place", "").unwrap(),
        ["Талдықорған"]
    );
    assert!(matches!(
        home.archive.vocabulary("sqlite_master", ""),
        Err(Error::ValueInvalid { .. })
    ));
}

#[test]
fn the_overview_counts() {
    let home = library();
    let rows = home.archive.lines(&ListQuery {
        limit: 10,
        ..ListQuery::default()
    });
    let is_open = |id: &str| {
        let record = home.archive.article(id).unwrap();
        let mut versions = record.versions.iter();
        versions.any(|version| !home.archive.suggestions(&version.id).unwrap().is_empty())
    };
    let suggested = rows
        .unwrap()
        .rows
        .iter()
        .filter(|row| is_open(&row.id))
        .count();
    assert_eq!(suggested, 1);
    assert_eq!(
        home.archive.overview().unwrap(),
        Overview {
            articles: 3,
            in_tray: 3,
            drafts: 2,
            suggested: 1,
            photos: 0,
            photos_without_credit: 0,
            people: 2,
            organisations: 1,
            events: 1,
        }
    );
}

#[test]
fn a_unit_whose_title_begins_with_its_code_is_named_once() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    for (code, title, name) in [
        ("2026", "2026 жыл", "2026 жыл"),
        ("2025", "2025", "2025"),
        ("20", "2024 жыл", "20 2024 жыл"),
    ] {
        let unit = home.archive.add_unit(None, code, title).unwrap().value;
        home.archive
            .move_articles(std::slice::from_ref(&id), Some(&unit))
            .unwrap();
        let facets = home.archive.facets(&ListQuery::default()).unwrap();
        let names: Vec<_> = facets.units.iter().map(|unit| unit.name.as_str()).collect();
        assert_eq!(names, [name]);
    }
}
