//! The organisation inside a Russian position.

use crate::gazetteer::Kinds;
use crate::reader::found::{FoundOrganisation, OrganisationSign, Phrase};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::ru::bodies::is_head;
use crate::reader::ru::organisation_name::russian_name;
use crate::reader::ru::organisations::russian_start;

/// The organisation inside a position of more than one word, if it names one: «директор городской библиотеки».
pub(crate) fn in_position(lexed: &Lexed, (start, end): Phrase) -> Option<FoundOrganisation> {
    let head = (start + 1..=end)
        .find(|at| is_head(lexed, *at) && !lexed.tokens[*at].kinds.any(Kinds::POSITION_HEAD));
    let first = match head {
        Some(head) => russian_start(lexed, head, start + 1),
        None => (start + 1..=end)
            .find(|at| lexed.tokens[*at].sort == Sort::Quote)
            .filter(|at| !is_award(&lexed.tokens[at - 1].lower))?,
    };
    let name = match head {
        Some(head) => russian_name(lexed, first, head, end),
        None => lexed.between(first, end),
    };
    let single = first == end && !lexed.tokens[first].capital;
    (!single).then_some(FoundOrganisation {
        first,
        last: end,
        name,
        by: OrganisationSign::Position,
    })
}

/// What a name in quotation marks is of that is no organisation: «лауреат премии «Алаш»».
fn is_award(lower: &str) -> bool {
    [
        "преми",
        "орден",
        "медал",
        "турнир",
        "конкурс",
        "проект",
        "программ",
        "акци",
        "фестивал",
        "звани",
        "роман",
        "спектакл",
    ]
    .iter()
    .any(|word| lower.starts_with(word))
}
