//! Good files of each kind that break off at each tenth of their length, or have wrong bytes: each is read or refused, and
//! soon. A file of thousands within each other, of each kind that nests, as well.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use std::fmt::Write;
use std::time::{Duration, Instant};

use muragat_document::{Doubt, Format, recognise};
use packages::{Word, make_odt, make_zip, paragraph, read};

const TEXT: &str = "Облыс орталығында жаңа мектеп ашылды. Оған ұстаздар мен оқушылар қатысты.";
/// As long as a document may take.
const PATIENCE: Duration = Duration::from_secs(20);

fn make_pdf(pages: usize, root: &str) -> Vec<u8> {
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{root}>>"),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut kids = String::new();
    for page in 0..pages {
        let content = format!(
            "BT /F 11 Tf 50 700 Td 14 TL (Words of page {page} of a long report) Tj T* (that go on below.) Tj ET"
        );
        let number = objects.len() + 1;
        write!(kids, "{number} 0 R ").unwrap();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>",
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

/// A compound file with the streams of an old document of Word, which say nothing that is right.
fn make_compound(stream: &str) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    for name in [stream, "0Table", "1Table"] {
        let mut stream = file.create_stream(name).unwrap();
        let bytes: Vec<u8> = [0xEC, 0xA5, 0xC1, 0x00]
            .into_iter()
            .chain((0..2_000_u32).map(|n| (n * 7 % 256) as u8))
            .collect();
        std::io::Write::write_all(&mut stream, &bytes).unwrap();
    }
    file.into_inner().into_inner()
}

fn make_mail(content: &str) -> String {
    format!(
        "From: a@b.kz\r\nTo: c@d.kz\r\nDate: Fri, 27 Feb 2026 10:00:00 +0500\r\nMIME-Version: 1.0\r\n{content}"
    )
}

fn make_samples() -> Vec<(Format, Vec<u8>)> {
    let parts = format!(
        "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://a.kz/1\r\n\r\n<html><body><h1>Мектеп</h1><p>{TEXT}</p></body></html>\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
    );
    let rtf: String = TEXT
        .chars()
        .map(|c| match c.is_ascii() {
            true => c.to_string(),
            false => format!("\\u{}?", u32::from(c)),
        })
        .collect();
    vec![
        (Format::Docx, Word::new(&paragraph(TEXT).repeat(40)).bytes()),
        (
            Format::Odt,
            make_odt("", &format!("<text:p>{TEXT}</text:p>").repeat(40), &[]),
        ),
        (
            Format::FlatOdt,
            format!("<?xml version='1.0'?><office:document xmlns:office='urn:o' xmlns:text='urn:t' office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text><text:p>{TEXT}</text:p></office:text></office:body></office:document>").into_bytes(),
        ),
        (
            Format::WordXml,
            format!("<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w='urn:w'><w:body>{}</w:body></w:wordDocument>", paragraph(TEXT)).into_bytes(),
        ),
        (
            Format::Pptx,
            make_zip(&[
                ("[Content_Types].xml", b"<Types><Override PartName='/ppt/presentation.xml' ContentType='application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'/></Types>"),
                ("ppt/presentation.xml", b"<p:presentation xmlns:p='urn:p'/>"),
                ("ppt/slides/slide1.xml", b"<p:sld xmlns:p='urn:p' xmlns:a='urn:a'><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>text</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"),
            ]),
        ),
        (Format::Doc, make_compound("WordDocument")),
        (Format::Msg, make_compound("__properties_version1.0")),
        (
            Format::Rtf,
            format!("{{\\rtf1\\ansi\\ansicpg1251{{\\fonttbl{{\\f0\\fcharset204 Times;}}}}\\f0 {rtf}\\par\\trowd\\cellx900\\intbl a\\cell\\row}}").into_bytes(),
        ),
        (Format::Pdf, make_pdf(3, "")),
        (
            Format::Html,
            format!("<!DOCTYPE html><html><head><title>t</title></head><body><nav><a href=x>1</a></nav><article><p>{TEXT}</p><table><tr><td>a<td>b</table></article></body></html>").into_bytes(),
        ),
        (
            Format::Mhtml,
            format!("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.kz/1\r\nDate: Fri, 27 Feb 2026 10:00:00 +0500\r\nMIME-Version: 1.0\r\n{parts}").into_bytes(),
        ),
        (Format::Eml, make_mail(&parts).into_bytes()),
        (
            Format::Mbox,
            format!("From a@b Fri Feb 27 10:00:00 2026\nFrom: a\nTo: b\n\n{TEXT}\n\n").repeat(3).into_bytes(),
        ),
        (
            Format::TelegramJson,
            format!("{{\"name\":\"a\",\"type\":\"public_channel\",\"id\":1,\"messages\":[{{\"id\":1,\"type\":\"message\",\"date\":\"2026-02-27T10:00:00\",\"text\":\"{TEXT}\"}}]}}").into_bytes(),
        ),
        (
            Format::Markdown,
            format!("# Мектеп\n\n{TEXT}\n\n- a\n- b\n\n|a|b|\n|-|-|\n|c|d|\n").into_bytes(),
        ),
        (Format::Text, TEXT.as_bytes().to_vec()),
        (
            Format::Zip,
            make_zip(&[("a.txt", TEXT.as_bytes()), ("b/c.txt", TEXT.as_bytes())]),
        ),
    ]
}

/// Reads, and fails where it takes too long.
fn read_soon(bytes: &[u8], what: &str) {
    let begin = Instant::now();
    let _ = read(bytes);
    assert!(begin.elapsed() < PATIENCE, "{what}: {:?}", begin.elapsed());
}

#[test]
fn a_file_that_breaks_off_at_any_tenth_is_read_or_refused() {
    for (format, bytes) in make_samples() {
        assert_eq!(recognise(&bytes), Some(format));
        for tenth in 0..10 {
            let cut = &bytes[..bytes.len() * tenth / 10];
            read_soon(cut, &format!("{format:?} cut at {tenth}"));
        }
    }
}

#[test]
fn what_a_broken_file_still_has_is_taken() {
    for (format, bytes) in make_samples() {
        let is_open = matches!(
            format,
            Format::Html
                | Format::Eml
                | Format::Mbox
                | Format::Rtf
                | Format::Text
                | Format::Markdown
        );
        if is_open {
            let read = read(&bytes[..bytes.len() * 9 / 10]);
            assert!(read.is_ok(), "{format:?}: {read:?}");
        }
    }
}

#[test]
fn files_with_wrong_bytes_are_read_or_refused() {
    // a simple row of numbers, the same each time
    let mut state = 20_260_227_u64;
    let mut next = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for (format, bytes) in make_samples() {
        for round in 0..30 {
            let mut spoilt = bytes.clone();
            for _ in 0..=round / 3 {
                let at = next(spoilt.len());
                spoilt[at] ^= 1 << next(8);
            }
            read_soon(&spoilt, &format!("{format:?} spoilt {round}"));
        }
    }
}

#[test]
fn thousands_within_each_other_end_soon() {
    let deep = 20_000;
    let pdf_array = format!("/X {}{}", "[".repeat(deep), "]".repeat(deep));
    let pdf_dictionary = format!("/X {}1{}", "<</A ".repeat(deep), ">>".repeat(deep));
    let odt = |inside: &str| make_odt("", inside, &[]);
    for (what, bytes) in [
        (
            "Word",
            Word::new(&"<w:sdt><w:sdtContent>".repeat(deep)).bytes(),
        ),
        ("OpenDocument", odt(&"<text:section>".repeat(deep))),
        ("lists", odt(&"<text:list><text:list-item>".repeat(deep))),
        (
            "Rich Text",
            format!("{{\\rtf1 {}x", "{".repeat(deep * 10)).into_bytes(),
        ),
        (
            "a page",
            format!("<html>{}", "<table><tr><td>".repeat(deep)).into_bytes(),
        ),
        ("arrays", make_pdf(1, &pdf_array)),
        ("dictionaries", make_pdf(1, &pdf_dictionary)),
        (
            "JSON",
            format!(
                "{{\"id\":1,\"date\":1,\"text\":1,\"messages\":{}",
                "[".repeat(deep)
            )
            .into_bytes(),
        ),
    ] {
        read_soon(&bytes, what);
    }
}

#[test]
fn laughs_of_a_billion_are_not_laughed() {
    let mut entities = "<!ENTITY a 'ha'>".to_owned();
    for (before, name) in ('a'..'j').zip('b'..='j') {
        let ten = format!("&{before};").repeat(10);
        write!(entities, "<!ENTITY {name} '{ten}'>").unwrap();
    }
    let xml = format!(
        "<!DOCTYPE d [{entities}]><office:document xmlns:office='urn:o' xmlns:text='urn:t' office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text><text:p>Басы&j; соңы</text:p></office:text></office:body></office:document>"
    );
    assert_eq!(read(xml.as_bytes()).unwrap().text(), "Басы соңы");
}

#[test]
fn of_a_large_mailbox_the_first_mails_are_taken() {
    let mail = format!(
        "From a@b Fri Feb 27 10:00:00 2026\nFrom: a\nTo: b\n\n{}\n\n",
        TEXT.repeat(20)
    );
    let mailbox = mail.repeat(200);
    let limits = muragat_document::Limits {
        unfolded_bytes: mailbox.len() as u64,
        ..muragat_document::Limits::default()
    };
    let read = muragat_document::read(mailbox.as_bytes(), limits).unwrap();
    assert!(
        (90..=110).contains(&read.enclosed.len()),
        "{}",
        read.enclosed.len()
    );
    assert_eq!(read.doubts, [Doubt::CutOff]);
}
