//! What a search shows: the part of a text that matches, where in a text it does.

use muragat_language::{Phrase, Typing};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::similar::{FEW, similar_words};
use crate::finding::words::Asked;
use crate::nouns::article::Article;
use crate::nouns::version;
use crate::nouns::version::Version;
use crate::store::library::Archive;
use crate::store::rows;

/// How long a snippet of the list is, in characters.
const SNIPPET: usize = 160;

/// The part of a text around what was searched.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ArticleSnippet {
    /// The article's UUID.
    pub id: String,
    /// From the version that says most of it; blanks as single blanks.
    pub text: String,
    /// Spans of `text` that match, in characters.
    #[ts(type = "Array<[number, number]>")]
    pub matches: Vec<(usize, usize)>,
}

impl Archive {
    /// Snippets of several articles (UUIDs), in their order; one that is gone is left out.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn snippets(&self, text: &str, ids: &[String]) -> Result<Vec<ArticleSnippet>, Error> {
        let sql = self.connection();
        let phrases = phrases(sql, text)?;
        let mut snippets = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(article) = rows::find::<Article>(sql, "WHERE uuid = ?1", [id])? else {
                continue;
            };
            let best = version::of_article(sql, article.id)?
                .iter()
                .map(|version| muragat_language::snippet(&version.body, &phrases, SNIPPET))
                .reduce(|best, next| {
                    if next.matches.len() > best.matches.len() {
                        next
                    } else {
                        best
                    }
                });
            if let Some(best) = best {
                snippets.push(ArticleSnippet {
                    id: article.uuid,
                    text: best.text,
                    matches: best.matches,
                });
            }
        }
        Ok(snippets)
    }

    /// Where a version's body has what is searched: spans in characters, in order.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn matches(&self, version: &str, text: &str) -> Result<Vec<(usize, usize)>, Error> {
        let version: Version = rows::by_uuid(self.connection(), version)?;
        let phrases = phrases(self.connection(), text)?;
        Ok(muragat_language::matches(&version.body, &phrases))
    }
}

/// What is wanted; and words like it, as the article on the screen may have been found by them alone.
fn phrases(sql: &Connection, text: &str) -> Result<Vec<Phrase>, Error> {
    let Asked::Words(words) = Asked::read(Some(text), Typing::Going) else {
        return Ok(Vec::new());
    };
    let mut phrases = words.phrases().to_vec();
    let found = sql
        .prepare_cached("SELECT 1 FROM search_text WHERE search_text MATCH ?1 LIMIT ?2")?
        .query_map(
            (
                words.expression_in(sql)?,
                i64::try_from(FEW).unwrap_or(i64::MAX),
            ),
            |_| Ok(()),
        )?
        .count();
    if found < FEW {
        let similar = similar_words(sql, &words)?.into_iter();
        phrases.extend(similar.map(|likeness| likeness.phrase));
    }
    Ok(phrases)
}

/// Where a text before one's eyes has what is looked for in it: spans in characters, in order. The words are met
/// side by side, in any ending; the last may be unfinished.
pub fn places_in_text(text: &str, sought: &str) -> Vec<(usize, usize)> {
    match muragat_language::read_phrase_alone(sought) {
        Some(phrase) => muragat_language::matches(text, &[phrase]),
        None => Vec::new(),
    }
}
