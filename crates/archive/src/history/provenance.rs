//! Provenance: which ops of history touched which articles, for whoever hands them on.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::error::Error;
use crate::store::clock;
use crate::store::library::Archive;

/// An op of history, and the articles it touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Its number in this library.
    pub op: i64,
    /// When it began by the machine's own clock, RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What kind of op: `add_article`, `tag`, `undo` …
    pub kind: String,
    /// The articles' UUIDs, in order.
    pub articles: Vec<String>,
}

/// The articles of one op, by the rows that stand and hang on an article.
const TOUCHED_BY: &str = "
 SELECT row_id FROM change WHERE op_id = ?1 AND noun = 'article'
 UNION SELECT version.article_id FROM change JOIN version ON version.id = row_id WHERE op_id = ?1 AND noun = 'version'
 UNION SELECT participation.article_id FROM change JOIN participation ON participation.id = row_id WHERE op_id = ?1 AND noun = 'participation'
 UNION SELECT version.article_id FROM change JOIN mention ON mention.id = row_id JOIN version ON version.id = version_id WHERE op_id = ?1 AND noun = 'mention'
 UNION SELECT version.article_id FROM change JOIN quote ON quote.id = row_id JOIN version ON version.id = version_id WHERE op_id = ?1 AND noun = 'quote'
 UNION SELECT participation.article_id FROM change JOIN printed_position ON printed_position.id = row_id
   JOIN participation ON participation.id = participation_id WHERE op_id = ?1 AND noun = 'printed_position'
 UNION SELECT photo.article_id FROM change JOIN photo ON photo.id = row_id WHERE op_id = ?1 AND noun = 'photo' AND photo.article_id IS NOT NULL
 UNION SELECT photo.article_id FROM change JOIN region ON region.id = row_id JOIN photo ON photo.id = photo_id
   WHERE op_id = ?1 AND noun = 'region' AND photo.article_id IS NOT NULL";

/// Ops and articles by the rows that stand and hang on an article.
const TOUCHED: &str = "
 WITH touched(op_id, article_id) AS (
   SELECT op_id, row_id FROM change WHERE noun = 'article'
   UNION SELECT op_id, version.article_id FROM change JOIN version ON version.id = row_id WHERE noun = 'version'
   UNION SELECT op_id, participation.article_id FROM change JOIN participation ON participation.id = row_id WHERE noun = 'participation'
   UNION SELECT op_id, version.article_id FROM change JOIN mention ON mention.id = row_id JOIN version ON version.id = version_id WHERE noun = 'mention'
   UNION SELECT op_id, version.article_id FROM change JOIN quote ON quote.id = row_id JOIN version ON version.id = version_id WHERE noun = 'quote'
   UNION SELECT op_id, participation.article_id FROM change JOIN printed_position ON printed_position.id = row_id
     JOIN participation ON participation.id = participation_id WHERE noun = 'printed_position'
   UNION SELECT op_id, photo.article_id FROM change JOIN photo_text ON photo_text.id = row_id JOIN photo ON photo.id = photo_id WHERE noun = 'photo_text'
   UNION SELECT op_id, photo.article_id FROM change JOIN photo ON photo.id = row_id WHERE noun = 'photo')
 SELECT op.id, ifnull(op.wall, op.time >> 16), actor.name, op.kind, article.uuid
 FROM touched JOIN op ON op.id = op_id JOIN actor ON actor.id = op.actor_id JOIN article ON article.id = touched.article_id
 ORDER BY op.id, article.uuid";

/// The articles, by key, whose rows an op changed that stand.
pub(crate) fn articles_of_op(sql: &Connection, op: i64) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(TOUCHED_BY)?;
    let articles = statement.query_map([op], |row| row.get(0))?;
    Ok(articles.collect::<Result<_, _>>()?)
}

impl Archive {
    /// The ops that touched these articles, by UUID, oldest first. Ops that only touched others are left out, and
    /// others are not named.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn provenance(&self, articles: &BTreeSet<&str>) -> Result<Vec<Provenance>, Error> {
        let mut statement = self.connection().prepare_cached(TOUCHED)?;
        let mut rows = statement.query([])?;
        let mut events: Vec<Provenance> = Vec::new();
        while let Some(row) = rows.next()? {
            let article: String = row.get(4)?;
            if !articles.contains(article.as_str()) {
                continue;
            }
            let op: i64 = row.get(0)?;
            match events.last_mut().filter(|last| last.op == op) {
                Some(last) => last.articles.push(article),
                None => events.push(Provenance {
                    op,
                    at: clock::wall_rfc3339(row.get(1)?),
                    actor: row.get(2)?,
                    kind: row.get(3)?,
                    articles: vec![article],
                }),
            }
        }
        Ok(events)
    }
}
