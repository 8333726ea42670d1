//! Which photos are copied, and what is known of each: its article, or its event alone.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;

use muragat_archive::record::terms::{Access, PartyKind};
use muragat_archive::record::{ArticleRecord, PartyRecord, PhotoRecord};
use muragat_archive::{Archive, Error as ArchiveError, PhotoLine, Withheld};
use muragat_photo::{ArchiveStatement, DateTime};

use super::name_pattern::NameFields;
use super::wanted::{CopiesWanted, CopyHindrance};
use crate::error::Error;
use crate::photo_statement::{PhotoContext, known_since, state_photo};
use crate::placed::{self, Placed, parties_shown};

/// A photo with all that its copy needs but its bytes.
pub(super) struct ChosenPhoto {
    pub photo: PhotoRecord,
    /// The reference of its article.
    pub reference: Option<String>,
    pub statement: ArchiveStatement,
    pub known_since: DateTime,
    pub fields: NameFields,
    /// Why it may not leave the archive today.
    pub closed: Option<CopyHindrance>,
}

/// The photos that are wanted, each once: those of articles, in their order, then those named.
pub(super) fn lines_wanted(
    archive: &Archive,
    wanted: &CopiesWanted,
) -> Result<Vec<PhotoLine>, ArchiveError> {
    let mut ids = Vec::new();
    for article in &wanted.articles {
        let photos = archive.article(article)?.photos;
        ids.extend(photos.into_iter().map(|photo| photo.id));
    }
    ids.extend(wanted.photos.iter().cloned());
    let mut known = HashSet::new();
    ids.retain(|id| known.insert(id.clone()));
    archive.photo_lines(&ids)
}

/// Reads what is known of photos, one after the other; those of one article are mostly asked for together.
pub(super) struct Chooser<'a> {
    archive: &'a Archive,
    /// What may not leave.
    withheld: &'a Withheld,
    last: Option<ArticleRecord>,
}

impl<'a> Chooser<'a> {
    pub fn new(archive: &'a Archive, withheld: &'a Withheld) -> Chooser<'a> {
        Chooser {
            archive,
            withheld,
            last: None,
        }
    }

    /// What is known of a photo; `at` is its place among those chosen, from 0.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn choose(&mut self, line: &PhotoLine, at: usize) -> Result<ChosenPhoto, Error> {
        match &line.article {
            Some(article) => self.of_article(line, article),
            None => self.of_event(line, at),
        }
    }

    fn of_article(&mut self, line: &PhotoLine, article: &str) -> Result<ChosenPhoto, Error> {
        let record = match self.last.take().filter(|record| record.id == article) {
            Some(record) => record,
            None => self.archive.article_to_leave(article, self.withheld)?,
        };
        let placed = Placed::new(&record, "");
        let context = PhotoContext::of_article(&placed);
        let place = record
            .photos
            .iter()
            .position(|photo| photo.id == line.photo.id);
        let closed = self.withheld.article(article).map(|access| match access {
            Access::Embargo => CopyHindrance::Embargo,
            _ => CopyHindrance::Restricted,
        });
        let date = placed::date(&record);
        let chosen = choose_within(&context, &line.photo, place.unwrap_or(0), date, closed);
        self.last = Some(record);
        Ok(chosen)
    }

    fn of_event(&self, line: &PhotoLine, at: usize) -> Result<ChosenPhoto, Error> {
        let photo = &line.photo;
        let event = photo.event.as_deref();
        let event = event.map(|id| self.archive.event(id)).transpose()?;
        let event = event.map(|page| page.record);
        let mut parties: Vec<PartyRecord> = Vec::new();
        for region in &photo.regions {
            if !parties.iter().any(|party| party.id == region.party) {
                let mut party = self.archive.party(&region.party)?.record;
                self.withheld.keep_back_of_party(&mut party);
                parties.push(party);
            }
        }
        let named = event
            .as_ref()
            .map(|event| (event.id.as_str(), event.name.as_str()));
        let context = PhotoContext {
            language: "und",
            title: None,
            reference: None,
            rights: None,
            catalogued: None,
            parties: Cow::Owned(parties),
            events: named.into_iter().collect(),
        };
        let date = event.as_ref().and_then(|event| event.date.as_deref());
        let closed = event
            .as_ref()
            .filter(|event| self.withheld.holds(&event.id));
        let closed = closed.map(|_| CopyHindrance::Restricted);
        Ok(choose_within(&context, photo, at, date, closed))
    }
}

fn choose_within(
    context: &PhotoContext<'_>,
    photo: &PhotoRecord,
    at: usize,
    date: Option<&str>,
    closed: Option<CopyHindrance>,
) -> ChosenPhoto {
    let taken = photo.taken_at.as_deref();
    let taken = taken.and_then(|taken| taken.split('T').next());
    let persons = parties_shown(&context.parties, photo, PartyKind::Person);
    let persons: Vec<&str> = persons.iter().map(|party| party.name.as_str()).collect();
    let stem = Path::new(&photo.name).file_stem();
    ChosenPhoto {
        reference: context.reference.map(str::to_owned),
        statement: state_photo(context, photo),
        known_since: known_since(context, photo),
        fields: NameFields {
            reference: context.reference.unwrap_or_default().to_owned(),
            number: at + 1,
            date: taken.or(date).unwrap_or_default().to_owned(),
            name: stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
            person: persons.join(", "),
            place: photo.place.clone().unwrap_or_default(),
        },
        photo: photo.clone(),
        closed,
    }
}
