//! Proofs: of what is kept beside the rows and can be made again, such as how photos look, a number in each row that only
//! fits what was kept. Seals are for what can not be made again.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::error::Error;

/// The tables whose rows have a proof, each with what it is of.
pub(crate) const PROVEN: [(&str, &str); 3] = [
    ("near_original", "one_id, other_id"),
    ("open_suggestions", "version_id, article_id, open"),
    ("photo_likeness", "original_id, version, bytes"),
];

/// The number that stands for values.
pub(crate) fn of_values(values: &[ValueRef<'_>]) -> i64 {
    let mut digest = Sha256::new();
    for value in values {
        match value {
            ValueRef::Null => digest.update(b"n"),
            ValueRef::Integer(number) => digest.update(number.to_be_bytes()),
            ValueRef::Real(number) => digest.update(number.to_bits().to_be_bytes()),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                digest.update((bytes.len() as u64).to_be_bytes());
                digest.update(bytes);
            }
        }
    }
    let digest = digest.finalize();
    let mut eight = [0; 8];
    eight.copy_from_slice(digest.get(..8).unwrap_or(&[0; 8]));
    i64::from_be_bytes(eight)
}

/// The number that stands for keys.
pub(crate) fn of_numbers(numbers: &[i64]) -> i64 {
    let values: Vec<ValueRef<'_>> = numbers.iter().map(|n| ValueRef::Integer(*n)).collect();
    of_values(&values)
}

/// Whether a row of any of these tables is not what was kept, in the order of [`PROVEN`].
pub(crate) fn find_broken(sql: &Connection) -> Result<Vec<&'static str>, Error> {
    let mut broken = Vec::new();
    for (table, columns) in PROVEN {
        let mut statement = sql.prepare(&format!("SELECT proof, {columns} FROM {table}"))?;
        let count = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values = (1..count)
                .map(|at| row.get_ref(at))
                .collect::<Result<Vec<_>, _>>()?;
            if row.get::<_, i64>(0)? != of_values(&values) {
                broken.push(table);
                break;
            }
        }
    }
    Ok(broken)
}

/// Takes away all that is kept in tables where some of it is not what was kept: it is made again when it is asked for.
pub(crate) fn forget_broken(sql: &Connection) -> Result<(), Error> {
    for table in find_broken(sql)? {
        sql.prepare(&format!("DELETE FROM {table}"))?.execute([])?;
    }
    Ok(())
}
