//! Prints what photos state, as JSON: `cargo run --example read_metadata -- FILE …`. An XMP file beside a photo
//! (`photo.jpg.xmp` or `photo.xmp`) is read with it.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use muragat_photo::{PhotoMetadata, read_photo_metadata};
use serde::Serialize;

#[derive(Serialize)]
struct Read {
    file: String,
    metadata: PhotoMetadata,
}

fn read_sidecar(photo: &Path) -> Option<Vec<u8>> {
    let mut name = photo.as_os_str().to_owned();
    name.push(".xmp");
    fs::read(name)
        .or_else(|_| fs::read(photo.with_extension("xmp")))
        .ok()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = Vec::new();
    for file in std::env::args().skip(1) {
        let path = Path::new(&file);
        let metadata = read_photo_metadata(&fs::read(path)?, read_sidecar(path).as_deref());
        all.push(Read { file, metadata });
    }
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &all)?;
    writeln!(out)?;
    Ok(())
}
