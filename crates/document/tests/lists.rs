//! The marks of lists come along from every format, as one sees them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::Block;
use packages::{Word, make_odt, outline, read};
use proptest::prelude::*;

/// A paragraph of a numbering at a level.
fn item(numbering: &str, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{numbering}'/></w:numPr></w:pPr>\
         <w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

/// A level: its format and what stands before the words.
fn level(place: u8, format: &str, pattern: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{place}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{pattern}'/></w:lvl>"
    )
}

fn numbered(numberings: &str, body: &str) -> String {
    let document = Word::new(body)
        .xml("numbering", "numbering.xml", "numbering", numberings)
        .read();
    document.text()
}

fn decree() -> String {
    let levels = [
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2)"),
        level(2, "russianLower", "%3)"),
        level(3, "bullet", "\u{f02d}"),
    ];
    let dash = "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl>";
    format!(
        "<w:abstractNum w:abstractNumId='0'>{}</w:abstractNum><w:abstractNum w:abstractNumId='1'>{dash}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
         <w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>\
         </w:lvlOverride></w:num>",
        levels.concat()
    )
}

#[test]
fn a_decree_of_word_has_its_numbers() {
    let body = [
        item("1", 0, "Бюджет"),
        item("1", 1, "кіріс"),
        item("1", 2, "салық"),
        item("1", 2, "алым"),
        item("1", 1, "шығыс"),
        item("1", 3, "мектеп"),
        item("2", 0, "қосымша"),
        item("1", 0, "Бақылау"),
        item("1", 1, "әкім орынбасары"),
        item("3", 0, "Басқа тізім"),
        item("3", 0, "жалғасы"),
    ]
    .concat();
    assert_eq!(
        numbered(&decree(), &body),
        "I. Бюджет\n1) кіріс\nа) салық\nб) алым\n2) шығыс\n• мектеп\n– қосымша\nII. Бақылау\n\
         1) әкім орынбасары\nV. Басқа тізім\nVI. жалғасы"
    );
}

#[test]
fn what_a_change_deletes_has_no_number_and_a_cell_may_have_nothing_else() {
    let deleted = "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>\
         <w:del w:id='2'><w:r><w:delText>жойылды</w:delText></w:r></w:del></w:p>";
    let row = |name: &str| {
        format!(
            "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
            item("1", 1, ""),
            packages::paragraph(name)
        )
    };
    let body = [
        item("1", 1, "бірінші"),
        deleted.to_owned(),
        item("1", 1, "екінші"),
        format!("<w:tbl>{}{}</w:tbl>", row("Ақсу"), row("Семей")),
    ]
    .concat();
    assert_eq!(
        numbered(&decree(), &body),
        "1) бірінші\n2) екінші\n3)\tАқсу\n4)\tСемей"
    );
}

#[test]
fn styles_number_headings_and_borrow_numberings() {
    let levels = [
        level(0, "decimal", "%1-тарау."),
        level(1, "decimal", "%1.%2."),
    ]
    .concat();
    let numberings = format!(
        "<w:abstractNum w:abstractNumId='4'><w:numStyleLink w:val='Own'/></w:abstractNum>\
         <w:abstractNum w:abstractNumId='5'><w:styleLink w:val='Own'/>{}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='5'/></w:num>",
        levels.replace(
            "<w:lvlText w:val='%1.%2.'/>",
            "<w:pStyle w:val='Point'/><w:lvlText w:val='%1.%2.'/>"
        )
    );
    let styled = |style: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        styled("Head", "Жалпы ережелер"),
        styled("Point", "Осы қағида"),
        styled("Point", "Негізгі ұғымдар"),
        styled("Head", "Тәртіп"),
        styled("Point", "Өтінім"),
    ]
    .concat();
    let document = Word::new(&body)
        .xml("numbering", "numbering.xml", "numbering", &numberings)
        .xml(
            "styles",
            "styles.xml",
            "styles",
            "<w:style w:type='paragraph' w:styleId='Head'><w:name w:val='heading 1'/><w:pPr><w:numPr>\
             <w:numId w:val='1'/></w:numPr></w:pPr></w:style><w:style w:type='paragraph' w:styleId='Point'>\
             <w:name w:val='Point'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>",
        )
        .read();
    assert_eq!(
        outline(&document),
        [
            "h1 1-тарау. Жалпы ережелер",
            "i1 1.1. Осы қағида",
            "i1 1.2. Негізгі ұғымдар",
            "h1 2-тарау. Тәртіп",
            "i1 2.1. Өтінім",
        ]
    );
}

#[test]
fn words_xml_of_2003_has_its_numbers() {
    let xml = "<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'><w:lists>\
         <w:listDef w:listDefId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:nfc w:val='58'/><w:lvlText w:val='%1)'/></w:lvl>\
         </w:listDef><w:list w:ilfo='1'><w:ilst w:val='0'/></w:list></w:lists><w:body><w:p><w:pPr><w:listPr>\
         <w:ilvl w:val='0'/><w:ilfo w:val='1'/></w:listPr></w:pPr><w:r><w:t>тармақ</w:t></w:r></w:p></w:body></w:wordDocument>";
    assert_eq!(read(xml.as_bytes()).unwrap().text(), "в) тармақ");
}

const OPEN_STYLES: &str = "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' \
    style:num-suffix='.'/><text:list-level-style-number text:level='2' style:num-format='1' style:num-suffix='.' \
    text:display-levels='2'/><text:list-level-style-number text:level='3' style:num-suffix=')' \
    style:num-format='а, б, .., аа, аб, ... (ru)'/></text:list-style>\
    <text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' text:bullet-char='–'/></text:list-style>\
    <text:list-style style:name='L3'><text:list-level-style-number text:level='1' style:num-format='I' \
    loext:num-list-format='%1%-бөлім:' xmlns:loext='urn:l' text:start-value='4'/></text:list-style>";

#[test]
fn opendocument_has_its_numbers() {
    let list = |style: &str, more: &str, items: &str| {
        format!("<text:list text:style-name='{style}' {more}>{items}</text:list>")
    };
    let entry = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
    let words = |words: &str| format!("<text:p>{words}</text:p>");
    let inner = |items: &str| format!("<text:list>{items}</text:list>");
    let deep = inner(&entry(&words("тармақша")));
    let first = words("Бір") + &inner(&(entry(&(words("ішкі") + &deep)) + &entry(&words("тағы"))));
    let body = [
        list("L1", "xml:id='a'", &(entry(&first) + &entry(&words("Екі")))),
        words("Арасында"),
        list("L2", "", &entry(&words("сызықша"))),
        list("L1", "text:continue-numbering='true'", &entry(&words("Үш"))),
        list(
            "L1",
            "",
            &format!(
                "{}<text:list-header>{}</text:list-header><text:list-item text:start-value='7'>{}</text:list-item>",
                entry(&words("Қайта")),
                words("нөмірсіз"),
                words("Жеті")
            ),
        ),
        list("L1", "text:continue-list='a'", &entry(&words("Төрт"))),
        list("L3", "", &entry(&words("Бөлім"))),
    ]
    .concat();
    let text = read(&make_odt(OPEN_STYLES, &body, &[])).unwrap().text();
    assert_eq!(
        text,
        "1. Бір\n1.1. ішкі\nа) тармақша\n1.2. тағы\n2. Екі\nАрасында\n– сызықша\n3. Үш\n1. Қайта\nнөмірсіз\n7. Жеті\n\
         4. Төрт\nIV-бөлім: Бөлім"
    );
}

#[test]
fn headings_of_opendocument_have_the_numbers_of_the_outline() {
    let styles = "<office:document-styles xmlns:office='urn:o' xmlns:text='urn:t' xmlns:style='urn:y'><office:styles>\
         <text:outline-style><text:outline-level-style text:level='1' style:num-format='1' style:num-suffix='.'/>\
         <text:outline-level-style text:level='2' style:num-format=''/></text:outline-style></office:styles></office:document-styles>";
    let body = "<text:h text:outline-level='1'>Бірінші</text:h><text:h text:outline-level='2'>ішінде</text:h>\
         <text:h text:outline-level='1'>Екінші</text:h>";
    let bytes = make_odt("", body, &[("styles.xml", styles.as_bytes())]);
    assert_eq!(
        outline(&read(&bytes).unwrap()),
        ["h1 1. Бірінші", "h2 ішінде", "h1 2. Екінші"]
    );
}

#[test]
fn rich_text_has_the_marks_that_it_writes() {
    let rtf = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}\pard{\listtext\pard\plain 1.\tab}\ls1 one\par
        \pard{\pntext\f1\'b7\tab}{\*\pn\pnlvlblt}two\par\pard{\listtext\f1\u-3913?\tab}\ls1\ilvl1 three\par
        \pard{\listtext \endash\tab}\ls1 four\par\pard\intbl{\listtext 2)\tab}\ls2\cell five\cell\row\pard six\par}";
    assert_eq!(
        read(rtf.as_bytes()).unwrap().text(),
        "1. one\n• two\n• three\n– four\n2)\tfive\nsix"
    );
}

#[test]
fn pages_have_the_marks_that_a_browser_draws() {
    let page = "<p>Күн тәртібі:</p><ol start=3><li>үш<ol type=a><li>ішкі</ol><li value=7>жеті<li>сегіз</ol>\
        <ol reversed><li>екі<li>бір</ol><ul><li>нүкте</ul><ul style='list-style: none'><li>ештеңе</ul>\
        <ol style='list-style-type: upper-roman'><li>рим</ol>";
    assert_eq!(
        read(page.as_bytes()).unwrap().text(),
        "Күн тәртібі:\n3. үш\na. ішкі\n7. жеті\n8. сегіз\n2. екі\n1. бір\n• нүкте\nештеңе\nI. рим"
    );
}

#[test]
fn markdown_has_the_marks_of_its_source() {
    let text =
        "# Бағдарлама\n\n3. үш\n4. төрт\n\n1) жақша\n2) тағы\n\n* жұлдыз\n\n- сызық\n  1. ішкі\n";
    let document = read(text.as_bytes()).unwrap();
    assert_eq!(
        document.text(),
        "Бағдарлама\n3. үш\n4. төрт\n1) жақша\n2) тағы\n• жұлдыз\n– сызық\n1. ішкі"
    );
}

proptest! {
    #[test]
    fn marks_are_short_and_words_stay_without_them(
        items in proptest::collection::vec((0_u8..9, 0_usize..3), 1..40),
        formats in proptest::collection::vec("decimal|upperRoman|russianLower|lowerLetter|bullet|none|decimalZero|custom", 9),
        pattern in "[%1-9a-я.() -]{0,8}",
    ) {
        let levels: String = (0..9).zip(&formats).map(|(place, format)| level(place, format, &pattern)).collect();
        let numberings: String = (0..3)
            .map(|n| format!("<w:num w:numId='{}'><w:abstractNumId w:val='0'/></w:num>", n + 1))
            .collect();
        let numberings = format!("<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>{numberings}");
        let body: String = items
            .iter()
            .map(|(level, numbering)| item(&(numbering + 1).to_string(), *level, "сөз"))
            .collect();
        let document = Word::new(&body).xml("numbering", "numbering.xml", "numbering", &numberings).read();
        prop_assert_eq!(document.blocks.len(), items.len());
        for block in &document.blocks {
            match block {
                Block::ListItem { mark, text, .. } => {
                    prop_assert_eq!(text, "сөз");
                    let mark = mark.as_deref().unwrap_or_default();
                    prop_assert!(mark.len() <= 100 && mark == mark.trim());
                }
                Block::Paragraph { text } => prop_assert_eq!(text, "сөз"),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
