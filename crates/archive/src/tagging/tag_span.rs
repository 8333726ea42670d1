//! Tagging a span of the text: party or place, role, position, on whose behalf, and the marks, in one op.

use muragat_language as language;
use muragat_language::{Lexicon, NameKind, SpanText, nominative_name};
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
use crate::tagging::marking;
use crate::tagging::marking::Target;
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
    /// What it did there; empty: a person took part, an organisation is mentioned, where nothing is said yet.
    pub roles: Vec<Role>,
    /// As this version prints them.
    pub positions: Vec<String>,
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
        let lexicon = self.lexicon()?;
        let op = match tag.kind {
            TagKind::Place => OpKind::TagPlace,
            TagKind::Person | TagKind::Organisation => OpKind::Tag,
        };
        self.transact(op, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), &tag.version)?;
            let text = mention::cut_text(&SpanText::new(&version.body), tag.start, tag.end)?;
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
            let target = find_or_make_target(tx, tag.kind, tag.party.as_deref(), &tag.name)?;
            let participation = match &target {
                Target::Party(party) => {
                    if tag.party.is_some() {
                        keep_printed_form(tx, party, &tag.name, &text, &version, &lexicon)?;
                    }
                    let entry = CastEntry {
                        roles: &tag.roles,
                        positions: &tag.positions,
                        on_behalf_of: tag.on_behalf_of.as_deref(),
                    };
                    Some(enter_in_cast(tx, &version, party, &entry)?.uuid)
                }
                Target::Place(place) => {
                    place::add_heading(tx, version.article_id, place.id)?;
                    None
                }
            };
            let mention = mark_span(tx, &version, &target, (tag.start, tag.end), text)?;
            let also = [tag.name.clone()];
            let (mut mentions, mut elsewhere) = (1, 0);
            for version in version::of_article(tx.sql(), version.article_id)? {
                match tag.everywhere {
                    true => mentions += marking::mark_rest(tx, &version, &target, &also)?,
                    false => {
                        elsewhere +=
                            marking::find_unmarked(tx.sql(), &version, &target, &also)?.len();
                    }
                }
            }
            Ok(TaggedSpan {
                party: target.uuid().to_owned(),
                name: target.name().to_owned(),
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
pub(crate) fn find_or_make_target(
    tx: &mut Tx<'_>,
    kind: TagKind,
    chosen: Option<&str>,
    name: &str,
) -> Result<Target, Error> {
    if let Some(uuid) = chosen {
        let target = Target::find_by_uuid(tx.sql(), uuid)?;
        return match (&target, kind.party()) {
            (Target::Party(party), Some(kind)) if party.kind == kind => Ok(target),
            (Target::Party(party), _) => Err(Error::PartyKindDiffers {
                name: party.name.clone(),
                found: party.kind,
            }),
            (Target::Place(_), None) => Ok(target),
            (Target::Place(_), Some(_)) => Err(Error::NotFound {
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
        Some(kind) => party::make(tx, kind, name).map(|party| Target::Party(Box::new(party))),
        None => {
            let id = tx.insert(&Place {
                id: 0,
                uuid: String::new(),
                name,
                code: None,
            })?;
            rows::get(tx.sql(), id).map(Target::Place)
        }
    }
}

/// What a party did in an article, as it is entered in the cast.
pub(crate) struct CastEntry<'a> {
    pub roles: &'a [Role],
    /// As the version prints them.
    pub positions: &'a [String],
    /// UUID or name of an organisation.
    pub on_behalf_of: Option<&'a str>,
}

/// Enters a party in the cast, with its roles, positions and whom it spoke for.
pub(crate) fn enter_in_cast(
    tx: &mut Tx<'_>,
    version: &Version,
    party: &Party,
    entry: &CastEntry<'_>,
) -> Result<Participation, Error> {
    let mut participation = participation::find_or_make(tx, version.article_id, party.id)?;
    if let Some(name) = entry
        .on_behalf_of
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        participation.on_behalf_of_id = Some(find_spoken_for(tx, party.id, name)?);
        tx.update(&participation)?;
    }
    participation::give_roles(tx, participation.id, party.kind, entry.roles)?;
    for position in entry.positions {
        let position = one_line(position);
        if !position.is_empty() {
            participation::add_position(tx, participation.id, version.id, &position)?;
        }
    }
    Ok(participation)
}

/// The organisation that a party speaks for, by UUID or name, made where it is new.
pub(crate) fn find_spoken_for(tx: &mut Tx<'_>, party: i64, name: &str) -> Result<i64, Error> {
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
    target: &Target,
    (start, end): (u64, u64),
    text: String,
) -> Result<String, Error> {
    let (party, place) = target.keys();
    let tail = "WHERE version_id = ?1 AND party_id IS ?2 AND place_id IS ?3 AND start_at = ?4 AND end_at = ?5";
    let there = rows::find::<Mention>(
        tx.sql(),
        tail,
        (version.id, party, place, start as i64, end as i64),
    )?;
    if let Some(there) = there {
        return Ok(there.uuid);
    }
    let id = mention::add(tx, version.id, target.keys(), (start, end), text)?;
    Ok(rows::get::<Mention>(tx.sql(), id)?.uuid)
}

/// Keeps the printed name among a party's forms, where it is another name and not an ending, initials, part of
/// the name or a common noun.
pub(crate) fn keep_printed_form(
    tx: &mut Tx<'_>,
    party: &Party,
    name: &str,
    printed: &str,
    version: &Version,
    lexicon: &Lexicon,
) -> Result<(), Error> {
    let form = match language::party_key(name) == language::party_key(printed) {
        true => one_line(name),
        // the archivist's own spelling is in the field: the text's is kept
        false => {
            let kind = match party.kind {
                PartyKind::Person => NameKind::Person,
                PartyKind::Organisation => NameKind::Organisation,
            };
            nominative_name(printed, kind, Some(&version.language), lexicon)
        }
    };
    if !is_telling(party, &form) || goes_by(tx.sql(), party, &form)? {
        return Ok(());
    }
    tx.insert(&PartyName {
        id: 0,
        uuid: String::new(),
        party_id: party.id,
        form,
        language: Some(version.language.clone()).filter(|tag| tag != version::UNDETERMINED),
        kind: None,
        date_from: None,
        date_to: None,
    })
    .map(drop)
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
fn goes_by(sql: &Connection, party: &Party, form: &str) -> Result<bool, Error> {
    let key = language::party_key(form);
    Ok(party::forms(sql, party)?
        .iter()
        .any(|known| language::party_key(known) == key))
}
