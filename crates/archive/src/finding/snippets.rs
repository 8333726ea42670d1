//! What a search shows: the part of a text that matches, where in a text it does.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::events::EventLine;
use crate::finding::party_list::{PartyLine, PartyOrder, PartyQuery};
use crate::finding::photo_list::{PhotoLine, PhotoQuery};
use crate::finding::query::{Unfinished, Words};
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

/// What else a search finds beside articles.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Elsewhere {
    /// Persons and organisations, those in the most articles first.
    pub parties: Vec<PartyLine>,
    /// Events, the latest first.
    pub events: Vec<EventLine>,
    /// Photos.
    pub photos: Vec<PhotoLine>,
}

impl Archive {
    /// What else a search finds beside articles, at most `limit` of each; nothing where it has no word.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn elsewhere(&self, text: &str, limit: u32) -> Result<Elsewhere, Error> {
        let mut found = Elsewhere {
            parties: Vec::new(),
            events: Vec::new(),
            photos: Vec::new(),
        };
        if Words::parse(text, Unfinished::Last).is_empty() {
            return Ok(found);
        }
        let text = Some(text.to_owned());
        found.events = self.events(text.as_deref(), 0, limit)?.rows;
        let query = PartyQuery {
            text: text.clone(),
            order: PartyOrder::Articles,
            limit,
            ..PartyQuery::default()
        };
        found.parties = self.parties(&query)?.rows;
        let query = PhotoQuery {
            text,
            limit,
            ..PhotoQuery::default()
        };
        found.photos = self.photos(&query)?.rows;
        Ok(found)
    }

    /// Snippets of several articles (UUIDs), in their order; one that is gone is left out.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn snippets(&self, text: &str, ids: &[String]) -> Result<Vec<ArticleSnippet>, Error> {
        let sql = self.connection();
        let words = Words::parse(text, Unfinished::Last);
        let keys = words.keys();
        let mut snippets = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(article) = rows::find::<Article>(sql, "WHERE uuid = ?1", [id])? else {
                continue;
            };
            let best = version::of_article(sql, article.id)?
                .iter()
                .map(|version| {
                    muragat_language::snippet(&version.body, &keys, words.open_word(), SNIPPET)
                })
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
        let words = Words::parse(text, Unfinished::Last);
        let keys = words.keys();
        Ok(muragat_language::matches(
            &version.body,
            &keys,
            words.open_word(),
        ))
    }
}
