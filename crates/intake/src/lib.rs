//! The door: files as people receive them become texts and photos of the archive. Paths are sorted by what lies there
//! ([`sort_paths`]), documents are read in a process of their own ([`DocumentReader`]), photos go to the document that
//! they came with ([`pair_photos`]), a picture that came inside and beside it is one photo, and all that one gives at once is taken in as one op ([`take_in`]).

mod described;
mod document_reader;
mod found;
mod pair_photos;
mod recognise_path;
mod same_pictures;
mod sort_paths;
mod take_in;

pub use document_reader::{DOCUMENT_LIMIT, DocumentReader};
pub use found::Found;
pub use pair_photos::{Paired, pair_photos};
pub use recognise_path::{Received, recognise_path};
pub use sort_paths::{SortedDocument, SortedPaths, sort_paths};
pub use take_in::{FileOutcome, FileOutcomeKind, Origin, TakenIn, take_in};
