//! Tagging a text: what is suggested, whom a name may mean, what a tag writes.

pub(crate) mod cast;
pub(crate) mod lexicon;
pub(crate) mod marking;
pub(crate) mod propose;
pub(crate) mod suggestion;
pub(crate) mod tag_name;
pub(crate) mod tag_span;
