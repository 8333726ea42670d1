//! Any bytes as the content of an OpenDocument text.
#![no_main]

mod document;
mod package;

/// A package with the bytes as its content, which are its styles as well.
fn wrap(bytes: &[u8]) -> Vec<u8> {
    package::make_zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", bytes),
        ("styles.xml", bytes),
    ])
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(&wrap(bytes));
});
