//! What real photos state, where they are at hand: one case a photo, and the reference photo of the IPTC. What is wanted
//! was written by hand from what each photo was made to say.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::fs;
use std::io::Write as _;
use std::path::Path;

use muragat_photo::read_photo_metadata;
use serde_json::{Map, Value, json};

const PHOTOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/photos");

fn there() -> bool {
    let there = Path::new(PHOTOS).is_dir();
    if !there {
        let _ = writeln!(std::io::stderr(), "skipped: no {PHOTOS}");
    }
    there
}

/// What a photo states, without what it does not.
fn read(photo: &str, sidecar: Option<&str>) -> Value {
    let bytes = |name: &str| fs::read(Path::new(PHOTOS).join(name)).unwrap();
    let sidecar = sidecar.map(bytes);
    let read = read_photo_metadata(&bytes(photo), sidecar.as_deref());
    without_nothing(serde_json::to_value(&read).unwrap())
}

/// Without fields that are nothing or empty; numbers to six digits.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name, without_nothing(value)));
            let is_said = |(_, value): &(String, Value)| {
                *value != Value::Null && *value != json!([]) && *value != json!({})
            };
            Value::Object(fields.filter(is_said).collect::<Map<_, _>>())
        }
        Value::Array(values) => values.into_iter().map(without_nothing).collect(),
        Value::Number(number) if number.is_f64() => {
            json!((number.as_f64().unwrap() * 1e6).round() / 1e6)
        }
        value => value,
    }
}

/// A property that one source states, and no other otherwise.
fn of(source: &str, value: &Value) -> Value {
    json!({ "source": source, "value": value })
}

/// A text of no known language.
fn words(text: &str) -> Value {
    json!([{ "language": "x-default", "text": text }])
}

fn moment(local: &str, offset: &str) -> Value {
    json!({ "local": local, "offset": offset })
}

fn face(name: &str, [x, y, width, height]: [f64; 4]) -> Value {
    json!({
        "scheme": "mwg", "name": words(name), "persons": [name], "kinds": [{ "name": words("Face") }],
        "shape": { "shape": "rectangle", "x": x, "y": y, "width": width, "height": height },
    })
}

#[test]
fn each_case_states_what_it_was_made_to_say() {
    if !there() {
        return;
    }
    let iim = |value: Value| of("iptc_iim", &value);
    let xmp = |value: Value| of("xmp", &value);
    let exif = |value: Value| of("exif", &value);
    let cases = [
        (
            "01_iim_utf8.jpg",
            json!({
                "description": iim(words("Облыс әкімі Бейбіт Исабаев жиында")),
                "headline": iim(json!("Жиын")),
                "keywords": iim(json!(["әкім", "жиын"])),
                "creators": iim(json!(["Қайрат Әлиев"])),
                "city": iim(json!("Талдықорған")),
                // The program that wrote it cut it at 32 bytes, and nothing else says how it goes on.
                "credit_line": iim(json!("Жетісу облысы әкі")),
                "date_created": iim(moment("2026-02-27T10:15:00", "+05:00")),
            }),
        ),
        (
            "02_iim_cp1251_unmarked.jpg",
            json!({
                "description": iim(words("Аким области на совещании")),
                "creators": iim(json!(["Иванов Пётр"])),
            }),
        ),
        (
            "03_xmp_only.jpg",
            json!({
                "description": xmp(json!([
                    { "language": "kk", "text": "Жиын қатысушылары" },
                    { "language": "ru", "text": "Участники встречи" },
                ])),
                "alt_text": xmp(words("Залда отырған адамдар")),
                "persons_shown": xmp(json!([{ "name": words("Бейбіт Исабаев") }])),
                "creators": xmp(json!(["Қайрат Әлиев"])),
                "credit_line": xmp(json!("Баспасөз қызметі")),
                "copyright_notice": xmp(words("© Жетісу облысы әкімдігі")),
                "date_created": xmp(moment("2026-02-27T10:15:00", "+05:00")),
                "digital_source_type": xmp(json!("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture")),
                "rating": xmp(json!(4)),
            }),
        ),
        (
            "04_exif_only.jpg",
            json!({
                "description": exif(words("Жиын")),
                "creators": exif(json!(["Қайрат Әлиев"])),
                "copyright_notice": exif(words("Баспасөз")),
                "date_created": exif(json!({ "local": "2026-02-27T10:15:00", "sub_seconds": "250", "offset": "+05:00" })),
            }),
        ),
        (
            "05_mwg_regions.jpg",
            json!({ "regions": xmp(json!([
                face("Бейбіт Исабаев", [0.2, 0.225, 0.1, 0.15]),
                face("Гүлнар Тойлыбаева", [0.55, 0.225, 0.1, 0.15]),
            ])) }),
        ),
        (
            // Its rectangle breaks off after the first number.
            "06_mp_regions.jpg",
            json!({
                "regions": xmp(json!([
                    { "scheme": "microsoft", "name": words("Бейбіт Исабаев"), "persons": ["Бейбіт Исабаев"] },
                ])),
                "left_out": ["region_shape"],
            }),
        ),
        (
            // The face lies at the left of the stored picture, and at the top of the upright one.
            "07_mwg_regions_orient6.jpg",
            json!({ "regions": xmp(json!([face("Бейбіт Исабаев", [0.625, 0.2, 0.15, 0.1])])) }),
        ),
        (
            "08_gps.jpg",
            json!({ "position": exif(json!({ "latitude": 45.0156, "longitude": 78.3739 })) }),
        ),
        (
            "09_digitized_only.jpg",
            json!({ "date_digitised": exif(json!({ "local": "1987-05-01T00:00:00" })) }),
        ),
        (
            "10_conflict.jpg",
            json!({
                "creators": {
                    "source": "exif",
                    "value": ["Exif Author"],
                    "differs": [["xmp", ["XMP Автор"]], ["iptc_iim", ["IIM Author"]]],
                },
                "date_created": {
                    "source": "exif",
                    "value": { "local": "2026-02-27T10:15:00" },
                    "differs": [["xmp", { "local": "2026-02-28T10:15:00" }]],
                },
            }),
        ),
        (
            "11_location_created_shown.jpg",
            json!({
                "location_created": xmp(json!({ "city": "Талдықорған" })),
                "locations_shown": xmp(json!([{ "city": "Талдықорған" }])),
                "country": xmp(json!("Қазақстан")),
            }),
        ),
        (
            "12_png_xmp_itxt.png",
            json!({ "description": xmp(words("Жиын")), "creators": xmp(json!(["Қайрат Әлиев"])) }),
        ),
        (
            "13_webp_xmp.webp",
            json!({
                "creators": xmp(json!(["Қайрат Әлиев"])),
                "date_created": exif(json!({ "local": "2026-02-27T10:15:00" })),
            }),
        ),
        (
            "14_heic.heic",
            json!({
                // Exif has the time zone and the part of a second, XMP the same moment without them.
                "date_created": exif(json!({ "local": "2021-04-11T15:47:53", "sub_seconds": "054", "offset": "-05:00" })),
                "date_digitised": exif(json!({ "local": "2021-04-11T15:47:53", "sub_seconds": "054", "offset": "-05:00" })),
                "position": exif(json!({ "latitude": 39.051344, "longitude": -94.288772, "altitude": 260.561 })),
                "camera_make": exif(json!("Apple")),
                "camera_model": exif(json!("iPhone 11 Pro Max")),
                "lens": exif(json!("iPhone 11 Pro Max back triple camera 4.25mm f/1.8")),
            }),
        ),
        (
            "16_ai.jpg",
            json!({
                "digital_source_type": xmp(json!("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")),
            }),
        ),
    ];
    for (name, wanted) in cases {
        assert_eq!(read(&format!("metadata/{name}"), None), wanted, "{name}");
    }
    let sidecar = |value: Value| of("sidecar", &value);
    assert_eq!(
        read("metadata/15_sidecar.jpg", Some("metadata/15_sidecar.xmp")),
        json!({ "creators": sidecar(json!(["Қайрат Әлиев"])), "credit_line": sidecar(json!("Баспасөз қызметі")) })
    );
    assert_eq!(read("metadata/15_sidecar.jpg", None), json!({}));
}

#[test]
fn the_reference_photo_of_the_iptc_states_every_property() {
    if !there() {
        return;
    }
    let xmp = |value: Value| of("xmp", &value);
    let exif = |value: Value| of("exif", &value);
    let term = |about: &str, name: &str, refined: &str, code: &str| {
        let base = format!("http://example.com/cv/{about}/ref2021.1");
        json!({
            "vocabulary": base, "id": format!("{base}/{code}"), "name": words(name),
            "refined_about": format!("http://example.com/cv/{refined}"),
        })
    };
    let entity = |of: &str, kind: &str| {
        let ids = ["a", "b"].map(|end| format!("https://example.org/r{kind}2021.1{end}"));
        json!({ "name": words(&format!("Region Boundary Content {of} Name (ref2021.1)")), "ids": ids })
    };
    let region = |id: &str, name: &str, organisation: &str, person: &str, shape: Value| {
        json!({
            "scheme": "iptc", "id": id, "name": words(name), "shape": shape,
            "persons": [format!("Person name no 1 in region {person} (ref2021.1)")],
            "organisations": [format!("Organisation name no 1 in region {organisation} (ref2021.1)")],
            "kinds": [entity("Type", "ctype/type")], "roles": [entity("Role", "role/role")],
        })
    };
    let location = |of: &str, ids: &[&str], position: Value| {
        let field = |name: &str| format!("{name} (Location {of}) (ref2021.1)");
        json!({
            "name": words(&field("Location Name")), "city": field("City"), "country": field("CountryName"),
            "province_or_state": field("Province/State"), "sublocation": field("Sublocation"),
            "world_region": field("Worldregion"), "country_code": "R17", "position": position, "ids": ids,
        })
    };
    let licensor = |number: u8| {
        let field = |name: &str| format!("Licensor {name} {number} (ref2021.1)");
        json!({
            "name": field("Name"), "id": field("ID"),
            "url": format!("https://example.com/LicensorURL_{number}_ref2021.1"),
            "contact": {
                "address": field("Street Addr"), "extended_address": field("Ext Addr"), "city": field("City"),
                "region": field("Region"), "postal_code": field("Postcode"), "country": field("Country"),
                "emails": field("Email"), "telephones": format!("{}, {}", field("Phone1"), field("Phone2")),
            },
        })
    };
    let party = |of: &str, number: &str| json!({ "name": format!("{of} Name{number} (ref2021.1)"), "id": format!("{of} Id{number} (ref2021.1)") });
    let registered = |number: u8| {
        json!({
            "organisation_id": format!("Registry Organisation ID {number} (ref2021.1)"),
            "item_id": format!("Registry Image ID {number} (ref2021.1)"),
            "role": format!("Registry Entry Role ID {number} (ref2021.1)"),
        })
    };
    let numbered = |name: &str, most: u8| {
        Value::from_iter((1..=most).map(|number| format!("{name} {number} (ref2021.1)")))
    };
    let alternatives = |text: &str| json!([{ "language": "x-default", "text": text }, { "language": "en", "text": text }]);
    let artwork = json!({
        "title": words("AO Title 1 (ref2021.1)"),
        "creators": ["AO Creator Name 1a (ref2021.1)", "AO Creator Name 1b (ref2021.1)"],
        "creator_ids": ["AO Creator Id 1a (ref2021.1)", "AO Creator Id 1b (ref2021.1)"],
        "date_created": moment("1921-10-20T21:01:00", "+00:00"),
        "circa_date_created": "AO Circa Date: between 1550 and 1600 (ref2021.1)",
        "content_description": words("AO Content Description 1 (ref2021.1)"),
        "contribution_description": words("AO Contribution Description 1 (ref2021.1)"),
        "physical_description": words("AO Physical Description 1 (ref2021.1)"),
        "styles": ["AO Style Baroque (ref2021.1)", "AO Style Italian Baroque (ref2021.1)"],
        "copyright_notice": "AO Copyright Notice 1 (ref2021.1)",
        "copyright_owner": {
            "name": "AO Current Copyright Owner Name 1 (ref2021.1)", "id": "AO Current Copyright Owner ID 1 (ref2021.1)",
        },
        "licensor": { "name": "AO Current Licensor Name 1 (ref2021.1)", "id": "AO Current Licensor ID 1 (ref2021.1)" },
        "source": "AO Source 1 (ref2021.1)",
        "inventory_number": "AO Source Inventory No 1 (ref2021.1)",
        "inventory_url": "AO Source Inventory URL (ref2021.1)",
    });
    let polygon = json!({ "shape": "polygon", "vertices": [
        { "x": 0.05, "y": 0.713 }, { "x": 0.148, "y": 0.041 }, { "x": 0.375, "y": 0.863 },
    ] });
    let person = json!({
        "name": words("Person Name 1 (ref2021.1)"),
        "description": words("Person Description 1 (ref2021.1)"),
        "ids": ["http://wikidata.org/item/Q123456789/ref2021.1", "http://freebase.com/m/987654321/ref2021.1"],
        "characteristics": [{
            "vocabulary": "http://example.com/cv/test99/ref2021.1",
            "id": "http://example.com/cv/test99/code987/ref2021.1",
            "name": words("Person Characteristic Name 1 (ref2021.1)"),
            "refined_about": "http://example.com/cv/refinements987/codeY765/ref2021.1",
        }],
    });
    let contact = json!({
        "address": "Creator's CI: Address, line 1 (ref2021.1)", "city": "Creator's CI: City (ref2021.1)",
        "region": "Creator's CI: State/Province (ref2021.1)", "postal_code": "Creator's CI: Postcode (ref2021.1)",
        "country": "Creator's CI: Country (ref2021.1)", "emails": "Creator's CI: Email@1, Email@2 (ref2021.1)",
        "telephones": "Creator's CI: Phone # 1, Phone # 2 (ref2021.1)",
        "urls": "http://www.Creators.CI/WebAddress/ref2021.1",
    });
    let wanted = [
        ("title", xmp(words("The Title (ref2021.1)"))),
        ("headline", xmp(json!("The Headline (ref2021.1)"))),
        (
            "description",
            exif(words("The description aka caption (ref2021.1)")),
        ),
        (
            "description_writer",
            xmp(json!("Description Writer (ref2021.1)")),
        ),
        (
            "alt_text",
            xmp(alternatives(
                "This is the Alt Text description to support accessibility in 2021.1",
            )),
        ),
        (
            "extended_description",
            xmp(alternatives(
                "This is the Extended Description to support accessibility in 2021.1",
            )),
        ),
        (
            "keywords",
            xmp(json!([
                "Keyword1ref2021.1",
                "Keyword2ref2021.1",
                "Keyword3ref2021.1"
            ])),
        ),
        (
            "subject_codes",
            xmp(json!(["10020211", "20020211", "30020211"])),
        ),
        ("scenes", xmp(json!(["010100", "010400"]))),
        ("intellectual_genre", xmp(json!("Actuality"))),
        (
            "genres",
            xmp(json!([term(
                "genre",
                "Genre CV-Term Name 1 (ref2021.1)",
                "genrerefinements2/ref2021.1/codeY864",
                "code1369"
            )])),
        ),
        (
            "about",
            xmp(json!([term(
                "about",
                "CV-Term Name 1 (ref2021.1)",
                "refinements2/ref2021.1/codeX145",
                "code987"
            )])),
        ),
        ("event", xmp(words("Event Name (ref2021.1)"))),
        (
            "event_ids",
            xmp(json!([
                "https://example.com/events/id2021.1a",
                "https://example.com/events/id2021.1b"
            ])),
        ),
        (
            "date_created",
            exif(moment("2021-10-20T21:01:01", "+00:00")),
        ),
        (
            "persons_shown",
            xmp(json!([
                { "name": words("Person Shown 1 (ref2021.1)") },
                { "name": words("Person Shown 2 (ref2021.1)") },
                person,
            ])),
        ),
        ("organisations_shown", xmp(numbered("Organisation Name", 3))),
        ("organisation_codes", xmp(numbered("Organisation Code", 3))),
        (
            "products_shown",
            xmp(json!([{
                "name": words("Product Name 1 (ref2021.1)"), "gtin": "123456782021.1",
                "description": words("Product Description 1 (ref2021.1)"),
            }])),
        ),
        ("artworks_shown", xmp(json!([artwork]))),
        (
            "regions",
            xmp(json!([
                region(
                    "persltr2",
                    "Listener 1",
                    "persltr2",
                    "persltr2",
                    json!({ "shape": "rectangle", "x": 0.31, "y": 0.18, "width": 0.127, "height": 0.385 })
                ),
                // The picture is twice as wide as it is high.
                region(
                    "persltr3",
                    "Listener 2",
                    "persltr2",
                    "persltr3",
                    json!({ "shape": "circle", "x": 0.59, "y": 0.426, "radius_x": 0.068, "radius_y": 0.136 })
                ),
                region("persltr1", "Speaker 1", "persltr3", "persltr1", polygon),
            ])),
        ),
        (
            "location_created",
            xmp(location(
                "created1",
                &["Location Id (Location created1) (ref2021.1)"],
                json!({ "latitude": 48.275, "longitude": 16.338, "altitude": 480.0 }),
            )),
        ),
        (
            "locations_shown",
            xmp(json!([
                location(
                    "shown1",
                    &[
                        "Location Id 1a(Location shown1) (ref2021.1)",
                        "Location Id 1b(Location shown1) (ref2021.1)"
                    ],
                    json!({ "latitude": 48.147, "longitude": 17.098, "altitude": 140.0 })
                ),
                location(
                    "shown2",
                    &[
                        "Location Id 2a(Location shown2) (ref2021.1)",
                        "Location Id 2b(Location shown2) (ref2021.1)"
                    ],
                    json!({ "latitude": 47.952, "longitude": 16.83, "altitude": 120.0 })
                ),
            ])),
        ),
        ("sublocation", xmp(json!("Sublocation (Core) (ref2021.1)"))),
        ("city", xmp(json!("City (Core) (ref2021.1)"))),
        (
            "province_or_state",
            xmp(json!("Province/State(Core)(ref2021.1)")),
        ),
        ("country", xmp(json!("Country (Core) (ref2021.1)"))),
        ("country_code", xmp(json!("R21"))),
        ("creators", exif(json!(["Creator1 (ref2021.1)"]))),
        (
            "creators_job_title",
            xmp(json!("Creator's Job Title  (ref2021.1)")),
        ),
        ("creators_contact", xmp(contact)),
        ("credit_line", xmp(json!("Credit Line (ref2021.1)"))),
        ("source", xmp(json!("Source (ref2021.1)"))),
        ("instructions", xmp(json!("An Instruction (ref2021.1)"))),
        ("job_id", xmp(json!("Job Id (ref2021.1)"))),
        (
            "copyright_notice",
            exif(words(
                "Copyright (Notice) 2021.1 IPTC - www.iptc.org  (ref2021.1)",
            )),
        ),
        (
            "rights_usage_terms",
            xmp(words("Rights Usage Terms (ref2021.1)")),
        ),
        (
            "web_statement_of_rights",
            xmp(json!("https://example.com/WebStatementOfRights/2021.1")),
        ),
        (
            "copyright_owners",
            xmp(json!([
                party("Copyright Owner", " 1"),
                party("Copyright Owner", " 2")
            ])),
        ),
        ("licensors", xmp(json!([licensor(1), licensor(2)]))),
        ("image_creators", xmp(json!([party("Image Creator", " 1")]))),
        (
            "image_creator_image_id",
            xmp(json!("Image Creator Image ID (ref2021.1)")),
        ),
        ("image_suppliers", xmp(json!([party("Image Supplier", "")]))),
        (
            "image_supplier_image_id",
            xmp(json!("Image Supplier Image ID (ref2021.1)")),
        ),
        (
            "embedded_rights_expressions",
            xmp(json!([{
                "expression": "The Encoded Rights Expression (ref2021.1)",
                "encoding_type": "IANA Media Type of ERE (ref2021.1)",
                "language_id": "http://example.org/RELids/id4711/ref2021.1",
            }])),
        ),
        (
            "linked_rights_expressions",
            xmp(json!([{
                "expression": "http://example.org/linkedrightsexpression/id986/ref2021.1",
                "encoding_type": "IANA Media Type of ERE (ref2021.1)",
                "language_id": "http://example.org/RELids/id4712/ref2021.1",
            }])),
        ),
        (
            "model_release_status",
            xmp(json!("http://ns.useplus.org/ldf/vocab/MR-NAP")),
        ),
        ("model_release_ids", xmp(numbered("Model Release ID", 2))),
        (
            "property_release_status",
            xmp(json!("http://ns.useplus.org/ldf/vocab/PR-NAP")),
        ),
        (
            "property_release_ids",
            xmp(numbered("Property Release ID", 2)),
        ),
        ("model_ages", xmp(json!(["25", "27", "30"]))),
        (
            "minor_model_age_disclosure",
            xmp(json!("http://ns.useplus.org/ldf/vocab/AG-A25")),
        ),
        (
            "additional_model_information",
            xmp(json!("Additional Model Info (ref2021.1)")),
        ),
        (
            "digital_source_type",
            xmp(json!(
                "http://cv.iptc.org/newscodes/digitalsourcetype/softwareImage"
            )),
        ),
        ("rating", xmp(json!(1))),
        (
            "digital_image_guid",
            xmp(json!(
                "http://example.com/imageGUIDs/TestGUID12345/ref2021.1"
            )),
        ),
        (
            "registry_entries",
            xmp(json!([registered(1), registered(2)])),
        ),
        ("max_available_width", xmp(json!(21))),
        ("max_available_height", xmp(json!(20))),
    ];
    let wanted: Map<String, Value> = wanted
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let Value::Object(mut read) = read("iptc/IPTC-PhotometadataRef-Std2021.1.jpg", None) else {
        panic!("an object");
    };
    for (name, value) in &wanted {
        assert_eq!(read.remove(name).as_ref(), Some(value), "{name}");
    }
    assert_eq!(read, Map::new(), "nothing more is stated");
}
