//! References that no disk tells apart are one, whichever way they come in; names and references are what one sees.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{RELEASE, home};
use muragat_archive::record::ArticleRecord;
use muragat_archive::{ArticleEdit, Error, Identity, Intake};

/// One letter and two, as file systems store it: a short i.
const ONE: &str = "Бұйрық-й";
const TWO: &str = "БҰЙРЫҚ-и\u{306}";

fn reference(reference: &str) -> ArticleEdit {
    ArticleEdit {
        reference: Some(reference.to_owned()),
        ..ArticleEdit::default()
    }
}

#[test]
fn a_reference_that_looks_the_same_is_taken() {
    let mut home = home();
    let ids = [home.add(RELEASE).id, home.add("Екінші\nМәтін.").id];
    home.archive.edit_article(&ids[0], &reference(ONE)).unwrap();
    match home.archive.edit_article(&ids[1], &reference(TWO)) {
        Err(Error::ReferenceTaken { reference }) => assert_eq!(reference, ONE),
        other => panic!("{other:?}"),
    }
    // it is found by either, and its own form may change
    assert_eq!(home.archive.article(TWO).unwrap().id, ids[0]);
    home.archive.edit_article(&ids[0], &reference(TWO)).unwrap();
    assert_eq!(home.archive.article(&ids[0]).unwrap().reference, TWO);
    // undo gives no reference back that another has got meanwhile
    let away = home.archive.edit_article(&ids[0], &reference("А")).unwrap();
    home.archive.edit_article(&ids[1], &reference(ONE)).unwrap();
    match home.archive.undo(away.op) {
        Err(Error::UndoClash { noun, .. }) => assert_eq!(noun, "article"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_two_that_come_together_the_second_gets_another() {
    let mut one = home();
    let mut two = common::home();
    let (here, there) = (one.add(RELEASE).id, two.add("Екінші\nМәтін.").id);
    one.archive.edit_article(&here, &reference(ONE)).unwrap();
    two.archive.edit_article(&there, &reference(TWO)).unwrap();
    let record = two.archive.article(&there).unwrap();
    let from = &two.archive;
    let mut fetch = |_: &ArticleRecord, sha256: &str, _: &str| from.original(sha256);
    let came = one
        .archive
        .adopt(std::slice::from_ref(&record), &mut fetch, &mut |_| true);
    let renamed = came.unwrap().value.renamed;
    assert_eq!(renamed, [(TWO.to_owned(), format!("{TWO} (2)"))]);
}

#[test]
fn an_older_library_with_two_alike_opens_and_check_names_them() {
    let mut home = home();
    let ids = [home.add(RELEASE).id, home.add("Екінші\nМәтін.").id];
    home.archive.edit_article(&ids[0], &reference(ONE)).unwrap();
    let path = home.archive.path().to_owned();
    let sql = rusqlite::Connection::open(path.join("catalogue.sqlite")).unwrap();
    sql.execute_batch(&format!(
        "UPDATE article SET reference = '{TWO}', reference_key = NULL WHERE uuid = '{}'",
        ids[1]
    ))
    .unwrap();
    drop(sql);
    let archive = muragat_archive::Archive::open(&path, Identity::new("Айгүл")).unwrap();
    assert_eq!(archive.article(&ids[1]).unwrap().reference, TWO);
    assert_eq!(archive.article(TWO).unwrap().id, ids[1]);
    let found = archive.check(&mut |_| true).unwrap().problems;
    let alike: Vec<&str> = found
        .iter()
        .filter(|one| one.code == "references_alike")
        .map(|one| one.subject.as_str())
        .collect();
    assert_eq!(alike, [format!("{ONE} = {TWO}")]);
    assert!(!found.iter().any(|one| one.code == "computed_stale"));
}

#[test]
fn what_nobody_sees_comes_into_no_reference_name_or_title() {
    let mut home = home();
    let text = "Ми\u{202e}рас\u{200b}\nМәтін.\n";
    let added = home
        .archive
        .add_text("су\u{202e}gpj.exe", text.as_bytes(), &Intake::default());
    let id = added.unwrap().value.id;
    home.archive
        .edit_article(&id, &reference("А\u{202e}Б\u{feff}"))
        .unwrap();
    let record = home.archive.article(&id).unwrap();
    assert_eq!(record.reference, "АБ");
    assert_eq!(record.versions[0].title, "Мирас");
    assert_eq!(record.versions[0].files[0].name, "су\u{fffd}gpj.exe");
}
