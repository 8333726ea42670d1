//! What holds for documents of every format, and documents of one format within those of another.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::{Doubt, Format, LeftOutKind, Refusal, recognise};
use packages::{Word, left_out, make_odt, outline, paragraph, read};

#[test]
fn pieces_of_other_formats_stand_in_a_document_of_word() {
    let page = "<html><head><meta charset='utf-8'></head><body><p>Бет <b>сөзі</b></p>\
                <ul><li>Бірінші</li></ul></body></html>";
    let kept = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
                Content-Type: text/html; charset=utf-8\r\nContent-Location: file:///a.htm\r\n\r\n\
                <html><body><p>Сақталған бет</p></body></html>\r\n--b--\r\n";
    let rich = r"{\rtf1\ansi\ansicpg1251 \'cc\'e0\'f2\'b3\'ed\par}";
    for (name, content, expected) in [
        ("a.htm", page, vec!["p Бет сөзі", "i0 • Бірінші"]),
        ("a.mht", kept, vec!["p Сақталған бет"]),
        ("a.rtf", rich, vec!["p Матін"]),
        ("a.txt", "Жай мәтін", vec!["p Жай мәтін"]),
    ] {
        let body = format!(
            "{}<w:altChunk r:id='c1'/>{}",
            paragraph("Басы"),
            paragraph("Соңы")
        );
        let document = Word::new(&body)
            .part("c1", "aFChunk", name, content.as_bytes())
            .read();
        let whole = [vec!["p Басы"], expected, vec!["p Соңы"]].concat();
        assert_eq!(outline(&document), whole, "{name}");
        assert!(left_out(&document, LeftOutKind::Object).is_empty());
    }
}

#[test]
fn an_old_font_is_told_by_the_run_its_style_or_what_stands_for_all() {
    let words = "ќала ўлы";
    let of_run = format!(
        "<w:p><w:r><w:rPr><w:rFonts w:ascii='Times Kaz' w:hAnsi='Times Kaz'/></w:rPr><w:t>{words}</w:t></w:r>\
         <w:r><w:t xml:space='preserve'> її {words}</w:t></w:r></w:p>"
    );
    let document = Word::new(&of_run).read();
    assert_eq!(outline(&document), ["p қала ұлы її ќала ўлы"]);
    let [
        Doubt::OldFont {
            font,
            before,
            after,
        },
    ] = document.doubts.as_slice()
    else {
        panic!("{:?}", document.doubts);
    };
    assert_eq!(
        (font.as_str(), before.as_str(), after.as_str()),
        ("Times Kaz", words, "қала ұлы")
    );

    let style = "<w:style w:type='paragraph' w:styleId='K'><w:name w:val='Kazakh'/><w:rPr>\
                 <w:rFonts w:ascii='Arial Kaz' w:hAnsi='Arial Kaz'/></w:rPr></w:style>";
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val='K'/></w:pPr><w:r><w:t>її ўлы</w:t></w:r></w:p>{}",
        paragraph("її Україна")
    );
    let document = Word::new(&body)
        .xml("styles", "styles.xml", "styles", style)
        .read();
    assert_eq!(outline(&document), ["p үү ұлы", "p її Україна"]);

    let defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='KZ Times' w:hAnsi='KZ Times'/>\
                    </w:rPr></w:rPrDefault></w:docDefaults>";
    let document = Word::new(&paragraph("її ўлы"))
        .xml("styles", "styles.xml", "styles", defaults)
        .read();
    assert_eq!(outline(&document), ["p үү ұлы"]);
}

#[test]
fn an_old_font_of_opendocument_is_told_by_the_styles_of_words_and_paragraphs() {
    let styles = "<style:style style:name='P1' style:family='paragraph'><style:text-properties \
                  style:font-name='Times Kaz'/></style:style><style:style style:name='T1' style:family='text'>\
                  <style:text-properties style:font-name='Arial'/></style:style>";
    let body = "<text:p text:style-name='P1'>ўлы <text:span text:style-name='T1'>її</text:span> ќала</text:p>\
                <text:p>її мати</text:p>";
    let document = read(&make_odt(styles, body, &[])).unwrap();
    assert_eq!(outline(&document), ["p ұлы її қала", "p її мати"]);
    assert!(matches!(
        document.doubts.as_slice(),
        [Doubt::OldFont { .. }]
    ));
}

#[test]
fn lost_letters_are_refused_whatever_the_format() {
    let lost = "?аза?стан Республикасыны? Президенті ?лкен жиынды аш?ан к?ні";
    let page = format!("<html><meta charset='utf-8'><body><p>{lost}</p></body></html>");
    let mail = format!(
        "From: a@example.kz\r\nTo: b@example.kz\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{lost}\r\n"
    );
    for bytes in [
        Word::new(&paragraph(lost)).bytes(),
        make_odt("", &format!("<text:p>{lost}</text:p>"), &[]),
        page.into_bytes(),
        mail.into_bytes(),
        lost.as_bytes().to_vec(),
    ] {
        let format = recognise(&bytes);
        assert_eq!(read(&bytes), Err(Refusal::LettersLost), "{format:?}");
    }
}

#[test]
fn captions_of_a_page_are_those_that_begin_as_captions_do() {
    let picture = "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>";
    let page = format!(
        "<html><meta charset='utf-8'><body><p>Жиын өтті.</p><p>{picture}</p><p>Сурет: әкімдік</p>\
         <p>Соңы.</p><p>{picture}</p><p>Тағы сөз.</p></body></html>"
    );
    let document = read(page.as_bytes()).unwrap();
    let captions: Vec<Option<&str>> = document
        .pictures
        .iter()
        .map(|it| it.caption.as_deref())
        .collect();
    assert_eq!(captions, [Some("Сурет: әкімдік"), None]);
}

#[test]
fn a_page_that_word_wrote_is_a_page() {
    let page = "<html xmlns:w='urn:schemas-microsoft-com:office:word'><head><!--[if gte mso 9]><xml>\
                <w:WordDocument></w:WordDocument></xml><![endif]--></head><body><p>Word беті</p></body></html>";
    assert_eq!(recognise(page.as_bytes()), Some(Format::Html));
    let xml = "<?xml version='1.0'?><!-- a --><?mso-application progid=\"Word.Document\"?>\
               <w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'><w:body>\
               <w:p><w:r><w:t>Жай сөз</w:t></w:r></w:p></w:body></w:wordDocument>";
    assert_eq!(recognise(xml.as_bytes()), Some(Format::WordXml));
    assert_eq!(outline(&read(xml.as_bytes()).unwrap()), ["p Жай сөз"]);
}

#[test]
fn nothing_at_all_is_empty() {
    assert_eq!(read(&[]), Err(Refusal::Empty));
}
