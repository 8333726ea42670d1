//! What stands on a slide.

use std::borrow::Cow;

use super::bullets::Bullets;
use super::show::Show;
use super::words::{list_words, read_words};
use crate::document::{Block, LeftOutKind, Picture};
use crate::piece::{Piece, read_file_name};
use crate::refusal::Refusal;
use crate::xml::Element;

/// PowerPoint has no more columns.
const MOST_COLUMNS: usize = 75;

impl Show<'_, '_> {
    /// Reads the shapes of a slide, its title first.
    pub fn read_shapes(&mut self, shapes: Element) -> Result<(), Refusal> {
        let is_title = |shape: &Element| matches!(find_role(*shape).as_str(), "title" | "ctrTitle");
        for shape in shapes.children().filter(is_title) {
            self.read_shape(shape)?;
        }
        for shape in shapes.children().filter(|shape| !is_title(shape)) {
            self.read_shape(shape)?;
        }
        Ok(())
    }

    fn read_shape(&mut self, shape: Element) -> Result<(), Refusal> {
        match shape.name() {
            "sp" => self.read_text_shape(shape),
            "pic" => self.read_picture(shape),
            "graphicFrame" => self.read_graphic(shape),
            "grpSp" => {
                for inner in shape.children() {
                    self.read_shape(inner)?;
                }
                Ok(())
            }
            "AlternateContent" => {
                let chosen = shape.child("Choice").or_else(|| shape.child("Fallback"));
                for inner in chosen.iter().flat_map(|chosen| chosen.children()) {
                    self.read_shape(inner)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn read_text_shape(&mut self, shape: Element) -> Result<(), Refusal> {
        let role = find_role(shape);
        if shape.find(&["spPr", "blipFill"]).is_some() {
            self.read_picture(shape)?;
        }
        let Some(body) = shape.child("txBody") else {
            return Ok(());
        };
        match role.as_str() {
            "title" | "ctrTitle" => {
                let text = list_words(body);
                self.add(&text, |text| Block::Heading { level: 1, text })
            }
            "dt" | "ftr" | "hdr" | "sldNum" => {
                let words = list_words(body);
                if words.contains(char::is_alphabetic) {
                    self.leave_out(LeftOutKind::PageHeader, &words);
                }
                Ok(())
            }
            role => {
                let has_bullets = matches!(role, "body" | "obj");
                let mut bullets = Bullets::default();
                for paragraph in body.children().filter(|it| it.name() == "p") {
                    self.read_paragraph(paragraph, has_bullets, &mut bullets)?;
                }
                Ok(())
            }
        }
    }

    fn read_paragraph(
        &mut self,
        paragraph: Element,
        has_bullets: bool,
        bullets: &mut Bullets,
    ) -> Result<(), Refusal> {
        let words = read_words(paragraph);
        if words.trim().is_empty() {
            return Ok(());
        }
        let item = bullets.count(paragraph.child("pPr"), has_bullets);
        self.add(&words, |text| match item.clone() {
            Some((level, mark)) => Block::ListItem { level, mark, text },
            None => Block::Paragraph { text },
        })
    }

    fn add(&mut self, text: &str, make: impl Fn(String) -> Block) -> Result<(), Refusal> {
        let text = text.trim();
        if !text.is_empty() {
            self.budget.take_part("paragraphs")?;
            self.pieces.push(Piece::plain(make(text.to_owned())));
        }
        Ok(())
    }

    fn read_graphic(&mut self, frame: Element) -> Result<(), Refusal> {
        let Some(data) = frame.find(&["graphic", "graphicData"]) else {
            return Ok(());
        };
        for element in data.children() {
            match element.name() {
                "tbl" => self.read_table(element)?,
                "relIds" => {
                    let words = self.read_words_beside(element.relation("dm").as_deref())?;
                    for line in words.lines() {
                        self.add(line, |text| Block::Paragraph { text })?;
                    }
                }
                "chart" => {
                    let words = self.read_words_beside(element.relation("id").as_deref())?;
                    self.leave_out(LeftOutKind::Object, &words);
                }
                _ => {
                    let object = element.descendants().find_map(|it| it.attribute("progId"));
                    self.leave_out(LeftOutKind::Object, &object.unwrap_or_default());
                }
            }
        }
        Ok(())
    }

    fn read_words_beside(&mut self, id: Option<&str>) -> Result<String, Refusal> {
        let relation = id.and_then(|id| self.part.relations.get(id));
        let Some(target) = relation.map(|relation| relation.target.clone()) else {
            return Ok(String::new());
        };
        let words = self.with_part(&target, |_, root| Ok(list_words(root)))?;
        Ok(words.unwrap_or_default())
    }

    fn read_table(&mut self, table: Element) -> Result<(), Refusal> {
        let mut rows = Vec::new();
        for row in table.children().filter(|it| it.name() == "tr") {
            let mut cells: Vec<String> = Vec::new();
            for cell in row.children().filter(|it| it.name() == "tc") {
                self.budget.take_part("cells")?;
                let covered = ["hMerge", "vMerge"]
                    .iter()
                    .any(|name| matches!(cell.attribute(name).as_deref(), Some("1" | "true")));
                // The covered cells of a merged one stand in the file themselves.
                cells.push(match covered {
                    true => String::new(),
                    false => cell.child("txBody").map(list_words).unwrap_or_default(),
                });
                if cells.len() > MOST_COLUMNS * 4 {
                    break;
                }
            }
            rows.push(cells);
        }
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            self.pieces.push(Piece::plain(Block::Table { rows }));
        }
        Ok(())
    }

    fn read_picture(&mut self, shape: Element) -> Result<(), Refusal> {
        let find = |name: &str| shape.descendants().find(|it| it.name() == name);
        let about = find("cNvPr");
        let said = |name: &str| {
            let words = about?.attribute(name)?.trim().to_owned();
            (!words.is_empty()).then_some(words)
        };
        let alternative = said("descr");
        if find("videoFile").is_some() || find("audioFile").is_some() {
            let name = said("name").unwrap_or_default();
            self.leave_out(LeftOutKind::Object, &name);
            return Ok(());
        }
        let blip = find("blip");
        let id = blip.and_then(|blip| blip.relation("embed").or_else(|| blip.relation("link")));
        let Some(id) = id else { return Ok(()) };
        let Some(relation) = self.part.relations.get(id.as_ref()).cloned() else {
            self.leave_out(
                LeftOutKind::MissingPicture,
                &alternative.unwrap_or_default(),
            );
            return Ok(());
        };
        self.budget.take_part("pictures")?;
        if let Some(picture) = self.places.get(&relation.target).copied() {
            self.pieces.push(Piece::plain(Block::Picture { picture }));
            return Ok(());
        }
        let bytes = match relation.external {
            true => None,
            false => self.package.read_part(&relation.target, self.budget)?,
        };
        let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) else {
            self.leave_out(LeftOutKind::MissingPicture, &relation.target);
            return Ok(());
        };
        let picture = self.document.pictures.len();
        let name = said("name").and_then(|name| read_file_name(&name));
        self.document.pictures.push(Picture {
            name: name.or_else(|| read_file_name(&relation.target)),
            bytes,
            caption: None,
            alternative,
        });
        self.places.insert(relation.target, picture);
        self.pieces.push(Piece::plain(Block::Picture { picture }));
        Ok(())
    }
}

/// What a shape is on its slide: `title`, `body`; empty for one that a person put there.
fn find_role(shape: Element) -> String {
    let place = shape.find(&["nvSpPr", "nvPr", "ph"]);
    match place {
        Some(place) => place
            .attribute("type")
            .map_or("obj".to_owned(), Cow::into_owned),
        None => String::new(),
    }
}

/// The words of speaker's notes, without the number and picture of their slide.
pub(super) fn list_notes(root: Element) -> String {
    let shapes = root.find(&["cSld", "spTree"]);
    let shapes = shapes.iter().flat_map(|shapes| shapes.children());
    let notes: Vec<String> = shapes
        .filter(|shape| shape.name() == "sp")
        .filter(|shape| {
            !matches!(
                find_role(*shape).as_str(),
                "sldNum" | "sldImg" | "dt" | "hdr" | "ftr"
            )
        })
        .filter_map(|shape| shape.child("txBody"))
        .map(list_words)
        .filter(|words| !words.is_empty())
        .collect();
    notes.join("\n")
}
