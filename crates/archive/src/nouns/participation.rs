//! Participation: a party in an article, with its roles, on whose behalf, and its position as printed.

use rusqlite::Connection;

use crate::error::Error;
use crate::record::terms::{PartyKind, Role};
use crate::store::describe::{RecordKind, Table, seen_in, seen_in_by};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::row;

row! {
    /// A party in an article, and so at its event; shared by the language versions.
    Participation in PARTICIPATION {
        article_id: i64 [part_of("article")],
        party_id: i64 [holds("party")],
        on_behalf_of_id: Option<i64> [holds("party"), unlike("party_id"), settable],
        ordinal: i64,
    }
}

row! {
    /// What a party did there.
    ParticipationRole in PARTICIPATION_ROLE {
        participation_id: i64 [part_of("participation")],
        role: Role,
    }
}

row! {
    /// A position as one version prints it, to the letter.
    PrintedPosition in PRINTED_POSITION {
        participation_id: i64 [part_of("participation")],
        version_id: i64 [part_of("version")],
        text: String,
        post_id: Option<i64> [lets_go_of("post")],
        ordinal: i64,
    }
}

pub(crate) static PARTICIPATION: Table = Table {
    alike: &["article_id", "party_id"],
    told_of: Some("party_id"),
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM participation WHERE id = ?1",
        ),
        seen_in_by(
            RecordKind::Party,
            &["article_id", "party_id", "on_behalf_of_id"],
            "SELECT party_id FROM participation WHERE id = ?1 UNION SELECT on_behalf_of_id FROM participation WHERE id = ?1",
        ),
        seen_in_by(
            RecordKind::Event,
            &["article_id", "party_id"],
            "SELECT event_id FROM article_event JOIN participation USING (article_id) WHERE participation.id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM participation WHERE id = ?1",
    listed_in: "SELECT party_id FROM participation WHERE id = ?1
             UNION SELECT on_behalf_of_id FROM participation WHERE id = ?1",
    ..Table::new("participation", Participation::FIELDS)
};

pub(crate) static PARTICIPATION_ROLE: Table = Table {
    alike: &["participation_id", "role"],
    told_of: Some("participation_id"),
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM participation JOIN participation_role ON participation.id = participation_id WHERE participation_role.id = ?1",
    )],
    ..Table::new("participation_role", ParticipationRole::FIELDS)
};

pub(crate) static PRINTED_POSITION: Table = Table {
    alike: &["participation_id", "version_id", "text"],
    told_of: Some("participation_id"),
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM participation JOIN printed_position ON participation.id = participation_id WHERE printed_position.id = ?1",
        ),
        seen_in(
            RecordKind::Party,
            "SELECT party_id FROM participation JOIN printed_position ON participation.id = participation_id WHERE printed_position.id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM participation JOIN printed_position ON participation.id = participation_id WHERE printed_position.id = ?1",
    ..Table::new("printed_position", PrintedPosition::FIELDS)
};

/// The party's participation in an article, made where there is none.
pub(crate) fn find_or_make(
    tx: &mut Tx<'_>,
    article: i64,
    party: i64,
) -> Result<Participation, Error> {
    let found = rows::find::<Participation>(
        tx.sql(),
        "WHERE article_id = ?1 AND party_id = ?2",
        (article, party),
    )?;
    if let Some(found) = found {
        return Ok(found);
    }
    let ordinal = next(tx.sql(), "participation", "article_id", article)?;
    let id = tx.insert(&Participation {
        id: 0,
        uuid: String::new(),
        article_id: article,
        party_id: party,
        on_behalf_of_id: None,
        ordinal,
    })?;
    rows::get(tx.sql(), id)
}

/// Gives a participation a role, once.
pub(crate) fn add_role(tx: &mut Tx<'_>, participation: i64, role: Role) -> Result<(), Error> {
    let tail = "WHERE participation_id = ?1 AND role = ?2";
    if rows::find::<ParticipationRole>(tx.sql(), tail, (participation, role))?.is_none() {
        tx.insert(&ParticipationRole {
            id: 0,
            uuid: String::new(),
            participation_id: participation,
            role,
        })?;
    }
    Ok(())
}

/// Gives a participation roles; where it has none and none is said, the usual one of its party's kind.
pub(crate) fn give_roles(
    tx: &mut Tx<'_>,
    participation: i64,
    kind: PartyKind,
    roles: &[Role],
) -> Result<(), Error> {
    for role in roles {
        add_role(tx, participation, *role)?;
    }
    let tail = "WHERE participation_id = ?1";
    if rows::find::<ParticipationRole>(tx.sql(), tail, [participation])?.is_some() {
        return Ok(());
    }
    let usual = match kind {
        PartyKind::Person => Role::Participant,
        PartyKind::Organisation => Role::Mentioned,
    };
    add_role(tx, participation, usual)
}

/// Enters a position as a version prints it, once.
pub(crate) fn add_position(
    tx: &mut Tx<'_>,
    participation: i64,
    version: i64,
    text: &str,
) -> Result<(), Error> {
    let tail = "WHERE participation_id = ?1 AND version_id = ?2 AND text = ?3";
    if rows::find::<PrintedPosition>(tx.sql(), tail, (participation, version, text))?.is_none() {
        let ordinal = next(
            tx.sql(),
            "printed_position",
            "participation_id",
            participation,
        )?;
        tx.insert(&PrintedPosition {
            id: 0,
            uuid: String::new(),
            participation_id: participation,
            version_id: version,
            text: text.to_owned(),
            post_id: None,
            ordinal,
        })?;
    }
    Ok(())
}

/// The ordinal after the last among siblings.
pub(crate) fn next(sql: &Connection, table: &str, column: &str, parent: i64) -> Result<i64, Error> {
    let query = format!("SELECT ifnull(max(ordinal), 0) + 1 FROM {table} WHERE {column} = ?1");
    Ok(sql
        .prepare_cached(&query)?
        .query_row([parent], |row| row.get(0))?)
}
