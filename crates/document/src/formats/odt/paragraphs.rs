//! Paragraphs, lists, notes and changes of OpenDocument.

use super::Story;
use super::line::Line;
use crate::document::{Block, LeftOutKind};
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
                self.read_list(element, hidden, 0, None, pieces)
            }
            "numbered-paragraph" => {
                let level = element.attribute("level").and_then(|it| it.parse().ok());
                let level = level.unwrap_or(1_u8).saturating_sub(1);
                for paragraph in element.children() {
                    self.read_paragraph(paragraph, hidden, Some(level), pieces)?;
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

    /// Reads a paragraph or heading; `item` is its level where it begins an item of a list.
    fn read_paragraph(
        &mut self,
        element: Element,
        hidden: bool,
        item: Option<u8>,
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
        if !text.is_empty() {
            self.budget.take_part("paragraphs")?;
            let text = text.to_owned();
            let outline = element
                .attribute("outline-level")
                .or_else(|| element.attribute("level"));
            let outline = outline.and_then(|it| it.parse::<u8>().ok()).unwrap_or(1);
            let block = match (element.name(), look.heading, item) {
                ("h", Some(0), _) | (_, Some(0), None) => Block::Heading { level: 0, text },
                ("h", ..) => Block::Heading {
                    level: outline.clamp(1, 9),
                    text,
                },
                (_, Some(level), None) => Block::Heading { level, text },
                (_, _, Some(level)) => Block::ListItem { level, text },
                (_, None, None) => Block::Paragraph { text },
            };
            pieces.push(Piece {
                block,
                caption: look.caption,
            });
        }
        pieces.append(&mut line.after);
        Ok(())
    }

    fn read_list(
        &mut self,
        list: Element,
        hidden: bool,
        level: u8,
        style: Option<&str>,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let own = list.attribute("style-name");
        let style = own.as_deref().or(style);
        let shows = self.styles.shows(style, usize::from(level));
        for item in list.children() {
            let mut first = item.name() == "list-item" && shows;
            for element in item.children() {
                match element.name() {
                    "list" | "ordered-list" | "unordered-list" => {
                        let level = level.saturating_add(1);
                        self.read_list(element, hidden, level, style, pieces)?;
                    }
                    "p" | "h" => {
                        let item = std::mem::take(&mut first).then_some(level);
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
