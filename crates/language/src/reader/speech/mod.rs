//! What is said and done: quotes, their speakers, the deeds of each person.

pub(crate) mod acts;
pub(crate) mod deeds;
pub(crate) mod interview;
pub(crate) mod quotes;
pub(crate) mod speakers;
