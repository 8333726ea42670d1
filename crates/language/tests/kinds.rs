//! Kinds of misreading, each with several cases. The figures of each kind are printed by
//! `cargo test -p muragat-language --test kinds -- --nocapture`.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

#[path = "common/figures.rs"]
mod figures;
#[allow(dead_code, reason = "what learning takes from marks is not asked here")]
#[path = "../examples/teach/marked.rs"]
mod marked;

use figures::{Figures, plain, score};
use marked::read_marked;
use muragat_language::read;
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn every_kind_stays_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kinds");
    let mut kinds: BTreeMap<String, Figures> = BTreeMap::new();
    let mut all = Figures::default();
    for name in ["kk-a", "kk-b", "ru-a", "ru-b", "en"] {
        let text = std::fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
        for release in read_marked(name, &text) {
            let kind = release
                .heads
                .get("kind")
                .expect("each has its kind")
                .clone();
            let reading = read(&release.text);
            let gold = release.gold();
            score(
                &release.place,
                &gold,
                &reading,
                kinds.entry(kind).or_default(),
                &plain,
            );
            score(&release.place, &gold, &reading, &mut all, &plain);
        }
    }
    println!("{}", all.1.join("\n"));
    for (kind, figures) in &kinds {
        let part = |figure: &str| format!("{:.0}", 100.0 * figures.part(figure));
        println!(
            "{kind}: people {} of {}, positions {}, organisations {}, quotes {}, speakers {}",
            part("people recall"),
            part("people precision"),
            part("positions"),
            part("organisations recall"),
            part("quotes"),
            part("speakers"),
        );
    }
    for (figure, (hits, of)) in &all.0 {
        println!("{figure}: {hits} of {of}");
    }
    for (figure, floor) in FLOORS {
        assert!(
            all.part(figure) >= floor,
            "{figure}: {:?}",
            all.0.get(figure)
        );
    }
}

/// A little below what the models that ship reach.
const FLOORS: [(&str, f64); 6] = [
    ("people recall", 0.9),
    ("people precision", 0.86),
    ("positions", 0.85),
    ("organisations recall", 0.8),
    ("quotes", 0.9),
    ("speakers", 0.78),
];
