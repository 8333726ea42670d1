//! A time of day beside a date: 14:30, T14:30:00+05:00.

use crate::dates::tokens::{Kind, Token};

/// Takes the first time of day out of a line; gives it as ISO 8601 writes it, with the offset where one stands.
pub(crate) fn take_time(tokens: &mut Vec<Token>) -> Option<String> {
    let at = (0..tokens.len()).find(|at| time_at(tokens, *at).is_some())?;
    let (time, end) = time_at(tokens, at)?;
    // «2026-02-27T14:30»
    let begin = match at.checked_sub(1).and_then(|before| tokens.get(before)) {
        Some(token)
            if token.glued && token.word().is_some_and(|word| matches!(word, "t" | "т")) =>
        {
            at - 1
        }
        _ => at,
    };
    tokens.drain(begin..end);
    Some(time)
}

fn time_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let hour = tokens.get(at)?.short_number().filter(|hour| *hour < 24)?;
    let minute = behind_colon(tokens, at + 1)?;
    let mut time = format!("{hour:02}:{minute:02}");
    let mut end = at + 3;
    if let Some(second) = behind_colon(tokens, end) {
        time.push_str(&format!(":{second:02}"));
        end += 2;
        // parts of a second are nobody's business
        let fraction = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
        if tokens.get(end).is_some_and(|token| token.is_mark('.'))
            && fraction(end)
            && tokens
                .get(end + 1)
                .is_some_and(|token| token.glued && token.digits().is_some())
        {
            end += 2;
        }
    }
    if let Some((offset, after)) = offset_at(tokens, end) {
        time.push_str(&offset);
        end = after;
    }
    // «14:30-да»
    let ending = tokens
        .get(end + 1)
        .filter(|ending| ending.glued)
        .and_then(Token::word);
    if tokens
        .get(end)
        .is_some_and(|hyphen| hyphen.glued && hyphen.is_hyphen())
        && matches!(ending, Some("да" | "де" | "та" | "те"))
    {
        end += 2;
    }
    Some((time, end))
}

fn behind_colon(tokens: &[Token], at: usize) -> Option<u32> {
    let colon = tokens.get(at)?;
    let number = tokens.get(at + 1)?;
    (colon.is_mark(':') && colon.glued && number.glued)
        .then(|| number.number(2))?
        .filter(|number| *number < 60)
}

fn offset_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let sign = tokens.get(at).filter(|sign| sign.glued)?;
    if sign.word() == Some("z") {
        return Some(("Z".to_owned(), at + 1));
    }
    let Kind::Mark(mark @ ('+' | '-' | '−')) = sign.kind else {
        return None;
    };
    let mark = if mark == '+' { '+' } else { '-' };
    let hours = tokens.get(at + 1).filter(|hours| hours.glued)?;
    if let Some(both) = hours.number(4) {
        return (both / 100 < 15 && both % 100 < 60)
            .then(|| (format!("{mark}{:02}:{:02}", both / 100, both % 100), at + 2));
    }
    let hour = hours.number(2).filter(|hour| *hour < 15)?;
    match behind_colon(tokens, at + 2) {
        Some(minute) => Some((format!("{mark}{hour:02}:{minute:02}"), at + 4)),
        None => Some((format!("{mark}{hour:02}:00"), at + 2)),
    }
}
