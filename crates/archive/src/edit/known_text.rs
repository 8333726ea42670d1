//! A text that is in the archive already, in whatever form it comes again, and the files that are kept as its originals.

use muragat_language as language;
use muragat_language::Reading;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{Error, FormOfDuplicate};
use crate::nouns::file::File;
use crate::nouns::version;
use crate::record::FileRecord;
use crate::store::door::Tx;
use crate::store::originals::Stored;

/// A text of the archive that is the one that comes in.
#[derive(Debug)]
pub(crate) struct KnownText {
    /// The version's key.
    pub version: i64,
    /// UUID of its article.
    article: String,
    reference: String,
    title: String,
    difference: FormOfDuplicate,
}

impl KnownText {
    /// Whether its article has photos.
    pub(crate) fn has_photos(&self, sql: &Connection) -> Result<bool, Error> {
        let mut statement = sql.prepare_cached(
            "SELECT 1 FROM photo JOIN version ON version.article_id = photo.article_id WHERE version.id = ?1",
        )?;
        Ok(statement.exists([self.version])?)
    }

    /// What a file of it is refused with; `kept`: whether it is among its originals already.
    pub(crate) fn refuse(self, file: &str, kept: bool) -> Error {
        Error::DuplicateRelease {
            file: file.to_owned(),
            id: self.article,
            reference: self.reference,
            title: self.title,
            difference: self.difference,
            kept,
        }
    }
}

/// The text that came in the same bytes, with the same words in other bytes, or with the same words in another form.
/// `sha256`: of the file that brought this text and no other; empty where there is none.
pub(crate) fn find(
    sql: &Connection,
    sha256: &str,
    reading: &Reading,
) -> Result<Option<KnownText>, Error> {
    let has_words = !(reading.title.is_empty() && reading.body.is_empty());
    let digest = match has_words {
        true => version::digest(&reading.title, &reading.body),
        // two that have no word are not the same for that
        false => String::new(),
    };
    let key = language::release_key(&reading.title, &reading.body);
    find_by(sql, sha256, &digest, &key, reading)
}

/// The text that came in the same bytes, of which nothing could be read.
pub(crate) fn find_by_file(
    sql: &Connection,
    sha256: &str,
    reading: &Reading,
) -> Result<Option<KnownText>, Error> {
    find_by(sql, sha256, "", "", reading)
}

fn find_by(
    sql: &Connection,
    sha256: &str,
    digest: &str,
    key: &str,
    reading: &Reading,
) -> Result<Option<KnownText>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT article.uuid, article.reference, version.title, version.body, version.digest, version.id
             FROM version JOIN article ON article.id = version.article_id
             WHERE version.digest = ?1
                OR version.id IN (
                    SELECT file.version_id FROM file JOIN original ON original.id = original_id
                    WHERE sha256 = ?2 AND NOT (
                        -- what only brought the file behind it is not that text: a mail has words of its own
                        original.media_type IN ('message/rfc822', 'application/vnd.ms-outlook', 'application/vnd.ms-tnef')
                        AND EXISTS (
                            SELECT 1 FROM file AS behind
                            WHERE behind.version_id = file.version_id AND behind.ordinal > file.ordinal)))
                OR version.release_key = nullif(?3, '')
             ORDER BY version.digest <> ?1, article.id LIMIT 1",
        )?
        .query_row([digest, sha256, key], |row| {
            let (title, body): (String, String) = (row.get(2)?, row.get(3)?);
            let differences = match row.get::<_, String>(4)? == digest {
                true => Vec::new(),
                false => {
                    let here = format!("{title}\n{body}");
                    let coming = format!("{}\n{}", reading.title, reading.body);
                    language::form_differences(&here, &coming)
                }
            };
            Ok(KnownText {
                version: row.get(5)?,
                article: row.get(0)?,
                reference: row.get(1)?,
                title,
                difference: FormOfDuplicate::of(&differences),
            })
        })
        .optional()?)
}

/// Whether all of some files, by their SHA-256, are among a version's originals.
pub(crate) fn keeps_all<'a>(
    sql: &Connection,
    version: i64,
    files: impl IntoIterator<Item = &'a str>,
) -> Result<bool, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT 1 FROM file JOIN original ON original.id = original_id WHERE version_id = ?1 AND sha256 = ?2",
    )?;
    for sha256 in files {
        if !statement.exists(params![version, sha256])? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Enters files as further originals of a version; those that it has stay as they are.
pub(crate) fn keep_files(
    tx: &mut Tx<'_>,
    version: i64,
    files: &[(Stored, FileRecord)],
) -> Result<(), Error> {
    let last: i64 = tx.sql().query_row(
        "SELECT ifnull(max(ordinal), 0) FROM file WHERE version_id = ?1",
        [version],
        |row| row.get(0),
    )?;
    let mut ordinal = last;
    for (stored, file) in files {
        if keeps_all(tx.sql(), version, [stored.sha256.as_str()])? {
            continue;
        }
        ordinal += 1;
        let original_id = tx.register_original(stored)?;
        tx.insert(&File::of_record(file, version, original_id, ordinal)?)?;
    }
    Ok(())
}
