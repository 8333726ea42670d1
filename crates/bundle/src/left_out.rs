//! Closed articles, as an export, a list, a print or a transfer tells of them: kept out, or gone by their names.

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::Access;
use serde::Serialize;
use ts_rs::TS;

/// An article that is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    /// UUIDv7.
    pub id: String,
    /// Unique in its library.
    pub reference: String,
    /// Restricted, or under embargo.
    pub access: Access,
}

impl LeftOut {
    /// Of a closed article's record.
    pub(crate) fn of(record: &ArticleRecord) -> LeftOut {
        LeftOut {
            id: record.id.clone(),
            reference: record.reference.clone(),
            access: record.access.level,
        }
    }
}
