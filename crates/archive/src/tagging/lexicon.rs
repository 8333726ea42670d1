//! What the reader may know beforehand: the names of the archive's own parties and places, the titles of offices, the
//! positions that its texts print, and what was turned down.
//!
//! The lexicon is kept and brought up to date by what history says was written since, by this connection or by
//! another: making it anew takes as long as there are names.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use muragat_language::{Lexicon, SuggestionKind};
use rusqlite::{Connection, Row};

use crate::error::Error;
use crate::record::terms::{PartyKind, PostKind};
use crate::store::kept_readings::{LastOp, LexiconState, Name, NameOf, NameRow};
use crate::store::library::Archive;

/// So many changes of names are remembered. A text that was read before the oldest of them is read again.
const REMEMBERED: usize = 1_000;

impl Name {
    /// Whether the reader would find other things in a text by this name. `has_word`: whether the text has a word,
    /// whatever its ending.
    pub fn concerns(&self, has_word: impl Fn(&str) -> bool) -> bool {
        match self.of {
            NameOf::Person
            | NameOf::Organisation
            | NameOf::Place
            | NameOf::Position
            | NameOf::Refused(_) => {
                muragat_language::words(&self.text).any(|word| has_word(word.text))
            }
            // its main noun is told from the rest of the title by the reader alone
            NameOf::Office => true,
        }
    }
}

impl Archive {
    /// The names of all parties and places, the titles of all offices, all printed positions and all that was turned
    /// down, as the catalogue stands.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn lexicon(&self) -> Result<Arc<Lexicon>, Error> {
        Ok(self.numbered_lexicon()?.1)
    }

    /// The lexicon, and how often a name has come or gone.
    pub(crate) fn numbered_lexicon(&self) -> Result<(u64, Arc<Lexicon>), Error> {
        // one view of history and names, whatever others commit meanwhile
        let view = self.connection().unchecked_transaction()?;
        let mut kept = self.kept_lexicon().0.borrow_mut();
        let state = match kept.take() {
            None => make_lexicon(&view, 0)?,
            Some(state) => bring_up_to_date(&view, state)?,
        };
        let answer = (state.number, Arc::clone(&state.lexicon));
        *kept = Some(state);
        Ok(answer)
    }

    /// The names that have come and gone since their number was this; none where so many are not remembered.
    pub(crate) fn names_changed_since(&self, number: u64) -> Option<Vec<Name>> {
        let kept = self.kept_lexicon().0.borrow();
        let state = kept.as_ref()?;
        let count = usize::try_from(state.number.checked_sub(number)?).ok()?;
        let from = state.changed.len().checked_sub(count)?;
        Some(state.changed.get(from..)?.to_vec())
    }
}

/// Reads every name there is.
fn make_lexicon(sql: &Connection, number: u64) -> Result<LexiconState, Error> {
    let mut state = LexiconState {
        lexicon: Arc::default(),
        names: HashMap::new(),
        last: LastOp::find(sql)?,
        number,
        changed: Vec::new(),
    };
    let lexicon = Arc::make_mut(&mut state.lexicon);
    let mut statement =
        sql.prepare_cached(&format!(
            "{PARTIES} UNION ALL {FORMS} UNION ALL {POSTS} UNION ALL {PLACES} UNION ALL {POSITIONS} UNION ALL {DECISIONS}"
        ))?;
    for found in statement.query_map([PostKind::Office], read_name)? {
        let (row, name) = found?;
        add_name(lexicon, &name);
        state.names.insert(row, name);
    }
    Ok(state)
}

/// Applies what was written since. The last op that is in it is looked at again, as it may have grown.
fn bring_up_to_date(sql: &Connection, mut state: LexiconState) -> Result<LexiconState, Error> {
    let last = LastOp::find(sql)?;
    if last == state.last {
        return Ok(state);
    }
    if !state.last.stands_in(sql)? {
        return make_lexicon(sql, state.number + 1);
    }
    // the plus keeps SQLite from looking through all that was ever written of these nouns
    let mut statement = sql.prepare_cached(
        "SELECT noun, row_id FROM change WHERE op_id >= ?1 AND +noun IN ('party', 'party_name', 'post', 'place', 'printed_position', 'decision')",
    )?;
    let written: BTreeSet<(String, i64)> = statement
        .query_map([state.last.id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (noun, id) in written {
        match noun.as_str() {
            "party" => {
                let now = read_names(sql, &format!("{PARTIES} WHERE party.id = ?2"), id)?;
                renew_name(&mut state, NameRow::Party(id), now.into_iter().next());
                // a form is known as the name of a person or an organisation by its party
                for (row, name) in read_names(sql, &format!("{FORMS} WHERE party.id = ?2"), id)? {
                    renew_name(&mut state, row, Some((row, name)));
                }
            }
            "party_name" => {
                let now = read_names(sql, &format!("{FORMS} WHERE party_name.id = ?2"), id)?;
                renew_name(&mut state, NameRow::Form(id), now.into_iter().next());
            }
            "place" => {
                let now = read_names(sql, &format!("{PLACES} WHERE place.id = ?2"), id)?;
                renew_name(&mut state, NameRow::Place(id), now.into_iter().next());
            }
            "printed_position" => {
                let query = format!("{POSITIONS} WHERE printed_position.id = ?2");
                let now = read_names(sql, &query, id)?;
                renew_name(&mut state, NameRow::Position(id), now.into_iter().next());
            }
            "decision" => {
                let now = read_names(sql, &format!("{DECISIONS} AND decision.id = ?2"), id)?;
                renew_name(&mut state, NameRow::Decision(id), now.into_iter().next());
            }
            _ => {
                let now = read_names(sql, &format!("{POSTS} AND post.id = ?2"), id)?;
                renew_name(&mut state, NameRow::Post(id), now.into_iter().next());
            }
        }
    }
    state.last = last;
    let forgotten = state.changed.len().saturating_sub(REMEMBERED);
    state.changed.drain(..forgotten);
    Ok(state)
}

const PARTIES: &str = "SELECT 'party', party.id, party.kind, name FROM party";
const FORMS: &str = "SELECT 'party_name', party_name.id, party.kind, form FROM party_name JOIN party ON party.id = party_id";
const POSTS: &str = "SELECT 'post', post.id, NULL, title FROM post WHERE post.kind = ?1";
const PLACES: &str = "SELECT 'place', place.id, NULL, name FROM place";
const POSITIONS: &str =
    "SELECT 'printed_position', printed_position.id, NULL, text FROM printed_position";
const DECISIONS: &str = "SELECT 'decision', decision.id, kind, key FROM decision WHERE kind IN ('person', 'organisation', 'place')";

fn read_name(row: &Row<'_>) -> rusqlite::Result<(NameRow, Name)> {
    let (noun, id): (String, i64) = (row.get(0)?, row.get(1)?);
    let of_party = || -> rusqlite::Result<NameOf> {
        Ok(match row.get(2)? {
            PartyKind::Person => NameOf::Person,
            PartyKind::Organisation => NameOf::Organisation,
        })
    };
    let (row_of, of) = match noun.as_str() {
        "party" => (NameRow::Party(id), of_party()?),
        "party_name" => (NameRow::Form(id), of_party()?),
        "place" => (NameRow::Place(id), NameOf::Place),
        "printed_position" => (NameRow::Position(id), NameOf::Position),
        "decision" => {
            let kind: String = row.get(2)?;
            (
                NameRow::Decision(id),
                NameOf::Refused(kind_of_refusal(&kind)),
            )
        }
        _ => (NameRow::Post(id), NameOf::Office),
    };
    let text = row.get(3)?;
    Ok((row_of, Name { of, text }))
}

/// As what a name was turned down.
pub(crate) fn kind_of_refusal(kind: &str) -> SuggestionKind {
    match kind {
        "person" => SuggestionKind::Person,
        "place" => SuggestionKind::Place,
        _ => SuggestionKind::Organisation,
    }
}

/// The names that a query gives for the key `?2`.
fn read_names(sql: &Connection, query: &str, id: i64) -> Result<Vec<(NameRow, Name)>, Error> {
    let mut statement = sql.prepare_cached(query)?;
    let names = statement.query_map((PostKind::Office, id), read_name)?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Puts what a row gives now in the place of what it gave.
fn renew_name(state: &mut LexiconState, row: NameRow, now: Option<(NameRow, Name)>) {
    let now = now.map(|(_, name)| name);
    if state.names.get(&row) == now.as_ref() {
        return;
    }
    let lexicon = Arc::make_mut(&mut state.lexicon);
    let mut changed = Vec::new();
    if let Some(gone) = state.names.remove(&row) {
        remove_name(lexicon, &gone);
        changed.push(gone);
    }
    if let Some(name) = now {
        add_name(lexicon, &name);
        changed.push(name.clone());
        state.names.insert(row, name);
    }
    state.number += changed.len() as u64;
    state.changed.append(&mut changed);
}

fn add_name(lexicon: &mut Lexicon, name: &Name) {
    match name.of {
        NameOf::Person => lexicon.add_person(&name.text),
        NameOf::Organisation => lexicon.add_organisation(&name.text),
        NameOf::Office => lexicon.add_position(&name.text),
        NameOf::Place => lexicon.add_place(&name.text),
        NameOf::Position => lexicon.add_printed_position(&name.text),
        NameOf::Refused(kind) => lexicon.add_refusal(kind, &name.text),
    }
}

fn remove_name(lexicon: &mut Lexicon, name: &Name) {
    match name.of {
        NameOf::Person => lexicon.remove_person(&name.text),
        NameOf::Organisation => lexicon.remove_organisation(&name.text),
        NameOf::Office => lexicon.remove_position(&name.text),
        NameOf::Place => lexicon.remove_place(&name.text),
        NameOf::Position => lexicon.remove_printed_position(&name.text),
        NameOf::Refused(kind) => lexicon.remove_refusal(kind, &name.text),
    }
}
