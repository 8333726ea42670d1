//! Pictures and objects of a page, and what is written for them.

use base64::Engine;

use super::piece::Piece;
use super::walk::Walk;
use crate::document::{Block, LeftOutKind, Picture};
use crate::markup::{Node, NodeId};
use crate::refusal::Refusal;

/// A longer paragraph is no caption, whatever it is called.
const LONGEST_CAPTION: usize = 500;

impl Walk<'_, '_, '_> {
    /// A picture with what is written below it: the words stay in the text, where one sees them.
    pub fn read_figure(&mut self, id: NodeId, depth: usize) -> Result<(), Refusal> {
        self.flush()?;
        let first = self.document.pictures.len();
        self.read_children(id, depth + 1)?;
        self.flush()?;
        let caption = self.tree.find(id, "figcaption");
        let caption = caption.map(|caption| self.tree.words(caption));
        if let Some(caption) = caption.filter(|caption| !caption.is_empty()) {
            for picture in self.document.pictures.iter_mut().skip(first) {
                picture.caption = Some(caption.clone());
            }
        }
        Ok(())
    }

    /// Whether a picture is the last that was read.
    pub fn stands_below_picture(&mut self) -> bool {
        let is_picture = |piece: &Piece| matches!(piece.block, Block::Picture { .. });
        self.flush().is_ok() && self.pieces.last().is_some_and(is_picture)
    }

    /// Gives the picture above what was read since then those words, where they are one short paragraph.
    pub fn caption_picture(&mut self, begins: usize) {
        let above = begins.checked_sub(1).and_then(|at| self.pieces.get(at));
        let (
            Some(Piece {
                block: Block::Picture { picture },
                ..
            }),
            [
                Piece {
                    block: Block::Paragraph { text },
                    ..
                },
            ],
        ) = (above, self.pieces.get(begins..).unwrap_or_default())
        else {
            return;
        };
        if let Some(picture) = self.document.pictures.get_mut(*picture)
            && picture.caption.is_none()
            && text.chars().count() <= LONGEST_CAPTION
        {
            picture.caption = Some(text.clone());
        }
    }

    pub fn read_picture(&mut self, node: &Node) -> Result<(), Refusal> {
        let of = |name: &str| {
            node.attribute(name)
                .map(str::trim)
                .filter(|v| !v.is_empty())
        };
        // pages that load a picture late have its address beside
        let late = of("data-src")
            .or(of("data-original"))
            .or(of("data-lazy-src"));
        let address = match of("src") {
            Some(address) if late.is_none() || !address.starts_with("data:") => Some(address),
            _ => late,
        };
        let is_spot = |name| of(name).is_some_and(|v| matches!(v, "0" | "1" | "0px" | "1px"));
        if is_spot("width") || is_spot("height") {
            return Ok(());
        }
        let alternative = of("alt").or(of("title")).map(str::to_owned);
        let Some(address) = address else {
            return Ok(());
        };
        let found = if let Some(data) = address.strip_prefix("data:") {
            read_data_address(data).map(|bytes| (None, bytes))
        } else {
            (self.find_part)(address)
                .map(|part| (part.name.map(str::to_owned), part.bytes.to_vec()))
        };
        let Some((name, bytes)) = found.filter(|(_, bytes)| !bytes.is_empty()) else {
            let words = match alternative {
                Some(words) => format!("{} {words}", shorten(address)),
                None => shorten(address).to_owned(),
            };
            self.leave_out(LeftOutKind::MissingPicture, &words);
            return Ok(());
        };
        self.budget.take_bytes(bytes.len(), "picture")?;
        self.budget.take_part("picture")?;
        let picture = self.document.pictures.len();
        self.document.pictures.push(Picture {
            name: name.or_else(|| find_file_name(address)),
            bytes,
            caption: None,
            alternative,
        });
        let kind = self.kind;
        self.flush()?;
        self.push(Block::Picture { picture })?;
        // a picture before the words of an item leaves them its words
        self.kind = kind;
        Ok(())
    }

    pub fn read_object(&mut self, id: NodeId, node: &Node, depth: usize) -> Result<(), Refusal> {
        let address = node
            .attribute("src")
            .or_else(|| node.attribute("data"))
            .unwrap_or_default();
        let words = self.tree.words(id);
        if node.name() == "svg" && words.is_empty() {
            return Ok(());
        }
        if node.name() == "object" && !words.is_empty() {
            // what a browser shows where it cannot show the object
            return self.read_children(id, depth + 1);
        }
        let words = format!("{} {words}", shorten(address));
        self.leave_out(LeftOutKind::Object, &words);
        Ok(())
    }
}

/// The bytes of a `data:` address, after its scheme.
fn read_data_address(data: &str) -> Option<Vec<u8>> {
    let (head, body) = data.split_once(',')?;
    if !head.to_ascii_lowercase().starts_with("image/") || !head.contains("base64") {
        return None;
    }
    let body: Vec<u8> = body
        .bytes()
        .filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        .collect();
    let engine = base64::engine::GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        base64::engine::GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent),
    );
    engine.decode(body).ok()
}

/// The last part of an address, as the name of a file.
pub(crate) fn find_file_name(address: &str) -> Option<String> {
    if address.starts_with("data:") || address.starts_with("cid:") {
        return None;
    }
    let path = address.split(['?', '#']).next()?;
    let name = path.rsplit(['/', '\\']).next()?;
    (!name.is_empty() && name != ".." && name.len() < 200).then(|| name.to_owned())
}

fn shorten(address: &str) -> &str {
    let end = address
        .char_indices()
        .nth(200)
        .map_or(address.len(), |(at, _)| at);
    address.get(..end).unwrap_or(address)
}
