//! Words that may name a place.

use crate::gazetteer::Kinds;
use crate::reader::lex::token::{Sort, Token};

/// Whether a word may begin a place's name.
pub(crate) fn is_capital_word(token: &Token) -> bool {
    token.sort == Sort::Word
        && token.text != "PhD"
        && token.capital
        && token.text.chars().nth(1).is_some()
}

/// Whether the tagger takes a word for a place.
pub(crate) fn tagged_gpe(token: &Token) -> bool {
    token
        .tag
        .as_ref()
        .is_some_and(|(class, _)| class == "GPE" || class == "LOCATION")
}

/// Whether a word is on a list of places.
pub(crate) fn is_known_place(token: &Token) -> bool {
    token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::LANDSCAPE))
}

/// Names of places that are as often people's or common words.
pub(crate) fn is_ambiguous_place(token: &Token) -> bool {
    token.kinds.any(
        Kinds::GIVEN
            .with(Kinds::POSITION_HEAD)
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::PERIOD)
            .with(Kinds::NUMERAL),
    ) && !tagged_gpe(token)
        || [
            "алга",
            "есик",
            "темир",
            "маи",
            "жаксы",
            "достык",
            "сарыкол",
            "шет",
            "иле",
            "арал",
            "ескелди",
            "ушарал",
            "казан",
            "су",
        ]
        .contains(&token.folded.as_str())
            && !tagged_gpe(token)
}
