//! Windows-1251 and its Kazakh variant KZ-1048, told apart from each other and from everything else.

use crate::text::encoding::Encoding;
use encoding_rs::WINDOWS_1251;

/// Where KZ-1048 differs from Windows-1251 (Unicode Consortium, MAPPINGS/VENDORS/MISC/KZ1048.TXT).
/// «І» and «і» are not here: both code pages have them, at B2 and B3.
const KAZAKH: [(u8, char); 16] = [
    (0x8D, 'Қ'),
    (0x8E, 'Һ'),
    (0x9D, 'қ'),
    (0x9E, 'һ'),
    (0xA1, 'Ұ'),
    (0xA2, 'ұ'),
    (0xA3, 'Ә'),
    (0xA5, 'Ө'),
    (0xAA, 'Ғ'),
    (0xAF, 'Ү'),
    (0xB4, 'ө'),
    (0xBA, 'ғ'),
    (0xBC, 'ә'),
    (0xBD, 'Ң'),
    (0xBE, 'ң'),
    (0xBF, 'ү'),
];

/// What a byte stands for, as far as both code pages agree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Upper,
    Lower,
    /// Quotes, dashes and signs that print uses.
    Mark,
    /// Letters of Serbian and Macedonian, unused here, and code points without a character.
    Foreign,
    Ascii,
}

/// [`Kind`] of every byte, made once: the recogniser asks several times a byte.
static KINDS: [Kind; 256] = kinds();

const fn kinds() -> [Kind; 256] {
    let mut kinds = [Kind::Ascii; 256];
    let mut byte = 0x80u8;
    loop {
        kinds[byte as usize] = match byte {
            0xC0..=0xDF | 0xA8 | 0xB2 => Kind::Upper,
            0xE0..=0xFF | 0xB8 | 0xB3 => Kind::Lower,
            0x8D | 0x8E | 0xA1 | 0xA3 | 0xA5 | 0xAA | 0xAF | 0xBD => Kind::Upper,
            0x9D | 0x9E | 0xA2 | 0xB4 | 0xBA | 0xBC | 0xBE | 0xBF => Kind::Lower,
            0x80 | 0x81 | 0x83 | 0x8A | 0x8C | 0x8F | 0x90 | 0x98 | 0x9A | 0x9C | 0x9F => {
                Kind::Foreign
            }
            _ => Kind::Mark,
        };
        if byte == u8::MAX {
            return kinds;
        }
        byte += 1;
    }
}

fn kind(byte: u8) -> Kind {
    KINDS[usize::from(byte)]
}

/// Which code page explains the bytes, if one does. The measure is how Cyrillic is written: capitals begin
/// words, letters of two alphabets do not share one, and most bytes above ASCII are letters.
pub(super) fn recognise(bytes: &[u8]) -> Option<Encoding> {
    let mut count = [0usize; 256];
    let (mut risen, mut title, mut inverse, mut mixed) = (0usize, 0usize, 0usize, 0usize);
    // The two bytes before the current one; the text begins as after a blank.
    let (mut before, mut last) = (b' ', b' ');
    for &byte in bytes {
        count[usize::from(byte)] += 1;
        let begins = !is_letter(before);
        match (kind(last), kind(byte)) {
            (Kind::Lower, Kind::Upper) if begins => inverse += 1,
            (Kind::Upper, Kind::Lower) if begins => title += 1,
            (Kind::Lower, Kind::Upper) => risen += 1,
            _ => {}
        }
        mixed += usize::from(is_mixed(last, byte));
        (before, last) = (last, byte);
    }
    let total = |wanted: Kind| {
        (0..=255u8)
            .filter(|&b| kind(b) == wanted)
            .map(|b| count[usize::from(b)])
            .sum::<usize>()
    };
    let letters = total(Kind::Upper) + total(Kind::Lower);
    let (marks, foreign) = (total(Kind::Mark), total(Kind::Foreign));
    let high = letters + marks + foreign;
    // UTF-8 read this way is half marks; KOI8-R swaps case; accented Latin mixes alphabets; English with
    // typographic quotes has marks alone.
    let mostly_letters = letters * 10 >= high * 7 || (letters == 0 && marks * 5 <= bytes.len());
    let plausible = mostly_letters
        && foreign * 50 <= high
        && risen * 20 <= letters
        && inverse <= title
        && mixed * 4 <= letters;
    plausible.then(|| {
        if is_kazakh(&count) {
            Encoding::Kz1048
        } else {
            Encoding::Windows1251
        }
    })
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(kind(byte), Kind::Upper | Kind::Lower)
}

fn is_mixed(a: u8, b: u8) -> bool {
    let cyrillic = |byte: u8| matches!(kind(byte), Kind::Upper | Kind::Lower);
    (cyrillic(a) && b.is_ascii_alphabetic()) || (a.is_ascii_alphabetic() && cyrillic(b))
}

/// Whether the bytes on which the code pages differ are Kazakh letters. Russian uses none of them;
/// Ukrainian uses Є Ї Ґ (there Ғ Ү Ө) but has no Ы; Belarusian uses Ў (there Ұ) but has no И.
fn is_kazakh(count: &[usize; 256]) -> bool {
    let of = |bytes: &[u8]| bytes.iter().map(|&b| count[usize::from(b)]).sum::<usize>();
    let differing = of(&KAZAKH.map(|(byte, _)| byte));
    let ukrainian = of(&[0xAA, 0xBA, 0xAF, 0xBF, 0xA5, 0xB4]);
    let belarusian = of(&[0xA1, 0xA2]);
    let yery = of(&[0xDB, 0xFB]);
    let i = of(&[0xC8, 0xE8]);
    let letters = (0..=255u8)
        .filter(|&b| b > 0x7F && is_letter(b))
        .map(|b| count[usize::from(b)])
        .sum::<usize>();
    // In a text of any length the missing letter tells; a few words alone are taken for Kazakh, as this is
    // an archive of Kazakhstan.
    let long = letters > 100;
    let is_ukrainian = ukrainian == differing && yery == 0 && long;
    let is_belarusian = belarusian == differing && i == 0 && long;
    differing > 0 && !is_ukrainian && !is_belarusian
}

/// The text of `bytes` in the code page. A code point without a character stays as its control character.
pub(super) fn text(bytes: &[u8], encoding: Encoding) -> String {
    if encoding != Encoding::Kz1048 {
        let (text, _) = WINDOWS_1251.decode_without_bom_handling(bytes);
        return text.into_owned();
    }
    // One table for all bytes: Kazakh letters are too frequent to go through the codec run by run.
    let mut table: [char; 256] = std::array::from_fn(|byte| {
        let byte = u8::try_from(byte).unwrap_or(0);
        let (one, _) = WINDOWS_1251.decode_without_bom_handling(std::slice::from_ref(&byte));
        one.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    for (byte, letter) in KAZAKH {
        table[usize::from(byte)] = letter;
    }
    bytes.iter().map(|&byte| table[usize::from(byte)]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{DecodeError, Decoded, decode};
    use super::*;
    use encoding_rs::{KOI8_R, WINDOWS_1252};
    use proptest::prelude::*;

    const KAZAKH_TEXT: &str = "«Ұлттық қор» туралы жаңа заң күшіне енді. Әр аудан әкімі өз өңіріндегі істі баяндады – деп хабарлады баспасөз қызметі. Һәм Ғалымжан, Үміт, Өмір, Қайрат, Іңкәр қатысты.";
    const RUSSIAN_TEXT: &str = "«Новый закон» вступил в силу – об этом сообщила пресс-служба акимата № 5. Ёлки… подъезд, съёмка.";

    fn windows_1251(text: &str) -> Vec<u8> {
        let (bytes, _, unmappable) = WINDOWS_1251.encode(text);
        assert!(!unmappable);
        bytes.into_owned()
    }

    fn kz_1048(text: &str) -> Vec<u8> {
        text.chars()
            .flat_map(|c| match KAZAKH.iter().find(|(_, letter)| *letter == c) {
                Some((byte, _)) => vec![*byte],
                None => windows_1251(c.encode_utf8(&mut [0; 4])),
            })
            .collect()
    }

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let Decoded { text, encoding } = decode(bytes).unwrap();
        (text, encoding)
    }

    #[test]
    fn each_code_page_is_recognised() {
        assert_eq!(
            decoded(&windows_1251(RUSSIAN_TEXT)),
            (RUSSIAN_TEXT.into(), Encoding::Windows1251)
        );
        assert_eq!(
            decoded(&kz_1048(KAZAKH_TEXT)),
            (KAZAKH_TEXT.into(), Encoding::Kz1048)
        );
        assert_eq!(
            decoded(&kz_1048("Жаңа жыл")),
            ("Жаңа жыл".into(), Encoding::Kz1048)
        );
        assert_eq!(
            decoded(&windows_1251("Акт")),
            ("Акт".into(), Encoding::Windows1251)
        );
    }

    #[test]
    fn neighbours_letters_are_not_taken_for_kazakh() {
        let ukrainian = "Київ: нова школа відкрилася вчора. Її відвідали діти, батьки та вчителі з усієї області. Є ще ґанок, де грає музика й де всі їдять.".repeat(2);
        let belarusian = "Школа была адкрыта ўчора, яе наведалі дзеці з усёй вобласці. Настаўнікі ўручылі падарункі, бацькі дзякавалі. ".repeat(2);
        assert_eq!(
            decoded(&windows_1251(&ukrainian)),
            (ukrainian, Encoding::Windows1251)
        );
        assert_eq!(
            decoded(&windows_1251(&belarusian)),
            (belarusian, Encoding::Windows1251)
        );
    }

    #[test]
    fn english_with_typographic_quotes_reads() {
        let text = "The akim said: “We will build it” – and left.";
        assert_eq!(decoded(&windows_1251(text)).0, text);
    }

    #[test]
    fn other_encodings_are_refused_rather_than_garbled() {
        let koi8 = KOI8_R
            .encode("В Талдыкоргане открыли школу. Директор Анна Петрова рада.")
            .0
            .into_owned();
        let latin = WINDOWS_1252
            .encode("Le préfet a annoncé l’été dernier la création d’une école à Genève.")
            .0
            .into_owned();
        let mut broken_utf8 = KAZAKH_TEXT.as_bytes().to_vec();
        broken_utf8.insert(40, 0xFF);
        for bytes in [koi8, latin, broken_utf8] {
            assert_eq!(decode(&bytes), Err(DecodeError::Binary), "{bytes:?}");
        }
    }

    #[test]
    fn the_two_pages_differ_only_in_the_table() {
        for byte in 0x80..=0xFFu8 {
            let differs = text(&[byte], Encoding::Kz1048) != text(&[byte], Encoding::Windows1251);
            assert_eq!(differs, KAZAKH.iter().any(|&(b, _)| b == byte), "{byte:#x}");
        }
    }

    proptest! {
        #[test]
        fn russian_sentences_survive(text in "[А-Я][а-яё]{2,9}( [а-яё]{1,9}){3,20}[.!]( «[А-Я][а-я]{2,8}» – [а-я]{3,8}\\.)?") {
            prop_assert_eq!(decoded(&windows_1251(&text)), (text, Encoding::Windows1251));
        }

        #[test]
        fn kazakh_sentences_survive(text in "[А-ЯӘҚӨ][а-яәғқңөұүһі]{2,9}( [а-яәғқңөұүһі]{1,9}){3,20} қаладағы әкім[.!]") {
            prop_assert_eq!(decoded(&kz_1048(&text)), (text, Encoding::Kz1048));
        }
    }
}
