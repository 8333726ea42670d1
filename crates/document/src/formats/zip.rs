//! A zip of files: they are enclosed, not read.

use encoding_rs::{IBM866, WINDOWS_1251};

use crate::budget::Budget;
use crate::container::{Container, Entry};
use crate::document::{Document, Doubt, Enclosed, LeftOutKind};
use crate::format::Format;
use crate::refusal::Refusal;

/// What systems leave in a zip that no person put there.
const RUBBISH: [&str; 6] = [
    ".ds_store",
    "thumbs.db",
    "desktop.ini",
    ".localized",
    "ehthumbs.db",
    "icon\r",
];

/// Reads a zip of files.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let container = Container::open(bytes)?;
    let mut document = Document::new(Format::Zip);
    let mut damaged = container.damaged;
    let mut refusal = None;
    for entry in container.entries.iter().filter(|entry| !entry.is_folder()) {
        let name = read_name(entry);
        if name.is_empty() || is_rubbish(&name) {
            continue;
        }
        budget.take_part("entries of the zip")?;
        match container.unpack(entry, budget) {
            Ok(unpacked) => {
                damaged |= unpacked.damaged;
                if unpacked.damaged && unpacked.bytes.is_empty() {
                    document.leave_out(LeftOutKind::DamagedFile, &name);
                    continue;
                }
                document.enclosed.push(Enclosed {
                    name,
                    declared_type: None,
                    bytes: unpacked.bytes,
                });
            }
            Err(Refusal::Locked) => {
                document.leave_out(LeftOutKind::LockedFile, &name);
                refusal = Some(Refusal::Locked);
            }
            Err(too_large @ Refusal::TooLarge { .. }) => {
                // What comes after it would be unfolded in vain.
                document.doubts.push(Doubt::CutOff);
                refusal = Some(too_large);
                break;
            }
            Err(other) => {
                document.leave_out(LeftOutKind::DamagedFile, &name);
                refusal = Some(other);
            }
        }
    }
    if document.enclosed.is_empty() {
        return Err(match (refusal, damaged) {
            (Some(refusal), _) => refusal,
            (None, true) => Refusal::Damaged {
                what: "no entry of the zip can be read".to_owned(),
            },
            (None, false) => Refusal::Empty,
        });
    }
    if damaged {
        document.doubts.push(Doubt::Damaged);
    }
    Ok(document)
}

/// The name of an entry, decoded, with its folders, never out of the zip.
fn read_name(entry: &Entry) -> String {
    let name = match &entry.unicode_name {
        Some(name) => name.clone(),
        None => decode_name(&entry.raw_name),
    };
    let name = name.replace('\\', "/");
    let steps: Vec<String> = name
        .split('/')
        .filter(|step| !matches!(*step, "" | "." | ".."))
        .filter(|step| !(step.len() == 2 && step.ends_with(':')))
        .map(|step| step.chars().filter(|c| !c.is_control()).collect())
        .collect();
    steps.join("/")
}

/// Decodes a name that does not say its encoding: UTF-8, or one of the two that Windows writes in our languages.
fn decode_name(raw: &[u8]) -> String {
    if let Ok(name) = std::str::from_utf8(raw) {
        return name.to_owned();
    }
    let count = |is_letter: fn(u8) -> bool| raw.iter().filter(|byte| is_letter(**byte)).count();
    // In each, these are letters; in the other, most of them are lines and signs.
    let of_866 = count(|byte| matches!(byte, 0x80..=0xAF | 0xE0..=0xF1));
    let of_1251 = count(|byte| matches!(byte, 0xA8 | 0xB8 | 0xC0..=0xFF));
    let encoding = match of_1251 > of_866 {
        true => WINDOWS_1251,
        false => IBM866,
    };
    encoding.decode_without_bom_handling(raw).0.into_owned()
}

fn is_rubbish(name: &str) -> bool {
    let small = name.to_lowercase();
    let file = small.rsplit('/').next().unwrap_or_default();
    small.split('/').any(|step| step == "__macosx")
        || file.starts_with("._")
        || RUBBISH.contains(&file)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;
    use crate::budget::Limits;
    use crate::container::tests::make_zip;

    fn read_with(bytes: &[u8], unfolded_bytes: u64) -> Result<Document, Refusal> {
        let limits = Limits {
            unfolded_bytes,
            ..Limits::default()
        };
        read(bytes, &mut Budget::new(limits))
    }

    /// Writes a zip of one name whose bytes are replaced by others of the same length.
    fn rename(plain: &str, raw: &[u8]) -> Vec<u8> {
        assert_eq!(plain.len(), raw.len());
        let mut bytes = make_zip(&[(plain, b"x")]);
        for at in 0..bytes.len() - raw.len() {
            if bytes[at..].starts_with(plain.as_bytes()) {
                bytes[at..at + raw.len()].copy_from_slice(raw);
            }
        }
        bytes
    }

    fn names(document: &Document) -> Vec<&str> {
        let names = document.enclosed.iter();
        names.map(|file| file.name.as_str()).collect()
    }

    #[test]
    fn names_are_decoded_as_systems_write_them() {
        for encoding in [IBM866, WINDOWS_1251] {
            let raw = encoding.encode("Пресс-релиз акимата.docx").0;
            let bytes = rename(&"n".repeat(raw.len()), &raw);
            let document = read_with(&bytes, 1 << 20).unwrap();
            assert_eq!(names(&document), ["Пресс-релиз акимата.docx"]);
        }
        let document = read_with(&make_zip(&[("Сурет/Әкім.jpg", b"x")]), 1 << 20).unwrap();
        assert_eq!(names(&document), ["Сурет/Әкім.jpg"]);
    }

    #[test]
    fn paths_lead_nowhere_out_and_rubbish_is_left() {
        let bytes = make_zip(&[
            ("../../etc/хабар.txt", b"1"),
            ("C:\\құжат\\b.txt", b"2"),
            ("__MACOSX/._хабар.txt", b"3"),
            ("фото/.DS_Store", b"4"),
            ("фото/Thumbs.db", b"5"),
            ("фото/", b""),
        ]);
        let document = read_with(&bytes, 1 << 20).unwrap();
        assert_eq!(names(&document), ["etc/хабар.txt", "құжат/b.txt"]);
    }

    #[test]
    fn a_bomb_gives_what_came_before_it_or_nothing() {
        let large = vec![0; 2 << 20];
        let bytes = make_zip(&[("a.txt", b"one"), ("b.bin", &large), ("c.txt", b"three")]);
        let document = read_with(&bytes, 1 << 20).unwrap();
        assert_eq!(names(&document), ["a.txt"]);
        assert_eq!(document.doubts, [Doubt::CutOff]);
        let refusal = read_with(&make_zip(&[("b.bin", &large)]), 1 << 20).unwrap_err();
        assert!(matches!(refusal, Refusal::TooLarge { .. }));
    }

    #[test]
    fn locked_entries_are_told() {
        let options = zip::write::SimpleFileOptions::default();
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("ашық.txt", options).unwrap();
        writer.write_all(b"1").unwrap();
        writer.start_file("lock.txt", options).unwrap();
        writer.write_all(b"2").unwrap();
        let mut bytes = writer.finish().unwrap().into_inner();
        // The first bit of the flags, in the header and in the directory, says that an entry is locked.
        for at in 0..bytes.len() - 4 {
            let flags = match &bytes[at..at + 4] {
                b"PK\x03\x04" => (at + 6, at + 30),
                b"PK\x01\x02" => (at + 8, at + 46),
                _ => continue,
            };
            if bytes[flags.1..].starts_with(b"lock.txt") {
                bytes[flags.0] |= 1;
            }
        }
        let document = read_with(&bytes, 1 << 20).unwrap();
        assert_eq!(names(&document), ["ашық.txt"]);
        assert_eq!(document.left_out[0].kind, LeftOutKind::LockedFile);
        assert_eq!(document.left_out[0].text, "lock.txt");
    }

    #[test]
    fn a_zip_of_nothing_is_empty() {
        assert_eq!(read_with(&make_zip(&[]), 100).unwrap_err(), Refusal::Empty);
    }
}
