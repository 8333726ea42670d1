//! What someone gives: documents, photos, bundles, libraries, told apart by content, never by name alone.

use std::fs;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use muragat_photo::Format;

/// So many bytes of a file say what it is.
const HEAD: u64 = 64 << 10;
/// The file that makes a folder a library.
pub(crate) const CATALOGUE: &str = "catalogue.sqlite";
/// The file that makes a folder a bag.
pub(crate) const BAG: &str = "bagit.txt";
/// The file in which a bag says what it is.
const BAG_INFO: &str = "bag-info.txt";

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// A file that may be read as a document; whether it can be shows when it is.
    Document,
    /// A file in a picture format, whether or not it can be drawn.
    Photo,
    /// What a program wrote down about a photo, beside it.
    Sidecar,
    /// A table of values, as lists of officials come: rows and columns, and no release.
    Table,
    /// A folder or zip file with a bag's declaration: whether it is valid is for verification.
    Bundle,
    /// A folder with a catalogue.
    Library,
    /// Another folder.
    Folder,
    /// What cannot be taken in, or is not there.
    Other,
}

/// The library or bag that is meant by one of the files that make it one; none where a path means itself.
pub fn folder_meant(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?;
    let folder = path.parent()?;
    let makes_it =
        name == CATALOGUE || name == BAG || (name == BAG_INFO && folder.join(BAG).is_file());
    (makes_it && path.is_file()).then(|| folder.to_owned())
}

/// Says what a path is. What cannot be read is [`Received::Other`].
pub fn recognise_path(path: &Path) -> Received {
    // asked before it is opened: opening a pipe waits for a writer
    let Ok(meta) = fs::metadata(path) else {
        return Received::Other;
    };
    if meta.is_dir() {
        return match () {
            () if path.join(CATALOGUE).is_file() => Received::Library,
            () if path.join(BAG).is_file() => Received::Bundle,
            () => Received::Folder,
        };
    }
    let mut head = Vec::new();
    let read = meta.is_file()
        && File::open(path).is_ok_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok());
    if !read {
        return Received::Other;
    }
    match () {
        () if Format::recognise(&head).is_some() => Received::Photo,
        () if head.starts_with(b"PK") && holds_bag(path) => Received::Bundle,
        () if is_sidecar(&head) => Received::Sidecar,
        () if is_table(path, &head) => Received::Table,
        () if muragat_document::recognise(&head).is_some() => Received::Document,
        () => Received::Other,
    }
}

/// Whether a zip file holds a bag, at its top or in its one folder.
fn holds_bag(path: &Path) -> bool {
    let Some(zip) = File::open(path)
        .ok()
        .and_then(|file| zip::ZipArchive::new(file).ok())
    else {
        return false;
    };
    zip.file_names().flatten().any(|name| {
        let below = name.split_once('/').map(|(_, below)| below);
        name == BAG || below == Some(BAG)
    })
}

/// So many lines say whether a text is a table.
const ROWS: usize = 10;

/// Whether a file is called a table, and its lines have as many columns each.
fn is_table(path: &Path, head: &[u8]) -> bool {
    let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    if !ending.is_some_and(|ending| ending == "csv" || ending == "tsv") {
        return false;
    }
    let mut lines: Vec<&[u8]> = head.split(|byte| *byte == b'\n').collect();
    if head.len() as u64 == HEAD {
        // it goes on behind what was read
        lines.pop();
    }
    lines.retain(|line| !line.trim_ascii().is_empty());
    lines.truncate(ROWS);
    // UTF-16 has these bytes too
    [b';', b',', b'\t'].into_iter().any(|mark| {
        let columns = |line: &[u8]| line.iter().filter(|byte| **byte == mark).count();
        let first = lines.first().map_or(0, |line| columns(line));
        // in quotation marks a mark is part of a value: a row may have more, and none fewer
        first > 0 && lines.len() > 1 && lines.iter().all(|line| columns(line) >= first)
    })
}

/// Whether a file is XMP.
fn is_sidecar(head: &[u8]) -> bool {
    let begin = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let begin = begin.trim_ascii_start();
    let begin = begin.get(..1024).unwrap_or(begin);
    // pictures and documents of other kinds hold the same somewhere inside
    if !begin.starts_with(b"<") {
        return false;
    }
    let holds = |words: &[u8]| begin.windows(words.len()).any(|window| window == words);
    holds(b"<x:xmpmeta") || holds(b"<?xpacket")
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn content_decides_and_not_the_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, bytes).unwrap();
            path
        };
        let zip_with = |name: &str, inside: &str| {
            let path = folder.path().join(name);
            let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
            zip.start_file(inside, zip::write::SimpleFileOptions::default())
                .unwrap();
            zip.write_all(b"BagIt-Version: 1.0\n").unwrap();
            zip.finish().unwrap();
            path
        };
        let text = "Қала әкімдігі хабарлайды. ".repeat(9000);
        let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0";
        let program = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0";
        for (name, bytes, what) in [
            (
                "хабар.txt",
                "Қаланың жаңалығы".as_bytes(),
                Received::Document,
            ),
            ("ұзақ.txt", text.as_bytes(), Received::Document),
            ("photo.txt", jpeg, Received::Photo),
            ("notes.jpg", b"plain words", Received::Document),
            ("letter.docx", b"PK\x03\x04....word/", Received::Document),
            (
                "photo.xmp",
                b"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
                Received::Sidecar,
            ),
            (
                "page.txt",
                b"<html><body>words</body></html>",
                Received::Document,
            ),
            (
                "list.csv",
                "Аты;Лауазымы\nЕрлан Сәтов;әкім\n\"Ахметова; Дана\";орынбасары\n".as_bytes(),
                Received::Table,
            ),
            (
                "release.csv",
                "Ауданда мектеп ашылды\n\nШараға әкім, оның орынбасары қатысты.".as_bytes(),
                Received::Document,
            ),
            ("list.txt", b"a;b\nc;d\n", Received::Document),
            ("program", program, Received::Other),
        ] {
            assert_eq!(recognise_path(&file(name, bytes)), what, "{name}");
        }
        assert_eq!(
            recognise_path(&zip_with("a.ZIP", "bag/bagit.txt")),
            Received::Bundle
        );
        assert_eq!(
            recognise_path(&zip_with("b.zip", "хабар.txt")),
            Received::Document
        );
        file("bag/bagit.txt", b"BagIt-Version: 1.0\n");
        file("облыс.muragat/catalogue.sqlite", b"");
        for (name, what) in [
            ("bag", Received::Bundle),
            ("облыс.muragat", Received::Library),
            (".", Received::Folder),
            ("nothing", Received::Other),
        ] {
            assert_eq!(recognise_path(&folder.path().join(name)), what, "{name}");
        }
    }
}
