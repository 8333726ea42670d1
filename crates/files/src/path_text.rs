//! A path as text, and back, to the byte: names on Linux are bytes, and those of old disks are no Unicode.

use std::path::{Path, PathBuf};

/// Stands for the byte 0 of those that are no Unicode; the others follow. Nobody writes these characters: they are for
/// private use.
const FIRST: u32 = 0xF_0000;

/// A path as text: as it is, but that each byte which is no Unicode stands as a character for private use.
#[cfg(unix)]
pub fn path_to_text(path: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;

    let mut text = String::new();
    for chunk in path.as_os_str().as_bytes().utf8_chunks() {
        for letter in chunk.valid().chars() {
            if byte_of(letter).is_some() {
                let mut bytes = [0; 4];
                text.extend(letter.encode_utf8(&mut bytes).bytes().map(stand_in));
            } else {
                text.push(letter);
            }
        }
        text.extend(chunk.invalid().iter().copied().map(stand_in));
    }
    text
}

/// A path as text.
#[cfg(not(unix))]
pub fn path_to_text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The path that [`path_to_text`] made a text of.
#[cfg(unix)]
pub fn text_to_path(text: &str) -> PathBuf {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;

    let mut path = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match byte_of(letter) {
            Some(byte) => path.push(byte),
            None => path.extend(letter.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    OsString::from_vec(path).into()
}

/// The path that a text is.
#[cfg(not(unix))]
pub fn text_to_path(text: &str) -> PathBuf {
    text.into()
}

#[cfg(unix)]
fn stand_in(byte: u8) -> char {
    char::from_u32(FIRST + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(unix)]
fn byte_of(letter: char) -> Option<u8> {
    u8::try_from(u32::from(letter).checked_sub(FIRST)?).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn every_path_comes_back_to_the_byte() {
        let private = "\u{F0041}.txt".as_bytes();
        let cases: [&[u8]; 6] = [
            b"/a/b.txt",
            "/қала/хабар.docx".as_bytes(),
            b"/\xF5\xE0\xE1\xE0\xF0.doc",
            b"/\xD0",
            private,
            b"",
        ];
        for bytes in cases {
            let path = Path::new(OsStr::from_bytes(bytes));
            let text = path_to_text(path);
            assert_eq!(text_to_path(&text), path);
            if path.to_str().is_some() && bytes != private {
                assert_eq!(Some(text.as_str()), path.to_str());
            }
        }
    }

    #[test]
    fn any_two_bytes_do_so() {
        for one in 1..=255 {
            for other in 1..=255 {
                let bytes = [one, other];
                let path = Path::new(OsStr::from_bytes(&bytes));
                assert_eq!(text_to_path(&path_to_text(path)), path);
            }
        }
    }
}
