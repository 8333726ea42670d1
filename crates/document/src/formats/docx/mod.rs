//! Word since 2007: an own walk over the parts of its package.

mod blocks;
mod drawing;
mod numbering;
mod runs;
mod story;
mod styles;
mod symbols;
mod tables;

use std::collections::{HashMap, HashSet};

use crate::budget::Budget;
use crate::document::{Block, Document, Doubt, LeftOutKind};
use crate::format::Format;
use crate::formats::ooxml::{Package, read_properties};
use crate::piece::{Piece, assign_captions, flatten, into_blocks};
use crate::refusal::Refusal;
use crate::xml::{Element, Tree, decode};
use numbering::{Numberings, Progress};
use story::{Fields, Flow, NoteKind, ReadChunk, Story};
use styles::Styles;

/// Elements that say how things look, which most of a document's XML is.
pub(super) fn is_looks(name: &str) -> bool {
    matches!(
        name,
        "lang"
            | "sz"
            | "szCs"
            | "kern"
            | "color"
            | "proofErr"
            | "bookmarkStart"
            | "bookmarkEnd"
            | "lastRenderedPageBreak"
            | "tblBorders"
            | "tcBorders"
            | "tcW"
            | "rPrChange"
            | "pPrChange"
            | "tblPrChange"
            | "trPrChange"
            | "tcPrChange"
            | "sectPrChange"
            | "prstGeom"
            | "custGeom"
            | "pathLst"
            | "latentStyles"
            | "shapetype"
    )
}

/// Reads a document of Word, with or without macros.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read(
    bytes: &[u8],
    read_chunk: ReadChunk,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    // Under a password the package is wrapped into a compound file.
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Refusal::Locked);
    }
    let package = Package::open(bytes, budget)?;
    read_package(package, read_chunk, budget)
}

fn read_package(
    mut package: Package,
    read_chunk: ReadChunk,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    let main = package.find_main(".main+xml", "document.xml", budget)?;
    let no_main = || Refusal::Damaged {
        what: "the package has no document".to_owned(),
    };
    let main = main.ok_or_else(no_main)?;
    let macros = package
        .find_type(&main)
        .is_some_and(|it| it.contains("macroEnabled"));
    let mut document = Document::new(if macros { Format::Docm } else { Format::Docx });
    document.properties = read_properties(&mut package, budget)?;
    let part = package.read_relations(&main, budget)?;
    let bytes = package.read_part(&main, budget)?.ok_or_else(no_main)?;
    let source = decode(&bytes);
    let tree = Tree::read(&source, is_looks, budget)?;
    let root = tree.root().ok_or_else(no_main)?;
    let damaged = tree.broken;

    let part_of_kind = |kind: &str, usual: &str| {
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        part.find_kind(kind)
            .map_or(format!("{folder}/{usual}"), |relation| {
                relation.target.clone()
            })
    };
    let styles_name = part_of_kind("styles", "styles.xml");
    let numbering_name = part_of_kind("numbering", "numbering.xml");
    let note_names = [
        (NoteKind::Foot, part_of_kind("footnotes", "footnotes.xml")),
        (NoteKind::End, part_of_kind("endnotes", "endnotes.xml")),
    ];
    let comments_name = part_of_kind("comments", "comments.xml");
    let styles = read_root(&mut package, &styles_name, budget, Styles::read)?;
    let numberings = read_root(&mut package, &numbering_name, budget, Numberings::read)?;

    let mut story = Story {
        package: Some(package),
        budget,
        styles,
        numberings,
        progress: Progress::default(),
        document,
        part,
        places: HashMap::new(),
        notes: Vec::new(),
        known_notes: HashSet::new(),
        fields: Fields::default(),
        lenient: false,
        quiet: false,
        font: None,
        read_chunk,
        pending: String::new(),
    };
    let mut pieces = Vec::new();
    story.read_part_blocks(root, &mut pieces)?;
    story.read_notes(&note_names, &mut pieces)?;
    story.read_comments(&comments_name)?;
    story.read_page_headers()?;
    let package_damaged = story.package.as_ref().is_some_and(|it| it.damaged);
    finish(story.document, pieces, damaged || package_damaged)
}

/// Reads Word's XML of 2003, or a package written as one XML.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read_flat(
    bytes: &[u8],
    read_chunk: ReadChunk,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    let source = decode(bytes);
    let begin: String = source.chars().take(4000).collect();
    if begin.contains("<pkg:package") {
        let mut document = read_package(Package::open_flat(&source), read_chunk, budget)?;
        document.format = Format::WordXml;
        return Ok(document);
    }
    let tree = Tree::read(&source, is_looks, budget)?;
    let none = || Refusal::Damaged {
        what: "the XML has no body".to_owned(),
    };
    let root = tree.root().ok_or_else(none)?;
    let find = |name: &str| root.descendants().find(|it| it.name() == name);
    let body = find("body").ok_or_else(none)?;
    let mut document = Document::new(Format::WordXml);
    if let Some(properties) = find("DocumentProperties") {
        let value = |name: &str| {
            let text = properties.child(name)?.text();
            (!text.trim().is_empty()).then(|| text.trim().to_owned())
        };
        document.properties.title = value("Title");
        document.properties.author = value("Author");
        let created = value("Created");
        document.properties.created = created.and_then(|text| crate::moment::read_moment(&text));
    }
    let mut story = Story {
        package: None,
        part: story::no_part(),
        styles: find("styles").map(Styles::read).unwrap_or_default(),
        numberings: find("lists").map(Numberings::read).unwrap_or_default(),
        progress: Progress::default(),
        budget,
        document,
        places: HashMap::new(),
        notes: Vec::new(),
        known_notes: HashSet::new(),
        fields: Fields::default(),
        lenient: false,
        quiet: false,
        font: None,
        read_chunk,
        pending: String::new(),
    };
    story.read_flat_pictures(root)?;
    let mut pieces = Vec::new();
    story.read_part_blocks(body, &mut pieces)?;
    let headers = root
        .descendants()
        .filter(|it| matches!(it.name(), "hdr" | "ftr"));
    for header in headers.take(100) {
        story.read_page_header(header)?;
    }
    finish(story.document, pieces, tree.broken)
}

fn finish(mut document: Document, pieces: Vec<Piece>, damaged: bool) -> Result<Document, Refusal> {
    assign_captions(&pieces, &mut document.pictures);
    document.blocks = into_blocks(pieces);
    if damaged && !document.doubts.contains(&Doubt::Damaged) {
        document.doubts.push(Doubt::Damaged);
    }
    let empty =
        document.blocks.is_empty() && document.pictures.is_empty() && document.enclosed.is_empty();
    match (empty, damaged) {
        (true, true) => Err(Refusal::Damaged {
            what: "nothing of its text can be read".to_owned(),
        }),
        (true, false) => Err(Refusal::Empty),
        (false, _) => Ok(document),
    }
}

fn read_root<T: Default>(
    package: &mut Package,
    name: &str,
    budget: &mut Budget,
    read: impl Fn(Element) -> T,
) -> Result<T, Refusal> {
    let Some(bytes) = package.read_part(name, budget)? else {
        return Ok(T::default());
    };
    let source = decode(&bytes);
    let tree = Tree::read(&source, is_looks, budget)?;
    package.damaged |= tree.broken;
    Ok(tree.root().map(read).unwrap_or_default())
}

impl Story<'_, '_> {
    /// Reads another part of the package, with its own relations, by a given way.
    fn with_part<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self, Element) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(package) = &mut self.package else {
            return Ok(None);
        };
        let Some(bytes) = package.read_part(name, self.budget)? else {
            return Ok(None);
        };
        let part = package.read_relations(name, self.budget)?;
        let source = decode(&bytes);
        let tree = Tree::read(&source, is_looks, self.budget)?;
        package.damaged |= tree.broken;
        let Some(root) = tree.root() else {
            return Ok(None);
        };
        let outer = std::mem::replace(&mut self.part, part);
        let outcome = read(self, root);
        self.part = outer;
        outcome.map(Some)
    }

    /// Reads the notes that the text refers to, in the order in which it does.
    fn read_notes(
        &mut self,
        names: &[(NoteKind, String)],
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        for (kind, name) in names {
            // A note may refer to another, so that their list grows while it is read.
            self.with_part(name, |story, root| {
                let mut notes: HashMap<String, Element> = HashMap::new();
                for note in root.children() {
                    if let Some(id) = note.attribute("id") {
                        notes.entry(id.into_owned()).or_insert(note);
                    }
                }
                let mut next = 0;
                while let Some((of_kind, id)) = story.notes.get(next).cloned() {
                    next += 1;
                    if of_kind != *kind {
                        continue;
                    }
                    if let Some(note) = notes.get(&id) {
                        story.read_note(*note, pieces)?;
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Reads one note.
    pub(super) fn read_note(
        &mut self,
        note: Element,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let mut inner = Vec::new();
        self.read_part_blocks(note, &mut inner)?;
        let text = flatten(&inner);
        if !text.trim().is_empty() {
            self.budget.take_part("notes")?;
            pieces.push(Piece::plain(Block::Note { text }));
        }
        pieces.extend(
            inner
                .into_iter()
                .filter(|piece| matches!(piece.block, Block::Picture { .. })),
        );
        Ok(())
    }

    fn read_comments(&mut self, name: &str) -> Result<(), Refusal> {
        self.with_part(name, |story, root| {
            for comment in root.children().filter(|it| it.name() == "comment") {
                let words = story.read_quietly(comment)?;
                story.leave_out(LeftOutKind::Comment, &words);
            }
            Ok(())
        })?;
        Ok(())
    }

    fn read_page_headers(&mut self) -> Result<(), Refusal> {
        let mut names: Vec<String> = Vec::new();
        for kind in ["header", "footer"] {
            for relation in self.part.all_of_kind(kind) {
                if !names.contains(&relation.target) && names.len() < 200 {
                    names.push(relation.target.clone());
                }
            }
        }
        for name in names {
            self.with_part(&name, Story::read_page_header)?;
        }
        Ok(())
    }

    fn read_page_header(&mut self, header: Element) -> Result<(), Refusal> {
        let words = self.read_quietly(header)?;
        let known = self
            .document
            .left_out
            .iter()
            .any(|it| it.kind == LeftOutKind::PageHeader && words.trim().starts_with(&it.text));
        // The number of a page is no word.
        if !known && words.contains(char::is_alphabetic) {
            self.leave_out(LeftOutKind::PageHeader, &words);
        }
        Ok(())
    }

    /// The words of an element that is not of the text: nothing in it is a picture or a note.
    fn read_quietly(&mut self, element: Element) -> Result<String, Refusal> {
        let outer = std::mem::replace(&mut self.quiet, true);
        let mut pieces = Vec::new();
        let outcome = self.read_part_blocks(element, &mut pieces);
        self.quiet = outer;
        outcome?;
        Ok(flatten(&pieces))
    }

    /// Reads blocks that nothing around continues: a part, a note, a comment.
    fn read_part_blocks(&mut self, root: Element, pieces: &mut Vec<Piece>) -> Result<(), Refusal> {
        let fields = std::mem::take(&mut self.fields);
        let lenient = std::mem::replace(&mut self.lenient, !runs::has_whole_fields(root));
        let outcome = self.read_blocks(root, Flow::default(), pieces);
        self.fields = fields;
        self.lenient = lenient;
        outcome
    }
}
