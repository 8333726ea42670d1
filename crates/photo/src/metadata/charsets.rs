//! Bytes of Exif and IPTC-IIM to text. Neither says reliably in which charset its texts are: programs wrote what their
//! system had, in Kazakhstan Windows-1251, KZ-1048 («Windows Kazakh») or PT154 (ParaType's Asian Cyrillic).

use std::borrow::Cow;

use encoding_rs::{
    Encoding, ISO_2022_JP, ISO_8859_5, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
};

use super::limits::VALUE_MOST;

/// Where KZ-1048 differs from Windows-1251 (STRK1048-2002; Unicode Consortium, MAPPINGS/VENDORS/MISC/KZ1048.TXT).
const KZ1048: [(u8, char); 16] = [
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

/// Where PT154 differs from Windows-1251 (IANA charset registration of PTCP154).
const PT154: [(u8, char); 36] = [
    (0x80, 'Җ'),
    (0x81, 'Ғ'),
    (0x82, 'Ӯ'),
    (0x83, 'ғ'),
    (0x86, 'Ҷ'),
    (0x87, 'Ү'),
    (0x88, 'Ҳ'),
    (0x89, 'ү'),
    (0x8A, 'Ҡ'),
    (0x8B, 'Ӣ'),
    (0x8C, 'Ң'),
    (0x8D, 'Қ'),
    (0x8E, 'Һ'),
    (0x8F, 'Ҹ'),
    (0x90, 'җ'),
    (0x98, 'ҳ'),
    (0x99, 'ҷ'),
    (0x9A, 'ҡ'),
    (0x9B, 'ӣ'),
    (0x9C, 'ң'),
    (0x9D, 'қ'),
    (0x9E, 'һ'),
    (0x9F, 'ҹ'),
    (0xA4, 'Ө'),
    (0xA5, 'Ҙ'),
    (0xA6, 'Ұ'),
    (0xAA, 'Ә'),
    (0xAD, 'ӯ'),
    (0xAF, 'Ҝ'),
    (0xB1, 'ұ'),
    (0xB4, 'ҙ'),
    (0xB5, 'ө'),
    (0xBA, 'ә'),
    (0xBD, 'Ҫ'),
    (0xBE, 'ҫ'),
    (0xBF, 'ҝ'),
];

/// Letters of Kazakh that Russian does not have, but for «і», which all these charsets have at one place.
const KAZAKH: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһ";

/// How bytes stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Charset {
    /// UTF-8.
    Utf8,
    /// One byte a letter, without a difference from what `encoding_rs` has.
    Single(&'static Encoding),
    /// KZ-1048.
    Kz1048,
    /// PT154.
    Pt154,
}

impl Charset {
    /// The charset that the bytes of unmarked texts are in: UTF-8 where they are that, else one of a byte a letter, by
    /// the words that they make. Texts of one photo are best given together: more words tell more.
    pub(crate) fn recognise(texts: &[&[u8]]) -> Self {
        if texts.iter().all(|text| utf8(text).is_some()) {
            return Self::Utf8;
        }
        let windows = Self::Single(WINDOWS_1251);
        // The first that is best stays, so that Windows-1251 is taken where nothing tells.
        let charsets = [
            windows,
            Self::Kz1048,
            Self::Pt154,
            Self::Single(WINDOWS_1252),
        ];
        let mut best = (windows, i64::MIN);
        for charset in charsets {
            let heads = texts
                .iter()
                .map(|text| text.get(..VALUE_MOST).unwrap_or(text));
            let likenesses = heads.map(|text| likeness(&charset.decode(text)));
            let score = likenesses.sum();
            if score > best.1 {
                best = (charset, score);
            }
        }
        best.0
    }

    /// The charset that dataset 1:90 of IPTC-IIM names by an escape sequence of ISO 2022 (IIM 4.2, appendix C), if it
    /// is one that is known here.
    pub(crate) fn named_by_escape(sequence: &[u8]) -> Option<Self> {
        match sequence {
            [0x1B, b'%', b'G', ..] | [0x1B, b'%', b'/', b'G' | b'H' | b'I', ..] => Some(Self::Utf8),
            [0x1B, b'-' | b'.', b'A', ..] => Some(Self::Single(WINDOWS_1252)),
            [0x1B, b'-' | b'.', b'L', ..] => Some(Self::Single(ISO_8859_5)),
            _ => None,
        }
    }

    /// The text of these bytes. What is no letter becomes U+FFFD.
    pub(crate) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => utf8(bytes).map_or_else(|| String::from_utf8_lossy(bytes), Cow::Borrowed),
            Self::Single(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Kz1048 => Cow::Owned(decode_variant(bytes, &KZ1048)),
            Self::Pt154 => Cow::Owned(decode_variant(bytes, &PT154)),
        }
    }
}

/// The text of bytes that nothing is known of.
pub(crate) fn decode_unmarked(bytes: &[u8]) -> Cow<'_, str> {
    Charset::recognise(&[bytes]).decode(bytes)
}

/// Text in UTF-16 without a byte order mark, up to its end or to a zero.
pub(crate) fn decode_utf16(bytes: &[u8], is_little_endian: bool) -> String {
    let encoding = if is_little_endian { UTF_16LE } else { UTF_16BE };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    text.split('\0').next().unwrap_or_default().to_owned()
}

/// Text in JIS (ISO-2022-JP).
pub(crate) fn decode_jis(bytes: &[u8]) -> Cow<'_, str> {
    ISO_2022_JP.decode_without_bom_handling(bytes).0
}

/// Shortest text of which a letter may have been cut at the end, in bytes: the least room of a dataset of IPTC-IIM that
/// holds words is 32. Of a shorter one, bytes that look like half a letter are letters of another charset.
const CUT_LEAST: usize = 32 - 4;

/// UTF-8, without a letter that was cut at the end: IPTC-IIM counts bytes, and programs cut where the count ends.
fn utf8(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() && error.valid_up_to() >= CUT_LEAST => {
            std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()
        }
        Err(_) => None,
    }
}

fn decode_variant(bytes: &[u8], differences: &[(u8, char)]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        match differences.iter().find(|(differing, _)| differing == byte) {
            Some((_, letter)) => text.push(*letter),
            None => {
                let one = [*byte];
                text.push_str(&WINDOWS_1251.decode_without_bom_handling(&one).0);
            }
        }
    }
    text
}

/// How much a text looks like Russian, Kazakh or a western language. Letters in a word of their own alphabet speak for
/// it; signs amid a word, capitals after small letters and letters of two alphabets in a word against it.
fn likeness(text: &str) -> i64 {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| {
        index
            .and_then(|index| letters.get(index))
            .copied()
            .unwrap_or(' ')
    };
    let mut score = 0;
    for (index, letter) in letters
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, letter)| !letter.is_ascii())
    {
        let (before, after) = (at(index.checked_sub(1)), at(index.checked_add(1)));
        let is_amid_word = before.is_alphabetic() && after.is_alphabetic();
        let risen = before.is_lowercase() && letter.is_uppercase();
        let is_beside = |is: fn(char) -> bool| is(before) || is(after);
        score += match letter {
            _ if risen => -4,
            'А'..='я' | 'Ё' | 'ё' | 'І' | 'і' if is_beside(|other| other.is_ascii_alphabetic()) => {
                -4
            }
            'А'..='я' | 'Ё' | 'ё' | 'І' | 'і' => 1,
            _ if KAZAKH.contains(letter) && !is_beside(is_cyrillic) => -2,
            _ if KAZAKH.contains(letter) && sounds_kazakh(before, letter, after) => 2,
            _ if KAZAKH.contains(letter) => 0,
            // Ukrainian and Belarusian, neighbours and rare here.
            'Ґ' | 'ґ' | 'Є' | 'є' | 'Ї' | 'ї' | 'Ў' | 'ў' => {
                if is_beside(is_cyrillic) {
                    -1
                } else {
                    -2
                }
            }
            _ if is_cyrillic(letter) => -3,
            _ if letter.is_alphabetic() => {
                if is_beside(|other| other.is_ascii_alphabetic()) {
                    1
                } else {
                    -2
                }
            }
            '\u{FFFD}' => -4,
            _ if letter.is_control() => -4,
            '’' | '–' | '—' | '-' | '…' | '«' | '»' | '„' | '“' | '”' | '№' => 0,
            _ if is_amid_word => -3,
            // A sign at a word's end may be one; a letter that was read as a sign is followed by others.
            _ if is_beside(is_cyrillic) => -2,
            _ => 0,
        };
    }
    score
}

/// Whether a letter of Kazakh stands as such letters do: no vowel beside a vowel, no consonant without one. «Ә» of PT154
/// is «Ғ» in KZ-1048, and only this tells them apart.
fn sounds_kazakh(before: char, letter: char, after: char) -> bool {
    let lower = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let is_vowel = |letter: char| "аәеоөұүыіэюя".contains(lower(letter));
    is_vowel(letter) != (is_vowel(before) || is_vowel(after))
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn encode(text: &str, differences: &[(u8, char)]) -> Vec<u8> {
        text.chars()
            .map(|letter| {
                match differences
                    .iter()
                    .find(|(_, differing)| *differing == letter)
                {
                    Some((byte, _)) => *byte,
                    None => WINDOWS_1251.encode(&letter.to_string()).0[0],
                }
            })
            .collect()
    }

    const KAZAKH_TEXTS: [&str; 9] = [
        "Облыс әкімі Бейбіт Исабаев жиында",
        "Қайрат Әлиев",
        "Жетісу облысы әкімдігінің баспасөз қызметі",
        "Талдықорған қаласында өткен «Ұлттық құрылтай»",
        "ҮКІМЕТ ҮЙІ",
        "Барлығы тағзым етті",
        "Ғалым Әуезов ауылдағы үйінде",
        "Яғни Дәулет, Сарыөзек, БҰҰ",
        "СІМ",
    ];

    #[test]
    fn kazakh_is_told_in_each_charset_that_was_in_use() {
        for text in KAZAKH_TEXTS {
            let (kz, pt) = (encode(text, &KZ1048), encode(text, &PT154));
            assert_eq!(decode_unmarked(&kz), text, "KZ-1048");
            assert_eq!(decode_unmarked(&pt), text, "PT154");
            assert_eq!(decode_unmarked(text.as_bytes()), text);
        }
    }

    #[test]
    fn russian_is_windows_1251_and_western_names_keep_their_accents() {
        for text in [
            "Аким области на совещании",
            "Фото © Иванов Пётр, «Айкын»",
            "ТАЛДЫКОРГАН – 2026",
        ] {
            assert_eq!(decode_unmarked(&encode(text, &[])), text);
        }
        for text in ["Björn Müller", "© 2008 José García"] {
            assert_eq!(decode_unmarked(&WINDOWS_1252.encode(text).0), text);
        }
        assert_eq!(decode_unmarked(b"\xA9 2008 Reuters"), "© 2008 Reuters");
    }

    #[test]
    fn a_letter_that_was_cut_by_the_count_of_bytes_does_not_make_the_text_another() {
        let text = "Жетісу облысы әкімдігі";
        let cut = &text.as_bytes()[..33];
        assert_eq!(decode_unmarked(cut), "Жетісу облысы әкі");
        assert_eq!(Charset::named_by_escape(b"\x1B%G"), Some(Charset::Utf8));
        assert_eq!(Charset::named_by_escape(b"G0"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decode_unmarked(&bytes);
            decode_jis(&bytes);
            decode_utf16(&bytes, bytes.len() % 2 == 0);
        }
    }
}
