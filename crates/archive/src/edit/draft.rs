//! Starting texts: a new article from a text or from nothing, a new version of one.

use serde::Deserialize;
use ts_rs::TS;

use crate::edit::first_text::{Text, start_draft};
use crate::edit::intake::Intake;
use crate::edit::{known_text, version as version_edit};
use crate::error::Error;
use crate::nouns::mention::Mention;
use crate::nouns::participation;
use crate::nouns::participation::{Participation, PrintedPosition};
use crate::nouns::party::Party;
use crate::nouns::place::Place;
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::record::terms::{OpKind, Relation};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::marking;
use crate::tagging::marking::Target;
use crate::values;

/// Starts an article. All empty: a blank draft.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewArticle {
    /// Text as pasted or typed; title and date are read from it.
    pub text: Option<String>,
    /// The unit it lies in, by UUID; null: the in-tray.
    pub unit: Option<String>,
    /// An event that it reports, by UUID.
    pub event: Option<String>,
    /// Whether it is begun even where the library has the same text already.
    #[serde(default)]
    pub again: bool,
}

/// A new version of an article.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewVersion {
    /// UUID of the version it relates to.
    pub of: String,
    /// What it is to that version.
    pub relation: Relation,
    /// BCP 47.
    pub language: String,
    /// Null: a copy of that version's text, with its mentions and quotes.
    pub text: Option<String>,
}

impl Archive {
    /// Starts an article from a text, whose bytes are kept, or a blank draft. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::DuplicateRelease`], [`Error::TextTooLarge`].
    pub fn new_article(&mut self, article: &NewArticle) -> Result<Outcome<String>, Error> {
        let with = Intake {
            unit: article.unit.clone(),
            event: article.event.clone(),
            again: article.again,
            ..Intake::default()
        };
        match article.text.as_deref().filter(|text| !is_blank(text)) {
            Some(text) => Ok(self
                .add_text("", text.as_bytes(), &with)?
                .map(|added| added.id)),
            None => self.transact(OpKind::AddArticle, |tx| {
                Ok(start_draft(tx, &Text::default(), &with)?.0.uuid)
            }),
        }
    }

    /// Adds a version to an article. A copy takes the mentions, quotes and printed positions along; in another
    /// text the cast and the places are marked by their names, and printed positions that it has to the letter
    /// are entered. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] where the relation wants no other version, or for what is no
    /// language tag; [`Error::TextTooLarge`]; [`Error::DuplicateRelease`] for a text that the library has.
    pub fn new_version(&mut self, new: &NewVersion) -> Result<Outcome<String>, Error> {
        if !values::is_language(&new.language) {
            return Err(Error::ValueInvalid {
                noun: "version",
                field: "language".into(),
                value: new.language.clone(),
            });
        }
        let incoming = match new.text.as_deref().filter(|text| !is_blank(text)) {
            None => None,
            Some(text) => Some(self.receive_pasted(text, false)?),
        };
        self.transact(OpKind::AddVersion, |tx| {
            let of: Version = rows::by_uuid(tx.sql(), &new.of)?;
            let (title, body) = match (&new.text, &incoming) {
                (None, _) => (of.title.clone(), of.body.clone()),
                (Some(_), Some(pasted)) => {
                    let reading = pasted.read.reading();
                    (reading.title.clone(), reading.body.clone())
                }
                (Some(_), None) => (String::new(), String::new()),
            };
            let id = version_edit::add_related(tx, &of, new.relation, &new.language, &title, body)?;
            if let Some(pasted) = &incoming {
                known_text::keep_files(tx, id, &pasted.files)?;
            }
            match new.text {
                None => copy_spans(tx, of.id, id)?,
                Some(_) => mark_known(tx, of.article_id, id)?,
            }
            copy_positions(tx, of.id, id)?;
            Ok(rows::get::<Version>(tx.sql(), id)?.uuid)
        })
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Enters the mentions and quotes of one version in another of the same text.
fn copy_spans(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<(), Error> {
    let tail = "WHERE version_id = ?1 ORDER BY id";
    for mut mention in rows::select::<Mention>(tx.sql(), tail, [from])? {
        (mention.id, mention.uuid, mention.version_id) = (0, String::new(), to);
        tx.insert(&mention)?;
    }
    for mut quote in rows::select::<Quote>(tx.sql(), tail, [from])? {
        (quote.id, quote.uuid, quote.version_id) = (0, String::new(), to);
        tx.insert(&quote)?;
    }
    Ok(())
}

/// Enters the printed positions of one version that another prints to the letter.
fn copy_positions(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<(), Error> {
    let body = rows::get::<Version>(tx.sql(), to)?.body;
    let same = rows::get::<Version>(tx.sql(), from)?.body == body;
    for mut position in rows::select::<PrintedPosition>(
        tx.sql(),
        "WHERE version_id = ?1 ORDER BY participation_id, ordinal, id",
        [from],
    )? {
        if same || body.contains(&position.text) {
            let ordinal = participation::next(
                tx.sql(),
                "printed_position",
                "participation_id",
                position.participation_id,
            )?;
            (position.id, position.uuid) = (0, String::new());
            (position.version_id, position.ordinal) = (to, ordinal);
            tx.insert(&position)?;
        }
    }
    Ok(())
}

/// Marks the article's cast and places in a version by their names.
fn mark_known(tx: &mut Tx<'_>, article: i64, version: i64) -> Result<(), Error> {
    let version: Version = rows::get(tx.sql(), version)?;
    for participation in rows::select::<Participation>(
        tx.sql(),
        "WHERE article_id = ?1 ORDER BY ordinal, id",
        [article],
    )? {
        let party: Party = rows::get(tx.sql(), participation.party_id)?;
        marking::mark_rest(tx, &version, &Target::Party(Box::new(party)), &[])?;
    }
    let tail = "WHERE id IN (SELECT place_id FROM article_place WHERE article_id = ?1) ORDER BY id";
    for place in rows::select::<Place>(tx.sql(), tail, [article])? {
        marking::mark_rest(tx, &version, &Target::Place(place), &[])?;
    }
    Ok(())
}
