//! What came and what an archive knows, in one sidecar, however they come together; and any bytes.

use proptest::prelude::*;
use quick_xml::events::Event;

use super::{compose, write_sidecar};
use crate::fixtures::{TiffValue, iim, jpeg, png, resource, tiff, with_chunks, with_segments, xmp};
use crate::metadata::{
    ArchiveStatement, DateTime, InLanguage, InLanguages, LeftOut, Person, PhotoMetadata, Region,
    RegionScheme, Shape, Source, Stated, read_photo_metadata, read_xmp,
};

fn date() -> DateTime {
    DateTime::from_xmp("2026-03-01T09:00:00+05:00").unwrap()
}

fn languages(texts: &[(&str, &str)]) -> Option<InLanguages> {
    let text = |(language, text): &(&str, &str)| InLanguage {
        language: (*language).to_owned(),
        text: (*text).to_owned(),
    };
    InLanguages::new(texts.iter().map(text).collect())
}

fn text(text: &str) -> TiffValue {
    TiffValue::Text(format!("{text}\0").into_bytes())
}

/// A photo that says something in Exif, IIM and XMP.
fn photo(first: &[(u16, TiffValue)], datasets: &[(u8, u8, &[u8])], properties: &str) -> Vec<u8> {
    let mut segments = Vec::new();
    if !first.is_empty() {
        let block = tiff(first, &[], &[]);
        segments.push((0xE1, [b"Exif\0\0", block.as_slice()].concat()));
    }
    if !properties.is_empty() {
        let packet = xmp(properties);
        let mark = b"http://ns.adobe.com/xap/1.0/\0".as_slice();
        segments.push((0xE1, [mark, packet.as_bytes()].concat()));
    }
    if !datasets.is_empty() {
        let block = resource(0x0404, &iim(datasets));
        segments.push((0xED, [b"Photoshop 3.0\0", block.as_slice()].concat()));
    }
    with_segments(&jpeg(60, 40), &segments)
}

fn said<T: Clone>(property: Option<&Stated<T>>) -> T {
    property.unwrap().value.clone()
}

fn texts(languages: &InLanguages) -> Vec<(&str, &str)> {
    let texts = languages.texts().iter();
    texts
        .map(|text| (text.language.as_str(), text.text.as_str()))
        .collect()
}

/// What a sidecar states alone.
fn state_alone(sidecar: &[u8]) -> PhotoMetadata {
    read_photo_metadata(&[], Some(sidecar))
}

const CAME: &str = "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Ескі</rdf:li><rdf:li xml:lang='kk-KZ'>Ескі</rdf:li>
<rdf:li xml:lang='en'>Ескі</rdf:li><rdf:li xml:lang='ru'>Старое</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag><rdf:li>жиын</rdf:li></rdf:Bag></dc:subject>
<dc:creator><rdf:Seq><rdf:li>Фотограф</rdf:li></rdf:Seq></dc:creator>
<photoshop:Credit>Агенттік</photoshop:Credit><xmp:Rating>2</xmp:Rating>
<Iptc4xmpExt:DigImageGUID>urn:theirs</Iptc4xmpExt:DigImageGUID>
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Бейбіт Исабаев</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType='Resource'>
<Iptc4xmpExt:PersonName><rdf:Alt><rdf:li xml:lang='x-default'>Гүлнар Тойлыбаева</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName>
<Iptc4xmpExt:PersonId><rdf:Bag><rdf:li>http://example.org/1</rdf:li></rdf:Bag></Iptc4xmpExt:PersonId>
</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>
<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'><Iptc4xmpExt:City>Талдықорған</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>
<x:Settings xmlns:x='urn:program' rdf:parseType='Resource'><x:Curve><rdf:Seq><rdf:li>0, 1</rdf:li></rdf:Seq></x:Curve></x:Settings>";

fn known() -> ArchiveStatement {
    let person = |name: &str| Person {
        name: languages(&[("kk", name)]),
        ..Person::default()
    };
    let own = |text: &str| Some(text.to_owned());
    ArchiveStatement {
        default_language: own("ru"),
        title: languages(&[("kk", "Атау")]),
        headline: own("Айдар"),
        description: languages(&[("kk", "Жаңа"), ("ru", "Новое"), ("und", "—")]),
        alt_text: languages(&[("ru", "Люди в зале")]),
        keywords: vec!["әкім".to_owned(), "жиын".to_owned(), "\u{1} ".to_owned()],
        event: languages(&[("kk", "Жиын")]),
        event_ids: vec!["urn:uuid:1".to_owned()],
        date_created: DateTime::from_xmp("2026-02-28T11:00:00+05:00"),
        location_created: languages(&[("kk", "Мәдениет үйі")]),
        persons_shown: vec![
            person("Бейбіт  Исабаев"),
            Person {
                description: languages(&[("kk", "Әкім")]),
                ids: vec!["http://example.org/1".to_owned()],
                ..person("Гүлнар Тойлыбай")
            },
            person("Ерлан Сәтов"),
        ],
        organisations_shown: vec!["Әкімдік".to_owned()],
        creators: vec!["Дана Ахметова".to_owned()],
        credit_line: own("Баспасөз қызметі"),
        copyright_notice: languages(&[("kk", "© Әкімдік")]),
        rights_usage_terms: languages(&[("kk", "Еркін")]),
        instructions: own("Кесуге болмайды"),
        source: own("Мұрағат"),
        job_id: own("Ж-12"),
        digital_source_type: own("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"),
        ai_system_used: own("A"),
        ai_system_version_used: own("1"),
        ai_prompt_information: own("B"),
        ai_prompt_writer_name: own("C"),
        rating: Some(5),
        turned: 0,
        digital_image_guid: own("urn:uuid:2"),
        identifiers: vec!["12-34".to_owned()],
        regions: Vec::new(),
    }
}

#[test]
fn what_the_archive_says_stands_and_the_rest_stays() {
    let exif = [(0x013B, text("Exif")), (0x010F, text("Canon"))];
    let photo = photo(&exif, &[(2, 90, b"City")], CAME);
    let before = read_photo_metadata(&photo, None);
    let sidecar = write_sidecar(&photo, None, &known(), &date());
    assert_eq!(sidecar, write_sidecar(&photo, None, &known(), &date()));
    // Read with the photo, the sidecar holds before Exif, though no date says that it is the later one.
    let both = read_photo_metadata(&photo, Some(&sidecar));
    let differs = vec![
        (Source::Exif, vec!["Exif".to_owned()]),
        (Source::Xmp, vec!["Фотограф".to_owned()]),
    ];
    assert_eq!(both.creators.as_ref().unwrap().differs, differs);
    assert_eq!(both.creators.as_ref().unwrap().source, Source::Sidecar);
    for read in [both, state_alone(&sidecar)] {
        assert_eq!(said(read.creators.as_ref()), ["Дана Ахметова"]);
        let description = said(read.description.as_ref());
        // «Ескі» was set aside in English, too; of the Russian text the archive has another.
        let wanted = [("x-default", "Новое"), ("kk", "Жаңа"), ("ru", "Новое")];
        assert_eq!(texts(&description), wanted);
        let title = said(read.title.as_ref());
        assert_eq!(texts(&title), [("x-default", "Атау"), ("kk", "Атау")]);
        assert_eq!(said(read.keywords.as_ref()), ["жиын", "әкім"]);
        let persons = said(read.persons_shown.as_ref());
        let names: Vec<&str> = persons
            .iter()
            .map(|person| person.name.as_ref().unwrap().default_text())
            .collect();
        assert_eq!(names, ["Бейбіт Исабаев", "Гүлнар Тойлыбай", "Ерлан Сәтов"]);
        assert_eq!(persons[1].ids, ["http://example.org/1"]);
        assert_eq!(
            persons[1].description,
            languages(&[("x-default", "Әкім"), ("kk", "Әкім")])
        );
        let created = said(read.date_created.as_ref());
        assert_eq!(Some(created), known().date_created);
        let place = said(read.location_created.as_ref());
        assert_eq!(place.city.as_deref(), Some("Талдықорған"));
        assert_eq!(place.name.unwrap().text_in("kk"), Some("Мәдениет үйі"));
        assert_eq!(said(read.sublocation.as_ref()), "Мәдениет үйі");
        assert_eq!(said(read.event.as_ref()).text_in("kk"), Some("Жиын"));
        assert_eq!(said(read.event_ids.as_ref()), ["urn:uuid:1"]);
        assert_eq!(said(read.alt_text.as_ref()).default_text(), "Люди в зале");
        assert_eq!(
            said(read.copyright_notice.as_ref()).text_in("kk"),
            Some("© Әкімдік")
        );
        assert_eq!(
            said(read.rights_usage_terms.as_ref()).default_text(),
            "Еркін"
        );
        assert_eq!(said(read.organisations_shown.as_ref()), ["Әкімдік"]);
        let lines = [
            (&read.headline, "Айдар"),
            (&read.credit_line, "Баспасөз қызметі"),
            (&read.instructions, "Кесуге болмайды"),
            (&read.source, "Мұрағат"),
            (&read.job_id, "Ж-12"),
            (&read.ai_system_used, "A"),
            (&read.ai_system_version_used, "1"),
            (&read.ai_prompt_information, "B"),
            (&read.ai_prompt_writer_name, "C"),
            (&read.digital_image_guid, "urn:uuid:2"),
        ];
        for (property, wanted) in lines {
            assert_eq!(said(property.as_ref()), wanted);
        }
        assert_eq!(said(read.rating.as_ref()), 5);
        // What the archive does not speak of.
        assert_eq!(said(read.city.as_ref()), "City");
        assert_eq!(
            said(read.camera_make.as_ref()),
            said(before.camera_make.as_ref())
        );
    }
    let words = String::from_utf8(sidecar).unwrap();
    for kept in [
        "urn:theirs",
        "12-34",
        "xmlns:x=\"urn:program\"",
        "<x:Curve>",
        "<rdf:li>0, 1</rdf:li>",
    ] {
        assert_eq!(
            words.contains(kept),
            kept != "xmlns:x=\"urn:program\"" && kept != "<x:Curve>",
            "{kept}"
        );
    }
    // The prefix `x` is that of the packet itself.
    assert!(words.contains("xmlns:ns1=\"urn:program\"") && words.contains("<ns1:Curve>"));
}

#[test]
fn where_nothing_is_known_the_sidecar_agrees_with_the_photo() {
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("Иванов Пётр");
    let datasets: [(u8, u8, &[u8]); 3] = [(2, 80, &cyrillic), (2, 25, b"a"), (2, 55, b"20260227")];
    let whole = "Жетісу облысы әкімдігі";
    let cases = [
        photo(&[(0x010E, text("Жиын")), (0x8298, text("©"))], &[], ""),
        photo(&[], &datasets, ""),
        photo(&[(0x013B, text("Exif"))], &[(2, 80, b"IIM")], CAME),
        photo(
            &[],
            &[(2, 110, &whole.as_bytes()[..32])],
            &format!("<photoshop:Credit>{whole}</photoshop:Credit>"),
        ),
    ];
    let old = photo(
        &[],
        &[(2, 10, b"5"), (2, 15, b"POL"), (2, 20, b"a"), (2, 20, b"b")],
        "",
    );
    let sidecar = write_sidecar(&old, None, &ArchiveStatement::default(), &date());
    let words = String::from_utf8(sidecar).unwrap();
    for kept in ["Urgency>5<", "Category>POL<", "<rdf:li>b</rdf:li>"] {
        assert!(words.contains(kept), "{words}");
    }
    for photo in cases {
        let before = read_photo_metadata(&photo, None);
        let sidecar = write_sidecar(&photo, None, &ArchiveStatement::default(), &date());
        let after = state_alone(&sidecar);
        assert_eq!(
            after.description.map(|said| said.value),
            before.description.map(|said| said.value)
        );
        assert_eq!(
            after.creators.map(|said| said.value),
            before.creators.map(|said| said.value)
        );
        assert_eq!(
            after.credit_line.map(|said| said.value),
            before.credit_line.map(|said| said.value)
        );
        assert_eq!(
            after.keywords.map(|said| said.value),
            before.keywords.map(|said| said.value)
        );
        assert_eq!(
            after.date_created.map(|said| said.value),
            before.date_created.map(|said| said.value)
        );
        assert_eq!(
            after.copyright_notice.map(|said| said.value),
            before.copyright_notice.map(|said| said.value)
        );
        // A sidecar of a sidecar is the same one.
        let again = write_sidecar(
            &photo,
            Some(&sidecar),
            &ArchiveStatement::default(),
            &date(),
        );
        assert_eq!(String::from_utf8(again), String::from_utf8(sidecar));
    }
}

fn rectangle(x: f64, y: f64) -> Option<Shape> {
    let (width, height) = (0.15, 0.1);
    Some(Shape::Rectangle {
        x,
        y,
        width,
        height,
    })
}

#[test]
fn regions_lie_where_they_lie_in_the_upright_picture_however_it_is_stored() {
    // XMP knows nothing of the turn that Exif tells.
    let face = "<tiff:Orientation>1</tiff:Orientation><mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:AppliedToDimensions stDim:w='60' stDim:h='40' stDim:unit='pixel'/>
        <mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name='Бейбит' mwg-rs:Type='Face'>
        <mwg-rs:Area stArea:x='0.5' stArea:y='0.5' stArea:w='0.1' stArea:h='0.15' stArea:unit='normalized'/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
    for orientation in 1..=8u16 {
        let exif = [(0x0112, TiffValue::Short(orientation))];
        let photo = photo(&exif, &[], face);
        let came = said(read_photo_metadata(&photo, None).regions.as_ref());
        let named = |id: &str, person: &str, shape| Region {
            id: Some(id.to_owned()),
            persons: vec![person.to_owned()],
            shape,
            ..Region::new(RegionScheme::Iptc)
        };
        let corners = vec![(0.1, 0.2), (0.3, 0.2), (0.1, 0.4)];
        let corners = corners.into_iter().map(|(x, y)| crate::Point { x, y });
        let regions = vec![
            // The face that came, by its right name.
            named("a", "Бейбіт", came[0].shape.clone()),
            named("b", "Гүлнар", rectangle(0.7, 0.1)),
            named(
                "c",
                "Ерлан",
                Some(Shape::Circle {
                    x: 0.25,
                    y: 0.5,
                    radius_x: 0.1,
                    radius_y: if orientation >= 5 {
                        0.1 * 40.0 / 60.0
                    } else {
                        0.15
                    },
                }),
            ),
            named(
                "d",
                "Дана",
                Some(Shape::Polygon {
                    vertices: corners.collect(),
                }),
            ),
            named(
                "e",
                "Асан",
                Some(Shape::Point(crate::Point { x: 0.9, y: 0.8 })),
            ),
        ];
        let known = ArchiveStatement {
            regions: regions.clone(),
            ..ArchiveStatement::default()
        };
        let sidecar = write_sidecar(&photo, None, &known, &date());
        let with_photo = read_photo_metadata(&photo, Some(&sidecar));
        for read in [with_photo, state_alone(&sidecar)] {
            assert!(!read.left_out.contains(&LeftOut::RegionShape));
            let read = said(read.regions.as_ref());
            for (read, wanted) in read.iter().zip(&regions) {
                assert_eq!((&read.id, &read.persons), (&wanted.id, &wanted.persons));
                let near = format!("{:.4?}", read.shape);
                assert_eq!(near, format!("{:.4?}", wanted.shape), "{orientation}");
            }
            assert_eq!(read.len(), regions.len(), "{read:?}");
        }
        // Said again, they are the same.
        let again = write_sidecar(&photo, Some(&sidecar), &known, &date());
        assert_eq!(String::from_utf8(again), String::from_utf8(sidecar));
    }
}

#[test]
fn previews_are_left_out_and_what_is_too_long_for_the_rest() {
    let image = "A".repeat(2_000);
    let long = "b".repeat(3 << 20);
    let beside = xmp(&format!(
        "<dc:source>kept</dc:source><xmp:Thumbnails><rdf:Alt><rdf:li>{image}</rdf:li></rdf:Alt></xmp:Thumbnails>
         <a:Pantry xmlns:a='urn:a' xmlns:g='http://ns.adobe.com/xap/1.0/g/img/' rdf:parseType='Resource'><g:image>{image}</g:image><a:b>kept too</a:b></a:Pantry>
         <a:Long xmlns:a='urn:a'>{long}</a:Long>"
    ));
    let other = photo(&[], &[], "");
    let sidecar = write_sidecar(&other, Some(beside.as_bytes()), &known(), &date());
    let words = String::from_utf8(sidecar).unwrap();
    assert!(words.contains("kept") && words.contains("kept too") && words.contains(&long));
    assert!(!words.contains(&image) && !words.contains("Thumbnails"));
    // A long text is longer still when it is escaped.
    let beside = beside.replace("bbbb", "'bbb");
    let sidecar = write_sidecar(&other, Some(beside.as_bytes()), &known(), &date());
    assert!(sidecar.len() < 100_000);
    assert_eq!(
        read_xmp(&sidecar).credit.as_deref(),
        Some("Баспасөз қызметі")
    );
}

#[test]
fn what_many_values_cost_has_an_end() {
    let items = |from: usize, count: usize| -> String {
        let item = |at| format!("<rdf:li xml:lang='a{at}'>{}</rdf:li>", at % 10_000);
        (from..from + count).map(item).collect()
    };
    let list = |name: &str, kind: &str, items: &str| {
        format!("<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>")
    };
    let properties: String = (0..8_000)
        .map(|at| format!("<dc:a{at}>b</dc:a{at}>"))
        .collect();
    let face = "<rdf:li mwg-rs:Name='a' mwg-rs:Type='Face'><mwg-rs:Area stArea:x='0.5' stArea:y='0.5' stArea:w='0.1' stArea:h='0.1'/></rdf:li>";
    let faces = list("mwg-rs:RegionList", "Bag", &face.repeat(1_000));
    let faces = format!("<mwg-rs:Regions rdf:parseType='Resource'>{faces}</mwg-rs:Regions>");
    let regions = vec![
        Region {
            persons: vec!["b".to_owned()],
            shape: rectangle(0.425, 0.45),
            ..Region::new(RegionScheme::Iptc)
        };
        200
    ];
    let known = ArchiveStatement {
        regions,
        keywords: (0..500).map(|at| at.to_string()).collect(),
        ..known()
    };
    for (one, other) in [
        (
            list("dc:subject", "Bag", &items(0, 8_000)),
            list("dc:subject", "Bag", &items(4_000, 8_000)),
        ),
        (
            list("dc:description", "Alt", &items(0, 7_000)),
            list("dc:description", "Alt", &items(0, 8_000)),
        ),
        (properties.clone(), properties),
        (faces.clone(), faces),
    ] {
        // What is too long for a segment of JPEG fits into PNG.
        let text = [
            b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(),
            xmp(&one).as_bytes(),
        ]
        .concat();
        let png = with_chunks(&png(4, 4), &[(b"iTXt", text)]);
        let sidecar = write_sidecar(&png, Some(xmp(&other).as_bytes()), &known, &date());
        let read = read_xmp(&sidecar);
        assert_eq!(read.credit.as_deref(), Some("Баспасөз қызметі"));
    }
}

/// Whether a program that knows nothing of XMP reads it to its end.
fn is_well_formed(sidecar: &[u8]) -> bool {
    let text = std::str::from_utf8(sidecar).unwrap();
    let mut reader = quick_xml::NsReader::from_str(text);
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                depth += 1;
                assert!(element.attributes().all(|attribute| attribute.is_ok()));
            }
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => return depth == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// A statement of which every text is this one.
fn state_everywhere(words: &str, language: &str) -> ArchiveStatement {
    let in_language = || languages(&[(language, words)]);
    let one = || Some(words.to_owned());
    let list = || vec![words.to_owned()];
    ArchiveStatement {
        default_language: Some(language.to_owned()),
        title: in_language(),
        description: in_language(),
        location_created: in_language(),
        keywords: list(),
        identifiers: list(),
        creators: list(),
        persons_shown: vec![Person {
            name: in_language(),
            ids: list(),
            ..Person::default()
        }],
        regions: vec![Region {
            id: one(),
            name: in_language(),
            persons: list(),
            description: one(),
            shape: rectangle(f64::NAN, 0.5),
            ..Region::new(RegionScheme::Iptc)
        }],
        credit_line: one(),
        digital_image_guid: one(),
        date_created: Some(DateTime {
            local: words.to_owned(),
            sub_seconds: one(),
            offset: one(),
        }),
        ..ArchiveStatement::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_of_an_archive_is_written_as_far_as_xml_can(words in any::<String>(), language in "[a-zA-Z_\u{1}-]{0,5}") {
        let sidecar = write_sidecar(b"", Some(xmp(CAME).as_bytes()), &state_everywhere(&words, &language), &date());
        prop_assert!(is_well_formed(&sidecar), "{}", String::from_utf8_lossy(&sidecar));
        let read = read_xmp(&sidecar);
        if let Some(words) = super::super::words::clean_words(&words) {
            prop_assert_eq!(read.creator.as_deref(), Some(words.as_str()));
            prop_assert_eq!(read.credit.as_deref(), Some(words.as_str()));
        }
    }

    #[test]
    fn any_bytes_are_carried(bytes in proptest::collection::vec(any::<u8>(), 0..300), other in proptest::collection::vec(any::<u8>(), 0..300)) {
        // Nothing catches what goes wrong here.
        let sidecar = compose(&bytes, Some(&other), &known(), &date()).write();
        prop_assert!(is_well_formed(&sidecar));
        let read = read_xmp(&sidecar);
        prop_assert_eq!(read.credit.as_deref(), Some("Баспасөз қызметі"));
    }

    #[test]
    fn any_change_of_a_photo_or_of_what_lies_beside_it_is_carried(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut photo = photo(&[(0x013B, text("Exif"))], &[(2, 90, b"City")], CAME);
        let mut beside = xmp(CAME).into_bytes();
        let mark = at.index(photo.len());
        photo[mark] = byte;
        let mark = at.index(beside.len());
        beside[mark] = byte;
        let sidecar = compose(&photo, Some(&beside), &known(), &date()).write();
        prop_assert!(is_well_formed(&sidecar));
        let read = read_xmp(&sidecar);
        prop_assert_eq!(read.credit.as_deref(), Some("Баспасөз қызметі"));
    }
}
