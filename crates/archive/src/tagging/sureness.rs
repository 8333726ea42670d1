//! How sure the reader is of what is suggested.

use muragat_language as language;

/// How sure the reader is of what it found, or of a part of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sureness {
    pub confidence: f32,
    pub certain: bool,
}

impl Sureness {
    pub fn new(confidence: f32, certain: bool) -> Sureness {
        Sureness {
            confidence,
            certain,
        }
    }

    /// A whole is as sure as the least sure of its parts.
    fn with(self, part: Sureness) -> Sureness {
        Sureness {
            confidence: self.confidence.min(part.confidence),
            certain: self.certain && part.certain,
        }
    }

    /// Of a person: of the name and all positions, as both are accepted at once.
    pub fn of_person(person: &language::Person) -> Sureness {
        let position = |at: usize| {
            // of a position of which nothing is said nothing is known
            let often = person.positions_confidence.get(at).copied();
            let certain = person.positions_certain.get(at).copied();
            Sureness::new(often.unwrap_or_default(), certain.unwrap_or_default())
        };
        (0..person.positions.len())
            .map(position)
            .fold(Sureness::new(person.confidence, person.certain), Self::with)
    }

    /// Of a quote: of its words and its speaker. One without a speaker asks who speaks, so it is never certain.
    pub fn of_quote(quote: &language::Quotation) -> Sureness {
        let words = Sureness::new(quote.confidence, quote.certain);
        match quote.speaker {
            Some(_) => words.with(Sureness::new(
                quote.speaker_confidence,
                quote.speaker_certain,
            )),
            None => Sureness::new(words.confidence, false),
        }
    }
}
