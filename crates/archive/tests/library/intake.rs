//! What goes in, and what is refused.

use super::*;

#[test]
fn an_article_goes_in_and_comes_out_whole() {
    let mut home = home();
    let photo = home.file("сурет 1.png", &picture(1));
    let text = home.file("release.txt", RELEASE.as_bytes());
    let with = Intake {
        photos: vec![photo],
        credit: Some("қала әкімдігінің баспасөз қызметі".into()),
        accept: false,
        ..Intake::default()
    };
    let added = home.archive.add(&text, &with).unwrap().value;
    assert_eq!(added.reference, "2026-0001");
    assert_eq!(added.title, "Қаланың жаңа кітапханасы ашылды");
    assert!(added.photos.refused.is_empty());
    let tagged = home
        .archive
        .tag(
            &added.id,
            &Tagging {
                kind: PartyKind::Person,
                name: "Сәуле Омарова".into(),
                role: Some(Role::Speaker),
                position: Some("«Ерлік» қоғамдық бірлестігінің төрағасы".into()),
                on_behalf_of: Some("Ерлік".into()),
            },
        )
        .unwrap()
        .value;
    assert!(tagged.new);
    assert_eq!(tagged.mentions, 2);
    let record = home.archive.article("2026-0001").unwrap();
    assert_eq!(record.state, State::Draft);
    assert_eq!(record.publication_date.as_deref(), Some("2026-03-14"));
    let body: Vec<char> = record.versions[0].body.chars().collect();
    for mention in &record.versions[0].mentions {
        let (start, end) = (mention.start as usize, mention.end as usize);
        assert_eq!(body[start..end].iter().collect::<String>(), mention.text);
    }
    let cast = &record.cast[0];
    assert_eq!(cast.roles, [Role::Speaker]);
    assert_eq!(
        cast.positions[0].text,
        "«Ерлік» қоғамдық бірлестігінің төрағасы"
    );
    let behalf = record
        .parties
        .iter()
        .find(|p| Some(&p.id) == cast.on_behalf_of.as_ref())
        .unwrap();
    assert_eq!(behalf.name, "Ерлік");
    assert_eq!(
        home.archive.original(&record.photos[0].sha256).unwrap(),
        picture(1)
    );
    assert!(
        home.archive
            .thumbnail(&record.photos[0].id, 256)
            .unwrap()
            .starts_with(&[0xff, 0xd8])
    );
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn an_existing_party_is_found_in_any_case_and_form() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut tag = |kind, name: &str| {
        let tagging = Tagging {
            kind,
            name: name.into(),
            role: None,
            position: None,
            on_behalf_of: None,
        };
        home.archive.tag(&added.id, &tagging).unwrap().value
    };
    let first = tag(PartyKind::Organisation, "Жетісу университеті");
    for form in [
        "ЖЕТІСУ УНИВЕРСИТЕТІ",
        "Жетісу университетінің",
        "«жетісу» университетінде",
        " Жетісу  университеті ",
    ] {
        let again = tag(PartyKind::Organisation, form);
        assert!(!again.new, "{form}");
        assert_eq!(again.party, first.party, "{form}");
    }
    let he = tag(PartyKind::Person, "Омаров Сәкен");
    assert!(tag(PartyKind::Person, "Омарова Сәкен").party != he.party);
    assert!(tag(PartyKind::Person, "Сәкен Омаровтың").party == he.party);
}

#[test]
fn the_same_release_is_told_with_the_first_ones_reference() {
    let mut home = home();
    home.add(RELEASE);
    // the same words in other bytes
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(RELEASE.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    match home
        .archive
        .add_text("again.txt", &utf16, &Intake::default())
    {
        Err(Error::DuplicateRelease { reference, .. }) => assert_eq!(reference, "2026-0001"),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive
            .lines(&ListQuery {
                limit: 10,
                ..ListQuery::default()
            })
            .unwrap()
            .total,
        1
    );
}

#[test]
fn bad_photos_stop_none_of_the_others() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photos = [
        home.file("a.png", &picture(1)),
        home.file("b.jpg", b"no picture at all"),
        home.file("c.jpg", b""),
        home.folder.path().join("gone.jpg"),
        home.file("d.png", &picture(1)),
        home.file("e.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        home.file("f.png", &picture(2)),
    ];
    let done = home
        .archive
        .attach(&added.id, &photos, None, None)
        .unwrap()
        .value;
    let codes: Vec<String> = done.refused.iter().map(Error::code).collect();
    assert_eq!(
        codes,
        [
            "photo_unrecognised",
            "photo_empty",
            "file_missing",
            "photo_duplicate"
        ]
    );
    let names: Vec<&str> = done
        .attached
        .iter()
        .map(|photo| photo.name.as_str())
        .collect();
    assert_eq!(names, ["a.png", "e.heic", "f.png"]);
    assert_eq!(done.attached[1].undrawable.as_deref(), Some("damaged"));
}

/// Half a photo comes in as it is, and it is said that the rest is missing.
#[test]
fn a_photo_that_breaks_off_comes_in_and_is_told() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(400, 300, |x, y| {
        image::Rgb([x as u8, y as u8, (x * y) as u8])
    })
    .write_to(&mut jpeg, image::ImageFormat::Jpeg)
    .unwrap();
    let jpeg = jpeg.into_inner();
    let photos = [
        home.file("whole.jpg", &jpeg),
        home.file("half.jpg", &jpeg[..jpeg.len() / 2]),
    ];
    let done = home.archive.attach(&added.id, &photos, None, None);
    let attached = done.unwrap().value.attached;
    let told: Vec<(&str, bool)> = attached
        .iter()
        .map(|photo| (photo.name.as_str(), photo.breaks_off))
        .collect();
    assert_eq!(told, [("whole.jpg", false), ("half.jpg", true)]);
    // what there is of it is drawn, and nothing of it is lost
    let half = &attached[1];
    assert_eq!(half.undrawable, None);
    assert!(!home.archive.thumbnail(&half.id, 64).unwrap().is_empty());
    assert_eq!(
        home.archive.original(&half.sha256).unwrap(),
        &jpeg[..jpeg.len() / 2]
    );
}
