//! Photos that came with several texts in one file: each goes where a folder's would, and none goes nowhere.

use std::path::PathBuf;

use muragat_archive::{Intake, PhotoHome};
use muragat_intake::{DocumentReader, take_in, take_out_photos};

use crate::makers::{docx, mail, picture, zip_of};
use crate::{Desk, OTHER, RELEASE, lines, photos};

/// The photos of which it is not sure, below the folder of what came in.
fn open(desk: &Desk, paths: &[PathBuf]) -> Vec<String> {
    let folder = desk.folder.path().join("in");
    let name = |path: &PathBuf| {
        let below = path.strip_prefix(&folder).unwrap_or(path);
        below.display().to_string().replace('\\', "/")
    };
    paths.iter().map(name).collect()
}

fn photo_names(desk: &Desk, taken: &muragat_intake::TakenIn) -> Vec<Vec<String>> {
    let names = |article| photos(article).iter().map(|one| one.0.to_owned()).collect();
    desk.articles(taken).iter().map(names).collect()
}

#[test]
fn photos_of_a_zip_go_to_the_text_of_their_folder_or_name_and_one_is_asked_about_the_others() {
    let mut desk = Desk::new();
    let zip = zip_of(&[
        ("Емхана/хабар.docx", &docx(RELEASE, &[])),
        ("Емхана/1.jpg", &picture(1, 400, 300)),
        ("Егіс/мәтін.docx", &docx(OTHER, &[])),
        ("Егіс/сурет/1.jpg", &picture(2, 400, 300)),
        ("хабар-2.jpg", &picture(3, 400, 300)),
        ("DSC1.jpg", &picture(4, 400, 300)),
    ]);
    let zip = desk.file("all.zip", &zip);
    let taken = desk.take(&[&zip], &[]).value;
    assert_eq!(photo_names(&desk, &taken), [["1.jpg"], ["1.jpg"]]);
    assert_eq!(
        open(&desk, &taken.unplaced),
        ["all.zip/хабар-2.jpg", "all.zip/DSC1.jpg"]
    );
    let lines = lines(&taken);
    assert!(
        lines.contains(&"unplaced all.zip/DSC1.jpg".to_owned()),
        "{lines:?}"
    );
}

#[test]
fn photos_of_a_mail_with_two_texts_are_asked_about_and_can_be_attached() {
    let mut desk = Desk::new();
    let letter = mail(
        "a",
        "Хабарлар",
        "",
        &[
            ("kz.docx", &docx(RELEASE, &[])),
            ("ru.docx", &docx(OTHER, &[])),
            ("ru-1.jpg", &picture(1, 400, 300)),
            ("foto.jpg", &picture(2, 400, 300)),
            ("foto.jpg", &picture(3, 400, 300)),
        ],
    );
    let letter = desk.file("letter.eml", &letter);
    let taken = desk.take(&[&letter], &[]).value;
    let none: [&str; 0] = [];
    assert_eq!(photo_names(&desk, &taken), [&none[..], &["ru-1.jpg"]]);
    assert_eq!(
        open(&desk, &taken.unplaced),
        ["letter.eml/foto.jpg", "letter.eml/2/foto.jpg"]
    );
    let reader = DocumentReader::in_this_process();
    let at_hand = take_out_photos(&reader, &taken.unplaced).unwrap();
    let home = PhotoHome::Article(taken.articles[0].id.clone());
    let attached = desk
        .archive
        .attach_to(
            &home,
            at_hand.paths(),
            &std::collections::BTreeMap::new(),
            None,
            None,
            &mut |_| true,
        )
        .unwrap();
    assert!(attached.value.refused.is_empty());
    assert_eq!(photo_names(&desk, &taken)[0], ["foto.jpg", "foto.jpg"]);
    let kept = at_hand.paths().to_vec();
    drop(at_hand);
    assert!(!kept.iter().any(|path| path.exists()));
}

#[test]
fn photos_of_each_mail_of_a_mailbox_are_those_of_its_text() {
    let mut desk = Desk::new();
    let mbox: Vec<u8> = [("a", RELEASE, 1), ("b", OTHER, 2)]
        .iter()
        .flat_map(|(id, text, scene)| {
            let photo = format!("{id}.jpg");
            let mail = mail(id, "Хабар", text, &[(&photo, &picture(*scene, 400, 300))]);
            let divider = b"From press@audan.kz Fri Feb 27 10:00:00 2026\n".as_slice();
            [divider, &mail, b"\n"].concat()
        })
        .collect();
    let mbox = desk.file("box.mbox", &mbox);
    let taken = desk.take(&[&mbox], &[]).value;
    assert_eq!(photo_names(&desk, &taken), [["a.jpg"], ["b.jpg"]]);
    assert!(taken.unplaced.is_empty());
}

#[test]
fn a_photo_beside_a_mail_in_a_zip_is_that_of_its_only_text() {
    let mut desk = Desk::new();
    let letter = mail("a", "Хабар", "", &[("хабар.docx", &docx(RELEASE, &[]))]);
    let zip = zip_of(&[
        ("a/letter.eml", &letter),
        ("a/1.jpg", &picture(1, 400, 300)),
        ("b/мәтін.docx", &docx(OTHER, &[])),
    ]);
    let zip = desk.file("all.zip", &zip);
    let taken = desk.take(&[&zip], &[]).value;
    let none: [&str; 0] = [];
    assert_eq!(photo_names(&desk, &taken), [&["1.jpg"][..], &none]);
}

#[test]
fn photos_that_came_alone_in_a_zip_or_with_a_text_that_is_here_are_asked_about() {
    let mut desk = Desk::new();
    let alone = desk.file("alone.zip", &zip_of(&[("1.jpg", &picture(1, 400, 300))]));
    let taken = desk.take(&[&alone], &[]).value;
    assert_eq!(open(&desk, &taken.unplaced), ["alone.zip/1.jpg"]);

    let zip = |scene| {
        zip_of(&[
            ("хабар.txt", RELEASE.as_bytes()),
            ("1.jpg", &picture(scene, 400, 300)),
        ])
    };
    let first = desk.file("first.zip", &zip(2));
    assert!(desk.take(&[&first], &[]).value.unplaced.is_empty());
    // the same again tells of the article that has the photo; another photo is asked about
    let taken = desk.take(&[&first], &[]).value;
    assert!(taken.unplaced.is_empty());
    assert_eq!(
        lines(&taken),
        [
            "duplicate first.zip/хабар.txt",
            "same first.zip/1.jpg = 1.jpg"
        ]
    );
    assert!(taken.files[1].reference.is_some());
    let second = desk.file("second.zip", &zip(3));
    let taken = desk.take(&[&second], &[]).value;
    assert_eq!(open(&desk, &taken.unplaced), ["second.zip/1.jpg"]);
}

#[test]
fn photos_beside_a_mail_of_several_texts_are_not_all_those_of_the_first() {
    let mut desk = Desk::new();
    let zip = zip_of(&[
        ("kz.docx", &docx(RELEASE, &[])),
        ("ru.docx", &docx(OTHER, &[])),
    ]);
    let zip = desk.file("all.zip", &zip);
    let named = desk.file("ru_1.jpg", &picture(1, 400, 300));
    let other = desk.file("foto.jpg", &picture(2, 400, 300));
    let taken = desk.take(&[&zip], &[&named, &other]).value;
    let none: [&str; 0] = [];
    assert_eq!(photo_names(&desk, &taken), [&none[..], &["ru_1.jpg"]]);
    assert_eq!(open(&desk, &taken.unplaced), ["foto.jpg"]);
}

/// An export of a channel with a photo of each of its posts.
fn channel(desk: &Desk, posts: &[(u32, &str, &str)]) -> PathBuf {
    let posts: Vec<String> = posts
        .iter()
        .map(|(id, photo, text)| {
            format!(
                r#"{{"id":{id},"type":"message","date":"2026-02-2{id}T10:00:00","photo":"photos/{photo}","text":"{text}"}}"#
            )
        })
        .collect();
    let export = format!(
        r#"{{"name":"Әкімдік","type":"public_channel","id":1234567890,"messages":[{}]}}"#,
        posts.join(",")
    );
    desk.file("result.json", export.as_bytes())
}

#[test]
fn a_photo_that_a_post_names_is_that_posts_alone_and_what_none_names_is_asked_about() {
    let mut desk = Desk::new();
    let export = channel(
        &desk,
        &[
            (2, "photo_1.jpg", "Қалада жаңа саябақ ашылды"),
            (3, "photo_2.jpg", "Облыс әкімі шаруалармен кездесті"),
            (4, "photo_99.jpg", "Мектепте спорт залы ашылды"),
        ],
    );
    let one = desk.file("photos/photo_1.jpg", &picture(1, 400, 300));
    let two = desk.file("photos/photo_2.jpg", &picture(2, 400, 300));
    let small = desk.file("photos/photo_2_thumb.jpg", &picture(2, 200, 150));
    let other = desk.file("photos/other.jpg", &picture(3, 400, 300));
    let taken = desk.take(&[&export], &[&one, &two, &small, &other]).value;
    let none: [&str; 0] = [];
    assert_eq!(
        photo_names(&desk, &taken),
        [&["photo_1.jpg"][..], &["photo_2.jpg"], &none]
    );
    assert_eq!(open(&desk, &taken.unplaced), ["photos/other.jpg"]);
    let refused = taken.articles.iter().map(|one| one.photos.refused.len());
    assert_eq!(refused.sum::<usize>(), 0);
    let told = lines(&taken);
    assert!(
        told.contains(&"same result.json/photo_2_thumb.jpg = photo_2.jpg".to_owned()),
        "{told:?}"
    );
    let missing = taken.files.iter().filter(|file| {
        file.left_out.contains(&"missing_picture".to_owned())
            && file.origin.inside.as_deref() == Some("4")
    });
    assert_eq!(missing.count(), 1);

    // the export again, with a new post: the photos of those that are here are not asked about
    let photos: Vec<PathBuf> = vec![one, two];
    let again = take_in(
        &mut desk.archive,
        &DocumentReader::in_this_process(),
        &[export],
        &photos,
        &Intake::default(),
        &mut |_| true,
    )
    .unwrap()
    .value;
    assert!(again.articles.is_empty());
    assert!(again.unplaced.is_empty(), "{:?}", lines(&again));
}

#[test]
fn a_photo_that_a_post_names_is_not_asked_about_for_another_document_beside_the_export() {
    let mut desk = Desk::new();
    let export = channel(&desk, &[(2, "photo_1.jpg", "Қалада жаңа саябақ ашылды")]);
    let other = desk.file("хабар.txt", RELEASE.as_bytes());
    let photo = desk.file("photos/photo_1.jpg", &picture(1, 400, 300));
    let taken = desk.take(&[&other, &export], &[&photo]).value;
    assert!(taken.unplaced.is_empty(), "{:?}", lines(&taken));
}

#[test]
fn what_a_zip_holds_and_does_not_give_is_told() {
    let mut desk = Desk::new();
    let mut zip = zip_of(&[
        ("хабар.txt", RELEASE.as_bytes()),
        ("сурет.jpg", &picture(1, 400, 300)),
    ]);
    // the second entry and the list of all are gone
    let at = zip
        .windows(4)
        .enumerate()
        .filter(|(_, bytes)| bytes == b"PK\x03\x04")
        .nth(1)
        .unwrap()
        .0;
    let end = zip.len() - 200;
    zip[at..end].fill(0xff);
    let zip = desk.file("all.zip", &zip);
    let taken = desk.take(&[&zip], &[]).value;
    assert_eq!(
        lines(&taken),
        ["refused all.zip", "article all.zip/хабар.txt"]
    );
    assert_eq!(
        taken.files[0].problem.as_deref(),
        Some("document_unread: damaged")
    );
}
