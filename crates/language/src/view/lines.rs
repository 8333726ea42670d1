//! Lines: without the marks of quoted mail and of lists, and whole where mail wrapped them.

use super::cell::Cell;
use super::line::{Ending, Line, lines_of};
use super::wrapped;
use crate::lines::furniture::{self, tell_line};
use crate::text::fold::is_dash;
use std::ops::Range;

/// Marks of lists, which are no part of what they stand before.
const BULLETS: [char; 14] = [
    '•', '·', '●', '∙', '*', '▪', '■', '◦', '○', '‣', '➢', '✓', '\u{f0b7}', '\u{f0a7}',
];

/// Takes marks away and joins what was wrapped. Tells whether that changes anything.
pub(super) fn mend_lines(cells: &mut Vec<Cell>) -> bool {
    let mut lines = lines_of(cells);
    let mut mended = take_quote_marks(cells, &mut lines);
    for line in &mut lines {
        line.listed = is_listed(line, cells) || line.chars(cells).any(|c| c == '\t');
    }
    let mut endings = wrapped::endings_of(cells, &lines);
    keep_head(cells, &lines, &mut endings);
    mended |= endings.iter().any(|ending| *ending != Ending::Paragraph);
    if mended {
        *cells = put_together(cells, &lines, &endings);
    }
    take_bullets(cells) || mended
}

/// So many lines at the head of a text may be a date, small print or the title.
const HEAD_LINES: usize = 14;

/// Dates and small print at the head stand alone, whatever they are as long as; a title in capitals goes on in its
/// second line.
fn keep_head(cells: &[Cell], lines: &[Line], endings: &mut [Ending]) {
    let words = |line: &Line| line.chars(cells).collect::<String>();
    let mut shouted_before = false;
    for (number, line) in lines.iter().enumerate().take(HEAD_LINES) {
        let text = words(line);
        let told = tell_line(&text);
        let is_text = told == furniture::Line::Text;
        // «-27.02.2026-» is no word that goes on
        let is_date = matches!(told, furniture::Line::Date(_));
        if !line.is_blank() && !is_text {
            // a word that goes on from line to line is cut by nothing
            for at in [number.checked_sub(1), Some(number)].into_iter().flatten() {
                let ending = endings.get_mut(at);
                if let Some(ending) = ending.filter(|one| is_date || **one == Ending::Blank) {
                    *ending = Ending::Paragraph;
                }
            }
        }
        let shouted = is_text && is_shouted(&text);
        if shouted
            && shouted_before
            && lines
                .get(number + 1)
                .is_none_or(|next| !is_shouted(&words(next)))
            && let Some(above) = number.checked_sub(1).and_then(|at| endings.get_mut(at))
        {
            *above = Ending::Blank;
        }
        shouted_before = shouted && !text.ends_with(['.', '!', '?', ':']);
    }
}

/// Whether all letters of a line are capitals, and there are enough of them to be no sign.
fn is_shouted(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 6 && letters.clone().all(|c| !c.is_lowercase())
}

/// `> ` before the lines of a mail that somebody answered. One line alone may begin so for another reason.
fn take_quote_marks(cells: &[Cell], lines: &mut [Line]) -> bool {
    let is_quoted = |line: &&Line| line.chars(cells).next() == Some('>');
    if lines.iter().filter(is_quoted).nth(1).is_none() {
        return false;
    }
    let mut taken = false;
    for line in lines {
        let marks = line.chars(cells).take_while(|c| matches!(c, '>' | ' '));
        let depth = marks.clone().filter(|c| *c == '>').count();
        if depth > 0 {
            line.depth = depth;
            line.cells.start += marks.count();
            line.measure(cells);
            taken = true;
        }
    }
    taken
}

/// Whether a line begins with a bullet or the number of an entry.
fn is_listed(line: &Line, cells: &[Cell]) -> bool {
    let chars = line.chars(cells);
    let digits = chars.clone().take_while(char::is_ascii_digit).count();
    let mut behind = chars.skip(digits);
    let is_number = (1..3).contains(&digits)
        && matches!(behind.next(), Some('.' | ')'))
        && behind.next() == Some(' ');
    is_number || line.opens_with(cells, &BULLETS)
}

/// «• Омаров Ерлан»: a bullet is no part of what is listed; before speech it stands for the dash.
fn take_bullets(cells: &mut Vec<Cell>) -> bool {
    let lines = lines_of(cells);
    let bullets: Vec<&Line> = lines
        .iter()
        .filter(|line| line.opens_with(cells, &BULLETS))
        .collect();
    let mut gone: Vec<Range<usize>> = Vec::new();
    for line in &bullets {
        let at = line.cells.start;
        match is_speech(line.chars(cells).skip(2)) {
            true => {
                if let Some(bullet) = cells.get_mut(at) {
                    bullet.meant = '–';
                }
            }
            false => gone.push(at..at + 2),
        }
    }
    let mut at = 0;
    cells.retain(|_| {
        at += 1;
        let next = gone.partition_point(|range| range.end < at);
        !gone
            .get(next)
            .is_some_and(|range| range.contains(&(at - 1)))
    });
    !bullets.is_empty()
}

/// «Жол ашылды, – деді Омаров»: a sign and a dash behind it.
fn is_speech(line: impl Iterator<Item = char>) -> bool {
    let signs: Vec<char> = line.filter(|c| *c != ' ').collect();
    let opens = signs.first().is_some_and(|c| is_dash(*c));
    let told = |pair: &[char]| matches!(pair, [',' | '.' | '!' | '?' | '…' | '»' | '"' | '”', dash] if is_dash(*dash));
    !opens && signs.windows(2).any(told)
}

/// Glues the lines together again.
fn put_together(cells: &[Cell], lines: &[Line], endings: &[Ending]) -> Vec<Cell> {
    let mut whole: Vec<Cell> = Vec::with_capacity(cells.len());
    for (number, line) in lines.iter().enumerate() {
        whole.extend(cells.get(line.cells.clone()).unwrap_or_default());
        let Some(end) = cells.get(line.cells.end) else {
            continue;
        };
        match endings.get(number) {
            Some(Ending::Blank) => whole.push(Cell {
                meant: ' ',
                printed: ' ',
                ..*end
            }),
            Some(Ending::InsideWord) => {
                whole.pop();
            }
            Some(Ending::AtHyphen) => {
                if let Some(hyphen) = whole.last_mut().filter(|cell| cell.meant == '\u{ad}') {
                    hyphen.meant = '-';
                    hyphen.printed = '-';
                }
            }
            Some(Ending::Paragraph) | None => whole.push(*end),
        }
    }
    whole
}
