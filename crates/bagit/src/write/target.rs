//! Where the files of a bag go: what a folder and a zip file have in common.

use super::error::WriteError;
use std::io::{self, Read, Write};
use std::path::Path;

/// Bytes read at a time.
const CHUNK: usize = 256 * 1024;

/// Where the files of the bag go.
pub(super) trait Target {
    /// Writes one new file, in `content`'s order of bytes, and gives each chunk to `seen`.
    fn put(
        &mut self,
        path: &str,
        content: &mut dyn Read,
        seen: &mut dyn FnMut(&[u8]),
    ) -> Result<(), WriteError>;
    /// Makes an empty `data/`, for a bag without payload.
    fn put_empty_payload(&mut self) -> Result<(), WriteError>;
    /// Makes all of it safe against a power cut.
    fn sync(self: Box<Self>) -> Result<(), WriteError>;
    /// Removes what was written.
    fn remove(self: Box<Self>) -> Result<(), WriteError>;
}

/// Copies in chunks and keeps the reader's errors apart from the writer's.
pub(super) fn copy(
    path: &str,
    content: &mut dyn Read,
    to: &mut dyn Write,
    on_disk: &Path,
    seen: &mut dyn FnMut(&[u8]),
) -> Result<(), WriteError> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let length = match content.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(source) => {
                return Err(WriteError::Content {
                    path: path.to_owned(),
                    source,
                });
            }
        };
        let chunk = buffer.get(..length).unwrap_or_default();
        seen(chunk);
        to.write_all(chunk)
            .map_err(|source| WriteError::io(on_disk, source))?;
    }
}
