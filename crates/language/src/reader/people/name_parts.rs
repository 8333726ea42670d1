//! A name's parts in the nominative.

use crate::names::kazakh::is_given;
use crate::reader::grammar::PartsAt;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_words::{patronymic_like, surname_like};

/// The parts of a name of so many words.
pub(crate) fn build_name(lexed: &Lexed, at: usize, length: usize, by: NameSign) -> Mention {
    let language = languages::at(lexed, at);
    let mut mention = Mention {
        first: at,
        last: at + length - 1,
        by,
        ..Mention::default()
    };
    let tokens = &lexed.tokens[at..at + length];
    let patronymic = (length > 1)
        .then(|| {
            (1..length).find(|&by| {
                patronymic_like(&tokens[by])
                    && (length == 3
                        || !surname_like(&tokens[by])
                        || tokens[by].lower.contains("ұлы")
                        || tokens[by].lower.contains("қызы"))
            })
        })
        .flatten();
    let others: Vec<usize> = (0..length).filter(|by| Some(*by) != patronymic).collect();
    let mut surname = others
        .iter()
        .copied()
        .find(|by| surname_like(&tokens[*by]))
        .or_else(|| {
            let by_form = |by: &usize| crate::cases::surnames::is_surname(&tokens[*by].lower);
            others.iter().copied().find(|by| length > 1 && by_form(by))
        });
    if length == 3 && patronymic == Some(1) {
        // «Валентина Сергеевна Горбунова»
        surname = Some(2);
    }
    if length == 2 && patronymic.is_none() && surname == Some(0) && surname_like(&tokens[1]) {
        surname = Some(1);
    }
    if surname.is_none() && patronymic.is_none() && length > 1 {
        surname = Some(length - 1);
    }
    if length == 3 && patronymic == Some(2) && surname.is_none() {
        // «Ким Валерий Иванович», «Нұрлан Бек Серікұлы»
        let second = is_given(&tokens[1].lower)
            && (!tokens[2].lower.contains("ұлы") || !is_given(&tokens[0].lower));
        surname = Some(usize::from(!second));
    }
    // «Людмила Аркадьевна» has a surname elsewhere
    let russian = patronymic.is_some_and(|by| {
        [
            "ич", "вна", "чна", "ича", "ичу", "ичем", "вны", "вне", "вну", "вной",
        ]
        .iter()
        .any(|ending| tokens[by].lower.ends_with(ending))
    });
    if length == 2
        && patronymic.is_some()
        && surname.is_none()
        && !(russian && language.habits().patronymic_is_no_surname)
    {
        // «Нұрсұлтан Әбішұлы»: the patronymic serves as surname.
        surname = patronymic;
    }
    let given = others.iter().copied().find(|by| Some(*by) != surname);
    mention.surname_first = surname == Some(0) && length > 1;
    mention.patronymic_inside = surname.is_some() && patronymic < surname;
    let parts = PartsAt {
        first: at,
        length,
        given,
        patronymic,
        surname,
    };
    let name = language.nominative_of(lexed, &parts);
    (mention.given, mention.patronymic, mention.surname) =
        (name.given, name.patronymic, name.surname);
    mention.cases = name.cases;
    mention.inflected = name.inflected;
    mention
}
