//! The documents of the year before: they show what those of this year do not. One text in two languages and one with
//! its correction, two documents about one event, posts that changed, people marked in a photo, a photo of which there
//! are two cuts, one made by artificial intelligence, a restricted document, and a transfer that was accepted.

use std::collections::BTreeMap;
use std::path::PathBuf;

use muragat_archive::record::terms::{Access, PartyKind, PostKind, Relation};
use muragat_archive::{
    Archive, ArticleEdit, Error, EventFields, Intake, ListQuery, PartyQuery, PhotoFields,
    PostFields, RegionBox, TransferFields, TransferScope, Whom,
};

use crate::bodies::{ERLIK, PRESS, UNIVERSITY};

/// Texts of documents, in the order in which they are catalogued.
const RELEASES: [(&str, &str); 4] = [
    (
        "07-sheberkhana.txt",
        include_str!("../../../assets/sample/releases/07-sheberkhana.txt"),
    ),
    (
        "09-zhol.txt",
        include_str!("../../../assets/sample/releases/09-zhol.txt"),
    ),
    (
        "11-teplitsa-ru.txt",
        include_str!("../../../assets/sample/releases/11-teplitsa-ru.txt"),
    ),
    (
        "12-qabyldau.txt",
        include_str!("../../../assets/sample/releases/12-qabyldau.txt"),
    ),
];
/// The first text in Russian.
const TRANSLATION: &str = include_str!("../../../assets/sample/releases/08-masterskaya-ru.txt");
/// The second text without its mistake.
const CORRECTION: &str = include_str!("../../../assets/sample/releases/10-zhol-tuzetu.txt");

const UNIT: &str = "ЖО/1/2025";
const HOST: &str = "Марат Сейтқалиев";
const TEACHER: &str = "Арман Қуатбеков";

/// Catalogues the year, in the inventory that is there. `photos` are those of the sample by their names.
pub(crate) fn catalogue(
    archive: &mut Archive,
    photos: &BTreeMap<&str, PathBuf>,
) -> Result<(), Error> {
    archive.add_unit(Some("ЖО/1"), "2025", "2025 жыл")?;
    let mut articles = Vec::new();
    for (name, text) in RELEASES {
        let added = archive.add_text(name, text.as_bytes(), &Intake::default())?;
        articles.push(added.value.id);
    }
    let [workshop, road, greenhouse, reception] = articles.as_slice() else {
        return Ok(());
    };
    for article in &articles {
        accept_all(archive, article)?;
    }
    add_text_of(archive, workshop, Relation::Translates, "ru", TRANSLATION)?;
    add_text_of(archive, road, Relation::Corrects, "kk", CORRECTION)?;

    let opening = EventFields {
        name: Some("Роботтар шеберханасының ашылуы".to_owned()),
        date: Some("2025-09-02".to_owned()),
        place: Some("Талдықорған, оқушылар сарайы".to_owned()),
    };
    let opening = archive.add_event(&opening, Some(workshop))?.value;
    archive.link_event(greenhouse, &opening)?;

    posts(archive)?;
    attach(archive, photos, workshop, road, greenhouse)?;

    archive.move_articles(&articles, Some(UNIT))?;
    let restricted = ArticleEdit {
        access: Some(Access::Restricted),
        access_reason: Some("Дербес деректер бар".to_owned()),
        ..ArticleEdit::default()
    };
    archive.edit_article(reception, &restricted)?;
    for article in [workshop, road, greenhouse] {
        archive.register(article)?;
    }
    transfer(archive)
}

/// Accepts all that is suggested in the text of an article.
fn accept_all(archive: &mut Archive, article: &str) -> Result<(), Error> {
    for version in archive.article(article)?.versions {
        let suggested = archive.suggestions(&version.id)?;
        let keys: Vec<String> = suggested.into_iter().map(|one| one.key).collect();
        archive.accept_suggestions(&version.id, &keys, None)?;
    }
    Ok(())
}

/// Adds a text to the first of an article, with all that is suggested in it.
fn add_text_of(
    archive: &mut Archive,
    article: &str,
    relation: Relation,
    language: &str,
    text: &str,
) -> Result<(), Error> {
    let (head, body) = text.split_once('\n').unwrap_or((text, ""));
    // «date 2025-09-02 Title»
    let title = head.splitn(3, ' ').nth(2).unwrap_or(head);
    let Some(first) = archive.article(article)?.versions.into_iter().next() else {
        return Ok(());
    };
    archive.add_version(&first.id, relation, language, title, body.trim_end())?;
    accept_all(archive, article)
}

/// The record of the person of that name.
fn person(archive: &Archive, name: &str) -> Result<Option<String>, Error> {
    let asked = PartyQuery {
        kind: Some(PartyKind::Person),
        text: Some(name.to_owned()),
        limit: 1,
        ..PartyQuery::default()
    };
    Ok(archive
        .parties(&asked)?
        .rows
        .into_iter()
        .next()
        .map(|row| row.id))
}

/// Posts that people have, and one had before.
fn posts(archive: &mut Archive) -> Result<(), Error> {
    let held = [
        (
            HOST,
            "облыстық білім басқармасының басшысы",
            None,
            "2021-03-01",
            Some("2025-10-31"),
        ),
        (HOST, "облыс әкімінің орынбасары", None, "2025-11-01", None),
        ("Сәуле Омарова", "төрайым", Some(ERLIK), "2023-05", None),
        (
            "Нұрлан Беркінбаев",
            "ректор",
            Some(UNIVERSITY),
            "2022-09-01",
            None,
        ),
    ];
    for (name, title, organisation, from, to) in held {
        let Some(person) = person(archive, name)? else {
            continue;
        };
        let post = PostFields {
            kind: PostKind::Office,
            title: title.to_owned(),
            organisation: organisation.map(str::to_owned),
            date_from: Some(from.to_owned()),
            date_to: to.map(str::to_owned),
        };
        archive.add_post(&person, &post)?;
    }
    Ok(())
}

fn attach(
    archive: &mut Archive,
    photos: &BTreeMap<&str, PathBuf>,
    workshop: &str,
    road: &str,
    greenhouse: &str,
) -> Result<(), Error> {
    let mut one =
        |article: &str, name: &str, caption: &str, credit: &str| -> Result<Option<String>, Error> {
            let Some(path) = photos.get(name) else {
                return Ok(None);
            };
            let attached = archive.attach(
                article,
                std::slice::from_ref(path),
                Some(caption),
                Some(credit),
            )?;
            Ok(attached
                .value
                .attached
                .into_iter()
                .next()
                .map(|photo| photo.id))
        };
    let opening = one(
        workshop,
        "sheberkhana.jpg",
        "Роботтар шеберханасының ашылуы",
        PRESS,
    )?;
    let roads = "облыстық жолаушылар көлігі және автомобиль жолдары басқармасы";
    one(road, "zhol.jpg", "Жөнделген жол", roads)?;
    let press = "пресс-служба акимата области Жетісу";
    one(
        greenhouse,
        "sheberkhana-gazet.jpg",
        "Открытие мастерской, 2 сентября 2025 года",
        press,
    )?;
    let drawn = one(
        greenhouse,
        "teplitsa.jpg",
        "Как робот поливает теплицу",
        press,
    )?;
    if let Some(drawn) = drawn {
        let by_machine = PhotoFields {
            digital_source_type: Some("trainedAlgorithmicMedia".to_owned()),
            ..PhotoFields::default()
        };
        archive.edit_photos(&[drawn], &by_machine)?;
    }
    if let Some(opening) = opening {
        for (name, x) in [(TEACHER, 0.215), (HOST, 0.685)] {
            let head = RegionBox {
                x,
                y: 0.34,
                w: 0.11,
                h: 0.16,
            };
            archive.add_region(&opening, &Whom::Person(name.to_owned()), head)?;
        }
    }
    Ok(())
}

/// What of the year is registered and open went to the state archive, which accepted it.
fn transfer(archive: &mut Archive) -> Result<(), Error> {
    let scope = TransferScope {
        query: Some(ListQuery {
            unit: Some(UNIT.to_owned()),
            ..ListQuery::default()
        }),
        ..TransferScope::default()
    };
    let act = TransferFields {
        act_number: Some("1".to_owned()),
        depositor: Some(PRESS.to_owned()),
        receiver: Some("Жетісу облысының мемлекеттік архиві".to_owned()),
        ..TransferFields::default()
    };
    let begun = archive.begin_transfer(&scope, &act)?.value;
    archive.send_transfer(&begun, Some("2026-02-02"))?;
    archive.accept_transfer(&begun, Some("2026-02-10"))?;
    Ok(())
}
