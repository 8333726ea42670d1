//! The organisation inside a Kazakh position.

use crate::gazetteer::Kinds;
use crate::reader::found::{FoundOrganisation, OrganisationSign, Phrase};
use crate::reader::kk::bodies::{is_board, is_head, is_letters};
use crate::reader::kk::nominative::nominative;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::{closes, opening};
use crate::reader::organisations::words::{is_level, opens_sentence};

/// The organisation inside a position of more than one word, if it names one: «облыстық мәслихаттың төрағасы».
pub(crate) fn in_position(lexed: &Lexed, (start, end): Phrase) -> Option<FoundOrganisation> {
    // «осы комитеттің мүшесі»
    let start = start + usize::from(lexed.tokens[start].folded == "осы");
    let mut heads = (start..end)
        .rev()
        .filter(|at| is_head(lexed, *at) && !is_board(lexed, *at))
        // «Кеңес ауылдық округінің әкімі»
        .filter(|at| {
            !lexed.tokens[*at].capital
                || !lexed.tokens[*at + 1].folded.starts_with("ауылдык")
                    && !lexed.tokens[*at + 1].folded.starts_with("ауыл")
        })
        // «қоғам қайраткері»
        .filter(|at| lexed.tokens[*at].folded != "когам");
    let head = heads.next();
    // «департаментінің бөлім басшысы»: the department
    let head = match head {
        Some(unit) if unit + 1 == end && is_unit(lexed, unit) => heads.next().or(head),
        _ => head,
    };
    let last = match head {
        Some(head) => head,
        // «Қазпошта» директоры; what is between «Құрмет» and «иегері» is an order, not an organisation.
        None => (start..end)
            .rev()
            .find(|at| is_letters(&lexed.tokens[*at]))
            .or(Some(end - 1).filter(|at| closes(lexed, *at) && !is_holder(lexed, end)))?,
    };
    let first = match head {
        Some(_) => start,
        None if lexed.tokens[last].sort == Sort::Word => start,
        None => opening(lexed, last, start, 14)?,
    };
    // A bare «бірлестік», and one that has a capital only because it begins the sentence, names nothing.
    let single = first == last
        && !is_letters(&lexed.tokens[last])
        && (!lexed.tokens[last].capital || opens_sentence(lexed, first))
        && !lexed.tokens[last].kinds.any(Kinds::ORGANISATION);
    // «патрульдік полиция қызметкері»
    let police = lexed.tokens[last].folded == "полиция"
        && !lexed.tokens[first..=last]
            .iter()
            .any(|token| token.capital || is_level(token));
    // «АҚ» is a form, not a name
    let form = first == last
        && is_head(lexed, last)
        && !lexed.tokens[last].text.contains(char::is_lowercase);
    (!single && !form && !police).then(|| FoundOrganisation {
        first,
        last,
        name: nominative(lexed, first, last),
        by: OrganisationSign::Position,
    })
}

/// «Құрмет» иегері: of a prize, not of a body.
fn is_holder(lexed: &Lexed, at: usize) -> bool {
    [
        "иегер",
        "лауреат",
        "кавалер",
        "автор",
        "женимпаз",
        "жулдегер",
    ]
    .iter()
    .any(|noun| lexed.tokens[at].folded.starts_with(noun))
}

/// A part of a body by its noun alone: «бөлім басшысы», «кафедра меңгерушісі».
fn is_unit(lexed: &Lexed, at: usize) -> bool {
    matches!(
        lexed.tokens[at].folded.as_str(),
        "болим" | "кафедра" | "болимше" | "факультет" | "филиал" | "жасак"
    )
}
