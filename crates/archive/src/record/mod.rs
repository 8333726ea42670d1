//! What a reader sees of the catalogue: one article whole ([`ArticleRecord`]), and a line of the
//! list ([`ArticleLine`]). `show --json`, `article.json` in a bundle and the window share these.
//!
//! An [`ArticleRecord`] is lossless: all that the catalogue holds of the article, under UUIDs, with
//! no number that another library would count differently. The same rows give the same bytes.

pub mod terms;

use muragat_language::PersonName;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::terms::{
    Access, Level, MentionState, NameKind, PartyKind, PostKind, Relation, Role, Speech, State,
    TextKind,
};

/// One article with everything that hangs on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ArticleRecord {
    /// UUIDv7.
    pub id: String,
    /// Unique in its library, such as `ЖО-1/2026-0611`.
    pub reference: String,
    /// Draft, registered or withdrawn.
    pub state: State,
    /// Such as «press release»; free text.
    pub kind: Option<String>,
    /// The registration number that the issuing office gave.
    pub outgoing_number: Option<String>,
    /// EDTF (ISO 8601-2), as closely and as surely as it is known.
    pub outgoing_date: Option<String>,
    /// EDTF, likewise.
    pub publication_date: Option<String>,
    /// The day the archive took the article in, `YYYY-MM-DD`.
    pub captured_on: Option<String>,
    /// Where it was published.
    pub source_url: Option<String>,
    /// Terms of use.
    pub rights: Option<String>,
    /// The archivist's note.
    pub note: Option<String>,
    /// Who may see it.
    pub access: AccessRecord,
    /// Fonds, inventory, file, from the top down; empty: in the in-tray.
    pub units: Vec<UnitRecord>,
    /// Subject headings.
    pub subjects: Vec<String>,
    /// Places that it is about or names, in the order of the Kazakh alphabet.
    pub places: Vec<PlaceRecord>,
    /// What took place, and what its photos show.
    pub events: Vec<EventRecord>,
    /// The texts, oldest first.
    pub versions: Vec<VersionRecord>,
    /// Who took part, in the archivist's order.
    pub cast: Vec<ParticipationRecord>,
    /// In the archivist's order.
    pub photos: Vec<PhotoRecord>,
    /// Every person and organisation that the record names, whole, in alphabetical order.
    pub parties: Vec<PartyRecord>,
    /// Suggestions that were turned down, so that they stay away.
    pub decisions: Vec<DecisionRecord>,
    /// When it was catalogued, RFC 3339 in UTC.
    pub created_at: String,
}

impl ArticleRecord {
    /// Whether it has every text to the letter that is registered in `here`, another record of the same article.
    /// Registered text is evidence: a record without it never takes the other's place.
    pub fn keeps_registered(&self, here: &ArticleRecord) -> bool {
        let kept = |own: &VersionRecord| {
            self.versions.iter().any(|version| {
                version.id == own.id
                    && version.title == own.title
                    && version.body == own.body
                    && version.language == own.language
                    && version.fixed_at == own.fixed_at
            })
        };
        here.versions
            .iter()
            .filter(|own| own.fixed_at.is_some())
            .all(kept)
    }
}

/// Access conditions (ISAD(G) 3.4.1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AccessRecord {
    /// Open, restricted or under embargo.
    pub level: Access,
    /// Last day of the embargo, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
}

/// A unit of description above the article (ISAD(G)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct UnitRecord {
    /// UUIDv7.
    pub id: String,
    /// The unit above, by UUID.
    pub parent: Option<String>,
    /// Fonds, inventory or file.
    pub level: Level,
    /// Its part of the reference code.
    pub code: String,
    /// Title.
    pub title: String,
    /// The fonds creator, a party's UUID.
    pub creator: Option<String>,
    /// Start of the covering dates.
    pub date_from: Option<String>,
    /// End of the covering dates.
    pub date_to: Option<String>,
    /// Extent, as text.
    pub extent: Option<String>,
    /// Retention period, as text.
    pub retention_period: Option<String>,
    /// The article of the retention schedule.
    pub retention_article: Option<String>,
    /// Note.
    pub note: Option<String>,
}

impl UnitRecord {
    /// Code and title as people read them: [`unit_name`].
    pub fn name(&self) -> String {
        unit_name(&self.code, &self.title)
    }
}

/// A unit's code and title as people read them; the title alone where it begins with the code, as a year's does:
/// «2026 жыл».
pub fn unit_name(code: &str, title: &str) -> String {
    let begins = title
        .strip_prefix(code)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    match begins || code.is_empty() {
        true => title.to_owned(),
        false => format!("{code} {title}").trim_end().to_owned(),
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlaceRecord {
    /// UUIDv7.
    pub id: String,
    /// Name in the nominative.
    pub name: String,
    /// The state's classifier code (КАТО), if known.
    pub code: Option<String>,
    /// Whether the article is about it; else the text only names it.
    pub heading: bool,
}

/// What took place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventRecord {
    /// UUIDv7.
    pub id: String,
    /// Name.
    pub name: String,
    /// EDTF.
    pub date: Option<String>,
    /// Where, as text.
    pub place: Option<String>,
    /// Whether the article reports it; else only a photo shows it.
    pub reported: bool,
}

/// One text of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VersionRecord {
    /// UUIDv7.
    pub id: String,
    /// BCP 47: `kk`, `kk-Latn`, `ru`, `en`, or `und`.
    pub language: String,
    /// Title line.
    pub title: String,
    /// The decoded text with \n line ends, without date and title line.
    pub body: String,
    /// What it is to the version in `of`.
    pub relation: Relation,
    /// UUID of the version it relates to.
    pub of: Option<String>,
    /// When the text was fixed by registration, RFC 3339.
    pub fixed_at: Option<String>,
    /// Bytes as received.
    pub files: Vec<FileRecord>,
    /// By start, then end.
    pub mentions: Vec<MentionRecord>,
    /// By start.
    pub quotes: Vec<QuoteRecord>,
}

/// Bytes as received: the original of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FileRecord {
    /// UUIDv7.
    pub id: String,
    /// File name as received.
    pub name: String,
    /// The original's SHA-256, 64 hex digits.
    pub sha256: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// IANA media type.
    pub media_type: String,
    /// The character encoding it came in, for text.
    pub encoding: Option<String>,
    /// Its format's id in PRONOM, where that is known.
    pub pronom: Option<String>,
    /// How the text was made of it; none where its text is the decoded bytes, or nothing was read of it.
    pub derivation: Option<DerivationRecord>,
    /// What it says of where it comes from.
    pub source: Option<SourceRecord>,
}

/// How a text was made of bytes in another format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DerivationRecord {
    /// The program that read them, with its version and the format that it found.
    pub reader: String,
    /// What the bytes hold and the text does not.
    #[serde(default)]
    pub left_out: Vec<LeftOutRecord>,
    /// Where the reader was not sure, or mended something.
    #[serde(default)]
    pub doubts: Vec<DoubtRecord>,
}

impl DerivationRecord {
    /// Why nothing was read of the bytes, a code; none where a text was.
    pub fn why_not_read(&self) -> Option<&str> {
        let mut kinds = self.doubts.iter().map(|doubt| doubt.kind.as_str());
        kinds.find_map(|kind| kind.strip_prefix(NOT_READ))
    }
}

/// A kind of doubt that begins so says why nothing was read: `not_read_locked`, `not_read_scan` …
pub const NOT_READ: &str = "not_read_";

/// Something that bytes hold and the text that was made of them does not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LeftOutRecord {
    /// What it is: `comment`, `deletion`, `page_header`, `signature` …
    pub kind: String,
    /// Its words or their beginning; empty where it has none.
    #[serde(default)]
    pub text: String,
}

/// Where a reader was not sure, or mended something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DoubtRecord {
    /// What it is: `old_font`, `broken_letters`, `machine_read`, `damaged`, `cut_off`; `not_read_` and why, where nothing
    /// was read.
    pub kind: String,
    /// Words as they stand in the file.
    #[serde(default)]
    pub before: String,
    /// The same as they were read.
    #[serde(default)]
    pub after: String,
    /// How often, where it is counted.
    pub count: Option<u32>,
}

/// What a mail, a page or a post says of where it comes from. Nothing of it is guessed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SourceRecord {
    /// A mail's subject, a page's title.
    pub subject: Option<String>,
    /// Who wrote it, or a channel's name.
    pub author: Option<String>,
    /// A mail's sender as an address.
    pub sender: Option<String>,
    /// A mail's message id, without brackets.
    pub message_id: Option<String>,
    /// When a mail was sent, a page or post was published: RFC 3339, with its offset where the source has one.
    pub published_at: Option<String>,
    /// When a page was captured, likewise.
    pub captured_at: Option<String>,
    /// Where a page or post stands.
    pub url: Option<String>,
}

/// A span of a version's body that names a party or a place. Counts Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MentionRecord {
    /// UUIDv7.
    pub id: String,
    /// A party's UUID, or none for a place.
    pub party: Option<String>,
    /// A place's UUID, or none for a party.
    pub place: Option<String>,
    /// First character.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// What stood there when it was tagged.
    pub text: String,
    /// Stale when an edit cut through it.
    pub state: MentionState,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuoteRecord {
    /// UUIDv7.
    pub id: String,
    /// Direct or paraphrase.
    pub speech: Speech,
    /// First character, inside the quotation marks.
    #[ts(type = "number")]
    pub start: u64,
    /// After the last character.
    #[ts(type = "number")]
    pub end: u64,
    /// What stood there when it was tagged.
    pub text: String,
    /// A party's UUID.
    pub speaker: Option<String>,
}

/// A party in an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ParticipationRecord {
    /// UUIDv7.
    pub id: String,
    /// The party's UUID.
    pub party: String,
    /// In the order of the role list.
    pub roles: Vec<Role>,
    /// The organisation spoken for, a party's UUID.
    pub on_behalf_of: Option<String>,
    /// Positions as printed, to the letter, in the order of the text.
    pub positions: Vec<PrintedPositionRecord>,
}

impl ParticipationRecord {
    /// The positions as the texts print them, each wording once, in their order.
    pub fn printed_positions(&self) -> Vec<&str> {
        let mut printed: Vec<&str> = Vec::new();
        for PrintedPositionRecord { text, .. } in &self.positions {
            if !printed.contains(&text.as_str()) {
                printed.push(text);
            }
        }
        printed
    }
}

/// A position as one version prints it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PrintedPositionRecord {
    /// UUIDv7.
    pub id: String,
    /// The version's UUID.
    pub version: String,
    /// To the letter.
    pub text: String,
    /// The post it stands for, a UUID among the person's posts.
    pub post: Option<String>,
}

/// A photo document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PhotoRecord {
    /// UUIDv7.
    pub id: String,
    /// File name as received.
    pub name: String,
    /// The original's SHA-256, 64 hex digits.
    pub sha256: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// IANA media type.
    pub media_type: String,
    /// Upright, in pixels.
    pub width: Option<u32>,
    /// Upright, in pixels.
    pub height: Option<u32>,
    /// Why it cannot be drawn, a code; none where it can.
    pub undrawable: Option<String>,
    /// Caption and alternative text per language.
    pub texts: Vec<PhotoTextRecord>,
    /// Credit line as printed (IPTC).
    pub credit: Option<String>,
    /// Photographer (IPTC Creator).
    pub photographer: Option<String>,
    /// ISO 8601, as far as known.
    pub taken_at: Option<String>,
    /// Where, as text.
    pub place: Option<String>,
    /// Terms of use.
    pub rights: Option<String>,
    /// IPTC Instructions.
    pub instructions: Option<String>,
    /// IPTC Digital Source Type, a term of its vocabulary.
    pub digital_source_type: Option<String>,
    /// XMP Rating: 1 to 5, or −1 where it is turned down.
    #[serde(default)]
    pub rating: Option<i8>,
    /// Whether it is picked out of its series.
    #[serde(default)]
    pub picked: bool,
    /// Whether it was published.
    #[serde(default)]
    pub published: bool,
    /// By how many quarters of a turn, clockwise, it is shown otherwise than its file says: 0 to 3.
    #[serde(default)]
    pub turned: u8,
    /// The event it shows, by UUID.
    pub event: Option<String>,
    /// Who is seen where.
    pub regions: Vec<RegionRecord>,
}

/// Caption or alternative text in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PhotoTextRecord {
    /// BCP 47.
    pub language: String,
    /// Caption or alternative text.
    pub kind: TextKind,
    /// The text.
    pub text: String,
}

/// Part of a photo that shows a party; fractions of width and height, from the upper left. The whole picture (0, 0, 1, 1)
/// marks no place: the party is in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegionRecord {
    /// UUIDv7.
    pub id: String,
    /// The party's UUID.
    pub party: String,
    /// Left edge, 0 to 1.
    pub x: f64,
    /// Upper edge, 0 to 1.
    pub y: f64,
    /// Width, 0 to 1.
    pub w: f64,
    /// Height, 0 to 1.
    pub h: f64,
}

impl RegionRecord {
    /// Whether it marks a place; a region of the whole picture only says that the party is in it.
    pub fn has_place(&self) -> bool {
        (self.x, self.y, self.w, self.h) != (0.0, 0.0, 1.0, 1.0)
    }
}

/// A person or an organisation (ISAAR(CPF)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PartyRecord {
    /// UUIDv7.
    pub id: String,
    /// Person or organisation.
    pub kind: PartyKind,
    /// Authorised form of the name, in the nominative.
    pub name: String,
    /// Other forms of the name.
    pub names: Vec<PartyNameRecord>,
    /// Date of birth or founding.
    pub date_from: Option<String>,
    /// Date of death or dissolution.
    pub date_to: Option<String>,
    /// Business identification number (БИН), organisations only, 12 digits.
    pub bin: Option<String>,
    /// The organisation before it, by UUID.
    pub predecessor: Option<String>,
    /// The organisation above it, by UUID.
    pub parent: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// A person's surname, where the name's form does not tell it and somebody has said it.
    #[serde(default)]
    pub surname: Option<String>,
    /// Given names, likewise.
    #[serde(default)]
    pub given_names: Option<String>,
    /// Patronymic, likewise, or where the name is written without it.
    #[serde(default)]
    pub patronymic: Option<String>,
    /// Dated positions of a person.
    pub posts: Vec<PostRecord>,
}

impl PartyRecord {
    /// The parts of a person's name, as they were said, else as its form tells; none of an organisation.
    pub fn name_parts(&self) -> Option<PersonName> {
        let said = [&self.surname, &self.given_names, &self.patronymic];
        let said = said.map(|part| part.as_deref());
        (self.kind == PartyKind::Person)
            .then(|| muragat_language::person_name_with(&self.name, said))
    }

    /// The name as lists have it: a person's with the surname first.
    pub fn listed(&self) -> String {
        let parts = self.name_parts();
        let listed = parts.and_then(|parts| muragat_language::surname_first(&parts));
        listed.unwrap_or_else(|| self.name.clone())
    }
}

/// A form of a party's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PartyNameRecord {
    /// UUIDv7.
    pub id: String,
    /// As written.
    pub form: String,
    /// BCP 47, with the script where it is not the usual one.
    pub language: Option<String>,
    /// What form it is; none for just another one.
    #[serde(default)]
    pub kind: Option<NameKind>,
    /// From when it was borne.
    #[serde(default)]
    pub date_from: Option<String>,
    /// Until when.
    #[serde(default)]
    pub date_to: Option<String>,
}

/// A person's dated position at an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PostRecord {
    /// UUIDv7.
    pub id: String,
    /// Office, membership, honorary title or degree.
    pub kind: PostKind,
    /// Title of the position, in the nominative.
    pub title: String,
    /// The organisation, by UUID.
    pub organisation: Option<String>,
    /// From when.
    pub date_from: Option<String>,
    /// Until when.
    pub date_to: Option<String>,
}

/// A suggestion that was turned down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DecisionRecord {
    /// UUIDv7.
    pub id: String,
    /// What was suggested: `person`, `organisation`, `place`, `quote` …
    pub kind: String,
    /// What it was about, folded.
    pub key: String,
}

/// A line of the article list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ArticleLine {
    /// UUIDv7.
    pub id: String,
    /// Unique in its library.
    pub reference: String,
    /// Of the first version.
    pub title: String,
    /// Publication date.
    pub date: Option<String>,
    /// Draft, registered or withdrawn.
    pub state: State,
    /// Open, restricted or under embargo.
    pub access: Access,
    /// Last day of the embargo.
    pub embargo_until: Option<String>,
    /// Languages of its versions.
    pub languages: Vec<String>,
    /// How many persons take part.
    pub people: u32,
    /// How many photos hang on it.
    pub photos: u32,
    /// The unit it lies in, by UUID; none: the in-tray.
    pub unit: Option<String>,
    /// Whether it is registered and has another text that is not.
    pub corrected: bool,
}

#[cfg(test)]
mod tests {
    use super::unit_name;

    #[test]
    fn a_code_that_the_title_begins_with_is_not_said_twice() {
        for (code, title, name) in [
            ("1", "Хабарламалар", "1 Хабарламалар"),
            ("2026", "2026 жыл", "2026 жыл"),
            ("2026", "2026", "2026"),
            ("2026", "20261 іс", "2026 20261 іс"),
            ("3", "", "3"),
            ("", "Қор", "Қор"),
        ] {
            assert_eq!(unit_name(code, title), name);
        }
    }
}
