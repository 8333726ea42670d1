//! Any bytes as the streams of an old document of Word: the stream of its text, then that of its tables.
#![no_main]

use std::io::{Cursor, Write};

mod document;

/// A compound file of the two streams; the first takes so many bytes as the first two say.
fn wrap(bytes: &[u8]) -> Vec<u8> {
    let [low, high, rest @ ..] = bytes else {
        return Vec::new();
    };
    let length = usize::from(u16::from_le_bytes([*low, *high])).min(rest.len());
    let (text, tables) = rest.split_at(length);
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    for (name, content) in [
        ("WordDocument", text),
        ("0Table", tables),
        ("1Table", tables),
        ("Data", tables),
    ] {
        let mut stream = file.create_stream(name).expect("a stream");
        stream.write_all(content).expect("room");
    }
    file.into_inner().into_inner()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = wrap(bytes);
    if !file.is_empty() {
        document::check(&file);
    }
});
