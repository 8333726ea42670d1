//! Bytes to letters, where the sender declares an encoding, declares a wrong one or none at all.

mod broken;
mod utf_7;

use broken::{doubt_letters, mend_utf_8};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251,
    WINDOWS_1252, X_MAC_CYRILLIC,
};

use crate::document::Doubt;

/// A text, and where it is not sure.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    /// How many letters are broken, and words around the first.
    pub doubt: Option<Doubt>,
}

/// Decodes bytes whose encoding may be declared. A declaration that the bytes contradict is not believed: mails and pages
/// say `us-ascii` or `iso-8859-1` for what is Cyrillic, and `windows-1251` for what is UTF-8.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return decode_with(encoding, rest);
    }
    let label = declared.map(|label| label.trim().trim_matches(['"', '\'']));
    let is_utf_7 = label.is_some_and(|label| label.to_ascii_lowercase().ends_with("utf-7"));
    if is_utf_7 && bytes.is_ascii() {
        return whole(&utf_7::decode(bytes));
    }
    let Some(encoding) = label.and_then(|label| Encoding::for_label(label.as_bytes())) else {
        return guess(bytes);
    };
    if bytes.is_ascii() && !encoding.is_ascii_compatible() {
        // nothing but UTF-16 is declared for plain letters, by programs that wrote another encoding than they say
        let wide = bytes.contains(&0);
        return if wide {
            decode_with(encoding, bytes)
        } else {
            guess(bytes)
        };
    }
    if encoding == UTF_8 {
        return guess(bytes);
    }
    let is_utf_8 = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    if is_utf_8 && encoding.is_single_byte() {
        return guess(bytes);
    }
    if encoding == WINDOWS_1252 || encoding == WINDOWS_1251 {
        return decode_of_windows(bytes, encoding);
    }
    let cyrillic = [KOI8_R, KOI8_U, IBM866].contains(&encoding);
    if cyrillic && count_cyrillic_worth(bytes, encoding) * 2 < count_best_worth(bytes).1 {
        return guess(bytes);
    }
    decode_with(encoding, bytes)
}

/// Decodes what is declared as a code page of Windows: that of Kazakhstan is declared as its neighbour, Cyrillic as Latin.
fn decode_of_windows(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    if bytes.is_ascii() {
        return guess(bytes);
    }
    if let Ok(decoded) = muragat_language::decode(bytes)
        && matches!(
            decoded.encoding,
            muragat_language::Encoding::Windows1251 | muragat_language::Encoding::Kz1048
        )
    {
        let cyrillic = decoded.text.chars().filter(|c| is_cyrillic(*c)).count();
        let latin = decoded.text.chars().filter(char::is_ascii_alphabetic);
        if encoding == WINDOWS_1251 || cyrillic >= 3 && cyrillic * 3 > latin.count() {
            return whole(&decoded.text);
        }
    }
    let (best, worth) = count_best_worth(bytes);
    let declared = count_cyrillic_worth(bytes, WINDOWS_1251);
    if encoding == WINDOWS_1251 && worth > 40 && declared * 2 < worth {
        return decode_with(best, bytes);
    }
    decode_with(encoding, bytes)
}

/// Whether a letter is Cyrillic.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Decodes bytes by themselves alone.
fn guess(bytes: &[u8]) -> Decoded {
    if is_of_mac(bytes) {
        return decode_with(X_MAC_CYRILLIC, bytes);
    }
    if is_capitals_of_koi_8(bytes) {
        return decode_with(KOI8_R, bytes);
    }
    match muragat_language::decode(bytes) {
        Ok(decoded) => return whole(&decoded.text),
        Err(muragat_language::DecodeError::Empty) => return whole(""),
        Err(muragat_language::DecodeError::Binary) => {}
    }
    if let Some(encoding) = find_wide(bytes) {
        return decode_with(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return whole(text);
    }
    if let Some(decoded) = mend_utf_8(bytes) {
        return decoded;
    }
    let (encoding, worth) = count_best_worth(bytes);
    let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    if high * 4 < letters && worth < high * 3 {
        return decode_with(WINDOWS_1252, bytes);
    }
    decode_with(encoding, bytes)
}

fn whole(text: &str) -> Decoded {
    Decoded {
        doubt: doubt_letters(text),
        text: clean(text),
    }
}

fn decode_with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    whole(&text)
}

/// UTF-16 that has no mark, also where it breaks off within a letter.
pub(crate) fn find_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..64 << 10).unwrap_or(bytes);
    let even = sample.get(..sample.len() / 2 * 2)?;
    match muragat_language::decode(even).ok()?.encoding {
        muragat_language::Encoding::Utf16Le => Some(UTF_16LE),
        muragat_language::Encoding::Utf16Be => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes are KOI8-R in capitals alone: read as Windows-1251 they are small letters, of which those that are
/// frequent in any language here are few.
fn is_capitals_of_koi_8(bytes: &[u8]) -> bool {
    let sample = bytes.get(..64 << 10).unwrap_or(bytes);
    let letters = sample.iter().filter(|byte| **byte >= 0xC0).count();
    let small = sample.iter().filter(|byte| **byte >= 0xE0).count();
    if letters < 12 || small * 20 < letters * 19 {
        return false;
    }
    let count_frequent = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let is_frequent = |c: &char| "ОЕАИНТСРЛВоеаинтсрлв".contains(*c);
        text.chars().filter(is_frequent).count()
    };
    let (of_koi_8, of_windows) = (count_frequent(KOI8_R), count_frequent(WINDOWS_1251));
    of_koi_8 * 2 > letters && of_windows * 5 < letters * 2 && std::str::from_utf8(bytes).is_err()
}

/// Whether bytes are the Cyrillic of old Macintoshes. It has the small letters of Windows-1251 in their places but for
/// «я», which stands where Windows has the capital, and its capitals where Windows has letters that no Russian text has.
fn is_of_mac(bytes: &[u8]) -> bool {
    let sample = bytes.get(..64 << 10).unwrap_or(bytes);
    let is_small = |byte: u8| byte >= 0xE0;
    // what Windows has as quotation marks and dashes, and what old fonts of Kazakh began words with, tells nothing
    let is_telling = |byte: u8| {
        !matches!(
            byte,
            0x82 | 0x84 | 0x85 | 0x8B | 0x8D | 0x8E | 0x91..=0x97 | 0x9B | 0x9D | 0x9E
        )
    };
    let (mut of_mac, mut of_windows, mut ends_small) = (0usize, 0usize, 0usize);
    let mut telling = 0usize;
    let mut before = b' ';
    for pair in sample.windows(2) {
        let [byte, after] = [pair[0], pair[1]];
        let begins = before < 0x80 && !before.is_ascii_alphanumeric() && is_small(after);
        match byte {
            0x80..=0x9F if begins => {
                of_mac += 1;
                telling += usize::from(is_telling(byte));
            }
            0xC0..=0xDE if begins => of_windows += 1,
            0xDF if is_small(before) && !is_small(after) => ends_small += 1,
            _ => {}
        }
        before = byte;
    }
    let is_likely = ends_small > 0 && of_mac + ends_small > of_windows * 2
        || telling > 0 && of_windows == 0 && telling == of_mac;
    is_likely && std::str::from_utf8(bytes).is_err()
}

/// The Cyrillic encoding in which the bytes look most like written words.
fn count_best_worth(bytes: &[u8]) -> (&'static Encoding, usize) {
    let mut best = (WINDOWS_1251, 0);
    for encoding in [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5] {
        let worth = count_cyrillic_worth(bytes, encoding);
        if worth > best.1 {
            best = (encoding, worth);
        }
    }
    best
}

/// How much the bytes look like Cyrillic words in an encoding: small letters that follow letters count, frequent ones
/// more; capitals inside words and signs beside letters count against it.
fn count_cyrillic_worth(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let sample = bytes.get(..64 << 10).unwrap_or(bytes);
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut worth, mut fault) = (0usize, 0usize);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'л' | 'в' | 'ы' | 'і' => {
                worth += 4;
            }
            'а'..='я' | 'ё' => worth += 2,
            'А'..='Я' if last.is_lowercase() => fault += 6,
            'А'..='Я' => worth += 1,
            c if !c.is_ascii() && last.is_alphabetic() && !"»”…–—\u{a0}".contains(c) => {
                fault += 4;
            }
            _ => {}
        }
        last = c;
    }
    worth.saturating_sub(fault)
}

/// Takes out what is no letter: control characters, but for tabs and line ends, which become `\n`; and the byte order
/// mark that begins a text.
pub(crate) fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut clean = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push(c),
            c if c.is_control() => {}
            c => clean.push(c),
        }
        last = c;
    }
    clean
}
