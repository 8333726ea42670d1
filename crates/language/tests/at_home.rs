//! An archivist catalogues 200 releases of one region: what is kept and turned down spares corrections later, and one who
//! turns down at random what is right makes nothing worse. tests/region has releases of an invented region, written and
//! marked by people who had not seen the grammar; nothing is learnt from them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

#[path = "../examples/teach/home.rs"]
mod home;
#[path = "../examples/teach/marked.rs"]
#[allow(dead_code, reason = "this test reads marks, and writes none")]
mod marked;

use home::{Corrections, Memory, catalogue_all, tell};
use marked::{Marked, read_marked};

fn region(language: &str) -> Vec<Marked> {
    let file = format!("{}/tests/region/{language}.txt", env!("CARGO_MANIFEST_DIR"));
    read_marked(language, &std::fs::read_to_string(file).unwrap())
}

fn sum(corrections: &[Corrections]) -> usize {
    corrections.iter().map(Corrections::sum).sum()
}

#[test]
fn decisions_spare_corrections_and_stubborn_ones_cost_none() {
    for language in ["kk", "ru"] {
        let releases = region(language);
        assert!(releases.len() > 70);
        let told = |memory: Memory, stubborn: u64| {
            let corrections = catalogue_all(&releases, memory, stubborn);
            println!(
                "{language} {memory:?}, {stubborn} of 100 turned down: {} ({} in all)",
                tell(&corrections),
                sum(&corrections)
            );
            sum(&corrections)
        };
        let without = told(Memory::Nothing, 0);
        let names = told(Memory::Names, 0);
        let all = told(Memory::All, 0);
        assert!(all < names && names <= without);
        for stubborn in [30, 50] {
            assert!(told(Memory::All, stubborn) <= without);
        }
    }
}
