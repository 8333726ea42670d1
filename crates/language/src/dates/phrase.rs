//! A whole dating as people say it: one date or two, about when, perhaps, before or after.

use crate::dates::connectives::{
    goes_on, is_and, is_between_behind, is_circa, is_from, is_now, is_since, is_since_behind,
    is_uncertain, is_until, is_until_behind, not_later_or_earlier,
};
use crate::dates::dating::{Certainty, Dating, Point};
use crate::dates::one_date::parts_at;
use crate::dates::parts::{Order, Parts, Reading};
use crate::dates::tokens::Token;
use crate::dates::vocabulary::{Way, year_word};

/// The dating that begins at `start`, and where it ends.
pub(crate) fn dating_at(
    tokens: &[Token],
    start: usize,
    reading: Reading,
) -> Option<(Dating, usize)> {
    let phrase = Phrase { tokens, reading };
    let (before, at) = phrase.doubts(start, false);
    phrase
        .bounded(at, before)
        .or_else(|| phrase.open_before(at, before))
        .or_else(|| phrase.plain(at, before))
}

struct Phrase<'a> {
    tokens: &'a [Token],
    reading: Reading,
}

impl Phrase<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).and_then(Token::word)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    fn parts(&self, at: usize, may_be_ten: bool) -> Option<(Parts, usize)> {
        parts_at(self.tokens, at, self.reading, may_be_ten)
    }

    /// Words and signs of doubt, and where they end. Behind a date brackets may stand around them.
    fn doubts(&self, start: usize, behind: bool) -> (Certainty, usize) {
        let mut certainty = Certainty::default();
        let (mut at, mut end) = (start, start);
        while let Some(token) = self.tokens.get(at) {
            let sign = |mark| token.is_mark(mark);
            let circa = sign('~') || sign('≈') || token.word().is_some_and(is_circa);
            let perhaps = sign('?') && behind || token.word().is_some_and(is_uncertain);
            if sign('%') && behind && token.glued {
                (certainty.circa, certainty.uncertain) = (true, true);
            } else if circa {
                certainty.circa = true;
            } else if perhaps {
                certainty.uncertain = true;
            } else if ['(', ')', '[', ']', '.', ','].into_iter().any(sign) && at < start + 8 {
                at += 1;
                continue;
            } else {
                break;
            }
            at += 1;
            end = at;
            // «ок.» and the bracket behind it
            while [')', ']', '.']
                .into_iter()
                .any(|mark| self.is_mark(end, mark))
                || !behind && self.is_mark(end, ',')
            {
                end += 1;
            }
            at = at.max(end);
        }
        (certainty, end)
    }

    /// One date with its doubts.
    fn point(&self, parts: &Parts, before: Certainty, end: usize) -> Option<(Point, usize)> {
        let (behind, end) = self.doubts(end, true);
        Some((parts.point(before.or(behind))?, end))
    }

    /// «до 1950», «после 1950», «с 12 по 14 марта», «не позднее 1950».
    fn bounded(&self, at: usize, before: Certainty) -> Option<(Dating, usize)> {
        let word = self.word(at)?;
        let pair = self
            .word(at + 1)
            .and_then(|next| not_later_or_earlier(word, next));
        if let Some(way) = pair {
            let than = usize::from(matches!(self.word(at + 2), Some("than" | "чем")));
            let (parts, end) = self.parts(at + 2 + than, true)?;
            let (point, end) = self.point(&parts, before, end)?;
            let dating = match way {
                Way::To => Dating::before(point),
                _ => Dating::after(point),
            };
            return Some((dating, end));
        }
        let is_range = is_from(word)
            .then(|| self.first_and_last(at + 1, before))
            .flatten();
        if is_range.is_some() {
            return is_range;
        }
        let opens_end = is_since(word);
        if !opens_end && !is_until(word) {
            return None;
        }
        let (doubt, begin) = self.doubts(at + 1, false);
        let (parts, end) = self.parts(begin, true)?;
        let (point, end) = self.point(&parts, before.or(doubt), end)?;
        let dating = match (opens_end, goes_on(word)) {
            (true, true) => Dating::between(Some(point), None)?,
            (true, false) => Dating::after(point),
            (false, _) => Dating::before(point),
        };
        Some((dating, end))
    }

    /// «… – 1998»: the beginning is open.
    fn open_before(&self, at: usize, before: Certainty) -> Option<(Dating, usize)> {
        let dash = self.is_mark(at, '…') && self.tokens.get(at + 1).is_some_and(Token::is_dash);
        let (parts, end) = dash.then(|| self.parts(at + 2, true))??;
        let (point, end) = self.point(&parts, before, end)?;
        Dating::between(None, Some(point)).map(|dating| (dating, end))
    }

    /// Behind «с» or «между»: a date, «по», a date.
    fn first_and_last(&self, at: usize, before: Certainty) -> Option<(Dating, usize)> {
        let (first, end) = self.parts(at, false)?;
        let between =
            self.word(end).is_some_and(is_and) || self.tokens.get(end).is_some_and(Token::is_dash);
        if !between {
            return None;
        }
        if self.is_open(end + 1).is_some() {
            let point = first.point(before)?;
            return Dating::between(Some(point), None).zip(self.is_open(end + 1));
        }
        let (second, end) = self.parts(end + 1, false)?;
        self.joined(&first, &second, (before, before), (end, true))
    }

    /// A date; then perhaps a dash and another, or a word that opens an end.
    fn plain(&self, at: usize, before: Certainty) -> Option<(Dating, usize)> {
        let (first, end) = self.parts(at, true)?;
        let (behind, after) = self.doubts(end, true);
        let certainty = before.or(behind);
        if let Some(found) = self.second(&first, before, certainty, after) {
            return Some(found);
        }
        let point = first.point(certainty)?;
        let points = |way| first.way == Some(way) || first.way == Some(Way::Plain);
        let behind = self.word(after).unwrap_or_default();
        if points(Way::To) && is_until_behind(behind) {
            return Some((Dating::before(point), after + 1));
        }
        if points(Way::From) && is_since_behind(behind) {
            let dating = match goes_on(behind) {
                true => Dating::between(Some(point), None)?,
                false => Dating::after(point),
            };
            return Some((dating, after + 1));
        }
        // «не одан бұрын», «или позднее», «or before»
        if let Some((way, words)) = self.or_before_or_after(after) {
            let dating = match way {
                Way::To => Dating::before(point),
                _ => Dating::after(point),
            };
            return Some((dating, after + words));
        }
        let dash = self.tokens.get(after).is_some_and(Token::is_dash);
        // «1998–», but not the dash behind the date of a line
        let ends = after + 1 >= self.tokens.len() && first.day.is_some();
        if dash
            && !ends
            && let Some(end) = self.is_open(after + 1)
        {
            return Dating::between(Some(point), None).map(|dating| (dating, end));
        }
        Some((Dating::at(point), after))
    }

    fn or_before_or_after(&self, at: usize) -> Option<(Way, usize)> {
        let way = |word: Option<&str>| match word? {
            "бурын" | "ерте" | "ранее" | "раньше" | "before" | "earlier" => {
                Some(Way::To)
            }
            "кеиин" | "кеш" | "позднее" | "позже" | "after" | "later" => {
                Some(Way::From)
            }
            _ => None,
        };
        match (self.word(at)?, self.word(at + 1)?) {
            ("не" | "немесе", "одан") => Some((way(self.word(at + 2))?, 3)),
            ("или" | "or", last) => Some((way(Some(last))?, 2)),
            _ => None,
        }
    }

    /// The second of two, from the dash, «бен» or «жылдан» on.
    fn second(
        &self,
        first: &Parts,
        before: Certainty,
        certainty: Certainty,
        at: usize,
    ) -> Option<(Dating, usize)> {
        let token = self.tokens.get(at)?;
        let slash = token.is_mark('/');
        if token.is_dash() || slash {
            if let Some(found) = self.short_year(first, certainty, at) {
                return Some(found);
            }
            let (doubt, begin) = self.doubts(at + 1, false);
            let (second, end) = self.parts(begin, false)?;
            // «27.02-2026» is no row of days
            if first.day.is_some() && second.day.is_none() {
                return None;
            }
            // «1998–1999» is one word, «1998 – 1999» are two
            let one_word = token.glued && self.tokens.get(at + 1).is_some_and(|next| next.glued);
            let doubts = (certainty, before.or(doubt));
            return self.joined(first, &second, doubts, (end, one_word));
        }
        let kazakh_and = token
            .word()
            .is_some_and(|word| matches!(word, "пен" | "бен" | "мен"));
        if kazakh_and {
            let (second, end) = self.parts(at + 1, false)?;
            let closed = self.word(end).is_some_and(is_between_behind);
            return closed
                .then(|| self.joined(first, &second, (certainty, before), (end + 1, true)))
                .flatten();
        }
        if first.way == Some(Way::From) {
            // «1998 жылдан 1999 жылға дейін»
            let (second, end) = self.parts(at, false)?;
            if !self.word(end).is_some_and(is_until_behind) {
                return None;
            }
            // «12 наурыздан 14 наурызға дейін 2026 жыл»
            let late = self.parts(end + 1, false).filter(|(parts, _)| {
                second.year.is_none()
                    && parts.year.is_some()
                    && parts.month.is_none()
                    && parts.day.is_none()
            });
            let (second, end) = match late {
                Some((year, end)) => (second.completed_by(&year), end),
                None => (second, end + 1),
            };
            return self.joined(first, &second, (certainty, before), (end, true));
        }
        None
    }

    /// «1998–99», and where years stand first «2003/04».
    fn short_year(
        &self,
        first: &Parts,
        certainty: Certainty,
        at: usize,
    ) -> Option<(Dating, usize)> {
        let year = first
            .year
            .filter(|_| first.month.is_none() && first.day.is_none())?;
        let mark = self.tokens.get(at)?;
        let digits = self.tokens.get(at + 1)?;
        let two = digits.number(2)?;
        let goes_on = self.tokens.get(at + 2).is_some_and(|next| {
            (next.is_mark('.') || next.is_dash() || next.is_mark('/')) && next.glued
                || next.word().is_some_and(|word| year_word(word).is_none())
        });
        let is_years = digits.glued
            && (two > 12
                || !mark.is_hyphen()
                    && (!mark.is_mark('/') || self.reading.order == Order::YearFirst));
        let last = year / 100 * 100 + two;
        if goes_on || !is_years || last <= year {
            return None;
        }
        let mut end = at + 2;
        while self.word(end).is_some_and(|word| year_word(word).is_some())
            || end > at + 2 && self.is_mark(end, '.')
        {
            end += 1;
        }
        let parts = |year| Parts {
            year: Some(year),
            ..Parts::default()
        };
        self.joined(
            &parts(year),
            &parts(last),
            (certainty, certainty),
            (end, true),
        )
    }

    fn joined(
        &self,
        first: &Parts,
        second: &Parts,
        (certainty, before): (Certainty, Certainty),
        (end, one_word): (usize, bool),
    ) -> Option<(Dating, usize)> {
        // «1998–1999 (?)» doubts both, «1998–1999?» the second
        let bracket =
            self.is_mark(end, '(') || self.is_mark(end, '.') && self.is_mark(end + 1, '(');
        let both = bracket && (first.year.is_none() || one_word);
        let (behind, end) = self.doubts(end, true);
        let certainty = if both {
            certainty.or(behind)
        } else {
            certainty
        };
        let from = first.completed_by(second).point(certainty)?;
        let to = second.completed_by(first).point(before.or(behind))?;
        Dating::between(Some(from), Some(to)).map(|dating| (dating, end))
    }

    /// Whether nothing stands where a second date would, or «н. в.», «қазіргі уақыт», two dots; where that ends.
    fn is_open(&self, at: usize) -> Option<usize> {
        if at >= self.tokens.len() {
            return Some(at);
        }
        let dots = self.is_mark(at, '.') && self.is_mark(at + 1, '.');
        if dots || self.is_mark(at, '…') {
            return Some(at + 1 + usize::from(dots));
        }
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            (Some("н"), _, Some("в")) if self.is_mark(at + 1, '.') => {
                Some(at + 3 + usize::from(self.is_mark(at + 3, '.')))
            }
            (Some("настоящее"), Some("время"), _) | (Some("казирги"), Some("уакыт"), _) => {
                Some(at + 2)
            }
            (Some("казирги"), Some("уакытка"), Some("деиин")) => Some(at + 3),
            (Some(word), _, _) if is_now(word) => Some(at + 1),
            _ => None,
        }
    }
}
