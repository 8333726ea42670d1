//! Words in capitals in the letters that print would give them: names with one capital, the rest in small letters.

use super::cell::{Cell, runs};
use super::shouted::{Word, name_words};
use crate::text::script::is_letter;
use crate::text::tongue::{Tongue, language};
use std::ops::Range;

/// A line is in capitals where it has so many letters of them and of each hundred of its letters so many.
const LETTERS: usize = 12;
const OF_HUNDRED: usize = 80;

/// A line of fewer words in capitals is a heading, a name, an abbreviation.
const WORDS: usize = 3;

/// Lowers lines in capitals and names in capitals. Tells whether there were any.
pub(super) fn lower_capitals(cells: &mut [Cell]) -> bool {
    let lines = runs(cells, |c| c != '\n');
    let shouted: Vec<bool> = lines
        .iter()
        .map(|line| is_shouted(&cells[line.clone()]))
        .collect();
    let mut mended = false;
    if shouted.contains(&true) {
        let loud = lines.iter().zip(&shouted).filter(|(_, shouted)| **shouted);
        let loud: Vec<Range<usize>> = loud.map(|(line, _)| line.clone()).collect();
        mended = lower_lines(cells, &loud);
    }
    for (line, shouted) in lines.iter().zip(shouted) {
        if !shouted {
            mended |= lower_names(&mut cells[line.clone()]);
        }
    }
    mended
}

fn is_shouted(line: &[Cell]) -> bool {
    let letters = line.iter().map(|cell| cell.meant).filter(|c| is_letter(*c));
    let all = letters.clone().count();
    let capitals = letters.filter(|c| c.is_uppercase()).count();
    if all == 0 || capitals < LETTERS {
        return false;
    }
    let long = |run: &Range<usize>| run.len() > 2;
    capitals >= LETTERS
        && capitals * 100 >= all * OF_HUNDRED
        && runs(line, is_letter).iter().filter(|run| long(run)).count() >= WORDS
}

fn lower_lines(cells: &mut [Cell], lines: &[Range<usize>]) -> bool {
    let text: String = lines
        .iter()
        .flat_map(|line| {
            cells[line.clone()]
                .iter()
                .map(|cell| cell.meant)
                .chain(['\n'])
        })
        .flat_map(char::to_lowercase)
        .collect();
    let tongue = Tongue::of(language(&text));
    let words: Vec<Word> = lines
        .iter()
        .flat_map(|line| {
            runs(&cells[line.clone()], char::is_alphanumeric)
                .into_iter()
                .map(|run| run.start + line.start..run.end + line.start)
        })
        .map(|run| Word::of(cells, run, tongue))
        .collect();
    for (word, is_name) in words.iter().zip(name_words(&words, tongue)) {
        if word.stays {
            continue;
        }
        lower(&mut cells[word.cells.clone()], is_name || word.opens);
    }
    true
}

/// Small letters, the first one a capital where a name or a sentence begins.
fn lower(word: &mut [Cell], capital: bool) {
    let small = |c: char| {
        let mut letters = c.to_lowercase();
        // a letter of which two would be made keeps its case: each char has its place
        letters
            .next()
            .filter(|_| letters.next().is_none())
            .unwrap_or(c)
    };
    for cell in word.iter_mut().skip(usize::from(capital)) {
        cell.meant = small(cell.meant);
    }
}

/// «СӘУЛЕ ОМАРОВА» in a line in small letters.
fn lower_names(line: &mut [Cell]) -> bool {
    let words: Vec<Range<usize>> = runs(line, is_letter);
    let rows = rows_of_capitals(line, &words);
    if rows.is_empty() {
        return false;
    }
    let text: String = line.iter().map(|cell| cell.meant).collect();
    let tongue = Tongue::of(language(&text));
    let mut lowered = false;
    for row in rows {
        let told: Vec<Word> = words[row]
            .iter()
            .map(|run| Word::of(line, run.clone(), tongue))
            .collect();
        if is_name(&told) {
            for word in &told {
                lower(&mut line[word.cells.clone()], true);
            }
            lowered = true;
        }
    }
    lowered
}

/// Rows of two to four words in capitals that only blanks part.
fn rows_of_capitals(line: &[Cell], words: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_loud = |run: &Range<usize>| {
        run.len() > 1
            && line[run.clone()]
                .iter()
                .all(|cell| cell.meant.is_uppercase())
    };
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| is_loud(word)) {
        let joined = |row: &&mut Range<usize>| {
            let gap = words[row.end - 1].end..word.start;
            row.end == at && line[gap].iter().map(|cell| cell.meant).eq([' '])
        };
        match rows.last_mut().filter(joined) {
            Some(row) => row.end += 1,
            None => rows.push(at..at + 1),
        }
    }
    rows.retain(|row| (2..=4).contains(&row.len()));
    rows
}

/// Whether a row of words in capitals is a person's name: all are of people, one is a given name and no other a noun, or
/// no list knows any. A body in capitals is one word or an abbreviation.
fn is_name(row: &[Word]) -> bool {
    let known = row.iter().all(Word::is_of_person);
    let given = row.iter().any(Word::is_given);
    let free = row
        .iter()
        .all(|word| word.is_given() || !word.is_noun() && !word.stays);
    let unknown = row.len() < 4
        && row
            .iter()
            .all(|word| word.may_be_name() && !word.is_latin());
    known || given && free || unknown
}
