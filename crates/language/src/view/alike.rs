//! Letters of another script that look like the word's own.

use super::cell::{Cell, runs};
use crate::text::marks::is_apostrophe;
use crate::text::script::{look_alike, put_in_one_script};
use std::ops::Range;

/// Letters that look the same in every face: a word of nothing but these may have been meant in the other script.
const ALIKE: &str = "aceopxyiABCEHIKMOPTXYасеорхуіАВСЕНІКМОРТХУ";

/// Of a line or text with so many words of mixed letters, words of nothing but look-alikes are mended too, capitals and all.
const SPOILT: usize = 3;

/// Greek letters, signs and digits that stand for Cyrillic letters inside a word.
const STRANGE: [(char, char); 31] = [
    ('Α', 'А'),
    ('Β', 'В'),
    ('Ε', 'Е'),
    ('Ζ', 'З'),
    ('Η', 'Н'),
    ('Ι', 'І'),
    ('Κ', 'К'),
    ('Μ', 'М'),
    ('Ν', 'Н'),
    ('Ο', 'О'),
    ('Ρ', 'Р'),
    ('Τ', 'Т'),
    ('Υ', 'У'),
    ('Χ', 'Х'),
    ('α', 'а'),
    ('ε', 'е'),
    ('ι', 'і'),
    ('κ', 'к'),
    ('ο', 'о'),
    ('ρ', 'р'),
    ('τ', 'т'),
    ('υ', 'у'),
    ('χ', 'х'),
    ('ϲ', 'с'),
    ('ϳ', 'ј'),
    ('Ϲ', 'С'),
    ('ɪ', 'і'),
    ('Ӏ', 'І'),
    ('0', 'о'),
    ('3', 'з'),
    ('6', 'б'),
];

/// Puts each word into its own script. Tells whether any was not in it.
pub(super) fn mend_letters(cells: &mut [Cell]) -> bool {
    let whole = Letters::of(cells);
    // most texts have letters of one script alone
    if whole.cyrillic == 0 || whole.latin == 0 && !cells.iter().any(is_strange) {
        return false;
    }
    let lines = runs(cells, |c| c != '\n');
    let mut mended = vec![0; lines.len()];
    for (line, mended) in lines.iter().zip(&mut mended) {
        let line = &mut cells[line.clone()];
        if line.iter().any(is_strange) {
            *mended += usize::from(mend_strange(line));
        }
        for run in runs(line, is_letter) {
            *mended += usize::from(mend_word(&mut line[run]));
        }
    }
    let whole = Letters::of(cells);
    let all: usize = mended.iter().sum();
    let mut any = all > 0;
    for (line, mended) in lines.iter().zip(mended) {
        let line = &mut cells[line.clone()];
        let own = Letters::of(line);
        let told = match own.own < FEW {
            true => &whole,
            false => &own,
        };
        let other: fn(char) -> bool = match told.cyrillic > told.latin {
            true => is_latin,
            false => is_cyrillic,
        };
        let mended = match all > SPOILT * 2 {
            true => all,
            false => mended,
        };
        any |= mend_whole_words(line, other, mended);
    }
    any
}

/// A line with fewer letters that look like none of the other script does not tell its own.
const FEW: usize = 6;

/// The letters of a text or a line, by script.
#[derive(Default)]
struct Letters {
    cyrillic: usize,
    latin: usize,
    /// Those that look like none of the other script.
    own: usize,
}

impl Letters {
    fn of(cells: &[Cell]) -> Letters {
        let mut letters = Letters::default();
        for c in cells.iter().map(|cell| cell.meant) {
            let (cyrillic, latin) = (is_cyrillic(c), is_latin(c));
            letters.cyrillic += usize::from(cyrillic);
            letters.latin += usize::from(latin);
            letters.own += usize::from((cyrillic || latin) && !ALIKE.contains(c));
        }
        letters
    }
}

fn is_strange(cell: &Cell) -> bool {
    if is_cyrillic(cell.meant) && cell.meant != 'Ӏ' || cell.meant.is_ascii_lowercase() {
        return false;
    }
    STRANGE.iter().any(|(own, _)| *own == cell.meant)
}

/// Words of nothing but look-alikes, which of themselves do not tell their script. `other`: the letters of the script
/// that is not the line's.
fn mend_whole_words(line: &mut [Cell], other: fn(char) -> bool, mended: usize) -> bool {
    let words = runs(line, is_letter);
    let mut any = false;
    for (number, run) in words.iter().enumerate() {
        let doubtful = |c: char| other(c) && ALIKE.contains(c);
        if !line[run.clone()].iter().all(|cell| doubtful(cell.meant)) {
            continue;
        }
        let neighbours = [number.checked_sub(1), Some(number + 1)];
        let mut neighbours = neighbours.iter().filter_map(|at| words.get((*at)?));
        let strangers = neighbours.any(|run| {
            let mut letters = line[run.clone()].iter().map(|cell| cell.meant);
            letters.any(|c| other(c) && !ALIKE.contains(c))
        });
        if !strangers && is_meant_otherwise(line, run, mended) {
            for cell in &mut line[run.clone()] {
                cell.meant = look_alike(cell.meant).unwrap_or(cell.meant);
            }
            any = true;
        }
    }
    any
}

/// Whether a word of nothing but look-alikes was meant in the script of its line.
fn is_meant_otherwise(line: &[Cell], run: &Range<usize>, mended: usize) -> bool {
    let word: Vec<char> = line[run.clone()].iter().map(|cell| cell.meant).collect();
    let numeral = word.iter().all(|c| matches!(c, 'I' | 'X' | 'C' | 'M'));
    let beside = |at: Option<usize>| at.and_then(|at| line.get(at)).map(|cell| cell.meant);
    let (before, after) = (beside(run.start.checked_sub(1)), beside(Some(run.end)));
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    if digit(before) || digit(after) {
        return false;
    }
    if let [letter] = word[..] {
        // an initial stands before or behind a name; «X» alone is a number
        let initial = after == Some('.') && letter.is_uppercase();
        let numeral = matches!(letter, 'I' | 'X');
        return initial && (!numeral || mended >= SPOILT)
            || letter.is_lowercase() && mended > 0
            || !numeral && mended >= SPOILT;
    }
    let capitals = word.iter().all(|c| c.is_uppercase());
    match capitals {
        true => mended >= SPOILT && !numeral,
        false => mended > 0,
    }
}

/// One word in one script. «ITға» is two letters of a name with an ending, «СОVID» is not.
fn mend_word(word: &mut [Cell]) -> bool {
    let before: Vec<char> = word.iter().map(|cell| cell.meant).collect();
    let capitals = before
        .iter()
        .take_while(|c| is_latin(**c) && c.is_uppercase())
        .count();
    let rest = before.get(capitals..).unwrap_or_default();
    let ended = capitals > 1
        && !rest.is_empty()
        && rest.iter().all(|c| is_cyrillic(*c) && c.is_lowercase());
    let mut letters = before.clone();
    // «ІІ» is a numeral, on whichever keyboard: it stays as it is printed
    let mixed = before.iter().any(|c| is_latin(*c)) && before.iter().any(|c| is_cyrillic(*c));
    if ended || !mixed || !put_in_one_script(&mut letters) || letters == before {
        return false;
    }
    for (cell, letter) in word.iter_mut().zip(letters) {
        cell.meant = letter;
    }
    true
}

/// «Οмаров» with a Greek letter, «С0сновка» with a nought.
fn mend_strange(line: &mut [Cell]) -> bool {
    let mut mended = false;
    for run in runs(line, |c| is_letter(c) || matches!(c, '0' | '3' | '6')) {
        let word = &mut line[run];
        if !word
            .iter()
            .any(|cell| is_cyrillic(cell.meant) && cell.meant != 'Ӏ')
        {
            continue;
        }
        let letters: Vec<char> = word.iter().map(|cell| cell.meant).collect();
        for (at, cell) in word.iter_mut().enumerate() {
            let inside = || {
                let beside = |at: Option<usize>| {
                    at.and_then(|at| letters.get(at))
                        .is_some_and(|c| is_cyrillic(*c))
                };
                beside(at.checked_sub(1)) && beside(Some(at + 1))
            };
            let own = STRANGE.iter().find(|(own, _)| *own == cell.meant);
            let Some((strange, letter)) = own.filter(|(own, _)| !own.is_numeric() || inside())
            else {
                continue;
            };
            let capital =
                strange.is_numeric() && letters.get(at + 1).is_some_and(|c| c.is_uppercase());
            cell.meant = match capital {
                true => letter.to_uppercase().next().unwrap_or(*letter),
                false => *letter,
            };
            mended = true;
        }
    }
    mended
}

fn is_letter(c: char) -> bool {
    crate::text::script::is_letter(c) && !is_apostrophe(c)
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{275}') && c.is_alphabetic()
}
