//! What photos look like is noted beside history, and how far both go.

use muragat_photo::Likeness;
use rusqlite::types::ValueRef;
use rusqlite::{Transaction, TransactionBehavior};

use crate::error::Error;
use crate::store::kept_likeness::VERSION;
use crate::store::kept_readings::LastOp;
use crate::store::library::Archive;
use crate::store::proof;

/// How far history goes, and the last that was kept beside it of how photos look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    op: LastOp,
    looked: i64,
}

impl Standing {
    /// Whether nothing was written since but how photos look.
    #[must_use]
    pub fn only_looked_since(self, before: Standing) -> bool {
        self.op == before.op && self.looked != before.looked
    }

    /// As it is known once an op of one's own was written, where it stands `now`: others' ops between them are no part of it.
    #[must_use]
    pub fn having_written(self, own: Option<i64>, now: Standing) -> Standing {
        let is_next = [self.op.id, self.op.id + 1].contains(&now.op.id);
        match is_next && own == Some(now.op.id) {
            true => Standing { op: now.op, ..self },
            false => self,
        }
    }
}

impl Archive {
    /// How far the library's history goes, and what is kept of how photos look.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn standing(&self) -> Result<Standing, Error> {
        let sql = self.connection();
        Ok(Standing {
            op: LastOp::find(sql)?,
            looked: sql
                .prepare_cached("SELECT ifnull(max(id), 0) FROM photo_likeness")?
                .query_row([], |row| row.get(0))?,
        })
    }

    /// Keeps what an original looks like, or that there is nothing to know it by, with those that are near it.
    ///
    /// # Errors
    /// The catalogue's; that nothing can be written.
    pub(crate) fn keep_looks(
        &self,
        original: i64,
        likeness: Option<&Likeness>,
    ) -> Result<(), Error> {
        self.writable()?;
        // those that were looked at by now are taken in before others have to wait
        self.kept_likenesses().renew(self.connection())?;
        let sql = Transaction::new_unchecked(self.connection(), TransactionBehavior::Immediate)?;
        sql.prepare_cached("DELETE FROM near_original WHERE one_id = ?1 OR other_id = ?1")?
            .execute([original])?;
        if let Some(likeness) = likeness {
            for near in self.kept_likenesses().near(&sql, original, likeness)? {
                let (one, other) = (original.min(near), original.max(near));
                sql.prepare_cached(
                    "INSERT INTO near_original (one_id, other_id, proof) VALUES (?1, ?2, ?3)",
                )?
                .execute((one, other, proof::of_numbers(&[one, other])))?;
            }
        }
        let bytes = likeness.map(Likeness::to_bytes);
        let proof = proof::of_values(&[
            ValueRef::Integer(original),
            ValueRef::Integer(VERSION),
            bytes.as_deref().map_or(ValueRef::Null, ValueRef::Blob),
        ]);
        sql.prepare_cached(
            "INSERT OR REPLACE INTO photo_likeness (original_id, version, bytes, proof) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((original, VERSION, bytes, proof))?;
        Ok(sql.commit()?)
    }
}
