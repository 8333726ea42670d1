//! What someone gives: texts, photos, bundles, libraries, told apart by content, never by name alone.

use std::fs;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use muragat_language as language;
use muragat_language::DocumentFormat;
use muragat_photo::Format;

use crate::store::library::CATALOGUE;

/// So many bytes of a file say what it is.
const HEAD: u64 = 64 << 10;

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// A file that decodes as text, and is no document of another format.
    Text,
    /// A file in a picture format, whether or not it can be drawn.
    Photo,
    /// A folder with a bag's declaration, or a zip file: whether it is valid is for verification.
    Bundle,
    /// A folder with a catalogue.
    Library,
    /// Another folder.
    Folder,
    /// What cannot be taken in, or is not there.
    Other,
}

/// Says what a path is. What cannot be read is [`Received::Other`].
pub fn recognise(path: &Path) -> Received {
    // asked before it is opened: opening a pipe waits for a writer
    let Ok(meta) = fs::metadata(path) else {
        return Received::Other;
    };
    if meta.is_dir() {
        return match () {
            () if path.join(CATALOGUE).is_file() => Received::Library,
            () if path.join("bagit.txt").is_file() => Received::Bundle,
            () => Received::Folder,
        };
    }
    let mut head = Vec::new();
    let read = meta.is_file()
        && File::open(path).is_ok_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok());
    if !read {
        return Received::Other;
    }
    let named_zip = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if Format::recognise(&head).is_some() {
        return Received::Photo;
    }
    // the head may end inside a letter
    if let Err(cut) = std::str::from_utf8(&head)
        && cut.error_len().is_none()
    {
        head.truncate(cut.valid_up_to());
    }
    match language::document_format(&head) {
        // other formats are zip files too: a word processor's are no bundles
        Some(DocumentFormat::Archive) if named_zip => return Received::Bundle,
        Some(_) => return Received::Other,
        None => {}
    }
    match language::decode(&head) {
        Ok(_) => Received::Text,
        Err(_) => Received::Other,
    }
}

#[cfg(test)]
mod tests {
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
        let text = "Қала әкімдігі хабарлайды. ".repeat(9000);
        for (name, bytes, what) in [
            ("хабар.txt", "Қаланың жаңалығы".as_bytes(), Received::Text),
            ("ұзақ.txt", text.as_bytes(), Received::Text),
            (
                "photo.txt",
                b"\xff\xd8\xff\xe0\0\x10JFIF\0",
                Received::Photo,
            ),
            ("notes.jpg", b"plain words", Received::Text),
            ("bundle.ZIP", b"PK\x03\x04....", Received::Bundle),
            ("letter.docx", b"PK\x03\x04....word/", Received::Other),
            (
                "letter.txt",
                b"<html><body>words</body></html>",
                Received::Other,
            ),
            ("letter.zip", b"PK\x03\x04....word/", Received::Other),
            ("empty.txt", b"", Received::Other),
            (
                "program",
                b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                Received::Other,
            ),
        ] {
            assert_eq!(recognise(&file(name, bytes)), what, "{name}");
        }
        file("bag/bagit.txt", b"BagIt-Version: 1.0\n");
        file("облыс.muragat/catalogue.sqlite", b"");
        for (name, what) in [
            ("bag", Received::Bundle),
            ("облыс.muragat", Received::Library),
            (".", Received::Folder),
            ("nothing", Received::Other),
        ] {
            assert_eq!(recognise(&folder.path().join(name)), what, "{name}");
        }
    }
}
