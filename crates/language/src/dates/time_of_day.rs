//! A time of day beside a date: 14:30, T14:30:00+05:00.

use crate::dates::tokens::{Kind, Token};

/// Takes the first time of day out of a line; gives it as ISO 8601 writes it, with the offset where one stands.
pub(crate) fn take_time(tokens: &mut Vec<Token>) -> Option<String> {
    take(tokens, time_at)
}

/// Takes the first time of day that a stop or words part: «14.30», «14 часов 30 минут», «сағат 14-те». It is asked for
/// only where the line is no date otherwise, for «12.03» may also be a day and a month.
pub(crate) fn take_time_in_words(tokens: &mut Vec<Token>) -> Option<String> {
    take(tokens, dotted_time_at).or_else(|| take(tokens, time_in_words_at))
}

/// Takes out of a line by how much its clock is before Greenwich's: «GMT +5», «(UTC+05:00)».
pub(crate) fn take_zone(tokens: &mut Vec<Token>) {
    let zone = |at: usize| {
        let word = tokens.get(at)?.word()?;
        let sign = tokens.get(at + 1)?;
        let hours = tokens.get(at + 2)?.short_number()?;
        let is_zone = matches!(word, "gmt" | "utc") && hours < 15;
        let end = match behind_colon(tokens, at + 3) {
            Some(_) => at + 5,
            None => at + 3,
        };
        (is_zone && (sign.is_mark('+') || sign.is_hyphen())).then_some(end)
    };
    if let Some((at, end)) = (0..tokens.len()).find_map(|at| Some((at, zone(at)?))) {
        tokens.drain(at..end);
    }
}

fn take(
    tokens: &mut Vec<Token>,
    time_at: impl Fn(&[Token], usize) -> Option<(String, usize)>,
) -> Option<String> {
    let (at, time, end) =
        (0..tokens.len()).find_map(|at| time_at(tokens, at).map(|(time, end)| (at, time, end)))?;
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

fn dotted_time_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let parts_numbers = |token: &Token| token.is_mark('.') || token.is_dash();
    let hour = tokens.get(at)?.short_number().filter(|hour| *hour < 24)?;
    let stop = tokens.get(at + 1).filter(|stop| stop.glued)?;
    let minute = tokens.get(at + 2).filter(|minute| minute.glued)?;
    let minute = minute.number(2).filter(|minute| *minute < 60)?;
    let is_part_of_more = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(parts_numbers)
        || tokens.get(at + 3).is_some_and(parts_numbers)
            && tokens
                .get(at + 4)
                .is_some_and(|next| next.digits().is_some());
    (stop.is_mark('.') && !is_part_of_more).then(|| {
        let end = after_ending(tokens, at + 3);
        (format!("{hour:02}:{minute:02}"), end)
    })
}

fn time_in_words_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    let hour = tokens.get(at)?.short_number().filter(|hour| *hour < 24)?;
    let before = at.checked_sub(1).map(word).unwrap_or_default();
    let unit = word(at + 1);
    if matches!(before, "сагат" | "сагаты" | "саг") {
        return Some((format!("{hour:02}:00"), after_ending(tokens, at + 1)));
    }
    if !matches!(unit, "час" | "часа" | "часов" | "ч" | "сагат" | "саг") {
        return None;
    }
    let behind_stop = |at: usize| at + usize::from(tokens.get(at).is_some_and(|t| t.is_mark('.')));
    let next = behind_stop(at + 2);
    let minute = tokens.get(next).and_then(Token::short_number);
    match minute.filter(|minute| *minute < 60 && word(next + 1).starts_with("мин")) {
        Some(minute) => Some((format!("{hour:02}:{minute:02}"), behind_stop(next + 2))),
        None => Some((format!("{hour:02}:00"), next)),
    }
}

/// Behind a Kazakh ending: «14:30-да».
fn after_ending(tokens: &[Token], at: usize) -> usize {
    let ending = tokens
        .get(at + 1)
        .filter(|ending| ending.glued)
        .and_then(Token::word);
    let hyphen = tokens
        .get(at)
        .is_some_and(|hyphen| hyphen.glued && hyphen.is_hyphen());
    match hyphen && matches!(ending, Some("да" | "де" | "та" | "те")) {
        true => at + 2,
        false => at,
    }
}

/// The hour of a clock of two halves, where «am» or «pm» follows; and where that ends.
fn half_of_day(tokens: &[Token], at: usize, hour: u32) -> Option<(u32, usize)> {
    let half = |at: usize| tokens.get(at).and_then(Token::word);
    let stop = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark('.'));
    let (letter, end) = match half(at)? {
        "am" => ('a', at + 1),
        "pm" => ('p', at + 1),
        "a" if stop(at + 1) && half(at + 2) == Some("m") => ('a', at + 3),
        "p" if stop(at + 1) && half(at + 2) == Some("m") => ('p', at + 3),
        _ => return None,
    };
    let end = end + usize::from(stop(end));
    let hour = match (letter, hour) {
        ('a', 12) => 0,
        ('p', 1..=11) => hour + 12,
        _ => hour,
    };
    Some((hour, end))
}

fn time_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let hour = tokens.get(at)?.short_number().filter(|hour| *hour < 24)?;
    let minute = behind_colon(tokens, at + 1)?;
    let mut end = at + 3;
    if let Some((hour, end)) = half_of_day(tokens, end, hour) {
        return Some((format!("{hour:02}:{minute:02}"), end));
    }
    let mut time = format!("{hour:02}:{minute:02}");
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
    let end = after_ending(tokens, end);
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
    let sign = tokens.get(at)?;
    // «14:30:00 +0500», as mails write it
    let mail = !sign.glued
        && tokens
            .get(at + 1)
            .is_some_and(|hours| hours.number(4).is_some());
    if !sign.glued && !mail {
        return None;
    }
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
