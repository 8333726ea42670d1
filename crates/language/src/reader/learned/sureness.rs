//! How sure each suggestion is: what the models hold for likely, whether the grammar agrees, and what kind of words it
//! is made of, weighed by how often that was right in releases that the models had not learnt from.

use crate::gazetteer::Kinds;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::likely::{Grounds, Held};
use crate::reader::understood::{Suggested, Understood};
use crate::weights::Weights;
use crate::weights::hash_of;
use std::collections::HashMap;

/// A kind of suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// What makes one sure of a kind of suggestion.
#[derive(Debug, Default)]
pub struct Calibration {
    /// From which confidence on a suggestion is certain; none is where this is above 1.
    pub certain_from: f32,
    pub(crate) weights: Weights,
}

impl Calibration {
    /// Without anything known: nothing is certain.
    pub(crate) fn unknown() -> Calibration {
        Calibration {
            certain_from: 2.0,
            weights: Weights::default(),
        }
    }

    /// How often a suggestion on such grounds is right, 0 to 1, and whether it counts as certain.
    fn of(&self, grounds: &[u32]) -> (f32, bool) {
        let confidence = 1.0 / (1.0 + (-self.weights.sum(grounds)).exp());
        // told to the thousandth, so that machines that reckon otherwise in the last place tell the same
        let told = (confidence * 1000.0).round() / 1000.0;
        (told, confidence >= self.certain_from)
    }

    pub(crate) fn from_bytes(rest: &mut &[u8]) -> Option<Calibration> {
        let (certain_from, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let (own, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        *rest = after;
        Some(Calibration {
            certain_from: f32::from_le_bytes(*certain_from),
            weights: Weights::from_bytes(own)?,
        })
    }

    /// What the models' file has of it. `weights`: hashes of grounds with what each counts.
    pub fn to_bytes(certain_from: f32, weights: &[(u32, f32)]) -> Vec<u8> {
        let mut bytes = certain_from.to_le_bytes().to_vec();
        bytes.extend_from_slice(&((weights.len() * 8) as u32).to_le_bytes());
        for (hash, weight) in weights {
            bytes.extend_from_slice(&hash.to_le_bytes());
            bytes.extend_from_slice(&weight.to_le_bytes());
        }
        bytes
    }
}

/// The grounds on which one may be sure of what is suggested.
pub(crate) fn grounds_of(suggested: &Suggested, lexed: &Lexed, understood: &Understood) -> Grounds {
    let likely = &understood.likely;
    let mut grounds = Grounds::default();
    for (own, person) in suggested.people.iter().zip(&understood.persons) {
        let held: Vec<Held> = person
            .mentions
            .iter()
            .map(|at| &understood.mentions[*at])
            .map(|mention| {
                likely
                    .names
                    .get(&(mention.first, mention.last))
                    .copied()
                    .unwrap_or_default()
            })
            .collect();
        let best = best_of(&held);
        let mut set = Set::of(best);
        let words: Vec<&str> = own.name.split(' ').collect();
        set.add("words", &words.len().min(5).to_string());
        set.add("mentions", &held.len().min(3).to_string());
        set.add("initials", &own.name.contains('.').to_string());
        set.add("variants", &own.variants.len().min(2).to_string());
        set.add("positions", &person.positions.len().min(2).to_string());
        // the mention that gives the name, and what its words are known for
        let giving = person
            .mentions
            .iter()
            .map(|at| &understood.mentions[*at])
            .find(|one| one.name() == own.name);
        if let Some(giving) = giving {
            let printed = lexed.between(giving.first, giving.last) == own.name;
            set.add("printed", &printed.to_string());
            set.add("sign", &format!("{:?}", giving.by));
            let known: String = lexed.tokens[giving.first..=giving.last]
                .iter()
                .map(|token| {
                    match (
                        token.kinds.any(Kinds::GIVEN),
                        token.kinds.any(Kinds::SURNAME),
                        token.kinds.any(Kinds::PATRONYMIC),
                    ) {
                        (true, _, _) => 'g',
                        (_, true, _) => 's',
                        (_, _, true) => 'p',
                        _ if token.sort == Sort::Initial => 'i',
                        _ => '-',
                    }
                })
                .collect();
            set.add("known", &known);
            set.pair("known", &known, "printed", &printed.to_string());
        }
        let mut offices = Vec::new();
        for phrase in &person.positions {
            let held = likely.offices.get(phrase).copied().unwrap_or_default();
            let mut set = Set::of(held);
            set.add("length", &(phrase.1 - phrase.0).min(9).to_string());
            set.add("name", bucket(best.likely));
            set.add("first", lexed.tokens[phrase.0].sort_name());
            let before = phrase.0.checked_sub(1).map(|at| &lexed.tokens[at]);
            let begins =
                before.is_none_or(|before| before.sentence != lexed.tokens[phrase.0].sentence);
            set.add(
                "before",
                if begins {
                    "begins"
                } else {
                    before.map_or("", |token| token.sort_name())
                },
            );
            let holder = person
                .mentions
                .iter()
                .map(|at| understood.mentions[*at].first)
                .find(|first| *first > phrase.1);
            set.add(
                "gap",
                &holder.map_or("behind".to_owned(), |first| {
                    (first - phrase.1).min(4).to_string()
                }),
            );
            set.add("several", &person.positions.len().min(3).to_string());
            offices.push(set.0);
        }
        grounds.people.push(set.0);
        grounds.positions.push(offices);
    }
    let named =
        |found: &HashMap<(usize, usize), Held>, name: &str, mentions: &[crate::release::Span]| {
            let held: Vec<(Held, &str, (usize, usize))> = mentions
                .iter()
                .map(|span| {
                    let first = lexed.token_at(span.start);
                    let last = lexed.token_at(span.end.saturating_sub(1));
                    (
                        found.get(&(first, last)).copied().unwrap_or_default(),
                        span.text.as_str(),
                        (first, last),
                    )
                })
                .collect();
            let best = held
                .iter()
                .max_by(|a, b| a.0.likely.total_cmp(&b.0.likely))
                .copied();
            let (best, printed, (first, last)) = best.unwrap_or_default();
            let mut set = Set::of(best);
            set.add("words", &name.split(' ').count().min(8).to_string());
            set.add("mentions", &held.len().min(3).to_string());
            set.add("printed", &(printed == name).to_string());
            if let (Some(first), Some(last)) = (lexed.tokens.get(first), lexed.tokens.get(last)) {
                set.add("first", first.sort_name());
                set.add("capital", &first.capital.to_string());
                set.add(
                    "kinds",
                    &last.all_kinds().names().collect::<Vec<_>>().join("+"),
                );
                let begins = first.start == 0
                    || lexed.sentence_of(lexed.token_at(first.start)).start
                        == lexed.token_at(first.start);
                set.add("begins", &begins.to_string());
            }
            set.0
        };
    for own in &suggested.organisations {
        grounds
            .organisations
            .push(named(&likely.bodies, &own.name, &own.mentions));
    }
    for own in &suggested.places {
        grounds
            .places
            .push(named(&likely.places, &own.name, &own.mentions));
    }
    for (number, quote) in understood.quotes.iter().enumerate() {
        let held = likely.quotes.get(number).copied().unwrap_or_default();
        let mut set = Set::of(held);
        set.add(
            "length",
            &((quote.last - quote.first) / 4).min(9).to_string(),
        );
        let opens = quote
            .first
            .checked_sub(1)
            .and_then(|at| lexed.tokens.get(at));
        set.add("opens", opens.map_or("", |token| token.sort_name()));
        let closes = lexed.tokens.get(quote.last + 1);
        set.add("closes", closes.map_or("", |token| token.sort_name()));
        grounds.quotes.push(set.0);
        let held = likely.speakers.get(number).copied().unwrap_or_default();
        let mut set = Set::of(held);
        let speaker = understood.speakers.get(number).copied().flatten();
        set.add(
            "sign",
            &speaker.map_or("nobody".to_owned(), |(_, sign)| format!("{sign:?}")),
        );
        set.add("people", &understood.persons.len().min(5).to_string());
        grounds.speakers.push(set.0);
    }
    grounds
}

fn best_of(held: &[Held]) -> Held {
    held.iter()
        .copied()
        .max_by(|a, b| a.likely.total_cmp(&b.likely))
        .unwrap_or_default()
}

/// Grounds in the making.
struct Set(Vec<u32>);

impl Set {
    fn of(held: Held) -> Set {
        let mut set = Set(vec![hash_of(240, &[])]);
        let likely = bucket(held.likely);
        set.add("likely", likely);
        set.add("agreed", &held.agreed.to_string());
        set.pair("likely", likely, "agreed", &held.agreed.to_string());
        set
    }

    fn add(&mut self, what: &str, value: &str) {
        self.0.push(hash_of(241, &[what, value]));
    }

    fn pair(&mut self, what: &str, value: &str, other: &str, of: &str) {
        self.0.push(hash_of(242, &[what, value, other, of]));
    }
}

/// A likelihood, roughly; finer near to one.
fn bucket(likely: f32) -> &'static str {
    const BOUNDS: [(f32, &str); 10] = [
        (0.3, "0.3"),
        (0.5, "0.5"),
        (0.7, "0.7"),
        (0.85, "0.85"),
        (0.93, "0.93"),
        (0.97, "0.97"),
        (0.99, "0.99"),
        (0.997, "0.997"),
        (0.9995, "0.9995"),
        (0.9999, "0.9999"),
    ];
    BOUNDS
        .iter()
        .find(|(bound, _)| likely <= *bound)
        .map_or("1", |(_, name)| name)
}

/// Says of each suggestion how sure it is.
pub(crate) fn say_how_sure(suggested: &mut Suggested, calibrations: &[Calibration; 6]) {
    let grounds = std::mem::take(&mut suggested.grounds);
    let sure = |kind: SuggestionKind, grounds: &[u32]| calibrations[kind as usize].of(grounds);
    for (at, own) in suggested.people.iter_mut().enumerate() {
        (own.confidence, own.certain) = sure(SuggestionKind::Person, &grounds.people[at]);
        for office in &grounds.positions[at] {
            let (confidence, certain) = sure(SuggestionKind::Position, office);
            own.positions_confidence.push(confidence);
            own.positions_certain.push(certain && own.certain);
        }
    }
    for (own, grounds) in suggested
        .organisations
        .iter_mut()
        .zip(&grounds.organisations)
    {
        (own.confidence, own.certain) = sure(SuggestionKind::Organisation, grounds);
    }
    for (own, grounds) in suggested.places.iter_mut().zip(&grounds.places) {
        (own.confidence, own.certain) = sure(SuggestionKind::Place, grounds);
    }
    for (at, own) in suggested.quotes.iter_mut().enumerate() {
        (own.confidence, own.certain) = sure(SuggestionKind::Quote, &grounds.quotes[at]);
        (own.speaker_confidence, own.speaker_certain) =
            sure(SuggestionKind::Speaker, &grounds.speakers[at]);
    }
    suggested.grounds = grounds;
}
