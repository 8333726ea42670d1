//! From what was read in the view of a text back to the text that came.

use std::ops::Range;

use crate::release::{Named, Person, Place, Quotation, Reading, Span};
use crate::view::View;

/// A body that was read in its view.
#[derive(Debug)]
pub(crate) struct Seen {
    /// What was read; its spans count chars of the view.
    pub reading: Reading,
    view: View,
    /// The body that the view is of.
    came: Vec<char>,
    /// Whether names stand in letters that only look like theirs.
    has_other_letters: bool,
}

impl Seen {
    pub fn new(reading: Reading, view: View, came: &str) -> Seen {
        Seen {
            reading,
            has_other_letters: view.has_other_letters(),
            view,
            came: came.chars().collect(),
        }
    }

    /// What was read, with the spans of the body that came. What is named stands there as it came; what is said is
    /// given in one line a paragraph, in the letters of the print.
    pub fn reading_that_came(&self, title: String) -> Reading {
        let seen = &self.reading;
        let spans = |spans: &[Span]| spans.iter().map(|span| self.span(span)).collect();
        let quotes = |quotes: &[Quotation]| quotes.iter().map(|quote| self.quote(quote)).collect();
        Reading {
            title,
            date: seen.date.clone(),
            language: seen.language.clone(),
            body: self.came.iter().collect(),
            people: seen
                .people
                .iter()
                .map(|person| Person {
                    mentions: spans(&person.mentions),
                    positions: self.phrases(&person.positions),
                    honorary_titles: self.phrases(&person.honorary_titles),
                    ..person.clone()
                })
                .collect(),
            organisations: seen
                .organisations
                .iter()
                .map(|named| Named {
                    mentions: spans(&named.mentions),
                    ..named.clone()
                })
                .collect(),
            places: seen
                .places
                .iter()
                .map(|place| Place {
                    mentions: spans(&place.mentions),
                    ..place.clone()
                })
                .collect(),
            quotes: quotes(&seen.quotes),
            photo_credits: seen
                .photo_credits
                .iter()
                .map(|credit| Span {
                    text: self.view.printed(credit.start..credit.end),
                    ..self.span(credit)
                })
                .collect(),
            paraphrases: quotes(&seen.paraphrases),
            event: seen.event.clone(),
        }
    }

    fn quote(&self, quote: &Quotation) -> Quotation {
        let span = self.view.span_that_came(quote.start, quote.end);
        Quotation {
            start: span.start,
            end: span.end,
            text: self.view.printed(quote.start..quote.end),
            ..quote.clone()
        }
    }

    fn span(&self, span: &Span) -> Span {
        let came = self.view.span_that_came(span.start, span.end);
        Span {
            start: came.start,
            end: came.end,
            text: self.came[came.clone()].iter().collect(),
        }
    }

    /// The part of the view that a selection of the body lies over; none where it reaches outside. `before`: chars of
    /// the whole body before the one that was read.
    pub fn selected(&self, selected: &Range<usize>, before: usize) -> Option<Range<usize>> {
        let start = selected.start.checked_sub(before)?;
        let end = selected.end.checked_sub(before)?;
        if start > end || end > self.came.len() {
            return None;
        }
        Some(match start == end {
            true => {
                let at = self.view.span_seen(&(0..start)).end;
                at..at
            }
            false => self.view.span_seen(&(start..end)),
        })
    }

    /// Phrases as they are printed, on one line.
    pub fn phrases(&self, phrases: &[String]) -> Vec<String> {
        match self.has_other_letters {
            true => phrases.iter().map(|one| self.view.phrase(one)).collect(),
            false => phrases.to_vec(),
        }
    }

    /// A span of the view in the body that came.
    pub fn moved(&self, span: &Span, before: usize) -> Span {
        let span = self.span(span);
        Span {
            start: span.start + before,
            end: span.end + before,
            text: span.text,
        }
    }
}
