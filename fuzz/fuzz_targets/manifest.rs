//! Any bytes as a manifest: lines whose paths, spelled again, are the same, and none that leads out unseen.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| muragat_bagit::fuzzing::manifest(bytes));
