//! A party's page: its record, whom it names, what was printed, what it said, whom it may be the same as.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates::{Candidate, TagKind};
use crate::finding::party_list::PartyLine;
use crate::finding::{article_record, candidates, party_list};
use crate::nouns::party::Party;
use crate::nouns::{party, quote};
use crate::record::terms::PartyKind;
use crate::record::{PartyRecord, QuoteRecord};
use crate::store::library::Archive;
use crate::store::rows;

/// How many people, positions and similar parties are listed.
const LISTED: u16 = 100;
/// As many similar parties are offered.
const SIMILAR: usize = 8;
/// From this likeness on two names may be of one party.
const LIKE: i64 = 60;

/// A name beside a UUID.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PartyRef {
    /// UUIDv7.
    pub id: String,
    /// Person or organisation.
    pub kind: PartyKind,
    /// Authorised form of the name.
    pub name: String,
}

/// The parts of a person's name.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NameParts {
    /// Surname, or what serves as one.
    pub surname: Option<String>,
    /// Given names or initials.
    pub given_names: Option<String>,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// Whether the words' form tells which is which, or somebody has said it.
    pub sure: bool,
}

/// A position as an article printed it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PrintedLine {
    /// To the letter.
    pub text: String,
    /// The article's UUID.
    pub article: String,
    /// Its reference.
    pub reference: String,
    /// Its publication date.
    pub date: Option<String>,
}

/// A person of an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PersonOfBody {
    /// The person's UUID.
    pub id: String,
    /// The name as lists have it.
    pub listed: String,
    /// The post there; none of who only spoke for it.
    pub title: Option<String>,
    /// From when.
    pub date_from: Option<String>,
    /// Until when; of who spoke for it, the latest article's date.
    pub date_to: Option<String>,
}

/// An organisation that names another in its record.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BodyBeside {
    /// UUIDv7.
    pub id: String,
    /// Authorised form of the name.
    pub name: String,
    /// Whether it came after the other; else it stands below.
    pub after: bool,
}

/// All that a party's page shows; its articles come by the article list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PartyPageRecord {
    /// The record whole.
    pub record: PartyRecord,
    /// As the list has it.
    pub line: PartyLine,
    /// The parts of a person's name as they are read, or as they were said.
    pub parts: Option<NameParts>,
    /// What one types for it in a caption, where it was given a code.
    pub code: Option<String>,
    /// The parties that the record names: predecessor, parent, organisations of posts.
    pub related: Vec<PartyRef>,
    /// For an organisation: who held a post there or spoke for it, the latest first; a line for each post.
    pub people: Vec<PersonOfBody>,
    /// Organisations that stand below it, or came after it.
    pub others: Vec<BodyBeside>,
    /// How many articles it stands in.
    #[ts(type = "number")]
    pub articles: u64,
    /// How many quotes are its own, each counted once in the text in force.
    #[ts(type = "number")]
    pub quotes: u64,
    /// In how many photos it is seen.
    #[ts(type = "number")]
    pub photos: u64,
    /// Newest first.
    pub printed: Vec<PrintedLine>,
    /// Other parties that may be the same, with reasons.
    pub similar: Vec<Candidate>,
}

/// What a party said, with where.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuoteLine {
    /// The quote.
    pub quote: QuoteRecord,
    /// The article's UUID.
    pub article: String,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its publication date.
    pub date: Option<String>,
}

/// A page of quotes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuotePage {
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The page, newest first.
    pub rows: Vec<QuoteLine>,
}

/// A party's name beside its UUID.
pub(crate) fn party_ref(row: &rusqlite::Row<'_>) -> rusqlite::Result<PartyRef> {
    Ok(PartyRef {
        id: row.get(0)?,
        kind: row.get(1)?,
        name: row.get(2)?,
    })
}

impl Archive {
    /// All that a party's page shows.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn party(&self, id: &str) -> Result<PartyPageRecord, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let party: Party = rows::by_uuid(sql, id)?;
        let (id, kind) = (party.id, party.kind);
        let similar = similar(sql, &party)?;
        let code = party.code.clone();
        let parts = (kind == PartyKind::Person).then(|| {
            let parts = party.parts();
            NameParts {
                surname: parts.surname,
                given_names: parts.given,
                patronymic: parts.patronymic,
                sure: parts.sure,
            }
        });
        let (record, related) = article_record::party_record_alone(sql, party)?;
        let related = related
            .into_iter()
            .map(|id| {
                Ok(sql
                    .prepare_cached("SELECT uuid, kind, name FROM party WHERE id = ?1")?
                    .query_row([id], party_ref)?)
            })
            .collect::<Result<_, Error>>()?;
        let (people, others) = match kind {
            PartyKind::Person => (Vec::new(), Vec::new()),
            PartyKind::Organisation => (people_of(sql, id)?, bodies_beside(sql, id)?),
        };
        let count = |query: &str| -> Result<u64, Error> {
            let count: i64 = sql
                .prepare_cached(query)?
                .query_row([id], |row| row.get(0))?;
            Ok(count.unsigned_abs())
        };
        let printed = sql
            .prepare_cached(
                // only of those that have a position is the article fetched
                "SELECT DISTINCT printed_position.text, article.uuid, reference, entry.date FROM participation
                 CROSS JOIN printed_position ON participation_id = participation.id
                 CROSS JOIN article ON article.id = participation.article_id
                 CROSS JOIN search_entry AS entry ON entry.article_id = article.id
                 WHERE party_id = ?1 ORDER BY entry.day_in_order DESC, article.id DESC, printed_position.ordinal LIMIT ?2",
            )?
            .query_map((id, LISTED), |row| {
                Ok(PrintedLine {
                    text: row.get(0)?,
                    article: row.get(1)?,
                    reference: row.get(2)?,
                    date: row.get(3)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(PartyPageRecord {
            record,
            line: party_list::line(sql, id)?,
            parts,
            code,
            related,
            people,
            others,
            articles: count("SELECT articles FROM party_entry WHERE party_id = ?1")?,
            quotes: count_quotes(sql, id)?,
            photos: count("SELECT count(DISTINCT photo_id) FROM region WHERE party_id = ?1")?,
            printed,
            similar,
        })
    }

    /// The UUID of the party that a UUID or a name in any form means, of whichever kind.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::PartyAmbiguous`].
    pub fn party_named(&self, name: &str) -> Result<String, Error> {
        let sql = self.connection();
        if let Some(party) = rows::find::<Party>(sql, "WHERE uuid = ?1", [name])? {
            return Ok(party.uuid);
        }
        let person = party::find(sql, PartyKind::Person, name)?;
        let body = party::find(sql, PartyKind::Organisation, name)?;
        match (person, body) {
            (Some(only), None) | (None, Some(only)) => Ok(only.uuid),
            (None, None) => Err(Error::NotFound {
                noun: "party",
                id: name.to_owned(),
            }),
            (Some(person), Some(body)) => Err(Error::PartyAmbiguous {
                name: name.to_owned(),
                candidates: vec![person.uuid, body.uuid],
            }),
        }
    }

    /// What a party said, newest first: of a text and its correction, as the one in force has it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn party_quotes(&self, party: &str, offset: u64, limit: u32) -> Result<QuotePage, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let party: Party = rows::by_uuid(sql, party)?;
        let total = count_quotes(sql, party.id)?;
        let rows = sql
            .prepare_cached(&format!(
                "SELECT quote.uuid, speech, start_at, end_at, text, article.uuid, reference, entry.title, entry.date
                 FROM quote JOIN version ON version.id = version_id JOIN article ON article.id = version.article_id
                 JOIN search_entry AS entry ON entry.article_id = article.id
                 WHERE speaker_id = ?1 AND {} ORDER BY entry.day_in_order DESC, article.id DESC, version.id, start_at LIMIT ?2 OFFSET ?3",
                quote::TOLD_ONCE
            ))?
            .query_map(
                params![party.id, limit, i64::try_from(offset).unwrap_or(i64::MAX)],
                |row| {
                    Ok(QuoteLine {
                        quote: QuoteRecord {
                            id: row.get(0)?,
                            speech: row.get(1)?,
                            start: row.get::<_, i64>(2)?.unsigned_abs(),
                            end: row.get::<_, i64>(3)?.unsigned_abs(),
                            text: row.get(4)?,
                            speaker: Some(party.uuid.clone()),
                        },
                        article: row.get(5)?,
                        reference: row.get(6)?,
                        title: row.get(7)?,
                        date: row.get(8)?,
                    })
                },
            )?
            .collect::<Result<_, _>>()?;
        Ok(QuotePage { total, rows })
    }
}

/// How many quotes a party has, each in the text in force.
fn count_quotes(sql: &Connection, party: i64) -> Result<u64, Error> {
    let count: i64 = sql
        .prepare_cached(&format!(
            "SELECT count(*) FROM quote JOIN version ON version.id = version_id WHERE speaker_id = ?1 AND {}",
            quote::TOLD_ONCE
        ))?
        .query_row([party], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Who held a post at an organisation, a line a post, and who spoke for it without one: the latest first.
fn people_of(sql: &Connection, id: i64) -> Result<Vec<PersonOfBody>, Error> {
    // who spoke for it stands in order by the day beside the date of the latest article: SQLite takes both of one row
    let mut statement = sql.prepare_cached(
        "WITH near (person, title, since, until, latest) AS (
           SELECT person_id, title, date_from, date_to, NULL FROM post WHERE organisation_id = ?1
           UNION ALL
           SELECT party_id, NULL, NULL, date, max(day_in_order) FROM participation JOIN search_entry USING (article_id)
             WHERE on_behalf_of_id = ?1
               AND NOT EXISTS (SELECT 1 FROM post WHERE organisation_id = ?1 AND person_id = party_id)
             GROUP BY party_id
         )
         SELECT uuid, listed, title, since, until FROM near JOIN party ON party.id = person JOIN party_entry ON party_entry.party_id = person
         ORDER BY party_entry.sort_key, title",
    )?;
    let people = statement.query_map([id], |row| {
        Ok(PersonOfBody {
            id: row.get(0)?,
            listed: row.get(1)?,
            title: row.get(2)?,
            date_from: row.get(3)?,
            date_to: row.get(4)?,
        })
    })?;
    let mut people: Vec<PersonOfBody> = people.collect::<Result<_, _>>()?;
    people.sort_by_cached_key(|person| {
        let latest = person.date_to.as_ref().or(person.date_from.as_ref());
        std::cmp::Reverse(latest.map(|date| rows::day_in_order(date)))
    });
    people.truncate(usize::from(LISTED));
    Ok(people)
}

/// The organisations that name one as the one above or before them.
fn bodies_beside(sql: &Connection, id: i64) -> Result<Vec<BodyBeside>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT uuid, name, predecessor_id IS ?1 FROM party WHERE parent_id = ?1 OR predecessor_id = ?1 ORDER BY 3 DESC, sort_key LIMIT ?2",
    )?;
    let bodies = statement.query_map((id, LISTED), |row| {
        Ok(BodyBeside {
            id: row.get(0)?,
            name: row.get(1)?,
            after: row.get(2)?,
        })
    })?;
    Ok(bodies.collect::<Result<_, _>>()?)
}

/// Other parties of the kind that one of its names may mean, the likeliest first.
fn similar(sql: &Connection, party: &Party) -> Result<Vec<Candidate>, Error> {
    let kind = match party.kind {
        PartyKind::Person => TagKind::Person,
        PartyKind::Organisation => TagKind::Organisation,
    };
    let mut best: BTreeMap<i64, candidates::RatedCandidate> = BTreeMap::new();
    let apart = party::told_apart(sql, party.id)?;
    for name in party::forms(sql, party)? {
        for found in candidates::rate_alike(sql, kind, &name)? {
            let known = best.get(&found.id).map_or(LIKE - 1, |known| known.score);
            if found.id != party.id && found.score > known && !apart.contains(&found.id) {
                best.insert(found.id, found);
            }
        }
    }
    let mut best: Vec<_> = best.into_values().collect();
    best.sort_by(|a, b| b.score.cmp(&a.score).then(a.id.cmp(&b.id)));
    best.truncate(SIMILAR);
    best.into_iter()
        .map(|found| {
            let line = party_list::line(sql, found.id)?;
            Ok(Candidate {
                id: line.id,
                kind,
                name: line.name,
                position: line.position,
                articles: line.articles,
                last_date: line.last_date,
                here: false,
                reasons: found.reasons,
            })
        })
        .collect()
}
