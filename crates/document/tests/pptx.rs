//! Presentations.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::{Format, LeftOutKind};
use packages::{left_out, make_zip, outline, read};

const SPACES: &str = "xmlns:p='urn:p' xmlns:a='urn:a' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

fn slide(attributes: &str, shapes: &str) -> String {
    format!("<p:sld {SPACES} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>")
}

fn shape(role: &str, paragraphs: &str) -> String {
    let role = match role {
        "" => String::new(),
        role => format!("<p:ph type='{role}'/>"),
    };
    format!(
        "<p:sp><p:nvSpPr><p:nvPr>{role}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"
    )
}

fn words(words: &str) -> String {
    format!("<a:p><a:r><a:t>{words}</a:t></a:r></a:p>")
}

fn relations(list: &[(&str, &str, &str)]) -> String {
    let relation = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id='{id}' Type='urn:x/{kind}' Target='{target}'/>")
    };
    let list: String = list.iter().map(relation).collect();
    format!("<Relationships>{list}</Relationships>")
}

#[test]
fn slides_stand_in_the_order_of_the_show() {
    let first = slide(
        "",
        &[
            shape("body", &(words("бірінші тармақ") + "<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>белгісіз</a:t></a:r></a:p>")),
            shape("title", &words("Жоспар")),
            shape("ftr", &words("Әкімдік")),
            shape("sldNum", &words("1")),
            shape("", "<a:p><a:r><a:t>еркін</a:t></a:r><a:br/><a:r><a:t>мәтін</a:t></a:r></a:p>"),
            "<p:pic><p:nvPicPr><p:cNvPr name='zal.png' descr='Зал'/></p:nvPicPr><p:blipFill><a:blip r:embed='rId1'/></p:blipFill></p:pic>"
                .to_owned(),
            format!(
                "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan='2'><a:txBody>{}</a:txBody></a:tc>\
                 <a:tc hMerge='1'><a:txBody/></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
                words("ұяшық")
            ),
        ]
        .concat(),
    );
    let second = slide("show='0'", &shape("", &words("Жасырын слайд")));
    let notes = slide("", &shape("body", &words("Баяу айту")));
    let show = format!(
        "<p:presentation {SPACES}><p:sldIdLst><p:sldId id='256' r:id='rId7'/><p:sldId id='257' r:id='rId6'/></p:sldIdLst></p:presentation>"
    );
    let bytes = make_zip(&[
        (
            "[Content_Types].xml",
            b"<Types><Override PartName='/ppt/presentation.xml' ContentType='application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'/></Types>",
        ),
        ("ppt/presentation.xml", show.as_bytes()),
        (
            "ppt/_rels/presentation.xml.rels",
            relations(&[("rId6", "slide", "slides/slide1.xml"), ("rId7", "slide", "slides/slide2.xml")]).as_bytes(),
        ),
        ("ppt/slides/slide1.xml", second.as_bytes()),
        ("ppt/slides/slide2.xml", first.as_bytes()),
        (
            "ppt/slides/_rels/slide2.xml.rels",
            relations(&[("rId1", "image", "../media/image1.png"), ("rId2", "notesSlide", "../notesSlides/notesSlide1.xml")])
                .as_bytes(),
        ),
        ("ppt/notesSlides/notesSlide1.xml", notes.as_bytes()),
        ("ppt/media/image1.png", b"png"),
    ]);
    let document = read(&bytes).unwrap();
    assert_eq!(document.format, Format::Pptx);
    assert_eq!(
        outline(&document),
        [
            "h1 Жоспар",
            "i0 • бірінші тармақ",
            "p белгісіз",
            "p еркін\nмәтін",
            "picture 0",
            "p ұяшық"
        ]
    );
    assert_eq!(document.pictures[0].name.as_deref(), Some("zal.png"));
    assert_eq!(document.pictures[0].alternative.as_deref(), Some("Зал"));
    assert_eq!(left_out(&document, LeftOutKind::PageHeader), ["Әкімдік"]);
    assert_eq!(left_out(&document, LeftOutKind::SpeakerNote), ["Баяу айту"]);
    assert_eq!(left_out(&document, LeftOutKind::Hidden), ["Жасырын слайд"]);
}
