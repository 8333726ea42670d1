//! Letters of another script that look like the word's own.

use super::cell::{Cell, runs};
use crate::text::marks::is_apostrophe;
use crate::text::script::{look_alike, put_in_one_script};
use std::ops::Range;

/// Letters that look the same in every face: a word of nothing but these may have been meant in the other script.
const ALIKE: &str = "aceopxyiABCEHIKMOPTXYасеорхуіАВСЕНІКМОРТХУ";

/// Of a line with so many words of mixed letters, words of nothing but look-alikes are mended too, capitals and all.
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
    let mut mended = false;
    for line in runs(cells, |c| c != '\n') {
        let Some(line) = cells.get_mut(line) else {
            continue;
        };
        // most texts have letters of one script alone
        let latin = line.iter().any(|cell| is_latin(cell.meant));
        let strange = line
            .iter()
            .any(|cell| STRANGE.iter().any(|(own, _)| *own == cell.meant));
        let cyrillic = line.iter().any(|cell| is_cyrillic(cell.meant));
        if cyrillic && (latin || strange) {
            mended |= mend_line(line, strange);
        }
    }
    mended
}

fn mend_line(line: &mut [Cell], strange: bool) -> bool {
    let mut mended = 0;
    if strange {
        mended += usize::from(mend_strange(line));
    }
    for run in runs(line, is_letter) {
        mended += usize::from(mend_word(&mut line[run]));
    }
    let cyrillic = line.iter().filter(|cell| is_cyrillic(cell.meant)).count();
    let latin = line.iter().filter(|cell| is_latin(cell.meant)).count();
    let other = match cyrillic > latin {
        true => is_latin,
        false => is_cyrillic,
    };
    let words = runs(line, is_letter);
    let mut whole = false;
    for (number, run) in words.iter().enumerate() {
        let word = &line[run.clone()];
        let doubtful = word
            .iter()
            .all(|cell| other(cell.meant) && ALIKE.contains(cell.meant));
        let neighbours = [number.checked_sub(1), Some(number + 1)];
        let mut neighbours = neighbours.iter().filter_map(|at| words.get((*at)?));
        let strangers = neighbours.any(|run| {
            line[run.clone()]
                .iter()
                .any(|cell| other(cell.meant) && !ALIKE.contains(cell.meant))
        });
        if doubtful && !strangers && is_meant_otherwise(line, run, mended) {
            for cell in &mut line[run.clone()] {
                cell.meant = look_alike(cell.meant).unwrap_or(cell.meant);
            }
            whole = true;
        }
    }
    mended > 0 || whole
}

/// Whether a word of nothing but look-alikes was meant in the script of its line.
fn is_meant_otherwise(line: &[Cell], run: &Range<usize>, mended: usize) -> bool {
    let word: Vec<char> = line[run.clone()].iter().map(|cell| cell.meant).collect();
    let numeral = word.iter().all(|c| matches!(c, 'I' | 'X' | 'C' | 'M'));
    let beside = |at: Option<usize>| at.and_then(|at| line.get(at)).map(|cell| cell.meant);
    let (before, after) = (beside(run.start.checked_sub(1)), beside(Some(run.end)));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
    if digit(before) || digit(after) {
        return false;
    }
    if let [letter] = word[..] {
        // an initial stands before or behind a name; «X» alone is a number
        let initial = after == Some('.') && letter.is_uppercase();
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
    if ended || !put_in_one_script(&mut letters) || letters == before {
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
    c.is_alphabetic() && !is_apostrophe(c)
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || c.is_alphabetic() && matches!(c, '\u{c0}'..='\u{275}')
}
