//! Undo and redo: everything, across restarts and handles, or a reason.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // a test fails by panicking

mod common;

use std::cell::Cell;
use std::collections::BTreeMap;

use common::{RELEASE, home, picture};
use muragat_archive::record::terms::{Access, PartyKind, PostKind, Relation, Role, Speech};
use muragat_archive::{
    Archive, ArticleEdit, Error, EventFields, Identity, Intake, ListQuery, NewArticle, NewVersion,
    ParticipationFields, PartyFields, PartyQuery, PhotoFields, PhotoHome, PhotoQuery, PostFields,
    RegionBox, TagKind, TagSpan, Tagging, UnitFields, Whom,
};
use proptest::prelude::*;

fn all(_: muragat_archive::Progress) -> bool {
    true
}

/// What one step does; numbers pick among what is there.
#[derive(Debug, Clone)]
enum Step {
    Add(u8),
    EditText(u8, u8),
    EditTitle(u8, u8),
    EditFields(u8, u8),
    Tag(u8, u8, u8),
    Untag(u8),
    Attach(u8, u8),
    Mention(u8, u8),
    Quote(u8, u8),
    Version(u8, u8),
    Unit(u8),
    Place(u8, u8),
    Register(u8),
    Delete(u8),
    Merge(u8, u8),
    Split(u8, u8),
    EditParty(u8, u8),
    EditPhotos(u8, u8),
    MovePhoto(u8, u8),
    Event(u8, u8),
    Search(u8),
    Restore(u8),
    EditCast(u8, u8),
    TagSpan(u8, u8, u8),
    Everywhere(u8, u8),
    EditMention(u8, u8),
    EditQuote(u8, u8),
    RemovePlace(u8),
    NewArticle(u8),
    CopyVersion(u8, u8),
    DeleteVersion(u8, u8),
    EditUnit(u8, u8),
    MoveArticles(u8, u8),
    Suggestions(u8, u8),
    EditEverywhere(u8, u8),
    Region(u8, u8),
    Headings(u8, u8),
    Undo,
    UndoOp(u8),
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    use Step::*;
    let n = any::<u8>;
    prop_oneof![
        4 => n().prop_map(Add),
        4 => (n(), n()).prop_map(|(a, b)| EditText(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditTitle(a, b)),
        3 => (n(), n()).prop_map(|(a, b)| EditFields(a, b)),
        4 => (n(), n(), n()).prop_map(|(a, b, c)| Tag(a, b, c)),
        1 => n().prop_map(Untag),
        2 => (n(), n()).prop_map(|(a, b)| Attach(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Mention(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Quote(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Version(a, b)),
        1 => n().prop_map(Unit),
        2 => (n(), n()).prop_map(|(a, b)| Place(a, b)),
        1 => n().prop_map(Register),
        1 => n().prop_map(Delete),
        2 => (n(), n()).prop_map(|(a, b)| Merge(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Split(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditParty(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| EditPhotos(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| MovePhoto(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Event(a, b)),
        1 => n().prop_map(Search),
        2 => n().prop_map(Restore),
        3 => (n(), n()).prop_map(|(a, b)| EditCast(a, b)),
        4 => (n(), n(), n()).prop_map(|(a, b, c)| TagSpan(a, b, c)),
        1 => (n(), n()).prop_map(|(a, b)| Everywhere(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditMention(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditQuote(a, b)),
        1 => n().prop_map(RemovePlace),
        1 => n().prop_map(NewArticle),
        2 => (n(), n()).prop_map(|(a, b)| CopyVersion(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| DeleteVersion(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditUnit(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| MoveArticles(a, b)),
        3 => (n(), n()).prop_map(|(a, b)| Suggestions(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditEverywhere(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Region(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Headings(a, b)),
        3 => Just(Undo),
        2 => n().prop_map(UndoOp),
        2 => Just(Redo),
    ]
}

/// Does a step; an error that the domain foresees is an answer, anything else fails the test.
fn run(
    archive: &mut Archive,
    step: &Step,
    photos: &[std::path::PathBuf],
) -> Result<(), TestCaseError> {
    let ids = archive.article_ids().unwrap();
    let id = |n: u8| ids.get(n as usize % ids.len().max(1)).cloned();
    let version = |archive: &Archive, n: u8, m: u8| {
        let record = archive.article(&id(n)?).ok()?;
        let versions = record.versions;
        versions.get(m as usize % versions.len().max(1)).cloned()
    };
    let party = |archive: &Archive, n: u8| {
        let query = PartyQuery {
            limit: 100,
            ..PartyQuery::default()
        };
        let rows = archive.parties(&query).unwrap().rows;
        rows.get(n as usize % rows.len().max(1))
            .map(|line| line.id.clone())
    };
    let photo_ids = |archive: &Archive| -> Vec<String> {
        let query = PhotoQuery {
            limit: 100,
            ..PhotoQuery::default()
        };
        let rows = archive.photos(&query).unwrap().rows;
        rows.into_iter().map(|line| line.photo.id).collect()
    };
    let people = ["Сәуле Омарова", "Нұрлан Сейітов", "Омаров Сәкен"];
    let organisations = [
        "Ерлік",
        "Жетісу университеті",
        "қала әкімдігінің баспасөз қызметі",
    ];
    let result = match step {
        Step::Add(n) => {
            let text = format!(
                "date 20{:02}-03-14 Хабар {n}\nМәтін {n}: Сәуле Омарова «Ерлік» атынан сөйледі.",
                n % 30
            );
            archive
                .add_text("a.txt", text.as_bytes(), &Intake::default())
                .map(drop)
        }
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
                archive.edit_version(&v.id, None, Some(&edited)).map(drop)
            }
            None => Ok(()),
        },
        Step::EditTitle(a, b) => match version(archive, *a, 0) {
            Some(v) => archive
                .edit_version(&v.id, Some(&format!("Тақырып {b}")), None)
                .map(drop),
            None => Ok(()),
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
                archive.edit_article(&id, &edit).map(drop)
            }
            None => Ok(()),
        },
        Step::Tag(a, b, c) => match id(*a) {
            Some(id) => {
                let person = b % 2 == 0;
                let names = if person { people } else { organisations };
                let tagging = Tagging {
                    kind: if person {
                        PartyKind::Person
                    } else {
                        PartyKind::Organisation
                    },
                    name: names[*c as usize % 3].into(),
                    role: Some(Role::ALL[*b as usize % Role::ALL.len()]),
                    position: (c % 4 == 0).then(|| format!("лауазым {}", c % 3)),
                    on_behalf_of: (person && c % 3 == 0)
                        .then(|| organisations[*b as usize % 3].into()),
                };
                archive.tag(&id, &tagging).map(drop)
            }
            None => Ok(()),
        },
        Step::Untag(a) => match id(*a).and_then(|id| {
            archive
                .article(&id)
                .ok()?
                .cast
                .first()
                .map(|c| c.id.clone())
        }) {
            Some(cast) => archive.untag(&cast).map(drop),
            None => Ok(()),
        },
        Step::Attach(a, b) => match id(*a) {
            Some(id) => archive
                .attach(
                    &id,
                    &photos[..=(*b as usize % photos.len())],
                    Some("түсініктеме"),
                    None,
                )
                .map(drop),
            None => Ok(()),
        },
        Step::Mention(a, b) => match (
            version(archive, *a, *b),
            id(*a).and_then(|id| archive.article(&id).ok()?.parties.first().cloned()),
        ) {
            (Some(v), Some(party)) => archive
                .mention(
                    &v.id,
                    &party.id,
                    u64::from(b % 20),
                    u64::from(b % 20 + 1 + b % 5),
                )
                .map(drop),
            _ => Ok(()),
        },
        Step::Quote(a, b) => match version(archive, *a, *b) {
            Some(v) => archive
                .quote(
                    &v.id,
                    u64::from(b % 9),
                    u64::from(b % 9 + 6),
                    Speech::Direct,
                    None,
                )
                .map(drop),
            None => Ok(()),
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
                .map(drop),
            None => Ok(()),
        },
        Step::Unit(n) => archive
            .add_unit(None, &format!("Қ{}", n % 3), "Қор")
            .map(drop),
        Step::Place(a, b) => match id(*a) {
            Some(id) => archive
                .set_heading(
                    &id,
                    muragat_archive::Heading::Place,
                    &format!("Жер {}", b % 3),
                    b % 5 != 0,
                )
                .map(drop),
            None => Ok(()),
        },
        Step::Register(n) => id(*n).map_or(Ok(()), |id| archive.register(&id).map(drop)),
        Step::Delete(n) => id(*n).map_or(Ok(()), |id| archive.delete_article(&id).map(drop)),
        Step::Merge(a, b) => match (party(archive, *a), party(archive, *b)) {
            (Some(into), Some(from)) => archive.merge_parties(&into, &from).map(drop),
            _ => Ok(()),
        },
        Step::Split(a, b) => match (party(archive, *a), id(*b)) {
            (Some(old), Some(article)) => archive
                .split_party(&old, people[*b as usize % 3], &[article])
                .map(drop),
            _ => Ok(()),
        },
        Step::EditParty(a, b) => match party(archive, *a) {
            Some(one) => match b % 4 {
                0 => archive
                    .add_party_name(&one, people[*b as usize % 3], None)
                    .map(drop),
                1 => archive.delete_party(&one).map(drop),
                2 => {
                    let post = PostFields {
                        kind: PostKind::Office,
                        title: format!("лауазым {}", b % 3),
                        organisation: Some(organisations[*b as usize % 3].into()),
                        date_from: None,
                        date_to: None,
                    };
                    archive.add_post(&one, &post).map(drop)
                }
                _ => {
                    let fields = PartyFields {
                        name: Some(format!("Аты {}", b % 5)),
                        note: Some(format!("ескертпе {}", b % 3)),
                        ..PartyFields::default()
                    };
                    archive.edit_party(&one, &fields).map(drop)
                }
            },
            None => Ok(()),
        },
        Step::EditPhotos(a, b) => {
            let ids = photo_ids(archive);
            let fields = PhotoFields {
                credit: Some(format!("несие {}", b % 3)),
                captions: Some([("ru".to_owned(), format!("подпись {}", b % 4))].into()),
                ..PhotoFields::default()
            };
            let some = ids.into_iter().take(*a as usize % 3).collect::<Vec<_>>();
            archive.edit_photos(&some, &fields).map(drop)
        }
        Step::MovePhoto(a, b) => {
            let ids = photo_ids(archive);
            let one = ids.get(*a as usize % ids.len().max(1)).cloned();
            let events = archive.events(None, 0, 50).unwrap().rows;
            let event = events.get(*b as usize % events.len().max(1));
            match (one, id(*b), event) {
                (Some(one), _, _) if b % 5 == 0 => archive.remove_photos(&[one]).map(drop),
                (Some(one), _, Some(event)) if b % 2 == 0 => archive
                    .move_photos(&[one], &PhotoHome::Event(event.id.clone()))
                    .map(drop),
                (Some(one), Some(article), _) => archive
                    .move_photos(&[one], &PhotoHome::Article(article))
                    .map(drop),
                _ => Ok(()),
            }
        }
        Step::Event(a, b) => {
            let events = archive.events(None, 0, 50).unwrap().rows;
            let event = events.get(*b as usize % events.len().max(1));
            let fields = EventFields {
                name: Some(format!("Оқиға {}", b % 4)),
                ..EventFields::default()
            };
            match (event, id(*a)) {
                (Some(event), _) if b % 5 == 0 => archive.delete_event(&event.id).map(drop),
                (Some(event), _) if b % 5 == 1 => archive.edit_event(&event.id, &fields).map(drop),
                (Some(event), Some(article)) if b % 5 == 2 => {
                    archive.link_event(&article, &event.id).map(drop)
                }
                (_, article) => archive.add_event(&fields, article.as_deref()).map(drop),
            }
        }
        Step::Search(n) => {
            let query = ListQuery {
                parties: party(archive, *n).into_iter().collect(),
                ..ListQuery::default()
            };
            archive
                .save_search(&format!("іздеу {}", n % 3), &query)
                .map(drop)
        }
        Step::Restore(n) => {
            let lines = archive.history(None, 40).unwrap();
            let changes: Vec<i64> = lines
                .iter()
                .flat_map(|line| &line.changes)
                .filter(|change| change.restorable)
                .map(|change| change.id)
                .collect();
            match changes.get(*n as usize % changes.len().max(1)) {
                Some(change) => archive.restore_change(*change).map(drop),
                None => Ok(()),
            }
        }
        Step::EditCast(a, b) => {
            let record = id(*a).map(|id| archive.article(&id).unwrap());
            let cast = record.as_ref().map_or(&[][..], |record| &record.cast);
            let version = record.as_ref().and_then(|r| r.versions.last());
            match (cast.get(*b as usize % cast.len().max(1)), version) {
                (Some(part), _) if b % 3 == 0 => archive
                    .move_participation(&part.id, *b as usize / 3 % cast.len())
                    .map(drop),
                (Some(part), Some(version)) if b % 3 == 1 => {
                    let positions =
                        (0..b / 3 % 4).map(|n| format!("лауазым {}", (n % 3 + b % 3) % 3));
                    let positions: Vec<String> = positions.collect();
                    archive
                        .set_positions(&part.id, &version.id, &positions)
                        .map(drop)
                }
                (Some(part), _) => {
                    let fields = ParticipationFields {
                        roles: Some(vec![
                            Role::ALL[*b as usize % Role::ALL.len()],
                            Role::Mentioned,
                        ]),
                        on_behalf_of: Some(match b % 4 {
                            0 => String::new(),
                            _ => organisations[*b as usize % 3].to_owned(),
                        }),
                    };
                    archive.edit_participation(&part.id, &fields).map(drop)
                }
                _ => Ok(()),
            }
        }
        Step::TagSpan(a, b, c) => match version(archive, *a, *b) {
            Some(v) => {
                let kind =
                    [TagKind::Person, TagKind::Organisation, TagKind::Place][*c as usize % 3];
                let (start, end) = (u64::from(b % 30), u64::from(b % 30 + 1 + c % 9));
                // whatever the picker would offer is taken
                let proposal = archive.propose_tag(&v.id, start, end, kind).ok();
                let offered = proposal.and_then(|p| p.candidates.first().map(|c| c.id.clone()));
                let named = match kind {
                    TagKind::Organisation => organisations[*b as usize % 3],
                    _ => people[*b as usize % 3],
                };
                archive
                    .tag_span(&TagSpan {
                        version: v.id.clone(),
                        start,
                        end,
                        kind,
                        party: offered.filter(|_| c % 2 == 0),
                        name: named.to_owned(),
                        role: (c % 5 == 0).then_some(Role::Speaker),
                        position: (c % 4 == 0).then(|| format!("лауазым {}", b % 3)),
                        on_behalf_of: (kind == TagKind::Person && b % 3 == 0)
                            .then(|| organisations[*c as usize % 3].to_owned()),
                        everywhere: c % 2 == 0,
                        replaces: (c % 7 == 0)
                            .then(|| v.mentions.first().map(|mention| mention.id.clone()))
                            .flatten(),
                    })
                    .map(drop)
            }
            None => Ok(()),
        },
        Step::Everywhere(a, b) => match id(*a) {
            Some(id) => {
                let parties = archive.article(&id).unwrap().parties;
                match parties.get(*b as usize % parties.len().max(1)) {
                    Some(party) => archive.mark_everywhere(&id, &party.id).map(drop),
                    None => Ok(()),
                }
            }
            None => Ok(()),
        },
        Step::EditMention(a, b) => match version(archive, *a, *b) {
            Some(v) => match v.mentions.get(*b as usize % v.mentions.len().max(1)) {
                Some(mention) if b % 3 == 0 => archive.remove_mention(&mention.id).map(drop),
                Some(mention) => archive
                    .move_mention(&mention.id, u64::from(b % 20), u64::from(b % 20 + b % 7))
                    .map(drop),
                None => Ok(()),
            },
            None => Ok(()),
        },
        Step::EditQuote(a, b) => match version(archive, *a, *b) {
            Some(v) => match v.quotes.get(*b as usize % v.quotes.len().max(1)) {
                Some(quote) if b % 3 == 0 => archive.remove_quote(&quote.id).map(drop),
                Some(quote) => {
                    let speaker = party(archive, *a).filter(|_| b % 3 == 1);
                    archive
                        .edit_quote(
                            &quote.id,
                            Speech::Paraphrase,
                            speaker.map(Whom::Party).as_ref(),
                        )
                        .map(drop)
                }
                None => Ok(()),
            },
            None => Ok(()),
        },
        Step::RemovePlace(a) => match id(*a) {
            Some(id) => match archive.article(&id).unwrap().places.first() {
                Some(place) => archive.remove_place(&id, &place.id).map(drop),
                None => Ok(()),
            },
            None => Ok(()),
        },
        Step::NewArticle(n) => archive
            .new_article(&NewArticle {
                text: (n % 3 != 0)
                    .then(|| format!("Жаңа {n}\nСәуле Омарова мен Нұрлан Сейітов «Ерлік» туралы.")),
                unit: None,
                event: None,
            })
            .map(drop),
        Step::CopyVersion(a, b) => match version(archive, *a, *b) {
            Some(v) => archive
                .new_version(&NewVersion {
                    of: v.id.clone(),
                    relation: [Relation::Translates, Relation::Corrects][*b as usize % 2],
                    language: "ru".to_owned(),
                    text: (b % 3 == 0).then(|| format!("Перевод {b}\nСәуле Омарова «Ерлік».")),
                })
                .map(drop),
            None => Ok(()),
        },
        Step::DeleteVersion(a, b) => match version(archive, *a, *b) {
            Some(v) => archive.delete_version(&v.id).map(drop),
            None => Ok(()),
        },
        Step::EditUnit(a, b) => {
            let units = archive.units().unwrap();
            let unit = units.get(*a as usize % units.len().max(1));
            match unit {
                Some(unit) if b % 4 == 0 => archive.delete_unit(&unit.id).map(drop),
                Some(unit) if b % 4 == 1 => archive
                    .add_unit(Some(&unit.id), &format!("{}", b % 3), "Тізімдеме")
                    .map(drop),
                Some(unit) => {
                    let fields = UnitFields {
                        title: Some(format!("Қор {}", b % 5)),
                        code: (b % 3 == 0).then(|| format!("Қ{}", b % 4)),
                        creator: (b % 5 == 0).then(|| organisations[*b as usize % 3].to_owned()),
                        ..UnitFields::default()
                    };
                    archive.edit_unit(&unit.id, &fields).map(drop)
                }
                None => Ok(()),
            }
        }
        Step::MoveArticles(a, b) => {
            let units = archive.units().unwrap();
            let unit = units.get(*a as usize % units.len().max(1));
            let some: Vec<String> = ids.iter().take(1 + *b as usize % 3).cloned().collect();
            let to = unit.map(|unit| unit.id.as_str()).filter(|_| b % 4 != 0);
            archive.move_articles(&some, to).map(drop)
        }
        Step::Suggestions(a, b) => match version(archive, *a, *b) {
            Some(v) => {
                let keys: Vec<String> = archive
                    .suggestions(&v.id)
                    .unwrap()
                    .into_iter()
                    .map(|suggestion| suggestion.key)
                    .collect();
                match keys.get(*b as usize % keys.len().max(1)) {
                    Some(key) if b % 3 == 0 => archive.reject_suggestion(&v.id, key).map(drop),
                    Some(_) => archive.accept_suggestions(&v.id, &keys, None).map(drop),
                    None => Ok(()),
                }
            }
            None => Ok(()),
        },
        // at both ends at once: what lies between moves
        Step::EditEverywhere(a, b) => match version(archive, *a, *b) {
            Some(v) => {
                let edited = format!("{b} басы. {} Соңы {b}.", v.body);
                archive.edit_version(&v.id, None, Some(&edited)).map(drop)
            }
            None => Ok(()),
        },
        Step::Region(a, b) => {
            let ids = photo_ids(archive);
            let photo = ids.get(*a as usize % ids.len().max(1));
            let side = f64::from(b % 5 + 1) / 10.0;
            let place = RegionBox {
                x: side / 2.0,
                y: side,
                w: side,
                h: side / 2.0,
            };
            match (photo, party(archive, *b)) {
                (Some(photo), Some(party)) => archive
                    .add_region(photo, &Whom::Party(party), place)
                    .map(drop),
                _ => Ok(()),
            }
        }
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
                archive.edit_article(&id, &edit).map(drop)
            }
            None => Ok(()),
        },
        Step::Undo => archive.undo(None).map(drop),
        Step::UndoOp(n) => archive.undo(Some(i64::from(*n % 40))).map(drop),
        Step::Redo => archive.redo().map(drop),
    };
    match result {
        Ok(()) => Ok(()),
        Err(
            Error::DuplicateRelease { .. }
            | Error::TextRegistered { .. }
            | Error::ReferenceTaken { .. }
            | Error::UnitTaken { .. }
            | Error::UnitNotEmpty { .. }
            | Error::VersionNeeded { .. }
            | Error::RuleBroken { .. }
            | Error::SpanOutside { .. }
            | Error::NotFound { .. }
            | Error::PartyAmbiguous { .. }
            | Error::PartyKindDiffers { .. }
            | Error::PartyInUse { .. }
            | Error::EventInUse { .. }
            | Error::PhotoDuplicate { .. }
            | Error::NameTaken { .. }
            | Error::ValueInvalid { .. }
            | Error::NotRestorable { .. }
            | Error::NothingToUndo
            | Error::NothingToRedo
            | Error::OpNotStanding { .. }
            | Error::UndoBlocked { .. }
            | Error::UndoClash { .. },
        ) => Ok(()),
        Err(other) => Err(TestCaseError::fail(format!("{step:?}: {other:?}"))),
    }
}

/// Every article as `show --json` gives it.
fn shown(archive: &Archive) -> BTreeMap<String, String> {
    let ids = archive.article_ids().unwrap();
    ids.into_iter()
        .map(|id| {
            (
                id.clone(),
                serde_json::to_string(&archive.article(&id).unwrap()).unwrap(),
            )
        })
        .collect()
}

type Instances = Vec<(String, i64, String, i64)>;

/// The search index, term by term, and the list's entries.
fn indexed(archive: &Archive) -> (Instances, Vec<String>) {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    sql.execute(
        "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_text, instance)",
        [],
    )
    .unwrap();
    let mut statement = sql
        .prepare("SELECT term, doc, col, offset FROM temp.terms ORDER BY 1, 2, 3, 4")
        .unwrap();
    let terms = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut statement = sql.prepare("SELECT article_id || title || ifnull(date, '') || people || photos || digest FROM search_entry ORDER BY 1").unwrap();
    let entries = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    (terms, entries)
}

/// Rows in every table that is no bookkeeping.
fn rows(archive: &Archive) -> i64 {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    let kept = [
        "series",
        "library",
        "actor",
        "device",
        "op",
        "change",
        "original",
        "sqlite_sequence",
    ];
    let mut statement = sql
        .prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_text%'",
        )
        .unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    tables
        .iter()
        .filter(|table| !kept.contains(&table.as_str()))
        .map(|table| {
            sql.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get::<_, i64>(0)
            })
            .unwrap()
        })
        .sum()
}

/// All that is in the catalogue but times, as one text.
fn everything(archive: &Archive) -> String {
    let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
    let mut statement = sql.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_text%' ORDER BY 1").unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut out = String::new();
    for table in tables {
        let mut statement = sql.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            for column in 0..columns {
                out.push_str(&format!(
                    "{table} {:?} ",
                    row.get::<_, rusqlite::types::Value>(column).unwrap()
                ));
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_empties_and_redo_all_restores(steps in prop::collection::vec(step(), 1..30)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        for step in steps.iter().filter(|step| !matches!(step, Step::UndoOp(_))) {
            run(&mut home.archive, step, &photos)?;
        }
        while home.archive.redo().is_ok() {}
        let before = shown(&home.archive);
        // a restart in between: undo works from history alone
        let mut other = home.again();
        loop {
            match other.undo(None) {
                Ok(_) => {}
                Err(Error::NothingToUndo) => break,
                Err(error) => return Err(TestCaseError::fail(format!("{error:?}"))),
            }
        }
        prop_assert_eq!(rows(&other), 0);
        let emptied = indexed(&other);
        other.rebuild(&mut all).unwrap();
        prop_assert_eq!(&emptied, &indexed(&other));
        prop_assert!(emptied.0.is_empty());
        let mut third = home.again();
        loop {
            match third.redo() {
                Ok(_) => {}
                Err(Error::NothingToRedo) => break,
                Err(error) => return Err(TestCaseError::fail(format!("{error:?}"))),
            }
        }
        prop_assert_eq!(shown(&third), before);
        let redone = indexed(&third);
        third.rebuild(&mut all).unwrap();
        prop_assert_eq!(redone, indexed(&third));
        prop_assert_eq!(third.check(&mut all).unwrap().problems, vec![]);
    }

    #[test]
    fn two_people_interleaved_lose_nothing(steps in prop::collection::vec((any::<bool>(), step()), 1..40)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
        for (first, step) in &steps {
            let archive = if *first { &mut home.archive } else { &mut other };
            let undoing = matches!(step, Step::Undo | Step::UndoOp(_) | Step::Redo);
            let before = undoing.then(|| everything(archive));
            let ops = archive.history(None, 1).unwrap().first().map_or(0, |line| line.op);
            run(archive, step, &photos)?;
            // an undo that did not become an op changed nothing at all
            if let Some(before) = before {
                let after = archive.history(None, 1).unwrap().first().map_or(0, |line| line.op);
                if after == ops {
                    prop_assert_eq!(before, everything(archive));
                }
            }
        }
        prop_assert_eq!(home.archive.check(&mut all).unwrap().problems, vec![]);
        let stands = indexed(&other);
        other.rebuild(&mut all).unwrap();
        prop_assert_eq!(stands, indexed(&other));
    }
}

#[test]
fn a_later_edit_of_the_same_field_stands_in_the_way_and_is_named() {
    let mut home = home();
    let added = home.add(RELEASE);
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    let first = home
        .archive
        .edit_article(&added.id, &note("бір"))
        .unwrap()
        .op
        .unwrap();
    let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
    let second = other
        .edit_article(&added.id, &note("екі"))
        .unwrap()
        .op
        .unwrap();
    match home.archive.undo(None) {
        Err(Error::UndoBlocked {
            op,
            by,
            by_actor,
            field,
            ..
        }) => {
            assert_eq!(
                (op, by, by_actor.as_str(), field.as_deref()),
                (first, second, "Бауыржан", Some("note"))
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive.article(&added.id).unwrap().note.as_deref(),
        Some("екі")
    );
    // another field of the same record is no obstacle
    let kind = ArticleEdit {
        kind: Some("хабар".into()),
        ..ArticleEdit::default()
    };
    other.edit_article(&added.id, &kind).unwrap();
    other.undo(Some(second)).unwrap();
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!((record.note, record.kind.as_deref()), (None, Some("хабар")));
}

#[test]
fn a_party_that_a_later_op_uses_is_not_undone_from_under_it() {
    let mut home = home();
    let one = home.add(RELEASE);
    let two = home.add("date 2026-04-01 Екінші хабар\nМәтін");
    let tag = |name: &str| Tagging {
        kind: PartyKind::Person,
        name: name.into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    let made = home
        .archive
        .tag(&one.id, &tag("Сәуле Омарова"))
        .unwrap()
        .op
        .unwrap();
    let used = home
        .archive
        .tag(&two.id, &tag("Сәуле Омарова"))
        .unwrap()
        .op
        .unwrap();
    match home.archive.undo(Some(made)) {
        Err(Error::UndoBlocked { by, noun, .. }) => {
            assert_eq!((by, noun.as_str()), (used, "participation"))
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(home.archive.article(&one.id).unwrap().cast.len(), 1);
}

thread_local! {
    static NOW: Cell<i64> = const { Cell::new(0) };
}

#[test]
fn an_hour_of_typing_adds_little() {
    let mut home = home();
    let added = home.add(RELEASE);
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    home.archive.tag(&added.id, &tagging).unwrap();
    // from now on time goes as fast as the test
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    NOW.with(|clock| clock.set(now.as_millis() as i64 + 100_000));
    let mut archive = home.again().with_clock(|| NOW.with(Cell::get));
    let version = archive.article(&added.id).unwrap().versions[0].clone();
    let size = |archive: &Archive| -> i64 {
        let sql = rusqlite::Connection::open(archive.path().join("catalogue.sqlite")).unwrap();
        sql.query_row(
            "SELECT sum(length(CAST(ifnull(before, '') AS BLOB)) + length(CAST(ifnull(after, '') AS BLOB)) + length(CAST(ifnull(patch, '') AS BLOB)) + 64)
                  + (SELECT count(*) * 96 FROM op) FROM change",
            [],
            |row| row.get(0),
        )
        .unwrap()
    };
    let before = size(&archive);
    // five keys a second, saved each second, in the middle of a page of text; a pause and a jump now and then
    let mut body: Vec<char> = version.body.repeat(8).chars().collect();
    let start: String = body.iter().collect();
    let words: Vec<char> = "облыс әкімдігінде өткен жиында ".chars().collect();
    let mut at = 200;
    for second in 0..3600 {
        NOW.with(|now| now.set(now.get() + if second % 400 == 399 { 90_000 } else { 1_000 }));
        if second % 300 == 0 {
            at = (second * 37) % body.len();
        }
        for key in 0..5 {
            body.insert(at, words[(second * 5 + key) % words.len()]);
            at += 1;
        }
        let text: String = body.iter().collect();
        archive
            .edit_version(&version.id, None, Some(&text))
            .unwrap();
    }
    let grown = size(&archive) - before;
    assert!(grown < 5_000_000, "{grown} bytes");
    let ops = archive.history(None, 1000).unwrap().len();
    println!("an hour of typing: history grew by {grown} bytes, {ops} ops");
    // a sitting of five minutes is one op, and a pause or a jump begins another
    assert!((12..60).contains(&ops), "{ops} ops");
    // and it is all there to be taken back
    while archive.history(None, 1).unwrap()[0].kind != "undo"
        || archive.article(&added.id).unwrap().versions[0].body != version.body
    {
        archive.undo(None).unwrap();
    }
    assert!(start.starts_with(&version.body));
    assert_eq!(
        archive
            .lines(&ListQuery {
                limit: 1,
                ..ListQuery::default()
            })
            .unwrap()
            .total,
        1
    );
    assert!(grown > 1_000, "nothing was written: {grown}");
}

#[test]
fn a_text_edit_is_not_done_again_over_another_text() {
    let mut home = home();
    let added = home.add(RELEASE);
    let mut berik = Archive::open(home.archive.path(), Identity::new("Берік")).unwrap();
    let version = home.archive.article(&added.id).unwrap().versions[0].clone();
    let first = format!("Жаңа бастау. {}", version.body);
    home.archive
        .edit_version(&version.id, None, Some(&first))
        .unwrap();
    let second = first.replace("Сәуле", "құрметті Сәуле");
    berik
        .edit_version(&version.id, None, Some(&second))
        .unwrap();
    berik.undo(None).unwrap();
    home.archive.undo(None).unwrap();
    match berik.redo() {
        Err(Error::UndoBlocked { by_actor, .. }) => assert_eq!(by_actor, "Айгүл"),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        home.archive.article(&added.id).unwrap().versions[0].body,
        version.body
    );
}

#[test]
fn only_the_same_field_joins_a_sitting() {
    let mut home = home();
    let added = home.add(RELEASE);
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    let one = home
        .archive
        .edit_article(&added.id, &note("бір"))
        .unwrap()
        .op;
    assert_eq!(
        home.archive
            .edit_article(&added.id, &note("екі"))
            .unwrap()
            .op,
        one
    );
    let more = ArticleEdit {
        access: Some(Access::Restricted),
        ..note("үш")
    };
    assert_ne!(home.archive.edit_article(&added.id, &more).unwrap().op, one);
    home.archive.undo(None).unwrap();
    let record = home.archive.article(&added.id).unwrap();
    assert_eq!(
        (record.note.as_deref(), record.access.level),
        (Some("екі"), Access::Open)
    );
}

#[test]
fn a_clock_that_was_ahead_dates_nothing_after_it() {
    let mut home = home();
    let mut ahead = home.again().with_clock(|| 4_102_444_800_000);
    ahead
        .add_text("a.txt", "Келешек\nМәтін".as_bytes(), &Intake::default())
        .unwrap();
    let now = home.add("Қазір\nБасқа мәтін");
    let record = home.archive.article(&now.id).unwrap();
    assert!(record.created_at.as_str() < "2100" && record.captured_on.as_deref() < Some("2100"));
    assert!(!now.reference.starts_with("2100"));
    let note = |text: &str| ArticleEdit {
        note: Some(text.into()),
        ..ArticleEdit::default()
    };
    let one = home.archive.edit_article(&now.id, &note("бір")).unwrap().op;
    assert_ne!(
        home.archive.edit_article(&now.id, &note("екі")).unwrap().op,
        one
    );
}
