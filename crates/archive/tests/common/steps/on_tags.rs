//! What is done to tags, quotes and the cast.

use muragat_archive::record::terms::{PartyKind, Role, Speech};
use muragat_archive::{
    Archive, Error, ParticipationFields, TagKind, TagSpan, Tagging, Touched, Whom,
};

use super::{ORGANISATIONS, PEOPLE, Step, party, pick, touched, version};

/// Does a step, where it is one of these.
pub fn run(archive: &mut Archive, step: &Step) -> Option<Result<Option<Touched>, Error>> {
    let ids = archive.article_ids().unwrap();
    let id = |n: u8| pick(&ids, n);
    Some(match step {
        Step::Tag(a, b, c) => match id(*a) {
            Some(id) => {
                let person = b % 2 == 0;
                let names = if person { PEOPLE } else { ORGANISATIONS };
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
                        .then(|| ORGANISATIONS[*b as usize % 3].into()),
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
        Step::TagSpan(a, b, c) => match version(archive, *a, *b) {
            Some(v) => {
                let kind =
                    [TagKind::Person, TagKind::Organisation, TagKind::Place][*c as usize % 3];
                let (start, end) = (u64::from(b % 30), u64::from(b % 30 + 1 + c % 9));
                // whatever the picker would offer is taken
                let proposal = archive.propose_tag(&v.id, start, end, kind).ok();
                let offered = proposal.and_then(|p| p.candidates.first().map(|c| c.id.clone()));
                let named = match kind {
                    TagKind::Organisation => ORGANISATIONS[*b as usize % 3],
                    _ => PEOPLE[*b as usize % 3],
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
                            .then(|| ORGANISATIONS[*c as usize % 3].to_owned()),
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
                            _ => ORGANISATIONS[*b as usize % 3].to_owned(),
                        }),
                    };
                    archive.edit_participation(&part.id, &fields).map(touched)
                }
                _ => Ok(None),
            }
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
                    Some(_) if b % 7 == 1 => match archive.refused_names().unwrap().first() {
                        Some(name) => archive.suggest_again(&name.kind, &name.key).map(touched),
                        None => Ok(None),
                    },
                    Some(_) => archive.accept_suggestions(&v.id, &keys, None).map(touched),
                    None => Ok(None),
                }
            }
            None => Ok(None),
        },
        _ => return None,
    })
}
