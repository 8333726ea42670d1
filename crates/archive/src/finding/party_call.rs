//! By what persons are called for short where one types: surnames and initials, by every form of their names. They
//! follow from the rows and can be thrown away.

use std::collections::BTreeSet;

use muragat_language::person_name;
use rusqlite::{Connection, params};

use crate::error::Error;
use crate::nouns::party::{Party, PartyName};
use crate::record::terms::PartyKind;
use crate::store::rows;

/// What is called so, and the call.
type Call = (&'static str, String);

/// What all names of a party are called by; nothing for an organisation and where the party is gone.
pub(crate) fn calls(sql: &Connection, id: i64) -> Result<BTreeSet<Call>, Error> {
    let Some(party) = rows::find::<Party>(sql, "WHERE id = ?1", [id])? else {
        return Ok(BTreeSet::new());
    };
    if party.kind != PartyKind::Person {
        return Ok(BTreeSet::new());
    }
    let forms = rows::select::<PartyName>(sql, "WHERE party_id = ?1 ORDER BY id", [id])?;
    let others = forms.iter().map(|name| person_name(&name.form));
    let mut all = BTreeSet::new();
    for name in std::iter::once(party.parts()).chain(others) {
        let calls = name.calls();
        all.extend(calls.surname.map(|call| ("surname", call)));
        all.extend(calls.initials.map(|call| ("initials", call)));
    }
    Ok(all)
}

/// The calls that stand for a party.
fn stored(sql: &Connection, id: i64) -> Result<BTreeSet<(String, String)>, Error> {
    let mut statement =
        sql.prepare_cached("SELECT kind, call FROM party_call WHERE party_id = ?1")?;
    let calls = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(calls.collect::<Result<_, _>>()?)
}

/// Whether what stands for a party is what its names make.
pub(crate) fn is_stale(sql: &Connection, id: i64) -> Result<bool, Error> {
    Ok(!are_same(&stored(sql, id)?, &calls(sql, id)?))
}

fn are_same(stored: &BTreeSet<(String, String)>, made: &BTreeSet<Call>) -> bool {
    stored
        .iter()
        .map(|(kind, call)| (kind.as_str(), call.as_str()))
        .eq(made.iter().map(|(kind, call)| (*kind, call.as_str())))
}

/// Brings a party's calls up to date.
pub(crate) fn refresh(sql: &Connection, id: i64) -> Result<(), Error> {
    let made = calls(sql, id)?;
    // most writes touch a party's articles, not its names
    if are_same(&stored(sql, id)?, &made) {
        return Ok(());
    }
    sql.prepare_cached("DELETE FROM party_call WHERE party_id = ?1")?
        .execute([id])?;
    let mut insert =
        sql.prepare_cached("INSERT INTO party_call (kind, call, party_id) VALUES (?1, ?2, ?3)")?;
    for (kind, call) in made {
        insert.execute(params![kind, call, id])?;
    }
    Ok(())
}
