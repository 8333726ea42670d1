//! Photos that are one picture are found, wherever they hang.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, home};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, imageops};
use muragat_archive::record::terms::{Kinship, Relation};
use muragat_archive::{Archive, Attached, NearShort, PhotoHome, VersionOrder};
use rusqlite::Connection;

const OTHER: &str = "date 2026-04-01 Екінші\nМәтін";

/// Spots of many shades, others for another seed.
fn spots(seed: u32) -> DynamicImage {
    let mut chance = seed;
    let few = RgbImage::from_fn(12, 8, |_, _| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([u8::try_from(chance >> 24).unwrap(), 90, 120])
    });
    let filter = imageops::FilterType::Triangle;
    DynamicImage::ImageRgb8(imageops::resize(&few, 480, 320, filter))
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Attaches one photo to an article.
fn attach(home: &mut Home, article: &str, name: &str, bytes: &[u8]) -> Attached {
    let file = home.file(name, bytes);
    let attached = home.archive.attach(article, &[file], None, None).unwrap();
    attached.value.attached[0].clone()
}

/// Cut on three sides and made half as large.
fn cut(whole: &DynamicImage) -> DynamicImage {
    whole.crop_imm(10, 0, 470, 310).thumbnail(240, 200)
}

/// Two articles with a picture, a smaller cut of it, a copy and another picture: the library's photos by name.
fn library_of_four() -> (Home, [String; 4]) {
    let mut home = home();
    let one = home.add(RELEASE).id;
    let other = home.add(OTHER).id;
    let whole = spots(1);
    let mut take = |article: &str, name: &str, picture: &DynamicImage| {
        attach(&mut home, article, name, &png(picture)).id
    };
    let photos = [
        take(&one, "whole.png", &whole),
        take(&other, "cut.png", &cut(&whole)),
        take(&other, "same.png", &whole),
        take(&other, "another.png", &spots(2)),
    ];
    (home, photos)
}

/// What is near a photo, by name, and whether it has the same bytes.
fn near(archive: &Archive, photo: &str) -> Vec<(String, bool)> {
    let near = archive.near_photos(photo).unwrap().into_iter();
    near.map(|near| (near.line.photo.name, near.identical))
        .collect()
}

/// All pairs, by name.
fn pairs(archive: &Archive) -> Vec<(String, String, bool)> {
    let page = archive.near_photo_pairs(None, 0, 100).unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    (page.rows.into_iter())
        .map(|pair| (pair.one.photo.name, pair.other.photo.name, pair.identical))
        .collect()
}

fn pair(one: &str, other: &str, identical: bool) -> (String, String, bool) {
    (format!("{one}.png"), format!("{other}.png"), identical)
}

/// Forgets what was looked at, as a library is that an older program wrote; gives a handle that never saw it.
fn forget(home: &Home, how: &str) -> Archive {
    let sql = Connection::open(home.archive.path().join("catalogue.sqlite")).unwrap();
    sql.execute_batch(how).unwrap();
    home.again()
}

const FORGOTTEN: &str = "DELETE FROM near_original; DELETE FROM photo_likeness;";

#[test]
fn the_same_picture_smaller_cut_or_equal_is_found_and_another_is_not() {
    let (home, [whole, cut, same, another]) = library_of_four();
    let found = |photo: &str| near(&home.archive, photo);
    let (whole_is, cut_is, same_is) = ("whole.png", "cut.png", "same.png");
    assert_eq!(
        found(&whole),
        [(same_is.into(), true), (cut_is.into(), false)]
    );
    assert_eq!(
        found(&same),
        [(whole_is.into(), true), (cut_is.into(), false)]
    );
    assert_eq!(
        found(&cut),
        [(whole_is.into(), false), (same_is.into(), false)]
    );
    assert_eq!(found(&another), []);
    let line = &home.archive.near_photos(&whole).unwrap()[0].line;
    assert_eq!(line.title.as_deref(), Some("Екінші"));
}

#[test]
fn attaching_tells_which_photos_the_library_has() {
    let mut home = home();
    let first = home.add(RELEASE);
    let other = home.add(OTHER).id;
    let whole = spots(1);
    let photo = attach(&mut home, &first.id, "whole.png", &png(&whole));
    assert_eq!(photo.near, None);
    let expected = Some(NearShort {
        photo: photo.id,
        name: "whole.png".into(),
        reference: Some(first.reference),
    });
    let files = [
        home.file("another.png", &png(&spots(2))),
        home.file("cut.png", &png(&cut(&whole))),
        home.file("same.png", &png(&whole)),
    ];
    let done = home.archive.attach(&other, &files, None, None).unwrap();
    let told: Vec<_> = (done.value.attached.into_iter())
        .map(|photo| photo.near)
        .collect();
    assert_eq!(told, [None, expected.clone(), expected]);
}

#[test]
fn of_two_that_come_together_the_later_one_is_told() {
    let mut home = home();
    let article = home.add(RELEASE).id;
    let files = [
        home.file("whole.png", &png(&spots(1))),
        home.file("cut.png", &png(&cut(&spots(1)))),
    ];
    // also where both were looked at before
    for _ in 0..2 {
        let done = home.archive.attach(&article, &files, None, None).unwrap();
        let attached = done.value.attached;
        let told = attached.iter().map(|photo| photo.near.is_some());
        assert_eq!(told.collect::<Vec<_>>(), [false, true]);
        let ids: Vec<String> = attached.into_iter().map(|photo| photo.id).collect();
        home.archive.remove_photos(&ids).unwrap();
    }
}

#[test]
fn who_stops_the_looking_has_the_photos_attached_all_the_same() {
    let mut home = home();
    let article = home.add(RELEASE).id;
    let files = [home.file("one.png", &png(&spots(1)))];
    let (place, said) = (PhotoHome::Article(article), Default::default());
    let attached = (home.archive).attach_to(&place, &files, &said, None, None, &mut |progress| {
        progress.stage != "preparing_photos"
    });
    assert_eq!(attached.unwrap().value.attached.len(), 1);
    assert_eq!(home.archive.see_photos(10).unwrap(), 0);
}

#[test]
fn pairs_are_told_once_each_with_what_came_last_first() {
    let (mut home, [whole, cut, ..]) = library_of_four();
    let both = [pair("whole", "same", true), pair("whole", "cut", false)];
    assert_eq!(pairs(&home.archive), both);
    let other_at = |first: Option<&str>, at: u64| {
        let page = home.archive.near_photo_pairs(first, at, 1).unwrap();
        (page.total, page.rows[0].other.photo.name.clone())
    };
    assert_eq!(other_at(None, 1), (2, "cut.png".to_owned()));
    // those of one photo stand first
    assert_eq!(other_at(Some(&cut), 0), (2, "cut.png".to_owned()));
    assert_eq!(other_at(Some(&cut), 1), (2, "same.png".to_owned()));
    // what is taken away is in no pair, and undo brings it back; then the copy stands for the picture
    home.archive.remove_photos(&[whole]).unwrap();
    assert_eq!(pairs(&home.archive), [pair("cut", "same", false)]);
    home.archive.undo(None).unwrap();
    assert_eq!(pairs(&home.archive), both);
    home.archive.remove_photos(&[cut]).unwrap();
    assert_eq!(pairs(&home.archive), both[..1]);
}

#[test]
fn what_was_decided_on_is_told_no_more_until_it_is_taken_back() {
    let (mut home, [whole, cut, same, another]) = library_of_four();
    let both = [pair("whole", "same", true), pair("whole", "cut", false)];
    let archive = &mut home.archive;
    let done = archive
        .relate_photos(&same, &whole, Kinship::Different)
        .unwrap();
    let mut touched = done.touched.photos;
    let mut those = [whole.clone(), same.clone()];
    touched.sort();
    those.sort();
    assert_eq!(touched, those);
    assert_eq!(pairs(archive), both[1..]);
    // what was said of one of two that are equal holds of the picture
    archive
        .relate_photos(&cut, &same, Kinship::Version)
        .unwrap();
    assert_eq!(pairs(archive), []);
    let said = |archive: &Archive, photo: &str| -> Vec<Option<Kinship>> {
        let near = archive.near_photos(photo).unwrap().into_iter();
        near.map(|near| near.kinship).collect()
    };
    assert_eq!(
        said(archive, &same),
        [Some(Kinship::Different), Some(Kinship::Version)]
    );
    assert_eq!(said(archive, &whole), [Some(Kinship::Different), None]);
    // said otherwise, from the other side
    archive
        .relate_photos(&whole, &same, Kinship::Version)
        .unwrap();
    assert_eq!(said(archive, &whole), [Some(Kinship::Version), None]);
    archive.undo(None).unwrap();
    assert_eq!(said(archive, &whole), [Some(Kinship::Different), None]);
    archive.undo(None).unwrap();
    assert_eq!(pairs(archive), both[1..]);
    archive.undo(None).unwrap();
    assert_eq!(pairs(archive), both);
    archive.redo().unwrap();
    assert_eq!(pairs(archive), both[1..]);
    // a photo that goes takes along what was said of it, and brings it back
    archive.remove_photos(std::slice::from_ref(&whole)).unwrap();
    assert_eq!(pairs(archive), [pair("cut", "same", false)]);
    archive.undo(None).unwrap();
    assert_eq!(said(archive, &whole), [Some(Kinship::Different), None]);
    assert!(
        archive
            .relate_photos(&another, &another, Kinship::Version)
            .is_err()
    );
}

#[test]
fn two_that_become_one_photo_are_no_pair_any_more() {
    let (mut home, [whole, cut, same, _]) = library_of_four();
    let archive = &mut home.archive;
    for (one, other) in [(&whole, &same), (&same, &cut), (&cut, &whole)] {
        archive.relate_photos(one, other, Kinship::Version).unwrap();
    }
    let lines = archive.photo_lines(&[whole.clone(), same]).unwrap();
    let [one, other] = [0, 1].map(|at| lines[at].article.clone().unwrap());
    let text = archive.article(&one).unwrap().versions[0].id.clone();
    archive
        .join_articles(&other, &text, Relation::Corrects, VersionOrder::Later)
        .unwrap();
    let near = archive.near_photos(&whole).unwrap();
    assert_eq!(near.len(), 1);
    assert_eq!(near[0].kinship, Some(Kinship::Version));
    archive.undo(None).unwrap();
    assert_eq!(archive.near_photos(&whole).unwrap().len(), 2);
}

#[test]
fn a_library_of_before_is_looked_at_by_and_by() {
    let (mut home, [whole, ..]) = library_of_four();
    let mut archive = forget(&home, FORGOTTEN);
    // only equal bytes are known
    assert_eq!(near(&archive, &whole), [("same.png".into(), true)]);
    assert_eq!(pairs(&archive), [pair("whole", "same", true)]);
    assert_eq!(archive.see_photos(2).unwrap(), 1);
    // what another program looked at meanwhile is known too
    assert_eq!(home.again().see_photos(1).unwrap(), 0);
    assert_eq!(archive.see_photos(2).unwrap(), 0);
    let both = [pair("whole", "same", true), pair("whole", "cut", false)];
    assert_eq!(pairs(&archive), both);
    // the picture that is attached next is compared with what either saw
    let article = home.add("date 2026-05-01 Үшінші\nМәтін").id;
    let file = home.file("grey.png", &png(&spots(1).grayscale()));
    let done = archive.attach(&article, &[file], None, None).unwrap();
    assert!(done.value.attached[0].near.is_some());
}

#[test]
fn what_another_version_saw_is_looked_at_anew() {
    let (home, [whole, ..]) = library_of_four();
    let archive = forget(&home, "UPDATE photo_likeness SET version = version + 1");
    assert_eq!(archive.see_photos(10).unwrap(), 0);
    assert_eq!(near(&archive, &whole).len(), 2);
    assert_eq!(pairs(&archive).len(), 2);
    // a pair that only the other version saw is gone
    let archive = forget(
        &home,
        "UPDATE photo_likeness SET version = version + 1;
         INSERT OR IGNORE INTO near_original SELECT min(original_id), max(original_id) FROM photo;",
    );
    assert_eq!(pairs(&archive).len(), 3);
    archive.see_photos(10).unwrap();
    assert_eq!(pairs(&archive).len(), 2);
}

#[test]
fn a_picture_that_is_turned_in_its_record_is_the_same_picture() {
    let (mut home, [whole, ..]) = library_of_four();
    home.archive
        .turn_photos(std::slice::from_ref(&whole), 1)
        .unwrap();
    let archive = forget(&home, FORGOTTEN);
    archive.see_photos(10).unwrap();
    assert_eq!(near(&archive, &whole).len(), 2);
}

#[test]
fn an_original_that_is_gone_is_left_out_until_the_library_is_opened_again() {
    let (home, [_, cut, ..]) = library_of_four();
    let archive = forget(&home, FORGOTTEN);
    let sha256 = &archive.photo_lines(&[cut]).unwrap()[0].photo.sha256.clone();
    std::fs::remove_dir_all(archive.path().join("cache/thumbnails")).unwrap();
    let path = archive.path().join("originals").join(&sha256[..2]);
    let path = path.join(&sha256[2..4]).join(format!("{sha256}.png"));
    let aside = home.folder.path().join("aside.png");
    std::fs::rename(&path, &aside).unwrap();
    assert_eq!(archive.see_photos(1).unwrap(), 2);
    assert_eq!(archive.see_photos(1).unwrap(), 1);
    assert_eq!(archive.see_photos(1).unwrap(), 0);
    assert_eq!(archive.see_photos(1).unwrap(), 0);
    assert_eq!(pairs(&archive).len(), 1);
    std::fs::rename(&aside, &path).unwrap();
    assert_eq!(home.again().see_photos(1).unwrap(), 0);
    assert_eq!(pairs(&archive).len(), 2);
}

#[test]
fn looking_at_photos_is_no_op_and_what_shows_nothing_is_looked_at_once() {
    let mut home = home();
    let article = home.add(RELEASE).id;
    let flat = DynamicImage::ImageRgb8(RgbImage::from_pixel(90, 60, Rgb([9, 9, 9])));
    let lighter = DynamicImage::ImageRgb8(RgbImage::from_pixel(90, 60, Rgb([99, 9, 9])));
    let photo = attach(&mut home, &article, "flat.png", &png(&flat)).id;
    attach(&mut home, &article, "lighter.png", &png(&lighter));
    attach(
        &mut home,
        &article,
        "drawing.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    );
    let archive = forget(&home, FORGOTTEN);
    let ops = archive.history(None, 100).unwrap().len();
    assert_eq!(archive.see_photos(2).unwrap(), 1);
    assert_eq!(archive.see_photos(2).unwrap(), 0);
    assert_eq!(near(&archive, &photo), []);
    assert_eq!(archive.history(None, 100).unwrap().len(), ops);
}
