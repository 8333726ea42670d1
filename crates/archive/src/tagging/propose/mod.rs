//! What the picker opens with for a selection: the span that is meant, the name in the nominative, the position
//! printed beside it, whom it speaks for, what it did; and who it may be.

mod nominative;
mod position;
mod snap;

use std::cell::LazyCell;

use muragat_language as language;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates::{self, Candidate, TagKind};
use crate::nouns::mention::Mention;
use crate::nouns::party::Party;
use crate::nouns::version::Version;
use crate::record::terms::{PartyKind, Role, Speech};
use crate::store::library::Archive;
use crate::store::rows;
use crate::text::occurrence::occurrences;
use snap::Text;

/// What the picker opens with. Spans count characters of the version's body.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TagProposal {
    /// Person, organisation or place.
    pub kind: TagKind,
    /// Snapped to whole words, without blanks at its ends, both quotation marks or none.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// As printed.
    pub text: String,
    /// In the nominative.
    pub name: String,
    /// The position printed beside the name, to the letter, if one is seen.
    pub position: Option<String>,
    /// The organisation that position names, in the nominative.
    pub on_behalf_of: Option<String>,
    /// What it did, where the words around tell.
    pub role: Option<Role>,
    /// The likeliest first.
    pub candidates: Vec<Candidate>,
    /// How often more the version names the same.
    #[ts(type = "number")]
    pub elsewhere: usize,
}

/// What a selection becomes as a quote.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuoteProposal {
    /// Inside the quotation marks.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// As printed.
    pub text: String,
    /// Direct where quotation marks stand around it.
    pub speech: Speech,
    /// The speaker that the words around it name: a party of the cast, by UUID.
    pub speaker: Option<String>,
}

impl Archive {
    /// What the picker opens with for a selection; an empty one means the word it stands in.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::SpanOutside`] where the selection touches no word.
    pub fn propose_tag(
        &self,
        version: &str,
        start: u64,
        end: u64,
        kind: TagKind,
    ) -> Result<TagProposal, Error> {
        let sql = self.connection();
        let version: Version = rows::by_uuid(sql, version)?;
        let outside = Error::SpanOutside { start, end };
        let (text, before, start, end) = around(&version.body, start, end)?;
        let (from, to) = snap::snap(&text, start, end).ok_or(outside)?;
        let printed = text.cut(from, to);
        let russian = version.language == "ru";
        let name = {
            let forms = LazyCell::new(|| met(&text));
            nominative::nominative(kind, &printed, russian, &|form| {
                forms.contains(&key_to_the_letter(form)) || on_record(sql, kind, form)
            })
        };
        let name = recorded(sql, kind, &name)?.unwrap_or(name);
        let (mut position, mut on_behalf_of, mut role) = (None, None, None);
        if kind == TagKind::Person {
            position = position::before_name(&text, from, russian)
                .or_else(|| position::after_name(&text, to, russian));
            role = position::role(&text, from, to);
            if let Some(position) = &position {
                on_behalf_of = organisation_of(sql, position, russian)?;
            }
        }
        let candidates = candidates::find(
            sql,
            version.article_id,
            kind,
            &name,
            on_behalf_of.as_deref(),
        )?;
        let (from, to) = (from + before, to + before);
        let marked = rows::select::<Mention>(sql, "WHERE version_id = ?1", [version.id])?;
        let free = |&(a, b): &(u64, u64)| {
            let touches = |x: u64, y: u64| a < y && b > x;
            !touches(from as u64, to as u64)
                && !marked
                    .iter()
                    .any(|m| touches(m.start_at.unsigned_abs(), m.end_at.unsigned_abs()))
        };
        let elsewhere = occurrences(&version.body, &[printed.clone(), name.clone()])
            .iter()
            .filter(|span| free(span))
            .count();
        Ok(TagProposal {
            kind,
            start: from as u64,
            end: to as u64,
            text: printed,
            name,
            position,
            on_behalf_of,
            role,
            candidates,
            elsewhere,
        })
    }

    /// What a selection becomes as a quote; an empty one means the quotation marks around it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::SpanOutside`].
    pub fn propose_quote(
        &self,
        version: &str,
        start: u64,
        end: u64,
    ) -> Result<QuoteProposal, Error> {
        let sql = self.connection();
        let version: Version = rows::by_uuid(sql, version)?;
        let outside = Error::SpanOutside { start, end };
        let (text, before, start, end) = around(&version.body, start, end)?;
        let (from, to, marked) = snap::snap_quote(&text, start, end).ok_or(outside)?;
        Ok(QuoteProposal {
            start: (from + before) as u64,
            end: (to + before) as u64,
            text: text.cut(from, to),
            speech: match marked {
                true => Speech::Direct,
                false => Speech::Paraphrase,
            },
            speaker: speaker(sql, &version, (&text, before), from, to)?,
        })
    }
}

/// The text around a selection, how many characters stand before it, and the selection in it.
fn around(body: &str, start: u64, end: u64) -> Result<(Text<'_>, usize, usize, usize), Error> {
    let (from, to) = (usize::try_from(start), usize::try_from(end));
    if let (Ok(from), Ok(to)) = (from, to)
        && let Some((text, before)) = Text::around(body, from, to)
    {
        return Ok((text, before, from - before, to - before));
    }
    Err(Error::SpanOutside { start, end })
}

/// A word or name in lower case, its blanks single.
fn key_to_the_letter(form: &str) -> String {
    form.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// The pairs, triples and fours of a text's words that begin with a capital, in lower case: a name that is printed in the nominative
/// somewhere is known.
fn met(text: &Text<'_>) -> std::collections::HashSet<String> {
    let mut met = std::collections::HashSet::new();
    for (at, first) in text.words.iter().enumerate() {
        for length in 2..=4 {
            if let Some(last) = text.words.get(at + length - 1)
                && first.text.starts_with(char::is_uppercase)
            {
                met.insert(key_to_the_letter(&text.cut(first.start, last.end)));
            }
        }
    }
    met
}

/// Whether a name is on record, to the letter but for case.
fn on_record(sql: &Connection, kind: TagKind, form: &str) -> bool {
    let wanted = key_to_the_letter(form);
    recorded(sql, kind, form)
        .ok()
        .flatten()
        .is_some_and(|name| key_to_the_letter(&name) == wanted)
}

/// The form on record that is this name in the nominative, if the archive has one to the letter of its key.
fn recorded(sql: &Connection, kind: TagKind, name: &str) -> Result<Option<String>, Error> {
    let key = language::party_key(name);
    let forms: Vec<String> = match kind.party() {
        None => sql
            .prepare_cached("SELECT name FROM place WHERE match_key = ?1 ORDER BY id LIMIT 8")?
            .query_map([&key], |row| row.get(0))?
            .collect::<Result<_, _>>()?,
        Some(party) => sql
            .prepare_cached(
                "SELECT name FROM party WHERE kind = ?2 AND match_key = ?1
                 UNION ALL SELECT form FROM party_name JOIN party ON party.id = party_id WHERE kind = ?2 AND party_name.match_key = ?1 LIMIT 8",
            )?
            .query_map((&key, party), |row| row.get(0))?
            .collect::<Result<_, _>>()?,
    };
    // the order of the words and the quotation marks are the text's own
    let folded = language::fold(name);
    let words = |text: &str| {
        language::words(text)
            .map(|word| word.text.to_owned())
            .collect::<Vec<_>>()
    };
    let ours = words(&folded);
    Ok(forms.into_iter().find(|form| {
        let theirs = words(&language::fold(form));
        ours.len() == theirs.len()
            && ours.iter().zip(&theirs).all(|(a, b)| {
                a == b
                    || a.starts_with(b.as_str())
                    || language::party_key(a) == language::party_key(b)
            })
    }))
}

/// A printed name in the nominative, by the forms on record and by rule.
pub(crate) fn in_nominative(
    sql: &Connection,
    kind: TagKind,
    printed: &str,
    russian: bool,
) -> Result<String, Error> {
    let name = nominative::nominative(kind, printed, russian, &|form| on_record(sql, kind, form));
    Ok(name)
}

/// The organisation that a position names: as it is on record, else in the nominative.
fn organisation_of(
    sql: &Connection,
    position: &str,
    russian: bool,
) -> Result<Option<String>, Error> {
    if russian {
        // what is in quotation marks needs no ending
        let text = Text::new(position);
        let open = text.chars.iter().position(|c| snap::opens(*c));
        let close = text.chars.iter().rposition(|c| snap::closes(*c));
        return Ok(match (open, close) {
            (Some(open), Some(close)) if open < close => {
                let name = text.cut(open, close + 1);
                Some(recorded(sql, TagKind::Organisation, &name)?.unwrap_or(name))
            }
            _ => None,
        });
    }
    let Some(printed) = position::organisation(position) else {
        return Ok(None);
    };
    let name = in_nominative(sql, TagKind::Organisation, &printed, false)?;
    Ok(Some(
        recorded(sql, TagKind::Organisation, &name)?.unwrap_or(name),
    ))
}

/// Who of the cast is named beside a quote: after it in its line, before it, or last before it where «ол» speaks.
fn speaker(
    sql: &Connection,
    version: &Version,
    (text, before): (&Text<'_>, usize),
    from: usize,
    to: usize,
) -> Result<Option<String>, Error> {
    let people = rows::select::<Party>(
        sql,
        "WHERE kind = ?2 AND id IN (SELECT party_id FROM participation WHERE article_id = ?1)",
        (version.article_id, PartyKind::Person),
    )?;
    let mut named: Vec<(usize, &Party)> = Vec::new();
    for mention in
        rows::select::<Mention>(sql, "WHERE version_id = ?1 ORDER BY start_at", [version.id])?
    {
        if let Some(party) = people
            .iter()
            .find(|party| Some(party.id) == mention.party_id)
        {
            named.push((usize::try_from(mention.start_at).unwrap_or(0), party));
        }
    }
    let line_end = (to..text.chars.len())
        .find(|at| text.at(*at) == Some('\n'))
        .unwrap_or(text.chars.len());
    let (from, to, line_end) = (from + before, to + before, line_end + before);
    let after = named.iter().find(|(at, _)| *at >= to && *at < line_end);
    let last = named.iter().rfind(|(at, _)| *at < from);
    Ok(after.or(last).map(|(_, party)| party.uuid.clone()))
}
