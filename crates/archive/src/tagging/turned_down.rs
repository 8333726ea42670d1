//! What was turned down: a suggestion that was rejected, a mark that was taken away. Neither is suggested again for its
//! article.

use std::collections::HashMap;

use muragat_language as language;
use muragat_language::ReadText;

use crate::error::Error;
use crate::nouns::decision::Decision;
use crate::nouns::mention::Mention;
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::readings::VersionRead;
use crate::tagging::suggestion::{
    OpenSuggestion, SuggestionKind, find_by_key, find_open, quote_key,
};

/// A span of a version that was marked and is no longer.
pub(crate) struct Unmarked {
    pub version: i64,
    /// What it was marked as, as suggestions tell marks apart.
    marked: Marked,
    start: i64,
    end: i64,
}

#[derive(PartialEq, Eq)]
enum Marked {
    Party,
    Place,
    Quote,
}

impl From<&Mention> for Unmarked {
    fn from(mention: &Mention) -> Unmarked {
        Unmarked {
            version: mention.version_id,
            marked: match mention.place_id {
                Some(_) => Marked::Place,
                None => Marked::Party,
            },
            start: mention.start_at,
            end: mention.end_at,
        }
    }
}

impl From<&Quote> for Unmarked {
    fn from(quote: &Quote) -> Unmarked {
        Unmarked {
            version: quote.version_id,
            marked: Marked::Quote,
            start: quote.start_at,
            end: quote.end_at,
        }
    }
}

impl Archive {
    /// Turns a suggestion down: it is not made again for this article.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn reject_suggestion(&mut self, version: &str, key: &str) -> Result<Outcome<()>, Error> {
        self.decide_on_suggestions(OpKind::RejectSuggestion, version, |tx, version, read| {
            let open = find_open(tx.sql(), version, read)?;
            keep_away(tx, version, find_by_key(&open, key)?)
        })
    }

    /// The versions, each once, as the reader reads them.
    pub(crate) fn read_versions(
        &self,
        versions: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<VersionRead>, Error> {
        let mut ids: Vec<i64> = versions.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
            .map(|id| self.read_version(&rows::get(self.connection(), id)?))
            .collect()
    }
}

/// Turns down what would be suggested at once in the place of marks that were taken away: where nothing else is left
/// of a suggestion, and where the text still is what was read.
pub(crate) fn turn_down(
    tx: &mut Tx<'_>,
    reads: &[VersionRead],
    unmarked: &[Unmarked],
) -> Result<(), Error> {
    for read in reads {
        let mut met = Vec::new();
        for one in unmarked {
            if met.contains(&one.version) {
                continue;
            }
            met.push(one.version);
            let version: Version = rows::get(tx.sql(), one.version)?;
            if !read.is_of(&version) {
                continue;
            }
            for suggestion in find_open(tx.sql(), &version, read)? {
                if stands_for(&suggestion, version.id, unmarked) {
                    keep_away(tx, &version, &suggestion)?;
                }
            }
        }
    }
    Ok(())
}

/// Whether a suggestion is of nothing but what was unmarked.
fn stands_for(suggestion: &OpenSuggestion, version: i64, unmarked: &[Unmarked]) -> bool {
    let marked = match suggestion.kind {
        SuggestionKind::Person | SuggestionKind::Organisation => Marked::Party,
        SuggestionKind::Place => Marked::Place,
        SuggestionKind::Quote => Marked::Quote,
    };
    suggestion.spans.iter().all(|span| {
        unmarked.iter().any(|gone| {
            gone.version == version
                && gone.marked == marked
                && (span.start as i64) < gone.end
                && (span.end as i64) > gone.start
        })
    })
}

/// The words of an article's texts that a name which was turned down stands for: the shortest of its forms there, which
/// is that without an ending. None where no text has it any more.
pub(crate) fn find_name_turned_down(texts: &[Version], key: &str) -> Option<String> {
    texts.iter().find_map(|text| {
        let forms = language::occurrences(&text.body, &[key.to_owned()]);
        let (start, end) = forms
            .into_iter()
            .min_by_key(|(start, end)| (end - start, *start))?;
        Some(text.body.chars().skip(start).take(end - start).collect())
    })
}

/// The quotes of an article's texts by the keys by which they are turned down.
pub(crate) fn quotes_by_key(texts: &[Version]) -> HashMap<String, String> {
    let lexicon = language::Lexicon::default();
    let mut quotes = HashMap::new();
    for text in texts {
        let read = ReadText::of_body(&text.title, &text.body, &lexicon);
        for quote in &read.reading().quotes {
            let key = quote_key(&quote.text);
            quotes.entry(key).or_insert_with(|| quote.text.clone());
        }
    }
    quotes
}

fn keep_away(tx: &mut Tx<'_>, version: &Version, suggestion: &OpenSuggestion) -> Result<(), Error> {
    let kind = suggestion.kind.as_str();
    let key = suggestion
        .key
        .strip_prefix(kind)
        .unwrap_or(&suggestion.key)
        .trim_start_matches(':');
    tx.insert(&Decision {
        id: 0,
        uuid: String::new(),
        article_id: version.article_id,
        kind: kind.to_owned(),
        key: key.to_owned(),
    })
    .map(drop)
}
