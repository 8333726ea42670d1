//! The code pages of 8-bit texts, by their numbers in Windows.

use encoding_rs::Encoding;

/// Upper half of code page 437, which old programs wrote.
const PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// The code page of a character set as the tables of fonts have it; none where it says nothing.
pub(crate) fn of_charset(charset: u8) -> Option<u16> {
    Some(match charset {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        _ => return None,
    })
}

/// The code page of a language of Windows.
pub(crate) fn of_language(language: u16) -> u16 {
    match language & 0x3ff {
        // Russian, Ukrainian, Belarusian, Bulgarian, Macedonian, Kazakh, Kyrgyz, Tatar, Mongolian
        0x19 | 0x22 | 0x23 | 0x02 | 0x2f | 0x3f | 0x40 | 0x44 | 0x50 => 1251,
        // Polish, Czech, Hungarian, Romanian, Slovak, Slovene, Albanian
        0x15 | 0x05 | 0x0e | 0x18 | 0x1b | 0x24 | 0x1c => 1250,
        // of the languages that share this number Serbian is written so in its Cyrillic variants
        0x1a if matches!(language, 0x0c1a | 0x1c1a | 0x201a) => 1251,
        0x1a => 1250,
        0x08 => 1253,
        0x1f | 0x2c => 1254,
        0x0d => 1255,
        0x01 | 0x20 | 0x29 => 1256,
        0x25..=0x27 => 1257,
        0x2a => 1258,
        0x11 => 932,
        0x12 => 949,
        0x04 if matches!(language, 0x0404 | 0x0c04 | 0x1404) => 950,
        0x04 => 936,
        0x1e => 874,
        _ => 1252,
    }
}

/// Reads bytes of a code page; those of an unknown one as Windows-1252.
pub(crate) fn decode(page: u16, bytes: &[u8]) -> String {
    if bytes.is_ascii() {
        return bytes.iter().map(|byte| char::from(*byte)).collect();
    }
    if page == 437 || page == 850 {
        return bytes.iter().map(|byte| of_page_437(*byte)).collect();
    }
    let (text, _) = find_encoding(page).decode_without_bom_handling(bytes);
    text.into_owned()
}

/// The name that the web gives to a code page.
pub(crate) fn find_name(number: u32) -> Option<&'static str> {
    Some(match number {
        65001 => "utf-8",
        1200 => "utf-16le",
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 | 1361 => "euc-kr",
        950 => "big5",
        1250 => "windows-1250",
        1251 => "windows-1251",
        1252 | 20127 | 28591 => "windows-1252",
        1253 => "windows-1253",
        1254 => "windows-1254",
        1255 => "windows-1255",
        1256 => "windows-1256",
        1257 => "windows-1257",
        1258 => "windows-1258",
        10000 => "macintosh",
        10007 => "x-mac-cyrillic",
        20866 => "koi8-r",
        21866 => "koi8-u",
        28592 => "iso-8859-2",
        28595 => "iso-8859-5",
        50220..=50222 => "iso-2022-jp",
        51932 => "euc-jp",
        54936 => "gb18030",
        _ => return None,
    })
}

fn find_encoding(page: u16) -> &'static Encoding {
    find_name(u32::from(page))
        .and_then(|name| Encoding::for_label(name.as_bytes()))
        .unwrap_or(encoding_rs::WINDOWS_1252)
}

fn of_page_437(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(place) => PAGE_437
            .chars()
            .nth(usize::from(place))
            .unwrap_or('\u{fffd}'),
    }
}

/// A character of the font Symbol by its byte.
pub(crate) fn of_symbol_font(byte: u8) -> Option<char> {
    const LOWER: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    const UPPER: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";
    match byte {
        0x20..=0x7e => LOWER.chars().nth(usize::from(byte - 0x20)),
        0xa0..=0xe5 => UPPER.chars().nth(usize::from(byte - 0xa0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_by_their_page() {
        assert_eq!(decode(1251, b"\xCA\xE0\xE7\xE0\xED"), "Казан");
        assert_eq!(decode(866, b"\x8A\xE2\xAE"), "Кто");
        assert_eq!(decode(437, b"\x80\xFF"), "Ç\u{a0}");
        assert_eq!(PAGE_437.chars().count(), 128);
        assert_eq!(of_symbol_font(b'a'), Some('α'));
        assert_eq!(of_symbol_font(0xb7), Some('•'));
        assert_eq!(of_symbol_font(0xe5), Some('∑'));
    }
}
