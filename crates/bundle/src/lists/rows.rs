//! The rows of a list, read one by one.

use muragat_archive::record::ArticleRecord;
use muragat_archive::{
    Archive, Error as ArchiveError, EventLine, PartyLine, PhotoLine, Progress, Watch,
};

use crate::error::Error;
use crate::export::articles_found;
use crate::lists::listed::Listed;

/// How many are read at once where a list is read by pages.
const PAGE: u32 = 500;

/// A row, before its columns are chosen.
pub(crate) enum Row {
    /// A document.
    Article(Box<ArticleRecord>),
    /// A person or a body.
    Party(PartyLine),
    /// A photo.
    Photo(Box<PhotoLine>),
    /// An event.
    Event(EventLine),
}

/// Takes a row.
type Take<'a> = &'a mut dyn FnMut(Row) -> Result<(), Error>;

/// Gives every row of a list, in its order. What goes from the archive meanwhile is not in it.
pub(crate) fn each(
    archive: &Archive,
    listed: &Listed,
    watch: Watch<'_>,
    take: Take<'_>,
) -> Result<(), Error> {
    match listed {
        Listed::Articles { articles, query } => {
            let ids = match articles {
                Some(named) => named.clone(),
                None => articles_found(archive, query)?,
            };
            let total = ids.len() as u64;
            for (done, id) in ids.iter().enumerate() {
                tell(watch, done as u64, total)?;
                match archive.article(id) {
                    Ok(record) => take(Row::Article(Box::new(record)))?,
                    Err(ArchiveError::NotFound { .. }) if articles.is_none() => {}
                    Err(error) => return Err(error.into()),
                }
            }
            Ok(())
        }
        Listed::Parties { query } => pages(watch, take, |offset| {
            let mut query = query.clone();
            (query.offset, query.limit) = (offset, PAGE);
            let page = archive.parties(&query)?;
            Ok((page.total, page.rows.into_iter().map(Row::Party).collect()))
        }),
        Listed::Photos { query } => pages(watch, take, |offset| {
            let mut query = query.clone();
            (query.offset, query.limit) = (offset, PAGE);
            let page = archive.photos(&query)?;
            let rows = page.rows.into_iter();
            Ok((
                page.total,
                rows.map(|line| Row::Photo(Box::new(line))).collect(),
            ))
        }),
        Listed::Events { text } => pages(watch, take, |offset| {
            let page = archive.events(text.as_deref(), offset, PAGE)?;
            Ok((page.total, page.rows.into_iter().map(Row::Event).collect()))
        }),
    }
}

fn pages(
    watch: Watch<'_>,
    take: Take<'_>,
    read: impl Fn(u64) -> Result<(u64, Vec<Row>), ArchiveError>,
) -> Result<(), Error> {
    let mut done = 0;
    loop {
        let (total, rows) = read(done)?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in rows {
            tell(watch, done, total)?;
            take(row)?;
            done += 1;
        }
    }
}

fn tell(watch: Watch<'_>, done: u64, total: u64) -> Result<(), Error> {
    let progress = Progress {
        stage: "listing",
        done,
        total,
    };
    match watch(progress) {
        true => Ok(()),
        false => Err(ArchiveError::Cancelled.into()),
    }
}
