//! Provenance: which ops of history touched which articles, for whoever hands them on.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::store::library::Archive;
use crate::store::{clock, rows};

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
            let article = rows::readable(row, 4)?;
            if !articles.contains(article.as_str()) {
                continue;
            }
            let op: i64 = row.get(0)?;
            match events.last_mut().filter(|last| last.op == op) {
                Some(last) => last.articles.push(article),
                None => events.push(Provenance {
                    op,
                    at: clock::wall_rfc3339(row.get(1)?),
                    actor: rows::readable(row, 2)?,
                    kind: rows::readable(row, 3)?,
                    articles: vec![article],
                }),
            }
        }
        Ok(events)
    }
}
