//! Tagging a text: what is suggested, whom a name may mean, what a tag writes.

pub(crate) mod accept;
pub(crate) mod cast;
pub(crate) mod lexicon;
pub(crate) mod marking;
pub(crate) mod open_count;
pub(crate) mod propose;
pub(crate) mod quotes;
pub(crate) mod readings;
pub(crate) mod refused_names;
pub(crate) mod suggestion;
pub(crate) mod sureness;
pub(crate) mod tag_by_name;
pub(crate) mod tag_span;
pub(crate) mod turned_down;
