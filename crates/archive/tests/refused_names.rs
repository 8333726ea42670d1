//! What an archivist turns down in document after document is not suggested any more, and is again when that is taken
//! back; what is kept is read in the next one.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home};
use muragat_archive::{Suggestion, SuggestionKind};

const BODY: &str = "«Жасыл жол» қоғамдық бірлестігі";

/// A release of another day, with the same body in it.
fn text(number: usize) -> String {
    format!(
        "Жармеңке өтті {number}\nСенбіде {number}-көшеде жармеңке өтті. Оны {BODY} қолдады. \
         Келген адам саны {number} мыңға жетті."
    )
}

fn add(home: &mut Home, text: &str) -> String {
    let article = home.add(text).id;
    home.archive.article(&article).unwrap().versions[0]
        .id
        .clone()
}

fn body(home: &Home, version: &str) -> Option<Suggestion> {
    let open = home.archive.suggestions(version).unwrap();
    open.into_iter()
        .find(|one| one.kind == SuggestionKind::Organisation && one.name == BODY)
}

#[test]
fn a_name_that_is_turned_down_everywhere_is_suggested_no_more_until_that_is_taken_back() {
    let mut home = home();
    let versions: Vec<String> = (1..=9)
        .map(|number| add(&mut home, &text(number)))
        .collect();
    let (last, others) = versions.split_last().unwrap();
    assert!(body(&home, last).is_some());
    for version in others {
        let key = body(&home, version).map(|one| one.key);
        let Some(key) = key else { continue };
        home.archive.reject_suggestion(version, &key).unwrap();
    }
    assert_eq!(body(&home, last), None);
    // another program, and one that is opened anew, read the same
    let told = home.again().refused_names().unwrap();
    assert_eq!(told, home.archive.refused_names().unwrap());
    let [told] = &told[..] else {
        panic!("{told:?}");
    };
    assert_eq!((told.kind.as_str(), told.left_out), ("organisation", true));
    assert!(
        told.articles > 3 && told.name.contains("Жасыл жол"),
        "{told:?}"
    );

    let again = home.archive.suggest_again(&told.kind, &told.key).unwrap();
    assert_eq!(again.value, told.articles);
    assert!(body(&home, last).is_some() && body(&home, &versions[0]).is_some());
    assert_eq!(home.archive.refused_names().unwrap(), []);
    home.archive.undo(again.op).unwrap();
    assert_eq!(body(&home, last), None);
    assert_eq!(
        home.archive.refused_names().unwrap(),
        std::slice::from_ref(told)
    );
    let gone = home.archive.suggest_again("organisation", "жоқ");
    assert!(gone.is_err());
}

#[test]
fn what_is_on_record_is_suggested_however_often_it_was_turned_down() {
    let mut home = home();
    let versions: Vec<String> = (1..=10)
        .map(|number| add(&mut home, &text(number)))
        .collect();
    let (last, others) = versions.split_last().unwrap();
    let (kept, refused) = others.split_last().unwrap();
    let key = body(&home, kept).unwrap().key;
    home.archive.accept_suggestions(kept, &[key], None).unwrap();
    for version in refused {
        let key = body(&home, version).unwrap().key;
        home.archive.reject_suggestion(version, &key).unwrap();
    }
    let open = body(&home, last).unwrap();
    assert!(!open.certain);
    assert!(!home.archive.refused_names().unwrap()[0].left_out);
}

#[test]
fn a_position_that_was_kept_is_read_beside_the_next_name() {
    let mut home = home();
    let text = |name: &str, day: u8| {
        format!("Кездесу өтті\n{day} мамыр күні кездесуге коллекционер {name} келді.")
    };
    let first = add(&mut home, &text("Ерлан Омаров", 3));
    let second = add(&mut home, &text("Сәуле Қасымова", 4));
    let person = |home: &Home, version: &str| {
        let open = home.archive.suggestions(version).unwrap();
        let mut people = open
            .into_iter()
            .filter(|one| one.kind == SuggestionKind::Person);
        people.next().unwrap()
    };
    let read = person(&home, &second).positions;
    assert_eq!(read, [""; 0]);
    let key = person(&home, &first).key;
    home.archive
        .accept_suggestions(&first, &[key], None)
        .unwrap();
    let cast = home.archive.article("2026-0001").unwrap().cast;
    let done = home
        .archive
        .set_positions(&cast[0].id, &first, &["коллекционер".to_owned()])
        .unwrap();
    assert_eq!(person(&home, &second).positions, ["коллекционер"]);
    home.archive.undo(done.op).unwrap();
    assert_eq!(person(&home, &second).positions, [""; 0]);
}
