//! Numbers as lists write them.

/// A number that is written with so many letters is a mistake of the file; it is written in digits.
const MOST_LETTERS: u32 = 8;

/// The last number that is written in Roman numerals.
const LAST_ROMAN: u32 = 3999;

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

/// The letters that Russian lists count with: without ё, й, ъ, ы, ь.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";

const KAZAKH: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

const UKRAINIAN: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";

const BULGARIAN: &str = "абвгдежзийклмнопрстуфхцчшщъьюя";

const SERBIAN: &str = "абвгдђежзијклљмнњопрстћуфхцчџш";

const GREEK: &str = "αβγδεζηθικλμνξοπρστυφχψω";

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// The letters a list counts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Latin,
    Russian,
    Kazakh,
    Ukrainian,
    Bulgarian,
    Serbian,
    Greek,
}

/// How a list writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// Digits, at least so many.
    Digits(u8),
    Roman {
        is_capital: bool,
    },
    Letters {
        alphabet: Alphabet,
        is_capital: bool,
        /// After the last letter the letters are doubled (аа, бб), as Word has it, not counted on (аа, аб).
        is_doubled: bool,
    },
    /// It is not shown.
    Nothing,
}

impl Numeral {
    const fn doubled(alphabet: Alphabet, is_capital: bool) -> Numeral {
        Numeral::Letters {
            alphabet,
            is_capital,
            is_doubled: true,
        }
    }

    /// By the name that Word's XML has for it; what is not known here is written in digits.
    pub fn of_word(name: &str) -> Numeral {
        match name {
            "upperRoman" | "upper-roman" => Numeral::Roman { is_capital: true },
            "lowerRoman" | "lower-roman" => Numeral::Roman { is_capital: false },
            "upperLetter" | "upper-letter" => Numeral::doubled(Alphabet::Latin, true),
            "lowerLetter" | "lower-letter" => Numeral::doubled(Alphabet::Latin, false),
            "russianUpper" | "russian-upper" => Numeral::doubled(Alphabet::Russian, true),
            "russianLower" | "russian-lower" => Numeral::doubled(Alphabet::Russian, false),
            "decimalZero" | "decimal-zero" => Numeral::Digits(2),
            "none" => Numeral::Nothing,
            _ => Numeral::Digits(1),
        }
    }

    /// By the pattern that Word's XML gives for one of its own: «001, 002, 003, ...».
    pub fn of_pattern(pattern: &str) -> Numeral {
        let digits = pattern.bytes().take_while(u8::is_ascii_digit).take(9);
        Numeral::Digits(digits.count() as u8)
    }

    /// By the number that Word's old files have for it.
    pub fn of_code(code: u8) -> Numeral {
        match code {
            1 => Numeral::Roman { is_capital: true },
            2 => Numeral::Roman { is_capital: false },
            3 => Numeral::doubled(Alphabet::Latin, true),
            4 => Numeral::doubled(Alphabet::Latin, false),
            22 => Numeral::Digits(2),
            58 => Numeral::doubled(Alphabet::Russian, false),
            59 => Numeral::doubled(Alphabet::Russian, true),
            255 => Numeral::Nothing,
            _ => Numeral::Digits(1),
        }
    }

    /// By the first numbers, as OpenDocument says it: «1», «i», «А, Б, .., Аа, Бб, ... (ru)».
    pub fn of_first(first: &str, is_doubled: bool) -> Numeral {
        let is_capital = first.starts_with(char::is_uppercase);
        let mut letters = first.chars().flat_map(char::to_lowercase);
        let alphabet = match letters.next() {
            None => return Numeral::Nothing,
            Some('i') => return Numeral::Roman { is_capital },
            Some('a') => {
                return Numeral::Letters {
                    alphabet: Alphabet::Latin,
                    is_capital,
                    is_doubled,
                };
            }
            Some('α') => Alphabet::Greek,
            Some('а') if first.contains("(kk)") => Alphabet::Kazakh,
            Some('а') if first.contains("(uk)") => Alphabet::Ukrainian,
            Some('а') if first.contains("(bg)") => Alphabet::Bulgarian,
            Some('а') if first.contains("(sr)") => Alphabet::Serbian,
            Some('а') => Alphabet::Russian,
            Some('0') => return Numeral::of_pattern(first),
            Some(_) => return Numeral::Digits(1),
        };
        Numeral::Letters {
            alphabet,
            is_capital,
            is_doubled: first.to_lowercase().contains("бб"),
        }
    }

    /// By the value of `list-style-type`; none where it is a bullet or not known.
    pub fn of_style_sheet(name: &str) -> Option<Numeral> {
        let letters = |alphabet, is_capital| Numeral::Letters {
            alphabet,
            is_capital,
            is_doubled: false,
        };
        Some(match name {
            "decimal" | "1" => Numeral::Digits(1),
            "decimal-leading-zero" => Numeral::Digits(2),
            "lower-roman" | "i" => Numeral::Roman { is_capital: false },
            "upper-roman" | "I" => Numeral::Roman { is_capital: true },
            "lower-alpha" | "lower-latin" | "a" => letters(Alphabet::Latin, false),
            "upper-alpha" | "upper-latin" | "A" => letters(Alphabet::Latin, true),
            "lower-russian" => letters(Alphabet::Russian, false),
            "upper-russian" => letters(Alphabet::Russian, true),
            "lower-greek" => letters(Alphabet::Greek, false),
            _ => return None,
        })
    }

    /// A number as it is written.
    pub fn write(self, number: u32) -> String {
        match self {
            Numeral::Digits(least) => format!("{number:0least$}", least = usize::from(least)),
            Numeral::Nothing => String::new(),
            Numeral::Roman { is_capital } => raise(write_roman(number), is_capital),
            Numeral::Letters {
                alphabet,
                is_capital,
                is_doubled,
            } => {
                let written = match is_doubled {
                    true => write_doubled(alphabet.letters(), number),
                    false => write_counted(alphabet.letters(), number),
                };
                raise(written, is_capital)
            }
        }
    }
}

impl Alphabet {
    fn letters(self) -> &'static str {
        match self {
            Alphabet::Latin => LATIN,
            Alphabet::Russian => RUSSIAN,
            Alphabet::Kazakh => KAZAKH,
            Alphabet::Ukrainian => UKRAINIAN,
            Alphabet::Bulgarian => BULGARIAN,
            Alphabet::Serbian => SERBIAN,
            Alphabet::Greek => GREEK,
        }
    }
}

fn raise(written: String, is_capital: bool) -> String {
    match is_capital {
        true => written.to_uppercase(),
        false => written,
    }
}

fn write_roman(number: u32) -> String {
    if !(1..=LAST_ROMAN).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, letters) in ROMAN {
        while rest >= value {
            written += letters;
            rest -= value;
        }
    }
    written
}

/// а, б … я, аа, бб …
fn write_doubled(letters: &str, number: u32) -> String {
    let count = letters.chars().count() as u32;
    let Some(place) = number.checked_sub(1) else {
        return number.to_string();
    };
    let times = place / count + 1;
    match letters.chars().nth((place % count) as usize) {
        Some(letter) if times <= MOST_LETTERS => letter.to_string().repeat(times as usize),
        _ => number.to_string(),
    }
}

/// а, б … я, аа, аб …
fn write_counted(letters: &str, number: u32) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let count = letters.len() as u32;
    let mut written: Vec<char> = Vec::new();
    let mut rest = number;
    while let Some(place) = rest.checked_sub(1) {
        written.extend(letters.get((place % count) as usize));
        rest = place / count;
    }
    match written.is_empty() {
        true => number.to_string(),
        false => written.into_iter().rev().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn write_all(numeral: Numeral, numbers: &[u32]) -> String {
        let written: Vec<String> = numbers.iter().map(|n| numeral.write(*n)).collect();
        written.join(" ")
    }

    #[test]
    fn numbers_are_written_as_lists_have_them() {
        let cases = [
            (Numeral::of_word("decimal"), "1 4 9 28 29 30"),
            (Numeral::of_word("upperRoman"), "I IV IX XXVIII XXIX XXX"),
            (Numeral::of_word("lowerLetter"), "a d i bb cc dd"),
            (Numeral::of_word("russianLower"), "а г и я аа бб"),
            (Numeral::of_word("russianUpper"), "А Г И Я АА ББ"),
            (Numeral::of_word("decimalZero"), "01 04 09 28 29 30"),
            (Numeral::of_pattern("001, 002"), "001 004 009 028 029 030"),
            (
                Numeral::of_first("а, б, .., аа, аб, ... (ru)", false),
                "а г и я аа аб",
            ),
            (
                Numeral::of_first("А, Б, .., Аа, Бб, ... (kk)", false),
                "А В Ё Ү Ф Х",
            ),
            (Numeral::of_first("a", false), "a d i ab ac ad"),
            (Numeral::of_code(58), "а г и я аа бб"),
        ];
        for (numeral, written) in cases {
            assert_eq!(write_all(numeral, &[1, 4, 9, 28, 29, 30]), written);
        }
        assert_eq!(Numeral::of_first("", false).write(7), "");
        assert_eq!(Numeral::of_style_sheet("square"), None);
    }

    proptest! {
        #[test]
        fn each_number_is_written_in_its_own_way_and_short(number in 1_u32..5000, other in 1_u32..5000) {
            for name in ["decimal", "upperRoman", "lowerRoman", "upperLetter", "russianLower", "decimalZero"] {
                let numeral = Numeral::of_word(name);
                prop_assert!(numeral.write(number).chars().count() <= 16);
                prop_assert_eq!(numeral.write(number) == numeral.write(other), number == other);
            }
            for name in ["lower-alpha", "upper-russian", "lower-greek"] {
                let numeral = Numeral::of_style_sheet(name).unwrap();
                prop_assert_eq!(numeral.write(number) == numeral.write(other), number == other);
            }
        }
    }
}
