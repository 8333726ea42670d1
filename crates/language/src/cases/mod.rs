//! Inflection: the cases of Kazakh and Russian words, and what a word is without them.

pub mod kazakh;
pub mod known_forms;
pub mod russian;
pub mod stem;
pub mod surnames;
