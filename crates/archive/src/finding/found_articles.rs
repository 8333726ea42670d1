//! The articles that a query finds, gathered in a temporary table for ranking and counting.

use muragat_language::{Phrase, Typing};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::error::Error;
use crate::finding::numbered::articles_numbered;
use crate::finding::query::{self, ListQuery, is_one_of};
use crate::finding::similar::similar_words;
use crate::finding::words::{Asked, Closeness, Words};

/// Weights of the columns in a hit's rank, within a tier: a word as it is printed counts for more than its stems.
const WEIGHTS: &str = "10.0, 5.0, 5.0, 1.0, 0.5, 0.5, 8.0, 4.0, 4.0, 2.0, 1.0, 1.0, 6.0, 3.0, 3.0";
/// So many are ranked by how often and how rarely a word stands; of more, the tiers and the dates tell enough.
const RANKED: i64 = 5000;
/// Where so few are found, words like those that were typed are looked for too.
const FEW: i64 = 5;
/// The tier of what only a likeness of a word finds: below all others.
pub(crate) const BELOW: i64 = 9;

/// What a query's articles are gathered for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Each article with its tier and rank.
    Ranking,
    /// No rank, which costs more than all the rest.
    Counting,
}

/// What was gathered.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// Whether the query was taken as a document's number, and not as words.
    pub numbered: bool,
    /// How many articles have the words.
    pub exact: u64,
    /// How many have only words like them.
    pub alike: u64,
    /// Which words these are, as they are printed.
    pub similar: Vec<String>,
    /// What is wanted, likenesses too, for showing where a text has it.
    pub phrases: Vec<Phrase>,
}

/// Puts all articles that a query finds into the temporary table `hit`: the lower the tier, the better, then the rank.
pub(crate) fn gather(
    sql: &Connection,
    asked: &ListQuery,
    typing: Typing,
    what_for: For,
) -> Result<Gathered, Error> {
    sql.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS hit (article_id INTEGER PRIMARY KEY, tier INTEGER NOT NULL, rank REAL NOT NULL);
         DELETE FROM hit;",
    )?;
    let text = asked.text.as_deref();
    let rest = query::filter(
        sql,
        &ListQuery {
            text: None,
            ..asked.clone()
        },
    )?;
    let entries = |condition: &str, params: Vec<Value>| -> Result<(), Error> {
        sql.prepare_cached(&format!(
            "INSERT INTO hit SELECT entry.article_id, 0, 0.0 FROM search_entry AS entry
             CROSS JOIN article ON article.id = entry.article_id WHERE {condition} AND {}",
            rest.condition
        ))?
        .execute(params_from_iter(params.iter().chain(&rest.params)))?;
        Ok(())
    };
    let mut gathered = Gathered::default();
    match Asked::read(text, typing) {
        Asked::All => entries("1", Vec::new())?,
        Asked::NoWord => {}
        Asked::Words(words) => {
            gathered.phrases = words.phrases().to_vec();
            let numbered = articles_numbered(sql, text.unwrap_or_default(), &words)?;
            gathered.numbered = !numbered.is_empty();
            if gathered.numbered {
                entries(&is_one_of(&numbered), Vec::new())?;
            } else if words.only_without() {
                entries(
                    "entry.article_id NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)",
                    vec![Value::Text(words.expression_in(sql)?)],
                )?;
            } else {
                let expression = words.expression_in(sql)?;
                add_matching(sql, &expression, &rest, 0)?;
                let found = count(sql)?;
                if what_for == For::Ranking && found > 1 {
                    rank(sql, &words, &expression, found)?;
                }
                if asked.similar && found < FEW {
                    add_similar(sql, &words, &rest, &mut gathered)?;
                }
            }
        }
    }
    gathered.exact = (count(sql)? - gathered.alike.cast_signed()).unsigned_abs();
    Ok(gathered)
}

fn count(sql: &Connection) -> Result<i64, Error> {
    Ok(sql
        .prepare_cached("SELECT count(*) FROM hit")?
        .query_row([], |row| row.get(0))?)
}

fn add_matching(
    sql: &Connection,
    expression: &str,
    rest: &query::Filter,
    tier: i64,
) -> Result<usize, Error> {
    let params = [Value::Text(expression.to_owned())];
    Ok(sql
        .prepare_cached(&format!(
            "INSERT OR IGNORE INTO hit SELECT search_text.rowid, {tier}, 0.0 FROM search_text
             CROSS JOIN search_entry AS entry ON entry.article_id = search_text.rowid
             CROSS JOIN article ON article.id = search_text.rowid
             WHERE search_text MATCH ? AND {}",
            rest.condition
        ))?
        .execute(params_from_iter(params.iter().chain(&rest.params)))?)
}

/// Adds what only words like the wanted ones find, and says which of these found any.
fn add_similar(
    sql: &Connection,
    words: &Words,
    rest: &query::Filter,
    gathered: &mut Gathered,
) -> Result<(), Error> {
    let similar = similar_words(sql, words)?;
    let each = similar.iter().map(|likeness| vec![likeness]);
    // one word may have a slip, or several at once
    for some in each.chain([similar.iter().collect()]) {
        if some.is_empty() {
            continue;
        }
        let expression = words.expression_with(sql, &some)?;
        let added = add_matching(sql, &expression, rest, BELOW)? as u64;
        if added == 0 {
            continue;
        }
        gathered.alike += added;
        for likeness in some {
            if !gathered.similar.contains(&likeness.printed) {
                gathered.similar.push(likeness.printed.clone());
            }
            gathered.phrases.push(likeness.phrase.clone());
        }
    }
    Ok(())
}

/// Sets the tier of each hit by where it has all the words, and its rank within.
fn rank(sql: &Connection, words: &Words, expression: &str, found: i64) -> Result<(), Error> {
    let tiers = [
        words.expression_of(Closeness::Printed, &["title"]),
        words.expression_of(Closeness::AnyForm, &["title"]),
        words.expression_of_names(sql, Closeness::Printed)?,
        words.expression_of_names(sql, Closeness::AnyForm)?,
        words.expression_of(Closeness::Printed, &["title", "body", "captions", "refs"]),
    ];
    sql.execute("UPDATE hit SET tier = ?1", [tiers.len() as i64])?;
    for (tier, expression) in (0_i64..).zip(&tiers) {
        if let Some(expression) = expression {
            sql.prepare_cached(
                "UPDATE hit SET tier = ?1 WHERE tier > ?1 AND article_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?2)",
            )?
            .execute((tier, expression))?;
        }
    }
    if found <= RANKED {
        sql.prepare_cached(&format!(
            "UPDATE hit SET rank = ranked.rank FROM
               (SELECT rowid AS id, bm25(search_text, {WEIGHTS}) AS rank FROM search_text WHERE search_text MATCH ?1) AS ranked
             WHERE ranked.id = article_id"
        ))?
        .execute([expression])?;
    }
    Ok(())
}
