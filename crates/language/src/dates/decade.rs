//! Ten or a hundred years as one date.

use crate::dates::parts::{Parts, Reading};
use crate::dates::tokens::Token;
use crate::dates::vocabulary::{Way, decade_ending, year_word};

/// A ten or a hundred years: 199X, 1990-е, 1990-шы жылдары, 90-е годы, 20XX.
pub(crate) fn span_of_years(
    tokens: &[Token],
    at: usize,
    parts: &Parts,
    reading: Reading,
    may_be_ten: bool,
) -> Option<(Parts, usize)> {
    if !parts.is_empty() {
        return None;
    }
    let digits = tokens.get(at)?.digits()?;
    let value: u32 = digits.parse().ok()?;
    let span = |year: u32, is_century: bool, after: usize| {
        let read = Parts {
            span: Some((year, is_century)),
            ..Parts::default()
        };
        Some((read, after))
    };
    let letter = tokens.get(at + 1).filter(|next| next.glued);
    match (digits.len(), letter.and_then(Token::word)) {
        (3, Some("x" | "х")) => return span(value * 10, false, at + 2),
        (2, Some("xx" | "хх")) => return span(value * 100, true, at + 2),
        _ => {}
    }
    let year = match digits.len() {
        4 => value,
        2 => reading.full_year(value),
        _ => return None,
    };
    if !year.is_multiple_of(10) {
        return None;
    }
    let hyphen = usize::from(letter.is_some_and(Token::is_hyphen));
    let ending = tokens
        .get(at + 1 + hyphen)
        .filter(|ending| ending.glued)
        .and_then(Token::word)
        .and_then(decade_ending);
    let after = at + 1 + if ending.is_some() { hyphen + 1 } else { 0 };
    // «90-жылдар»
    let glued_year = ending.is_none() && hyphen == 1;
    let words_at = after + usize::from(glued_year);
    let word = tokens
        .get(words_at)
        .and_then(Token::word)
        .and_then(year_word);
    let plural = word.is_some_and(|(many, _)| many);
    let way = word.map(|(_, way)| way).filter(|way| *way != Way::Plain);
    let is_ten = match ending {
        Some(by_itself) => (by_itself && digits.len() == 4) || plural,
        None => plural && may_be_ten && (digits.len() == 4 || glued_year),
    };
    let stop = |at: usize| {
        at + usize::from(
            tokens
                .get(at)
                .is_some_and(|next| next.is_mark('.') && next.glued),
        )
    };
    let end = if plural { stop(words_at + 1) } else { after };
    is_ten.then_some((
        Parts {
            span: Some((year, false)),
            way,
            ..Parts::default()
        },
        end,
    ))
}
