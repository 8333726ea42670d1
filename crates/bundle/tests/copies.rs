//! Copies of photos for newspapers: what is in them, how they are called, and what stays out.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::fs;
use std::path::{Path, PathBuf};

use muragat_archive::record::terms::{Access, ReleaseWay};
use muragat_archive::{Archive, ArticleEdit, Identity, Intake, PhotoFields, Released};
use muragat_bundle::{
    CopiesMade, CopiesWanted, CopyHindrance, DEFAULT_COPY_NAME, name_copy, write_copies,
};
use muragat_photo::read_photo_metadata;
use tempfile::TempDir;

/// A library with an article of three photos, the last of which is cut off before its picture begins.
fn archive(folder: &TempDir) -> (Archive, String) {
    let path = folder.path().join("кітапхана.muragat");
    let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
    let text = "date 2026-02-27 Қала күні өтті\nМәтін.\n";
    let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
    let id = added.unwrap().value.id;
    let photos: Vec<PathBuf> = ["бір.jpg", "екі.png", "үш.jpg"]
        .iter()
        .zip([1u8, 2, 3])
        .map(|(name, shade)| {
            let photo = folder.path().join(name);
            image::RgbImage::from_pixel(640, 480, image::Rgb([200, 30, shade * 40]))
                .save(&photo)
                .unwrap();
            photo
        })
        .collect();
    let broken = fs::read(&photos[2]).unwrap();
    fs::write(&photos[2], &broken[..100]).unwrap();
    let credit = Some("Қала әкімдігінің баспасөз қызметі");
    archive
        .attach(&id, &photos, Some("Алаңда"), credit)
        .unwrap();
    (archive, id)
}

fn wanted(article: &str) -> CopiesWanted {
    CopiesWanted {
        articles: vec![article.to_owned()],
        edge: Some(320),
        name: DEFAULT_COPY_NAME.to_owned(),
        ..CopiesWanted::default()
    }
}

fn copy(archive: &Archive, wanted: &CopiesWanted, folder: &Path) -> CopiesMade {
    write_copies(archive, wanted, &Released::default(), folder, &mut |_| true).unwrap()
}

fn files(made: &CopiesMade) -> Vec<&str> {
    made.written.iter().map(|one| one.file.as_str()).collect()
}

#[test]
fn copies_have_the_size_and_the_words_and_a_damaged_photo_stops_none() {
    let folder = TempDir::new().unwrap();
    let (mut archive, id) = archive(&folder);
    let record = archive.article(&id).unwrap();
    let first = record.photos[0].id.clone();
    let edit = PhotoFields {
        photographer: Some("Ерлан Әбдіқадыр".into()),
        place: Some("Қызылорда".into()),
        rights: Some("© Қала әкімдігі".into()),
        digital_source_type: Some("trainedAlgorithmicMedia".into()),
        ..PhotoFields::default()
    };
    archive.edit_photos(&[first], &edit).unwrap();

    let target = folder.path().join("газетке");
    let made = copy(&archive, &wanted(&id), &target);
    assert_eq!(files(&made), ["2026-0001_01.jpg", "2026-0001_02.jpg"]);
    assert_eq!((made.written[0].width, made.written[0].height), (320, 240));
    let left: Vec<_> = made
        .left_out
        .iter()
        .map(|one| (one.name.as_str(), one.why))
        .collect();
    assert_eq!(left, [("үш.jpg", CopyHindrance::Damaged)]);

    let bytes = fs::read(target.join("2026-0001_01.jpg")).unwrap();
    let said = read_photo_metadata(&bytes, None);
    let value = |stated: Option<muragat_photo::Stated<String>>| stated.unwrap().value;
    assert_eq!(value(said.headline), "Қала күні өтті");
    assert_eq!(value(said.job_id), "2026-0001");
    assert_eq!(value(said.credit_line), "Қала әкімдігінің баспасөз қызметі");
    assert_eq!(said.creators.unwrap().value, ["Ерлан Әбдіқадыр"]);
    assert_eq!(
        said.description.unwrap().value.text_in("kk"),
        Some("Алаңда")
    );
    assert_eq!(
        value(said.digital_source_type),
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    );
    // The original is what it was.
    assert!(archive.check(&mut |_| true).unwrap().problems.is_empty());
}

#[test]
fn no_picture_is_enlarged_and_the_strip_stands_beneath() {
    let folder = TempDir::new().unwrap();
    let (archive, id) = archive(&folder);
    let target = folder.path().join("a");
    let with = CopiesWanted {
        edge: Some(3_000),
        credit_strip: true,
        ..wanted(&id)
    };
    let made = copy(&archive, &with, &target);
    assert_eq!(made.written[0].width, 640);
    assert!(made.written[0].height > 480 && made.written[0].height < 560);
    assert!(!made.written[0].lacks_credit);
    let picture = image::open(target.join(&made.written[0].file))
        .unwrap()
        .to_rgb8();
    assert_eq!(picture.dimensions(), (640, made.written[0].height));
    assert!(picture.get_pixel(2, 485).0.iter().all(|shade| *shade > 240));
    let ink = picture.enumerate_pixels().filter(|(_, y, _)| *y > 480);
    assert!(ink.filter(|(_, _, pixel)| pixel.0[1] < 90).count() > 100);
}

#[test]
fn the_strip_names_whom_the_photo_names_and_a_picture_that_breaks_off_is_told() {
    let folder = TempDir::new().unwrap();
    let (mut archive, id) = archive(&folder);
    let photo = folder.path().join("cut.jpg");
    // Noise, so that its picture is much longer than what stands before it.
    let noise =
        |x: u32, y: u32| image::Rgb([((x * 37) ^ (y * 91)) as u8, (x * y) as u8, (x ^ y) as u8]);
    image::RgbImage::from_fn(400, 300, noise)
        .save(&photo)
        .unwrap();
    let whole = fs::read(&photo).unwrap();
    fs::write(&photo, &whole[..whole.len() / 2]).unwrap();
    archive.attach(&id, &[photo], None, None).unwrap();
    let strip = CopiesWanted {
        credit_strip: true,
        ..wanted(&id)
    };
    let made = copy(&archive, &strip, &folder.path().join("a"));
    let told: Vec<_> = made
        .written
        .iter()
        .map(|one| (one.breaks_off, one.lacks_credit))
        .collect();
    assert_eq!(told, [(false, false), (false, false), (true, true)]);
    assert_eq!(made.written[2].height, 240);
}

#[test]
fn no_file_is_overwritten_and_names_are_told_apart() {
    let folder = TempDir::new().unwrap();
    let (archive, id) = archive(&folder);
    let target = folder.path().join("a");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("Алаң.jpg"), "own").unwrap();
    let same = CopiesWanted {
        name: "Алаң".into(),
        ..wanted(&id)
    };
    let made = copy(&archive, &same, &target);
    assert_eq!(files(&made), ["Алаң (2).jpg", "Алаң (3).jpg"]);
    assert_eq!(fs::read(target.join("Алаң.jpg")).unwrap(), b"own");
    let hostile = CopiesWanted {
        name: "../../{name}".into(),
        ..wanted(&id)
    };
    let made = copy(&archive, &hostile, &target);
    assert_eq!(files(&made), ["_.._бір.jpg", "_.._екі.jpg"]);
    assert_eq!(fs::read_dir(&target).unwrap().count(), 5);
    let photo = &archive.article(&id).unwrap().photos[1].id;
    let shown = name_copy(&archive, photo, "{date} {name}").unwrap();
    assert_eq!(shown, "2026-02-27 екі.jpg");
}

#[test]
fn what_is_closed_stays_out_unless_it_is_wished() {
    let folder = TempDir::new().unwrap();
    let (mut archive, id) = archive(&folder);
    let target = folder.path().join("a");
    for (access, until, why) in [
        (Access::Restricted, None, CopyHindrance::Restricted),
        (Access::Embargo, Some("9999-12-31"), CopyHindrance::Embargo),
    ] {
        let edit = ArticleEdit {
            access: Some(access),
            embargo_until: until.map(Into::into),
            ..ArticleEdit::default()
        };
        archive.edit_article(&id, &edit).unwrap();
        let made = copy(&archive, &wanted(&id), &target);
        assert_eq!(made.written.len(), 0);
        assert!(made.left_out.iter().all(|one| one.why == why));
        assert_eq!(made.left_out.len(), 3);
    }
    let named = [id.clone()];
    let released = archive
        .release(&named, ReleaseWay::Copies, &target)
        .unwrap();
    let made = write_copies(
        &archive,
        &wanted(&id),
        &released.value,
        &target,
        &mut |_| true,
    );
    assert_eq!(made.unwrap().written.len(), 2);
}

#[test]
fn the_library_itself_takes_no_copies_and_a_stop_leaves_whole_files_alone() {
    let folder = TempDir::new().unwrap();
    let (archive, id) = archive(&folder);
    let inside = archive.path().join("originals/a");
    let error = write_copies(
        &archive,
        &wanted(&id),
        &Released::default(),
        &inside,
        &mut |_| true,
    )
    .unwrap_err();
    assert_eq!(error.code(), "target_inside_library");
    let target = folder.path().join("a");
    let error = write_copies(
        &archive,
        &wanted(&id),
        &Released::default(),
        &target,
        &mut |_| false,
    )
    .unwrap_err();
    assert_eq!(error.code(), "cancelled");
    assert_eq!(fs::read_dir(&target).unwrap().count(), 0);
    let wrong = CopiesWanted {
        name: "{title}".into(),
        ..wanted(&id)
    };
    let error = write_copies(&archive, &wrong, &Released::default(), &target, &mut |_| {
        true
    })
    .unwrap_err();
    assert_eq!(error.code(), "name_pattern_invalid");
}
