//! The articles that a query finds, and a page of them in their order.

use std::collections::{BTreeMap, HashMap};

use muragat_language::{Phrase, Typing};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::error::Error;
use crate::finding::numbered::articles_numbered;
use crate::finding::query::{self, ListOrder, ListQuery, is_one_of};
use crate::finding::similar::{FEW, similar_words};
use crate::finding::words::{Asked, Closeness, Words};

/// Weights of the columns in a hit's rank, within a tier: a word as it is printed counts for more than its stems.
const WEIGHTS: &str = "10.0, 5.0, 5.0, 1.0, 0.5, 0.5, 8.0, 4.0, 4.0, 2.0, 1.0, 1.0, 6.0, 3.0, 3.0";
/// So many are ranked by how often and how rarely a word stands; of more, the tiers and the dates tell enough.
const RANKED: usize = 5000;
/// The tier of what only a likeness of a word finds: below all others.
pub(crate) const BELOW: i64 = 9;

/// How many hits are wanted in the order of how well they fit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// None: they have no tier, and no rank, which costs more than all the rest.
    Unordered,
    /// The first so many; those below may all be of the last tier.
    First(usize),
}

/// An article that was found: the lower the tier, the better, then the rank.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub id: i64,
    pub tier: i64,
    pub rank: f64,
}

/// What was gathered.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// Whether the query was taken as a document's number, and not as words.
    pub numbered: bool,
    /// All that was found, by key.
    pub hits: Vec<Hit>,
    /// How many articles have only words like those asked for.
    pub alike: u64,
    /// Which words these are, as they are printed.
    pub similar: Vec<String>,
    /// What is wanted, likenesses too, for showing where a text has it.
    pub phrases: Vec<Phrase>,
}

impl Gathered {
    /// How many articles have the words themselves.
    pub(crate) fn exact(&self) -> u64 {
        self.hits.len() as u64 - self.alike
    }

    /// Adds those that are not there yet. Says how many these are.
    fn add(&mut self, ids: impl IntoIterator<Item = i64>, tier: i64) -> usize {
        let before = self.hits.len();
        self.hits.extend(ids.into_iter().map(|id| Hit {
            id,
            tier,
            rank: 0.0,
        }));
        // stable: one that was there before stays, and what came again goes
        self.hits.sort_by_key(|hit| hit.id);
        self.hits.dedup_by_key(|hit| hit.id);
        self.hits.len() - before
    }
}

/// All articles that a query finds.
pub(crate) fn gather(
    sql: &Connection,
    asked: &ListQuery,
    typing: Typing,
    wanted: Wanted,
) -> Result<Gathered, Error> {
    let text = asked.text.as_deref();
    let rest = query::filter(
        sql,
        &ListQuery {
            text: None,
            ..asked.clone()
        },
    )?;
    let entries = |condition: &str, params: Vec<Value>| -> Result<Vec<i64>, Error> {
        let all = format!(
            "SELECT entry.article_id FROM {} WHERE {condition} AND {}",
            rest.from(),
            rest.condition
        );
        ids(sql, &all, params.iter().chain(&rest.params))
    };
    let mut gathered = Gathered::default();
    match Asked::read(text, typing) {
        Asked::All => drop(gathered.add(entries("1", Vec::new())?, 0)),
        Asked::NoWord => {}
        Asked::Words(words) => {
            gathered.phrases = words.phrases().to_vec();
            let numbered = articles_numbered(sql, text.unwrap_or_default(), &words)?;
            gathered.numbered = !numbered.is_empty();
            if gathered.numbered {
                gathered.add(entries(&is_one_of(&numbered), Vec::new())?, 0);
            } else if words.only_without() {
                let without = "entry.article_id NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)";
                let params = vec![Value::Text(words.expression_in(sql)?)];
                gathered.add(entries(without, params)?, 0);
            } else {
                let expression = words.expression_in(sql)?;
                gathered.add(matching(sql, &expression, &rest)?, 0);
                if let (Wanted::First(wanted), 2..) = (wanted, gathered.hits.len()) {
                    rank(sql, &words, &expression, &mut gathered.hits, wanted)?;
                }
                if asked.similar && gathered.hits.len() < FEW {
                    add_similar(sql, &words, &rest, &mut gathered)?;
                }
            }
        }
    }
    Ok(gathered)
}

/// The keys that a query gives.
fn ids<'a>(
    sql: &Connection,
    query: &str,
    params: impl Iterator<Item = &'a Value>,
) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(query)?;
    let ids = statement.query_map(params_from_iter(params), |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The articles whose entry matches an expression, by key.
fn matching(sql: &Connection, expression: &str, rest: &query::Filter) -> Result<Vec<i64>, Error> {
    // no row is fetched that the condition does not ask for
    let entry = "CROSS JOIN search_entry AS entry ON entry.article_id = search_text.rowid";
    let joined = match (rest.condition.as_str(), rest.speaks_of_articles()) {
        ("1", _) => String::new(),
        (_, false) => entry.to_owned(),
        (_, true) => format!("{entry} CROSS JOIN article ON article.id = search_text.rowid"),
    };
    let all = format!(
        "SELECT search_text.rowid FROM search_text {joined} WHERE search_text MATCH ? AND {}",
        rest.condition
    );
    let expression = Value::Text(expression.to_owned());
    ids(sql, &all, std::iter::once(&expression).chain(&rest.params))
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
        let added = gathered.add(matching(sql, &expression, rest)?, BELOW) as u64;
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

/// Sets the tier of each hit by where it has all the words, and its rank within. Of many hits, only so far that the
/// first `wanted` are known.
fn rank(
    sql: &Connection,
    words: &Words,
    expression: &str,
    hits: &mut [Hit],
    wanted: usize,
) -> Result<(), Error> {
    type Tier<'a> = &'a dyn Fn() -> Result<Option<String>, Error>;
    let tiers: [Tier<'_>; 5] = [
        &|| Ok(words.expression_of(Closeness::Printed, &["title"])),
        &|| Ok(words.expression_of(Closeness::AnyForm, &["title"])),
        &|| words.expression_of_names(sql, Closeness::Printed),
        &|| words.expression_of_names(sql, Closeness::AnyForm),
        &|| Ok(words.expression_of(Closeness::Printed, &["title", "body", "captions", "refs"])),
    ];
    let last = tiers.len() as i64;
    for hit in hits.iter_mut() {
        hit.tier = last;
    }
    let (mut placed, many) = (0, hits.len() > RANKED);
    for (tier, expression) in (0_i64..).zip(tiers) {
        if many && placed >= wanted {
            break;
        }
        if let Some(expression) = expression()? {
            placed += place(sql, &expression, hits, (last, tier))?;
        }
    }
    if !many {
        // the plus keeps the index from being asked for each of them alone
        let ranked = format!(
            "SELECT rowid, bm25(search_text, {WEIGHTS}) FROM search_text
             WHERE search_text MATCH ?1 AND +rowid IN (SELECT value FROM json_each(?2))"
        );
        let mut statement = sql.prepare_cached(&ranked)?;
        let mut rows = statement.query((expression, keys_of(hits)))?;
        while let Some(row) = rows.next()? {
            if let Some(hit) = find(hits, row.get(0)?) {
                hit.rank = row.get(1)?;
            }
        }
    }
    Ok(())
}

fn find(hits: &mut [Hit], id: i64) -> Option<&mut Hit> {
    let at = hits.binary_search_by_key(&id, |hit| hit.id).ok()?;
    hits.get_mut(at)
}

/// The keys as SQLite's json_each reads them.
fn keys_of(hits: &[Hit]) -> String {
    let keys: Vec<String> = hits.iter().map(|hit| hit.id.to_string()).collect();
    format!("[{}]", keys.join(","))
}

/// Puts the hits of one tier whose entry matches an expression into another. Says how many these are.
fn place(
    sql: &Connection,
    expression: &str,
    hits: &mut [Hit],
    (from, to): (i64, i64),
) -> Result<usize, Error> {
    let mut statement =
        sql.prepare_cached("SELECT rowid FROM search_text WHERE search_text MATCH ?1")?;
    let mut rows = statement.query([expression])?;
    // both come by key
    let (mut at, mut placed) = (0, 0);
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        while hits.get(at).is_some_and(|hit| hit.id < id) {
            at += 1;
        }
        let Some(hit) = hits.get_mut(at) else { break };
        if hit.id == id && hit.tier == from {
            hit.tier = to;
            placed += 1;
        }
    }
    Ok(placed)
}

/// The keys of all articles in the order of a list. Each order has an index that no row is fetched for.
fn all_in_order(order: ListOrder) -> &'static str {
    match order {
        ListOrder::DateNewest | ListOrder::Relevance => {
            "SELECT article_id FROM search_entry ORDER BY day_in_order DESC, article_id DESC"
        }
        ListOrder::Title => "SELECT article_id FROM search_entry ORDER BY title_key, article_id",
        ListOrder::Reference => "SELECT id FROM article ORDER BY reference",
    }
}

/// How many of all articles stand before one.
pub(crate) fn position_among_all(
    sql: &Connection,
    order: ListOrder,
    article: i64,
) -> Result<Option<u64>, Error> {
    let mut statement = sql.prepare_cached(all_in_order(order))?;
    let mut rows = statement.query([])?;
    let mut before = 0;
    // one works among the first, as a rule, and there it ends soon
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(0)? == article {
            return Ok(Some(before));
        }
        before += 1;
    }
    Ok(None)
}

/// The keys of the first so many hits in their order: by tier, then rank, then as the list is ordered.
pub(crate) fn first_in_order(
    sql: &Connection,
    hits: &[Hit],
    order: ListOrder,
    wanted: usize,
) -> Result<Vec<i64>, Error> {
    if hits.len() <= RANKED {
        return few_in_order(sql, hits, order, wanted);
    }
    // how many of each tier are among the first: nothing else has a rank that would tell them apart
    let mut room: BTreeMap<i64, usize> = BTreeMap::new();
    for hit in hits {
        *room.entry(hit.tier).or_default() += 1;
    }
    let mut left = wanted;
    for count in room.values_mut() {
        *count = left.min(*count);
        left -= *count;
    }
    let mut due: usize = room.values().sum();
    let mut placed: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    let mut statement = sql.prepare_cached(all_in_order(order))?;
    let mut rows = statement.query([])?;
    while due > 0
        && let Some(row) = rows.next()?
    {
        let id: i64 = row.get(0)?;
        let Ok(at) = hits.binary_search_by_key(&id, |hit| hit.id) else {
            continue;
        };
        let Some(tier) = hits.get(at).map(|hit| hit.tier) else {
            continue;
        };
        if let Some(room) = room.get_mut(&tier).filter(|room| **room > 0) {
            *room -= 1;
            due -= 1;
            placed.entry(tier).or_default().push(id);
        }
    }
    Ok(placed.into_values().flatten().collect())
}

fn few_in_order(
    sql: &Connection,
    hits: &[Hit],
    order: ListOrder,
    wanted: usize,
) -> Result<Vec<i64>, Error> {
    let place = match order {
        ListOrder::Reference => "id",
        _ => "article_id",
    };
    let asked = all_in_order(order).replace(
        "ORDER BY",
        &format!("WHERE {place} IN (SELECT value FROM json_each(?)) ORDER BY"),
    );
    let keys = Value::Text(keys_of(hits));
    let listed = ids(sql, &asked, std::iter::once(&keys))?;
    let known: HashMap<i64, &Hit> = hits.iter().map(|hit| (hit.id, hit)).collect();
    let mut listed: Vec<&Hit> = listed
        .iter()
        .filter_map(|id| known.get(id).copied())
        .collect();
    listed.sort_by(|a, b| a.tier.cmp(&b.tier).then(a.rank.total_cmp(&b.rank)));
    Ok(listed.iter().take(wanted).map(|hit| hit.id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrations;

    /// Entries of so many articles; each seventh has a word in its title that all have in their text.
    fn entries(count: i64) -> Connection {
        let mut sql = Connection::open_in_memory().unwrap();
        migrations::run(&mut sql).unwrap();
        for id in 1..=count {
            let day = (id % 11 != 0).then(|| format!("20{:02}-{:02}-01", id % 20, 1 + id % 12));
            sql.prepare_cached(
                "INSERT INTO search_entry (article_id, title, title_key, languages, people, photos, digest, day_in_order)
                 VALUES (?1, '', ?2, 'kk', 0, 0, 'x', ?3)",
            )
            .unwrap()
            .execute((id, (id * 7919 % 1000).to_be_bytes(), day))
            .unwrap();
            let title = if id % 7 == 0 {
                "мектеп"
            } else {
                "көпір"
            };
            sql.prepare_cached(
                "INSERT INTO search_text (rowid, title, body) VALUES (?1, ?2, 'мектептер')",
            )
            .unwrap()
            .execute((id, title))
            .unwrap();
        }
        sql
    }

    #[test]
    fn the_first_of_many_hits_are_those_that_all_of_them_in_order_begin_with() {
        let sql = entries(RANKED as i64 + 700);
        let asked = ListQuery {
            text: Some("мектеп".to_owned()),
            ..ListQuery::default()
        };
        let all = gather(&sql, &asked, Typing::Going, Wanted::First(usize::MAX)).unwrap();
        assert_eq!(all.hits.len(), RANKED + 700);
        for order in [ListOrder::Relevance, ListOrder::Title] {
            let whole = few_in_order(&sql, &all.hits, order, usize::MAX).unwrap();
            assert_eq!(whole.len(), all.hits.len());
            for wanted in [0, 1, 100, 900, 5_000, usize::MAX] {
                let some = gather(&sql, &asked, Typing::Going, Wanted::First(wanted)).unwrap();
                let first = first_in_order(&sql, &some.hits, order, wanted).unwrap();
                let begin = whole.get(..wanted.min(whole.len())).unwrap();
                assert!(first == begin, "{wanted} in the order of {order:?}");
            }
        }
        let newest = all_in_order(ListOrder::DateNewest);
        let listed = ids(&sql, newest, std::iter::empty()).unwrap();
        let place = position_among_all(&sql, ListOrder::DateNewest, listed[40]).unwrap();
        assert_eq!(place, Some(40));
    }
}
