use std::fmt::Write;

use proptest::prelude::*;

use super::{Recognised, RecognisedPage, draw_page, read};
use crate::budget::{Budget, Limits};
use crate::document::{Block, Document, Doubt, LeftOutKind};
use crate::refusal::Refusal;

/// Writes a PDF out of its objects; the first is the catalog.
fn write_pdf(objects: &[String]) -> Vec<u8> {
    let mut pdf = "%PDF-1.5\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        write!(pdf, "{} 0 obj\n{object}\nendobj\n", n + 1).unwrap();
    }
    let table = pdf.len();
    let count = objects.len() + 1;
    write!(pdf, "xref\n0 {count}\n0000000000 65535 f \n").unwrap();
    for place in places {
        writeln!(pdf, "{place:010} 00000 n ").unwrap();
    }
    write!(
        pdf,
        "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
    )
    .unwrap();
    pdf.into_bytes()
}

fn write_stream(dictionary: &str, content: &str) -> String {
    format!(
        "<<{dictionary}/Length {}>>stream\n{content}\nendstream",
        content.len()
    )
}

/// A PDF whose pages draw this, in a font whose bytes `A` to `Z` are the small letters of Cyrillic from `а` on.
fn write_pages(pages: &[&str]) -> Vec<u8> {
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
        2 beginbfrange <20> <40> <0020> <41> <5a> <0430> endbfrange 1 beginbfrange <61> <7a> <0061> endbfrange endcmap";
    let widths = "500 ".repeat(224);
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        format!(
            "<</Type/Font/Subtype/TrueType/BaseFont/Times/FirstChar 32/LastChar 255/Widths[{widths}]/ToUnicode 4 0 R>>"
        ),
        write_stream("", map),
    ];
    let mut kids = String::new();
    for content in pages {
        let number = objects.len() + 1;
        write!(kids, "{number} 0 R ").unwrap();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>",
            number + 1
        ));
        objects.push(write_stream("", content));
    }
    objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len());
    write_pdf(&objects)
}

/// Draws lines at their places.
fn draw(lines: &[(f32, f32, &str)]) -> String {
    let mut content = "BT /F 10 Tf ".to_owned();
    for (x, y, text) in lines {
        write!(content, "1 0 0 1 {x} {y} Tm ({text}) Tj ").unwrap();
    }
    content + "ET "
}

fn read_pages(pages: &[&str]) -> Result<Document, Refusal> {
    read(
        &write_pages(pages),
        None,
        &mut Budget::new(Limits::default()),
    )
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        text: text.to_owned(),
    }
}

#[test]
fn narrow_letters_side_by_side_are_two_and_one_drawn_twice_is_one() {
    let mut narrow = "BT /F 10 Tf 40 Tz 14 TL 50 700 Td".to_owned();
    for place in 0..10 {
        write!(narrow, " 0.{place} 0 Td (ABBA) Tj 0 -20 Td").unwrap();
    }
    narrow.push_str(" ET");
    let text = read_pages(&[&narrow]).unwrap().text();
    assert_eq!(text.matches("абба").count(), 10, "{text}");
    let bold = "BT /F 10 Tf 50 700 Td (ABBA) Tj ET BT /F 10 Tf 50.3 700 Td (ABBA) Tj ET";
    assert_eq!(read_pages(&[bold]).unwrap().text(), "абба");
}

#[test]
fn lines_become_paragraphs_and_parted_words_are_joined() {
    let page = draw(&[
        (50.0, 700.0, "ABC DEF ABC DEF ABC DEF ABC-"),
        (50.0, 688.0, "DEF ABC DEF ABC DEF ABC DEF-"),
        (50.0, 676.0, "ABC."),
        (50.0, 664.0, "DEF ABC DEF ABC DEF ABC ABCD"),
    ]);
    let document = read_pages(&[&page]).unwrap();
    assert_eq!(
        document.blocks,
        vec![
            paragraph("абв где абв где абв где абвгде абв где абв где абв гдеабв."),
            paragraph("где абв где абв где абв абвг"),
        ]
    );
}

#[test]
fn paragraphs_of_one_line_each_are_not_joined() {
    let mut long: Vec<(f32, f32, &str)> = (0..7_u8)
        .map(|line| {
            let y = 700.0 - 12.0 * f32::from(line);
            (50.0, y, "ABC DEF ABC DEF ABC DEF ABC DEF")
        })
        .collect();
    long.push((50.0, 616.0, "ABC."));
    let first = draw(&long);
    // twice as far apart as the lines of a paragraph
    let second = draw(&[
        (50.0, 700.0, "ABC DEF ABC DEF ABC DEF ABC DEF"),
        (50.0, 676.0, "DEF ABC"),
    ]);
    let document = read_pages(&[&first, &second]).unwrap();
    let last: Vec<&Block> = document.blocks.iter().rev().take(2).collect();
    assert_eq!(
        last,
        [
            &paragraph("где абв"),
            &paragraph("абв где абв где абв где абв где")
        ]
    );
}

#[test]
fn two_columns_below_a_title_are_read_one_after_the_other() {
    let page = draw(&[
        (
            50.0,
            700.0,
            "ABCD ABCD ABCD ABCD ABCD ABCD ABCD ABCD ABCD ABCD ABCD",
        ),
        (50.0, 670.0, "A ABCD ABCD ABCD ABCD"),
        (200.0, 670.0, "C ABCD ABCD ABCD ABCD"),
        (50.0, 658.0, "B ABCD ABCD ABCD ABCD"),
        (200.0, 658.0, "D ABCD ABCD ABCD ABCD"),
    ]);
    let text = read_pages(&[&page]).unwrap().text().replace('\n', " ");
    let places: Vec<Option<usize>> = ["а абвг", "б абвг", "в абвг", "г абвг"]
        .iter()
        .map(|words| text.find(&format!(" {words} ")))
        .collect();
    assert!(
        places.is_sorted() && places.iter().all(Option::is_some),
        "{text}"
    );
}

#[test]
fn headers_and_numbers_of_pages_are_left_out() {
    let pages: Vec<String> = ["AA", "BB", "CC"]
        .iter()
        .zip(1..)
        .map(|(words, number)| {
            draw(&[
                (50.0, 780.0, "FFFF FFFF"),
                (50.0, 500.0, words),
                (300.0, 20.0, &format!("- {number} -")),
            ])
        })
        .collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let document = read_pages(&pages).unwrap();
    assert_eq!(document.text(), "аа\nбб\nвв");
    assert!(
        document
            .left_out
            .iter()
            .all(|left| left.kind == LeftOutKind::PageHeader)
    );
    assert_eq!(document.left_out[0].text, "ееее ееее");
    assert_eq!(document.properties.pages, Some(3));
}

#[test]
fn a_table_with_rules_is_rows_of_cells() {
    let mut page = String::new();
    for x in [50, 150, 250] {
        write!(page, "{x} 600 m {x} 660 l S ").unwrap();
    }
    for y in [600, 630, 660] {
        write!(page, "50 {y} m 250 {y} l S ").unwrap();
    }
    page += &draw(&[
        (55.0, 640.0, "AA"),
        (155.0, 640.0, "BB"),
        (55.0, 610.0, "CC"),
        (155.0, 610.0, "DD"),
        (50.0, 500.0, "EE"),
    ]);
    let document = read_pages(&[&page]).unwrap();
    let rows = [["аа", "бб"], ["вв", "гг"]];
    let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    assert_eq!(
        document.blocks,
        vec![Block::Table { rows }, paragraph("дд")]
    );
}

#[test]
fn letters_that_nobody_can_tell_are_lost() {
    let page = draw(&[(50.0, 700.0, "{|}{|}{|}{|}{|}")]);
    let pdf = String::from_utf8(write_pages(&[&page])).unwrap();
    // codes of a font with no names and no table for them
    let pdf = pdf.replace(
        "/Subtype/TrueType",
        "/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<>>/Encoding<<>>",
    );
    let document = read(pdf.as_bytes(), None, &mut Budget::new(Limits::default()));
    assert_eq!(document, Err(Refusal::LettersLost));
}

#[test]
fn files_that_are_made_to_cost_are_refused() {
    // forms that draw the next one three times, forty deep; the same where the last draws the first again
    for last in [46, 5, 44] {
        refuse_forms(last);
    }
}

fn refuse_forms(last: usize) {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>".to_owned(),
        write_stream("", "/A Do"),
    ];
    for n in (6..45).chain([last]) {
        let dictionary =
            format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {n} 0 R>>>>");
        objects.push(write_stream(&dictionary, "/A Do /A Do /A Do"));
    }
    let pdf = write_pdf(&objects);
    let document = read(&pdf, None, &mut Budget::new(Limits::default()));
    assert!(
        matches!(document, Err(Refusal::TooLarge { .. })),
        "{document:?}"
    );
}

#[test]
fn what_is_no_pdf_is_damaged() {
    let document = read(
        b"%PDF-1.4\nnothing of it",
        None,
        &mut Budget::new(Limits::default()),
    );
    assert!(
        matches!(document, Err(Refusal::Damaged { .. })),
        "{document:?}"
    );
}

#[test]
fn letters_that_are_set_wide_are_one_word() {
    let wide = "BT /F 10 Tf 3 Tc 1 0 0 1 50 700 Tm (ABCDE FGH) Tj 1 0 0 1 50 650 Tm (IJKLM) Tj ET ";
    let text = read_pages(&[wide]).unwrap().text();
    assert_eq!(text, "абвгд ежз\nийклм");
    // numbers that stand apart stay apart
    let apart = "BT /F 10 Tf 3 Tc 1 0 0 1 50 700 Tm (12345) Tj 0 Tc 1 0 0 1 50 600 Tm (ABC) Tj ET ";
    let text = read_pages(&[apart]).unwrap().text();
    assert_eq!(text, "1 2 3 4 5\nабв");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_change_of_a_file_ends(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        shorter in 0_usize..400,
    ) {
        let page = draw(&[(50.0, 700.0, "ABC DEF"), (50.0, 688.0, "ABC")]) + "10 10 m 90 10 l S";
        let mut bytes = write_pages(&[&page, &page]);
        for (place, value) in &changes {
            let at = place.index(bytes.len());
            bytes[at] = *value;
        }
        bytes.truncate(bytes.len().saturating_sub(shorter));
        let _ = read(&bytes, None, &mut Budget::new(Limits::default()));
    }
}

/// A page that is a picture of a black bar, and one of letters.
fn write_scan_and_letters() -> Vec<u8> {
    write_pages(&[
        "0 0 0 rg 60 400 480 40 re f",
        &draw(&[(50.0, 700.0, "ABC")]),
    ])
}

/// A line: its left edge and its foot, and its words with how sure they are.
type RecognisedLine<'a> = (u32, u32, &'a [(&'a str, u32)]);

/// Lines of words, each a hundred pixels wide on a page of 1,200 by 1,600.
fn recognise(lines: &[RecognisedLine<'_>]) -> Recognised {
    let mut hocr = "<div class='ocr_page' title='bbox 0 0 1200 1600'>".to_owned();
    for (left, bottom, words) in lines {
        let right = left + 110 * words.len() as u32;
        write!(
            hocr,
            "<span class='ocr_line' title='bbox {left} {} {right} {bottom}; baseline 0 -6; x_size 24'>",
            bottom - 24
        )
        .unwrap();
        for (at, (word, sure)) in words.iter().enumerate() {
            let x = left + 110 * at as u32;
            write!(
                hocr,
                "<span class='ocrx_word' title='bbox {x} {} {} {bottom}; x_wconf {sure}'>{word}</span>",
                bottom - 24,
                x + 100
            )
            .unwrap();
        }
        hocr.push_str("</span>");
    }
    Recognised {
        by: "eyes 1".to_owned(),
        pages: vec![RecognisedPage { number: 1, hocr }],
    }
}

#[test]
fn words_that_were_recognised_stand_in_the_place_of_a_page_without_letters() {
    let bytes = write_scan_and_letters();
    let before = read(&bytes, None, &mut Budget::new(Limits::default())).unwrap();
    assert_eq!(before.blocks, [paragraph("абв")]);
    let line: &[(&str, u32)] = &[
        ("Кеңес", 96),
        ("бүгін", 95),
        ("аудан", 41),
        ("орталығын-", 90),
    ];
    let next: &[(&str, u32)] = &[("да", 93), ("өтті,", 92), ("|", 20), ("%&", 3)];
    // the word stands whole elsewhere, so that its hyphen is the line's
    let last: &[(&str, u32)] = &[("орталығында", 94), ("болды.", 95)];
    let recognised = recognise(&[(100, 300, line), (100, 330, next), (100, 360, last)]);
    let read = read(
        &bytes,
        Some(&recognised),
        &mut Budget::new(Limits::default()),
    )
    .unwrap();
    assert_eq!(
        read.blocks,
        [
            paragraph("Кеңес бүгін аудан орталығында өтті,"),
            paragraph("орталығында болды."),
            paragraph("абв")
        ]
    );
    assert_eq!(
        read.doubts,
        [Doubt::MachineRead {
            by: "eyes 1".to_owned(),
            pages: 1,
            unsure: 1,
            near: "аудан".to_owned()
        }]
    );
}

#[test]
fn a_page_is_drawn_as_one_sees_it() {
    let bytes = write_scan_and_letters();
    let drawn = draw_page(&bytes, 1, &mut Budget::new(Limits::default())).unwrap();
    assert_eq!((drawn.pages, drawn.width, drawn.height), (2, 2500, 3333));
    let at = |x: usize, y: usize| drawn.gray[y * drawn.width as usize + x];
    // the bar stands 360 to 400 points below the top
    assert_eq!(
        (at(1250, 1580), at(1250, 1000), at(100, 1580)),
        (0, 255, 255)
    );
    let none = draw_page(&bytes, 3, &mut Budget::new(Limits::default()));
    assert_eq!(none, Err(Refusal::Empty));
}

proptest! {
    #[test]
    fn any_words_that_were_recognised_are_read_or_left(hocr in ".{0,400}|(<span class='ocrx?_(line|word)' title='[a-z_ 0-9.;-]{0,60}'>[а-я]{0,9}(</span>)?){0,20}") {
        let pages = vec![RecognisedPage { number: 1, hocr }];
        let recognised = Recognised { by: String::new(), pages };
        let _ = read(&write_scan_and_letters(), Some(&recognised), &mut Budget::new(Limits::default()));
    }
}
