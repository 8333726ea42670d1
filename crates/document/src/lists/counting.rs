//! Counts the items of a list by levels.

use super::mark::read_bullet;
use super::numeral::Numeral;

/// No format knows more levels.
pub(crate) const MOST_LEVELS: usize = 10;

/// A longer mark is a mistake of the file.
const LONGEST_MARK: usize = 100;

/// What stands before the items of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Nothing.
    Nothing,
    /// The same before each.
    Bullet(&'static str),
    /// Words with the numbers of levels in them, as Word's XML has it: `%1.%2)`.
    Numbers(String),
}

impl Sign {
    /// The same sign before each item.
    pub fn bullet(bullet: &str) -> Sign {
        match bullet.trim().is_empty() {
            true => Sign::Nothing,
            false => Sign::Bullet(read_bullet(bullet)),
        }
    }

    /// Words with numbers in them.
    pub fn numbers(pattern: &str) -> Sign {
        Sign::Numbers(pattern.chars().take(LONGEST_MARK).collect())
    }
}

/// A level of a numbering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Level {
    /// The first number.
    pub start: u32,
    pub numeral: Numeral,
    pub sign: Sign,
    /// Whether all numbers in the sign are written in digits.
    pub is_in_digits: bool,
    /// It begins anew after an item of one of the first so many levels; none: after one of any level above.
    pub restart: Option<u8>,
}

impl Default for Level {
    fn default() -> Level {
        Level {
            start: 1,
            numeral: Numeral::Digits(1),
            sign: Sign::Nothing,
            is_in_digits: false,
            restart: None,
        }
    }
}

impl Level {
    /// Whether its items show something.
    pub fn shows(&self) -> bool {
        match &self.sign {
            Sign::Nothing => false,
            Sign::Bullet(_) => true,
            Sign::Numbers(pattern) => {
                let only_itself =
                    pattern.starts_with('%') && pattern.chars().filter(|c| *c != '%').count() == 1;
                let is_empty = only_itself && self.numeral == Numeral::Nothing;
                !is_empty && !pattern.trim().is_empty()
            }
        }
    }
}

/// The numbers that a list has come to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counters {
    counts: [Option<u32>; MOST_LEVELS],
}

impl Counters {
    /// Lets the next item of a level have its first number, or the one given.
    pub fn restart(&mut self, level: usize, at: Option<u32>) {
        if let Some(count) = self.counts.get_mut(level) {
            *count = at.map(|at| at.wrapping_sub(1));
        }
    }

    /// Lets the next item of each level from this on have its first number.
    pub fn restart_from(&mut self, level: usize) {
        for count in self.counts.iter_mut().skip(level) {
            *count = None;
        }
    }

    /// Counts an item; what is below its level begins anew.
    pub fn count(&mut self, level: usize, levels: &[Level]) {
        let start = levels.get(level).map_or(1, |it| it.start);
        if let Some(count) = self.counts.get_mut(level) {
            *count = Some(count.map_or(start, |count| count.wrapping_add(1)));
        }
        for (below, count) in self.counts.iter_mut().enumerate().skip(level + 1) {
            let restart = levels.get(below).and_then(|it| it.restart);
            if restart.is_none_or(|restart| level < usize::from(restart)) {
                *count = None;
            }
        }
    }

    /// What stands before the item that was counted last, if anything does.
    pub fn write(&self, level: usize, levels: &[Level]) -> Option<String> {
        let own = levels.get(level)?;
        match &own.sign {
            Sign::Nothing => None,
            Sign::Bullet(bullet) => Some((*bullet).to_owned()),
            Sign::Numbers(pattern) => {
                let written = self.write_numbers(pattern, own.is_in_digits, levels);
                let written = written.trim();
                (!written.is_empty() && written.len() <= LONGEST_MARK).then(|| written.to_owned())
            }
        }
    }

    fn write_numbers(&self, pattern: &str, is_in_digits: bool, levels: &[Level]) -> String {
        let mut written = String::new();
        let mut chars = pattern.chars().take(LONGEST_MARK).peekable();
        while let Some(c) = chars.next() {
            let place = match c {
                '%' => chars.peek().and_then(|c| c.to_digit(10)),
                _ => None,
            };
            let Some(place) = place else {
                if !c.is_control() {
                    written.push(c);
                }
                continue;
            };
            chars.next();
            // «%0» is the tenth
            let place = (place as usize + MOST_LEVELS - 1) % MOST_LEVELS;
            let level = levels.get(place);
            let start = level.map_or(1, |it| it.start);
            let number = self.counts.get(place).copied().flatten().unwrap_or(start);
            let numeral = level.map_or(Numeral::Digits(1), |it| it.numeral);
            let numeral = match (is_in_digits, numeral) {
                (true, Numeral::Nothing) | (false, _) => numeral,
                (true, _) => Numeral::Digits(1),
            };
            written += &numeral.write(number);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn level(numeral: &str, pattern: &str) -> Level {
        Level {
            numeral: Numeral::of_word(numeral),
            sign: Sign::numbers(pattern),
            ..Level::default()
        }
    }

    fn marks(levels: &[Level], items: &[usize]) -> Vec<String> {
        let mut counters = Counters::default();
        let mark = |item: &usize| {
            counters.count(*item, levels);
            counters.write(*item, levels).unwrap_or_default()
        };
        items.iter().map(mark).collect()
    }

    #[test]
    fn levels_are_counted_within_each_other() {
        let levels = [
            level("decimal", "%1."),
            level("decimal", "%1.%2."),
            level("russianLower", "%3)"),
        ];
        assert_eq!(
            marks(&levels, &[0, 1, 1, 2, 2, 0, 1, 2]),
            ["1.", "1.1.", "1.2.", "а)", "б)", "2.", "2.1.", "а)"]
        );
        // an item below none counts as below the first
        assert_eq!(marks(&levels, &[1, 0]), ["1.1.", "1."]);
    }

    #[test]
    fn a_level_begins_anew_only_where_it_shall() {
        let mut levels = [level("upperRoman", "%1."), level("decimal", "%2-бап.")];
        levels[1].restart = Some(0);
        assert_eq!(
            marks(&levels, &[0, 1, 1, 0, 1]),
            ["I.", "1-бап.", "2-бап.", "II.", "3-бап."]
        );
        levels[1].sign = Sign::numbers("%1.%2");
        levels[1].is_in_digits = true;
        levels[1].start = 5;
        assert_eq!(marks(&levels, &[0, 1]), ["I.", "1.5"]);
    }

    proptest! {
        #[test]
        fn any_list_is_counted(
            items in proptest::collection::vec(0_usize..12, 0..40),
            pattern in "[%0-9а-я.() ]{0,12}",
            start in any::<u32>(),
            restart in proptest::option::of(0_u8..12),
        ) {
            let mut levels = vec![level("russianUpper", &pattern); MOST_LEVELS];
            levels[1].start = start;
            levels[1].restart = restart;
            for mark in marks(&levels, &items) {
                prop_assert!(mark.len() <= LONGEST_MARK && mark.trim() == mark);
            }
        }

        #[test]
        fn items_of_one_level_have_numbers_one_after_the_other(count in 1_usize..200) {
            let marks = marks(&[level("decimal", "%1)")], &vec![0; count]);
            let expected: Vec<String> = (1..=count).map(|n| format!("{n})")).collect();
            prop_assert_eq!(marks, expected);
        }
    }
}
