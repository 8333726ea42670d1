//! What photos state of themselves: suggested with its source, taken over by one op, never set by itself.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home, picture, with_xmp};
use muragat_archive::record::PhotoRecord;
use muragat_archive::record::terms::{PartyKind, StatedField, StatementSource, TextKind};
use muragat_archive::{PhotoFields, PhotoStatement, WantedStatement};

fn alternatives(property: &str, texts: &[(&str, &str)]) -> String {
    let items: String = texts
        .iter()
        .map(|(language, text)| format!("<rdf:li xml:lang='{language}'>{text}</rdf:li>"))
        .collect();
    format!("<{property}><rdf:Alt>{items}</rdf:Alt></{property}>")
}

fn attached(home: &mut Home, text: &str, photos: &[Vec<u8>]) -> (String, Vec<String>) {
    let article = home.add(text).id;
    let files: Vec<_> = photos
        .iter()
        .enumerate()
        .map(|(at, bytes)| home.file(&format!("{at}.png"), bytes))
        .collect();
    let done = home.archive.attach(&article, &files, None, None).unwrap();
    let ids = done.value.attached.into_iter().map(|photo| photo.id);
    (article, ids.collect())
}

fn record(home: &Home, article: &str, at: usize) -> PhotoRecord {
    home.archive.article(article).unwrap().photos[at].clone()
}

fn said(home: &Home, photo: &str) -> Vec<PhotoStatement> {
    let one = home.archive.photo_statements(&[photo.to_owned()]).unwrap();
    one.into_iter().next().unwrap().statements
}

const TEXT: &str = "Кітапхана ашылды\nАуылда кітапхана ашылды.\nСурет: Айбек Серіков.";

#[test]
fn a_photo_suggests_what_its_photographer_wrote_and_sets_nothing() {
    let mut home = home();
    let caption = alternatives(
        "dc:description",
        &[
            (
                "x-default",
                "Кітапхананың ашылуында оқырмандар кітап таңдап тұр",
            ),
            ("ru", "На открытии библиотеки"),
        ],
    );
    let properties = format!(
        "{caption}<dc:creator><rdf:Seq><rdf:li>Ерлан Сәтов</rdf:li></rdf:Seq></dc:creator>\
         <photoshop:Credit>Аудан әкімдігі</photoshop:Credit><photoshop:City>Талдықорған</photoshop:City>\
         <photoshop:Country>Қазақстан</photoshop:Country>\
         <ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</ext:DigitalSourceType>\
         <ext:PersonInImage><rdf:Bag><rdf:li>Сәуле Омарова</rdf:li></rdf:Bag></ext:PersonInImage>"
    );
    let (article, ids) = attached(&mut home, TEXT, &[with_xmp(&picture(1), &properties)]);
    let before = record(&home, &article, 0);
    assert_eq!(
        (before.credit.clone(), before.photographer.clone()),
        (None, None)
    );
    assert!(before.texts.is_empty());

    let all = home.archive.photo_statements(&ids).unwrap();
    assert_eq!(all[0].parties[0].name, "Сәуле Омарова");
    assert_eq!(all[0].parties[0].party, None);
    let told: Vec<(StatedField, Option<&str>, &str, StatementSource)> = all[0]
        .statements
        .iter()
        .map(|one| {
            (
                one.field,
                one.language.as_deref(),
                one.value.as_str(),
                one.source,
            )
        })
        .collect();
    use StatedField::{Caption, Credit, DigitalSourceType, Photographer, Place};
    use StatementSource::{Article, Xmp};
    assert_eq!(
        told,
        [
            (
                Caption,
                Some("kk"),
                "Кітапхананың ашылуында оқырмандар кітап таңдап тұр",
                Xmp
            ),
            (Caption, Some("ru"), "На открытии библиотеки", Xmp),
            (Photographer, None, "Ерлан Сәтов", Xmp),
            (Credit, None, "Аудан әкімдігі", Xmp),
            (Place, None, "Талдықорған, Қазақстан", Xmp),
            (DigitalSourceType, None, "digitalCapture", Xmp),
            (Credit, None, "Айбек Серіков", Article),
        ]
    );

    let taken = home.archive.take_photo_statements(&ids, &[]).unwrap();
    assert_eq!(taken.value, 6);
    let after = record(&home, &article, 0);
    // the photo's own word before that of its article
    assert_eq!(after.credit.as_deref(), Some("Аудан әкімдігі"));
    assert_eq!(after.digital_source_type.as_deref(), Some("digitalCapture"));
    assert_eq!(
        after
            .texts
            .iter()
            .filter(|text| text.kind == TextKind::Caption)
            .count(),
        2
    );
    // what was taken is suggested no more; what the article says otherwise is, beside what stands
    let left = said(&home, &ids[0]);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].stands.as_deref(), Some("Аудан әкімдігі"));

    // it is taken where one asks for it by its source
    let by_article = [WantedStatement {
        field: Credit,
        language: None,
        source: Some(Article),
    }];
    let taken = home
        .archive
        .take_photo_statements(&ids, &by_article)
        .unwrap();
    assert_eq!(taken.value, 1);
    assert_eq!(
        record(&home, &article, 0).credit.as_deref(),
        Some("Айбек Серіков")
    );
    home.archive.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    assert_eq!(record(&home, &article, 0), before);
}

#[test]
fn what_the_record_says_stays_unless_it_is_to_be_replaced() {
    let mut home = home();
    let credit = "<photoshop:Credit>Аудан әкімдігі</photoshop:Credit>";
    let photos = [1, 2].map(|seed| with_xmp(&picture(seed), credit));
    let (article, ids) = attached(&mut home, "Жиын өтті\nМәтін.", &photos);
    let own = PhotoFields {
        credit: Some("Өз дереккөзі".into()),
        ..PhotoFields::default()
    };
    home.archive.edit_photos(&ids[..1], &own).unwrap();
    let credits = |home: &Home| [0, 1].map(|at| record(home, &article, at).credit.unwrap());

    let taken = home.archive.take_photo_statements(&ids, &[]).unwrap();
    assert_eq!(taken.value, 1);
    assert_eq!(credits(&home), ["Өз дереккөзі", "Аудан әкімдігі"]);
    let wanted = [WantedStatement {
        field: StatedField::Credit,
        language: None,
        source: None,
    }];
    let taken = home.archive.take_photo_statements(&ids, &wanted).unwrap();
    assert_eq!(taken.value, 1);
    assert_eq!(credits(&home), ["Аудан әкімдігі", "Аудан әкімдігі"]);
    home.archive.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    assert_eq!(record(&home, &article, 1).credit, None);
}

#[test]
fn a_photo_that_says_nothing_or_whose_original_is_away_suggests_nothing() {
    let mut home = home();
    let properties = "<photoshop:Credit>Аудан әкімдігі</photoshop:Credit>";
    let photos = [picture(1), with_xmp(&picture(2), properties)];
    let (article, ids) = attached(&mut home, "Жиын өтті\nМәтін.", &photos);
    assert!(said(&home, &ids[0]).is_empty());
    let sha256 = record(&home, &article, 1).sha256;
    let (a, b) = (&sha256[..2], &sha256[2..4]);
    let folder = home.archive.path().join("originals").join(a).join(b);
    std::fs::remove_dir_all(folder).unwrap();
    assert!(said(&home, &ids[1]).is_empty());
    assert_eq!(
        home.archive.take_photo_statements(&ids, &[]).unwrap().value,
        0
    );
}

#[test]
fn a_picture_of_artificial_intelligence_is_marked_as_it_comes_in() {
    let mut home = home();
    let of = |term: &str| {
        format!(
            "<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/{term}</ext:DigitalSourceType>"
        )
    };
    let terms = [
        "trainedAlgorithmicMedia",
        "compositeWithTrainedAlgorithmicMedia",
        "digitalCapture",
        "nonsense",
    ];
    let photos: Vec<_> = (1..)
        .zip(terms)
        .map(|(seed, term)| with_xmp(&picture(seed), &of(term)))
        .collect();
    let (article, _) = attached(&mut home, "Жиын өтті\nМәтін.", &photos);
    let marks: Vec<Option<String>> = home
        .archive
        .article(&article)
        .unwrap()
        .photos
        .into_iter()
        .map(|photo| photo.digital_source_type)
        .collect();
    let by_ai = |at: usize| Some(terms[at].to_owned());
    assert_eq!(marks, [by_ai(0), by_ai(1), None, None]);
}

fn person(home: &mut Home, name: &str) -> String {
    let kind = PartyKind::Person;
    home.archive.add_party(kind, name).unwrap().value
}

fn shown(names: &[&str]) -> String {
    let items: String = names
        .iter()
        .map(|name| format!("<rdf:li>{name}</rdf:li>"))
        .collect();
    format!("<ext:PersonInImage><rdf:Bag>{items}</rdf:Bag></ext:PersonInImage>")
}

#[test]
fn whom_a_photo_names_is_taken_over_where_one_party_goes_by_the_name() {
    let mut home = home();
    let region = "<ext:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>\
        <ext:RegionBoundary rdf:parseType='Resource'><ext:rbShape>rectangle</ext:rbShape><ext:rbUnit>relative</ext:rbUnit>\
        <ext:rbX>0.25</ext:rbX><ext:rbY>0.5</ext:rbY><ext:rbW>0.125</ext:rbW><ext:rbH>0.25</ext:rbH></ext:RegionBoundary>\
        <ext:PersonInImage><rdf:Bag><rdf:li>Нұрлан Сейітов</rdf:li></rdf:Bag></ext:PersonInImage>\
        </rdf:li></rdf:Bag></ext:ImageRegion>";
    let names = shown(&[
        "ОМАРОВА Сәуле",
        "Нұрлан Сейітов",
        "Екі Адам",
        "Белгісіз Біреу",
    ]);
    let photo = with_xmp(&picture(1), &format!("{names}{region}"));
    let (article, ids) = attached(&mut home, TEXT, &[photo]);
    let saule = person(&mut home, "Сәуле Омарова");
    let nurlan = person(&mut home, "Сейітов Нұрлан");
    person(&mut home, "Екі Адам");
    person(&mut home, "Адам Екі");

    let said = home.archive.photo_statements(&ids).unwrap();
    let told = said[0].parties.iter();
    let told: Vec<(&str, Option<&str>, bool)> = told
        .map(|one| (one.name.as_str(), one.party.as_deref(), one.place.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("Нұрлан Сейітов", Some(nurlan.as_str()), true),
            ("ОМАРОВА Сәуле", Some(saule.as_str()), false),
            ("Екі Адам", None, false),
            ("Белгісіз Біреу", None, false),
        ]
    );
    let before = record(&home, &article, 0);
    home.archive.take_photo_statements(&ids, &[]).unwrap();
    let regions = record(&home, &article, 0).regions;
    let of = |party: &str| regions.iter().find(|one| one.party == party).unwrap();
    assert!(!of(&saule).has_place());
    let place = of(&nurlan);
    assert_eq!(
        (place.x, place.y, place.w, place.h),
        (0.25, 0.5, 0.125, 0.25)
    );
    assert_eq!(regions.len(), 2);
    // the others stay shown, and are not asked for again
    let left = home.archive.photo_statements(&ids).unwrap();
    let left: Vec<&str> = left[0]
        .parties
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(left, ["Екі Адам", "Белгісіз Біреу"]);
    home.archive.undo(None).unwrap();
    assert_eq!(record(&home, &article, 0), before);
}
