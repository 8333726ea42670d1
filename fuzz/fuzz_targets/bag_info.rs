//! Any bytes as bag-info.txt: elements that, written again, are read the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| muragat_bagit::fuzzing::bag_info(bytes));
