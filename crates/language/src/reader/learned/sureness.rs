//! How sure each suggestion is: what the models hold for likely, set right by how often that was true of releases that
//! they had not learnt from.

use crate::reader::lex::lexed::Lexed;
use crate::reader::suggest::{Suggested, Understood};
use std::collections::HashMap;

/// A kind of suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A person's name.
    Person,
    /// One of a person's positions.
    Position,
    /// A body's name.
    Organisation,
    /// A place's name.
    Place,
    /// What is said.
    Quote,
    /// Who says it.
    Speaker,
}

impl SuggestionKind {
    /// All, in the order in which they stand in a file of models.
    pub const ALL: [SuggestionKind; 6] = [
        SuggestionKind::Person,
        SuggestionKind::Position,
        SuggestionKind::Organisation,
        SuggestionKind::Place,
        SuggestionKind::Quote,
        SuggestionKind::Speaker,
    ];
}

/// How often what was held for so likely was right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calibration {
    /// From which likelihood on a suggestion is certain; none is where this is above 1.
    pub certain_from: f32,
    /// Likelihoods, rising, with how often what was at most so likely was right.
    pub steps: Vec<(f32, f32)>,
}

impl Calibration {
    /// Without anything known: as likely as the models say, and never certain.
    pub fn unknown() -> Calibration {
        Calibration {
            certain_from: 2.0,
            steps: Vec::new(),
        }
    }

    /// How often so likely a suggestion is right, and whether it counts as certain.
    pub(crate) fn of(&self, likely: f32) -> (f32, bool) {
        let step = self.steps.iter().find(|(bound, _)| likely <= *bound);
        let often = step
            .or(self.steps.last())
            .map_or(likely, |(_, often)| *often);
        (often, likely >= self.certain_from)
    }

    pub(crate) fn from_bytes(rest: &mut &[u8]) -> Option<Calibration> {
        let mut number = || {
            let (head, after) = rest.split_first_chunk::<4>()?;
            *rest = after;
            Some(*head)
        };
        let certain_from = f32::from_le_bytes(number()?);
        let count = u32::from_le_bytes(number()?).min(64);
        let mut steps = Vec::new();
        for _ in 0..count {
            steps.push((f32::from_le_bytes(number()?), f32::from_le_bytes(number()?)));
        }
        Some(Calibration {
            certain_from,
            steps,
        })
    }

    /// What the models' file has of it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.certain_from.to_le_bytes().to_vec();
        bytes.extend_from_slice(&(self.steps.len() as u32).to_le_bytes());
        for (bound, often) in &self.steps {
            bytes.extend_from_slice(&bound.to_le_bytes());
            bytes.extend_from_slice(&often.to_le_bytes());
        }
        bytes
    }
}

/// What the models hold for likely, by the first and last token of what they found.
#[derive(Debug, Default)]
pub(crate) struct Likely {
    pub names: HashMap<(usize, usize), f32>,
    pub offices: HashMap<(usize, usize), f32>,
    pub bodies: HashMap<(usize, usize), f32>,
    pub places: HashMap<(usize, usize), f32>,
    /// In the order of the quotes.
    pub quotes: Vec<f32>,
    pub speakers: Vec<f32>,
}

/// Says of each suggestion how sure it is.
pub(crate) fn say_how_sure(
    suggested: &mut Suggested,
    lexed: &Lexed,
    understood: &Understood,
    calibrations: &[Calibration; 6],
) {
    let likely = &understood.likely;
    let sure = |kind: SuggestionKind, likely: f32| calibrations[kind as usize].of(likely);
    let of_chars = |found: &HashMap<(usize, usize), f32>, start: usize, end: usize| {
        let first = lexed.token_at(start);
        let last = lexed.token_at(end.saturating_sub(1));
        found.get(&(first, last)).copied().unwrap_or_default()
    };
    for (own, person) in suggested.people.iter_mut().zip(&understood.persons) {
        let name = own
            .mentions
            .iter()
            .map(|span| of_chars(&likely.names, span.start, span.end))
            .fold(0.0, f32::max);
        (own.confidence, own.certain) = sure(SuggestionKind::Person, name);
        for phrase in &person.positions {
            let office = likely.offices.get(phrase).copied().unwrap_or_default();
            let (confidence, certain) = sure(SuggestionKind::Position, office.min(name));
            own.positions_confidence.push(confidence);
            own.positions_certain.push(certain && own.certain);
        }
    }
    for own in &mut suggested.organisations {
        let most = own
            .mentions
            .iter()
            .map(|span| of_chars(&likely.bodies, span.start, span.end))
            .fold(0.0, f32::max);
        (own.confidence, own.certain) = sure(SuggestionKind::Organisation, most);
    }
    for own in &mut suggested.places {
        let most = own
            .mentions
            .iter()
            .map(|span| of_chars(&likely.places, span.start, span.end))
            .fold(0.0, f32::max);
        (own.confidence, own.certain) = sure(SuggestionKind::Place, most);
    }
    let weighed = likely.quotes.iter().zip(&likely.speakers);
    for (own, (quote, speaker)) in suggested.quotes.iter_mut().zip(weighed) {
        (own.confidence, own.certain) = sure(SuggestionKind::Quote, *quote);
        (own.speaker_confidence, own.speaker_certain) = sure(SuggestionKind::Speaker, *speaker);
    }
}
