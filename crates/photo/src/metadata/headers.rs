//! What describing and drawing a picture need of its Exif data.

use super::containers::find_exif;
use super::exif::Exif;
use crate::decode::guarded;
use image::metadata::Orientation;

/// What is of use before all else.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    /// Exif orientation, 1 to 8, if it is one.
    pub(crate) orientation: Option<u8>,
    /// `2008-05-30T15:56:01`, local time, if it is a real moment and the one at which the shutter opened.
    pub(crate) taken_at: Option<String>,
}

pub(crate) fn read_metadata(bytes: &[u8]) -> Metadata {
    guarded(|| {
        let block = find_exif(bytes)?;
        let exif = Exif::new(&block)?;
        let taken_at = exif.date_created().map(|date| date.local);
        Some(Metadata {
            orientation: exif.orientation(),
            // A day alone is no moment.
            taken_at: taken_at.filter(|local| local.len() == "2008-05-30T15:56:01".len()),
        })
    })
    .flatten()
    .unwrap_or_default()
}

/// How a picture is to be turned upright: as the picture says itself, else as its Exif says.
pub(crate) fn find_turn(of_picture: Option<u8>, bytes: &[u8]) -> Option<Orientation> {
    let number = of_picture.or_else(|| read_metadata(bytes).orientation)?;
    Orientation::from_exif(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{TiffValue, jpeg, tiff, with_exif};

    #[test]
    fn only_the_moment_at_which_the_shutter_opened_is_when_it_was_taken() {
        let taken_at = |tag: u16, date: &str| {
            let date = TiffValue::Text(format!("{date}\0").into_bytes());
            read_metadata(&with_exif(&jpeg(4, 4), &tiff(&[], &[(tag, date)], &[]))).taken_at
        };
        let (original, digitised, changed) = (0x9003, 0x9004, 0x0132);
        let moment = "2008:05:30 15:56:01";
        assert_eq!(
            taken_at(original, moment).as_deref(),
            Some("2008-05-30T15:56:01")
        );
        assert_eq!(taken_at(digitised, moment), None);
        assert_eq!(taken_at(changed, moment), None);
        assert_eq!(taken_at(original, "2008:05:30   :  :  "), None);
    }

    #[test]
    fn raw_files_with_another_number_behind_their_byte_order() {
        let text = |text: &str| TiffValue::Text(format!("{text}\0").into_bytes());
        let mut file = tiff(
            &[(0x010f, text("OLYMPUS")), (0x0110, text("E-M1"))],
            &[(0x9003, text("2008:05:30 15:56:01"))],
            &[],
        );
        for number in [b"*\0", b"RO", b"RS", b"U\0"] {
            file[2..4].copy_from_slice(number);
            let read = read_metadata(&file);
            let taken_at = read.taken_at.as_deref();
            assert_eq!(taken_at, Some("2008-05-30T15:56:01"), "{number:?}");
        }
    }
}
