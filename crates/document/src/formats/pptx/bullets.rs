//! What stands before the paragraphs of a shape.

use crate::lists::{Counters, Level, MOST_LEVELS, Numeral, Sign};
use crate::xml::Element;

/// The signs of a shape's paragraphs, as far as they have come.
#[derive(Debug, Default)]
pub(super) struct Bullets {
    counters: Counters,
    levels: Vec<Level>,
}

impl Bullets {
    /// The level of a paragraph and what stands before it, if it is an item: one that says nothing of itself is one where
    /// its place on the slide has bullets.
    pub fn count(
        &mut self,
        properties: Option<Element>,
        has_bullets: bool,
    ) -> Option<(u8, Option<String>)> {
        let child = |name: &str| properties?.child(name);
        let level = properties
            .and_then(|it| it.attribute("lvl")?.parse().ok())
            .unwrap_or(0_u8)
            .min(8);
        let place = usize::from(level);
        let own = match (child("buChar"), child("buBlip"), child("buAutoNum")) {
            (Some(bullet), ..) => Level {
                sign: Sign::bullet(&bullet.attribute("char").unwrap_or_default()),
                ..Level::default()
            },
            (None, None, Some(numbers)) => read_numbers(numbers, place),
            (None, None, None) if !has_bullets || child("buNone").is_some() => {
                self.counters.restart_from(place);
                return None;
            }
            _ => Level {
                sign: Sign::bullet("•"),
                ..Level::default()
            },
        };
        self.levels.resize_with(MOST_LEVELS, Level::default);
        let before = self.levels.get_mut(place)?;
        if *before != own {
            *before = own;
            self.counters.restart_from(place);
        }
        self.counters.count(place, &self.levels);
        Some((level, self.counters.write(place, &self.levels)))
    }
}

/// «arabicPeriod», «alphaLcParenR», «romanUcParenBoth».
fn read_numbers(numbers: Element, place: usize) -> Level {
    let kind = numbers.attribute("type").unwrap_or_default();
    let number = format!("%{}", place + 1);
    let pattern = match () {
        () if kind.ends_with("ParenBoth") => format!("({number})"),
        () if kind.ends_with("ParenR") => format!("{number})"),
        () if kind.ends_with("Period") => format!("{number}."),
        () => number,
    };
    let numeral = match () {
        () if kind.starts_with("alphaUc") => Numeral::of_word("upperLetter"),
        () if kind.starts_with("alphaLc") => Numeral::of_word("lowerLetter"),
        () if kind.starts_with("romanUc") => Numeral::of_word("upperRoman"),
        () if kind.starts_with("romanLc") => Numeral::of_word("lowerRoman"),
        () => Numeral::Digits(1),
    };
    let start = numbers.attribute("startAt").and_then(|it| it.parse().ok());
    Level {
        start: start.unwrap_or(1),
        numeral,
        sign: Sign::numbers(&pattern),
        ..Level::default()
    }
}
