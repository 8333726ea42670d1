//! Which line ends mail made and which end a paragraph, by the lengths of the lines.

use super::cell::Cell;
use super::hyphens::Hyphens;
use super::line::{Ending, Line};
use crate::lines::credit::photo_credits;
use crate::lines::date::{after_date_label, date_line};
use crate::text::fold::{is_dash, is_double_quote};

/// The widths, in chars, to which lines are wrapped. Lists and verse have shorter lines, paragraphs longer ones.
const WIDTHS: std::ops::RangeInclusive<usize> = 38..=130;

/// A line longer than this, in chars, holds more than a date or a credit.
const LONGEST_LABEL: usize = 70;

/// What each line end stands for.
pub(super) fn endings_of(cells: &[Cell], lines: &[Line]) -> Vec<Ending> {
    let mut joints: Vec<Joint> = lines
        .windows(2)
        .map(|pair| Joint::of(cells, &pair[0], &pair[1]))
        .collect();
    let hyphens = Hyphens::of(cells, lines);
    let mut width = None;
    let mut goes_on_often = false;
    if joints.iter().any(|joint| joint.runs_on || joint.open) {
        part_labels(cells, lines, &mut joints);
        open_in_prose(lines, &mut joints);
        width = width_of(lines, &joints);
    }
    if let Some(width) = width {
        let is_end = |joint: &&Joint| joint.near && joint.stops && joint.filled <= width;
        goes_on_often = sentences_inside(cells) > joints.iter().filter(is_end).count();
    }
    let text = Text {
        lines,
        joints: &joints,
        width,
        has_inner_semicolons: has_inner_semicolons(cells),
        goes_on_often,
    };
    let ending = |at: usize| match hyphens.ending(at) {
        Some(ending) => ending,
        None if text.is_wrapped(at) => Ending::Blank,
        None => Ending::Paragraph,
    };
    (0..lines.len()).map(ending).collect()
}

/// A date or the credit of a photo is a line by itself: nothing runs on from it or into it.
fn part_labels(cells: &[Cell], lines: &[Line], joints: &mut [Joint]) {
    let is_label = |line: &Line| {
        let text: String = line.chars(cells).collect();
        line.length <= LONGEST_LABEL
            && (date_line(&text).is_some()
                || after_date_label(&text).is_some()
                || !photo_credits(&text).is_empty())
    };
    let labels: Vec<bool> = lines.iter().map(is_label).collect();
    for (joint, pair) in joints.iter_mut().zip(labels.windows(2)) {
        if pair.contains(&true) {
            joint.near = false;
            joint.runs_on = false;
            joint.open = false;
        }
    }
}

/// In prose a line that ends without a stop goes on, whatever letter the next one begins with. A text is prose where most
/// of its lines end with one; its first line is the title.
fn open_in_prose(lines: &[Line], joints: &mut [Joint]) {
    let below = joints.iter().filter(|joint| joint.last != '\n').skip(1);
    let open = below.clone().filter(|joint| joint.open).count();
    if open * 2 > below.count() {
        return;
    }
    let first = lines.iter().position(|line| !line.is_blank());
    for (at, joint) in joints.iter_mut().enumerate() {
        let long = lines[at].length >= *WIDTHS.start();
        joint.runs_on |= joint.open && long && Some(at) != first;
    }
}

/// How often a sentence ends inside a line and another begins there.
fn sentences_inside(cells: &[Cell]) -> usize {
    let meant = |at: usize| cells.get(at).map(|cell| cell.meant);
    let is_inner = |at: &usize| {
        let stops = matches!(meant(*at), Some('.' | '!' | '?' | '…'));
        let word = |before: usize| at.checked_sub(before).and_then(meant);
        let small = |c: Option<char>| c.is_some_and(|c| c.is_lowercase() || is_double_quote(c));
        let marks = (at + 1..at + 3).take_while(|at| meant(*at).is_some_and(is_double_quote));
        let next = at + 1 + marks.count();
        let begins = |at: usize| meant(at).is_some_and(|c| c.is_uppercase() || is_double_quote(c));
        stops && small(word(1)) && small(word(2)) && meant(next) == Some(' ') && begins(next + 1)
    };
    (0..cells.len()).filter(is_inner).count()
}

/// What stands on both sides of a line end.
struct Joint {
    /// Both lines are there, neither is the first of a list's entry, and both are quoted alike.
    near: bool,
    /// Chars of the upper line with the next one's first word, if it stood there.
    filled: usize,
    /// The lower line goes on in small letters with what the upper one left open.
    runs_on: bool,
    /// The upper line ends without a sign, the lower one begins with a capital.
    open: bool,
    /// The upper line ends a sentence.
    stops: bool,
    /// The last char of the upper line and the first of the lower one.
    last: char,
    first: char,
    /// The lower line begins with a dash and a capital.
    speaks: bool,
}

impl Joint {
    fn of(cells: &[Cell], upper: &Line, lower: &Line) -> Joint {
        let word: usize = lower.chars(cells).take_while(|c| *c != ' ').count();
        let mut ends = upper.chars(cells).rev();
        let last = ends.next().unwrap_or('\n');
        let mut ends = std::iter::once(last).chain(ends);
        let end = ends.find(|c| !is_double_quote(*c) && !matches!(c, ')' | ' '));
        let stops = matches!(end, Some('.' | '!' | '?' | '…'));
        let mut begins = lower.chars(cells);
        let first = begins.next().unwrap_or('\n');
        let dashed =
            is_dash(first) && first != '-' || first == '-' && begins.clone().next() == Some(' ');
        let next = match dashed {
            true => begins.find(|c| *c != ' ').unwrap_or('\n'),
            false => first,
        };
        let near =
            !upper.is_blank() && !lower.is_blank() && upper.depth == lower.depth && !lower.listed;
        // a text in capitals has no small letters to go on in
        let has_small = |line: &Line| line.chars(cells).any(char::is_lowercase);
        let goes_on =
            next.is_lowercase() || next.is_alphabetic() && !has_small(upper) && !has_small(lower);
        Joint {
            near,
            filled: upper.length + 1 + word,
            runs_on: near && goes_on && !matches!(last, '.' | '!' | '?' | '…' | ':' | ';'),
            open: near && first.is_uppercase() && (last.is_alphanumeric() || last == ','),
            stops,
            last,
            first,
            speaks: dashed && next.is_uppercase(),
        }
    }
}

/// The width to which a text was wrapped: one that parts the lines which run on from those which do not. None where
/// the text has lines of any length.
fn width_of(lines: &[Line], joints: &[Joint]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.length).collect();
    widths.retain(|width| WIDTHS.contains(width));
    widths.sort_unstable();
    widths.dedup();
    // One line is often longer than the rest: a title put before a text, an address that cannot be cut.
    let longer = |width: usize| {
        let lines = lines.iter().skip(1);
        lines.filter(|line| line.length > width).count()
    };
    let score = |width: usize| {
        let score = |(line, joint): (&Line, &Joint)| match joint.runs_on {
            true if line.length > width => 0,
            true if joint.filled > width => 2,
            true => -3,
            false => 0,
        };
        let told: i64 = lines.iter().zip(joints).map(score).sum();
        told - 2 * i64::try_from(longer(width)).unwrap_or(i64::MAX / 4)
    };
    let best = widths
        .into_iter()
        .map(|width| (score(width), width))
        .max()?;
    (best.0 > 0).then_some(best.1)
}

/// «…; …;» inside lines: what is listed stands in running text.
fn has_inner_semicolons(cells: &[Cell]) -> bool {
    let pairs = cells.windows(2);
    pairs
        .filter(|pair| pair[0].meant == ';' && pair[1].meant == ' ')
        .count()
        > 0
}

struct Text<'a> {
    lines: &'a [Line],
    joints: &'a [Joint],
    width: Option<usize>,
    has_inner_semicolons: bool,
    /// Sentences end inside paragraphs more often than with them.
    goes_on_often: bool,
}

impl Text<'_> {
    /// Whether mail made the end of a line.
    fn is_wrapped(&self, at: usize) -> bool {
        let (Some(width), Some(joint)) = (self.width, self.joints.get(at)) else {
            return false;
        };
        let (upper, lower) = (&self.lines[at], &self.lines[at + 1]);
        if !joint.near
            || upper.length > width
            || lower.length > width
            || joint.speaks && joint.stops
        {
            return false;
        }
        if joint.filled <= width {
            // lines of a width of their own, as where mail wrapped what was wrapped before
            return joint.runs_on && !joint.open && upper.length * 5 > width * 3;
        }
        match joint.last {
            ';' => self.has_inner_semicolons,
            ':' => !is_dash(joint.first),
            // a quote begins a paragraph more often than a line
            _ if joint.stops => self.goes_on_often && !is_double_quote(joint.first),
            _ if joint.runs_on || joint.last == ',' => true,
            // a title that fills its line has the text below it
            _ => !self.is_first(at) || !self.is_full(at + 1),
        }
    }

    fn is_full(&self, at: usize) -> bool {
        let joint = self.joints.get(at);
        joint
            .is_some_and(|joint| joint.near && self.width.is_some_and(|width| joint.filled > width))
    }

    /// Whether nothing stands above a line.
    fn is_first(&self, at: usize) -> bool {
        self.lines[..at].iter().all(Line::is_blank)
    }
}
