//! Bundles from strangers: each is refused or made harmless, with a reason; nothing outside is touched, and what is
//! asked of the machine stays bounded.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use muragat_bagit::{Bag, Writer};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::common::{Home, Said, muragat, names, tree};
use crate::sample;

/// `verify` says invalid with this finding, and `import` refuses and changes nothing, nor does anything appear
/// beside the bundle or the library.
#[track_caller]
fn refused(home: &Home, bundle: &Path, code: &str) {
    let around = (names(home.path("").as_path()), home.state());
    let said = home.run(&["verify".as_ref(), bundle.as_os_str()]);
    assert_eq!(said.status, Some(1), "{said:#?}");
    let found = said.json();
    let codes: Vec<&str> = found["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&code), "no {code} in {codes:?}");
    let said = home.run(&["import".as_ref(), bundle.as_os_str()]);
    let [(told, message)] = said.errors().try_into().unwrap();
    assert!(
        told == "bundle_invalid" || told == "bundle_unreadable",
        "{said:#?}"
    );
    assert!(!message.is_empty() && said.out.is_empty());
    assert_eq!((names(home.path("").as_path()), home.state()), around);
}

const DECLARATION: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

fn zip_of(at: &Path, entries: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(fs::File::create(at).unwrap());
    for (name, bytes) in [("bagit.txt", DECLARATION)].iter().chain(entries) {
        zip.start_file(*name, stored()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

/// Writes other bytes of the same length wherever these stand, past what a zip library would write.
fn forge(at: &Path, from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(at).unwrap();
    let places: Vec<usize> = (0..bytes.len() - from.len())
        .filter(|at| bytes[*at..].starts_with(from))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + from.len()].copy_from_slice(to);
    }
    fs::write(at, bytes).unwrap();
}

/// A small bag of another's making.
fn folder(home: &Home, name: &str) -> PathBuf {
    let path = home.path(name);
    let mut writer = Writer::folder(&path).unwrap();
    writer.add("data/а.txt", &mut "Сәлем\n".as_bytes()).unwrap();
    writer.finish(&[]).unwrap();
    path
}

#[test]
fn names_that_climb_out_of_a_zip() {
    let home = Home::new();
    for name in [
        "../../xxx",
        "/tmp/xxxx",
        "C:/xxxxxx",
        "..\\..\\xxx",
        "data/../x",
        "~root/xxx",
        "data//xxx",
    ] {
        let zip = home.path("bag.zip");
        zip_of(&zip, &[("data/x", b"x"), ("PLACEHOLD", b"y")]);
        forge(&zip, b"PLACEHOLD", name.as_bytes());
        refused(&home, &zip, "path_unsafe");
    }
    let zip = home.path("bag.zip");
    zip_of(&zip, &[("data/x", b"x"), ("data/y", b"y")]);
    forge(&zip, b"data/y", b"data/x");
    refused(&home, &zip, "duplicate_entry");
}

#[test]
fn names_that_climb_out_of_a_folder() {
    let home = Home::new();
    let outside = home.file("құпия.txt", "құпия");
    let sum = crate::common::sha256("құпия".as_bytes());
    for (number, name) in [
        "data/../../құпия.txt",
        outside.to_str().unwrap(),
        "../құпия.txt",
        "data\\..\\x",
        "C:/x",
    ]
    .iter()
    .enumerate()
    {
        let bag = folder(&home, &format!("bag{number}"));
        let manifest = bag.join("manifest-sha256.txt");
        let text = fs::read_to_string(&manifest).unwrap();
        fs::write(&manifest, format!("{text}{sum}  {name}\n")).unwrap();
        refused(&home, &bag, "path_unsafe");
        fs::write(&manifest, text).unwrap();
        fs::write(
            bag.join("fetch.txt"),
            format!("file:///etc/passwd - {name}\n"),
        )
        .unwrap();
        refused(&home, &bag, "path_unsafe");
    }
}

#[test]
fn links_pipes_and_devices() {
    let home = Home::new();
    home.file("құпия.txt", "құпия");
    let link = |to: &str, name: &str| {
        let bag = folder(&home, name);
        std::os::unix::fs::symlink(to, bag.join("data/link")).unwrap();
        bag
    };
    refused(&home, &link("../../құпия.txt", "link"), "path_unsafe");
    refused(&home, &link("/etc", "folder"), "path_unsafe");
    refused(&home, &link("link", "loop"), "path_unsafe");

    // a payload folder that is a link to one
    let bag = folder(&home, "linked");
    fs::rename(bag.join("data"), home.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", bag.join("data")).unwrap();
    refused(&home, &bag, "path_unsafe");

    // nobody will ever write into it: who opened it would wait for good
    let bag = folder(&home, "pipe");
    let made = |args: &[&OsStr]| {
        Command::new("mknod")
            .args(args)
            .status()
            .is_ok_and(|status| status.success())
    };
    assert!(made(&[bag.join("data/pipe").as_os_str(), "p".as_ref()]));
    refused(&home, &bag, "path_unsafe");
    let bag = folder(&home, "manifest");
    fs::remove_file(bag.join("manifest-sha256.txt")).unwrap();
    assert!(made(&[
        bag.join("manifest-sha256.txt").as_os_str(),
        "p".as_ref()
    ]));
    refused(&home, &bag, "path_unsafe");
    let bag = folder(&home, "zero");
    let zero = bag.join("data/zero");
    if made(&[zero.as_os_str(), "c".as_ref(), "1".as_ref(), "5".as_ref()]) {
        refused(&home, &bag, "path_unsafe");
    }

    let pipe = home.path("pipe.zip");
    assert!(made(&[pipe.as_os_str(), "p".as_ref()]));
    refused(&home, &pipe, "archive_damaged");

    let zip = home.path("link.zip");
    let mut writer = ZipWriter::new(fs::File::create(&zip).unwrap());
    writer
        .add_symlink("data/link", "/etc/passwd", stored())
        .unwrap();
    writer.finish().unwrap();
    refused(&home, &zip, "path_unsafe");
}

#[test]
fn zips_that_unpack_to_more_than_they_are() {
    let home = Home::new();
    let zip = home.path("ratio.zip");
    let mut writer = ZipWriter::new(fs::File::create(&zip).unwrap());
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    writer.start_file("data/x", deflated).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..200 {
        writer.write_all(&zeros).unwrap();
    }
    writer.finish().unwrap();
    refused(&home, &zip, "zip_bomb");
    // the directory lies that it is short
    forge(&zip, &(200u32 << 20).to_le_bytes(), &1000u32.to_le_bytes());
    refused(&home, &zip, "entry_mismatch");

    // the second entry is the first one's bytes again
    let zip = home.path("overlap.zip");
    zip_of(&zip, &[("data/x", b"xx"), ("data/y", b"xx")]);
    let mut bytes = fs::read(&zip).unwrap();
    let heads: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"))
        .collect();
    let [.., first, second] = heads[..] else {
        panic!()
    };
    bytes.copy_within(first + 42..first + 46, second + 42);
    fs::write(&zip, bytes).unwrap();
    refused(&home, &zip, "entries_overlap");
}

#[test]
fn a_lie_about_the_amount() {
    let home = Home::new();
    for (number, oxum) in ["0.0", "11.2", "12.1", "18446744073709551615.1"]
        .iter()
        .enumerate()
    {
        let bag = folder(&home, &format!("bag{number}"));
        fs::write(bag.join("bag-info.txt"), format!("Payload-Oxum: {oxum}\n")).unwrap();
        refused(&home, &bag, "oxum_mismatch");
    }
}

/// Peak memory of a run of `muragat verify`, in KiB, and its status.
fn peak(bundle: &Path) -> (u64, Option<i32>) {
    let mut child = muragat()
        .arg("verify")
        .arg(bundle)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        most = most.max(kib.unwrap_or(0));
        if let Some(status) = child.try_wait().unwrap() {
            return (most, status.code());
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn a_manifest_that_names_a_million_files() {
    let home = Home::new();
    let bag = folder(&home, "bag");
    let zeros = "0".repeat(64);
    let mut text = String::new();
    for number in 0..1_000_000 {
        text.push_str(&format!("{zeros}  data/{number}\n"));
    }
    fs::write(bag.join("manifest-sha256.txt"), &text).unwrap();
    let (most, status) = peak(&bag);
    eprintln!(
        "a manifest of a million names, {} MB: {} MB of memory at most",
        text.len() >> 20,
        most >> 10
    );
    assert_eq!(status, Some(1));
    assert!(most < 1 << 20, "{most} KiB");
}

/// A bag again with other contents: the manifests are made anew, so that only what is changed is strange.
fn resealed(bundle: &Path, at: &Path, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
    let bag = Bag::open(bundle).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = bag
        .payload_paths()
        .into_iter()
        .map(|path| (path.clone(), bag.read(&path, 1 << 30).unwrap()))
        .collect();
    change(&mut files);
    let mut writer = Writer::folder(at).unwrap();
    for (path, bytes) in files {
        writer.add(&path, &mut bytes.as_slice()).unwrap();
    }
    writer.finish(&[]).unwrap();
}

fn records(files: &mut BTreeMap<String, Vec<u8>>) -> Vec<(String, Value)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with("/article.json"))
        .map(|(path, bytes)| (path.clone(), serde_json::from_slice(bytes).unwrap()))
        .collect()
}

/// What comes in of a changed sample library, into an empty one.
fn taken(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> (Home, Said) {
    let (home, bundle) = sample("бума", false);
    let strange = home.path("бөтен");
    resealed(&bundle, &strange, change);
    let other = Home::new();
    let said = other.run(&["import".as_ref(), strange.as_os_str()]);
    other.whole();
    (other, said)
}

const SCRIPTS: [&str; 6] = [
    "<script>document.title='ran'</script>",
    "\"><img src=x onerror=\"document.title='ran'\">",
    "'-alert(1)-'</title></style></script><svg onload=alert(1)>",
    "]]><!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
    "-->{{7*7}}${7*7}\u{2028}\u{2029}",
    "\u{202e}кері\u{0}\u{7}\u{1b}[2J",
];

#[test]
fn scripts_in_text_stay_text() {
    let (home, said) = taken(|files| {
        for (path, mut record) in records(files) {
            let mut count = 0;
            let mut next = || {
                count += 1;
                SCRIPTS[count % SCRIPTS.len()]
            };
            for version in record["versions"].as_array_mut().unwrap() {
                version["title"] =
                    json!(format!("{} {}", version["title"].as_str().unwrap(), next()));
            }
            for party in record["parties"].as_array_mut().unwrap() {
                party["name"] = json!(format!(
                    "{} {}",
                    party["name"].as_str().unwrap(),
                    next().replace(char::is_control, "")
                ));
                party["note"] = json!(next());
            }
            for photo in record["photos"].as_array_mut().unwrap() {
                photo["credit"] = json!(next());
                photo["name"] = json!("a\"onclick=alert(1) <b>.jpg");
            }
            record["note"] = json!(SCRIPTS.join(" "));
            record["source_url"] = json!("javascript:document.title='ran'");
            record["rights"] = json!(next());
            files.insert(path, serde_json::to_vec(&record).unwrap());
        }
    });
    said.done();
    let bundle = home.path("қайта");
    home.run(&["export".as_ref(), bundle.as_os_str()]).done();
    home.run(&["verify".as_ref(), bundle.as_os_str()]).done();
    let mut pages = 0;
    for (path, bytes) in tree(&bundle.join("data")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path.ends_with(".html") {
            pages += 1;
            for script in [
                "<script>document",
                "<img src=x",
                "<svg",
                "<b>",
                "href=\"javascript",
                "\u{2028}<",
            ] {
                assert!(!text.contains(script), "{path}: {script}");
            }
        }
        if path.ends_with(".xml") || path.ends_with(".xmp") {
            assert!(
                !text.contains("<!ENTITY") && !text.contains("<!DOCTYPE"),
                "{path}"
            );
            assert!(!text.contains(['\u{0}', '\u{7}', '\u{1b}']), "{path}");
        }
    }
    assert!(pages > 5);
}

#[test]
fn paths_in_a_record_name_nothing_outside() {
    let (home, said) = taken(|files| {
        for (path, mut record) in records(files) {
            record["reference"] = json!("../../../../өшіру");
            for photo in record["photos"].as_array_mut().unwrap() {
                photo["name"] = json!("../../../../../x.jpg");
            }
            for version in record["versions"].as_array_mut().unwrap() {
                for file in version["files"].as_array_mut().unwrap() {
                    file["name"] = json!("/etc/cron.d/x\\..\\y");
                }
            }
            files.insert(path, serde_json::to_vec(&record).unwrap());
        }
    });
    if said.status == Some(0) {
        let before = names(home.path("").as_path());
        let bundle = home.path("қайта");
        home.run(&["export".as_ref(), bundle.as_os_str()]).done();
        let after = names(home.path("").as_path());
        assert_eq!(after.len(), before.len() + 1);
        for path in tree(&bundle).keys() {
            let climbs = path.split('/').any(|part| matches!(part, "" | "." | ".."));
            assert!(!climbs && !path.contains('\\'), "{path}");
        }
    } else {
        assert_eq!(said.errors().len(), 1, "{said:#?}");
    }
}

#[test]
fn records_that_are_none_come_in_not_at_all() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    for text in ["", "{", "null", "[]", "{\"id\":1}", &deep, "\u{feff}{}"] {
        let (home, said) = taken(|files| {
            let (path, _) = records(files).remove(0);
            files.insert(path, text.as_bytes().to_vec());
        });
        let errors = said.errors();
        assert_eq!(errors.len(), 1, "{said:#?}");
        assert_eq!(errors[0].0, "record_unreadable");
        assert!(errors[0].1.contains("article.json"), "{said:#?}");
        assert_eq!(home.run(&["list"]).done().json()["articles"], json!([]));
    }
}

#[test]
fn one_article_in_two_folders_comes_in_once_or_not_at_all() {
    let (home, said) = taken(|files| {
        let (path, _) = records(files).remove(0);
        let bytes = files[&path].clone();
        files.insert("data/articles/1999/x/article.json".to_owned(), bytes);
    });
    let list = home.run(&["list"]).done().json();
    let ids: Vec<&str> = list["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["id"].as_str().unwrap())
        .collect();
    let mut once = ids.clone();
    once.dedup();
    assert_eq!(ids, once);
    assert!(said.status == Some(0) || ids.is_empty(), "{said:#?}");
}

/// An expanding entity, and one that reads a file of this machine.
#[test]
fn xml_entities_are_not_followed() {
    let mut bomb = String::from(
        "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY a \"ha\"><!ENTITY f SYSTEM \"file:///etc/passwd\">",
    );
    for (one, other) in ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"]
        .iter()
        .map(|two| two.split_at(1))
    {
        bomb.push_str(&format!(
            "<!ENTITY {other} \"{}\">",
            format!("&{one};").repeat(20)
        ));
    }
    bomb.push_str(
        "]><premis:premis xmlns:premis=\"http://www.loc.gov/premis/v3\">&i;&f;</premis:premis>",
    );
    let (home, said) = taken(|files| {
        files.insert("data/export.premis.xml".to_owned(), bomb.into_bytes());
    });
    said.done();
    let shown = home.state().to_string();
    assert!(!shown.contains("root:") && !shown.contains("hahaha"));
}

/// Ended at any moment, the library is as it was, and under the target's name is nothing or a whole bundle.
#[test]
fn an_export_that_is_killed_leaves_nothing_that_looks_finished() {
    let home = Home::bare();
    home.run(&["init", "--sample"]).done();
    let before = home.state();
    let mut random = fastrand::Rng::with_seed(5);
    let mut killed = 0;
    for round in 0..24 {
        let zip = round % 2 == 1;
        let target = home.path(&format!("бума{round}{}", if zip { ".zip" } else { "" }));
        let mut command = muragat();
        command
            .arg("-L")
            .arg(&home.library)
            .arg("export")
            .arg(&target);
        command.args(zip.then_some("--zip"));
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(random.u64(..250)));
        child.kill().unwrap();
        child.wait().unwrap();
        if target.exists() {
            home.run(&["verify".as_ref(), target.as_os_str()]).done();
        } else {
            killed += 1;
        }
        for name in names(home.path("").as_path()) {
            let ours = name.starts_with("бума") || name.starts_with("кітапхана");
            assert!(ours || name.starts_with(".muragat-export-"), "{name}");
        }
    }
    eprintln!("24 exports, {killed} killed before their end");
    assert_eq!(home.state(), before);
    home.whole();
}

#[test]
fn an_export_that_is_stopped_or_loses_its_disk_leaves_nothing() {
    let home = Home::bare();
    home.run(&["init", "--sample"]).done();
    let before = home.state();
    let who = muragat_archive::Identity::new("Айгүл");
    let archive = muragat_archive::Archive::open(&home.library, who).unwrap();
    let stick = home.path("таяқша");
    for zip in [false, true] {
        for end in 0..6u64 {
            fs::create_dir(&stick).unwrap();
            let what = muragat_bundle::Export {
                zip,
                ..Default::default()
            };
            let mut calls = 0;
            let stopped =
                muragat_bundle::export(&archive, &stick.join("бума"), &what, &mut |_| {
                    calls += 1;
                    calls <= end
                });
            assert_eq!(stopped.unwrap_err().code(), "cancelled");
            assert_eq!(names(&stick), Vec::<String>::new());

            // pulled out: all that was written is gone, and the folder with it
            let mut calls = 0;
            let pulled =
                muragat_bundle::export(&archive, &stick.join("бума"), &what, &mut |_| {
                    if calls == end {
                        let _ = fs::remove_dir_all(&stick);
                    }
                    calls += 1;
                    true
                });
            let error = pulled.unwrap_err();
            assert!(!stick.exists(), "{error}");
        }
    }
    assert_eq!(home.state(), before);
}
