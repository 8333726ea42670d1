//! Persons and organisations that a photo states that it shows, and whom of the library they are.

use muragat_language::party_key;
use muragat_photo::{PhotoMetadata, Shape};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::edit::photo_regions::RegionBox;
use crate::error::Error;
use crate::nouns::photo::Photo;
use crate::nouns::region;
use crate::record::terms::PartyKind;
use crate::store::door::Tx;

/// Somebody whom a photo states that it shows, and of whom its record does not say so.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StatedParty {
    /// As it stands there.
    pub name: String,
    /// A person or an organisation.
    pub kind: PartyKind,
    /// Where in the picture, if that is stated.
    pub place: Option<RegionBox>,
    /// The UUID of the one party that goes by the name: of the article's cast, else of the library. None where there is
    /// none, or several.
    pub party: Option<String>,
    #[serde(skip)]
    #[ts(skip)]
    key: Option<i64>,
}

/// Whom a photo states, each once, with a place where one is stated; without those who are in its record.
pub(super) fn stated_parties(
    sql: &Connection,
    photo: &Photo,
    metadata: &PhotoMetadata,
) -> Result<Vec<StatedParty>, Error> {
    let mut stated: Vec<StatedParty> = Vec::new();
    for (name, kind, place) in names_in(metadata) {
        if stated
            .iter()
            .any(|one| one.kind == kind && one.name == name)
        {
            continue;
        }
        let meant = find_meant(sql, photo, kind, &name)?;
        if let Some((key, _)) = meant
            && is_shown(sql, photo.id, key)?
        {
            continue;
        }
        let (key, party) = meant.unzip();
        stated.push(StatedParty {
            name,
            kind,
            place,
            party,
            key,
        });
    }
    Ok(stated)
}

/// Those who have a place first.
fn names_in(metadata: &PhotoMetadata) -> Vec<(String, PartyKind, Option<RegionBox>)> {
    let mut names = Vec::new();
    for region in metadata.regions.iter().flat_map(|own| &own.value) {
        let place = region.shape.as_ref().and_then(box_of);
        let all = region.persons.iter().map(|name| (name, PartyKind::Person));
        let bodies = region.organisations.iter();
        let all = all.chain(bodies.map(|name| (name, PartyKind::Organisation)));
        names.extend(all.map(|(name, kind)| (name.clone(), kind, place)));
    }
    let persons = metadata.persons_shown.iter().flat_map(|own| &own.value);
    names.extend(persons.filter_map(|person| {
        let name = person.name.as_ref()?.default_text().to_owned();
        Some((name, PartyKind::Person, None))
    }));
    let bodies = metadata.organisations_shown.iter();
    let bodies = bodies.flat_map(|own| own.value.clone());
    names.extend(bodies.map(|name| (name, PartyKind::Organisation, None)));
    names
}

/// A rectangle as our records have it; none of another shape and of one that reaches over the picture's edge.
fn box_of(shape: &Shape) -> Option<RegionBox> {
    let Shape::Rectangle {
        x,
        y,
        width,
        height,
    } = *shape
    else {
        return None;
    };
    let place = RegionBox {
        x,
        y,
        w: width,
        h: height,
    };
    place.check().ok().map(|()| place)
}

/// The one party that goes by a name: in the cast of the photo's article, else in the library.
fn find_meant(
    sql: &Connection,
    photo: &Photo,
    kind: PartyKind,
    name: &str,
) -> Result<Option<(i64, String)>, Error> {
    let named = "SELECT id, uuid FROM party WHERE kind = ?1 AND
         (match_key = ?2 OR id IN (SELECT party_id FROM party_name WHERE match_key = ?2))";
    let in_cast = "AND id IN (SELECT party_id FROM participation WHERE article_id = ?3)";
    let key = party_key(name);
    let find = |query: &str, params: &[&dyn rusqlite::ToSql]| -> Result<Vec<_>, Error> {
        let mut statement = sql.prepare_cached(query)?;
        let found = statement.query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    };
    if key.is_empty() {
        return Ok(None);
    }
    let here = find(
        &format!("{named} {in_cast} LIMIT 2"),
        &[&kind, &key, &photo.article_id],
    )?;
    let mut found = match here.is_empty() {
        true => find(&format!("{named} LIMIT 2"), &[&kind, &key])?,
        false => here,
    };
    Ok(found.pop().filter(|_| found.is_empty()))
}

fn is_shown(sql: &Connection, photo: i64, party: i64) -> Result<bool, Error> {
    Ok(sql
        .prepare_cached("SELECT 1 FROM region WHERE photo_id = ?1 AND party_id = ?2")?
        .exists([photo, party])?)
}

/// Takes those over who are known, with their places. Gives how many.
pub(super) fn take_parties(
    tx: &mut Tx<'_>,
    photo: &Photo,
    metadata: &PhotoMetadata,
) -> Result<usize, Error> {
    let mut taken = 0;
    for one in stated_parties(tx.sql(), photo, metadata)? {
        let Some(party) = one.key else { continue };
        match one.place {
            Some(place) => drop(region::mark(tx, photo.id, party, place.edges())?),
            None => drop(region::show(tx, photo.id, party)?),
        }
        taken += 1;
    }
    Ok(taken)
}
