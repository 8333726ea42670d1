//! A packet in two, where a container has no room for the whole in one place.

use super::value::{Packet, Property};
use super::write::rank;
use crate::metadata::vocabularies::TIFF;

/// Bytes around the properties of a packet.
const AROUND: usize = 4 << 10;

impl Packet {
    /// Two packets that say together what this one says. The first is at most `most` bytes long when it is written, and what
    /// describes the photo in words stays in it as long as there is room: many programs read no further.
    pub(crate) fn split(self, most: usize) -> (Self, Self) {
        let sizes = self.measure_properties();
        let mut total: usize = sizes.iter().sum();
        let mut places: Vec<usize> = (0..sizes.len()).collect();
        let is_core = |at: &usize| self.properties.get(*at).is_some_and(is_core);
        places.sort_by_key(|at| (is_core(at), std::cmp::Reverse(sizes.get(*at).copied())));
        let mut goes_on = vec![false; sizes.len()];
        for at in places {
            if total + AROUND <= most {
                break;
            }
            if let (Some(size), Some(goes_on)) = (sizes.get(at), goes_on.get_mut(at)) {
                total -= size;
                *goes_on = true;
            }
        }
        let mut goes_on = goes_on.into_iter();
        let (rest, first) = self
            .properties
            .into_iter()
            .partition(|_| goes_on.next().unwrap_or_default());
        let with = |properties| Self {
            properties,
            prefixes: self.prefixes.clone(),
        };
        (with(first), with(rest))
    }
}

/// Whether a property is of a vocabulary of words, which stand before those of cameras.
fn is_core(property: &Property) -> bool {
    rank(&property.name.vocabulary) < rank(TIFF)
}
