//! Any bytes behind the first headers of a mail.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(&[b"From: a@example.kz\nTo: b@example.kz\n", bytes].concat());
});
