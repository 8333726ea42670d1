//! article.tei.xml: TEI P5. Texts with persons, organisations, places and speech marked; who they are,
//! and their positions as printed, in a standOff.

use muragat_archive::record::terms::{Access, NameKind, PartyKind, Role, Speech, TextKind};
use muragat_archive::record::{
    ArticleRecord, PartyRecord, PhotoRecord, PlaceRecord, VersionRecord,
};

use crate::formats::datings::{Told, with_tei_date};
use crate::placed::{Mark, Placed, date, href, shelf, texts};
use crate::spans::{self, Piece};
use crate::xml::Element;

/// The document.
pub(crate) fn tei(placed: &Placed<'_>) -> Vec<u8> {
    Element::new("TEI")
        .with("xmlns", "http://www.tei-c.org/ns/1.0")
        .with("xml:lang", placed.language())
        .with("xml:id", id("a", &placed.record.id))
        .child(
            Element::new("teiHeader")
                .child(file_description(placed))
                .child(profile(placed.record)),
        )
        .children(stand_off(placed).or_none())
        .child(
            Element::new("text").child(
                Element::new("body")
                    .children(
                        placed
                            .record
                            .versions
                            .iter()
                            .map(|one| version(placed, one)),
                    )
                    .children(photos(placed)),
            ),
        )
        .document()
}

/// An XML name for a UUID.
fn id(kind: &str, uuid: &str) -> String {
    format!("{kind}-{uuid}")
}

fn pointer(kind: &str, uuid: &str) -> String {
    format!("#{kind}-{uuid}")
}

fn file_description(placed: &Placed<'_>) -> Element {
    let record = placed.record;
    let titles = record
        .versions
        .iter()
        .map(|version| Element::of("title", &version.title).with("xml:lang", &version.language));
    let people = |role: Role, name: &'static str| {
        placed
            .with_role(role)
            .map(move |party| Element::new(name).child(name_of(party, &party.name, None)))
    };
    let title = Element::new("titleStmt")
        .children(titles)
        .children(people(Role::Author, "author"))
        .children(
            [Role::Translator, Role::Photographer]
                .into_iter()
                .flat_map(|role| {
                    placed.with_role(role).map(move |party| {
                        Element::new("respStmt")
                            .child(Element::of("resp", role.as_str()))
                            .child(name_of(party, &party.name, None))
                    })
                }),
        );
    let authority = record
        .units
        .first()
        .map_or(record.reference.as_str(), |unit| unit.title.as_str());
    let status = match record.access.level {
        Access::Open => "free",
        Access::Restricted | Access::Embargo => "restricted",
    };
    let terms = [
        record.rights.as_deref(),
        record.access.reason.as_deref(),
        record.access.until.as_deref(),
        record.access.decided_by.as_deref(),
    ];
    let availability = Element::new("availability").with("status", status);
    let availability = match terms.iter().any(Option::is_some) {
        true => availability.children(
            terms
                .into_iter()
                .flatten()
                .map(|text| Element::of("p", text)),
        ),
        false => availability.child(Element::of("p", status)),
    };
    let publication = Element::new("publicationStmt")
        .child(Element::of("authority", authority))
        .child(Element::of("idno", &record.reference).with("type", "reference"))
        .child(Element::of("idno", format!("urn:uuid:{}", record.id)).with("type", "UUID"))
        .children(
            record
                .outgoing_number
                .as_ref()
                .map(|number| Element::of("idno", number).with("type", "outgoing")),
        )
        .children(
            (!record.units.is_empty())
                .then(|| Element::of("idno", shelf(record)).with("type", "shelfmark")),
        )
        .children(date(record).map(|date| with_tei_date(Element::of("date", date), date)))
        .child(availability);
    let source = Element::new("bibl")
        .child(Element::of("title", placed.title()).with("xml:lang", placed.language()))
        .children(
            record
                .publication_date
                .as_ref()
                .map(|date| with_tei_date(Element::of("date", date), date)),
        )
        .children(record.source_url.as_ref().map(|url| {
            // what is no address stays text
            match url.starts_with("http://") || url.starts_with("https://") {
                true => Element::of("ref", url).with("target", href_of_url(url)),
                false => Element::of("note", url).with("type", "source"),
            }
        }))
        .children(placed.originals.iter().map(|(path, file)| {
            Element::of("ref", &file.name)
                .with("type", "original")
                .with("target", href(path))
        }));
    Element::new("fileDesc")
        .child(title)
        .child(publication)
        .children(
            record
                .note
                .as_ref()
                .map(|note| Element::new("notesStmt").child(Element::of("note", note))),
        )
        .child(Element::new("sourceDesc").child(source))
}

/// An address without what an anyURI cannot hold.
fn href_of_url(url: &str) -> String {
    url.chars()
        .map(|c| match c {
            c if c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c) => {
                "%20".to_owned()
            }
            c => c.to_string(),
        })
        .collect()
}

fn profile(record: &ArticleRecord) -> Element {
    let mut languages: Vec<&str> = record
        .versions
        .iter()
        .map(|version| version.language.as_str())
        .collect();
    languages.sort_unstable();
    languages.dedup();
    let terms = record.kind.iter().chain(&record.subjects);
    let keywords = Element::new("keywords").children(terms.map(|term| Element::of("term", term)));
    Element::new("profileDesc")
        .child(
            Element::new("langUsage").children(
                languages
                    .into_iter()
                    .map(|language| Element::of("language", language).with("ident", language)),
            ),
        )
        .children(
            keywords
                .or_none()
                .map(|keywords| Element::new("textClass").child(keywords)),
        )
}

fn stand_off(placed: &Placed<'_>) -> Element {
    let record = placed.record;
    let of_kind = |kind: PartyKind| {
        record
            .parties
            .iter()
            .filter(move |party| party.kind == kind)
    };
    let events = record.events.iter().map(|event| {
        let element = Element::new("event").with("xml:id", id("e", &event.id));
        let dated = match &event.date {
            Some(date) => with_tei_date(element, date),
            None => element,
        };
        dated.child(Element::of("label", &event.name)).children(
            event
                .place
                .as_ref()
                .map(|place| Element::new("desc").child(Element::of("placeName", place))),
        )
    });
    let places = record.places.iter().map(|place| {
        Element::new("place")
            .with("xml:id", id("l", &place.id))
            .child(Element::of("placeName", &place.name))
            .children(
                place
                    .code
                    .as_ref()
                    .map(|code| Element::of("idno", code).with("type", "KATO")),
            )
    });
    Element::new("standOff")
        .children(
            Element::new("listPerson")
                .children(of_kind(PartyKind::Person).map(|party| person(placed, party)))
                .or_none(),
        )
        .children(
            Element::new("listOrg")
                .children(of_kind(PartyKind::Organisation).map(|party| organisation(placed, party)))
                .or_none(),
        )
        .children(Element::new("listPlace").children(places).or_none())
        .children(Element::new("listEvent").children(events).or_none())
}

/// A party's name as a reference to it.
fn name_of(party: &PartyRecord, text: &str, language: Option<&str>) -> Element {
    Element::of(name_element(party), text)
        .with("ref", pointer("p", &party.id))
        .with_some("xml:lang", language)
}

fn name_element(party: &PartyRecord) -> &'static str {
    match party.kind {
        PartyKind::Person => "persName",
        PartyKind::Organisation => "orgName",
    }
}

/// From when, as TEI takes it in one attribute.
fn begin(date: &Option<String>) -> Option<String> {
    Told::of(date.as_deref()?).begin()
}

/// Until when.
fn end(date: &Option<String>) -> Option<String> {
    Told::of(date.as_deref()?).end()
}

fn names(party: &PartyRecord) -> impl Iterator<Item = Element> {
    let element = name_element(party);
    let main = Element::of(element, &party.name).with("type", "authorised");
    let main = match party.kind {
        PartyKind::Person => main,
        PartyKind::Organisation => main
            .with_some("from", begin(&party.date_from))
            .with_some("to", end(&party.date_to)),
    };
    std::iter::once(main).chain(party.names.iter().map(move |name| {
        Element::of(element, &name.form)
            .with("type", "variant")
            .with_some("subtype", name.kind.map(NameKind::as_str))
            .with_some("from", begin(&name.date_from))
            .with_some("to", end(&name.date_to))
            .with_some("xml:lang", name.language.as_ref())
    }))
}

/// What the article says of a party: its roles, on whose behalf, its positions to the letter.
fn in_article(placed: &Placed<'_>, party: &PartyRecord) -> (Vec<Element>, Vec<Element>) {
    let mut parts = Vec::new();
    let mut notes = Vec::new();
    for member in placed
        .record
        .cast
        .iter()
        .filter(|member| member.party == party.id)
    {
        for position in &member.positions {
            let version = placed
                .record
                .versions
                .iter()
                .find(|version| version.id == position.version);
            parts.push(
                Element::new("state")
                    .with("type", "position")
                    .with("subtype", "as-printed")
                    .with("corresp", pointer("v", &position.version))
                    .child(
                        Element::of("desc", &position.text)
                            .with_some("xml:lang", version.map(|version| &version.language)),
                    ),
            );
        }
        if let Some(behalf) = member
            .on_behalf_of
            .as_deref()
            .and_then(|id| placed.party(id))
        {
            parts.push(
                Element::of("affiliation", &behalf.name)
                    .with("type", "on-behalf-of")
                    .with("ref", pointer("p", &behalf.id)),
            );
        }
        notes.extend(
            member
                .roles
                .iter()
                .map(|role| Element::of("note", role.as_str()).with("type", "role")),
        );
    }
    (parts, notes)
}

fn person(placed: &Placed<'_>, party: &PartyRecord) -> Element {
    let (parts, notes) = in_article(placed, party);
    let day = |name: &'static str, date: &Option<String>| {
        date.as_ref()
            .map(|date| with_tei_date(Element::new(name), date))
    };
    let posts = party.posts.iter().map(|post| {
        Element::new("occupation")
            .with("type", post.kind.as_str())
            .with_some("from", begin(&post.date_from))
            .with_some("to", end(&post.date_to))
            .child(Element::of("roleName", &post.title))
            .children(
                post.organisation
                    .as_deref()
                    .and_then(|id| placed.party(id))
                    .map(|organisation| name_of(organisation, &organisation.name, None)),
            )
    });
    Element::new("person")
        .with("xml:id", id("p", &party.id))
        .children(names(party))
        .children(day("birth", &party.date_from))
        .children(day("death", &party.date_to))
        .children(posts)
        .children(parts)
        .children(notes)
        .children(party.note.as_ref().map(|note| Element::of("note", note)))
}

fn organisation(placed: &Placed<'_>, party: &PartyRecord) -> Element {
    let (parts, notes) = in_article(placed, party);
    let other = |kind: &'static str, id: &Option<String>| {
        let other = id.as_deref().and_then(|id| placed.party(id));
        other.map(|other| {
            Element::new("note")
                .with("type", kind)
                .child(name_of(other, &other.name, None))
        })
    };
    let printed = parts
        .into_iter()
        .map(|part| Element::new("note").with("type", "in-article").child(part));
    Element::new("org")
        .with("xml:id", id("p", &party.id))
        .children(names(party))
        .children(
            party
                .bin
                .as_ref()
                .map(|bin| Element::of("idno", bin).with("type", "BIN")),
        )
        .children(notes)
        .children(printed)
        .children(other("predecessor", &party.predecessor))
        .children(other("parent", &party.parent))
        .children(party.note.as_ref().map(|note| Element::of("note", note)))
}

fn version(placed: &Placed<'_>, version: &VersionRecord) -> Element {
    let spans = placed.spans(version);
    let paragraphs = spans::lines(&version.body, &spans)
        .into_iter()
        .map(|pieces| marked(Element::new("p"), &pieces));
    let mut paragraphs: Vec<Element> = paragraphs.collect();
    if paragraphs.is_empty() {
        paragraphs.push(Element::new("p"));
    }
    Element::new("div")
        .with("type", "version")
        .with("subtype", version.relation.as_str())
        .with("xml:id", id("v", &version.id))
        .with("xml:lang", &version.language)
        .with_some("corresp", version.of.as_ref().map(|of| pointer("v", of)))
        .child(Element::of("head", &version.title))
        .children(paragraphs)
}

fn marked(within: Element, pieces: &[Piece<Mark<'_>>]) -> Element {
    pieces.iter().fold(within, |within, piece| match piece {
        Piece::Text(text) => within.text(text),
        Piece::Marked { mark, pieces, .. } => within.child(marked(element(mark), pieces)),
    })
}

fn element(mark: &Mark<'_>) -> Element {
    match mark {
        Mark::Party(party) => {
            Element::new(name_element(party)).with("ref", pointer("p", &party.id))
        }
        Mark::Place(PlaceRecord { id, .. }) => {
            Element::new("placeName").with("ref", pointer("l", id))
        }
        Mark::Quote(speech, speaker) => {
            let direct = match speech {
                Speech::Direct => "true",
                Speech::Paraphrase => "false",
            };
            Element::new("said")
                .with_some("who", speaker.map(|party| pointer("p", &party.id)))
                .with("direct", direct)
        }
    }
}

fn photos(placed: &Placed<'_>) -> Option<Element> {
    let figure = |path: &str, photo: &PhotoRecord| {
        let captions = texts(photo, TextKind::Caption)
            .map(|(language, text)| Element::of("p", text).with("xml:lang", language));
        let alts = texts(photo, TextKind::Alt)
            .map(|(language, text)| Element::of("figDesc", text).with("xml:lang", language));
        Element::new("figure")
            .with("xml:id", id("f", &photo.id))
            .child(
                Element::new("graphic")
                    .with("url", href(path))
                    .with("mimeType", &photo.media_type),
            )
            .children(captions)
            .children(
                photo
                    .credit
                    .as_ref()
                    .map(|credit| Element::of("p", credit).with("rend", "credit")),
            )
            .children(alts)
    };
    let figures = placed
        .photos
        .iter()
        .map(|(path, photo)| Element::new("p").child(figure(path, photo)));
    Element::new("div")
        .with("type", "photos")
        .children(figures)
        .or_none()
}
