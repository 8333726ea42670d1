//! Reading no further than a limit.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// What came of reading a file whole.
#[derive(Debug)]
pub enum ReadWhole {
    /// All its bytes.
    Bytes(Vec<u8>),
    /// It is longer than the limit: so many bytes.
    TooLong(u64),
}

/// Reads a file whole, no further than `limit` bytes.
///
/// # Errors
/// The system's; that it is no file; that it became shorter while it was read.
pub fn read_whole(path: &Path, limit: u64) -> io::Result<ReadWhole> {
    // asked before it is opened: opening a pipe waits for a writer, and a device has no end
    let meta = fs::metadata(path)?;
    if meta.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !meta.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    let mut file = File::open(path)?;
    if meta.len() > limit {
        return Ok(ReadWhole::TooLong(meta.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    Read::by_ref(&mut file)
        .take(limit + 1)
        .read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    match () {
        () if read > limit => Ok(ReadWhole::TooLong(read)),
        () if read < meta.len() => Err(ErrorKind::UnexpectedEof.into()),
        () => Ok(ReadWhole::Bytes(bytes)),
    }
}
