//! What is read of a page, and what comes with one.

use crate::document::Block;

/// A file that a page has with it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    pub name: Option<&'a str>,
    pub bytes: &'a [u8],
}

/// Finds a file that a page has with it by its address.
pub(crate) type FindPart<'a> = &'a dyn Fn(&str) -> Option<Part<'a>>;

/// Whose words a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Text,
    /// A mail that is quoted or forwarded.
    Quoted,
    Signature,
}

/// A block and whose words it is.
#[derive(Debug)]
pub(crate) struct Piece {
    pub zone: Zone,
    pub block: Block,
}
