//! Codes in captions: who is meant, with the office held on the day of the picture.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, form_of, home, picture};
use muragat_archive::record::terms::{PartyKind, PostKind};
use muragat_archive::{CaptionCode, Error, PartyFields, PhotoFields, PostFields, Tagging};

struct Set {
    home: Home,
    article: String,
    photos: Vec<String>,
    /// Сәуле Омарова and Нұрлан Сейітов, in the order of the cast.
    cast: Vec<String>,
}

const TEXT: &str =
    "date 2026-03-14 Кітапхана ашылды\nЖиынға қала әкімі Сәуле Омарова мен Нұрлан Сейітов қатысты.";

fn set() -> Set {
    let mut home = home();
    let article = home.add(TEXT).id;
    let files: Vec<_> = (1..3)
        .map(|n| home.file(&format!("{n}.png"), &picture(n)))
        .collect();
    let done = home.archive.attach(&article, &files, None, None).unwrap();
    let photos = done.value.attached.into_iter().map(|photo| photo.id);
    let cast = ["Сәуле Омарова", "Нұрлан Сейітов"].map(|name| {
        let tagging = Tagging {
            kind: PartyKind::Person,
            name: name.into(),
            role: None,
            position: None,
            on_behalf_of: None,
        };
        home.archive.tag(&article, &tagging).unwrap().value.party
    });
    Set {
        photos: photos.collect(),
        cast: cast.to_vec(),
        article,
        home,
    }
}

impl Set {
    fn person(&mut self, name: &str) -> String {
        let kind = PartyKind::Person;
        self.home.archive.add_party(kind, name).unwrap().value
    }

    fn post(&mut self, person: &str, title: &str, from: Option<&str>, to: Option<&str>) {
        let fields = PostFields {
            kind: PostKind::Office,
            title: title.into(),
            organisation: None,
            date_from: from.map(str::to_owned),
            date_to: to.map(str::to_owned),
        };
        self.home.archive.add_post(person, &fields).unwrap();
    }

    fn codes(&self, language: &str, typed: &str) -> Vec<CaptionCode> {
        let first = &self.photos[..1];
        self.home
            .archive
            .caption_codes(first, language, typed)
            .unwrap()
    }

    fn texts(&self, language: &str, typed: &str) -> Vec<String> {
        let codes = self.codes(language, typed).into_iter();
        codes.map(|code| code.text).collect()
    }

    /// What the code means alone.
    fn exact(&self, language: &str, typed: &str) -> Option<String> {
        let mut exact = self
            .codes(language, typed)
            .into_iter()
            .filter(|code| code.exact);
        let only = exact.next()?;
        assert_eq!(exact.next(), None);
        Some(only.text)
    }

    fn taken(&mut self, at: usize, day: &str) {
        let fields = PhotoFields {
            taken_at: Some(day.into()),
            ..PhotoFields::default()
        };
        let photo = [self.photos[at].clone()];
        self.home.archive.edit_photos(&photo, &fields).unwrap();
    }

    fn give_code(&mut self, party: &str, code: &str) -> Result<(), Error> {
        let fields = PartyFields {
            code: Some(code.into()),
            ..PartyFields::default()
        };
        self.home.archive.edit_party(party, &fields).map(drop)
    }
}

#[test]
fn a_number_is_a_place_in_the_cast() {
    let set = set();
    assert_eq!(set.exact("kk", "1").as_deref(), Some("Сәуле Омарова"));
    assert_eq!(set.exact("kk", "2").as_deref(), Some("Нұрлан Сейітов"));
    assert!(set.codes("kk", "3").is_empty());
    assert!(set.codes("kk", "0").is_empty());
    let all = set.codes("kk", "");
    let codes: Vec<(&str, &str, bool)> = all
        .iter()
        .map(|one| (one.code.as_str(), one.name.as_str(), one.exact))
        .collect();
    assert_eq!(
        codes,
        [
            ("1", "Сәуле Омарова", false),
            ("2", "Нұрлан Сейітов", false)
        ]
    );
}

#[test]
fn the_office_is_that_of_the_day_in_the_language_of_the_caption() {
    let mut set = set();
    let saule = set.cast[0].clone();
    set.post(
        &saule,
        "аудан әкімінің орынбасары",
        Some("2015"),
        Some("2019-12-31"),
    );
    set.post(&saule, "қала әкімі", Some("2020-01-01"), None);
    set.post(&saule, "аким города", Some("2020-01-01"), None);
    assert_eq!(set.texts("kk", "1"), ["қала әкімі Сәуле Омарова"]);
    assert_eq!(set.texts("ru", "1"), ["аким города Сәуле Омарова"]);
    // nobody has said it in English
    assert_eq!(set.codes("en", "1")[0].position, None);
    assert_eq!(set.texts("en", "1"), ["Сәуле Омарова"]);

    set.taken(0, "2018-05-01T10:30");
    assert_eq!(
        set.texts("kk", "1"),
        ["аудан әкімінің орынбасары Сәуле Омарова"]
    );
    assert_eq!(set.texts("ru", "1"), ["Сәуле Омарова"]);
    // two pictures of two offices have none in common
    let both = set.home.archive.caption_codes(&set.photos, "kk", "1");
    assert_eq!(both.unwrap()[0].text, "Сәуле Омарова");
}

#[test]
fn the_name_is_that_of_the_language_and_of_the_day() {
    let mut set = set();
    let saule = set.cast[0].clone();
    for (form, language) in [("Сауле Омарова", "ru"), ("Saule Omarova", "en")] {
        let form = form_of(form, Some(language));
        set.home.archive.add_party_name(&saule, &form).unwrap();
    }
    let maiden = muragat_archive::NameFields {
        date_to: Some("2010".into()),
        kind: Some(muragat_archive::record::terms::NameKind::Former),
        ..form_of("Сәуле Бекова", Some("kk"))
    };
    set.home.archive.add_party_name(&saule, &maiden).unwrap();
    set.post(&saule, "mayor", None, None);
    assert_eq!(set.texts("kk", "1"), ["Сәуле Омарова"]);
    assert_eq!(set.texts("ru", "1"), ["Сауле Омарова"]);
    assert_eq!(set.texts("en", "1"), ["Saule Omarova, mayor"]);
    set.taken(0, "2008");
    assert_eq!(set.texts("kk", "1"), ["Сәуле Бекова"]);
    // by any form of her name
    assert_eq!(set.exact("kk", "Omarova").as_deref(), Some("Сәуле Бекова"));
    assert_eq!(set.exact("kk", "бек"), None);
    assert_eq!(set.texts("kk", "бек"), ["Сәуле Бекова"]);
}

#[test]
fn what_the_article_prints_is_the_office_of_its_own_days_alone() {
    let mut set = set();
    let lines = set.home.archive.article(&set.article).unwrap();
    let one = &lines.cast[0];
    let version = &lines.versions[0].id;
    let position = ["қала әкімі".to_owned()];
    set.home
        .archive
        .set_positions(&one.id, version, &position)
        .unwrap();
    assert_eq!(set.texts("kk", "1"), ["қала әкімі Сәуле Омарова"]);
    assert_eq!(set.texts("ru", "1"), ["Сәуле Омарова"]);
    set.taken(0, "2012-03-14");
    assert_eq!(set.texts("kk", "1"), ["Сәуле Омарова"]);
}

#[test]
fn initials_and_beginnings_of_surnames_find_the_cast_first() {
    let mut set = set();
    let other = set.person("Серік Оспанов");
    set.person("Айгүл Оспанова");
    // both have the initials; she is in the cast
    assert_eq!(set.texts("kk", "со"), ["Сәуле Омарова", "Серік Оспанов"]);
    assert_eq!(set.exact("kk", "СО").as_deref(), Some("Сәуле Омарова"));
    assert_eq!(
        set.texts("kk", "о"),
        ["Сәуле Омарова", "Серік Оспанов", "Айгүл Оспанова"]
    );
    assert_eq!(set.texts("kk", "осп"), ["Серік Оспанов", "Айгүл Оспанова"]);
    assert_eq!(set.exact("kk", "оспанов").as_deref(), Some("Серік Оспанов"));
    // any word of a name, in the cast
    assert_eq!(set.texts("kk", "нұр"), ["Нұрлан Сейітов"]);
    assert!(set.texts("kk", "жоқ").is_empty());
    // another name, other calls
    let fields = PartyFields {
        name: Some("Серік Жұмабаев".into()),
        ..PartyFields::default()
    };
    set.home.archive.edit_party(&other, &fields).unwrap();
    assert_eq!(set.texts("kk", "сж"), ["Серік Жұмабаев"]);
    assert_eq!(set.texts("kk", "осп"), ["Айгүл Оспанова"]);
    set.home.archive.undo(None).unwrap();
    assert_eq!(set.texts("kk", "осп"), ["Серік Оспанов", "Айгүл Оспанова"]);
    assert!(
        set.home
            .archive
            .check(&mut |_| true)
            .unwrap()
            .problems
            .is_empty()
    );
}

#[test]
fn a_code_of_its_own_is_one_partys_whatever_the_layout() {
    let mut set = set();
    let other = set.person("Берік Асқаров");
    set.give_code(&other, " Со ").unwrap();
    assert_eq!(
        set.home.archive.party(&other).unwrap().code.as_deref(),
        Some("Со")
    );
    for typed in ["со", "СО", "cj"] {
        assert_eq!(
            set.exact("kk", typed).as_deref(),
            Some("Берік Асқаров"),
            "{typed}"
        );
    }
    // hers are the initials still
    assert_eq!(set.texts("kk", "со"), ["Берік Асқаров", "Сәуле Омарова"]);
    let saule = set.cast[0].clone();
    assert!(matches!(
        set.give_code(&saule, "CJ"),
        Err(Error::CodeTaken { name, .. }) if name == "Берік Асқаров"
    ));
    for wrong in ["12", "а б", "а,", "абвгдежзийклмн"] {
        assert!(
            matches!(set.give_code(&saule, wrong), Err(Error::CodeInvalid { .. })),
            "{wrong}"
        );
    }
    // of two that become one the code stays
    set.home.archive.merge_parties(&saule, &other).unwrap();
    assert_eq!(set.exact("kk", "cj").as_deref(), Some("Сәуле Омарова"));
    set.home.archive.undo(None).unwrap();
    set.give_code(&other, "").unwrap();
    set.give_code(&saule, "CJ").unwrap();
    assert_eq!(set.codes("kk", "со")[0].code, "CJ");
}
