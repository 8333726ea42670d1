//! Reading a bag: what is in it, whether it is whole, and its payload. Nothing read here is trusted.

mod bag;
mod declaration;
mod error;
mod fetch;
mod folder;
mod hashing;
mod manifest;
mod names;
mod open;
mod report;
mod store;
mod text;
mod validate;
mod zip;
mod zip_entry;

pub use bag::Bag;
pub use error::ReadError;
pub use report::{Finding, Progress, Report};
pub use validate::validate;

pub(crate) use declaration::DECLARATION;
pub(crate) use report::code;
pub(crate) use text::lines;

/// What the fuzz targets reach.
#[cfg(fuzzing)]
pub(crate) mod fuzzing {
    use super::text::TagEncoding;
    use crate::algorithm::Algorithm;

    pub(crate) fn decode(encoding: &str, bytes: &[u8]) -> String {
        let known = super::text::encoding(encoding).unwrap_or(TagEncoding::UTF_8);
        known.decode(bytes).0
    }

    pub(crate) fn manifest(text: &str, algorithm: Algorithm, encoded: bool) -> Vec<String> {
        let lines = super::manifest::parse(text, algorithm, encoded).lines;
        lines.into_iter().map(|line| line.path).collect()
    }

    pub(crate) fn fetch(text: &str, encoded: bool) -> Vec<String> {
        let paths = super::fetch::parse(text, encoded).0;
        paths.into_iter().map(|(path, _)| path).collect()
    }
}
