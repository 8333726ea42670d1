//! PDF: letters with their places on pages; lines, paragraphs, tables and the order of reading are found again here.
//!
//! The file and its fonts are read by the `hayro` crates, which draw nothing here: the letters, rules and pictures that a
//! page would draw are collected.

mod furniture;
mod guard;
mod info;
mod layout;
mod lines;
mod order;
mod page;
mod paragraphs;
mod pictures;
mod tables;
mod words;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, interpret_page,
};

use self::layout::{Item, PageText};
use self::page::Collector;
use crate::budget::Budget;
use crate::document::{Document, Doubt, LeftOutKind};
use crate::format::Format;
use crate::refusal::Refusal;

/// Pages that are read; the rest is cut off.
const MOST_PAGES: usize = 5000;

/// Reads a PDF.
///
/// # Errors
/// [`Refusal`].
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    guard::measure_streams(bytes, budget)?;
    budget.take_bytes(bytes.len(), "the file")?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Refusal::Locked,
        LoadPdfError::Decryption(_) => Refusal::Damaged {
            what: "its encryption is damaged".to_owned(),
        },
        LoadPdfError::Invalid => Refusal::Damaged {
            what: "its pages cannot be found".to_owned(),
        },
    })?;
    let mut document = Document::new(Format::Pdf);
    info::read_properties(&pdf, &mut document, budget);
    let pages = read_pages(&pdf, &mut document, budget)?;
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
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings.clone());
        let mut collector = Collector::new(area, &mut kept, document, budget);
        interpret_page(page, &mut context, &mut collector);
        info::read_annotations(page, transform, &mut collector);
        let collected = collector.finish()?;
        counts.add(&collected);
        let is_scan = collected.is_scan();
        if is_scan {
            scanned.push(number);
        }
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
