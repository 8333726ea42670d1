//! Tagging: parties in an article, the spans that name them, and what they said.

use muragat_language as language;
use muragat_language::Reading;

use crate::error::Error;
use crate::nouns::mention::Mention;
use crate::nouns::participation::Participation;
use crate::nouns::party::{Party, Whom};
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::nouns::{article, mention, participation, party, place, version};
use crate::record::terms::{MentionState, OpKind, PartyKind, Role, Speech};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::cast;
use crate::text::measure::Measured;
use crate::text::occurrence::occurrences;

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
            let article = article::resolve(tx.sql(), article)?;
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
            let roles: Vec<Role> = tagging.role.into_iter().collect();
            give_roles(tx, &participation, tagging.kind, &roles)?;
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
            let text = mention::cut(&Measured::new(&version.body), start, end)?;
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
        speaker: Option<&Whom>,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::Quote, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let speaker = speaker
                .map(|whom| cast::speaking(tx, &version, whom))
                .transpose()?;
            let text = mention::cut(&Measured::new(&version.body), start, end)?;
            let id = add_quote(tx, version.id, speaker, speech, (start, end), text)?;
            Ok(rows::get::<Quote>(tx.sql(), id)?.uuid)
        })
    }
}

/// Gives a participation roles; where it has none and none is said, the usual one of its kind.
pub(crate) fn give_roles(
    tx: &mut Tx<'_>,
    participation: &Participation,
    kind: PartyKind,
    roles: &[Role],
) -> Result<(), Error> {
    let usual = match kind {
        PartyKind::Person => Role::Participant,
        PartyKind::Organisation => Role::Mentioned,
    };
    for role in roles {
        participation::add_role(tx, participation.id, *role)?;
    }
    let has = rows::find::<participation::ParticipationRole>(
        tx.sql(),
        "WHERE participation_id = ?1",
        [participation.id],
    )?;
    match has {
        None => participation::add_role(tx, participation.id, usual),
        Some(_) => Ok(()),
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
fn mark(tx: &mut Tx<'_>, version: &Version, party: &Party, typed: &str) -> Result<usize, Error> {
    let mut names = party::forms(tx.sql(), party)?;
    names.push(typed.to_owned());
    let mut marked = 0;
    let body = Measured::new(&version.body);
    for (start, end) in occurrences(&version.body, &names) {
        let tail = "WHERE version_id = ?1 AND party_id = ?2 AND start_at < ?4 AND end_at > ?3";
        if rows::find::<Mention>(
            tx.sql(),
            tail,
            (version.id, party.id, start as i64, end as i64),
        )?
        .is_none()
        {
            let text = mention::cut(&body, start, end)?;
            add_mention(tx, version.id, (Some(party.id), None), start, end, text)?;
            marked += 1;
        }
    }
    Ok(marked)
}

pub(crate) fn add_mention(
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

pub(crate) fn add_quote(
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
        place::about(tx, article, place.id)?;
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
