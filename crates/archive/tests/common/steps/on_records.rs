//! What is done to parties, photos, events, searches and transfers.

use std::path::PathBuf;

use muragat_archive::record::terms::{Kinship, NameKind, PostKind, TransferFileKind};
use muragat_archive::{
    Archive, Error, EventFields, ListQuery, NameFields, PartyFields, PhotoFields, PhotoHome,
    PostFields, RegionBox, Touched, TransferFields, TransferScope, Whom,
};

use super::{ORGANISATIONS, PEOPLE, Step, party, photo_ids, pick, touched};

/// Does a step, where it is one of these.
pub fn run(
    archive: &mut Archive,
    step: &Step,
    photos: &[PathBuf],
) -> Option<Result<Option<Touched>, Error>> {
    let ids = archive.article_ids().unwrap();
    let id = |n: u8| pick(&ids, n);
    Some(match step {
        Step::Merge(a, b) => match (party(archive, *a), party(archive, *b)) {
            (Some(into), Some(from)) => archive.merge_parties(&into, &from).map(touched),
            _ => Ok(None),
        },
        Step::Split(a, b) => match (party(archive, *a), id(*b)) {
            (Some(old), Some(article)) => archive
                .split_party(&old, PEOPLE[*b as usize % 3], &[article])
                .map(touched),
            _ => Ok(None),
        },
        Step::TellApart(a, b) => match (party(archive, *a), party(archive, *b)) {
            (Some(one), Some(other)) => archive.tell_apart(&one, &other).map(touched),
            _ => Ok(None),
        },
        Step::RelatePhotos(a, b) => {
            let ids = photo_ids(archive);
            match (pick(&ids, *a), pick(&ids, *b)) {
                (Some(one), Some(other)) => {
                    let kind = Kinship::ALL[usize::from(a ^ b) % 2];
                    archive.relate_photos(&one, &other, kind).map(touched)
                }
                _ => Ok(None),
            }
        }
        Step::EditParty(a, b) => match party(archive, *a) {
            Some(one) => match b % 4 {
                0 => archive
                    .add_party_name(
                        &one,
                        &NameFields {
                            form: PEOPLE[*b as usize % 3].into(),
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
                        organisation: Some(ORGANISATIONS[*b as usize % 3].into()),
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
        Step::Officials(n) => {
            let list = format!(
                "name;position;organisation\n{};лауазым {};{}\nБақыт Әлімов {n};басшы;{}\n",
                PEOPLE[*n as usize % 3],
                n % 3,
                ORGANISATIONS[*n as usize % 3],
                ORGANISATIONS[*n as usize / 3 % 3]
            );
            let path = photos[0].with_file_name("officials.csv");
            std::fs::write(&path, list).unwrap();
            archive.load_officials(&path).map(touched)
        }
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
                        restricted: ids
                            .iter()
                            .skip(1)
                            .take(usize::from(b % 2))
                            .cloned()
                            .collect(),
                        drafts: ids.iter().take(2).cloned().collect(),
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
        _ => return None,
    })
}
