//! What was made of a body, and what is suggested of it.

use crate::reader::found::{FoundOrganisation, FoundPlace};
use crate::reader::likely::{Grounds, Likely};
use crate::reader::people::join::Person;
use crate::reader::people::names::Mention;
use crate::reader::speech::acts::Acts;
use crate::reader::speech::quotes::Quote;
use crate::reader::speech::speakers::SpeakerSign;
use crate::release::{self, Event, Named, Place, Quotation, Role};
use std::ops::Range;

/// What was made of a body on the way to its suggestions: enough to answer for a name that was not found in it.
#[derive(Debug, Default)]
pub(crate) struct Understood {
    pub mentions: Vec<Mention>,
    /// The tokens at which the names of those begin who sign, with what they signed as.
    pub authors: Vec<(usize, Role)>,
    /// In the order of [`Suggested::people`].
    pub persons: Vec<Person>,
    /// What each person did.
    pub deeds: Vec<Acts>,
    pub quotes: Vec<Quote>,
    /// The speaker of each quote: a place in `persons`.
    pub speakers: Vec<Option<(usize, SpeakerSign)>>,
    /// Sentences that tell what somebody said: a place in `persons`, tokens.
    pub told: Vec<(usize, Range<usize>)>,
    pub organisations: Vec<FoundOrganisation>,
    pub places: Vec<FoundPlace>,
    pub likely: Likely,
}

/// What a reading suggests beside its head.
pub(crate) struct Suggested {
    pub people: Vec<release::Person>,
    pub organisations: Vec<Named>,
    pub places: Vec<Place>,
    pub quotes: Vec<Quotation>,
    pub paraphrases: Vec<Quotation>,
    pub event: Option<Event>,
    pub grounds: Grounds,
}
