//! Paragraphs of Word, and what stands between them.

use super::story::{Fate, Flow, Line, Story};
use super::styles::{read_list, read_number, read_switch};
use crate::document::{Block, Document, Doubt, LeftOutKind};
use crate::format::{Format, recognise};
use crate::lists::{is_number, number_heading};
use crate::piece::Piece;
use crate::refusal::Refusal;
use crate::xml::Element;

impl Story<'_, '_> {
    /// Reads the blocks that an element holds.
    pub fn read_blocks(
        &mut self,
        parent: Element,
        flow: Flow,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let outer = std::mem::take(&mut self.pending);
        self.walk_blocks(parent, flow, pieces)?;
        let rest = std::mem::replace(&mut self.pending, outer);
        if !rest.trim().is_empty() {
            self.budget.take_part("paragraphs")?;
            pieces.push(Piece::plain(Block::Paragraph {
                text: rest.trim().to_owned(),
            }));
        }
        Ok(())
    }

    fn walk_blocks(
        &mut self,
        parent: Element,
        flow: Flow,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        for element in parent.children() {
            match element.name() {
                "p" => self.read_paragraph(element, flow, pieces)?,
                "tbl" => self.read_table(element, flow, pieces)?,
                "altChunk" => self.read_chunk(element, pieces)?,
                "sectPr" | "sdtPr" | "sdtEndPr" | "pPr" | "rPr" | "tblPr" | "background"
                | "docPr" | "fonts" | "lists" | "styles" | "docSuppData" | "customXmlPr" => {}
                "AlternateContent" => {
                    if let Some(chosen) = choose_alternative(element) {
                        self.walk_blocks(chosen, flow, pieces)?;
                    }
                }
                "del" => self.walk_blocks(element, flow.with(Fate::Deleted), pieces)?,
                "moveFrom" => self.walk_blocks(element, flow.with(Fate::Moved), pieces)?,
                // Runs belong into paragraphs; some programs forget them.
                "r" | "hyperlink" | "fldSimple" | "oMathPara" | "oMath" => {
                    let mut line = Line::default();
                    self.read_inline_element(element, flow, &mut line)?;
                    self.finish_line(line, pieces, |text| Block::Paragraph { text }, false)?;
                }
                _ => self.walk_blocks(element, flow, pieces)?,
            }
        }
        Ok(())
    }

    /// Reads a paragraph.
    pub fn read_paragraph(
        &mut self,
        element: Element,
        flow: Flow,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refusal> {
        let properties = element.child("pPr");
        let style_id = properties
            .and_then(|it| it.child("pStyle"))
            .and_then(|it| it.attribute("val"));
        let style = self.styles.find(style_id.as_deref());
        let flow = Flow {
            hidden: flow.hidden || style.hidden == Some(true),
            ..flow
        };
        let mut line = Line::default();
        let outer_font = std::mem::replace(&mut self.font, style.font);
        let outcome = self.read_inline(element, flow, &mut line);
        self.font = outer_font;
        outcome?;

        let mark = properties.and_then(|it| it.child("rPr"));
        let mark_goes = mark.is_some_and(|mark| {
            mark.children().any(|it| {
                matches!(it.name(), "del" | "moveFrom")
                    || it.attribute("type").as_deref() == Some("Word.Deletion")
            })
        });
        if !self.pending.is_empty() {
            line.text.insert_str(0, &std::mem::take(&mut self.pending));
        }
        // A large first letter stands in a paragraph of its own before the one that it begins.
        let is_first_letter = properties
            .and_then(|it| it.child("framePr"))
            .and_then(|it| it.attribute("dropCap"))
            .is_some_and(|it| it != "none");
        if mark_goes || is_first_letter && line.text.chars().count() <= 3 {
            self.pending = std::mem::take(&mut line.text);
        }
        let outline = properties.and_then(|it| read_number::<u8>(it, "outlineLvl"));
        let heading = match outline {
            Some(outline @ 0..=8) => style.heading.or(Some(outline + 1)),
            Some(_) => None,
            None => style.heading,
        };
        let list = properties.and_then(read_list);
        let list = match (list, style.list) {
            (Some((id, level)), _) => Some((id, level.or(Some(0)))),
            (None, of_style) => of_style,
        };
        let item = match list {
            Some((id, level)) if self.counts(&line, flow) => {
                let progress = &mut self.progress;
                self.numberings
                    .count(progress, &id, level, style_id.as_deref())
            }
            _ => None,
        };
        let make = |text: String| match (heading, item.clone()) {
            (Some(level), item) => {
                let mark = item.and_then(|(_, mark)| mark);
                let text = number_heading(mark.as_deref(), &text);
                Block::Heading { level, text }
            }
            (None, Some((level, mark))) => Block::ListItem { level, mark, text },
            (None, None) => Block::Paragraph { text },
        };
        let numbered = matches!(&item, Some((_, Some(mark))) if is_number(mark));
        if numbered && flow.in_cell && line.text.trim().is_empty() {
            self.budget.take_part("paragraphs")?;
            pieces.push(Piece::plain(make(String::new())));
        }
        self.finish_line(line, pieces, make, style.caption)
    }

    /// Whether a paragraph has a number of its own: not where a change takes all of it away, and not outside of the text.
    fn counts(&self, line: &Line, flow: Flow) -> bool {
        let has_words = !line.text.trim().is_empty();
        let is_gone = !line.deleted.is_empty() || !line.hidden.is_empty();
        !self.quiet
            && flow.fate == Fate::Kept
            && !flow.hidden
            && self.pending.is_empty()
            && (has_words || !is_gone)
    }

    /// Puts a paragraph that was read behind the others, with what was anchored in it.
    pub fn finish_line(
        &mut self,
        line: Line,
        pieces: &mut Vec<Piece>,
        make: impl Fn(String) -> Block,
        caption: bool,
    ) -> Result<(), Refusal> {
        self.leave_out(LeftOutKind::Deletion, &line.deleted);
        self.leave_out(LeftOutKind::Hidden, &line.hidden);
        pieces.extend(line.before);
        let text = line.text.trim();
        if !text.is_empty() {
            self.budget.take_part("paragraphs")?;
            pieces.push(Piece {
                block: make(text.to_owned()),
                caption,
            });
        }
        pieces.extend(line.after);
        Ok(())
    }

    /// Reads a document of another format that stands as a piece in this one.
    fn read_chunk(&mut self, element: Element, pieces: &mut Vec<Piece>) -> Result<(), Refusal> {
        let relation = element
            .relation("id")
            .and_then(|id| self.part.relations.get(id.as_ref()).cloned());
        let (Some(relation), Some(package), false) = (relation, &mut self.package, self.quiet)
        else {
            return Ok(());
        };
        if relation.external {
            self.leave_out(LeftOutKind::Object, &relation.target);
            return Ok(());
        }
        let Some(bytes) = package.read_part(&relation.target, self.budget)? else {
            return Ok(());
        };
        let format = recognise(&bytes).unwrap_or(Format::Text);
        let name = relation.target.rsplit('/').next().unwrap_or_default();
        if self.budget.enter_document().is_err() {
            self.leave_out(LeftOutKind::Object, name);
            return Ok(());
        }
        let chunk = (self.read_chunk)(format, &bytes, self.budget);
        self.budget.leave_document();
        match chunk {
            Ok(chunk) => self.add_document(chunk, pieces),
            Err(refusal @ Refusal::TooLarge { .. }) => return Err(refusal),
            Err(_) => self.leave_out(LeftOutKind::Object, name),
        }
        Ok(())
    }

    fn add_document(&mut self, chunk: Document, pieces: &mut Vec<Piece>) {
        let first = self.document.pictures.len();
        self.document.pictures.extend(chunk.pictures);
        self.document.enclosed.extend(chunk.enclosed);
        self.document.left_out.extend(chunk.left_out);
        for doubt in chunk.doubts {
            if doubt != Doubt::Damaged || !self.document.doubts.contains(&doubt) {
                self.document.doubts.push(doubt);
            }
        }
        for mut block in chunk.blocks {
            if let Block::Picture { picture } = &mut block {
                *picture += first;
            }
            pieces.push(Piece::plain(block));
        }
    }
}

impl Flow {
    /// The same with words that go another way, if they are kept so far.
    pub fn with(self, fate: Fate) -> Flow {
        match self.fate {
            Fate::Kept => Flow { fate, ..self },
            _ => self,
        }
    }
}

/// Of contents that are given in several ways for newer and older programs, the first that holds anything readable.
pub(super) fn choose_alternative(element: Element) -> Option<Element> {
    let holds = |branch: &Element| {
        branch.descendants().any(|it| {
            matches!(
                it.name(),
                "t" | "txbxContent"
                    | "blip"
                    | "imagedata"
                    | "chart"
                    | "relIds"
                    | "p"
                    | "tbl"
                    | "fldChar"
                    | "tab"
                    | "br"
                    | "sym"
                    | "textpath"
                    | "OLEObject"
            )
        })
    };
    let mut choices = element.children().filter(|it| it.name() == "Choice");
    choices
        .find(holds)
        .or_else(|| element.child("Fallback"))
        .or_else(|| element.child("Choice"))
}

/// Whether the properties of a run hide it; none where they do not say.
pub(super) fn read_hidden(story: &Story, run: Element) -> Option<bool> {
    let properties = run.child("rPr")?;
    read_switch(Some(properties), "vanish").or_else(|| {
        let id = properties.child("rStyle")?.attribute("val")?;
        story.styles.find(Some(&id)).hidden
    })
}
