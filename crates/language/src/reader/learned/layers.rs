//! The layers of what was learnt: who and in which office, bodies and places, speech. One model each for a language.

use crate::reader::learned::speakers::candidates;
use crate::reader::learned::sureness::Calibration;
use crate::reader::lex::lexed::Lexed;
use crate::reader::likely::Held;
use crate::reader::speech::speakers::{Cast, SpeakerSign};
use crate::tagger::{Models, Scores};
use crate::weights::Weights;
use std::ops::Range;
use std::sync::OnceLock;

/// What a model tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Names of people, of namesakes, and offices by where their holder is named.
    Cast,
    /// Names of bodies and places.
    Bodies,
    /// What is said word for word.
    Speech,
}

impl Layer {
    /// All, in the order in which they stand in a file of models.
    pub const ALL: [Layer; 3] = [Layer::Cast, Layer::Bodies, Layer::Speech];

    /// The rows of tokens that are labelled together: a paragraph each, of speech the whole body.
    pub fn rows(self, paragraphs: &[usize]) -> Vec<Range<usize>> {
        if self == Layer::Speech {
            return std::iter::once(0..paragraphs.len()).collect();
        }
        let mut rows: Vec<Range<usize>> = Vec::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            match rows.last_mut() {
                Some(row) if paragraphs[row.start] == *paragraph => row.end = at + 1,
                _ => rows.push(at..at + 1),
            }
        }
        rows
    }
}

/// The models of one language.
#[derive(Debug)]
pub struct Learned {
    models: Models<3>,
    speakers: Weights,
    pub(crate) calibrations: [Calibration; 6],
}

/// What a model found: a class, first and last token, how likely all of it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'m> {
    pub class: &'m str,
    pub first: usize,
    pub last: usize,
    pub likely: f32,
}

impl Learned {
    /// Reads the models of a language; `None` where the bytes hold none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Learned> {
        let mut rest = bytes;
        let mut next = || {
            let (length, after) = rest.split_first_chunk::<4>()?;
            let length = u32::from_le_bytes(*length) as usize;
            let (own, after) = after.split_at_checked(length)?;
            rest = after;
            Some(own)
        };
        let models = Models::from_bytes([next()?, next()?, next()?]).ok()?;
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (own, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let speakers = Weights::from_bytes(own)?;
        rest = after;
        let mut calibrations = std::array::from_fn(|_| Calibration::unknown());
        if !rest.is_empty() {
            for one in &mut calibrations {
                *one = Calibration::from_bytes(&mut rest)?;
            }
        }
        Some(Learned {
            models,
            speakers,
            calibrations,
        })
    }

    /// The speaker of each quote, and how likely each is.
    pub(crate) fn speakers(
        &self,
        cast: &Cast<'_>,
    ) -> (Vec<Option<(usize, SpeakerSign)>>, Vec<Held>) {
        let rules = cast.speakers();
        let mut sure = Vec::with_capacity(rules.len());
        let mut found: Vec<Option<usize>> = Vec::with_capacity(rules.len());
        for (number, rules) in rules.iter().enumerate() {
            let likely = self
                .speakers
                .likelihoods(&candidates(cast, number, *rules, &found));
            let best = (0..likely.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b]));
            let who = best.and_then(|best| best.checked_sub(1));
            sure.push(Held {
                likely: best.map_or(0.0, |best| likely[best]),
                agreed: who == rules.map(|(who, _)| who),
            });
            found.push(who);
        }
        let speakers = rules
            .iter()
            .zip(found)
            .map(|(rules, who)| match (rules, who) {
                (Some((own, sign)), Some(who)) if *own == who => Some((who, *sign)),
                (_, who) => who.map(|who| (who, SpeakerSign::Learned)),
            })
            .collect();
        (speakers, sure)
    }

    /// What the clues of each token count for each label of each layer.
    pub(crate) fn score(&self, clues: &[Vec<u32>]) -> Scores {
        self.models.score(clues)
    }

    /// The spans of a layer, in order.
    pub(crate) fn spans(&self, layer: Layer, lexed: &Lexed, scores: &Scores) -> Vec<Span<'_>> {
        let paragraphs: Vec<usize> = lexed.tokens.iter().map(|token| token.paragraph).collect();
        let mut spans: Vec<Span<'_>> = Vec::new();
        for row in layer.rows(&paragraphs) {
            for (at, (label, likely)) in
                row.clone()
                    .zip(self.models.tag(layer as usize, scores, row))
            {
                let Some((place, class)) = label.split_once('-') else {
                    continue;
                };
                match (place, spans.last_mut()) {
                    ("I" | "E", Some(open)) => {
                        open.last = at;
                        open.likely = open.likely.min(likely);
                    }
                    _ => spans.push(Span {
                        class,
                        first: at,
                        last: at,
                        likely,
                    }),
                }
            }
        }
        spans
    }
}

/// The models that ship inside the program, of a language; read when they are first asked for.
pub(crate) fn shipped(language: Option<&str>) -> Option<&'static Learned> {
    static KAZAKH: OnceLock<Option<Learned>> = OnceLock::new();
    static RUSSIAN: OnceLock<Option<Learned>> = OnceLock::new();
    static ENGLISH: OnceLock<Option<Learned>> = OnceLock::new();
    let (slot, bytes): (_, &[u8]) = match language? {
        "ru" => (
            &RUSSIAN,
            include_bytes!("../../../../../assets/models/releases.ru.crf"),
        ),
        "en" => (
            &ENGLISH,
            include_bytes!("../../../../../assets/models/releases.en.crf"),
        ),
        _ => (
            &KAZAKH,
            include_bytes!("../../../../../assets/models/releases.kk.crf"),
        ),
    };
    slot.get_or_init(|| Learned::from_bytes(bytes)).as_ref()
}
