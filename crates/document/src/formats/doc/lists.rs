//! Lists of Word's files since 97: what stands before which paragraph.

use std::collections::{HashMap, HashSet};

use super::fib::Span;
use crate::budget::Budget;
use crate::bytes::Bytes;
use crate::lists::{Counters, Level, MOST_LEVELS, Numeral, Sign};
use crate::refusal::Refusal;

/// How many bytes describe a list, and a level before its letters.
const LIST: usize = 28;
const LEVEL: usize = 28;

/// How many bytes describe a numbering, and what it has instead of a level of its list.
const NUMBERING: usize = 16;
const OVERRIDE: usize = 8;

/// The code of bullets.
const BULLET: u8 = 23;

/// Levels that a list has.
const LEVELS: usize = 9;

/// A numbering that paragraphs name.
#[derive(Debug, Default)]
struct Numbering {
    list: u32,
    levels: HashMap<usize, Level>,
    starts: HashMap<usize, u32>,
}

/// The lists of a file, and how far they have come.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: HashMap<u32, Vec<Level>>,
    numberings: Vec<Numbering>,
    counters: HashMap<u32, Counters>,
    begun: HashSet<(u16, usize)>,
}

impl Lists {
    /// Reads the tables of lists and numberings.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn read(
        table: &[u8],
        lists: Span,
        numberings: Span,
        budget: &mut Budget,
    ) -> Result<Lists, Refusal> {
        let mut read = Lists::default();
        if lists.length > 2 {
            read.read_lists(table, lists, budget)?;
        }
        if numberings.length > 4 {
            read.read_numberings(table.part(numberings.at, numberings.length), budget)?;
        }
        Ok(read)
    }

    fn read_lists(&mut self, table: &[u8], span: Span, budget: &mut Budget) -> Result<(), Refusal> {
        let count = usize::from(table.word(span.at));
        // the levels follow the table, beyond its length
        let mut at = span.at.saturating_add(2 + LIST * count);
        for n in 0..count {
            let list = span.at.saturating_add(2 + LIST * n);
            if at >= table.len() {
                break;
            }
            let is_simple = table.byte(list + 26) & 1 != 0;
            let mut levels = Vec::new();
            for _ in 0..if is_simple { 1 } else { LEVELS } {
                budget.take_part("levels")?;
                let (level, length) = read_level(table.get(at..).unwrap_or_default());
                levels.push(level);
                at = at.saturating_add(length);
            }
            self.lists.insert(table.long(list), levels);
        }
        Ok(())
    }

    fn read_numberings(&mut self, bytes: &[u8], budget: &mut Budget) -> Result<(), Refusal> {
        let count = bytes.place(0).min(bytes.len() / NUMBERING);
        let mut at = 4 + NUMBERING * count;
        for n in 0..count {
            budget.take_part("lists")?;
            let head = 4 + NUMBERING * n;
            let mut numbering = Numbering {
                list: bytes.long(head),
                ..Numbering::default()
            };
            // what it has of its own begins with a place that says nothing
            at += 4;
            for _ in 0..usize::from(bytes.byte(head + 12)).min(LEVELS) {
                let flags = bytes.byte(at + 4);
                let place = usize::from(flags & 0x0f);
                if flags & 0x10 != 0 {
                    numbering.starts.insert(place, bytes.long(at));
                }
                at += OVERRIDE;
                if flags & 0x20 != 0 {
                    let (level, length) = read_level(bytes.get(at..).unwrap_or_default());
                    numbering.starts.insert(place, level.start);
                    numbering.levels.insert(place, level);
                    at += length;
                }
            }
            self.numberings.push(numbering);
        }
        Ok(())
    }

    /// Counts a paragraph of a numbering, from 1: what stands before it; none where it is not known, or is nothing.
    pub fn count(&mut self, number: u16, level: u8) -> Option<String> {
        let place = usize::from(level);
        let numbering = self.numberings.get(usize::from(number).checked_sub(1)?)?;
        let of_list = self.lists.get(&numbering.list)?;
        let mut levels = of_list.clone();
        for (place, level) in &numbering.levels {
            if let Some(own) = levels.get_mut(*place) {
                own.clone_from(level);
            }
        }
        if place >= MOST_LEVELS {
            return None;
        }
        let counters = self.counters.entry(numbering.list).or_default();
        if let Some(start) = numbering.starts.get(&place)
            && self.begun.insert((number, place))
        {
            counters.restart(place, Some(*start));
        }
        counters.count(place, &levels);
        counters.write(place, &levels)
    }
}

/// Reads a level, and how many bytes it takes.
fn read_level(bytes: &[u8]) -> (Level, usize) {
    let code = bytes.byte(4);
    let flags = bytes.byte(5);
    let of_characters = usize::from(bytes.byte(24));
    let of_paragraph = usize::from(bytes.byte(25));
    let words = LEVEL + of_characters + of_paragraph;
    let count = usize::from(bytes.word(words));
    let units: Vec<u16> = (0..count.min(100))
        .map(|n| bytes.word(words + 2 + 2 * n))
        .collect();
    let length = words + 2 + 2 * count;
    let sign = match code {
        BULLET => Sign::bullet(&String::from_utf16_lossy(&units)),
        _ => Sign::numbers(&read_pattern(&units)),
    };
    let level = Level {
        start: bytes.long(0).min(i32::MAX as u32),
        numeral: Numeral::of_code(code),
        sign,
        is_in_digits: flags & 0x04 != 0,
        restart: (flags & 0x08 != 0).then(|| bytes.byte(26)),
    };
    (level, length)
}

/// The words of a level, in which a unit below nine stands for the number of a level.
fn read_pattern(units: &[u16]) -> String {
    let mut pattern = String::new();
    for unit in char::decode_utf16(units.iter().copied()) {
        match unit {
            Ok(c) if (c as u32) < LEVELS as u32 => {
                pattern.push('%');
                pattern.extend(char::from_digit(c as u32 + 1, 10));
            }
            Ok('%') | Err(_) => {}
            Ok(c) => pattern.push(c),
        }
    }
    pattern
}
