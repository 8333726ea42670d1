//! A person as suggested.

use crate::reader::found::FoundOrganisation;
use crate::reader::found::OrganisationSign;
use crate::reader::lex::lexed::Lexed;
use crate::reader::organisations::of_position as organisation_of_position;
use crate::reader::people::join::Person;
use crate::reader::people::names::Mention;
use crate::reader::reasons;
use crate::reader::speech::acts::Acts;
use crate::release::{self, Reason, Role, Span};
use std::collections::BTreeSet;

pub(crate) fn suggest_person(
    lexed: &Lexed,
    mentions: &[Mention],
    person: &Person,
    (name, variants): &(String, Vec<String>),
    deed: Acts,
    in_quotes: bool,
    authors: &[(usize, Role)],
) -> release::Person {
    let positions: Vec<String> = person
        .positions
        .iter()
        .map(|(a, b)| lexed.between(*a, *b))
        .collect();
    let organisation = person
        .positions
        .iter()
        .find_map(|phrase| organisation_of_position::of_position(lexed, *phrase));
    let mut roles = BTreeSet::new();
    let signs: Vec<Role> = person
        .mentions
        .iter()
        .flat_map(|at| {
            authors
                .iter()
                .filter(|(first, _)| *first == mentions[*at].first)
        })
        .map(|(_, role)| *role)
        .collect();
    roles.extend(signs.iter().copied());
    let moderator = positions
        .iter()
        .any(|text| crate::text::fold::fold(text).contains("модератор"));
    roles.extend(deed.hosts.then_some(Role::Host));
    roles.extend((deed.moderates || moderator).then_some(Role::Moderator));
    roles.extend(deed.speaks.then_some(Role::Speaker));
    roles.extend((deed.attends && !deed.speaks).then_some(Role::Participant));
    if roles.is_empty() {
        let subject = person.mentions.iter().any(|at| !mentions[*at].inflected);
        roles.insert(if in_quotes || !subject {
            Role::Mentioned
        } else {
            Role::Participant
        });
    }
    let mut why: Vec<Reason> = person
        .mentions
        .first()
        .map(|at| reasons::of_mention(lexed, &mentions[*at]))
        .into_iter()
        .collect();
    why.extend(
        positions
            .first()
            .map(|text| Reason::PositionBeside { text: text.clone() }),
    );
    why.extend(
        variants
            .iter()
            .map(|text| Reason::ShortForm { text: text.clone() }),
    );
    let spans = person.mentions.iter().map(|at| {
        let (first, last) = (
            &lexed.tokens[mentions[*at].first],
            &lexed.tokens[mentions[*at].last],
        );
        Span {
            start: first.start,
            end: last.end,
            text: lexed.text(first.start, last.end),
        }
    });
    release::Person {
        name: name.clone(),
        variants: variants.clone(),
        honorary_titles: positions
            .iter()
            .filter(|text| is_honour(text))
            .cloned()
            .collect(),
        positions,
        confidence: 0.0,
        certain: false,
        positions_confidence: Vec::new(),
        positions_certain: Vec::new(),
        organisation: organisation.map(|found| found.name),
        roles: roles.into_iter().collect(),
        mentions: spans.collect(),
        why,
    }
}

/// «ЖУ ректоры»: an organisation that the archive knows by that abbreviation.
pub(crate) fn known_of(person: &Person, organisations: &[FoundOrganisation]) -> Option<String> {
    let inside = |one: &&FoundOrganisation| {
        one.by == OrganisationSign::Record
            && person
                .positions
                .iter()
                .any(|(a, b)| (*a..=*b).contains(&one.first))
    };
    organisations
        .iter()
        .find(inside)
        .map(|one| one.name.clone())
}

/// Titles that are awarded, not held.
pub(crate) fn is_honour(position: &str) -> bool {
    let folded = crate::text::fold::fold(position);
    let words = [
        "халык артис",
        "халык актис",
        "енбек сингир",
        "енбек синир",
        "курметти азамат",
        "еңбек ері",
        "енбек ери",
        "халык каһарман",
        "лауреат",
        "кавалер",
        "заслуженн",
        "народный артист",
        "народная артист",
        "почетный",
        "почетная",
        "почетного",
        "курметти кызметкер",
        "сыилыгынын иегер",
    ];
    words
        .iter()
        .any(|word| folded.contains(&crate::text::fold::fold(word)))
}
