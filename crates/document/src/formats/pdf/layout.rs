//! A page's letters, rules and pictures become items in the order of reading.

use std::collections::BTreeMap;

use super::lines::{self, Piece};
use super::order::{self, Area};
use super::page::{Collected, Letter};
use super::tables;

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub y: f32,
    pub size: f32,
    /// How wide its first word is.
    pub first_word: f32,
    /// The block of the page in which it stands, and where that begins and ends.
    pub block: usize,
    pub block_left: f32,
    pub block_right: f32,
    /// The usual distance of lines in the block.
    pub leading: f32,
    pub is_furniture: bool,
    /// Whether it runs as the page does.
    pub is_upright: bool,
}

/// What stands on a page.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Line(Line),
    Table(Vec<Vec<String>>),
    Picture(usize),
}

impl Item {
    /// About how many bytes its words take.
    pub fn length(&self) -> usize {
        match self {
            Item::Line(line) => line.text.len() + size_of::<Line>(),
            Item::Table(rows) => rows.iter().flatten().map(String::len).sum(),
            Item::Picture(_) => 0,
        }
    }
}

/// A page.
#[derive(Debug, Clone, Default)]
pub(super) struct PageText {
    pub items: Vec<Item>,
    pub height: f32,
}

enum Element {
    Block(Vec<Piece>),
    Table(Vec<Vec<String>>),
    Picture(usize),
}

/// Lays a page out.
pub(super) fn lay_out(collected: &Collected) -> PageText {
    let mut by_angle: BTreeMap<i16, Vec<Letter>> = BTreeMap::new();
    for letter in &collected.letters {
        by_angle.entry(letter.angle).or_default().push(*letter);
    }
    let mut angles: Vec<(i16, Vec<Letter>)> = by_angle.into_iter().collect();
    // what most of the page is written in comes first
    angles.sort_by_key(|(_, letters)| std::cmp::Reverse(letters.len()));
    let main = angles.first().map_or(0, |(angle, _)| *angle);
    if angles.is_empty() {
        angles.push((0, Vec::new()));
    }
    let mut page = PageText {
        items: Vec::new(),
        height: collected.height,
    };
    let mut blocks = 0;
    for (angle, letters) in angles {
        let rules = if angle == 0 {
            &collected.rules[..]
        } else {
            &[]
        };
        let mut pieces = lines::build(&letters, rules);
        let mut elements: Vec<(Area, Element)> = Vec::new();
        if angle == 0 {
            for (area, rows) in tables::take_tables(rules, &mut pieces) {
                elements.push((area, Element::Table(rows)));
            }
        }
        if angle == main {
            for placed in &collected.pictures {
                let area = Area {
                    left: placed.area.x0 as f32,
                    top: placed.area.y0 as f32,
                    right: placed.area.x1 as f32,
                    bottom: placed.area.y1 as f32,
                };
                elements.push((area, Element::Picture(placed.picture)));
            }
        }
        for block in order::make_blocks(pieces) {
            elements.push((Area::of(&block), Element::Block(block)));
        }
        let areas: Vec<Area> = elements.iter().map(|(area, _)| *area).collect();
        let mut elements: Vec<Option<(Area, Element)>> = elements.into_iter().map(Some).collect();
        for place in order::sort(&areas) {
            let Some((area, element)) = elements.get_mut(place).and_then(Option::take) else {
                continue;
            };
            match element {
                Element::Table(rows) => page.items.push(Item::Table(rows)),
                Element::Picture(picture) => page.items.push(Item::Picture(picture)),
                Element::Block(pieces) => {
                    let lines = write_lines(pieces, area, blocks, angle == main);
                    page.items.extend(lines.into_iter().map(Item::Line));
                    blocks += 1;
                }
            }
        }
    }
    page
}

fn write_lines(pieces: Vec<Piece>, area: Area, block: usize, is_upright: bool) -> Vec<Line> {
    let mut distances: Vec<f32> = pieces
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(b.y - a.y),
            _ => None,
        })
        .collect();
    distances.sort_by(f32::total_cmp);
    let size = pieces.first().map_or(10.0, |piece| piece.size);
    // of a few lines the nearer ones tell more than the middle
    let leading = distances
        .get(distances.len() / 3)
        .copied()
        .unwrap_or(size * 1.2);
    pieces
        .into_iter()
        .map(|piece| Line {
            text: piece.text,
            left: piece.left,
            right: piece.right,
            y: piece.y,
            size: piece.size,
            first_word: piece.first_right - piece.left,
            block,
            block_left: area.left,
            block_right: area.right,
            leading,
            is_furniture: piece.is_furniture,
            is_upright,
        })
        .collect()
}
