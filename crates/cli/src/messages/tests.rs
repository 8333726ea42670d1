//! Whether every word that the programs can ask for is there, in every language.

use std::collections::BTreeSet;

use super::*;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn source(path: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/{path}")).unwrap()
}

/// Message ids of a file, with the values that each message names.
fn messages(path: &str) -> BTreeSet<(String, Vec<String>)> {
    let text = source(path);
    assert!(
        FluentResource::try_new(text.clone()).is_ok(),
        "{path} does not parse"
    );
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if let Some((id, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            found.push((id.to_owned(), Vec::new()));
        }
        let values = line
            .split("{ $")
            .skip(1)
            .filter_map(|rest| rest.split(' ').next())
            .map(str::to_owned);
        if let Some((_, named)) = found.last_mut() {
            named.extend(values);
            named.sort();
            named.dedup();
        }
    }
    found.into_iter().collect()
}

#[test]
fn the_languages_have_the_same_messages_with_the_same_values() {
    for file in ["cli.ftl", "errors.ftl"] {
        let kk = messages(&format!("assets/locales/kk/{file}"));
        assert!(kk.len() > 20);
        for language in ["ru", "en"] {
            let other = messages(&format!("assets/locales/{language}/{file}"));
            assert_eq!(
                kk.symmetric_difference(&other).collect::<Vec<_>>(),
                Vec::<&_>::new(),
                "{language}/{file}"
            );
        }
    }
}

/// A message that stands twice says one thing or the other, by the order in which files are read.
#[test]
fn no_message_stands_twice_in_a_language() {
    for language in ["kk", "ru", "en"] {
        let mut seen = std::collections::BTreeMap::new();
        let mut twice = Vec::new();
        let folder = format!("{ROOT}/assets/locales/{language}");
        for file in std::fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            for line in std::fs::read_to_string(&path).unwrap().lines() {
                let Some((id, _)) = line.split_once(" =") else {
                    continue;
                };
                let named = id.starts_with(|c: char| c.is_ascii_lowercase())
                    && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                if named && let Some(before) = seen.insert(id.to_owned(), path.clone()) {
                    twice.push(format!("{id}: {} {}", before.display(), path.display()));
                }
            }
        }
        assert!(seen.len() > 500, "{folder}");
        assert_eq!(twice, Vec::<String>::new());
    }
}

/// Codes of an error enum, from its variants' names.
fn codes(path: &str) -> Vec<String> {
    let text = source(path);
    let body = text
        .split("pub enum Error {")
        .nth(1)
        .unwrap()
        .split("\n}")
        .next()
        .unwrap()
        .to_owned();
    let variant = |line: &str| -> Option<String> {
        let name = line
            .strip_prefix("    ")
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))?;
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let mut code = String::new();
        for c in name.chars() {
            if c.is_ascii_uppercase() && !code.is_empty() {
                code.push('_');
            }
            code.push(c.to_ascii_lowercase());
        }
        Some(code)
    };
    body.lines()
        .filter_map(variant)
        .filter(|code| code != "archive")
        .collect()
}

#[test]
fn every_error_has_words_and_a_next_step_in_every_language_and_stands_in_the_documentation() {
    let documented = source("docs/command-line.md");
    let mut all = codes("crates/archive/src/error.rs");
    all.extend(codes("crates/bundle/src/error.rs"));
    assert!(all.len() > 40, "{all:?}");
    for code in &all {
        let in_window_only = ["library_replaced", "photo_undrawable"].contains(&code.as_str());
        assert!(
            in_window_only || documented.contains(&format!("`{code}`")),
            "docs/command-line.md lacks {code}"
        );
        for language in LANGUAGES {
            let messages = Messages::new(language);
            let id = format!("error-{}", code.replace('_', "-"));
            assert!(messages.find(&id).is_some(), "{language}: {id}");
            assert!(
                messages.format(&id, Some("next"), &Value::Null).is_some(),
                "{language}: {id}.next"
            );
        }
    }
}

#[test]
fn every_finding_of_a_bag_has_words_in_every_language() {
    for (code, _) in muragat_bundle::Finding::CODES {
        for language in LANGUAGES {
            let id = format!("bag-{}", code.replace('_', "-"));
            assert!(
                Messages::new(language).find(&id).is_some(),
                "{language}: {id}"
            );
        }
    }
}

#[test]
fn every_op_and_every_term_has_words_in_every_language() {
    use muragat_archive::record::terms::OpKind;
    let mut ids: Vec<String> = Vec::new();
    ids.extend(
        OpKind::ALL
            .iter()
            .map(|kind| format!("op-{}", kind.as_str().replace('_', "-"))),
    );
    use muragat_archive::record::terms::{Access, Level, Relation, Role, State};
    ids.extend(
        Access::ALL
            .iter()
            .map(|term| format!("access-{}", term.as_str())),
    );
    ids.extend(
        Level::ALL
            .iter()
            .map(|term| format!("level-{}", term.as_str())),
    );
    ids.extend(
        Relation::ALL
            .iter()
            .map(|term| format!("relation-{}", term.as_str())),
    );
    ids.extend(
        Role::ALL
            .iter()
            .map(|term| format!("role-{}", term.as_str())),
    );
    ids.extend(
        State::ALL
            .iter()
            .map(|term| format!("state-{}", term.as_str())),
    );
    use muragat_archive::record::terms::{TransferFileKind, TransferState};
    ids.extend(
        TransferState::ALL
            .iter()
            .map(|term| format!("transfer-state-{}", term.as_str())),
    );
    ids.extend(
        TransferFileKind::ALL
            .iter()
            .map(|term| format!("transfer-file-{}", term.as_str())),
    );
    for id in ids {
        for language in LANGUAGES {
            assert!(
                Messages::new(language).find(&id).is_some(),
                "{language}: {id}"
            );
        }
    }
}

#[test]
fn the_readers_language_is_taken_from_the_options_first() {
    let given = |args: &[&str]| language(&args.iter().map(OsString::from).collect::<Vec<_>>());
    assert_eq!(given(&["muragat", "--language", "ru", "list"]), "ru");
    assert_eq!(given(&["muragat", "--language=en", "list"]), "en");
    assert_eq!(given(&["muragat", "--language=xx"]), "kk");
}
