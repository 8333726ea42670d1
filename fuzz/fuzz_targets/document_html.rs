//! Any bytes within a page.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(&[b"<html>", bytes].concat());
});
