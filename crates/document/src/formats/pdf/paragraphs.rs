//! Lines become paragraphs again.

use std::collections::{HashMap, HashSet};

use super::layout::{Item, Line, PageText};
use crate::budget::Budget;
use crate::document::{Block, Document};
use crate::refusal::Refusal;

/// Marks before an item of a list.
const BULLETS: [char; 16] = [
    '•', '▪', '●', '◦', '■', '□', '‣', '∙', '➢', '✓', '❖', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
    '\u{f0fc}', '\u{f0a8}',
];

/// A paragraph that is being put together.
struct Open {
    text: String,
    last: Line,
    size: f32,
    page: usize,
    is_item: bool,
    lines: usize,
}

/// Writes the blocks of a document.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn write_blocks(
    mut pages: Vec<PageText>,
    document: &mut Document,
    budget: &mut Budget,
) -> Result<(), Refusal> {
    widen_short_blocks(&mut pages);
    limit_short_leading(&mut pages);
    let usual = find_usual_size(&pages);
    let words = Words::collect(&pages);
    let mut writer = Writer {
        document,
        budget,
        usual,
        words,
        open: None,
        waiting: Vec::new(),
    };
    for (number, page) in pages.into_iter().enumerate() {
        let lines: Vec<Item> = page.items;
        for place in 0..lines.len() {
            let next = lines.get(place + 1).and_then(|item| match item {
                Item::Line(line) => Some(line),
                _ => None,
            });
            match lines.get(place) {
                Some(Item::Line(line)) => writer.take_line(line, next, number)?,
                Some(Item::Table(rows)) => {
                    writer.close()?;
                    for _ in rows.iter().flatten() {
                        writer.budget.take_part("cells")?;
                    }
                    writer
                        .document
                        .blocks
                        .push(Block::Table { rows: rows.clone() });
                }
                // a picture between two lines of a paragraph comes after it
                Some(Item::Picture(picture)) => writer.waiting.push(*picture),
                None => {}
            }
        }
    }
    writer.close()
}

struct Writer<'a> {
    document: &'a mut Document,
    budget: &'a mut Budget,
    usual: f32,
    words: Words,
    open: Option<Open>,
    waiting: Vec<usize>,
}

impl Writer<'_> {
    fn take_line(&mut self, line: &Line, next: Option<&Line>, page: usize) -> Result<(), Refusal> {
        let (text, is_item) = strip_bullet(&line.text);
        if text.trim().is_empty() && !is_item {
            return Ok(());
        }
        let goes_on = match &self.open {
            Some(open) => !is_item && continues(open, line, next, page),
            None => false,
        };
        match &mut self.open {
            Some(open) if goes_on => {
                join_line(&mut open.text, text, &self.words);
                open.last = line.clone();
                open.page = page;
                open.lines += 1;
            }
            _ => {
                self.close()?;
                self.open = Some(Open {
                    text: text.to_owned(),
                    last: line.clone(),
                    size: line.size,
                    page,
                    is_item,
                    lines: 1,
                });
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if let Some(open) = self.open.take() {
            self.budget.take_part("blocks")?;
            let text = open.text.trim().to_owned();
            let is_heading = open.size > self.usual * 1.18
                && open.last.is_upright
                && open.lines <= 4
                && text.chars().count() <= 240
                && text.chars().any(char::is_alphabetic);
            let block = match (open.is_item, is_heading) {
                (true, _) => Block::ListItem {
                    level: 0,
                    mark: Some("•".to_owned()),
                    text,
                },
                (false, true) => Block::Heading {
                    level: if open.size > self.usual * 1.5 { 1 } else { 2 },
                    text,
                },
                (false, false) => Block::Paragraph { text },
            };
            let is_empty = matches!(&block, Block::ListItem { text, .. }
                | Block::Heading { text, .. } | Block::Paragraph { text } if text.is_empty());
            if !is_empty {
                self.document.blocks.push(block);
            }
        }
        for picture in std::mem::take(&mut self.waiting) {
            self.document.blocks.push(Block::Picture { picture });
        }
        Ok(())
    }
}

/// Lines from which the edges of a column are known.
const LINES_OF_COLUMN: usize = 3;

/// A block of so few lines does not show how far apart the lines of its paragraphs are.
const LINES_OF_SHORT_BLOCK: usize = 5;

/// A block of one or two lines does not show how wide its column is: a longer one that begins where it begins does, on
/// its page or on another.
fn widen_short_blocks(pages: &mut [PageText]) {
    let mut columns: Vec<(usize, f32, f32)> = Vec::new();
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        for item in &page.items {
            let Item::Line(line) = item else { continue };
            let count = counts.entry((number, line.block)).or_default();
            *count += 1;
            if *count == LINES_OF_COLUMN && columns.len() < 20_000 {
                columns.push((number, line.block_left, line.block_right));
            }
        }
    }
    let mut found: HashMap<(bool, i32, i32), Option<f32>> = HashMap::new();
    for (number, page) in pages.iter_mut().enumerate() {
        found.retain(|(is_here, ..), _| !is_here);
        for item in &mut page.items {
            let Item::Line(line) = item else { continue };
            if counts
                .get(&(number, line.block))
                .is_some_and(|count| *count >= LINES_OF_COLUMN)
            {
                continue;
            }
            let fits = |left: f32, right: f32| {
                (left - line.block_left).abs() < 2.0 * line.size && right > line.block_right - 1.0
            };
            let key = |is_here| (is_here, line.block_left as i32, line.block_right as i32);
            let mut search = |is_here: bool| {
                *found.entry(key(is_here)).or_insert_with(|| {
                    columns
                        .iter()
                        .filter(|(page, left, right)| {
                            (*page == number) == is_here && fits(*left, *right)
                        })
                        .map(|(_, _, right)| *right)
                        .min_by(f32::total_cmp)
                })
            };
            if let Some(right) = search(true).or_else(|| search(false)) {
                line.block_right = right.max(line.block_right);
            }
        }
    }
}

/// The lines of a short block may be paragraphs each, so that it takes its distance of lines from the longer blocks.
fn limit_short_leading(pages: &mut [PageText]) {
    let mut blocks: HashMap<(usize, usize), usize> = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        for item in &page.items {
            if let Item::Line(line) = item {
                *blocks.entry((number, line.block)).or_default() += 1;
            }
        }
    }
    let is_short = |number: usize, line: &Line| {
        let lines = blocks.get(&(number, line.block)).copied();
        lines.unwrap_or(0) <= LINES_OF_SHORT_BLOCK
    };
    let mut ratios: Vec<f32> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for item in &page.items {
            if let Item::Line(line) = item
                && !is_short(number, line)
                && line.size > 0.0
            {
                ratios.push(line.leading / line.size);
            }
        }
    }
    if ratios.len() < LINES_OF_COLUMN * 2 {
        return;
    }
    ratios.sort_by(f32::total_cmp);
    let Some(usual) = ratios.get(ratios.len() / 2).copied() else {
        return;
    };
    for (number, page) in pages.iter_mut().enumerate() {
        for item in &mut page.items {
            if let Item::Line(line) = item
                && is_short(number, line)
            {
                line.leading = line.leading.min(usual * 1.1 * line.size);
            }
        }
    }
}

/// The size in which most letters are written.
fn find_usual_size(pages: &[PageText]) -> f32 {
    let mut counts: std::collections::BTreeMap<i32, usize> = std::collections::BTreeMap::new();
    for item in pages.iter().flat_map(|page| &page.items) {
        if let Item::Line(line) = item {
            *counts.entry((line.size * 2.0) as i32).or_default() += line.text.len();
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(10.0, |(size, _)| size as f32 / 2.0).max(1.0)
}

/// The words of a document, to tell the hyphens of words from those that part them at the end of a line.
#[derive(Default)]
struct Words {
    words: HashSet<String>,
    /// Whether so many lines end with hyphens that the program parted the words.
    are_parted: bool,
}

impl Words {
    fn collect(pages: &[PageText]) -> Words {
        let mut words = HashSet::new();
        let (mut lines, mut parted) = (0, 0);
        for item in pages.iter().flat_map(|page| &page.items) {
            let Item::Line(line) = item else { continue };
            lines += 1;
            parted += usize::from(is_hyphen(&line.text));
            for word in line.text.split_whitespace() {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                if words.len() < 200_000 {
                    words.insert(word.to_lowercase());
                }
            }
        }
        Words {
            words,
            are_parted: parted >= 2 && parted * 28 > lines,
        }
    }

    /// Whether the hyphen between two parts of a word is the word's own.
    fn keep_hyphen(&self, first: &str, second: &str) -> bool {
        let trim = |word: &str| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        };
        let parts = first.trim_end_matches('-');
        if self.words.contains(&trim(&format!("{parts}{second}"))) {
            return false;
        }
        self.words.contains(&trim(&format!("{first}{second}"))) || !self.are_parted
    }
}

/// Whether a line goes on with the paragraph above it.
fn continues(open: &Open, line: &Line, next: Option<&Line>, page: usize) -> bool {
    let last = &open.last;
    let size = last.size.max(line.size);
    if (last.size - line.size).abs() > 0.12 * size || last.is_upright != line.is_upright {
        return false;
    }
    let is_full = is_full(last, line);
    if page != open.page || last.block != line.block {
        // over the end of a column or page only what plainly goes on
        let ends = open
            .text
            .trim_end()
            .ends_with(['.', '!', '?', ':', ';', '…']);
        let begins_small = line
            .text
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        let is_below = line.y > last.y && page == open.page;
        let is_near = !is_below || line.y - last.y < 2.0 * size;
        // a line of a few words is hardly one that was broken
        let is_long = last.right - last.left > 12.0 * last.size;
        return begins_small && !ends && (is_full && is_long || is_hyphen(&open.text)) && is_near;
    }
    let distance = line.y - last.y;
    if distance > last.leading * 1.28 + 0.5 || distance < 0.0 {
        return false;
    }
    if is_hyphen(&open.text) {
        return true;
    }
    let is_centred = |line: &Line| {
        let left = line.left - line.block_left;
        let right = line.block_right - line.right;
        left > size && (left - right).abs() < 0.2 * (left + right)
    };
    // lines of a heading that stand in the middle
    if is_centred(last) || is_centred(line) {
        let middle = |line: &Line| line.left + line.right;
        let same = (middle(last) - middle(line)).abs() < 2.5;
        if same && last.size > 0.0 && open.lines < 4 && is_heading_like(&open.text) {
            return true;
        }
    }
    if !is_full || begins_number(&line.text) && ends_sentence(&open.text) {
        return false;
    }
    // an indented line begins a paragraph, unless the line below it is indented as well: then it hangs
    let indent = line.left - line.block_left;
    let was_indented = last.left - last.block_left > 0.8 * size;
    if indent > 0.8 * size && !was_indented {
        let hangs = next.is_some_and(|next| {
            next.block == line.block && (next.left - line.left).abs() < 0.3 * size
        });
        return hangs && !ends_sentence(&open.text) || hangs && open.lines > 0 && open.is_item;
    }
    if indent > 0.8 * size && was_indented && open.lines == 1 && ends_sentence(&open.text) {
        // two indented lines one after the other: two short paragraphs, or a block that is indented
        return (last.left - line.left).abs() < 0.3 * size;
    }
    true
}

/// Whether a line ends so near the edge that the next word had no room on it.
fn is_full(last: &Line, line: &Line) -> bool {
    last.right + line.first_word + last.size * 0.25 > last.block_right - last.size * 0.4
}

fn is_hyphen(text: &str) -> bool {
    let mut end = text.chars().rev();
    matches!(end.next(), Some('-' | '\u{ad}' | '‐' | '\u{2011}'))
        && end.next().is_some_and(char::is_alphabetic)
}

fn is_heading_like(text: &str) -> bool {
    text.chars().count() < 200 && !ends_sentence(text)
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['»', '"', '”', ')', ' '])
        .ends_with(['.', '!', '?', ':', ';', '…'])
}

/// Whether a line begins with the number of an item: «1.», «2)», «а)».
fn begins_number(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    let Some(number) = word.strip_suffix(['.', ')']) else {
        return false;
    };
    let is_number = number.split('.').all(|part| {
        !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit())
    });
    is_number || number.chars().count() == 1 && word.ends_with(')')
}

/// The words of a line without the mark of an item before them.
fn strip_bullet(text: &str) -> (&str, bool) {
    let text = text.trim();
    match text.strip_prefix(BULLETS) {
        Some(rest) => (rest.trim_start(), true),
        None => (text, false),
    }
}

/// Adds a line to a paragraph: a word that was parted at the end of the line is put together.
fn join_line(text: &mut String, line: &str, words: &Words) {
    let begins_small = line.chars().next().is_some_and(char::is_lowercase);
    // the ending of a number: «18-ден»
    let mut end = text.chars().rev();
    if begins_small
        && matches!(end.next(), Some('-' | '\u{2011}'))
        && end.next().is_some_and(|c| c.is_ascii_digit())
    {
        text.push_str(line);
        return;
    }
    if !is_hyphen(text) || !line.chars().next().is_some_and(char::is_alphanumeric) {
        text.push(' ');
        text.push_str(line);
        return;
    }
    let soft = text.ends_with(['\u{ad}', '‐']);
    let first = text.split(' ').next_back().unwrap_or_default();
    let second = line.split(' ').next().unwrap_or_default();
    if soft || begins_small && !words.keep_hyphen(first, second) {
        text.pop();
    }
    text.push_str(line);
}
