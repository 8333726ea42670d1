//! A body cut into tokens.

pub(crate) mod lexed;
pub(crate) mod titles;
pub(crate) mod token;
