//! Kazakh and Russian press text: text in, meaning out. No input or output.
//!
//! Every function is pure and total: any input gives an answer or a named error, never a panic.
//! Every offset counts Unicode scalar values (`char`s), never bytes.

mod credit;
mod date;
mod decode;
mod ending;
mod fold;
mod newline;
mod party_key;
mod release;
mod search_key;
mod snippet;
mod sort_key;
mod stem;
mod title;
mod token;
mod tongue;

pub use decode::{DecodeError, Decoded, Encoding, decode};
pub use fold::fold;
pub use newline::normalise_newlines;
pub use party_key::party_key;
pub use release::{Named, Person, Place, Quotation, Reading, Role, Span, UnknownRole, read};
pub use search_key::{MAX_KEY_CHARS, search_keys};
pub use snippet::{Snippet, matches, snippet};
pub use sort_key::sort_key;
pub use stem::stem_kk;
pub use token::{Word, words};
pub use tongue::language;
