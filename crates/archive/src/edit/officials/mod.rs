//! Officials and organisations from a list: whom the archive is to know before a release names them.

mod list;

use std::path::Path;

use muragat_language as language;
use serde::Serialize;
use ts_rs::TS;

use crate::edit::csv::{self, Line};
use crate::edit::intake;
use crate::error::Error;
use crate::nouns::party::{self, Party};
use crate::nouns::post::Post;
use crate::record::terms::{OpKind, PartyKind, PostKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::values;

use list::{Column, Form, List, heading};

/// What came of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Officials {
    /// Rows read.
    #[ts(type = "number")]
    pub rows: u64,
    /// People who are new to the archive.
    #[ts(type = "number")]
    pub people: u64,
    /// Organisations that are new to it.
    #[ts(type = "number")]
    pub organisations: u64,
    /// Posts entered.
    #[ts(type = "number")]
    pub posts: u64,
    /// Headings of columns that mean nothing here and were passed over.
    pub ignored: Vec<String>,
}

impl Archive {
    /// Enters the people, organisations and posts of a list (CSV), as one op: all of it or nothing. Who is on record
    /// under the same full name is taken for the same person; initials never suffice for that. A second time it
    /// changes nothing.
    ///
    /// # Errors
    /// As [`crate::read_text`], but a table is what is wanted; [`Error::ListHeadingUnknown`], [`Error::ListQuoteOpen`]; [`Error::ListLineInvalid`]
    /// for a date, a BIN or a row without a name; [`Error::ListNameAmbiguous`].
    pub fn load_officials(&mut self, path: &Path) -> Result<Outcome<Officials>, Error> {
        let file = path.display().to_string();
        let text = intake::read_list(path)?;
        let lines = csv::parse_rows(&text).map_err(|line| Error::ListQuoteOpen {
            file: file.clone(),
            line,
        })?;
        let mut lines = lines.into_iter();
        let headings = lines.next().map(|line| line.cells).unwrap_or_default();
        let columns: Vec<_> = headings.iter().map(|text| heading(text)).collect();
        let names = |column: &Option<(Column, _)>| {
            matches!(column, Some((Column::Name | Column::Organisation, _)))
        };
        if !columns.iter().any(names) {
            return Err(Error::ListHeadingUnknown {
                file,
                heading: headings.join(", ").chars().take(200).collect(),
            });
        }
        let ignored = headings.iter().zip(&columns);
        let ignored = ignored.filter(|(text, known)| known.is_none() && !text.is_empty());
        let mut done = Officials {
            ignored: ignored.map(|(text, _)| text.clone()).collect(),
            ..Officials::default()
        };
        let list = List {
            file: &file,
            headings,
            columns,
        };
        self.transact(OpKind::LoadOfficials, |tx| {
            for line in lines {
                enter(tx, &list, &line, &mut done)?;
            }
            Ok(done)
        })
    }
}

fn enter(tx: &mut Tx<'_>, list: &List<'_>, line: &Line, done: &mut Officials) -> Result<(), Error> {
    done.rows += 1;
    let bin = list
        .one(line, Column::Bin)
        .map(|cell| cell.replace(' ', ""));
    let organisation = organisation(tx, list, line, bin.as_deref(), done)?;
    let names = list.forms(line, Column::Name);
    if names.is_empty() {
        return match organisation {
            Some(_) => Ok(()),
            None => Err(list.invalid(line, Column::Name, "")),
        };
    }
    let titles = list.forms(line, Column::Position);
    let title = titles.first().map(|(title, _)| title.as_str());
    let (from, to) = (list.date(line, Column::From)?, list.date(line, Column::To)?);
    if values::check_order("post", from.as_deref(), to.as_deref()).is_err() {
        return Err(list.invalid(line, Column::To, to.as_deref().unwrap_or_default()));
    }
    let organisation = organisation.map(|party| party.id);
    let person = match person(tx, list, line, &names, title, organisation)? {
        Some(party) => party,
        None => {
            done.people += 1;
            let name = names.first().map(|(name, _)| name.clone());
            party::make(tx, PartyKind::Person, name.unwrap_or_default())?
        }
    };
    add_forms(tx, &person, &names)?;
    let Some(title) = title else {
        return Ok(());
    };
    let held = rows::select::<Post>(
        tx.sql(),
        "WHERE person_id = ?1 AND kind = ?2 ORDER BY id",
        (person.id, PostKind::Office),
    )?;
    let same = held.into_iter().find(|post| {
        is_post(post, title, organisation)
            && (post.date_from == from || post.date_from.is_none() || from.is_none())
    });
    match same {
        Some(mut post) => {
            post.date_from = post.date_from.or(from);
            post.date_to = post.date_to.or(to);
            tx.update(&post)
        }
        None => {
            done.posts += 1;
            tx.insert(&Post {
                id: 0,
                uuid: String::new(),
                person_id: person.id,
                organisation_id: organisation,
                kind: PostKind::Office,
                title: title.to_owned(),
                date_from: from,
                date_to: to,
            })
            .map(drop)
        }
    }
}

fn is_post(post: &Post, title: &str, organisation: Option<i64>) -> bool {
    post.organisation_id == organisation
        && language::party_key(&post.title) == language::party_key(title)
}

/// The organisation of a row: by its BIN, else by a name; made where there is none.
fn organisation(
    tx: &mut Tx<'_>,
    list: &List<'_>,
    line: &Line,
    bin: Option<&str>,
    done: &mut Officials,
) -> Result<Option<Party>, Error> {
    let names = list.forms(line, Column::Organisation);
    if let Some(bin) = bin
        && (names.is_empty() || bin.len() != 12 || !bin.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(list.invalid(line, Column::Bin, bin));
    }
    let Some((name, _)) = names.first() else {
        return Ok(None);
    };
    let mut found = match bin {
        Some(bin) => rows::find::<Party>(tx.sql(), "WHERE bin = ?1 ORDER BY id", [bin])?,
        None => None,
    };
    for (name, _) in &names {
        if found.is_none() {
            found = named(
                tx,
                list,
                line,
                Column::Organisation,
                PartyKind::Organisation,
                name,
            )?;
        }
    }
    let mut party = match found {
        Some(party) => party,
        None => {
            done.organisations += 1;
            party::make(tx, PartyKind::Organisation, name.clone())?
        }
    };
    if let Some(bin) = bin {
        match &party.bin {
            None => {
                party.bin = Some(bin.to_owned());
                tx.update(&party)?;
            }
            // two bodies of one name are two: a BIN on record is not written over
            Some(own) if own != bin => return Err(list.invalid(line, Column::Bin, bin)),
            Some(_) => {}
        }
    }
    add_forms(tx, &party, &names)?;
    Ok(Some(party))
}

/// Who is meant by a row: of the same full name, or of the same short one and the same post.
fn person(
    tx: &Tx<'_>,
    list: &List<'_>,
    line: &Line,
    names: &[Form],
    title: Option<&str>,
    organisation: Option<i64>,
) -> Result<Option<Party>, Error> {
    for (name, _) in names {
        if language::party_key(name).is_empty() {
            return Err(list.invalid(line, Column::Name, name));
        }
        let words: Vec<_> = language::words(name).collect();
        let is_full = words.len() > 1 && words.iter().all(|word| word.end - word.start > 1);
        let found = match is_full {
            true => named(tx, list, line, Column::Name, PartyKind::Person, name),
            false => Ok(None),
        };
        match found {
            Ok(Some(party)) => return Ok(Some(party)),
            Ok(None) => {}
            // of namesakes the one who holds the post is meant
            Err(error) => {
                return by_post(tx, name, title, organisation)?.map_or(Err(error), |p| Ok(Some(p)));
            }
        }
        if !is_full && let Some(party) = by_post(tx, name, title, organisation)? {
            return Ok(Some(party));
        }
    }
    Ok(None)
}

/// The one person of a name who holds a post; without a post, who holds none.
fn by_post(
    tx: &Tx<'_>,
    name: &str,
    title: Option<&str>,
    organisation: Option<i64>,
) -> Result<Option<Party>, Error> {
    let namesakes = rows::select::<Party>(
        tx.sql(),
        "WHERE kind = ?1 AND (match_key = ?2 OR id IN (SELECT party_id FROM party_name WHERE match_key = ?2)) ORDER BY id",
        (PartyKind::Person, language::party_key(name)),
    )?;
    for party in namesakes {
        let posts = rows::select::<Post>(tx.sql(), "WHERE person_id = ?1", [party.id])?;
        let holds = match title {
            Some(title) => posts.iter().any(|post| is_post(post, title, organisation)),
            None => posts.is_empty(),
        };
        if holds {
            return Ok(Some(party));
        }
    }
    Ok(None)
}

fn named(
    tx: &Tx<'_>,
    list: &List<'_>,
    line: &Line,
    column: Column,
    kind: PartyKind,
    name: &str,
) -> Result<Option<Party>, Error> {
    match party::find(tx.sql(), kind, name) {
        Err(Error::NameEmpty) => Err(list.invalid(line, column, name)),
        Err(Error::PartyAmbiguous { name, .. }) => Err(Error::ListNameAmbiguous {
            file: list.file.to_owned(),
            line: line.number,
            name,
        }),
        found => found,
    }
}

/// Forms of a name that the record does not have yet.
fn add_forms(tx: &mut Tx<'_>, party: &Party, names: &[Form]) -> Result<(), Error> {
    for (name, tag) in names {
        let known = party::forms(tx.sql(), party)?;
        let lower = name.to_lowercase();
        if !known.iter().any(|form| form.to_lowercase() == lower) {
            let tag = tag.map(str::to_owned);
            party::add_name(tx, party.id, name.clone(), tag)?;
        }
    }
    Ok(())
}
