//! What a selection becomes as a quote, and who speaks.

use std::ops::Range;

use super::selection::Surroundings;
use crate::reader::lexicon::Lexicon;
use crate::reader::read_text::ReadText;
use crate::reader::speech::quotes::{Quote, attribution};
use crate::reader::speech::speakers::Cast;
use crate::release::Span;

/// How what somebody said is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speech {
    /// To the letter: between quotation marks, behind a dialogue's dash.
    Direct,
    /// In the writer's words.
    Paraphrase,
}

/// Who speaks, as far as the text names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name in the nominative, as [`crate::Person::name`] gives it.
    pub name: String,
    /// Where the text names the speaker: next behind what is said in its line, else last before it, else next. It
    /// counts chars of the reading's body.
    pub mention: Span,
}

/// What a selection becomes as a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteProposal {
    /// Without its quotation marks. It counts chars of the reading's body.
    pub span: Span,
    /// Direct where quotation marks or a dialogue's dash tell it.
    pub speech: Speech,
    /// Whom the words around it name.
    pub speaker: Option<Speaker>,
}

impl ReadText {
    /// What a selection of the body becomes as a quote; an empty one means the quote it stands in. None where it
    /// touches no word, is empty outside a quote, or lies outside the body.
    pub fn propose_quote(
        &self,
        selected: Range<usize>,
        lexicon: &Lexicon,
    ) -> Option<QuoteProposal> {
        let Some((seen, before)) = self.seen() else {
            return self.propose_quote_seen(selected, lexicon);
        };
        let selected = seen.selected(&selected, before)?;
        let mut proposal = self.propose_quote_seen(selected, lexicon)?;
        proposal.span = seen.moved(&proposal.span, before);
        if let Some(speaker) = &mut proposal.speaker {
            speaker.mention = seen.moved(&speaker.mention, before);
        }
        Some(proposal)
    }

    fn propose_quote_seen(
        &self,
        selected: Range<usize>,
        lexicon: &Lexicon,
    ) -> Option<QuoteProposal> {
        let body = &self.reading_seen().body;
        let (text, before) = Surroundings::of(body, &selected)?;
        let inside = selected.start - before..selected.end - before;
        let meant = text.speech_of(inside);
        let meant = meant.map(|(span, marked)| (span.start + before..span.end + before, marked));
        let reach = meant.as_ref().map_or(&selected, |(span, _)| span);
        if self.has_read(reach) {
            return self.propose_read_quote(&selected, meant);
        }
        let (part, before) = self.around(body, reach, lexicon);
        let back = |span: &Range<usize>| {
            span.start.saturating_sub(before)..span.end.saturating_sub(before)
        };
        let meant = meant.map(|(span, marked)| (back(&span), marked));
        let mut proposal = part.propose_read_quote(&back(&selected), meant)?;
        let speaker = proposal
            .speaker
            .as_mut()
            .map(|speaker| &mut speaker.mention);
        for span in [&mut proposal.span].into_iter().chain(speaker) {
            span.start += before;
            span.end += before;
        }
        Some(proposal)
    }

    fn propose_read_quote(
        &self,
        selected: &Range<usize>,
        meant: Option<(Range<usize>, bool)>,
    ) -> Option<QuoteProposal> {
        let span = meant.as_ref().map_or(selected, |(span, _)| span);
        let around = self.quote_around(span);
        if let Some(number) = around {
            let quote = &self.understood.quotes[number];
            let whole = quote.start + self.skipped..quote.end + self.skipped;
            // some sentences of a speech may be a quote of their own
            let part = meant.filter(|(_, marked)| !marked && !selected.is_empty());
            let span = part.map_or(whole, |(span, _)| span);
            let who = self.understood.speakers.get(number).copied().flatten();
            let speaker = who.and_then(|(who, _)| self.named_speaker(who, &span));
            return Some(self.quote_proposal(span, Speech::Direct, speaker));
        }
        let (span, marked) = meant?;
        let who = match marked {
            true => self.speaker_of(&span, true),
            false => self
                .teller_of(&span)
                .or_else(|| self.speaker_of(&span, false)),
        };
        let speaker = who.and_then(|who| self.named_speaker(who, &span));
        let speech = match marked {
            true => Speech::Direct,
            false => Speech::Paraphrase,
        };
        Some(self.quote_proposal(span, speech, speaker))
    }

    fn quote_proposal(
        &self,
        span: Range<usize>,
        speech: Speech,
        speaker: Option<Speaker>,
    ) -> QuoteProposal {
        let (start, end) = (span.start, span.end);
        let text = self.lexed.text(
            start.saturating_sub(self.skipped),
            end.saturating_sub(self.skipped),
        );
        QuoteProposal {
            span: Span { start, end, text },
            speech,
            speaker,
        }
    }

    /// The quote that the reader found around a span.
    fn quote_around(&self, span: &Range<usize>) -> Option<usize> {
        let (start, end) = (
            span.start.checked_sub(self.skipped)?,
            span.end.checked_sub(self.skipped)?,
        );
        // marks and stops beside the words may be selected or not
        let (first, last) = (self.lexed.token_at(start), self.last_token(span.end)?);
        self.understood.quotes.iter().position(|quote| {
            quote.start <= start && end <= quote.end
                || start < end
                    && quote.first.saturating_sub(1) <= first
                    && last <= quote.last + 2
                    && quote.start < end
                    && start < quote.end
        })
    }

    /// Whose words a sentence of the writer's tells.
    fn teller_of(&self, span: &Range<usize>) -> Option<usize> {
        let first = self.lexed.token_at(span.start.checked_sub(self.skipped)?);
        let last = self.last_token(span.end)?;
        let told = self.understood.told.iter();
        let overlaps = |sentence: &Range<usize>| sentence.start <= last && first < sentence.end;
        told.clone()
            .find(|(_, sentence)| overlaps(sentence))
            .map(|(who, _)| *who)
    }

    /// The speaker of a span as if it were a quote.
    fn speaker_of(&self, span: &Range<usize>, marked: bool) -> Option<usize> {
        let first = self.lexed.token_at(span.start.checked_sub(self.skipped)?);
        let last = self.last_token(span.end)?;
        let (open, close) = match marked {
            true => (first.saturating_sub(1), last + 1),
            false => (first, last),
        };
        let own = Quote {
            start: span.start - self.skipped,
            end: span.end - self.skipped,
            first,
            last,
            after: attribution(&self.lexed, close.min(self.lexed.tokens.len() - 1)),
            before: open.checked_sub(1),
        };
        // what is told may name the teller itself
        let inside = match marked {
            true => None,
            false => self.subject_in(first..last + 1),
        };
        let mut quotes = self.understood.quotes.clone();
        let number = quotes.partition_point(|quote| quote.start < own.start);
        quotes.insert(number, own);
        let cast = Cast::new(
            &self.lexed,
            &self.understood.mentions,
            &self.understood.persons,
            &quotes,
        );
        let speakers = self.understood.speakers.get(..number).unwrap_or_default();
        inside.or_else(|| cast.speaker(number, speakers).map(|(who, _)| who))
    }

    /// The first person whom these tokens name as one who does something.
    fn subject_in(&self, tokens: Range<usize>) -> Option<usize> {
        let understood = &self.understood;
        understood.persons.iter().position(|person| {
            person.mentions.iter().any(|at| {
                let mention = &understood.mentions[*at];
                tokens.contains(&mention.first) && !mention.inflected
            })
        })
    }

    /// A person of the reading as the speaker of a span, with the mention that stands nearest.
    fn named_speaker(&self, who: usize, span: &Range<usize>) -> Option<Speaker> {
        let person = self.reading_seen().people.get(who)?;
        let mentions = &person.mentions;
        let line = |mention: &&Span| {
            let (from, to) = (span.end - self.skipped, mention.start - self.skipped);
            mention.start >= span.end
                && !self
                    .lexed
                    .chars
                    .get(from..to)
                    .unwrap_or_default()
                    .contains(&'\n')
        };
        let mention = mentions
            .iter()
            .find(line)
            .or_else(|| mentions.iter().rfind(|mention| mention.start < span.end))
            .or_else(|| mentions.first())?;
        Some(Speaker {
            name: person.name.clone(),
            mention: mention.clone(),
        })
    }
}
