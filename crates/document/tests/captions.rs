//! What is written for a picture: below it or above, beside it in a box, marked by a style or by a class of the page.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::Document;
use packages::{Word, make_odt, paragraph, read};

const BYTES: &[u8] = b"\x89PNG\r\n\x1a\npicture";

const PICTURE: &str = "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' descr='Көпір'/><a:graphic>\
    <a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='i1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic>\
    </wp:inline></w:drawing></w:r>";

fn word(body: &str) -> Document {
    let styles = "<w:style w:type='paragraph' w:styleId='a7'><w:name w:val='caption'/></w:style>";
    Word::new(body)
        .part("i1", "image", "media/a.png", BYTES)
        .xml("styles", "styles.xml", "styles", styles)
        .read()
}

fn caption(document: &Document) -> Option<&str> {
    document.pictures[0].caption.as_deref()
}

#[test]
fn what_stands_below_or_above_is_told_by_its_first_word() {
    for words in [
        "Сурет 1. Жаңа көпір",
        "Суретте: жаңа көпір",
        "Фото: жаңа көпір",
        "Рис. 2 – Новый мост",
        "На снимке: аким и жители",
        "(Сурет: әкімдіктің баспасөз қызметі)",
    ] {
        let below = format!(
            "<w:p>{PICTURE}</w:p>{}{}",
            paragraph(words),
            paragraph("Соңы.")
        );
        assert_eq!(caption(&word(&below)), Some(words));
        let above = format!(
            "{}<w:p>{PICTURE}</w:p>{}",
            paragraph(words),
            paragraph("Соңы.")
        );
        assert_eq!(caption(&word(&above)), Some(words));
    }
    let other = format!("<w:p>{PICTURE}</w:p>{}", paragraph("Көпір ашылды."));
    let document = word(&other);
    assert_eq!(caption(&document), None);
    assert_eq!(document.pictures[0].alternative.as_deref(), Some("Көпір"));
}

#[test]
fn a_style_marks_it_whatever_it_begins_with() {
    let body = format!(
        "<w:p>{PICTURE}</w:p><w:p><w:pPr><w:pStyle w:val='a7'/></w:pPr><w:r><w:t>Жаңа көпір</w:t></w:r></w:p>"
    );
    assert_eq!(caption(&word(&body)), Some("Жаңа көпір"));
    // a style that the file leaves to the program
    let styles = "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Illustration'/>";
    let body = "<text:p><draw:frame><draw:image xlink:href='Pictures/a.png'/></draw:frame></text:p>\
                <text:p text:style-name='P1'>Жаңа көпір</text:p>";
    let odt = make_odt(styles, body, &[("Pictures/a.png", BYTES)]);
    assert_eq!(caption(&read(&odt).unwrap()), Some("Жаңа көпір"));
}

#[test]
fn short_words_in_a_box_beside_a_picture_are_its_caption() {
    let boxed = |words: &str| {
        format!(
            "<w:p>{PICTURE}<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{}\
             </w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>",
            paragraph(words)
        )
    };
    assert_eq!(
        caption(&word(&boxed("Жаңа көпірдің ашылуы"))),
        Some("Жаңа көпірдің ашылуы")
    );
    let long = "Көпір туралы ұзақ әңгіме. ".repeat(20);
    assert_eq!(caption(&word(&boxed(&long))), None);
    let body = "<text:p><draw:frame><draw:text-box><text:p><draw:frame><draw:image xlink:href='Pictures/a.png'/>\
                </draw:frame>Жаңа көпірдің ашылуы</text:p></draw:text-box></draw:frame></text:p>";
    let odt = make_odt("", body, &[("Pictures/a.png", BYTES)]);
    assert_eq!(caption(&read(&odt).unwrap()), Some("Жаңа көпірдің ашылуы"));
}

#[test]
fn a_page_marks_it_by_its_elements_and_classes() {
    let image = "<img alt='Көпір' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>";
    for inside in [
        format!("<figure>{image}<figcaption>Жаңа көпірдің ашылуы</figcaption></figure>"),
        format!(
            "<div class='wp-caption'>{image}<p class='wp-caption-text'>Жаңа көпірдің ашылуы</p></div>"
        ),
        format!("<div>{image}<div class='photo__caption'>Жаңа көпірдің ашылуы</div></div>"),
    ] {
        let page = format!("<html><meta charset='utf-8'><body>{inside}<p>Соңы.</p></body></html>");
        let document = read(page.as_bytes()).unwrap();
        assert_eq!(caption(&document), Some("Жаңа көпірдің ашылуы"), "{inside}");
        assert_eq!(document.text(), "Жаңа көпірдің ашылуы\nСоңы.");
        assert_eq!(document.pictures[0].alternative.as_deref(), Some("Көпір"));
    }
    let page = format!(
        "<html><meta charset='utf-8'><body>{image}<p class='lead'>Көпір ашылды.</p></body></html>"
    );
    assert_eq!(caption(&read(page.as_bytes()).unwrap()), None);
}
