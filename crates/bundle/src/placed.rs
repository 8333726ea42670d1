//! An article in its place in the bundle: what every writer of its files is given.

use muragat_archive::record::terms::{MentionState, PartyKind, Relation, Role, Speech, TextKind};
use muragat_archive::record::{
    ArticleRecord, FileRecord, PartyRecord, PhotoRecord, PlaceRecord, VersionRecord,
};

use crate::layout;
use crate::spans::Span;

/// From an article's folder up to data/.
pub(crate) const TOP: &str = "../../../";

/// An article, its folder, and where its originals and photos lie in it.
pub(crate) struct Placed<'a> {
    /// The article.
    pub record: &'a ArticleRecord,
    /// `articles/<year>/<reference>`, below data/.
    pub folder: &'a str,
    /// Originals, each with its path in the folder.
    pub originals: Vec<(String, &'a FileRecord)>,
    /// Photos, each with its path in the folder.
    pub photos: Vec<(String, &'a PhotoRecord)>,
}

/// What a span of a text stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark<'a> {
    /// A person or an organisation.
    Party(&'a PartyRecord),
    /// A place.
    Place(&'a PlaceRecord),
    /// A quotation: direct or not, and who speaks.
    Quote(Speech, Option<&'a PartyRecord>),
}

impl<'a> Placed<'a> {
    /// Finds a place for each file.
    pub fn new(record: &'a ArticleRecord, folder: &'a str) -> Placed<'a> {
        let mut names: Vec<String> = Vec::new();
        let mut originals = Vec::new();
        for file in record.versions.iter().flat_map(|version| &version.files) {
            let lower = file.name.to_lowercase();
            let number = 1 + names.iter().filter(|name| **name == lower).count();
            names.push(lower);
            originals.push((layout::original(file, number), file));
        }
        let photos = record
            .photos
            .iter()
            .enumerate()
            .map(|(at, photo)| (layout::photo(photo, at + 1), photo))
            .collect();
        Placed {
            record,
            folder,
            originals,
            photos,
        }
    }

    /// A party of the record.
    pub fn party(&self, id: &str) -> Option<&'a PartyRecord> {
        self.record.parties.iter().find(|party| party.id == id)
    }

    /// A party's name, or nothing.
    pub fn name(&self, id: &str) -> &'a str {
        self.party(id).map_or("", |party| party.name.as_str())
    }

    /// The title of the first text that has one, else the reference.
    pub fn title(&self) -> &'a str {
        title(self.record)
    }

    /// The text that one reads first: of those in force, the first.
    pub fn read_first(&self) -> Option<&'a VersionRecord> {
        in_force_first(self.record).into_iter().next()
    }

    /// The title of the text that one reads first, where it has one.
    pub fn title_in_force(&self) -> &'a str {
        self.read_first()
            .map(|version| version.title.as_str())
            .filter(|title| !title.trim().is_empty())
            .unwrap_or_else(|| self.title())
    }

    /// The language of the text that one reads first.
    pub fn language_in_force(&self) -> &'a str {
        self.read_first()
            .map_or("und", |version| version.language.as_str())
    }

    /// The language of the first text.
    pub fn language(&self) -> &'a str {
        let first = self.record.versions.first();
        first.map_or("und", |version| version.language.as_str())
    }

    /// When it was published, or as near to that as is known: EDTF.
    pub fn date(&self) -> Option<&'a str> {
        date(self.record)
    }

    /// Names of those who have a role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &'a PartyRecord> {
        let record = self.record;
        let cast = record
            .cast
            .iter()
            .filter(move |member| member.roles.contains(&role));
        cast.filter_map(|member| self.party(&member.party))
    }

    /// What is marked in a version's body.
    pub fn spans(&self, version: &'a VersionRecord) -> Vec<Span<Mark<'a>>> {
        let place = |id: &str| self.record.places.iter().find(|place| place.id == id);
        let number = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
        let mentions = version
            .mentions
            .iter()
            .filter(|mention| mention.state == MentionState::Fresh)
            .filter_map(|mention| {
                let party = mention.party.as_deref().and_then(|id| self.party(id));
                let mark = match party {
                    Some(party) => Mark::Party(party),
                    None => Mark::Place(place(mention.place.as_deref()?)?),
                };
                Some((mention.start, mention.end, mark))
            });
        let quotes = version.quotes.iter().map(|quote| {
            let speaker = quote.speaker.as_deref().and_then(|id| self.party(id));
            (quote.start, quote.end, Mark::Quote(quote.speech, speaker))
        });
        // a quotation that is as long as the mention in it is the outer one
        quotes
            .chain(mentions)
            .map(|(start, end, mark)| Span {
                start: number(start),
                end: number(end),
                mark,
            })
            .collect()
    }
}

/// The title of the first text that has one, else the reference.
pub(crate) fn title(record: &ArticleRecord) -> &str {
    let titles = record.versions.iter().map(|version| version.title.as_str());
    titles
        .into_iter()
        .find(|title| !title.trim().is_empty())
        .unwrap_or(&record.reference)
}

/// The registered version that took the place of another, if one did: the latest of them.
pub(crate) fn superseded_by<'a>(
    record: &'a ArticleRecord,
    version: &VersionRecord,
) -> Option<&'a VersionRecord> {
    record.versions.iter().rev().find(|later| {
        let takes_its_place = matches!(
            later.relation,
            Relation::Corrects | Relation::Replaces | Relation::Withdraws
        );
        takes_its_place
            && later.fixed_at.is_some()
            && later.of.as_deref() == Some(version.id.as_str())
    })
}

/// The versions as one reads them: those in force, in their order, then those whose place others took, the latest
/// first.
pub(crate) fn in_force_first(record: &ArticleRecord) -> Vec<&VersionRecord> {
    let (mut past, mut read): (Vec<&VersionRecord>, Vec<&VersionRecord>) = record
        .versions
        .iter()
        .partition(|version| superseded_by(record, version).is_some());
    past.reverse();
    read.append(&mut past);
    read
}

/// When an article was published, or else captured.
pub(crate) fn date(record: &ArticleRecord) -> Option<&str> {
    let published = record.publication_date.as_deref();
    published.or(record.captured_on.as_deref())
}

/// The shelf mark: the codes of the units from the fonds down.
pub(crate) fn shelf(record: &ArticleRecord) -> String {
    let codes: Vec<&str> = record.units.iter().map(|unit| unit.code.as_str()).collect();
    codes.join("-")
}

/// Those among some parties whom a photo's regions show, each once.
pub(crate) fn parties_shown<'a>(
    known: &'a [PartyRecord],
    photo: &PhotoRecord,
    kind: PartyKind,
) -> Vec<&'a PartyRecord> {
    let mut parties: Vec<&PartyRecord> = Vec::new();
    for region in &photo.regions {
        let party = known.iter().find(|party| party.id == region.party);
        if let Some(party) = party.filter(|party| party.kind == kind)
            && !parties.iter().any(|other| other.id == party.id)
        {
            parties.push(party);
        }
    }
    parties
}

/// A photo's captions or alternative texts: language and text.
pub(crate) fn texts(photo: &PhotoRecord, kind: TextKind) -> impl Iterator<Item = (&str, &str)> {
    let texts = photo.texts.iter().filter(move |text| text.kind == kind);
    texts.map(|text| (text.language.as_str(), text.text.as_str()))
}

/// A path as a reference in HTML, XML and JSON-LD: an IRI, with what IRIs cannot hold percent-encoded.
pub(crate) fn href(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '/' | '-' | '.' | '_' | '~' | '!' | '(' | ')' | '+' | ',' | '=' | '@' => {
                encoded.push(c);
            }
            c if c.is_ascii_alphanumeric() => encoded.push(c),
            c if c.is_alphanumeric() && !c.is_ascii() => encoded.push(c),
            c => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    encoded.push_str(&format!("%{byte:02X}"));
                }
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::href;

    #[test]
    fn an_iri_keeps_letters_and_nothing_else_odd() {
        assert_eq!(
            href("articles/2026/ЖО-1_2026-0001/photos/001-менің суретім №1 #x.jpg"),
            "articles/2026/ЖО-1_2026-0001/photos/001-менің%20суретім%20%E2%84%961%20%23x.jpg"
        );
        assert_eq!(href("a'\"<b>&?"), "a%27%22%3Cb%3E%26%3F");
    }
}
