//! The shipped model, and bytes that are none.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

use muragat_language::tagger::{Model, shipped};

#[test]
fn the_shipped_model_knows_names() {
    let model = shipped().unwrap();
    let tokens = [
        "Қазақстан",
        "Президенті",
        "Қасым-Жомарт",
        "Тоқаев",
        "Алматыға",
        "келді",
        ".",
    ];
    let tags = model.tag(&tokens);
    assert_eq!(tags.len(), tokens.len());
    assert_eq!(tags[2..5], ["B-PERSON", "I-PERSON", "B-GPE"]);
    assert_eq!(tags[5..], ["O", "O"]);
    assert!(model.tag(&[]).is_empty());
}

#[test]
fn a_model_takes_its_promised_room() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assets/models/kaznerd.crf"
    );
    assert!(std::fs::metadata(path).unwrap().len() < 5_000_000);
}

#[test]
fn cut_and_foreign_bytes_are_refused() {
    let labels: Vec<String> = ["O", "S-PERSON", "B-PERSON", "E-PERSON"]
        .map(String::from)
        .into();
    let bytes = Model::to_bytes(&labels, &[0.0; 16], &[(7, vec![(1, 1.5), (2, -0.5)])]);
    assert!(Model::from_bytes(&bytes).is_ok());
    for length in 0..bytes.len() {
        assert!(Model::from_bytes(&bytes[..length]).is_err(), "{length}");
    }
    assert!(Model::from_bytes(b"MRGCRF01\x00").is_err());
    let mut longer = bytes;
    longer.push(0);
    assert!(Model::from_bytes(&longer).is_err());
}
