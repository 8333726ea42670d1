//! A write says which records look different now: all of those, by what a reader of them sees.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;
#[path = "common/steps/mod.rs"]
mod steps;

use std::collections::BTreeMap;

use common::{home, picture};
use muragat_archive::{Archive, Identity, ListQuery, PartyQuery, PhotoQuery, Touched};
use proptest::prelude::*;
use serde::Serialize;
use steps::{run, step};

/// Every record as a reader sees it, by kind and UUID.
fn look(archive: &Archive) -> BTreeMap<(&'static str, String), String> {
    fn text(value: &impl Serialize) -> String {
        serde_json::to_string(value).unwrap()
    }
    let mut seen = BTreeMap::new();
    for id in archive.article_ids().unwrap() {
        seen.insert(
            ("article", id.clone()),
            text(&archive.article(&id).unwrap()),
        );
    }
    let parties = PartyQuery {
        limit: 1000,
        ..PartyQuery::default()
    };
    for line in archive.parties(&parties).unwrap().rows {
        let mut page = archive.party(&line.id).unwrap();
        // who may be the same is asked of all parties, and is no part of the record
        page.similar.clear();
        let quotes = archive.party_quotes(&line.id, 0, 1000).unwrap();
        let id = line.id.clone();
        seen.insert(("party", id), text(&line) + &text(&page) + &text(&quotes));
    }
    for line in archive.events(None, 0, 1000).unwrap().rows {
        let page = archive.event(&line.id).unwrap();
        seen.insert(("event", line.id.clone()), text(&line) + &text(&page));
    }
    let photos = PhotoQuery {
        limit: 1000,
        ..PhotoQuery::default()
    };
    for line in archive.photos(&photos).unwrap().rows {
        let near = archive.near_photos(&line.photo.id).unwrap();
        let said: Vec<_> = (near.iter())
            .filter_map(|near| Some((&near.line.photo.id, near.kinship?)))
            .collect();
        seen.insert(("photo", line.photo.id.clone()), text(&line) + &text(&said));
    }
    for line in archive.units().unwrap() {
        let record = archive.unit(&line.id).unwrap();
        seen.insert(("unit", line.id.clone()), text(&line) + &text(&record));
    }
    for record in archive.transfers().unwrap() {
        let entries = archive.transfer_entries(&record.id).unwrap();
        seen.insert(
            ("transfer", record.id.clone()),
            text(&record) + &text(&entries),
        );
    }
    for line in archive.saved_searches().unwrap() {
        seen.insert(("saved_search", line.id.clone()), text(&line));
    }
    for line in archive.photo_templates().unwrap() {
        seen.insert(("photo_template", line.id.clone()), text(&line));
    }
    seen
}

fn told<'t>(touched: &'t Touched, kind: &str) -> &'t [String] {
    match kind {
        "article" => &touched.articles,
        "party" => &touched.parties,
        "event" => &touched.events,
        "photo" => &touched.photos,
        "unit" => &touched.units,
        "transfer" => &touched.transfers,
        "photo_template" => &touched.photo_templates,
        _ => &touched.saved_searches,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_record_that_looks_different_is_told(steps in prop::collection::vec((any::<bool>(), step()), 1..40)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
        let mut before = look(&home.archive);
        for (first, step) in &steps {
            let archive = if *first { &mut home.archive } else { &mut other };
            let touched = run(archive, step, &photos)?.unwrap_or_default();
            let after = look(&home.archive);
            for (kind, id) in before.keys().chain(after.keys()) {
                let key = (*kind, id.clone());
                let same = before.get(&key) == after.get(&key);
                prop_assert!(
                    same || told(&touched, kind).contains(id),
                    "{step:?}: {kind} {id} was not told\n{:?}\n{:?}",
                    before.get(&key),
                    after.get(&key)
                );
            }
            before = after;
        }
    }

    #[test]
    fn facets_are_those_of_the_rows_whoever_wrote(steps in prop::collection::vec((any::<bool>(), step()), 1..40)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
        let all = ListQuery::default();
        for (first, step) in &steps {
            let archive = if *first { &mut home.archive } else { &mut other };
            run(archive, step, &photos)?;
            // the one keeps what it counts from, the other reads the rows of so few
            let (kept, read) = (home.archive.facets(&all).unwrap(), other.search(&all).unwrap().facets);
            prop_assert_eq!(kept, read, "after {:?}", step);
        }
    }
}
