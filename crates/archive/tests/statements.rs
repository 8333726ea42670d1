//! Every statement that stands whole in the code names tables and columns that the catalogue has, whether or not a
//! test happens to ask it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test tells by failing"
)]

mod common;

use std::fs;

use common::home;
use rusqlite::{Connection, OpenFlags};
use walkdir::WalkDir;

/// The string literals of a source file, with their escapes undone.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = source.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => {
                letters.by_ref().find(|next| *next == '\n');
            }
            // a quotation mark between two others is a letter, and begins nothing
            '\'' if letters.peek() == Some(&'"') => {
                letters.next();
            }
            '"' => {
                let mut literal = String::new();
                while let Some(next) = letters.next().filter(|next| *next != '"') {
                    match next {
                        '\\' => match letters.next() {
                            Some('\n') => {
                                while letters.next_if(|next| next.is_whitespace()).is_some() {}
                            }
                            Some(escaped) => literal.push(escaped),
                            None => {}
                        },
                        other => literal.push(other),
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}

/// Whether it is asked as it stands: what is put together of parts is not.
fn is_whole(literal: &str) -> bool {
    let begins = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];
    !literal.contains('{') && begins.iter().any(|word| literal.starts_with(word))
}

#[test]
fn every_statement_names_what_the_catalogue_has() {
    let home = home();
    let file = home.archive.path().join("catalogue.sqlite");
    let catalogue = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let (mut tried, mut wrong) = (0, Vec::new());
    for entry in WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        for statement in literals(&fs::read_to_string(&path).unwrap()) {
            if !is_whole(&statement) {
                continue;
            }
            tried += 1;
            let Err(error) = catalogue.prepare(&statement) else {
                continue;
            };
            let error = error.to_string();
            // a part of a statement, or one with a function or a table of the connection's own
            if error.contains("column") {
                wrong.push(format!("{}: {error}\n{statement}", path.display()));
            }
        }
    }
    assert!(tried > 100, "only {tried} found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
