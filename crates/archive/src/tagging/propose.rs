//! What the picker opens with for a selection: what the reader takes it for, and who of the archive it may be.

use muragat_language as language;
use muragat_language::{NameKind, occurrences};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates;
use crate::finding::candidates::{Candidate, TagKind};
use crate::nouns::mention::Mention;
use crate::nouns::version::Version;
use crate::record::terms::{Role, Speech};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::marking;

/// What the picker opens with. Spans count characters of the version's body.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TagProposal {
    /// Person, organisation or place.
    pub kind: TagKind,
    /// Whole words, without blanks at their ends, both quotation marks or none.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// As printed.
    pub text: String,
    /// In the nominative, as the text gives it in full.
    pub name: String,
    /// The positions that the text prints beside the name, to the letter.
    pub positions: Vec<String>,
    /// The organisation that a position names, in the nominative.
    pub on_behalf_of: Option<String>,
    /// What it did, as the whole text tells; empty where it is no person.
    pub roles: Vec<Role>,
    /// The likeliest first.
    pub candidates: Vec<Candidate>,
    /// How often more the version names the same.
    #[ts(type = "number")]
    pub elsewhere: usize,
}

/// What a selection becomes as a quote.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuoteProposal {
    /// Inside the quotation marks.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// As printed.
    pub text: String,
    /// Direct where quotation marks stand around it.
    pub speech: Speech,
    /// The speaker that the words around it name: a party of the cast, by UUID.
    pub speaker: Option<String>,
}

impl TagKind {
    /// What the reader calls it.
    pub(crate) fn name_kind(self) -> NameKind {
        match self {
            TagKind::Person => NameKind::Person,
            TagKind::Organisation => NameKind::Organisation,
            TagKind::Place => NameKind::Place,
        }
    }
}

impl Archive {
    /// What the picker opens with for a selection; an empty one means the word it stands in.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::SpanOutside`] where the selection touches no word.
    pub fn propose_tag(
        &self,
        version: &str,
        start: u64,
        end: u64,
        kind: TagKind,
    ) -> Result<TagProposal, Error> {
        let sql = self.connection();
        let version: Version = rows::by_uuid(sql, version)?;
        let read = self.read_version(&version)?;
        let found = span_of_selection(start, end)
            .and_then(|span| read.text.propose(span, kind.name_kind(), &read.lexicon))
            .ok_or(Error::SpanOutside { start, end })?;
        let name = match kind {
            // the reader knows the archive's parties, but not its places
            TagKind::Place => find_recorded_place(sql, &found.name)?.unwrap_or(found.name),
            TagKind::Person | TagKind::Organisation => found.name,
        };
        let on_behalf_of = found.organisation;
        let candidates = candidates::find_candidates(
            sql,
            version.article_id,
            kind,
            &name,
            on_behalf_of.as_deref(),
        )?;
        let span = found.span;
        let marked = rows::select::<Mention>(sql, "WHERE version_id = ?1", [version.id])?;
        let free = |&(a, b): &(usize, usize)| {
            let touches = |x: usize, y: usize| a < y && b > x;
            !touches(span.start, span.end)
                && !marked.iter().any(|mention| {
                    let (start, end) = (mention.start_at as usize, mention.end_at as usize);
                    touches(start, end)
                })
        };
        let names = [span.text.clone(), found.form, name.clone()];
        let elsewhere = occurrences(&version.body, &names)
            .iter()
            .filter(|span| free(span))
            .count();
        let roles = found.roles.iter();
        Ok(TagProposal {
            kind,
            start: span.start as u64,
            end: span.end as u64,
            text: span.text,
            name,
            positions: found.positions,
            on_behalf_of,
            roles: roles
                .filter_map(|role| Role::parse(role.as_str()))
                .collect(),
            candidates,
            elsewhere,
        })
    }

    /// What a selection becomes as a quote; an empty one means the quotation marks around it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::SpanOutside`].
    pub fn propose_quote(
        &self,
        version: &str,
        start: u64,
        end: u64,
    ) -> Result<QuoteProposal, Error> {
        let sql = self.connection();
        let version: Version = rows::by_uuid(sql, version)?;
        let read = self.read_version(&version)?;
        let found = span_of_selection(start, end)
            .and_then(|span| read.text.propose_quote(span, &read.lexicon))
            .ok_or(Error::SpanOutside { start, end })?;
        let speaker = match &found.speaker {
            None => None,
            Some(speaker) => {
                let mentions = read.mentions_of(&speaker.name);
                let mentions: Vec<_> = mentions.chain([&speaker.mention]).collect();
                marking::find_tagged_person(sql, &version, &speaker.name, &mentions)?
            }
        };
        Ok(QuoteProposal {
            start: found.span.start as u64,
            end: found.span.end as u64,
            text: found.span.text,
            speech: match found.speech {
                language::Speech::Direct => Speech::Direct,
                language::Speech::Paraphrase => Speech::Paraphrase,
            },
            speaker: speaker.map(|party| party.uuid),
        })
    }
}

/// A span of the window's as the reader counts; none that is no span.
fn span_of_selection(start: u64, end: u64) -> Option<std::ops::Range<usize>> {
    Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
}

/// The place on record that goes by a name in the nominative, as it is written there. The order of the words and the
/// quotation marks are the text's own.
fn find_recorded_place(sql: &Connection, name: &str) -> Result<Option<String>, Error> {
    let words = |text: &str| -> Vec<String> {
        let folded = language::fold(text);
        language::words(&folded)
            .map(|word| word.text.to_owned())
            .collect()
    };
    let ours = words(name);
    let names: Vec<String> = sql
        .prepare_cached("SELECT name FROM place WHERE match_key = ?1 ORDER BY id LIMIT 8")?
        .query_map([language::party_key(name)], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names.into_iter().find(|recorded| {
        let theirs = words(recorded);
        ours.len() == theirs.len()
            && ours.iter().zip(&theirs).all(|(a, b)| {
                a.starts_with(b.as_str()) || language::party_key(a) == language::party_key(b)
            })
    }))
}
