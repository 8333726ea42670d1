//! The one door: every write to the catalogue is an op that goes through [`Archive::transact`].
//!
//! One IMMEDIATE transaction changes the rows, writes what changed into history and brings the
//! search entries of the touched articles up to date; then it is committed, or nothing happened.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params_from_iter};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::error::Error;
use crate::finding::index;
use crate::finding::party_entry;
use crate::record::terms::OpKind;
use crate::store::clock;
use crate::store::ledger::{Done, Edit, record, to_json};
use crate::store::library::Archive;
use crate::store::rows::{self, Row, Table};

/// What an op did.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome<T> {
    /// What it gives back.
    pub value: T,
    /// The op; none where nothing changed.
    pub op: Option<i64>,
    /// The nouns whose rows changed.
    pub nouns: BTreeSet<&'static str>,
    /// The articles whose search entry may have changed, by integer key.
    pub articles: BTreeSet<i64>,
}

impl<T> Outcome<T> {
    /// The same outcome with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome {
            value: change(self.value),
            op: self.op,
            nouns: self.nouns,
            articles: self.articles,
        }
    }
}

/// What an op may do to the catalogue.
pub struct Tx<'a> {
    sql: &'a Transaction<'a>,
    now: String,
    today: String,
    reverts: Option<(i64, i64)>,
    done: Vec<(&'static Table, i64, Done)>,
    articles: BTreeSet<i64>,
    // parties whose line in their list may have changed
    parties: BTreeSet<i64>,
}

impl Tx<'_> {
    /// For reading inside the transaction.
    pub(crate) fn sql(&self) -> &Connection {
        self.sql
    }

    /// Today where the program runs, `YYYY-MM-DD`.
    pub(crate) fn today(&self) -> &str {
        &self.today
    }

    /// The op's time, RFC 3339 in UTC with seconds.
    pub(crate) fn now(&self) -> &str {
        &self.now
    }

    /// Makes this op the undo or redo that takes back `reverted`, whose root a person did.
    pub(crate) fn reverts(&mut self, reverted: i64, root: i64) {
        self.reverts = Some((reverted, root));
    }

    /// Adds a row; its UUID is kept where it has one. Gives the integer key.
    pub(crate) fn insert<R: Row>(&mut self, row: &R) -> Result<i64, Error> {
        let uuid = if row.uuid().is_empty() {
            uuid::Uuid::now_v7().to_string()
        } else {
            row.uuid().to_owned()
        };
        let id = (row.id() != 0).then_some(row.id());
        self.insert_values(R::table(), id, uuid, row.values())
    }

    /// Writes the fields in which `row` differs from what is stored.
    pub(crate) fn update<R: Row>(&mut self, row: &R) -> Result<(), Error> {
        let table = R::table();
        let stored: R = rows::get(self.sql, row.id())?;
        let edits = table
            .fields
            .iter()
            .zip(stored.values())
            .zip(row.values())
            .filter(|((_, before), after)| before != after)
            .map(|((field, before), after)| Edit {
                field,
                before,
                after,
            })
            .collect();
        self.edit(table, row.id(), edits)
    }

    /// Takes a row away. What refers to it must be gone before.
    pub(crate) fn delete<R: Row>(&mut self, id: i64) -> Result<(), Error> {
        self.delete_row(R::table(), id)
    }

    pub(crate) fn insert_values(
        &mut self,
        table: &'static Table,
        id: Option<i64>,
        uuid: String,
        values: Vec<Value>,
    ) -> Result<i64, Error> {
        let derived: Vec<Value> = table
            .derived
            .iter()
            .map(|d| derive(table, d, &values))
            .collect();
        let columns = ["id", "uuid"]
            .into_iter()
            .chain(table.fields.iter().copied())
            .chain(table.derived.iter().map(|d| d.column))
            .collect::<Vec<_>>();
        let marks = vec!["?"; columns.len()].join(", ");
        let query = format!(
            "INSERT INTO {} ({}) VALUES ({marks})",
            table.name,
            columns.join(", ")
        );
        let row = [id.map_or(Value::Null, Value::Integer), Value::Text(uuid)]
            .into_iter()
            .chain(values)
            .chain(derived);
        self.sql
            .prepare_cached(&query)?
            .execute(params_from_iter(row))?;
        let id = self.sql.last_insert_rowid();
        self.touch(table, id)?;
        self.done.push((table, id, Done::Create));
        Ok(id)
    }

    /// Writes several fields of a row at once: its rules hold between them.
    pub(crate) fn edit(
        &mut self,
        table: &'static Table,
        id: i64,
        edits: Vec<Edit>,
    ) -> Result<(), Error> {
        if edits.is_empty() {
            return Ok(());
        }
        self.touch(table, id)?;
        let (_, mut values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        let mut columns = Vec::new();
        let mut params = vec![Value::Integer(id)];
        for edit in &edits {
            if let Some(value) = table
                .fields
                .iter()
                .position(|f| *f == edit.field)
                .and_then(|at| values.get_mut(at))
            {
                *value = edit.after.clone();
            }
            columns.push(edit.field);
            params.push(edit.after.clone());
        }
        for derived in table
            .derived
            .iter()
            .filter(|d| edits.iter().any(|edit| d.from.contains(&edit.field)))
        {
            columns.push(derived.column);
            params.push(derive(table, derived, &values));
        }
        let sets: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| format!("{column} = ?{}", at + 2))
            .collect();
        let query = format!(
            "UPDATE {} SET {} WHERE id = ?1",
            table.name,
            sets.join(", ")
        );
        self.sql
            .prepare_cached(&query)?
            .execute(params_from_iter(params))?;
        self.touch(table, id)?;
        if table.name == "article" && edits.iter().any(|edit| edit.field == "publication_date") {
            self.touch_parties(party_entry::OF_ARTICLE, id)?;
        }
        self.done
            .extend(edits.into_iter().map(|edit| (table, id, Done::Edit(edit))));
        Ok(())
    }

    /// Takes away a row that an undone op made. Evidence too: it goes only with the op that brought it.
    pub(crate) fn take_back(&mut self, table: &'static Table, id: i64) -> Result<(), Error> {
        let (uuid, values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        if !table.release.is_empty() {
            self.sql.prepare_cached(table.release)?.execute([id])?;
        }
        self.remove(table, id, uuid, values)
    }

    pub(crate) fn delete_row(&mut self, table: &'static Table, id: i64) -> Result<(), Error> {
        let (uuid, values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        self.remove(table, id, uuid, values)
    }

    fn remove(
        &mut self,
        table: &'static Table,
        id: i64,
        uuid: String,
        values: Vec<Value>,
    ) -> Result<(), Error> {
        self.touch(table, id)?;
        let mut before: Map<String, Json> = Map::new();
        before.insert("uuid".into(), Json::String(uuid));
        for (field, value) in table.fields.iter().zip(values) {
            if value != Value::Null {
                before.insert((*field).to_owned(), to_json(&value));
            }
        }
        self.sql
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?
            .execute([id])?;
        self.done.push((
            table,
            id,
            Done::Delete {
                before: Json::Object(before),
            },
        ));
        Ok(())
    }

    /// UUID and fields of a row, if it is there.
    pub(crate) fn values(
        &self,
        table: &Table,
        id: i64,
    ) -> Result<Option<(String, Vec<Value>)>, Error> {
        let query = format!(
            "SELECT uuid, {} FROM {} WHERE id = ?1",
            table.fields.join(", "),
            table.name
        );
        let mut statement = self.sql.prepare_cached(&query)?;
        let found = statement.query_row([id], |row| {
            let values = (0..table.fields.len())
                .map(|i| row.get(i + 1))
                .collect::<Result<Vec<Value>, _>>()?;
            Ok((row.get(0)?, values))
        });
        Ok(found.optional()?)
    }

    fn touch_parties(&mut self, select: &str, id: i64) -> Result<(), Error> {
        let mut statement = self.sql.prepare_cached(select)?;
        for party in statement.query_map([id], |row| row.get::<_, Option<i64>>(0))? {
            self.parties.extend(party?);
        }
        Ok(())
    }

    fn touch(&mut self, table: &Table, id: i64) -> Result<(), Error> {
        if let Some(select) = party_entry::shown(table.name) {
            self.touch_parties(select, id)?;
        }
        if table.articles.is_empty() {
            return Ok(());
        }
        let mut statement = self.sql.prepare_cached(table.articles)?;
        for article in statement.query_map([id], |row| row.get::<_, Option<i64>>(0))? {
            self.articles.extend(article?);
        }
        Ok(())
    }
}

fn missing(table: &Table, id: i64) -> Error {
    Error::NotFound {
        noun: table.name,
        id: id.to_string(),
    }
}

fn derive(table: &Table, derived: &rows::Derived, values: &[Value]) -> Value {
    let from: Vec<&Value> = derived
        .from
        .iter()
        .filter_map(|field| {
            table
                .fields
                .iter()
                .position(|f| f == field)
                .and_then(|i| values.get(i))
        })
        .collect();
    (derived.compute)(&from)
}

impl Archive {
    /// Does one op: all that `work` does to the catalogue, with its history and search entries, or
    /// nothing of it.
    ///
    /// # Errors
    /// What `work` says; or that the library is read-only, busy, full or damaged.
    pub fn transact<T>(
        &mut self,
        kind: OpKind,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        self.writable()?;
        let library = self.path().to_owned();
        let who = self.who().clone();
        let wall_ms = self.wall_ms();
        let result = (|| {
            let sql = self
                .connection_mut()
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let time = clock::next(&sql, wall_ms)?;
            let mut tx = Tx {
                sql: &sql,
                now: clock::rfc3339(wall_ms << 16),
                today: clock::local_day(wall_ms),
                reverts: None,
                done: Vec::new(),
                articles: BTreeSet::new(),
                parties: BTreeSet::new(),
            };
            let value = work(&mut tx)?;
            let Tx {
                done,
                articles,
                parties,
                reverts,
                ..
            } = tx;
            let nouns = done.iter().map(|(table, _, _)| table.name).collect();
            let op = match done.is_empty() {
                true => None,
                false => Some(record(
                    &sql,
                    &who,
                    (time, wall_ms),
                    kind.as_str(),
                    reverts,
                    done,
                )?),
            };
            for article in &articles {
                index::refresh(&sql, *article)?;
            }
            for party in parties {
                party_entry::refresh(&sql, party)?;
            }
            sql.commit()?;
            Ok(Outcome {
                value,
                op,
                nouns,
                articles,
            })
        })();
        let outcome: Outcome<T> = result.map_err(|error: Error| error.at(&library))?;
        self.known().note(&outcome.nouns);
        Ok(outcome)
    }
}
