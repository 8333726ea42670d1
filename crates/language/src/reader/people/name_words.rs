//! What a word may be in a name: given name, surname, patronymic, or nothing of the kind.

use crate::cases::kazakh::case_endings;
use crate::cases::surnames::{is_oblique_patronymic, is_oblique_surname};
use crate::gazetteer::Kinds;
use crate::names::kazakh::{is_given, is_inflected_surname, may_be_name};
use crate::reader::lex::token::{Sort, Token};

/// Whether a word is a noun of positions, bodies or places, or the name of one.
pub(crate) fn means_else(token: &Token) -> bool {
    token.kinds.any(
        Kinds::POSITION_HEAD
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::ORGANISATION)
            .with(Kinds::PLACE_HEAD)
            .with(Kinds::PLACE)
            .with(Kinds::COUNTRY)
            .with(Kinds::NATION)
            .with(Kinds::FACILITY_HEAD),
    )
}

pub(crate) fn is_name_word(token: &Token) -> bool {
    token.sort == Sort::Word && token.capital && token.text != "PhD" && !token.text.contains('.') && !token.text.contains(|c: char| c.is_numeric()) && token.text.chars().nth(1).is_some()
        // «ЖШС» and other abbreviations are no names; a title in capitals is none either.
        && token.text.chars().any(char::is_lowercase)
}

pub(crate) fn is_tagged_person(token: &Token) -> bool {
    token
        .tag
        .as_ref()
        .is_some_and(|(class, _)| class == "PERSON")
}

pub(crate) fn surname_like(token: &Token) -> bool {
    let place = token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::LANDSCAPE));
    (is_inflected_surname(&token.lower) || is_oblique_surname(&token.lower))
        && (!place || is_tagged_person(token))
        && !token.kinds.any(Kinds::ORGANISATION_HEAD)
}

/// «Викторовна», «Викторовнаға», «Ильича».
pub(crate) fn is_russian_patronymic(token: &Token) -> bool {
    let lower = token.lower.as_str();
    let ends = |bare: &str| {
        ["ович", "евич", "ьич", "овна", "евна", "ична"]
            .iter()
            .any(|own| bare.ends_with(own))
    };
    let plain = ["", "а", "у", "ем", "е"]
        .into_iter()
        .chain(case_endings())
        .any(|case| lower.strip_suffix(case).is_some_and(ends));
    let woman = ["ы", "е", "у", "ой"].iter().any(|case| {
        lower
            .strip_suffix(case)
            .is_some_and(|stem| ["овн", "евн", "ичн"].iter().any(|own| stem.ends_with(own)))
    });
    token.capital && (plain || woman)
}

pub(crate) fn patronymic_like(token: &Token) -> bool {
    let russian = is_oblique_patronymic(&token.lower);
    (token.kinds.any(Kinds::PATRONYMIC) || russian)
        && !["ская", "скии"]
            .iter()
            .any(|ending| token.folded.ends_with(ending))
}

/// Whether a word is a given name by the lists, or one of Kazakh form.
pub(crate) fn is_listed_given(token: &Token) -> bool {
    token.kinds.any(Kinds::GIVEN)
        || is_given(&token.lower)
        || may_be_name(&token.lower, token.kinds) && !surname_like(token)
}
