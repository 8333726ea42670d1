//! Party: a person or an organisation (ISAAR(CPF)), and the other forms of its name.

use muragat_language::PersonName;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;
use crate::record::terms::{NameKind, PartyKind};
use crate::store::describe::{Derived, RecordKind, Table, articles_showing, seen_in, seen_in_by};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::{Row, match_key_of, row};
use crate::values;

row! {
    /// A person or an organisation.
    Party in PARTY {
        kind: PartyKind,
        name: String [settable],
        date_from: Option<String> [settable],
        date_to: Option<String> [settable],
        bin: Option<String> [settable],
        predecessor_id: Option<i64> [holds("party"), unlike("id"), settable],
        parent_id: Option<i64> [holds("party"), unlike("id"), settable],
        note: Option<String> [long, settable],
        /// Of a person, where the archivist has said it.
        surname: Option<String> [settable],
        given_names: Option<String> [settable],
        patronymic: Option<String> [settable],
        /// What one types for it in a caption; this library's own, and no part of its record.
        code: Option<String> [settable],
    }
}

row! {
    /// Another form of a party's name.
    PartyName in PARTY_NAME {
        party_id: i64 [part_of("party")],
        form: String [settable],
        language: Option<String> [settable],
        kind: Option<NameKind> [settable],
        date_from: Option<String> [settable],
        date_to: Option<String> [settable],
    }
}

row! {
    /// That two parties look alike and are two.
    PartyDistinction in PARTY_DISTINCTION {
        party_id: i64 [part_of("party")],
        other_id: i64 [part_of("party")],
    }
}

impl Party {
    /// The parts of a person's name: as the archivist said, else as its form tells.
    pub(crate) fn parts(&self) -> PersonName {
        let said = [&self.surname, &self.given_names, &self.patronymic];
        muragat_language::person_name_with(&self.name, said.map(|part| part.as_deref()))
    }

    /// The name as lists have it: a person's with the surname first.
    pub(crate) fn listed(&self) -> String {
        let listed = match self.kind {
            PartyKind::Person => muragat_language::surname_first(&self.parts()),
            PartyKind::Organisation => None,
        };
        listed.unwrap_or_else(|| self.name.clone())
    }
}

/// Derives the place of a party among others from its kind, its name, and the parts of it that were set.
fn place_of(values: &[&Value]) -> Value {
    let given = |at: usize| values.get(at).map_or("", |value| rows::text(value));
    let said = [given(2), given(3), given(4)].map(Some);
    let listed = match given(0) == PartyKind::Person.as_str() {
        true => {
            muragat_language::surname_first(&muragat_language::person_name_with(given(1), said))
        }
        false => None,
    };
    Value::Blob(muragat_language::sort_key(
        listed.as_deref().unwrap_or(given(1)),
    ))
}

/// Derives the key by which a code is found whichever keyboard layout is on.
fn code_key_of(values: &[&Value]) -> Value {
    match values.first() {
        Some(Value::Text(code)) => Value::Text(muragat_language::short_code_key(code)),
        _ => Value::Null,
    }
}

/// Articles that show a party's name: those it takes part in, speaks for, is named in.
pub(crate) static PARTY: Table = Table {
    derived: &[
        Derived {
            column: "sort_key",
            from: &["kind", "name", "surname", "given_names", "patronymic"],
            compute: place_of,
            may_lack: false,
        },
        Derived {
            column: "match_key",
            from: &["name"],
            compute: match_key_of,
            may_lack: false,
        },
        Derived {
            column: "code_key",
            from: &["code"],
            compute: code_key_of,
            may_lack: false,
        },
    ],
    called: &["name"],
    seen_in: &[
        seen_in(RecordKind::Party, "SELECT ?1 UNION SELECT id FROM party WHERE parent_id = ?1 UNION SELECT id FROM party WHERE predecessor_id = ?1
         UNION SELECT person_id FROM post WHERE organisation_id = ?1 UNION SELECT organisation_id FROM post WHERE person_id = ?1
         UNION SELECT on_behalf_of_id FROM participation WHERE party_id = ?1"),
        seen_in(RecordKind::Article, articles_showing!("SELECT ?1")),
        seen_in_by(RecordKind::Event, &["name"], "SELECT event_id FROM article_event JOIN participation USING (article_id) WHERE party_id = ?1"),
        seen_in_by(RecordKind::Photo, &["name"], "SELECT photo_id FROM region WHERE party_id = ?1"),
        seen_in_by(RecordKind::Unit, &["name"], "SELECT id FROM unit WHERE creator_id = ?1"),
    ],
    listed_in: "SELECT ?1",
    ..Table::new("party", Party::FIELDS)
};

pub(crate) static PARTY_NAME: Table = Table {
    derived: &[Derived {
        column: "match_key",
        from: &["form"],
        compute: match_key_of,
        may_lack: false,
    }],
    alike: &["party_id", "form"],
    called: &["form"],
    told_of: Some("party_id"),
    seen_in: &[
        seen_in(
            RecordKind::Party,
            "SELECT party_id FROM party_name WHERE id = ?1",
        ),
        seen_in(
            RecordKind::Article,
            articles_showing!("SELECT party_id FROM party_name WHERE id = ?1"),
        ),
    ],
    listed_in: "SELECT party_id FROM party_name WHERE id = ?1",
    ..Table::new("party_name", PartyName::FIELDS)
};

pub(crate) static PARTY_DISTINCTION: Table = Table {
    alike: &["party_id", "other_id"],
    pair: &["party_id", "other_id"],
    told_of: Some("party_id"),
    seen_in: &[seen_in(
        RecordKind::Party,
        "SELECT party_id FROM party_distinction WHERE id = ?1 UNION SELECT other_id FROM party_distinction WHERE id = ?1",
    )],
    ..Table::new("party_distinction", PartyDistinction::FIELDS)
};

/// The party of a kind that goes by a name: letter case, Kazakh letters, endings, quotation marks
/// and the order of the words do not hide it.
///
/// # Errors
/// [`Error::PartyAmbiguous`] where several do; [`Error::NameEmpty`].
pub(crate) fn find(sql: &Connection, kind: PartyKind, name: &str) -> Result<Option<Party>, Error> {
    let key = muragat_language::party_key(name);
    if key.is_empty() {
        return Err(Error::NameEmpty);
    }
    let found = rows::select::<Party>(
        sql,
        "WHERE kind = ?1 AND (match_key = ?2 OR id IN (SELECT party_id FROM party_name WHERE match_key = ?2)) ORDER BY id",
        (kind, &key),
    )?;
    // of namesakes, the one written to the letter is meant
    let exact: Vec<&Party> = found
        .iter()
        .filter(|party| party.name == name.trim())
        .collect();
    match (exact.as_slice(), found.as_slice()) {
        ([only], _) => Ok(Some((*only).clone())),
        ([], []) => Ok(None),
        ([], [only]) => Ok(Some(only.clone())),
        _ => Err(Error::PartyAmbiguous {
            name: name.to_owned(),
            candidates: found.into_iter().map(|party| party.uuid).collect(),
        }),
    }
}

/// A party of the archive, or a person whom it does not know yet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// By UUID.
    Party(String),
    /// A new one of this name, in the nominative, whoever else goes by it.
    Person(String),
}

impl Whom {
    /// The party, made where it is new.
    pub(crate) fn party(&self, tx: &mut Tx<'_>) -> Result<Party, Error> {
        match self {
            Whom::Party(uuid) => rows::by_uuid(tx.sql(), uuid),
            Whom::Person(name) => make(tx, PartyKind::Person, values::party_name(name)?),
        }
    }
}

/// The party of a UUID, or the one that goes by a name, made where there is none.
pub(crate) fn find_or_make(tx: &mut Tx<'_>, kind: PartyKind, name: &str) -> Result<Party, Error> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(party) = rows::find::<Party>(tx.sql(), "WHERE uuid = ?1", [&name])? {
        return match party.kind == kind {
            true => Ok(party),
            false => Err(Error::PartyKindDiffers {
                name: party.name,
                found: party.kind,
            }),
        };
    }
    if let Some(party) = find(tx.sql(), kind, &name)? {
        return Ok(party);
    }
    make(tx, kind, name)
}

/// Whether one party on record goes by a name, and no other.
pub(crate) fn is_known(sql: &Connection, kind: PartyKind, name: &str) -> Result<bool, Error> {
    match find(sql, kind, name) {
        Ok(found) => Ok(found.is_some()),
        Err(Error::PartyAmbiguous { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A new party of a name, whoever else goes by it.
pub(crate) fn make(tx: &mut Tx<'_>, kind: PartyKind, name: String) -> Result<Party, Error> {
    let id = tx.insert(&Party {
        id: 0,
        uuid: String::new(),
        kind,
        name,
        date_from: None,
        date_to: None,
        bin: None,
        predecessor_id: None,
        parent_id: None,
        note: None,
        surname: None,
        given_names: None,
        patronymic: None,
        code: None,
    })?;
    rows::get(tx.sql(), id)
}

/// All parties of a kind.
pub(crate) fn of_kind(sql: &Connection, kind: PartyKind) -> Result<Vec<Party>, Error> {
    rows::select(sql, "WHERE kind = ?1 ORDER BY id", [kind])
}

/// The other names of all parties of a kind.
pub(crate) fn names_of_kind(sql: &Connection, kind: PartyKind) -> Result<Vec<PartyName>, Error> {
    let tail = "WHERE party_id IN (SELECT id FROM party WHERE kind = ?1) ORDER BY id";
    rows::select(sql, tail, [kind])
}

/// The parties that were told apart from one.
pub(crate) fn told_apart(sql: &Connection, party: i64) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT other_id FROM party_distinction WHERE party_id = ?1
         UNION SELECT party_id FROM party_distinction WHERE other_id = ?1",
    )?;
    let others = statement.query_map([party], |row| row.get(0))?;
    Ok(others.collect::<Result<_, _>>()?)
}

/// The distinctions between two parties, whichever was named first.
pub(crate) fn distinctions(
    sql: &Connection,
    one: i64,
    other: i64,
) -> Result<Vec<PartyDistinction>, Error> {
    let tail = "WHERE ?1 IN (party_id, other_id) AND ?2 IN (party_id, other_id) ORDER BY id";
    rows::select(sql, tail, [one, other])
}

/// Every way in which a party's name is written.
pub(crate) fn forms(sql: &Connection, party: &Party) -> Result<Vec<String>, Error> {
    let others = rows::select::<PartyName>(sql, "WHERE party_id = ?1 ORDER BY id", [party.id()])?;
    Ok(std::iter::once(party.name.clone())
        .chain(others.into_iter().map(|other| other.form))
        .collect())
}

/// A new form of a name.
pub(crate) fn add_name(
    tx: &mut Tx<'_>,
    party_id: i64,
    form: String,
    language: Option<String>,
) -> Result<i64, Error> {
    tx.insert(&PartyName {
        id: 0,
        uuid: String::new(),
        party_id,
        form,
        language,
        kind: None,
        date_from: None,
        date_to: None,
    })
}
