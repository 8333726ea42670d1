//! Parties edited: the record, its name forms, a person's posts.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::edit::deletion;
use crate::error::Error;
use crate::nouns::party;
use crate::nouns::party::{Party, PartyName};
use crate::nouns::post::Post;
use crate::record::terms::{NameKind, OpKind, PartyKind, PostKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::rows::Row;
use crate::values::{is_language, one_line, value_invalid};
use crate::{tables, values};

/// A code is short.
const LONGEST_CODE: usize = 12;

/// Fields of a party to set; absent ones stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PartyFields {
    /// Authorised form, in the nominative.
    pub name: Option<String>,
    /// Birth or founding, as people write it or EDTF.
    pub date_from: Option<String>,
    /// Death or dissolution.
    pub date_to: Option<String>,
    /// БИН of an organisation, 12 digits.
    pub bin: Option<String>,
    /// UUID or name of the organisation before it.
    pub predecessor: Option<String>,
    /// UUID or name of the organisation above it.
    pub parent: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// A person's surname, where the name's form does not tell it.
    pub surname: Option<String>,
    /// Given names, likewise.
    pub given_names: Option<String>,
    /// Patronymic, likewise, or where the name is written without it.
    pub patronymic: Option<String>,
    /// What one types for it in a caption: letters and digits, at least one letter; no other party's.
    pub code: Option<String>,
}

/// A form of a party's name, to add or to set.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default)]
pub struct NameFields {
    /// As written.
    pub form: String,
    /// BCP 47.
    pub language: Option<String>,
    /// What form it is; none for just another one.
    pub kind: Option<NameKind>,
    /// From when it was borne, as people write it or EDTF.
    pub date_from: Option<String>,
    /// Until when.
    pub date_to: Option<String>,
}

/// A post to add or to set.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
pub struct PostFields {
    /// Office, membership, honorary title or degree.
    pub kind: PostKind,
    /// In the nominative.
    pub title: String,
    /// UUID or name of an organisation.
    pub organisation: Option<String>,
    /// From when, as people write it or EDTF.
    pub date_from: Option<String>,
    /// Until when.
    pub date_to: Option<String>,
}

/// What became of several parties that were to be taken away.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct PartiesDeleted {
    /// How many went.
    #[ts(type = "number")]
    pub deleted: u64,
    /// Names of those that stay, as something refers to them.
    pub in_use: Vec<String>,
}

fn check_language(language: Option<&str>) -> Result<Option<String>, Error> {
    match values::typed(language) {
        Some(tag) if !is_language(&tag) => Err(value_invalid("party_name", "language", &tag)),
        tag => Ok(tag),
    }
}

impl Archive {
    /// Adds a party. Namesakes are allowed: only the archivist knows that two are one. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NameEmpty`].
    pub fn add_party(&mut self, kind: PartyKind, name: &str) -> Result<Outcome<String>, Error> {
        let name = values::party_name(name)?;
        self.transact(OpKind::AddParty, |tx| Ok(party::make(tx, kind, name)?.uuid))
    }

    /// Sets fields of a party's record.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`], [`Error::BinInvalid`], [`Error::CodeInvalid`], [`Error::CodeTaken`]; [`Error::ValueInvalid`] for a date that
    /// is none, and for an organisation above or before itself.
    pub fn edit_party(&mut self, id: &str, fields: &PartyFields) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditParty, |tx| {
            let mut party: Party = rows::by_uuid(tx.sql(), id)?;
            if let Some(name) = &fields.name {
                party.name = values::party_name(name)?;
            }
            for (field, value) in [
                (&mut party.bin, &fields.bin),
                (&mut party.note, &fields.note),
                (&mut party.surname, &fields.surname),
                (&mut party.given_names, &fields.given_names),
                (&mut party.patronymic, &fields.patronymic),
            ] {
                if value.is_some() {
                    *field = values::typed(value.as_deref());
                }
            }
            for (name, field, value) in [
                ("date_from", &mut party.date_from, &fields.date_from),
                ("date_to", &mut party.date_to, &fields.date_to),
            ] {
                if value.is_some() {
                    *field = values::optional_dating("party", name, value.as_deref())?;
                }
            }
            values::check_order(
                "party",
                party.date_from.as_deref(),
                party.date_to.as_deref(),
            )?;
            for (field, part) in [
                ("surname", &party.surname),
                ("given_names", &party.given_names),
                ("patronymic", &party.patronymic),
            ] {
                if let (Some(part), PartyKind::Organisation) = (part, party.kind) {
                    return Err(value_invalid("party", field, part));
                }
            }
            if let Some(bin) = &party.bin
                && (party.kind != PartyKind::Organisation
                    || bin.len() != 12
                    || !bin.bytes().all(|byte| byte.is_ascii_digit()))
            {
                return Err(Error::BinInvalid { value: bin.clone() });
            }
            if let Some(code) = &fields.code {
                party.code = free_code(tx.sql(), party.id, code)?;
            }
            if let Some(name) = &fields.predecessor {
                party.predecessor_id = other_organisation(tx, &party, "predecessor", name)?;
            }
            if let Some(name) = &fields.parent {
                party.parent_id = other_organisation(tx, &party, "parent", name)?;
                if stands_above(tx.sql(), party.parent_id, party.id)? {
                    return Err(value_invalid("party", "parent", name));
                }
            }
            tx.update(&party)
        })
    }

    /// Takes away a party that nothing refers to, with its name forms and posts.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::PartyInUse`].
    pub fn delete_party(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteParty, |tx| {
            let party: Party = rows::by_uuid(tx.sql(), id)?;
            let used = tables::holder(tx.sql(), "party", party.id)?.is_some();
            if used {
                return Err(Error::PartyInUse { name: party.name });
            }
            deletion::delete_whole(tx, Party::table(), party.id)
        })
    }

    /// Takes away the parties, of several, that nothing refers to, as one op.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::PartyInUse`] where each is in use.
    pub fn delete_parties(&mut self, ids: &[String]) -> Result<Outcome<PartiesDeleted>, Error> {
        self.transact(OpKind::DeleteParty, |tx| {
            let mut left = ids
                .iter()
                .map(|id| rows::by_uuid(tx.sql(), id))
                .collect::<Result<Vec<Party>, _>>()?;
            let mut done = PartiesDeleted::default();
            // what holds one may be another of them, and goes first then
            loop {
                let mut held = Vec::new();
                let before = left.len();
                for party in left {
                    if tables::holder(tx.sql(), "party", party.id)?.is_some() {
                        held.push(party);
                    } else {
                        deletion::delete_whole(tx, Party::table(), party.id)?;
                        done.deleted += 1;
                    }
                }
                left = held;
                if left.is_empty() || left.len() == before {
                    break;
                }
            }
            done.in_use = left.into_iter().map(|party| party.name).collect();
            match done.in_use.first() {
                Some(name) if done.deleted == 0 => Err(Error::PartyInUse { name: name.clone() }),
                _ => Ok(done),
            }
        })
    }

    /// Adds a form of a party's name. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`], [`Error::NameTaken`]; [`Error::ValueInvalid`] for a language
    /// that is none and a date that is none.
    pub fn add_party_name(
        &mut self,
        party: &str,
        fields: &NameFields,
    ) -> Result<Outcome<String>, Error> {
        let typed = typed_name(fields)?;
        self.transact(OpKind::EditNames, |tx| {
            let party: Party = rows::by_uuid(tx.sql(), party)?;
            if party::forms(tx.sql(), &party)?.contains(&typed.form) {
                return Err(Error::NameTaken { name: typed.form });
            }
            let id = tx.insert(&PartyName {
                party_id: party.id,
                ..typed
            })?;
            Ok(rows::get::<PartyName>(tx.sql(), id)?.uuid)
        })
    }

    /// Sets a form of a party's name whole.
    ///
    /// # Errors
    /// As [`Archive::add_party_name`].
    pub fn edit_party_name(&mut self, id: &str, fields: &NameFields) -> Result<Outcome<()>, Error> {
        let typed = typed_name(fields)?;
        self.transact(OpKind::EditNames, |tx| {
            let stands: PartyName = rows::by_uuid(tx.sql(), id)?;
            let party: Party = rows::get(tx.sql(), stands.party_id)?;
            if typed.form != stands.form && party::forms(tx.sql(), &party)?.contains(&typed.form) {
                return Err(Error::NameTaken { name: typed.form });
            }
            tx.update(&PartyName {
                id: stands.id,
                uuid: stands.uuid,
                party_id: stands.party_id,
                ..typed
            })
        })
    }

    /// Takes a form of a party's name away.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_party_name(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditNames, |tx| {
            let name: PartyName = rows::by_uuid(tx.sql(), id)?;
            tx.delete::<PartyName>(name.id)
        })
    }

    /// Adds a post to a person. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`], [`Error::PartyKindDiffers`]; [`Error::ValueInvalid`] for a
    /// date that is none.
    pub fn add_post(
        &mut self,
        person: &str,
        fields: &PostFields,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::EditPosts, |tx| {
            let person: Party = rows::by_uuid(tx.sql(), person)?;
            if person.kind != PartyKind::Person {
                return Err(Error::PartyKindDiffers {
                    name: person.name,
                    found: person.kind,
                });
            }
            let post = typed_post(tx, fields)?;
            let id = tx.insert(&Post {
                person_id: person.id,
                ..post
            })?;
            Ok(rows::get::<Post>(tx.sql(), id)?.uuid)
        })
    }

    /// Sets a post whole.
    ///
    /// # Errors
    /// As [`Archive::add_post`].
    pub fn edit_post(&mut self, id: &str, fields: &PostFields) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditPosts, |tx| {
            let stands: Post = rows::by_uuid(tx.sql(), id)?;
            let post = typed_post(tx, fields)?;
            tx.update(&Post {
                id: stands.id,
                uuid: stands.uuid,
                person_id: stands.person_id,
                ..post
            })
        })
    }

    /// Takes a post away; a position that was printed for it stays as printed.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_post(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditPosts, |tx| {
            let post: Post = rows::by_uuid(tx.sql(), id)?;
            deletion::delete_whole(tx, Post::table(), post.id)
        })
    }
}

/// A code as typed, none where empty; refused where it is none or stands for another party. A number alone is a place
/// in an article's cast.
fn free_code(sql: &Connection, party: i64, typed: &str) -> Result<Option<String>, Error> {
    let code = typed.trim();
    if code.is_empty() {
        return Ok(None);
    }
    let is_code = code.chars().count() <= LONGEST_CODE
        && code.chars().all(char::is_alphanumeric)
        && code.chars().any(char::is_alphabetic);
    if !is_code {
        return Err(Error::CodeInvalid {
            value: code.to_owned(),
        });
    }
    let tail = "WHERE code_key = ?1 AND id <> ?2";
    let key = muragat_language::short_code_key(code);
    match rows::find::<Party>(sql, tail, (key, party))? {
        Some(other) => Err(Error::CodeTaken {
            value: code.to_owned(),
            name: other.name,
        }),
        None => Ok(Some(code.to_owned())),
    }
}

/// The organisation that a field of another names, made where it is new; none for an empty name.
fn other_organisation(
    tx: &mut Tx<'_>,
    party: &Party,
    field: &str,
    name: &str,
) -> Result<Option<i64>, Error> {
    if name.trim().is_empty() {
        return Ok(None);
    }
    if party.kind != PartyKind::Organisation {
        return Err(value_invalid("party", field, name));
    }
    match party::find_or_make(tx, PartyKind::Organisation, name)?.id {
        id if id == party.id => Err(value_invalid("party", field, name)),
        id => Ok(Some(id)),
    }
}

/// Whether `party` stands at or above `from`.
fn stands_above(sql: &Connection, from: Option<i64>, party: i64) -> Result<bool, Error> {
    Ok(sql
        .prepare_cached(
            "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT parent_id FROM party JOIN up USING (id) WHERE parent_id IS NOT NULL)
             SELECT 1 FROM up WHERE id = ?2",
        )?
        .exists((from, party))?)
}

/// A form of nobody's name yet, as typed.
fn typed_name(fields: &NameFields) -> Result<PartyName, Error> {
    let (date_from, date_to) = (
        values::optional_dating("party_name", "date_from", fields.date_from.as_deref())?,
        values::optional_dating("party_name", "date_to", fields.date_to.as_deref())?,
    );
    values::check_order("party_name", date_from.as_deref(), date_to.as_deref())?;
    Ok(PartyName {
        id: 0,
        uuid: String::new(),
        party_id: 0,
        form: values::party_name(&fields.form)?,
        language: check_language(fields.language.as_deref())?,
        kind: fields.kind,
        date_from,
        date_to,
    })
}

/// A post of nobody yet, as typed.
fn typed_post(tx: &mut Tx<'_>, fields: &PostFields) -> Result<Post, Error> {
    let title = one_line(&fields.title);
    if title.is_empty() {
        return Err(Error::NameEmpty);
    }
    let (date_from, date_to) = (
        values::optional_dating("post", "date_from", fields.date_from.as_deref())?,
        values::optional_dating("post", "date_to", fields.date_to.as_deref())?,
    );
    values::check_order("post", date_from.as_deref(), date_to.as_deref())?;
    let organisation_id = match values::typed(fields.organisation.as_deref()) {
        Some(name) => Some(party::find_or_make(tx, PartyKind::Organisation, &name)?.id),
        None => None,
    };
    Ok(Post {
        id: 0,
        uuid: String::new(),
        person_id: 0,
        organisation_id,
        kind: fields.kind,
        title,
        date_from,
        date_to,
    })
}
