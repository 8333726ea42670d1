//! Forms of Kazakh words that are known: which words are common nouns and verbs, and how a word is spelled that was
//! typed with Russian letters.

use crate::cases::stem::stem_kk;
use crate::gazetteer;
use crate::text::kazakh_forms::{FORMS, key_of, may_be_typed_as};
use std::collections::HashSet;
use std::sync::OnceLock;

/// A known word tells how another begins where they share so many letters.
const SHARED: usize = 3;

/// Whether a Kazakh word in small letters is no name by itself: some form of it stands in small letters in print.
pub(crate) fn is_common(lower: &str) -> bool {
    static STEMS: OnceLock<HashSet<String>> = OnceLock::new();
    let stems = STEMS.get_or_init(|| FORMS.iter().map(stem_kk).collect());
    FORMS.has(lower) || stems.contains(&stem_kk(lower))
}

/// A Kazakh word in small letters that was typed with Russian letters, with its own: «акими» is «әкімі». What no known
/// word tells is spelled by vowel harmony behind what one tells; a word like no other stays.
pub(crate) fn respell(lower: &str) -> String {
    for (typed, own) in [("улы", "ұлы"), ("кызы", "қызы"), ("кизи", "қызы")] {
        // «Бекулы», «Бекулынын»: a patronymic has the word for son or daughter as it is
        if let Some((father, ending)) = lower
            .split_once(typed)
            .filter(|(father, _)| father.len() > 4)
        {
            return format!("{}{own}{ending}", respell(father));
        }
    }
    let key = key_of(lower);
    let all = spellings();
    let at = all.partition_point(|(own, _)| *own < key);
    let typed: Vec<char> = lower.chars().collect();
    // words that share a beginning stand side by side
    let near = all.iter().skip(at.saturating_sub(2)).take(5);
    let shared = |form: &str| {
        let pairs = form.chars().zip(&typed);
        pairs
            .take_while(|(own, typed)| may_be_typed_as(*own, **typed))
            .count()
    };
    let best = near
        .map(|(_, form)| (shared(form), form))
        .max_by_key(|(shared, form)| (*shared, form.chars().count() == typed.len()));
    let Some((shared, form)) = best.filter(|(shared, _)| *shared >= SHARED.min(typed.len())) else {
        return lower.to_owned();
    };
    let mut spelled: Vec<char> = form.chars().take(shared).collect();
    let rest = typed.get(shared..).unwrap_or_default();
    for (number, c) in rest.iter().enumerate() {
        let front = is_front(&spelled);
        let last = number + 1 == rest.len();
        let genitive = last && matches!(spelled[..], [.., 'н' | 'д' | 'т', 'ы' | 'і']);
        spelled.push(match c {
            'и' => 'і',
            'ы' if front => 'і',
            'к' if !front => 'қ',
            'г' if !front => 'ғ',
            'н' if genitive => 'ң',
            own => *own,
        });
    }
    spelled.into_iter().collect()
}

/// Whether the last vowel is one of those behind which endings have і, к and г.
fn is_front(letters: &[char]) -> bool {
    let vowels = letters.iter().rev().filter(|c| "аәеоөұүыіэ".contains(**c));
    vowels.take(1).any(|c| "әеөүіэ".contains(*c))
}

/// Known forms by what all ways to type them share, in order.
fn spellings() -> &'static [(String, String)] {
    static SPELLINGS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    SPELLINGS.get_or_init(|| {
        let listed = gazetteer::entries().flat_map(str::split_whitespace);
        let forms = FORMS.iter().chain(listed).map(str::to_lowercase);
        let mut all: Vec<(String, String)> = forms.map(|form| (key_of(&form), form)).collect();
        all.sort();
        all.dedup();
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_typed_with_russian_letters_is_spelled() {
        for (typed, word) in [
            ("акими", "әкімі"),
            ("акымы", "әкімі"),
            ("казакстан", "қазақстан"),
            ("облысынын", "облысының"),
            ("торагасы", "төрағасы"),
            ("муражайынын", "мұражайының"),
            ("мектеп", "мектеп"),
            ("зшщ", "зшщ"),
        ] {
            assert_eq!(respell(typed), word, "{typed}");
        }
    }
}
