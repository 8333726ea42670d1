//! Suggestions: what the app reads in a version, and whom of the archive it names, where nobody has tagged or
//! rejected it. Never a fact until it is accepted.

use std::collections::{BTreeMap, BTreeSet};

use muragat_language as language;
use muragat_language::{SpanText, occurrences};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates;
use crate::finding::candidates::{Candidate, Reason, TagKind};
use crate::nouns::decision::Decision;
use crate::nouns::mention;
use crate::nouns::mention::Mention;
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::record::terms::{ReasonCode, Role};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::readings::VersionRead;
use crate::tagging::sureness::Sureness;

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
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            SuggestionKind::Person => "person",
            SuggestionKind::Organisation => "organisation",
            SuggestionKind::Place => "place",
            SuggestionKind::Quote => "quote",
        }
    }

    /// What a span is tagged as; none for a quote.
    pub(crate) fn tag(self) -> Option<TagKind> {
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
    /// Whether all that was read of it may be accepted unseen: of a person the name and each position, of a quote its
    /// words and its speaker. Never of a quote without a speaker, nor of what is suggested only because it is on
    /// record. Whom it means is another question: that is what `sure` and the candidates tell.
    pub certain: bool,
    /// How often what was so read is right, 0 to 1: that of the least sure of its parts; 0 where only rules found it, or
    /// the record.
    pub confidence: f32,
    /// Why it is suggested.
    pub reasons: Vec<Reason>,
}

/// What is suggested in a version.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OpenSuggestions {
    /// In the order of the text.
    pub suggestions: Vec<Suggestion>,
    /// Whether its article has come to those with open suggestions, or gone from them, as it was read.
    pub recounted: bool,
}

impl Archive {
    /// What the app reads in a version and nobody has decided on yet, in the order of the text.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn suggestions(&self, version: &str) -> Result<Vec<Suggestion>, Error> {
        Ok(self.open_suggestions(version)?.suggestions)
    }

    /// The same, and whether the list of documents with open suggestions is another now that the text was read.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn open_suggestions(&self, version: &str) -> Result<OpenSuggestions, Error> {
        let sql = self.connection();
        let version: Version = rows::by_uuid(sql, version)?;
        let read = self.read_version(&version)?;
        let open = find_open(sql, &version, &read)?;
        let recounted = self.note_open(&version, open.len());
        let with_candidates = open
            .into_iter()
            .map(|open| open.with_candidates(sql, version.article_id));
        Ok(OpenSuggestions {
            suggestions: with_candidates.collect::<Result<_, _>>()?,
            recounted,
        })
    }
}

/// The suggestion of a key.
pub(crate) fn find_by_key<'a>(
    open: &'a [OpenSuggestion],
    key: &str,
) -> Result<&'a OpenSuggestion, Error> {
    let found = open.iter().find(|suggestion| suggestion.key == key);
    found.ok_or_else(|| Error::NotFound {
        noun: "suggestion",
        id: key.to_owned(),
    })
}

/// A suggestion on which nobody has decided, before it is held against the parties of the archive.
#[derive(Debug)]
pub(crate) struct OpenSuggestion {
    pub key: String,
    pub kind: SuggestionKind,
    pub name: String,
    pub spans: Vec<SuggestedSpan>,
    pub roles: Vec<Role>,
    pub positions: Vec<String>,
    pub on_behalf_of: Option<String>,
    /// Whether all that was read of it may be accepted unseen.
    pub certain: bool,
    /// How often what was so read is right, by the least sure of its parts.
    pub confidence: f32,
    reasons: Vec<Reason>,
}

impl OpenSuggestion {
    fn new(kind: SuggestionKind, name: &str, spans: Vec<SuggestedSpan>) -> OpenSuggestion {
        OpenSuggestion {
            key: suggestion_key(kind, name, &spans),
            kind,
            name: name.to_owned(),
            spans,
            roles: Vec::new(),
            positions: Vec::new(),
            on_behalf_of: None,
            certain: false,
            confidence: 0.0,
            reasons: Vec::new(),
        }
    }

    /// Whom of the archive it may name, the likeliest first; of a quote who of the cast may speak.
    pub fn candidates(&self, sql: &Connection, article: i64) -> Result<Vec<Candidate>, Error> {
        let name = self.name.as_str();
        match self.kind.tag() {
            Some(kind) => {
                candidates::find_candidates(sql, article, kind, name, self.on_behalf_of.as_deref())
            }
            None if name.is_empty() => Ok(Vec::new()),
            None => {
                let mut found =
                    candidates::find_candidates(sql, article, TagKind::Person, name, None)?;
                found.retain(|candidate| candidate.here);
                Ok(found)
            }
        }
    }

    /// The candidate that is sure enough to be taken without asking: only one of the same full name, where nobody
    /// else goes by it; initials alone never suffice, nor a name where the text gives it the same office elsewhere.
    pub fn sure_candidate<'a>(&self, candidates: &'a [Candidate]) -> Option<&'a Candidate> {
        let words: Vec<_> = language::words(&self.name).collect();
        let full = match self.kind {
            SuggestionKind::Person => {
                words.len() >= 2 && words.iter().all(|word| word.end - word.start > 1)
            }
            _ => !words.is_empty(),
        };
        let exact = candidates.iter().filter(|one| is_exact(one)).count();
        let first = candidates.first().filter(|first| is_exact(first));
        first.filter(|first| full && exact == 1 && !self.is_namesake(first))
    }

    /// Whether the text prints the office that a candidate held last, and as that of another place or body.
    fn is_namesake(&self, candidate: &Candidate) -> bool {
        let known = candidate.position.as_deref();
        known.is_some_and(|known| {
            self.positions
                .iter()
                .any(|position| language::are_two_posts(position, known))
        })
    }

    fn with_candidates(self, sql: &Connection, article: i64) -> Result<Suggestion, Error> {
        let candidates = self.candidates(sql, article)?;
        Ok(Suggestion {
            sure: self.sure_candidate(&candidates).is_some(),
            key: self.key,
            kind: self.kind,
            name: self.name,
            spans: self.spans,
            roles: self.roles,
            positions: self.positions,
            on_behalf_of: self.on_behalf_of,
            candidates,
            certain: self.certain,
            confidence: self.confidence,
            reasons: self.reasons,
        })
    }
}

fn is_exact(candidate: &Candidate) -> bool {
    candidate
        .reasons
        .first()
        .is_some_and(|reason| matches!(reason.code, ReasonCode::SameName | ReasonCode::NameForm))
}

/// The key of a suggestion: the same for the same name or quote in the same article.
pub(crate) fn suggestion_key(kind: SuggestionKind, name: &str, spans: &[SuggestedSpan]) -> String {
    match kind {
        SuggestionKind::Quote => {
            let text = spans.first().map_or("", |span| span.text.as_str());
            format!("quote:{}", quote_key(text))
        }
        _ => format!("{}:{}", kind.as_str(), language::party_key(name)),
    }
}

/// The key of a quote by its text.
pub(crate) fn quote_key(text: &str) -> String {
    let digest = muragat_files::sha256(language::fold(text).as_bytes());
    digest.get(..16).unwrap_or_default().to_owned()
}

/// The suggestions for a version on which nobody has decided, in the order of the text.
pub(crate) fn find_open(
    sql: &Connection,
    version: &Version,
    read: &VersionRead,
) -> Result<Vec<OpenSuggestion>, Error> {
    find_open_in(sql, version, read.text.reading())
}

/// The same, of what the reader found in its text.
pub(crate) fn find_open_in(
    sql: &Connection,
    version: &Version,
    reading: &language::Reading,
) -> Result<Vec<OpenSuggestion>, Error> {
    let mut found = suggest_read(reading);
    suggest_recorded(sql, version, &mut found)?;
    let decided: BTreeSet<String> =
        rows::select::<Decision>(sql, "WHERE article_id = ?1", [version.article_id])?
            .into_iter()
            .map(|decision| format!("{}:{}", decision.kind, decision.key))
            .collect();
    let marked = rows::select::<Mention>(sql, "WHERE version_id = ?1", [version.id])?;
    let quoted = rows::select::<Quote>(sql, "WHERE version_id = ?1", [version.id])?;
    let mut met = BTreeSet::new();
    let mut open = Vec::new();
    for mut one in found {
        if decided.contains(&one.key) || !met.insert(one.key.clone()) {
            continue;
        }
        // what was turned down comes in by no other door
        one.on_behalf_of = one.on_behalf_of.filter(|name| {
            !decided.contains(&suggestion_key(SuggestionKind::Organisation, name, &[]))
        });
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
        if !one.spans.is_empty() {
            open.push(one);
        }
    }
    open.sort_by_key(|suggestion| {
        let start = suggestion.spans.first().map_or(0, |span| span.start);
        (start, suggestion.kind)
    });
    Ok(open)
}

fn suggested_spans(spans: &[language::Span]) -> Vec<SuggestedSpan> {
    spans
        .iter()
        .map(|span| SuggestedSpan {
            start: span.start as u64,
            end: span.end as u64,
            text: span.text.clone(),
        })
        .collect()
}

/// What the reader found.
fn suggest_read(reading: &language::Reading) -> Vec<OpenSuggestion> {
    let suggest = |kind,
                   name: &str,
                   mentions: &[language::Span],
                   sureness: Sureness,
                   why: &[language::Reason]| OpenSuggestion {
        certain: sureness.certain,
        confidence: sureness.confidence,
        reasons: why.iter().map(Reason::from).collect(),
        ..OpenSuggestion::new(kind, name, suggested_spans(mentions))
    };
    let mut found = Vec::new();
    for person in &reading.people {
        let roles = person.roles.iter();
        found.push(OpenSuggestion {
            roles: roles
                .filter_map(|role| Role::parse(role.as_str()))
                .collect(),
            positions: person.positions.clone(),
            on_behalf_of: person.organisation.clone(),
            ..suggest(
                SuggestionKind::Person,
                &person.name,
                &person.mentions,
                Sureness::of_person(person),
                &person.why,
            )
        });
    }
    for organisation in &reading.organisations {
        found.push(suggest(
            SuggestionKind::Organisation,
            &organisation.name,
            &organisation.mentions,
            Sureness::new(organisation.confidence, organisation.certain),
            &organisation.why,
        ));
    }
    for place in &reading.places {
        found.push(suggest(
            SuggestionKind::Place,
            &place.name,
            &place.mentions,
            Sureness::new(place.confidence, place.certain),
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
        found.push(suggest(
            SuggestionKind::Quote,
            speaker,
            &[span],
            Sureness::of_quote(quote),
            &quote.why,
        ));
    }
    found
}

/// Adds whom of the archive the text names, beside what was read and not inside it.
fn suggest_recorded(
    sql: &Connection,
    version: &Version,
    read: &mut Vec<OpenSuggestion>,
) -> Result<(), Error> {
    let keys = collect_keys_of_runs(&version.body);
    let keys = serde_json::to_string(&keys).unwrap_or_default();
    let known: BTreeSet<String> = read.iter().map(|one| one.key.clone()).collect();
    let mut found: BTreeMap<(SuggestionKind, i64), (String, BTreeSet<String>)> = BTreeMap::new();
    for (kind, query) in [
        (
            SuggestionKind::Person,
            "SELECT id, name, name FROM party WHERE kind = 'person' AND match_key IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT party.id, name, form FROM party_name JOIN party ON party.id = party_id
             WHERE party.kind = 'person' AND party_name.match_key IN (SELECT value FROM json_each(?1))",
        ),
        (
            SuggestionKind::Organisation,
            "SELECT id, name, name FROM party WHERE kind = 'organisation' AND match_key IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT party.id, name, form FROM party_name JOIN party ON party.id = party_id
             WHERE party.kind = 'organisation' AND party_name.match_key IN (SELECT value FROM json_each(?1))",
        ),
        (
            SuggestionKind::Place,
            "SELECT id, name, name FROM place WHERE match_key IN (SELECT value FROM json_each(?1))",
        ),
    ] {
        let here = match kind.tag() {
            Some(tag) => candidates::find_standing(sql, version.article_id, tag)?,
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
    let body = SpanText::new(&version.body);
    let names = read.iter().filter(|one| one.kind != SuggestionKind::Quote);
    let longer: Vec<(u64, u64)> = names
        .flat_map(|one| &one.spans)
        .map(|span| (span.start, span.end))
        .collect();
    let is_inside = |start: u64, end: u64| {
        let around = |(from, to): &(u64, u64)| *from <= start && end <= *to;
        longer
            .iter()
            .any(|span| around(span) && span.1 - span.0 > end - start)
    };
    for ((kind, _), (name, forms)) in found {
        if known.contains(&suggestion_key(kind, &name, &[])) {
            continue;
        }
        let forms: Vec<String> = forms.into_iter().collect();
        let mut spans = Vec::new();
        for (start, end) in occurrences(&version.body, &forms) {
            let (start, end) = (start as u64, end as u64);
            let text = mention::cut_text(&body, start, end)?;
            // a common noun that is some party's name is not named where it is written small, nor is the region in
            // the name of its university
            if text.chars().any(char::is_uppercase) && !is_inside(start, end) {
                spans.push(SuggestedSpan { start, end, text });
            }
        }
        read.push(OpenSuggestion {
            reasons: vec![Reason::new(ReasonCode::SameName)],
            ..OpenSuggestion::new(kind, &name, spans)
        });
    }
    Ok(())
}

/// The keys of all runs of words that may be a name: those that begin or end with a capital.
fn collect_keys_of_runs(body: &str) -> BTreeSet<String> {
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

#[cfg(test)]
mod tests;
