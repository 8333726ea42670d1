//! An edit says what it was made from: of two people who change the same, neither is overwritten unseen.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, home};
use muragat_archive::record::terms::{PartyKind, PostKind};
use muragat_archive::{
    Archive, ArticleEdit, Error, Identity, PartyFields, PostFields, Prefer, SeenValue,
    VersionFields,
};
use proptest::prelude::*;

fn colleague(home: &Home) -> Archive {
    Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap()
}

fn saw(noun: &str, id: &str, field: &str, value: &str) -> Vec<SeenValue> {
    vec![SeenValue {
        noun: noun.into(),
        id: id.into(),
        field: field.into(),
        value: Some(value.to_owned()).filter(|value| !value.is_empty()),
        prefer: None,
    }]
}

fn note(text: &str) -> ArticleEdit {
    ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    }
}

fn body(text: &str) -> VersionFields {
    VersionFields {
        body: Some(text.into()),
        ..VersionFields::default()
    }
}

/// Writes a body that was made from another, as a window does.
fn write(
    archive: &mut Archive,
    version: &str,
    base: &str,
    text: &str,
    prefer: Option<Prefer>,
) -> Result<(), Error> {
    let mut seen = saw("version", version, "body", base);
    seen[0].prefer = prefer;
    archive
        .having_seen(seen, |archive| archive.set_version(version, &body(text)))
        .map(drop)
}

#[test]
fn a_field_that_another_changed_is_refused_with_both_values() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    home.archive.edit_article(&id, &note("алғашқы")).unwrap();
    let mut other = colleague(&home);
    other.edit_article(&id, &note("әріптестікі")).unwrap();
    let refused = home
        .archive
        .having_seen(saw("article", &id, "note", "алғашқы"), |archive| {
            archive.edit_article(&id, &note("менікі"))
        });
    match refused {
        Err(Error::EditConflict {
            noun,
            field,
            seen,
            now,
            mine,
            ..
        }) => assert_eq!(
            [&noun, &field, &seen, &now, &mine],
            ["article", "note", "алғашқы", "әріптестікі", "менікі"]
        ),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive.article(&id).unwrap().note.as_deref(),
        Some("әріптестікі")
    );
    // having looked at it, one may
    home.archive
        .having_seen(
            saw("article", &id, "note", "әріптестікі"),
            |archive| archive.edit_article(&id, &note("менікі")),
        )
        .unwrap();
    // both set the same: nothing is in the way
    other
        .having_seen(
            saw("article", &id, "note", "әріптестікі"),
            |archive| archive.edit_article(&id, &note("менікі")),
        )
        .unwrap();
    // what was seen once says nothing of the next edit
    home.archive.edit_article(&id, &note("соңғы")).unwrap();
    assert_eq!(
        home.archive.article(&id).unwrap().note.as_deref(),
        Some("соңғы")
    );
}

#[test]
fn a_refusal_before_the_op_leaves_nothing_behind() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let unread = home
        .archive
        .having_seen(saw("article", &id, "note", "ешқашан"), |_| {
            Err::<(), _>(Error::NameEmpty)
        });
    assert!(unread.is_err());
    home.archive.edit_article(&id, &note("жаңа")).unwrap();
}

#[test]
fn what_the_hand_left_alone_does_not_overwrite_what_another_set() {
    let mut home = home();
    let person = home
        .archive
        .add_party(PartyKind::Person, "Сәуле Омарова")
        .unwrap()
        .value;
    let post = |title: &str, from: Option<&str>| PostFields {
        kind: PostKind::Office,
        title: title.into(),
        organisation: None,
        date_from: from.map(str::to_owned),
        date_to: None,
    };
    let id = home
        .archive
        .add_post(&person, &post("төраға", None))
        .unwrap()
        .value;
    colleague(&home)
        .edit_post(&id, &post("төраға", Some("2024")))
        .unwrap();
    // a post is sent whole; only its title was changed
    let mut seen = saw("post", &id, "title", "төраға");
    seen.extend(saw("post", &id, "date_from", ""));
    home.archive
        .having_seen(seen, |archive| {
            archive.edit_post(&id, &post("төрайым", None))
        })
        .unwrap();
    let stands = home.archive.party(&person).unwrap().record.posts;
    assert_eq!(stands[0].title, "төрайым");
    assert_eq!(stands[0].date_from.as_deref(), Some("2024"));
}

#[test]
fn a_field_that_names_another_record_and_a_list_are_compared_as_they_are_seen() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let fonds = home.archive.add_unit(None, "1", "Қор").unwrap().value;
    let subjects = |names: &[&str]| ArticleEdit {
        subjects: Some(names.iter().map(|name| (*name).to_owned()).collect()),
        ..ArticleEdit::default()
    };
    let unit = |name: &str| ArticleEdit {
        unit: Some(name.into()),
        ..ArticleEdit::default()
    };
    let mut other = colleague(&home);
    other.edit_article(&id, &subjects(&["Мәдениет"])).unwrap();
    other.edit_article(&id, &unit("1")).unwrap();
    let refused = home
        .archive
        .having_seen(saw("article", &id, "subjects", ""), |archive| {
            archive.edit_article(&id, &subjects(&["Білім"]))
        });
    assert!(
        matches!(&refused, Err(Error::EditConflict { now, mine, .. }) if now == "Мәдениет" && mine == "Білім"),
        "{refused:?}"
    );
    let refused = home
        .archive
        .having_seen(saw("article", &id, "unit", "басқа"), |archive| {
            archive.edit_article(&id, &unit(""))
        });
    assert!(
        matches!(&refused, Err(Error::EditConflict { now, .. }) if *now == fonds),
        "{refused:?}"
    );
    home.archive
        .having_seen(saw("article", &id, "unit", &fonds), |archive| {
            archive.edit_article(&id, &unit(""))
        })
        .unwrap();
    let record = home.archive.article(&id).unwrap();
    assert_eq!(
        (record.units.len(), record.subjects),
        (0, vec!["Мәдениет".to_owned()])
    );
}

#[test]
fn texts_whose_changes_do_not_touch_are_joined_and_their_marks_move_along() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    home.archive
        .tag(
            &id,
            &muragat_archive::Tagging {
                kind: PartyKind::Person,
                name: "Нұрлан Сейітов".into(),
                role: None,
                position: None,
                on_behalf_of: None,
            },
        )
        .unwrap();
    let version = home.archive.article(&id).unwrap().versions.remove(0);
    let base = version.body.clone();
    let mut other = colleague(&home);
    let theirs = format!("Алдымен бір сөйлем. {base}");
    write(&mut other, &version.id, &base, &theirs, None).unwrap();
    let mine = base.replace("студенттерді құттықтады", "студенттерді жылы құттықтады");
    write(&mut home.archive, &version.id, &base, &mine, None).unwrap();
    let joined = home.archive.article(&id).unwrap().versions.remove(0);
    assert_eq!(
        joined.body,
        theirs.replace("студенттерді құттықтады", "студенттерді жылы құттықтады")
    );
    for mention in &joined.mentions {
        let text: String = joined
            .body
            .chars()
            .skip(mention.start as usize)
            .take((mention.end - mention.start) as usize)
            .collect();
        assert_eq!(text, mention.text);
        assert_eq!(text, "Нұрлан Сейітов");
    }
    // the colleague goes on typing without having looked: from what was written last
    let further = format!("{theirs} Тағы бір сөйлем.");
    write(&mut other, &version.id, &theirs, &further, None).unwrap();
    let joined = home.archive.article(&id).unwrap().versions.remove(0);
    assert!(joined.body.contains("жылы құттықтады") && joined.body.contains("Тағы бір сөйлем."));
    // a merge is an op like any other
    other.undo(None).unwrap();
    let back = home.archive.article(&id).unwrap().versions.remove(0).body;
    assert!(back.contains("жылы құттықтады") && !back.contains("Тағы бір"));
}

#[test]
fn words_that_both_changed_are_told_and_one_chooses() {
    let mut home = home();
    let id = home
        .add("Хабар\nЖиынға 2025 адам келді. Соңы осымен бітті.")
        .id;
    let version = home.archive.article(&id).unwrap().versions.remove(0);
    let base = version.body.clone();
    let mut other = colleague(&home);
    let theirs = base.replace("2025", "2026");
    write(&mut other, &version.id, &base, &theirs, None).unwrap();
    let mine = base.replace("2025", "3025").replace("Соңы", "Аяғы");
    let refused = write(&mut home.archive, &version.id, &base, &mine, None);
    assert!(
        matches!(&refused, Err(Error::EditConflict { field, seen, now, mine, .. })
            if field == "body" && seen == "2025" && now == "2026" && mine == "3025"),
        "{refused:?}"
    );
    let body = |archive: &Archive| archive.article(&id).unwrap().versions.remove(0).body;
    assert_eq!(body(&home.archive), theirs);
    write(
        &mut home.archive,
        &version.id,
        &base,
        &mine,
        Some(Prefer::Theirs),
    )
    .unwrap();
    assert_eq!(
        body(&home.archive),
        "Жиынға 2026 адам келді. Аяғы осымен бітті."
    );
    write(
        &mut home.archive,
        &version.id,
        &base,
        &mine,
        Some(Prefer::Mine),
    )
    .unwrap();
    assert_eq!(body(&home.archive), mine);
}

#[test]
fn a_text_that_another_registered_or_deleted_is_told() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let version = home.archive.article(&id).unwrap().versions.remove(0);
    let mine = format!("{} Жаңа сөйлем.", version.body);
    let mut other = colleague(&home);
    other.register(&id).unwrap();
    let refused = write(&mut home.archive, &version.id, &version.body, &mine, None);
    assert!(
        matches!(refused, Err(Error::TextRegistered { .. })),
        "{refused:?}"
    );
    other.undo(None).unwrap();
    other.delete_article(&id).unwrap();
    let refused = write(&mut home.archive, &version.id, &version.body, &mine, None);
    assert!(
        matches!(refused, Err(Error::NotFound { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_base_that_never_was_overwrites_nothing() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let version = home.archive.article(&id).unwrap().versions.remove(0);
    let refused = write(
        &mut home.archive,
        &version.id,
        "Мұндай мәтін ешқашан болған жоқ",
        "Мұндай мәтін ешқашан болған емес",
        None,
    );
    assert!(
        matches!(refused, Err(Error::EditConflict { .. })),
        "{refused:?}"
    );
    assert_eq!(
        home.archive.article(&id).unwrap().versions[0].body,
        version.body
    );
    let party = home
        .archive
        .add_party(PartyKind::Person, "Сәуле Омарова")
        .unwrap()
        .value;
    let fields = PartyFields {
        name: Some("Сәуле Омар".into()),
        ..PartyFields::default()
    };
    let refused = home.archive.having_seen(
        saw("party", &party, "name", "Басқа біреу"),
        |archive| archive.edit_party(&party, &fields),
    );
    assert!(
        matches!(refused, Err(Error::EditConflict { .. })),
        "{refused:?}"
    );
}

#[test]
fn two_who_type_at_once_keep_every_sentence() {
    let mut home = home();
    let id = home
        .add("Хабар\nБірінші бөлік осында.\n\nОртасы.\n\nЕкінші бөлік осында.")
        .id;
    let version = home.archive.article(&id).unwrap().versions.remove(0);
    let path = home.archive.path().to_owned();
    let type_at = |who: &'static str, mark: &'static str| {
        let (path, version) = (path.clone(), version.clone());
        std::thread::spawn(move || {
            let mut archive = Archive::open(&path, Identity::new(who)).unwrap();
            let mut known = version.body.clone();
            for number in 0..60 {
                // both also write into the middle, and meet there
                // each place has words of its own, as texts do: where the same sentence stands in two places, that which
                // one prefers may be found at the other
                let (place, sentence) = match number % 5 == 0 {
                    true => ("Ортасы.", format!("Кездескенде {who}{number} жауап берді!")),
                    false => (mark, format!("Сонда {who}{number} айтты.")),
                };
                let mine = known.replacen(place, &format!("{place} {sentence}"), 1);
                match write(&mut archive, &version.id, &known, &mine, None) {
                    Ok(()) => known = mine,
                    Err(Error::EditConflict { .. }) => {
                        write(&mut archive, &version.id, &known, &mine, Some(Prefer::Mine))
                            .unwrap();
                        known = mine;
                    }
                    Err(other) => panic!("{other:?}"),
                }
                if number % 7 == 0 {
                    // looks up: takes what the archive holds
                    let record = archive.article_ids().unwrap();
                    known = archive.article(&record[0]).unwrap().versions.remove(0).body;
                }
            }
        })
    };
    let hands = [
        type_at("Айгүл", "Бірінші бөлік осында."),
        type_at("Бауыржан", "Екінші бөлік осында."),
    ];
    for hand in hands {
        hand.join().unwrap();
    }
    let body = home.archive.article(&id).unwrap().versions.remove(0).body;
    for who in ["Айгүл", "Бауыржан"] {
        for number in (0..60).filter(|number| number % 5 != 0) {
            assert!(
                body.contains(&format!("{who}{number} айтты.")),
                "{who}{number}: {body}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Two hands edit one text by turns, each from what it saw last: what either wrote is there, or was told.
    #[test]
    fn nothing_that_was_written_vanishes_untold(steps in prop::collection::vec((any::<bool>(), 0usize..40, any::<u8>()), 1..25)) {
        let mut home = home();
        let id = home.add("Хабар\nбір екі үш төрт бес. алты жеті сегіз тоғыз он.").id;
        let version = home.archive.article(&id).unwrap().versions.remove(0);
        let mut other = colleague(&home);
        let mut known = [version.body.clone(), version.body.clone()];
        let mut written: Vec<String> = Vec::new();
        for (number, (first, at, how)) in steps.into_iter().enumerate() {
            let (archive, who) = match first {
                true => (&mut home.archive, 0),
                false => (&mut other, 1),
            };
            if how % 4 == 0 {
                known[who] = archive.article(&id).unwrap().versions.remove(0).body;
            }
            let mut words: Vec<&str> = known[who].split(' ').collect();
            let word = format!("с{number}");
            let at = at % (words.len() + 1);
            words.insert(at, &word);
            let mine = words.join(" ");
            match write(archive, &version.id, &known[who], &mine, None) {
                Ok(()) => {
                    known[who] = mine;
                    written.push(word);
                }
                Err(Error::EditConflict { .. }) => {}
                Err(error) => return Err(TestCaseError::fail(format!("{error:?}"))),
            }
            let stands = home.archive.article(&id).unwrap().versions.remove(0).body;
            for word in &written {
                prop_assert!(stands.split(' ').any(|one| one.trim_matches('.') == word), "{word}: {stands}");
            }
        }
    }
}
