//! Which encoding of Cyrillic bytes are of, by what their letters look like.

use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, WINDOWS_1251};

/// Whether bytes are KOI8-R in capitals alone: read as Windows-1251 they are small letters, of which those that are
/// frequent in any language here are few.
pub(super) fn is_capitals_of_koi_8(bytes: &[u8]) -> bool {
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
pub(super) fn is_of_mac(bytes: &[u8]) -> bool {
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
pub(super) fn count_best_worth(bytes: &[u8]) -> (&'static Encoding, usize) {
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
pub(super) fn count_cyrillic_worth(bytes: &[u8], encoding: &'static Encoding) -> usize {
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
