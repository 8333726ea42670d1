//! The marks of lists as one sees them, worked out by a document's own numbering: «1.», «2)», «а)», «IV.», «1.1.», «–», «•».

mod counting;
mod mark;
mod numeral;

pub(crate) use counting::{Counters, Level, MOST_LEVELS, Sign};
pub(crate) use mark::{is_number, number_heading, read_bullet, read_mark};
pub(crate) use numeral::Numeral;
