//! Lines of a release that are no running text: title, date, photo credits, and what stands around them.

pub mod credit;
mod cut;
pub mod date;
pub(crate) mod furniture;
mod issuer;
mod running;
mod small_print;
pub mod text_date;
pub mod title;
pub mod title_choice;
mod title_line;
