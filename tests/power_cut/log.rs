//! SQLite's write-ahead log, torn as a disk without power leaves it.

use std::fs;
use std::path::Path;

/// A frame of the write-ahead log: its header and a page.
pub const FRAME: u64 = 24 + 4096;
pub const WAL_HEADER: u64 = 32;

/// Which of the log's frames a power cut may tear: those that are committed and not yet, nor nearly, in
/// the catalogue itself. SQLite syncs the log before it copies a frame out of it. From the log's index,
/// which outlives the process that wrote it: <https://www.sqlite.org/walformat.html>.
pub fn tearable(library: &Path) -> Option<(u64, u64)> {
    let index = fs::read(library.join("catalogue.sqlite-shm")).ok()?;
    let log = fs::metadata(library.join("catalogue.sqlite-wal"))
        .ok()?
        .len();
    let word = |at: usize| {
        let bytes = index.get(at..at + 4)?;
        Some(u64::from(u32::from_ne_bytes(bytes.try_into().ok()?)))
    };
    let (newest, copied, copying) = (word(16)?, word(96)?, word(128)?);
    let end = (WAL_HEADER + newest * FRAME).min(log);
    let start = WAL_HEADER + copied.max(copying) * FRAME;
    (start < end).then_some((start, end))
}

pub fn cut(log: &Path, length: u64) {
    let file = fs::OpenOptions::new().write(true).open(log).unwrap();
    file.set_len(length).unwrap();
}

pub fn turn(log: &Path, at: u64, random: &mut fastrand::Rng) {
    use std::os::unix::fs::FileExt;
    let file = fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(log)
        .unwrap();
    let mut byte = [0];
    file.read_exact_at(&mut byte, at).unwrap();
    file.write_all_at(&[byte[0] ^ random.u8(1..)], at).unwrap();
}
