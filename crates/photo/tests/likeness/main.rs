//! Photos are known again after what becomes of them on their way, and others are not taken for them. The whole measure is
//! examples/likeness_set.rs; this is a part of it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod canvas;
mod changes;
mod measure;
mod scenes;

use measure::{Source, draw_source, measure};

#[test]
fn changed_photos_are_known_again_and_look_alikes_are_not_taken_for_them() {
    let sources: Vec<Source> = (600..636).map(|number| draw_source(number, 480)).collect();
    let figures = measure(&sources);
    assert_eq!(figures.known.all, 33 * changes::CHANGES.len());
    assert!(
        figures.recall() >= 0.98,
        "{:?} {:#?}",
        figures.known,
        figures.wrong
    );
    assert!(
        figures.precision() >= 0.98,
        "{} {:#?}",
        figures.precision(),
        figures.wrong
    );
    // look-alikes by themselves: what is mistaken must not hide behind all that is known
    assert!(
        figures.look_alikes_mistaken.part() <= 0.03,
        "{:#?}",
        figures.wrong
    );
    assert_eq!(figures.strangers_mistaken.some, 0, "{:#?}", figures.wrong);
}
