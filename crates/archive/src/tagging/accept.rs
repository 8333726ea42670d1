//! Accepting suggestions: the one way in which what was read becomes fact, whether the window accepts one or
//! `add --accept` all.
//!
//! Who is surely on record is taken; everybody else becomes a new record, and where somebody on record may be the
//! same, that is told as a doubt. Who speaks comes with what was said.

use std::collections::{BTreeMap, BTreeSet};

use muragat_language as language;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates::{Candidate, TagKind};
use crate::nouns::party::{Party, Whom};
use crate::nouns::version::Version;
use crate::nouns::{participation, party, place, quote};
use crate::record::terms::{OpKind, PartyKind, Role, Speech};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::marking::Target;
use crate::tagging::readings::VersionRead;
use crate::tagging::suggestion::{OpenSuggestion, SuggestionKind};
use crate::tagging::tag_span::CastEntry;
use crate::tagging::{marking, open_count, suggestion, tag_span};

/// A text that is written to again and again is read so often outside the lock; then inside.
const ATTEMPTS: usize = 3;

/// What accepting came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Accepted {
    /// Where it was not sure who is meant.
    pub doubts: Vec<Doubt>,
}

/// A name of which it is not sure whom it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Doubt {
    /// Person, organisation or place.
    pub kind: TagKind,
    /// As the text gives it, in the nominative.
    pub name: String,
    /// UUID of the new record that was made; null where a quote was entered without its speaker.
    pub made: Option<String>,
    /// UUIDs of those on record that it may mean, the likeliest first.
    pub candidates: Vec<String>,
}

impl Archive {
    /// Accepts suggestions as one op. `whom` says whom the only one means, of a quote who speaks; else the sure
    /// candidate is taken, or a new party made. A quote brings its speaker into the cast, with all that the text says
    /// of that person.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a key that is not among the suggestions (any more), [`Error::PartyKindDiffers`].
    pub fn accept_suggestions(
        &mut self,
        version: &str,
        keys: &[String],
        whom: Option<&Whom>,
    ) -> Result<Outcome<Accepted>, Error> {
        self.decide_on_suggestions(OpKind::AcceptSuggestions, version, |tx, version, read| {
            let chosen = match whom {
                None => None,
                // a place is chosen by its UUID too
                Some(Whom::Party(uuid)) => Some(uuid.clone()),
                Some(person) => Some(person.party(tx)?.uuid),
            };
            accept_open(tx, version, read, Some(keys), chosen.as_deref())
        })
    }

    /// Does an op on the suggestions of a version. Its text is read before the library is locked; where somebody
    /// writes to it in between, the op begins anew.
    pub(crate) fn decide_on_suggestions<T>(
        &mut self,
        kind: OpKind,
        version: &str,
        work: impl Fn(&mut Tx<'_>, &Version, &VersionRead) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        for _ in 0..ATTEMPTS {
            let stored: Version = rows::by_uuid(self.connection(), version)?;
            let read = self.read_version(&stored)?;
            if let Some(done) = self.decide_if_as_read(kind, version, &read, &work)? {
                return Ok(done);
            }
        }
        let lexicon = self.lexicon()?;
        self.transact(kind, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let read = VersionRead::new(&version, &lexicon);
            work(tx, &version, &read)
        })
    }

    /// Does an op on the suggestions of a version, if its text still is what was read; else nothing.
    fn decide_if_as_read<T>(
        &mut self,
        kind: OpKind,
        version: &str,
        read: &VersionRead,
        work: impl Fn(&mut Tx<'_>, &Version, &VersionRead) -> Result<T, Error>,
    ) -> Result<Option<Outcome<T>>, Error> {
        let outcome = self.transact(kind, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            match read.is_of(&version) {
                true => work(tx, &version, read).map(Some),
                false => Ok(None),
            }
        })?;
        let Outcome {
            value,
            op,
            nouns,
            touched,
        } = outcome;
        Ok(value.map(|value| Outcome {
            value,
            op,
            nouns,
            touched,
        }))
    }
}

/// Accepts suggestions of a version by their keys; none: all.
pub(crate) fn accept_open(
    tx: &mut Tx<'_>,
    version: &Version,
    read: &VersionRead,
    keys: Option<&[String]>,
    party: Option<&str>,
) -> Result<Accepted, Error> {
    let open = suggestion::find_open(tx.sql(), version, read)?;
    let mut wanted: Vec<&OpenSuggestion> = match keys {
        None => open.iter().collect(),
        Some(keys) => keys
            .iter()
            .map(|key| suggestion::find_by_key(&open, key))
            .collect::<Result<_, _>>()?,
    };
    // who speaks comes before what is said
    wanted.sort_by_key(|suggestion| suggestion.kind);
    let mut acceptance = Acceptance::new(version, read, &open);
    for suggestion in wanted {
        match suggestion.kind.tag() {
            Some(kind) => acceptance.accept_name(tx, suggestion, kind, party)?,
            None => acceptance.accept_quote(tx, suggestion, party)?,
        }
    }
    Ok(Accepted {
        doubts: acceptance.doubts,
    })
}

/// Enters a new person with all that the text says of one of that name and nobody has accepted yet.
pub(crate) fn accept_as(
    tx: &mut Tx<'_>,
    version: &Version,
    read: &VersionRead,
    person: &Party,
) -> Result<(), Error> {
    let open = suggestion::find_open(tx.sql(), version, read)?;
    let key = suggestion::suggestion_key(SuggestionKind::Person, &person.name, &[]);
    match open.iter().find(|open| open.key == key) {
        Some(named) => Acceptance::new(version, read, &open).accept_name(
            tx,
            named,
            TagKind::Person,
            Some(&person.uuid),
        ),
        None => Ok(()),
    }
}

/// Accepts the suggestions of a version of which it is sure who or what on record they mean: nobody new is entered.
pub(crate) fn accept_certain(
    tx: &mut Tx<'_>,
    version: &Version,
    read: &VersionRead,
) -> Result<(), Error> {
    // a quote is sure once its speaker is in the cast
    for quotes in [false, true] {
        let mut certain = Vec::new();
        for open in suggestion::find_open(tx.sql(), version, read)? {
            if open.kind.tag().is_none() == quotes && is_certain(tx, version, &open)? {
                certain.push(open.key);
            }
        }
        if !certain.is_empty() {
            accept_open(tx, version, read, Some(&certain), None)?;
        }
    }
    // of many texts the readings are not kept until the op ends
    let open = suggestion::find_open(tx.sql(), version, read)?;
    open_count::note(tx.sql(), version, open.len())
}

/// Whether accepting a suggestion asks nobody and enters nobody new.
fn is_certain(tx: &Tx<'_>, version: &Version, open: &OpenSuggestion) -> Result<bool, Error> {
    let candidates = open.candidates(tx.sql(), version.article_id)?;
    if open.sure_candidate(&candidates).is_none() {
        return Ok(false);
    }
    match &open.on_behalf_of {
        None => Ok(true),
        Some(name) => party::is_known(tx.sql(), PartyKind::Organisation, name),
    }
}

/// What is being accepted as one op.
struct Acceptance<'a> {
    version: &'a Version,
    read: &'a VersionRead,
    open: &'a [OpenSuggestion],
    /// Whom a name means in this text, as far as that is settled: by kind and key.
    known: BTreeMap<(PartyKind, String), Party>,
    /// Keys of the suggestions that are entered.
    taken: BTreeSet<String>,
    doubts: Vec<Doubt>,
}

impl<'a> Acceptance<'a> {
    fn new(version: &'a Version, read: &'a VersionRead, open: &'a [OpenSuggestion]) -> Self {
        Acceptance {
            version,
            read,
            open,
            known: BTreeMap::new(),
            taken: BTreeSet::new(),
            doubts: Vec::new(),
        }
    }

    /// Enters a party or place with all that the text says of it.
    fn accept_name(
        &mut self,
        tx: &mut Tx<'_>,
        open: &OpenSuggestion,
        kind: TagKind,
        chosen: Option<&str>,
    ) -> Result<(), Error> {
        if !self.taken.insert(open.key.clone()) {
            return Ok(());
        }
        let own = kind
            .party()
            .map(|kind| (kind, language::party_key(&open.name)));
        let known = own.as_ref().and_then(|own| self.known.get(own));
        let mut chosen = chosen
            .map(str::to_owned)
            .or_else(|| known.map(|party| party.uuid.clone()));
        let mut likely = Vec::new();
        if chosen.is_none() {
            let candidates = open.candidates(tx.sql(), self.version.article_id)?;
            chosen = open.sure_candidate(&candidates).map(|sure| sure.id.clone());
            likely = pick_likely(&candidates);
        }
        let target = tag_span::find_or_make_target(tx, kind, chosen.as_deref(), &open.name)?;
        if chosen.is_none() && !likely.is_empty() {
            self.doubts.push(Doubt {
                kind,
                name: open.name.clone(),
                made: Some(target.uuid().to_owned()),
                candidates: likely,
            });
        }
        match &target {
            Target::Party(party) => {
                if let (Some(_), Some(span)) = (&chosen, open.spans.first()) {
                    let lexicon = &self.read.lexicon;
                    tag_span::keep_printed_form(
                        tx,
                        party,
                        &open.name,
                        &span.text,
                        self.version,
                        lexicon,
                    )?;
                }
                let on_behalf_of = match &open.on_behalf_of {
                    Some(name) => self.find_organisation(tx, name)?,
                    None => None,
                };
                let entry = CastEntry {
                    roles: &open.roles,
                    positions: &open.positions,
                    on_behalf_of: on_behalf_of.as_deref(),
                };
                tag_span::enter_in_cast(tx, self.version, party, &entry)?;
                if let Some(own) = own {
                    self.known.insert(own, Party::clone(party));
                }
            }
            Target::Place(place) => place::add_heading(tx, self.version.article_id, place.id)?,
        }
        for span in &open.spans {
            let place = (span.start, span.end);
            tag_span::mark_span(tx, self.version, &target, place, span.text.clone())?;
        }
        Ok(())
    }

    /// UUID of the organisation that a name means, made where it is new. Of several of that name the one of this
    /// article is meant, else none of them.
    fn find_organisation(&mut self, tx: &mut Tx<'_>, name: &str) -> Result<Option<String>, Error> {
        let key = (PartyKind::Organisation, language::party_key(name));
        if key.1.is_empty() {
            return Ok(None);
        }
        if let Some(party) = self.known.get(&key) {
            return Ok(Some(party.uuid.clone()));
        }
        let found = match party::find_or_make(tx, PartyKind::Organisation, name) {
            Err(Error::PartyAmbiguous { candidates, .. }) => {
                match marking::find_in_cast(tx.sql(), self.version.article_id, key.0, &key.1)? {
                    Some(party) => party,
                    None => {
                        let name = crate::values::one_line(name);
                        let party = party::make(tx, PartyKind::Organisation, name.clone())?;
                        self.doubts.push(Doubt {
                            kind: TagKind::Organisation,
                            name,
                            made: Some(party.uuid.clone()),
                            candidates,
                        });
                        party
                    }
                }
            }
            other => other?,
        };
        let uuid = found.uuid.clone();
        self.known.insert(key, found);
        Ok(Some(uuid))
    }

    /// Enters a quote, with who says it.
    fn accept_quote(
        &mut self,
        tx: &mut Tx<'_>,
        open: &OpenSuggestion,
        chosen: Option<&str>,
    ) -> Result<(), Error> {
        if !self.taken.insert(open.key.clone()) {
            return Ok(());
        }
        let speaker = self.find_speaker(tx, &open.name, chosen)?;
        if let Some(speaker) = speaker {
            let own = participation::find_or_make(tx, self.version.article_id, speaker)?;
            participation::add_role(tx, own.id, Role::Speaker)?;
        }
        for span in &open.spans {
            let place = (span.start, span.end);
            quote::add(
                tx,
                self.version.id,
                speaker,
                Speech::Direct,
                place,
                span.text.clone(),
            )?;
        }
        Ok(())
    }

    /// Key of who speaks: as chosen, else whom the text's speaker is tagged as, else the person who is suggested, who
    /// is accepted along. None where the text names nobody, or where it is not sure who that is.
    fn find_speaker(
        &mut self,
        tx: &mut Tx<'_>,
        name: &str,
        chosen: Option<&str>,
    ) -> Result<Option<i64>, Error> {
        let own = (PartyKind::Person, language::party_key(name));
        if let Some(party) = self.known.get(&own) {
            return Ok(Some(party.id));
        }
        let key = suggestion::suggestion_key(SuggestionKind::Person, name, &[]);
        let person = self.open.iter().find(|open| open.key == key);
        if chosen.is_some() {
            let target = tag_span::find_or_make_target(tx, TagKind::Person, chosen, name)?;
            if let Some(person) = person {
                self.accept_name(tx, person, TagKind::Person, chosen)?;
            }
            return Ok(target.keys().0);
        }
        if own.1.is_empty() {
            return Ok(None);
        }
        let mentions: Vec<_> = self.read.mentions_of(name).collect();
        if let Some(party) = marking::find_tagged_person(tx.sql(), self.version, name, &mentions)? {
            return Ok(Some(party.id));
        }
        let mut likely = Vec::new();
        if let Some(person) = person {
            let candidates = person.candidates(tx.sql(), self.version.article_id)?;
            likely = pick_likely(&candidates);
            if likely.is_empty() || person.sure_candidate(&candidates).is_some() {
                self.accept_name(tx, person, TagKind::Person, None)?;
                return Ok(self.known.get(&own).map(|party| party.id));
            }
        }
        self.doubts.push(Doubt {
            kind: TagKind::Person,
            name: name.to_owned(),
            made: None,
            candidates: likely,
        });
        Ok(None)
    }
}

/// UUIDs of the candidates who are more than of one family name.
fn pick_likely(candidates: &[Candidate]) -> Vec<String> {
    let likely = candidates.iter().filter(|candidate| candidate.is_likely());
    likely.map(|candidate| candidate.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Identity, Intake};

    /// What another program writes between the reading and the lock is not taken for what was read.
    #[test]
    fn a_text_written_to_meanwhile_is_not_the_one_that_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.muragat");
        let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
        let text = "Хабар\nКеше Сәуле Омарова келді.";
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        let article = added.unwrap().value.id;
        let version = archive.article(&article).unwrap().versions.remove(0).id;
        let stored: Version = rows::by_uuid(archive.connection(), &version).unwrap();
        let read = archive.read_version(&stored).unwrap();
        let mut other = Archive::open(&path, Identity::new("Бауыржан")).unwrap();
        other
            .edit_version(&version, None, Some("Бүгін Сәуле Омарова келді."))
            .unwrap();
        let all = |tx: &mut Tx<'_>, version: &Version, read: &VersionRead| {
            accept_open(tx, version, read, None, None)
        };
        let done = archive
            .decide_if_as_read(OpKind::AcceptSuggestions, &version, &read, all)
            .unwrap();
        assert!(done.is_none());
        assert!(archive.article(&article).unwrap().cast.is_empty());
        let done = archive.decide_on_suggestions(OpKind::AcceptSuggestions, &version, all);
        assert!(done.unwrap().op.is_some());
        let mention = &archive.article(&article).unwrap().versions[0].mentions[0];
        assert_eq!((mention.start, mention.text.as_str()), (6, "Сәуле Омарова"));
    }

    /// A text that never rests is read inside the op at last.
    #[test]
    fn a_text_that_is_written_to_all_the_time_is_decided_on_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.muragat");
        let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
        let text = "Хабар\nКеше Сәуле Омарова келді.";
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        let article = added.unwrap().value.id;
        let version = archive.article(&article).unwrap().versions.remove(0).id;
        let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let writing = std::thread::spawn({
            let (stop, path, version) = (stop.clone(), path.clone(), version.clone());
            move || {
                let mut other = Archive::open(&path, Identity::new("Бауыржан")).unwrap();
                let mut number = 0;
                while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                    let body = format!("{number} Сәуле Омарова келді.");
                    other.edit_version(&version, None, Some(&body)).unwrap();
                    number += 1;
                }
            }
        });
        for _ in 0..10 {
            archive
                .decide_on_suggestions(OpKind::AcceptSuggestions, &version, |tx, version, read| {
                    assert!(read.is_of(version));
                    accept_open(tx, version, read, None, None)
                })
                .unwrap();
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        writing.join().unwrap();
        assert_eq!(archive.article(&article).unwrap().cast.len(), 1);
    }
}
