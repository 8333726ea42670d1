//! What holds where Exif, IIM, XMP and a file beside the photo do not agree, in every container; and that any bytes are
//! read.

use proptest::prelude::*;

use super::limits::VALUE_MOST;
use super::merge::{read_every_source, read_photo_metadata};
use super::{LeftOut, PhotoMetadata, Shape, Source};
use crate::fixtures::{
    HeifItem, TiffValue, boxed, heif, iim, jpeg, png, resource, tiff, webp, with_chunks,
    with_segments, with_webp_chunks, xmp,
};
use md5::{Digest as _, Md5};

fn text(text: &str) -> TiffValue {
    TiffValue::Text(format!("{text}\0").into_bytes())
}

/// What a test photo says in each place; what is empty is not written.
#[derive(Default)]
struct Says<'a> {
    exif: &'a [(u16, TiffValue)],
    iim: &'a [(u8, u8, &'a [u8])],
    /// Whether a digest stands beside IIM, and whether it is that of it.
    digest: Option<bool>,
    xmp: &'a str,
}

impl Says<'_> {
    fn in_jpeg(&self) -> Vec<u8> {
        let mut segments = Vec::new();
        if !self.exif.is_empty() {
            segments.push((
                0xE1,
                [b"Exif\0\0", tiff(self.exif, &[], &[]).as_slice()].concat(),
            ));
        }
        if !self.xmp.is_empty() {
            segments.push((
                0xE1,
                [b"http://ns.adobe.com/xap/1.0/\0", xmp(self.xmp).as_bytes()].concat(),
            ));
        }
        if !self.iim.is_empty() {
            let block = iim(self.iim);
            let digest = match self.digest {
                Some(true) => resource(0x0425, &Md5::digest(&block)),
                Some(false) => resource(0x0425, &[0; 16]),
                None => Vec::new(),
            };
            segments.push((
                0xED,
                [
                    b"Photoshop 3.0\0",
                    resource(0x0404, &block).as_slice(),
                    &digest,
                ]
                .concat(),
            ));
        }
        with_segments(&jpeg(60, 40), &segments)
    }

    fn read(&self) -> PhotoMetadata {
        read_photo_metadata(&self.in_jpeg(), None)
    }
}

const CREATOR: &str = "<dc:creator><rdf:Seq><rdf:li>XMP</rdf:li></rdf:Seq></dc:creator>";

/// Who created it, by whom it is said, and who else says otherwise.
fn creators(photo: &PhotoMetadata) -> (String, Source, Vec<(Source, String)>) {
    let stated = photo.creators.as_ref().unwrap();
    let differs = stated
        .differs
        .iter()
        .map(|(source, names)| (*source, names.join(", ")));
    (stated.value.join(", "), stated.source, differs.collect())
}

#[test]
fn exif_holds_before_xmp_and_xmp_before_iim_and_who_says_otherwise_is_told() {
    let says = Says {
        exif: &[(0x013B, text("Exif"))],
        iim: &[(2, 80, b"IIM"), (2, 90, b"IIM")],
        digest: None,
        xmp: &format!("{CREATOR}<photoshop:City>XMP</photoshop:City>"),
    };
    let photo = says.read();
    let differs = vec![
        (Source::Xmp, "XMP".to_owned()),
        (Source::IptcIim, "IIM".to_owned()),
    ];
    assert_eq!(creators(&photo), ("Exif".to_owned(), Source::Exif, differs));
    let city = photo.city.unwrap();
    assert_eq!((city.value.as_str(), city.source), ("XMP", Source::Xmp));
    assert_eq!(city.differs, [(Source::IptcIim, "IIM".to_owned())]);
    assert_eq!(photo.left_out, []);
}

#[test]
fn iim_that_was_changed_since_xmp_was_written_holds_before_it() {
    let read = |digest| {
        let says = Says {
            iim: &[(2, 80, b"IIM")],
            digest,
            xmp: CREATOR,
            ..Says::default()
        };
        creators(&says.read()).1
    };
    assert_eq!(read(None), Source::Xmp);
    assert_eq!(read(Some(true)), Source::Xmp);
    assert_eq!(read(Some(false)), Source::IptcIim);
}

#[test]
fn what_iim_has_no_room_for_is_no_difference() {
    let whole = "Жетісу облысы әкімдігі";
    let photo = Says {
        iim: &[(1, 90, b"\x1B%G"), (2, 110, &whole.as_bytes()[..32])],
        digest: Some(false),
        xmp: &format!("<photoshop:Credit>{whole}</photoshop:Credit>"),
        ..Says::default()
    }
    .read();
    let credit = photo.credit_line.unwrap();
    assert_eq!((credit.value.as_str(), credit.source), (whole, Source::Xmp));
    assert_eq!(credit.differs, []);
}

#[test]
fn exif_keeps_the_moment_and_xmp_tells_its_offset() {
    let file = with_segments(
        &jpeg(4, 4),
        &[
            (
                0xE1,
                [
                    b"Exif\0\0",
                    tiff(&[], &[(0x9003, text("2026:02:27 10:15:00"))], &[]).as_slice(),
                ]
                .concat(),
            ),
            (
                0xE1,
                [
                    b"http://ns.adobe.com/xap/1.0/\0",
                    xmp("<photoshop:DateCreated>2026-02-27T10:15:00+05:00</photoshop:DateCreated>")
                        .as_bytes(),
                ]
                .concat(),
            ),
        ],
    );
    let created = read_photo_metadata(&file, None).date_created.unwrap();
    assert_eq!(created.value.offset.as_deref(), Some("+05:00"));
    assert_eq!(created.differs, []);
}

#[test]
fn a_file_beside_the_photo_holds_where_it_was_written_later_and_else_says_what_the_photo_does_not()
{
    let dated = |date: &str, creator: &str| {
        let date = if date.is_empty() {
            String::new()
        } else {
            format!("<xmp:MetadataDate>{date}</xmp:MetadataDate>")
        };
        format!(
            "{date}<dc:creator>{creator}</dc:creator><photoshop:Credit>{creator}</photoshop:Credit>"
        )
    };
    let read = |embedded: &str, exif: &[(u16, TiffValue)], beside: &str| {
        let xmp_in_photo = dated(embedded, "Embedded")
            .replace("<photoshop:Credit>Embedded</photoshop:Credit>", "");
        let file = Says {
            exif,
            xmp: &xmp_in_photo,
            ..Says::default()
        }
        .in_jpeg();
        read_photo_metadata(&file, Some(xmp(&dated(beside, "Beside")).as_bytes()))
    };
    let of = |photo: &PhotoMetadata| creators(photo).1;
    assert_eq!(of(&read("2026-03-01", &[], "2026-03-02")), Source::Sidecar);
    assert_eq!(of(&read("2026-03-02", &[], "2026-03-01")), Source::Xmp);
    assert_eq!(of(&read("2026-03-01", &[], "2026-03-01")), Source::Xmp);
    assert_eq!(of(&read("", &[], "2026-03-01")), Source::Xmp);
    assert_eq!(of(&read("2026-03-01", &[], "")), Source::Xmp);
    let changed_after = [(0x0132, text("2026:03:05 10:00:00"))];
    assert_eq!(
        of(&read("2026-03-01", &changed_after, "2026-03-02")),
        Source::Xmp
    );
    let photo = read("2026-03-02", &[], "2026-03-01");
    assert_eq!(creators(&photo).2, [(Source::Sidecar, "Beside".to_owned())]);
    assert_eq!(photo.credit_line.unwrap().source, Source::Sidecar);
}

/// One photo with one text in Exif and one in XMP, in each container that holds both.
fn containers() -> Vec<(&'static str, Vec<u8>)> {
    let exif = tiff(&[(0x013B, text("Exif"))], &[], &[]);
    let packet = xmp("<photoshop:Credit>XMP</photoshop:Credit>").into_bytes();
    let says = Says {
        exif: &[(0x013B, text("Exif"))],
        xmp: "<photoshop:Credit>XMP</photoshop:Credit>",
        iim: &[(2, 105, b"IIM")],
        digest: Some(true),
    };
    let before_exif = [&[0; 4][..], &exif].concat();
    let itxt = [b"XML:com.adobe.xmp\0\0\0\0\0", packet.as_slice()].concat();
    let in_tiff = [
        (0x013B, text("Exif")),
        (700, TiffValue::Bytes(packet.clone())),
        (33723, TiffValue::Bytes(iim(&[(2, 105, b"IIM")]))),
    ];
    let items = |is_in_idat| {
        heif(&[
            HeifItem {
                kind: *b"Exif",
                media_type: "",
                content: &before_exif,
                is_in_idat,
            },
            HeifItem {
                kind: *b"mime",
                media_type: "application/rdf+xml",
                content: &packet,
                is_in_idat,
            },
        ])
    };
    vec![
        ("JPEG", says.in_jpeg()),
        (
            "PNG",
            with_chunks(&png(4, 4), &[(b"eXIf", exif.clone()), (b"iTXt", itxt)]),
        ),
        (
            "WebP",
            with_webp_chunks(
                &webp(4, 4),
                &[(b"EXIF", exif.clone()), (b"XMP ", packet.clone())],
            ),
        ),
        ("TIFF", tiff(&in_tiff, &[], &[])),
        ("HEIF", items(false)),
        ("HEIF, idat", items(true)),
        (
            "JPEG XL",
            [
                &[0, 0, 0, 12][..],
                b"JXL \r\n\x87\n",
                &boxed(b"Exif", &before_exif),
                &boxed(b"xml ", &packet),
            ]
            .concat(),
        ),
    ]
}

#[test]
fn every_container_says_what_it_holds() {
    for (name, file) in containers() {
        let photo = read_photo_metadata(&file, None);
        assert_eq!(photo.creators.unwrap().source, Source::Exif, "{name}");
        assert_eq!(photo.credit_line.unwrap().value, "XMP", "{name}");
        assert_eq!(
            photo.headline.is_some(),
            ["JPEG", "TIFF"].contains(&name),
            "{name}"
        );
        assert_eq!(photo.left_out, [], "{name}");
    }
}

#[test]
fn regions_are_told_in_the_upright_picture() {
    let region = "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType='Resource'>
        <mwg-rs:Name>Бейбіт</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
        <mwg-rs:Area stArea:x='0.05' stArea:y='0.1' stArea:w='0.1' stArea:h='0.2' stArea:unit='normalized'/>
        </rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
    let photo = Says {
        exif: &[(0x0112, TiffValue::Short(6))],
        xmp: region,
        ..Says::default()
    }
    .read();
    let regions = photo.regions.unwrap().value;
    let Some(Shape::Rectangle {
        x,
        y,
        width,
        height,
    }) = regions[0].shape
    else {
        panic!("{regions:?}");
    };
    // The upper left corner of the stored picture is the upper right one of the upright picture.
    for (read, wanted) in [(x, 0.8), (y, 0.0), (width, 0.2), (height, 0.1)] {
        assert!((read - wanted).abs() < 1e-9, "{regions:?}");
    }
    assert_eq!(regions[0].persons, ["Бейбіт"]);
    let wrong = region.replace("'0.05'", "'7'");
    let photo = Says {
        xmp: &wrong,
        ..Says::default()
    }
    .read();
    assert_eq!(photo.left_out, [LeftOut::RegionShape]);
    assert_eq!(photo.regions.unwrap().value[0].shape, None);
}

#[test]
fn markup_stays_text_and_endless_values_end() {
    let photo = Says {
        xmp: &format!(
            "<dc:description>&lt;script&gt;alert(1)&lt;/script&gt;</dc:description><photoshop:Headline>{}</photoshop:Headline>",
            "қ".repeat(VALUE_MOST + 5)
        ),
        ..Says::default()
    }
    .read();
    assert_eq!(
        photo.description.unwrap().value.default_text(),
        "<script>alert(1)</script>"
    );
    assert_eq!(photo.headline.unwrap().value.chars().count(), VALUE_MOST);
}

#[test]
fn dates_and_positions_that_are_none_are_left_out_and_told() {
    let photo = Says {
        iim: &[(2, 55, b"20261399")],
        xmp: "<photoshop:DateCreated>1825-01-01</photoshop:DateCreated><exif:GPSLatitude>99,0N</exif:GPSLatitude><exif:GPSLongitude>78,0E</exif:GPSLongitude>",
        ..Says::default()
    }
    .read();
    assert_eq!((photo.date_created, photo.position), (None, None));
    assert_eq!(photo.left_out, [LeftOut::Date, LeftOut::Position]);
}

proptest! {
    #[test]
    fn any_change_of_any_container_is_read(
        which in 0usize..7,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in any::<prop::sample::Index>(),
    ) {
        let (_, mut file) = containers().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        read_every_source(&file, Some(&file));
        read_every_source(&file[..end.index(file.len())], None);
    }

    #[test]
    fn any_bytes_are_read(
        start in prop::sample::select(vec![
            &b"\xFF\xD8\xFF\xE1"[..], b"\x89PNG\r\n\x1A\n", b"RIFF\0\0\0\0WEBP", b"II*\0", b"MM\0*",
            b"\0\0\0\x0CJXL \r\n\x87\n", b"\0\0\0\x10ftypheic", b"",
        ]),
        rest in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let bytes = [start, &rest].concat();
        read_every_source(&bytes, Some(&rest));
    }
}
