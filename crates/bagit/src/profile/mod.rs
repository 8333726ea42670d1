//! BagIt Profiles 1.4: what a receiver wants of a bag beyond RFC 8493, as one JSON file.

mod check;
mod definition;
mod pattern;

pub use check::{Clause, Departure, Weight};
pub use definition::{Profile, ProfileError};
