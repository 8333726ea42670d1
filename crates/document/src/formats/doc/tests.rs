use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::read;
use crate::budget::{Budget, Limits};
use crate::document::{Block, Document, Doubt, LeftOutKind};
use crate::refusal::Refusal;

/// Where the text stands in the main stream, and the pages of properties.
const TEXT_AT: usize = 0x800;
const PAGE: usize = 512;

/// A file of Word that is put together.
#[derive(Default, Clone)]
struct Written {
    /// The stories in their order.
    stories: [String; 8],
    /// Properties of characters up to each place.
    characters: Vec<(usize, Vec<u8>)>,
    /// Style and properties of paragraphs up to each place.
    paragraphs: Vec<(usize, Vec<u8>)>,
    /// Places of the footnotes within their story.
    notes: Vec<u32>,
    /// Names of the fonts.
    fonts: Vec<String>,
    flags: u16,
    data: Vec<u8>,
    /// The tables of lists and of numberings.
    lists: Vec<u8>,
    numberings: Vec<u8>,
}

impl Written {
    fn text(story: &str) -> Written {
        let mut written = Written::default();
        written.stories[0] = story.to_owned();
        written
    }

    fn characters(mut self, upto: &str, sprms: &[u8]) -> Written {
        let before = self.characters.last().map_or(0, |(end, _)| *end);
        let end = before + upto.encode_utf16().count();
        self.characters.push((end, sprms.to_vec()));
        self
    }

    fn paragraph(mut self, upto: &str, sprms: &[u8]) -> Written {
        let before = self.paragraphs.last().map_or(0, |(end, _)| *end);
        let end = before + upto.encode_utf16().count();
        self.paragraphs.push((end, sprms.to_vec()));
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let units: Vec<u16> = self.stories.iter().flat_map(|s| s.encode_utf16()).collect();
        let mut main = vec![0; TEXT_AT];
        for unit in &units {
            main.extend(unit.to_le_bytes());
        }
        main.resize(main.len().next_multiple_of(PAGE), 0);
        let mut table = vec![0; 16];
        put(&mut main, 0x00, &0xa5ec_u16.to_le_bytes());
        put(&mut main, 0x02, &0x00c1_u16.to_le_bytes());
        put(&mut main, 0x0a, &(0x0200 | self.flags).to_le_bytes());
        for (n, story) in self.stories.iter().enumerate() {
            let count = story.encode_utf16().count() as u32;
            put(&mut main, 0x4c + 4 * n, &count.to_le_bytes());
        }
        // one piece of letters of two bytes
        let mut pieces = vec![2];
        pieces.extend(16_u32.to_le_bytes());
        pieces.extend(0_u32.to_le_bytes());
        pieces.extend((units.len() as u32).to_le_bytes());
        pieces.extend(0_u16.to_le_bytes());
        pieces.extend((TEXT_AT as u32).to_le_bytes());
        pieces.extend(0_u16.to_le_bytes());
        point(&mut main, &mut table, 0x1a2, &pieces);
        for (at, runs, width) in [(0xfa, &self.characters, 1), (0x102, &self.paragraphs, 13)] {
            let page = write_page(runs, units.len(), width);
            let number = (main.len() / PAGE) as u32;
            main.extend(page);
            let mut list = (TEXT_AT as u32).to_le_bytes().to_vec();
            list.extend(((TEXT_AT + 2 * units.len()) as u32).to_le_bytes());
            list.extend(number.to_le_bytes());
            point(&mut main, &mut table, at, &list);
        }
        let notes: Vec<u8> = self
            .notes
            .iter()
            .flat_map(|place| place.to_le_bytes())
            .collect();
        point(&mut main, &mut table, 0xb2, &notes);
        let mut fonts = (self.fonts.len() as u16).to_le_bytes().to_vec();
        fonts.extend([0, 0]);
        for font in &self.fonts {
            let mut entry = vec![0; 39];
            entry[3] = 204;
            entry.extend(font.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
            fonts.push(entry.len() as u8);
            fonts.extend(entry);
        }
        point(&mut main, &mut table, 0x112, &fonts);
        point(&mut main, &mut table, 0xa2, &write_styles());
        point(&mut main, &mut table, 0x2e2, &self.lists);
        point(&mut main, &mut table, 0x2ea, &self.numberings);
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (name, bytes) in [
            ("/WordDocument", &main),
            ("/1Table", &table),
            ("/Data", &self.data),
        ] {
            file.create_stream(name).unwrap().write_all(bytes).unwrap();
        }
        file.into_inner().into_inner()
    }

    fn read(&self) -> Result<Document, Refusal> {
        read(&self.bytes(), &mut Budget::new(Limits::default()))
    }
}

/// Normal, and the first heading.
fn write_styles() -> Vec<u8> {
    let mut sheet = 18_u16.to_le_bytes().to_vec();
    sheet.extend(2_u16.to_le_bytes());
    sheet.extend(10_u16.to_le_bytes());
    sheet.resize(20, 0);
    for number in [0_u16, 1] {
        let mut style = number.to_le_bytes().to_vec();
        // a paragraph's, that stands on none, with no parts
        style.extend(0xfff1_u16.to_le_bytes());
        style.extend(0_u16.to_le_bytes());
        style.resize(10, 0);
        style.extend([0, 0, 0, 0]);
        sheet.extend((style.len() as u16).to_le_bytes());
        sheet.extend(style);
    }
    sheet
}

fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}

fn point(main: &mut [u8], table: &mut Vec<u8>, at: usize, value: &[u8]) {
    put(main, at, &(table.len() as u32).to_le_bytes());
    put(main, at + 4, &(value.len() as u32).to_le_bytes());
    table.extend(value);
}

fn write_page(runs: &[(usize, Vec<u8>)], end: usize, width: usize) -> Vec<u8> {
    let mut runs = runs.to_vec();
    if runs.last().is_none_or(|(last, _)| *last < end) {
        runs.push((end, if width == 1 { Vec::new() } else { vec![0, 0] }));
    }
    let mut page = vec![0; PAGE];
    page[PAGE - 1] = runs.len() as u8;
    let mut free = PAGE - 1;
    put(&mut page, 0, &(TEXT_AT as u32).to_le_bytes());
    for (n, (end, sprms)) in runs.iter().enumerate() {
        let place = (TEXT_AT + 2 * end) as u32;
        put(&mut page, 4 * (n + 1), &place.to_le_bytes());
        let mut sprms = sprms.clone();
        let mut entry = Vec::new();
        if width == 1 {
            entry.push(sprms.len() as u8);
        } else {
            if sprms.len() % 2 == 1 {
                sprms.push(0);
            }
            entry.extend([0, (sprms.len() / 2) as u8]);
        }
        entry.extend(sprms);
        free = (free - entry.len()) & !1;
        put(&mut page, free, &entry);
        page[4 * (runs.len() + 1) + width * n] = (free / 2) as u8;
    }
    page
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        text: text.to_owned(),
    }
}

#[test]
fn paragraphs_headings_items_and_what_is_aside() {
    let written = Written::text("Бас сөз\rҚұпия ашық\u{1f} сөз\rбірінші\rЖойылды қалды\r")
        .paragraph("Бас сөз\r", &[1, 0])
        .paragraph("Құпия ашық\u{1f} сөз\r", &[0, 0])
        .paragraph("бірінші\r", &[0, 0, 0x0b, 0x46, 1, 0, 0x0a, 0x26, 1])
        .characters("Бас сөз\r", &[])
        .characters("Құпия", &[0x3c, 0x08, 1])
        .characters(" ашық\u{1f} сөз\rбірінші\r", &[])
        .characters("Жойылды ", &[0x00, 0x08, 1]);
    let document = written.read().unwrap();
    assert_eq!(
        document.blocks,
        vec![
            Block::Heading {
                level: 1,
                text: "Бас сөз".to_owned()
            },
            paragraph("ашық\u{ad} сөз"),
            Block::ListItem {
                level: 1,
                mark: None,
                text: "бірінші".to_owned()
            },
            paragraph("қалды"),
        ]
    );
    let aside: Vec<_> = document
        .left_out
        .iter()
        .map(|left| (left.kind, left.text.as_str()))
        .collect();
    assert_eq!(
        aside,
        vec![
            (LeftOutKind::Hidden, "Құпия"),
            (LeftOutKind::Deletion, "Жойылды")
        ]
    );
}

/// A level of a list: its code, and what stands before the words.
fn write_level(code: u8, pattern: &str) -> Vec<u8> {
    let mut level = 1_u32.to_le_bytes().to_vec();
    level.push(code);
    level.resize(28, 0);
    level.extend((pattern.encode_utf16().count() as u16).to_le_bytes());
    level.extend(pattern.encode_utf16().flat_map(u16::to_le_bytes));
    level
}

#[test]
fn items_have_the_marks_of_their_lists() {
    let item = |numbering: u8, level: u8| [0, 0, 0x0b, 0x46, numbering, 0, 0x0a, 0x26, level];
    let mut written = Written::text("Бір\rішкі\rЕкі\rнүкте\rБес\r")
        .paragraph("Бір\r", &item(1, 0))
        .paragraph("ішкі\r", &item(1, 1))
        .paragraph("Екі\r", &item(1, 0))
        .paragraph("нүкте\r", &item(1, 2))
        .paragraph("Бес\r", &item(2, 0));
    let mut lists = vec![1, 0];
    lists.extend(77_u32.to_le_bytes());
    lists.resize(2 + 28, 0);
    lists.extend(write_level(0, "\u{0}."));
    lists.extend(write_level(58, "\u{0}.\u{1})"));
    for _ in 2..9 {
        lists.extend(write_level(23, "\u{f0b7}"));
    }
    written.lists = lists;
    let mut numberings = 2_u32.to_le_bytes().to_vec();
    for overridden in [0, 1] {
        let mut numbering = 77_u32.to_le_bytes().to_vec();
        numbering.resize(12, 0);
        numbering.push(overridden);
        numbering.resize(16, 0);
        numberings.extend(numbering);
    }
    numberings.extend([0xff; 8]);
    // the second begins at five
    numberings.extend([5, 0, 0, 0, 0x10, 0, 0, 0]);
    written.numberings = numberings;
    assert_eq!(
        written.read().unwrap().text(),
        "1. Бір\n1.а) ішкі\n2. Екі\n• нүкте\n5. Бес"
    );
}

#[test]
fn of_a_field_the_result_is_text() {
    let document =
        Written::text("Қараңыз: \u{13} HYPERLINK \"http://a.kz\" \u{14}сілтеме\u{15}.\r")
            .read()
            .unwrap();
    assert_eq!(document.text(), "Қараңыз: сілтеме.");
}

#[test]
fn cells_are_cells_and_rows_are_rows() {
    let cell = [0, 0, 0x16, 0x24, 1];
    let row = [0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1];
    let document = Written::text("Аты\u{7}\u{7}\u{7}Саны\u{7}7\u{7}\u{7}Соңы\r")
        .paragraph("Аты\u{7}\u{7}", &cell)
        .paragraph("\u{7}", &row)
        .paragraph("Саны\u{7}7\u{7}", &cell)
        .paragraph("\u{7}", &row)
        .read()
        .unwrap();
    let rows = vec![
        vec!["Аты".to_owned(), String::new()],
        vec!["Саны".to_owned(), "7".to_owned()],
    ];
    assert_eq!(
        document.blocks,
        vec![Block::Table { rows }, paragraph("Соңы")]
    );
}

#[test]
fn notes_stand_at_the_end_and_headers_are_left_out() {
    let mut written = Written::text("Мәтін\u{2}.\r")
        .characters("Мәтін", &[])
        .characters("\u{2}", &[0x55, 0x08, 1]);
    written.stories[1] = "\u{2} Бірінші.\r\u{2} Екінші.\r\r".to_owned();
    written.stories[2] = "Бланк\r".to_owned();
    written.notes = vec![0, 11, 21, 22];
    let document = written.read().unwrap();
    let note = |text: &str| Block::Note {
        text: text.to_owned(),
    };
    assert_eq!(
        document.blocks,
        vec![paragraph("Мәтін."), note("Бірінші."), note("Екінші.")]
    );
    assert_eq!(document.left_out[0].kind, LeftOutKind::PageHeader);
    assert_eq!(document.left_out[0].text, "Бланк");
}

#[test]
fn a_run_of_an_old_font_is_mended() {
    let mut written = Written::text("ќала мен ќала\r")
        .characters("ќала ", &[0x4f, 0x4a, 1, 0])
        .characters("мен ќала", &[]);
    written.fonts = vec!["Arial".to_owned(), "Times Kaz".to_owned()];
    let document = written.read().unwrap();
    assert_eq!(document.text(), "қала мен ќала");
    assert!(matches!(&document.doubts[0], Doubt::OldFont { font, .. } if font == "Times Kaz"));
}

#[test]
fn a_picture_stands_in_its_line() {
    let mut blip = vec![0; 16];
    blip.push(0xff);
    blip.extend(b"\x89PNG\r\n\x1a\n");
    let mut record = 0x6e00_u16.to_le_bytes().to_vec();
    record.extend(0xf01e_u16.to_le_bytes());
    record.extend((blip.len() as u32).to_le_bytes());
    record.extend(blip);
    let mut data = (68 + record.len() as u32).to_le_bytes().to_vec();
    data.extend(68_u16.to_le_bytes());
    data.extend(100_u16.to_le_bytes());
    data.resize(68, 0);
    data.extend(record);
    let mut written = Written::text("Сурет:\r\u{1}\r")
        .characters("Сурет:\r", &[])
        .characters("\u{1}", &[0x03, 0x6a, 0, 0, 0, 0]);
    written.data = data;
    let document = written.read().unwrap();
    assert_eq!(
        document.blocks,
        vec![paragraph("Сурет:"), Block::Picture { picture: 0 }]
    );
    assert_eq!(document.pictures[0].bytes, b"\x89PNG\r\n\x1a\n");
    assert_eq!(document.pictures[0].name.as_deref(), Some("picture1.png"));
}

#[test]
fn what_is_locked_or_broken_is_told() {
    let mut written = Written::text("Құпия\r");
    written.flags = 0x0100;
    assert_eq!(written.read(), Err(Refusal::Locked));
    assert_eq!(Written::text("").read(), Err(Refusal::Empty));
    let whole = Written::text(&"Ұзақ мәтін.\r".repeat(2000)).bytes();
    let broken = read(
        &whole[..whole.len() / 2],
        &mut Budget::new(Limits::default()),
    );
    assert!(!matches!(broken, Err(Refusal::Empty)), "{broken:?}");
}

proptest! {
    #[test]
    fn any_change_of_a_file_ends(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..60),
        shorter in 0_usize..2000,
    ) {
        let mut written = Written::text("Аты\u{7}\u{7}\u{7}мәтін\u{2} \u{13}A\u{14}б\u{15}\r")
            .paragraph("Аты\u{7}\u{7}", &[0, 0, 0x16, 0x24, 1])
            .paragraph("\u{7}", &[0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1]);
        written.stories[1] = "\u{2} Ескерту.\r".to_owned();
        written.notes = vec![0, 11, 12];
        written.lists = vec![1; 200];
        written.numberings = vec![1; 60];
        let mut bytes = written.bytes();
        for (place, value) in &changes {
            let at = place.index(bytes.len());
            bytes[at] = *value;
        }
        bytes.truncate(bytes.len().saturating_sub(shorter));
        let _ = read(&bytes, &mut Budget::new(Limits::default()));
    }
}
