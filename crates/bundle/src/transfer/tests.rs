//! The documents of a made-up transfer.

use muragat_archive::record::terms::{Access, State, TransferState};
use muragat_archive::{TransferParty, TransferRecord};

use super::list::{ListedArticle, order};
use super::{Sealed, act, files, inventory};
use crate::paper::document::{Block, Document, TableRow};
use crate::paper::font::Fonts;
use crate::paper::layout::{SHEET, SheetMark, sheets};
use crate::paper::messages::DocumentMessages;
use crate::paper::{page, pdf};

fn transfer() -> TransferRecord {
    TransferRecord {
        id: "01990000-0000-7000-8000-000000000001".into(),
        state: TransferState::Sent,
        act_number: Some("7".into()),
        depositor: TransferParty {
            name: "Көктөбе қаласы әкімдігінің баспасөз қызметі".into(),
            address: Some("Көктөбе қ., Әл-Фараби к-сі, 1".into()),
            person: Some("С. Қ. Омарова".into()),
            position: Some("баспасөз қызметінің басшысы".into()),
        },
        receiver: TransferParty {
            name: "Көктөбе облысының мемлекеттік архиві".into(),
            address: None,
            person: None,
            position: None,
        },
        articles: 3,
        photos: 21,
        left_restricted: 1,
        left_embargoed: 2,
        sent_on: Some("2026-11-08".into()),
        decided_on: None,
        reason: None,
        note: None,
        created_at: "2026-11-02T09:30:15Z".into(),
        files: Vec::new(),
        same_number: 0,
    }
}

fn line(number: usize) -> ListedArticle {
    ListedArticle {
        units: vec![
            ("12".into(), "Қала әкімдігінің баспасөз қызметі".into()),
            ("1".into(), "Тұрақты сақталатын істер".into()),
            ("3".into(), "2026 жылғы хабарламалар".into()),
        ],
        reference: format!("12-1-3/2026-{number:04}"),
        outgoing: None,
        date: Some("2026-03-14".into()),
        titles: vec![
            ("kk".into(), format!("{number}-кітапхана ашылды")),
            ("ru".into(), format!("Открылась библиотека № {number}")),
        ],
        texts: 2,
        photos: 7,
        photos_by_ai: 0,
        state: State::Registered,
        access: (Access::Open, None),
        note: None,
        released_by: None,
    }
}

fn given() -> Vec<ListedArticle> {
    let mut lines = vec![
        ListedArticle {
            units: Vec::new(),
            reference: "2026-0002".into(),
            date: None,
            titles: vec![(
                "kk".into(),
                "Іске тіркелмеген <b>хабарлама</b> & басқа".into(),
            )],
            texts: 1,
            photos: 0,
            photos_by_ai: 0,
            state: State::Draft,
            access: (Access::Restricted, None),
            ..line(2)
        },
        ListedArticle {
            outgoing: Some("03-15/211".into()),
            photos: 14,
            photos_by_ai: 2,
            access: (Access::Embargo, Some("2027-01-31".into())),
            note: Some("түпнұсқасы бөлек сақталады".into()),
            ..line(11)
        },
        line(9),
    ];
    order(&mut lines);
    lines
}

fn sealed() -> Sealed {
    Sealed {
        name: "Тапсыру-7".into(),
        files: 1_204,
        octets: 73_400_320,
        manifest_sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
    }
}

fn documents(language: &str) -> [(&'static str, Document); 2] {
    let messages = DocumentMessages::new(language);
    [
        ("act", act::act(&transfer(), &given(), &sealed(), &messages)),
        (
            "inventory",
            inventory::inventory(&transfer(), &given(), &messages),
        ),
    ]
}

#[test]
fn act_and_inventory_as_pages() {
    for language in ["kk", "ru"] {
        for (name, document) in documents(language) {
            let page = String::from_utf8(page::page(&document)).unwrap();
            insta::assert_snapshot!(format!("{name}.{language}"), page);
        }
    }
}

#[test]
fn what_data_says_is_text() {
    let mut transfer = transfer();
    let evil = "</title><script>alert(1)</script><img src=x onerror=\"alert(1)\">";
    transfer.depositor.name = evil.into();
    transfer.act_number = Some(evil.into());
    let mut lines = given();
    lines[0].note = Some(evil.into());
    for (name, bytes) in files(&transfer, &lines, &sealed(), &DocumentMessages::new("kk")).unwrap()
    {
        if name.ends_with(".html") {
            let page = String::from_utf8(bytes).unwrap();
            assert!(
                !page.contains("<script") && !page.contains("<img"),
                "{name}"
            );
        }
    }
}

#[test]
fn the_same_transfer_gives_the_same_bytes() {
    let kazakh = DocumentMessages::new("kk");
    let one = files(&transfer(), &given(), &sealed(), &kazakh).unwrap();
    assert_eq!(
        one,
        files(&transfer(), &given(), &sealed(), &kazakh).unwrap()
    );
}

#[test]
fn all_names_are_of_one_language() {
    for (language, act, inventory) in [
        ("kk", "акт", "тізімдеме"),
        ("ru", "акт", "опись"),
        ("en", "act", "inventory"),
    ] {
        let messages = DocumentMessages::new(language);
        let made = files(&transfer(), &given(), &sealed(), &messages).unwrap();
        let names: Vec<&str> = made.iter().map(|(name, _)| name.as_str()).collect();
        let wanted: Vec<String> = ["kk", "ru"]
            .iter()
            .flat_map(|of| [act, inventory].map(|name| (name, of)))
            .flat_map(|(name, of)| ["html", "pdf"].map(|end| format!("{name}.{of}.{end}")))
            .collect();
        assert_eq!(names, wanted);
    }
}

/// The texts of marks, and that none leaves the sheet.
fn texts(document: &Document) -> Vec<Vec<String>> {
    let fonts = Fonts::load().unwrap();
    let sheets = sheets(document, &fonts);
    sheets
        .iter()
        .map(|sheet| {
            let mut texts = Vec::new();
            for mark in sheet {
                if let SheetMark::Text {
                    x,
                    y,
                    size,
                    bold,
                    text,
                } = mark
                {
                    let end = x + fonts.weight(*bold).width(text, *size);
                    assert!(*x >= 69.0 && end <= SHEET.0 - 41.0, "{text}: {x}..{end}");
                    assert!(*y > 50.0 && *y < SHEET.1 - 30.0, "{text}: {y}");
                    texts.push(text.clone());
                }
            }
            texts
        })
        .collect()
}

#[test]
fn a_long_inventory_has_its_head_on_each_sheet_and_loses_no_line() {
    let lines: Vec<ListedArticle> = (1..=300).map(line).collect();
    let document = inventory::inventory(&transfer(), &lines, &DocumentMessages::new("ru"));
    let sheets = texts(&document);
    assert!(sheets.len() > 5, "{}", sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        let footer = format!("{} / {}", at + 1, sheets.len());
        assert_eq!(sheet.iter().filter(|text| **text == footer).count(), 1);
        // the last may hold the signature alone
        if at + 1 < sheets.len() {
            assert_eq!(
                sheet.iter().filter(|text| *text == "Примечание").count(),
                1,
                "{at}"
            );
        }
    }
    let all: Vec<&String> = sheets.iter().flatten().collect();
    for number in 1..=300 {
        let reference = format!("12-1-3/2026-{number:04}");
        assert_eq!(
            all.iter().filter(|text| ***text == reference).count(),
            1,
            "{reference}"
        );
    }
    assert!(pdf::pdf(&document).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_row_longer_than_a_sheet_goes_on_on_the_next() {
    let mut lines = given();
    lines[0].note = Some("ескертпе ".repeat(3_000));
    lines[1].titles = vec![("kk".into(), "ә".repeat(20_000))];
    let document = inventory::inventory(&transfer(), &lines, &DocumentMessages::new("kk"));
    let sheets = texts(&document);
    let notes = sheets.iter().flatten().flat_map(|text| text.split(' '));
    assert_eq!(notes.filter(|word| *word == "ескертпе").count(), 3_000);
    assert!(pdf::pdf(&document).is_ok());
}

#[test]
fn letters_that_the_font_lacks_do_not_stop_it() {
    let mut lines = given();
    lines[0].titles = vec![(
        "kk".into(),
        "قازاق 漢字 🙂 \u{0}\u{feff}\u{202e}e\u{301} қ".into(),
    )];
    let document = inventory::inventory(&transfer(), &lines, &DocumentMessages::new("kk"));
    assert_eq!(pdf::pdf(&document).map(drop), Ok(()));
}

#[test]
fn lines_stand_as_they_lie_and_are_counted() {
    let lines = given();
    let references: Vec<&str> = lines.iter().map(|line| line.reference.as_str()).collect();
    assert_eq!(
        references,
        ["12-1-3/2026-0009", "12-1-3/2026-0011", "2026-0002"]
    );
    let [(_, act), _] = documents("kk");
    let said = act.blocks.iter().any(|block| {
        *block == Block::Text("Барлығы 3 (үш) құжат, 21 (жиырма бір) фотоқұжат берілді.".into())
    });
    assert!(said, "{act:?}");
    let Some(Block::Table(table)) = act
        .blocks
        .iter()
        .find(|block| matches!(block, Block::Table(_)))
    else {
        panic!("{act:?}");
    };
    assert_eq!(table.rows.len(), 3);
    assert!(
        matches!(&table.rows[2], TableRow::Total(cells) if cells[3] == "3" && cells[4] == "21")
    );
}
