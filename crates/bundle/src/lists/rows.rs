//! The rows of a list, read one by one.

use muragat_archive::record::ArticleRecord;
use muragat_archive::{
    Archive, Error as ArchiveError, EventLine, PartyLine, PhotoLine, Progress, Watch, Withheld,
};

use crate::error::Error;
use crate::export::articles_found;
use crate::left_out::LeftOut;
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

/// Gives every row of a list that may leave, in its order; of documents those that stay. What goes from the archive
/// meanwhile is not in it.
pub(crate) fn each(
    archive: &Archive,
    listed: &Listed,
    withheld: &Withheld,
    watch: Watch<'_>,
    take: Take<'_>,
) -> Result<Vec<LeftOut>, Error> {
    let mut left_out = Vec::new();
    match listed {
        Listed::Articles { articles, query } => {
            let ids = match articles {
                Some(named) => named.clone(),
                None => articles_found(archive, query)?,
            };
            let total = ids.len() as u64;
            for (done, id) in ids.iter().enumerate() {
                tell(watch, done as u64, total)?;
                match archive.article_to_leave(id, withheld) {
                    Ok(record) if withheld.article(&record.id).is_some() => {
                        left_out.push(LeftOut::of(&record));
                    }
                    Ok(record) => take(Row::Article(Box::new(record)))?,
                    Err(ArchiveError::NotFound { .. }) if articles.is_none() => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }
        Listed::Parties { query } => pages(watch, take, |offset| {
            let mut query = query.clone();
            (query.offset, query.limit) = (offset, PAGE);
            let page = archive.parties(&query)?;
            let mut rows = Vec::new();
            for mut line in page.rows {
                archive.party_line_to_leave(&mut line, withheld)?;
                rows.push((!withheld.holds(&line.id)).then_some(Row::Party(line)));
            }
            Ok((page.total, rows))
        })?,
        Listed::Photos { query } => pages(watch, take, |offset| {
            let mut query = query.clone();
            (query.offset, query.limit) = (offset, PAGE);
            let page = archive.photos(&query)?;
            let rows = page.rows.into_iter().map(|line| {
                let article = line.article.as_ref();
                let stays = article.is_some_and(|id| withheld.article(id).is_some())
                    || line
                        .photo
                        .event
                        .as_ref()
                        .is_some_and(|id| withheld.holds(id));
                (!stays).then(|| Row::Photo(Box::new(line)))
            });
            Ok((page.total, rows.collect()))
        })?,
        Listed::Events { text } => pages(watch, take, |offset| {
            let page = archive.events(text.as_deref(), offset, PAGE)?;
            let rows = page.rows.into_iter();
            let rows = rows.map(|line| (!withheld.holds(&line.id)).then_some(Row::Event(line)));
            Ok((page.total, rows.collect()))
        })?,
    }
    Ok(left_out)
}

/// Reads a list by pages: its rows, none in the place of one that stays.
fn pages(
    watch: Watch<'_>,
    take: Take<'_>,
    read: impl Fn(u64) -> Result<(u64, Vec<Option<Row>>), ArchiveError>,
) -> Result<(), Error> {
    let mut done = 0;
    loop {
        let (total, rows) = read(done)?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in rows {
            tell(watch, done, total)?;
            row.map_or(Ok(()), &mut *take)?;
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
