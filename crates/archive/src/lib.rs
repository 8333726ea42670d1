//! The archive: the library on disk, its catalogue, history and search.
//!
//! [`Archive`] is an open library. Each noun of the catalogue has a file with its row, its rules and
//! its SQL. Every write goes through [`Archive::transact`]; see ARCHITECTURE.md for the invariants.

mod adopt;
mod article;
mod backup;
mod candidates;
mod cast;
mod changed;
mod check;
mod clock;
mod compare;
mod csv;
mod decision;
mod deletion;
mod difference;
mod door;
mod draft;
mod error;
mod event;
mod event_edit;
mod facets;
mod file;
mod find;
mod heading;
mod history;
mod index;
mod intake;
mod job;
mod known;
mod label;
mod ledger;
mod library;
mod list;
mod marking;
mod measure;
mod mention;
mod merge;
mod migrations;
mod occurrence;
mod officials;
mod originals;
mod overview;
mod participation;
mod party;
mod party_edit;
mod party_entry;
mod party_list;
mod party_page;
mod patch;
mod photo;
mod photo_edit;
mod photo_list;
mod place;
mod post;
mod propose;
mod provenance;
mod quote;
mod received;
pub mod record;
mod region;
mod renew;
mod restore;
mod rows;
mod saved_search;
mod script;
mod search;
mod show;
mod shown;
mod sound;
mod subject;
mod suggestion;
mod tag_span;
mod tagging;
mod transfer;
mod transfer_edit;
mod undo;
mod unit;
mod version;
mod vocabulary;
pub mod words;

pub use adopt::{Adopted, Fetch};
pub use article::ArticleEdit;
pub use backup::{Restored, restore};
pub use candidates::{Candidate, Reason, TagKind};
pub use cast::ParticipationFields;
pub use changed::{Changed, Written};
pub use check::{Checked, Problem};
pub use compare::{DiffPiece, DiffRow};
pub use door::{Outcome, Tx};
pub use draft::{NewArticle, NewVersion};
pub use error::{Error, serialize_path};
pub use event_edit::{EventFields, EventLine, EventPage, EventPageRecord};
pub use facets::{Count, Facets, LanguageCount, StateCount, YearCount};
pub use find::{ArticleSnippet, Elsewhere};
pub use heading::Heading;
pub use history::{HistoryChange, HistoryLine, HistoryOf};
pub use intake::{Added, Intake, TEXT_LIMIT, read_file, read_text};
pub use job::{Progress, Watch};
pub use library::{Archive, Identity, Warning, default_library};
pub use list::{ListOrder, ListPage, ListQuery};
pub use officials::Officials;
pub use overview::Overview;
pub use party::Whom;
pub use party_edit::{PartyFields, PostFields};
pub use party_list::{PartyLine, PartyOrder, PartyPage, PartyQuery};
pub use party_page::{PartyPageRecord, PartyRef, PrintedLine, QuoteLine, QuotePage};
pub use patch::TextPiece;
pub use photo::{Attached, Attachment, PHOTO_LIMIT, PhotoHome};
pub use photo_edit::{PhotoFields, RegionBox};
pub use photo_list::{PhotoLack, PhotoLine, PhotoPage, PhotoQuery};
pub use propose::{QuoteProposal, TagProposal};
pub use provenance::Provenance;
pub use received::{Received, recognise};
pub use saved_search::SavedSearchLine;
pub use search::{Found, Hit};
pub use shown::Shown;
pub use suggestion::{SuggestedSpan, Suggestion, SuggestionKind};
pub use tag_span::{TagSpan, TaggedSpan};
pub use tagging::{Tagged, Tagging};
pub use transfer::{
    TransferEntry, TransferFileRecord, TransferLeftOut, TransferParty, TransferPreview,
    TransferRecord, TransferScope,
};
pub use transfer_edit::{TRANSFER_FILE_LIMIT, TransferFields};
pub use undo::Reverted;
pub use unit::{UnitFields, UnitLine};
pub use version::VersionFields;

/// Now, RFC 3339 in UTC, to the second.
pub(crate) fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
