//! Any bytes as a zip file: an error, a report, or a bag of which every path stays inside, and every file is
//! as long as the directory says.
#![no_main]

use std::cell::RefCell;
use std::io::{Seek, Write};
use std::ops::ControlFlow;

use muragat_bagit::{Bag, validate};
use tempfile::NamedTempFile;

thread_local! {
    static FILE: RefCell<NamedTempFile> = RefCell::new(NamedTempFile::new().expect("a temporary file"));
}

/// Longest file that is read to its end.
const MOST: u64 = 1 << 20;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    FILE.with_borrow_mut(|file| {
        file.as_file().set_len(0).expect("room");
        file.rewind().expect("room");
        file.write_all(bytes).expect("room");
        let report = validate(file.path(), &mut |_| ControlFlow::Continue(()));
        let opened = Bag::open(file.path());
        if let (Ok(report), Err(_)) = (&report, &opened) {
            assert!(!report.valid, "what cannot be opened is not valid");
        }
        let Ok(bag) = opened else { return };
        for path in bag.payload_paths().into_iter().chain(bag.tag_paths()) {
            assert!(
                !path.starts_with('/')
                    && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
            );
            if let Ok(content) = bag.read(&path, MOST) {
                assert_eq!(bag.octets(&path), Some(content.len() as u64));
            }
        }
    });
});
