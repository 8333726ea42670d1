//! Any bytes as a model: refused, or able to tag.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(model) = muragat_language::tagger::Model::from_bytes(bytes) {
        let _ = model.tag(&["Облыс", "әкімі", "Бейбіт", "Исабаев"]);
    }
});
