//! Files from strangers: whatever the bytes, what comes back is a document or a refusal.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::{Limits, Refusal};
use packages::{Word, make_odt, make_zip, paragraph, read};
use proptest::prelude::*;

fn sample_docx() -> Vec<u8> {
    let body = format!(
        "{}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc></w:tr></w:tbl><w:p><w:r>\
         <w:fldChar w:fldCharType='begin'/><w:footnoteReference w:id='1'/><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        paragraph("Облыс әкімі жиын өткізді."),
        paragraph("ұяшық")
    );
    Word::new(&body)
        .xml(
            "footnotes",
            "footnotes.xml",
            "footnotes",
            &format!(
                "<w:footnote w:id='1'>{}</w:footnote>",
                paragraph("ескертпе")
            ),
        )
        .bytes()
}

fn sample_odt() -> Vec<u8> {
    make_odt(
        "<text:list-style style:name='L1'/>",
        "<text:list><text:list-item><text:p>бір</text:p></text:list-item></text:list><table:table><table:table-row>\
         <table:table-cell table:number-columns-repeated='3'><text:p>иә</text:p></table:table-cell></table:table-row></table:table>",
        &[],
    )
}

/// Small limits, so that a test that runs into them ends soon.
const SMALL: Limits = Limits {
    unfolded_bytes: 8 << 20,
    depth: 256,
    parts: 20_000,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), kind in 0..5_usize) {
        let begin: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"PK\x05\x06", b"<office:document>", b"<w:wordDocument>"][kind];
        let _ = muragat_document::read(&[begin, &bytes].concat(), SMALL);
    }

    #[test]
    fn a_package_with_wrong_bytes_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
        of_word in any::<bool>(),
    ) {
        let mut bytes = if of_word { sample_docx() } else { sample_odt() };
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = muragat_document::read(&bytes, SMALL);
    }

    #[test]
    fn xml_with_wrong_bytes_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        tail in "[<>/a-z:='&;\"wp]{0,60}",
    ) {
        let mut xml = b"<w:document xmlns:w='urn:w'><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/>\
            </w:numPr></w:pPr><w:r><w:t>Text &amp; more</w:t><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>\
            </w:tbl></w:body></w:document>".to_vec();
        for (place, byte) in changes {
            let place = place.index(xml.len());
            xml[place] = byte;
        }
        xml.extend(tail.bytes());
        let bytes = make_zip(&[("word/document.xml", &xml)]);
        let _ = muragat_document::read(&bytes, SMALL);
    }
}

#[test]
fn a_bomb_of_a_zip_is_refused() {
    let blanks = vec![b' '; 300 << 20];
    let bytes = make_zip(&[("word/document.xml", &blanks), ("[Content_Types].xml", b"")]);
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(read(&bytes), Err(Refusal::TooLarge { .. })));
}

#[test]
fn entities_are_not_unfolded_and_nothing_outside_is_read() {
    let xml = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/hostname'>]>\
        <w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>Басы &b;&c; соңы</w:t></w:r></w:p></w:body></w:document>";
    let bytes = make_zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
    ]);
    assert_eq!(read(&bytes).unwrap().text(), "Басы  соңы");
}

#[test]
fn tables_within_tables_without_end_are_refused() {
    let depth = 3000;
    let body = format!(
        "{}{}",
        "<w:tbl><w:tr><w:tc>".repeat(depth),
        "</w:tc></w:tr></w:tbl>".repeat(depth)
    );
    let refusal = read(&Word::new(&body).bytes()).unwrap_err();
    assert!(matches!(refusal, Refusal::TooLarge { .. }));
}

#[test]
fn styles_that_turn_in_a_circle_end() {
    let style = |id: &str, base: &str| {
        format!(
            "<w:style w:styleId='{id}' w:type='paragraph'><w:name w:val='{id}'/><w:basedOn w:val='{base}'/></w:style>"
        )
    };
    let body = "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>Мәтін</w:t></w:r></w:p>";
    let styles = style("a", "b") + &style("b", "a");
    let document = Word::new(body)
        .xml("styles", "styles.xml", "styles", &styles)
        .read();
    assert_eq!(document.text(), "Мәтін");
}

#[test]
fn huge_counts_cost_nothing() {
    let body = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='4000000000'/></w:trPr><w:tc><w:tcPr><w:gridSpan \
        w:val='4000000000'/></w:tcPr><w:p><w:r><w:t>бір</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let text = Word::new(body).read().text();
    assert_eq!(text.trim(), "бір");
    let blanks = "<text:p>бір<text:s text:c='4000000000'/>екі</text:p>";
    let text = read(&make_odt("", blanks, &[])).unwrap().text();
    assert!(text.len() < 4096);
}
