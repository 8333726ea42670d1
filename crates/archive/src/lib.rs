//! The archive: the library on disk, its catalogue, history and search.
//!
//! [`Archive`] is an open library. Each noun of the catalogue has a file with its row, its rules and
//! its SQL. Every write goes through [`Archive::transact`]; see ARCHITECTURE.md for the invariants.

mod date_reading;
mod edit;
mod error;
mod exchange;
mod finding;
mod history;
mod nouns;
pub mod record;
mod store;
mod tables;
mod tagging;
mod transact;
mod values;

pub use date_reading::DateReading;
pub use edit::article::ArticleEdit;
pub use edit::attachment::{Attached, Attachment, PHOTO_LIMIT, PhotoHome};
pub use edit::batch::{
    Batch, BatchAct, BatchArticle, BatchChange, BatchFields, BatchHindered, BatchHindrance,
    BatchLine, BatchOpen, BatchOpenPoint, BatchResult,
};
pub use edit::draft::{NewArticle, NewVersion};
pub use edit::event::EventFields;
pub use edit::headings::Heading;
pub use edit::intake::{Added, Intake, TEXT_LIMIT, read_text};
pub use edit::library::GivenName;
pub use edit::officials::Officials;
pub use edit::party::{NameFields, PartiesDeleted, PartyFields, PostFields};
pub use edit::photo::PhotoFields;
pub use edit::photo_checks::PhotoCheck;
pub use edit::photo_persons::StatedParty;
pub use edit::photo_regions::RegionBox;
pub use edit::photo_statement::{OtherStatement, PhotoStatement};
pub use edit::photo_statements::{PhotoStatements, WantedStatement};
pub use edit::photo_templates::PhotoTemplateLine;
pub use edit::photo_times::ShiftedTime;
pub use edit::photo_turn::turn_box;
pub use edit::prepared_text::{Prepared, PreparedKeys, PreparedText};
pub use edit::received_text::{PhotoWords, ReceivedFile, ReceivedPicture, ReceivedText};
pub use edit::transfer::{TRANSFER_FILE_LIMIT, TransferFields};
pub use edit::unit::UnitFields;
pub use edit::version::VersionFields;
pub use error::{Error, FormOfDuplicate, Unread, serialize_path};
pub use exchange::adopt_records::{Adopted, Fetch};
pub use exchange::backup_plan::{
    BackupPlan, BackupProblem, BackupStanding, BackupWhen, FoundBackup, found_backups,
};
pub use exchange::library_check::{Checked, Problem};
pub use exchange::look_inside::{BackupContents, BackupLine, BackupLineState, look_inside};
pub use exchange::restore::{ReadyRestore, Restored, prepare_restore, restore};
pub use finding::article_list::ListPage;
pub use finding::caption_codes::CaptionCode;
pub use finding::common_fields::{CommonFields, CommonHeading, CommonValue};
pub use finding::doubles::Double;
pub use finding::elsewhere::Elsewhere;
pub use finding::events::{EventLine, EventPage, EventPageRecord};
pub use finding::facets::{Count, Facets, LanguageCount, OpenFacet, StateCount, YearCount};
pub use finding::near_photos::{NearPair, NearPhoto, NearPhotoPage, NearShort};
pub use finding::other_version::{AlikeArticle, VersionOrder};
pub use finding::overview::Overview;
pub use finding::party_list::{PartyLine, PartyOrder, PartyPage, PartyQuery};
pub use finding::party_page::{
    BodyBeside, NameParts, PartyPageRecord, PartyRef, PersonOfBody, PrintedLine, QuoteLine,
    QuotePage,
};
pub use finding::photo_list::{PhotoLine, PhotoPage};
pub use finding::photo_query::{PhotoLack, PhotoQuery, PhotoSort};
pub use finding::query::{ListOrder, ListQuery};
pub use finding::saved_searches::SavedSearchLine;
pub use finding::search::{Alike, Found, Hit};
pub use finding::snippets::{ArticleSnippet, places_in_text};
pub use finding::transfers::{
    TransferDraft, TransferEntry, TransferFileRecord, TransferLeftOut, TransferParty,
    TransferPreview, TransferRecord, TransferScope,
};
pub use finding::units::UnitLine;
pub use history::changed::{Changed, Written};
pub use history::compare::{DiffPiece, DiffRow};
pub use history::provenance::Provenance;
pub use history::undo::Reverted;
pub use history::what_happened::{
    HistoryChange, HistoryChoices, HistoryFilter, HistoryLine, HistoryOf,
};
pub use history::where_to_look::{Shown, ShownByName};
pub use nouns::access::may_leave;
pub use nouns::party::Whom;

pub use finding::candidates::{Candidate, Reason, TagKind};
pub use store::door::{Outcome, Touched, Tx};
pub use store::edit_base::SeenValue;
pub use store::identity::Identity;
pub use store::job::{Progress, Watch};
pub use store::leftovers::clear as clear_leftovers;
pub use store::library::{Archive, Warning, default_library};
pub use store::looks::Standing;
pub use store::text_patch::TextPiece;
pub use store::three_way_merge::Prefer;
pub use tagging::accept::{Accepted, Doubt};
pub use tagging::cast::ParticipationFields;
pub use tagging::propose::{QuoteProposal, TagProposal};
pub use tagging::refused_names::RefusedName;
pub use tagging::suggestion::{OpenSuggestions, SuggestedSpan, Suggestion, SuggestionKind};
pub use tagging::tag_by_name::{Tagged, Tagging};
pub use tagging::tag_span::{TagSpan, TaggedSpan};
