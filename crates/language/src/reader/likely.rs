//! What was held for likely where, and on which grounds one may be sure of a suggestion.

use std::collections::HashMap;

/// What the models hold for likely of a stretch of tokens, and whether the grammar found the same.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Held {
    pub likely: f32,
    pub agreed: bool,
}

/// The same of all that was found, by first and last token.
#[derive(Debug, Default)]
pub(crate) struct Likely {
    pub names: HashMap<(usize, usize), Held>,
    pub offices: HashMap<(usize, usize), Held>,
    pub bodies: HashMap<(usize, usize), Held>,
    pub places: HashMap<(usize, usize), Held>,
    /// In the order of the quotes.
    pub quotes: Vec<Held>,
    pub speakers: Vec<Held>,
}

/// The grounds of each suggestion of a reading, as hashes, in its order.
#[derive(Debug, Clone, Default)]
pub struct Grounds {
    /// Of names of people.
    pub people: Vec<Vec<u32>>,
    /// Of each person's positions.
    pub positions: Vec<Vec<Vec<u32>>>,
    /// Of names of bodies.
    pub organisations: Vec<Vec<u32>>,
    /// Of names of places.
    pub places: Vec<Vec<u32>>,
    /// Of what is said.
    pub quotes: Vec<Vec<u32>>,
    /// Of who says it.
    pub speakers: Vec<Vec<u32>>,
}
