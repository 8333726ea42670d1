//! Pictures, text boxes and embedded objects of Word, as DrawingML and as VML have them.

use base64::Engine;

use super::blocks::choose_alternative;
use super::story::{Fate, Flow, Line, Story};
use crate::document::{Block, Enclosed, LeftOutKind, Picture};
use crate::piece::{Piece, mark_box, read_file_name};
use crate::refusal::Refusal;
use crate::xml::Element;

/// Letters of an alternative text: it is handed down to all that a shape holds.
const MOST_WORDS: usize = 2000;

/// What is written at a picture.
#[derive(Debug, Clone, Default)]
struct Label {
    name: Option<String>,
    alternative: Option<String>,
}

impl Story<'_, '_> {
    /// Reads what is drawn: its pictures, its text boxes, and that it has objects.
    pub fn read_drawing(
        &mut self,
        element: Element,
        flow: Flow,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let object = element
            .descendants()
            .find(|it| matches!(it.name(), "OLEObject" | "objectEmbed" | "control"));
        if let Some(object) = object
            && !self.note_object(object, flow)?
        {
            return Ok(());
        }
        self.read_shapes(element, flow, &Label::default(), line)
    }

    fn read_shapes(
        &mut self,
        parent: Element,
        flow: Flow,
        label: &Label,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let label = &read_label(parent, label);
        for element in parent.children() {
            match element.name() {
                "AlternateContent" => {
                    if let Some(chosen) = choose_alternative(element) {
                        self.read_shapes(chosen, flow, label, line)?;
                    }
                }
                "txbxContent" | "txBody" => self.read_text_box(element, flow, line)?,
                "blip" => {
                    let id = element
                        .relation("embed")
                        .or_else(|| element.relation("link"));
                    self.read_picture(id.as_deref().unwrap_or_default(), flow, label, line)?;
                }
                "imagedata" => {
                    let id = ["id", "pict", "href"]
                        .iter()
                        .find_map(|name| element.relation(name))
                        .or_else(|| element.attribute("src"));
                    self.read_picture(id.as_deref().unwrap_or_default(), flow, label, line)?;
                }
                "textpath" => {
                    if let Some(words) = element.attribute("string") {
                        self.put_words(&words, flow, line)?;
                    }
                }
                "chart" => self.read_chart(element, flow)?,
                "relIds" => self.read_diagram(element, flow, line)?,
                "binData" | "docPr" | "cNvPr" => {}
                _ => self.read_shapes(element, flow, label, line)?,
            }
        }
        Ok(())
    }

    fn read_text_box(
        &mut self,
        element: Element,
        flow: Flow,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        // Fields around the anchor have nothing to do with those in the box.
        let fields = std::mem::take(&mut self.fields);
        let mut pieces = Vec::new();
        let outcome = self.read_blocks(element, flow, &mut pieces);
        self.fields = fields;
        outcome?;
        mark_box(&mut pieces, line.list_put());
        pieces.into_iter().for_each(|piece| line.put(piece));
        Ok(())
    }

    fn put_words(&mut self, words: &str, flow: Flow, line: &mut Line) -> Result<(), Refusal> {
        let words = words.trim();
        if flow.fate == Fate::Kept && !words.is_empty() {
            self.budget.take_part("words of shapes")?;
            line.put(Piece::plain(Block::Paragraph {
                text: words.replace("\r\n", "\n"),
            }));
        }
        Ok(())
    }

    fn read_picture(
        &mut self,
        id: &str,
        flow: Flow,
        label: &Label,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        if flow.fate != Fate::Kept || flow.hidden || self.quiet || id.is_empty() {
            return Ok(());
        }
        self.budget.take_part("pictures")?;
        if let Some(picture) = self.find_picture(id, label)? {
            line.put(Piece::plain(Block::Picture { picture }));
        }
        Ok(())
    }

    /// Finds the picture that a relation means, or reads it; none where it is missing, which is noted.
    fn find_picture(&mut self, id: &str, label: &Label) -> Result<Option<usize>, Refusal> {
        if let Some(picture) = self.places.get(id).copied()
            && self.package.is_none()
        {
            return Ok(Some(picture));
        }
        let relation = self.part.relations.get(id).cloned();
        let missing = |target: &str| {
            let words = label.alternative.as_deref().or(label.name.as_deref());
            match (target, words) {
                ("", words) => words.unwrap_or_default().to_owned(),
                (target, _) => target.to_owned(),
            }
        };
        let Some(relation) = relation else {
            self.leave_out(LeftOutKind::MissingPicture, &missing(""));
            return Ok(None);
        };
        if let Some(picture) = self.places.get(&relation.target).copied() {
            return Ok(Some(picture));
        }
        let bytes = match (&mut self.package, relation.external) {
            (Some(package), false) => package.read_part(&relation.target, self.budget)?,
            _ => None,
        };
        let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) else {
            self.leave_out(LeftOutKind::MissingPicture, &missing(&relation.target));
            return Ok(None);
        };
        let picture = self.add_picture(&relation.target, bytes, label);
        Ok(Some(picture))
    }

    fn add_picture(&mut self, place: &str, bytes: Vec<u8>, label: &Label) -> usize {
        let file = place.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = label.name.clone().unwrap_or_else(|| file.to_owned());
        let picture = self.document.pictures.len();
        self.document.pictures.push(Picture {
            name: (!name.is_empty()).then_some(name),
            bytes,
            caption: None,
            alternative: label.alternative.clone(),
        });
        self.places.insert(place.to_owned(), picture);
        picture
    }

    /// Reads the pictures that stand within one XML, so that shapes find them by their names.
    pub fn read_flat_pictures(&mut self, root: Element) -> Result<(), Refusal> {
        for data in root.descendants().filter(|it| it.name() == "binData") {
            let Some(name) = data.attribute("name") else {
                continue;
            };
            let packed: String = data.text().split_whitespace().collect();
            self.budget.take_bytes(packed.len(), "pictures")?;
            let bytes = base64::engine::general_purpose::STANDARD.decode(packed);
            if let Ok(bytes) = bytes
                && !bytes.is_empty()
                && !self.places.contains_key(name.as_ref())
            {
                self.add_picture(&name, bytes, &Label::default());
            }
        }
        Ok(())
    }

    /// Notes an embedded object; whether what stands for it is to be read as a picture.
    fn note_object(&mut self, object: Element, flow: Flow) -> Result<bool, Refusal> {
        let program = object.attribute("ProgID").unwrap_or_default();
        if [
            "PBrush",
            "Paint.Picture",
            "MSPhotoEd",
            "Photoshop",
            "StaticMetafile",
            "StaticDib",
        ]
        .iter()
        .any(|name| program.starts_with(name))
        {
            return Ok(true);
        }
        if flow.fate != Fate::Kept || self.quiet {
            return Ok(false);
        }
        self.leave_out(LeftOutKind::Object, &program);
        let relation = object
            .relation("id")
            .and_then(|id| self.part.relations.get(id.as_ref()).cloned());
        let (Some(relation), Some(package)) = (relation, &mut self.package) else {
            return Ok(false);
        };
        if relation.external || relation.kind != "package" {
            return Ok(false);
        }
        if let Some(bytes) = package.read_part(&relation.target, self.budget)? {
            let name = relation.target.rsplit('/').next().unwrap_or_default();
            self.document.enclosed.push(Enclosed {
                name: name.to_owned(),
                declared_type: package.find_type(&relation.target).map(str::to_owned),
                bytes,
            });
        }
        Ok(false)
    }

    fn read_chart(&mut self, element: Element, flow: Flow) -> Result<(), Refusal> {
        if flow.fate != Fate::Kept || self.quiet {
            return Ok(());
        }
        let target = element
            .relation("id")
            .and_then(|id| self.part.relations.get(id.as_ref()))
            .map(|relation| relation.target.clone());
        let words = match target {
            Some(target) => self.read_words_of(&target)?.join(" "),
            None => String::new(),
        };
        self.leave_out(LeftOutKind::Object, &words);
        Ok(())
    }

    /// A diagram's words are kept in a part of its own, a paragraph for each of its boxes.
    fn read_diagram(
        &mut self,
        element: Element,
        flow: Flow,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let target = element
            .relation("dm")
            .and_then(|id| self.part.relations.get(id.as_ref()))
            .map(|relation| relation.target.clone());
        if let Some(target) = target
            && !flow.hidden
        {
            for words in self.read_words_of(&target)? {
                self.put_words(&words, flow, line)?;
            }
        }
        Ok(())
    }

    /// The paragraphs that a part of DrawingML holds.
    fn read_words_of(&mut self, name: &str) -> Result<Vec<String>, Refusal> {
        let read = |_: &mut Self, root: Element| {
            let paragraphs = root.find_outermost(|name| name == "p").into_iter();
            let words = paragraphs.map(|paragraph| {
                let runs = paragraph.find_outermost(|name| name == "t");
                runs.into_iter().map(Element::text).collect::<String>()
            });
            Ok(words.filter(|words| !words.trim().is_empty()).collect())
        };
        Ok(self.with_part(name, read)?.unwrap_or_default())
    }
}

/// What an element says of the picture within it; the inner one says it better.
fn read_label(element: Element, outer: &Label) -> Label {
    let mut label = outer.clone();
    let own = ["docPr", "cNvPr"]
        .iter()
        .find_map(|name| element.child(name))
        .or_else(|| element.find(&["nvPicPr", "cNvPr"]));
    if let Some(own) = own {
        label.take_name(own.attribute("name").as_deref());
        let said = own.attribute("descr").filter(|it| !it.trim().is_empty());
        label.take_alternative(said.as_deref());
    }
    if matches!(element.name(), "shape" | "rect" | "roundrect" | "oval") {
        label.take_alternative(element.attribute("alt").as_deref());
        let image = element.child("imagedata");
        let title = image.and_then(|image| image.attribute("title"));
        label.take_name(title.as_deref());
    }
    label
}

impl Label {
    /// Takes a name that is that of a file; «Picture 1» is none.
    fn take_name(&mut self, name: Option<&str>) {
        if let Some(name) = name.and_then(read_file_name) {
            self.name = Some(name);
        }
    }

    fn take_alternative(&mut self, words: Option<&str>) {
        if let Some(words) = words.map(str::trim)
            && !words.is_empty()
            && self.alternative.is_none()
        {
            self.alternative = Some(words.chars().take(MOST_WORDS).collect());
        }
    }
}
