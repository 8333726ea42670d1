//! What is done to articles, their texts and their units.

use muragat_archive::record::terms::{Access, Relation};
use muragat_archive::{
    Archive, ArticleEdit, Error, Intake, NewArticle, NewVersion, Touched, UnitFields, VersionOrder,
};

use super::{ORGANISATIONS, Step, pick, touched, version};

/// Does a step, where it is one of these.
pub fn run(archive: &mut Archive, step: &Step) -> Option<Result<Option<Touched>, Error>> {
    let ids = archive.article_ids().unwrap();
    let id = |n: u8| pick(&ids, n);
    Some(match step {
        Step::Add(n) => {
            let text = format!(
                "date 20{:02}-03-14 Хабар {n}\nМәтін {n}: Сәуле Омарова «Ерлік» атынан сөйледі.",
                n % 30
            );
            archive
                .add_text("a.txt", text.as_bytes(), &Intake::default())
                .map(touched)
        }
        Step::NewArticle(n) => archive
            .new_article(&NewArticle {
                text: (n % 3 != 0)
                    .then(|| format!("Жаңа {n}\nСәуле Омарова мен Нұрлан Сейітов «Ерлік» туралы.")),
                unit: None,
                event: None,
                again: n % 2 == 0,
            })
            .map(touched),
        Step::EditText(a, b) => match version(archive, *a, *b) {
            Some(v) => {
                let at = v
                    .body
                    .char_indices()
                    .nth(*b as usize % (v.body.chars().count() + 1))
                    .map_or(v.body.len(), |(at, _)| at);
                let edited = match b % 3 {
                    0 => format!("{}жаңа сөз {b} {}", &v.body[..at], &v.body[at..]),
                    1 => v.body[at..].to_owned(),
                    _ => format!("Басы {b}\n{}", v.body),
                };
                archive
                    .edit_version(&v.id, None, Some(&edited))
                    .map(touched)
            }
            None => Ok(None),
        },
        Step::EditTitle(a, b) => match version(archive, *a, 0) {
            Some(v) => archive
                .edit_version(&v.id, Some(&format!("Тақырып {b}")), None)
                .map(touched),
            None => Ok(None),
        },
        // at both ends at once: what lies between moves
        Step::EditEverywhere(a, b) => match version(archive, *a, *b) {
            Some(v) => {
                let edited = format!("{b} басы. {} Соңы {b}.", v.body);
                archive
                    .edit_version(&v.id, None, Some(&edited))
                    .map(touched)
            }
            None => Ok(None),
        },
        Step::EditFields(a, b) => match id(*a) {
            Some(id) => {
                let edit = ArticleEdit {
                    note: Some(format!("ескертпе {}", b % 5)),
                    publication_date: (b % 2 == 0).then(|| "2025-05".to_owned()),
                    access: Some(if b % 3 == 0 {
                        Access::Embargo
                    } else {
                        Access::Open
                    }),
                    embargo_until: (b % 3 == 0).then(|| "2027-01-01".to_owned()),
                    unit: (b % 4 == 0).then(|| format!("Қ{}", b % 8 / 4)),
                    reference: (b % 7 == 0).then(|| format!("Қол-{}", b % 3)),
                    ..ArticleEdit::default()
                };
                archive.edit_article(&id, &edit).map(touched)
            }
            None => Ok(None),
        },
        Step::Headings(a, b) => match id(*a) {
            Some(id) => {
                let edit = ArticleEdit {
                    subjects: Some(
                        (0..b % 4)
                            .map(|n| format!("тақырып {}", (n % 3 + b % 3) % 3))
                            .collect(),
                    ),
                    places: Some(
                        (0..b % 3)
                            .map(|n| format!("Жер {}", (n % 3 + b % 3) % 3))
                            .collect(),
                    ),
                    ..ArticleEdit::default()
                };
                archive.edit_article(&id, &edit).map(touched)
            }
            None => Ok(None),
        },
        Step::Place(a, b) => match id(*a) {
            Some(id) => archive
                .set_heading(
                    &id,
                    muragat_archive::Heading::Place,
                    &format!("Жер {}", b % 3),
                    b % 5 != 0,
                )
                .map(touched),
            None => Ok(None),
        },
        Step::RemovePlace(a) => match id(*a) {
            Some(id) => match archive.article(&id).unwrap().places.first() {
                Some(place) => archive.remove_place(&id, &place.id).map(touched),
                None => Ok(None),
            },
            None => Ok(None),
        },
        Step::Version(a, b) => match version(archive, *a, *b) {
            Some(v) => archive
                .add_version(
                    &v.id,
                    Relation::Translates,
                    "ru",
                    &format!("Перевод {b}"),
                    "Текст",
                )
                .map(touched),
            None => Ok(None),
        },
        Step::CopyVersion(a, b) => match version(archive, *a, *b) {
            Some(v) => archive
                .new_version(&NewVersion {
                    of: v.id.clone(),
                    relation: [Relation::Translates, Relation::Corrects][*b as usize % 2],
                    language: "ru".to_owned(),
                    text: (b % 3 == 0).then(|| format!("Перевод {b}\nСәуле Омарова «Ерлік».")),
                })
                .map(touched),
            None => Ok(None),
        },
        Step::DeleteVersion(a, b) => match version(archive, *a, *b) {
            Some(v) => archive.delete_version(&v.id).map(touched),
            None => Ok(None),
        },
        Step::Join(a, b) => match (id(*a), version(archive, *b, *a)) {
            (Some(id), Some(of)) => {
                let order = [VersionOrder::Later, VersionOrder::Earlier][*b as usize % 2];
                archive
                    .join_articles(&id, &of.id, Relation::Corrects, order)
                    .map(touched)
            }
            _ => Ok(None),
        },
        Step::Register(n) => id(*n).map_or(Ok(None), |id| archive.register(&id).map(touched)),
        Step::Delete(n) => id(*n).map_or(Ok(None), |id| archive.delete_article(&id).map(touched)),
        Step::Unit(n) => archive
            .add_unit(None, &format!("Қ{}", n % 3), "Қор")
            .map(touched),
        Step::EditUnit(a, b) => {
            let units = archive.units().unwrap();
            let unit = units.get(*a as usize % units.len().max(1));
            match unit {
                Some(unit) if b % 4 == 0 => archive.delete_unit(&unit.id).map(touched),
                Some(unit) if b % 4 == 1 => archive
                    .add_unit(Some(&unit.id), &format!("{}", b % 3), "Тізімдеме")
                    .map(touched),
                Some(unit) => {
                    let fields = UnitFields {
                        title: Some(format!("Қор {}", b % 5)),
                        code: (b % 3 == 0).then(|| format!("Қ{}", b % 4)),
                        creator: (b % 5 == 0).then(|| ORGANISATIONS[*b as usize % 3].to_owned()),
                        ..UnitFields::default()
                    };
                    archive.edit_unit(&unit.id, &fields).map(touched)
                }
                None => Ok(None),
            }
        }
        Step::MoveArticles(a, b) => {
            let units = archive.units().unwrap();
            let unit = units.get(*a as usize % units.len().max(1));
            let some: Vec<String> = ids.iter().take(1 + *b as usize % 3).cloned().collect();
            let to = unit.map(|unit| unit.id.as_str()).filter(|_| b % 4 != 0);
            archive.move_articles(&some, to).map(touched)
        }
        _ => return None,
    })
}
