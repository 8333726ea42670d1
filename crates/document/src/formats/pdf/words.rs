//! Words as strings of a PDF have them.

use crate::code_pages;

/// Words as strings of a PDF have them: UTF-16 or UTF-8 with their marks, else the letters of PDF, or of Windows in
/// Cyrillic, which programs wrote there though they should not.
pub(super) fn read_words(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, wide @ ..] => encoding_rs::UTF_16BE
            .decode_without_bom_handling(wide)
            .0
            .into_owned(),
        [0xff, 0xfe, wide @ ..] => encoding_rs::UTF_16LE
            .decode_without_bom_handling(wide)
            .0
            .into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes if bytes.is_ascii() => code_pages::decode(1252, bytes),
        bytes => match std::str::from_utf8(bytes) {
            Ok(words) => words.to_owned(),
            Err(_) => {
                let upper = bytes.iter().filter(|byte| **byte >= 0xc0).count();
                let latin = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
                let page = if upper > latin { 1251 } else { 1252 };
                code_pages::decode(page, bytes)
            }
        },
    }
}
