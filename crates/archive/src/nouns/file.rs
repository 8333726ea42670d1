//! File: bytes as received, an original of a version.

use crate::store::rows::{Table, row};

row! {
    /// An original of a version.
    File in FILE {
        version_id: i64,
        original_id: i64,
        name: String,
        encoding: Option<String>,
        ordinal: i64,
    }
}

pub(crate) static FILE: Table = Table {
    name: "file",
    fields: File::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};
