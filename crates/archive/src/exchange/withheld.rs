//! What stays when something leaves: the closed articles that nobody named, and what is known by them alone.
//!
//! By what article a post, another form of a name or a field of a party is known, history tells: by those that the same
//! op touched. What was entered without an article, on a party's card or with a list of officials, is known by itself.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension};

use crate::edit::release::Released;
use crate::error::Error;
use crate::finding::party_list::PartyLine;
use crate::history::provenance;
use crate::nouns::access::may_leave;
use crate::nouns::party::{Party, PartyName};
use crate::nouns::post::Post;
use crate::record::terms::Access;
use crate::record::{ArticleRecord, PartyRecord};
use crate::store::clock;
use crate::store::library::Archive;
use crate::store::rows;

/// The parties that an article shows.
const SHOWN: &str = "
 SELECT party_id FROM participation WHERE article_id = ?1
 UNION SELECT on_behalf_of_id FROM participation WHERE article_id = ?1 AND on_behalf_of_id IS NOT NULL
 UNION SELECT party_id FROM mention JOIN version ON version.id = version_id WHERE article_id = ?1 AND party_id IS NOT NULL
 UNION SELECT speaker_id FROM quote JOIN version ON version.id = version_id WHERE article_id = ?1 AND speaker_id IS NOT NULL
 UNION SELECT party_id FROM region JOIN photo ON photo.id = photo_id WHERE article_id = ?1";

/// The articles that show a party. The creator of a unit, and who is seen in the photo of an event, are shown by no
/// article: by null.
const SHOWING: &str = "
 SELECT article_id, NULL FROM participation WHERE party_id = ?1
 UNION SELECT article_id, NULL FROM participation WHERE on_behalf_of_id = ?1
 UNION SELECT article_id, NULL FROM mention JOIN version ON version.id = version_id WHERE party_id = ?1
 UNION SELECT article_id, NULL FROM quote JOIN version ON version.id = version_id WHERE speaker_id = ?1
 UNION SELECT article_id, event_id FROM region JOIN photo ON photo.id = photo_id WHERE party_id = ?1
 UNION SELECT NULL, NULL FROM unit WHERE creator_id = ?1";

/// The events of an article.
const EVENTS: &str = "
 SELECT event_id FROM article_event WHERE article_id = ?1
 UNION SELECT event_id FROM photo WHERE article_id = ?1 AND event_id IS NOT NULL";

/// The articles of an event.
const REPORTING: &str = "
 SELECT article_id FROM article_event WHERE event_id = ?1
 UNION SELECT article_id FROM photo WHERE event_id = ?1 AND article_id IS NOT NULL";

/// The parties that a party's own record names.
const NAMED: &str = "
 SELECT organisation_id FROM post WHERE person_id = ?1 AND organisation_id IS NOT NULL
 UNION SELECT parent_id FROM party WHERE id = ?1 AND parent_id IS NOT NULL
 UNION SELECT predecessor_id FROM party WHERE id = ?1 AND predecessor_id IS NOT NULL";

/// Fields of a party that an article can be the source of.
const FIELDS: [&str; 4] = ["note", "date_from", "date_to", "bin"];

/// What stays in the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Closed articles, by UUID.
    articles: BTreeMap<String, Access>,
    /// UUIDs of parties, other forms of names, posts and events.
    rows: HashSet<String>,
    /// Fields of parties that are known otherwise, by the party's UUID.
    fields: HashSet<(String, &'static str)>,
    /// Parties that open articles show beside closed ones.
    partly: HashSet<String>,
}

impl Withheld {
    /// Why an article stays, by UUID; none where it may leave.
    pub fn article(&self, id: &str) -> Option<Access> {
        self.articles.get(id).copied()
    }

    /// Whether a party or an event, by UUID, is known by closed articles alone.
    pub fn holds(&self, id: &str) -> bool {
        self.rows.contains(id)
    }

    /// Takes out of the record of an article that leaves what is known by others that stay.
    pub fn keep_back(&self, record: &mut ArticleRecord) {
        if self.articles.is_empty() {
            return;
        }
        let held = |id: &Option<String>| id.as_ref().is_some_and(|id| self.holds(id));
        for unit in &mut record.units {
            unit.creator.take_if(|id| self.rows.contains(id));
        }
        for position in record.cast.iter_mut().flat_map(|one| &mut one.positions) {
            position.post.take_if(|id| self.rows.contains(id));
        }
        for party in &mut record.parties {
            self.keep_back_of_party(party);
            if held(&party.parent) {
                party.parent = None;
            }
            if held(&party.predecessor) {
                party.predecessor = None;
            }
        }
        let named = parties_named(record);
        record.parties.retain(|party| named.contains(&party.id));
    }

    /// Takes out of a party's record what is known of it by articles that stay.
    pub fn keep_back_of_party(&self, party: &mut PartyRecord) {
        party.names.retain(|name| !self.holds(&name.id));
        party.posts.retain(|post| {
            !self.holds(&post.id) && !post.organisation.as_ref().is_some_and(|id| self.holds(id))
        });
        for (field, value) in [
            ("note", &mut party.note),
            ("date_from", &mut party.date_from),
            ("date_to", &mut party.date_to),
            ("bin", &mut party.bin),
        ] {
            if self.fields.contains(&(party.id.clone(), field)) {
                *value = None;
            }
        }
    }
}

/// The parties that a record names by itself, and those that their own records name.
fn parties_named(record: &ArticleRecord) -> HashSet<String> {
    let of_cast = record
        .cast
        .iter()
        .flat_map(|one| std::iter::once(&one.party).chain(&one.on_behalf_of));
    let of_texts = record.versions.iter().flat_map(|version| {
        let mentioned = version.mentions.iter().filter_map(|one| one.party.as_ref());
        mentioned.chain(version.quotes.iter().filter_map(|one| one.speaker.as_ref()))
    });
    let of_photos = record
        .photos
        .iter()
        .flat_map(|photo| photo.regions.iter().map(|region| &region.party));
    let of_units = record.units.iter().filter_map(|unit| unit.creator.as_ref());
    let mut open: Vec<String> = of_cast
        .chain(of_texts)
        .chain(of_photos)
        .chain(of_units)
        .cloned()
        .collect();
    let mut named = HashSet::new();
    while let Some(id) = open.pop() {
        if let Some(party) = record.parties.iter().find(|party| party.id == id)
            && named.insert(id)
        {
            let posts = party
                .posts
                .iter()
                .filter_map(|post| post.organisation.clone());
            open.extend(
                posts
                    .chain(party.parent.clone())
                    .chain(party.predecessor.clone()),
            );
        }
    }
    named
}

impl Archive {
    /// What stays today where only `released` goes of what is closed.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn withheld(&self, released: &Released) -> Result<Withheld, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let today = clock::local_day(self.wall_ms());
        let mut withheld = Withheld::default();
        let mut closed = HashSet::new();
        let mut statement = sql.prepare_cached(
            "SELECT id, uuid, access, embargo_until FROM article WHERE access <> 'open'",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (uuid, access, until): (String, Access, Option<String>) =
                (row.get(1)?, row.get(2)?, row.get(3)?);
            if !may_leave(access, until.as_deref(), &today) && !released.holds(&uuid) {
                closed.insert(row.get::<_, i64>(0)?);
                withheld.articles.insert(uuid, access);
            }
        }
        Sources {
            sql,
            closed: &closed,
            ops: HashMap::new(),
        }
        .find(&mut withheld)?;
        Ok(withheld)
    }

    /// The record of an article that leaves: without what is known by articles that stay.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn article_to_leave(&self, id: &str, withheld: &Withheld) -> Result<ArticleRecord, Error> {
        let mut record = self.article(id)?;
        withheld.keep_back(&mut record);
        Ok(record)
    }

    /// The line of a party in a list that leaves: counted and told by the articles that may leave.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn party_line_to_leave(
        &self,
        line: &mut PartyLine,
        withheld: &Withheld,
    ) -> Result<(), Error> {
        if !withheld.partly.contains(&line.id) {
            return Ok(());
        }
        line.former = None;
        (line.articles, line.last_date, line.position) = (0, None, None);
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT article.uuid, publication_date, (SELECT text FROM printed_position AS printed WHERE printed.participation_id = participation.id
               ORDER BY ordinal DESC LIMIT 1)
             FROM participation JOIN article ON article.id = article_id JOIN party ON party.id IN (party_id, on_behalf_of_id)
             WHERE party.uuid = ?1 ORDER BY publication_date, article.id",
        )?;
        let mut rows = statement.query([&line.id])?;
        while let Some(row) = rows.next()? {
            if withheld.article(&row.get::<_, String>(0)?).is_some() {
                continue;
            }
            line.articles += 1;
            line.last_date = row.get::<_, Option<String>>(1)?.or(line.last_date.take());
            line.position = row.get::<_, Option<String>>(2)?.or(line.position.take());
        }
        Ok(())
    }
}

/// What each op was done for, while it is found out what stays.
struct Sources<'a> {
    sql: &'a Connection,
    closed: &'a HashSet<i64>,
    /// The articles that an op touched.
    ops: HashMap<i64, Vec<i64>>,
}

impl Sources<'_> {
    fn find(&mut self, withheld: &mut Withheld) -> Result<(), Error> {
        let mut events = HashSet::new();
        let mut parties = HashSet::new();
        for article in self.closed {
            for event in self.keys(EVENTS, *article)? {
                let all = self.keys(REPORTING, event)?;
                if all.iter().all(|one| self.closed.contains(one)) && events.insert(event) {
                    withheld.rows.insert(self.uuid("event", event)?);
                }
            }
            parties.extend(self.keys(SHOWN, *article)?);
        }
        // what parties that stay name, and nobody else may
        let mut named = Vec::new();
        for id in parties {
            let party: Party = rows::get(self.sql, id)?;
            let (showing, elsewhere) = self.showing(id, &events)?;
            if !elsewhere && showing.iter().all(|one| self.closed.contains(one)) {
                withheld.rows.insert(party.uuid);
            } else {
                self.find_of_party(&party, &showing, withheld)?;
                withheld.partly.insert(party.uuid);
            }
            named.extend(self.keys(NAMED, id)?);
        }
        while let Some(id) = named.pop() {
            let party: Party = rows::get(self.sql, id)?;
            let (showing, elsewhere) = self.showing(id, &events)?;
            let shown = elsewhere || !showing.is_empty();
            if !shown && !withheld.holds(&party.uuid) && self.stays_with_others(id, withheld)? {
                withheld.rows.insert(party.uuid);
                named.extend(self.keys(NAMED, id)?);
            }
        }
        Ok(())
    }

    /// Whether all that names a party stays: posts or those who hold them, and the parties that it is above or before.
    fn stays_with_others(&self, party: i64, withheld: &Withheld) -> Result<bool, Error> {
        let mut statement = self.sql.prepare_cached(
            "SELECT post.uuid, party.uuid FROM post JOIN party ON party.id = person_id WHERE organisation_id = ?1
             UNION ALL SELECT uuid, uuid FROM party WHERE ?1 IN (parent_id, predecessor_id)",
        )?;
        let mut rows = statement.query([party])?;
        let mut some = false;
        while let Some(row) = rows.next()? {
            let (post, holder): (String, String) = (row.get(0)?, row.get(1)?);
            if !withheld.holds(&post) && !withheld.holds(&holder) {
                return Ok(false);
            }
            some = true;
        }
        Ok(some)
    }

    /// What of a party that open articles show is known by closed ones alone.
    fn find_of_party(
        &mut self,
        party: &Party,
        showing: &HashSet<i64>,
        withheld: &mut Withheld,
    ) -> Result<(), Error> {
        for post in rows::select::<Post>(self.sql, "WHERE person_id = ?1", [party.id])? {
            if self.known_for(self.made_by("post", post.id)?, showing)? == KnownFor::Closed {
                withheld.rows.insert(post.uuid);
            }
        }
        for name in rows::select::<PartyName>(self.sql, "WHERE party_id = ?1", [party.id])? {
            let stays = match self.known_for(self.made_by("party_name", name.id)?, showing)? {
                KnownFor::Closed => true,
                KnownFor::Both => !self.is_printed_openly(party.id, &name.form)?,
                KnownFor::Open => false,
            };
            if stays {
                withheld.rows.insert(name.uuid);
            }
        }
        for field in FIELDS {
            let op = match self.set_by(party.id, field)? {
                Some(op) => Some(op),
                None => self.made_by("party", party.id)?,
            };
            if self.known_for(op, showing)? == KnownFor::Closed {
                withheld.fields.insert((party.uuid.clone(), field));
            }
        }
        Ok(())
    }

    /// For what articles an op was done: of those that show the party, where any does.
    fn known_for(&mut self, op: Option<i64>, showing: &HashSet<i64>) -> Result<KnownFor, Error> {
        let Some(op) = op else {
            return Ok(KnownFor::Open);
        };
        if !self.ops.contains_key(&op) {
            self.ops
                .insert(op, provenance::articles_of_op(self.sql, op)?);
        }
        let all: &[i64] = self.ops.get(&op).map_or(&[], Vec::as_slice);
        let near: Vec<i64> = all
            .iter()
            .copied()
            .filter(|one| showing.contains(one))
            .collect();
        let of = match near.is_empty() {
            true => all,
            false => &near,
        };
        let closed = of.iter().filter(|one| self.closed.contains(one)).count();
        Ok(match closed {
            0 => KnownFor::Open,
            some if some == of.len() => KnownFor::Closed,
            _ => KnownFor::Both,
        })
    }

    /// The op that first made a row.
    fn made_by(&self, noun: &str, row: i64) -> Result<Option<i64>, Error> {
        let query =
            "SELECT min(op_id) FROM change WHERE noun = ?1 AND row_id = ?2 AND action = 'create'";
        Ok(self
            .sql
            .prepare_cached(query)?
            .query_row((noun, row), |found| found.get(0))?)
    }

    /// The op that last set a field of a party since it was made.
    fn set_by(&self, party: i64, field: &str) -> Result<Option<i64>, Error> {
        let query =
            "SELECT max(op_id) FROM change WHERE noun = 'party' AND row_id = ?1 AND field = ?2";
        Ok(self
            .sql
            .prepare_cached(query)?
            .query_row((party, field), |found| found.get(0))?)
    }

    /// Whether an open article prints a form of a party's name.
    fn is_printed_openly(&self, party: i64, form: &str) -> Result<bool, Error> {
        let key = muragat_language::party_key(form);
        let mut statement = self.sql.prepare_cached(
            "SELECT article_id, mention.text FROM mention JOIN version ON version.id = version_id WHERE party_id = ?1",
        )?;
        let mut rows = statement.query([party])?;
        while let Some(row) = rows.next()? {
            let (article, text): (i64, String) = (row.get(0)?, row.get(1)?);
            if !self.closed.contains(&article) && muragat_language::party_key(&text) == key {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The articles that show a party, and whether it is shown beside them.
    fn showing(
        &self,
        party: i64,
        withheld_events: &HashSet<i64>,
    ) -> Result<(HashSet<i64>, bool), Error> {
        let mut statement = self.sql.prepare_cached(SHOWING)?;
        let mut rows = statement.query([party])?;
        let (mut articles, mut elsewhere) = (HashSet::new(), false);
        while let Some(row) = rows.next()? {
            let (article, event): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
            match article {
                Some(article) => drop(articles.insert(article)),
                None => elsewhere |= !event.is_some_and(|id| withheld_events.contains(&id)),
            }
        }
        Ok((articles, elsewhere))
    }

    fn keys(&self, query: &str, id: i64) -> Result<Vec<i64>, Error> {
        let mut statement = self.sql.prepare_cached(query)?;
        let keys = statement.query_map([id], |row| row.get(0))?;
        Ok(keys.collect::<Result<_, _>>()?)
    }

    fn uuid(&self, table: &str, id: i64) -> Result<String, Error> {
        let query = format!("SELECT uuid FROM {table} WHERE id = ?1");
        let uuid = self
            .sql
            .prepare_cached(&query)?
            .query_row([id], |row| row.get(0))
            .optional()?;
        Ok(uuid.unwrap_or_default())
    }
}

/// For which articles something was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KnownFor {
    /// For open ones, or for none.
    Open,
    /// For closed ones alone.
    Closed,
    /// For both.
    Both,
}
