//! Letters of another script that look like the word's own: «Дiнмұхамед» with a Latin i, «Cәуле» with a Latin C.

use crate::text::marks::{is_apostrophe, is_invisible};

/// Latin letters and the Cyrillic ones that look like them.
const ALIKE: [(char, char); 32] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('t', 'т'),
    ('h', 'һ'),
    ('ə', 'ә'),
    ('ɵ', 'ө'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('Ə', 'Ә'),
    ('Ɵ', 'Ө'),
    ('j', 'ј'),
    ('J', 'Ј'),
    ('ı', 'і'),
];

/// Puts a run of letters into one script where it mixes Cyrillic and Latin ones: into the script whose letters the
/// others only look like. A truly mixed word keeps what looks like nothing. Numerals of х and і are Roman, whichever
/// keyboard they were typed on. Char for char, so that offsets hold; what is in one script already stays.
/// Tells whether it mixed them.
pub(crate) fn put_in_one_script(run: &mut [char]) -> bool {
    let mut letters = 0;
    let mut latin = Seen::default();
    let mut cyrillic = Seen::default();
    let mut numeral = true;
    for &c in run.iter() {
        if is_cyrillic(c) {
            cyrillic.count(to_latin(c));
        } else if is_latin(c) {
            latin.count(to_cyrillic(c));
        }
        if is_letter(c) {
            letters += 1;
            numeral = numeral && roman(c).is_some();
        }
    }
    let into: fn(char) -> Option<char> = if letters > 1 && numeral && cyrillic.all > 0 {
        roman
    } else if latin.all == 0 || cyrillic.all == 0 {
        return false;
    } else if latin.all == latin.alike {
        to_cyrillic
    } else if cyrillic.all == cyrillic.alike {
        to_latin
    } else if cyrillic.all > latin.all {
        to_cyrillic
    } else {
        return true;
    };
    for c in run.iter_mut() {
        *c = into(*c).unwrap_or(*c);
    }
    true
}

/// How many letters of a script a run has, and how many of them look like one of the other.
#[derive(Default)]
struct Seen {
    all: usize,
    alike: usize,
}

impl Seen {
    fn count(&mut self, other: Option<char>) {
        self.all += 1;
        self.alike += usize::from(other.is_some());
    }
}

/// A text with every word in one script.
pub(crate) fn in_one_script(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for run in chars.chunk_by_mut(|a, b| is_of_run(*a) && is_of_run(*b)) {
        put_in_one_script(run);
    }
    chars.into_iter().collect()
}

/// Whether a char is a letter, as [`char::is_alphabetic`] has it, but soon told of the letters that our texts have.
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
        || !c.is_ascii() && c.is_alphabetic()
}

/// The letter of the other script that looks like one.
pub(crate) fn look_alike(c: char) -> Option<char> {
    to_cyrillic(c).or_else(|| to_latin(c))
}

/// Whether a char can stand inside a run of letters: marks and soft hyphens do not part it.
pub(crate) fn is_of_run(c: char) -> bool {
    (is_letter(c) && !is_apostrophe(c))
        || is_invisible(c)
        || unicode_normalization::char::is_combining_mark(c)
}

/// The Roman digit that a letter is typed for; һ folds like х.
fn roman(c: char) -> Option<char> {
    match c {
        'х' | 'һ' | 'x' => Some('x'),
        'Х' | 'Һ' | 'X' => Some('X'),
        'і' | 'i' => Some('i'),
        'І' | 'I' => Some('I'),
        _ => None,
    }
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{275}') && c.is_alphabetic()
}

fn to_cyrillic(c: char) -> Option<char> {
    ALIKE
        .iter()
        .find(|(latin, _)| *latin == c)
        .map(|(_, cyrillic)| *cyrillic)
}

fn to_latin(c: char) -> Option<char> {
    ALIKE
        .iter()
        .find(|(_, cyrillic)| *cyrillic == c)
        .map(|(latin, _)| *latin)
}

#[cfg(test)]
mod tests {
    use super::{in_one_script, is_letter};

    #[test]
    fn a_letter_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn letters_that_only_look_alike_become_those_of_the_word() {
        for (mixed, whole) in [
            ("Дiнмұхамед", "Дінмұхамед"),
            ("Cәуле Oмарова", "Сәуле Омарова"),
            ("Oблыc әкiмдiгi", "Облыс әкімдігі"),
            ("Мəлiк", "Мәлік"),
            ("AHАЕВ", "АНАЕВ"),
            // Cyrillic letters in a Latin word
            ("СОVID", "COVID"),
            ("АMАNАT", "AMANAT"),
            // Roman numerals of another keyboard
            ("ХХІ", "XXI"),
            ("ХIХ", "XIX"),
            ("ХV", "XV"),
        ] {
            assert_eq!(in_one_script(mixed), whole, "{mixed}");
        }
    }

    #[test]
    fn what_is_in_one_script_stays() {
        for text in [
            "Amanat",
            "COCHA",
            "сосна",
            "іс",
            "Х. Омаров",
            "IT-компания",
            "5-i",
        ] {
            assert_eq!(in_one_script(text), text);
        }
    }
}
