//! What is refused, or is here already in another form, is kept where one wishes.

use muragat_archive::Intake;
use muragat_intake::{DocumentReader, Origin, take_in, take_in_one};

use crate::makers::{docx, mail, picture, zip_of};
use crate::{Desk, OTHER, RELEASE, codes, lines, names, photos};

/// A package that nobody opens here.
const PACKED: &[u8] = b"Rar!\x1a\x07\x01\x00 and more";

fn keeping() -> Intake {
    Intake {
        keep_forms: true,
        keep_unread: true,
        ..Intake::default()
    }
}

#[test]
fn a_file_that_nobody_can_read_is_kept_with_why() {
    let mut desk = Desk::new();
    let packed = desk.file("Құжаттар 12.rar", PACKED);
    let unknown = desk.file("скан.bin", &[0, 1, 2, 3, 0xff, 0xfe, 0, 0]);
    let empty = desk.file("бос.docx", b"");
    let refused = desk.take(&[&packed, &unknown, &empty], &[]).value;
    assert_eq!(refused.refused.len(), 3);
    let keepable: Vec<bool> = refused.files.iter().map(|file| file.keepable).collect();
    assert_eq!(keepable, [true, true, false]);

    let kept = take_in(
        &mut desk.archive,
        &DocumentReader::in_this_process(),
        &[packed.clone(), unknown, empty],
        &[],
        &keeping(),
        &mut |_| true,
    )
    .unwrap()
    .value;
    assert_eq!(codes(&kept.refused), ["text_empty"]);
    let articles = desk.archive.article_ids().unwrap();
    assert_eq!(articles.len(), 2);
    let articles = desk.articles(&kept);
    let article = articles
        .iter()
        .find(|article| article.versions[0].title == "Құжаттар 12")
        .unwrap();
    let version = &article.versions[0];
    assert_eq!(
        (version.body.as_str(), version.language.as_str()),
        ("", "und")
    );
    let file = &version.files[0];
    assert_eq!(file.media_type, "application/vnd.rar");
    assert_eq!(desk.archive.original(&file.sha256).unwrap(), PACKED);
    let derivation = file.derivation.as_ref().unwrap();
    assert_eq!(derivation.why_not_read(), Some("packed"));

    // the same file again is told, and a file of the same name is another
    let again = desk.take(&[&packed], &[]).value;
    assert!(!again.refused.is_empty());
    let other = desk.file(
        "екінші/Құжаттар 12.rar",
        b"Rar!\x1a\x07\x01\x00 another one",
    );
    let kept = take_in(
        &mut desk.archive,
        &DocumentReader::in_this_process(),
        &[packed, other],
        &[],
        &keeping(),
        &mut |_| true,
    )
    .unwrap()
    .value;
    assert_eq!(codes(&kept.refused), ["duplicate_release"]);
    assert_eq!(kept.articles.len(), 1);
    assert_eq!(desk.archive.check(&mut |_| true).unwrap().problems, []);
}

#[test]
fn of_a_zip_only_what_one_means_is_kept() {
    let mut desk = Desk::new();
    let zip = zip_of(&[
        ("хабар.docx", &docx(RELEASE, &[])),
        ("қосымша.rar", PACKED),
        ("тағы.rar", b"Rar!\x1a\x07\x01\x00 second"),
    ]);
    let zip = desk.file("хабар.zip", &zip);
    desk.take(&[&zip], &[]);
    let origin = Origin {
        file: zip.display().to_string(),
        inside: Some("қосымша.rar".to_owned()),
    };
    let kept = take_in_one(
        &mut desk.archive,
        &DocumentReader::in_this_process(),
        &origin,
        &keeping(),
        &mut |_| true,
    )
    .unwrap()
    .value;
    assert_eq!(lines(&kept), ["article хабар.zip/қосымша.rar"]);
    let articles = desk.articles(&kept);
    assert_eq!(names(&articles[0]), ["қосымша.rar"]);
    assert_eq!(desk.archive.article_ids().unwrap().len(), 2);
}

#[test]
fn a_page_of_a_release_is_a_further_original_of_it() {
    let mut desk = Desk::new();
    let release = desk.file("хабар.docx", &docx(RELEASE, &[]));
    let other = desk.file("басқа.docx", &docx(OTHER, &[]));
    let (article, _) = desk.take_one(&release, &[]);
    let lines_of: String = RELEASE
        .lines()
        .skip(2)
        .map(|line| format!("<p>{line}</p>"))
        .collect();
    let page = format!(
        "<!DOCTYPE html><html lang='kk'><head><meta charset='utf-8'><title>Сайт</title></head><body><article>\
         <h1>Ауданда жаңа емхана ашылды</h1><p>2026 жылғы 27 ақпан</p>{lines_of}</article></body></html>"
    );
    let page = desk.file("хабар.html", page.as_bytes());
    let refused = desk.take(&[&page], &[]).value;
    assert_eq!(codes(&refused.refused), ["duplicate_release"]);
    assert!(refused.files[0].keepable);
    let kept = take_in(
        &mut desk.archive,
        &DocumentReader::in_this_process(),
        &[page, other],
        &[],
        &keeping(),
        &mut |_| true,
    )
    .unwrap()
    .value;
    assert_eq!((kept.forms.len(), kept.articles.len()), (1, 1));
    let article = desk.archive.article(&article.id).unwrap();
    assert_eq!(names(&article), ["хабар.docx", "хабар.html"]);
    let page = &article.versions[0].files[1];
    assert_eq!(page.media_type, "text/html");
    assert!(page.pronom.is_some() && page.derivation.is_some());
}

#[test]
fn a_form_brings_its_photos_where_there_are_none() {
    let mut desk = Desk::new();
    let plain = desk.file("хабар.txt", RELEASE.as_bytes());
    let (article, _) = desk.take_one(&plain, &[]);
    let letter = mail(
        "1",
        "Хабар",
        "Қосымшаны қараңыз",
        &[(
            "хабар.docx",
            &docx(RELEASE, &[(&picture(1, 400, 300), None)]),
        )],
    );
    let letter = desk.file("хат.eml", &letter);
    let kept = take_in(
        &mut desk.archive,
        &DocumentReader::in_this_process(),
        &[letter],
        &[],
        &keeping(),
        &mut |_| true,
    )
    .unwrap()
    .value;
    assert_eq!(kept.forms.len(), 1);
    let article = desk.archive.article(&article.id).unwrap();
    assert_eq!(photos(&article), [("хабар-1.jpg", None)]);
    assert_eq!(names(&article), ["хабар.txt", "хат.eml", "хабар.docx"]);
}

#[test]
fn what_is_refused_leaves_nothing_among_the_originals() {
    let mut desk = Desk::new();
    let orphans = |desk: &Desk| -> Vec<String> {
        let notes = desk.archive.check(&mut |_| true).unwrap().notes;
        notes.into_iter().map(|note| note.subject).collect()
    };
    let text = desk.file("хабар.txt", RELEASE.as_bytes());
    let other = desk.file(
        "хабар.docx",
        &docx(RELEASE, &[(&picture(1, 400, 300), None)]),
    );
    let taken = desk.take(&[&text, &other], &[]).value;
    assert_eq!(taken.refused.len(), 1);
    assert_eq!(orphans(&desk), Vec::<String>::new());
}
