//! Quotes: what is said, how, and by whom.

use muragat_language::SpanText;

use crate::error::Error;
use crate::nouns::party::{Party, Whom};
use crate::nouns::quote::Quote;
use crate::nouns::version::Version;
use crate::nouns::{mention, participation, quote};
use crate::record::terms::{OpKind, Role, Speech};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::accept;
use crate::tagging::turned_down::{Unmarked, turn_down};

impl Archive {
    /// Marks a span of a version as said by somebody. A new person comes with all that the text says of one of that
    /// name. Gives the quote's UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SpanOutside`].
    pub fn quote(
        &mut self,
        version: &str,
        start: u64,
        end: u64,
        speech: Speech,
        speaker: Option<&Whom>,
    ) -> Result<Outcome<String>, Error> {
        let mark = |tx: &mut Tx<'_>, version: &Version, speaker: Option<Party>| {
            let speaker = speaker
                .map(|party| bring_speaker(tx, version, &party))
                .transpose()?;
            let text = mention::cut_text(&SpanText::new(&version.body), start, end)?;
            let id = quote::add(tx, version.id, speaker, speech, (start, end), text)?;
            Ok(rows::get::<Quote>(tx.sql(), id)?.uuid)
        };
        match speaker {
            Some(whom @ Whom::Person(_)) => {
                self.decide_on_suggestions(OpKind::Quote, version, |tx, version, read| {
                    let person = whom.party(tx)?;
                    accept::accept_as(tx, version, read, &person)?;
                    mark(tx, version, Some(person))
                })
            }
            _ => self.transact(OpKind::Quote, |tx| {
                let version: Version = rows::by_uuid(tx.sql(), version)?;
                let speaker = speaker.map(|whom| whom.party(tx)).transpose()?;
                mark(tx, &version, speaker)
            }),
        }
    }

    /// Says how a quote is given and by whom, a party's UUID or none. Who speaks takes part: a speaker who is
    /// not in the cast yet comes into it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn edit_quote(
        &mut self,
        quote: &str,
        speech: Speech,
        speaker: Option<&Whom>,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditQuote, |tx| {
            let quote: Quote = rows::by_uuid(tx.sql(), quote)?;
            let version: Version = rows::get(tx.sql(), quote.version_id)?;
            let speaker_id = match speaker {
                Some(whom) => {
                    let party = whom.party(tx)?;
                    Some(bring_speaker(tx, &version, &party)?)
                }
                None => None,
            };
            tx.update(&Quote {
                speech,
                speaker_id,
                ..quote
            })
        })
    }

    /// Takes a quote's mark away.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_quote(&mut self, quote: &str) -> Result<Outcome<()>, Error> {
        let stood: Quote = rows::by_uuid(self.connection(), quote)?;
        let reads = self.read_versions([stood.version_id])?;
        self.transact(OpKind::RemoveQuote, |tx| {
            let quote: Quote = rows::by_uuid(tx.sql(), quote)?;
            tx.delete::<Quote>(quote.id)?;
            turn_down(tx, &reads, &[Unmarked::from(&quote)])
        })
    }
}

/// The key of who speaks in a version; in the cast, as a speaker.
fn bring_speaker(tx: &mut Tx<'_>, version: &Version, party: &Party) -> Result<i64, Error> {
    let participation = participation::find_or_make(tx, version.article_id, party.id)?;
    participation::add_role(tx, participation.id, Role::Speaker)?;
    Ok(party.id)
}
