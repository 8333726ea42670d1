//! The organisation of a position: inside it, or meant by its head noun.

use crate::gazetteer::Kinds;
use crate::reader::kk::positions::Phrase;
use crate::reader::kk::words::{closes, opening};
use crate::reader::lex::lexed::{Lexed, Sort};
use crate::reader::organisations::found::{By, Found, nominative};
use crate::reader::organisations::words::{is_board, is_head, is_letters, is_level, opens};
use crate::reader::ru::organisation_name::russian_name;
use crate::reader::ru::organisations::russian_start;

/// The organisation inside a position, if the position names one: «облыстық мәслихаттың төрағасы».
pub(crate) fn of_position(lexed: &Lexed, (start, end): Phrase) -> Option<Found> {
    if end == start {
        return None;
    }
    if lexed.is_russian(end) {
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
        return (!single).then_some(Found {
            first,
            last: end,
            name,
            by: By::Position,
        });
    }
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
        && (!lexed.tokens[last].capital || opens(lexed, first))
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
    (!single && !form && !police).then(|| Found {
        first,
        last,
        name: nominative(lexed, first, last),
        by: By::Position,
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

/// The organisation that a bare head noun of a position means: «мәслихат хатшысы», «руководитель управления» after
/// «Кербұлақ аудандық мәслихаты», «управление спорта». The only one of its noun in the text, named before or not.
pub(crate) fn named_before(
    lexed: &Lexed,
    positions: &[Phrase],
    organisations: &[crate::release::Named],
) -> Option<String> {
    positions.iter().find_map(|(start, end)| {
        let russian = lexed.is_russian(*end);
        let at = match russian {
            true => *end,
            false => *start,
        };
        if end == start || !is_head(lexed, at) {
            return None;
        }
        let token = &lexed.tokens[at];
        let noun = |word: &str| {
            let lower = word.to_lowercase();
            match russian {
                true => {
                    crate::gazetteer::nominative_ru(&lower).map_or(lower.clone(), str::to_owned)
                }
                false => crate::cases::stem::stem_kk(&lower),
            }
        };
        let own = noun(&token.text);
        let mut fits = organisations.iter().filter(|named| {
            crate::text::token::words(&named.name).any(|word| noun(word.text) == own)
        });
        match (fits.next(), fits.next()) {
            (Some(one), None) => Some(one.name.clone()),
            _ => None,
        }
    })
}
