//! What the child is asked: a document, and of one that is to be read with words that a program recognised, first those
//! words. Each has its length, eight bytes, before it, so that the child holds it once: a buffer that grows takes up to
//! twice its room.

use std::io::{self, Read, Write};

/// The longest document that the child takes, in bytes: beside it what is read of it has to find room.
pub(crate) const LONGEST: usize = 256 << 20;

/// Writes a piece of a question.
pub(crate) fn write(bytes: &[u8], output: &mut impl Write) -> io::Result<()> {
    output.write_all(&(bytes.len() as u64).to_le_bytes())?;
    output.write_all(bytes)
}

/// Reads a piece of a question; what is longer than the longest, or breaks off, is an error.
pub(crate) fn read(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = usize::try_from(u64::from_le_bytes(length)).unwrap_or(usize::MAX);
    if length > LONGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length)?;
    bytes.resize(length, 0);
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}
