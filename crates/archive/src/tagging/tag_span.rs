//! Tagging a span of the text: party or place, role, position, on whose behalf, and the marks, in one op.

use muragat_language as language;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates::TagKind;
use crate::nouns::mention::Mention;
use crate::nouns::participation::Participation;
use crate::nouns::party::{Party, PartyName};
use crate::nouns::place::Place;
use crate::nouns::version::Version;
use crate::nouns::{mention, participation, party, place, version};
use crate::record::terms::{OpKind, PartyKind, Role};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::marking::Named;
use crate::tagging::{marking, propose, tag_name as tagging};
use crate::text::measure::Measured;
use crate::values::one_line;

/// Tags a span.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TagSpan {
    /// UUID of the version.
    pub version: String,
    /// First character.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// Person, organisation or place.
    pub kind: TagKind,
    /// UUID of a party or place of the archive; null: a new one of `name`.
    pub party: Option<String>,
    /// In the nominative.
    pub name: String,
    /// What it did there; null: a person took part, an organisation is mentioned, where nothing is said yet.
    pub role: Option<Role>,
    /// As this version prints it.
    pub position: Option<String>,
    /// UUID, or the name of an organisation.
    pub on_behalf_of: Option<String>,
    /// Every other place of the article's versions that names it, too.
    pub everywhere: bool,
    /// UUID of a mention whose place this one takes, in the same op.
    pub replaces: Option<String>,
}

/// What a tag made.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TaggedSpan {
    /// UUID of the party or place.
    pub party: String,
    /// Its authorised name.
    pub name: String,
    /// Whether it is new to the library.
    pub new: bool,
    /// UUID of the participation; null for a place.
    pub participation: Option<String>,
    /// UUID of the mention of the span.
    pub mention: String,
    /// How many spans were marked.
    #[ts(type = "number")]
    pub mentions: usize,
    /// How many more places name it and are not marked.
    #[ts(type = "number")]
    pub elsewhere: usize,
}

impl Archive {
    /// Tags a span of a version, in one op; spans may overlap.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SpanOutside`], [`Error::NameEmpty`], [`Error::PartyKindDiffers`],
    /// [`Error::PartyAmbiguous`] for the organisation on whose behalf, [`Error::ValueInvalid`] where that is the
    /// party itself.
    pub fn tag_span(&mut self, tag: &TagSpan) -> Result<Outcome<TaggedSpan>, Error> {
        self.transact(OpKind::Tag, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), &tag.version)?;
            let text = mention::cut(&Measured::new(&version.body), tag.start, tag.end)?;
            if let Some(replaced) = &tag.replaces {
                let mention: Mention = rows::by_uuid(tx.sql(), replaced)?;
                if mention.version_id != version.id {
                    return Err(Error::NotFound {
                        noun: "mention",
                        id: replaced.clone(),
                    });
                }
                tx.delete::<Mention>(mention.id)?;
            }
            let named = meant(tx, tag.kind, tag.party.as_deref(), &tag.name)?;
            let participation = match &named {
                Named::Party(party) => {
                    if tag.party.is_some() {
                        keep_form(tx, party, &tag.name, &text, &version.language)?;
                    }
                    Some(take_part(tx, &version, party, &Part::of(tag))?.uuid)
                }
                Named::Place(place) => {
                    place::about(tx, version.article_id, place.id)?;
                    None
                }
            };
            let mention = mark_span(tx, &version, &named, (tag.start, tag.end), text)?;
            let also = [tag.name.clone()];
            let (mut mentions, mut elsewhere) = (1, 0);
            for version in version::of_article(tx.sql(), version.article_id)? {
                match tag.everywhere {
                    true => mentions += marking::mark_rest(tx, &version, &named, &also)?,
                    false => {
                        elsewhere += marking::unmarked(tx.sql(), &version, &named, &also)?.len();
                    }
                }
            }
            let (party, name) = match named {
                Named::Party(party) => (party.uuid, party.name),
                Named::Place(place) => (place.uuid, place.name),
            };
            Ok(TaggedSpan {
                party,
                name,
                new: tag.party.is_none(),
                participation,
                mention,
                mentions,
                elsewhere,
            })
        })
    }
}

/// The party or place chosen, or a new one of a name: of namesakes the archivist has said that it is another.
pub(crate) fn meant(
    tx: &mut Tx<'_>,
    kind: TagKind,
    chosen: Option<&str>,
    name: &str,
) -> Result<Named, Error> {
    if let Some(uuid) = chosen {
        let named = Named::by_uuid(tx.sql(), uuid)?;
        return match (&named, kind.party()) {
            (Named::Party(party), Some(kind)) if party.kind == kind => Ok(named),
            (Named::Party(party), _) => Err(Error::PartyKindDiffers {
                name: party.name.clone(),
                found: party.kind,
            }),
            (Named::Place(_), None) => Ok(named),
            (Named::Place(_), Some(_)) => Err(Error::NotFound {
                noun: "party",
                id: uuid.to_owned(),
            }),
        };
    }
    let name = one_line(name);
    if language::party_key(&name).is_empty() {
        return Err(Error::NameEmpty);
    }
    match kind.party() {
        Some(kind) => party::make(tx, kind, name).map(Named::Party),
        None => {
            let id = tx.insert(&Place {
                id: 0,
                uuid: String::new(),
                name,
                code: None,
            })?;
            rows::get(tx.sql(), id).map(Named::Place)
        }
    }
}

/// What a party did in an article, as it is entered.
pub(crate) struct Part<'a> {
    pub roles: Vec<Role>,
    pub positions: Vec<&'a str>,
    pub on_behalf_of: Option<&'a str>,
}

impl Part<'_> {
    fn of(tag: &TagSpan) -> Part<'_> {
        Part {
            roles: tag.role.into_iter().collect(),
            positions: tag.position.as_deref().into_iter().collect(),
            on_behalf_of: tag.on_behalf_of.as_deref(),
        }
    }
}

/// Enters a party in the cast, with its role, position and whom it spoke for.
pub(crate) fn take_part(
    tx: &mut Tx<'_>,
    version: &Version,
    party: &Party,
    part: &Part<'_>,
) -> Result<Participation, Error> {
    let mut participation = participation::find_or_make(tx, version.article_id, party.id)?;
    if let Some(name) = part
        .on_behalf_of
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        participation.on_behalf_of_id = Some(spoken_for(tx, party.id, name)?);
        tx.update(&participation)?;
    }
    tagging::give_roles(tx, &participation, party.kind, &part.roles)?;
    for position in &part.positions {
        let position = one_line(position);
        if !position.is_empty() {
            participation::add_position(tx, participation.id, version.id, &position)?;
        }
    }
    Ok(participation)
}

/// The organisation that a party speaks for, by UUID or name, made where it is new.
pub(crate) fn spoken_for(tx: &mut Tx<'_>, party: i64, name: &str) -> Result<i64, Error> {
    let organisation = party::find_or_make(tx, PartyKind::Organisation, name)?;
    match organisation.id == party {
        true => Err(Error::ValueInvalid {
            noun: "participation",
            field: "on_behalf_of".into(),
            value: organisation.name,
        }),
        false => Ok(organisation.id),
    }
}

/// Marks a span, once. Gives the mention's UUID.
pub(crate) fn mark_span(
    tx: &mut Tx<'_>,
    version: &Version,
    named: &Named,
    (start, end): (u64, u64),
    text: String,
) -> Result<String, Error> {
    let (party, place) = named.keys();
    let tail = "WHERE version_id = ?1 AND party_id IS ?2 AND place_id IS ?3 AND start_at = ?4 AND end_at = ?5";
    let there = rows::find::<Mention>(
        tx.sql(),
        tail,
        (version.id, party, place, start as i64, end as i64),
    )?;
    if let Some(there) = there {
        return Ok(there.uuid);
    }
    let id = tagging::add_mention(tx, version.id, named.keys(), start, end, text)?;
    Ok(rows::get::<Mention>(tx.sql(), id)?.uuid)
}

/// Keeps the printed name among a party's forms, where it is another name and not an ending, initials, part of
/// the name or a common noun.
pub(crate) fn keep_form(
    tx: &mut Tx<'_>,
    party: &Party,
    name: &str,
    printed: &str,
    language: &str,
) -> Result<(), Error> {
    let form = match language::party_key(name) == language::party_key(printed) {
        true => one_line(name),
        // the archivist's own spelling is in the field: the text's is kept
        false => propose::in_nominative(tx.sql(), party_kind(party), printed, language == "ru")?,
    };
    if !is_telling(party, &form) || known(tx.sql(), party, &form)? {
        return Ok(());
    }
    tx.insert(&PartyName {
        id: 0,
        uuid: String::new(),
        party_id: party.id,
        form,
        language: Some(language.to_owned()).filter(|tag| tag != version::UNDETERMINED),
    })
    .map(drop)
}

fn party_kind(party: &Party) -> TagKind {
    match party.kind {
        PartyKind::Person => TagKind::Person,
        PartyKind::Organisation => TagKind::Organisation,
    }
}

/// Whether a form tells its party from others: a person by two words in full, an organisation by a name.
fn is_telling(party: &Party, form: &str) -> bool {
    let words: Vec<&str> = language::words(form).map(|word| word.text).collect();
    match party.kind {
        PartyKind::Person => {
            words.len() >= 2 && words.iter().all(|word| word.chars().nth(1).is_some())
        }
        PartyKind::Organisation => form.chars().any(char::is_uppercase),
    }
}

/// Whether a party goes by this name already, in any ending.
fn known(sql: &Connection, party: &Party, form: &str) -> Result<bool, Error> {
    let key = language::party_key(form);
    Ok(party::forms(sql, party)?
        .iter()
        .any(|known| language::party_key(known) == key))
}
