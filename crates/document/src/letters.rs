//! Bytes to letters, where the sender declares an encoding, declares a wrong one or none at all.

mod broken;
mod cyrillic;
mod decoded;
mod utf_7;

use broken::{doubt_letters, mend_utf_8};
use cyrillic::{count_best_worth, count_cyrillic_worth, is_capitals_of_koi_8, is_of_mac};
pub(crate) use decoded::{Decoded, clean, is_cyrillic};
use encoding_rs::{
    Encoding, IBM866, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
    X_MAC_CYRILLIC,
};

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
fn find_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..64 << 10).unwrap_or(bytes);
    let even = sample.get(..sample.len() / 2 * 2)?;
    match muragat_language::decode(even).ok()?.encoding {
        muragat_language::Encoding::Utf16Le => Some(UTF_16LE),
        muragat_language::Encoding::Utf16Be => Some(UTF_16BE),
        _ => None,
    }
}
