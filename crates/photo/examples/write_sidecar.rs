//! Prints the XMP to lie beside a photo of which an archive knows nothing more: `cargo run --example write_sidecar -- PHOTO`.
//! An XMP file beside it (`photo.jpg.xmp` or `photo.xmp`) is taken along.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use muragat_photo::{ArchiveStatement, DateTime, write_sidecar};

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("PHOTO")?;
    let path = Path::new(&file);
    let beside = fs::read(format!("{file}.xmp")).or_else(|_| fs::read(path.with_extension("xmp")));
    let date = DateTime::from_xmp("2026-02-27T10:15:00+05:00").ok_or("date")?;
    let known = ArchiveStatement::default();
    let sidecar = write_sidecar(&fs::read(path)?, beside.ok().as_deref(), &known, &date);
    std::io::stdout().lock().write_all(&sidecar)?;
    Ok(())
}
