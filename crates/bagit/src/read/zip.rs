//! A bag as one zip file: at its top, or in exactly one top folder.

use super::error::ReadError;
use super::report::{Finding, code};
use super::store::{Listing, Store, StoredFile};
use super::zip_entry::{EntryPlace, EntryReader, admits_bomb, read_at};
use crate::path::hazard;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use zip::{CompressionMethod, ZipArchive};

pub(super) struct Zip {
    file: Arc<File>,
    listing: Listing,
    /// In the listing's order.
    places: Vec<EntryPlace>,
}

/// What the directory says of one entry, before anything is believed.
struct Entry {
    name: String,
    folder: bool,
    header: u64,
    place: EntryPlace,
}

impl Zip {
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        let failed = |source| ReadError::Io {
            path: path.to_owned(),
            source,
        };
        let damaged = |error: zip::result::ZipError| match error {
            zip::result::ZipError::Io(source) if source.kind() != io::ErrorKind::UnexpectedEof => {
                failed(source)
            }
            other => ReadError::Damaged {
                path: path.to_owned(),
                detail: other.to_string(),
            },
        };
        let file = File::open(path).map_err(failed)?;
        let again = File::open(path).map_err(failed)?;
        let archive = ZipArchive::new(BufReader::new(again)).map_err(damaged)?;
        let mut listing = Listing::default();
        if archive.has_duplicate_names() {
            // Which of two equal names another program unpacks is anyone's guess.
            listing.errors.push(Finding::new(code::DUPLICATE_ENTRY));
        }
        let mut entries = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            if let Some(entry) = entry(&archive, index, &mut listing).map_err(damaged)? {
                entries.push(entry);
            }
        }
        entries.sort_by_key(|entry| entry.header);
        place_all(
            &file,
            &mut entries,
            archive.central_directory_start(),
            &mut listing,
        )
        .map_err(failed)?;
        drop(archive);
        let prefix = top_folder(&entries);
        let mut files = Vec::with_capacity(entries.len());
        let mut seen = HashSet::new();
        for entry in entries {
            let Some(path) = entry
                .name
                .strip_prefix(&prefix)
                .filter(|path| !path.is_empty())
            else {
                continue;
            };
            listing.has_payload_folder |=
                path.starts_with("data/") || (entry.folder && path == "data");
            if entry.folder {
                continue;
            }
            if seen.insert(path.to_owned()) {
                files.push((
                    StoredFile {
                        path: path.to_owned(),
                        octets: entry.place.octets,
                    },
                    entry.place,
                ));
            } else {
                listing
                    .errors
                    .push(Finding::at(code::DUPLICATE_ENTRY, path));
            }
        }
        files.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        let (files, places) = files.into_iter().unzip();
        listing.files = files;
        Ok(Self {
            file: Arc::new(file),
            listing,
            places,
        })
    }
}

/// One entry of the directory, or nothing if it is not safe or not readable; then the listing says why.
fn entry(
    archive: &ZipArchive<BufReader<File>>,
    index: usize,
    listing: &mut Listing,
) -> Result<Option<Entry>, zip::result::ZipError> {
    let about = archive.by_index_data(index)?;
    let raw = about.name_raw();
    let name = match std::str::from_utf8(raw) {
        // Many tools write UTF-8 and do not say so.
        Ok(name) => name.to_owned(),
        Err(_) => about.name()?.into_owned(),
    };
    let folder = name.ends_with('/');
    let name = if folder {
        name.trim_end_matches('/').to_owned()
    } else {
        name
    };
    let mut refuse = |finding: Finding| {
        listing.errors.push(finding);
        Ok(None)
    };
    if let Some(flaw) = hazard(&name) {
        return refuse(Finding::at(code::PATH_UNSAFE, name).with(flaw.code()));
    }
    // A type other than file or folder in the Unix mode: links, devices, sockets.
    let kind = about.unix_mode().unwrap_or(0) & 0o170_000;
    if !matches!(kind, 0 | 0o040_000 | 0o100_000) || about.is_symlink() {
        let what = if kind == 0o120_000 { "link" } else { "device" };
        return refuse(Finding::at(code::PATH_UNSAFE, name).with(what));
    }
    if about.encrypted() {
        return refuse(Finding::at(code::ENTRY_ENCRYPTED, name));
    }
    let deflated = match about.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        other => return refuse(Finding::at(code::COMPRESSION_UNSUPPORTED, name).with(other)),
    };
    let place = EntryPlace {
        start: 0,
        stored: about.compressed_size(),
        octets: about.size(),
        crc: about.crc32(),
        deflated,
    };
    if admits_bomb(&place) {
        return refuse(Finding::at(code::ZIP_BOMB, name));
    }
    Ok(Some(Entry {
        name,
        folder,
        header: about.header_start(),
        place,
    }))
}

/// Finds where each entry's bytes start, and removes the entries that overlap or contradict their own header.
/// The entries are in the order of their headers.
fn place_all(
    file: &File,
    entries: &mut Vec<Entry>,
    directory: u64,
    listing: &mut Listing,
) -> io::Result<()> {
    let mut free_from = 0;
    let mut kept = Vec::with_capacity(entries.len());
    for mut entry in entries.drain(..) {
        let Some(Local { start, name, utf8 }) = local_header(file, entry.header)? else {
            listing
                .errors
                .push(Finding::at(code::ENTRY_MISMATCH, entry.name).with("header"));
            continue;
        };
        let end = start.checked_add(entry.place.stored);
        if entry.header < free_from || end.is_none_or(|end| end > directory) {
            listing
                .errors
                .push(Finding::at(code::ENTRIES_OVERLAP, entry.name));
            continue;
        }
        free_from = end.unwrap_or(u64::MAX);
        // Another program may go by the name in front of the bytes, so the two must agree.
        let same = std::str::from_utf8(&name).map(|name| name.trim_end_matches('/') == entry.name);
        if same == Ok(false) {
            listing
                .errors
                .push(Finding::at(code::ENTRY_MISMATCH, entry.name).with("name"));
            continue;
        }
        if !utf8 && !name.is_ascii() {
            listing
                .warnings
                .push(Finding::at(code::NAME_ENCODING_UNMARKED, &entry.name));
        }
        entry.place.start = start;
        kept.push(entry);
    }
    *entries = kept;
    Ok(())
}

/// What the header in front of an entry's bytes says.
struct Local {
    /// Where the bytes start.
    start: u64,
    /// The name as it stands there.
    name: Vec<u8>,
    /// Whether the name is marked as UTF-8.
    utf8: bool,
}

/// Nothing if there is no such header.
fn local_header(file: &File, at: u64) -> io::Result<Option<Local>> {
    let mut header = [0; 30];
    if !read_exactly(file, &mut header, at)? || !header.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let [_, _, _, _, _, _, _, flags, .., n0, n1, x0, x1] = header;
    let (name_length, extra_length) = (u16::from_le_bytes([n0, n1]), u16::from_le_bytes([x0, x1]));
    let mut name = vec![0; usize::from(name_length)];
    let Some(name_at) = at.checked_add(30) else {
        return Ok(None);
    };
    if !read_exactly(file, &mut name, name_at)? {
        return Ok(None);
    }
    let start = name_at.checked_add(u64::from(name_length) + u64::from(extra_length));
    Ok(start.map(|start| Local {
        start,
        name,
        utf8: flags & 8 != 0,
    }))
}

/// Whether the buffer could be filled.
fn read_exactly(file: &File, mut buffer: &mut [u8], mut at: u64) -> io::Result<bool> {
    while !buffer.is_empty() {
        let length = read_at(file, buffer, at)?;
        if length == 0 {
            return Ok(false);
        }
        at = at.saturating_add(length as u64);
        buffer = buffer.get_mut(length..).unwrap_or_default();
    }
    Ok(true)
}

/// `name/` if the bag is in one top folder, else nothing. Folders that macOS adds do not count.
fn top_folder(entries: &[Entry]) -> String {
    if entries.iter().any(|entry| entry.name == "bagit.txt") {
        return String::new();
    }
    let mut tops: Vec<&str> = entries
        .iter()
        .map(|entry| entry.name.split('/').next().unwrap_or_default())
        .filter(|top| *top != "__MACOSX")
        .collect();
    tops.sort_unstable();
    tops.dedup();
    match tops.as_slice() {
        // A bag that lost its bagit.txt may have only its payload left.
        [top]
            if *top != "data"
                && entries
                    .iter()
                    .any(|entry| entry.folder || entry.name.contains('/')) =>
        {
            format!("{top}/")
        }
        _ => String::new(),
    }
}

impl Store for Zip {
    fn listing(&self) -> &Listing {
        &self.listing
    }

    fn open(&self, index: usize) -> io::Result<Box<dyn Read + '_>> {
        let place = self.places.get(index).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(EntryReader::new(Arc::clone(&self.file), place)))
    }
}
