//! Paragraphs, lists, notes and changes of OpenDocument.

use std::borrow::Cow;

use super::Story;
use super::line::Line;
use super::lists::{Item, LONGEST_ID, OpenList};
use crate::document::{Block, LeftOutKind};
use crate::lists::{Level, number_heading};
use crate::old_fonts;
use crate::piece::{Piece, flatten};
use crate::refusal::Refusal;
use crate::xml::{Content, Element};

/// Blanks that one element may stand for.
const MOST_BLANKS: usize = 1000;

impl Story<'_, '_> {
    /// Reads the blocks that an element holds.
    pub fn read_blocks(
        &mut self,
        parent: Element,
        hidden: bool,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        for element in parent.children() {
            self.read_block(element, hidden, pieces)?;
        }
        Ok(())
    }

    /// Reads one block, or what stands among blocks.
    pub fn read_block(
        &mut self,
        element: Element,
        hidden: bool,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        match element.name() {
            "p" | "h" => self.read_paragraph(element, hidden, None, pieces),
            "list" | "ordered-list" | "unordered-list" => {
                let open = self.lists.begin(element);
                self.read_list(element, hidden, &open, pieces)
            }
            "numbered-paragraph" => {
                let level = element.attribute("level").and_then(|it| it.parse().ok());
                let open = OpenList {
                    level: level.unwrap_or(1_u8).saturating_sub(1),
                    ..self.lists.begin(element)
                };
                for paragraph in element.children() {
                    let item = self.count_item(element, hidden, &open);
                    self.read_paragraph(paragraph, hidden, item, pieces)?;
                }
                Ok(())
            }
            "table" => self.read_table(element, hidden, pieces),
            "section" => {
                let hidden = hidden || element.attribute("display").as_deref() == Some("none");
                self.read_blocks(element, hidden, pieces)
            }
            "tracked-changes" => self.read_changes(element),
            "annotation" => self.read_comment(element),
            "forms"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "meta"
            | "dde-connection-decls"
            | "number"
            | "title"
            | "desc"
            | "creator"
            | "date"
            | "date-string"
            | "dde-source"
            | "section-source"
            | "glue-point"
            | "binary-data" => Ok(()),
            name if name.ends_with("-source") => Ok(()),
            name if super::frames::is_drawn(name) => {
                let mut line = Line::new();
                self.read_drawn(element, hidden, &mut line)?;
                pieces.append(&mut line.before);
                pieces.append(&mut line.after);
                Ok(())
            }
            _ => self.read_blocks(element, hidden, pieces),
        }
    }

    /// Reads a paragraph or heading; `item` is what it shows where it begins an item of a list.
    fn read_paragraph(
        &mut self,
        element: Element,
        hidden: bool,
        item: Option<Item>,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let style = element.attribute("style-name");
        let look = self.styles.find_look(style.as_deref());
        let hidden = hidden || look.hidden;
        let mut line = Line::new();
        line.font = look.font;
        self.read_inline(element, hidden, &mut line)?;
        if line.not_shown {
            line.hidden.push_str(&std::mem::take(&mut line.text));
        }
        self.leave_out(LeftOutKind::Hidden, &line.hidden);
        pieces.append(&mut line.before);
        let text = line.text.trim();
        let is_number = self.in_cell && item.as_ref().is_some_and(Item::is_numbered);
        if !text.is_empty() || is_number {
            self.budget.take_part("paragraphs")?;
            let block = self.make_block(element, text, look.heading, item);
            pieces.push(Piece {
                block,
                caption: look.caption,
            });
        }
        pieces.append(&mut line.after);
        Ok(())
    }

    fn make_block(
        &mut self,
        element: Element,
        text: &str,
        heading: Option<u8>,
        item: Option<Item>,
    ) -> Block {
        let outline = element
            .attribute("outline-level")
            .or_else(|| element.attribute("level"));
        let outline = outline.and_then(|it| it.parse::<u8>().ok()).unwrap_or(1);
        let level = match (element.name(), heading, &item) {
            ("h", Some(0), _) | (_, Some(0), None) => Some(0),
            ("h", ..) => Some(outline.clamp(1, 9)),
            (_, heading, None) => heading,
            _ => None,
        };
        match (level, item) {
            (Some(level), item) => {
                let mark = match item {
                    Some(item) => item.mark,
                    None if element.name() == "h" && !self.quiet => {
                        let levels = &self.styles.headings;
                        self.lists.count_heading(element, level, levels)
                    }
                    None => None,
                };
                let text = number_heading(mark.as_deref(), text);
                Block::Heading { level, text }
            }
            (None, Some(Item { level, mark })) => Block::ListItem {
                level,
                mark,
                text: text.to_owned(),
            },
            (None, None) => Block::Paragraph {
                text: text.to_owned(),
            },
        }
    }

    /// Counts an item of a list, if it shows anything.
    fn count_item(&mut self, item: Element, hidden: bool, open: &OpenList) -> Option<Item> {
        let bare = Item {
            level: open.level,
            mark: None,
        };
        let Some(levels) = self.styles.find_levels(open.style.as_deref()) else {
            return Some(bare);
        };
        let shows = levels.get(usize::from(open.level)).is_none_or(Level::shows);
        if self.quiet || hidden {
            return shows.then_some(bare);
        }
        let start = item.attribute("start-value").and_then(|it| it.parse().ok());
        let item = self.lists.count(open, start, levels);
        shows.then_some(item)
    }

    fn read_list(
        &mut self,
        list: Element,
        hidden: bool,
        open: &OpenList,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        for item in list.children() {
            let mut is_first = item.name() == "list-item";
            for element in item.children() {
                match element.name() {
                    "list" | "ordered-list" | "unordered-list" => {
                        let own = element.attribute("style-name");
                        let own = own.filter(|style| style.len() <= LONGEST_ID);
                        let inner = OpenList {
                            list: open.list,
                            level: open.level.saturating_add(1),
                            style: own.map(Cow::into_owned).or_else(|| open.style.clone()),
                        };
                        self.read_list(element, hidden, &inner, pieces)?;
                    }
                    "p" | "h" => {
                        let item = match std::mem::take(&mut is_first) {
                            true => self.count_item(item, hidden, open),
                            false => None,
                        };
                        self.read_paragraph(element, hidden, item, pieces)?;
                    }
                    _ => self.read_block(element, hidden, pieces)?,
                }
            }
        }
        Ok(())
    }

    /// Reads what stands in a paragraph.
    pub fn read_inline(
        &mut self,
        parent: Element,
        hidden: bool,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        for content in parent.contents() {
            match content {
                Content::Text(words) => {
                    let font = line.font.as_deref().unwrap_or_default();
                    match old_fonts::mend_run(font, &words) {
                        Some(after) if after != words => {
                            if !self.quiet {
                                let doubts = &mut self.document.doubts;
                                old_fonts::note_old_font(doubts, font, &words, &after);
                            }
                            line.write(&after, hidden);
                        }
                        _ => line.write(&words, hidden),
                    }
                }
                Content::Element(element) => self.read_inline_element(element, hidden, line)?,
            }
        }
        Ok(())
    }

    fn read_inline_element(
        &mut self,
        element: Element,
        hidden: bool,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        match element.name() {
            "s" => {
                let count = element.attribute("c").and_then(|it| it.parse().ok());
                let count: usize = count.unwrap_or(1).min(MOST_BLANKS);
                self.budget.take_bytes(count, "blanks")?;
                line.write_exactly(&" ".repeat(count), hidden);
            }
            "tab" | "tab-stop" => line.write_exactly("\t", hidden),
            "line-break" => line.write_exactly("\n", hidden),
            "span" => {
                let style = element.attribute("style-name");
                let own = style.map(|name| self.styles.find_words(&name));
                let (own, font) = own.unwrap_or_default();
                let outer = font.map(|font| line.font.replace(font));
                self.read_inline(element, own.unwrap_or(hidden), line)?;
                if let Some(outer) = outer {
                    line.font = outer;
                }
            }
            "note" | "footnote" | "endnote" => self.read_note(element, hidden)?,
            "annotation" => self.read_comment(element)?,
            "hidden-text" => {
                let hides = element.attribute("is-hidden").as_deref() != Some("false");
                self.read_inline(element, hidden || hides, line)?;
            }
            "hidden-paragraph" => {
                line.not_shown |= element.attribute("is-hidden").as_deref() == Some("true");
            }
            "number" | "ruby-text" | "script" | "note-citation" | "title" | "desc"
            | "meta-field-source" => {}
            "p" | "h" | "list" | "table" => {
                let mut pieces = Vec::new();
                self.read_block(element, hidden, &mut pieces)?;
                pieces.into_iter().for_each(|piece| line.put(piece));
            }
            name if super::frames::is_drawn(name) => self.read_drawn(element, hidden, line)?,
            _ => self.read_inline(element, hidden, line)?,
        }
        Ok(())
    }

    fn read_note(&mut self, note: Element, hidden: bool) -> Result<(), Refusal> {
        let body = note
            .children()
            .find(|it| matches!(it.name(), "note-body" | "footnote-body" | "endnote-body"));
        let Some(body) = body else { return Ok(()) };
        if self.quiet || hidden {
            return Ok(());
        }
        let at_end =
            note.name() == "endnote" || note.attribute("note-class").as_deref() == Some("endnote");
        let mut inner = Vec::new();
        self.read_blocks(body, false, &mut inner)?;
        let text = flatten(&inner);
        let mut pieces = Vec::new();
        if !text.trim().is_empty() {
            self.budget.take_part("notes")?;
            pieces.push(Piece::plain(Block::Note { text }));
        }
        let is_picture = |piece: &Piece| matches!(piece.block, Block::Picture { .. });
        pieces.extend(inner.into_iter().filter(is_picture));
        match at_end {
            true => self.endnotes.append(&mut pieces),
            false => self.footnotes.append(&mut pieces),
        }
        Ok(())
    }

    fn read_comment(&mut self, comment: Element) -> Result<(), Refusal> {
        let words = self.read_quietly(comment)?;
        self.leave_out(LeftOutKind::Comment, &words);
        Ok(())
    }

    fn read_changes(&mut self, changes: Element) -> Result<(), Refusal> {
        for region in changes.children() {
            for change in region.children().filter(|it| it.name() == "deletion") {
                let words = self.read_quietly(change)?;
                self.leave_out(LeftOutKind::Deletion, &words);
            }
        }
        Ok(())
    }
}
