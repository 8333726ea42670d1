//! Lists of OpenDocument: which styles show what, and how far each list has come.

use std::collections::HashMap;

use crate::lists::{Counters, Level, MOST_LEVELS, Numeral, Sign, is_number};
use crate::xml::Element;

/// A longer id of a list is none.
pub(super) const LONGEST_ID: usize = 500;

/// So many lists are kept apart; what comes after them counts on.
const MOST_LISTS: usize = 100_000;

/// The levels that a style of lists describes, and whether it says anything of each.
pub(super) fn read_levels(style: Element) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for element in style.children() {
        let number = element.attribute("level").and_then(|it| it.parse().ok());
        let place = number.unwrap_or(0_usize).wrapping_sub(1);
        if place >= MOST_LEVELS {
            continue;
        }
        let is_bullet = match element.name() {
            "list-level-style-number" | "outline-level-style" => false,
            "list-level-style-bullet" | "list-level-style-image" => true,
            _ => continue,
        };
        if levels.len() <= place {
            levels.resize_with(place + 1, Level::default);
        }
        let level = match is_bullet {
            true => Level {
                sign: Sign::bullet(&element.attribute("bullet-char").unwrap_or("•".into())),
                ..Level::default()
            },
            false => read_numbers(element, place, &levels),
        };
        if let Some(own) = levels.get_mut(place) {
            *own = level;
        }
    }
    levels
}

fn read_numbers(element: Element, place: usize, above: &[Level]) -> Level {
    let value = |name: &str| element.attribute(name).unwrap_or_default();
    let is_doubled = value("num-letter-sync") == "true";
    let numeral = Numeral::of_first(&value("num-format"), is_doubled);
    let start = value("start-value").parse().unwrap_or(1);
    let pattern = match element.attribute("num-list-format") {
        // «%1%.%2%)»
        Some(pattern) => read_pattern(&pattern),
        None => {
            let shown: usize = value("display-levels").parse().unwrap_or(1);
            let first = (place + 1).saturating_sub(shown.max(1));
            let numbers: Vec<String> = (first..=place)
                .filter(|at| *at == place || above.get(*at).is_some_and(Level::shows))
                .filter(|at| *at != place || numeral != Numeral::Nothing)
                .map(|at| format!("%{}", (at + 1) % MOST_LEVELS))
                .collect();
            let prefix = value("num-prefix").replace('%', "");
            let suffix = value("num-suffix").replace('%', "");
            format!("{prefix}{}{suffix}", numbers.join("."))
        }
    };
    let is_empty = pattern.trim().is_empty() || numeral == Numeral::Nothing && pattern.len() <= 2;
    Level {
        start,
        numeral,
        sign: match is_empty {
            true => Sign::Nothing,
            false => Sign::numbers(&pattern),
        },
        ..Level::default()
    }
}

fn read_pattern(written: &str) -> String {
    let mut pattern = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('%') {
        pattern += before;
        match after.split_once('%') {
            Some((number, behind)) if number.parse::<u8>().is_ok_and(|it| it <= 10) => {
                pattern.push('%');
                pattern.extend(number.chars().last());
                rest = behind;
            }
            _ => rest = after,
        }
    }
    pattern + rest
}

/// A list that is being read.
#[derive(Debug, Clone, Default)]
pub(super) struct OpenList {
    /// Its place among the lists that are counted.
    pub list: usize,
    pub level: u8,
    pub style: Option<String>,
}

/// What an item shows.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub level: u8,
    pub mark: Option<String>,
}

impl Item {
    /// Whether it shows a number, which says something without words.
    pub fn is_numbered(&self) -> bool {
        self.mark.as_deref().is_some_and(is_number)
    }
}

/// The lists of a document, and how far they have come.
#[derive(Debug, Default)]
pub(super) struct Lists {
    counters: Vec<Counters>,
    by_id: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
    headings: Counters,
}

impl Lists {
    /// Begins a list that stands in no other.
    pub fn begin(&mut self, list: Element) -> OpenList {
        let value = |name: &str| {
            let value = list.attribute(name)?;
            (value.len() <= LONGEST_ID).then(|| value.into_owned())
        };
        let style = value("style-name");
        let key = style.clone().unwrap_or_default();
        let continued = value("continue-list").and_then(|id| self.by_id.get(&id).copied());
        let goes_on = list.attribute("continue-numbering").as_deref() == Some("true");
        let before = || self.by_style.get(&key).copied().filter(|_| goes_on);
        let place = continued.or_else(before).unwrap_or(self.counters.len());
        if place == self.counters.len() && place < MOST_LISTS {
            self.counters.push(Counters::default());
        }
        self.by_style.insert(key, place);
        if let Some(id) = value("id") {
            self.by_id.insert(id, place);
        }
        OpenList {
            list: place,
            level: 0,
            style,
        }
    }

    /// Counts an item; `start` is the number that it has by itself.
    pub fn count(&mut self, open: &OpenList, start: Option<u32>, levels: &[Level]) -> Item {
        let place = usize::from(open.level);
        let mark = self.counters.get_mut(open.list).and_then(|counters| {
            if start.is_some() {
                counters.restart(place, start);
            }
            counters.count(place, levels);
            counters.write(place, levels)
        });
        Item {
            level: open.level,
            mark,
        }
    }

    /// Counts a heading that stands in no list.
    pub fn count_heading(
        &mut self,
        heading: Element,
        level: u8,
        levels: &[Level],
    ) -> Option<String> {
        let place = usize::from(level.checked_sub(1)?);
        if heading.attribute("is-list-header").as_deref() == Some("true") {
            return None;
        }
        let start = heading
            .attribute("start-value")
            .and_then(|it| it.parse().ok());
        if start.is_some() || heading.attribute("restart-numbering").as_deref() == Some("true") {
            self.headings.restart(place, start);
        }
        self.headings.count(place, levels);
        self.headings.write(place, levels)
    }
}
