//! What holds where Exif, IIM, XMP and a file beside the photo do not agree, in every container; and that any bytes are
//! read.

use proptest::prelude::*;

use super::limits::VALUE_MOST;
use super::merge::{read_every_source, read_photo_metadata};
use super::{InLanguages, LeftOut, PhotoMetadata, Shape, Source};
use crate::fixtures::{
    HeifItem, TiffValue, boxed, heif, iim, jpeg, png, resource, tiff, webp, with_chunks,
    with_segments, with_webp_chunks, xmp,
};
use md5::{Digest as _, Md5};
use serde_json::json;

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

/// Properties of XMP that are one text, by the field that they are read into.
const TEXTS: [(&str, &str); 27] = [
    ("headline", "photoshop:Headline"),
    ("description_writer", "photoshop:CaptionWriter"),
    ("intellectual_genre", "Iptc4xmpCore:IntellectualGenre"),
    ("sublocation", "Iptc4xmpCore:Location"),
    ("city", "photoshop:City"),
    ("province_or_state", "photoshop:State"),
    ("country", "photoshop:Country"),
    ("country_code", "Iptc4xmpCore:CountryCode"),
    ("creators_job_title", "photoshop:AuthorsPosition"),
    ("credit_line", "photoshop:Credit"),
    ("source", "photoshop:Source"),
    ("instructions", "photoshop:Instructions"),
    ("job_id", "photoshop:TransmissionReference"),
    ("web_statement_of_rights", "xmpRights:WebStatement"),
    ("image_creator_image_id", "plus:ImageCreatorImageID"),
    ("image_supplier_image_id", "plus:ImageSupplierImageID"),
    ("data_mining", "plus:DataMining"),
    ("model_release_status", "plus:ModelReleaseStatus"),
    ("property_release_status", "plus:PropertyReleaseStatus"),
    ("minor_model_age_disclosure", "plus:MinorModelAgeDisclosure"),
    ("additional_model_information", "Iptc4xmpExt:AddlModelInfo"),
    ("digital_source_type", "Iptc4xmpExt:DigitalSourceType"),
    ("ai_system_used", "Iptc4xmpExt:AISystemUsed"),
    ("ai_system_version_used", "Iptc4xmpExt:AISystemVersionUsed"),
    ("ai_prompt_information", "Iptc4xmpExt:AIPromptInformation"),
    ("ai_prompt_writer_name", "Iptc4xmpExt:AIPromptWriterName"),
    ("digital_image_guid", "Iptc4xmpExt:DigImageGUID"),
];

/// Those that are texts in several languages, and those that are lists.
const LANGUAGES: [(&str, &str); 8] = [
    ("title", "dc:title"),
    ("description", "dc:description"),
    ("alt_text", "Iptc4xmpCore:AltTextAccessibility"),
    ("extended_description", "Iptc4xmpCore:ExtDescrAccessibility"),
    ("event", "Iptc4xmpExt:Event"),
    ("copyright_notice", "dc:rights"),
    ("rights_usage_terms", "xmpRights:UsageTerms"),
    ("other_constraints", "plus:OtherConstraints"),
];
const LISTS: [(&str, &str); 10] = [
    ("creators", "dc:creator"),
    ("keywords", "dc:subject"),
    ("subject_codes", "Iptc4xmpCore:SubjectCode"),
    ("scenes", "Iptc4xmpCore:Scene"),
    ("event_ids", "Iptc4xmpExt:EventId"),
    ("organisations_shown", "Iptc4xmpExt:OrganisationInImageName"),
    ("organisation_codes", "Iptc4xmpExt:OrganisationInImageCode"),
    ("model_release_ids", "plus:ModelReleaseID"),
    ("property_release_ids", "plus:PropertyReleaseID"),
    ("model_ages", "Iptc4xmpExt:ModelAge"),
];

#[test]
fn each_property_of_xmp_is_read_into_the_field_of_its_name() {
    let texts = TEXTS.map(|(_, name)| format!("<{name}>{name}</{name}>"));
    let languages = LANGUAGES.map(|(_, name)| {
        let li =
            |language: &str| format!("<rdf:li xml:lang='{language}'>{name} {language}</rdf:li>");
        format!(
            "<{name}><rdf:Alt>{}{}</rdf:Alt></{name}>",
            li("kk"),
            li("ru")
        )
    });
    let lists = LISTS.map(|(_, name)| {
        format!("<{name}><rdf:Bag><rdf:li>{name}</rdf:li><rdf:li>2</rdf:li></rdf:Bag></{name}>")
    });
    let packet = xmp(&[texts.concat(), languages.concat(), lists.concat()].concat());
    let file = with_webp_chunks(&webp(4, 4), &[(b"XMP ", packet.into_bytes())]);
    let read = serde_json::to_value(read_photo_metadata(&file, None)).unwrap();
    for (field, name) in TEXTS {
        assert_eq!(read[field]["value"], name, "{field}");
    }
    for (field, name) in LANGUAGES {
        let languages = ["kk", "ru"]
            .map(|language| json!({ "language": language, "text": format!("{name} {language}") }));
        assert_eq!(read[field]["value"], json!(languages), "{field}");
    }
    for (field, name) in LISTS {
        assert_eq!(read[field]["value"], json!([name, "2"]), "{field}");
    }
    assert_eq!(read["left_out"], json!([]));
}

#[test]
fn one_who_is_named_twice_is_one_person_and_a_contributor_has_a_role() {
    let photo = Says {
        xmp: "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Бейбіт</rdf:li><rdf:li>Гүлнар</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
            <Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType='Resource'>
              <Iptc4xmpExt:PersonName><rdf:Alt><rdf:li xml:lang='kk'>Гүлнар</rdf:li><rdf:li xml:lang='ru'>Гульнар</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName>
              <Iptc4xmpExt:PersonId><rdf:Bag><rdf:li>urn:1</rdf:li></rdf:Bag></Iptc4xmpExt:PersonId>
            </rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>
            <Iptc4xmpExt:Contributor><rdf:Bag><rdf:li rdf:parseType='Resource'>
              <Iptc4xmpExt:Name><rdf:Alt><rdf:li xml:lang='x-default'>Айқын</rdf:li></rdf:Alt></Iptc4xmpExt:Name>
              <Iptc4xmpExt:Role><rdf:Bag><rdf:li>urn:editor</rdf:li></rdf:Bag></Iptc4xmpExt:Role>
            </rdf:li></rdf:Bag></Iptc4xmpExt:Contributor>",
        ..Says::default()
    }
    .read();
    let persons = photo.persons_shown.unwrap().value;
    assert_eq!(persons.len(), 2);
    assert_eq!(
        persons[1].name.as_ref().and_then(|name| name.text_in("ru")),
        Some("Гульнар")
    );
    assert_eq!(persons[1].ids, ["urn:1"]);
    let contributors = photo.contributors.unwrap().value;
    let name = contributors[0].name.as_ref();
    assert_eq!(name.map(InLanguages::default_text), Some("Айқын"));
    assert_eq!(contributors[0].roles, ["urn:editor"]);
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
