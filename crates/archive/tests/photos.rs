//! Photos: described, ordered, moved, taken away, found; who is seen where.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;

use common::{Home, RELEASE, home, picture};
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{
    Error, Heading, PartyQuery, PhotoFields, PhotoHome, PhotoLack, PhotoQuery, RegionBox, Tagging,
    Whom,
};

struct Set {
    home: Home,
    article: String,
    other: String,
    event: String,
    photos: Vec<String>,
    party: String,
}

fn set() -> Set {
    let mut home = home();
    let article = home.add(RELEASE).id;
    let other = home.add("date 2026-04-01 Екінші\nМәтін").id;
    home.archive
        .set_heading(&article, Heading::Event, "Ашылу", true)
        .unwrap();
    let event = home.archive.article(&article).unwrap().events[0].id.clone();
    let files: Vec<_> = (1..4)
        .map(|n| home.file(&format!("{n}.png"), &picture(n)))
        .collect();
    let attached = home
        .archive
        .attach(&article, &files, None, None)
        .unwrap()
        .value;
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    let party = home.archive.tag(&article, &tagging).unwrap().value.party;
    Set {
        photos: attached.attached.into_iter().map(|p| p.id).collect(),
        home,
        article,
        other,
        event,
        party,
    }
}

fn names(set: &Set, id: &str) -> Vec<String> {
    let record = set.home.archive.article(id).unwrap();
    record.photos.into_iter().map(|photo| photo.name).collect()
}

fn listed(set: &Set, query: &PhotoQuery) -> Vec<String> {
    let page = set
        .home
        .archive
        .photos(&PhotoQuery {
            limit: 10,
            ..query.clone()
        })
        .unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.into_iter().map(|line| line.photo.name).collect()
}

#[test]
fn several_photos_are_described_at_once_and_found_by_it() {
    let mut set = set();
    let fields = PhotoFields {
        credit: Some(" қала әкімдігінің баспасөз қызметі ".into()),
        taken_at: Some("2026-03-14T10:30".into()),
        digital_source_type: Some("digitalCapture".into()),
        captions: Some(
            [
                ("kk".to_owned(), "Кітапхана ашылуы".to_owned()),
                ("ru".to_owned(), "Открытие <b>библиотеки</b>".to_owned()),
            ]
            .into(),
        ),
        event: Some(set.event.clone()),
        ..PhotoFields::default()
    };
    let two = set.photos[..2].to_vec();
    set.home.archive.edit_photos(&two, &fields).unwrap();
    let lacking = PhotoQuery {
        lacking: Some(PhotoLack::Credit),
        ..PhotoQuery::default()
    };
    assert_eq!(listed(&set, &lacking), ["3.png"]);
    let caption = PhotoQuery {
        lacking: Some(PhotoLack::Caption),
        ..PhotoQuery::default()
    };
    assert_eq!(listed(&set, &caption), ["3.png"]);
    let event = PhotoQuery {
        event: Some(set.event.clone()),
        ..PhotoQuery::default()
    };
    assert_eq!(listed(&set, &event), ["1.png", "2.png"]);
    for (text, found) in [
        ("библиотек", 2),
        ("кітапханада", 2),
        ("баспасөз кітап", 2),
        ("3.png", 1),
        ("футбол", 0),
    ] {
        let query = PhotoQuery {
            text: Some(text.into()),
            ..PhotoQuery::default()
        };
        assert_eq!(listed(&set, &query).len(), found, "{text}");
    }
    let record = set.home.archive.article(&set.article).unwrap();
    assert_eq!(record.photos[0].texts.len(), 2);
    assert_eq!(
        record.photos[0].credit.as_deref(),
        Some("қала әкімдігінің баспасөз қызметі")
    );
    // an empty text takes a caption away; one op, one undo
    let less = PhotoFields {
        captions: Some([("ru".to_owned(), String::new())].into()),
        credit: Some(String::new()),
        ..PhotoFields::default()
    };
    set.home.archive.edit_photos(&two, &less).unwrap();
    let record = set.home.archive.article(&set.article).unwrap();
    assert_eq!(
        (record.photos[1].texts.len(), &record.photos[1].credit),
        (1, &None)
    );
    set.home.archive.undo(None).unwrap();
    set.home.archive.undo(None).unwrap();
    assert_eq!(listed(&set, &lacking).len(), 3);
    for bad in [
        PhotoFields {
            taken_at: Some("31.02.2026".into()),
            ..PhotoFields::default()
        },
        PhotoFields {
            digital_source_type: Some("painting".into()),
            ..PhotoFields::default()
        },
        PhotoFields {
            captions: Some([("қазақша".to_owned(), "x".to_owned())].into()),
            ..PhotoFields::default()
        },
    ] {
        assert!(matches!(
            set.home.archive.edit_photos(&two, &bad),
            Err(Error::ValueInvalid { .. })
        ));
    }
}

#[test]
fn photos_are_ordered_moved_and_taken_away() {
    let mut set = set();
    let order = [&set.photos[2], &set.photos[0], &set.photos[1]].map(Clone::clone);
    set.home.archive.order_photos(&order).unwrap();
    assert_eq!(names(&set, &set.article), ["3.png", "1.png", "2.png"]);
    // one named alone comes first
    set.home
        .archive
        .order_photos(&[set.photos[1].clone()])
        .unwrap();
    assert_eq!(names(&set, &set.article), ["2.png", "3.png", "1.png"]);
    set.home.archive.undo(None).unwrap();
    let to_other = PhotoHome::Article(set.other.clone());
    set.home
        .archive
        .move_photos(&[set.photos[2].clone()], &to_other)
        .unwrap();
    assert_eq!(names(&set, &set.article), ["1.png", "2.png"]);
    assert_eq!(names(&set, &set.other), ["3.png"]);
    let mixed = [set.photos[0].clone(), set.photos[2].clone()];
    assert!(matches!(
        set.home.archive.order_photos(&mixed),
        Err(Error::ValueInvalid { .. })
    ));
    let event = PhotoHome::Event(set.event.clone());
    set.home
        .archive
        .move_photos(&[set.photos[0].clone()], &event)
        .unwrap();
    let query = PhotoQuery {
        event: Some(set.event.clone()),
        limit: 5,
        ..PhotoQuery::default()
    };
    let alone = set.home.archive.photos(&query).unwrap().rows.remove(0);
    assert_eq!((alone.photo.name.as_str(), alone.article), ("1.png", None));
    // on nothing it cannot hang
    let nowhere = PhotoFields {
        event: Some(String::new()),
        ..PhotoFields::default()
    };
    assert!(matches!(
        set.home
            .archive
            .edit_photos(&[set.photos[0].clone()], &nowhere),
        Err(Error::ValueInvalid { .. })
    ));
    let file = set.home.file("1 again.png", &picture(1));
    let again = set
        .home
        .archive
        .attach_to(
            &event,
            &[file],
            &BTreeMap::new(),
            Some("Ашылу сәті"),
            None,
            &mut |_| true,
        )
        .unwrap()
        .value;
    assert!(matches!(again.refused[..], [Error::PhotoDuplicate { .. }]));
    let file = set.home.file("9.png", &picture(9));
    let new = set
        .home
        .archive
        .attach_to(
            &event,
            &[file],
            &BTreeMap::new(),
            Some("Ашылу сәті"),
            None,
            &mut |_| true,
        )
        .unwrap()
        .value;
    let found = PhotoQuery {
        text: Some("сәті".into()),
        ..PhotoQuery::default()
    };
    assert_eq!(listed(&set, &found), ["9.png"]);
    let back = PhotoHome::Article(set.article.clone());
    set.home
        .archive
        .move_photos(&[new.attached[0].id.clone()], &back)
        .unwrap();
    assert_eq!(names(&set, &set.article), ["2.png", "9.png"]);
    set.home.archive.remove_photos(&set.photos).unwrap();
    assert_eq!(names(&set, &set.article), ["9.png"]);
    set.home.archive.undo(None).unwrap();
    assert_eq!(names(&set, &set.article), ["2.png", "9.png"]);
    assert_eq!(names(&set, &set.other), ["3.png"]);
}

/// Whom the archive did not know comes with the region, and goes with it: one op.
#[test]
fn a_new_person_is_marked_in_one_step() {
    let mut set = set();
    let place = RegionBox {
        x: 0.1,
        y: 0.1,
        w: 0.2,
        h: 0.2,
    };
    let whom = Whom::Person(" Дархан  Ысқақов ".into());
    set.home
        .archive
        .add_region(&set.photos[0], &whom, place)
        .unwrap();
    let people = |set: &Set| {
        let query = PartyQuery {
            text: Some("Ысқақов".into()),
            limit: 5,
            ..PartyQuery::default()
        };
        set.home.archive.parties(&query).unwrap().rows
    };
    assert_eq!(people(&set)[0].name, "Дархан Ысқақов");
    set.home.archive.undo(None).unwrap();
    assert_eq!(people(&set), []);
    assert!(matches!(
        set.home
            .archive
            .add_region(&set.photos[0], &Whom::Person(" . ".into()), place),
        Err(Error::NameEmpty)
    ));
}

#[test]
fn a_region_lies_inside_its_photo() {
    let mut set = set();
    let place = RegionBox {
        x: 0.25,
        y: 0.1,
        w: 0.5,
        h: 0.9,
    };
    let region = set
        .home
        .archive
        .add_region(&set.photos[0], &Whom::Party(set.party.clone()), place)
        .unwrap()
        .value;
    let seen = PhotoQuery {
        party: Some(set.party.clone()),
        ..PhotoQuery::default()
    };
    assert_eq!(listed(&set, &seen), ["1.png"]);
    for bad in [
        RegionBox { x: 0.6, ..place },
        RegionBox { w: 0.0, ..place },
        RegionBox { y: -0.1, ..place },
        RegionBox {
            h: f64::NAN,
            ..place
        },
    ] {
        assert!(matches!(
            set.home.archive.move_region(&region, bad),
            Err(Error::ValueInvalid { .. })
        ));
    }
    set.home
        .archive
        .move_region(&region, RegionBox { x: 0.0, ..place })
        .unwrap();
    let record = set.home.archive.article(&set.article).unwrap();
    assert_eq!(record.photos[0].regions[0].x, 0.0);
    set.home.archive.remove_region(&region).unwrap();
    assert!(listed(&set, &seen).is_empty());
    set.home.archive.undo(None).unwrap();
    assert_eq!(listed(&set, &seen), ["1.png"]);
}

#[test]
fn photos_without_a_credit_take_those_that_the_text_prints_as_one_op() {
    let mut home = home();
    let text = "Жиын өтті\nМәтін.\nСурет: Айбек Серіков.\nТағы мәтін.\nФото: Жетісу облысы әкімдігінің баспасөз қызметі";
    let article = home.add(text).id;
    let files: Vec<_> = (1..5)
        .map(|n| home.file(&format!("{n}.png"), &picture(n)))
        .collect();
    let attached = home.archive.attach(&article, &files, None, None).unwrap();
    let ids: Vec<String> = attached.value.attached.into_iter().map(|p| p.id).collect();
    let own = PhotoFields {
        credit: Some("Өз дереккөзі".into()),
        ..PhotoFields::default()
    };
    home.archive.edit_photos(&ids[2..3], &own).unwrap();
    let credits = |home: &Home| -> Vec<Option<String>> {
        let photos = home.archive.article(&article).unwrap().photos;
        photos.into_iter().map(|photo| photo.credit).collect()
    };
    let before = credits(&home);

    let printed = home.archive.printed_credits(&article).unwrap();
    let press = "Жетісу облысы әкімдігінің баспасөз қызметі";
    assert_eq!(printed, ["Айбек Серіков", press]);
    assert_eq!(home.archive.credit_photos(&ids).unwrap().value, 3);
    let given = [
        Some("Айбек Серіков"),
        Some(press),
        Some("Өз дереккөзі"),
        Some(press),
    ];
    assert_eq!(credits(&home), given.map(|one| one.map(str::to_owned)));

    home.archive.undo(None).unwrap();
    assert_eq!(credits(&home), before);
    let silent = home.add("Басқа\nМәтін").id;
    assert!(home.archive.printed_credits(&silent).unwrap().is_empty());
}

/// Who is in a photo, and whether with a place.
fn seen(set: &Set, at: usize) -> Vec<(String, bool)> {
    let photo = &set.home.archive.article(&set.article).unwrap().photos[at];
    let regions = photo.regions.iter();
    regions
        .map(|region| (region.party.clone(), region.has_place()))
        .collect()
}

#[test]
fn who_is_in_a_picture_needs_no_place_and_has_one_when_it_is_marked() {
    let mut set = set();
    let whom = Whom::Party(set.party.clone());
    let photos = set.photos.clone();
    let shown = set.home.archive.show_in_photos(&photos[..2], &whom);
    assert_eq!(shown.unwrap().value, 2);
    assert_eq!(seen(&set, 0), [(set.party.clone(), false)]);
    // said already of two of three
    let again = set.home.archive.show_in_photos(&photos, &whom);
    assert_eq!(again.unwrap().value, 1);
    assert_eq!(seen(&set, 0).len(), 1);

    let place = RegionBox {
        x: 0.1,
        y: 0.2,
        w: 0.3,
        h: 0.4,
    };
    let marked = set.home.archive.add_region(&photos[0], &whom, place);
    let id = marked.unwrap().value;
    assert_eq!(seen(&set, 0), [(set.party.clone(), true)]);
    // the same person a second time, in a mirror
    set.home
        .archive
        .add_region(&photos[0], &whom, place)
        .unwrap();
    assert_eq!(seen(&set, 0).len(), 2);
    set.home.archive.show_in_photos(&photos, &whom).unwrap();
    assert_eq!(seen(&set, 0).len(), 2);
    set.home.archive.undo(None).unwrap();
    set.home.archive.undo(None).unwrap();
    assert_eq!(seen(&set, 0), [(set.party.clone(), false)]);
    let whole = &set.home.archive.article(&set.article).unwrap().photos[0].regions[0];
    assert_eq!(whole.id, id);
    set.home
        .archive
        .take_from_photos(&photos, &set.party)
        .unwrap();
    assert!((0..3).all(|at| seen(&set, at).is_empty()));
    set.home.archive.undo(None).unwrap();
    assert!((0..3).all(|at| seen(&set, at).len() == 1));
}

#[test]
fn a_caption_and_whom_it_names_are_one_op() {
    let mut set = set();
    let fields = PhotoFields {
        captions: Some([("kk".to_owned(), "Сәуле Омарова".to_owned())].into()),
        shows: Some(vec![set.party.clone()]),
        ..PhotoFields::default()
    };
    let photos = set.photos[..2].to_vec();
    set.home.archive.edit_photos(&photos, &fields).unwrap();
    assert_eq!(seen(&set, 1), [(set.party.clone(), false)]);
    set.home.archive.undo(None).unwrap();
    assert!(seen(&set, 1).is_empty());
    let record = set.home.archive.article(&set.article).unwrap();
    assert!(record.photos[1].texts.is_empty());
}
