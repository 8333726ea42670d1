//! Each format's whole text, from one record that has everything: read the difference when it changes.

use std::collections::BTreeMap;

use muragat_archive::Provenance;
use muragat_archive::record::{ArticleRecord, PartyRecord};

use crate::formats::premis::{ExportEvent, KeptFile, Purpose};
use crate::formats::ro_crate::{RoCrate, Whole};
use crate::formats::{dublin_core, eac, ead3, mets, premis, tei, text, xmp};
use crate::layout;
use crate::placed::Placed;
use crate::viewer::Viewer;

const FOLDER: &str = "articles/2026/ЖО-1_2026-0001";

fn record() -> ArticleRecord {
    serde_json::from_str(include_str!("../../tests/fixtures/article.json")).unwrap()
}

fn kept<'a>(placed: &Placed<'a>) -> Vec<KeptFile<'a>> {
    let originals = placed.originals.iter().map(|(path, file)| KeptFile {
        path: path.clone(),
        id: Some(&file.id),
        purpose: Purpose::Original,
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
        name: Some(&file.name),
        pronom: file.pronom.as_deref(),
        damage: None,
    });
    let photos = placed.photos.iter().map(|(path, photo)| KeptFile {
        path: path.clone(),
        id: Some(&photo.id),
        purpose: Purpose::Photo,
        media_type: photo.media_type.clone(),
        size: photo.size,
        sha256: photo.sha256.clone(),
        name: Some(&photo.name),
        pronom: None,
        damage: (photo.name == "phone.heic").then_some("broken off"),
    });
    let record = KeptFile {
        path: "article.json".to_owned(),
        id: None,
        purpose: Purpose::Record,
        media_type: "application/json".to_owned(),
        size: 1,
        sha256: "d".repeat(64),
        name: None,
        pronom: None,
        damage: None,
    };
    originals.chain(photos).chain([record]).collect()
}

fn shown(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_format() {
    let record = record();
    let placed = Placed::new(&record, FOLDER);
    let files = kept(&placed);
    insta::assert_snapshot!("tei", shown(tei::tei(&placed)));
    insta::assert_snapshot!("mets", shown(mets::mets(&placed, &files)));
    insta::assert_snapshot!("premis", shown(premis::premis(&placed, &files)));
    insta::assert_snapshot!("xmp", shown(xmp::xmp(&placed, &record.photos[0], b"")));
    insta::assert_snapshot!("xmp_bare", shown(xmp::xmp(&placed, &record.photos[1], b"")));
    insta::assert_snapshot!("text", text::plain_text(&record));

    let names: BTreeMap<&str, &PartyRecord> = record
        .parties
        .iter()
        .map(|party| (party.id.as_str(), party))
        .collect();
    insta::assert_snapshot!(
        "eac_person",
        shown(eac::eac(&record.parties[0], &names, &record.created_at))
    );
    insta::assert_snapshot!(
        "eac_organisation",
        shown(eac::eac(&record.parties[1], &names, &record.created_at))
    );

    let mut aid = ead3::FindingAid::default();
    aid.add(&record, FOLDER);
    insta::assert_snapshot!("ead3", shown(aid.document("urn:uuid:x")));
    let mut catalogue = dublin_core::Catalogue::default();
    catalogue.add(&record);
    insta::assert_snapshot!("dublin_core", shown(catalogue.document("urn:uuid:x")));

    let mut graph = RoCrate::new();
    graph.article(&placed, &files);
    graph.party(
        &record.parties[0],
        &format!("{}.eac.xml", layout::authority(&record.parties[0])),
    );
    insta::assert_snapshot!(
        "ro_crate",
        shown(graph.document(&Whole {
            name: "n",
            description: "d",
            published: &record.created_at,
            licence: "l",
            identifier: "urn:uuid:x",
        }))
    );
    let history = [Provenance {
        op: 3,
        at: "2026-02-28T05:00:00Z".to_owned(),
        actor: "Айгүл".to_owned(),
        kind: "add_article".to_owned(),
        articles: vec![record.id.clone()],
    }];
    let export = ExportEvent {
        identifier: "urn:uuid:x",
        at: "2026-03-01T10:00:00+05:00",
        actor: "Айгүл",
        version: "0",
        articles: &[(record.id.clone(), record.reference.clone())],
        history: &history,
    };
    insta::assert_snapshot!("export_premis", shown(export.document()));
}

#[test]
fn pages_of_the_viewer() {
    let record = record();
    let placed = Placed::new(&record, FOLDER);
    let mut viewer = Viewer::new();
    insta::assert_snapshot!("article_page", shown(viewer.article(&placed)));
    viewer.add(&placed);
    let mut aid = ead3::FindingAid::default();
    aid.add(&record, FOLDER);
    let mut files = BTreeMap::new();
    let written: Result<(), ()> =
        viewer.finish("ЖО Жетісу", &aid.tree(), &mut |path, bytes| {
            files.insert(path.to_owned(), bytes.to_vec());
            Ok(())
        });
    written.unwrap();
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    insta::assert_snapshot!("list_page", text("index.html"));
    insta::assert_snapshot!("verify_page", text("verify.html"));
    insta::assert_snapshot!("authorities_page", text("authorities.html"));
    let person = format!("{}.html", layout::authority(&record.parties[0]));
    insta::assert_snapshot!("party_page", text(&person));
    insta::assert_snapshot!("lines", text("viewer/lines-0.js"));
    insta::assert_snapshot!("units", text("viewer/units.js"));
    assert!(text("viewer/terms-0.js").contains("\"исабаев\":\"0\""));
}

/// What a stranger wrote never becomes markup: no page has a tag or a handler that the writers did not make.
#[test]
fn data_never_becomes_markup() {
    let evil = "</title></p></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onfocus=\"alert(1)";
    let mut record = record();
    record.reference = evil.to_owned();
    record.subjects = vec![evil.to_owned()];
    record.source_url = Some("javascript:alert(1)".to_owned());
    record.versions[0].title = evil.to_owned();
    record.versions[1].language = evil.to_owned();
    record.photos[0].name = evil.to_owned();
    record.photos[0].texts[0].text = evil.to_owned();
    for party in &mut record.parties {
        party.name = evil.to_owned();
    }
    record.units[0].title = evil.to_owned();
    let placed = Placed::new(&record, FOLDER);
    let mut viewer = Viewer::new();
    let mut pages = vec![viewer.article(&placed)];
    viewer.add(&placed);
    let mut aid = ead3::FindingAid::default();
    aid.add(&record, FOLDER);
    let written: Result<(), ()> = viewer.finish(evil, &aid.tree(), &mut |path, bytes| {
        if path.ends_with(".html") {
            pages.push(bytes.to_vec());
        }
        Ok(())
    });
    written.unwrap();
    assert_eq!(pages.len(), 9);
    for page in pages {
        let page = String::from_utf8(page).unwrap();
        assert!(
            !page.contains("<script>") && !page.contains("<img src=x"),
            "{page}"
        );
        assert!(
            !page.contains("href=\"javascript") && !page.contains("\" onfocus"),
            "{page}"
        );
        assert!(
            page.contains("&lt;script&gt;") || page.contains("verify"),
            "{page}"
        );
    }
}

/// A file that is called by its year stands there once: its code is the year too.
#[test]
fn a_year_is_not_said_twice_where_a_document_lies() {
    let mut record = record();
    let file = record.units.last_mut().unwrap();
    (file.code, file.title) = ("2026".to_owned(), "2026 жыл".to_owned());
    let placed = Placed::new(&record, FOLDER);
    let page = shown(Viewer::new().article(&placed));
    assert!(page.contains("2026 жыл") && !page.contains("2026 2026"));
}

#[test]
fn who_is_in_a_picture_without_a_place_is_no_region_of_it() {
    let mut record = record();
    let name = record
        .parties
        .iter()
        .find(|party| party.id == record.photos[0].regions[0].party);
    let name = name.unwrap().name.clone();
    let region = &mut record.photos[0].regions[0];
    (region.x, region.y, region.w, region.h) = (0.0, 0.0, 1.0, 1.0);
    record.photos[0].regions.truncate(1);
    let placed = Placed::new(&record, FOLDER);
    let sidecar = shown(xmp::xmp(&placed, &record.photos[0], b""));
    assert!(!sidecar.contains("ImageRegion"), "{sidecar}");
    let (_, shown_in) = sidecar.split_once("PersonInImage").unwrap();
    assert!(shown_in.contains(&name), "{sidecar}");
    let viewer = Viewer::new();
    let page = shown(viewer.article(&placed));
    assert!(!page.contains("data-faces"), "{page}");
    assert!(page.contains(&name));
}
