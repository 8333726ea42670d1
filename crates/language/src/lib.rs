//! Kazakh and Russian press text: text in, meaning out. No input or output.
//!
//! Every function is pure and total: any input gives an answer or a named error, never a panic.
//! Every offset counts Unicode scalar values (`char`s), never bytes.

mod credit;
mod date;
mod declension;
mod decode;
mod ending;
mod fold;
mod gazetteer;
mod latin;
mod name;
mod newline;
mod occurrence;
mod other_script;
mod party_key;
mod reader;
mod release;
mod search_key;
mod snippet;
mod sort_key;
mod span_text;
mod stem;
pub mod tagger;
mod title;
mod token;
mod tongue;

pub use decode::{DecodeError, Decoded, Encoding, decode};
pub use fold::fold;
pub use name::{name_key, nominative_kk, nominative_ru};
pub use newline::normalise_newlines;
pub use occurrence::occurrences;
pub use other_script::keys_in_other_script;
pub use party_key::party_key;
pub use reader::{
    Lexicon, NameKind, Proposal, QuoteProposal, ReadText, Speaker, Speech, nominative_name, read,
    read_with,
};
pub use release::{
    Event, Named, Person, Place, Quotation, Reading, Reason, Role, Span, UnknownRole,
};
pub use search_key::{MAX_KEY_CHARS, search_keys};
pub use snippet::{Snippet, matches, snippet};
pub use sort_key::sort_key;
pub use span_text::{SpanText, byte_of_char};
pub use stem::stem_kk;
pub use token::{Word, words};
pub use tongue::language;
