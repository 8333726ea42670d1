//! Search by keys finds the other forms of a word, where exact and prefix search do not.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

#[path = "common/paradigm.rs"]
mod paradigm;
#[path = "common/retrieval.rs"]
mod retrieval;

use retrieval::{compare, sentences};

#[test]
fn an_inflected_query_finds_every_form_in_news() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/kaznerd/valid.iob2"
    );
    let Ok(text) = std::fs::read_to_string(file) else {
        // written past the test runner, which hides what a passing test prints
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "skipped: {file} is not here");
        return;
    };
    let made = compare(&sentences(&text));
    println!("{made:?}");
    assert!(made.queries > 1000, "{made:?}");
    assert!(made.keys.recall() >= 99.0, "{:?}", made.keys);
    assert!(made.keys.precision() >= 80.0, "{:?}", made.keys);
    assert!(
        made.keys.recall() > made.prefix.recall() && made.prefix.recall() > made.exact.recall()
    );
}

#[test]
fn a_small_text_is_measured() {
    let text = [
        "Кітапхана ашылды",
        "Кітапхананың үйі",
        "Біз кітапханада болдық",
        "Кітапханаларға келді",
    ];
    let text: Vec<String> = text.iter().map(|line| (*line).to_owned()).collect();
    let made = compare(&text);
    assert_eq!((made.words, made.queries), (1, 2));
    assert_eq!((made.keys.right, made.keys.wanted), (8, 8));
    assert_eq!((made.exact.right, made.prefix.right), (2, 2));
}
