//! Search entries: what the list and the search know of each article. They follow from the rows and
//! can be thrown away; [`refresh`] makes one anew, inside the op that touched its article.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::finding::index_terms::Terms;
use crate::finding::numbered::former_references;
use crate::finding::{party_entry, words};
use crate::nouns::article::Article;
use crate::nouns::participation::Participation;
use crate::nouns::party::Party;
use crate::nouns::photo::{Photo, PhotoText};
use crate::nouns::version;
use crate::record::terms::PartyKind;
use crate::store::rows;

/// All that is indexed of one article.
#[derive(Debug)]
pub(crate) struct Entry {
    title: String,
    date: Option<String>,
    languages: String,
    people: i64,
    photos: i64,
    // of each field, in the order of the columns
    terms: [Terms; words::FIELDS.len()],
}

impl Entry {
    fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        let numbers = format!("{}\u{1f}{}", self.people, self.photos);
        let date = self.date.as_deref().unwrap_or("");
        for part in [self.title.as_str(), date, &self.languages, &numbers]
            .into_iter()
            .chain(self.terms.iter().flat_map(Terms::columns))
        {
            hasher.update(part.as_bytes());
            hasher.update([0x1f]);
        }
        muragat_files::hex(&hasher.finalize())
    }
}

/// The entry that an article's rows make.
pub(crate) fn compose(sql: &Connection, article: &Article) -> Result<Entry, Error> {
    let versions = version::of_article(sql, article.id)?;
    let mut languages: Vec<&str> = Vec::new();
    for version in &versions {
        if !languages.contains(&version.language.as_str()) {
            languages.push(&version.language);
        }
    }
    let mut names = Terms::default();
    let mut people = 0;
    for participation in rows::select::<Participation>(
        sql,
        "WHERE article_id = ?1 ORDER BY ordinal, id",
        [article.id],
    )? {
        for id in [Some(participation.party_id), participation.on_behalf_of_id]
            .into_iter()
            .flatten()
        {
            let party: Party = rows::get(sql, id)?;
            people += i64::from(id == participation.party_id && party.kind == PartyKind::Person);
            names.add_token(&party_entry::token(id));
        }
    }
    let mut statement = sql.prepare_cached(
        "SELECT DISTINCT text FROM printed_position JOIN participation ON participation.id = participation_id WHERE article_id = ?1 ORDER BY text",
    )?;
    for position in statement.query_map([article.id], |row| row.get::<_, String>(0))? {
        names.add(&position?);
    }
    let photos = rows::select::<Photo>(
        sql,
        "WHERE article_id = ?1 ORDER BY ordinal, id",
        [article.id],
    )?;
    let mut captions = Terms::default();
    for photo in &photos {
        for text in rows::select::<PhotoText>(sql, "WHERE photo_id = ?1 ORDER BY id", [photo.id])? {
            captions.add(&text.text);
        }
        for text in [&photo.credit, &photo.photographer, &photo.place]
            .into_iter()
            .flatten()
        {
            captions.add(text);
        }
    }
    let mut refs = Terms::default();
    refs.add(&article.reference);
    for former in former_references(sql, article.id)? {
        refs.add(&former);
    }
    // a day, a month or a year that is searched finds what was published or sent then
    for date in [&article.publication_date, &article.outgoing_date]
        .into_iter()
        .flatten()
    {
        refs.add(&words::date_written(date));
    }
    for text in [
        &article.outgoing_number,
        &article.note,
        &article.kind,
        &article.source_url,
    ]
    .into_iter()
    .flatten()
    {
        refs.add(text);
    }
    let mut statement = sql.prepare_cached(
        "SELECT name FROM subject JOIN article_subject ON subject.id = subject_id WHERE article_id = ?1
         UNION ALL SELECT name FROM place JOIN article_place ON place.id = place_id WHERE article_id = ?1
         UNION ALL SELECT name FROM event JOIN article_event ON event.id = event_id WHERE article_id = ?1",
    )?;
    for name in statement.query_map([article.id], |row| row.get::<_, String>(0))? {
        refs.add(&name?);
    }
    let (mut titles, mut bodies) = (Terms::default(), Terms::default());
    for version in &versions {
        titles.add(&version.title);
        bodies.add(&version.body);
    }
    Ok(Entry {
        title: versions
            .first()
            .map(|version| version.title.clone())
            .unwrap_or_default(),
        date: article.publication_date.clone(),
        languages: languages.join(" "),
        people,
        photos: photos.len() as i64,
        terms: [titles, bodies, names, captions, refs],
    })
}

/// Brings an article's entry up to date, or takes it away where the article is gone.
pub(crate) fn refresh(sql: &Connection, id: i64) -> Result<(), Error> {
    let stored: Option<String> = sql
        .prepare_cached("SELECT digest FROM search_entry WHERE article_id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(article) = rows::find::<Article>(sql, "WHERE id = ?1", [id])? else {
        if stored.is_some() {
            sql.prepare_cached("DELETE FROM search_entry WHERE article_id = ?1")?
                .execute([id])?;
            sql.prepare_cached("DELETE FROM search_text WHERE rowid = ?1")?
                .execute([id])?;
        }
        return Ok(());
    };
    let entry = compose(sql, &article)?;
    let digest = entry.digest();
    if stored.as_ref() == Some(&digest) {
        return Ok(());
    }
    write(sql, id, &entry, &digest)
}

/// The columns of an entry's row, after its key.
const ROW: &str =
    "title, title_key, date, day_in_order, year, last_year, languages, people, photos, digest";

/// What stands in them.
fn row_values(entry: &Entry, digest: &str) -> Vec<Value> {
    let dating = entry
        .date
        .as_deref()
        .and_then(|date| date.parse::<muragat_language::Dating>().ok());
    let years = dating.map(muragat_language::Dating::years);
    vec![
        Value::Text(entry.title.clone()),
        Value::Blob(muragat_language::sort_key(&entry.title)),
        Value::from(entry.date.clone()),
        Value::from(dating.map(muragat_language::Dating::day_in_order)),
        Value::from(years.map(|(first, _)| first)),
        Value::from(years.map(|(_, last)| last)),
        Value::Text(entry.languages.clone()),
        Value::Integer(entry.people),
        Value::Integer(entry.photos),
        Value::Text(digest.to_owned()),
    ]
}

fn write(sql: &Connection, id: i64, entry: &Entry, digest: &str) -> Result<(), Error> {
    sql.prepare_cached(&format!(
        "INSERT OR REPLACE INTO search_entry (article_id, {ROW}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
    ))?
    .execute(params_from_iter(
        std::iter::once(Value::Integer(id)).chain(row_values(entry, digest)),
    ))?;
    write_text(sql, id, entry)?;
    for terms in &entry.terms {
        terms.teach(sql)?;
    }
    Ok(())
}

/// Writes an entry's words into the index of a catalogue, or of one made to compare it with.
fn write_text(sql: &Connection, id: i64, entry: &Entry) -> Result<(), Error> {
    let columns = entry.terms.iter().flat_map(Terms::columns);
    sql.prepare_cached(&format!(
        "INSERT OR REPLACE INTO search_text (rowid, {}) VALUES (?{})",
        words::columns(&words::FIELDS)
            .trim_matches(['{', '}'])
            .replace(' ', ", "),
        ", ?".repeat(3 * words::FIELDS.len())
    ))?
    .execute(params_from_iter(
        std::iter::once(Value::Integer(id)).chain(columns.map(|text| Value::Text(text.to_owned()))),
    ))?;
    Ok(())
}

/// How many entries an older program left to be made anew.
pub(crate) fn due(sql: &Connection) -> Result<u64, Error> {
    let due: i64 = sql.query_row(
        "SELECT (SELECT count(*) FROM search_entry WHERE digest = '') + (SELECT count(*) FROM party_entry WHERE terms = '')",
        [],
        |row| row.get(0),
    )?;
    Ok(due.unsigned_abs())
}

/// Makes some of the entries that are due, parties' first; gives how many it made.
pub(crate) fn make_due(sql: &Connection, most: i64) -> Result<u64, Error> {
    let ids = |query: &str| -> Result<Vec<i64>, Error> {
        let mut statement = sql.prepare_cached(query)?;
        let ids = statement.query_map([most], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    };
    let parties = ids("SELECT party_id FROM party_entry WHERE terms = '' LIMIT ?1")?;
    for id in &parties {
        party_entry::refresh(sql, *id)?;
    }
    if !parties.is_empty() {
        return Ok(parties.len() as u64);
    }
    let articles = ids("SELECT article_id FROM search_entry WHERE digest = '' LIMIT ?1")?;
    for id in &articles {
        refresh(sql, *id)?;
    }
    Ok(articles.len() as u64)
}

/// Makes every entry anew, inside a transaction of the caller.
pub(crate) fn rebuild(
    sql: &Connection,
    mut progress: impl FnMut(u64, u64) -> Result<(), Error>,
) -> Result<(), Error> {
    sql.execute_batch("DELETE FROM search_entry; DELETE FROM search_word;")?;
    sql.execute(
        "INSERT INTO search_text (search_text) VALUES ('delete-all')",
        [],
    )?;
    let ids: Vec<i64> = sql
        .prepare("SELECT id FROM article ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for (done, id) in ids.iter().enumerate() {
        progress(done as u64, ids.len() as u64)?;
        refresh(sql, *id)?;
    }
    party_entry::rebuild(sql)
}

/// Articles whose entry is not what their rows make, or that have an entry and are gone.
///
/// What every entry's words are is written into `fresh`, an empty index of the same kind.
pub(crate) fn stale(
    sql: &Connection,
    fresh: &Connection,
    mut progress: impl FnMut(u64, u64) -> Result<(), Error>,
) -> Result<Vec<i64>, Error> {
    let mut stale: Vec<i64> = sql
        .prepare(
            "SELECT article_id FROM search_entry WHERE article_id NOT IN (SELECT id FROM article)",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let ids: Vec<i64> = sql
        .prepare("SELECT id FROM article ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for (done, id) in ids.iter().enumerate() {
        progress(done as u64, ids.len() as u64)?;
        // one that cannot be read is named for that, and has no entry to compare
        let Ok(article) = rows::get::<Article>(sql, *id) else {
            continue;
        };
        let Ok(entry) = compose(sql, &article) else {
            continue;
        };
        write_text(fresh, *id, &entry)?;
        for terms in &entry.terms {
            terms.teach(fresh)?;
        }
        let wanted = row_values(&entry, &entry.digest());
        let stored = sql
            .prepare_cached(&format!(
                "SELECT {ROW} FROM search_entry WHERE article_id = ?1"
            ))?
            .query_row([id], |row| {
                (0..wanted.len())
                    .map(|at| row.get(at))
                    .collect::<Result<Vec<Value>, _>>()
            })
            .optional()?;
        if stored != Some(wanted) {
            stale.push(*id);
        }
    }
    Ok(stale)
}
