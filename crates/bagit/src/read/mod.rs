//! Reading a bag: what is in it, whether it is whole, and its payload. Nothing read here is trusted.

mod bag;
mod declaration;
mod error;
mod fetch;
mod folder;
mod hashing;
mod manifest;
mod names;
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
pub(crate) use text::lines;
