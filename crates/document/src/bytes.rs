//! Numbers in bytes, the small end first; beyond the end all is zero.

/// Reads numbers out of bytes.
pub(crate) trait Bytes {
    /// A byte.
    fn byte(&self, at: usize) -> u8;
    /// Two bytes.
    fn word(&self, at: usize) -> u16;
    /// Four bytes.
    fn long(&self, at: usize) -> u32;
    /// So many bytes, or fewer at the end.
    fn part(&self, at: usize, length: usize) -> &[u8];

    /// Four bytes as a place or a count.
    fn place(&self, at: usize) -> usize {
        self.long(at) as usize
    }
}

impl Bytes for [u8] {
    fn byte(&self, at: usize) -> u8 {
        self.get(at).copied().unwrap_or(0)
    }

    fn word(&self, at: usize) -> u16 {
        u16::from(self.byte(at)) | u16::from(self.byte(at.saturating_add(1))) << 8
    }

    fn long(&self, at: usize) -> u32 {
        u32::from(self.word(at)) | u32::from(self.word(at.saturating_add(2))) << 16
    }

    fn part(&self, at: usize, length: usize) -> &[u8] {
        let rest = self.get(at..).unwrap_or_default();
        rest.get(..length).unwrap_or(rest)
    }
}
