//! PowerPoint since 2007: its slides in their order.

mod bullets;
mod shapes;
mod show;
mod words;

use std::collections::HashMap;

use crate::budget::Budget;
use crate::document::{Document, Doubt, LeftOutKind};
use crate::format::Format;
use crate::formats::ooxml::{Package, read_properties};
use crate::piece::{assign_captions, into_blocks};
use crate::refusal::Refusal;
use crate::xml::{Element, Tree, decode};
use show::Show;
use words::list_words;

/// Reads a presentation.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Refusal::Locked);
    }
    let mut package = Package::open(bytes, budget)?;
    let main = package
        .find_main(".main+xml", "presentation.xml", budget)?
        .unwrap_or_default();
    let mut document = Document::new(Format::Pptx);
    document.properties = read_properties(&mut package, budget)?;
    let slides = list_slides(&mut package, &main, budget)?;
    let part = package.read_relations(&main, budget)?;
    let mut show = Show {
        package,
        budget,
        document,
        part,
        places: HashMap::new(),
        pieces: Vec::new(),
    };
    for slide in slides {
        show.read_slide(&slide)?;
    }
    let Show {
        package,
        mut document,
        pieces,
        ..
    } = show;
    assign_captions(&pieces, &mut document.pictures);
    document.blocks = into_blocks(pieces);
    if package.damaged {
        document.doubts.push(Doubt::Damaged);
    }
    match document.blocks.is_empty() {
        true if package.damaged => Err(Refusal::Damaged {
            what: "nothing of its text can be read".to_owned(),
        }),
        true => Err(Refusal::Empty),
        false => Ok(document),
    }
}

/// The parts of the slides in the order of the presentation, or by their numbers where it does not say.
fn list_slides(
    package: &mut Package,
    main: &str,
    budget: &mut Budget,
) -> Result<Vec<String>, Refusal> {
    let part = package.read_relations(main, budget)?;
    let mut slides = Vec::new();
    if let Some(bytes) = package.read_part(main, budget)? {
        let source = decode(&bytes);
        let tree = Tree::read(&source, |_| false, budget)?;
        package.damaged |= tree.broken;
        let list = tree.root().and_then(|root| root.child("sldIdLst"));
        for slide in list.iter().flat_map(|list| list.children()) {
            let relation = slide
                .relation("id")
                .and_then(|id| part.relations.get(id.as_ref()));
            if let Some(relation) = relation {
                slides.push(relation.target.clone());
            }
        }
    }
    if slides.is_empty() {
        slides = package
            .names()
            .into_iter()
            .filter(|name| name.starts_with("ppt/slides/slide"))
            .collect();
        slides.sort_by_key(|name| (name.len(), name.clone()));
    }
    Ok(slides)
}

impl Show<'_, '_> {
    fn read_slide(&mut self, name: &str) -> Result<(), Refusal> {
        self.with_part(name, |show, root| {
            if matches!(root.attribute("show").as_deref(), Some("0" | "false")) {
                show.leave_out(LeftOutKind::Hidden, &list_words(root));
                return Ok(());
            }
            if let Some(shapes) = root.find(&["cSld", "spTree"]) {
                show.read_shapes(shapes)?;
            }
            let beside = |show: &Self, kind: &str| {
                let relation = show.part.find_kind(kind);
                relation.map(|relation| relation.target.clone())
            };
            if let Some(notes) = beside(show, "notesSlide") {
                show.with_part(&notes, |show, root| {
                    let words = shapes::list_notes(root);
                    show.leave_out(LeftOutKind::SpeakerNote, &words);
                    Ok(())
                })?;
            }
            if let Some(comments) = beside(show, "comments") {
                show.with_part(&comments, |show, root| {
                    for comment in root.children() {
                        let text = comment.child("text").map(Element::text);
                        let words = text.unwrap_or_else(|| list_words(comment));
                        show.leave_out(LeftOutKind::Comment, &words);
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        Ok(())
    }
}
