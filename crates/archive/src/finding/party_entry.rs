//! Party entries: what the list of parties knows of each, and the words under which it is a candidate. They
//! follow from the rows and can be thrown away.

use std::collections::BTreeSet;

use muragat_language::PersonName;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;
use crate::finding::index_terms::Terms;
use crate::finding::party_call;
use crate::nouns::party;
use crate::nouns::party::{Party, PartyName};
use crate::record::terms::{NameKind, PartyKind};
use crate::store::rows;

/// A party in more articles than this is looked for among the newest articles, not the date among its own.
const MANY: i64 = 1000;

/// Between the columns of a party's words where they are kept.
const PARTED: &str = "\u{1f}";

/// What stands for a party in the entries of articles: no person can type it.
pub(crate) fn token(party: i64) -> String {
    format!("\u{e000}{party}")
}

/// The tokens of the parties that have a name for which an FTS5 expression stands, each as a term.
pub(crate) fn tokens_named(sql: &Connection, expression: &str) -> Result<Vec<String>, Error> {
    let mut statement =
        sql.prepare_cached("SELECT rowid FROM party_text WHERE party_text MATCH ?1")?;
    let parties = statement.query_map([expression], |row| row.get::<_, i64>(0))?;
    parties
        .map(|party| Ok(format!("\"{}\"", token(party?))))
        .collect()
}

/// Whether any party has a name for which an FTS5 expression stands.
pub(crate) fn is_named(sql: &Connection, expression: &str) -> Result<bool, Error> {
    Ok(sql
        .prepare_cached("SELECT 1 FROM party_text WHERE party_text MATCH ?1 LIMIT 1")?
        .exists([expression])?)
}

/// The line of a party, in the order of the columns after its key.
#[derive(Debug, PartialEq)]
struct Entry {
    kind: String,
    sort_key: Vec<u8>,
    articles: i64,
    last_date: Option<String>,
    // the day by which that stands in order
    last_day: Option<String>,
    // the words of its names, as party_text has them
    terms: String,
    // the name as the list has it, and former surnames beside it
    listed: String,
    former: Option<String>,
    name_key: Vec<u8>,
}

impl Entry {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
        Ok(Entry {
            kind: row.get(0)?,
            sort_key: row.get(1)?,
            articles: row.get(2)?,
            last_date: row.get(3)?,
            last_day: row.get(4)?,
            terms: row.get(5)?,
            listed: row.get(6)?,
            former: row.get(7)?,
            name_key: row.get(8)?,
        })
    }
}

/// The entry that a party's rows make; none where it is gone. Search entries are up to date then.
fn compose(sql: &Connection, id: i64) -> Result<Option<Entry>, Error> {
    let Some(party) = rows::find::<Party>(sql, "WHERE id = ?1", [id])? else {
        return Ok(None);
    };
    let articles: i64 = sql
        .prepare_cached(
            "SELECT count(*) FROM (SELECT article_id FROM participation WHERE party_id = ?1
               UNION SELECT article_id FROM participation WHERE on_behalf_of_id = ?1)",
        )?
        .query_row([id], |row| row.get(0))?;
    let latest = match articles {
        ..=MANY => {
            "SELECT date, day_in_order FROM search_entry WHERE date IS NOT NULL
               AND article_id IN (SELECT article_id FROM participation WHERE party_id = ?1
                                  UNION SELECT article_id FROM participation WHERE on_behalf_of_id = ?1)
             ORDER BY day_in_order DESC LIMIT 1"
        }
        _ => {
            "SELECT date, day_in_order FROM search_entry WHERE date IS NOT NULL
               AND EXISTS (SELECT 1 FROM participation WHERE participation.article_id = search_entry.article_id
                           AND ?1 IN (party_id, on_behalf_of_id))
             ORDER BY day_in_order DESC LIMIT 1"
        }
    };
    let latest: Option<(String, Option<String>)> = sql
        .prepare_cached(latest)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (last_date, last_day) = latest.unzip();
    let names = rows::select::<PartyName>(sql, "WHERE party_id = ?1 ORDER BY id", [id])?;
    let listed = listed(&party, &names);
    Ok(Some(Entry {
        kind: party.kind.as_str().to_owned(),
        sort_key: muragat_language::sort_key(&listed),
        name_key: muragat_language::sort_key(&party.name),
        former: former(&party, &names),
        listed,
        articles,
        last_date,
        last_day: last_day.flatten(),
        terms: terms(&party::forms(sql, &party)?).columns().join(PARTED),
    }))
}

/// The name as the list has it. A patronymic that only another form of the same name has is shown too.
fn listed(party: &Party, names: &[PartyName]) -> String {
    let own = party.parts();
    if party.kind == PartyKind::Person && own.patronymic.is_none() {
        let key = |part: &Option<String>| {
            muragat_language::party_key(part.as_deref().unwrap_or_default())
        };
        let standing = names
            .iter()
            .filter(|name| !matches!(name.kind, Some(NameKind::Former | NameKind::Misspelt)));
        for form in standing.map(|name| muragat_language::person_name(&name.form)) {
            let same =
                key(&form.surname) == key(&own.surname) && key(&form.given) == key(&own.given);
            if let (Some(patronymic), true) = (form.patronymic, same) {
                let whole = PersonName {
                    patronymic: Some(patronymic),
                    ..own
                };
                return muragat_language::surname_first(&whole).unwrap_or_else(|| party.listed());
            }
        }
    }
    party.listed()
}

/// What the list says of former names: of a person the surnames, where they are others.
fn former(party: &Party, names: &[PartyName]) -> Option<String> {
    let own = party.parts().surname;
    let mut former: Vec<String> = Vec::new();
    for name in names
        .iter()
        .filter(|name| name.kind == Some(NameKind::Former))
    {
        let surname = match party.kind {
            PartyKind::Person => muragat_language::person_name(&name.form).surname,
            PartyKind::Organisation => None,
        };
        let told = surname.filter(|surname| Some(surname) != own.as_ref());
        let told = told.unwrap_or_else(|| name.form.clone());
        if !former.contains(&told) {
            former.push(told);
        }
    }
    Some(former.join(", ")).filter(|former| !former.is_empty())
}

/// The words of a party's names, one name after the other.
fn terms(forms: &[String]) -> Terms {
    let mut terms = Terms::default();
    for form in forms {
        terms.add(form);
    }
    terms
}

/// A word of a key of a party's names, with the form's integer key; 0 for the authorised name.
type Word = (String, i64);

/// The words that a party's rows make; none where it is gone.
fn words(sql: &Connection, id: i64) -> Result<BTreeSet<Word>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT match_key, 0 FROM party WHERE id = ?1
         UNION ALL SELECT match_key, id FROM party_name WHERE party_id = ?1",
    )?;
    let keys = statement.query_map([id], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
    })?;
    let mut words = BTreeSet::new();
    for found in keys {
        let (key, name) = found?;
        words.extend(key.split(' ').map(|word| (word.to_owned(), name)));
    }
    Ok(words)
}

/// The words that stand for a party.
fn stored_words(sql: &Connection, id: i64) -> Result<BTreeSet<Word>, Error> {
    let mut statement =
        sql.prepare_cached("SELECT word, name_id FROM party_word WHERE party_id = ?1")?;
    let words = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(words.collect::<Result<_, _>>()?)
}

/// Brings a party's entry and words up to date, or takes them away where the party is gone.
pub(crate) fn refresh(sql: &Connection, id: i64) -> Result<(), Error> {
    let wanted = words(sql, id)?;
    // most writes touch a party's articles, not its names
    if wanted != stored_words(sql, id)? {
        sql.prepare_cached("DELETE FROM party_word WHERE party_id = ?1")?
            .execute([id])?;
        for (word, name) in wanted {
            sql.prepare_cached(
                "INSERT INTO party_word (word, party_id, name_id) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![word, id, name])?;
        }
    }
    party_call::refresh(sql, id)?;
    let stands = stored(sql, id)?;
    let wanted = compose(sql, id)?;
    let told = |entry: &Option<Entry>| entry.as_ref().map(|entry| entry.terms.clone());
    if told(&stands) != told(&wanted) {
        sql.prepare_cached("DELETE FROM party_text WHERE rowid = ?1")?
            .execute([id])?;
        if let Some(entry) = &wanted {
            write_text(sql, id, entry)?;
            teach(sql, sql, id)?;
        }
    }
    match wanted {
        Some(entry) => sql
            .prepare_cached("INSERT OR REPLACE INTO party_entry (party_id, kind, sort_key, articles, last_date, last_day, terms, listed, former, name_key)
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
            .execute(params![id, entry.kind, entry.sort_key, entry.articles, entry.last_date, entry.last_day, entry.terms, entry.listed, entry.former, entry.name_key])?,
        None => sql
            .prepare_cached("DELETE FROM party_entry WHERE party_id = ?1")?
            .execute([id])?,
    };
    Ok(())
}

/// Writes the words of a party's names into the index of a catalogue, or of one made to compare it with.
fn write_text(sql: &Connection, id: i64, entry: &Entry) -> Result<(), Error> {
    let mut columns = entry.terms.split(PARTED);
    sql.prepare_cached(
        "INSERT INTO party_text (rowid, names, names_kazakh, names_russian) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![id, columns.next(), columns.next(), columns.next()])?;
    Ok(())
}

/// Puts the words of a party's names among those that a slip may have meant, in that index.
fn teach(sql: &Connection, index: &Connection, id: i64) -> Result<(), Error> {
    if let Some(party) = rows::find::<Party>(sql, "WHERE id = ?1", [id])? {
        terms(&party::forms(sql, &party)?).teach(index)?;
    }
    Ok(())
}

/// The entry that stands for a party.
fn stored(sql: &Connection, id: i64) -> Result<Option<Entry>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT kind, sort_key, articles, last_date, last_day, terms, listed, former, name_key FROM party_entry WHERE party_id = ?1",
        )?
        .query_row([id], Entry::read)
        .optional()?)
}

fn ids(sql: &Connection) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare("SELECT id FROM party ORDER BY id")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Makes every entry anew, inside a transaction of the caller.
pub(crate) fn rebuild(sql: &Connection) -> Result<(), Error> {
    sql.execute_batch(
        "DELETE FROM party_entry; DELETE FROM party_word; DELETE FROM party_call;
         INSERT INTO party_text (party_text) VALUES ('delete-all');",
    )?;
    for id in ids(sql)? {
        refresh(sql, id)?;
    }
    Ok(())
}

/// Names of parties whose entry is not what their rows make, and keys of entries whose party is gone.
///
/// What the words of every party are is written into `fresh`, an empty index of the same kind.
pub(crate) fn stale(sql: &Connection, fresh: &Connection) -> Result<Vec<String>, Error> {
    let mut stale: Vec<String> = sql
        .prepare(
            "SELECT party_id FROM party_entry WHERE party_id NOT IN (SELECT id FROM party)
             UNION SELECT party_id FROM party_word WHERE party_id NOT IN (SELECT id FROM party)
             UNION SELECT party_id FROM party_call WHERE party_id NOT IN (SELECT id FROM party)",
        )?
        .query_map([], |row| row.get::<_, i64>(0))?
        .map(|id| id.map(|id| id.to_string()))
        .collect::<Result<_, _>>()?;
    for id in ids(sql)? {
        // one that cannot be read is named for that, and has no entry to compare
        let (Ok(entry), Ok(words)) = (compose(sql, id), words(sql, id)) else {
            continue;
        };
        if let Some(entry) = &entry {
            write_text(fresh, id, entry)?;
        }
        teach(sql, fresh, id)?;
        if stored(sql, id)? != entry
            || stored_words(sql, id)? != words
            || party_call::is_stale(sql, id)?
        {
            stale.push(
                sql.query_row("SELECT name FROM party WHERE id = ?1", [id], |row| {
                    row.get(0)
                })
                .unwrap_or_else(|_| id.to_string()),
            );
        }
    }
    Ok(stale)
}
