//! The organisation of a position: inside it, or meant by its head noun.

use crate::reader::found::{FoundOrganisation, Phrase};
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;

/// The organisation inside a position, if the position names one: «облыстық мәслихаттың төрағасы».
pub(crate) fn of_position(lexed: &Lexed, phrase: Phrase) -> Option<FoundOrganisation> {
    let (start, end) = phrase;
    (start < end)
        .then(|| languages::at(lexed, end).organisation_in_position(lexed, phrase))
        .flatten()
}

/// The organisation that a bare head noun of a position means: «мәслихат хатшысы», «руководитель управления» after
/// «Кербұлақ аудандық мәслихаты», «управление спорта». The only one of its noun in the text, named before or not.
pub(crate) fn named_before(
    lexed: &Lexed,
    positions: &[Phrase],
    organisations: &[crate::release::Named],
) -> Option<String> {
    positions.iter().find_map(|(start, end)| {
        let language = languages::at(lexed, *end);
        let at = language.noun_of_body((*start, *end));
        if end == start || !language.is_organisation_head(lexed, at) {
            return None;
        }
        let noun = |word: &str| language.noun(&word.to_lowercase());
        let own = noun(&lexed.tokens[at].text);
        let mut fits = organisations.iter().filter(|named| {
            crate::text::token::words(&named.name).any(|word| noun(word.text) == own)
        });
        match (fits.next(), fits.next()) {
            (Some(one), None) => Some(one.name.clone()),
            _ => None,
        }
    })
}
