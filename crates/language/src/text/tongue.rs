//! Which language a text is in.

use crate::text::fold::fold;
use crate::text::kazakh_forms::is_known;
use crate::text::token::words;
use crate::word_list::{WordList, word_list};

/// Frequent Kazakh words without a Kazakh letter of their own or typed without it, folded.
static KAZAKH: WordList = word_list!("kk/telling-words");

/// Frequent Russian words, folded.
static RUSSIAN: WordList = word_list!("ru/telling-words");

/// Endings that Russian words have and Kazakh ones have not, folded.
static RUSSIAN_ENDINGS: WordList = word_list!("ru/telling-endings");

/// Frequent English words.
static ENGLISH: WordList = word_list!("en/telling-words");

/// Frequent words of Kazakh in its Latin alphabets, folded.
static KAZAKH_LATIN: WordList = word_list!("kk/telling-words-latin");

/// Words of a text that are looked at; a release has a thousand.
const SAMPLE: usize = 20_000;

/// The language of a text by its letters and frequent words: `kk` (Kazakh in Cyrillic), `kk-Latn`, `ru`, `en`;
/// of a mixed text the one that has more of it; of a book its beginning counts. `None` where too little speaks for any, as in numbers, a bare
/// name or another language.
pub fn language(text: &str) -> Option<&'static str> {
    let mut votes = Votes::default();
    for word in words(text).take(SAMPLE) {
        votes.count(word.text);
    }
    if votes.may_be_typed_in_russian() {
        let lower = words(text)
            .take(SAMPLE)
            .map(|word| word.text.to_lowercase());
        let known = lower.filter(|lower| is_known(lower)).count();
        if known * 2 >= votes.cyrillic {
            votes.kazakh = known;
        }
    }
    votes.winner()
}

/// Of so few words none is counted twice.
const FEW: usize = 6;

#[derive(Default)]
struct Votes {
    cyrillic: usize,
    latin: usize,
    kazakh: usize,
    /// Of those the words that have a Kazakh letter.
    kazakh_letters: usize,
    russian: usize,
    other_cyrillic: usize,
    kazakh_latin: usize,
    english: usize,
}

impl Votes {
    fn count(&mut self, word: &str) {
        let folded = fold(word);
        match folded.chars().next() {
            Some('а'..='я' | 'є' | 'ђ' | 'ј' | 'љ'..='џ') => {
                self.cyrillic += 1;
                if word.contains(is_neighbours_letter) {
                    self.other_cyrillic += 1;
                } else if word.contains(is_kazakh_letter) {
                    self.kazakh += 1;
                    self.kazakh_letters += 1;
                } else if KAZAKH.has(&folded) {
                    self.kazakh += 1;
                } else if RUSSIAN.has(&folded) || ends_like_russian(&folded) {
                    self.russian += 1;
                }
            }
            Some('a'..='z') => {
                self.latin += 1;
                if is_latin_kazakh(word, &folded) || KAZAKH_LATIN.has(&folded) {
                    self.kazakh_latin += 1;
                } else if ENGLISH.has(&folded) {
                    self.english += 1;
                }
            }
            _ => {}
        }
    }

    /// Whether a text without a Kazakh letter may be Kazakh all the same: few of its words are Russian for certain. Then
    /// its known words count, if they are half of it.
    fn may_be_typed_in_russian(&self) -> bool {
        self.kazakh_letters == 0
            && self.cyrillic > FEW
            && self.russian * 4 < self.cyrillic
            && self.other_cyrillic == 0
    }

    fn winner(&self) -> Option<&'static str> {
        if self.cyrillic >= self.latin {
            // Six Kazakh words in ten show it, four Russian ones: the weights make mixed texts comparable.
            let (kazakh, russian) = (self.kazakh * 2, self.russian * 3);
            if self.other_cyrillic * 10 > self.cyrillic || kazakh == russian {
                None
            } else if kazakh > russian {
                Some("kk")
            } else {
                Some("ru")
            }
        } else if self.kazakh_latin * 10 >= self.latin && self.kazakh_latin > self.english {
            Some("kk-Latn")
        } else if self.english * 10 >= self.latin {
            Some("en")
        } else {
            None
        }
    }
}

/// Which language's grammar a paragraph is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// Also where the language cannot be told, and in Latin letters.
    Kazakh,
    Russian,
    English,
}

impl Tongue {
    /// Of a language by its code.
    pub fn of(language: Option<&str>) -> Tongue {
        match language {
            Some("ru") => Tongue::Russian,
            Some("en") => Tongue::English,
            _ => Tongue::Kazakh,
        }
    }
}

fn ends_like_russian(folded: &str) -> bool {
    folded.chars().nth(4).is_some() && RUSSIAN_ENDINGS.ends(folded)
}

/// Whether a letter is Kazakh and not Russian.
pub(crate) fn is_kazakh_letter(c: char) -> bool {
    "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c)
}

/// Letters of Ukrainian, Belarusian, Serbian and Macedonian, whose і would else pass for Kazakh.
fn is_neighbours_letter(c: char) -> bool {
    "їєґўђјљњћџѓќѕЇЄҐЎЂЈЉЊЋЏЃЌЅ".contains(c)
}

/// Letters of the Latin Kazakh alphabets of 2018 and 2021 that Turkish lacks, and q without u.
fn is_latin_kazakh(word: &str, folded: &str) -> bool {
    word.to_lowercase().contains(['ä', 'ñ', 'ń', 'ǵ', 'ū', 'ý'])
        || folded
            .match_indices('q')
            .any(|(at, _)| !folded[at + 1..].starts_with('u'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_language_is_told() {
        for (text, expected) in [
            (
                "Облыс орталығында жаңа мектеп ашылды, оған ұстаздар қатысты.",
                "kk",
            ),
            (
                "Облыс орталыгында жана мектеп ашылды деп айтты аким, осы туралы болып отти.",
                "kk",
            ),
            ("Мектеп ашылды", "kk?"),
            (
                "В областном центре открыли новую школу, в которой будут учиться дети.",
                "ru",
            ),
            (
                "Глава региона провёл совещание по вопросам образования в Талдықорғане с участием Қасымова",
                "ru",
            ),
            (
                "The governor opened a new school in the centre of the region.",
                "en",
            ),
            (
                "Oblys ortalyǵynda jańa mektep ashyldy, oǵan ustazdar men ata-analar qatysty.",
                "kk-Latn",
            ),
            (
                "Oblys ortalyğynda jaña mektep aşyldy, oğan ūstazdar men ata-analar qatysty.",
                "kk-Latn",
            ),
        ] {
            let expected = (!expected.ends_with('?')).then_some(expected);
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn of_a_mixed_text_the_greater_part_counts() {
        let kazakh = "Облыс әкімі жаңа мектептің құрылысын көріп, ұстаздармен кездесті. ";
        let russian = "Аким области осмотрел строительство новой школы и встретился с учителями. ";
        assert_eq!(
            language(&format!("{}{russian}", kazakh.repeat(3))),
            Some("kk")
        );
        assert_eq!(
            language(&format!("{kazakh}{}", russian.repeat(3))),
            Some("ru")
        );
    }

    #[test]
    fn too_little_or_another_language_is_none() {
        for text in [
            "",
            "12.05.2026 № 5",
            "Омаров",
            "Школу відкрили вчора, її відвідали діти, є й батьки з усієї області.",
            "Die Schule wurde gestern eröffnet",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_one_of_the_answers(text in any::<String>()) {
            prop_assert!(matches!(language(&text), None | Some("kk" | "kk-Latn" | "ru" | "en")));
        }
    }
}
