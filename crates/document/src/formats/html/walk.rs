//! Goes through a page from its beginning to its end and makes blocks of it.

use super::data_table;
use super::fonts::Fonts;
use super::furniture::Furniture;
use super::line::Line;
use super::lists::{OpenList, mark_lone};
use super::looks::{Style, find_hidden, is_note, is_note_mark};
use super::piece::{FindPart, Piece, Zone};
use crate::budget::Budget;
use crate::document::join_mark;
use crate::document::{Block, Document, LeftOutKind};
use crate::lists::read_mark;
use crate::markup::{Node, NodeId, Tree, is_block};
use crate::old_fonts;
use crate::refusal::Refusal;

/// So many things of a page are listed as left out.
const MOST_LEFT_OUT: usize = 300;

/// What the paragraph that is being read is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading(u8),
    ListItem(u8),
    Note,
}

pub(super) struct Walk<'a, 'p, 'b> {
    pub tree: &'a Tree,
    furniture: &'a Furniture,
    is_mail: bool,
    pub find_part: FindPart<'p>,
    pub budget: &'b mut Budget,
    pub document: &'b mut Document,
    pub pieces: Vec<Piece>,
    line: Line,
    pub kind: Kind,
    zone: Zone,
    /// The lists that are open.
    lists: Vec<OpenList>,
    /// What stands before the words of the item that is being read.
    mark: Option<String>,
    /// Whether blanks and line ends are kept.
    is_set: bool,
    fonts: Fonts,
    /// The font of the words, if an element names one.
    font: Option<String>,
}

impl<'a, 'p, 'b> Walk<'a, 'p, 'b> {
    pub fn new(
        tree: &'a Tree,
        furniture: &'a Furniture,
        is_mail: bool,
        find_part: FindPart<'p>,
        budget: &'b mut Budget,
        document: &'b mut Document,
    ) -> Walk<'a, 'p, 'b> {
        Walk {
            tree,
            furniture,
            is_mail,
            find_part,
            budget,
            document,
            pieces: Vec::new(),
            line: Line::default(),
            kind: Kind::Paragraph,
            zone: Zone::Text,
            lists: Vec::new(),
            mark: None,
            is_set: false,
            fonts: Fonts::find(tree),
            font: None,
        }
    }

    pub fn finish(mut self) -> Result<Vec<Piece>, Refusal> {
        self.flush()?;
        Ok(self.pieces)
    }

    /// Ends the paragraph.
    pub fn flush(&mut self) -> Result<(), Refusal> {
        for text in self.line.take() {
            let block = match self.kind {
                Kind::Paragraph => Block::Paragraph { text },
                Kind::Heading(level) => Block::Heading { level, text },
                Kind::Note => Block::Note { text },
                Kind::ListItem(level) => {
                    // what follows in the item is a paragraph of its own, not another item
                    self.kind = Kind::Paragraph;
                    let mark = self.mark.take();
                    Block::ListItem { level, mark, text }
                }
            };
            self.push(block)?;
        }
        Ok(())
    }

    pub fn push(&mut self, block: Block) -> Result<(), Refusal> {
        self.budget.take_part("page")?;
        self.pieces.push(Piece {
            zone: self.zone,
            block,
        });
        Ok(())
    }

    pub fn append(&mut self, pieces: Vec<Piece>) {
        self.pieces.extend(pieces);
    }

    pub fn take_part(&mut self, what: &str) -> Result<(), Refusal> {
        self.budget.take_part(what)
    }

    pub fn read_children(&mut self, id: NodeId, depth: usize) -> Result<(), Refusal> {
        for child in self.tree.children(id) {
            self.read_node(child, depth)?;
        }
        Ok(())
    }

    pub fn read_node(&mut self, id: NodeId, depth: usize) -> Result<(), Refusal> {
        let Some(node) = self.tree.node(id) else {
            return Ok(());
        };
        if self.furniture.is_skipped(id) {
            let words = self.tree.words(id);
            self.leave_out(LeftOutKind::Furniture, &words);
            self.line.add_blank();
            return Ok(());
        }
        match node.text() {
            Some(text) => self.add_words(text),
            None => self.read_element(id, depth)?,
        }
        Ok(())
    }

    fn add_words(&mut self, text: &str) {
        let font = self.font.as_deref().unwrap_or_default();
        let mended = old_fonts::mend_run(font, text);
        if let Some(after) = &mended {
            old_fonts::note_old_font(&mut self.document.doubts, font, text, after);
        }
        let text = mended.as_deref().unwrap_or(text);
        match self.is_set {
            true => self.line.add_as_it_stands(text),
            false => self.line.add(text),
        }
    }

    /// Reads an element, also one that is skipped where it stands.
    pub fn read_element(&mut self, id: NodeId, depth: usize) -> Result<(), Refusal> {
        self.budget.allow_depth(depth, "page")?;
        let Some(node) = self.tree.node(id) else {
            return Ok(());
        };
        if matches!(node.name(), "script" | "style" | "title" | "template") {
            return Ok(());
        }
        let style = Style::of(node);
        if let Some(kind) = style.left_out.or_else(|| find_hidden(node)) {
            let words = self.tree.words(id);
            self.leave_out(kind, &words);
            return Ok(());
        }
        if node.name() == "div" && matches!(node.attribute("title"), Some("header" | "footer")) {
            // as LibreOffice saves the heads and feet of pages
            let words = self.tree.words(id);
            self.leave_out(LeftOutKind::PageHeader, &words);
            return Ok(());
        }
        if style.is_list_mark {
            self.mark = read_mark(&self.tree.words(id));
            return Ok(());
        }
        let before = (self.zone, self.is_set);
        if self.is_mail
            && let Some(zone) = find_zone(node)
            && self.zone != zone
        {
            self.flush()?;
            self.zone = zone;
        }
        self.is_set = style.is_set.unwrap_or(self.is_set);
        let font_before = self
            .fonts
            .find_font(node)
            .map(|font| self.font.replace(font));
        let is_caption = is_called_caption(node) && self.stands_below_picture();
        let begins = self.pieces.len();
        let read = self.read_by_name(id, node, style, depth);
        if let Some(font) = font_before {
            self.font = font;
        }
        if is_caption {
            self.flush()?;
            self.caption_picture(begins);
        }
        if self.zone != before.0 {
            self.flush()?;
        }
        (self.zone, self.is_set) = before;
        read
    }

    fn read_by_name(
        &mut self,
        id: NodeId,
        node: &Node,
        style: Style,
        depth: usize,
    ) -> Result<(), Refusal> {
        match node.name() {
            "meta" | "link" | "base" | "col" | "colgroup" | "param" | "source" | "track"
            | "area" => {}
            "br" => self.line.end_line(),
            "hr" => self.flush()?,
            "wbr" => {}
            "img" | "image" => self.read_picture(node)?,
            "noscript" | "button" | "select" | "textarea" | "datalist" | "dialog" => {
                let words = self.tree.words(id);
                self.leave_out(LeftOutKind::Furniture, &words);
                self.line.add_blank();
            }
            "iframe" | "object" | "embed" | "video" | "audio" | "canvas" | "applet" | "svg" => {
                self.read_object(id, node, depth)?;
            }
            "math" => {
                let words = self.tree.words(id);
                self.leave_out(LeftOutKind::Object, &words);
            }
            "del" => {
                let words = self.tree.words(id);
                self.leave_out(LeftOutKind::Deletion, &words);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = node
                    .name()
                    .as_bytes()
                    .get(1)
                    .map_or(1, |digit| digit - b'0');
                self.read_as(Kind::Heading(level), id, depth)?;
            }
            "ul" | "ol" | "menu" | "dir" => {
                self.flush()?;
                self.lists.push(OpenList::of(self.tree, id, node));
                let kind = std::mem::replace(&mut self.kind, Kind::Paragraph);
                let read = self.read_children(id, depth + 1);
                self.flush()?;
                self.kind = kind;
                self.lists.pop();
                read?;
            }
            "li" => {
                let level = self.lists.len().saturating_sub(1).min(usize::from(u8::MAX));
                let mark = match self.lists.last_mut() {
                    Some(list) => list.count(node),
                    None => mark_lone(node),
                };
                self.read_item(level as u8, mark, id, depth)?;
            }
            "table" if data_table::holds_data(self.tree, id) => self.read_table(id, depth)?,
            "figure" => self.read_figure(id, depth)?,
            "pre" | "listing" | "xmp" | "plaintext" => {
                self.flush()?;
                self.is_set = true;
                self.read_children(id, depth + 1)?;
                self.flush()?;
            }
            "a" if is_note_mark(node) => {}
            "q" => {
                self.line.add_as_it_stands("“");
                self.read_children(id, depth + 1)?;
                self.line.add_as_it_stands("”");
            }
            "p" | "div" if style.is_note || is_note(node) => self.read_as(Kind::Note, id, depth)?,
            "p" if style.list_level.is_some() => {
                self.read_item(style.list_level.unwrap_or(0), None, id, depth)?;
            }
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption" | "option" | "body"
            | "frameset" => {
                self.flush()?;
                self.read_children(id, depth + 1)?;
                self.flush()?;
            }
            name if is_block(name) || style.is_block => {
                self.flush()?;
                self.read_children(id, depth + 1)?;
                self.flush()?;
            }
            _ => self.read_children(id, depth + 1)?,
        }
        Ok(())
    }

    fn read_as(&mut self, kind: Kind, id: NodeId, depth: usize) -> Result<(), Refusal> {
        self.flush()?;
        let before = std::mem::replace(&mut self.kind, kind);
        let read = self.read_children(id, depth + 1);
        self.flush()?;
        self.kind = before;
        read
    }

    fn read_item(
        &mut self,
        level: u8,
        mark: Option<String>,
        id: NodeId,
        depth: usize,
    ) -> Result<(), Refusal> {
        self.flush()?;
        let before = std::mem::replace(&mut self.mark, mark);
        let read = self.read_as(Kind::ListItem(level), id, depth);
        self.mark = before;
        read
    }

    /// The words of a cell; pictures in it go beside the table.
    pub fn read_cell(
        &mut self,
        id: NodeId,
        depth: usize,
        besides: &mut Vec<Piece>,
    ) -> Result<String, Refusal> {
        let outside = std::mem::take(&mut self.pieces);
        let kind = std::mem::replace(&mut self.kind, Kind::Paragraph);
        let read = self.read_children(id, depth + 1);
        let flushed = self.flush();
        self.kind = kind;
        let inside = std::mem::replace(&mut self.pieces, outside);
        read?;
        flushed?;
        let mut words: Vec<String> = Vec::new();
        for piece in inside {
            match piece.block {
                Block::Heading { text, .. } | Block::Paragraph { text } | Block::Note { text } => {
                    words.push(text);
                }
                Block::ListItem { mark, text, .. } => words.push(join_mark(mark.as_deref(), &text)),
                Block::Table { .. } | Block::Picture { .. } => besides.push(piece),
            }
        }
        Ok(words.join("\n"))
    }

    pub fn leave_out(&mut self, kind: LeftOutKind, words: &str) {
        let is_worth = !words.trim().is_empty();
        if is_worth && self.document.left_out.len() < MOST_LEFT_OUT {
            self.document.leave_out(kind, words);
        }
    }
}

/// Whether a page calls an element the caption of a picture: «wp-caption-text», «photo__caption».
fn is_called_caption(node: &Node) -> bool {
    let classes = node.attribute("class").unwrap_or_default();
    classes.split_ascii_whitespace().any(|class| {
        let class = class.to_ascii_lowercase();
        class.ends_with("caption") || class.ends_with("caption-text")
    })
}

/// Whose words an element of a mail holds, where mail programs mark it.
fn find_zone(node: &Node) -> Option<Zone> {
    const QUOTED: [&str; 9] = [
        "gmail_quote",
        "gmail_extra",
        "yahoo_quoted",
        "moz-cite-prefix",
        "moz-forward-container",
        "moz-email-headers-table",
        "protonmail_quote",
        "zmail_extra",
        "divRplyFwdMsg",
    ];
    const SIGNED: [&str; 7] = [
        "gmail_signature",
        "moz-signature",
        "signature",
        "Signature",
        "mail-signature",
        "ms-outlook-mobile-signature",
        "js-compose-signature",
    ];
    if SIGNED.iter().any(|name| node.is_called(name)) {
        return Some(Zone::Signature);
    }
    let style = node.attribute("style").unwrap_or_default();
    let is_quote = node.name() == "blockquote"
        && (node.attribute("type") == Some("cite") || style.contains("border-left"));
    (is_quote || QUOTED.iter().any(|name| node.is_called(name))).then_some(Zone::Quoted)
}
