//! Suggestions: what the app reads in a version, and whom of the archive it names, where nobody has tagged or
//! rejected it. Never a fact until it is accepted.

use std::collections::{BTreeMap, BTreeSet};

use muragat_language as language;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates;
use crate::finding::candidates::{Candidate, Reason, TagKind};
use crate::nouns::decision::Decision;
use crate::nouns::mention::Mention;
use crate::nouns::party::Party;
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::nouns::{mention, place};
use crate::record::terms::{OpKind, PartyKind, ReasonCode, Role, Speech};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::marking::Named;
use crate::tagging::tag_span::Part;
use crate::tagging::{tag_name as tagging, tag_span};
use crate::text::measure::Measured;
use crate::text::occurrence::occurrences;

/// So many words of a text are looked through for names on record; a release has a thousand.
const LOOKED_AT: usize = 20_000;
/// A name on record has at most so many words.
const LONGEST: usize = 8;

/// A span that a suggestion names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SuggestedSpan {
    /// First character.
    pub start: u64,
    /// After the last character.
    pub end: u64,
    /// As printed.
    pub text: String,
}

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// One human being.
    Person,
    /// A corporate body.
    Organisation,
    /// A place.
    Place,
    /// What somebody said.
    Quote,
}

impl SuggestionKind {
    fn as_str(self) -> &'static str {
        match self {
            SuggestionKind::Person => "person",
            SuggestionKind::Organisation => "organisation",
            SuggestionKind::Place => "place",
            SuggestionKind::Quote => "quote",
        }
    }

    fn tag(self) -> Option<TagKind> {
        match self {
            SuggestionKind::Person => Some(TagKind::Person),
            SuggestionKind::Organisation => Some(TagKind::Organisation),
            SuggestionKind::Place => Some(TagKind::Place),
            SuggestionKind::Quote => None,
        }
    }
}

/// What the app reads in a version and nobody has tagged yet. Never a fact until it is accepted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Suggestion {
    /// Stable for the same suggestion of the same text.
    pub key: String,
    /// What is suggested.
    #[ts(type = "TagKind | \"quote\"")]
    pub kind: SuggestionKind,
    /// In the nominative; of a quote the speaker's.
    pub name: String,
    /// Where the text names it; of a quote its one span.
    #[ts(type = "{ start: number, end: number, text: string }[]")]
    pub spans: Vec<SuggestedSpan>,
    /// What it did.
    pub roles: Vec<Role>,
    /// Positions as printed.
    pub positions: Vec<String>,
    /// On whose behalf, in the nominative.
    pub on_behalf_of: Option<String>,
    /// Parties of the archive that it may be, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// Whether the first candidate is sure enough to be taken by one key.
    pub sure: bool,
    /// Why it is suggested.
    pub reasons: Vec<Reason>,
}

impl Archive {
    /// What the app reads in a version and nobody has decided on yet, in the order of the text.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn suggestions(&self, version: &str) -> Result<Vec<Suggestion>, Error> {
        let sql = self.connection();
        let version: Version = rows::by_uuid(sql, version)?;
        open(sql, &version, &*self.lexicon()?)
    }

    /// Accepts suggestions as one op. `party`, a UUID, says whom the only one means; else the sure candidate is
    /// taken, or a new party made.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a key that is not among the suggestions (any more), [`Error::PartyKindDiffers`].
    pub fn accept_suggestions(
        &mut self,
        version: &str,
        keys: &[String],
        party: Option<&str>,
    ) -> Result<Outcome<()>, Error> {
        let lexicon = self.lexicon()?;
        self.transact(OpKind::AcceptSuggestions, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let open = open(tx.sql(), &version, &lexicon)?;
            let mut accepted = Vec::with_capacity(keys.len());
            for key in keys {
                let found = open.iter().find(|suggestion| suggestion.key == *key);
                accepted.push(found.ok_or_else(|| missing(key))?);
            }
            // who speaks comes before what is said
            accepted.sort_by_key(|suggestion| suggestion.kind);
            for suggestion in accepted {
                match suggestion.kind.tag() {
                    Some(kind) => accept(tx, &version, suggestion, kind, party)?,
                    None => accept_quote(tx, &version, suggestion, party)?,
                }
            }
            Ok(())
        })
    }

    /// Turns a suggestion down: it is not made again for this article.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn reject_suggestion(&mut self, version: &str, key: &str) -> Result<Outcome<()>, Error> {
        let lexicon = self.lexicon()?;
        self.transact(OpKind::RejectSuggestion, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let open = open(tx.sql(), &version, &lexicon)?;
            let suggestion = open
                .iter()
                .find(|suggestion| suggestion.key == key)
                .ok_or_else(|| missing(key))?;
            let kind = suggestion.kind.as_str();
            let key = key
                .strip_prefix(kind)
                .unwrap_or(key)
                .trim_start_matches(':');
            tx.insert(&Decision {
                id: 0,
                uuid: String::new(),
                article_id: version.article_id,
                kind: kind.to_owned(),
                key: key.to_owned(),
            })
            .map(drop)
        })
    }
}

fn missing(key: &str) -> Error {
    Error::NotFound {
        noun: "suggestion",
        id: key.to_owned(),
    }
}

/// A suggestion as read, before it is held against the archive.
struct Read {
    kind: SuggestionKind,
    name: String,
    spans: Vec<SuggestedSpan>,
    roles: Vec<Role>,
    positions: Vec<String>,
    on_behalf_of: Option<String>,
    reasons: Vec<Reason>,
}

fn key(kind: SuggestionKind, name: &str, spans: &[SuggestedSpan]) -> String {
    match kind {
        SuggestionKind::Quote => {
            let text = spans.first().map(|span| language::fold(&span.text));
            let digest = muragat_files::sha256(text.unwrap_or_default().as_bytes());
            format!("quote:{}", digest.get(..16).unwrap_or_default())
        }
        _ => format!("{}:{}", kind.as_str(), language::party_key(name)),
    }
}

/// The suggestions for a version on which nobody has decided.
fn open(
    sql: &Connection,
    version: &Version,
    lexicon: &language::Lexicon,
) -> Result<Vec<Suggestion>, Error> {
    let mut read = reading(version, lexicon);
    on_record(sql, version, &mut read)?;
    let decided: BTreeSet<String> =
        rows::select::<Decision>(sql, "WHERE article_id = ?1", [version.article_id])?
            .into_iter()
            .map(|decision| format!("{}:{}", decision.kind, decision.key))
            .collect();
    let marked = rows::select::<Mention>(sql, "WHERE version_id = ?1", [version.id])?;
    let quoted = rows::select::<Quote>(sql, "WHERE version_id = ?1", [version.id])?;
    let mut met = BTreeSet::new();
    let mut open = Vec::new();
    for mut one in read {
        let key = key(one.kind, &one.name, &one.spans);
        if decided.contains(&key) || !met.insert(key.clone()) {
            continue;
        }
        let overlaps = |span: &SuggestedSpan, start: i64, end: i64| {
            (span.start as i64) < end && (span.end as i64) > start
        };
        one.spans.retain(|span| match one.kind {
            SuggestionKind::Quote => !quoted
                .iter()
                .any(|quote| overlaps(span, quote.start_at, quote.end_at)),
            kind => !marked.iter().any(|mention| {
                mention.place_id.is_some() == (kind == SuggestionKind::Place)
                    && overlaps(span, mention.start_at, mention.end_at)
            }),
        });
        if one.spans.is_empty() {
            continue;
        }
        let candidates = match one.kind.tag() {
            Some(kind) => candidates::find(
                sql,
                version.article_id,
                kind,
                &one.name,
                one.on_behalf_of.as_deref(),
            )?,
            None if one.name.is_empty() => Vec::new(),
            None => {
                let found =
                    candidates::find(sql, version.article_id, TagKind::Person, &one.name, None)?;
                found
                    .into_iter()
                    .filter(|candidate| candidate.here)
                    .collect()
            }
        };
        open.push(Suggestion {
            key,
            kind: one.kind,
            sure: is_sure(one.kind, &one.name, &candidates),
            name: one.name,
            spans: one.spans,
            roles: one.roles,
            positions: one.positions,
            on_behalf_of: one.on_behalf_of,
            candidates,
            reasons: one.reasons,
        });
    }
    open.sort_by_key(|suggestion| {
        (
            suggestion.spans.first().map_or(0, |span| span.start),
            suggestion.kind,
        )
    });
    Ok(open)
}

fn is_exact(candidate: &Candidate) -> bool {
    candidate
        .reasons
        .first()
        .is_some_and(|reason| matches!(reason.code, ReasonCode::SameName | ReasonCode::NameForm))
}

/// Only the same full name, and nobody else of that name; initials alone never suffice.
fn is_sure(kind: SuggestionKind, name: &str, candidates: &[Candidate]) -> bool {
    let words: Vec<_> = language::words(name).collect();
    let full = match kind {
        SuggestionKind::Person => {
            words.len() >= 2 && words.iter().all(|word| word.end - word.start > 1)
        }
        _ => !words.is_empty(),
    };
    full && candidates.first().is_some_and(is_exact)
        && candidates
            .iter()
            .filter(|candidate| is_exact(candidate))
            .count()
            == 1
}

/// What the app reads in a version's text, spans in the version's body.
fn reading(version: &Version, lexicon: &language::Lexicon) -> Vec<Read> {
    let title = match version.title.is_empty() {
        true => "—",
        false => &version.title,
    };
    let reading = language::read_with(&format!("{title}\n{}", version.body), lexicon);
    // a date line at the head, and blank lines, are no part of the body as read
    let Some(byte) = version.body.find(&reading.body) else {
        return Vec::new();
    };
    let shift = version
        .body
        .get(..byte)
        .map_or(0, |head| head.chars().count()) as u64;
    let spans = |spans: &[language::Span]| -> Vec<SuggestedSpan> {
        spans
            .iter()
            .map(|span| SuggestedSpan {
                start: span.start as u64 + shift,
                end: span.end as u64 + shift,
                text: span.text.clone(),
            })
            .collect()
    };
    let plain = |kind, name: &str, mentions: &[language::Span], why: &[language::Reason]| Read {
        kind,
        name: name.to_owned(),
        spans: spans(mentions),
        roles: Vec::new(),
        positions: Vec::new(),
        on_behalf_of: None,
        reasons: why.iter().map(Reason::from).collect(),
    };
    let mut read = Vec::new();
    for person in &reading.people {
        read.push(Read {
            roles: person
                .roles
                .iter()
                .filter_map(|role| Role::parse(role.as_str()))
                .collect(),
            positions: person.positions.clone(),
            on_behalf_of: person.organisation.clone(),
            ..plain(
                SuggestionKind::Person,
                &person.name,
                &person.mentions,
                &person.why,
            )
        });
    }
    for named in &reading.organisations {
        read.push(plain(
            SuggestionKind::Organisation,
            &named.name,
            &named.mentions,
            &named.why,
        ));
    }
    for place in &reading.places {
        read.push(plain(
            SuggestionKind::Place,
            &place.name,
            &place.mentions,
            &place.why,
        ));
    }
    for quote in &reading.quotes {
        let span = language::Span {
            start: quote.start,
            end: quote.end,
            text: quote.text.clone(),
        };
        let speaker = quote.speaker.as_deref().unwrap_or_default();
        read.push(plain(SuggestionKind::Quote, speaker, &[span], &quote.why));
    }
    read
}

/// Adds whom of the archive the text names, beside what was read.
fn on_record(sql: &Connection, version: &Version, read: &mut Vec<Read>) -> Result<(), Error> {
    let keys = keys_met(&version.body);
    let keys = serde_json::to_string(&keys).unwrap_or_default();
    let known: BTreeSet<String> = read
        .iter()
        .map(|one| key(one.kind, &one.name, &one.spans))
        .collect();
    let mut found: BTreeMap<(SuggestionKind, i64), (String, BTreeSet<String>)> = BTreeMap::new();
    for (kind, query) in [
        (
            SuggestionKind::Person,
            "SELECT id, name, name FROM party WHERE kind = 'person' AND match_key IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT party.id, name, form FROM party_name JOIN party ON party.id = party_id
             WHERE kind = 'person' AND party_name.match_key IN (SELECT value FROM json_each(?1))",
        ),
        (
            SuggestionKind::Organisation,
            "SELECT id, name, name FROM party WHERE kind = 'organisation' AND match_key IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT party.id, name, form FROM party_name JOIN party ON party.id = party_id
             WHERE kind = 'organisation' AND party_name.match_key IN (SELECT value FROM json_each(?1))",
        ),
        (
            SuggestionKind::Place,
            "SELECT id, name, name FROM place WHERE match_key IN (SELECT value FROM json_each(?1))",
        ),
    ] {
        let here = match kind.tag() {
            Some(tag) => candidates::standing(sql, version.article_id, tag)?,
            None => BTreeSet::new(),
        };
        let mut statement = sql.prepare_cached(query)?;
        let rows = statement.query_map([&keys], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?;
        for row in rows {
            let (id, name, form) = row?;
            let one_word = language::words(&form).nth(1).is_none();
            if here.contains(&id) || (one_word && kind == SuggestionKind::Person) {
                continue;
            }
            found
                .entry((kind, id))
                .or_insert_with(|| (name, BTreeSet::new()))
                .1
                .insert(form);
        }
    }
    let body = Measured::new(&version.body);
    for ((kind, _), (name, forms)) in found {
        if known.contains(&key(kind, &name, &[])) {
            continue;
        }
        let forms: Vec<String> = forms.into_iter().collect();
        let mut spans = Vec::new();
        for (start, end) in occurrences(&version.body, &forms) {
            let text = mention::cut(&body, start, end)?;
            // a common noun that is some party's name is not named where it is written small
            if text.chars().any(char::is_uppercase) {
                spans.push(SuggestedSpan { start, end, text });
            }
        }
        read.push(Read {
            kind,
            name,
            spans,
            roles: Vec::new(),
            positions: Vec::new(),
            on_behalf_of: None,
            reasons: vec![Reason::new(ReasonCode::SameName)],
        });
    }
    Ok(())
}

/// The keys of all runs of words that may be a name: those that begin or end with a capital.
fn keys_met(body: &str) -> BTreeSet<String> {
    let words: Vec<(String, bool)> = language::words(body)
        .take(LOOKED_AT)
        .map(|word| {
            (
                language::party_key(word.text),
                word.text.starts_with(char::is_uppercase),
            )
        })
        .collect();
    let mut met = BTreeSet::new();
    for length in 1..=LONGEST {
        for window in words.windows(length) {
            if !window.iter().any(|(_, capital)| *capital) {
                continue;
            }
            let mut parts: Vec<&str> = window.iter().flat_map(|(key, _)| key.split(' ')).collect();
            parts.sort_unstable();
            met.insert(parts.join(" "));
        }
    }
    met
}

/// Enters a party or place that was suggested.
fn accept(
    tx: &mut Tx<'_>,
    version: &Version,
    suggestion: &Suggestion,
    kind: TagKind,
    party: Option<&str>,
) -> Result<(), Error> {
    let sure = suggestion.candidates.first().filter(|_| suggestion.sure);
    let chosen = party.or(sure.map(|candidate| candidate.id.as_str()));
    let named = tag_span::meant(tx, kind, chosen, &suggestion.name)?;
    match &named {
        Named::Party(party) => {
            if let (Some(_), Some(span)) = (chosen, suggestion.spans.first()) {
                tag_span::keep_form(tx, party, &suggestion.name, &span.text, &version.language)?;
            }
            let part = Part {
                roles: suggestion.roles.clone(),
                positions: suggestion.positions.iter().map(String::as_str).collect(),
                on_behalf_of: suggestion.on_behalf_of.as_deref(),
            };
            tag_span::take_part(tx, version, party, &part)?;
        }
        Named::Place(place) => place::about(tx, version.article_id, place.id)?,
    }
    for span in &suggestion.spans {
        tag_span::mark_span(
            tx,
            version,
            &named,
            (span.start, span.end),
            span.text.clone(),
        )?;
    }
    Ok(())
}

/// Enters a quote that was suggested; its speaker where the cast has one of that name, or as chosen.
fn accept_quote(
    tx: &mut Tx<'_>,
    version: &Version,
    suggestion: &Suggestion,
    party: Option<&str>,
) -> Result<(), Error> {
    let speaker = match party {
        Some(uuid) => Some(rows::by_uuid::<Party>(tx.sql(), uuid)?.id),
        None => {
            let key = language::party_key(&suggestion.name);
            rows::find::<Party>(
                tx.sql(),
                "WHERE kind = ?3 AND (match_key = ?2 OR id IN (SELECT party_id FROM party_name WHERE match_key = ?2))
                 AND id IN (SELECT party_id FROM participation WHERE article_id = ?1) ORDER BY id",
                (version.article_id, &key, PartyKind::Person),
            )?
            .map(|party| party.id)
        }
    };
    for span in &suggestion.spans {
        tagging::add_quote(
            tx,
            version.id,
            speaker,
            Speech::Direct,
            (span.start, span.end),
            span.text.clone(),
        )?;
    }
    Ok(())
}
