//! A scan is read where a program is installed that reads letters in pictures, and refused with advice where it is not.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use muragat_archive::{Archive, Identity};
use muragat_bundle::{PrintWanted, print_articles};
use muragat_document::{Limits, PageDrawing, draw_page};

use crate::common::*;

/// A release on paper, scanned.
fn scan(home: &Home) -> PathBuf {
    let (id, _) = home.add("release.txt", release(1));
    let printed = home.path("printed.pdf");
    let archive = Archive::open(&home.library, Identity::new(ACTOR)).unwrap();
    let wanted = PrintWanted {
        articles: vec![id.clone()],
        language: "kk".into(),
        office: String::new(),
        cast: false,
        photos: false,
        restricted: Vec::new(),
    };
    print_articles(
        &archive,
        &wanted,
        &muragat_archive::Released::default(),
        &printed,
        &mut |_| true,
    )
    .unwrap();
    drop(archive);
    home.run(&["delete", &id]).done();
    let printed = std::fs::read(printed).unwrap();
    let page = draw_page(&printed, 1, Limits::default()).unwrap();
    home.file("скан.pdf", write_scan(&page))
}

/// A PDF of one page that is only a picture.
fn write_scan(page: &PageDrawing) -> Vec<u8> {
    write_pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
            .to_vec(),
        write_stream("", b"595 0 0 842 0 0 cm /P Do"),
        write_picture(page),
    ])
}

/// A PDF of a page of letters, and one that is only a photo.
fn write_letters_and_photo(words: &str) -> Vec<u8> {
    let (width, height) = (600, 800);
    let shade = |x: u32, y: u32| image::Luma([((x + y) / 6) as u8]);
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_fn(width, height, shade)
        .write_to(&mut jpeg, image::ImageFormat::Jpeg)
        .unwrap();
    let dictionary = format!(
        "/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode"
    );
    write_pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>"
            .to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</XObject<</P 8 0 R>>>>>>"
            .to_vec(),
        write_stream("", format!("BT /F 12 Tf 60 700 Td ({words}) Tj ET").as_bytes()),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        write_stream("", b"450 0 0 600 72 120 cm /P Do"),
        write_stream(&dictionary, jpeg.get_ref()),
    ])
}

fn write_stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>stream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn write_picture(page: &PageDrawing) -> Vec<u8> {
    let (width, height) = (page.width, page.height);
    let dictionary = format!(
        "/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray"
    );
    write_stream(&dictionary, &page.gray)
}

/// A PDF out of its objects; the first is the catalog.
fn write_pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(pdf.len());
        pdf.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        pdf.extend_from_slice(object);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let (table, count) = (pdf.len(), objects.len() + 1);
    pdf.extend_from_slice(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes());
    for place in places {
        pdf.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end = format!("trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
    pdf.extend_from_slice(end.as_bytes());
    pdf
}

fn is_installed() -> bool {
    let asked = Command::new("tesseract")
        .arg("--list-langs")
        .stderr(Stdio::null())
        .output();
    asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("kaz"))
}

/// Adds a file with programs that lie in these folders.
fn add_with_path(home: &Home, file: &Path, path: &str) -> Said {
    let mut command = muragat();
    command
        .env("PATH", path)
        .arg("-L")
        .arg(&home.library)
        .args(["--json", "add"])
        .arg(file);
    finish(command)
}

#[test]
fn a_scan_is_refused_with_advice_where_no_program_reads_it() {
    let home = Home::new();
    let scan = scan(&home);
    let message = add_with_path(&home, &scan, "/nowhere").failed("document_unread", 1);
    assert!(message.contains("tesseract"), "{message}");
    home.whole();
}

#[test]
fn a_scan_is_read_and_marked_as_read_by_a_machine() {
    if !is_installed() {
        println!("skipped: tesseract with Kazakh is not installed");
        return;
    }
    let home = Home::new();
    let scan = scan(&home);
    let path = std::env::var("PATH").unwrap();
    let (id, _) = added(&add_with_path(&home, &scan, &path).done());
    let article = home.run(&["show", &id]).done().json();
    let version = &article["versions"][0];
    let body = version["body"].as_str().unwrap();
    for words in [
        "«Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова",
        "Жетісу университетінің ректоры Нұрлан Сейітов",
    ] {
        assert!(body.contains(words), "{body}");
    }
    let file = &version["files"][0];
    assert_eq!(file["sha256"], sha256(&std::fs::read(&scan).unwrap()));
    let derivation = &file["derivation"];
    let reader = derivation["reader"].as_str().unwrap();
    assert!(reader.contains("tesseract "), "{reader}");
    assert_eq!(derivation["doubts"][0]["kind"], "machine_read");
    home.whole();
}

#[test]
fn a_page_without_a_word_says_that_nothing_was_recognised() {
    if !is_installed() {
        println!("skipped: tesseract with Kazakh is not installed");
        return;
    }
    let home = Home::new();
    let (width, height) = (600, 800);
    let empty = PageDrawing {
        pages: 1,
        width,
        height,
        gray: vec![255; (width * height) as usize],
    };
    let file = home.file("бос.pdf", write_scan(&empty));
    let path = std::env::var("PATH").unwrap();
    let said = add_with_path(&home, &file, &path);
    let message = said.failed("document_unread", 1);
    assert!(message.contains("not one word"), "{message}");
}

#[test]
fn a_page_that_is_a_photo_stays_one() {
    if !is_installed() {
        println!("skipped: tesseract with Kazakh is not installed");
        return;
    }
    let home = Home::new();
    let words = "The district library opened its new reading hall on Monday.";
    let file = home.file("letters.pdf", write_letters_and_photo(words));
    let path = std::env::var("PATH").unwrap();
    let (id, _) = added(&add_with_path(&home, &file, &path).done());
    let article = home.run(&["show", &id]).done().json();
    assert_eq!(article["photos"].as_array().unwrap().len(), 1, "{article}");
    let left = &article["versions"][0]["files"][0]["derivation"]["left_out"];
    assert_eq!(left[0]["kind"], "scanned_page", "{article}");
}
