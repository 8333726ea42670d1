//! What wants looking at in an article's photos before it is done: where records, files and text do not agree.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use muragat_language::{Lexicon, ReadText, party_key};
use muragat_photo::PhotoMetadata;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::edit::photo_credit::PrintedCredits;
use crate::edit::photo_statement::{are_same, source_of};
use crate::edit::source_type::source_type;
use crate::error::Error;
use crate::nouns::article::{self, Article};
use crate::nouns::party::PartyName;
use crate::nouns::photo::{Home, Photo, PhotoText};
use crate::nouns::region::Region;
use crate::record::terms::{DigitalSourceType, PhotoCheckKind, StatementSource, TextKind};
use crate::store::kept_captions::NamedPerson;
use crate::store::library::Archive;
use crate::store::rows;

/// So many photos of an article, and whoever spoke is expected in one of them.
const ENOUGH_PHOTOS: usize = 10;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhotoCheck {
    /// What is the matter.
    pub kind: PhotoCheckKind,
    /// The photos with the same to look at, by UUID, in their order; none: it is of all photos of the article.
    pub photos: Vec<String>,
    /// The place of the first in the article, from 1.
    pub number: Option<u32>,
    /// Who it is about: a name.
    pub name: Option<String>,
    /// That party's UUID, where it is tagged.
    pub party: Option<String>,
    /// What the record says.
    pub stands: Option<String>,
    /// What is said otherwise, and would be taken over.
    pub said: Option<String>,
    /// Where that is said.
    pub source: Option<StatementSource>,
}

impl PhotoCheck {
    fn of(kind: PhotoCheckKind, at: usize, photo: &Photo) -> PhotoCheck {
        PhotoCheck {
            photos: vec![photo.uuid.clone()],
            number: u32::try_from(at + 1).ok(),
            ..PhotoCheck::of_all(kind)
        }
    }

    fn of_all(kind: PhotoCheckKind) -> PhotoCheck {
        PhotoCheck {
            kind,
            photos: Vec::new(),
            number: None,
            name: None,
            party: None,
            stands: None,
            said: None,
            source: None,
        }
    }
}

impl Archive {
    /// What wants looking at in an article's photos, photo by photo. The article by its UUID or reference.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn photo_checks(&self, article: &str) -> Result<Vec<PhotoCheck>, Error> {
        let sql = self.connection();
        let article = article::resolve(sql, article)?;
        let (here, id) = Home::Article(article.id).condition();
        let tail = format!("WHERE {here} ORDER BY ordinal, id");
        let photos = rows::select::<Photo>(sql, &tail, [id])?;
        let credits = PrintedCredits::of(sql, article.id)?;
        let people = People::of(sql, article.id)?;
        let mut found = Vec::new();
        for (at, photo) in photos.iter().enumerate() {
            let stated = self.metadata_of(photo)?;
            found.extend(check_credit(at, photo, credits.of_photo(photo), &stated));
            found.extend(check_time(at, photo, &article));
            found.extend(check_ai(at, photo, &stated));
            found.extend(check_faces(sql, at, photo, &stated)?);
            self.check_captions(&mut found, at, photo, &people)?;
        }
        if photos.len() >= ENOUGH_PHOTOS {
            found.extend(unseen_speakers(sql, article.id)?);
        }
        Ok(join_alike(found))
    }

    /// Whoever a caption names by name and surname and who is not tagged.
    fn check_captions(
        &self,
        found: &mut Vec<PhotoCheck>,
        at: usize,
        photo: &Photo,
        people: &People,
    ) -> Result<(), Error> {
        let tail = "WHERE photo_id = ?1 AND kind = ?2 ORDER BY id";
        let captions =
            rows::select::<PhotoText>(self.connection(), tail, (photo.id, TextKind::Caption))?;
        let (number, lexicon) = self.numbered_lexicon()?;
        let mut named = BTreeSet::new();
        for caption in captions {
            let read = || people_named(&caption.text, &lexicon);
            let those = self.kept_captions().people_in(&caption.text, number, read);
            for person in those.iter() {
                if !people.have(&person.key) && named.insert(person.key.clone()) {
                    found.push(PhotoCheck {
                        name: Some(person.name.clone()),
                        ..PhotoCheck::of(PhotoCheckKind::NamedButNotTagged, at, photo)
                    });
                }
            }
        }
        Ok(())
    }
}

/// Whoever a caption names by name and surname.
fn people_named(caption: &str, lexicon: &Lexicon) -> Vec<NamedPerson> {
    let read = ReadText::of_body("", caption, lexicon);
    let people = read.reading().people.iter().map(|person| NamedPerson {
        name: person.name.clone(),
        key: party_key(&person.name),
    });
    let is_whole = |person: &NamedPerson| {
        let words = person.key.split(' ');
        words.filter(|word| word.chars().count() > 1).count() > 1
    };
    people.filter(is_whole).collect()
}

/// A credit is missing, or is neither what the article prints nor what the file says.
fn check_credit(
    at: usize,
    photo: &Photo,
    printed: Option<&str>,
    stated: &PhotoMetadata,
) -> Option<PhotoCheck> {
    let own = stated.credit_line.as_ref();
    let own = own.map(|said| (said.value.as_str(), source_of(said.source)));
    let printed = printed.map(|said| (said, StatementSource::Article));
    let said: Vec<(&str, StatementSource)> = own.into_iter().chain(printed).collect();
    let kind = match &photo.credit {
        None => PhotoCheckKind::CreditMissing,
        // whoever wrote what one of the two says has decided between them
        Some(credit) if said.iter().any(|(said, _)| are_same(said, credit)) => return None,
        Some(_) if said.is_empty() => return None,
        Some(_) => PhotoCheckKind::CreditDiffers,
    };
    Some(PhotoCheck {
        stands: photo.credit.clone(),
        said: said.first().map(|(said, _)| (*said).to_owned()),
        source: said.first().map(|(_, source)| *source),
        ..PhotoCheck::of(kind, at, photo)
    })
}

/// A photo that was taken after it was published.
fn check_time(at: usize, photo: &Photo, article: &Article) -> Option<PhotoCheck> {
    let taken = day_of(photo.taken_at.as_deref()?)?;
    let published = day_of(article.publication_date.as_deref()?)?;
    (taken > published).then(|| PhotoCheck {
        stands: photo.taken_at.clone(),
        said: article.publication_date.clone(),
        ..PhotoCheck::of(PhotoCheckKind::TakenAfterPublication, at, photo)
    })
}

/// The day of a date or a time, where it is one day without a doubt.
fn day_of(text: &str) -> Option<NaiveDate> {
    let day = text.split('T').next()?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

/// A file that says that AI made or changed it, and a record that does not.
fn check_ai(at: usize, photo: &Photo, stated: &PhotoMetadata) -> Option<PhotoCheck> {
    let is_by_ai = DigitalSourceType::is_by_ai;
    let said = stated.digital_source_type.as_ref()?;
    let term = source_type(&said.value).filter(|term| is_by_ai(term.as_str()))?;
    let is_marked = photo.digital_source_type.as_deref().is_some_and(is_by_ai);
    (!is_marked).then(|| PhotoCheck {
        stands: photo.digital_source_type.clone(),
        said: Some(term.as_str().to_owned()),
        source: Some(source_of(said.source)),
        ..PhotoCheck::of(PhotoCheckKind::AiUnmarked, at, photo)
    })
}

/// A file that marks more faces than the record says whose they are.
fn check_faces(
    sql: &Connection,
    at: usize,
    photo: &Photo,
    stated: &PhotoMetadata,
) -> Result<Option<PhotoCheck>, Error> {
    let marked = stated.regions.as_ref().map_or(0, |said| said.value.len());
    if marked == 0 {
        return Ok(None);
    }
    let named = rows::select::<Region>(sql, "WHERE photo_id = ?1", [photo.id])?.len();
    Ok((marked > named).then(|| PhotoCheck {
        stands: Some(named.to_string()),
        said: Some(marked.to_string()),
        ..PhotoCheck::of(PhotoCheckKind::FacesUnnamed, at, photo)
    }))
}

/// The same of several photos is one thing to look at, and is put right at once; a face is looked at where it is.
fn join_alike(found: Vec<PhotoCheck>) -> Vec<PhotoCheck> {
    let mut joined: Vec<PhotoCheck> = Vec::new();
    for one in found {
        let is_alike = |other: &&mut PhotoCheck| {
            one.kind != PhotoCheckKind::FacesUnnamed
                && other.kind == one.kind
                && (&other.name, &other.party) == (&one.name, &one.party)
                && (&other.stands, &other.said, other.source)
                    == (&one.stands, &one.said, one.source)
        };
        match joined.iter_mut().find(is_alike) {
            Some(other) => other.photos.extend(one.photos),
            None => joined.push(one),
        }
    }
    joined
}

/// Whoever spoke and is seen in no photo of many.
fn unseen_speakers(sql: &Connection, article: i64) -> Result<Vec<PhotoCheck>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT DISTINCT party.uuid, party.name FROM participation
           JOIN participation_role ON participation_id = participation.id AND role = 'speaker'
           JOIN party ON party.id = participation.party_id AND party.kind = 'person'
         WHERE participation.article_id = ?1
           AND party.id NOT IN (SELECT party_id FROM region JOIN photo ON photo.id = photo_id WHERE photo.article_id = ?1)
         ORDER BY participation.ordinal",
    )?;
    let rows = statement.query_map([article], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (party, name) = row?;
        found.push(PhotoCheck {
            party: Some(party),
            name: Some(name),
            ..PhotoCheck::of_all(PhotoCheckKind::SpeakerUnseen)
        });
    }
    Ok(found)
}

/// The names of all who are tagged in an article or seen in its photos.
struct People {
    /// The words of each form of each name.
    names: Vec<Vec<String>>,
}

impl People {
    fn of(sql: &Connection, article: i64) -> Result<People, Error> {
        let tagged = "SELECT party_id FROM participation WHERE article_id = ?1
            UNION SELECT party_id FROM region JOIN photo ON photo.id = photo_id WHERE photo.article_id = ?1";
        let mut statement = sql.prepare_cached(&format!(
            "SELECT match_key FROM party WHERE id IN ({tagged})"
        ))?;
        let mut keys: Vec<String> = statement
            .query_map([article], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let tail = format!("WHERE party_id IN ({tagged})");
        let forms = rows::select::<PartyName>(sql, &tail, [article])?;
        keys.extend(forms.into_iter().map(|form| party_key(&form.form)));
        let words = |key: &String| key.split(' ').map(str::to_owned).collect();
        Ok(People {
            names: keys.iter().map(words).collect(),
        })
    }

    /// Whether somebody goes by a name of this key: each of its words is one of theirs, or the letter that one begins with.
    fn have(&self, key: &str) -> bool {
        let is_word_of = |word: &str, own: &String| match word.chars().count() {
            1 => own.starts_with(word),
            _ => own == word,
        };
        self.names.iter().any(|name| {
            key.split(' ')
                .all(|word| name.iter().any(|own| is_word_of(word, own)))
        })
    }
}
