//! What the characters and paragraphs are: pages of 512 bytes, each with runs of places of the main stream.

use std::collections::BTreeSet;

use super::fib::{Head, Span};
use crate::budget::Budget;
use crate::bytes::Bytes;
use crate::refusal::Refusal;

/// A page of properties.
const PAGE: usize = 512;

/// Properties from one place of the main stream to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'a> {
    begin: u32,
    end: u32,
    /// The number of a paragraph's style.
    pub style: u16,
    pub sprms: &'a [u8],
}

/// The runs of a file, in the order of their places.
#[derive(Debug, Default)]
pub(super) struct Runs<'a> {
    runs: Vec<Run<'a>>,
}

impl<'a> Runs<'a> {
    /// Reads the runs of characters.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn of_characters(
        head: &Head,
        main: &'a [u8],
        table: &[u8],
        budget: &mut Budget,
    ) -> Result<Runs<'a>, Refusal> {
        let mut runs = Vec::new();
        for page in read_pages(head, head.characters, main, table) {
            let count = usize::from(page.byte(PAGE - 1)).min(101);
            budget.take_bytes(count * size_of::<Run<'_>>(), "runs")?;
            for n in 0..count {
                let at = 2 * usize::from(page.byte(4 * (count + 1) + n));
                let sprms = match at {
                    0 => &[],
                    at => page.part(at + 1, usize::from(page.byte(at))),
                };
                runs.push(Run {
                    begin: page.long(4 * n),
                    end: page.long(4 * n + 4),
                    style: 0,
                    sprms,
                });
            }
        }
        Ok(Runs::in_order(runs))
    }

    /// Reads the runs of paragraphs.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn of_paragraphs(
        head: &Head,
        main: &'a [u8],
        table: &[u8],
        data: &'a [u8],
        budget: &mut Budget,
    ) -> Result<Runs<'a>, Refusal> {
        let width = if head.is_old { 7 } else { 13 };
        let mut runs = Vec::new();
        for page in read_pages(head, head.paragraphs, main, table) {
            let count = usize::from(page.byte(PAGE - 1)).min(101);
            budget.take_bytes(count * size_of::<Run<'_>>(), "runs")?;
            for n in 0..count {
                let at = 2 * usize::from(page.byte(4 * (count + 1) + width * n));
                let described = match (at, page.byte(at)) {
                    (0, _) => &[],
                    // a zero first: the next byte counts words
                    (at, 0) if !head.is_old => {
                        page.part(at + 2, 2 * usize::from(page.byte(at + 1)))
                    }
                    (at, words) if head.is_old => page.part(at + 1, 2 * usize::from(words)),
                    (at, words) => page.part(at + 1, (2 * usize::from(words)).saturating_sub(1)),
                };
                let style = match head.is_old {
                    true => u16::from(described.byte(0)),
                    false => described.word(0),
                };
                let skipped = if head.is_old { 1 } else { 2 };
                let mut sprms = described.get(skipped..).unwrap_or_default();
                // what does not fit on the page stands with the pictures
                if sprms.word(0) == 0x6646 {
                    let at = sprms.place(2);
                    sprms = data.part(at.saturating_add(2), usize::from(data.word(at)));
                }
                runs.push(Run {
                    begin: page.long(4 * n),
                    end: page.long(4 * n + 4),
                    style,
                    sprms,
                });
            }
        }
        Ok(Runs::in_order(runs))
    }

    fn in_order(mut runs: Vec<Run<'a>>) -> Runs<'a> {
        runs.retain(|run| run.begin < run.end);
        runs.sort_by_key(|run| run.begin);
        Runs { runs }
    }

    /// The run at a place; `hint` is where the last one was found, for places come mostly one after the other.
    pub fn find(&self, at: u32, hint: &mut usize) -> Option<Run<'a>> {
        if let Some(run) = self.runs.get(*hint)
            && (run.begin..run.end).contains(&at)
        {
            return Some(*run);
        }
        let after = self.runs.partition_point(|run| run.begin <= at);
        *hint = after.checked_sub(1)?;
        let run = self.runs.get(*hint)?;
        (at < run.end).then_some(*run)
    }
}

/// The pages that a table names, each once.
fn read_pages<'a>(head: &Head, span: Span, main: &'a [u8], table: &[u8]) -> Vec<&'a [u8]> {
    let width = if head.is_old { 2 } else { 4 };
    let bytes = table.part(span.at, span.length);
    let count = bytes.len().saturating_sub(4) / (4 + width);
    let places = (0..count).map(|n| 4 * (count + 1) + width * n);
    let pages: BTreeSet<usize> = match head.is_old {
        true => places.map(|at| usize::from(bytes.word(at))).collect(),
        false => places.map(|at| bytes.place(at) & 0x3f_ffff).collect(),
    };
    pages
        .into_iter()
        .filter_map(|page| main.get(page * PAGE..page * PAGE + PAGE))
        .collect()
}
