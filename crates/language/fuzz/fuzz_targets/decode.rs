//! Any bytes: a text or a named error.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(decoded) = muragat_language::decode(bytes) {
        let _ = muragat_language::read(&decoded.text);
    }
});
