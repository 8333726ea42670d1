//! What somebody became or is, said by a verb: «болып тағайындалды», «қызметін атқарған».

use crate::reader::found::Phrase;
use crate::reader::kk::noun_phrase::{REACH, start_of_phrase};
use crate::reader::kk::words::is_position_head;
use crate::reader::lex::lexed::Lexed;
use crate::word_list::{WordList, word_list};

/// «болып», «етіп»: what somebody becomes stands before it.
pub(crate) fn is_made(lexed: &Lexed, at: usize) -> bool {
    lexed
        .tokens
        .get(at)
        .is_some_and(|token| matches!(token.folded.as_str(), "болып" | "етип"))
}

/// «қызметіне», «лауазымына»: what somebody comes to.
pub(crate) fn is_office(lexed: &Lexed, at: usize) -> bool {
    let folded = lexed.tokens.get(at).map(|token| token.folded.as_str());
    folded.is_some_and(|word| matches!(word, "кызметине" | "лауазымына"))
}

/// «… орынбасары болған Омаров», «… басшысы қызметін атқарған Омаров»: the token before the clause that ends at `end`
/// and tells only that somebody holds or held the position.
pub(crate) fn without_clause(lexed: &Lexed, end: usize, floor: usize) -> usize {
    static WORDS: WordList = word_list!("kk/holds-office");
    let clause = |at: usize| WORDS.has(lexed.tokens[at].folded.as_str());
    let ends = lexed.tokens[end].folded.ends_with(['н']) && clause(end);
    let mut at = end;
    while ends && at > floor && clause(at) {
        at -= 1;
    }
    if ends && is_position_head(&lexed.tokens[at]) {
        at
    } else {
        end
    }
}

/// Whether a verb of appointing stands in the next words of the sentence.
pub(crate) fn appoints(lexed: &Lexed, from: usize) -> bool {
    let end = lexed.sentence_of(from).end;
    lexed.tokens[from..end].iter().take(6).any(|token| {
        ["тагаиында", "саилан", "бекитил", "кирис", "ауысты"]
            .iter()
            .any(|verb| token.folded.starts_with(verb))
    })
}

/// What a name became: «Омаров облыс әкімінің орынбасары болып тағайындалды», «Омарова басқарма басшысы қызметіне
/// кірісті».
pub(crate) fn appointed(lexed: &Lexed, last: usize, starts: &[usize]) -> Option<Phrase> {
    let sentence = lexed.sentence_of(last);
    let next = starts.first().copied().unwrap_or(usize::MAX);
    let end = sentence.end.min(next).min(last + REACH);
    // «Омаров алқа төрағасы, ал Әлиева судья болып тағайындалды»
    let comma = (last + 2..end).find(|at| lexed.is(*at, ','));
    if let Some(comma) = comma
        && lexed
            .tokens
            .get(comma + 1)
            .is_some_and(|token| token.folded == "ал")
        && is_position_head(&lexed.tokens[comma - 1])
        && (comma..sentence.end).any(|at| appoints(lexed, at))
    {
        let start = start_of_phrase(lexed, comma - 1, last + 1);
        return (start == last + 1).then_some((start, comma - 1));
    }
    let made = (last + 2..end).find(|at| {
        let token = &lexed.tokens[*at];
        let holds = token.folded == "кызметин" || token.folded == "лауазымын";
        let keeps = lexed.tokens[*at + 1..end.max(*at + 1)]
            .iter()
            .take(2)
            .any(|token| {
                ["жумыс", "кызмет", "табылады", "саналады", "истеи", "аткар"]
                    .iter()
                    .any(|verb| token.folded.starts_with(verb))
            });
        (is_made(lexed, *at) || is_office(lexed, *at)) && (appoints(lexed, *at) || keeps)
            || holds && keeps
    })?;
    let head = made - 1;
    is_position_head(&lexed.tokens[head]).then(|| (start_of_phrase(lexed, head, last + 1), head))
}

/// «Аудан әкімі қызметін атқарып, орденмен марапатталған Омаров»: what somebody held, in clauses before the name.
pub(crate) fn holding(lexed: &Lexed, first: usize, floor: usize) -> Option<Phrase> {
    let floor = floor.max(lexed.sentence_of(first).start);
    let ends = first.checked_sub(1).is_some_and(|at| {
        ["ган", "ген", "кан", "кен"]
            .iter()
            .any(|end| lexed.tokens[at].folded.ends_with(end))
    });
    let held = (floor + 1..first).find(|at| {
        let next = lexed.tokens.get(at + 1);
        matches!(lexed.tokens[*at].folded.as_str(), "кызметин" | "миндетин")
            && next.is_some_and(|next| next.folded.starts_with("аткар"))
            && is_position_head(&lexed.tokens[at - 1])
    });
    let head = held.filter(|_| ends)? - 1;
    Some((start_of_phrase(lexed, head, floor), head))
}

/// What a name becomes, said further in front of it: «Аудан әкімі болып бұған дейін басқармада істеген Омаров
/// тағайындалды».
pub(crate) fn appointed_ahead(
    lexed: &Lexed,
    first: usize,
    last: usize,
    floor: usize,
) -> Option<Phrase> {
    let floor = floor.max(lexed.sentence_of(first).start);
    let verb = (last + 1..last + 3).any(|at| {
        lexed.tokens.get(at).is_some_and(|token| {
            token.sentence == lexed.tokens[last].sentence
                && ["тагаиында", "саиланд", "бекитил"]
                    .iter()
                    .any(|verb| token.folded.starts_with(verb))
        })
    });
    let made = (floor + 1..first)
        .rev()
        .find(|at| is_made(lexed, *at) || is_office(lexed, *at))
        .filter(|_| verb)?;
    let head = made - 1;
    is_position_head(&lexed.tokens[head]).then(|| (start_of_phrase(lexed, head, floor), head))
}
