//! Parties and events: listed, edited, merged, split; nothing is lost, and undo restores all.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, form_of, home, picture};
use muragat_archive::record::terms::{PartyKind, PostKind, Role, Speech};
use muragat_archive::{
    Archive, Error, EventFields, ListQuery, PartyFields, PartyOrder, PartyQuery, PhotoHome,
    PostFields, RegionBox, Tagging, Whom,
};

fn all(_: muragat_archive::Progress) -> bool {
    true
}

fn tag(
    archive: &mut Archive,
    article: &str,
    name: &str,
    role: Role,
    position: Option<&str>,
    on_behalf_of: Option<&str>,
) -> String {
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: Some(role),
        position: position.map(str::to_owned),
        on_behalf_of: on_behalf_of.map(str::to_owned),
    };
    archive.tag(article, &tagging).unwrap().value.party
}

/// Two articles; in the first a person stands under two records.
struct Two {
    home: Home,
    first: String,
    second: String,
    into: String,
    from: String,
}

fn two() -> Two {
    let mut home = home();
    let first = home
        .add("date 2026-03-14 Бір\nНұрлан Сейітов айтты. «Сөз», – деді Н. Сейітов. Н. Сейітов кетті.")
        .id;
    let second = home.add("date 2026-05-01 Екі\nН. Сейітов келді.").id;
    let archive = &mut home.archive;
    let into = tag(
        archive,
        &first,
        "Нұрлан Сейітов",
        Role::Host,
        Some("ректор"),
        None,
    );
    let from = tag(
        archive,
        &first,
        "Н. Сейітов",
        Role::Speaker,
        Some("Жетісу университетінің ректоры"),
        Some("Жетісу университеті"),
    );
    tag(archive, &second, "Н. Сейітов", Role::Host, None, None);
    let version = archive.article(&first).unwrap().versions[0].id.clone();
    archive
        .quote(
            &version,
            23,
            26,
            Speech::Direct,
            Some(&Whom::Party(from.clone())),
        )
        .unwrap();
    let photo = home.file("a.png", &picture(1));
    let archive = &mut home.archive;
    let photo = archive.attach(&first, &[photo], None, None).unwrap().value;
    let place = RegionBox {
        x: 0.0,
        y: 0.0,
        w: 0.5,
        h: 0.5,
    };
    archive
        .add_region(&photo.attached[0].id, &Whom::Party(from.clone()), place)
        .unwrap();
    archive
        .add_party_name(&from, &form_of("Сейітов Н. А.", Some("kk")))
        .unwrap();
    let post = PostFields {
        kind: PostKind::Office,
        title: "ректор".into(),
        organisation: Some("Жетісу университеті".into()),
        date_from: Some("2020".into()),
        date_to: None,
    };
    archive.add_post(&from, &post).unwrap();
    let note = |note: &str| PartyFields {
        note: Some(note.into()),
        ..PartyFields::default()
    };
    archive.edit_party(&into, &note("бірінші")).unwrap();
    archive.edit_party(&from, &note("екінші")).unwrap();
    let query = ListQuery {
        parties: vec![from.clone()],
        ..ListQuery::default()
    };
    archive.save_search("Сейітов", &query).unwrap();
    Two {
        home,
        first,
        second,
        into,
        from,
    }
}

fn shown(archive: &Archive) -> String {
    let ids = archive.article_ids().unwrap();
    let records: Vec<_> = ids
        .iter()
        .map(|id| serde_json::to_string(&archive.article(id).unwrap()).unwrap())
        .collect();
    records.join("\n")
}

#[test]
fn a_merge_loses_nothing_and_its_undo_restores_all() {
    let mut two = two();
    let archive = &mut two.home.archive;
    let before = shown(archive);
    archive.merge_parties(&two.into, &two.from).unwrap();
    assert!(matches!(
        archive.party(&two.from),
        Err(Error::NotFound { .. })
    ));
    let record = archive.article(&two.first).unwrap();
    let cast: Vec<_> = record
        .cast
        .iter()
        .filter(|member| member.party == two.into)
        .collect();
    assert_eq!(cast.len(), 1);
    assert_eq!(cast[0].roles, [Role::Host, Role::Speaker]);
    let positions: Vec<&str> = cast[0].positions.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(positions, ["ректор", "Жетісу университетінің ректоры"]);
    assert!(cast[0].on_behalf_of.is_some());
    let version = &record.versions[0];
    assert_eq!(version.quotes[0].speaker.as_ref(), Some(&two.into));
    assert_eq!(version.mentions.len(), 3);
    assert!(
        version
            .mentions
            .iter()
            .all(|mention| mention.party.as_ref() == Some(&two.into))
    );
    assert_eq!(record.photos[0].regions[0].party, two.into);
    let page = archive.party(&two.into).unwrap();
    let mut names: Vec<&str> = page.record.names.iter().map(|n| n.form.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Н. Сейітов", "Сейітов Н. А."]);
    assert_eq!(page.record.note.as_deref(), Some("бірінші\nекінші"));
    assert_eq!(page.record.posts.len(), 1);
    assert_eq!((page.articles, page.quotes, page.photos), (2, 1, 1));
    assert_eq!(archive.saved_searches().unwrap()[0].articles, 2);
    // found by the name that was merged away
    let query = ListQuery {
        text: Some("Сейітов Н. А.".into()),
        ..ListQuery::default()
    };
    assert_eq!(archive.lines(&query).unwrap().total, 2);
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    archive.undo(None).unwrap();
    assert_eq!(shown(archive), before);
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    archive.redo().unwrap();
    assert_eq!(archive.party(&two.into).unwrap().articles, 2);
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    while archive.undo(None).is_ok() {}
    assert_eq!(archive.overview().unwrap().people, 0);
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn organisations_that_name_each_other_merge_without_a_ring() {
    let mut home = home();
    let archive = &mut home.archive;
    let article = archive
        .add_text("a.txt", "Бір\nМәтін".as_bytes(), &Default::default())
        .unwrap()
        .value
        .id;
    let into = archive
        .add_party(PartyKind::Organisation, "Ерлік")
        .unwrap()
        .value;
    let from = archive
        .add_party(PartyKind::Organisation, "Ерлік қоғамдық бірлестігі")
        .unwrap()
        .value;
    let under = archive
        .add_party(PartyKind::Organisation, "Ерлік филиалы")
        .unwrap()
        .value;
    let parent = |id: &str| PartyFields {
        parent: Some(id.into()),
        ..PartyFields::default()
    };
    archive.edit_party(&into, &parent(&from)).unwrap();
    archive.edit_party(&under, &parent(&from)).unwrap();
    assert!(matches!(
        archive.edit_party(&from, &parent(&under)),
        Err(Error::ValueInvalid { .. })
    ));
    let tagging = Tagging {
        kind: PartyKind::Organisation,
        name: into.clone(),
        role: None,
        position: None,
        on_behalf_of: Some(from.clone()),
    };
    archive.tag(&article, &tagging).unwrap();
    archive.merge_parties(&into, &from).unwrap();
    let page = archive.party(&into).unwrap();
    assert_eq!(page.record.parent, None);
    assert_eq!(page.articles, 1);
    assert_eq!(
        archive.party(&under).unwrap().record.parent.as_ref(),
        Some(&into)
    );
    assert_eq!(
        archive.article(&article).unwrap().cast[0].on_behalf_of,
        None
    );
    assert!(matches!(
        archive.merge_parties(&into, &into),
        Err(Error::ValueInvalid { .. })
    ));
    let person = archive
        .add_party(PartyKind::Person, "Ерлік Ахметов")
        .unwrap()
        .value;
    assert!(matches!(
        archive.merge_parties(&into, &person),
        Err(Error::PartyKindDiffers { .. })
    ));
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn a_split_gives_what_stands_in_the_articles() {
    let mut two = two();
    let archive = &mut two.home.archive;
    archive.merge_parties(&two.into, &two.from).unwrap();
    let before = shown(archive);
    let new = archive
        .split_party(&two.into, "Н. Сейітов", std::slice::from_ref(&two.second))
        .unwrap()
        .value;
    assert_eq!(archive.party(&two.into).unwrap().articles, 1);
    let page = archive.party(&new).unwrap();
    assert_eq!(page.articles, 1);
    let record = archive.article(&two.second).unwrap();
    assert!(
        record.versions[0]
            .mentions
            .iter()
            .all(|mention| mention.party.as_ref() == Some(&new))
    );
    let names = &archive.party(&two.into).unwrap().record.names;
    assert!(!names.iter().any(|name| name.form == "Н. Сейітов"));
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    archive.undo(None).unwrap();
    assert_eq!(shown(archive), before);
}

#[test]
fn parties_are_listed_by_name_by_articles_and_by_the_latest() {
    let mut two = two();
    let archive = &mut two.home.archive;
    archive.add_party(PartyKind::Person, "Әлия Яхина").unwrap();
    archive
        .add_party(PartyKind::Person, "Абай Құнанбай")
        .unwrap();
    let listed = |archive: &Archive, text: &str, order| -> Vec<String> {
        let query = PartyQuery {
            kind: Some(PartyKind::Person),
            text: Some(text.into()),
            order,
            limit: 10,
            ..PartyQuery::default()
        };
        let page = archive.parties(&query).unwrap();
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.into_iter().map(|line| line.name).collect()
    };
    assert_eq!(
        listed(archive, "", PartyOrder::Name),
        [
            "Абай Құнанбай",
            "Әлия Яхина",
            "Н. Сейітов",
            "Нұрлан Сейітов"
        ]
    );
    assert_eq!(
        listed(archive, "", PartyOrder::Surname),
        [
            "Абай Құнанбай",
            "Н. Сейітов",
            "Нұрлан Сейітов",
            "Әлия Яхина"
        ]
    );
    assert_eq!(
        listed(archive, "", PartyOrder::Articles),
        [
            "Н. Сейітов",
            "Нұрлан Сейітов",
            "Абай Құнанбай",
            "Әлия Яхина"
        ]
    );
    assert_eq!(
        listed(archive, "", PartyOrder::Latest)[..2],
        ["Н. Сейітов", "Нұрлан Сейітов"]
    );
    for (text, found) in [
        ("сейіт", 2),
        ("Сейітовқа", 2),
        ("Яхиной", 1),
        ("Н. А.", 1),
        ("алия", 1),
        ("Құнан аб", 1),
        ("жоқ", 0),
    ] {
        assert_eq!(
            listed(archive, text, PartyOrder::Surname).len(),
            found,
            "{text}"
        );
    }
    let query = PartyQuery {
        text: Some("нұрлан".into()),
        limit: 1,
        ..PartyQuery::default()
    };
    let line = archive.parties(&query).unwrap().rows.remove(0);
    assert_eq!(
        (
            line.articles,
            line.last_date.as_deref(),
            line.position.as_deref()
        ),
        (1, Some("2026-03-14"), Some("ректор"))
    );
    let quotes = archive.party_quotes(&two.from, 0, 10).unwrap();
    assert_eq!(
        (quotes.total, quotes.rows[0].article.as_str()),
        (1, two.first.as_str())
    );
    let elsewhere = archive.elsewhere("Сейіт", 5).unwrap();
    assert_eq!(elsewhere.parties.len(), 2);
    let page = archive.party(&two.from).unwrap();
    assert_eq!(page.similar[0].id, two.into);
    // of an organisation, who held a post there, with the post
    let university = page.related[0].clone();
    let people = archive.party(&university.id).unwrap().people;
    assert_eq!(people[0].listed, "Сейітов Н.");
    assert_eq!(people[0].title.as_deref(), Some("ректор"));
}

#[test]
fn a_partys_record_takes_what_is_right_and_says_what_is_not() {
    let mut home = home();
    let archive = &mut home.archive;
    let long = "Ұ".repeat(300);
    let party = archive
        .add_party(PartyKind::Organisation, &long)
        .unwrap()
        .value;
    assert_eq!(archive.party(&party).unwrap().record.name, long);
    assert!(matches!(
        archive.add_party(PartyKind::Person, " «» "),
        Err(Error::NameEmpty)
    ));
    let fields = PartyFields::default;
    for (bad, code) in [
        (
            PartyFields {
                bin: Some("12345".into()),
                ..fields()
            },
            "bin_invalid",
        ),
        (
            PartyFields {
                date_from: Some("2026-02-30".into()),
                ..fields()
            },
            "value_invalid",
        ),
        (
            PartyFields {
                date_from: Some("2026".into()),
                date_to: Some("2025".into()),
                ..fields()
            },
            "value_invalid",
        ),
        (
            PartyFields {
                name: Some("".into()),
                ..fields()
            },
            "name_empty",
        ),
        (
            PartyFields {
                parent: Some(party.clone()),
                ..fields()
            },
            "value_invalid",
        ),
    ] {
        assert_eq!(archive.edit_party(&party, &bad).unwrap_err().code(), code);
    }
    let good = PartyFields {
        bin: Some("990140001234".into()),
        date_from: Some("1991-12".into()),
        predecessor: Some("Халық депутаттары кеңесі".into()),
        ..fields()
    };
    archive.edit_party(&party, &good).unwrap();
    let page = archive.party(&party).unwrap();
    assert_eq!(page.related[0].name, "Халық депутаттары кеңесі");
    assert!(matches!(
        archive.delete_party(&page.related[0].id),
        Err(Error::PartyInUse { .. })
    ));
    let form = archive
        .add_party_name(&party, &form_of("Ерлік", None))
        .unwrap()
        .value;
    assert!(matches!(
        archive.add_party_name(&party, &form_of("Ерлік", None)),
        Err(Error::NameTaken { .. })
    ));
    archive
        .edit_party_name(&form, &form_of("Ерлiк ҚБ", Some("kk")))
        .unwrap();
    archive.remove_party_name(&form).unwrap();
    archive.delete_party(&party).unwrap();
    archive.undo(None).unwrap();
    assert_eq!(
        archive.party(&party).unwrap().record.bin.as_deref(),
        Some("990140001234")
    );
}

#[test]
fn events_are_reported_by_articles_and_shown_by_photos() {
    let mut two = two();
    let photo = two.home.file("b.png", &picture(2));
    let archive = &mut two.home.archive;
    let fields = |name: &str, date: Option<&str>| EventFields {
        name: Some(name.into()),
        date: date.map(str::to_owned),
        place: Some("Талдықорған".into()),
    };
    let event = archive
        .add_event(
            &fields("Кітапхана ашылуы", Some("2026-03-14")),
            Some(&two.first),
        )
        .unwrap()
        .value;
    archive.add_event(&fields("Жиналыс", None), None).unwrap();
    assert!(matches!(
        archive.add_event(&fields(" ", None), None),
        Err(Error::NameEmpty)
    ));
    assert!(matches!(
        archive.edit_event(&event, &fields("Ашылу", Some("14.03"))),
        Err(Error::ValueInvalid { .. })
    ));
    archive.link_event(&two.second, &event).unwrap();
    archive
        .attach_to(
            &PhotoHome::Event(event.clone()),
            &[photo],
            &Default::default(),
            None,
            None,
            &mut |_| true,
        )
        .unwrap();
    let page = archive.events(Some("кітапхан"), 0, 10).unwrap();
    assert_eq!(
        (page.total, page.rows[0].articles, page.rows[0].photos),
        (1, 2, 1)
    );
    let names: Vec<String> = archive
        .events(None, 0, 10)
        .unwrap()
        .rows
        .into_iter()
        .map(|line| line.name)
        .collect();
    assert_eq!(names, ["Кітапхана ашылуы", "Жиналыс"]);
    let record = archive.event(&event).unwrap();
    assert_eq!((record.people.len(), record.photos.len()), (2, 1));
    assert_eq!(archive.elsewhere("кітап", 5).unwrap().events.len(), 1);
    // found by its name, also after it is renamed
    archive
        .edit_event(&event, &fields("Салтанат", None))
        .unwrap();
    let query = ListQuery {
        text: Some("салтанат".into()),
        ..ListQuery::default()
    };
    assert_eq!(archive.lines(&query).unwrap().total, 2);
    assert!(matches!(
        archive.delete_event(&event),
        Err(Error::EventInUse { photos: 1, .. })
    ));
    let own = archive.event(&event).unwrap().photos[0].photo.id.clone();
    archive
        .move_photos(&[own], &PhotoHome::Article(two.second.clone()))
        .unwrap();
    archive.unlink_event(&two.second, &event).unwrap();
    archive.delete_event(&event).unwrap();
    assert_eq!(archive.lines(&query).unwrap().total, 0);
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
    archive.undo(None).unwrap();
    assert_eq!(archive.event(&event).unwrap().articles, 1);
    assert_eq!(archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn several_parties_go_as_one_op_whichever_of_them_holds_another() {
    let mut home = home();
    let article = home.add("Жиын\nБолат Омаров сөйледі.").id;
    let archive = &mut home.archive;
    let named = tag(archive, &article, "Болат Омаров", Role::Speaker, None, None);
    let mut add = |kind, name: &str| archive.add_party(kind, name).unwrap().value;
    let body = add(PartyKind::Organisation, "Жетісу университеті");
    let part = add(PartyKind::Organisation, "Филология факультеті");
    let person = add(PartyKind::Person, "Нұрлан Сейітов");
    let below = PartyFields {
        parent: Some(body.clone()),
        ..PartyFields::default()
    };
    archive.edit_party(&part, &below).unwrap();
    let post = PostFields {
        kind: PostKind::Office,
        title: "ректор".into(),
        organisation: Some("Жетісу университеті".into()),
        date_from: None,
        date_to: None,
    };
    archive.add_post(&person, &post).unwrap();
    let all = [body.clone(), part, named.clone(), person];
    let done = archive.delete_parties(&all).unwrap().value;
    assert_eq!(
        (done.deleted, &done.in_use[..]),
        (3, &["Болат Омаров".to_owned()][..])
    );
    assert!(archive.party(&body).is_err() && archive.party(&named).is_ok());
    archive.undo(None).unwrap();
    assert!(all.iter().all(|id| archive.party(id).is_ok()));
    let refused = archive.delete_parties(std::slice::from_ref(&named));
    assert_eq!(refused.unwrap_err().code(), "party_in_use");
}
