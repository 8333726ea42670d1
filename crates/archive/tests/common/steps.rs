//! Random work on a library: what one step does, and how it is done.

use muragat_archive::record::terms::{
    Access, NameKind, PartyKind, PostKind, Relation, Role, Speech, TransferFileKind,
};
use muragat_archive::{
    Archive, ArticleEdit, Error, EventFields, Intake, ListQuery, NameFields, NewArticle,
    NewVersion, Outcome, ParticipationFields, PartyFields, PartyQuery, PhotoFields, PhotoHome,
    PhotoQuery, PostFields, RegionBox, TagKind, TagSpan, Tagging, Touched, TransferFields,
    TransferScope, UnitFields, Whom,
};
use proptest::prelude::*;

/// What one step does; numbers pick among what is there.
#[derive(Debug, Clone)]
pub enum Step {
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
    TellApart(u8, u8),
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
    Transfer(u8, u8),
    Officials(u8),
    Undo,
    UndoOp(u8),
    Redo,
}

pub fn step() -> impl Strategy<Value = Step> {
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
        1 => (n(), n()).prop_map(|(a, b)| TellApart(a, b)),
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
        2 => (n(), n()).prop_map(|(a, b)| Transfer(a, b)),
        1 => n().prop_map(Officials),
        3 => Just(Undo),
        2 => n().prop_map(UndoOp),
        2 => Just(Redo),
    ]
}

fn touched<T>(outcome: Outcome<T>) -> Option<Touched> {
    Some(outcome.touched)
}

/// Does a step, and says which records it told to look different; an error that the domain foresees is an answer, anything else fails the test.
pub fn run(
    archive: &mut Archive,
    step: &Step,
    photos: &[std::path::PathBuf],
) -> Result<Option<Touched>, TestCaseError> {
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
    let result: Result<Option<Touched>, Error> = match step {
        Step::Add(n) => {
            let text = format!(
                "date 20{:02}-03-14 Хабар {n}\nМәтін {n}: Сәуле Омарова «Ерлік» атынан сөйледі.",
                n % 30
            );
            archive
                .add_text("a.txt", text.as_bytes(), &Intake::default())
                .map(touched)
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
                archive.tag(&id, &tagging).map(touched)
            }
            None => Ok(None),
        },
        Step::Untag(a) => match id(*a).and_then(|id| {
            archive
                .article(&id)
                .ok()?
                .cast
                .first()
                .map(|c| c.id.clone())
        }) {
            Some(cast) => archive.untag(&cast).map(touched),
            None => Ok(None),
        },
        Step::Attach(a, b) => match id(*a) {
            Some(id) => archive
                .attach(
                    &id,
                    &photos[..=(*b as usize % photos.len())],
                    Some("түсініктеме"),
                    None,
                )
                .map(touched),
            None => Ok(None),
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
                .map(touched),
            _ => Ok(None),
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
                .map(touched),
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
        Step::Unit(n) => archive
            .add_unit(None, &format!("Қ{}", n % 3), "Қор")
            .map(touched),
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
        Step::Register(n) => id(*n).map_or(Ok(None), |id| archive.register(&id).map(touched)),
        Step::Delete(n) => id(*n).map_or(Ok(None), |id| archive.delete_article(&id).map(touched)),
        Step::Merge(a, b) => match (party(archive, *a), party(archive, *b)) {
            (Some(into), Some(from)) => archive.merge_parties(&into, &from).map(touched),
            _ => Ok(None),
        },
        Step::TellApart(a, b) => match (party(archive, *a), party(archive, *b)) {
            (Some(one), Some(other)) => archive.tell_apart(&one, &other).map(touched),
            _ => Ok(None),
        },
        Step::Split(a, b) => match (party(archive, *a), id(*b)) {
            (Some(old), Some(article)) => archive
                .split_party(&old, people[*b as usize % 3], &[article])
                .map(touched),
            _ => Ok(None),
        },
        Step::EditParty(a, b) => match party(archive, *a) {
            Some(one) => match b % 4 {
                0 => archive
                    .add_party_name(
                        &one,
                        &NameFields {
                            form: people[*b as usize % 3].into(),
                            kind: NameKind::ALL.get(usize::from(*b / 4) % 5).copied(),
                            date_to: (b % 3 == 0).then(|| "2020".into()),
                            ..NameFields::default()
                        },
                    )
                    .map(touched),
                1 => archive.delete_party(&one).map(touched),
                2 => {
                    let post = PostFields {
                        kind: PostKind::Office,
                        title: format!("лауазым {}", b % 3),
                        organisation: Some(organisations[*b as usize % 3].into()),
                        date_from: None,
                        date_to: None,
                    };
                    archive.add_post(&one, &post).map(touched)
                }
                _ => {
                    let fields = PartyFields {
                        name: Some(format!("Аты {}", b % 5)),
                        note: Some(format!("ескертпе {}", b % 3)),
                        ..PartyFields::default()
                    };
                    archive.edit_party(&one, &fields).map(touched)
                }
            },
            None => Ok(None),
        },
        Step::EditPhotos(a, b) => {
            let ids = photo_ids(archive);
            let fields = PhotoFields {
                credit: Some(format!("несие {}", b % 3)),
                captions: Some([("ru".to_owned(), format!("подпись {}", b % 4))].into()),
                ..PhotoFields::default()
            };
            let some = ids.into_iter().take(*a as usize % 3).collect::<Vec<_>>();
            archive.edit_photos(&some, &fields).map(touched)
        }
        Step::MovePhoto(a, b) => {
            let ids = photo_ids(archive);
            let one = ids.get(*a as usize % ids.len().max(1)).cloned();
            let events = archive.events(None, 0, 50).unwrap().rows;
            let event = events.get(*b as usize % events.len().max(1));
            match (one, id(*b), event) {
                (Some(one), _, _) if b % 5 == 0 => archive.remove_photos(&[one]).map(touched),
                (Some(one), _, Some(event)) if b % 2 == 0 => archive
                    .move_photos(&[one], &PhotoHome::Event(event.id.clone()))
                    .map(touched),
                (Some(one), Some(article), _) => archive
                    .move_photos(&[one], &PhotoHome::Article(article))
                    .map(touched),
                _ => Ok(None),
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
                (Some(event), _) if b % 5 == 0 => archive.delete_event(&event.id).map(touched),
                (Some(event), _) if b % 5 == 1 => {
                    archive.edit_event(&event.id, &fields).map(touched)
                }
                (Some(event), Some(article)) if b % 5 == 2 => {
                    archive.link_event(&article, &event.id).map(touched)
                }
                (_, article) => archive.add_event(&fields, article.as_deref()).map(touched),
            }
        }
        Step::Search(n) => {
            let query = ListQuery {
                parties: party(archive, *n).into_iter().collect(),
                ..ListQuery::default()
            };
            archive
                .save_search(&format!("іздеу {}", n % 3), &query)
                .map(touched)
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
                Some(change) => archive.restore_change(*change).map(touched),
                None => Ok(None),
            }
        }
        Step::EditCast(a, b) => {
            let record = id(*a).map(|id| archive.article(&id).unwrap());
            let cast = record.as_ref().map_or(&[][..], |record| &record.cast);
            let version = record.as_ref().and_then(|r| r.versions.last());
            match (cast.get(*b as usize % cast.len().max(1)), version) {
                (Some(part), _) if b % 3 == 0 => archive
                    .move_participation(&part.id, *b as usize / 3 % cast.len())
                    .map(touched),
                (Some(part), Some(version)) if b % 3 == 1 => {
                    let positions =
                        (0..b / 3 % 4).map(|n| format!("лауазым {}", (n % 3 + b % 3) % 3));
                    let positions: Vec<String> = positions.collect();
                    archive
                        .set_positions(&part.id, &version.id, &positions)
                        .map(touched)
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
                    archive.edit_participation(&part.id, &fields).map(touched)
                }
                _ => Ok(None),
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
                        roles: (c % 5 == 0).then_some(Role::Speaker).into_iter().collect(),
                        positions: (0..c % 4)
                            .map(|n| format!("лауазым {}", (n % 3 + b % 3) % 3))
                            .collect(),
                        on_behalf_of: (kind == TagKind::Person && b % 3 == 0)
                            .then(|| organisations[*c as usize % 3].to_owned()),
                        everywhere: c % 2 == 0,
                        replaces: (c % 7 == 0)
                            .then(|| v.mentions.first().map(|mention| mention.id.clone()))
                            .flatten(),
                    })
                    .map(touched)
            }
            None => Ok(None),
        },
        Step::Everywhere(a, b) => match id(*a) {
            Some(id) => {
                let parties = archive.article(&id).unwrap().parties;
                match parties.get(*b as usize % parties.len().max(1)) {
                    Some(party) => archive.mark_everywhere(&id, &party.id).map(touched),
                    None => Ok(None),
                }
            }
            None => Ok(None),
        },
        Step::EditMention(a, b) => match version(archive, *a, *b) {
            Some(v) => match v.mentions.get(*b as usize % v.mentions.len().max(1)) {
                Some(mention) if b % 3 == 0 => archive.remove_mention(&mention.id).map(touched),
                Some(mention) => archive
                    .move_mention(&mention.id, u64::from(b % 20), u64::from(b % 20 + b % 7))
                    .map(touched),
                None => Ok(None),
            },
            None => Ok(None),
        },
        Step::EditQuote(a, b) => match version(archive, *a, *b) {
            Some(v) => match v.quotes.get(*b as usize % v.quotes.len().max(1)) {
                Some(quote) if b % 3 == 0 => archive.remove_quote(&quote.id).map(touched),
                Some(quote) => {
                    let speaker = party(archive, *a).filter(|_| b % 3 == 1);
                    archive
                        .edit_quote(
                            &quote.id,
                            Speech::Paraphrase,
                            speaker.map(Whom::Party).as_ref(),
                        )
                        .map(touched)
                }
                None => Ok(None),
            },
            None => Ok(None),
        },
        Step::RemovePlace(a) => match id(*a) {
            Some(id) => match archive.article(&id).unwrap().places.first() {
                Some(place) => archive.remove_place(&id, &place.id).map(touched),
                None => Ok(None),
            },
            None => Ok(None),
        },
        Step::NewArticle(n) => archive
            .new_article(&NewArticle {
                text: (n % 3 != 0)
                    .then(|| format!("Жаңа {n}\nСәуле Омарова мен Нұрлан Сейітов «Ерлік» туралы.")),
                unit: None,
                event: None,
                again: n % 2 == 0,
            })
            .map(touched),
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
                        creator: (b % 5 == 0).then(|| organisations[*b as usize % 3].to_owned()),
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
        Step::Suggestions(a, b) => match version(archive, *a, *b) {
            Some(v) => {
                let keys: Vec<String> = archive
                    .suggestions(&v.id)
                    .unwrap()
                    .into_iter()
                    .map(|suggestion| suggestion.key)
                    .collect();
                match keys.get(*b as usize % keys.len().max(1)) {
                    Some(key) if b % 3 == 0 => archive.reject_suggestion(&v.id, key).map(touched),
                    Some(_) => archive.accept_suggestions(&v.id, &keys, None).map(touched),
                    None => Ok(None),
                }
            }
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
                    .map(touched),
                _ => Ok(None),
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
                archive.edit_article(&id, &edit).map(touched)
            }
            None => Ok(None),
        },
        Step::Transfer(a, b) => {
            let transfers = archive.transfers().unwrap();
            let transfer = transfers.get(*a as usize % transfers.len().max(1));
            match transfer {
                Some(one) if b % 7 == 0 => archive.delete_transfer(&one.id).map(touched),
                Some(one) if b % 7 == 1 => archive
                    .send_transfer(&one.id, Some("2026-05-01"))
                    .map(touched),
                Some(one) if b % 7 == 2 => archive
                    .return_transfer(&one.id, "қате", Some("2026-05-02"))
                    .map(touched),
                Some(one) if b % 7 == 3 => archive
                    .accept_transfer(&one.id, Some("2026-05-03"))
                    .map(touched),
                Some(one) if b % 7 == 4 => {
                    let fields = TransferFields {
                        receiver: Some(format!("Архив {}", b % 3)),
                        note: Some(format!("ескертпе {}", b % 2)),
                        ..TransferFields::default()
                    };
                    archive.edit_transfer(&one.id, &fields).map(touched)
                }
                Some(one) if b % 7 == 5 => archive
                    .keep_with_transfer(&one.id, TransferFileKind::Act, &photos[..1])
                    .map(touched),
                _ => {
                    let scope = TransferScope {
                        articles: (b % 2 == 0).then(|| ids.iter().take(2).cloned().collect()),
                        query: None,
                    };
                    let fields = TransferFields {
                        depositor: Some("Әкімдік".to_owned()),
                        receiver: Some("Мемлекеттік архив".to_owned()),
                        ..TransferFields::default()
                    };
                    archive.begin_transfer(&scope, &fields).map(touched)
                }
            }
        }
        Step::Officials(n) => {
            let list = format!(
                "name;position;organisation\n{};лауазым {};{}\nБақыт Әлімов {n};басшы;{}\n",
                people[*n as usize % 3],
                n % 3,
                organisations[*n as usize % 3],
                organisations[*n as usize / 3 % 3]
            );
            let path = photos[0].with_file_name("officials.csv");
            std::fs::write(&path, list).unwrap();
            archive.load_officials(&path).map(touched)
        }
        Step::Undo => archive.undo(None).map(touched),
        Step::UndoOp(n) => archive.undo(Some(i64::from(*n % 40))).map(touched),
        Step::Redo => archive.redo().map(touched),
    };
    match result {
        Ok(touched) => Ok(touched),
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
            | Error::TransferEmpty { .. }
            | Error::TransferStands { .. }
            | Error::ArticleTransferred { .. }
            | Error::ListNameAmbiguous { .. }
            | Error::NothingToUndo
            | Error::NothingToRedo
            | Error::OpNotStanding { .. }
            | Error::UndoBlocked { .. }
            | Error::UndoClash { .. },
        ) => Ok(None),
        Err(other) => Err(TestCaseError::fail(format!("{step:?}: {other:?}"))),
    }
}
