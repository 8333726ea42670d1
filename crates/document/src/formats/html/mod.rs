//! Pages of the web: the readable text of one with menus and banners, all of a bare one.

mod charset;
mod data_table;
mod fonts;
mod furniture;
mod line;
mod lists;
mod looks;
mod pictures;
mod piece;
mod properties;
mod saved;
mod table;
mod walk;

use crate::budget::Budget;
use crate::document::{Block, Document, Doubt, LeftOutKind};
use crate::format::Format;
use crate::letters;
use crate::markup::{NodeId, Tree};
use crate::refusal::Refusal;
use furniture::Furniture;
use walk::Walk;

pub(crate) use charset::find_charset;
pub(crate) use pictures::find_file_name;
pub(crate) use piece::{FindPart, Part, Piece, Zone};

/// Reads a page.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let mut document = Document::new(Format::Html);
    read_page(bytes, None, &|_| None, budget, &mut document)?;
    finish(document)
}

/// Refuses a document in which nothing is.
pub(crate) fn finish(document: Document) -> Result<Document, Refusal> {
    if document.list_words().all(|words| words.trim().is_empty())
        && document.pictures.is_empty()
        && document.enclosed.is_empty()
        && document.posts.is_empty()
    {
        return Err(Refusal::Empty);
    }
    Ok(document)
}

/// Reads a page, with its properties, into a document.
pub(crate) fn read_page(
    bytes: &[u8],
    declared: Option<&str>,
    find_part: FindPart<'_>,
    budget: &mut Budget,
    document: &mut Document,
) -> Result<(), Refusal> {
    let charset = declared.map(str::to_owned).or_else(|| find_charset(bytes));
    let decoded = letters::decode(bytes, charset.as_deref());
    document.doubts.extend(decoded.doubt);
    let tree = Tree::read(&decoded.text, budget)?;
    note_cut_off(&tree, document);
    let title = properties::read_properties(&tree, &decoded.text, &mut document.properties);
    let furniture = Furniture::find(&tree, document.properties.published.is_some());
    let is_bare = furniture.is_bare();
    let lead = furniture.lead;
    let top = Tree::ROOT;
    let pieces = walk_tree(
        &tree, top, lead, &furniture, false, find_part, budget, document,
    )?;
    for piece in pieces {
        match &piece.block {
            Block::Paragraph { text } | Block::ListItem { text, .. }
                if !is_bare && furniture::is_furniture_line(text) =>
            {
                document.leave_out(LeftOutKind::Furniture, text);
            }
            _ => document.blocks.push(piece.block),
        }
    }
    if let Some(title) = title.filter(|_| !is_bare) {
        add_title(title, &mut document.blocks);
    }
    if document.properties.title.is_none() {
        document.properties.title = find_heading(&document.blocks);
    }
    Ok(())
}

/// Sets the title that a page gives its text above it, where the text has no heading and does not say it.
fn add_title(title: String, blocks: &mut Vec<Block>) {
    let fold = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let wanted = fold(&title);
    let says = |block: &Block| match block {
        Block::Heading { .. } => true,
        Block::Paragraph { text } | Block::ListItem { text, .. } => fold(text).contains(&wanted),
        _ => false,
    };
    if !wanted.is_empty() && !blocks.is_empty() && !blocks.iter().any(says) {
        blocks.insert(
            0,
            Block::Heading {
                level: 1,
                text: title,
            },
        );
    }
}

/// The heading of a text: the first of those that stand highest.
fn find_heading(blocks: &[Block]) -> Option<String> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((level, text)),
        _ => None,
    });
    let (_, text) = headings.min_by_key(|(level, _)| **level)?;
    Some(text.replace('\n', " "))
}

/// Reads the markup of a mail: all of it, with whose words each block is.
pub(crate) fn read_mail_markup(
    markup: &str,
    find_part: FindPart<'_>,
    budget: &mut Budget,
    document: &mut Document,
) -> Result<Vec<Piece>, Refusal> {
    let tree = Tree::read(markup, budget)?;
    note_cut_off(&tree, document);
    let none = Furniture::none();
    walk_tree(
        &tree,
        Tree::ROOT,
        None,
        &none,
        true,
        find_part,
        budget,
        document,
    )
}

/// Reads all within an element of a page that has no furniture.
pub(crate) fn read_element(
    tree: &Tree,
    id: NodeId,
    budget: &mut Budget,
    document: &mut Document,
) -> Result<(), Refusal> {
    let none = Furniture::none();
    let pieces = walk_tree(tree, id, None, &none, false, &|_| None, budget, document)?;
    document
        .blocks
        .extend(pieces.into_iter().map(|piece| piece.block));
    Ok(())
}

#[allow(
    clippy::too_many_arguments,
    reason = "they are what a walk is made of, and this is the one place that makes one"
)]
fn walk_tree(
    tree: &Tree,
    top: NodeId,
    lead: Option<NodeId>,
    furniture: &Furniture,
    is_mail: bool,
    find_part: FindPart<'_>,
    budget: &mut Budget,
    document: &mut Document,
) -> Result<Vec<Piece>, Refusal> {
    let mut walk = Walk::new(tree, furniture, is_mail, find_part, budget, document);
    if let Some(lead) = lead {
        walk.read_element(lead, 0)?;
    }
    walk.read_children(top, 0)?;
    walk.finish()
}

fn note_cut_off(tree: &Tree, document: &mut Document) {
    if tree.is_cut_off {
        document.doubts.push(Doubt::CutOff);
    }
}
