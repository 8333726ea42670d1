//! The blocks of metadata that a container holds, within what may be read of one photo.

use std::borrow::Cow;

use super::limits::{BLOCK_MOST, BLOCKS_MOST};

/// Blocks as they were found in a photo.
#[derive(Debug, Default)]
pub(crate) struct Blocks<'a> {
    /// In the form of TIFF. Of several the first counts.
    pub(crate) exif: Option<Cow<'a, [u8]>>,
    /// IPTC-IIM.
    pub(crate) iim: Option<Cow<'a, [u8]>>,
    /// MD5 that IIM had when XMP was last written beside it (Photoshop image resource 0x0425).
    pub(crate) iim_digest: Option<[u8; 16]>,
    /// Packets of XMP; of a property that stands in several the first counts.
    pub(crate) xmp: Vec<Cow<'a, [u8]>>,
    /// Whether nothing but Exif is wanted: then nothing else is put together or unfolded.
    pub(crate) is_exif_alone: bool,
    /// Whether a block was left out as it is too long.
    pub(crate) has_long_block: bool,
    total: usize,
}

impl<'a> Blocks<'a> {
    /// None yet, of which only Exif is wanted.
    pub(crate) fn of_exif() -> Self {
        Self {
            is_exif_alone: true,
            ..Self::default()
        }
    }

    /// Whether all that is wanted is there.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_exif_alone && self.exif.is_some()
    }

    /// Whether one more block of this length may be read; it is counted.
    pub(crate) fn take_room(&mut self, length: usize) -> bool {
        let has_room = length <= BLOCK_MOST && self.total + length <= BLOCKS_MOST;
        if has_room {
            self.total += length;
        } else {
            self.has_long_block = true;
        }
        has_room
    }

    /// What a compressed block unfolds to, where there is room for it. One that does not unfold within a block's length is
    /// left out, and its work is counted as such a block: many of them must not take long either.
    pub(crate) fn unfold(&mut self, unfold: impl FnOnce() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        if self.total >= BLOCKS_MOST {
            self.has_long_block = true;
            return None;
        }
        let block = unfold();
        if block.is_none() {
            self.has_long_block = true;
            self.total += BLOCK_MOST;
        }
        block
    }

    /// Adds an Exif block; some containers repeat the mark of JPEG before it.
    pub(crate) fn add_exif(&mut self, block: Cow<'a, [u8]>) {
        if self.exif.is_none() && self.take_room(block.len()) {
            self.exif = Some(match block {
                Cow::Borrowed(block) => Cow::Borrowed(without_mark(block)),
                Cow::Owned(block) => Cow::Owned(without_mark(&block).to_vec()),
            });
        }
    }

    /// Adds an IIM block.
    pub(crate) fn add_iim(&mut self, block: Cow<'a, [u8]>) {
        if !self.is_exif_alone && self.iim.is_none() && self.take_room(block.len()) {
            self.iim = Some(block);
        }
    }

    /// Adds a packet of XMP.
    pub(crate) fn add_xmp(&mut self, packet: Cow<'a, [u8]>) {
        if !self.is_exif_alone && self.take_room(packet.len()) {
            self.xmp.push(packet);
        }
    }
}

fn without_mark(block: &[u8]) -> &[u8] {
    block.strip_prefix(b"Exif\0\0").unwrap_or(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_may_be() {
        let block = vec![b' '; BLOCK_MOST];
        let mut blocks = Blocks::default();
        blocks.add_xmp(Cow::Owned(vec![b' '; BLOCK_MOST + 1]));
        assert!(blocks.has_long_block && blocks.xmp.is_empty());
        for _ in 0..6 {
            blocks.add_xmp(Cow::Borrowed(&block));
        }
        assert_eq!(blocks.xmp.len() * BLOCK_MOST, BLOCKS_MOST);
    }

    #[test]
    fn no_more_is_unfolded_than_may_be_read() {
        let mut blocks = Blocks::default();
        let mut unfolded = 0;
        for _ in 0..100 {
            let block = blocks.unfold(|| {
                unfolded += 1;
                None
            });
            assert_eq!(block, None);
        }
        assert_eq!(unfolded, BLOCKS_MOST / BLOCK_MOST);
        assert!(blocks.has_long_block);
    }

    #[test]
    fn where_exif_is_wanted_nothing_else_is_taken() {
        let mut blocks = Blocks::of_exif();
        blocks.add_xmp(Cow::Borrowed(b"<x/>"));
        blocks.add_iim(Cow::Borrowed(b"\x1C"));
        assert!(blocks.xmp.is_empty() && blocks.iim.is_none() && !blocks.is_complete());
        blocks.add_exif(Cow::Borrowed(b"II*\0"));
        assert!(blocks.is_complete());
        assert_eq!(blocks.total, 4);
    }
}
