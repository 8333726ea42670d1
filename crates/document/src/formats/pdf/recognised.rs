//! Words that a program read in the picture of a page, in the place of letters that the page does not have.
//!
//! They come as hOCR, the form in which such programs say where on the page a word stands and how sure they are of it.

use hayro_interpret::kurbo::Rect;
use serde::{Deserialize, Serialize};

use super::page::{Collected, Letter};
use crate::budget::Budget;
use crate::refusal::Refusal;
use crate::xml::{Element, Tree};

/// Words below this are mentioned to be looked at: of a hundred.
const UNSURE: u32 = 60;
/// Words below this are stains, stamps and pieces of pictures.
const NOTHING: u32 = 12;
/// The same of signs without a letter or a digit.
const NO_SIGN: u32 = 45;

/// What a program read in pictures of pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// The program, with its version and the languages that it read.
    pub by: String,
    /// Those pages that it read something on.
    pub pages: Vec<RecognisedPage>,
}

impl Recognised {
    /// What was read on a page; the first is 1.
    pub(super) fn find(&self, number: usize) -> Option<&RecognisedPage> {
        self.pages
            .iter()
            .find(|page| page.number as usize == number)
    }
}

/// A page of which a program read the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognisedPage {
    /// Which page; the first is 1.
    pub number: u32,
    /// What the program read, as hOCR.
    pub hocr: String,
}

/// How well the words of pages were read.
#[derive(Debug, Default)]
pub(super) struct Sureness {
    /// How many pages.
    pub pages: usize,
    /// How many words that the program is not sure of.
    pub unsure: usize,
    /// The first of them.
    pub examples: Vec<String>,
}

/// A word on its line; measures in pixels of the picture.
struct Word {
    text: String,
    left: f32,
    right: f32,
    /// Of the line that it stands on.
    y: f32,
    size: f32,
}

/// The letters of a page that was read, laid on its area.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn place_letters(
    page: &RecognisedPage,
    area: Rect,
    sureness: &mut Sureness,
    budget: &Budget,
) -> Result<Collected, Refusal> {
    let tree = Tree::read(&page.hocr, |_| false, budget)?;
    let mut collected = Collected::of_height(area.height() as f32);
    sureness.pages += 1;
    let Some(root) = tree.root() else {
        return Ok(collected);
    };
    let mut scale = 0.0;
    let mut line = None;
    for element in root.descendants() {
        let class = element.attribute("class").unwrap_or_default();
        match class.as_ref() {
            "ocr_page" => {
                let wide = find_box(element).map_or(0.0, |edges| edges[2] - edges[0]);
                scale = if wide > 0.0 {
                    area.width() as f32 / wide
                } else {
                    0.0
                };
            }
            "ocr_line" | "ocr_header" | "ocr_caption" | "ocr_textfloat" => line = Some(element),
            "ocrx_word" => {
                let Some(word) = line.and_then(|line| read_word(element, line, sureness)) else {
                    continue;
                };
                add_letters(&mut collected, &word, scale);
            }
            _ => {}
        }
    }
    Ok(collected)
}

/// A word, unless it is a stain.
fn read_word(element: Element<'_>, line: Element<'_>, sureness: &mut Sureness) -> Option<Word> {
    let text = element.text().trim().to_owned();
    let [left, _, right, _] = find_box(element)?;
    let sure = find_number(element, "x_wconf").unwrap_or(0.0) as u32;
    let says_something = text.chars().any(char::is_alphanumeric);
    let least = if says_something { NOTHING } else { NO_SIGN };
    if text.is_empty() || sure < least || right <= left {
        return None;
    }
    if sure < UNSURE {
        sureness.unsure += 1;
        if sureness.examples.len() < 5 {
            sureness.examples.push(text.clone());
        }
    }
    let [line_left, _, _, line_bottom] = find_box(line)?;
    let slope = find_number(line, "baseline").unwrap_or(0.0);
    let below = find_second_number(line, "baseline").unwrap_or(0.0);
    Some(Word {
        text,
        left,
        right,
        y: line_bottom + below + slope * (left - line_left),
        size: find_number(line, "x_size")?.max(1.0),
    })
}

/// A word's letters, each as wide as the others, and the blank behind it.
fn add_letters(collected: &mut Collected, word: &Word, scale: f32) {
    let count = word.text.chars().count().max(1);
    let width = (word.right - word.left) / count as f32;
    let letter = |c: char, at: usize| Letter {
        c,
        x: (word.left + width * at as f32) * scale,
        y: word.y * scale,
        width: width * scale,
        size: word.size * scale,
        angle: 0,
        is_furniture: false,
    };
    for (at, c) in word.text.chars().enumerate() {
        collected.add(letter(c, at));
    }
    collected.add(letter(' ', count));
}

/// An element's edges: left, top, right, bottom.
fn find_box(element: Element<'_>) -> Option<[f32; 4]> {
    let title = element.attribute("title")?;
    let mut numbers = find_property(&title, "bbox")?.map(str::parse::<f32>);
    let mut next = || numbers.next()?.ok().filter(|number| number.is_finite());
    Some([next()?, next()?, next()?, next()?])
}

fn find_number(element: Element<'_>, property: &str) -> Option<f32> {
    let title = element.attribute("title")?;
    let number: f32 = find_property(&title, property)?.next()?.parse().ok()?;
    number.is_finite().then_some(number)
}

fn find_second_number(element: Element<'_>, property: &str) -> Option<f32> {
    let title = element.attribute("title")?;
    let number: f32 = find_property(&title, property)?.nth(1)?.parse().ok()?;
    number.is_finite().then_some(number)
}

/// What stands behind a property's name, in pieces.
fn find_property<'a>(title: &'a str, name: &str) -> Option<std::str::SplitAsciiWhitespace<'a>> {
    title.split(';').find_map(|property| {
        let mut pieces = property.split_ascii_whitespace();
        (pieces.next()? == name).then_some(pieces)
    })
}
