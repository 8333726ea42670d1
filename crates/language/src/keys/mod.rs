//! Keys: what names and words are compared, sorted and searched by. A key is never shown.

mod list_marks;
pub mod other_script;
pub mod party_key;
pub(crate) mod plain_letter;
pub mod posts;
pub mod release_key;
pub mod search_key;
pub mod short_code;
pub mod sort_key;
pub mod term;
