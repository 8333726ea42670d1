//! Tagging: parties in an article, the spans that name them, and what they said.

use std::collections::{BTreeSet, HashMap};

use muragat_language::{self as language, Reading};

use crate::article;
use crate::door::{Outcome, Tx};
use crate::error::Error;
use crate::library::Archive;
use crate::mention::{self, Mention};
use crate::participation::{self, Participation};
use crate::party::{self, Party};
use crate::place::{self, ArticlePlace};
use crate::quote::Quote;
use crate::rows;
use crate::version::{self, Version};
use crate::words::{MentionState, OpKind, PartyKind, Role, Speech};

/// A party as it is tagged in an article.
#[derive(Debug, Clone)]
pub struct Tagging {
    /// Person or organisation.
    pub kind: PartyKind,
    /// A name in any form, or a UUID.
    pub name: String,
    /// What it did there; none: a person took part, an organisation is mentioned.
    pub role: Option<Role>,
    /// Its position as printed, to the letter.
    pub position: Option<String>,
    /// The organisation it spoke for, in any form, or a UUID.
    pub on_behalf_of: Option<String>,
}

/// What a tag made.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Tagged {
    /// The party's UUID.
    pub party: String,
    /// Its authorised name.
    pub name: String,
    /// Whether the party is new to the library.
    pub new: bool,
    /// How many spans of the text were marked.
    pub mentions: usize,
}

impl Archive {
    /// Tags a party in an article: found by any form of its name or made; its mentions are marked in
    /// every version's text.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`], [`Error::PartyAmbiguous`].
    pub fn tag(&mut self, article: &str, tagging: &Tagging) -> Result<Outcome<Tagged>, Error> {
        self.transact(OpKind::Tag, |tx| {
            let article = article::named(tx.sql(), article)?;
            let versions = version::of_article(tx.sql(), article.id)?;
            let before: i64 =
                tx.sql()
                    .query_row("SELECT ifnull(max(id), 0) FROM party", [], |row| row.get(0))?;
            let party = party::find_or_make(tx, tagging.kind, &tagging.name)?;
            let mut participation = participation::find_or_make(tx, article.id, party.id)?;
            if let Some(name) = tagging
                .on_behalf_of
                .as_deref()
                .map(str::trim)
                .filter(|name| !name.is_empty())
            {
                let organisation = party::find_or_make(tx, PartyKind::Organisation, name)?;
                participation.on_behalf_of_id = Some(organisation.id);
                tx.update(&participation)?;
            }
            give_role(tx, &participation, tagging)?;
            if let Some(position) = tagging
                .position
                .as_deref()
                .map(str::trim)
                .filter(|text| !text.is_empty())
            {
                for version in printing(&versions, position) {
                    participation::add_position(tx, participation.id, version.id, position)?;
                }
            }
            let mut mentions = 0;
            for version in &versions {
                mentions += mark(tx, version, &party, &tagging.name)?;
            }
            Ok(Tagged {
                new: party.id > before,
                party: party.uuid,
                name: party.name,
                mentions,
            })
        })
    }

    /// Takes a party out of an article: its participation and the spans that name it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn untag(&mut self, participation: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::Untag, |tx| {
            let participation: Participation = rows::by_uuid(tx.sql(), participation)?;
            let of_article =
                "party_id = ?1 AND version_id IN (SELECT id FROM version WHERE article_id = ?2)";
            for mention in rows::select::<Mention>(
                tx.sql(),
                &format!("WHERE {of_article}"),
                (participation.party_id, participation.article_id),
            )? {
                tx.delete::<Mention>(mention.id)?;
            }
            for position in rows::select::<participation::PrintedPosition>(
                tx.sql(),
                "WHERE participation_id = ?1",
                [participation.id],
            )? {
                tx.delete::<participation::PrintedPosition>(position.id)?;
            }
            for role in rows::select::<participation::ParticipationRole>(
                tx.sql(),
                "WHERE participation_id = ?1",
                [participation.id],
            )? {
                tx.delete::<participation::ParticipationRole>(role.id)?;
            }
            tx.delete::<Participation>(participation.id)
        })
    }

    /// Marks a span of a version as naming a party; spans may overlap. Gives the mention's UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SpanOutside`].
    pub fn mention(
        &mut self,
        version: &str,
        party: &str,
        start: u64,
        end: u64,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::Mention, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let party: Party = rows::by_uuid(tx.sql(), party)?;
            let text = mention::cut(&version.body, start, end)?;
            let id = add_mention(tx, version.id, (Some(party.id), None), start, end, text)?;
            Ok(rows::get::<Mention>(tx.sql(), id)?.uuid)
        })
    }

    /// Marks a span of a version as said by somebody. Gives the quote's UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SpanOutside`].
    pub fn quote(
        &mut self,
        version: &str,
        start: u64,
        end: u64,
        speech: Speech,
        speaker: Option<&str>,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::Quote, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let speaker = speaker
                .map(|uuid| rows::by_uuid::<Party>(tx.sql(), uuid))
                .transpose()?;
            let text = mention::cut(&version.body, start, end)?;
            let id = add_quote(
                tx,
                version.id,
                speaker.map(|party| party.id),
                speech,
                (start, end),
                text,
            )?;
            Ok(rows::get::<Quote>(tx.sql(), id)?.uuid)
        })
    }
}

fn give_role(
    tx: &mut Tx<'_>,
    participation: &Participation,
    tagging: &Tagging,
) -> Result<(), Error> {
    let default = match tagging.kind {
        PartyKind::Person => Role::Participant,
        PartyKind::Organisation => Role::Mentioned,
    };
    let roles = rows::select::<participation::ParticipationRole>(
        tx.sql(),
        "WHERE participation_id = ?1",
        [participation.id],
    )?;
    match tagging.role {
        Some(role) => participation::add_role(tx, participation.id, role),
        None if roles.is_empty() => participation::add_role(tx, participation.id, default),
        None => Ok(()),
    }
}

/// The versions that print a text; where none does, the first is meant.
fn printing<'v>(versions: &'v [Version], text: &str) -> Vec<&'v Version> {
    let printing: Vec<&Version> = versions
        .iter()
        .filter(|version| version.body.contains(text))
        .collect();
    match printing.is_empty() {
        true => versions.first().into_iter().collect(),
        false => printing,
    }
}

/// Marks every place where a version's text has one of a party's names, whatever its ending. Counts the new marks.
pub(crate) fn mark(
    tx: &mut Tx<'_>,
    version: &Version,
    party: &Party,
    typed: &str,
) -> Result<usize, Error> {
    let mut names = party::forms(tx.sql(), party)?;
    names.push(typed.to_owned());
    let mut marked = 0;
    for (start, end) in occurrences(&version.body, &names) {
        let tail = "WHERE version_id = ?1 AND party_id = ?2 AND start_at < ?4 AND end_at > ?3";
        if rows::find::<Mention>(
            tx.sql(),
            tail,
            (version.id, party.id, start as i64, end as i64),
        )?
        .is_none()
        {
            let text = mention::cut(&version.body, start, end)?;
            add_mention(tx, version.id, (Some(party.id), None), start, end, text)?;
            marked += 1;
        }
    }
    Ok(marked)
}

/// Where a text has one of several names, in any case and order of its words. Spans count characters.
fn occurrences(body: &str, names: &[String]) -> BTreeSet<(u64, u64)> {
    let mut wanted: BTreeSet<Vec<String>> = BTreeSet::new();
    for name in names {
        let mut keys: Vec<String> = language::words(name)
            .map(|word| language::party_key(word.text))
            .collect();
        keys.sort();
        wanted.insert(keys);
    }
    let mut spans = BTreeSet::new();
    let chars: Vec<char> = body.chars().collect();
    let words: Vec<_> = language::words(body).collect();
    // words repeat: the key of each is made once
    let mut known: HashMap<&str, String> = HashMap::new();
    for word in &words {
        known
            .entry(word.text)
            .or_insert_with(|| language::party_key(word.text));
    }
    let keys: Vec<&str> = words
        .iter()
        .map(|word| known.get(word.text).map_or("", String::as_str))
        .collect();
    for name in wanted.iter().filter(|name| !name.is_empty()) {
        for (window, keys) in words.windows(name.len()).zip(keys.windows(name.len())) {
            if !keys.iter().all(|key| name.iter().any(|part| part == key)) {
                continue;
            }
            let mut have = keys.to_vec();
            have.sort_unstable();
            if let (true, Some(first), Some(last)) =
                (have.iter().eq(name.iter()), window.first(), window.last())
            {
                spans.insert(quoted(&chars, first.start, last.end));
            }
        }
    }
    spans
}

/// A span, with the quotation mark beside it whose partner lies inside.
fn quoted(chars: &[char], start: usize, end: usize) -> (u64, u64) {
    let inside = |mark: char| {
        chars
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .filter(|c| **c == mark)
            .count()
    };
    let before = start.checked_sub(1).and_then(|at| chars.get(at));
    let after = chars.get(end);
    for (open, close) in [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')] {
        let lacking = match open == close {
            true => inside(open) % 2 == 1,
            false => inside(open) != inside(close),
        };
        let opens = open == close || inside(close) > inside(open);
        let closes = open == close || inside(open) > inside(close);
        if lacking && opens && before == Some(&open) {
            return (start as u64 - 1, end as u64);
        }
        if lacking && closes && after == Some(&close) {
            return (start as u64, end as u64 + 1);
        }
    }
    (start as u64, end as u64)
}

fn add_mention(
    tx: &mut Tx<'_>,
    version_id: i64,
    (party_id, place_id): (Option<i64>, Option<i64>),
    start: u64,
    end: u64,
    text: String,
) -> Result<i64, Error> {
    tx.insert(&Mention {
        id: 0,
        uuid: String::new(),
        version_id,
        party_id,
        place_id,
        start_at: start as i64,
        end_at: end as i64,
        text,
        state: MentionState::Fresh,
    })
}

fn add_quote(
    tx: &mut Tx<'_>,
    version_id: i64,
    speaker_id: Option<i64>,
    speech: Speech,
    (start, end): (u64, u64),
    text: String,
) -> Result<i64, Error> {
    tx.insert(&Quote {
        id: 0,
        uuid: String::new(),
        version_id,
        speaker_id,
        speech,
        start_at: start as i64,
        end_at: end as i64,
        text,
    })
}

/// Enters spans that were read as naming a party or a place.
fn mark_read(
    tx: &mut Tx<'_>,
    version: i64,
    named: (Option<i64>, Option<i64>),
    spans: &[language::Span],
) -> Result<(), Error> {
    for span in spans {
        add_mention(
            tx,
            version,
            named,
            span.start as u64,
            span.end as u64,
            span.text.clone(),
        )?;
    }
    Ok(())
}

/// Enters all that was read in an article: `add --accept`.
pub(crate) fn accept(
    tx: &mut Tx<'_>,
    article: i64,
    version: i64,
    reading: &Reading,
) -> Result<(), Error> {
    let mut speakers = Vec::new();
    for person in &reading.people {
        let party = party::find_or_make(tx, PartyKind::Person, &person.name)?;
        let mut participation = participation::find_or_make(tx, article, party.id)?;
        if let Some(organisation) = &person.organisation {
            participation.on_behalf_of_id =
                Some(party::find_or_make(tx, PartyKind::Organisation, organisation)?.id);
            tx.update(&participation)?;
        }
        for role in &person.roles {
            if let Some(role) = Role::parse(role.as_str()) {
                participation::add_role(tx, participation.id, role)?;
            }
        }
        for position in &person.positions {
            participation::add_position(tx, participation.id, version, position)?;
        }
        mark_read(tx, version, (Some(party.id), None), &person.mentions)?;
        speakers.push((person.name.as_str(), party.id));
    }
    for organisation in &reading.organisations {
        let party = party::find_or_make(tx, PartyKind::Organisation, &organisation.name)?;
        let participation = participation::find_or_make(tx, article, party.id)?;
        participation::add_role(tx, participation.id, Role::Mentioned)?;
        mark_read(tx, version, (Some(party.id), None), &organisation.mentions)?;
    }
    for named in &reading.places {
        let place = place::find_or_make(tx, &named.name)?;
        let tail = "WHERE article_id = ?1 AND place_id = ?2";
        if rows::find::<ArticlePlace>(tx.sql(), tail, (article, place.id))?.is_none() {
            tx.insert(&ArticlePlace {
                id: 0,
                uuid: String::new(),
                article_id: article,
                place_id: place.id,
            })?;
        }
        mark_read(tx, version, (None, Some(place.id)), &named.mentions)?;
    }
    for quote in &reading.quotes {
        let speaker = quote
            .speaker
            .as_deref()
            .and_then(|name| speakers.iter().find(|(n, _)| *n == name))
            .map(|(_, id)| *id);
        add_quote(
            tx,
            version,
            speaker,
            Speech::Direct,
            (quote.start as u64, quote.end as u64),
            quote.text.clone(),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str, name: &str) -> Vec<String> {
        let spans = occurrences(body, &[name.to_owned()]);
        let cut = |(start, end): (u64, u64)| {
            body.chars()
                .skip(start as usize)
                .take((end - start) as usize)
                .collect()
        };
        spans.into_iter().map(cut).collect()
    }

    #[test]
    fn names_are_found_in_any_form_with_both_their_quotation_marks() {
        let body = "Бүгін \"Ерлік\" қоғамдық бірлестігінің төрайымы сөйледі. «Ерлік» бірлестігі туралы «бірлестігі Ерлік» деді.";
        assert_eq!(
            found(body, "«Ерлік» қоғамдық бірлестігі"),
            ["\"Ерлік\" қоғамдық бірлестігінің"]
        );
        assert_eq!(
            found(body, "Ерлік бірлестігі"),
            ["«Ерлік» бірлестігі", "бірлестігі Ерлік"]
        );
        assert_eq!(found(body, "Ерлік"), ["Ерлік"; 3]);
        assert_eq!(
            found("Омарова Сәуле мен Сәуле Омароваға", "Сәуле Омарова"),
            ["Омарова Сәуле", "Сәуле Омароваға"]
        );
        assert_eq!(found("", "Ерлік"), Vec::<String>::new());
    }
}
