//! What of a compound file Word writes into.

/// Streams of a file of Word.
pub(super) struct Streams {
    /// The text, and what describes it on pages of 512 bytes.
    pub main: Vec<u8>,
    /// The tables that the head of the file points to; before Word 97 they stand in the main stream.
    pub table: Vec<u8>,
    /// Pictures.
    pub data: Vec<u8>,
    pub summary: Vec<u8>,
}
