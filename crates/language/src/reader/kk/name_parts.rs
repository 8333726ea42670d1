//! The nominative of a name in Kazakh.

use crate::cases::kazakh::{Case, is_ending_of};
use crate::cases::surnames::is_surname;
use crate::names::kazakh::{is_given, kazakh_ending, nominative_kk};
use crate::reader::grammar::{NameParts, PartsAt};
use crate::reader::lex::lexed::Lexed;

/// A name's parts without the case of its last word.
pub(crate) fn nominative_of(lexed: &Lexed, parts: &PartsAt) -> NameParts {
    // only the last word of a name carries a case: «Ядвига Новицкаяның»
    let own = |by: Option<usize>| {
        let last = by.is_some_and(|by| by + 1 == parts.length);
        parts
            .text(lexed, by)
            .map(|word| if last { nominative(&word) } else { word })
    };
    let end = lexed.tokens.get(parts.first + parts.length - 1);
    NameParts {
        given: own(parts.given),
        surname: own(parts.surname),
        patronymic: own(parts.patronymic.filter(|by| Some(*by) != parts.surname)),
        inflected: end.is_some_and(|last| {
            kazakh_ending(&last.lower) > 0
                && !is_surname(&last.lower)
                && nominative(&last.text) != last.text
        }),
        ..NameParts::default()
    }
}

/// A name word in the nominative. A name on no list that ends like a locative or an ablative, which people seldom
/// stand in, or like a case behind a possessive, which no name has, is whole: «Баймолда», «Шаймардан», «Сүйін».
fn nominative(word: &str) -> String {
    let bare = nominative_kk(word);
    let lower = bare.to_lowercase();
    let cut = word.strip_prefix(bare.as_str()).unwrap_or_default();
    let seldom =
        matches!(cut, "н" | "на" | "не") || is_ending_of(cut, &[Case::Locative, Case::Ablative]);
    // «Шульга»: the Kazakh dative is -ға, not -га
    let foreign = matches!(cut, "га" | "ка");
    if (foreign || seldom) && !is_given(&lower) && !is_surname(&lower) {
        return word.to_owned();
    }
    bare
}
