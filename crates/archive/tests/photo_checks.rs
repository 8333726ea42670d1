//! What wants looking at in an article's photos.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home, picture, with_xmp};
use muragat_archive::record::terms::{PartyKind, PhotoCheckKind, Role};
use muragat_archive::{PhotoCheck, PhotoFields, RegionBox, Tagging, Whom};

const TEXT: &str = "27.02.2026\nКітапхана ашылды\nАуылда кітапхана ашылды.\nСурет: Айбек Серіков.";
const AI: &str = "<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</ext:DigitalSourceType>";

fn attached(home: &mut Home, photos: &[Vec<u8>]) -> (String, Vec<String>) {
    let article = home.add(TEXT).id;
    let files: Vec<_> = photos
        .iter()
        .enumerate()
        .map(|(at, bytes)| home.file(&format!("{at}.png"), bytes))
        .collect();
    let done = home.archive.attach(&article, &files, None, None).unwrap();
    let ids = done.value.attached.into_iter().map(|photo| photo.id);
    (article, ids.collect())
}

fn checks(home: &Home, article: &str) -> Vec<PhotoCheck> {
    home.archive.photo_checks(article).unwrap()
}

fn kinds(home: &Home, article: &str) -> Vec<PhotoCheckKind> {
    checks(home, article)
        .into_iter()
        .map(|check| check.kind)
        .collect()
}

fn set(home: &mut Home, photo: &str, fields: &PhotoFields) {
    home.archive
        .edit_photos(&[photo.to_owned()], fields)
        .unwrap();
}

fn credit(text: &str) -> PhotoFields {
    PhotoFields {
        credit: Some(text.into()),
        ..PhotoFields::default()
    }
}

fn speaker(name: &str) -> Tagging {
    Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: Some(Role::Speaker),
        position: None,
        on_behalf_of: None,
    }
}

#[test]
fn a_credit_is_checked_against_what_the_article_prints_and_what_the_file_says() {
    let mut home = home();
    let own = "<photoshop:Credit>Аудан әкімдігі</photoshop:Credit>";
    let (article, ids) = attached(&mut home, &[with_xmp(&picture(1), own), picture(2)]);
    let found = checks(&home, &article);
    assert_eq!(
        found
            .iter()
            .map(|one| (one.kind, one.number, one.said.as_deref()))
            .collect::<Vec<_>>(),
        [
            (
                PhotoCheckKind::CreditMissing,
                Some(1),
                Some("Аудан әкімдігі")
            ),
            (
                PhotoCheckKind::CreditMissing,
                Some(2),
                Some("Айбек Серіков")
            ),
        ]
    );
    set(&mut home, &ids[0], &credit("Айбек Серіков"));
    set(&mut home, &ids[1], &credit("Басқа біреу"));
    let found = checks(&home, &article);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, PhotoCheckKind::CreditDiffers);
    assert_eq!(found[0].stands.as_deref(), Some("Басқа біреу"));
    assert_eq!(found[0].said.as_deref(), Some("Айбек Серіков"));
}

#[test]
fn a_photo_taken_after_publication_is_told_and_one_of_that_day_is_not() {
    let mut home = home();
    let (article, ids) = attached(&mut home, &[picture(1)]);
    set(&mut home, &ids[0], &credit("Айбек Серіков"));
    for (taken, is_told) in [
        ("2026-02-28T09:00", true),
        ("2026-02-27T23:59", false),
        ("2026", false),
        ("2026-03", false),
    ] {
        let time = PhotoFields {
            taken_at: Some(taken.into()),
            ..PhotoFields::default()
        };
        set(&mut home, &ids[0], &time);
        let told = kinds(&home, &article) == [PhotoCheckKind::TakenAfterPublication];
        assert_eq!(told, is_told, "{taken}");
    }
}

#[test]
fn a_picture_of_ai_without_its_mark_is_told() {
    let mut home = home();
    let (article, ids) = attached(&mut home, &[with_xmp(&picture(1), AI)]);
    set(&mut home, &ids[0], &credit("Айбек Серіков"));
    assert_eq!(kinds(&home, &article), []);
    let other = PhotoFields {
        digital_source_type: Some("digitalCapture".into()),
        ..PhotoFields::default()
    };
    set(&mut home, &ids[0], &other);
    assert_eq!(kinds(&home, &article), [PhotoCheckKind::AiUnmarked]);
}

#[test]
fn whoever_a_caption_names_is_tagged() {
    let mut home = home();
    let (article, ids) = attached(&mut home, &[picture(1)]);
    set(&mut home, &ids[0], &credit("Айбек Серіков"));
    let caption = PhotoFields {
        captions: Some([("kk".to_owned(), "Кітапхананы Сәуле Омарова ашты".to_owned())].into()),
        ..PhotoFields::default()
    };
    set(&mut home, &ids[0], &caption);
    let found = checks(&home, &article);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, PhotoCheckKind::NamedButNotTagged);
    assert_eq!(found[0].name.as_deref(), Some("Сәуле Омарова"));
    home.archive
        .tag(&article, &speaker("Омарова Сәуле Қанатқызы"))
        .unwrap();
    assert_eq!(kinds(&home, &article), []);
}

#[test]
fn a_speaker_whom_none_of_ten_photos_shows_is_told_until_one_does() {
    let mut home = home();
    let pictures: Vec<_> = (1..11).map(picture).collect();
    let (article, ids) = attached(&mut home, &pictures);
    let missing = checks(&home, &article);
    assert_eq!(missing.len(), 1, "one for all that lack the same");
    assert_eq!(missing[0].photos, ids);
    home.archive
        .edit_photos(&ids, &credit("Айбек Серіков"))
        .unwrap();
    assert_eq!(kinds(&home, &article), []);
    let tagged = home
        .archive
        .tag(&article, &speaker("Сәуле Омарова"))
        .unwrap();
    let found = checks(&home, &article);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, PhotoCheckKind::SpeakerUnseen);
    assert_eq!(found[0].party.as_deref(), Some(tagged.value.party.as_str()));
    let part = RegionBox {
        x: 0.1,
        y: 0.1,
        w: 0.2,
        h: 0.2,
    };
    let whom = Whom::Party(tagged.value.party);
    home.archive.add_region(&ids[4], &whom, part).unwrap();
    assert_eq!(kinds(&home, &article), []);
}

#[test]
fn a_face_that_the_file_marks_and_nobody_named_is_told() {
    let mut home = home();
    let face = "<ext:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'><ext:RegionBoundary rdf:parseType='Resource'>\
        <ext:rbShape>rectangle</ext:rbShape><ext:rbUnit>relative</ext:rbUnit><ext:rbX>0.1</ext:rbX><ext:rbY>0.1</ext:rbY>\
        <ext:rbW>0.2</ext:rbW><ext:rbH>0.2</ext:rbH></ext:RegionBoundary></rdf:li></rdf:Bag></ext:ImageRegion>";
    let (article, ids) = attached(&mut home, &[with_xmp(&picture(1), face)]);
    set(&mut home, &ids[0], &credit("Айбек Серіков"));
    assert_eq!(kinds(&home, &article), [PhotoCheckKind::FacesUnnamed]);
    let part = RegionBox {
        x: 0.1,
        y: 0.1,
        w: 0.2,
        h: 0.2,
    };
    let whom = Whom::Person("Сәуле Омарова".into());
    home.archive.add_region(&ids[0], &whom, part).unwrap();
    assert_eq!(kinds(&home, &article), []);
}
