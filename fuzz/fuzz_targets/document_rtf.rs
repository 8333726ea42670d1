//! Any bytes behind the beginning of Rich Text.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(&[b"{\\rtf1\\ansi\\ansicpg1251 ", bytes].concat());
});
