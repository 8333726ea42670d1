//! The head of a file of Word: what stands where.

use crate::bytes::Bytes;
use crate::refusal::Refusal;

/// A part of a stream.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span {
    pub at: usize,
    pub length: usize,
}

/// What the head says.
#[derive(Debug)]
pub(super) struct Head {
    /// Word 6 and 95: tables in the main stream, shorter numbers, 8-bit letters.
    pub is_old: bool,
    pub language: u16,
    /// Where the text begins and ends in files without pieces.
    pub text: Span,
    /// How many characters the stories have, in their order: text, footnotes, headers, macros, comments, endnotes, text
    /// boxes, text boxes of headers.
    pub counts: [usize; 8],
    pub styles: Span,
    pub footnotes: Span,
    pub comments: Span,
    pub headers: Span,
    pub characters: Span,
    pub paragraphs: Span,
    pub fonts: Span,
    pub pieces: Span,
    pub anchors: Span,
    pub endnotes: Span,
    pub drawings: Span,
    pub text_boxes: Span,
    pub lists: Span,
    pub numberings: Span,
}

impl Head {
    /// Reads the head.
    ///
    /// # Errors
    /// [`Refusal::Locked`], [`Refusal::NotRead`] where the file is older than Word 6, [`Refusal::Damaged`].
    pub fn read(main: &[u8]) -> Result<Head, Refusal> {
        let version = main.word(2);
        let flags = main.word(0x0a);
        match main.word(0) {
            0xa5ec | 0xa5dc | 0xa5db | 0xa698 | 0xa699 => {}
            0xa59b | 0xa59c => return Err(Refusal::NotRead),
            _ => {
                return Err(Refusal::Damaged {
                    what: "it has no head of Word".to_owned(),
                });
            }
        }
        if flags & 0x0100 != 0 {
            return Err(Refusal::Locked);
        }
        let is_old = version < 0x00c0;
        let text_at = main.place(0x18);
        let text = Span {
            at: text_at,
            length: main.place(0x1c).saturating_sub(text_at),
        };
        let counts_at = if is_old { 0x34 } else { 0x4c };
        let counts = std::array::from_fn(|n| main.place(counts_at + 4 * n));
        // of Word 2 only the text is read
        let is_flat = main.word(0) == 0xa5db;
        let span = |old: usize, new: usize| {
            let at = if is_old { old } else { new };
            match at {
                _ if is_flat => Span::default(),
                0 => Span::default(),
                at => Span {
                    at: main.place(at),
                    length: main.place(at + 4),
                },
            }
        };
        Ok(Head {
            is_old,
            language: main.word(0x06),
            text,
            counts,
            styles: span(0x60, 0xa2),
            footnotes: span(0x70, 0xb2),
            comments: span(0x80, 0xc2),
            headers: span(0xb0, 0xf2),
            characters: span(0xb8, 0xfa),
            paragraphs: span(0xc0, 0x102),
            fonts: span(0xd0, 0x112),
            pieces: span(0x160, 0x1a2),
            anchors: span(0, 0x1da),
            endnotes: span(0x1da, 0x212),
            drawings: span(0, 0x22a),
            text_boxes: span(0, 0x25a),
            lists: span(0, 0x2e2),
            numberings: span(0, 0x2ea),
        })
    }
}
