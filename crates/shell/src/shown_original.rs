//! An original, put where the system's program for its kind can show it: a copy, so that nothing that is done there
//! reaches the library.

use std::fs;
use std::path::{Path, PathBuf};

use muragat_archive::{Archive, Error};

/// Endings of files that the system's programs show. A file of another ending could be run, so that it is shown as text.
const SHOWN: [&str; 28] = [
    "docx", "doc", "docm", "odt", "fodt", "rtf", "pdf", "eml", "msg", "mbox", "html", "htm", "mht",
    "mhtml", "pptx", "txt", "text", "md", "zip", "json", "xml", "csv", "jpg", "jpeg", "png", "tif",
    "tiff", "webp",
];

/// Copies an original into a folder, under its name as received; gives the copy's path.
///
/// # Errors
/// [`Error::OriginalMissing`], [`Error::OriginalDamaged`]; the copy cannot be written.
pub fn copy_original_to_show(
    archive: &Archive,
    sha256: &str,
    name: &str,
    folder: &Path,
) -> Result<PathBuf, Error> {
    let bytes = archive.original(sha256)?;
    let path = folder.join(safe_name(name));
    fs::write(&path, bytes).map_err(|error| Error::writing(&path, &error))?;
    // what one writes into a copy would be lost: the program says that it may not be written
    let read_only = fs::metadata(&path).map(|meta| {
        let mut permissions = meta.permissions();
        permissions.set_readonly(true);
        permissions
    });
    read_only
        .and_then(|permissions| fs::set_permissions(&path, permissions))
        .map_err(|error| Error::writing(&path, &error))?;
    Ok(path)
}

/// The name without what leads elsewhere or means something to a system, with an ending that is shown and never run.
fn safe_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            c if c.is_control() => '_',
            c => c,
        })
        .collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let ending = plain
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let shown = ending.is_some_and(|ending| SHOWN.contains(&ending.as_str()));
    let start: String = match plain.chars().count() > 120 {
        true => plain.chars().skip(plain.chars().count() - 120).collect(),
        false => plain.to_owned(),
    };
    match (shown, start.is_empty()) {
        (_, true) => "text.txt".to_owned(),
        (true, false) => start,
        (false, false) => format!("{start}.txt"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_runs_nothing() {
        for (name, safe) in [
            ("Пресс-релиз 27.02.docx", "Пресс-релиз 27.02.docx"),
            ("../../etc/passwd", "_.._etc_passwd.txt"),
            ("setup.desktop", "setup.desktop.txt"),
            ("run.EXE", "run.EXE.txt"),
            ("C:\\a\\b.pdf", "C__a_b.pdf"),
            ("...", "text.txt"),
            ("фото\n.JPG", "фото_.JPG"),
        ] {
            assert_eq!(safe_name(name), safe, "{name}");
        }
    }
}
