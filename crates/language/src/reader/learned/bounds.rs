//! Where what was learnt begins and ends: never with a word that joins sentences, never amid a quotation, never over a verb.

use crate::reader::found::Phrase;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::closes;

/// The tokens of a body's name or of an office without what is no part of it; none where nothing stays.
pub(crate) fn without_strangers(lexed: &Lexed, first: usize, last: usize) -> Option<Phrase> {
    let (mut first, last) = (first, before_verb(lexed, first, last));
    let mut last = last;
    while first <= last && is_no_beginning(lexed, first) {
        first += 1;
    }
    while first <= last && is_no_end(lexed, last) {
        last = last.checked_sub(1)?;
    }
    if let Some(after) = after_foreign_quotation(lexed, first, last) {
        first = after;
    }
    let is_word = |at: usize| lexed.tokens[at].sort == Sort::Word;
    (first..=last).any(is_word).then_some((first, last))
}

/// «Союз судей вручил им кодекс»: the name ends before what its bearer did. In quotation marks anything may stand.
fn before_verb(lexed: &Lexed, first: usize, last: usize) -> usize {
    let mut quoted = false;
    for at in first..=last {
        let token = &lexed.tokens[at];
        if token.sort == Sort::Quote {
            quoted = !quoted;
        } else if at > first
            && !quoted
            && token.sort == Sort::Word
            && languages::at(lexed, at).breaks_name(token)
        {
            return at - 1;
        }
    }
    last
}

/// «орай команданың», «данное управление», a comma.
fn is_no_beginning(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    match token.sort {
        Sort::Word => {
            let begins = lexed.sentence_of(at).start == at;
            // «и.о. руководителя»: a letter with its stop stands for a word
            let is_short = lexed.is(at + 1, '.');
            (begins || !token.capital)
                && !is_short
                && languages::at(lexed, at).begins_no_name(token)
        }
        Sort::Sign(sign) => matches!(sign, ',' | '.' | ';' | ':' | ')'),
        Sort::Dash => true,
        Sort::Quote => closes(lexed, at),
        _ => false,
    }
}

/// «отряда и», «департамент по», a comma.
fn is_no_end(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    match token.sort {
        Sort::Word => !token.capital && languages::at(lexed, at).ends_no_name(token),
        Sort::Sign(sign) => matches!(sign, ',' | ';' | ':' | '('),
        Sort::Dash => true,
        Sort::Quote => !closes(lexed, at),
        _ => false,
    }
}

/// Where a quotation that began before ends amid a name, the token behind its mark: «… үшін» медалі Кенжекөл мектебі».
fn after_foreign_quotation(lexed: &Lexed, first: usize, last: usize) -> Option<usize> {
    let mut marks = (first..last).filter(|at| lexed.tokens[*at].sort == Sort::Quote);
    // The first mark tells; behind an opening one two may close: ««Порт» ҰК» АҚ».
    let mark = marks.next()?;
    let opens_right_before =
        first > 0 && lexed.tokens[first - 1].sort == Sort::Quote && !closes(lexed, first - 1);
    (closes(lexed, mark) && !opens_right_before).then_some(mark + 1)
}
