//! What goes on paper: a document as a tree, of which a page and a PDF are made.

pub(crate) mod document;
pub(crate) mod font;
pub(crate) mod layout;
pub(crate) mod messages;
pub(crate) mod page;
pub(crate) mod pdf;
mod widths;
