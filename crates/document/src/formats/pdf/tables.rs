//! Tables that are drawn with rules.

use super::lines::Piece;
use super::order::Area;
use super::page::Rule;

/// Rules so near to each other are one.
const NEAR: f32 = 2.5;
const MOST_COLUMNS: usize = 60;
const MOST_ROWS: usize = 400;

/// A table: where it stands and its rows.
pub(super) type Table = (Area, Vec<Vec<String>>);

/// Takes the pieces of lines that stand in tables out of the others.
pub(super) fn take_tables(rules: &[Rule], pieces: &mut Vec<Piece>) -> Vec<Table> {
    let mut tables = Vec::new();
    for group in group_rules(rules) {
        let Some(grid) = Grid::find(&group) else {
            continue;
        };
        let (inside, outside): (Vec<Piece>, Vec<Piece>) =
            pieces.iter().cloned().partition(|piece| grid.holds(piece));
        if let Some(rows) = grid.fill(inside) {
            *pieces = outside;
            tables.push((grid.area(), rows));
        }
    }
    tables
}

/// Rules that touch each other.
fn group_rules(rules: &[Rule]) -> Vec<Vec<Rule>> {
    // on a page with so many they are drawings
    if rules.len() > 1_500 {
        return Vec::new();
    }
    let mut group_of: Vec<usize> = (0..rules.len()).collect();
    fn find(group_of: &mut [usize], mut n: usize) -> usize {
        while let Some(next) = group_of.get(n).copied().filter(|next| *next != n) {
            let after = group_of.get(next).copied().unwrap_or(next);
            if let Some(place) = group_of.get_mut(n) {
                *place = after;
            }
            n = next;
        }
        n
    }
    for (n, a) in rules.iter().enumerate() {
        for (m, b) in rules.iter().enumerate().skip(n + 1) {
            let touches = a.from.0 - NEAR <= b.to.0
                && b.from.0 - NEAR <= a.to.0
                && a.from.1 - NEAR <= b.to.1
                && b.from.1 - NEAR <= a.to.1;
            if touches {
                let (n, m) = (find(&mut group_of, n), find(&mut group_of, m));
                if let Some(place) = group_of.get_mut(m.max(n)) {
                    *place = m.min(n);
                }
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<Rule>> =
        std::collections::BTreeMap::new();
    for (n, rule) in rules.iter().enumerate() {
        let group = find(&mut group_of, n);
        groups.entry(group).or_default().push(*rule);
    }
    groups.into_values().collect()
}

/// The lines between cells.
struct Grid {
    columns: Vec<f32>,
    rows: Vec<f32>,
    upright: Vec<Rule>,
    level: Vec<Rule>,
}

impl Grid {
    fn find(rules: &[Rule]) -> Option<Grid> {
        let (upright, level): (Vec<Rule>, Vec<Rule>) = rules
            .iter()
            .partition(|rule| rule.to.1 - rule.from.1 > rule.to.0 - rule.from.0);
        let columns = places(upright.iter().map(|rule| rule.from.0));
        let rows = places(level.iter().map(|rule| rule.from.1));
        // one cell alone is a frame
        let is_table = columns.len() >= 3
            && rows.len() >= 2
            && columns.len() <= MOST_COLUMNS
            && rows.len() <= MOST_ROWS;
        is_table.then_some(Grid {
            columns,
            rows,
            upright,
            level,
        })
    }

    fn area(&self) -> Area {
        let (left, right) = ends(&self.columns);
        let (top, bottom) = ends(&self.rows);
        Area {
            left,
            top,
            right,
            bottom,
        }
    }

    fn holds(&self, piece: &Piece) -> bool {
        let area = self.area();
        let y = piece.y - piece.size * 0.3;
        (area.left - NEAR..=area.right + NEAR).contains(&piece.middle())
            && (area.top - NEAR..=area.bottom + NEAR).contains(&y)
    }

    /// Puts words into cells; none where it is no table after all: a chart or a form of empty boxes.
    fn fill(&self, pieces: Vec<Piece>) -> Option<Vec<Vec<String>>> {
        let width = self.columns.len().checked_sub(1)?;
        let height = self.rows.len().checked_sub(1)?;
        let cell_of = self.merge(width, height);
        let mut cells: Vec<Vec<Piece>> = vec![Vec::new(); width * height];
        for piece in pieces {
            let column = find_place(&self.columns, piece.left + piece.size * 0.3).min(width - 1);
            let row = find_place(&self.rows, piece.y - piece.size * 0.3).min(height - 1);
            let cell = cell_of.get(row * width + column).copied()?;
            cells.get_mut(cell)?.push(piece);
        }
        let own = (0..cells.len())
            .filter(|n| cell_of.get(*n) == Some(n))
            .count();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if own < 2 || filled < 2 || filled * 4 < own {
            return None;
        }
        let rows: Vec<Vec<String>> = cells
            .chunks(width)
            .map(|row| row.iter().map(|cell| write_cell(cell)).collect())
            .filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        Some(rows)
    }

    /// The first cell of those that no rule parts, for each.
    fn merge(&self, width: usize, height: usize) -> Vec<usize> {
        let mut cell_of: Vec<usize> = (0..width * height).collect();
        for row in 0..height {
            for column in 0..width {
                let (Some(&left), Some(&top)) = (self.columns.get(column), self.rows.get(row))
                else {
                    continue;
                };
                let right = self.columns.get(column + 1).copied().unwrap_or(left);
                let bottom = self.rows.get(row + 1).copied().unwrap_or(top);
                let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
                let here = row * width + column;
                let merged = if column > 0 && !crosses(&self.upright, left, y, true) {
                    Some(here - 1)
                } else if row > 0 && !crosses(&self.level, top, x, false) {
                    Some(here - width)
                } else {
                    None
                };
                let first = merged.and_then(|with| cell_of.get(with).copied());
                if let (Some(first), Some(place)) = (first, cell_of.get_mut(here)) {
                    *place = first;
                }
            }
        }
        cell_of
    }
}

/// Whether a rule at a place crosses a line.
fn crosses(rules: &[Rule], at: f32, line: f32, upright: bool) -> bool {
    rules.iter().any(|rule| {
        let (place, from, to) = match upright {
            true => (rule.from.0, rule.from.1, rule.to.1),
            false => (rule.from.1, rule.from.0, rule.to.0),
        };
        (place - at).abs() <= NEAR && (from - 0.5..=to + 0.5).contains(&line)
    })
}

fn places(all: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut sorted: Vec<f32> = all.collect();
    sorted.sort_by(f32::total_cmp);
    let mut places: Vec<f32> = Vec::new();
    for place in sorted {
        if places.last().is_none_or(|last| place - last > NEAR) {
            places.push(place);
        }
    }
    places
}

fn ends(places: &[f32]) -> (f32, f32) {
    (
        places.first().copied().unwrap_or(0.0),
        places.last().copied().unwrap_or(0.0),
    )
}

/// Between which lines a place lies.
fn find_place(places: &[f32], place: f32) -> usize {
    places
        .partition_point(|line| *line <= place)
        .saturating_sub(1)
}

/// The words of a cell; a line that ends far from its neighbours' is a paragraph, but cells are narrow: lines are joined.
fn write_cell(pieces: &[Piece]) -> String {
    let mut pieces: Vec<&Piece> = pieces.iter().collect();
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut text = String::new();
    let mut last_y = f32::MIN;
    let mut row: Vec<&Piece> = Vec::new();
    let mut rows: Vec<Vec<&Piece>> = Vec::new();
    for piece in pieces {
        if piece.y - last_y > piece.size * 0.4 && !row.is_empty() {
            rows.push(std::mem::take(&mut row));
        }
        last_y = piece.y;
        row.push(piece);
    }
    rows.push(row);
    for mut row in rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        for piece in row {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
    }
    text
}
