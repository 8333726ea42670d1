//! Every noun's table, and what is derived from their descriptions: what a row is part of, and what names it.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;
use crate::nouns;
use crate::store::describe::{Bond, Field, RecordKind, Table};

/// Every noun, parents before children.
pub(crate) static TABLES: &[&Table] = &[
    &nouns::party::PARTY,
    &nouns::party::PARTY_NAME,
    &nouns::party::PARTY_DISTINCTION,
    &nouns::post::POST,
    &nouns::unit::UNIT,
    &nouns::event::EVENT,
    &nouns::article::ARTICLE,
    &nouns::subject::SUBJECT,
    &nouns::subject::ARTICLE_SUBJECT,
    &nouns::place::PLACE,
    &nouns::place::ARTICLE_PLACE,
    &nouns::event::ARTICLE_EVENT,
    &nouns::version::VERSION,
    &nouns::file::FILE,
    &nouns::participation::PARTICIPATION,
    &nouns::participation::PARTICIPATION_ROLE,
    &nouns::participation::PRINTED_POSITION,
    &nouns::mention::MENTION,
    &nouns::quote::QUOTE,
    &nouns::photo::PHOTO,
    &nouns::photo::PHOTO_TEXT,
    &nouns::photo::PHOTO_KINSHIP,
    &nouns::region::REGION,
    &nouns::decision::DECISION,
    &nouns::transfer::TRANSFER,
    &nouns::transfer::TRANSFER_ARTICLE,
    &nouns::transfer::TRANSFER_FILE,
    &nouns::saved_search::SAVED_SEARCH,
    &nouns::photo_template::PHOTO_TEMPLATE,
    &nouns::library::LIBRARY,
];

/// The table of a noun's name.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}

/// The noun that a field of another names a row of.
pub(crate) fn refers_to(noun: &str, field: &str) -> Option<&'static str> {
    table(noun)?.refers_to(field)
}

/// Every field that names rows of a noun, with its table and what it means for the row.
pub(crate) fn references(
    noun: &str,
) -> impl Iterator<Item = (&'static Table, &'static Field, Bond)> {
    TABLES.iter().flat_map(move |table| {
        table.fields.iter().filter_map(move |field| {
            let to = field.reference.filter(|to| to.noun == noun)?;
            Some((*table, field, to.bond))
        })
    })
}

/// The fields by which a row is part of another, the nearest first, with that other's noun.
pub(crate) fn homes(table: &'static Table) -> impl Iterator<Item = (&'static Field, &'static str)> {
    [Bond::Part, Bond::PartElse]
        .into_iter()
        .flat_map(move |bond| {
            table.fields.iter().filter_map(move |field| {
                let to = field.reference.filter(|to| to.bond == bond)?;
                Some((field, to.noun))
            })
        })
}

/// The record that a row is part of, itself where it stands for one; none where it is not there, or is part of
/// nothing that people look at.
pub(crate) fn record_of(
    sql: &Connection,
    noun: &str,
    row: i64,
) -> Result<Option<(RecordKind, i64)>, Error> {
    let Some(table) = table(noun) else {
        return Ok(None);
    };
    for (field, parent) in homes(table) {
        let above: Option<i64> = sql
            .prepare_cached(&format!("SELECT {} FROM {noun} WHERE id = ?1", field.name))?
            .query_row([row], |found| found.get(0))
            .optional()?
            .flatten();
        if let Some(above) = above {
            return record_of(sql, parent, above);
        }
    }
    Ok(RecordKind::ALL
        .into_iter()
        .find(|kind| kind.table() == noun)
        .map(|kind| (kind, row)))
}

/// The noun whose rows are at the top of what a noun's rows are part of; itself where they are part of nothing.
pub(crate) fn top(table: &'static Table) -> &'static str {
    match homes(table)
        .next()
        .and_then(|(_, parent)| self::table(parent))
    {
        Some(parent) => top(parent),
        None => table.name,
    }
}

/// A query for the integer keys of a noun's rows that are part of the record `?1` of the noun `of`.
pub(crate) fn parts_query(table: &'static Table, of: &str) -> String {
    if table.name == of {
        return "SELECT ?1".to_owned();
    }
    let ways: Vec<String> = within(table, of)
        .map(|(field, parents)| {
            format!(
                "SELECT id FROM {} WHERE {} IN ({parents})",
                table.name, field.name
            )
        })
        .collect();
    ways.join(" UNION ")
}

/// The fields by which a noun's rows are part of records of the noun `of`, each with a query for the keys that it
/// has there.
pub(crate) fn within(
    table: &'static Table,
    of: &str,
) -> impl Iterator<Item = (&'static Field, String)> {
    homes(table).filter_map(move |(field, parent)| {
        let parent = self::table(parent)?;
        (top(parent) == of).then(|| (field, parts_query(parent, of)))
    })
}

/// The nouns whose rows are part of a record of a noun: itself, and those below.
pub(crate) fn nouns_of(of: &str) -> impl Iterator<Item = &'static Table> {
    TABLES.iter().copied().filter(move |table| top(table) == of)
}

/// The noun of a row that holds this one, so that it cannot go; none where it may.
pub(crate) fn holder(
    sql: &Connection,
    noun: &str,
    row: i64,
) -> Result<Option<&'static str>, Error> {
    for (table, field, bond) in references(noun) {
        let alone = match bond {
            Bond::Holds => String::new(),
            // what is part of something else too lets go
            Bond::PartElse => homes(table)
                .filter(|(other, _)| other.name != field.name)
                .map(|(other, _)| format!(" AND {} IS NULL", other.name))
                .collect(),
            Bond::Part | Bond::LetsGo => continue,
        };
        let held = sql
            .prepare_cached(&format!(
                "SELECT 1 FROM {} WHERE {} = ?1{alone}",
                table.name, field.name
            ))?
            .exists([row])?;
        if held {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::store::migrations;

    fn schema() -> Connection {
        let mut sql = Connection::open_in_memory().unwrap();
        migrations::run(&mut sql).unwrap();
        sql
    }

    fn column<T: rusqlite::types::FromSql>(sql: &Connection, query: &str) -> Vec<T> {
        let mut statement = sql.prepare(query).unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap();
        found.map(Result::unwrap).collect()
    }

    #[test]
    fn every_table_of_the_schema_is_known_to_the_door() {
        let mut sql = Connection::open_in_memory().unwrap();
        migrations::run(&mut sql).unwrap();
        for table in TABLES {
            let mut columns: Vec<String> = vec!["id".into(), "uuid".into()];
            columns.extend(table.fields.iter().map(|field| field.name.to_owned()));
            columns.extend(table.derived.iter().map(|d| d.column.to_owned()));
            let mut statement = sql
                .prepare(&format!(
                    "SELECT name FROM pragma_table_info('{}')",
                    table.name
                ))
                .unwrap();
            let mut stands: Vec<String> = statement
                .query_map([], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            columns.sort();
            stands.sort();
            assert_eq!(columns, stands, "{}", table.name);
        }
        let bookkeeping = [
            "actor",
            "device",
            "op",
            "change",
            "original",
            "series",
            "search_entry",
            "party_entry",
            "party_word",
            "party_call",
            "party_text",
            "search_text",
            "search_word",
            "open_suggestions",
            "photo_likeness",
            "near_original",
            "seal",
            "chain",
            "article_seal",
            "sqlite_sequence",
        ];
        let mut statement = sql
            .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
            .unwrap();
        for name in statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap()
            .map(Result::unwrap)
        {
            let known = table(&name).is_some() || bookkeeping.contains(&name.as_str());
            assert!(
                known || name.starts_with("search_text_") || name.starts_with("party_text_"),
                "{name} is written by no door"
            );
        }
    }

    #[test]
    fn every_foreign_key_of_the_schema_is_described_and_every_reference_is_one() {
        let sql = schema();
        for table in TABLES {
            let mut statement = sql
                .prepare(&format!(
                    "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{}')",
                    table.name
                ))
                .unwrap();
            let keys: BTreeMap<String, String> = statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let described: BTreeMap<String, String> = table
                .fields
                .iter()
                .filter_map(|field| {
                    let to = field.reference?;
                    Some((field.name.to_owned(), to.noun.to_owned()))
                })
                .collect();
            assert_eq!(keys, described, "{}", table.name);
        }
    }

    #[test]
    fn what_lets_go_may_hold_nothing() {
        let sql = schema();
        for table in TABLES {
            let nullable: BTreeSet<String> = column(
                &sql,
                &format!(
                    "SELECT name FROM pragma_table_info('{}') WHERE \"notnull\" = 0",
                    table.name
                ),
            )
            .into_iter()
            .collect();
            for field in table.fields {
                let bond = field.reference.map(|to| to.bond);
                let cleared = matches!(bond, Some(Bond::LetsGo | Bond::PartElse));
                let cleared = cleared || field.unlike.is_some();
                assert!(
                    !cleared || nullable.contains(field.name),
                    "{}.{} is cleared, and may not be null",
                    table.name,
                    field.name
                );
            }
        }
    }

    #[test]
    fn what_must_be_unlike_and_what_is_unique_in_the_schema_is_described() {
        let sql = schema();
        for table in TABLES {
            // UNIQUE (a, b) of the schema: two rows that a merge would make alike become one
            for index in column::<String>(
                &sql,
                &format!(
                    "SELECT name FROM pragma_index_list('{}') WHERE origin = 'u'",
                    table.name
                ),
            ) {
                let columns: Vec<String> = column(
                    &sql,
                    &format!("SELECT name FROM pragma_index_info('{index}')"),
                );
                let moves = columns.iter().any(|name| {
                    let to = table.field(name).and_then(|field| field.reference);
                    to.is_some_and(|to| ["party", "participation", "article"].contains(&to.noun))
                });
                assert!(
                    !moves
                        || columns
                            .iter()
                            .map(String::as_str)
                            .eq(table.alike.iter().copied()),
                    "{}: {columns:?}",
                    table.name
                );
            }
            let made: String = sql
                .query_row(
                    "SELECT sql FROM sqlite_master WHERE name = ?1",
                    [table.name],
                    |row| row.get(0),
                )
                .unwrap();
            for field in table.fields {
                let rule = made
                    .split("CHECK (")
                    .filter_map(|rule| rule.split(')').next())
                    .find_map(|rule| rule.strip_prefix(field.name)?.strip_prefix(" IS NOT "));
                let is_field = |name: &&str| *name == "id" || table.field(name).is_some();
                let names_party = field.reference.is_some_and(|to| to.noun == "party");
                assert_eq!(
                    rule.filter(is_field).filter(|_| names_party),
                    field.unlike,
                    "{}.{}",
                    table.name,
                    field.name
                );
            }
        }
    }

    #[test]
    fn all_that_the_descriptions_name_is_there() {
        let sql = schema();
        for table in TABLES {
            let known = |name: &str| table.field(name).is_some();
            let names = table
                .together
                .iter()
                .copied()
                .flatten()
                .chain(table.alike)
                .chain(table.pair)
                .chain(table.called)
                .chain(table.indexed_by)
                .chain(table.listed_by)
                .chain(table.seen_in.iter().flat_map(|seen| seen.fields))
                .chain(&table.told_of);
            for name in names {
                assert!(known(name), "{}.{name}", table.name);
            }
            assert!(
                table
                    .told_of
                    .is_none_or(|name| table.refers_to(name).is_some()),
                "{}",
                table.name
            );
            assert!(
                !table.called.is_empty() || table.told_of.is_some(),
                "{}: history has no name for its rows",
                table.name
            );
            for query in table
                .seen_in
                .iter()
                .map(|seen| seen.select)
                .chain([table.indexed_in, table.listed_in])
                .filter(|query| !query.is_empty())
            {
                sql.prepare(query)
                    .unwrap_or_else(|error| panic!("{}: {error}: {query}", table.name));
            }
            assert!(!table.seen_in.is_empty(), "{}: nobody sees it", table.name);
        }
    }

    #[test]
    fn each_row_is_part_of_a_record_that_people_look_at_or_stands_for_one_or_is_shared() {
        for table in TABLES {
            let record = RecordKind::ALL
                .into_iter()
                .any(|kind| kind.table() == top(table));
            let shared = ["subject", "place"].contains(&table.name);
            assert!(record || shared, "{}", table.name);
        }
    }

    #[test]
    fn children_stand_behind_their_parents() {
        let at = |name: &str| TABLES.iter().position(|table| table.name == name);
        for table in TABLES {
            for (_, parent) in homes(table) {
                assert!(
                    at(parent) < at(table.name),
                    "{} before {parent}",
                    table.name
                );
            }
        }
    }
}
