//! The names that were turned down, over all documents: what the reader has learnt to leave out, and taking that back.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::decision::Decision;
use crate::nouns::version::Version;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::lexicon::kind_of_refusal;
use crate::tagging::turned_down::find_name_turned_down;

/// So many are told, those that were turned down most often.
const TOLD: i64 = 500;

/// A name that was turned down as what it was suggested as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedName {
    /// As what it was suggested.
    #[ts(type = "TagKind")]
    pub kind: String,
    /// What tells it from others of its kind.
    pub key: String,
    /// The name, as a document prints it.
    pub name: String,
    /// In how many documents it was turned down.
    #[ts(type = "number")]
    pub articles: u64,
    /// One of these, the latest.
    pub article: String,
    /// Its reference code.
    pub reference: String,
    /// Whether it is left out of other documents too.
    pub left_out: bool,
}

impl Archive {
    /// The names that were turned down, the most often ones first.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn refused_names(&self) -> Result<Vec<RefusedName>, Error> {
        let lexicon = self.lexicon()?;
        let sql = self.connection();
        let mut statement = sql.prepare_cached(
            "SELECT kind, key, count(*), max(article_id) FROM decision
             WHERE kind IN ('person', 'organisation', 'place')
             GROUP BY kind, key ORDER BY count(*) DESC, max(article_id) DESC, key LIMIT ?1",
        )?;
        let rows = statement.query_map([TOLD], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        let mut names = Vec::new();
        for row in rows {
            let (kind, key, articles, last): (String, String, i64, i64) = row?;
            let texts = rows::select::<Version>(sql, "WHERE article_id = ?1", [last])?;
            let name = find_name_turned_down(&texts, &key).unwrap_or_else(|| key.clone());
            let (article, reference) = sql
                .prepare_cached("SELECT uuid, reference FROM article WHERE id = ?1")?
                .query_row([last], |row| Ok((row.get(0)?, row.get(1)?)))?;
            names.push(RefusedName {
                left_out: lexicon.leaves_out(kind_of_refusal(&kind), &name),
                kind,
                key,
                name,
                articles: articles.unsigned_abs(),
                article,
                reference,
            });
        }
        Ok(names)
    }

    /// Takes back that a name was turned down, in all documents: it is suggested again. Gives in how many it was.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it was not turned down.
    pub fn suggest_again(&mut self, kind: &str, key: &str) -> Result<Outcome<u64>, Error> {
        self.transact(OpKind::SuggestAgain, |tx| {
            let tail = "WHERE kind = ?1 AND key = ?2";
            let decisions = rows::select::<Decision>(tx.sql(), tail, (kind, key))?;
            if decisions.is_empty() {
                return Err(Error::NotFound {
                    noun: "suggestion",
                    id: format!("{kind}:{key}"),
                });
            }
            for decision in &decisions {
                tx.delete::<Decision>(decision.id)?;
            }
            Ok(decisions.len() as u64)
        })
    }
}
