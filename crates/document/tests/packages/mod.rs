//! Packages made for tests: only what a reader needs of them.

#![allow(dead_code, reason = "each test program uses some of it")]

use std::io::{Cursor, Write};

use muragat_document::{Block, Document, LeftOutKind, Limits, Refusal};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of entries.
pub fn make_zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const WORD_SPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
    xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package of Word, built up part by part.
pub struct Word {
    body: String,
    relations: String,
    parts: Vec<(String, Vec<u8>)>,
}

impl Word {
    /// One with the given body.
    pub fn new(body: &str) -> Word {
        Word {
            body: body.to_owned(),
            relations: String::new(),
            parts: Vec::new(),
        }
    }

    /// Adds a part that the document points to.
    pub fn part(mut self, id: &str, kind: &str, name: &str, content: &[u8]) -> Word {
        self.relations +=
            &format!("<Relationship Id='{id}' Type='{RELATION}/{kind}' Target='{name}'/>");
        self.parts.push((format!("word/{name}"), content.to_vec()));
        self
    }

    /// Adds a part of Word's own XML, inside the given root.
    pub fn xml(self, kind: &str, name: &str, root: &str, content: &str) -> Word {
        let xml = format!("<w:{root} {WORD_SPACES}>{content}</w:{root}>");
        self.part(&format!("x{kind}"), kind, name, xml.as_bytes())
    }

    /// Adds a relation to something outside.
    pub fn outside(mut self, id: &str, kind: &str, target: &str) -> Word {
        self.relations += &format!(
            "<Relationship Id='{id}' Type='{RELATION}/{kind}' Target='{target}' TargetMode='External'/>"
        );
        self
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let document = format!(
            "<?xml version='1.0' encoding='UTF-8'?><w:document {WORD_SPACES}><w:body>{}</w:body></w:document>",
            self.body
        );
        let root = format!(
            "<Relationships><Relationship Id='rId1' Type='{RELATION}/officeDocument' Target='word/document.xml'/>\
             <Relationship Id='rId2' Type='{RELATION}/core-properties' Target='docProps/core.xml'/></Relationships>"
        );
        let relations = format!("<Relationships>{}</Relationships>", self.relations);
        let core = "<cp:coreProperties xmlns:cp='urn:c' xmlns:dc='urn:d' xmlns:dcterms='urn:t'>\
             <dc:title>Хабарлама</dc:title><dc:creator>Баспасөз қызметі</dc:creator>\
             <dcterms:created>2026-02-27T04:30:00Z</dcterms:created></cp:coreProperties>";
        let types = "<Types><Default Extension='xml' ContentType='application/xml'/><Override \
             PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
        let mut entries: Vec<(&str, &[u8])> = vec![
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", root.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("word/_rels/document.xml.rels", relations.as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
        ];
        for (name, bytes) in &self.parts {
            entries.push((name, bytes));
        }
        make_zip(&entries)
    }

    /// What is read of it.
    pub fn read(&self) -> Document {
        read(&self.bytes()).unwrap()
    }
}

/// A paragraph of Word with one run.
pub fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

/// A package of OpenDocument text with the given body and automatic styles.
pub fn make_odt(styles: &str, body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:text='urn:t' xmlns:table='urn:b' xmlns:draw='urn:d' xmlns:svg='urn:s' xmlns:xlink='urn:x' \
         xmlns:style='urn:y' xmlns:dc='urn:c'><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ];
    entries.extend_from_slice(more);
    make_zip(&entries)
}

/// Reads with the usual limits.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    muragat_document::read(bytes, Limits::default())
}

/// What was left out of a kind.
pub fn left_out(document: &Document, kind: LeftOutKind) -> Vec<&str> {
    let of_kind = document.left_out.iter().filter(|it| it.kind == kind);
    of_kind.map(|it| it.text.as_str()).collect()
}

/// The blocks, each as a short word and its text.
pub fn outline(document: &Document) -> Vec<String> {
    let line = |block: &Block| match block {
        Block::Heading { level, text } => format!("h{level} {text}"),
        Block::Paragraph { text } => format!("p {text}"),
        Block::ListItem { level, mark, text } => match mark {
            Some(mark) => format!("i{level} {mark} {text}"),
            None => format!("i{level} {text}"),
        },
        Block::Table { rows } => {
            let rows: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
            format!("t {}", rows.join("//"))
        }
        Block::Note { text } => format!("n {text}"),
        Block::Picture { picture } => format!("picture {picture}"),
    };
    document.blocks.iter().map(line).collect()
}
