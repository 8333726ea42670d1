//! What goes out comes back: any library, exported, taken in by an empty one and exported again, is the same.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test tells by failing"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Archive, ArticleEdit, Identity, Progress};
use muragat_bundle::{Export, Import, Standing, export, import, plan};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

fn go(_: Progress) -> bool {
    true
}

fn library(room: &Path, name: &str) -> Archive {
    Archive::create(&room.join(name), Identity::new("Айгүл")).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Every file below a folder.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn uuid(number: u64) -> String {
    format!("01990000-0000-7000-8000-{number:012}")
}

/// Where a value does not fit a schema, as far as the published one goes: types, enumerations, required fields,
/// no others, bounds; patterns are left to the writer's own tests.
fn misfits(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str() {
        return misfits(
            root,
            &root["$defs"][name.trim_start_matches("#/$defs/")],
            value,
            at,
        );
    }
    let mut found = Vec::new();
    let of_type = |name: &str| match name {
        "string" => value.is_string(),
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}"),
    };
    let fits = match &schema["type"] {
        Value::String(name) => of_type(name),
        Value::Array(names) => names.iter().any(|name| of_type(name.as_str().unwrap())),
        _ => schema["enum"]
            .as_array()
            .is_some_and(|words| words.contains(value)),
    };
    let bounded = value.as_f64().is_none_or(|number| {
        number >= schema["minimum"].as_f64().unwrap_or(f64::MIN)
            && number <= schema["maximum"].as_f64().unwrap_or(f64::MAX)
    });
    if !fits || !bounded {
        found.push(format!("{at}: {value}"));
    }
    if let (Some(fields), Some(known)) = (value.as_object(), schema["properties"].as_object()) {
        assert_eq!(schema["additionalProperties"], json!(false));
        assert_eq!(schema["required"].as_array().unwrap().len(), known.len());
        found.extend(
            known
                .keys()
                .filter(|name| !fields.contains_key(*name))
                .map(|name| format!("{at}.{name} lacks")),
        );
        for (name, field) in fields {
            match known.get(name) {
                Some(schema) => found.extend(misfits(root, schema, field, &format!("{at}.{name}"))),
                None => found.push(format!("{at}.{name} is unknown")),
            }
        }
    }
    for (nth, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(misfits(
            root,
            &schema["items"],
            item,
            &format!("{at}[{nth}]"),
        ));
    }
    found
}

#[test]
fn the_schema_knows_every_field_of_a_full_record() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../docs/article.schema.json")).unwrap();
    let text = include_str!("fixtures/article.json");
    let record: ArticleRecord = serde_json::from_str(text).unwrap();
    let value = serde_json::to_value(&record).unwrap();
    assert_eq!(misfits(&schema, &schema, &value, "$"), Vec::<String>::new());
    let mut wrong = value.clone();
    wrong["photos"][0]["regions"][0]["x"] = json!(2);
    wrong["parties"][0]["kind"] = json!("robot");
    wrong["more"] = json!(1);
    assert_eq!(misfits(&schema, &schema, &wrong, "$").len(), 3);
}

/// What one generated article is made of.
#[derive(Debug, Clone)]
struct Made {
    titles: Vec<(String, String)>,
    name: String,
    note: Option<String>,
    party: String,
    photos: usize,
    files: usize,
    subject: Option<String>,
    unit: bool,
    registered: bool,
    spans: Vec<(usize, usize)>,
}

/// Datings as closely and as surely as archives know them.
const DATINGS: [&str; 9] = [
    "2026-02-27",
    "2026-02",
    "1998~",
    "1998?",
    "199X",
    "2026-03-12/2026-03-14",
    "[..1950]",
    "1998/..",
    "2026-21%",
];

impl Made {
    fn dating(&self) -> &'static str {
        DATINGS
            [(self.photos + 3 * self.files + self.titles.len() + self.spans.len()) % DATINGS.len()]
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[А-Яа-яәғқңөұүһі«»–,. \n]{1,120}",
        "\\PC{1,60}",
        Just("</script><b>&\"'\u{7}\u{2028} ғ".to_owned()),
    ]
}

fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let text: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            "Ә".to_owned()
        } else {
            text
        }
    })
}

fn made() -> impl Strategy<Value = Made> {
    (
        (
            proptest::collection::vec((line(), text()), 1..3),
            line(),
            proptest::option::of(text()),
            line(),
        ),
        (
            0usize..3,
            0usize..3,
            proptest::option::of(line()),
            any::<bool>(),
            any::<bool>(),
        ),
        proptest::collection::vec((0usize..60, 1usize..30), 0..4),
    )
        .prop_map(
            |((titles, name, note, party), (photos, files, subject, unit, registered), spans)| {
                Made {
                    titles,
                    name,
                    note,
                    party,
                    photos,
                    files,
                    subject,
                    unit,
                    registered,
                    spans,
                }
            },
        )
}

/// The record of a generated article, and its originals into `bytes`.
fn record(number: u64, made: &Made, bytes: &mut HashMap<String, Vec<u8>>) -> ArticleRecord {
    let at = number * 1000;
    let mut kept = |content: Vec<u8>| {
        let digest = sha256(&content);
        let size = content.len();
        bytes.insert(digest.clone(), content);
        (digest, size)
    };
    let party = uuid(at + 1);
    let other = uuid(at + 2);
    let fixed = made.registered.then_some("2026-02-28T06:00:00Z");
    let versions: Vec<Value> = made
        .titles
        .iter()
        .enumerate()
        .map(|(index, (title, body))| {
            let body = body.replace('\r', " ");
            let chars: Vec<char> = body.chars().collect();
            let spans = |kind: u64| -> Vec<(String, usize, usize, String)> {
                let mut found = Vec::new();
                for (nth, (start, length)) in made.spans.iter().enumerate() {
                    let start = (*start).min(chars.len());
                    let end = (start + length).min(chars.len());
                    if start < end && nth as u64 % 2 == kind {
                        let id = uuid(at + 100 + index as u64 * 20 + kind * 10 + nth as u64);
                        found.push((id, start, end, chars[start..end].iter().collect()));
                    }
                }
                found.sort_by_key(|(id, start, end, _)| (*start, *end, id.clone()));
                found.dedup_by_key(|(_, start, end, _)| (*start, *end));
                found
            };
            let files: Vec<Value> = (0..if index == 0 { made.files } else { 0 })
                .map(|nth| {
                    let (digest, size) = kept(format!("file {number} {nth} {}", made.name).into_bytes());
                    json!({ "id": uuid(at + 200 + nth as u64), "name": made.name, "sha256": digest, "size": size,
                        "media_type": "text/plain", "encoding": "UTF-8" })
                })
                .collect();
            json!({
                "id": uuid(at + 10 + index as u64), "language": if index == 0 { "kk" } else { "ru" }, "title": title, "body": body,
                "relation": if index == 0 { "original" } else { "translates" },
                "of": (index > 0).then(|| uuid(at + 10)), "fixed_at": fixed, "files": files,
                "mentions": spans(0).iter().map(|(id, start, end, text)| json!({ "id": id, "party": party, "place": null,
                    "start": start, "end": end, "text": text, "state": "fresh" })).collect::<Vec<_>>(),
                "quotes": spans(1).iter().map(|(id, start, end, text)| json!({ "id": id, "speech": "direct", "start": start,
                    "end": end, "text": text, "speaker": party })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let photos: Vec<Value> = (0..made.photos)
        .map(|nth| {
            let (digest, size) = kept(format!("photo {number} {nth}").into_bytes());
            json!({ "id": uuid(at + 300 + nth as u64), "name": format!("{}.jpg", made.name), "sha256": digest, "size": size,
                "media_type": "image/jpeg", "width": null, "height": null, "undrawable": null,
                "texts": [{ "language": "kk", "kind": "caption", "text": made.party }],
                "credit": made.note, "photographer": null, "taken_at": null, "place": null, "rights": null, "instructions": null,
                "digital_source_type": null, "rating": ([None, Some(-1), Some(5)][nth % 3]), "picked": (nth % 2 == 0), "published": (nth % 2 == 1),
                "turned": (nth % 4), "event": null,
                "regions": [{ "id": uuid(at + 320 + nth as u64), "party": party, "x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4 }] })
        })
        .collect();
    let mut parties = vec![
        json!({ "id": party, "kind": "person", "name": made.party, "names": [], "date_from": made.dating(), "date_to": null, "bin": null,
            "predecessor": null, "parent": null, "note": made.note, "posts": [] }),
        json!({ "id": other, "kind": "organisation", "name": format!("{} ұйымы", made.party), "names": [], "date_from": null,
            "date_to": null, "bin": null, "predecessor": null, "parent": null, "note": null, "posts": [] }),
    ];
    parties.sort_by_key(|party| {
        let name = party["name"].as_str().unwrap();
        (
            muragat_language::sort_key(name),
            party["id"].as_str().unwrap().to_owned(),
        )
    });
    let units = if made.unit {
        json!([{ "id": uuid(1), "parent": null, "level": "fonds", "code": "ЖО", "title": "Қор <1>", "creator": null, "date_from": "199X~",
            "date_to": "1999?", "extent": null, "retention_period": null, "retention_article": null, "note": null }])
    } else {
        json!([])
    };
    serde_json::from_value(json!({
        "id": uuid(at), "reference": format!("{} {number}", made.name.chars().take(60).collect::<String>().trim()),
        "state": if made.registered { "registered" } else { "draft" }, "kind": null, "outgoing_number": null, "outgoing_date": null,
        "publication_date": made.dating(), "captured_on": "2026-02-28", "source_url": null, "rights": null, "note": made.note,
        "access": { "level": "open", "until": null, "reason": null, "decided_by": null }, "units": units,
        "subjects": made.subject.iter().collect::<Vec<_>>(), "places": [], "events": [], "versions": versions,
        "cast": [{ "id": uuid(at + 50), "party": party, "roles": ["speaker"], "on_behalf_of": other,
            "positions": [{ "id": uuid(at + 60), "version": uuid(at + 10), "text": made.party, "post": null }] }],
        "photos": photos, "parties": parties, "decisions": [], "created_at": "2026-02-28T05:00:00Z",
    }))
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn any_library_comes_back_whole(all in proptest::collection::vec(made(), 1..4)) {
        let room = TempDir::new().unwrap();
        let mut bytes = HashMap::new();
        let records: Vec<ArticleRecord> =
            (1u64..).zip(&all).map(|(number, made)| record(number, made, &mut bytes)).collect();
        let mut first = library(room.path(), "a.muragat");
        let mut fetch = |_: &ArticleRecord, digest: &str, _: &str| Ok(bytes[digest].clone());
        let adopted = first.adopt(&records, &mut fetch, &mut go);
        // what breaks the catalogue's own rules is not this test's matter
        prop_assume!(adopted.is_ok());
        let out = room.path().join("out");
        export(&first, &out, &Export::default(), &mut go).unwrap();

        let schema: Value = serde_json::from_str(include_str!("../../../docs/article.schema.json")).unwrap();
        let mut second = library(room.path(), "b.muragat");
        let taken = import(&mut second, &out, &Import::default(), &mut go).unwrap().value;
        prop_assert_eq!(taken.new.len(), records.len());
        for id in first.article_ids().unwrap() {
            let (here, there) = (first.article(&id).unwrap(), second.article(&id).unwrap());
            prop_assert_eq!(serde_json::to_string(&here).unwrap(), serde_json::to_string(&there).unwrap());
            let value = serde_json::to_value(&here).unwrap();
            prop_assert_eq!(misfits(&schema, &schema, &value, "$"), Vec::<String>::new());
        }
        let again = room.path().join("again");
        export(&second, &again, &Export::default(), &mut go).unwrap();
        let (mut one, mut two) = (tree(&out.join("data")), tree(&again.join("data")));
        prop_assert!(one.remove("export.premis.xml").is_some() && two.remove("export.premis.xml").is_some());
        prop_assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
        for (path, content) in &one {
            prop_assert!(two[path] == *content, "{} differs", path);
        }

        // taken in twice, nothing changes
        let before = second.history(None, 100).unwrap().len();
        let twice = import(&mut second, &again, &Import::default(), &mut go).unwrap().value;
        prop_assert_eq!((twice.new.len(), twice.same.len(), twice.differs.len()), (0, records.len(), 0));
        prop_assert_eq!(second.history(None, 100).unwrap().len(), before);
    }
}

/// One article, exported.
fn one(room: &TempDir) -> (Archive, std::path::PathBuf, String) {
    let mut bytes = HashMap::new();
    let made = Made {
        titles: vec![("Тақырып".to_owned(), "Роза Ақжаркенова сөйледі.".to_owned())],
        name: "хабар".to_owned(),
        note: None,
        party: "Роза Ақжаркенова".to_owned(),
        photos: 1,
        files: 1,
        subject: None,
        unit: true,
        registered: false,
        spans: vec![(0, 16)],
    };
    let record = record(1, &made, &mut bytes);
    let mut archive = library(room.path(), "a.muragat");
    let mut fetch = |_: &ArticleRecord, digest: &str, _: &str| Ok(bytes[digest].clone());
    archive
        .adopt(std::slice::from_ref(&record), &mut fetch, &mut go)
        .unwrap();
    let out = room.path().join("out");
    export(&archive, &out, &Export::default(), &mut go).unwrap();
    (archive, out, record.id)
}

fn note(archive: &mut Archive, id: &str, text: &str) {
    // the measure is the second
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let edit = ArticleEdit {
        note: Some(text.to_owned()),
        ..ArticleEdit::default()
    };
    archive.edit_article(id, &edit).unwrap();
}

#[test]
fn a_dry_run_says_who_changed_what() {
    let room = TempDir::new().unwrap();
    let (mut here, out, id) = one(&room);
    let mut there = library(room.path(), "b.muragat");
    let planned = plan(&there, &out, &mut go).unwrap();
    assert!(!planned.foreign);
    assert_eq!(planned.articles[0].standing, Standing::New);
    assert_eq!(
        (planned.articles[0].photos, planned.articles[0].files),
        (1, 1)
    );
    assert!(there.article_ids().unwrap().is_empty());
    import(&mut there, &out, &Import::default(), &mut go).unwrap();
    assert_eq!(
        plan(&there, &out, &mut go).unwrap().articles[0].standing,
        Standing::Same
    );

    // changed there since: they send it back
    note(&mut there, &id, "сонда");
    assert_eq!(
        plan(&there, &out, &mut go).unwrap().articles[0].standing,
        Standing::ChangedHere
    );
    let back = room.path().join("back");
    export(&there, &back, &Export::default(), &mut go).unwrap();
    let planned = plan(&here, &back, &mut go).unwrap();
    assert_eq!(planned.articles[0].standing, Standing::ChangedThere);
    let differs = &planned.articles[0].differences[..];
    assert_eq!(differs.len(), 1, "{differs:?}");
    assert_eq!(
        (differs[0].field.as_str(), differs[0].there.as_str()),
        ("note", "сонда")
    );
    note(&mut here, &id, "осында");
    assert_eq!(
        plan(&here, &back, &mut go).unwrap().articles[0].standing,
        Standing::ChangedBoth
    );
    // what is here stays
    let taken = import(&mut here, &back, &Import::default(), &mut go)
        .unwrap()
        .value;
    assert_eq!(taken.differs, std::slice::from_ref(&id));
    assert_eq!(here.article(&id).unwrap().note.as_deref(), Some("осында"));
    // unless it is to give way
    let over = Import {
        over: BTreeSet::from([id.clone()]),
        ..Import::default()
    };
    let taken = import(&mut here, &back, &over, &mut go).unwrap().value;
    assert_eq!(taken.renewed, std::slice::from_ref(&id));
    assert_eq!(here.article(&id).unwrap(), there.article(&id).unwrap());
    assert_eq!(
        plan(&here, &back, &mut go).unwrap().articles[0].standing,
        Standing::Same
    );
}

#[test]
fn only_what_was_chosen_comes_in() {
    let room = TempDir::new().unwrap();
    let (_, out, id) = one(&room);
    let mut there = library(room.path(), "b.muragat");
    let none = Import {
        articles: BTreeSet::from([uuid(77)]),
        ..Import::default()
    };
    assert!(
        import(&mut there, &out, &none, &mut go)
            .unwrap()
            .value
            .new
            .is_empty()
    );
    let chosen = Import {
        articles: BTreeSet::from([id.clone()]),
        ..Import::default()
    };
    assert_eq!(
        import(&mut there, &out, &chosen, &mut go)
            .unwrap()
            .value
            .new,
        [id]
    );
}

#[test]
fn a_bag_of_others_comes_in_with_all_its_files_once() {
    let room = TempDir::new().unwrap();
    let mut picture = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(8, 6, image::Rgb([200, 30, 30]))
        .write_to(&mut picture, image::ImageFormat::Png)
        .unwrap();
    let path = room.path().join("bag");
    let mut writer = muragat_bagit::Writer::folder(&path).unwrap();
    let release = "Талдықорғанда кітапхана ашылды\n\nСенбі күні балалар кітапханасы ашылды.\n";
    for (name, bytes) in [
        ("data/хабар/мәтін.txt", release.as_bytes()),
        ("data/хабар/сурет.png", picture.get_ref().as_slice()),
        ("data/хабар/акт.pdf", b"%PDF-1.4 x"),
        ("data/хабар/тағы.txt", release.as_bytes()),
        ("data/басқа.bin", b"\0\x01\x02"),
    ] {
        writer.add(name, &mut &*bytes).unwrap();
    }
    writer.finish(&[("External-Identifier", "Қор 12")]).unwrap();

    let mut archive = library(room.path(), "a.muragat");
    let planned = plan(&archive, &path, &mut go).unwrap();
    assert!(planned.foreign);
    assert_eq!(planned.articles.len(), 2);
    let taken = import(&mut archive, &path, &Import::default(), &mut go)
        .unwrap()
        .value;
    assert_eq!(taken.new.len(), 2);
    let article = archive.article("Қор 12/хабар").unwrap();
    assert_eq!(article.versions[0].title, "Талдықорғанда кітапхана ашылды");
    assert_eq!(article.versions[0].language, "kk");
    let names: Vec<&str> = article.versions[0]
        .files
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    assert_eq!(names, ["акт.pdf", "мәтін.txt"]);
    assert_eq!(article.photos[0].name, "сурет.png");
    assert_eq!(article.note.as_deref(), Some("тағы.txt = мәтін.txt"));
    assert_eq!(
        archive.original(&article.photos[0].sha256).unwrap(),
        *picture.get_ref()
    );
    let other = archive.article("Қор 12").unwrap();
    assert_eq!(other.versions[0].files[0].name, "басқа.bin");

    note(&mut archive, "Қор 12", "қаралды");
    let twice = import(&mut archive, &path, &Import::default(), &mut go)
        .unwrap()
        .value;
    assert_eq!((twice.new.len(), twice.same.len()), (0, 2));
    assert!(
        plan(&archive, &path, &mut go)
            .unwrap()
            .articles
            .iter()
            .all(|one| one.standing == Standing::Same)
    );
    // one op, taken back at once
    archive
        .undo(Some(
            archive
                .history(None, 10)
                .unwrap()
                .iter()
                .find(|op| op.kind == "import")
                .unwrap()
                .op,
        ))
        .unwrap_err();
}
