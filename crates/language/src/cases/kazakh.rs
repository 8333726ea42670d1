//! Kazakh noun endings, on folded words (see [`crate::fold`]): which ending may follow which sound.
//!
//! Folding comes first so that a word typed without Kazakh letters meets the same word typed with them.
//! What is lost with the letters (ә is а, і and й are и) is treated as open; the rest of vowel harmony and
//! of the consonant rules is kept, and does most of the work: «та» follows «облыс», never «қала».
//! Source of the rules: the standard paradigms of Kazakh school grammar.

use crate::word_list::{WordList, word_list};

/// The fewest letters that a stem keeps, apart from [`SHORT_NOUNS`].
const MIN_STEM: usize = 3;

/// Nouns of two letters, folded: ел, ер, үй, ұл, іс, ай, ой, ән, ат, өз, іш, үн, оқ, от, су, ту.
static SHORT_NOUNS: WordList = word_list!("kk/short-nouns");

/// Words that look inflected and are not. They are common enough that a wrong stem would spoil a search:
/// Қарағанды must not meet «қара», оқиға (event) not «оқ».
static WHOLE: WordList = word_list!("kk/whole-words");

// Classes of the sound before an ending.
const VOWEL: u8 = 1;
const GLIDE: u8 = 2;
const NASAL: u8 = 4;
const L: u8 = 8;
const R: u8 = 16;
const BUZZ: u8 = 32;
const HARD: u8 = 64;
const ANY_SOFT: u8 = VOWEL | GLIDE | NASAL | L | R | BUZZ;
/// Not a sound: the ending follows a possessive of the third person (қызметі-нде).
const POSSESSED: u8 = 128;

/// The cases that have an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Genitive,
    Dative,
    Accusative,
    Locative,
    Ablative,
    Instrumental,
}

/// A case ending: its case, its letters, the same folded, the sounds that it may follow.
type CaseEnding = (Case, &'static str, &'static str, u8);

/// Every case ending; of two of which one ends the other the longer one first.
#[rustfmt::skip]
const CASES: [CaseEnding; 36] = [
    (Case::Instrumental, "менен", "менен", VOWEL | GLIDE | NASAL | L | R),
    (Case::Instrumental, "бенен", "бенен", BUZZ),
    (Case::Instrumental, "пенен", "пенен", HARD),
    (Case::Genitive, "ның", "нын", VOWEL | GLIDE | NASAL),
    (Case::Genitive, "нің", "нин", VOWEL | GLIDE | NASAL),
    (Case::Genitive, "дың", "дын", GLIDE | L | R | BUZZ),
    (Case::Genitive, "дің", "дин", GLIDE | L | R | BUZZ),
    (Case::Genitive, "тың", "тын", HARD),
    (Case::Genitive, "тің", "тин", HARD),
    (Case::Locative, "нда", "нда", POSSESSED),
    (Case::Locative, "нде", "нде", POSSESSED),
    (Case::Ablative, "нан", "нан", NASAL | POSSESSED),
    (Case::Ablative, "нен", "нен", NASAL | POSSESSED),
    (Case::Ablative, "дан", "дан", VOWEL | GLIDE | L | R | BUZZ),
    (Case::Ablative, "ден", "ден", VOWEL | GLIDE | L | R | BUZZ),
    (Case::Ablative, "тан", "тан", HARD),
    (Case::Ablative, "тен", "тен", HARD),
    (Case::Instrumental, "мен", "мен", VOWEL | GLIDE | NASAL | L | R),
    (Case::Instrumental, "бен", "бен", BUZZ),
    (Case::Instrumental, "пен", "пен", HARD),
    (Case::Accusative, "ны", "ны", VOWEL | GLIDE),
    (Case::Accusative, "ні", "ни", VOWEL | GLIDE),
    (Case::Accusative, "ды", "ды", GLIDE | NASAL | L | R | BUZZ),
    (Case::Accusative, "ді", "ди", GLIDE | NASAL | L | R | BUZZ),
    (Case::Accusative, "ты", "ты", HARD),
    (Case::Accusative, "ті", "ти", HARD),
    (Case::Dative, "ға", "га", ANY_SOFT),
    (Case::Dative, "ге", "ге", ANY_SOFT),
    (Case::Dative, "қа", "ка", HARD),
    (Case::Dative, "ке", "ке", HARD),
    (Case::Dative, "на", "на", POSSESSED),
    (Case::Dative, "не", "не", POSSESSED),
    (Case::Locative, "да", "да", ANY_SOFT),
    (Case::Locative, "де", "де", ANY_SOFT),
    (Case::Locative, "та", "та", HARD),
    (Case::Locative, "те", "те", HARD),
];

/// The endings of all cases in their letters, the longer ones first.
pub(crate) fn case_endings() -> impl Iterator<Item = &'static str> + Clone {
    CASES.iter().map(|(_, letters, ..)| *letters)
}

/// Whether a word in lower case ends like one of these cases, whatever stands before the ending.
pub(crate) fn ends_like(lower: &str, cases: &[Case]) -> bool {
    let of_these = |ending: &&CaseEnding| cases.contains(&ending.0);
    CASES
        .iter()
        .filter(of_these)
        .any(|(_, letters, ..)| lower.ends_with(letters))
}

/// Whether some letters are an ending of one of these cases.
pub(crate) fn is_ending_of(letters: &str, cases: &[Case]) -> bool {
    CASES
        .iter()
        .any(|(case, own, ..)| *own == letters && cases.contains(case))
}

/// Whether a word in lower case ends like what a place is made an adjective with: өңір-дегі, Астана-дағы.
pub(crate) fn ends_like_relation(lower: &str) -> bool {
    RELATIONS
        .iter()
        .any(|(letters, ..)| letters.chars().nth(3).is_some() && lower.ends_with(letters))
}

/// Endings that make an adjective of a case or a time, as letters, folded, and with the sounds that they may follow:
/// өңір-дегі, жыл-ғы.
pub(crate) const RELATIONS: [(&str, &str, u8); 8] = [
    ("ндағы", "ндагы", POSSESSED),
    ("ндегі", "ндеги", POSSESSED),
    ("дағы", "дагы", ANY_SOFT),
    ("дегі", "деги", ANY_SOFT),
    ("тағы", "тагы", HARD),
    ("тегі", "теги", HARD),
    ("ғы", "гы", NASAL | L | R | BUZZ),
    ("гі", "ги", NASAL | L | R | BUZZ),
];

const PLURALS: [(&str, u8); 6] = [
    ("лар", VOWEL | GLIDE | R),
    ("лер", VOWEL | GLIDE | R),
    ("дар", NASAL | L | BUZZ),
    ("дер", NASAL | L | BUZZ),
    ("тар", HARD),
    ("тер", HARD),
];

/// Possessives of «our» and «your»: after a consonant, then after a vowel.
const OURS: [(&str, u8); 8] = [
    ("ымыз", GLIDE | NASAL | L | R | BUZZ | HARD),
    ("имиз", GLIDE | NASAL | L | R | BUZZ | HARD),
    ("ыныз", GLIDE | NASAL | L | R | BUZZ | HARD),
    ("иниз", GLIDE | NASAL | L | R | BUZZ | HARD),
    ("мыз", VOWEL),
    ("миз", VOWEL),
    ("ныз", VOWEL),
    ("низ", VOWEL),
];

/// «My» and «your», which only a plural before them tells from the end of a noun (білім, ғылым).
const MINE: [&str; 4] = ["ым", "им", "ын", "ин"];

/// Nouns in a vowel and с whose possessive looks like that of a noun in a vowel: кеңес-і, not кеңе-сі.
static IN_S: WordList = word_list!("kk/nouns-in-s");

/// Nouns in ы or і, apart from those in -шы and -ші: ақы, желі, белгі, иесі's like.
#[rustfmt::skip]
const IN_Y: [&str; 5] = [
    "акы", "жели", "белги", "сери", "тарихи",
];

/// The word without its case ending, if it has one that may stand there.
pub(crate) fn without_case(word: &str) -> Option<&str> {
    if is_whole(word) {
        return None;
    }
    // The accusative after a possessive: кітабы-н. Without a possessive it is part of the noun: жиын.
    let possessed = word
        .strip_suffix('н')
        .filter(|rest| rest.ends_with(['ы', 'и']));
    let owned = possessed.and_then(without_possessive);
    if owned.is_some_and(is_whole) {
        // жиынын is жиын-ы-н, not «жиы-нын».
        return possessed;
    }
    without_any(
        word,
        &CASES.iter().map(|(.., folded, after)| (*folded, *after)),
    )
    .or(possessed.filter(|_| owned.is_some()))
}

/// The word without an ending such as -дағы or -ғы.
pub(crate) fn without_relation(word: &str) -> Option<&str> {
    without_any(
        word,
        &RELATIONS.iter().map(|(_, folded, after)| (*folded, *after)),
    )
}

/// The word without its plural ending.
pub(crate) fn without_plural(word: &str) -> Option<&str> {
    without_any(word, &PLURALS.into_iter())
}

/// The word without its possessive ending.
pub(crate) fn without_possessive(word: &str) -> Option<&str> {
    if let Some(rest) = without_any(word, &OURS.into_iter()) {
        return Some(rest);
    }
    if let Some(rest) = MINE.iter().find_map(|mine| word.strip_suffix(mine))
        && without_plural(rest).is_some()
    {
        return Some(rest);
    }
    let rest = word.strip_suffix(['ы', 'и'])?;
    let front = word.ends_with('и');
    if let Some(vocalic) = rest.strip_suffix('с')
        && is_stem(vocalic)
        && harmonious(vocalic, front)
        && takes_sy(vocalic, rest)
    {
        return Some(vocalic);
    }
    let fits = sound_before(rest) & VOWEL == 0 || sound_before(rest) & GLIDE != 0;
    // Loans lose their ь before the possessive: медаль, медалі.
    let harmonious = harmonious(rest, front) || (front && rest.ends_with(['л', 'р']));
    (fits && is_stem(rest) && harmonious).then_some(rest)
}

/// Whether the word is an ending and nothing else, as after a hyphen or a closing quote: ҚР-ның, «Ерлік»тің.
pub(crate) fn is_bare_case(word: &str) -> bool {
    CASES.iter().any(|(_, _, folded, _)| *folded == word)
}

/// Whether the word is one that only looks inflected.
pub(crate) fn is_whole(word: &str) -> bool {
    WHOLE.has(word)
}

fn without_any<'w>(
    word: &'w str,
    endings: &(impl Iterator<Item = (&'static str, u8)> + Clone),
) -> Option<&'w str> {
    // most endings differ in their last byte, which is soon told
    let last = word.as_bytes().last();
    let fitting = || {
        endings.clone().filter_map(move |(ending, after)| {
            let rest = match ending.as_bytes().last() == last {
                true => word.strip_suffix(ending)?,
                false => return None,
            };
            follows(rest, ending, after).then_some(rest)
        })
    };
    // «Қарағандыда»: where one reading leaves a known word, it is the right one.
    fitting()
        .find(|rest| is_whole(rest))
        .or_else(|| fitting().next())
}

fn follows(rest: &str, ending: &str, after: u8) -> bool {
    if !is_stem(rest) {
        return false;
    }
    let front = match ending.chars().find(|&c| is_vowel(c)) {
        // Instrumental endings know no harmony.
        _ if ending.ends_with("ен") && ending.starts_with(['м', 'б', 'п']) => None,
        vowel => vowel.map(|v| matches!(v, 'е' | 'и')),
    };
    let possessed = after & POSSESSED != 0
        && rest.ends_with(if front == Some(true) { 'и' } else { 'ы' })
        && without_possessive(rest).is_some();
    possessed
        || (sound_before(rest) & after & !POSSESSED != 0
            && front.is_none_or(|front| harmonious(rest, front)))
}

fn is_stem(rest: &str) -> bool {
    (rest.chars().nth(MIN_STEM - 1).is_some() && rest.contains(is_vowel)) || SHORT_NOUNS.has(rest)
}

/// Whether the possessive of a noun that would end in the vowel is -сы (`vocalic` + сы), rather than -ы on a
/// noun in с (`in_s` + ы).
fn takes_sy(vocalic: &str, in_s: &str) -> bool {
    match vocalic.chars().next_back() {
        _ if is_whole(vocalic) => true,
        // Nouns in -ыс are made from verbs without end; nouns in -ы are mostly trades.
        Some('ы' | 'и') => {
            vocalic.ends_with("шы") || vocalic.ends_with("ши") || ends_with_any(vocalic, &IN_Y)
        }
        // After у the possessive is a bare -ы (оқуы), so the с is the noun's: корпус, статус.
        Some('у') => false,
        Some(c) => is_vowel(c) && !IN_S.ends(in_s),
        None => false,
    }
}

fn ends_with_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// The classes to which the last sound may belong.
fn sound_before(stem: &str) -> u8 {
    match stem.chars().next_back() {
        Some('а' | 'е' | 'о' | 'ы' | 'э' | 'я' | 'ю') => VOWEL,
        // Folded и is й as well; у is the semivowel too.
        Some('и' | 'у') => VOWEL | GLIDE,
        Some('м' | 'н') => NASAL,
        Some('л') => L,
        Some('р') => R,
        Some('з' | 'ж') => BUZZ,
        Some('п' | 'т' | 'с' | 'к' | 'ш' | 'ф' | 'х' | 'ц' | 'ч' | 'щ') => HARD,
        // Devoiced at the end of a loan or a surname (Исабаев-тың); folded г is ғ too.
        Some('б' | 'в' | 'г' | 'д') => HARD,
        // After ь, ъ, a digit or a Latin letter the sound is anyone's guess.
        _ => !POSSESSED,
    }
}

/// Whether an ending with a front or back vowel may follow the stem.
fn harmonious(stem: &str, front: bool) -> bool {
    let mut vowels = stem.chars().rev().filter(|&c| is_vowel(c));
    match vowels.next() {
        Some('ы') => !front,
        // A lone а may be ә or foreign (банк-ке), and ь softens (медаль-дің).
        Some('а' | 'я') => !front || stem.ends_with('ь') || vowels.next().is_none(),
        // Исабаев-тың: the surname's ending is Russian, its harmony that of the root.
        Some('е' | 'э') => front || stem.ends_with("ев"),
        _ => true,
    }
}

pub(crate) fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_follows_only_the_sounds_it_can() {
        assert_eq!(without_case("облыста"), Some("облыс"));
        assert_eq!(without_case("жобанын"), Some("жоба"));
        assert_eq!(without_case("палатада"), Some("палата"));
        assert_eq!(without_case("калата"), None);
        assert_eq!(without_case("исабаевтын"), Some("исабаев"));
        assert_eq!(without_case("екатерина"), None);
        assert_eq!(without_plural("павлодар"), None);
        assert_eq!(without_plural("азаматтар"), Some("азамат"));
    }

    #[test]
    fn the_long_locative_needs_a_possessive() {
        assert_eq!(without_case("кызметинде"), Some("кызмети"));
        assert_eq!(without_case("казакстанда"), Some("казакстан"));
        assert_eq!(without_case("орында"), Some("орын"));
        assert_eq!(without_case("елинде"), Some("ели"));
    }

    #[test]
    fn possessives_of_nouns_in_s_and_in_vowels() {
        for (word, stem) in [
            ("облысы", "облыс"),
            ("кенеси", "кенес"),
            ("мушеси", "муше"),
            ("жетекшиси", "жетекши"),
            ("балалары", "балалар"),
            ("балаларым", "балалар"),
            ("мекемемиз", "мекеме"),
            ("статусы", "статус"),
            ("баскаруы", "баскару"),
            ("желиси", "жели"),
        ] {
            assert_eq!(without_possessive(word), Some(stem), "{word}");
        }
        for word in ["партия", "ресеи", "ак", "билим"] {
            assert_eq!(without_possessive(word), None, "{word}");
        }
    }
}
