//! Lines of a release that are no running text: title, date, photo credits.

pub mod credit;
pub mod date;
pub mod title;
