//! The bytes of one file in a zip: counted and checked while they are read, whatever its header says.

use flate2::read::DeflateDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::sync::Arc;

/// A file that unpacks to more than this many times its stored size …
const RATIO_MOST: u64 = 1000;
/// … and to more than this many bytes is taken for an attack. Deflate itself ends at about 1032 to 1.
const SMALL: u64 = 100 * 1024 * 1024;

/// What was found while reading; inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Damage {
    #[error("unpacks to far more than its size")]
    Bomb,
    #[error("length or CRC differ from the zip directory")]
    Mismatch,
}

/// Where a file's stored bytes are, and what the zip directory says of them.
#[derive(Debug, Clone)]
pub(super) struct EntryPlace {
    pub(super) start: u64,
    pub(super) stored: u64,
    pub(super) octets: u64,
    pub(super) crc: u32,
    pub(super) deflated: bool,
}

/// Part of a file, read by position, so that many can be read at once through one handle.
struct Window {
    file: Arc<File>,
    at: u64,
    end: u64,
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = usize::try_from(self.end.saturating_sub(self.at))
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let Some(buffer) = buffer.get_mut(..room).filter(|buffer| !buffer.is_empty()) else {
            return Ok(0);
        };
        let length = read_at(&self.file, buffer, self.at)?;
        self.at += length as u64;
        Ok(length)
    }
}

#[cfg(unix)]
pub(super) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, at)
}

#[cfg(windows)]
pub(super) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, at)
}

enum Bytes {
    Stored(Window),
    Deflated(Box<DeflateDecoder<BufReader<Window>>>),
}

pub(super) struct EntryReader {
    bytes: Bytes,
    place: EntryPlace,
    count: u64,
    crc: crc32fast::Hasher,
}

impl EntryReader {
    pub(super) fn new(file: Arc<File>, place: &EntryPlace) -> Self {
        let window = Window {
            file,
            at: place.start,
            end: place.start.saturating_add(place.stored),
        };
        let bytes = if place.deflated {
            Bytes::Deflated(Box::new(DeflateDecoder::new(BufReader::with_capacity(
                64 * 1024,
                window,
            ))))
        } else {
            Bytes::Stored(window)
        };
        Self {
            bytes,
            place: place.clone(),
            count: 0,
            crc: crc32fast::Hasher::new(),
        }
    }
}

impl Read for EntryReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let length = match &mut self.bytes {
            Bytes::Stored(bytes) => bytes.read(buffer)?,
            Bytes::Deflated(bytes) => bytes.read(buffer)?,
        };
        if length == 0 {
            let agrees =
                self.count == self.place.octets && self.crc.clone().finalize() == self.place.crc;
            return if agrees {
                Ok(0)
            } else {
                Err(io::Error::new(io::ErrorKind::InvalidData, Damage::Mismatch))
            };
        }
        self.count += length as u64;
        if self.count > SMALL && self.count / RATIO_MOST > self.place.stored {
            return Err(io::Error::new(io::ErrorKind::InvalidData, Damage::Bomb));
        }
        if self.count > self.place.octets {
            return Err(io::Error::new(io::ErrorKind::InvalidData, Damage::Mismatch));
        }
        self.crc.update(buffer.get(..length).unwrap_or_default());
        Ok(length)
    }
}

/// The damage in an error that an [`EntryReader`] gave.
pub(super) fn damage(error: &io::Error) -> Option<Damage> {
    error.get_ref()?.downcast_ref::<Damage>().copied()
}

/// Whether the zip directory already admits to a bomb; a lie is found while reading.
pub(super) fn admits_bomb(place: &EntryPlace) -> bool {
    place.octets > SMALL && place.octets / RATIO_MOST > place.stored
}
