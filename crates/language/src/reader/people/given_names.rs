//! Which words are given names where they stand.

use crate::gazetteer::Kinds;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::name_words::is_tagged_person;

/// Whether a word is a given name by its paragraph's language.
pub(crate) fn given_like(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    // «Аким» is a man's name as well; in a release it is the office.
    let office = ["әкім", "аким"]
        .iter()
        .any(|office| token.lower.starts_with(office));
    !office && languages::at(lexed, at).is_given_name(token)
}

/// Whether a word of a capital may be an unknown given name: no head noun, no place, no common sentence opener.
pub(crate) fn unknown_given(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    let opens = at == lexed.sentence_of(at).start;
    !token.kinds.any(
        Kinds::POSITION_HEAD
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::PLACE_HEAD)
            .with(Kinds::COUNTRY)
            .with(Kinds::NATION)
            .with(Kinds::PERIOD)
            .with(Kinds::ORGANISATION)
            .with(Kinds::FACILITY_HEAD),
    ) && languages::at(lexed, at).may_be_unknown_name(token)
        && (!opens
            || is_tagged_person(token)
            || lexed
                .tokens
                .get(at + 2)
                .is_some_and(|next| !next.capital || next.sort != Sort::Word))
}
