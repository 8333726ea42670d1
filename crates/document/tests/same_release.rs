//! One release is the same in whatever format it comes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use std::path::Path;

use muragat_language::release_key;
use packages::{Word, make_odt, paragraph, read};

const TITLE: &str = "Аудан мәслихатының отырысы өтті";
const BEGIN: &str = "Бүгін аудан орталығында мәслихаттың кезектен тыс отырысы өтті.";
const AGENDA: [&str; 2] = ["Бюджетті нақтылау туралы", "Округтердің есебі"];
const PARTS: [&str; 2] = ["кіріс бөлігі", "шығыс бөлігі"];

/// By what a file is known again, as it comes in.
fn key(bytes: &[u8]) -> String {
    let reading = muragat_language::read(&read(bytes).unwrap().text());
    release_key(&reading.title, &reading.body)
}

fn as_word() -> Vec<u8> {
    let item = |level: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |cells: [&str; 2]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let body = [
        paragraph(TITLE),
        paragraph(""),
        paragraph(BEGIN),
        item(0, AGENDA[0]),
        item(1, PARTS[0]),
        item(1, PARTS[1]),
        item(0, AGENDA[1]),
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row(["Аты-жөні", "Лауазымы"]),
            row(["Ерлан Сапаров", "төраға"])
        ),
    ];
    let level = |place: u8, format: &str, pattern: &str| {
        format!(
            "<w:lvl w:ilvl='{place}'><w:numFmt w:val='{format}'/><w:lvlText w:val='{pattern}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "decimal", "%1."),
        level(1, "russianLower", "%2)")
    );
    Word::new(&body.concat())
        .xml("numbering", "numbering.xml", "numbering", &numbering)
        .bytes()
}

fn as_open_document() -> Vec<u8> {
    let words = |words: &str| format!("<text:p>{words}</text:p>");
    let item = |inner: String| format!("<text:list-item>{inner}</text:list-item>");
    let parts = PARTS.map(|part| item(words(part))).concat();
    let first = words(AGENDA[0]) + &format!("<text:list>{parts}</text:list>");
    let row = |cells: [&str; 2]| {
        let cells =
            cells.map(|cell| format!("<table:table-cell>{}</table:table-cell>", words(cell)));
        format!("<table:table-row>{}</table:table-row>", cells.concat())
    };
    let body = [
        words(TITLE),
        words(BEGIN),
        format!(
            "<text:list text:style-name='L'>{}{}</text:list>",
            item(first),
            item(words(AGENDA[1]))
        ),
        format!(
            "<table:table>{}{}</table:table>",
            row(["Аты-жөні", "Лауазымы"]),
            row(["Ерлан Сапаров", "төраға"])
        ),
    ];
    let styles = "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='I' style:num-suffix='.'/>\
         <text:list-level-style-bullet text:level='2' text:bullet-char='–'/></text:list-style>";
    make_odt(styles, &body.concat(), &[])
}

fn as_page() -> Vec<u8> {
    format!(
        "<meta charset=utf-8><h1>{TITLE}</h1><p>{BEGIN}</p><ol><li>{}<ol><li>{}<li>{}</ol><li>{}</ol><table><tr><th>Аты-жөні<th>Лауазымы\
         <tr><td>Ерлан Сапаров<td>төраға</table>",
        AGENDA[0], PARTS[0], PARTS[1], AGENDA[1]
    )
    .into_bytes()
}

fn as_mail() -> Vec<u8> {
    format!(
        "{TITLE}\n\n{BEGIN}\n1) {}\n1.1 {}\n1.2 {}\n2) {}\nАты-жөні Лауазымы\nЕрлан Сапаров\nтөраға\n",
        AGENDA[0], PARTS[0], PARTS[1], AGENDA[1]
    )
    .into_bytes()
}

#[test]
fn a_release_with_lists_and_a_table_is_the_same_from_each_program() {
    let own = key(&as_word());
    for (name, bytes) in [
        ("odt", as_open_document()),
        ("html", as_page()),
        ("text", as_mail()),
    ] {
        assert_eq!(key(&bytes), own, "{name}: {}", read(&bytes).unwrap().text());
    }
}

#[test]
fn a_release_that_programs_wrote_is_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/office/made");
    if !root.is_dir() {
        println!("skipped: no files at {}", root.display());
        return;
    }
    let key = |name: &str| key(&std::fs::read(root.join(name)).unwrap());
    assert_eq!(key("full.docx"), key("full.odt"));
    assert_eq!(key("full.docx"), key("full.doc"));
    assert_eq!(key("fn.docx"), key("fn.odt"));
}
