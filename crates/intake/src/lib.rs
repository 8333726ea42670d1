//! The door: files as people receive them become texts and photos of the archive. Paths are sorted by what lies there
//! ([`sort_paths`]), documents are read in a process of their own ([`DocumentReader`]), photos go to the document that
//! they came with ([`pair_photos`], and of several texts in one file by the same rule), a picture that came inside and beside it is one photo, and all that one gives at once is taken in as one op ([`take_in`]).

mod described;
mod document_reader;
mod file_outcome;
mod folder_listing;
mod found;
mod natural_order;
mod page_recogniser;
mod pair_photos;
mod photos_inside;
mod place_photos;
mod recognise_path;
mod same_pictures;
mod sidecars;
mod sort_paths;
mod subject;
mod take_in;
mod telling;
mod unread;
mod watched_folder;

pub use document_reader::{DOCUMENT_LIMIT, DocumentReader};
pub use file_outcome::{FileOutcome, FileOutcomeKind, Origin};
pub use folder_listing::Unseen;
pub use found::Found;
pub use muragat_files::text_to_path;
pub use natural_order::natural_order;
pub use page_recogniser::PageReading;
pub use pair_photos::{Paired, pair_photos};
pub use photos_inside::{PhotosAtHand, lie_inside, take_out_photos};
pub use recognise_path::{Received, folder_meant, recognise_path};
pub use sidecars::read_sidecars;
pub use sort_paths::{SortedDocument, SortedPaths, sort_paths};
pub use take_in::{take_in, take_in_one};
pub use telling::TakenIn;
pub use watched_folder::{Look, REST, WatchedFolder, WholeFile};
