//! Frames and shapes of OpenDocument: pictures, text boxes, embedded objects.

use base64::Engine;

use super::Story;
use super::line::Line;
use crate::document::{Block, LeftOutKind, Picture};
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

/// Whether an element is drawn, so that it stands beside the words.
pub(super) fn is_drawn(name: &str) -> bool {
    matches!(
        name,
        "frame"
            | "g"
            | "custom-shape"
            | "rect"
            | "ellipse"
            | "circle"
            | "line"
            | "polyline"
            | "polygon"
            | "regular-polygon"
            | "path"
            | "connector"
            | "caption"
            | "measure"
            | "text-box"
            | "image"
            | "object"
            | "object-ole"
            | "plugin"
            | "floating-frame"
            | "applet"
            | "control"
            | "chart"
    )
}

impl Story<'_, '_> {
    /// Reads what is drawn.
    pub fn read_drawn(
        &mut self,
        element: Element,
        hidden: bool,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        self.read_shape(element, hidden, &Label::default(), line)
    }

    fn read_shape(
        &mut self,
        element: Element,
        hidden: bool,
        outer: &Label,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let label = read_label(element, outer);
        match element.name() {
            "image" => {
                self.read_picture(element, hidden, &label, line)?;
            }
            "object" | "object-ole" | "plugin" | "floating-frame" | "applet" => {
                self.note_object(&label);
            }
            "control" => {}
            "frame" => self.read_frame(element, hidden, &label, line)?,
            _ => {
                for inner in element.children() {
                    match is_drawn(inner.name()) || inner.name() == "a" {
                        true => self.read_shape(inner, hidden, &label, line)?,
                        false => self.read_words(inner, hidden, line)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn read_words(
        &mut self,
        element: Element,
        hidden: bool,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        if matches!(
            element.name(),
            "p" | "h" | "list" | "table" | "section" | "numbered-paragraph"
        ) {
            return self.read_anchored(element, hidden, line);
        }
        Ok(())
    }

    fn read_anchored(
        &mut self,
        element: Element,
        hidden: bool,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let mut pieces = Vec::new();
        self.read_block(element, hidden, &mut pieces)?;
        pieces.into_iter().for_each(|piece| line.put(piece));
        Ok(())
    }

    /// Reads a frame: its contents are ways to show the same, of which the first that can be read is taken.
    fn read_frame(
        &mut self,
        frame: Element,
        hidden: bool,
        label: &Label,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let is_object = |it: &Element| {
            matches!(
                it.name(),
                "object" | "object-ole" | "plugin" | "floating-frame" | "applet"
            )
        };
        if frame.children().any(|it| is_object(&it)) {
            self.note_object(label);
            return Ok(());
        }
        let mut missing = None;
        for element in frame.children() {
            match element.name() {
                "image" => {
                    missing = match self.read_picture(element, hidden, label, line)? {
                        Some(address) => missing.or(Some(address)),
                        None => return Ok(()),
                    };
                }
                "text-box" => {
                    let mut pieces = Vec::new();
                    self.read_blocks(element, hidden, &mut pieces)?;
                    mark_box(&mut pieces, line.list_put());
                    pieces.into_iter().for_each(|piece| line.put(piece));
                }
                "table" => self.read_anchored(element, hidden, line)?,
                _ => {}
            }
        }
        if let Some(address) = missing {
            self.leave_out(LeftOutKind::MissingPicture, &address);
        }
        Ok(())
    }

    fn note_object(&mut self, label: &Label) {
        let words = label.alternative.clone().unwrap_or_default();
        self.leave_out(LeftOutKind::Object, &words);
    }

    /// Reads a picture; gives its address where it is missing.
    fn read_picture(
        &mut self,
        image: Element,
        hidden: bool,
        label: &Label,
        line: &mut Line,
    ) -> Result<Option<String>, Refusal> {
        if self.quiet || hidden {
            return Ok(None);
        }
        self.budget.take_part("pictures")?;
        let address = image.attribute("href").unwrap_or_default();
        let place = address
            .trim_start_matches('#')
            .trim_start_matches("./")
            .to_owned();
        if let Some(picture) = self.places.get(&place).copied() {
            line.put(Piece::plain(Block::Picture { picture }));
            return Ok(None);
        }
        let bytes = match image.child("binary-data") {
            Some(data) => self.decode_data(data)?,
            None => self.unpack(&place)?,
        };
        let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) else {
            let words = match address.is_empty() {
                true => label.alternative.clone().unwrap_or_default(),
                false => address.into_owned(),
            };
            return Ok(Some(words));
        };
        let picture = self.document.pictures.len();
        let name = label.name.clone().or_else(|| read_file_name(&place));
        self.document.pictures.push(Picture {
            name,
            bytes,
            caption: None,
            alternative: label.alternative.clone(),
        });
        if !place.is_empty() {
            self.places.insert(place, picture);
        }
        line.put(Piece::plain(Block::Picture { picture }));
        Ok(None)
    }

    fn decode_data(&mut self, data: Element) -> Result<Option<Vec<u8>>, Refusal> {
        let packed: String = data.text().split_whitespace().collect();
        self.budget.take_bytes(packed.len(), "pictures")?;
        Ok(base64::engine::general_purpose::STANDARD
            .decode(packed)
            .ok())
    }

    fn unpack(&mut self, place: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(container) = self.container else {
            return Ok(None);
        };
        let Some(entry) = container.find(place) else {
            return Ok(None);
        };
        match container.unpack(entry, self.budget) {
            Ok(unpacked) => {
                self.damaged |= unpacked.damaged;
                Ok(Some(unpacked.bytes))
            }
            Err(refusal @ Refusal::TooLarge { .. }) => Err(refusal),
            Err(_) => Ok(None),
        }
    }
}

fn read_label(element: Element, outer: &Label) -> Label {
    let mut label = outer.clone();
    let name = element.attribute("name");
    if let Some(name) = name.as_deref().and_then(read_file_name) {
        label.name = Some(name);
    }
    let words = ["desc", "title"]
        .iter()
        .filter_map(|name| element.child(name))
        .map(|it| {
            it.text()
                .trim()
                .chars()
                .take(MOST_WORDS)
                .collect::<String>()
        })
        .find(|words| !words.is_empty());
    label.alternative = words.or(label.alternative);
    label
}
