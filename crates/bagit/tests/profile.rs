//! A bag that breaks a clause of a BagIt Profile is told by that clause, and by no other.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use muragat_bagit::{Bag, Clause, Profile, Weight, Writer, validate};
use serde_json::{Value, json};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const IDENTIFIER: &str = "https://archive.example/profile.json";

fn profile() -> Value {
    json!({
        "BagIt-Profile-Info": {
            "BagIt-Profile-Identifier": IDENTIFIER, "BagIt-Profile-Version": "1.4.0", "Version": "2",
            "Source-Organization": "Мемлекеттік мұрағат", "External-Description": "What it takes",
        },
        "Bag-Info": {
            "Source-Organization": { "required": true, "values": ["Жетісу", "Абай"] },
            "External-Identifier": { "required": true, "repeatable": false },
            "Contact-Name": { "recommended": true },
        },
        "Manifests-Required": ["sha256"],
        "Manifests-Allowed": ["sha256", "sha512"],
        "Tag-Manifests-Required": ["sha256"],
        "Tag-Manifests-Allowed": ["sha256", "sha512"],
        "Tag-Files-Required": ["мета/опись.xml"],
        "Tag-Files-Allowed": ["мета/*"],
        "Payload-Files-Required": ["data/оқы.txt", "data/фото/"],
        "Payload-Files-Allowed": ["data/*.txt", "data/фото/*"],
        "Allow-Fetch.txt": false,
        "Serialization": "optional",
        "Accept-Serialization": ["application/zip"],
        "Accept-BagIt-Version": ["1.0"],
    })
}

type Info = Vec<(&'static str, &'static str)>;

const INFO: [(&str, &str); 4] = [
    ("BagIt-Profile-Identifier", IDENTIFIER),
    ("source-organization", "Жетісу"),
    ("External-Identifier", "Қор 12"),
    ("Contact-Name", "Айгүл"),
];

fn write(mut writer: Writer, info: &[(&str, &str)]) {
    writer.add("data/оқы.txt", &mut "Сәлем".as_bytes()).unwrap();
    writer.add("data/фото/1.jpg", &mut &b"jpeg"[..]).unwrap();
    writer.add_tag("мета/опись.xml", &mut &b"<a/>"[..]).unwrap();
    writer.finish(info).unwrap();
}

fn bag(room: &TempDir, info: &[(&str, &str)]) -> PathBuf {
    let path = room.path().join("bag");
    let _ = fs::remove_dir_all(&path);
    write(Writer::folder(&path).unwrap(), info);
    path
}

fn departures(profile: &Value, bag: &Path) -> Vec<(Clause, String)> {
    let profile = Profile::from_json(&profile.to_string()).unwrap();
    let found = profile.check(&Bag::open(bag).unwrap()).unwrap();
    found
        .into_iter()
        .map(|one| {
            assert_eq!(one.weight, Weight::Breach, "{one}");
            (one.clause, one.subject)
        })
        .collect()
}

fn only(found: &[(Clause, String)], clause: Clause, subject: &str) {
    assert_eq!(found, [(clause, subject.to_owned())]);
}

#[test]
fn a_bag_that_follows_it_departs_in_nothing() {
    let room = TempDir::new().unwrap();
    assert_eq!(departures(&profile(), &bag(&room, &INFO)), []);
    let zip = room.path().join("bag.zip");
    write(Writer::zip(&zip, "bag").unwrap(), &INFO);
    assert_eq!(departures(&profile(), &zip), []);
    assert!(
        validate(&zip, &mut |_| ControlFlow::Continue(()))
            .unwrap()
            .valid
    );
}

#[test]
fn bag_info() {
    let room = TempDir::new().unwrap();
    let with = |change: &dyn Fn(&mut Info)| {
        let mut info = INFO.to_vec();
        change(&mut info);
        departures(&profile(), &bag(&room, &info))
    };
    only(
        &with(&|info| {
            info.remove(0);
        }),
        Clause::ProfileIdentifier,
        IDENTIFIER,
    );
    only(
        &with(&|info| info[0].1 = "https://other.example"),
        Clause::ProfileIdentifier,
        IDENTIFIER,
    );
    // several profiles at once are allowed
    assert_eq!(
        with(&|info| info.push(("BagIt-Profile-Identifier", "https://other.example"))),
        []
    );
    only(
        &with(&|info| {
            info.remove(1);
        }),
        Clause::BagInfo,
        "Source-Organization",
    );
    only(
        &with(&|info| info[1].1 = "Алматы"),
        Clause::BagInfo,
        "Source-Organization",
    );
    only(
        &with(&|info| info.push(("Source-Organization", "Алматы"))),
        Clause::BagInfo,
        "Source-Organization",
    );
    assert_eq!(with(&|info| info.push(("Source-Organization", "Абай"))), []);
    only(
        &with(&|info| {
            info.remove(2);
        }),
        Clause::BagInfo,
        "External-Identifier",
    );
    only(
        &with(&|info| info[2].1 = ""),
        Clause::BagInfo,
        "External-Identifier",
    );
    only(
        &with(&|info| info.push(("external-identifier", "Қор 13"))),
        Clause::BagInfo,
        "External-Identifier",
    );
    // labels that it does not name are free
    assert_eq!(with(&|info| info.push(("Bag-Count", "1 of 2"))), []);

    let profile = Profile::from_json(&profile().to_string()).unwrap();
    let without = bag(&room, &INFO[..3]);
    let advice = profile.check(&Bag::open(&without).unwrap()).unwrap();
    assert_eq!(advice.len(), 1);
    assert_eq!(
        (advice[0].subject.as_str(), advice[0].weight),
        ("Contact-Name", Weight::Advice)
    );
}

#[test]
fn files() {
    let room = TempDir::new().unwrap();
    let broken = |break_it: &dyn Fn(&Path)| {
        let bag = bag(&room, &INFO);
        break_it(&bag);
        departures(&profile(), &bag)
    };
    let gone = |name: &'static str| broken(&|bag| fs::remove_file(bag.join(name)).unwrap());
    let more = |name: &'static str| broken(&|bag| fs::write(bag.join(name), "x").unwrap());
    only(
        &gone("manifest-sha256.txt"),
        Clause::ManifestsRequired,
        "sha256",
    );
    assert_eq!(gone("manifest-sha512.txt"), []);
    only(&more("manifest-md5.txt"), Clause::ManifestsAllowed, "md5");
    only(
        &gone("tagmanifest-sha256.txt"),
        Clause::TagManifestsRequired,
        "sha256",
    );
    only(
        &more("tagmanifest-sha1.txt"),
        Clause::TagManifestsAllowed,
        "sha1",
    );
    only(
        &gone("мета/опись.xml"),
        Clause::TagFilesRequired,
        "мета/опись.xml",
    );
    only(&more("notes.txt"), Clause::TagFilesAllowed, "notes.txt");
    assert_eq!(more("мета/тағы.txt"), []);
    only(
        &gone("data/оқы.txt"),
        Clause::PayloadFilesRequired,
        "data/оқы.txt",
    );
    only(
        &gone("data/фото/1.jpg"),
        Clause::PayloadFilesRequired,
        "data/фото/",
    );
    only(
        &more("data/run.exe"),
        Clause::PayloadFilesAllowed,
        "data/run.exe",
    );
    only(&more("fetch.txt"), Clause::AllowFetch, "fetch.txt");
    only(
        &broken(&|bag| {
            let text = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
            fs::write(bag.join("bagit.txt"), text).unwrap();
        }),
        Clause::AcceptVersion,
        "0.97",
    );
    only(&gone("bagit.txt"), Clause::AcceptVersion, "");

    let bag = bag(&room, &INFO);
    fs::remove_file(bag.join("bag-info.txt")).unwrap();
    let profile = Profile::from_json(&profile().to_string()).unwrap();
    let found = profile.check(&Bag::open(&bag).unwrap()).unwrap();
    let subjects: Vec<&str> = found.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(
        subjects,
        [
            IDENTIFIER,
            "Contact-Name",
            "External-Identifier",
            "Source-Organization"
        ]
    );
}

#[test]
fn container_and_payload() {
    let room = TempDir::new().unwrap();
    let folder = bag(&room, &INFO);
    let zip = room.path().join("bag.zip");
    write(Writer::zip(&zip, "").unwrap(), &INFO);
    let with = |key: &str, value: Value| {
        let mut profile = profile();
        profile[key] = value;
        profile
    };
    let required = with("Serialization", json!("required"));
    only(
        &departures(&required, &folder),
        Clause::Serialization,
        "data/",
    );
    assert_eq!(departures(&required, &zip), []);
    let forbidden = with("Serialization", json!("forbidden"));
    only(
        &departures(&forbidden, &zip),
        Clause::Serialization,
        "application/zip",
    );
    assert_eq!(departures(&forbidden, &folder), []);
    let tar = with("Accept-Serialization", json!(["application/tar"]));
    only(
        &departures(&tar, &zip),
        Clause::AcceptSerialization,
        "application/zip",
    );
    assert_eq!(departures(&tar, &folder), []);
    let mut fetch = with("Allow-Fetch.txt", json!(true));
    fetch["Fetch.txt-Required"] = json!(true);
    only(
        &departures(&fetch, &folder),
        Clause::FetchRequired,
        "fetch.txt",
    );

    let mut empty = with("Data-Empty", json!(true));
    only(&departures(&empty, &folder), Clause::DataEmpty, "data/");
    empty["Payload-Files-Required"] = json!([]);
    fs::remove_file(folder.join("data/оқы.txt")).unwrap();
    only(&departures(&empty, &folder), Clause::DataEmpty, "data/");
    fs::write(folder.join("data/фото/1.jpg"), "").unwrap();
    assert_eq!(departures(&empty, &folder), []);
    fs::remove_file(folder.join("data/фото/1.jpg")).unwrap();
    assert_eq!(departures(&empty, &folder), []);
}

#[test]
fn bag_info_is_read_in_the_encoding_that_the_bag_names() {
    let room = TempDir::new().unwrap();
    let bag = bag(&room, &INFO);
    let text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: windows-1251\n";
    fs::write(bag.join("bagit.txt"), text).unwrap();
    let info = format!(
        "BagIt-Profile-Identifier: {IDENTIFIER}\nSource-Organization: \
         \u{0}\nExternal-Identifier: 1\nContact-Name: A\n"
    );
    let mut bytes = info.into_bytes();
    let at = bytes.iter().position(|byte| *byte == 0).unwrap();
    // «Абай» in Windows-1251
    bytes.splice(at..=at, [0xc0, 0xe1, 0xe0, 0xe9]);
    fs::write(bag.join("bag-info.txt"), bytes).unwrap();
    assert_eq!(departures(&profile(), &bag), []);
}
