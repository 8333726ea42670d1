//! Words of Word: runs, fields, references to notes, tracked changes.

use super::blocks::{choose_alternative, read_hidden};
use super::story::{Fate, Flow, Line, NoteKind, Story};
use super::styles::read_font;
use super::symbols::{read_symbol, read_symbols};
use crate::document::LeftOutKind;
use crate::old_fonts;
use crate::refusal::Refusal;
use crate::xml::{Element, Space};

/// Whether every field in a part ends, and none ends that did not begin.
pub(super) fn has_whole_fields(root: Element) -> bool {
    let mut open = 0_usize;
    for mark in root.descendants().filter(|it| it.name() == "fldChar") {
        match mark.attribute("fldCharType").as_deref() {
            Some("begin") => open += 1,
            Some("end") if open == 0 => return false,
            Some("end") => open -= 1,
            _ => {}
        }
    }
    open == 0
}

impl Story<'_, '_> {
    /// Reads what stands in a paragraph.
    pub fn read_inline(
        &mut self,
        parent: Element,
        flow: Flow,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        for element in parent.children() {
            self.read_inline_element(element, flow, line)?;
        }
        Ok(())
    }

    /// Reads one element of a paragraph.
    pub fn read_inline_element(
        &mut self,
        element: Element,
        flow: Flow,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        if element.space() == Space::Math {
            if flow.fate == Fate::Kept {
                let runs = element.find_outermost(|name| name == "t");
                let words: String = runs.into_iter().map(Element::text).collect();
                self.leave_out(LeftOutKind::Object, &words);
            }
            return Ok(());
        }
        match element.name() {
            "r" => self.read_run(element, flow, line),
            "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt" | "customXmlPr" | "smartTagPr" => Ok(()),
            "del" => self.read_inline(element, flow.with(Fate::Deleted), line),
            "moveFrom" => self.read_inline(element, flow.with(Fate::Moved), line),
            "annotation" => self.read_annotation(element, flow, line),
            "AlternateContent" => match choose_alternative(element) {
                Some(chosen) => self.read_inline(chosen, flow, line),
                None => Ok(()),
            },
            "p" | "tbl" | "altChunk" => {
                let mut pieces = Vec::new();
                match element.name() {
                    "p" => self.read_paragraph(element, flow, &mut pieces)?,
                    "tbl" => self.read_table(element, flow, &mut pieces)?,
                    _ => {}
                }
                pieces.into_iter().for_each(|piece| line.put(piece));
                Ok(())
            }
            "drawing" | "pict" | "object" => self.read_drawing(element, flow, line),
            _ => self.read_inline(element, flow, line),
        }
    }

    /// Changes and comments as the XML of 2003 has them.
    fn read_annotation(
        &mut self,
        element: Element,
        flow: Flow,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        match element.attribute("type").as_deref() {
            Some("Word.Deletion") => self.read_inline(element, flow.with(Fate::Deleted), line),
            Some("Word.Comment") => {
                self.leave_out(LeftOutKind::Comment, &element.text());
                Ok(())
            }
            _ => self.read_inline(element, flow, line),
        }
    }

    fn read_run(&mut self, run: Element, flow: Flow, line: &mut Line) -> Result<(), Refusal> {
        let hidden = read_hidden(self, run).unwrap_or(flow.hidden);
        let flow = Flow { hidden, ..flow };
        let font = run.child("rPr").and_then(|it| it.child("rFonts"));
        let font = font.and_then(|it| it.attribute("ascii").or_else(|| it.attribute("hAnsi")));
        self.read_run_contents(run, flow, font.as_deref(), line)
    }

    /// The words of a run as its font drew them, if it is one of the old Kazakh ones.
    fn mend_words(&mut self, words: String, run: Element) -> String {
        if !old_fonts::has_letters(&words) {
            return words;
        }
        let properties = run.child("rPr");
        let of_style = || {
            let id = properties?.child("rStyle")?.attribute("val")?;
            self.styles.find(Some(&id)).font
        };
        let font = read_font(properties)
            .or_else(of_style)
            .or_else(|| self.font.clone())
            .or_else(|| self.styles.default_font.clone());
        let mended = font.and_then(|font| Some((old_fonts::mend_run(&font, &words)?, font)));
        let Some((after, font)) = mended else {
            return words;
        };
        if !self.quiet {
            old_fonts::note_old_font(&mut self.document.doubts, &font, &words, &after);
        }
        after
    }

    fn read_run_contents(
        &mut self,
        run: Element,
        flow: Flow,
        font: Option<&str>,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        for element in run.children() {
            match element.name() {
                "t" => {
                    let words = self.mend_words(read_words(element), run);
                    self.write(&read_symbols(&words, font), flow, line);
                }
                "delText" => {
                    let words = self.mend_words(read_words(element), run);
                    self.write(&words, flow.with(Fate::Deleted), line);
                }
                "tab" | "ptab" => self.write("\t", flow, line),
                "br" | "cr" => self.write("\n", flow, line),
                "noBreakHyphen" => self.write("\u{2011}", flow, line),
                "softHyphen" => self.write("\u{ad}", flow, line),
                "sym" => {
                    let symbol = read_symbol(element);
                    self.write(&symbol.map(String::from).unwrap_or_default(), flow, line);
                }
                "fldChar" => self.read_field_mark(element),
                "footnoteReference" => self.refer(NoteKind::Foot, element, flow),
                "endnoteReference" => self.refer(NoteKind::End, element, flow),
                // The XML of 2003 has a note where it is referred to.
                "footnote" | "endnote" if self.package.is_none() => {
                    let mut pieces = Vec::new();
                    self.read_note(element, &mut pieces)?;
                    line.after.extend(pieces);
                }
                "AlternateContent" => {
                    if let Some(chosen) = choose_alternative(element) {
                        self.read_run_contents(chosen, flow, font, line)?;
                    }
                }
                "rPr" | "instrText" | "delInstrText" => {}
                _ => self.read_inline_element(element, flow, line)?,
            }
        }
        Ok(())
    }

    fn read_field_mark(&mut self, mark: Element) {
        match mark.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(),
            Some("end") => self.fields.end(),
            _ => {}
        }
    }

    fn refer(&mut self, kind: NoteKind, reference: Element, flow: Flow) {
        if flow.fate != Fate::Kept || flow.hidden || self.quiet {
            return;
        }
        if let Some(id) = reference.attribute("id") {
            let note = (kind, id.into_owned());
            if self.known_notes.insert(note.clone()) {
                self.notes.push(note);
            }
        }
    }

    fn write(&self, words: &str, flow: Flow, line: &mut Line) {
        if !self.lenient && self.fields.are_at_instruction() {
            return;
        }
        let target = match (flow.fate, flow.hidden) {
            (Fate::Moved, _) => return,
            (Fate::Deleted, _) => &mut line.deleted,
            (Fate::Kept, true) => &mut line.hidden,
            (Fate::Kept, false) => &mut line.text,
        };
        let printed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
        target.extend(words.chars().filter(printed));
    }
}

/// Words as they stand, without the line ends that a program put around them for its own sake.
fn read_words(element: Element) -> String {
    let words = element.text();
    if !words.contains(['\n', '\t', '\r']) {
        return words;
    }
    let kept = element.attribute("space").as_deref() == Some("preserve");
    let words = match kept {
        true => words.as_str(),
        false => words.trim_matches(['\n', '\r', '\t', ' ']),
    };
    words.replace(['\n', '\r', '\t'], " ")
}
