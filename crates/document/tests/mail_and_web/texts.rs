use muragat_document::{Block, Doubt, Format, Refusal};

use crate::{document, koi8_r, paragraph, refusal, windows_1251};

const KAZAKH: &str = "Ауданда жаңа кітапхана ашылды.\nОған оқырмандар мен ұстаздар қатысты.\n\nКітапхана күн сайын жұмыс істейді.";
const RUSSIAN: &str = "В районе открыта новая библиотека.\nНа открытие пришли учителя и читатели.\n\nБиблиотека работает ежедневно.";

#[test]
fn an_empty_line_parts_paragraphs_and_lines_stay_lines() {
    let read = document(KAZAKH.as_bytes());
    assert_eq!(read.format, Format::Text);
    assert_eq!(
        read.blocks,
        [
            paragraph("Ауданда жаңа кітапхана ашылды.\nОған оқырмандар мен ұстаздар қатысты."),
            paragraph("Кітапхана күн сайын жұмыс істейді."),
        ]
    );
    assert_eq!(read.doubts, []);
}

#[test]
fn every_encoding_of_the_country_is_read() {
    let dos = encoding_rs::IBM866.encode(RUSSIAN).0.into_owned();
    let wide: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xFE, 0xFF]
        .into_iter()
        .chain(RUSSIAN.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    for bytes in [windows_1251(RUSSIAN), koi8_r(RUSSIAN), dos, wide, marked] {
        let text = document(&bytes).text();
        assert_eq!(text, RUSSIAN.replace("\n\n", "\n"));
    }
}

#[test]
fn one_letter_that_is_broken_or_cut_off_is_told_with_its_place() {
    let mut bytes = KAZAKH.as_bytes().to_vec();
    bytes.insert(30, 0xFF);
    let read = document(&bytes);
    let [Doubt::BrokenLetters { count: 1, near }] = &read.doubts[..] else {
        panic!("{:?}", read.doubts);
    };
    assert!(
        near.contains('\u{fffd}') && near.contains("Ауданда"),
        "{near}"
    );

    let cut = &KAZAKH.as_bytes()[..KAZAKH.len() - 2];
    let read = document(cut);
    assert!(read.text().starts_with("Ауданда жаңа"));
    assert!(matches!(&read.doubts[..], [Doubt::BrokenLetters { .. }]));
}

#[test]
fn lines_of_another_encoding_are_read_in_theirs() {
    let mut bytes = format!("{KAZAKH}\n\n").into_bytes();
    bytes.extend(windows_1251("Справка подготовлена пресс-службой акимата."));
    let read = document(&bytes);
    assert!(
        read.text()
            .ends_with("Справка подготовлена пресс-службой акимата.")
    );
    assert!(matches!(&read.doubts[..], [Doubt::BrokenLetters { .. }]));
}

#[test]
fn kazakh_letters_that_became_question_marks_are_lost() {
    let lost = "Об?ысты? м?слихатты? т?ра?асы жа?а ке?ес м?шелерін ??тты?тады.";
    assert_eq!(refusal(lost.as_bytes()), Refusal::LettersLost);
    let asked = "Қалай? Неге? Кім айтты?\nСайт: https://akimat.kz/?a=1&b=2 мекенжайында.";
    assert_eq!(document(asked.as_bytes()).text(), asked);
}

#[test]
fn control_characters_fall_away_and_nothing_else_does() {
    let read = document("Бір\u{1}\tекі\u{a0}үш\u{ad}төрт\u{7}".as_bytes());
    assert_eq!(read.blocks, [paragraph("Бір\tекі\u{a0}үш\u{ad}төрт")]);
}

#[test]
fn nothing_visible_is_empty() {
    assert_eq!(refusal(b" \n\t\n"), Refusal::Empty);
}

#[test]
fn markdown_is_read_by_its_marks() {
    let text = "# Жаңа көпір\n\nӨзен арқылы **жаңа көпір** салынды.\nҰзындығы [80 метр](https://a.kz).\n\n- бірінші\n  - ішкі\n- екінші\n\n| Жыл | Көпір |\n|---|---|\n| 2025 | 3 |\n\n![Көпір](kopir.jpg)\n";
    let read = document(text.as_bytes());
    assert_eq!(read.format, Format::Markdown);
    assert_eq!(read.properties.title.as_deref(), Some("Жаңа көпір"));
    let item = |level, text: &str| Block::ListItem {
        level,
        mark: Some("–".to_owned()),
        text: text.to_owned(),
    };
    assert_eq!(
        read.blocks[..6],
        [
            Block::Heading {
                level: 1,
                text: "Жаңа көпір".to_owned()
            },
            paragraph("Өзен арқылы жаңа көпір салынды.\nҰзындығы 80 метр."),
            item(0, "бірінші"),
            item(1, "ішкі"),
            item(0, "екінші"),
            Block::Table {
                rows: vec![
                    vec!["Жыл".to_owned(), "Көпір".to_owned()],
                    vec!["2025".to_owned(), "3".to_owned()]
                ]
            },
        ]
    );
    assert_eq!(read.left_out[0].text, "kopir.jpg");
}
