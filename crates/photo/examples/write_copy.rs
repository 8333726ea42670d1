//! Writes a copy of a photo, of which an archive knows nothing more: `cargo run --example write_copy -- PHOTO EDGE > COPY`.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::sync::atomic::AtomicBool;

use muragat_photo::{ArchiveStatement, DateTime, draw_copy, write_copy};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let photo = fs::read(given.next().ok_or("PHOTO")?)?;
    let edge = given.next().map(|edge| edge.parse()).transpose()?;
    let date = DateTime::from_xmp("2026-02-27T10:15:00+05:00").ok_or("date")?;
    let drawn = draw_copy(&photo, edge, 0, &AtomicBool::new(false))?;
    let copy = write_copy(&photo, &drawn, &ArchiveStatement::default(), &date)?;
    std::io::stdout().lock().write_all(&copy)?;
    Ok(())
}
