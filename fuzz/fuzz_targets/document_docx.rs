//! Any bytes as the main part of a document of Word.
#![no_main]

mod document;
mod package;

/// A package with the bytes as its document.
fn wrap(bytes: &[u8]) -> Vec<u8> {
    let types: &[u8] = b"<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let root: &[u8] = b"<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>";
    let part: &[u8] = b"<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='document.xml'/><Relationship Id='r2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk' Target='document.xml'/></Relationships>";
    package::make_zip(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("word/_rels/document.xml.rels", part),
        ("word/document.xml", bytes),
    ])
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    document::check(&wrap(bytes));
});
