//! Any bytes behind the first line of a PDF.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(&[b"%PDF-1.7\n", bytes].concat());
});
