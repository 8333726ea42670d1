//! Pictures in Rich Text: digits in pairs, or bytes after `\bin`.

/// A picture that is being read.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub bytes: Vec<u8>,
    half: Option<u8>,
    pub kind: Option<Kind>,
    pub alternative: Option<String>,
}

/// Kinds of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Metafile,
    EnhancedMetafile,
    Bitmap,
    Macintosh,
}

impl Kind {
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Metafile => "wmf",
            Kind::EnhancedMetafile => "emf",
            Kind::Bitmap => "bmp",
            Kind::Macintosh => "pict",
        }
    }
}

impl Drawing {
    pub fn push_digit(&mut self, byte: u8) {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            b'A'..=b'F' => byte - b'A' + 10,
            _ => return,
        };
        match self.half.take() {
            None => self.half = Some(digit),
            Some(high) => self.bytes.push(high << 4 | digit),
        }
    }

    /// The bytes as a file of their kind: a bitmap without the head of its file gets one.
    pub fn into_file(self) -> (Vec<u8>, Kind) {
        let kind = match self.bytes.as_slice() {
            [0xff, 0xd8, ..] => Kind::Jpeg,
            [0x89, b'P', b'N', b'G', ..] => Kind::Png,
            _ => self.kind.unwrap_or(Kind::Metafile),
        };
        if kind == Kind::Bitmap && !self.bytes.starts_with(b"BM") {
            return (add_bitmap_head(&self.bytes), kind);
        }
        (self.bytes, kind)
    }
}

/// Sets the head of a file before a bitmap as Windows has it in memory.
fn add_bitmap_head(bitmap: &[u8]) -> Vec<u8> {
    let word = |at: usize| {
        let bytes = bitmap
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok());
        u32::from_le_bytes(bytes.unwrap_or_default())
    };
    let head = word(0);
    let bits = word(12) >> 16;
    let colours = match (word(32), bits) {
        (0, 1 | 4 | 8) => 1 << bits,
        (used, _) => used.min(256),
    };
    let before = 14_u32.saturating_add(head).saturating_add(colours * 4);
    let mut file = b"BM".to_vec();
    file.extend((bitmap.len() as u32).saturating_add(14).to_le_bytes());
    file.extend([0; 4]);
    file.extend(before.to_le_bytes());
    file.extend(bitmap);
    file
}
