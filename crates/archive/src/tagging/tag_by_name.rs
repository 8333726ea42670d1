//! Tagging a party by its name: its part in an article, and the marks wherever a version names it.

use muragat_language::{SpanText, occurrences};

use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::mention::Mention;
use crate::nouns::party::Party;
use crate::nouns::version::Version;
use crate::nouns::{article, mention, participation, party, version};
use crate::record::terms::{OpKind, PartyKind, Role};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;

/// A party as it is tagged in an article.
#[derive(Debug, Clone)]
pub struct Tagging {
    /// Person or organisation.
    pub kind: PartyKind,
    /// A name in any form, or a UUID.
    pub name: String,
    /// What it did there; none: a person took part, an organisation is mentioned.
    pub role: Option<Role>,
    /// Its position as printed, to the letter.
    pub position: Option<String>,
    /// The organisation it spoke for, in any form, or a UUID.
    pub on_behalf_of: Option<String>,
}

/// What a tag made.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Tagged {
    /// The party's UUID.
    pub party: String,
    /// Its authorised name.
    pub name: String,
    /// Whether the party is new to the library.
    pub new: bool,
    /// How many spans of the text were marked.
    pub mentions: usize,
}

impl Archive {
    /// Tags a party in an article: found by any form of its name or made; its mentions are marked in
    /// every version's text.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`], [`Error::PartyAmbiguous`].
    pub fn tag(&mut self, article: &str, tagging: &Tagging) -> Result<Outcome<Tagged>, Error> {
        self.transact(OpKind::Tag, |tx| {
            let article = article::resolve(tx.sql(), article)?;
            let versions = version::of_article(tx.sql(), article.id)?;
            let before: i64 =
                tx.sql()
                    .query_row("SELECT ifnull(max(id), 0) FROM party", [], |row| row.get(0))?;
            let party = party::find_or_make(tx, tagging.kind, &tagging.name)?;
            let mut participation = participation::find_or_make(tx, article.id, party.id)?;
            if let Some(name) = tagging
                .on_behalf_of
                .as_deref()
                .map(str::trim)
                .filter(|name| !name.is_empty())
            {
                let organisation = party::find_or_make(tx, PartyKind::Organisation, name)?;
                participation.on_behalf_of_id = Some(organisation.id);
                tx.update(&participation)?;
            }
            let roles: Vec<Role> = tagging.role.into_iter().collect();
            participation::give_roles(tx, participation.id, tagging.kind, &roles)?;
            if let Some(position) = tagging
                .position
                .as_deref()
                .map(str::trim)
                .filter(|text| !text.is_empty())
            {
                for version in versions_printing(&versions, position) {
                    participation::add_position(tx, participation.id, version.id, position)?;
                }
            }
            let mut mentions = 0;
            let mut names = party::forms(tx.sql(), &party)?;
            names.push(tagging.name.clone());
            for version in &versions {
                mentions += mark_names(tx, version, &party, &names)?;
            }
            Ok(Tagged {
                new: party.id > before,
                party: party.uuid,
                name: party.name,
                mentions,
            })
        })
    }
}

/// Tags a party wherever an article's texts have one of its names. False where none does.
pub(crate) fn tag_where_named(
    tx: &mut Tx<'_>,
    article: &Article,
    party: &Party,
    names: &[String],
) -> Result<bool, Error> {
    let versions = version::of_article(tx.sql(), article.id)?;
    for version in &versions {
        mark_names(tx, version, party, names)?;
    }
    let named = "SELECT 1 FROM mention JOIN version ON version.id = version_id WHERE article_id = ?1 AND party_id = ?2";
    if !tx
        .sql()
        .prepare_cached(named)?
        .exists([article.id, party.id])?
    {
        return Ok(false);
    }
    let participation = participation::find_or_make(tx, article.id, party.id)?;
    participation::give_roles(tx, participation.id, party.kind, &[])?;
    Ok(true)
}

/// The versions that print a text; where none does, the first is meant.
fn versions_printing<'v>(versions: &'v [Version], text: &str) -> Vec<&'v Version> {
    let printing: Vec<&Version> = versions
        .iter()
        .filter(|version| version.body.contains(text))
        .collect();
    match printing.is_empty() {
        true => versions.first().into_iter().collect(),
        false => printing,
    }
}

/// Marks every place where a version's text has one of these names of a party, whatever its ending. Counts the new marks.
fn mark_names(
    tx: &mut Tx<'_>,
    version: &Version,
    party: &Party,
    names: &[String],
) -> Result<usize, Error> {
    let mut marked = 0;
    let body = SpanText::new(&version.body);
    for (start, end) in occurrences(&version.body, names) {
        let (start, end) = (start as u64, end as u64);
        // what is tagged as a namesake stays so
        let tail = "WHERE version_id = ?1 AND start_at < ?4 AND end_at > ?3
                    AND party_id IN (SELECT id FROM party WHERE kind = ?2)";
        let span = (version.id, party.kind, start as i64, end as i64);
        if rows::find::<Mention>(tx.sql(), tail, span)?.is_none() {
            let text = mention::cut_text(&body, start, end)?;
            mention::add(tx, version.id, (Some(party.id), None), (start, end), text)?;
            marked += 1;
        }
    }
    Ok(marked)
}
