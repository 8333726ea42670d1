//! The cast of an article: roles, positions as printed, on whose behalf, order; and the spans that name it.

use muragat_language::SpanText;
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::mention::Mention;
use crate::nouns::participation::{Participation, ParticipationRole, PrintedPosition};
use crate::nouns::place::{ArticlePlace, Place};
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::nouns::{article, mention, participation};
use crate::record::terms::{MentionState, OpKind, Role};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::tag_span;
use crate::tagging::turned_down::{Unmarked, turn_down};
use crate::values::one_line;

/// Fields of a participation to set; absent ones stay.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ParticipationFields {
    /// The whole list.
    pub roles: Option<Vec<Role>>,
    /// UUID or name of an organisation; empty: none.
    pub on_behalf_of: Option<String>,
}

const OF_ARTICLE: &str = "version_id IN (SELECT id FROM version WHERE article_id = ?2)";

impl Archive {
    /// Sets fields of a participation.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::PartyAmbiguous`], [`Error::ValueInvalid`] where a party would speak for itself.
    pub fn edit_participation(
        &mut self,
        id: &str,
        fields: &ParticipationFields,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditParticipation, |tx| {
            let mut participation: Participation = rows::by_uuid(tx.sql(), id)?;
            if let Some(name) = &fields.on_behalf_of {
                participation.on_behalf_of_id = match name.trim() {
                    "" => None,
                    name => Some(tag_span::find_spoken_for(tx, participation.party_id, name)?),
                };
                tx.update(&participation)?;
            }
            if let Some(roles) = &fields.roles {
                let now = find_roles(tx, participation.id)?;
                let stands = in_order(|role| now.iter().any(|row| row.role == role));
                let mine = in_order(|role| roles.contains(&role));
                if !tx.may_write_list(
                    ("participation", &participation.uuid, "roles"),
                    &stands,
                    &mine,
                )? {
                    return Ok(());
                }
                for role in now {
                    if !roles.contains(&role.role) {
                        tx.delete::<ParticipationRole>(role.id)?;
                    }
                }
                for role in roles {
                    participation::add_role(tx, participation.id, *role)?;
                }
            }
            Ok(())
        })
    }

    /// Sets the positions that a version prints for a participation, in order.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_positions(
        &mut self,
        participation: &str,
        version: &str,
        positions: &[String],
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditParticipation, |tx| {
            let participation: Participation = rows::by_uuid(tx.sql(), participation)?;
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            if version.article_id != participation.article_id {
                return Err(Error::NotFound {
                    noun: "version",
                    id: version.uuid,
                });
            }
            let mut wanted: Vec<String> = Vec::new();
            for text in positions.iter().map(|text| one_line(text)) {
                if !text.is_empty() && !wanted.contains(&text) {
                    wanted.push(text);
                }
            }
            let tail = "WHERE participation_id = ?1 AND version_id = ?2 ORDER BY ordinal, id";
            let there =
                rows::select::<PrintedPosition>(tx.sql(), tail, (participation.id, version.id))?;
            let stands: Vec<String> = there.iter().map(|there| there.text.clone()).collect();
            if !tx.may_write_list(
                ("participation", &participation.uuid, "positions"),
                &stands,
                &wanted,
            )? {
                return Ok(());
            }
            // Where one phrase took the place of another, the row is the same and its words are new.
            let reworded = |at: usize, text: &String| {
                there
                    .get(at)
                    .filter(|row| !stands.contains(text) && !wanted.contains(&row.text))
            };
            let kept: Vec<i64> = wanted
                .iter()
                .enumerate()
                .filter_map(|(at, text)| reworded(at, text))
                .map(|row| row.id)
                .collect();
            for position in there.iter().filter(|there| !wanted.contains(&there.text)) {
                if !kept.contains(&position.id) {
                    tx.delete::<PrintedPosition>(position.id)?;
                }
            }
            for (at, text) in wanted.iter().enumerate() {
                let ordinal = at as i64 + 1;
                let same = there.iter().find(|there| there.text == *text);
                match same.or_else(|| reworded(at, text)) {
                    Some(position) => tx.update(&PrintedPosition {
                        post_id: position.post_id.filter(|_| same.is_some()),
                        text: text.clone(),
                        ordinal,
                        ..position.clone()
                    })?,
                    None => {
                        tx.insert(&PrintedPosition {
                            id: 0,
                            uuid: String::new(),
                            participation_id: participation.id,
                            version_id: version.id,
                            text: text.clone(),
                            post_id: None,
                            ordinal,
                        })?;
                    }
                }
            }
            Ok(())
        })
    }

    /// Puts a participation at a place in the cast's order, counted from 0.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn move_participation(&mut self, id: &str, to: usize) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::OrderCast, |tx| {
            let moved: Participation = rows::by_uuid(tx.sql(), id)?;
            let mut cast = rows::select::<Participation>(
                tx.sql(),
                "WHERE article_id = ?1 ORDER BY ordinal, uuid",
                [moved.article_id],
            )?;
            cast.retain(|other| other.id != moved.id);
            cast.insert(to.min(cast.len()), moved);
            for (at, participation) in cast.into_iter().enumerate() {
                tx.update(&Participation {
                    ordinal: at as i64 + 1,
                    ..participation
                })?;
            }
            Ok(())
        })
    }

    /// Takes a party out of an article: its participation, the spans that name it, its name beside quotes.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn untag(&mut self, participation: &str) -> Result<Outcome<()>, Error> {
        let stood: Participation = rows::by_uuid(self.connection(), participation)?;
        let mentions = find_mentions(self.connection(), &stood)?;
        let reads = self.read_versions(mentions.iter().map(|mention| mention.version_id))?;
        self.transact(OpKind::Untag, |tx| {
            let participation: Participation = rows::by_uuid(tx.sql(), participation)?;
            let mentions = find_mentions(tx.sql(), &participation)?;
            for mention in &mentions {
                tx.delete::<Mention>(mention.id)?;
            }
            let of = (participation.party_id, participation.article_id);
            let tail = format!("WHERE speaker_id = ?1 AND {OF_ARTICLE}");
            for mut quote in rows::select::<Quote>(tx.sql(), &tail, of)? {
                quote.speaker_id = None;
                tx.update(&quote)?;
            }
            for position in rows::select::<PrintedPosition>(
                tx.sql(),
                "WHERE participation_id = ?1",
                [participation.id],
            )? {
                tx.delete::<PrintedPosition>(position.id)?;
            }
            for role in find_roles(tx, participation.id)? {
                tx.delete::<ParticipationRole>(role.id)?;
            }
            tx.delete::<Participation>(participation.id)?;
            let unmarked: Vec<Unmarked> = mentions.iter().map(Unmarked::from).collect();
            turn_down(tx, &reads, &unmarked)
        })
    }

    /// Takes a place from an article, with its mentions.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_place(&mut self, article: &str, place: &str) -> Result<Outcome<()>, Error> {
        let find = |sql: &Connection| -> Result<(i64, i64, Vec<Mention>), Error> {
            let article = article::resolve(sql, article)?;
            let place: Place = rows::by_uuid(sql, place)?;
            let tail = format!("WHERE place_id = ?1 AND {OF_ARTICLE}");
            let mentions = rows::select::<Mention>(sql, &tail, (place.id, article.id))?;
            Ok((article.id, place.id, mentions))
        };
        let (_, _, stood) = find(self.connection())?;
        let reads = self.read_versions(stood.iter().map(|mention| mention.version_id))?;
        self.transact(OpKind::UntagPlace, |tx| {
            let (article, place, mentions) = find(tx.sql())?;
            for mention in &mentions {
                tx.delete::<Mention>(mention.id)?;
            }
            let tail = "WHERE place_id = ?1 AND article_id = ?2";
            for link in rows::select::<ArticlePlace>(tx.sql(), tail, (place, article))? {
                tx.delete::<ArticlePlace>(link.id)?;
            }
            let unmarked: Vec<Unmarked> = mentions.iter().map(Unmarked::from).collect();
            turn_down(tx, &reads, &unmarked)
        })
    }

    /// Takes a mark away; who was marked stays in the cast.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_mention(&mut self, mention: &str) -> Result<Outcome<()>, Error> {
        let stood: Mention = rows::by_uuid(self.connection(), mention)?;
        let reads = self.read_versions([stood.version_id])?;
        self.transact(OpKind::RemoveMention, |tx| {
            let mention: Mention = rows::by_uuid(tx.sql(), mention)?;
            tx.delete::<Mention>(mention.id)?;
            turn_down(tx, &reads, &[Unmarked::from(&mention)])
        })
    }

    /// Sets a mention's span anew; with the same span, a stale one is confirmed.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SpanOutside`].
    pub fn move_mention(
        &mut self,
        mention: &str,
        start: u64,
        end: u64,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::MoveMention, |tx| {
            let mention: Mention = rows::by_uuid(tx.sql(), mention)?;
            let version: Version = rows::get(tx.sql(), mention.version_id)?;
            let text = mention::cut_text(&SpanText::new(&version.body), start, end)?;
            tx.update(&Mention {
                start_at: start as i64,
                end_at: end as i64,
                text,
                state: MentionState::Fresh,
                ..mention
            })
        })
    }
}

/// The spans that name a participation's party in its article.
fn find_mentions(sql: &Connection, of: &Participation) -> Result<Vec<Mention>, Error> {
    let tail = format!("WHERE party_id = ?1 AND {OF_ARTICLE}");
    rows::select::<Mention>(sql, &tail, (of.party_id, of.article_id))
}

/// Roles as records list them.
fn in_order(has: impl Fn(Role) -> bool) -> Vec<String> {
    Role::ALL
        .iter()
        .filter(|role| has(**role))
        .map(|role| role.as_str().to_owned())
        .collect()
}

fn find_roles(tx: &Tx<'_>, participation: i64) -> Result<Vec<ParticipationRole>, Error> {
    rows::select(
        tx.sql(),
        "WHERE participation_id = ?1 ORDER BY id",
        [participation],
    )
}
