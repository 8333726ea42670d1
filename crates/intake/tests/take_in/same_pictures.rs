//! One picture that came twice is one photo.

use crate::makers::{docx, mail, picture, zip_of};
use crate::{Desk, OTHER, RELEASE, lines, photos};

const CAPTION: &str = "Суретте: жаңа емхана";

#[test]
fn equal_bytes_are_taken_once_and_keep_their_caption() {
    let mut desk = Desk::new();
    let bytes = picture(1, 600, 400);
    let release = docx(RELEASE, &[(&bytes, Some(CAPTION))]);
    let letter = mail(
        "a",
        "Хабар",
        "",
        &[("хабар.docx", &release), ("a.jpg", &bytes)],
    );
    let letter = desk.file("letter.eml", &letter);
    let (article, taken) = desk.take_one(&letter, &[]);
    assert_eq!(photos(&article), [("a.jpg", Some(CAPTION))]);
    assert_eq!(
        lines(&taken),
        [
            "photo letter.eml/a.jpg",
            "same letter.eml/хабар-1.jpg = a.jpg",
            "article letter.eml/хабар.docx"
        ]
    );
}

#[test]
fn equal_bytes_beside_it_are_taken_with_its_caption() {
    let mut desk = Desk::new();
    let bytes = picture(1, 600, 400);
    let release = desk.file("хабар.docx", &docx(RELEASE, &[(&bytes, Some(CAPTION))]));
    let photo = desk.file("DSC1.jpg", &bytes);
    let (article, taken) = desk.take_one(&release, &[&photo]);
    assert_eq!(photos(&article), [("DSC1.jpg", Some(CAPTION))]);
    assert_eq!(
        lines(&taken),
        [
            "photo DSC1.jpg",
            "same хабар.docx/хабар-1.jpg = DSC1.jpg",
            "article хабар.docx"
        ]
    );
    let same = &taken.files[1];
    assert_eq!(same.id.as_ref(), Some(&article.id));
    assert_eq!(taken.files[0].origin.file, photo.display().to_string());
}

#[test]
fn a_picture_that_stands_twice_in_a_document_is_one_photo() {
    let mut desk = Desk::new();
    let bytes = picture(1, 600, 400);
    let release = docx(RELEASE, &[(&bytes, None), (&bytes, Some(CAPTION))]);
    let release = desk.file("хабар.docx", &release);
    let (article, _) = desk.take_one(&release, &[]);
    assert_eq!(photos(&article), [("хабар-1.jpg", Some(CAPTION))]);
}

#[test]
fn the_larger_one_beside_it_is_taken_with_the_caption_of_the_one_inside() {
    let mut desk = Desk::new();
    let small = picture(1, 450, 300);
    let other = picture(2, 450, 300);
    let release = docx(RELEASE, &[(&small, Some(CAPTION)), (&other, None)]);
    let release = desk.file("хабар.docx", &release);
    let large = desk.file("DSC1.jpg", &picture(1, 1500, 1000));
    let (article, taken) = desk.take_one(&release, &[&large]);
    assert_eq!(
        photos(&article),
        [("DSC1.jpg", Some(CAPTION)), ("хабар-2.jpg", None)]
    );
    assert!(
        lines(&taken).contains(&"same хабар.docx/хабар-1.jpg = DSC1.jpg".to_owned()),
        "{:?}",
        lines(&taken)
    );
    assert_eq!(article.photos[0].width, Some(1500));
}

#[test]
fn a_larger_one_inside_is_taken_and_so_is_what_came_beside_it() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[(&picture(1, 1500, 1000), Some(CAPTION))]);
    let release = desk.file("хабар.docx", &release);
    let small = desk.file("DSC1.jpg", &picture(1, 450, 300));
    let (article, _) = desk.take_one(&release, &[&small]);
    assert_eq!(
        photos(&article),
        [("DSC1.jpg", None), ("хабар-1.jpg", Some(CAPTION))]
    );
}

#[test]
fn what_only_has_the_same_shape_is_another_picture() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[(&picture(1, 450, 300), Some(CAPTION))]);
    let release = desk.file("хабар.docx", &release);
    let other = desk.file("DSC1.jpg", &picture(3, 1500, 1000));
    let cut = desk.file("DSC2.jpg", &picture(1, 1500, 1100));
    let (article, _) = desk.take_one(&release, &[&other, &cut]);
    assert_eq!(article.photos.len(), 3);
}

#[test]
fn one_that_came_in_the_same_zip_gives_way_to_none_and_takes_the_caption() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[(&picture(1, 450, 300), Some(CAPTION))]);
    let large = picture(1, 1500, 1000);
    let zip = zip_of(&[("хабар.docx", &release), ("photos/DSC1.jpg", &large)]);
    let zip = desk.file("all.zip", &zip);
    let (article, _) = desk.take_one(&zip, &[]);
    assert_eq!(photos(&article), [("DSC1.jpg", Some(CAPTION))]);
}

#[test]
fn of_several_documents_each_has_the_attached_pictures_that_it_shows() {
    let mut desk = Desk::new();
    let (one, two) = (picture(1, 450, 300), picture(2, 450, 300));
    let letter = mail(
        "a",
        "Хабарлар",
        "",
        &[
            ("1.docx", &docx(RELEASE, &[(&one, Some(CAPTION))])),
            ("2.docx", &docx(OTHER, &[(&two, None)])),
            ("two.jpg", &picture(2, 1500, 1000)),
            ("one.jpg", &one),
            ("none.jpg", &picture(4, 450, 300)),
        ],
    );
    let letter = desk.file("letter.eml", &letter);
    let taken = desk.take(&[&letter], &[]).value;
    let articles = desk.articles(&taken);
    let all: Vec<_> = articles.iter().map(photos).collect();
    assert_eq!(
        all,
        [vec![("one.jpg", Some(CAPTION))], vec![("two.jpg", None)]]
    );
    assert!(lines(&taken).contains(&"unplaced letter.eml/none.jpg".to_owned()));
}

#[test]
fn a_photo_beside_it_that_cannot_be_read_is_told_and_stops_nothing() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[(&picture(1, 450, 300), Some(CAPTION))]);
    let release = desk.file("хабар.docx", &release);
    let broken = desk.file("DSC1.jpg", b"\xff\xd8\xff\xe0 no more of it");
    let gone = desk.folder.path().join("gone.jpg");
    let taken = desk.take(&[&release], &[&broken, &gone]).value;
    let article = &desk.articles(&taken)[0];
    let last = photos(article).pop();
    assert_eq!(last, Some(("хабар-1.jpg", Some(CAPTION))));
    let refused = &taken.articles[0].photos.refused;
    assert_eq!(crate::codes(refused), ["file_missing"]);
}

#[test]
fn a_caption_that_only_names_the_photographer_is_the_photos_credit() {
    let mut desk = Desk::new();
    let (small, other) = (picture(1, 450, 300), picture(2, 450, 300));
    let release = docx(
        RELEASE,
        &[
            (&small, Some("Сурет: Қ. Әлиев")),
            (&other, Some("Сурет: Қ. Әлиев")),
        ],
    );
    let release = desk.file("хабар.docx", &release);
    let large = desk.file("DSC1.jpg", &picture(1, 1500, 1000));
    let (article, _) = desk.take_one(&release, &[&large]);
    assert_eq!(
        photos(&article),
        [("DSC1.jpg", None), ("хабар-2.jpg", None)]
    );
    for photo in &article.photos {
        assert_eq!(photo.credit.as_deref(), Some("Қ. Әлиев"));
    }
}
