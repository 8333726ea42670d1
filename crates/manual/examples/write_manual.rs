//! Writes the manual as pages for a browser: `write_manual FOLDER [PICTURES]`. Of PICTURES, a folder that
//! `make screenshots` made, those that the pages show are copied beside them.
#![allow(clippy::unwrap_used, reason = "a tool of the scripts")]

use std::fs;
use std::path::PathBuf;

use muragat_manual::{LANGUAGES, html_pages};

fn main() {
    let mut paths = std::env::args().skip(1).map(PathBuf::from);
    let folder = paths.next().unwrap();
    let pictures = paths.next();
    for language in LANGUAGES {
        let own = folder.join(language);
        fs::create_dir_all(&own).unwrap();
        // The window is not drawn in English: those who read that know what they see by its places.
        let drawn = if language == "en" { "ru" } else { language };
        let picture_of = |view: &str| {
            let file = format!("{view}-1280x800-light-{drawn}.png");
            fs::copy(pictures.as_ref()?.join(&file), own.join(&file)).ok()?;
            Some(file)
        };
        for page in html_pages(language, &picture_of) {
            fs::write(own.join(page.file), page.html).unwrap();
        }
    }
    println!("{}", folder.display());
}
