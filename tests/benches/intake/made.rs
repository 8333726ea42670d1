//! The documents that are read: releases of a page each, with a heading, paragraphs and a table.

use std::fmt::Write;
use std::io::{Cursor, Write as _};

const SENTENCES: [&str; 6] = [
    "Облыс орталығында жаңа мектептің ашылу рәсімі өтті.",
    "Оған ұстаздар, оқушылар және ата-аналар қатысты.",
    "В церемонии открытия приняли участие аким области и ветераны труда.",
    "Ғимарат республикалық бюджет есебінен екі жылда салынды.",
    "В школе триста мест, спортивный зал и библиотека.",
    "Келесі жылы тағы екі мектеп пайдалануға беріледі.",
];

/// Words that stand on the last page and nowhere else.
pub fn last_words(pages: usize) -> String {
    format!("Хабарлама {pages}")
}

/// The lines of a page: paragraphs of three sentences, with a heading among them. At the top of each page it would be a
/// header of the pages, which is no text.
fn list_lines(page: usize) -> Vec<String> {
    let paragraphs = (0..12).map(|n| {
        let at = |more: usize| SENTENCES[(page + n + more) % SENTENCES.len()];
        format!("{} {} {}", at(0), at(1), at(2))
    });
    let mut lines: Vec<String> = paragraphs.collect();
    lines.insert(5, last_words(page));
    lines
}

/// A document of Word of so many pages.
pub fn make_docx(pages: usize) -> Vec<u8> {
    let mut body = String::new();
    for page in 1..=pages {
        for line in list_lines(page) {
            let style = if line == last_words(page) {
                "<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>"
            } else {
                ""
            };
            write!(body, "<w:p>{style}<w:r><w:t>{line}</w:t></w:r></w:p>").unwrap();
        }
        let cell = "<w:tc><w:p><w:r><w:t>Оқушы саны</w:t></w:r></w:p></w:tc>";
        let row = format!("<w:tr>{}</w:tr>", cell.repeat(3));
        write!(body, "<w:tbl>{}</w:tbl>", row.repeat(4)).unwrap();
    }
    let document = format!(
        "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>"
    );
    let types = "<?xml version='1.0' encoding='UTF-8'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let root = "<?xml version='1.0' encoding='UTF-8'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>";
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, part) in [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("word/document.xml", &document),
    ] {
        package.start_file(name, options).unwrap();
        package.write_all(part.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// A PDF of so many pages, in a font of two bytes a letter with the table of its letters, as office programs write them.
pub fn make_pdf(pages: usize) -> Vec<u8> {
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange \
        2 beginbfrange <0020> <00ff> <0020> <0400> <04ff> <0400> endbfrange endcmap";
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type0/BaseFont/Times/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 4 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{map}\nendstream", map.len()),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Times/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 6 0 R>>".to_owned(),
        "<</Type/FontDescriptor/FontName/Times/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>".to_owned(),
    ];
    let mut kids = String::new();
    for page in 1..=pages {
        let content = write_page(page);
        let number = objects.len() + 1;
        write!(kids, "{number} 0 R ").unwrap();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>",
            number + 1
        ));
        objects.push(format!(
            "<</Length {}>>stream\n{content}\nendstream",
            content.len()
        ));
    }
    objects[1] = format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>");
    let mut pdf = "%PDF-1.5\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        writeln!(places, "{:010} 00000 n ", pdf.len()).unwrap();
        write!(pdf, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let (table, count) = (pdf.len(), objects.len() + 1);
    write!(
        pdf,
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
    )
    .unwrap();
    pdf.into_bytes()
}

/// Draws a page: each line where it stands, paragraphs set apart.
fn write_page(page: usize) -> String {
    let mut content = "BT /F 10 Tf 14 TL 50 800 Td\n".to_owned();
    for paragraph in list_lines(page) {
        let words: Vec<&str> = paragraph.split(' ').collect();
        for line in words.chunks(11) {
            let codes: String = line
                .join(" ")
                .encode_utf16()
                .map(|unit| format!("{unit:04x}"))
                .collect();
            writeln!(content, "<{codes}> Tj T*").unwrap();
        }
        content.push_str("0 -6 Td\n");
    }
    content.push_str("ET");
    content
}
