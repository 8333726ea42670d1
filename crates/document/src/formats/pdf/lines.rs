//! Letters become pieces of lines: words that stand on one line without a wide gap.

use unicode_normalization::UnicodeNormalization;

use super::page::{Letter, Rule};

/// A gap between letters that is a blank, in sizes of the letters.
const BLANK: f32 = 0.13;
/// A gap that parts pieces of a line where the letters are drawn one after the other.
const WIDE: f32 = 1.6;
/// The same where the file has a blank in it: a line may be stretched to fill its column.
const WIDE_WITH_BLANK: f32 = 2.2;
/// The same where they are drawn at different times.
const WIDE_APART: f32 = 0.9;

/// So many letters show whether they are set wide.
const LETTERS_OF_WIDE: usize = 4;

/// A piece of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub text: String,
    pub left: f32,
    pub right: f32,
    /// Where its first word ends.
    pub first_right: f32,
    /// Of the line on which it stands.
    pub y: f32,
    pub size: f32,
    pub is_furniture: bool,
    begins_blank: bool,
    ends_blank: bool,
    is_right_to_left: bool,
}

impl Piece {
    pub fn top(&self) -> f32 {
        self.y - self.size * 0.8
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.size * 0.2
    }

    pub fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }
}

/// A piece that is being built.
struct Open {
    letters: Vec<Letter>,
    /// The gaps between letters that have no blank drawn between them.
    gaps: Vec<f32>,
    /// Blanks that only a gap tells: their places among the letters, and how wide each is.
    guessed: Vec<(usize, f32)>,
    left: f32,
    right: f32,
    y: f32,
    size: f32,
    /// Where the last letter stands.
    last: Letter,
    blank_before: bool,
    blank: bool,
}

/// Builds pieces out of letters that run in one direction; upright rules part them.
pub(super) fn build(letters: &[Letter], rules: &[Rule]) -> Vec<Piece> {
    let walls: Vec<&Rule> = rules
        .iter()
        .filter(|rule| rule.to.1 - rule.from.1 > rule.to.0 - rule.from.0)
        .collect();
    let mut pieces = Vec::new();
    let mut open: Option<Open> = None;
    let mut blank_before = false;
    for letter in letters {
        if letter.c.is_whitespace() {
            match &mut open {
                // a blank that is drawn elsewhere belongs to nothing
                Some(open) if (letter.y - open.y).abs() < open.size * 0.5 => open.blank = true,
                _ => blank_before = true,
            }
            continue;
        }
        match &mut open {
            Some(current) if goes_on(current, letter, &walls) => add(current, *letter),
            _ => {
                if let Some(open) = open.take() {
                    pieces.push(close(&open));
                }
                open = Some(Open {
                    letters: vec![*letter],
                    left: letter.x,
                    right: letter.x + letter.width,
                    gaps: Vec::new(),
                    guessed: Vec::new(),
                    y: letter.y,
                    size: letter.size,
                    last: *letter,
                    blank_before,
                    blank: false,
                });
            }
        }
        blank_before = false;
    }
    pieces.extend(open.as_ref().map(close));
    join_apart(pieces, &walls)
}

/// Whether a letter goes on with a piece.
fn goes_on(open: &Open, letter: &Letter, walls: &[&Rule]) -> bool {
    let size = open.size.max(letter.size);
    let is_raised = letter.size < open.size * 0.85 || open.last.size < open.size * 0.85;
    let across = (letter.y - open.y).abs();
    if across > size * if is_raised { 0.6 } else { 0.3 }
        || letter.is_furniture != open.last.is_furniture
    {
        return false;
    }
    let gap = gap_after(&open.last, letter);
    let wide = if open.blank { WIDE_WITH_BLANK } else { WIDE };
    (-0.7 * size..wide * size).contains(&gap)
        && (gap < size * 0.3 || !has_wall(walls, open.right, letter.x, letter.y - size * 0.3))
}

/// How far a letter stands from the one before it, in the direction of their script.
fn gap_after(last: &Letter, letter: &Letter) -> f32 {
    match is_right_to_left(letter.c) && letter.x < last.x {
        true => last.x - (letter.x + letter.width),
        false => letter.x - (last.x + last.width),
    }
}

fn has_wall(walls: &[&Rule], left: f32, right: f32, y: f32) -> bool {
    walls.iter().any(|wall| {
        (left - 0.5..=right + 0.5).contains(&wall.from.0) && (wall.from.1..=wall.to.1).contains(&y)
    })
}

fn add(open: &mut Open, letter: Letter) {
    let gap = gap_after(&open.last, &letter);
    let is_wide = gap > BLANK * letter.size.min(open.size);
    if is_wide && !open.blank {
        open.guessed.push((open.letters.len(), gap));
    }
    if !open.blank {
        open.gaps.push(gap);
    }
    if open.blank || is_wide {
        open.letters.push(Letter { c: ' ', ..letter });
    }
    open.blank = false;
    // the size of a piece is that of its larger letters: a raised number is none of them
    if letter.size > open.size * 1.15 {
        open.y = letter.y;
        open.size = letter.size;
    }
    open.left = open.left.min(letter.x);
    open.right = open.right.max(letter.x + letter.width);
    open.last = letter;
    open.letters.push(letter);
}

/// The letters without the blanks that are only the letters' own distance: a word that is set wide has a gap before each
/// letter.
fn close_up(open: &Open) -> Vec<Letter> {
    let mut gaps = open.gaps.clone();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let words = open.letters.iter().filter(|letter| letter.c != ' ');
    let (of_words, others): (Vec<&Letter>, Vec<&Letter>) =
        words.partition(|letter| letter.c.is_alphabetic());
    let is_set_wide = usual > BLANK * open.size * 0.75
        && of_words.len() >= LETTERS_OF_WIDE
        && others.len() * 3 <= of_words.len();
    if !is_set_wide {
        return open.letters.clone();
    }
    let least = usual + BLANK * open.size;
    let mut closed = Vec::with_capacity(open.letters.len());
    let mut guessed = open.guessed.iter().peekable();
    for (place, letter) in open.letters.iter().enumerate() {
        let gap = guessed.next_if(|(at, _)| *at == place);
        if gap.is_none_or(|(_, gap)| *gap > least) {
            closed.push(*letter);
        }
    }
    closed
}

fn close(open: &Open) -> Piece {
    let letters = close_up(open);
    let count = letters.len();
    let backward = letters
        .iter()
        .filter(|letter| is_right_to_left(letter.c))
        .count();
    let is_backward = backward * 2 > count;
    let runs_right = match letters.as_slice() {
        [first, .., last] => first.x <= last.x,
        _ => true,
    };
    // a script that runs to the left, drawn as one sees it
    let text = match is_backward && runs_right {
        true => turn_round(&letters),
        false => letters.iter().map(|letter| letter.c).collect(),
    };
    let text = match text.contains(is_presentation_form) {
        true => text.nfkc().collect(),
        false => text,
    };
    Piece {
        text,
        left: open.left,
        right: open.right,
        first_right: letters
            .iter()
            .take_while(|letter| letter.c != ' ')
            .map(|letter| letter.x + letter.width)
            .fold(open.left, f32::max),
        y: open.y,
        size: open.size,
        is_furniture: open.last.is_furniture,
        begins_blank: open.blank_before,
        ends_blank: open.blank,
        is_right_to_left: is_backward,
    }
}

/// The letters from right to left, but numbers and other scripts within as they run.
fn turn_round(letters: &[Letter]) -> String {
    let mut turned = String::new();
    let mut forward: Vec<char> = Vec::new();
    for letter in letters.iter().rev() {
        let c = letter.c;
        if c.is_alphanumeric() && !is_right_to_left(c) {
            forward.push(c);
            continue;
        }
        turned.extend(forward.drain(..).rev());
        turned.push(c);
    }
    turned.extend(forward.drain(..).rev());
    turned
}

pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Letters as they look within a word, and two letters in one form.
fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Joins pieces that stand on one line side by side and were drawn at different times.
fn join_apart(mut pieces: Vec<Piece>, walls: &[&Rule]) -> Vec<Piece> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        // the lines above are few whose distance is less than half a letter
        let neighbour = joined
            .iter_mut()
            .rev()
            .take(40)
            .find(|other| stands_beside(other, &piece, walls));
        match neighbour {
            Some(other) => join(other, piece),
            None => joined.push(piece),
        }
    }
    // what was joined to the left may now touch another
    let count = joined.len();
    let mut again: Vec<Piece> = Vec::with_capacity(count);
    joined.sort_by(|a, b| a.left.total_cmp(&b.left));
    for piece in joined {
        let neighbour = match count < 2_000 {
            true => again
                .iter_mut()
                .rev()
                .find(|other| stands_beside(other, &piece, walls)),
            false => None,
        };
        match neighbour {
            Some(other) => join(other, piece),
            None => again.push(piece),
        }
    }
    again
}

fn stands_beside(a: &Piece, b: &Piece, walls: &[&Rule]) -> bool {
    let small = a.size.min(b.size);
    let large = a.size.max(b.size);
    let across = (a.y - b.y).abs();
    let is_raised = small < large * 0.8;
    if across > small * 0.25 && !(is_raised && across < large * 0.55)
        || a.is_furniture != b.is_furniture
    {
        return false;
    }
    let (left, right) = if a.left <= b.left { (a, b) } else { (b, a) };
    let gap = right.left - left.right;
    let wide = if is_raised { 0.4 } else { WIDE_APART };
    (-0.3 * large..wide * small).contains(&gap)
        && (gap < small * 0.3 || !has_wall(walls, left.right, right.left, a.y - small * 0.3))
}

fn join(other: &mut Piece, piece: Piece) {
    let (left, right) = match other.left <= piece.left {
        true => (std::mem::take(other), piece),
        false => (piece, std::mem::take(other)),
    };
    let gap = right.left - left.right;
    let has_blank =
        left.ends_blank || right.begins_blank || gap > BLANK * left.size.min(right.size);
    let is_right_to_left = left.is_right_to_left && right.is_right_to_left;
    let (first, second) = match is_right_to_left {
        true => (&right, &left),
        false => (&left, &right),
    };
    let blank = if has_blank { " " } else { "" };
    let larger = if left.size >= right.size * 0.95 {
        &left
    } else {
        &right
    };
    *other = Piece {
        text: format!("{}{blank}{}", first.text, second.text),
        left: left.left,
        right: left.right.max(right.right),
        first_right: match left.text.contains(' ') || has_blank {
            true => left.first_right,
            false => right.first_right,
        },
        y: larger.y,
        size: larger.size,
        is_furniture: left.is_furniture,
        begins_blank: left.begins_blank,
        ends_blank: right.ends_blank,
        is_right_to_left,
    };
}
