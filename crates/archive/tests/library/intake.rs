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
    // and whoever checks the library is told that it came so
    let found = home.archive.check(&mut |_| true).unwrap();
    assert_eq!(found.problems, []);
    let told: Vec<(&str, String)> = (found.notes.into_iter())
        .map(|note| (note.code, note.subject))
        .collect();
    assert_eq!(
        told,
        [("photo_damaged", format!("{}: half.jpg", added.reference))]
    );
}

/// A picture of the camera's own beside the one that is meant: JPEG with Exif in which a smaller JPEG lies.
fn camera_file(picture: &[u8], small: &[u8]) -> Vec<u8> {
    let number = |tag: u16, value: usize| {
        let value = u32::try_from(value).unwrap().to_le_bytes();
        [&tag.to_le_bytes()[..], &[4, 0, 1, 0, 0, 0], &value].concat()
    };
    // a header, one directory of two entries, no next one, and the small picture
    let start = 8 + 2 + 2 * 12 + 4;
    let exif = [
        &b"Exif\0\0II*\0\x08\0\0\0\x02\0"[..],
        &number(0x0201, start),
        &number(0x0202, small.len()),
        &[0; 4],
        small,
    ]
    .concat();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let (begin, rest) = picture.split_at(2);
    [begin, &[0xff, 0xe1], &length, &exif, rest].concat()
}

fn jpeg(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb(colour))
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

/// Width, height and the colour in the middle.
fn shown(jpeg: &[u8]) -> (u32, u32, [u8; 3]) {
    let picture = image::load_from_memory(jpeg).unwrap().into_rgb8();
    let (width, height) = picture.dimensions();
    (width, height, picture.get_pixel(width / 2, height / 2).0)
}

#[test]
fn photos_are_drawn_as_they_are_attached_and_until_then_the_cameras_picture_is_shown() {
    let mut home = home();
    let added = home.add(RELEASE);
    let (red, blue) = ([250, 0, 0], [0, 0, 250]);
    let bytes = camera_file(&jpeg(2400, 1600, red), &jpeg(160, 107, blue));
    let photos = [home.file("camera.jpg", &bytes)];
    let attached = home.archive.attach(&added.id, &photos, None, None);
    let photo = attached.unwrap().value.attached[0].clone();
    let cache = home.archive.path().join("cache/thumbnails");
    let mut drawn: Vec<(u32, u32)> = std::fs::read_dir(&cache)
        .unwrap()
        .map(|folder| folder.unwrap().path().join(format!("{}.jpg", photo.sha256)))
        .map(|path| shown(&std::fs::read(path).unwrap()))
        .map(|(width, height, _)| (width, height))
        .collect();
    drawn.sort_unstable();
    assert_eq!(drawn, [(256, 171), (2048, 1365)]);
    let first = |home: &Home| home.archive.first_picture(&photo.id).unwrap();
    let (width, _, [r, ..]) = shown(&first(&home).unwrap());
    assert!(width == 256 && r > 200);
    // before it is drawn there is what the camera drew, turned as the record says
    std::fs::remove_dir_all(&cache).unwrap();
    let (width, height, [.., b]) = shown(&first(&home).unwrap());
    assert!((width, height) == (160, 107) && b > 200);
    (home.archive)
        .turn_photos(std::slice::from_ref(&photo.id), 1)
        .unwrap();
    let (width, height, _) = shown(&first(&home).unwrap());
    assert_eq!((width, height), (107, 160));
    assert!(!cache.exists());
}

#[test]
fn nothing_is_shown_at_once_of_a_photo_that_has_nothing_small_in_it() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photos = [home.file("a.png", &picture(1))];
    let attached = home.archive.attach(&added.id, &photos, None, None);
    let photo = attached.unwrap().value.attached[0].id.clone();
    std::fs::remove_dir_all(home.archive.path().join("cache")).unwrap();
    assert_eq!(home.archive.first_picture(&photo).unwrap(), None);
}

#[test]
fn damage_that_shows_only_when_a_photo_is_drawn_is_told() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut bytes = picture(1);
    // within the compressed pixels, behind the header's chunk and the next one's own
    let at = bytes.windows(4).position(|four| four == b"IDAT").unwrap();
    bytes[at + 6..at + 20].fill(0xff);
    let photos = [home.file("a.png", &bytes)];
    let attached = home.archive.attach(&added.id, &photos, None, None);
    let photo = attached.unwrap().value.attached[0].clone();
    assert_eq!(photo.undrawable.as_deref(), Some("damaged"));
}

#[test]
fn several_frames_are_told_when_a_photo_is_attached_and_by_a_check() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut moving = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut moving);
    for shade in [10, 200] {
        let frame = image::RgbaImage::from_pixel(20, 10, image::Rgba([shade, shade, 9, 255]));
        encoder.encode_frame(image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    let photos = [
        home.file("moving.gif", &moving),
        home.file("a.png", &picture(1)),
    ];
    let attached = home.archive.attach(&added.id, &photos, None, None);
    let attached = attached.unwrap().value.attached;
    let parts: Vec<Option<u32>> = attached.iter().map(|photo| photo.parts).collect();
    assert_eq!(parts, [Some(2), None]);
    let found = home.archive.check(&mut |_| true).unwrap();
    let told: Vec<(&str, &str)> = (found.notes.iter())
        .map(|note| (note.code, note.subject.as_str()))
        .collect();
    let subject = format!("{}: moving.gif", added.reference);
    assert_eq!(told, [("photo_in_parts", subject.as_str())]);
}
