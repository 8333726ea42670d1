//! What a camera says of itself in Exif, as properties of XMP (CIPA DC-010-2020, Exif metadata for XMP; ISO 16684-1, 8.2.2).
//! What is no value but a block of bytes, as the maker's note and the preview, has no counterpart.

use crate::metadata::exif::Exif;
use crate::metadata::languages::DEFAULT;
use crate::metadata::packet::{Kind, Packet, Property, Value};
use crate::metadata::vocabularies::{EXIF, EXIF_EX, TIFF, XMP};
use crate::structure::tiff::Directory;
use crate::structure::tiff_value::Value as ExifValue;

/// How a value of Exif is written in XMP.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// The first number, or ratio.
    One,
    /// All of them, in order.
    All,
    /// A text.
    Words,
    /// Four digits in a block of bytes.
    Version,
    /// Numbers with points between them.
    Points,
}
use Form::{All, One, Points, Version, Words};

/// Tags of the first directory (Exif 3.0, table 4), but for the picture's size and turn.
const OF_FIRST: [(u16, &str, &str, Form); 13] = [
    (0x0102, TIFF, "BitsPerSample", All),
    (0x0103, TIFF, "Compression", One),
    (0x0106, TIFF, "PhotometricInterpretation", One),
    (0x0115, TIFF, "SamplesPerPixel", One),
    (0x011A, TIFF, "XResolution", One),
    (0x011B, TIFF, "YResolution", One),
    (0x0128, TIFF, "ResolutionUnit", One),
    (0x0131, XMP, "CreatorTool", Words),
    (0x013E, TIFF, "WhitePoint", All),
    (0x013F, TIFF, "PrimaryChromaticities", All),
    (0x0211, TIFF, "YCbCrCoefficients", All),
    (0x0213, TIFF, "YCbCrPositioning", One),
    (0x0214, TIFF, "ReferenceBlackWhite", All),
];

/// Tags of the Exif directory (Exif 3.0, tables 7 and 8).
const OF_EXIF: [(u16, &str, &str, Form); 48] = [
    (0x829A, EXIF, "ExposureTime", One),
    (0x829D, EXIF, "FNumber", One),
    (0x8822, EXIF, "ExposureProgram", One),
    (0x8824, EXIF, "SpectralSensitivity", Words),
    (0x8827, EXIF, "ISOSpeedRatings", All),
    (0x8830, EXIF_EX, "SensitivityType", One),
    (0x8831, EXIF_EX, "StandardOutputSensitivity", One),
    (0x8832, EXIF_EX, "RecommendedExposureIndex", One),
    (0x8833, EXIF_EX, "ISOSpeed", One),
    (0x9000, EXIF, "ExifVersion", Version),
    (0x9101, EXIF, "ComponentsConfiguration", All),
    (0x9102, EXIF, "CompressedBitsPerPixel", One),
    (0x9201, EXIF, "ShutterSpeedValue", One),
    (0x9202, EXIF, "ApertureValue", One),
    (0x9203, EXIF, "BrightnessValue", One),
    (0x9204, EXIF, "ExposureBiasValue", One),
    (0x9205, EXIF, "MaxApertureValue", One),
    (0x9206, EXIF, "SubjectDistance", One),
    (0x9207, EXIF, "MeteringMode", One),
    (0x9208, EXIF, "LightSource", One),
    (0x920A, EXIF, "FocalLength", One),
    (0x9214, EXIF, "SubjectArea", All),
    (0xA000, EXIF, "FlashpixVersion", Version),
    (0xA001, EXIF, "ColorSpace", One),
    (0xA002, EXIF, "PixelXDimension", One),
    (0xA003, EXIF, "PixelYDimension", One),
    (0xA004, EXIF, "RelatedSoundFile", Words),
    (0xA20B, EXIF, "FlashEnergy", One),
    (0xA20E, EXIF, "FocalPlaneXResolution", One),
    (0xA20F, EXIF, "FocalPlaneYResolution", One),
    (0xA210, EXIF, "FocalPlaneResolutionUnit", One),
    (0xA214, EXIF, "SubjectLocation", All),
    (0xA215, EXIF, "ExposureIndex", One),
    (0xA217, EXIF, "SensingMethod", One),
    (0xA300, EXIF, "FileSource", One),
    (0xA301, EXIF, "SceneType", One),
    (0xA401, EXIF, "CustomRendered", One),
    (0xA402, EXIF, "ExposureMode", One),
    (0xA403, EXIF, "WhiteBalance", One),
    (0xA404, EXIF, "DigitalZoomRatio", One),
    (0xA405, EXIF, "FocalLengthIn35mmFilm", One),
    (0xA406, EXIF, "SceneCaptureType", One),
    (0xA407, EXIF, "GainControl", One),
    (0xA408, EXIF, "Contrast", One),
    (0xA409, EXIF, "Saturation", One),
    (0xA40A, EXIF, "Sharpness", One),
    (0xA40C, EXIF, "SubjectDistanceRange", One),
    (0xA420, EXIF, "ImageUniqueID", Words),
];

/// More of them, of Exif 2.3 and later.
const OF_EXIF_SINCE: [(u16, &str, &str, Form); 4] = [
    (0xA430, EXIF_EX, "CameraOwnerName", Words),
    (0xA432, EXIF_EX, "LensSpecification", All),
    (0xA433, EXIF_EX, "LensMake", Words),
    (0xA500, EXIF_EX, "Gamma", One),
];

/// Tags of the GPS directory (Exif 3.0, table 15), but for the position itself.
const OF_GPS: [(u16, &str, &str, Form); 18] = [
    (0, EXIF, "GPSVersionID", Points),
    (8, EXIF, "GPSSatellites", Words),
    (9, EXIF, "GPSStatus", Words),
    (10, EXIF, "GPSMeasureMode", Words),
    (11, EXIF, "GPSDOP", One),
    (12, EXIF, "GPSSpeedRef", Words),
    (13, EXIF, "GPSSpeed", One),
    (14, EXIF, "GPSTrackRef", Words),
    (15, EXIF, "GPSTrack", One),
    (16, EXIF, "GPSImgDirectionRef", Words),
    (17, EXIF, "GPSImgDirection", One),
    (18, EXIF, "GPSMapDatum", Words),
    (23, EXIF, "GPSDestBearingRef", Words),
    (24, EXIF, "GPSDestBearing", One),
    (25, EXIF, "GPSDestDistanceRef", Words),
    (26, EXIF, "GPSDestDistance", One),
    (30, EXIF, "GPSDifferential", One),
    (31, EXIF, "GPSHPositioningError", One),
];

const FLASH: u16 = 0x9209;

/// Adds what Exif says and `packet` does not.
pub(super) fn add_camera(packet: &mut Packet, exif: &Exif<'_>) {
    let [first, of_exif, gps] = exif.directories();
    add_tags(packet, first, &OF_FIRST);
    add_tags(packet, of_exif, &OF_EXIF);
    add_tags(packet, of_exif, &OF_EXIF_SINCE);
    add_tags(packet, gps, &OF_GPS);
    let flash = of_exif.and_then(|exif| exif.value(FLASH)?.number());
    add(packet, EXIF, "Flash", flash.map(write_flash));
    add_comment(packet, exif);
    let dates = [
        (exif.date_created(), EXIF, "DateTimeOriginal"),
        (exif.date_digitised(), EXIF, "DateTimeDigitized"),
        (exif.date_modified(), XMP, "ModifyDate"),
        (exif.date_of_position(), EXIF, "GPSTimeStamp"),
    ];
    for (date, vocabulary, name) in dates {
        let date = date.map(|date| Value::text(date.to_xmp()));
        add(packet, vocabulary, name, date);
    }
}

fn add_comment(packet: &mut Packet, exif: &Exif<'_>) {
    let comment = exif.comment().map(|words| (DEFAULT.to_owned(), words));
    let comment = comment.map(|comment| Value::alternatives([comment]));
    add(packet, EXIF, "UserComment", comment);
}

fn add(packet: &mut Packet, vocabulary: &str, name: &str, value: Option<Value>) {
    if let Some(value) = value
        && packet.get(vocabulary, name).is_none_or(Value::is_empty)
    {
        packet.set(vocabulary, name, value);
    }
}

fn add_tags(
    packet: &mut Packet,
    directory: Option<Directory<'_>>,
    tags: &[(u16, &str, &str, Form)],
) {
    for (tag, vocabulary, name, form) in tags {
        let value = directory.and_then(|directory| directory.value(*tag));
        let value = value.and_then(|value| write_value(value, *form));
        add(packet, vocabulary, name, value);
    }
}

fn write_value(value: ExifValue<'_>, form: Form) -> Option<Value> {
    match form {
        One => value.write_numbers().into_iter().next().map(Value::text),
        All => {
            let numbers = value.write_numbers();
            (!numbers.is_empty()).then(|| Value::texts(Kind::Seq, numbers))
        }
        Words => Exif::line(value).map(Value::text),
        Points => {
            let numbers = value.write_numbers();
            (!numbers.is_empty()).then(|| Value::text(numbers.join(".")))
        }
        Version => {
            let digits = value.bytes.get(..4)?;
            let is_version = digits.iter().all(u8::is_ascii_digit);
            let digits = std::str::from_utf8(digits).ok()?;
            is_version.then(|| Value::text(digits))
        }
    }
}

/// The bits of Flash (Exif 3.0, 4.6.6.7.14) as the fields of a structure.
fn write_flash(bits: usize) -> Value {
    let is = |bit: usize| {
        if bits >> bit & 1 == 1 {
            "True".to_owned()
        } else {
            "False".to_owned()
        }
    };
    let of_two = |bit: usize| (bits >> bit & 3).to_string();
    let fields = [
        ("Fired", is(0)),
        ("Return", of_two(1)),
        ("Mode", of_two(3)),
        ("Function", is(5)),
        ("RedEyeMode", is(6)),
    ];
    let field = |(name, text): (&str, String)| Property::new(EXIF, name, Value::text(text));
    Value::structure(fields.into_iter().map(field).collect())
}
