//! The chain: after each op, what all seals come to, tied to what they came to before. Rows that went with their
//! seals, or came with them, do not fit its sum.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::error::Error;

/// The sum of digests, in four lanes that do not carry over: whatever the order in which they were added, and each can
/// be taken away again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct State([u64; 4]);

impl State {
    /// Of one digest.
    pub(crate) fn of(digest: &[u8; 32]) -> State {
        let mut lanes = [0; 4];
        for (lane, bytes) in lanes.iter_mut().zip(digest.chunks_exact(8)) {
            *lane = bytes
                .iter()
                .fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
        }
        State(lanes)
    }

    pub(crate) fn add(&mut self, other: &State) {
        for (lane, more) in self.0.iter_mut().zip(other.0) {
            *lane = lane.wrapping_add(more);
        }
    }

    pub(crate) fn take_away(&mut self, other: &State) {
        for (lane, less) in self.0.iter_mut().zip(other.0) {
            *lane = lane.wrapping_sub(less);
        }
    }

    fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (place, lane) in bytes.chunks_exact_mut(8).zip(self.0) {
            place.copy_from_slice(&lane.to_be_bytes());
        }
        bytes
    }
}

/// A link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The op with which all came to stand so; 0 before the first.
    pub op: i64,
    /// Which commit that was, counted from the first.
    pub commits: i64,
    /// What all seals come to.
    pub state: State,
    /// Of the link before and of this one.
    pub digest: [u8; 32],
}

impl Link {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Link> {
        Ok(Link {
            op: row.get(0)?,
            commits: row.get(1)?,
            state: State::of(&row.get::<_, [u8; 32]>(2)?),
            digest: row.get(3)?,
        })
    }

    fn digest_after(&self, before: Option<&Link>) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(before.map_or([0; 32], |before| before.digest));
        digest.update(self.op.to_be_bytes());
        digest.update(self.commits.to_be_bytes());
        digest.update(self.state.bytes());
        digest.finalize().into()
    }

    fn follows(&self, before: Option<&Link>) -> bool {
        self.digest == self.digest_after(before)
    }
}

/// The last links, at most two, the last first.
fn last_two(sql: &Connection) -> Result<Vec<Link>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT op_id, commits, state, digest FROM chain ORDER BY op_id DESC LIMIT 2",
    )?;
    let links = statement.query_map([], Link::read)?;
    Ok(links.collect::<Result<_, _>>()?)
}

/// The last link; none where nothing was sealed yet.
pub(crate) fn last(sql: &Connection) -> Result<Option<Link>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT op_id, commits, state, digest FROM chain ORDER BY op_id DESC LIMIT 1",
        )?
        .query_row([], Link::read)
        .optional()?)
}

/// Adds a link for what an op did to the seals, or makes the last one anew, where the op joined the last or there was
/// none. A chain that was broken before does not become whole by it.
pub(crate) fn extend(sql: &Connection, op: Option<i64>, change: &State) -> Result<Link, Error> {
    let links = last_two(sql)?;
    let (last, before_last) = (links.first(), links.get(1));
    let is_new = last.is_none_or(|last| op.is_some_and(|op| op > last.op));
    let before = if is_new { last } else { before_last };
    let mut state = last.map(|last| last.state.clone()).unwrap_or_default();
    state.add(change);
    let mut link = Link {
        op: if is_new {
            op.unwrap_or_default()
        } else {
            last.map(|last| last.op).unwrap_or_default()
        },
        commits: last.map_or(0, |last| last.commits) + 1,
        state,
        digest: [0; 32],
    };
    link.digest = link.digest_after(before);
    if !is_new && last.is_some_and(|last| !last.follows(before_last)) {
        // it takes the place of a link that did not fit, and must not fit either
        link.digest = Sha256::digest(link.digest).into();
    }
    sql.prepare_cached(
        "INSERT OR REPLACE INTO chain (op_id, commits, state, digest) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        link.op,
        link.commits,
        link.state.bytes(),
        link.digest
    ])?;
    Ok(link)
}

/// The ops whose links do not follow from those before them, and whether the last says what all seals come to.
pub(crate) fn compare(sql: &Connection) -> Result<(Vec<i64>, bool), Error> {
    let mut statement =
        sql.prepare("SELECT op_id, commits, state, digest FROM chain ORDER BY op_id")?;
    let mut rows = statement.query([])?;
    let mut broken = Vec::new();
    let mut before: Option<Link> = None;
    while let Some(row) = rows.next()? {
        let link = Link::read(row)?;
        let counted = before
            .as_ref()
            .is_none_or(|before| before.commits < link.commits);
        if !counted || !link.follows(before.as_ref()) {
            broken.push(link.op);
        }
        before = Some(link);
    }
    let mut sum = State::default();
    let mut statement = sql.prepare("SELECT digest FROM seal")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        sum.add(&State::of(&row.get::<_, [u8; 32]>(0).unwrap_or_default()));
    }
    let fits = before.is_some_and(|last| last.state == sum);
    Ok((broken, fits))
}
