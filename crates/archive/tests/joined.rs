//! What comes in and is a version of a text that is here: told, and made one by one op.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home, picture};
use muragat_archive::record::terms::{PartyKind, Relation, Role};
use muragat_archive::{
    Added, ArticleEdit, Error, Intake, ReceivedFile, ReceivedText, Tagging, VersionOrder,
};

const FIRST: &str = "Ауданда жаңа емхана ашылды\n2026 жылғы 27 ақпан\n\
    Емханада отыз дәрігер жұмыс істейді, олар күніне екі жүз адамды қабылдайды.\n\
    Ғимарат республикалық бюджет есебінен салынды, құрылыс екі жылға созылды.\n\
    «Бұл тұрғындар көптен күткен емхана», – деді аудан әкімі Нұрлан Әбілов.\n\
    Ашылу рәсіміне аудан тұрғындары мен құрылысшылар қатысты.";

/// A week of another year: what such releases have in common is more than their subject.
const WEATHER: &str = "Ауа райы болжамы\n2026 жылғы 2 наурыз\n\
    Облыста күндіз бес градус жылы, түнде үш градус аяз болады деп күтіледі.\n\
    Жолдарда көктайғақ болуы мүмкін, жүргізушілерге абай болу ұсынылады.";

/// The release with other numbers in it, under another date.
fn corrected(date: &str) -> String {
    FIRST
        .replace("2026 жылғы 27 ақпан", date)
        .replace("отыз дәрігер", "қырық дәрігер")
}

fn add_with(home: &mut Home, text: &str, photos: &[(&str, u8)]) -> Added {
    let photos = photos
        .iter()
        .map(|(name, number)| home.file(name, &picture(*number)))
        .collect();
    let with = Intake {
        photos,
        ..Intake::default()
    };
    let name = "хабар.txt";
    home.archive
        .add_text(name, text.as_bytes(), &with)
        .unwrap()
        .value
}

#[test]
fn a_later_version_of_a_release_is_told_with_the_one_that_is_here() {
    let mut home = home();
    let first = home.add(FIRST);
    home.add(WEATHER);
    let later = home.add(&corrected("2026 жылғы 28 ақпан"));
    let told = later.alike.unwrap();
    assert_eq!(
        (told.id, told.reference),
        (first.id.clone(), first.reference)
    );
    assert!(told.is_version && told.likeness > 0.7, "{}", told.likeness);
    assert_eq!(told.order, VersionOrder::Later);
    let version = &home.archive.article(&first.id).unwrap().versions[0];
    assert_eq!(told.version, version.id);

    let earlier = home.add(&corrected("2026 жылғы 20 ақпан").replace("екі жүз", "үш жүз"));
    assert_eq!(earlier.alike.unwrap().order, VersionOrder::Earlier);
}

#[test]
fn another_title_hides_no_version_and_a_release_of_one_kind_is_none() {
    let mut home = home();
    let first = home.add(FIRST);
    home.add(WEATHER);
    let other = corrected("2026 жылғы 3 наурыз").replace(
        "Ауданда жаңа емхана ашылды",
        "Түзету: емхана туралы хабар нақтыланды",
    );
    let told = home.add(&other).alike.unwrap();
    assert_eq!(told.id, first.id);
    let week = WEATHER
        .replace("2 наурыз", "9 наурыз")
        .replace(
            "Облыста күндіз бес градус жылы, түнде үш градус аяз болады деп күтіледі.",
            "Аймақта қар аралас жаңбыр жауып, желдің екпіні секундына жиырма метрге жетеді.",
        )
        .replace(
            "Жолдарда көктайғақ болуы мүмкін,",
            "Таулы өңірде қар көшкіні ықтимал, жол жабылады,",
        );
    assert_eq!(home.add(&week).alike, None);
}

#[test]
fn of_what_comes_in_together_a_version_is_told_too() {
    let mut home = home();
    let texts = [FIRST.to_owned(), corrected("2026 жылғы 28 ақпан")];
    let prepared = texts
        .iter()
        .map(|text| {
            let decoded = muragat_language::decode(text.as_bytes()).unwrap();
            let received = ReceivedText::of_plain_text("хабар.txt", text.as_bytes(), decoded);
            home.archive
                .prepare_text(received, &Intake::default(), &mut |_| true)
                .unwrap()
        })
        .collect();
    let added = home.archive.add_prepared(prepared, &mut |_| true).unwrap();
    let added: Vec<Added> = added.value.into_iter().map(Result::unwrap).collect();
    assert_eq!(added[0].alike, None);
    assert_eq!(added[1].alike.as_ref().unwrap().id, added[0].id);
    let line = &home.archive.history(None, 1).unwrap()[0];
    assert_eq!(
        (line.kind.as_str(), line.articles),
        ("add_articles", Some(2))
    );
}

#[test]
fn a_draft_becomes_a_version_with_all_that_it_has_and_one_undo_takes_it_back() {
    let mut home = home();
    let first = add_with(&mut home, FIRST, &[("бір.png", 1)]);
    let later = add_with(
        &mut home,
        &corrected("2026 жылғы 28 ақпан"),
        &[("бір.png", 1), ("екі.png", 2)],
    );
    for article in [&first.id, &later.id] {
        let who = Tagging {
            kind: PartyKind::Person,
            name: "Нұрлан Әбілов".into(),
            role: Some(Role::Speaker),
            position: Some("аудан әкімі".into()),
            on_behalf_of: None,
        };
        home.archive.tag(article, &who).unwrap();
    }
    let edit = ArticleEdit {
        note: Some("Пошта арқылы келді".into()),
        outgoing_number: Some("12-3/45".into()),
        ..ArticleEdit::default()
    };
    home.archive.edit_article(&later.id, &edit).unwrap();
    let before = [&first.id, &later.id].map(|id| home.archive.article(id).unwrap());
    let told = later.alike.unwrap();
    let text = home
        .archive
        .join_articles(&later.id, &told.version, Relation::Corrects, told.order)
        .unwrap()
        .value;

    let record = home.archive.article(&first.id).unwrap();
    assert_eq!(record.versions.len(), 2);
    let joined = &record.versions[1];
    assert_eq!((&joined.id, joined.relation), (&text, Relation::Corrects));
    assert_eq!(joined.of.as_ref(), Some(&record.versions[0].id));
    assert_eq!(joined.files.len(), 1);
    assert_eq!(joined.mentions.len(), before[1].versions[0].mentions.len());
    let photos: Vec<&str> = record
        .photos
        .iter()
        .map(|photo| photo.name.as_str())
        .collect();
    assert_eq!(photos, ["бір.png", "екі.png"]);
    assert_eq!(record.cast.len(), 1);
    assert_eq!(record.cast[0].positions.len(), 2);
    assert_eq!(record.outgoing_number.as_deref(), Some("12-3/45"));
    let note = record.note.unwrap();
    assert!(note.contains("Пошта арқылы келді"), "{note}");
    assert!(
        note.contains(&format!("№ {}: 2026-02-28", later.reference)),
        "{note}"
    );
    assert_eq!(
        home.archive.article(&later.id).unwrap_err().code(),
        "not_found"
    );
    assert_eq!(home.archive.check(&mut |_| true).unwrap().problems, []);

    home.archive.undo(None).unwrap();
    let after = [&first.id, &later.id].map(|id| home.archive.article(id).unwrap());
    assert_eq!(before, after);
    home.archive.redo().unwrap();
    assert_eq!(home.archive.article(&first.id).unwrap().versions.len(), 2);
    assert_eq!(home.archive.check(&mut |_| true).unwrap().problems, []);
}

#[test]
fn a_registered_text_takes_a_correction_and_becomes_none() {
    let mut home = home();
    let first = home.add(FIRST);
    home.archive.register(&first.id).unwrap();
    let later = home.add(&corrected("2026 жылғы 28 ақпан"));
    let told = later.alike.unwrap();
    assert!(told.registered);
    home.archive
        .join_articles(&later.id, &told.version, Relation::Replaces, told.order)
        .unwrap();
    let record = home.archive.article(&first.id).unwrap();
    assert!(record.versions[0].fixed_at.is_some() && record.versions[1].fixed_at.is_none());

    // what is registered goes nowhere, and an earlier text makes no correction of it
    let earlier = home.add(&corrected("2026 жылғы 20 ақпан").replace("екі жүз", "үш жүз"));
    let refused = home.archive.join_articles(
        &earlier.id,
        &told.version,
        Relation::Corrects,
        VersionOrder::Earlier,
    );
    assert_eq!(refused.unwrap_err().code(), "text_registered");
    let text = home.archive.article(&earlier.id).unwrap().versions[0]
        .id
        .clone();
    for draft in [&first.id, &earlier.id] {
        let refused =
            home.archive
                .join_articles(draft, &text, Relation::Corrects, VersionOrder::Later);
        assert!(refused.is_err(), "{draft}");
    }
    assert_eq!(home.archive.article(&first.id).unwrap().versions.len(), 2);
}

#[test]
fn an_earlier_text_becomes_the_first_of_a_draft() {
    let mut home = home();
    let later = home.add(&corrected("2026 жылғы 28 ақпан"));
    let earlier = home.add(FIRST);
    let told = earlier.alike.unwrap();
    assert_eq!(told.order, VersionOrder::Earlier);
    let text = home
        .archive
        .join_articles(&earlier.id, &told.version, Relation::Corrects, told.order)
        .unwrap()
        .value;
    let record = home.archive.article(&later.id).unwrap();
    let relations: Vec<(Relation, Option<&str>)> = record
        .versions
        .iter()
        .map(|version| (version.relation, version.of.as_deref()))
        .collect();
    assert_eq!(
        relations,
        [
            (Relation::Original, None),
            (Relation::Corrects, Some(text.as_str()))
        ]
    );
    // another library takes it in as it is
    let mut other = common::home();
    other
        .archive
        .adopt(
            std::slice::from_ref(&record),
            &mut |_, sha256, _| home.archive.original(sha256),
            &mut |_| true,
        )
        .unwrap();
    assert_eq!(other.archive.article(&later.id).unwrap(), record);
    assert_eq!(other.archive.check(&mut |_| true).unwrap().problems, []);
}

/// The release as another program wrote it.
fn as_page(text: &str) -> ReceivedText {
    let mut page = ReceivedFile::new("хабар.html", "text/html", format!("<p>{text}</p>").into());
    page.record.pronom = Some("fmt/471".into());
    ReceivedText {
        files: vec![page],
        text: text.to_owned(),
        pictures: Vec::new(),
        has_own_file: true,
    }
}

#[test]
fn the_same_release_in_another_format_is_kept_as_a_further_original() {
    let mut home = home();
    let first = home.add(FIRST);
    match home
        .archive
        .add_received(as_page(FIRST), &Intake::default())
    {
        Err(Error::DuplicateRelease { kept, .. }) => assert!(!kept),
        other => panic!("{other:?}"),
    }
    home.archive.register(&first.id).unwrap();
    let with = Intake {
        keep_forms: true,
        ..Intake::default()
    };
    let kept = home.archive.add_received(as_page(FIRST), &with).unwrap();
    assert!(kept.value.is_form);
    assert_eq!(kept.value.id, first.id);
    let record = home.archive.article(&first.id).unwrap();
    let files: Vec<(&str, Option<&str>)> = record.versions[0]
        .files
        .iter()
        .map(|file| (file.media_type.as_str(), file.pronom.as_deref()))
        .collect();
    assert_eq!(
        files,
        [("text/plain", None), ("text/html", Some("fmt/471"))]
    );
    assert_eq!(home.archive.history(None, 1).unwrap()[0].kind, "keep_forms");
    match home.archive.add_received(as_page(FIRST), &with) {
        Err(Error::DuplicateRelease { kept, .. }) => assert!(kept),
        other => panic!("{other:?}"),
    }
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&first.id).unwrap();
    assert_eq!(record.versions[0].files.len(), 1);
}
