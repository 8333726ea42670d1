//! The documents with open suggestions: who is among them, and from when to when.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, home};
use muragat_archive::record::terms::Relation;
use muragat_archive::{Intake, ListQuery, NewVersion, ReceivedText, SuggestionKind};

fn version_of(home: &Home, article: &str) -> String {
    home.archive.article(article).unwrap().versions[0]
        .id
        .clone()
}

/// The articles with open suggestions, as they are listed, and as many as are counted.
fn suggested(home: &Home) -> Vec<String> {
    let query = ListQuery {
        suggested: true,
        limit: 100,
        ..ListQuery::default()
    };
    let rows = home.archive.lines(&query).unwrap().rows;
    let counted = home.archive.overview().unwrap().suggested;
    assert_eq!(counted, rows.len() as u64);
    rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn a_document_is_among_those_with_open_suggestions_until_all_are_decided() {
    let mut home = home();
    let article = home.add(RELEASE).id;
    home.add("Екінші хабар\nМұнда ешкім аталмайды.");
    let here = [article.clone()];
    assert_eq!(suggested(&home), here);
    let version = version_of(&home, &article);
    while let Some(first) = home.archive.suggestions(&version).unwrap().first() {
        assert_eq!(suggested(&home), here);
        let key = first.key.clone();
        match first.kind {
            SuggestionKind::Quote => {
                let done = home.archive.reject_suggestion(&version, &key);
                done.unwrap();
            }
            _ => {
                let done = home.archive.accept_suggestions(&version, &[key], None);
                done.unwrap();
            }
        }
    }
    assert!(suggested(&home).is_empty());
    // what is taken back is open again, what is written anew too
    home.archive.undo(None).unwrap();
    assert_eq!(suggested(&home), here);
    home.archive.redo().unwrap();
    assert!(suggested(&home).is_empty());
    let body = home.archive.article(&article).unwrap().versions[0]
        .body
        .clone();
    let more = format!("{body}\nБұл жиынға Бақыт Әлімов келді.");
    home.archive
        .edit_version(&version, None, Some(&more))
        .unwrap();
    assert_eq!(suggested(&home), here);
    home.archive.delete_article(&article).unwrap();
    assert!(suggested(&home).is_empty());
    home.archive.undo(None).unwrap();
    assert_eq!(suggested(&home), here);
}

#[test]
fn what_another_text_corrects_has_no_open_suggestions() {
    let mut home = home();
    let article = home.add(RELEASE).id;
    home.archive.register(&article).unwrap();
    let correction = NewVersion {
        of: version_of(&home, &article),
        relation: Relation::Corrects,
        language: "kk".into(),
        text: None,
    };
    let made = home.archive.new_version(&correction).unwrap().value;
    let body = "Бұл мәтінде ешкім аталмайды.";
    home.archive.edit_version(&made, None, Some(body)).unwrap();
    assert!(suggested(&home).is_empty());
}

#[test]
fn a_text_that_nobody_has_read_is_counted_once_it_is() {
    let mut home = home();
    let article = home.add(RELEASE).id;
    let catalogue = home.archive.path().join("catalogue.sqlite");
    let other = rusqlite::Connection::open(catalogue).unwrap();
    other.execute("DELETE FROM open_suggestions", []).unwrap();
    assert!(suggested(&home).is_empty());
    let version = version_of(&home, &article);
    // reading waits for nobody who writes
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(!home.archive.open_suggestions(&version).unwrap().recounted);
    other.execute_batch("COMMIT").unwrap();
    assert!(home.archive.open_suggestions(&version).unwrap().recounted);
    assert_eq!(suggested(&home), [article]);
    assert!(!home.archive.open_suggestions(&version).unwrap().recounted);
}

#[test]
fn all_documents_of_one_intake_are_counted_at_once() {
    let mut home = home();
    let prepared = (0..60)
        .map(|at| {
            let name = format!("{at}.txt");
            let text = format!(
                "{at}-отырыс өтті\nАудан әкімі Нұрлан Сейітов жиынды ашты.\nКүн тәртібінде {at} мәселе қаралды."
            );
            let decoded = muragat_language::decode(text.as_bytes()).unwrap();
            let received = ReceivedText::of_plain_text(&name, text.as_bytes(), decoded);
            home.archive
                .prepare_text(received, &Intake::default(), &mut |_| true)
                .unwrap()
        })
        .collect();
    let added = home.archive.add_prepared(prepared, &mut |_| true).unwrap();
    assert_eq!(added.value.len(), 60);
    assert_eq!(suggested(&home).len(), 60);
}
