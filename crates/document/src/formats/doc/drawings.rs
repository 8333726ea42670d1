//! Drawings: pictures in the line, and shapes that float and hang on a place of the text.

use std::collections::HashMap;

use flate2::read::ZlibDecoder;

use super::fib::Head;
use super::streams::Streams;
use crate::budget::Budget;
use crate::bytes::Bytes;
use crate::document::Picture;
use crate::refusal::Refusal;

/// So deep containers of drawings may stand in each other.
const DEEPEST: usize = 24;

/// A record of a drawing.
struct Record<'a> {
    kind: u16,
    /// A number or a count, by kind.
    instance: u16,
    body: &'a [u8],
}

/// Reads records one after the other.
fn read_records(bytes: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        bytes.get(at + 8..)?;
        let first = bytes.word(at);
        let kind = bytes.word(at + 2);
        let body = bytes.part(at + 8, bytes.place(at + 4));
        at += 8 + body.len();
        (kind >= 0xf000).then_some(Record {
            kind,
            instance: first >> 4,
            body,
        })
    })
}

/// A shape.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    number: u32,
    /// The outermost group that it belongs to, or itself.
    pub outer: u32,
    /// Its picture's place in the store, from 1.
    picture: usize,
    alternative: Option<String>,
}

/// The shapes that float and the store of their pictures.
#[derive(Debug, Default)]
pub(super) struct Drawings {
    pub shapes: Vec<Shape>,
    /// Which shapes hang on which place of the text.
    pub anchors: HashMap<usize, u32>,
    store: Vec<(usize, Vec<u8>)>,
}

impl Drawings {
    /// Reads what floats over the text.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn read(head: &Head, streams: &Streams, budget: &mut Budget) -> Result<Drawings, Refusal> {
        let mut drawings = Drawings::default();
        let anchors = streams.table.part(head.anchors.at, head.anchors.length);
        let count = anchors.len().saturating_sub(4) / 30;
        for n in 0..count {
            let shape = anchors.long(4 * (count + 1) + 26 * n);
            drawings.anchors.insert(anchors.place(4 * n), shape);
        }
        let content = streams.table.part(head.drawings.at, head.drawings.length);
        let Some(group) = read_records(content).next() else {
            return Ok(drawings);
        };
        for store in read_records(group.body).filter(|record| record.kind == 0xf001) {
            for entry in read_records(store.body) {
                budget.take_part("pictures")?;
                let embedded = match entry.kind {
                    0xf007 => entry.body.get(36 + usize::from(entry.body.byte(33))..),
                    _ => None,
                };
                let embedded = embedded.unwrap_or_default().to_vec();
                budget.take_bytes(embedded.len(), "pictures")?;
                drawings.store.push((entry.body.place(28), embedded));
            }
        }
        // each drawing has a byte before it that says whether it is the text's or the headers'
        let mut at = 8 + group.body.len();
        while let Some(rest) = content.get(at + 1..) {
            let Some(drawing) = read_records(rest).next() else {
                break;
            };
            at += 1 + 8 + drawing.body.len();
            drawings.read_shapes(drawing.body, 0, None, budget)?;
        }
        Ok(drawings)
    }

    fn read_shapes(
        &mut self,
        bytes: &[u8],
        depth: usize,
        outer: Option<u32>,
        budget: &mut Budget,
    ) -> Result<(), Refusal> {
        if depth > DEEPEST {
            return Ok(());
        }
        let mut outer = outer;
        let mut is_first = true;
        for record in read_records(bytes) {
            match record.kind {
                0xf003 => self.read_shapes(record.body, depth + 1, outer, budget)?,
                0xf004 => {
                    budget.take_part("shapes")?;
                    let mut shape = read_shape(record.body);
                    // the first shape of a group is the group; of the whole drawing it is none
                    if is_first && depth == 2 {
                        outer.get_or_insert(shape.number);
                    }
                    shape.outer = outer.unwrap_or(shape.number);
                    is_first = false;
                    self.shapes.push(shape);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The pictures that hang on a shape of the text.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn find_pictures(
        &self,
        anchored: u32,
        streams: &Streams,
        budget: &mut Budget,
    ) -> Result<Vec<Picture>, Refusal> {
        let mut found = Vec::new();
        for shape in self.shapes.iter().filter(|shape| shape.outer == anchored) {
            let Some((delayed, embedded)) = shape
                .picture
                .checked_sub(1)
                .and_then(|place| self.store.get(place))
            else {
                continue;
            };
            let bytes = match embedded.is_empty() {
                true => streams.main.get(*delayed..).unwrap_or_default(),
                false => embedded,
            };
            if let Some(record) = read_records(bytes).next()
                && let Some(mut picture) = read_picture(&record, budget)?
            {
                picture.alternative.clone_from(&shape.alternative);
                found.push(picture);
            }
        }
        Ok(found)
    }

    /// The shape that a text box belongs to, as the text knows it.
    pub fn find_outer(&self, number: u32) -> u32 {
        self.shapes
            .iter()
            .find(|shape| shape.number == number)
            .map_or(number, |shape| shape.outer)
    }
}

/// The picture that stands in the line, at a place of the stream of pictures.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn read_inline(
    data: &[u8],
    at: usize,
    budget: &mut Budget,
) -> Result<Option<Picture>, Refusal> {
    let whole = data.part(at, data.place(at));
    let head = usize::from(whole.word(4));
    let is_named = whole.word(6) == 0x66;
    let mut body = whole.get(head..).unwrap_or_default();
    if is_named {
        let name = usize::from(body.byte(0));
        body = body.get(1 + name..).unwrap_or_default();
    }
    let mut alternative = None;
    for record in read_records(body) {
        if record.kind == 0xf004 {
            alternative = read_shape(record.body).alternative;
            continue;
        }
        let found = match record.kind {
            0xf007 => {
                let blip = record.body.get(36 + usize::from(record.body.byte(33))..);
                match read_records(blip.unwrap_or_default()).next() {
                    Some(blip) => read_picture(&blip, budget)?,
                    None => None,
                }
            }
            _ => read_picture(&record, budget)?,
        };
        if let Some(mut picture) = found {
            picture.alternative = alternative;
            return Ok(Some(picture));
        }
    }
    Ok(None)
}

fn read_shape(bytes: &[u8]) -> Shape {
    let mut shape = Shape::default();
    for record in read_records(bytes) {
        match record.kind {
            0xf00a => shape.number = record.body.long(0),
            0xf00b => {
                let count = usize::from(record.instance);
                let mut words_at = 6 * count;
                for n in 0..count {
                    let which = record.body.word(6 * n);
                    let value = record.body.place(6 * n + 2);
                    let words = if which & 0x8000 != 0 {
                        let words = record.body.part(words_at, value);
                        words_at = words_at.saturating_add(value);
                        words
                    } else {
                        &[]
                    };
                    match which & 0x3fff {
                        0x0104 if words.is_empty() => shape.picture = value,
                        0x0381 => shape.alternative = read_words(words),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    shape
}

fn read_words(bytes: &[u8]) -> Option<String> {
    let units: Vec<u16> = (0..bytes.len() / 2).map(|n| bytes.word(2 * n)).collect();
    let words = String::from_utf16_lossy(&units);
    let words = words.trim_end_matches('\0').trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// A picture out of its record.
fn read_picture(record: &Record<'_>, budget: &mut Budget) -> Result<Option<Picture>, Refusal> {
    // a fingerprint before it, or two of them
    let prints = if record.instance & 1 == 1 { 32 } else { 16 };
    let ending = match record.kind {
        0xf01a => "emf",
        0xf01b => "wmf",
        0xf01c => "pict",
        0xf01d | 0xf02a => "jpg",
        0xf01e => "png",
        0xf01f => "bmp",
        0xf029 => "tif",
        _ => return Ok(None),
    };
    let bytes = match record.kind {
        0xf01a..=0xf01c => {
            let head = record.body.get(prints..).unwrap_or_default();
            let packed = head.get(34..).unwrap_or_default();
            match head.byte(32) {
                0 => match budget.unfold(ZlibDecoder::new(packed), "a picture") {
                    Err(Refusal::Damaged { .. }) => return Ok(None),
                    unfolded => unfolded?,
                },
                _ => {
                    budget.take_bytes(packed.len(), "pictures")?;
                    packed.to_vec()
                }
            }
        }
        _ => {
            let bytes = record.body.get(prints + 1..).unwrap_or_default();
            budget.take_bytes(bytes.len(), "pictures")?;
            bytes.to_vec()
        }
    };
    budget.take_part("pictures")?;
    Ok((!bytes.is_empty()).then(|| Picture {
        name: Some(ending.to_owned()),
        bytes,
        caption: None,
        alternative: None,
    }))
}
