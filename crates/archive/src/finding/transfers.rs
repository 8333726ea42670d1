//! Transfers as people see them, and what one of a scope would hold.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::query;
use crate::finding::query::ListQuery;
use crate::nouns::access::may_leave;
use crate::nouns::transfer::{Transfer, TransferFile};
use crate::nouns::{article, transfer};
use crate::record::terms::{Access, State, TransferFileKind, TransferState};
use crate::store::library::Archive;
use crate::store::{clock, originals, rows};

/// Which articles a transfer is to hold; fixed to a list when it begins.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TransferScope {
    /// UUIDs or references: these alone where there is no query. As access rules allow, and without drafts.
    pub articles: Option<Vec<String>>,
    /// All that this finds, of all its pages: a search, a unit with what lies below it; likewise.
    pub query: Option<ListQuery>,
    /// UUIDs or references of those that go too, whatever access rules say.
    #[ts(as = "Option<Vec<String>>")]
    pub restricted: Vec<String>,
    /// UUIDs or references of those that go too, though they are drafts.
    #[ts(as = "Option<Vec<String>>")]
    pub drafts: Vec<String>,
}

/// An article that access rules keep out of a transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferLeftOut {
    /// UUIDv7.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Title line.
    pub title: String,
    /// Restricted, or under embargo.
    pub access: Access,
    /// Last day of the embargo.
    pub until: Option<String>,
    /// Whether it is a draft beside that.
    pub draft: bool,
}

/// An article that another transfer holds already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferElsewhere {
    /// UUIDv7.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Title line.
    pub title: String,
    /// The archive that takes it over with the other transfer.
    pub receiver: String,
    /// The number of that transfer's act.
    pub act_number: Option<String>,
    /// Where that transfer stands: in preparation, sent or accepted.
    pub state: TransferState,
}

/// A draft that stays out of a transfer: its text may change after the act is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferDraft {
    /// UUIDv7.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Title line.
    pub title: String,
}

/// What a transfer of a scope would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferPreview {
    /// How many articles would go.
    #[ts(type = "number")]
    pub articles: u64,
    /// With how many photos.
    #[ts(type = "number")]
    pub photos: u64,
    /// How many of them are drafts still, as they were named.
    #[ts(type = "number")]
    pub drafts: u64,
    /// What access rules keep out, as nobody named it.
    pub left_out: Vec<TransferLeftOut>,
    /// Drafts that stay out, as nobody named them.
    pub left_drafts: Vec<TransferDraft>,
    /// What access rules would keep out, and goes as it was named.
    pub closed: Vec<TransferLeftOut>,
    /// What another transfer holds already, unless it came back.
    pub elsewhere: Vec<TransferElsewhere>,
}

/// One side of a transfer, as its act needs it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferParty {
    /// The organisation.
    pub name: String,
    /// Where it sits.
    pub address: Option<String>,
    /// Who signs for it.
    pub person: Option<String>,
    /// In which position.
    pub position: Option<String>,
}

/// A file that is kept with a transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferFileRecord {
    /// UUIDv7.
    pub id: String,
    /// Act, signature or inventory.
    pub kind: TransferFileKind,
    /// File name as received.
    pub name: String,
    /// Of its bytes.
    pub sha256: String,
    /// In bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// A transfer as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferRecord {
    /// UUIDv7.
    pub id: String,
    /// Where it stands.
    pub state: TransferState,
    /// Number of its act.
    pub act_number: Option<String>,
    /// Who hands over.
    pub depositor: TransferParty,
    /// Who takes over.
    pub receiver: TransferParty,
    /// How many articles it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// With how many photos.
    #[ts(type = "number")]
    pub photos: u64,
    /// How many articles stayed out when it began, as their access is restricted.
    #[ts(type = "number")]
    pub left_restricted: u64,
    /// How many as they were under embargo.
    #[ts(type = "number")]
    pub left_embargoed: u64,
    /// When it was last sent, `YYYY-MM-DD`.
    pub sent_on: Option<String>,
    /// When the archive accepted it or sent it back.
    pub decided_on: Option<String>,
    /// Why it came back.
    pub reason: Option<String>,
    /// The archivist's note.
    pub note: Option<String>,
    /// RFC 3339 in UTC.
    pub created_at: String,
    /// Its act, inventory and signatures.
    pub files: Vec<TransferFileRecord>,
    /// How many other transfers have an act of the same number.
    #[ts(type = "number")]
    pub same_number: u64,
}

/// An article of a transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TransferEntry {
    /// The article's UUID.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Whether access rules would keep it out today: it was closed after the transfer began.
    pub closed: bool,
    /// Whether access rules would keep it out today, and it goes as it was named.
    pub released: bool,
    /// Who took it into the transfer.
    pub taken_by: Option<String>,
}

/// What a scope comes to, by integer key in the order of the UUIDs: article, and whether it goes as it was named though
/// it is closed.
pub(crate) struct Scoped {
    pub articles: Vec<(i64, bool)>,
    pub left_out: Vec<TransferLeftOut>,
    pub left_drafts: Vec<TransferDraft>,
}

/// An article of a scope, as it is read.
const IN_SCOPE: &str =
    "SELECT article.id, access, embargo_until, article.uuid, reference, entry.title, state
 FROM search_entry AS entry CROSS JOIN article ON article.id = entry.article_id";

/// The articles of a scope, as access rules stand on a day, `YYYY-MM-DD`.
pub(crate) fn articles_in_scope(
    sql: &Connection,
    scope: &TransferScope,
    day: &str,
) -> Result<Scoped, Error> {
    let keys = |names: &[String]| -> Result<BTreeSet<i64>, Error> {
        let ids = names.iter().map(|name| Ok(article::resolve(sql, name)?.id));
        ids.collect()
    };
    let restricted = keys(&scope.restricted)?;
    let drafts = keys(&scope.drafts)?;
    let mut named = keys(scope.articles.as_deref().unwrap_or_default())?;
    named.extend(restricted.iter().chain(&drafts));
    let query = match (&scope.query, &scope.articles) {
        (Some(query), _) => Some(query.clone()),
        (None, Some(_)) => None,
        (None, None) => Some(ListQuery::default()),
    };
    let mut scoped: BTreeMap<String, (i64, bool)> = BTreeMap::new();
    let (mut left_out, mut left_drafts) = (BTreeMap::new(), BTreeMap::new());
    let mut judge = |row: &rusqlite::Row<'_>| -> Result<(), Error> {
        let (key, access, until): (i64, Access, Option<String>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let (id, reference, title): (String, String, String) =
            (row.get(3)?, row.get(4)?, row.get(5)?);
        let draft = row.get::<_, State>(6)? == State::Draft;
        let closed = !may_leave(access, until.as_deref(), day);
        if closed && !restricted.contains(&key) {
            let out = TransferLeftOut {
                id: id.clone(),
                reference,
                title,
                access,
                until,
                draft,
            };
            left_out.insert(id, out);
        } else if draft && !drafts.contains(&key) {
            let draft = TransferDraft {
                id: id.clone(),
                reference,
                title,
            };
            left_drafts.insert(id, draft);
        } else {
            scoped.insert(id, (key, restricted.contains(&key)));
        }
        Ok(())
    };
    let mut one = sql.prepare_cached(&format!("{IN_SCOPE} WHERE article.id = ?1"))?;
    for key in named {
        let mut rows = one.query([key])?;
        while let Some(row) = rows.next()? {
            judge(row)?;
        }
    }
    if let Some(query) = query {
        query.must_say_which()?;
        let filter = query::filter(sql, &query)?;
        let mut statement =
            sql.prepare_cached(&format!("{IN_SCOPE} WHERE {}", filter.condition))?;
        let mut rows = statement.query(params_from_iter(filter.params))?;
        while let Some(row) = rows.next()? {
            judge(row)?;
        }
    }
    Ok(Scoped {
        articles: scoped.into_values().collect(),
        left_out: left_out.into_values().collect(),
        left_drafts: left_drafts.into_values().collect(),
    })
}

/// What other transfers, but those that came back, hold of an article.
fn find_elsewhere(
    sql: &Connection,
    article: i64,
    elsewhere: &mut Vec<TransferElsewhere>,
) -> Result<(), Error> {
    let mut statement = sql.prepare_cached(
        "SELECT article.uuid, reference, entry.title, receiver, act_number, transfer.state
         FROM transfer_article JOIN transfer ON transfer.id = transfer_id JOIN article ON article.id = transfer_article.article_id
         JOIN search_entry AS entry ON entry.article_id = article.id
         WHERE transfer_article.article_id = ?1 AND transfer.state <> 'returned' ORDER BY transfer.id",
    )?;
    let found = statement.query_map([article], |row| {
        Ok(TransferElsewhere {
            id: row.get(0)?,
            reference: row.get(1)?,
            title: row.get(2)?,
            receiver: row.get(3)?,
            act_number: row.get(4)?,
            state: row.get(5)?,
        })
    })?;
    for one in found {
        elsewhere.push(one?);
    }
    Ok(())
}

/// An article that access rules would keep out on a day; none where they let it go.
fn find_closed(
    sql: &Connection,
    article: i64,
    day: &str,
) -> Result<Option<TransferLeftOut>, Error> {
    let found = sql
        .prepare_cached(
            "SELECT article.uuid, reference, entry.title, access, embargo_until, state = 'draft'
             FROM article JOIN search_entry AS entry ON entry.article_id = article.id WHERE article.id = ?1",
        )?
        .query_row([article], |row| {
            Ok(TransferLeftOut {
                id: row.get(0)?,
                reference: row.get(1)?,
                title: row.get(2)?,
                access: row.get(3)?,
                until: row.get(4)?,
                draft: row.get(5)?,
            })
        })?;
    let goes = may_leave(found.access, found.until.as_deref(), day);
    Ok((!goes).then_some(found))
}

impl Archive {
    /// What a transfer of a scope would hold today, and what would stay out.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an article or a unit that is none.
    pub fn preview_transfer(&self, scope: &TransferScope) -> Result<TransferPreview, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let today = clock::local_day(self.wall_ms());
        let scoped = articles_in_scope(sql, scope, &today)?;
        let (mut photos, mut drafts) = (0, 0);
        let (mut closed, mut elsewhere) = (Vec::new(), Vec::new());
        let mut count = sql.prepare_cached(
            "SELECT photos, state = 'draft' FROM search_entry JOIN article ON article.id = article_id WHERE article_id = ?1",
        )?;
        for (id, named) in &scoped.articles {
            if *named {
                closed.extend(find_closed(sql, *id, &today)?);
            }
            find_elsewhere(sql, *id, &mut elsewhere)?;
            let (some, draft) = count.query_row([id], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?))
            })?;
            photos += some.unsigned_abs();
            drafts += u64::from(draft);
        }
        Ok(TransferPreview {
            articles: scoped.articles.len() as u64,
            photos,
            drafts,
            left_out: scoped.left_out,
            left_drafts: scoped.left_drafts,
            closed,
            elsewhere,
        })
    }

    /// The articles of a scope that access rules keep in today.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an article or a unit that is none.
    pub fn closed_articles(&self, scope: &TransferScope) -> Result<Vec<TransferLeftOut>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let today = clock::local_day(self.wall_ms());
        Ok(articles_in_scope(sql, scope, &today)?.left_out)
    }

    /// Every transfer, the newest first.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn transfers(&self) -> Result<Vec<TransferRecord>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let transfers = rows::select::<Transfer>(sql, "ORDER BY id DESC", [])?;
        transfers
            .into_iter()
            .map(|transfer| transfer_record(sql, transfer))
            .collect()
    }

    /// A transfer, by UUID or the number of its act.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn transfer(&self, id: &str) -> Result<TransferRecord, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        transfer_record(sql, transfer::resolve(sql, id)?)
    }

    /// The articles of a transfer, in the order of their UUIDs.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn transfer_entries(&self, id: &str) -> Result<Vec<TransferEntry>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let transfer = transfer::resolve(sql, id)?;
        let mut statement = sql.prepare_cached(
            "SELECT article.uuid, reference, named, access, embargo_until, (SELECT actor.name FROM change
               JOIN op ON op.id = op_id JOIN actor ON actor.id = actor_id
               WHERE noun = 'transfer_article' AND row_id = transfer_article.id AND action = 'create' ORDER BY op.id LIMIT 1)
             FROM transfer_article JOIN article ON article.id = article_id WHERE transfer_id = ? ORDER BY article.uuid",
        )?;
        let day = clock::local_day(self.wall_ms());
        let rows = statement.query_map([transfer.id], |row| {
            let (named, access, until): (bool, Access, Option<String>) =
                (row.get(2)?, row.get(3)?, row.get(4)?);
            Ok(TransferEntry {
                id: row.get(0)?,
                reference: row.get(1)?,
                closed: !named && !may_leave(access, until.as_deref(), &day),
                released: named && !may_leave(access, until.as_deref(), &day),
                taken_by: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The bytes of a file that is kept with a transfer, verified.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::OriginalMissing`], [`Error::OriginalDamaged`].
    pub fn transfer_file(&self, file: &str) -> Result<Vec<u8>, Error> {
        let file: TransferFile = rows::by_uuid(self.connection(), file)?;
        self.original(&originals::get(self.connection(), file.original_id)?.sha256)
    }
}

fn transfer_record(sql: &Connection, transfer: Transfer) -> Result<TransferRecord, Error> {
    let (articles, photos): (i64, i64) = sql
        .prepare_cached(
            "SELECT count(*), ifnull(sum(entry.photos), 0) FROM transfer_article
             LEFT JOIN search_entry AS entry ON entry.article_id = transfer_article.article_id WHERE transfer_id = ?1",
        )?
        .query_row([transfer.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let same_number: i64 = sql
        .prepare_cached("SELECT count(*) FROM transfer WHERE act_number = ?1 AND id <> ?2")?
        .query_row((&transfer.act_number, transfer.id), |row| row.get(0))?;
    let mut files = Vec::new();
    for file in
        rows::select::<TransferFile>(sql, "WHERE transfer_id = ?1 ORDER BY id", [transfer.id])?
    {
        let original = originals::get(sql, file.original_id)?;
        files.push(TransferFileRecord {
            id: file.uuid,
            kind: file.kind,
            name: file.name,
            sha256: original.sha256,
            size: original.size,
        });
    }
    Ok(TransferRecord {
        id: transfer.uuid,
        state: transfer.state,
        act_number: transfer.act_number,
        depositor: TransferParty {
            name: transfer.depositor,
            address: transfer.depositor_address,
            person: transfer.depositor_person,
            position: transfer.depositor_position,
        },
        receiver: TransferParty {
            name: transfer.receiver,
            address: transfer.receiver_address,
            person: transfer.receiver_person,
            position: transfer.receiver_position,
        },
        articles: articles.unsigned_abs(),
        photos: photos.unsigned_abs(),
        left_restricted: transfer.left_restricted.unsigned_abs(),
        left_embargoed: transfer.left_embargoed.unsigned_abs(),
        sent_on: transfer.sent_on,
        decided_on: transfer.decided_on,
        reason: transfer.reason,
        note: transfer.note,
        created_at: transfer.created_at,
        files,
        same_number: same_number.unsigned_abs(),
    })
}
