//! A person as suggested.

use crate::reader::found::FoundOrganisation;
use crate::reader::found::OrganisationSign;
use crate::reader::lex::lexed::Lexed;
use crate::reader::organisations::of_position as organisation_of_position;
use crate::reader::people::join::Person;
use crate::reader::people::names::Mention;
use crate::reader::reasons;
use crate::reader::speech::acts::Acts;
use crate::reader::speech::quotes::Quote;
use crate::release::{self, Reason, Role, Span};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// What a person signed as.
pub(crate) fn signed_as(
    person: &Person,
    mentions: &[Mention],
    authors: &[(usize, Role)],
) -> BTreeSet<Role> {
    let firsts = person.mentions.iter().map(|at| mentions[*at].first);
    let signs = firsts.flat_map(|first| authors.iter().filter(move |(author, _)| *author == first));
    signs.map(|(_, role)| *role).collect()
}

/// What a person did, by the grammar alone.
pub(crate) fn roles_by_rules(
    lexed: &Lexed,
    mentions: &[Mention],
    person: &Person,
    deed: Acts,
    quotes: &[Quote],
    authors: &[(usize, Role)],
) -> Vec<Role> {
    let mut roles = signed_as(person, mentions, authors);
    let moderator = person
        .positions
        .iter()
        .any(|(first, last)| fold(&lexed.between(*first, *last)).contains("модератор"));
    roles.extend(deed.hosts.then_some(Role::Host));
    roles.extend((deed.moderates || moderator).then_some(Role::Moderator));
    roles.extend(deed.speaks.then_some(Role::Speaker));
    roles.extend((deed.attends && !deed.speaks).then_some(Role::Participant));
    if roles.is_empty() {
        let subject = person.mentions.iter().any(|at| !mentions[*at].inflected);
        let in_quotes = is_only_quoted(person, mentions, quotes);
        roles.insert(if in_quotes || !subject {
            Role::Mentioned
        } else {
            Role::Participant
        });
    }
    roles.into_iter().collect()
}

/// Whether a person is named in what others say and nowhere else.
pub(crate) fn is_only_quoted(person: &Person, mentions: &[Mention], quotes: &[Quote]) -> bool {
    person.mentions.iter().all(|at| {
        quotes
            .iter()
            .any(|quote| (quote.first..=quote.last).contains(&mentions[*at].first))
    })
}

pub(crate) fn suggest_person(
    lexed: &Lexed,
    mentions: &[Mention],
    person: &Person,
    (name, variants): &(String, Vec<String>),
    roles: Vec<Role>,
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
        roles,
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
