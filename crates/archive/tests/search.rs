//! Finding: any form of a word, any field, facets, the order of the Kazakh alphabet.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, form_of, home, picture};
use muragat_archive::record::terms::{PartyKind, Role};
use muragat_archive::{ArticleEdit, ListOrder, ListQuery, PartyFields, PartyQuery, Tagging};

fn query(text: &str) -> ListQuery {
    ListQuery {
        text: Some(text.into()),
        limit: 50,
        ..ListQuery::default()
    }
}

fn found(home: &Home, text: &str) -> Vec<String> {
    home.archive
        .search(&query(text))
        .unwrap()
        .hits
        .into_iter()
        .map(|hit| hit.title)
        .collect()
}

#[test]
fn a_word_that_a_line_end_cuts_is_found_and_shown_where_it_stands() {
    let mut home = home();
    home.add(
        "date 2026-04-01 Кітапханада жаңа үйірме ашылды\nҚызметкерлер жаңа кітаптармен таныстырып, жиналған оқыр-\n\
         мандарды тағы бір жаңалықпен қуантты. Олар әр сенбі сайын балаларға\n\
         арналған сабақтар өткізетін болды деп хабарлады аудандық кітапхана.",
    );
    for text in [
        "оқырмандарды",
        "оқырмандар",
        "\"жиналған оқырмандарды тағы\"",
        "оқыр",
    ] {
        assert_eq!(found(&home, text).len(), 1, "{text}");
    }
    let hits = home.archive.search(&query("оқырмандарды")).unwrap().hits;
    let (start, end) = hits[0].matches[0];
    let shown = hits[0].snippet.chars().skip(start).take(end - start);
    assert_eq!(shown.collect::<String>(), "оқыр- мандарды");
}

fn library() -> Home {
    let mut home = home();
    let first = home.add(RELEASE);
    home.add("date 2025-06-01 Су тасқынына қарсы штаб отырысы өтті\nОтырыста өңір басшысы тапсырма берді.");
    home.add("date 2026-05-05 Әкім аудандарды аралады\nАудан әкімі мектеп құрылысын көрді. Облыс мектептері туралы айтылды.");
    home.add("date 2024-02-02 Министр посетил область\nМинистр осмотрел новую больницу и встретился с врачами.");
    let tag = Tagging {
        kind: PartyKind::Person,
        name: "Нұрлан Сейітов".into(),
        role: Some(Role::Participant),
        position: Some("Жетісу университетінің ректоры".into()),
        on_behalf_of: Some("Жетісу университеті".into()),
    };
    home.archive.tag(&first.id, &tag).unwrap();
    let photo = home.file("a.png", &picture(7));
    home.archive
        .attach(
            &first.id,
            &[photo],
            Some("Салтанатты лента қию"),
            Some("Фото: Айдос Ермеков"),
        )
        .unwrap();
    home.archive.add_unit(None, "ЖО", "Облыс әкімдігі").unwrap();
    let edit = ArticleEdit {
        unit: Some("ЖО".into()),
        outgoing_number: Some("05-17/223".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&first.id, &edit).unwrap();
    home
}

const LIBRARY: &str = "Қаланың жаңа кітапханасы ашылды";
const AKIM: &str = "Әкім аудандарды аралады";
const MINISTER: &str = "Министр посетил область";

/// What is found by a field follows that field, whichever of them is edited alone.
#[test]
fn each_field_of_an_article_brings_what_is_found_by_it_up_to_date() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let fields = |set: fn(&mut ArticleEdit)| {
        let mut edit = ArticleEdit::default();
        set(&mut edit);
        edit
    };
    for edit in [
        fields(|edit| edit.reference = Some("Қол-1".into())),
        fields(|edit| edit.kind = Some("есеп".into())),
        fields(|edit| edit.outgoing_number = Some("12-07".into())),
        fields(|edit| edit.outgoing_date = Some("2026-03-05".into())),
        fields(|edit| edit.publication_date = Some("2026-03-06".into())),
        fields(|edit| edit.captured_on = Some("2026-03-07".into())),
        fields(|edit| edit.source_url = Some("https://example.kz".into())),
        fields(|edit| edit.rights = Some("еркін".into())),
        fields(|edit| edit.note = Some("ескертпе".into())),
    ] {
        home.archive.edit_article(&id, &edit).unwrap();
        let problems = home.archive.check(&mut |_| true).unwrap().problems;
        assert_eq!(problems, [], "{edit:?}");
    }
    assert_eq!(found(&home, "2026-03-05").len(), 1);
}

#[test]
fn every_field_is_found_in_any_form() {
    let home = library();
    for (text, title) in [
        ("кітапхана", LIBRARY),       // stem of the title
        ("КІТАПХАНАСЫНДА", LIBRARY),  // another ending, capitals
        ("Омароваға", LIBRARY),       // a name in the dative
        ("Сейітовтің", LIBRARY),      // a party in the genitive
        ("университетінен", LIBRARY), // an organisation in the ablative
        ("лента", LIBRARY),           // a caption
        ("Ермековтің", LIBRARY),      // a credit
        ("05-17/223", LIBRARY),       // an outgoing number
        ("ЖО/2026-0001", LIBRARY),    // a reference
        ("мектепте", AKIM),
        ("аким аудандар", AKIM), // typed without Kazakh letters, two words
        ("министра", MINISTER),  // Russian cases
        ("больницы врачам", MINISTER),
    ] {
        assert_eq!(found(&home, text), [title], "{text}");
    }
    assert_eq!(found(&home, "зоопарк"), Vec::<String>::new());
    assert_eq!(found(&home, "кітапхана зоопарк"), Vec::<String>::new());
}

/// Forms of one word each; every article has one of them, once, and nothing else of the word.
const FORMS: [[&str; 8]; 3] = [
    [
        "кітапхана",
        "кітапхананың",
        "кітапханаға",
        "кітапхананы",
        "кітапханада",
        "кітапханадан",
        "кітапханамен",
        "кітапханалар",
    ],
    [
        "Исабаев",
        "Исабаевтың",
        "Исабаевқа",
        "Исабаевты",
        "Исабаевта",
        "Исабаевтан",
        "Исабаевпен",
        "Исабаевтар",
    ],
    [
        "больница",
        "больницы",
        "больнице",
        "больницу",
        "больницей",
        "больниц",
        "больницам",
        "больницами",
    ],
];

#[test]
fn any_form_finds_every_form_and_its_own_first() {
    for forms in FORMS {
        let mut home = home();
        for (day, form) in forms.iter().enumerate() {
            home.add(&format!(
                "date 2026-03-{:02} Хабарлама {day}\nСенбі күні {form} туралы айтылды.",
                day + 1
            ));
        }
        for (day, form) in forms.iter().enumerate() {
            let titles = found(&home, form);
            assert_eq!(titles.len(), forms.len(), "{form}: {titles:?}");
            assert_eq!(titles[0], format!("Хабарлама {day}"), "{form}: {titles:?}");
        }
    }
}

#[test]
fn what_steers_an_index_is_only_text() {
    let home = library();
    for text in [
        "\"",
        "AND",
        "title:x",
        "NEAR(",
        "*",
        "кітапхана\" OR \"a",
        "-",
        "^",
        "{a}",
        "'; DROP TABLE article; --",
    ] {
        home.archive.search(&query(text)).unwrap();
        home.archive.lines(&query(text)).unwrap();
    }
}

#[test]
fn an_unfinished_word_finds_while_one_types() {
    let home = library();
    let titles = |text: &str| -> Vec<String> {
        home.archive
            .lines(&query(text))
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.title)
            .collect()
    };
    assert_eq!(titles("кітапх"), [LIBRARY]);
    assert_eq!(titles("мини"), [MINISTER]);
    assert_eq!(found(&home, "кітапх"), Vec::<String>::new());
}

#[test]
fn snippets_are_true_to_the_text() {
    let home = library();
    let hit = home
        .archive
        .search(&query("ректор"))
        .unwrap()
        .hits
        .remove(0);
    assert!(
        hit.snippet.contains("Жетісу университетінің ректоры"),
        "{}",
        hit.snippet
    );
    let chars: Vec<char> = hit.snippet.chars().collect();
    let (start, end) = hit.matches[0];
    assert_eq!(chars[start..end].iter().collect::<String>(), "ректоры");
}

#[test]
fn facets_count_all_that_match_and_narrow_the_list() {
    let home = library();
    let facets = home.archive.search(&query("")).unwrap().facets;
    assert_eq!(
        facets
            .years
            .iter()
            .map(|y| (y.year, y.count))
            .collect::<Vec<_>>(),
        [(2026, 2), (2025, 1), (2024, 1)]
    );
    assert_eq!(
        facets
            .units
            .iter()
            .map(|u| (u.name.as_str(), u.count))
            .collect::<Vec<_>>(),
        [("ЖО Облыс әкімдігі", 1)]
    );
    assert_eq!(
        facets
            .people
            .iter()
            .map(|p| (p.name.as_str(), p.count))
            .collect::<Vec<_>>(),
        [("Нұрлан Сейітов", 1)]
    );
    assert_eq!(
        facets
            .organisations
            .iter()
            .map(|o| (o.name.as_str(), o.count))
            .collect::<Vec<_>>(),
        [("Жетісу университеті", 1)]
    );
    let by = |query: ListQuery| {
        home.archive
            .lines(&ListQuery { limit: 9, ..query })
            .unwrap()
            .total
    };
    assert_eq!(
        by(ListQuery {
            year: Some(2026),
            ..ListQuery::default()
        }),
        2
    );
    assert_eq!(
        by(ListQuery {
            unit: Some("ЖО".into()),
            ..ListQuery::default()
        }),
        1
    );
    assert_eq!(
        by(ListQuery {
            in_tray: true,
            ..ListQuery::default()
        }),
        3
    );
    assert_eq!(
        by(ListQuery {
            parties: vec![facets.people[0].id.clone()],
            ..ListQuery::default()
        }),
        1
    );
    let none = home
        .archive
        .search(&ListQuery {
            year: Some(2024),
            ..query("кітапхана")
        })
        .unwrap();
    assert_eq!((none.total, none.facets.years.len()), (0, 0));
}

#[test]
fn titles_stand_in_the_order_of_the_kazakh_alphabet() {
    let mut home = home();
    for title in [
        "Яғни",
        "Іс-шара",
        "Ыстық",
        "Һәм",
        "Хабар",
        "Ұлт",
        "Өнер",
        "Облыс",
        "Ңғ",
        "Қала",
        "Кеңес",
        "Ғылым",
        "Гүл",
        "Әкім",
        "Ел",
        "Абай",
        "10-сынып",
        "2-сынып",
    ] {
        home.add(&format!("date 2026-01-01 {title}\nМәтін: {title}"));
    }
    let page = home
        .archive
        .lines(&ListQuery {
            limit: 50,
            order: ListOrder::Title,
            ..ListQuery::default()
        })
        .unwrap();
    let titles: Vec<&str> = page.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "2-сынып",
            "10-сынып",
            "Абай",
            "Әкім",
            "Гүл",
            "Ғылым",
            "Ел",
            "Кеңес",
            "Қала",
            "Ңғ",
            "Облыс",
            "Өнер",
            "Ұлт",
            "Хабар",
            "Һәм",
            "Ыстық",
            "Іс-шара",
            "Яғни"
        ]
    );
    let second = home
        .archive
        .lines(&ListQuery {
            limit: 3,
            offset: 2,
            order: ListOrder::Title,
            ..ListQuery::default()
        })
        .unwrap();
    assert_eq!(second.total, 18);
    assert_eq!(second.rows[0].title, "Абай");
}

#[test]
fn a_party_is_found_by_the_name_it_has_now_and_no_article_is_written_for_it() {
    let mut home = home();
    home.add("Жаңа мектеп\nЖиынға Айгерім Серікова қатысты.\n");
    home.add("Жаңа кітапхана\nКітапхананы Айгерім Серікова ашты.\n");
    let person = Tagging {
        kind: PartyKind::Person,
        name: "Айгерім Серікова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    for reference in ["2026-0001", "2026-0002"] {
        home.archive.tag(reference, &person).unwrap();
    }
    let party = home
        .archive
        .parties(&PartyQuery {
            limit: 1,
            ..PartyQuery::default()
        })
        .unwrap()
        .rows[0]
        .id
        .clone();
    let found = |home: &Home, text: &str| {
        let query = ListQuery {
            text: Some(text.into()),
            limit: 9,
            ..ListQuery::default()
        };
        home.archive.lines(&query).unwrap().total
    };
    assert_eq!(found(&home, "Қасымова"), 0);
    let named = |name: &str| PartyFields {
        name: Some(name.into()),
        ..PartyFields::default()
    };
    home.archive
        .edit_party(&party, &named("Айгерім Қасымова"))
        .unwrap();
    assert_eq!(found(&home, "Қасымованың"), 2);
    assert_eq!(found(&home, "Қасы"), 2);
    let hits = home.archive.search(&query("Қасымоваға")).unwrap();
    assert_eq!((hits.total, hits.facets.people[0].count), (2, 2));
    // one word in the name, the other in the text
    assert_eq!(found(&home, "Қасымова мектеп"), 1);
    home.archive
        .edit_party(&party, &named("Айгерім Оразова"))
        .unwrap();
    assert_eq!(found(&home, "Қасымова"), 0);
    let form = home
        .archive
        .add_party_name(&party, &form_of("Қасымова А.", None))
        .unwrap()
        .value;
    assert_eq!(found(&home, "Қасымова"), 2);
    home.archive.remove_party_name(&form).unwrap();
    assert_eq!(found(&home, "Қасымова"), 0);
    home.archive.undo(None).unwrap();
    assert_eq!(found(&home, "Қасымова"), 2);
    // what stands for a party in an entry cannot be asked for
    assert_eq!(found(&home, "\u{e000}1"), 0);
    assert!(
        home.archive
            .check(&mut |_| true)
            .unwrap()
            .problems
            .is_empty()
    );
}
