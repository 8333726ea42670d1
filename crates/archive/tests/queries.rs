//! What a query means, the same among all nouns; what comes first; what is found by a slip of the finger.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home, picture};
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{
    ArticleEdit, Error, EventFields, Heading, ListOrder, ListPage, ListQuery, PartyQuery, Tagging,
    TransferFields, TransferScope,
};

fn query(text: &str) -> ListQuery {
    ListQuery {
        text: Some(text.into()),
        limit: 50,
        order: ListOrder::Relevance,
        similar: true,
        ..ListQuery::default()
    }
}

fn page(home: &Home, text: &str) -> ListPage {
    home.archive.lines(&query(text)).unwrap()
}

fn titles(home: &Home, text: &str) -> Vec<String> {
    page(home, text)
        .rows
        .into_iter()
        .map(|row| row.title)
        .collect()
}

/// One thing of every noun is told by each of these texts.
const TOLD: [&str; 7] = [
    "Пресс-релиз орталығы",
    "Пресс орталығының релиз бөлімі",
    "Дiнмұхамед атындағы қор",
    "Жаңа кітапханашы Айдос Серікұлы",
    "Серікұлы Айдос қоры",
    "5\u{a0}000 адам",
    "Ре\u{ad}форма за\u{301}мок",
];

/// A query and the places in the list that it finds.
const ASKED: [(&str, &[usize]); 16] = [
    ("пресс-релиз", &[0]),
    ("релиз", &[0, 1]),
    ("прессрелиз", &[0]),
    ("пресс релиз", &[0, 1]),
    ("пресс -бөлімі", &[0]),
    ("Дінмұхамедтің", &[2]),
    ("Дiнмұхамед", &[2]),
    ("кітапхан*", &[3]),
    ("«Айдос Серікұлы»", &[3]),
    ("\"Серікұлы Айдос\"", &[4]),
    ("айдос серикулы", &[3, 4]),
    ("5000", &[5]),
    ("5 000", &[5]),
    ("реформасы", &[6]),
    ("замок", &[6]),
    ("🎉", &[]),
];

#[test]
fn the_same_words_mean_the_same_among_all_nouns() {
    let mut home = home();
    for (number, text) in TOLD.iter().enumerate() {
        // the text of a document; its own words alone
        let id = home.add(&format!("Құжат {number}\nМәтін: {text}.")).id;
        let tagging = |kind| Tagging {
            kind,
            name: format!("{text} {number}"),
            role: None,
            position: None,
            on_behalf_of: None,
        };
        let other = home.add(&format!("Басқа {number}\nМәтін жоқ.")).id;
        home.archive
            .tag(&other, &tagging(PartyKind::Person))
            .unwrap();
        home.archive
            .tag(&other, &tagging(PartyKind::Organisation))
            .unwrap();
        let event = EventFields {
            name: Some(format!("{text} {number}")),
            ..EventFields::default()
        };
        home.archive.add_event(&event, None).unwrap();
        home.archive
            .add_unit(None, &format!("Қ{number}"), text)
            .unwrap();
        let file = home.file(
            &format!("{number}.png"),
            &picture(u8::try_from(number).unwrap()),
        );
        home.archive.attach(&id, &[file], Some(text), None).unwrap();
        let fields = TransferFields {
            depositor: Some((*text).into()),
            receiver: Some(format!("Архив {number}")),
            ..TransferFields::default()
        };
        let scope = TransferScope {
            articles: Some(vec![id.clone()]),
            drafts: vec![id],
            query: None,
            ..TransferScope::default()
        };
        home.archive.begin_transfer(&scope, &fields).unwrap();
    }
    for (asked, expected) in ASKED {
        let number = |name: &str| -> usize {
            let digit = name.chars().rev().find(char::is_ascii_digit).unwrap();
            digit.to_digit(10).unwrap() as usize
        };
        let sorted = |mut found: Vec<usize>| {
            found.sort_unstable();
            found
        };
        let all = home.archive.elsewhere(asked, 50).unwrap();
        let documents: Vec<usize> = page(&home, asked)
            .rows
            .iter()
            .filter(|row| row.title.starts_with("Құжат"))
            .map(|row| number(&row.title))
            .collect();
        let parties = |kind| -> Vec<usize> {
            let found = all.parties.iter().filter(|party| party.kind == kind);
            found.map(|party| number(&party.name)).collect()
        };
        assert_eq!(sorted(documents), expected, "documents: {asked}");
        assert_eq!(
            sorted(parties(PartyKind::Person)),
            expected,
            "people: {asked}"
        );
        assert_eq!(
            sorted(parties(PartyKind::Organisation)),
            expected,
            "organisations: {asked}"
        );
        let events = all.events.iter().map(|event| number(&event.name));
        assert_eq!(sorted(events.collect()), expected, "events: {asked}");
        let photos = all.photos.iter().map(|photo| number(&photo.photo.name));
        assert_eq!(sorted(photos.collect()), expected, "photos: {asked}");
        let units = all.units.iter().map(|unit| number(&unit.code));
        assert_eq!(sorted(units.collect()), expected, "units: {asked}");
        let transfers = all.transfers.iter().map(|one| number(&one.receiver.name));
        assert_eq!(sorted(transfers.collect()), expected, "transfers: {asked}");
        // the command's search, typed to its end, finds no less
        if !expected.is_empty() {
            let found = home.archive.search(&query(asked)).unwrap();
            assert_eq!(found.total, page(&home, asked).exact, "{asked}");
        }
    }
}

#[test]
fn a_number_names_its_document_alone() {
    let mut home = home();
    home.archive.add_unit(None, "ЖО", "Облыс әкімдігі").unwrap();
    let ids: Vec<String> = (0..4)
        .map(|number| {
            home.add(&format!(
                "date 2026-01-0{} Құжат {number}\nМәтін, 2026-0003 туралы.",
                number + 1
            ))
            .id
        })
        .collect();
    assert_eq!(titles(&home, "2026-0003"), ["Құжат 2"]);
    assert_eq!(titles(&home, "2026-9999"), Vec::<String>::new());
    // in quotation marks it is words of the text
    assert_eq!(titles(&home, "«2026-0003»").len(), 4);
    // a reference of before
    let moved = ArticleEdit {
        unit: Some("ЖО".into()),
        reference: Some("ЖО/2026-0077".into()),
        outgoing_number: Some("ЖО-1/5-78".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&ids[2], &moved).unwrap();
    assert_eq!(titles(&home, "2026-0003"), ["Құжат 2"]);
    for number in ["жо/2026-0077", "ЖО-2026-0077", "ЖО-1/5-78", "жо-1-5-78"] {
        assert_eq!(titles(&home, number), ["Құжат 2"], "{number}");
    }
    assert_eq!(titles(&home, "ЖО-1/5-79"), Vec::<String>::new());
    // one that is given again is the document's that has it now
    let taken = ArticleEdit {
        reference: Some("2026-0003".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&ids[0], &taken).unwrap();
    assert_eq!(titles(&home, "2026-0003"), ["Құжат 0"]);
    // within its unit a document is called by its own number
    assert_eq!(titles(&home, "2026-0077"), ["Құжат 2"]);
    assert_eq!(titles(&home, "26-0077"), Vec::<String>::new());
    let in_unit = ArticleEdit {
        unit: Some("ЖО".into()),
        reference: Some("ЖО/2026-0003".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&ids[1], &in_unit).unwrap();
    let mut found = titles(&home, "2026-0003");
    found.sort();
    assert_eq!(found, ["Құжат 0", "Құжат 1"]);
    assert_eq!(titles(&home, "ЖО/2026-0003"), ["Құжат 1"]);
}

#[test]
fn a_day_finds_where_it_is_written_and_what_was_published_on_it() {
    let mut home = home();
    home.add("date 2026-02-27 Сол күнгі\nМәтін.");
    home.add("date 2025-01-01 Ол туралы\n27.02.2026 күні өтеді.");
    home.add("date 2025-01-02 Бөлек\n2026 жыл, 02 ай, 27 адам.");
    let mut found = titles(&home, "27.02.2026");
    found.sort();
    assert_eq!(found, ["Ол туралы", "Сол күнгі"]);
    assert_eq!(titles(&home, "2026-02-27"), ["Сол күнгі"]);
}

#[test]
fn what_has_no_word_finds_nothing_and_does_nothing() {
    let mut home = home();
    home.add("Бірінші\nМәтін.");
    home.add("Екінші\nМәтін.");
    for text in ["🎉", "«»", "*", "-", "!!!", "\"\"", "—"] {
        assert_eq!(page(&home, text).total, 0, "{text}");
        assert!(home.archive.facets(&query(text)).unwrap().years.is_empty());
        assert_eq!(home.archive.search(&query(text)).unwrap().total, 0);
    }
    for text in ["🎉", " ", ""] {
        let scope = TransferScope {
            articles: None,
            query: Some(query(text)),
            ..TransferScope::default()
        };
        let refused = home.archive.preview_transfer(&scope);
        assert!(matches!(refused, Err(Error::NoWord { .. })), "{text}");
        let fields = TransferFields {
            depositor: Some("А".into()),
            receiver: Some("Б".into()),
            ..TransferFields::default()
        };
        let refused = home.archive.begin_transfer(&scope, &fields);
        assert!(matches!(refused, Err(Error::NoWord { .. })), "{text}");
        let refused = home.archive.save_search("Бәрі", &query(text));
        assert!(matches!(refused, Err(Error::NoWord { .. })), "{text}");
    }
    assert_eq!(page(&home, " ").total, 2);
}

#[test]
fn what_fits_best_comes_first() {
    let mut home = home();
    // the older the better, so that no date puts them in order
    let body = "Сенбі күні ол туралы айтылды.";
    home.add(&format!(
        "date 2026-01-06 Алтыншы\n{} {body}",
        "көпірдің ".repeat(40)
    ));
    home.add("date 2026-01-05 Бесінші\nСенбі күні көпір туралы айтылды.");
    let named = home.add(&format!("date 2026-01-04 Төртінші\n{body}")).id;
    home.add(&format!("date 2026-01-03 Көпірдің құрылысы\n{body}"));
    home.add(&format!("date 2026-01-02 Жаңа көпір\n{body}"));
    let tagging = Tagging {
        kind: PartyKind::Organisation,
        name: "«Көпір» бірлестігі".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag(&named, &tagging).unwrap();
    let in_order = [
        "Жаңа көпір",
        "Көпірдің құрылысы",
        "Төртінші",
        "Бесінші",
        "Алтыншы",
    ];
    assert_eq!(titles(&home, "көпір"), in_order);
    let found = home.archive.search(&query("көпір")).unwrap();
    let hits: Vec<&str> = found.hits.iter().map(|hit| hit.title.as_str()).collect();
    assert_eq!(hits, in_order);
    let newest = home.archive.search_newest_first(&query("көпір")).unwrap();
    assert_eq!(newest.hits[0].title, "Алтыншы");
    // by date where that is asked
    let by_date = ListQuery {
        order: ListOrder::DateNewest,
        ..query("көпір")
    };
    let rows = home.archive.lines(&by_date).unwrap().rows;
    let dates: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(
        dates,
        [
            "Алтыншы",
            "Бесінші",
            "Төртінші",
            "Көпірдің құрылысы",
            "Жаңа көпір"
        ]
    );
}

#[test]
fn a_slip_of_the_finger_still_finds_below_the_rest_and_says_by_what() {
    let mut home = home();
    home.add("date 2026-01-01 Бірінші\nЖиынды Роза Ақжаркенованың өзі ашты.");
    let id = home.add("date 2026-01-02 Екінші\nТекст.").id;
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag(&id, &tagging).unwrap();
    home.add("date 2026-01-03 Үшінші\nАқжаркен деген ауыл.");
    for text in [
        "Ақжаркеноова",
        "Ақжркенова",
        "Акжарекнова",
        "Ақжаркинованың",
    ] {
        let page = page(&home, text);
        assert_eq!((page.total, page.exact), (1, 0), "{text}");
        assert_eq!(page.similar, ["Ақжаркенованың"], "{text}");
        assert_eq!(page.rows[0].title, "Бірінші");
        let id = &page.rows[0].id;
        let snippet = &home
            .archive
            .snippets(text, std::slice::from_ref(id))
            .unwrap()[0];
        assert_eq!(snippet.matches.len(), 1, "{text}");
    }
    let people = PartyQuery {
        text: Some("Омаорва".into()),
        limit: 5,
        ..PartyQuery::default()
    };
    let people = home.archive.parties(&people).unwrap();
    assert_eq!(
        (people.total, people.similar),
        (1, vec!["Омарова".to_owned()])
    );
    let page = page(&home, "Омаорва сәуле");
    assert_eq!((page.total, page.exact), (1, 0));
    assert_eq!(page.similar, ["Омарова"]);
    // below what has the word itself
    home.add("date 2020-01-03 Төртінші\nАхметовтың үйі.");
    home.add("date 2026-01-04 Бесінші\nАхмедовтың үйі.");
    assert_eq!(titles(&home, "Ахметов"), ["Төртінші", "Бесінші"]);
    let found = home.archive.search(&query("Ахметов")).unwrap();
    assert_eq!((found.total, found.similar.total), (1, 1));
    assert_eq!(found.hits[0].title, "Төртінші");
    assert_eq!(found.similar.hits[0].title, "Бесінші");
    assert_eq!(found.facets.years.len(), 1);
    // likenesses are shown, nothing is done to them unasked
    let scope = TransferScope {
        articles: None,
        query: Some(query("Ахметов")),
        ..TransferScope::default()
    };
    let preview = home.archive.preview_transfer(&scope).unwrap();
    // a draft that nobody named stays out, and is told
    assert_eq!((preview.articles, preview.left_drafts.len()), (0, 1));
    // a word that is gone is nothing that was meant
    home.archive.delete_article(&id).unwrap();
    assert_eq!(titles(&home, "Текстт"), Vec::<String>::new());
}

#[test]
fn entries_of_an_older_program_are_made_anew() {
    let mut home = home();
    home.add("Бірінші\nКөпір ашылды.");
    let id = home.add("Екінші\nКөпір жабылды.").id;
    home.archive
        .set_heading(&id, Heading::Subject, "Жол", true)
        .unwrap();
    let sql = rusqlite::Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
    sql.execute_batch(
        "UPDATE search_entry SET digest = ''; UPDATE party_entry SET terms = '';
         INSERT INTO search_text (search_text) VALUES ('delete-all'); DELETE FROM search_word;
         UPDATE subject SET sort_key = x'00';",
    )
    .unwrap();
    drop(sql);
    assert_eq!(home.archive.entries_due().unwrap(), 2);
    assert_eq!(page(&home, "көпір").total, 0);
    let mut told = Vec::new();
    home.archive
        .make_entries(&mut |progress| {
            told.push((progress.done, progress.total));
            true
        })
        .unwrap();
    assert_eq!(told, [(0, 2), (2, 2)]);
    assert_eq!(home.archive.entries_due().unwrap(), 0);
    assert_eq!(page(&home, "көпір").total, 2);
    assert_eq!(page(&home, "көппір").similar.len(), 1);
    let checked = home.archive.check(&mut |_| true).unwrap();
    assert!(checked.problems.is_empty(), "{:?}", checked.problems);
    // stopped, it leaves the library as it was
    home.archive.make_entries(&mut |_| false).unwrap();
}

#[test]
fn places_in_a_text_before_ones_eyes() {
    let text = "Жаңа кітапхана ашылды. Кітапхананың есігі жаңа.";
    let words = |sought: &str| -> Vec<String> {
        muragat_archive::places_in_text(text, sought)
            .into_iter()
            .map(|(start, end)| text.chars().skip(start).take(end - start).collect())
            .collect()
    };
    assert_eq!(words("кітапх"), ["кітапхана", "Кітапхананың"]);
    assert_eq!(words("жана китапхана"), ["Жаңа кітапхана"]);
    assert_eq!(words("есік жаңа"), ["есігі жаңа"]);
    assert_eq!(words("!"), Vec::<String>::new());
}
