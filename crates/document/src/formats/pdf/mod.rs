//! PDF: letters with their places on pages; lines, paragraphs, tables and the order of reading are found again here.
//!
//! The file and its fonts are read by the `hayro` crates. To read, nothing is drawn: the letters, rules and pictures that a
//! page would draw are collected. A page without letters can be drawn ([`draw_page`]), for a program that reads pictures.

mod drawing;
mod furniture;
mod guard;
mod info;
mod layout;
mod lines;
mod opening;
mod order;
mod page;
mod paragraphs;
mod pictures;
mod recognised;
mod tables;
mod words;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, interpret_page,
};

pub use self::drawing::{PageDrawing, draw_page};
use self::layout::{Item, PageText};
use self::opening::open;
use self::page::Collector;
use self::recognised::Sureness;
pub use self::recognised::{Recognised, RecognisedPage};
use crate::budget::Budget;
use crate::document::{Document, Doubt, LeftOutKind};
use crate::format::Format;
use crate::refusal::Refusal;

/// Pages that are read; the rest is cut off.
const MOST_PAGES: usize = 5000;

/// Reads a PDF; of pages that a program read in their pictures, its words are taken.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read(
    bytes: &[u8],
    recognised: Option<&Recognised>,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    guard::measure_streams(bytes, budget)?;
    let pdf = open(bytes, budget)?;
    let mut document = Document::new(Format::Pdf);
    info::read_properties(&pdf, &mut document, budget);
    let pages = read_pages(&pdf, recognised, &mut document, budget)?;
    let pages = furniture::take_out(pages, &mut document);
    paragraphs::write_blocks(pages, &mut document, budget)?;
    let is_empty = document.blocks.is_empty() && document.enclosed.is_empty();
    match (is_empty, document.doubts.contains(&Doubt::CutOff)) {
        (true, true) => Err(Refusal::TooLarge {
            what: "its pages".to_owned(),
        }),
        (true, false) => Err(Refusal::Empty),
        _ => Ok(document),
    }
}

/// Reads the pages, each to its items in the order of reading.
fn read_pages(
    pdf: &Pdf,
    recognised: Option<&Recognised>,
    document: &mut Document,
    budget: &mut Budget,
) -> Result<Vec<PageText>, Refusal> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let mut kept = pictures::Kept::default();
    let mut weights = guard::Weights::default();
    let mut pages = Vec::new();
    let mut scanned = Vec::new();
    let mut counts = Counts::default();
    let mut sureness = Sureness::default();
    for (number, page) in (1_usize..).zip(pdf.pages().iter()) {
        if number > MOST_PAGES {
            document.doubts.push(Doubt::CutOff);
            break;
        }
        if !weights.allow_page(page) {
            document.doubts.push(Doubt::CutOff);
            continue;
        }
        let (transform, area) = page::find_place(page);
        let words = recognised.and_then(|recognised| recognised.find(number));
        let collected = match words {
            Some(words) => recognised::place_letters(words, area, &mut sureness, budget)?,
            None => {
                let mut context =
                    Context::new(transform, area, &cache, pdf.xref(), settings.clone());
                let mut collector = Collector::new(area, &mut kept, document, budget);
                interpret_page(page, &mut context, &mut collector);
                info::read_annotations(page, transform, &mut collector);
                let collected = collector.finish()?;
                if collected.is_scan() {
                    scanned.push(number);
                }
                collected
            }
        };
        counts.add(&collected);
        if collected.is_cut_off {
            document.doubts.push(Doubt::CutOff);
        }
        let text = layout::lay_out(&collected);
        let length: usize = text.items.iter().map(Item::length).sum();
        budget.take_bytes(length, "the text")?;
        pages.push(text);
    }
    document.doubts.dedup();
    let are_few = counts.lost <= 3 && counts.letters > 0;
    if counts.lost * 5 > counts.letters && !are_few {
        return Err(Refusal::LettersLost);
    }
    if counts.lost > 0 {
        document.doubts.push(Doubt::BrokenLetters {
            count: counts.lost,
            near: String::new(),
        });
    }
    // a picture without a letter beside it is a scan, however small
    if counts.letters == 0 && (!scanned.is_empty() || !document.pictures.is_empty()) {
        return Err(Refusal::Scan);
    }
    if let Some(recognised) = recognised.filter(|_| sureness.pages > 0) {
        document.doubts.push(Doubt::MachineRead {
            by: recognised.by.clone(),
            pages: sureness.pages,
            unsure: sureness.unsure,
            near: sureness.examples.join(" … "),
        });
    }
    for number in scanned {
        document.leave_out(LeftOutKind::ScannedPage, &number.to_string());
    }
    Ok(pages)
}

/// How many letters there were, and how many that nobody can tell.
#[derive(Default)]
struct Counts {
    letters: usize,
    lost: usize,
}

impl Counts {
    fn add(&mut self, page: &page::Collected) {
        self.letters += page.letters.len();
        self.lost += page.lost;
    }
}

#[cfg(test)]
mod tests;
