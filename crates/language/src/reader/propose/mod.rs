//! What a selection in a text means: the span that is meant, the name in the nominative, and what the text says
//! beside it. Where the reader found a name there the answer is the reader's; where it found none, its grammar is
//! asked as if a name stood there.

mod name;
mod organisation;
mod person;
mod place;
mod proposal;
mod quote;
mod selection;

use std::ops::Range;

use super::lex::token::Sort;
use super::lexicon::Lexicon;
use super::read_text::ReadText;
use crate::release::Span;
pub use name::nominative_name;
use proposal::Selected;
pub use proposal::{NameKind, Proposal};
pub use quote::{QuoteProposal, Speaker, Speech};
use selection::Surroundings;

impl ReadText {
    /// What a selection of the body names; an empty one means the word it stands in. None where it touches no word
    /// or lies outside.
    ///
    /// `lexicon` is what is known now: it spells names as they are on record.
    pub fn propose(
        &self,
        selected: Range<usize>,
        kind: NameKind,
        lexicon: &Lexicon,
    ) -> Option<Proposal> {
        let Some((seen, before)) = self.seen() else {
            return self.propose_seen(selected, kind, lexicon);
        };
        if selected.end < before {
            // what stands above the view was not read
            let (part, above) = self.around(&self.reading().body, &selected, lexicon);
            let selected = selected.start.checked_sub(above)?..selected.end.checked_sub(above)?;
            let mut proposal = part.propose_seen(selected, kind, lexicon)?;
            proposal.span.start += above;
            proposal.span.end += above;
            return Some(proposal);
        }
        let selected = seen.selected(&selected, before)?;
        let proposal = self.propose_seen(selected, kind, lexicon)?;
        Some(Proposal {
            span: seen.moved(&proposal.span, before),
            positions: seen.phrases(&proposal.positions),
            ..proposal
        })
    }

    /// What a selection names where the text was read: in the view of the body, if it has one.
    fn propose_seen(
        &self,
        selected: Range<usize>,
        kind: NameKind,
        lexicon: &Lexicon,
    ) -> Option<Proposal> {
        let body = &self.reading_seen().body;
        let (text, before) = Surroundings::of(body, &selected)?;
        let span = text.words_of(selected.start - before..selected.end - before)?;
        let span = span.start + before..span.end + before;
        if self.has_read(&span) {
            return self.propose_read(&selected, span, kind, lexicon);
        }
        let (part, before) = self.around(body, &span, lexicon);
        let selected = selected.start.saturating_sub(before)..selected.end.saturating_sub(before);
        let span = span.start - before..span.end - before;
        let mut proposal = part.propose_read(&selected, span, kind, lexicon)?;
        proposal.span.start += before;
        proposal.span.end += before;
        Some(proposal)
    }

    fn propose_read(
        &self,
        hand: &Range<usize>,
        span: Range<usize>,
        kind: NameKind,
        lexicon: &Lexicon,
    ) -> Option<Proposal> {
        let first = self.lexed.token_at(span.start.checked_sub(self.skipped)?);
        let last = self.last_token(span.end)?;
        let selected = Selected {
            first,
            last,
            empty: hand.is_empty(),
            whole: self.has_whole_words(hand, first, last),
            span,
        };
        if selected.first > selected.last {
            return None;
        }
        Some(match kind {
            NameKind::Person => self.propose_person(&selected, lexicon),
            NameKind::Organisation => self.propose_organisation(&selected, lexicon),
            NameKind::Place => self.propose_place(&selected),
        })
    }

    /// Whether a hand selected the words of these tokens whole: their marks, and the stop of an initial, may be left out.
    fn has_whole_words(&self, hand: &Range<usize>, first: usize, last: usize) -> bool {
        let tokens = self.lexed.tokens.get(first..=last).unwrap_or_default();
        let mut words = tokens.iter().filter(|token| name::is_word(token));
        let Some(begins) = words.next() else {
            return false;
        };
        let ends = words.next_back().unwrap_or(begins);
        let stop = usize::from(ends.sort == Sort::Initial);
        hand.start <= begins.start + self.skipped && ends.end + self.skipped <= hand.end + stop
    }

    /// The last token that begins before a char of the body.
    fn last_token(&self, end: usize) -> Option<usize> {
        let end = end.checked_sub(self.skipped)?;
        let after = self.lexed.tokens.partition_point(|token| token.start < end);
        after.checked_sub(1)
    }

    /// The span of the body from one token to another.
    fn span_of_tokens(&self, first: usize, last: usize) -> Span {
        let tokens = &self.lexed.tokens;
        let start = tokens.get(first).map_or(0, |token| token.start);
        let end = tokens.get(last).map_or(start, |token| token.end);
        Span {
            start: start + self.skipped,
            end: end + self.skipped,
            text: self.lexed.text(start, end),
        }
    }

    /// The selection as a span.
    fn span_of(&self, selected: &Selected) -> Span {
        let (start, end) = (selected.span.start, selected.span.end);
        Span {
            start,
            end,
            text: self.lexed.text(start - self.skipped, end - self.skipped),
        }
    }

    /// The first and the last token of a span.
    fn tokens_of(&self, span: &Span) -> Option<(usize, usize)> {
        let first = self.lexed.token_at(span.start.checked_sub(self.skipped)?);
        Some((first, self.last_token(span.end)?))
    }

    /// Which of several named things a selection means, with the mention: the one that is selected to the word, else
    /// the shortest around it, else the one of which most is selected.
    fn meant<'a>(
        &self,
        selected: &Selected,
        mentions: impl Iterator<Item = &'a [Span]>,
    ) -> Option<(usize, &'a Span, (usize, usize))> {
        mentions
            .enumerate()
            .flat_map(|(number, spans)| spans.iter().map(move |span| (number, span)))
            .filter_map(|(number, span)| Some((number, span, self.tokens_of(span)?)))
            .filter(|(_, _, (first, last))| selected.touches(*first, *last))
            .max_by_key(|(number, _, (first, last))| {
                let overlap = selected.overlap(*first, *last);
                let around = overlap == selected.last + 1 - selected.first;
                let length = last + 1 - first;
                (
                    around,
                    if around { 0 } else { overlap },
                    std::cmp::Reverse(length),
                    std::cmp::Reverse(*number),
                )
            })
    }
}
