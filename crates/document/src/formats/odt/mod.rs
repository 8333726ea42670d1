//! OpenDocument text, as a package and as one XML; what StarOffice wrote before it is read as well.

mod frames;
mod line;
mod lists;
mod paragraphs;
mod styles;
mod tables;

use std::collections::HashMap;

use crate::budget::Budget;
use crate::container::Container;
use crate::document::{Document, Doubt, LeftOutKind, Properties};
use crate::format::Format;
use crate::moment::read_moment;
use crate::piece::{Piece, assign_captions, flatten, into_blocks};
use crate::refusal::Refusal;
use crate::xml::{Element, Tree, decode};
use lists::Lists;
use styles::Styles;

/// A document while it is read.
struct Story<'p, 'b> {
    /// None where all is in one XML.
    container: Option<&'p Container<'p>>,
    budget: &'b mut Budget,
    styles: Styles,
    lists: Lists,
    /// Whether what is read stands in a cell, where a number may be all that there is.
    in_cell: bool,
    document: Document,
    /// Pictures that were read, by their addresses.
    places: HashMap<String, usize>,
    footnotes: Vec<Piece>,
    endnotes: Vec<Piece>,
    /// Whether what is read is no text: pictures and notes in it do not count.
    quiet: bool,
    damaged: bool,
}

fn is_looks(name: &str) -> bool {
    matches!(
        name,
        "font-face-decls"
            | "paragraph-properties"
            | "table-column"
            | "table-cell-properties"
            | "graphic-properties"
            | "settings"
            | "bookmark"
            | "bookmark-start"
            | "bookmark-end"
            | "soft-page-break"
            | "enhanced-geometry"
            | "event-listeners"
            | "script"
            | "scripts"
    )
}

/// Reads a package.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let container = Container::open(bytes)?;
    let mut damaged = container.damaged;
    if container.find("encrypted-package").is_some() {
        return Err(Refusal::Locked);
    }
    let mut unpack = |name: &str, budget: &mut Budget| -> Result<Vec<u8>, Refusal> {
        let Some(entry) = container.find(name) else {
            return Ok(Vec::new());
        };
        match container.unpack(entry, budget) {
            Ok(unpacked) => {
                damaged |= unpacked.damaged;
                Ok(unpacked.bytes)
            }
            Err(Refusal::Damaged { .. }) => {
                damaged = true;
                Ok(Vec::new())
            }
            Err(refusal) => Err(refusal),
        }
    };
    let manifest = unpack("META-INF/manifest.xml", budget)?;
    if is_locked(&manifest, budget)? {
        return Err(Refusal::Locked);
    }
    let content = unpack("content.xml", budget)?;
    let styles = unpack("styles.xml", budget)?;
    let meta = unpack("meta.xml", budget)?;
    let content = decode(&content);
    let styles = decode(&styles);
    let meta = decode(&meta);
    let content = Tree::read(&content, is_looks, budget)?;
    let styles = Tree::read(&styles, is_looks, budget)?;
    let meta = Tree::read(&meta, is_looks, budget)?;
    damaged |= content.broken;
    let roots: Vec<Element> = [&styles, &content, &meta]
        .iter()
        .filter_map(|tree| tree.root())
        .collect();
    if content.root().is_none() {
        return Err(Refusal::Damaged {
            what: "the package has no content".to_owned(),
        });
    }
    read_roots(&roots, Some(&container), Format::Odt, damaged, budget)
}

/// Reads a document that is one XML.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read_flat(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let source = decode(bytes);
    let tree = Tree::read(&source, is_looks, budget)?;
    let roots: Vec<Element> = tree.root().into_iter().collect();
    read_roots(&roots, None, Format::FlatOdt, tree.broken, budget)
}

fn is_locked(manifest: &[u8], budget: &Budget) -> Result<bool, Refusal> {
    let source = decode(manifest);
    let tree = Tree::read(&source, |_| false, budget)?;
    let locked = tree.root().is_some_and(|root| {
        root.children().any(|entry| {
            let content = entry
                .attribute("full-path")
                .is_some_and(|path| path == "content.xml");
            content && entry.child("encryption-data").is_some()
        })
    });
    Ok(locked)
}

fn read_roots(
    roots: &[Element],
    container: Option<&Container>,
    format: Format,
    damaged: bool,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    let sections = |name: &'static str| roots.iter().filter_map(move |root| root.child(name));
    let mut styles = Styles::default();
    for name in ["styles", "automatic-styles"] {
        sections(name).for_each(|section| styles.add(section));
    }
    let mut document = Document::new(format);
    if let Some(meta) = sections("meta").next() {
        document.properties = read_properties(meta);
    }
    let mut story = Story {
        container,
        budget,
        styles,
        lists: Lists::default(),
        in_cell: false,
        document,
        places: HashMap::new(),
        footnotes: Vec::new(),
        endnotes: Vec::new(),
        quiet: false,
        damaged,
    };
    let mut pieces = Vec::new();
    for body in sections("body") {
        story.read_blocks(body, false, &mut pieces)?;
    }
    pieces.append(&mut story.footnotes);
    pieces.append(&mut story.endnotes);
    for page in sections("master-styles").flat_map(|section| section.children().collect::<Vec<_>>())
    {
        for part in page.children() {
            if part.name().starts_with("header") || part.name().starts_with("footer") {
                story.read_page_header(part)?;
            }
        }
    }
    let damaged = story.damaged;
    let mut document = story.document;
    assign_captions(&pieces, &mut document.pictures);
    document.blocks = into_blocks(pieces);
    if damaged {
        document.doubts.push(Doubt::Damaged);
    }
    match document.blocks.is_empty() {
        true if damaged => Err(Refusal::Damaged {
            what: "nothing of its text can be read".to_owned(),
        }),
        true => Err(Refusal::Empty),
        false => Ok(document),
    }
}

fn read_properties(meta: Element) -> Properties {
    let value = |name: &str| {
        let text = meta.child(name)?.text();
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    };
    let statistic = meta.child("document-statistic");
    Properties {
        title: value("title"),
        author: value("initial-creator").or_else(|| value("creator")),
        created: value("creation-date").and_then(|text| read_moment(&text)),
        generator: value("generator"),
        pages: statistic
            .and_then(|it| it.attribute("page-count")?.parse().ok())
            .filter(|pages| *pages > 0),
        ..Properties::default()
    }
}

impl Story<'_, '_> {
    fn leave_out(&mut self, kind: LeftOutKind, words: &str) {
        let named = matches!(kind, LeftOutKind::Object | LeftOutKind::MissingPicture);
        if !self.quiet
            && (named || !words.trim().is_empty())
            && self.document.left_out.len() < 20_000
        {
            self.document.leave_out(kind, words);
        }
    }

    /// The words of an element that is not of the text.
    fn read_quietly(&mut self, element: Element) -> Result<String, Refusal> {
        let outer = std::mem::replace(&mut self.quiet, true);
        let mut pieces = Vec::new();
        let outcome = self.read_blocks(element, false, &mut pieces);
        self.quiet = outer;
        outcome?;
        Ok(flatten(&pieces))
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
}
