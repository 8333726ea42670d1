//! Any bytes as fetch.txt.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| muragat_bagit::fuzzing::fetch(bytes));
