//! What is given at once is one op, and what is broken stops nothing else.

use muragat_archive::{Archive, Error, Identity, Intake, TEXT_LIMIT};
use muragat_intake::{DocumentReader, take_in};

use crate::makers::{docx, mail, picture, zip_of};
use crate::{Desk, OTHER, RELEASE, codes, lines, names, photos, titles};

#[test]
fn a_document_with_two_pictures_and_three_photos_beside_it_is_one_article() {
    let mut desk = Desk::new();
    let release = docx(
        RELEASE,
        &[
            (&picture(1, 400, 300), Some("Суретте: емхана")),
            (&picture(2, 400, 300), Some("Сурет 2. Дәрігерлер")),
        ],
    );
    let release = desk.file("хабар.docx", &release);
    let [one, two, three] =
        [3, 4, 5].map(|at| desk.file(&format!("{at}.jpg"), &picture(at, 300, 300)));
    let (article, taken) = desk.take_one(&release, &[&one, &two, &three]);
    assert_eq!(
        photos(&article),
        [
            ("3.jpg", None),
            ("4.jpg", None),
            ("5.jpg", None),
            ("хабар-1.jpg", Some("Суретте: емхана")),
            ("хабар-2.jpg", Some("Сурет 2. Дәрігерлер")),
        ]
    );
    assert_eq!(
        lines(&taken),
        [
            "photo 3.jpg",
            "photo 4.jpg",
            "photo 5.jpg",
            "photo хабар.docx/хабар-1.jpg",
            "photo хабар.docx/хабар-2.jpg",
            "article хабар.docx"
        ]
    );
    assert_eq!(article.publication_date.as_deref(), Some("2026-02-27"));
}

#[test]
fn a_zip_with_a_document_and_photos_is_one_article() {
    let mut desk = Desk::new();
    let zip = zip_of(&[
        ("хабар/хабар.docx", &docx(RELEASE, &[])),
        ("хабар/1.jpg", &picture(1, 400, 300)),
        ("хабар/2.jpg", &picture(2, 400, 300)),
        ("хабар/logo.jpg", &picture(3, 60, 60)),
    ]);
    let zip = desk.file("хабар.zip", &zip);
    let (article, _) = desk.take_one(&zip, &[]);
    assert_eq!(photos(&article), [("1.jpg", None), ("2.jpg", None)]);
    assert_eq!(names(&article), ["хабар.docx"]);
}

#[test]
fn all_is_one_op_and_a_broken_file_stops_none_of_the_others() {
    let mut desk = Desk::new();
    let one = desk.file("1.docx", &docx(RELEASE, &[(&picture(1, 400, 300), None)]));
    let broken = desk.file("2.docx", &docx(OTHER, &[])[..300]);
    let empty = desk.file("3.txt", b"");
    let gone = desk.folder.path().join("4.txt");
    let other = desk.file("5.eml", &mail("a", "Егіс", OTHER, &[]));
    let outcome = desk.take(&[&one, &broken, &empty, &gone, &other], &[]);
    assert!(outcome.op.is_some());
    let taken = outcome.value;
    assert_eq!(
        codes(&taken.refused),
        ["document_unread", "text_empty", "file_missing"]
    );
    assert_eq!(
        titles(&desk.articles(&taken)),
        [
            "Ауданда жаңа емхана ашылды",
            "Көктемгі егіске дайындық басталды"
        ]
    );
    assert_eq!(desk.archive.article_ids().unwrap().len(), 2);
    desk.archive.undo(None).unwrap();
    assert_eq!(desk.archive.article_ids().unwrap().len(), 0);
    desk.archive.redo().unwrap();
    assert_eq!(desk.archive.article_ids().unwrap().len(), 2);
}

#[test]
fn stopped_at_any_moment_nothing_is_there() {
    let mut desk = Desk::new();
    let one = desk.file("1.txt", RELEASE.as_bytes());
    let two = desk.file("2.docx", &docx(OTHER, &[]));
    let mut moments = 0;
    // stopped at the first that is told, then at the second, until it is told no more
    for at in 0.. {
        let mut told = 0;
        let taken = take_in(
            &mut desk.archive,
            &DocumentReader::in_this_process(),
            &[one.clone(), two.clone()],
            &[],
            &Intake::default(),
            &mut |_| {
                told += 1;
                told <= at
            },
        );
        match taken {
            Err(Error::Cancelled) => moments += 1,
            other => {
                assert_eq!(other.unwrap().value.articles.len(), 2);
                break;
            }
        }
        assert_eq!(desk.archive.article_ids().unwrap().len(), 0);
    }
    assert!(moments >= 4, "two are read and two are entered: {moments}");
}

#[test]
fn the_same_release_in_another_format_is_told() {
    let mut desk = Desk::new();
    let text = desk.file("хабар.txt", RELEASE.as_bytes());
    let (article, _) = desk.take_one(&text, &[]);
    let again = desk.file("хабар.docx", &docx(RELEASE, &[]));
    let letter = mail("a", "Хабар", "", &[("хабар.docx", &docx(RELEASE, &[]))]);
    let letter = desk.file("letter.eml", &letter);
    let outcome = desk.take(&[&again, &letter], &[]);
    let taken = outcome.value;
    assert!(taken.articles.is_empty());
    assert_eq!(
        lines(&taken),
        ["duplicate хабар.docx", "duplicate letter.eml/хабар.docx"]
    );
    for one in &taken.files {
        assert_eq!(one.id.as_ref(), Some(&article.id));
        assert_eq!(one.reference.as_ref(), Some(&article.reference));
    }
}

#[test]
fn the_same_release_twice_at_once_is_told_too() {
    let mut desk = Desk::new();
    let text = desk.file("хабар.txt", RELEASE.as_bytes());
    let again = desk.file("хабар.docx", &docx(RELEASE, &[]));
    let taken = desk.take(&[&text, &again], &[]).value;
    assert_eq!(taken.articles.len(), 1);
    assert_eq!(codes(&taken.refused), ["duplicate_release"]);
}

#[test]
fn a_text_over_the_limit_is_refused_whatever_it_came_in() {
    let mut desk = Desk::new();
    let line = "Аудан әкімдігі хабарлайды, бұл ұзақ мәтін.\n";
    let text = line.repeat(TEXT_LIMIT as usize / line.len() + 1);
    let long = desk.file("ұзақ.txt", text.as_bytes());
    let zip = desk.file("ұзақ.zip", &zip_of(&[("ұзақ.txt", text.as_bytes())]));
    let taken = desk.take(&[&long, &zip], &[]).value;
    assert_eq!(codes(&taken.refused), ["text_too_large", "text_too_large"]);
    assert_eq!(
        lines(&taken),
        ["refused ұзақ.txt", "refused ұзақ.zip/ұзақ.txt"]
    );
    assert_eq!(desk.archive.article_ids().unwrap().len(), 0);
}

#[test]
fn what_is_known_of_the_files_goes_out_and_comes_in_whole() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[(&picture(1, 400, 300), Some("Суретте: емхана"))]);
    let note = "Хабарламаны жолдап отырмыз.";
    let letter = mail("m1", "Емхана", note, &[("хабар.docx", &release)]);
    let letter = desk.file("letter.eml", &letter);
    let (record, _) = desk.take_one(&letter, &[]);
    for file in &record.versions[0].files {
        assert!(file.pronom.is_some(), "{file:?}");
        assert!(file.derivation.is_some(), "{file:?}");
    }
    // as it is written down in a bundle
    let written = serde_json::to_string(&record).unwrap();
    let read = serde_json::from_str(&written).unwrap();
    assert_eq!(record, read);
    let path = desk.folder.path().join("other.muragat");
    let mut other = Archive::create(&path, Identity::new("Бауыржан")).unwrap();
    other
        .adopt(
            &[read],
            &mut |_, sha256, _| desk.archive.original(sha256),
            &mut |_| true,
        )
        .unwrap();
    assert_eq!(other.article(&record.id).unwrap(), record);
}
