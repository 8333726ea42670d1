//! What is no release; encodings; the same release twice.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::json;

use crate::common::*;
use crate::{add, fifo, refused};

#[test]
fn an_empty_file_is_no_release() {
    let home = Home::new();
    home.add("release.txt", release(1));
    for (name, bytes) in [
        ("empty.txt", &b""[..]),
        ("blank.txt", b" \r\n\t\n"),
        ("mark.txt", b"\xEF\xBB\xBF"),
        ("mark16.txt", b"\xFF\xFE"),
    ] {
        let message = refused(&home, &add(&home.file(name, bytes)), "text_empty", 1);
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn fifty_megabytes_are_no_release() {
    let home = Home::new();
    let line = "Облыс орталығында жаңа мектеп ашылды.\n";
    let file = home.file("том.txt", line.repeat(50_000_000 / line.len() + 1));
    assert!(fs::metadata(&file).unwrap().len() >= 50_000_000);
    let message = refused(&home, &add(&file), "text_too_large", 1);
    assert!(message.contains("том.txt"), "{message}");
    home.run(&[OsStr::new("read"), file.as_os_str()])
        .failed("text_too_large", 1);
}

#[test]
fn a_binary_file_is_no_release() {
    let home = Home::new();
    let zip = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xDF\xA4\xD2\x6C\x5A\x01";
    let noise: Vec<u8> = (0..100_000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    for (name, bytes, code) in [
        ("сурет.txt", picture(1, 64), "photo_unplaced"),
        ("хат.docx", zip.to_vec(), "document_unread"),
        ("noise.txt", noise, "text_binary"),
        ("zeros.txt", vec![0; 4096], "text_binary"),
    ] {
        let message = refused(&home, &add(&home.file(name, bytes)), code, 1);
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn a_file_that_is_not_there_or_is_no_file_is_no_release() {
    let home = Home::new();
    refused(&home, &add(&home.path("жоқ.txt")), "file_missing", 2);
    fs::create_dir(home.path("қалта")).unwrap();
    refused(&home, &add(&home.path("қалта")), "folder_empty", 1);
    refused(&home, &add(Path::new("/dev/zero")), "file_unreadable", 2);
    // nobody ever writes into it: opening it would wait for ever
    fifo(&home.path("құбыр.txt"));
    refused(&home, &add(&home.path("құбыр.txt")), "file_unreadable", 2);
}

#[test]
fn what_is_no_release_stops_none_of_the_others() {
    let home = Home::new();
    let (first, empty, second) = (
        home.file("1.txt", release(1)),
        home.file("2.txt", ""),
        home.file("3.txt", release(3)),
    );
    let missing = home.path("жоқ.txt");
    let args = [
        OsStr::new("add"),
        first.as_ref(),
        empty.as_ref(),
        missing.as_ref(),
        second.as_ref(),
    ];
    let said = home.run(&args);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["text_empty", "file_missing"]);
    assert_eq!(said.status, Some(2), "{said:#?}");
    assert_eq!(said.json()["articles"].as_array().unwrap().len(), 2);
    assert_eq!(home.state()["list"]["total"], 2);
    home.whole();
}

/// KZ-1048 of Kazakh text: Windows-1251 but for the letters of Kazakh.
fn kz1048(text: &str) -> Vec<u8> {
    let special = "ҚҺқһҰұӘӨҒҮІіөғәҢңү";
    let codes = [
        0x8D, 0x8E, 0x9D, 0x9E, 0xA1, 0xA2, 0xA3, 0xA5, 0xAA, 0xAF, 0xB2, 0xB3, 0xB4, 0xBA, 0xBC,
        0xBD, 0xBE, 0xBF,
    ];
    text.chars()
        .map(|c| match special.chars().position(|s| s == c) {
            Some(at) => codes[at],
            None => windows1251(c),
        })
        .collect()
}

fn windows1251(c: char) -> u8 {
    match c {
        '\0'..='\x7f' => c as u8,
        'А'..='я' => (c as u32 - 'А' as u32 + 0xC0) as u8,
        'Ё' => 0xA8,
        'ё' => 0xB8,
        '«' => 0xAB,
        '»' => 0xBB,
        '–' => 0x96,
        '№' => 0xB9,
        other => panic!("{other} is not in Windows-1251"),
    }
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{text}")
        .encode_utf16()
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn every_encoding_of_the_office_is_read_and_kept_byte_for_byte() {
    let russian = "date 2026-03-14 В Талдыкоргане открыли детскую библиотеку\n\
                   На встрече были учителя, родители и всё руководство отдела культуры.\n\
                   «Дети полюбят книгу», – сказала заведующая Нина Ёлкина.\n";
    let kazakh = release(7);
    let windows = |text: &str| text.chars().map(windows1251).collect::<Vec<u8>>();
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let cases = [
        ("utf-16le", &*kazakh, utf16(&kazakh, false, false)),
        ("utf-16le", &*kazakh, utf16(&kazakh, false, true)),
        ("utf-16be", &*kazakh, utf16(&kazakh, true, false)),
        ("utf-16be", &*kazakh, utf16(&kazakh, true, true)),
        ("utf-16le", russian, utf16(&crlf(russian), false, true)),
        ("windows-1251", russian, windows(russian)),
        ("windows-1251", russian, windows(&crlf(russian))),
        ("kz-1048", &*kazakh, kz1048(&kazakh)),
        ("kz-1048", &*kazakh, kz1048(&crlf(&kazakh))),
        (
            "utf-8",
            &*kazakh,
            format!("\u{feff}{}", crlf(&kazakh)).into_bytes(),
        ),
    ];
    for (number, (encoding, text, bytes)) in cases.into_iter().enumerate() {
        // each in a library of its own: the same words in other bytes are the same release
        let home = Home::new();
        let name = format!("хабар {number}.txt");
        let (id, reference) = home.add(&name, &bytes);
        let record = home.run(&["show", &id]).done().json();
        let version = &record["versions"][0];
        let (head, body) = text.trim_end().split_once('\n').unwrap();
        let title = head.split_once(' ').unwrap().1.split_once(' ').unwrap().1;
        assert_eq!(version["files"][0]["encoding"], encoding, "{name}");
        assert_eq!(
            (&version["title"], &version["body"]),
            (&json!(title), &json!(body)),
            "{name}"
        );
        assert_eq!(version["files"][0]["sha256"], sha256(&bytes), "{name}");
        let bundle = home.path("bundle");
        home.run(&[OsStr::new("export"), bundle.as_os_str()]).done();
        let kept = bundle.join(format!("data/articles/2026/{reference}/original/{name}"));
        assert!(
            fs::read(&kept).unwrap() == bytes,
            "{} differs",
            kept.display()
        );
    }
}

#[test]
fn the_same_release_twice_is_one_article() {
    let home = Home::new();
    let (_, reference) = home.add("1.txt", release(1));
    home.add("2.txt", release(2));
    // the same bytes; the same words in other bytes; with a photo that must not come in either
    let photo = home.file("photo.png", picture(1, 16));
    let cases = [
        home.file("again.txt", release(1)),
        home.file("again16.txt", utf16(&release(1), true, true)),
        home.file("crlf.txt", release(1).replace('\n', "\r\n")),
    ];
    for file in &cases {
        for args in [
            add(file),
            vec![
                "add".as_ref(),
                file.as_ref(),
                "--photo".as_ref(),
                photo.as_os_str(),
            ],
        ] {
            let message = refused(&home, &args, "duplicate_release", 1);
            assert!(message.contains(&reference), "{message}");
        }
    }
    assert_eq!(home.whole()["notes"], json!([]));
}
