//! What a text is made of: bytes, letters, words, its language.

pub mod decode;
pub mod document_format;
pub mod encoding;
pub mod fold;
pub mod kazakh_forms;
pub mod latin;
pub mod marks;
pub mod newline;
pub mod script;
pub mod span_text;
pub mod token;
pub mod tongue;
