//! Names of people in Kazakh text: their form, and their nominative.

use crate::cases::kazakh::case_endings;
use crate::cases::stem::stem_kk;
use crate::cases::surnames::{KAZAKH_PATRONYMICS, ends_with_any, is_surname};
use crate::gazetteer::{self, Kinds};
use crate::text::fold::fold;
use crate::text::latin::cyrillic;

/// Case endings typed with Russian letters.
const TYPED: [&str; 14] = [
    "ндагы",
    "ндеги",
    "нын",
    "нин",
    "дын",
    "дин",
    "тын",
    "тин",
    "га",
    "ка",
    "ни",
    "ди",
    "ти",
    "ги",
];

/// Endings that a name in Kazakh may have, without regard to harmony; the longer ones first.
fn endings() -> impl Iterator<Item = &'static str> + Clone {
    let own = ["ндағы", "ндегі"].into_iter().chain(case_endings());
    own.chain(TYPED)
}

/// Whether a word in lower case is a surname or patronymic in a Kazakh case: Исабаевтың, Есімұлына.
pub(crate) fn is_inflected_surname(lower: &str) -> bool {
    is_surname(lower) || without_case(lower).is_some_and(is_surname)
}

fn without_case(lower: &str) -> Option<&str> {
    patronymic_without_case(lower).or_else(|| {
        endings().find_map(|ending| lower.strip_suffix(ending).filter(|rest| is_surname(rest)))
    })
}

/// A patronymic in a case without its ending: Есімұлы of Есімұлына and Есімұлын, though -ын and -ына also end
/// surnames.
fn patronymic_without_case(lower: &str) -> Option<&str> {
    endings().chain(["н"]).find_map(|ending| {
        let rest = lower.strip_suffix(ending)?;
        ends_with_any(rest, &KAZAKH_PATRONYMICS).then_some(rest)
    })
}

/// A name on no list whose last vowel is ә, without its case ending. That vowel folds to а, and with it goes the
/// harmony that the ending is told by: Біләлдің.
fn front_without_case(lower: &str) -> Option<&str> {
    const VOWELS: &str = "аәеёиоөуұүыіэюя";
    endings().find_map(|ending| {
        let rest = lower.strip_suffix(ending)?;
        let last = rest.chars().rev().find(|c| VOWELS.contains(*c))?;
        let whole = rest.chars().nth(3).is_some() && last == 'ә' && !rest.ends_with('ә');
        whole.then_some(rest)
    })
}

/// How many chars of a Kazakh name are its case ending: 4 of Исабаевтың, none of Исабаева. `lower` is the word in
/// Cyrillic and lower case.
pub(crate) fn kazakh_ending(lower: &str) -> usize {
    if let Some(rest) = patronymic_without_case(lower) {
        return lower.chars().count() - rest.chars().count();
    }
    // «Аскаровтын»: the ending typed with Russian letters looks like that of a surname
    let typed = ["нын", "нин", "дын", "дин", "тын", "тин"];
    let typed = typed.iter().filter_map(|ending| lower.strip_suffix(ending));
    if let Some(rest) = typed
        .into_iter()
        .find(|rest| rest.ends_with('в') && is_surname(rest))
    {
        return lower.chars().count() - rest.chars().count();
    }
    if is_surname(lower) || is_given(lower) || is_compound(lower) {
        return 0;
    }
    if let Some(rest) = without_case(lower) {
        return lower.chars().count() - rest.chars().count();
    }
    let given = endings()
        .filter_map(|ending| lower.strip_suffix(ending))
        .find(|rest| is_given(rest));
    if let Some(rest) = given {
        return lower.chars().count() - rest.chars().count();
    }
    if let Some(rest) = front_without_case(lower) {
        return lower.chars().count() - rest.chars().count();
    }
    // Neither a known name nor a form of one: the rules of the language, on the folded word.
    let folded = fold(lower);
    match crate::cases::kazakh::without_case(&folded) {
        Some(rest) if rest.chars().nth(3).is_some() => {
            folded.chars().count() - rest.chars().count()
        }
        _ => 0,
    }
}

/// Whether a name's end that looks like a case is its own: names that close with a verb (Сатыбалды, Жанкелді,
/// Құдайберді) or with -ділда (Байділда, Әбілда).
fn is_compound(lower: &str) -> bool {
    let folded = fold(lower);
    [
        "балды",
        "келди",
        "гелди",
        "берди",
        "болды",
        "турды",
        "калды",
        "дилда",
        "билда",
    ]
    .iter()
    .any(|end| {
        folded.strip_suffix(end).is_some_and(|rest| {
            rest.chars().nth(1).is_some() || *end == "билда" && !rest.is_empty()
        })
    })
}

/// Whether a word in lower case is a given name of the list, to the letter.
pub(crate) fn is_given(lower: &str) -> bool {
    gazetteer::is_given(lower)
}

/// A Kazakh name word without its case ending, as printed otherwise.
pub fn nominative_kk(word: &str) -> String {
    let ending = kazakh_ending(&cyrillic(word));
    let length = word.chars().count();
    word.chars().take(length.saturating_sub(ending)).collect()
}

/// Whether a word may be part of a person's name by the lists or by its form.
pub(crate) fn may_be_name(lower: &str, kinds: Kinds) -> bool {
    kinds.any(Kinds::GIVEN) || is_inflected_surname(lower) || is_given(&fold_stem(lower))
}

fn fold_stem(lower: &str) -> String {
    stem_kk(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_cases_fall_from_names() {
        for (form, name) in [
            ("Қожагелді", "Қожагелді"),
            ("Исабаевтың", "Исабаев"),
            ("Исабаевқа", "Исабаев"),
            ("Исабаевпен", "Исабаев"),
            ("Исабаев", "Исабаев"),
            ("Исабаеваны", "Исабаева"),
            ("Екатерина", "Екатерина"),
            ("Пушкинге", "Пушкин"),
            ("Есімұлына", "Есімұлы"),
            ("Есімұлын", "Есімұлы"),
            ("Есімқызының", "Есімқызы"),
            ("Сәулеге", "Сәуле"),
            ("Isabaevtyñ", "Isabaev"),
            ("Аскаровтын", "Аскаров"),
            ("Есимулынын", "Есимулы"),
        ] {
            assert_eq!(nominative_kk(form), name, "{form}");
        }
    }
}
