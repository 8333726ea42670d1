//! Blanks of every kind as one, and no marks that nobody sees.

use std::collections::HashSet;

use super::cell::Cell;
use crate::text::marks::is_invisible;
use crate::text::script::is_letter;
use unicode_normalization::char::{compose, is_combining_mark};

/// What stands for a hyphen that shows only at a line end; word processors paste theirs as `¬`.
pub(super) fn is_soft_hyphen(c: char) -> bool {
    matches!(c, '\u{ad}' | '¬')
}

/// The cells of a text: single blanks, none at the ends of lines, letters with their marks as one char, nothing
/// invisible but soft hyphens at a line end. Tells whether that changes anything.
pub(super) fn clean_cells(text: &str) -> (Vec<Cell>, bool) {
    let mut cells: Vec<Cell> = Vec::with_capacity(text.len() / 2 + 1);
    let mut mended = false;
    let in_table = tabs_of_tables(text);
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        let cell = match c {
            '\n' => Cell::new('\n', at),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Cell {
                meant: '\n',
                printed: '\n',
                ..Cell::new(c, at)
            },
            _ if is_soft_hyphen(c) && is_at_line_end(chars.clone()) => Cell::new('\u{ad}', at),
            _ if is_invisible(c) || c == '¬' && is_between_letters(&cells, chars.peek()) => {
                mended = true;
                continue;
            }
            // the tab between the cells of a table
            '\t' if in_table.contains(&at) => Cell::new(c, at),
            _ if c.is_whitespace() => Cell {
                meant: ' ',
                printed: ' ',
                ..Cell::new(c, at)
            },
            _ => Cell::new(c, at),
        };
        mended |= cell.meant != c;
        if cell.meant == '\n' {
            mended |= drop_last_blank(&mut cells);
        }
        let last = cells.last_mut();
        match (cell.meant, last) {
            (' ', None) => mended = true,
            (' ', Some(last)) if matches!(last.meant, ' ' | '\n') => mended = true,
            (mark, Some(last)) if is_combining_mark(mark) => match compose(last.meant, mark) {
                Some(whole) => {
                    mended = true;
                    last.meant = whole;
                    last.printed = whole;
                    last.end = cell.end;
                }
                None => cells.push(cell),
            },
            _ => cells.push(cell),
        }
    }
    mended |= drop_last_blank(&mut cells);
    (cells, mended)
}

/// A line with more tabs than this is no row of a table of names.
const MOST_TABS: usize = 6;

/// A line longer than this, in chars, is no row of a table but running text.
const LONGEST_ROW: usize = 140;

/// The places of the tabs that stand between words on lines next to others that have some too.
fn tabs_of_tables(text: &str) -> HashSet<usize> {
    let mut tabs = HashSet::new();
    if !text.contains('\t') {
        return tabs;
    }
    // a program that puts tabs for blanks puts many, and not the same number on each line
    let count = |line: &str| line.trim().matches('\t').count();
    let has_cells = |line: &str| (1..=MOST_TABS).contains(&count(line));
    let lines: Vec<&str> = text.split('\n').collect();
    // where running text has tabs, they are blanks everywhere
    let is_running = |line: &&str| line.chars().nth(LONGEST_ROW).is_some() && count(line) > 0;
    if lines.iter().any(is_running) {
        return tabs;
    }
    let mut begin = 0;
    for (number, line) in lines.iter().enumerate() {
        let beside = [number.checked_sub(1), Some(number + 1)];
        let mut others = beside.into_iter().flatten().filter_map(|at| lines.get(at));
        if has_cells(line) && others.any(|other| count(other) == count(line)) {
            let start = line.chars().take_while(|c| c.is_whitespace()).count();
            let end = line.trim_end().chars().count();
            let inside = line.chars().enumerate().take(end).skip(start);
            let own = inside.filter(|(_, c)| *c == '\t');
            tabs.extend(own.map(|(at, _)| begin + at));
        }
        begin += line.chars().count() + 1;
    }
    tabs
}

fn drop_last_blank(cells: &mut Vec<Cell>) -> bool {
    let is_blank = cells.last().is_some_and(|cell| cell.meant == ' ');
    if is_blank {
        cells.pop();
    }
    is_blank
}

/// Whether the next char that can be seen is a line end.
fn is_at_line_end(rest: impl Iterator<Item = (usize, char)>) -> bool {
    let mut rest = rest.map(|(_, c)| c);
    let next = rest.find(|c| *c == '\n' || !(c.is_whitespace() || is_invisible(*c)));
    next == Some('\n')
}

fn is_between_letters(cells: &[Cell], next: Option<&(usize, char)>) -> bool {
    let before = cells.last().is_some_and(|cell| is_letter(cell.meant));
    before && next.is_some_and(|(_, c)| is_letter(*c))
}
