//! Kazakh and Russian press text: text in, meaning out. No input or output.
//!
//! Every function is pure and total: any input gives an answer or a named error, never a panic.
//! Every offset counts Unicode scalar values (`char`s), never bytes.

mod cases;
mod dates;
mod gazetteer;
mod keys;
mod lines;
mod names;
mod reader;
mod release;
mod search;
pub mod tagger;
mod text;
mod view;
mod weights;
mod word_list;

pub use cases::stem::stem_kk;
pub use dates::dating::{Dating, NoDating};
pub use dates::reading::{WrittenDate, read_date};
pub use keys::other_script::keys_in_other_script;
pub use keys::party_key::party_key;
pub use keys::posts::{are_two_posts, post_language};
pub use keys::release_key::{FormDifference, form_differences, release_key};
pub use keys::search_key::{search_keys, search_terms};
pub use keys::short_code::short_code_key;
pub use keys::sort_key::{sort_key, sort_start};
pub use keys::term::{MAX_KEY_CHARS, Term};
pub use lines::credit::photo_credits;
pub use lines::title::{TitleLesson, title_lesson};
pub use lines::title_choice::choose_title;
pub use names::calls::NameCalls;
pub use names::kazakh::nominative_kk;
pub use names::name_key::name_key;
pub use names::person_name::{PersonName, person_name, person_name_with, surname_first};
pub use names::russian::nominative_ru;
pub use reader::{
    Calibration, Grounds, Layer, Learned, Lesson, Lexicon, NameKind, Proposal, QuoteProposal,
    ReadText, RoleLesson, Speaker, SpeakerLesson, Speech, SuggestionKind, choose_roles, lesson,
    nominative_name, read, read_with, role_lessons, role_set, speaker_lessons, title_and_date,
};
pub use release::{
    Event, Named, Person, Place, Quotation, Reading, Reason, Role, Span, UnknownRole,
};
pub use search::indexed::{Indexed, IndexedWord, indexed};
pub use search::occurrence::occurrences;
pub use search::query::{Dated, Phrase, Query, Typing, read_phrase_alone, read_query};
pub use search::slip::is_one_slip;
pub use search::snippet::{Snippet, matches, snippet};
pub use text::decode::{DecodeError, Decoded, decode};
pub use text::document_format::{DocumentFormat, document_format};
pub use text::encoding::Encoding;
pub use text::fold::fold;
pub use text::newline::normalise_newlines;
pub use text::span_text::{SpanText, byte_of_char};
pub use text::token::{Word, words};
pub use text::tongue::language;
pub use view::likeness::later_version_likeness;
pub use weights::Weights;
