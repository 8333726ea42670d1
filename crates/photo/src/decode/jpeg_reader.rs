//! Bytes that the library for JPEG reads until the watch says stop: then the file ends there.

use crate::bounds::Watch;
use zune_core::bytestream::{ZByteIoError, ZByteReaderTrait, ZCursor, ZSeekFrom};

/// Bytes after which the watch is asked again.
const STEP: usize = 64 << 10;

/// A file's bytes. The library asks for a few at a time, so that a reader of the standard library would be slow.
pub(super) struct WatchedCursor<'a> {
    bytes: ZCursor<&'a [u8]>,
    watch: Watch<'a>,
    since_asked: usize,
}

impl<'a> WatchedCursor<'a> {
    pub(super) fn new(bytes: &'a [u8], watch: Watch<'a>) -> Self {
        Self {
            bytes: ZCursor::new(bytes),
            watch,
            since_asked: 0,
        }
    }

    #[inline]
    fn note(&mut self, read: usize) -> Result<(), ZByteIoError> {
        self.since_asked += read;
        if self.since_asked >= STEP {
            self.since_asked = 0;
            if self.watch.check().is_err() {
                self.bytes.z_seek(ZSeekFrom::End(0))?;
            }
        }
        Ok(())
    }
}

impl ZByteReaderTrait for WatchedCursor<'_> {
    #[inline]
    fn read_byte_no_error(&mut self) -> u8 {
        // Seeking within bytes does not fail; if it did, the file would not end early.
        let _ = self.note(1);
        self.bytes.read_byte_no_error()
    }

    #[inline]
    fn read_exact_bytes(&mut self, into: &mut [u8]) -> Result<(), ZByteIoError> {
        self.note(into.len())?;
        self.bytes.read_exact_bytes(into)
    }

    fn read_bytes(&mut self, into: &mut [u8]) -> Result<usize, ZByteIoError> {
        self.note(into.len())?;
        self.bytes.read_bytes(into)
    }

    fn peek_bytes(&mut self, into: &mut [u8]) -> Result<usize, ZByteIoError> {
        self.bytes.peek_bytes(into)
    }

    fn peek_exact_bytes(&mut self, into: &mut [u8]) -> Result<(), ZByteIoError> {
        self.bytes.peek_exact_bytes(into)
    }

    fn z_seek(&mut self, to: ZSeekFrom) -> Result<u64, ZByteIoError> {
        self.note(1)?;
        self.bytes.z_seek(to)
    }

    #[inline]
    fn is_eof(&mut self) -> Result<bool, ZByteIoError> {
        self.bytes.is_eof()
    }

    fn z_position(&mut self) -> Result<u64, ZByteIoError> {
        self.bytes.z_position()
    }

    fn read_remaining(&mut self, sink: &mut Vec<u8>) -> Result<usize, ZByteIoError> {
        self.bytes.read_remaining(sink)
    }
}
