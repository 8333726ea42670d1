//! What a camera wrote into a picture's Exif data. Broken Exif gives less, never an error.

mod blocks;
mod charsets;
mod containers;
mod date_time;
mod exif;
mod fields;
mod ifd;
mod iim;
mod inflate;
mod languages;
mod limits;
mod position;
mod regions;
mod shape;
mod stated;
mod values;
mod words;
mod xmp;

use crate::decode::guarded;
use ::exif::{Exif, In, Reader, Tag, Value};
use std::io::Cursor;

/// Longest camera name kept, in characters.
const CAMERA_MOST: usize = 120;

/// What is of use to an archive.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    /// Exif orientation, 1 to 8, if it is one.
    pub(crate) orientation: Option<u8>,
    /// `2008-05-30T15:56:01`, local time, if it is a real date.
    pub(crate) taken_at: Option<String>,
    /// Maker and model.
    pub(crate) camera: Option<String>,
}

pub(crate) fn read_metadata(bytes: &[u8]) -> Metadata {
    guarded(|| {
        let read = Reader::new()
            .continue_on_error(true)
            .read_from_container(&mut Cursor::new(bytes));
        let exif = read
            .or_else(|error| error.distill_partial_result(|_| ()))
            .ok()?;
        Some(Metadata {
            orientation: orientation(&exif),
            taken_at: taken_at(&exif),
            camera: camera(&exif),
        })
    })
    .flatten()
    .unwrap_or_default()
}

fn orientation(exif: &Exif) -> Option<u8> {
    let value = exif
        .get_field(Tag::Orientation, In::PRIMARY)?
        .value
        .get_uint(0)?;
    u8::try_from(value)
        .ok()
        .filter(|value| (1..=8).contains(value))
}

/// When the shutter opened, or when a print was scanned. Not the file's last change.
fn taken_at(exif: &Exif) -> Option<String> {
    [Tag::DateTimeOriginal, Tag::DateTimeDigitized]
        .into_iter()
        .find_map(|tag| iso_date(&exif_text(exif, tag)?))
}

fn camera(exif: &Exif) -> Option<String> {
    let (make, model) = (exif_text(exif, Tag::Make), exif_text(exif, Tag::Model));
    let name = match (make, model) {
        // "Canon" and "Canon EOS 40D"; "NIKON CORPORATION" and "NIKON D70".
        (Some(make), Some(model)) => {
            let first = |name: &str| name.split_whitespace().next().map(str::to_lowercase);
            if first(&make) == first(&model) {
                model
            } else {
                format!("{make} {model}")
            }
        }
        (make, model) => model.or(make)?,
    };
    Some(name.chars().take(CAMERA_MOST).collect())
}

/// A text field on one line, or nothing if it is blank. Exif wants ASCII, cameras write what they like.
fn exif_text(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(parts) = &exif.get_field(tag, In::PRIMARY)?.value else {
        return None;
    };
    let text = String::from_utf8_lossy(parts.first()?.get(..).unwrap_or_default()).into_owned();
    let clean: String = text
        .chars()
        .take(1000)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    (!clean.is_empty()).then_some(clean)
}

/// `2008:05:30 15:56:01` as ISO 8601, if there was such a moment since photography began.
fn iso_date(text: &str) -> Option<String> {
    let numbers: Vec<u32> = text
        .get(..19)?
        .split([':', '-', ' ', 'T', '/', '.'])
        .map(|part| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse().ok())?
        })
        .collect::<Option<_>>()?;
    let [year, month, day, hour, minute, second] = numbers[..] else {
        return None;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    let real = (1826..=9999).contains(&year)
        && (1..=days).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    real.then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(
            iso_date("2008:05:30 15:56:01").as_deref(),
            Some("2008-05-30T15:56:01")
        );
        assert_eq!(
            iso_date("2024:02:29 00:00:00").as_deref(),
            Some("2024-02-29T00:00:00")
        );
        for wrong in [
            "0000:00:00 00:00:00",
            "2023:02:29 00:00:00",
            "2008:13:01 00:00:00",
            "2008:05:30 24:00:00",
            "2008:05:30",
            "    :  :     :  :  ",
            "1601:01:01 00:00:00",
            "2008:05:30 15:56:0қ",
        ] {
            assert_eq!(iso_date(wrong), None, "{wrong:?}");
        }
    }
}
