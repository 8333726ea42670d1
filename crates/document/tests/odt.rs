//! OpenDocument text.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::{Doubt, Format, LeftOutKind, Refusal};
use packages::{left_out, make_odt, make_zip, outline, read};

#[test]
fn words_blanks_and_breaks_stand_as_one_sees_them() {
    let bytes = make_odt(
        "",
        "<text:sequence-decls/><text:h text:outline-level='2'>Басты\n   хабар</text:h>\
         <text:p>Облыс <text:span>әкімі</text:span><text:tab/>жиын<text:line-break/>\n өткізді<text:s text:c='3'/>бүгін.</text:p>\
         <text:p/><text:p text:style-name='Title'>Аты</text:p>",
        &[],
    );
    let document = read(&bytes).unwrap();
    assert_eq!(document.format, Format::Odt);
    assert_eq!(
        outline(&document),
        [
            "h2 Басты хабар",
            "p Облыс әкімі\tжиын\nөткізді   бүгін.",
            "h0 Аты"
        ]
    );
}

#[test]
fn changes_comments_notes_and_hidden_words_stand_aside() {
    let bytes = make_odt(
        "<style:style style:name='T1' style:family='text'><style:text-properties text:display='none'/></style:style>",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>өшірілген</text:p></text:deletion>\
         </text:changed-region></text:tracked-changes>\
         <text:p>Мектеп<text:note text:note-class='endnote'><text:note-citation>i</text:note-citation><text:note-body>\
         <text:p>Соңғысы</text:p></text:note-body></text:note><text:note text:note-class='footnote'><text:note-citation>1\
         </text:note-citation><text:note-body><text:p>Ескертпе</text:p></text:note-body></text:note><text:change/> \
         ашылды.<office:annotation><dc:creator>Редактор</dc:creator><text:p>Тексеру керек</text:p></office:annotation>\
         <text:span text:style-name='T1'> жасырын</text:span></text:p>\
         <text:section text:display='none'><text:p>жасырын бөлім</text:p></text:section>",
        &[(
            "styles.xml",
            "<s xmlns:o='urn:o'><o:master-styles><o:page><o:header><o:p>Бланк</o:p></o:header><o:footer><o:p>7</o:p>\
             </o:footer></o:page></o:master-styles></s>"
                .as_bytes(),
        )],
    );
    let document = read(&bytes).unwrap();
    assert_eq!(
        outline(&document),
        ["p Мектеп ашылды.", "n Ескертпе", "n Соңғысы"]
    );
    assert_eq!(left_out(&document, LeftOutKind::Deletion), ["өшірілген"]);
    assert_eq!(left_out(&document, LeftOutKind::Comment), ["Тексеру керек"]);
    assert_eq!(
        left_out(&document, LeftOutKind::Hidden),
        ["жасырын", "жасырын бөлім"]
    );
    assert_eq!(left_out(&document, LeftOutKind::PageHeader), ["Бланк"]);
}

#[test]
fn lists_have_levels_and_those_without_a_sign_are_paragraphs() {
    let bytes = make_odt(
        "<text:list-style style:name='L9'><text:list-level-style-number text:level='1' style:num-format=''/></text:list-style>",
        "<text:list><text:list-item><text:p>бір</text:p><text:p>жалғасы</text:p><text:list><text:list-item><text:p>ішкі</text:p>\
         </text:list-item></text:list></text:list-item></text:list><text:list text:style-name='L9'><text:list-item>\
         <text:p>белгісіз</text:p></text:list-item></text:list>",
        &[],
    );
    assert_eq!(
        outline(&read(&bytes).unwrap()),
        ["i0 бір", "p жалғасы", "i1 ішкі", "p белгісіз"]
    );
}

#[test]
fn tables_have_what_spans_and_what_is_repeated() {
    let bytes = make_odt(
        "",
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>\
         <text:p>Қатысушылар</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>\
         <table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='2'><text:p>иә</text:p>\
         </table:table-cell></table:table-row><table:table-row table:number-rows-repeated='1000000'><table:table-cell \
         table:number-columns-repeated='1000000'/></table:table-row></table:table>",
        &[],
    );
    let document = read(&bytes).unwrap();
    assert_eq!(outline(&document), ["t Қатысушылар|//иә|иә//иә|иә"]);
}

#[test]
fn pictures_have_their_words_and_the_caption_of_their_frame() {
    let bytes = make_odt(
        "<style:style style:name='P7' style:family='paragraph' style:parent-style-name='Illustration'/>",
        "<text:p>Жиын өтті.<draw:frame draw:name='Frame1'><draw:text-box><text:p text:style-name='P7'><draw:frame \
         draw:name='zhiyn.jpg'><draw:image xlink:href='Pictures/1.jpg'/><svg:title>Аты</svg:title><svg:desc>Жиын залы</svg:desc>\
         </draw:frame>1-сурет: қатысушылар</text:p></draw:text-box></draw:frame></text:p>\
         <text:p><draw:frame><draw:image xlink:href='http://example.kz/2.jpg'/></draw:frame><draw:frame>\
         <draw:object xlink:href='./Object 1'/><draw:image xlink:href='./ObjectReplacements/Object 1'/></draw:frame></text:p>",
        &[
            ("Pictures/1.jpg", b"jpeg"),
            ("ObjectReplacements/Object 1", b"emf"),
        ],
    );
    let document = read(&bytes).unwrap();
    assert_eq!(
        outline(&document),
        ["p Жиын өтті.", "picture 0", "p 1-сурет: қатысушылар"]
    );
    let picture = &document.pictures[0];
    assert_eq!(picture.name.as_deref(), Some("zhiyn.jpg"));
    assert_eq!(picture.alternative.as_deref(), Some("Жиын залы"));
    assert_eq!(picture.caption.as_deref(), Some("1-сурет: қатысушылар"));
    assert_eq!(
        left_out(&document, LeftOutKind::MissingPicture),
        ["http://example.kz/2.jpg"]
    );
    assert_eq!(left_out(&document, LeftOutKind::Object).len(), 1);
}

#[test]
fn properties_are_read() {
    let meta = "<office:document-meta xmlns:office='urn:o' xmlns:dc='urn:d' xmlns:meta='urn:m'><office:meta>\
        <dc:title>Хабарлама</dc:title><meta:initial-creator>А. Серік</meta:initial-creator><dc:creator>Басқа</dc:creator>\
        <meta:creation-date>2026-02-27T09:30:00.123</meta:creation-date><meta:generator>LibreOffice</meta:generator>\
        <meta:document-statistic meta:page-count='3'/></office:meta></office:document-meta>";
    let bytes = make_odt(
        "",
        "<text:p>Мәтін</text:p>",
        &[("meta.xml", meta.as_bytes())],
    );
    let properties = read(&bytes).unwrap().properties;
    assert_eq!(properties.title.as_deref(), Some("Хабарлама"));
    assert_eq!(properties.author.as_deref(), Some("А. Серік"));
    assert_eq!(properties.created.as_deref(), Some("2026-02-27T09:30:00"));
    assert_eq!(properties.pages, Some(3));
}

#[test]
fn a_locked_document_is_refused_as_such() {
    let manifest = "<m:manifest xmlns:m='urn:m'><m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry>\
        </m:manifest>";
    let bytes = make_zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"\x8a\x01rubbish"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]);
    assert_eq!(read(&bytes).unwrap_err(), Refusal::Locked);
}

#[test]
fn one_that_breaks_off_gives_its_beginning() {
    let long: String = (0..3000)
        .map(|number| format!("<text:p>{number}-сөйлем, ұзақ мәтін.</text:p>"))
        .collect();
    let whole = make_odt("", &long, &[]);
    let document = read(&whole[..whole.len() / 2]).unwrap();
    assert_eq!(document.doubts, [Doubt::Damaged]);
    assert!(document.blocks.len() > 100);
}

#[test]
fn one_xml_is_read_with_its_pictures() {
    let xml = "<?xml version='1.0' encoding='UTF-8'?><office:document xmlns:office='urn:o' xmlns:text='urn:t' xmlns:draw='urn:d' \
        office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text><text:p>Жалғыз файл<draw:frame>\
        <draw:image><office:binary-data>anBl\n Zw==</office:binary-data></draw:image></draw:frame></text:p></office:text>\
        </office:body></office:document>";
    let document = read(xml.as_bytes()).unwrap();
    assert_eq!(document.format, Format::FlatOdt);
    assert_eq!(outline(&document), ["p Жалғыз файл", "picture 0"]);
    assert_eq!(document.pictures[0].bytes, b"jpeg");
}

#[test]
fn words_of_shapes_and_pictures_of_a_group_are_read_once() {
    let bytes = make_odt(
        "",
        "<text:p>Негізгі<draw:g><draw:custom-shape><text:p>Пішін ішінде</text:p><draw:enhanced-geometry/></draw:custom-shape>\
         <draw:frame><draw:image xlink:href='Pictures/1.png'/><draw:image xlink:href='Pictures/2.png'/></draw:frame>\
         <draw:frame><draw:image xlink:href='./Pictures/1.png'/></draw:frame></draw:g></text:p>",
        &[("Pictures/1.png", b"one"), ("Pictures/2.png", b"two")],
    );
    let document = read(&bytes).unwrap();
    assert_eq!(
        outline(&document),
        ["p Негізгі", "p Пішін ішінде", "picture 0", "picture 0"]
    );
    assert_eq!(document.pictures.len(), 1);
}
