//! Documents of Word since 2007.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use muragat_document::{Block, Doubt, Format, LeftOutKind, Refusal};
use packages::{Word, left_out, make_zip, outline, paragraph, read};

#[test]
fn words_stand_as_one_sees_them() {
    let document = Word::new(
        "<w:p><w:r><w:t>Облыс</w:t></w:r><w:r><w:t xml:space='preserve'> әкімі</w:t></w:r>\
         <w:r><w:tab/><w:t>жиын</w:t><w:br/><w:t>өткізді</w:t></w:r></w:p>\
         <w:p><w:r><w:t>Алматы</w:t><w:noBreakHyphen/><w:t>Астана</w:t><w:softHyphen/><w:t>сы</w:t>\
         <w:sym w:font='Symbol' w:char='F0B0'/></w:r></w:p><w:p/>",
    )
    .read();
    assert_eq!(document.format, Format::Docx);
    assert_eq!(
        outline(&document),
        [
            "p Облыс әкімі\tжиын\nөткізді",
            "p Алматы\u{2011}Астана\u{ad}сы°"
        ]
    );
    assert_eq!(document.properties.title.as_deref(), Some("Хабарлама"));
    assert_eq!(
        document.properties.author.as_deref(),
        Some("Баспасөз қызметі")
    );
    assert_eq!(
        document.properties.created.as_deref(),
        Some("2026-02-27T04:30:00Z")
    );
}

#[test]
fn tracked_changes_give_the_accepted_text() {
    let document = Word::new(
        "<w:p><w:r><w:t xml:space='preserve'>Мектеп </w:t></w:r>\
         <w:del><w:r><w:delText>жабылды</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>ашылды</w:t></w:r></w:ins></w:p>\
         <w:p><w:moveFrom><w:r><w:t>Көшкен сөйлем.</w:t></w:r></w:moveFrom></w:p>\
         <w:p><w:moveTo><w:r><w:t>Көшкен сөйлем.</w:t></w:r></w:moveTo></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>Екі бөлік </w:t></w:r></w:p>\
         <w:p><w:r><w:t>бір болды.</w:t></w:r></w:p>",
    )
    .read();
    assert_eq!(
        outline(&document),
        [
            "p Мектеп ашылды",
            "p Көшкен сөйлем.",
            "p Екі бөлік бір болды."
        ]
    );
    assert_eq!(left_out(&document, LeftOutKind::Deletion), ["жабылды"]);
}

#[test]
fn a_large_first_letter_is_of_its_word() {
    let letter = "<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr><w:r><w:t>О</w:t></w:r></w:p>";
    let document = Word::new(&format!("{letter}{}", paragraph("блыс әкімі"))).read();
    assert_eq!(outline(&document), ["p Облыс әкімі"]);
}

#[test]
fn fields_give_their_result() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t xml:space='preserve'>Күні: </w:t></w:r>{}<w:r><w:instrText>DATE \\@</w:instrText>\
         <w:t>ҚАТЕ</w:t></w:r>{}<w:r><w:t>27 ақпан</w:t></w:r>{}<w:fldSimple w:instr='PAGE'><w:r><w:t>, 1-бет</w:t></w:r>\
         </w:fldSimple></w:p>",
        field("begin"),
        field("separate"),
        field("end")
    );
    assert_eq!(
        outline(&Word::new(&body).read()),
        ["p Күні: 27 ақпан, 1-бет"]
    );
    // A field that does not end takes no words with it.
    let open = format!("<w:p>{}</w:p>{}", field("begin"), paragraph("Жалғасы бар."));
    assert_eq!(outline(&Word::new(&open).read()), ["p Жалғасы бар."]);
}

#[test]
fn hidden_words_are_left_out_by_run_and_by_style() {
    let document = Word::new(
        "<w:p><w:r><w:t xml:space='preserve'>Ашық. </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Жасырын.</w:t></w:r>\
         <w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Көрінеді.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='Secret'/></w:pPr><w:r><w:t>Бұл да жасырын.</w:t></w:r></w:p>",
    )
    .xml(
        "styles",
        "styles.xml",
        "styles",
        "<w:style w:type='paragraph' w:styleId='Base'><w:name w:val='Base'/><w:rPr><w:vanish/></w:rPr></w:style>\
         <w:style w:type='paragraph' w:styleId='Secret'><w:name w:val='Secret'/><w:basedOn w:val='Base'/></w:style>",
    )
    .read();
    assert_eq!(outline(&document), ["p Ашық. Көрінеді."]);
    assert_eq!(
        left_out(&document, LeftOutKind::Hidden),
        ["Жасырын.", "Бұл да жасырын."]
    );
}

#[test]
fn headings_and_items_are_told_by_style_level_and_numbering() {
    let styled = |style: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        styled("1", "Басты тақырып"),
        styled("Sub", "Туынды тақырып"),
        styled("Title", "Құжат аты"),
        "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>Деңгей</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='5'/></w:numPr></w:pPr><w:r><w:t>екінші деңгей</w:t></w:r></w:p>"
            .to_owned(),
        styled("Bullet", "тізім стилі"),
        "<w:p><w:pPr><w:pStyle w:val='Bullet'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>белгісіз</w:t></w:r></w:p>"
            .to_owned(),
        "<w:p><w:pPr><w:numPr><w:numId w:val='6'/></w:numPr></w:pPr><w:r><w:t>көрінбейтін нөмір</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let document = Word::new(&body)
        .xml(
            "styles",
            "styles.xml",
            "styles",
            "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>\
             <w:style w:type='paragraph' w:styleId='Sub'><w:name w:val='Own'/><w:basedOn w:val='1'/>\
             <w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>\
             <w:style w:type='paragraph' w:styleId='Bullet'><w:name w:val='List Bullet'/><w:pPr><w:numPr>\
             <w:numId w:val='5'/></w:numPr></w:pPr></w:style>",
        )
        .xml(
            "numbering",
            "numbering.xml",
            "numbering",
            "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='•'/></w:lvl>\
             </w:abstractNum><w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='none'/>\
             <w:lvlText w:val=''/></w:lvl></w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>\
             <w:num w:numId='6'><w:abstractNumId w:val='2'/></w:num>",
        )
        .read();
    assert_eq!(
        outline(&document),
        [
            "h1 Басты тақырып",
            "h2 Туынды тақырып",
            "h0 Құжат аты",
            "h3 Деңгей",
            "i1 екінші деңгей",
            "i0 • тізім стилі",
            "p белгісіз",
            "p көрінбейтін нөмір",
        ]
    );
}

#[test]
fn tables_keep_their_columns_where_cells_span() {
    let cell = |properties: &str, words: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
            paragraph(words)
        )
    };
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}<w:tc>{}{}</w:tc></w:tr></w:tbl>",
        cell("<w:gridSpan w:val='2'/>", "Аты-жөні"),
        cell("", "Лауазымы"),
        cell("<w:vMerge w:val='restart'/>", "Сәуле"),
        cell("", "Омарова"),
        cell("", "төрайым"),
        cell("<w:vMerge/>", ""),
        cell("", "Ғалым"),
        paragraph("ұстаз"),
        paragraph("№ 5 мектеп"),
    );
    let document = Word::new(&body).read();
    assert_eq!(
        outline(&document),
        ["t Аты-жөні||Лауазымы//Сәуле|Омарова|төрайым//|Ғалым|ұстаз\n№ 5 мектеп"]
    );
    assert_eq!(
        document.text().lines().nth(2),
        Some("\tҒалым\tұстаз № 5 мектеп")
    );
}

#[test]
fn a_table_in_a_cell_is_lines_and_one_of_a_single_cell_is_its_text() {
    let inner = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("ішкі"),
        paragraph("кесте")
    );
    let outer = format!(
        "<w:tbl><w:tr><w:tc>{}{inner}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("сырты"),
        paragraph("жаны")
    );
    assert_eq!(
        outline(&Word::new(&outer).read()),
        ["p сырты", "p ішкі\tкесте", "p жаны"]
    );
    let frame = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        paragraph("бірінші"),
        paragraph("екінші")
    );
    assert_eq!(
        outline(&Word::new(&frame).read()),
        ["p бірінші", "p екінші"]
    );
}

const PICTURE: &str = "<w:drawing><wp:inline><wp:docPr id='1' name='Рисунок 1' descr='Жаңа мектеп'/><a:graphic>\
    <a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id='0' name='mektep.jpg'/></pic:nvPicPr><pic:blipFill>\
    <a:blip r:embed='p1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";

#[test]
fn pictures_have_their_name_words_and_caption() {
    let body = format!(
        "{}<w:p><w:r>{PICTURE}</w:r></w:p>{}{}",
        paragraph("Мектеп ашылды."),
        paragraph("Суретте: ашылу сәті"),
        "<w:p><w:r><w:pict><v:shape alt='Көпір'><v:imagedata r:id='p2' o:title='kopir'/></v:shape></w:pict></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='Caption'/></w:pPr><w:r><w:t>Өзен үстінде</w:t></w:r></w:p>"
    );
    let document = Word::new(&body)
        .part("p1", "image", "media/image1.jpeg", b"jpeg")
        .part("p2", "image", "media/image2.png", b"png")
        .read();
    assert_eq!(
        outline(&document),
        [
            "p Мектеп ашылды.",
            "picture 0",
            "p Суретте: ашылу сәті",
            "picture 1",
            "p Өзен үстінде"
        ]
    );
    let [first, second] = document.pictures.as_slice() else {
        panic!("two pictures")
    };
    assert_eq!(first.name.as_deref(), Some("mektep.jpg"));
    assert_eq!(first.alternative.as_deref(), Some("Жаңа мектеп"));
    assert_eq!(first.caption.as_deref(), Some("Суретте: ашылу сәті"));
    assert_eq!(first.bytes, b"jpeg");
    assert_eq!(second.name.as_deref(), Some("image2.png"));
    assert_eq!(second.alternative.as_deref(), Some("Көпір"));
    assert_eq!(second.caption.as_deref(), Some("Өзен үстінде"));
}

#[test]
fn pictures_that_are_not_in_the_file_are_told() {
    let body = format!("{}<w:p><w:r>{PICTURE}</w:r></w:p>", paragraph("Мәтін"));
    let document = Word::new(&body)
        .outside("p1", "image", "http://example.kz/photo.jpg")
        .read();
    assert!(document.pictures.is_empty());
    assert_eq!(
        left_out(&document, LeftOutKind::MissingPicture),
        ["http://example.kz/photo.jpg"]
    );
}

#[test]
fn a_text_box_stands_once_at_its_anchor() {
    let words = paragraph("Терезедегі мәтін");
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wps:wsp><wps:txbx>\
         <w:txbxContent>{words}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape>\
         </w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Негізгі мәтін</w:t></w:r></w:p>"
    );
    assert_eq!(
        outline(&Word::new(&body).read()),
        ["p Терезедегі мәтін", "p Негізгі мәтін"]
    );
}

#[test]
fn notes_stand_at_the_end_and_comments_and_headers_beside_the_text() {
    let document = Word::new(
        "<w:p><w:r><w:t>Бірінші</w:t><w:footnoteReference w:id='3'/></w:r>\
         <w:r><w:t xml:space='preserve'> екінші</w:t><w:endnoteReference w:id='2'/><w:commentReference w:id='0'/></w:r></w:p>",
    )
    .xml(
        "footnotes",
        "footnotes.xml",
        "footnotes",
        &format!(
            "<w:footnote w:id='0' w:type='separator'>{}</w:footnote><w:footnote w:id='3'>{}</w:footnote>",
            paragraph("бөлгіш"),
            paragraph("Ескертпе")
        ),
    )
    .xml(
        "endnotes",
        "endnotes.xml",
        "endnotes",
        &format!("<w:endnote w:id='2'>{}</w:endnote>", paragraph("Соңғы ескертпе")),
    )
    .xml(
        "comments",
        "comments.xml",
        "comments",
        &format!("<w:comment w:id='0'>{}</w:comment>", paragraph("Тексеру керек")),
    )
    .xml("header", "header1.xml", "hdr", &paragraph("Әкімдік бланкі"))
    .xml("footer", "footer1.xml", "ftr", &paragraph("12"))
    .read();
    assert_eq!(
        outline(&document),
        ["p Бірінші екінші", "n Ескертпе", "n Соңғы ескертпе"]
    );
    assert_eq!(left_out(&document, LeftOutKind::Comment), ["Тексеру керек"]);
    assert_eq!(
        left_out(&document, LeftOutKind::PageHeader),
        ["Әкімдік бланкі"]
    );
}

#[test]
fn strict_names_and_a_main_part_of_another_name_are_read() {
    let body = "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body><x:p><x:r><x:t>Қатаң \
        түр</x:t></x:r></x:p></x:body></x:document>";
    let relations = "<Relationships><Relationship Id='a' \
        Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='/word/other2.xml'/></Relationships>";
    let types = "<Types><Override PartName='/word/other2.xml' \
        ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let bytes = make_zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relations.as_bytes()),
        ("word/other2.xml", body.as_bytes()),
    ]);
    assert_eq!(outline(&read(&bytes).unwrap()), ["p Қатаң түр"]);
    let without_relations = make_zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("word/other2.xml", body.as_bytes()),
    ]);
    assert_eq!(outline(&read(&without_relations).unwrap()), ["p Қатаң түр"]);
}

#[test]
fn a_document_that_stands_as_a_piece_is_read_at_its_place_and_not_too_deep() {
    let inner = Word::new(&paragraph("Ішкі құжат")).bytes();
    let body = format!(
        "{}<w:altChunk r:id='c1'/>{}",
        paragraph("Басы"),
        paragraph("Соңы")
    );
    let document = Word::new(&body)
        .part("c1", "aFChunk", "chunk.docx", &inner)
        .read();
    assert_eq!(outline(&document), ["p Басы", "p Ішкі құжат", "p Соңы"]);

    let mut nested = inner;
    for level in 0..6 {
        let body = format!("{}<w:altChunk r:id='c1'/>", paragraph(&level.to_string()));
        nested = Word::new(&body)
            .part("c1", "aFChunk", "chunk.docx", &nested)
            .bytes();
    }
    let document = read(&nested).unwrap();
    assert_eq!(outline(&document), ["p 5", "p 4", "p 3", "p 2"]);
    assert_eq!(left_out(&document, LeftOutKind::Object), ["chunk.docx"]);
}

#[test]
fn objects_and_formulas_are_told() {
    let document = Word::new(
        "<w:p><w:r><w:t>Мәтін</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>\
         <w:r><w:object><v:shape><v:imagedata r:id='p1'/></v:shape><o:OLEObject ProgID='Excel.Sheet.12' r:id='e1'/>\
         </w:object></w:r></w:p>",
    )
    .part("p1", "image", "media/image1.emf", b"emf")
    .part("e1", "package", "embeddings/kesте.xlsx", b"xlsx")
    .read();
    assert_eq!(
        left_out(&document, LeftOutKind::Object),
        ["x=1", "Excel.Sheet.12"]
    );
    assert!(document.pictures.is_empty());
    assert_eq!(document.enclosed[0].name, "kesте.xlsx");
}

#[test]
fn what_is_locked_empty_or_broken_is_said() {
    let wide: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let locked = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &wide].concat();
    assert_eq!(read(&locked).unwrap_err(), Refusal::Locked);
    assert_eq!(
        read(&Word::new("<w:p/>").bytes()).unwrap_err(),
        Refusal::Empty
    );

    let long: String = (0..3000)
        .map(|number| paragraph(&format!("{number}-сөйлем, ұзақ мәтін.")))
        .collect();
    let whole = Word::new(&long).bytes();
    let cut = read(&whole[..whole.len() / 2]).unwrap();
    assert_eq!(cut.doubts, [Doubt::Damaged]);
    assert!(cut.blocks.len() > 100);
    assert!(matches!(&cut.blocks[7], Block::Paragraph { text } if text == "7-сөйлем, ұзақ мәтін."));
}

#[test]
fn the_xml_of_2003_is_read() {
    let xml = "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument \
        xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' xmlns:aml='urn:a' xmlns:wx='urn:x' \
        xmlns:v='urn:schemas-microsoft-com:vml'><w:body><wx:sect><w:p><w:r><w:t>Бұрынғы түр</w:t></w:r>\
        <aml:annotation w:type='Word.Deletion'><aml:content><w:r><w:delText>ескі</w:delText></w:r></aml:content>\
        </aml:annotation><w:r><w:footnote><w:p><w:r><w:t>Ескертпе</w:t></w:r></w:p></w:footnote></w:r></w:p>\
        <w:p><w:r><w:pict><w:binData w:name='wordml://1.jpg'>anBlZw==</w:binData><v:shape><v:imagedata \
        src='wordml://1.jpg'/></v:shape></w:pict></w:r></w:p></wx:sect></w:body></w:wordDocument>";
    let document = read(xml.as_bytes()).unwrap();
    assert_eq!(document.format, Format::WordXml);
    assert_eq!(
        outline(&document),
        ["p Бұрынғы түр", "n Ескертпе", "picture 0"]
    );
    assert_eq!(document.pictures[0].bytes, b"jpeg");
    assert_eq!(left_out(&document, LeftOutKind::Deletion), ["ескі"]);
}

#[test]
fn a_package_as_one_xml_is_read() {
    let xml = "<?xml version='1.0'?><pkg:package xmlns:pkg='urn:pkg'><pkg:part pkg:name='/_rels/.rels'><pkg:xmlData>\
        <Relationships><Relationship Id='a' Type='urn:r/officeDocument' Target='word/document.xml'/></Relationships>\
        </pkg:xmlData></pkg:part><pkg:part pkg:name='/word/_rels/document.xml.rels'><pkg:xmlData><Relationships>\
        <Relationship Id='p1' Type='urn:r/image' Target='media/image1.jpeg'/></Relationships></pkg:xmlData></pkg:part>\
        <pkg:part pkg:name='/word/document.xml'><pkg:xmlData><w:document xmlns:w='urn:w' xmlns:v='urn:v' \
        xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body><w:p><w:r><w:t>Бір XML</w:t>\
        <w:pict><v:shape><v:imagedata r:id='p1'/></v:shape></w:pict></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>\
        <pkg:part pkg:name='/word/media/image1.jpeg'><pkg:binaryData>anBl\nZw==</pkg:binaryData></pkg:part></pkg:package>";
    let document = read(xml.as_bytes()).unwrap();
    assert_eq!(document.format, Format::WordXml);
    assert_eq!(outline(&document), ["p Бір XML", "picture 0"]);
    assert_eq!(document.pictures[0].bytes, b"jpeg");
}

#[test]
fn words_of_shapes_word_art_and_diagrams_are_text() {
    let body = format!(
        "<w:p><w:r><w:pict><v:group><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>\
         <v:shape><v:textpath string='Құрметті қонақтар'/></v:shape></v:group></w:pict></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds xmlns:dgm='urn:d' r:dm='d1'/></a:graphicData>\
         </a:graphic></wp:inline></w:drawing></w:r></w:p>",
        paragraph("Топтағы мәтін")
    );
    let diagram = "<dgm:dataModel xmlns:dgm='urn:d' xmlns:a='urn:a'><dgm:pt><a:p><a:r><a:t>Бірінші </a:t></a:r><a:r>\
        <a:t>қадам</a:t></a:r></a:p></dgm:pt><dgm:pt><a:p/></dgm:pt></dgm:dataModel>";
    let document = Word::new(&body)
        .part(
            "d1",
            "diagramData",
            "diagrams/data1.xml",
            diagram.as_bytes(),
        )
        .read();
    assert_eq!(
        outline(&document),
        ["p Топтағы мәтін", "p Құрметті қонақтар", "p Бірінші қадам"]
    );
}

#[test]
fn deleted_rows_are_left_out_and_what_stands_around_rows_is_seen_through() {
    let row = |properties: &str, words: &str| {
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr><w:sdt><w:sdtContent><w:tc>{}</w:tc></w:sdtContent></w:sdt><w:tc>{}</w:tc></w:tr>",
            paragraph(words),
            paragraph("2")
        )
    };
    let body = format!(
        "<w:tbl>{}<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt></w:tbl>",
        row("<w:del/>", "жойылған"),
        row("", "қалған")
    );
    let document = Word::new(&body).read();
    assert_eq!(outline(&document), ["t қалған|2"]);
    assert_eq!(
        left_out(&document, LeftOutKind::Deletion),
        ["жойылған", "2"]
    );
}

#[test]
fn pictures_of_a_table_follow_it_with_the_caption_of_their_cell() {
    let body = format!(
        "<w:tbl><w:tr><w:tc><w:p><w:r>{PICTURE}</w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr>\
         <w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("Жанындағы мәтін"),
        paragraph("Фото: А. Серік"),
        paragraph("төменде")
    );
    let document = Word::new(&body)
        .part("p1", "image", "media/image1.jpeg", b"jpeg")
        .read();
    assert_eq!(
        outline(&document),
        ["t |Жанындағы мәтін//Фото: А. Серік|төменде", "picture 0"]
    );
    assert_eq!(
        document.pictures[0].caption.as_deref(),
        Some("Фото: А. Серік")
    );
}
