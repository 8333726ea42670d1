//! File: bytes as received, an original of a version.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::record::{DerivationRecord, FileRecord, SourceRecord};
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::originals::Original;
use crate::store::rows::row;

row! {
    /// An original of a version.
    File in FILE {
        version_id: i64 [part_of("version")],
        original_id: i64 [holds("original")],
        name: String,
        encoding: Option<String>,
        ordinal: i64,
        pronom: Option<String>,
        reader: Option<String>,
        left_out: Option<String>,
        doubts: Option<String>,
        subject: Option<String>,
        author: Option<String>,
        sender: Option<String>,
        message_id: Option<String>,
        published_at: Option<String>,
        captured_at: Option<String>,
        url: Option<String>,
    }
}

impl File {
    /// The row of bytes as received, of what their record says.
    ///
    /// # Errors
    /// [`Error::CatalogueFailed`] where what was left out cannot be written down.
    pub(crate) fn of_record(
        record: &FileRecord,
        version_id: i64,
        original_id: i64,
        ordinal: i64,
    ) -> Result<File, Error> {
        let source = record.source.clone().unwrap_or_default();
        let derivation = record.derivation.as_ref();
        Ok(File {
            id: 0,
            uuid: record.id.clone(),
            version_id,
            original_id,
            name: record.name.clone(),
            encoding: record.encoding.clone(),
            ordinal,
            pronom: record.pronom.clone(),
            reader: derivation.map(|derivation| derivation.reader.clone()),
            left_out: derivation
                .map(|derivation| write_list(&derivation.left_out))
                .transpose()?
                .flatten(),
            doubts: derivation
                .map(|derivation| write_list(&derivation.doubts))
                .transpose()?
                .flatten(),
            subject: source.subject,
            author: source.author,
            sender: source.sender,
            message_id: source.message_id,
            published_at: source.published_at,
            captured_at: source.captured_at,
            url: source.url,
        })
    }

    /// What the record says of the bytes.
    ///
    /// # Errors
    /// [`Error::CatalogueFailed`] where the catalogue does not hold what was written down.
    pub(crate) fn into_record(self, original: &Original) -> Result<FileRecord, Error> {
        let source = SourceRecord {
            subject: self.subject,
            author: self.author,
            sender: self.sender,
            message_id: self.message_id,
            published_at: self.published_at,
            captured_at: self.captured_at,
            url: self.url,
        };
        let derivation = match self.reader {
            Some(reader) => Some(DerivationRecord {
                reader,
                left_out: read_list(self.left_out.as_deref())?,
                doubts: read_list(self.doubts.as_deref())?,
            }),
            None => None,
        };
        Ok(FileRecord {
            id: self.uuid,
            name: self.name,
            sha256: original.sha256.clone(),
            size: original.size,
            media_type: original.media_type.clone(),
            encoding: self.encoding,
            pronom: self.pronom,
            derivation,
            source: (source != SourceRecord::default()).then_some(source),
        })
    }
}

fn write_list<T: Serialize>(list: &[T]) -> Result<Option<String>, Error> {
    match list.is_empty() {
        true => Ok(None),
        false => serde_json::to_string(list).map(Some).map_err(unwritten),
    }
}

fn read_list<T: DeserializeOwned>(written: Option<&str>) -> Result<Vec<T>, Error> {
    written.map_or(Ok(Vec::new()), |written| {
        serde_json::from_str(written).map_err(unwritten)
    })
}

#[allow(clippy::needless_pass_by_value, reason = "as map_err gives it")]
fn unwritten(error: serde_json::Error) -> Error {
    Error::CatalogueFailed {
        detail: error.to_string(),
    }
}

pub(crate) static FILE: Table = Table {
    alike: &["version_id", "original_id"],
    called: &["name"],
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM version WHERE id = (SELECT version_id FROM file WHERE id = ?1)",
    )],
    ..Table::new("file", File::FIELDS)
};
