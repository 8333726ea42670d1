//! Any bytes as a received document.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(bytes);
});
