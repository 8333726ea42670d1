//! What Exif says of a photo (Exif 3.0, CIPA DC-008-2023; tags of Windows beside it). Broken Exif says less.

use std::borrow::Cow;

use super::charsets::{decode_jis, decode_unmarked, decode_utf16};
use super::date_time::DateTime;
use super::fields::{LeftOut, PhotoMetadata};
use super::languages::InLanguages;
use super::position::{Position, degrees};
use super::stated::{Source, state};
use super::words::{clean_line, clean_words, is_said_by_machine};
use crate::structure::tiff::{Directory, TiffTags};
use crate::structure::tiff_value::{Order, Value};

/// Tags of the first directory (Exif 3.0, table 4, and MS-XP tags as Windows writes them).
mod tag {
    pub(super) const IMAGE_DESCRIPTION: u16 = 0x010E;
    pub(super) const MAKE: u16 = 0x010F;
    pub(super) const MODEL: u16 = 0x0110;
    pub(super) const ORIENTATION: u16 = 0x0112;
    pub(super) const DATE_TIME: u16 = 0x0132;
    pub(super) const ARTIST: u16 = 0x013B;
    pub(super) const RATING: u16 = 0x4746;
    pub(super) const COPYRIGHT: u16 = 0x8298;
    pub(super) const EXIF_DIRECTORY: u16 = 0x8769;
    pub(super) const GPS_DIRECTORY: u16 = 0x8825;
    pub(super) const XP_TITLE: u16 = 0x9C9B;
    pub(super) const XP_COMMENT: u16 = 0x9C9C;
    pub(super) const XP_AUTHOR: u16 = 0x9C9D;
    pub(super) const XP_KEYWORDS: u16 = 0x9C9E;
    // Tags of the Exif directory (Exif 3.0, tables 7 and 8).
    pub(super) const DATE_TIME_ORIGINAL: u16 = 0x9003;
    pub(super) const DATE_TIME_DIGITIZED: u16 = 0x9004;
    pub(super) const OFFSET_TIME: u16 = 0x9010;
    pub(super) const OFFSET_TIME_ORIGINAL: u16 = 0x9011;
    pub(super) const OFFSET_TIME_DIGITIZED: u16 = 0x9012;
    pub(super) const USER_COMMENT: u16 = 0x9286;
    pub(super) const SUB_SEC_TIME_ORIGINAL: u16 = 0x9291;
    pub(super) const SUB_SEC_TIME_DIGITIZED: u16 = 0x9292;
    pub(super) const BODY_SERIAL_NUMBER: u16 = 0xA431;
    pub(super) const LENS_MODEL: u16 = 0xA434;
    pub(super) const LENS_SERIAL_NUMBER: u16 = 0xA435;
    pub(super) const IMAGE_TITLE: u16 = 0xA436;
    pub(super) const PHOTOGRAPHER: u16 = 0xA437;
    // Tags of the GPS directory (Exif 3.0, table 15).
    pub(super) const GPS_LATITUDE_REF: u16 = 1;
    pub(super) const GPS_LATITUDE: u16 = 2;
    pub(super) const GPS_LONGITUDE_REF: u16 = 3;
    pub(super) const GPS_LONGITUDE: u16 = 4;
    pub(super) const GPS_ALTITUDE_REF: u16 = 5;
    pub(super) const GPS_ALTITUDE: u16 = 6;
    pub(super) const GPS_TIME_STAMP: u16 = 7;
    pub(super) const GPS_DATE_STAMP: u16 = 29;
}

/// The directories of an Exif block that say something of the photo.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exif<'a> {
    is_little_endian: bool,
    first: Directory<'a>,
    exif: Option<Directory<'a>>,
    gps: Option<Directory<'a>>,
}

impl<'a> Exif<'a> {
    /// Finds them.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let tags = TiffTags::open(bytes)?;
        let first = tags.first()?;
        Some(Self {
            is_little_endian: tags.order == Order::Little,
            first,
            exif: first.directory(tag::EXIF_DIRECTORY),
            gps: first.directory(tag::GPS_DIRECTORY),
        })
    }

    /// The first directory, that of Exif and that of GPS.
    pub(crate) fn directories(&self) -> [Option<Directory<'a>>; 3] {
        [Some(self.first), self.exif, self.gps]
    }

    /// A text on one line.
    pub(crate) fn line(value: Value<'_>) -> Option<String> {
        clean_line(&text(value)?)
    }

    /// How the stored picture is to be turned, 1 to 8.
    pub(crate) fn orientation(&self) -> Option<u8> {
        let number = self.first.value(tag::ORIENTATION)?.number()?;
        u8::try_from(number)
            .ok()
            .filter(|number| (1..=8).contains(number))
    }

    /// Who made the camera, on one line.
    pub(crate) fn camera_make(&self) -> Option<String> {
        clean_line(&text(self.first.value(tag::MAKE)?)?)
    }

    /// Which camera it is, on one line.
    pub(crate) fn camera_model(&self) -> Option<String> {
        clean_line(&text(self.first.value(tag::MODEL)?)?)
    }

    /// When the shutter opened.
    pub(crate) fn date_created(&self) -> Option<DateTime> {
        let tags = [
            tag::DATE_TIME_ORIGINAL,
            tag::SUB_SEC_TIME_ORIGINAL,
            tag::OFFSET_TIME_ORIGINAL,
        ];
        read_date_time(self.exif?, tags)
    }

    /// When the picture became digital.
    pub(crate) fn date_digitised(&self) -> Option<DateTime> {
        let tags = [
            tag::DATE_TIME_DIGITIZED,
            tag::SUB_SEC_TIME_DIGITIZED,
            tag::OFFSET_TIME_DIGITIZED,
        ];
        read_date_time(self.exif?, tags)
    }

    /// When the file was last changed.
    pub(crate) fn date_modified(&self) -> Option<DateTime> {
        let date = text(self.first.value(tag::DATE_TIME)?)?;
        let offset = self
            .exif
            .and_then(|exif| text(exif.value(tag::OFFSET_TIME)?));
        DateTime::from_exif(&date, None, offset.as_deref())
    }

    /// When the position was found, which is told in UTC.
    pub(crate) fn date_of_position(&self) -> Option<DateTime> {
        let gps = self.gps?;
        let date = text(gps.value(tag::GPS_DATE_STAMP)?)?;
        let clock: [f64; 3] = gps.value(tag::GPS_TIME_STAMP)?.rationals()?;
        let [hour, minute, second] = clock.map(f64::floor);
        let date = format!("{} {hour:02}:{minute:02}:{second:02}", date.trim());
        DateTime::from_exif(&date, None, Some("Z"))
    }

    /// A text of the Exif directory, else of the first one, where DNG and some programs have it.
    fn exif_text(&self, tag: u16) -> Option<Cow<'a, str>> {
        let value = self.exif.and_then(|exif| exif.value(tag));
        text(value.or_else(|| self.first.value(tag))?)
    }

    /// Says what Exif says, but for what stands there only in tags of Windows and in comments.
    pub(crate) fn state(&self, photo: &mut PhotoMetadata) {
        let source = Source::Exif;
        let of_first = |tag| self.first.value(tag).and_then(text);
        let in_default = |words: &str| clean_words(words).map(InLanguages::of_default);
        let caption = of_first(tag::IMAGE_DESCRIPTION).filter(|words| !self.names_camera(words));
        state(
            &mut photo.description,
            source,
            caption.and_then(|words| in_default(&words)),
        );
        let title = self.exif_text(tag::IMAGE_TITLE);
        state(
            &mut photo.title,
            source,
            title.and_then(|words| in_default(&words)),
        );
        let creators = of_first(tag::ARTIST).and_then(|artist| split_names(&artist));
        let creators = creators.or_else(|| split_names(&self.exif_text(tag::PHOTOGRAPHER)?));
        state(&mut photo.creators, source, creators);
        let copyright = self.first.value(tag::COPYRIGHT).and_then(read_copyright);
        state(
            &mut photo.copyright_notice,
            source,
            copyright.map(InLanguages::of_default),
        );
        self.state_dates(photo);
        self.state_position(photo);
        state(&mut photo.camera_make, source, self.camera_make());
        state(&mut photo.camera_model, source, self.camera_model());
        let line = |tag| self.exif_text(tag).and_then(|words| clean_line(&words));
        state(
            &mut photo.camera_serial,
            source,
            line(tag::BODY_SERIAL_NUMBER),
        );
        state(&mut photo.lens, source, line(tag::LENS_MODEL));
        state(
            &mut photo.lens_serial,
            source,
            line(tag::LENS_SERIAL_NUMBER),
        );
    }

    /// Says what stands in tags of Windows and in Exif's comment. The guidance of the Metadata Working Group does not
    /// know them: they count where nothing else says anything, or says the same.
    pub(crate) fn state_beside(&self, photo: &mut PhotoMetadata) {
        let source = Source::Exif;
        let windows = |tag| {
            let value = self.first.value(tag)?;
            clean_words(&decode_utf16(value.first_bytes(), true))
        };
        let in_default = |tag| windows(tag).map(InLanguages::of_default);
        state(&mut photo.title, source, in_default(tag::XP_TITLE));
        let caption =
            in_default(tag::XP_COMMENT).and_then(|words| words.without(is_said_by_machine));
        state(&mut photo.description, source, caption);
        let split = |words: String| split_list(&words, ';');
        state(
            &mut photo.creators,
            source,
            windows(tag::XP_AUTHOR).and_then(split),
        );
        state(
            &mut photo.keywords,
            source,
            windows(tag::XP_KEYWORDS).and_then(split),
        );
        let rating = self.first.value(tag::RATING).and_then(Value::number);
        let rating = rating
            .and_then(|stars| i8::try_from(stars).ok())
            .filter(|stars| (1..=5).contains(stars));
        state(&mut photo.rating, source, rating);
        // Programs keep their own notes in the comment: it is a caption only where there is no other.
        if photo.description.is_none() {
            state(
                &mut photo.description,
                source,
                self.comment().map(InLanguages::of_default),
            );
        }
    }

    /// A person's words in the comment.
    pub(crate) fn comment(&self) -> Option<String> {
        self.read_comment(self.exif?.value(tag::USER_COMMENT)?.first_bytes())
    }

    /// A comment with the name of its charset in the first eight bytes (Exif 3.0, 4.6.6.9, UserComment).
    fn read_comment(&self, bytes: &[u8]) -> Option<String> {
        let (charset, words) = bytes.split_first_chunk::<8>()?;
        let words = match charset {
            b"UNICODE\0" => Cow::Owned(self.read_unicode(words)),
            b"JIS\0\0\0\0\0" => decode_jis(words),
            b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" => decode_unmarked(until_zero(words)),
            _ => return None,
        };
        // What is no text in the charset that it names is a camera's own data.
        let is_text = !words.contains('\u{FFFD}') && words.chars().any(char::is_alphabetic);
        let words = clean_words(&words).filter(|words| is_text && !is_said_by_machine(words))?;
        (!self.names_camera(&words)).then_some(words)
    }

    /// UTF-16 in the order of bytes that the block has; some programs write the other one, which shows in letters of
    /// no script that is written here.
    fn read_unicode(&self, words: &[u8]) -> String {
        let orders = [self.is_little_endian, !self.is_little_endian];
        let read = orders.map(|order| decode_utf16(words, order));
        let known = |text: &String| {
            text.chars().filter(|letter| *letter < '\u{2100}').count() * 2 >= text.chars().count()
        };
        let [own, other] = read;
        if !known(&own) && known(&other) {
            other
        } else {
            own
        }
    }

    /// Whether words only say which camera it was.
    fn names_camera(&self, words: &str) -> bool {
        let words = words.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
        let is = |name: Option<String>| name.is_some_and(|name| name.eq_ignore_ascii_case(words));
        is_said_by_machine(words) || is(self.camera_model()) || is(self.camera_make())
    }

    fn state_dates(&self, photo: &mut PhotoMetadata) {
        let (created, digitised) = (self.date_created(), self.date_digitised());
        for (tag, read) in [
            (tag::DATE_TIME_ORIGINAL, &created),
            (tag::DATE_TIME_DIGITIZED, &digitised),
        ] {
            let stated = self.exif.and_then(|exif| text(exif.value(tag)?));
            // Cameras whose clock was never set write zeros or blanks: they state nothing.
            let says_something =
                |date: Cow<'_, str>| date.chars().any(|letter| ('1'..='9').contains(&letter));
            if read.is_none() && stated.is_some_and(says_something) {
                photo.leave_out(LeftOut::Date);
            }
        }
        state(&mut photo.date_created, Source::Exif, created);
        state(&mut photo.date_digitised, Source::Exif, digitised);
    }

    fn state_position(&self, photo: &mut PhotoMetadata) {
        let Some(gps) = self.gps else {
            return;
        };
        if gps.value(tag::GPS_LATITUDE).is_none() && gps.value(tag::GPS_LONGITUDE).is_none() {
            return;
        }
        let position = read_position(gps);
        if position.is_none() {
            photo.leave_out(LeftOut::Position);
        }
        state(&mut photo.position, Source::Exif, position);
    }
}

/// The position of a GPS directory (Exif 3.0, 4.6.7).
fn read_position(gps: Directory<'_>) -> Option<Position> {
    let coordinate = |tag, reference, signs: [u8; 2]| {
        let [whole, minutes, seconds] = gps.value(tag)?.rationals()?;
        let letter = gps.value(reference)?.text()?.first()?.to_ascii_uppercase();
        let sign = match signs {
            [plus, _] if plus == letter => 1.0,
            [_, minus] if minus == letter => -1.0,
            _ => return None,
        };
        degrees(whole, minutes, seconds).map(|degrees| degrees * sign)
    };
    let latitude = coordinate(tag::GPS_LATITUDE, tag::GPS_LATITUDE_REF, *b"NS")?;
    let longitude = coordinate(tag::GPS_LONGITUDE, tag::GPS_LONGITUDE_REF, *b"EW")?;
    let altitude = gps.value(tag::GPS_ALTITUDE).and_then(Value::rationals);
    let is_below = gps.value(tag::GPS_ALTITUDE_REF).and_then(Value::number) == Some(1);
    let altitude = altitude.map(|[metres]| if is_below { -metres } else { metres });
    Position::new(latitude, longitude, altitude)
}

/// A moment by its three tags.
fn read_date_time(exif: Directory<'_>, [date, sub_seconds, offset]: [u16; 3]) -> Option<DateTime> {
    let read = |tag| text(exif.value(tag)?);
    DateTime::from_exif(
        &read(date)?,
        read(sub_seconds).as_deref(),
        read(offset).as_deref(),
    )
}

fn until_zero(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// A text up to its first zero.
fn text(value: Value<'_>) -> Option<Cow<'_, str>> {
    Some(decode_unmarked(until_zero(value.text()?)))
}

/// The photographer's copyright, and behind a zero the editor's (Exif 3.0, 4.6.5.4); a blank stands for none.
fn read_copyright(value: Value<'_>) -> Option<String> {
    let parts = value.text()?.split(|byte| *byte == 0).take(2);
    let parts: Vec<String> = parts
        .filter_map(|part| clean_words(&decode_unmarked(part)))
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Several names in one text, parted by semicolons; one that has a semicolon itself stands in quotation marks (MWG 2.0,
/// 5.4, Creator).
fn split_names(text: &str) -> Option<Vec<String>> {
    let mut names = vec![String::new()];
    let mut is_quoted = false;
    for letter in text.chars() {
        match (letter, names.last_mut()) {
            ('"', Some(name)) if is_quoted || name.trim().is_empty() => is_quoted = !is_quoted,
            (';', _) if !is_quoted => names.push(String::new()),
            (letter, Some(name)) => name.push(letter),
            (_, None) => {}
        }
    }
    let names: Vec<String> = names.iter().filter_map(|name| clean_words(name)).collect();
    let names: Vec<String> = names.into_iter().take(super::limits::LIST_MOST).collect();
    (!names.is_empty()).then_some(names)
}

fn split_list(text: &str, mark: char) -> Option<Vec<String>> {
    let parts = text.split(mark).filter_map(clean_words);
    let parts: Vec<String> = parts.take(super::limits::LIST_MOST).collect();
    (!parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{TiffValue, tiff};

    fn read(
        first: &[(u16, TiffValue)],
        exif: &[(u16, TiffValue)],
        gps: &[(u16, TiffValue)],
    ) -> PhotoMetadata {
        let block = tiff(first, exif, gps);
        let mut photo = PhotoMetadata::default();
        let exif = Exif::new(&block).unwrap();
        exif.state(&mut photo);
        exif.state_beside(&mut photo);
        photo
    }

    fn ascii(text: &str) -> TiffValue {
        TiffValue::Text(format!("{text}\0").into_bytes())
    }

    #[test]
    fn texts_in_either_charset_and_several_creators() {
        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("Аким области на совещании");
        let photo = read(
            &[
                (
                    tag::IMAGE_DESCRIPTION,
                    TiffValue::Text(cyrillic.into_owned()),
                ),
                (tag::ARTIST, ascii("Қайрат Әлиев; \"Сәтов; Ерлан\"")),
                (tag::COPYRIGHT, ascii(" \0Айқын")),
            ],
            &[],
            &[],
        );
        assert_eq!(
            photo.description.unwrap().value.default_text(),
            "Аким области на совещании"
        );
        assert_eq!(
            photo.creators.unwrap().value,
            ["Қайрат Әлиев", "Сәтов; Ерлан"]
        );
        assert_eq!(
            photo.copyright_notice.unwrap().value.default_text(),
            "Айқын"
        );
    }

    #[test]
    fn the_day_of_a_scan_is_not_the_day_that_it_shows() {
        let photo = read(
            &[],
            &[
                (tag::DATE_TIME_DIGITIZED, ascii("1987:05:01 00:00:00")),
                (tag::DATE_TIME_ORIGINAL, ascii("1987:13:01 00:00:00")),
            ],
            &[],
        );
        assert_eq!(photo.date_created, None);
        assert_eq!(
            photo.date_digitised.unwrap().value.local,
            "1987-05-01T00:00:00"
        );
        assert_eq!(photo.left_out, [LeftOut::Date]);
    }

    #[test]
    fn a_position_is_kept_where_it_is_on_earth() {
        let gps = |latitude: u32, reference: &str| {
            let rationals = |whole| TiffValue::Rationals(vec![(whole, 1), (936, 1000), (0, 0)]);
            read(
                &[],
                &[],
                &[
                    (tag::GPS_LATITUDE_REF, ascii(reference)),
                    (tag::GPS_LATITUDE, rationals(latitude)),
                    (tag::GPS_LONGITUDE_REF, ascii("W")),
                    (tag::GPS_LONGITUDE, rationals(78)),
                    (tag::GPS_ALTITUDE_REF, TiffValue::Bytes(vec![1])),
                    (tag::GPS_ALTITUDE, TiffValue::Rationals(vec![(132, 1)])),
                ],
            )
        };
        let position = gps(45, "N").position.unwrap().value;
        assert!(
            (position.latitude - 45.0156).abs() < 1e-9
                && (position.longitude + 78.0156).abs() < 1e-9
        );
        assert_eq!(position.altitude, Some(-132.0));
        for wrong in [gps(99, "N"), gps(45, "X")] {
            assert_eq!(wrong.position, None);
            assert_eq!(wrong.left_out, [LeftOut::Position]);
        }
    }

    #[test]
    fn comments_are_read_in_their_charset_and_noise_of_cameras_is_none() {
        let comment = |bytes: Vec<u8>| {
            let photo = read(
                &[(tag::MODEL, ascii("D70"))],
                &[(tag::USER_COMMENT, TiffValue::Bytes(bytes))],
                &[],
            );
            photo
                .description
                .map(|stated| stated.value.default_text().to_owned())
        };
        let wide = |order: fn(u16) -> [u8; 2]| {
            let words = "Жиын".encode_utf16().flat_map(order);
            b"UNICODE\0"
                .iter()
                .copied()
                .chain(words)
                .collect::<Vec<u8>>()
        };
        assert_eq!(comment(wide(u16::to_le_bytes)).as_deref(), Some("Жиын"));
        assert_eq!(comment(wide(u16::to_be_bytes)).as_deref(), Some("Жиын"));
        assert_eq!(
            comment(b"ASCII\0\0\0Meeting\0\xFF".to_vec()).as_deref(),
            Some("Meeting")
        );
        assert_eq!(
            comment(b"JIS\0\0\0\0\0\x1B$B3+\x1B(B".to_vec()).as_deref(),
            Some("開")
        );
        for noise in [
            &b"ASCII\0\0\0Screenshot"[..],
            b"ASCII\0\0\0D70",
            b"\0\0\0\0\0\0\0\0      ",
            b"qwertyuiop",
            b"",
        ] {
            assert_eq!(comment(noise.to_vec()), None, "{noise:?}");
        }
        let photo = read(
            &[(
                tag::IMAGE_DESCRIPTION,
                ascii("OLYMPUS DIGITAL CAMERA         "),
            )],
            &[],
            &[],
        );
        assert_eq!(photo.description, None);
    }

    #[test]
    fn tags_of_windows_say_what_nothing_else_says() {
        let wide = |text: &str| {
            TiffValue::Bytes(
                text.encode_utf16()
                    .chain([0])
                    .flat_map(u16::to_le_bytes)
                    .collect(),
            )
        };
        let photo = read(
            &[
                (tag::ARTIST, ascii("Exif")),
                (tag::RATING, TiffValue::Short(4)),
                (tag::XP_TITLE, wide("Тақырып")),
                (tag::XP_COMMENT, wide("Түсініктеме")),
                (tag::XP_AUTHOR, wide("Windows")),
                (tag::XP_KEYWORDS, wide("әкім;жиын; ")),
            ],
            &[],
            &[],
        );
        assert_eq!(photo.title.unwrap().value.default_text(), "Тақырып");
        assert_eq!(
            photo.description.unwrap().value.default_text(),
            "Түсініктеме"
        );
        assert_eq!(photo.keywords.unwrap().value, ["әкім", "жиын"]);
        assert_eq!(photo.rating.unwrap().value, 4);
        let creators = photo.creators.unwrap();
        assert_eq!(creators.value, ["Exif"]);
        assert_eq!(
            creators.differs,
            [(Source::Exif, vec!["Windows".to_owned()])]
        );
    }
}
