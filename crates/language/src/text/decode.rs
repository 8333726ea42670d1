//! Bytes as received to text: which encoding, and whether it is text at all.

mod single_byte;

use crate::text::encoding::Encoding;
use crate::text::marks::is_invisible;
use crate::text::newline::normalise_newlines;
use encoding_rs::{Encoding as Codec, UTF_16BE, UTF_16LE};

/// A text and how it was encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text: no byte order mark, `\n` line ends, otherwise as received.
    pub text: String,
    /// What the bytes were.
    pub encoding: Encoding,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// No visible character.
    #[error("the text is empty")]
    Empty,
    /// Control characters in quantity, or bytes that no known encoding explains.
    #[error("the file is not text in a known encoding")]
    Binary,
}

impl DecodeError {
    /// The error's code, under which assets/locales keeps its words.
    pub fn code(self) -> &'static str {
        match self {
            DecodeError::Empty => "text_empty",
            DecodeError::Binary => "text_binary",
        }
    }
}

/// Decodes UTF-8 and UTF-16 (with and without a byte order mark), Windows-1251 and KZ-1048, found by the
/// bytes alone. Removes the mark, turns `\r\n` and lone `\r` into `\n`, changes nothing else. A lone stray
/// control character stays where it is. Takes time linear in the bytes.
///
/// # Errors
/// [`DecodeError::Empty`] where no character is visible; [`DecodeError::Binary`] where more than one
/// character in twenty is a control other than tab, line end and form feed, or no encoding fits.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = std::str::from_utf8(rest).map_err(|_| DecodeError::Binary)?;
        finish(text, Encoding::Utf8)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        utf16(rest, UTF_16LE, Encoding::Utf16Le)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        utf16(rest, UTF_16BE, Encoding::Utf16Be)
    } else if let Some(encoding) = unmarked_utf16(bytes) {
        // Before UTF-8: every byte of Cyrillic UTF-16 can be below 0x80.
        let codec = if encoding == Encoding::Utf16Le {
            UTF_16LE
        } else {
            UTF_16BE
        };
        utf16(bytes, codec, encoding)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        finish(text, Encoding::Utf8)
    } else {
        let encoding = single_byte::recognise(bytes).ok_or(DecodeError::Binary)?;
        finish(&single_byte::text(bytes, encoding), encoding)
    }
}

fn utf16(bytes: &[u8], codec: &'static Codec, encoding: Encoding) -> Result<Decoded, DecodeError> {
    let text = codec
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(DecodeError::Binary)?;
    finish(&text, encoding)
}

fn finish(text: &str, encoding: Encoding) -> Result<Decoded, DecodeError> {
    let (mut controls, mut characters) = (0usize, 0usize);
    for &byte in text.as_bytes() {
        controls += usize::from(is_stray_control(byte));
        // Continuation bytes begin no character.
        characters += usize::from(byte > b' ' && byte & 0xC0 != 0x80);
    }
    if controls * 20 > characters {
        return Err(DecodeError::Binary);
    }
    if !text.chars().any(is_visible) {
        return Err(DecodeError::Empty);
    }
    Ok(Decoded {
        text: normalise_newlines(text).into_owned(),
        encoding,
    })
}

fn is_stray_control(byte: u8) -> bool {
    byte == 0x7F || (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C))
}

fn is_visible(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !is_invisible(c)
}

/// Kazakh, Russian and ASCII text in UTF-16 has 0x04 or 0x00 as the high byte of nearly every unit, and
/// hardly ever as the low one. In UTF-8 and single-byte text neither byte occurs.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    const SAMPLE: usize = 64 * 1024;
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let is_high = |byte: &u8| matches!(byte, 0x00 | 0x04);
    let units = sample.len() / 2;
    let even = sample.iter().step_by(2).filter(|b| is_high(b)).count();
    let odd = sample
        .iter()
        .skip(1)
        .step_by(2)
        .filter(|b| is_high(b))
        .count();
    let most = |n: usize| units > 0 && n * 10 >= units * 6;
    let few = |n: usize| n * 10 <= units;
    if most(odd) && few(even) {
        Some(Encoding::Utf16Le)
    } else if most(even) && few(odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KAZAKH: &str =
        "Облыс орталығында жаңа мектептің ашылу рәсімі өтті.\nОған ұстаздар мен үлкендер қатысты.";
    const RUSSIAN: &str =
        "В областном центре открыли новую школу.\nНа встрече были учителя и родители.";

    fn utf16(text: &str, big_endian: bool, mark: bool) -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        format!("{mark}{text}")
            .encode_utf16()
            .flat_map(|unit| {
                if big_endian {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    }

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(decoded(KAZAKH.as_bytes()), (KAZAKH.into(), Encoding::Utf8));
        let marked = format!("\u{feff}{KAZAKH}");
        assert_eq!(decoded(marked.as_bytes()), (KAZAKH.into(), Encoding::Utf8));
    }

    #[test]
    fn utf16_with_and_without_mark() {
        for text in [KAZAKH, RUSSIAN, "Press release, 12 May", "Әр"] {
            for mark in [false, true] {
                assert_eq!(
                    decoded(&utf16(text, false, mark)),
                    (text.into(), Encoding::Utf16Le)
                );
                assert_eq!(
                    decoded(&utf16(text, true, mark)),
                    (text.into(), Encoding::Utf16Be)
                );
            }
        }
    }

    #[test]
    fn nothing_but_line_ends_is_normalised() {
        let text = "и\u{306}од\u{a0}–\u{feff}x\u{ad}\u{c}\r\nб\rв";
        assert_eq!(
            decode(text.as_bytes()).unwrap().text,
            "и\u{306}од\u{a0}–\u{feff}x\u{ad}\u{c}\nб\nв"
        );
    }

    #[test]
    fn no_visible_character_is_empty() {
        for bytes in ["", " \r\n\t", "\u{feff}", "\u{200b}\u{a0}\u{ad}\n"] {
            assert_eq!(
                decode(bytes.as_bytes()),
                Err(DecodeError::Empty),
                "{bytes:?}"
            );
        }
        assert_eq!(decode(b"\xFF\xFE"), Err(DecodeError::Empty));
        assert_eq!(DecodeError::Empty.code(), "text_empty");
    }

    #[test]
    fn what_is_no_text_is_binary() {
        let jpeg =
            b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xFF\xDB\x00\x43";
        let zip = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xDF\xA4\xD2\x6C\x5A\x01";
        let truncated_utf16 = &utf16(KAZAKH, false, true)[..41];
        let cut_utf8 = &KAZAKH.as_bytes()[..KAZAKH.len() - 2 - "қатысты".len()];
        let cases: [&[u8]; 6] = [
            jpeg,
            zip,
            &[0; 64],
            truncated_utf16,
            &[cut_utf8, b"\xD2"].concat(),
            b"\xEF\xBB\xBF\xFF",
        ];
        for bytes in cases {
            assert_eq!(decode(bytes), Err(DecodeError::Binary), "{bytes:?}");
        }
        assert_eq!(DecodeError::Binary.code(), "text_binary");
    }

    #[test]
    fn a_stray_control_character_stays() {
        let text = format!("{KAZAKH}\u{1a}");
        assert_eq!(decode(text.as_bytes()).unwrap().text, text);
    }

    #[test]
    fn labels_and_serde_agree() {
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Windows1251,
            Encoding::Kz1048,
        ] {
            assert_eq!(serde_json::to_value(encoding).unwrap(), encoding.label());
        }
    }

    proptest! {
        #[test]
        fn any_bytes_decode_or_fail_cleanly(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(!decoded.text.contains('\r'));
                prop_assert!(decoded.text.chars().any(is_visible));
            }
        }

        #[test]
        fn any_cyrillic_text_survives_every_unicode_form(text in "[А-Яа-яӘәҒғҚқҢңӨөҰұҮүІі]{4,9}([ \n][а-яәі]{1,9}[,.–»]?){0,12}") {
            for bytes in [text.as_bytes().to_vec(), utf16(&text, false, true), utf16(&text, true, true),
                          utf16(&text, false, false), utf16(&text, true, false)] {
                prop_assert_eq!(&decode(&bytes).unwrap().text, &text);
            }
        }
    }
}
