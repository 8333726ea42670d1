//! Headers, footers and numbers of pages: what stands at the edge of pages again and again.

use std::collections::HashMap;

use super::layout::{Item, Line, PageText};
use crate::document::{Document, LeftOutKind};

/// How much of a page its edge is.
const EDGE: f32 = 0.12;

/// Takes headers and footers out of the pages.
pub(super) fn take_out(mut pages: Vec<PageText>, document: &mut Document) -> Vec<PageText> {
    let mut places: HashMap<(String, bool), Vec<usize>> = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        for line in edge_lines(page) {
            let found = places.entry(key(line, page)).or_default();
            if found.last() != Some(&number) {
                found.push(number);
            }
        }
    }
    let count = pages.len();
    // on two pages of three, of many on a few of them: books change their headers by chapter
    let least = match count {
        0 | 1 => usize::MAX,
        2..=4 => 2,
        _ => 3,
    };
    let mut words: Vec<String> = Vec::new();
    let mut take = |line: &Line| {
        let text = line.text.trim();
        if !text.is_empty() && words.len() < 200 && !words.iter().any(|known| known == text) {
            words.push(text.to_owned());
        }
    };
    for (number, page) in pages.iter_mut().enumerate() {
        let edges: Vec<(f32, f32)> = edge_lines(page)
            .filter(|line| {
                let repeats = places
                    .get(&key(line, page))
                    .is_some_and(|found| found.len() >= least && is_dense(found, number));
                repeats || count > 1 && is_page_number(&line.text, number + 1, count)
            })
            .map(|line| (line.y, line.left))
            .collect();
        page.items.retain(|item| {
            let Item::Line(line) = item else { return true };
            let is_furniture = line.is_furniture || edges.contains(&(line.y, line.left));
            if is_furniture {
                take(line);
            }
            !is_furniture
        });
    }
    for text in &words {
        document.leave_out(LeftOutKind::PageHeader, text);
    }
    pages
}

/// Lines at the upper and lower edge.
fn edge_lines(page: &PageText) -> impl Iterator<Item = &Line> {
    page.items.iter().filter_map(|item| match item {
        Item::Line(line) if line.is_upright => {
            let place = line.y / page.height.max(1.0);
            (!(EDGE..=1.0 - EDGE).contains(&place)).then_some(line)
        }
        _ => None,
    })
}

/// A line without its numbers, and at which edge it stands.
fn key(line: &Line, page: &PageText) -> (String, bool) {
    let mut words = String::new();
    for c in line.text.chars() {
        match c.is_ascii_digit() {
            true if words.ends_with('#') => {}
            true => words.push('#'),
            false => words.push(c),
        }
    }
    (words, line.y < page.height / 2.0)
}

/// Whether a line stands on pages near by as well, not only far away.
fn is_dense(found: &[usize], number: usize) -> bool {
    found
        .iter()
        .any(|other| *other != number && other.abs_diff(number) <= 3)
}

/// Whether a line is a number of a page: «3», «- 3 -», «3 / 12», «Бет 3», «Page 3 of 12».
fn is_page_number(text: &str, number: usize, count: usize) -> bool {
    const WORDS: [&str; 10] = [
        "page",
        "of",
        "бет",
        "стр",
        "страница",
        "из",
        "беті",
        "seite",
        "p",
        "pg",
    ];
    let mut numbers = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        match word.parse::<usize>() {
            Ok(found) => numbers.push(found),
            Err(_) if WORDS.contains(&word.to_lowercase().as_str()) => {}
            Err(_) => return false,
        }
    }
    match numbers.as_slice() {
        // the first pages of a file need not be those of a book
        [found] => {
            found.abs_diff(number) <= 1 || *found < 2000 && text.trim().len() <= 8 && count > 3
        }
        [found, of] => found <= of && of.abs_diff(count) <= 1,
        _ => false,
    }
}
