//! article.html: a page for each article, readable without a script, printable.

use muragat_archive::record::terms::{Access, DigitalSourceType, PartyKind, Relation, TextKind};
use muragat_archive::record::{
    ArticleRecord, FileRecord, ParticipationRecord, PartyRecord, PhotoRecord, VersionRecord,
};

use crate::layout;
use crate::placed::{self, Mark, Placed, TOP, href, texts};
use crate::spans::{self, Piece};
use crate::viewer::html;
use crate::viewer::messages::Messages;
use crate::viewer::page::{Page, dated, language};
use crate::xml::Element;

/// Media types that every browser draws.
const DRAWN: [&str; 5] = [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/bmp",
];

/// Photos that are loaded with the page; the rest as one comes to them.
const EAGER: usize = 12;

/// The page.
pub(crate) fn article_page(placed: &Placed<'_>, words: &Messages) -> Vec<u8> {
    let page = Page {
        words,
        top: TOP,
        kind: "article",
        title: placed.title_in_force(),
        title_id: None,
    };
    let record = placed.record;
    let texts = placed::in_force_first(record)
        .into_iter()
        .enumerate()
        .map(|(at, one)| version(&page, placed, at, one));
    let article = Element::new("article")
        .with("class", "document")
        .child(heading(&page, placed))
        .children(texts)
        .children(photos(&page, placed));
    let aside = Element::new("aside")
        .with("class", "inspector")
        .with("aria-label", page.say("viewer-description"))
        .with("data-l10n-label", "viewer-description")
        .children(cast(&page, placed))
        .child(description(&page, placed))
        .children(files(&page, placed));
    let main = Element::new("main")
        .with("id", "main")
        .with("class", "reading")
        .child(article)
        .child(aside);
    html::document(&page.around(vec![main]))
}

/// From an article's page to a party's.
fn party_link(party: &PartyRecord) -> Element {
    Element::of("a", &party.name).with(
        "href",
        format!(
            "{TOP}{}",
            href(&format!("{}.html", layout::authority(party)))
        ),
    )
}

fn heading(page: &Page<'_>, placed: &Placed<'_>) -> Element {
    let record = placed.record;
    let state = page.label("span", &format!("state-{}", record.state.as_str()));
    let access = (record.access.level != Access::Open).then(|| {
        page.label("span", &format!("access-{}", record.access.level.as_str()))
            .with("class", "chip warn")
    });
    let meta = Element::new("p")
        .with("class", "meta")
        .child(Element::of("span", &record.reference))
        .children(placed.date().map(dated))
        .child(state.with("class", "chip"))
        .children(access)
        .child(
            page.label("button", "viewer-print")
                .with("type", "button")
                .with("data-print", "")
                .with("hidden", ""),
        );
    let title = Element::of("h1", placed.title_in_force());
    let title = language(title, placed.language_in_force());
    Element::new("header")
        .with("class", "heading")
        .child(meta)
        .child(title)
}

/// What must be known before one reads a text: that it was mended, that it holds no more, that it is a draft.
fn notices(page: &Page<'_>, placed: &Placed<'_>, version: &VersionRecord) -> Vec<Element> {
    let day = |version: &VersionRecord| {
        let fixed = version.fixed_at.as_deref().unwrap_or_default();
        let mut parts: Vec<&str> = fixed.get(..10).unwrap_or(fixed).split('-').collect();
        parts.reverse();
        parts.join(".")
    };
    let dated = |id: &str, of: &VersionRecord| {
        let date = day(of);
        Element::of("p", page.say(id).replace("{date}", &date))
            .with("class", "notice")
            .with("data-l10n", id)
            .with("data-value", date)
            .with("data-gap", "date")
    };
    if let Some(later) = placed::superseded_by(placed.record, version) {
        return vec![dated("viewer-superseded", later)];
    }
    if version.fixed_at.is_none() {
        return vec![page.label("p", "viewer-draft").with("class", "notice")];
    }
    match version.relation {
        Relation::Corrects => vec![dated("viewer-corrected", version)],
        Relation::Replaces => vec![dated("viewer-replaced", version)],
        Relation::Withdraws => vec![dated("viewer-withdrawn", version)],
        Relation::Original | Relation::Translates => Vec::new(),
    }
}

fn version(page: &Page<'_>, placed: &Placed<'_>, at: usize, version: &VersionRecord) -> Element {
    let spans = placed.spans(version);
    let paragraphs = spans::lines(&version.body, &spans)
        .into_iter()
        .map(|pieces| {
            let said = pieces.iter().any(|piece| {
                matches!(
                    piece,
                    Piece::Marked {
                        mark: Mark::Quote(..),
                        ..
                    }
                )
            });
            let paragraph = Element::new("p").with_some("class", said.then_some("spoken"));
            marked(page, paragraph, &pieces, false)
        });
    let relation = (version.relation == Relation::Translates).then(|| {
        page.label("p", &format!("relation-{}", version.relation.as_str()))
            .with("class", "relation")
    });
    // the title of the first stands above, as the page's own
    let title = (at > 0).then(|| Element::of("h2", &version.title));
    // a section has a heading
    let section = Element::new(if at > 0 { "section" } else { "div" })
        .with("class", "text")
        .with("id", format!("v-{}", version.id));
    language(section, &version.language)
        .children(title)
        .children(notices(page, placed, version))
        .children(relation)
        .children(paragraphs)
}

fn marked(page: &Page<'_>, within: Element, pieces: &[Piece<Mark<'_>>], in_link: bool) -> Element {
    pieces.iter().fold(within, |within, piece| match piece {
        Piece::Text(text) => within.text(text),
        Piece::Marked { mark, pieces, .. } => {
            let (element, links) = match mark {
                Mark::Party(party) => {
                    let class = match party.kind {
                        PartyKind::Person => "mark person",
                        PartyKind::Organisation => "mark organisation",
                    };
                    // a link holds no link
                    let element = match in_link {
                        true => Element::new("span"),
                        false => {
                            let page = href(&format!("{}.html", layout::authority(party)));
                            Element::new("a").with("href", format!("{TOP}{page}"))
                        }
                    };
                    (element.with("class", class), true)
                }
                Mark::Place(_) => (Element::new("span").with("class", "mark place"), in_link),
                Mark::Quote(_, speaker) => {
                    let title = speaker
                        .map(|party| page.say("viewer-speaker").replace("{name}", &party.name));
                    let element = Element::new("span")
                        .with("class", "said")
                        .with_some("title", title)
                        .with_some("data-speaker", speaker.map(|party| &party.name));
                    (element, in_link)
                }
            };
            within.child(marked(page, element, pieces, links || in_link))
        }
    })
}

fn photos(page: &Page<'_>, placed: &Placed<'_>) -> Option<Element> {
    let figures: Vec<Element> = placed
        .photos
        .iter()
        .enumerate()
        .map(|(at, (path, photo))| figure(page, placed, at + 1, path, photo, ""))
        .collect();
    (!figures.is_empty()).then(|| {
        Element::new("section")
            .with("class", "photos")
            .with("aria-labelledby", "photos")
            .child(page.label("h2", "viewer-photos").with("id", "photos"))
            .child(Element::new("div").with("class", "strip").children(figures))
    })
}

/// A photo with its caption, as part of a page; `folder` leads from the page to the article's folder.
pub(crate) fn figure(
    page: &Page<'_>,
    placed: &Placed<'_>,
    number: usize,
    path: &str,
    photo: &PhotoRecord,
    folder: &str,
) -> Element {
    let source = format!("{folder}{}", href(path));
    let count = number.to_string();
    let alt = texts(photo, TextKind::Alt)
        .chain(texts(photo, TextKind::Caption))
        .next();
    let drawn = DRAWN.contains(&photo.media_type.as_str());
    let picture = if drawn {
        let (words, text) = alt.unwrap_or(("", ""));
        // the file still lies as it came: the page turns it
        let (width, height) = match photo.turned % 2 {
            0 => (photo.width, photo.height),
            _ => (photo.height, photo.width),
        };
        let image = Element::new("img")
            .with("src", &source)
            .with_some("width", width.map(|width| width.to_string()))
            .with_some("height", height.map(|height| height.to_string()))
            // what is seen first is there at once
            .with_some("loading", (number > EAGER).then_some("lazy"));
        let image = match alt {
            Some(_) => language(image.with("alt", text), words),
            None => image
                .with("alt", page.say("viewer-photo").replace("{number}", &count))
                .with("data-l10n-alt", "viewer-photo")
                .with("data-value", &count),
        };
        let faces: Vec<String> = photo
            .regions
            .iter()
            .filter(|region| region.has_place())
            .filter_map(|region| Some((region, placed.party(&region.party)?)))
            .map(|(region, party)| {
                let name = party.name.replace([';', ','], " ");
                format!("{},{},{},{},{name}", region.x, region.y, region.w, region.h)
            })
            .collect();
        Element::new("a")
            .with("class", "photo")
            .with("href", &source)
            .with_some("data-faces", (!faces.is_empty()).then(|| faces.join(";")))
            .with_some(
                "data-turned",
                (photo.turned > 0).then(|| photo.turned.to_string()),
            )
            .child(image)
    } else {
        Element::new("div")
            .with("class", "undrawn")
            .child(page.label("p", "viewer-photo-file"))
            .child(Element::new("p").child(Element::of("a", &photo.name).with("href", &source)))
    };
    let captions = texts(photo, TextKind::Caption)
        .map(|(words, text)| language(Element::of("p", text), words));
    let credit: Vec<&str> = [&photo.photographer, &photo.credit]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let shown: Vec<&str> = photo
        .regions
        .iter()
        .map(|region| placed.name(&region.party))
        .collect();
    let names = (!shown.is_empty()).then(|| {
        Element::new("p")
            .child(page.label("span", "field-seen"))
            .text(format!(": {}", shown.join(", ")))
    });
    let credit =
        (!credit.is_empty()).then(|| Element::of("p", credit.join(" · ")).with("class", "credit"));
    let by_ai = photo
        .digital_source_type
        .as_deref()
        .is_some_and(DigitalSourceType::is_by_ai)
        .then(|| page.label("p", "viewer-photo-by-ai").with("class", "by-ai"));
    let caption = Element::new("figcaption")
        .children(by_ai)
        .children(captions)
        .children(names)
        .children(credit)
        .or_none();
    Element::new("figure").child(picture).children(caption)
}

fn cast(page: &Page<'_>, placed: &Placed<'_>) -> Option<Element> {
    let entries = placed
        .record
        .cast
        .iter()
        .filter_map(|member| entry(page, placed, member));
    let list = Element::new("ul")
        .with("class", "cast")
        .children(entries)
        .or_none()?;
    Some(
        Element::new("section")
            .child(page.label("h2", "viewer-cast"))
            .child(list),
    )
}

fn entry(page: &Page<'_>, placed: &Placed<'_>, member: &ParticipationRecord) -> Option<Element> {
    let party = placed.party(&member.party)?;
    let roles = Element::new("span").with("class", "roles").children(
        member
            .roles
            .iter()
            .map(|role| page.label("span", &format!("role-{}", role.as_str()))),
    );
    let mut printed: Vec<(&str, &str)> = Vec::new();
    for position in &member.positions {
        let version = placed
            .record
            .versions
            .iter()
            .find(|version| version.id == position.version);
        let words = version.map_or("", |version| version.language.as_str());
        if !printed.contains(&(words, position.text.as_str())) {
            printed.push((words, &position.text));
        }
    }
    let positions = printed
        .into_iter()
        .map(|(words, text)| language(Element::of("p", text), words).with("class", "position"));
    let behalf = member
        .on_behalf_of
        .as_deref()
        .and_then(|id| placed.party(id))
        .map(|behalf| {
            Element::new("p")
                .with("class", "behalf")
                .child(page.label("span", "viewer-behalf"))
                .text(" ")
                .child(party_link(behalf))
        });
    let class = match party.kind {
        PartyKind::Person => "who person",
        PartyKind::Organisation => "who organisation",
    };
    Some(
        Element::new("li")
            .with("class", class)
            .child(party_link(party).with("class", "name"))
            .children(roles.or_none())
            .children(positions)
            .children(behalf),
    )
}

fn description(page: &Page<'_>, placed: &Placed<'_>) -> Element {
    let record: &ArticleRecord = placed.record;
    let outgoing_date = record.outgoing_date.as_deref();
    let comma = record.outgoing_number.is_some() && outgoing_date.is_some();
    let outgoing = Element::new("dd")
        .text(record.outgoing_number.as_deref().unwrap_or_default())
        .text(if comma { ", " } else { "" })
        .children(outgoing_date.map(dated));
    let outgoing =
        (record.outgoing_number.is_some() || outgoing_date.is_some()).then_some(outgoing);
    let some = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    let headings: Vec<&str> = record
        .places
        .iter()
        .filter(|place| place.heading)
        .map(|place| place.name.as_str())
        .collect();
    let events = record.events.iter().map(|event| {
        let mut line = Element::of("dd", &event.name);
        if let Some(date) = event.date.as_deref() {
            line = line.text(", ").child(dated(date));
        }
        match &event.place {
            Some(place) => line.text(format!(", {place}")),
            None => line,
        }
    });
    let units = record.units.iter().map(|unit| {
        Element::new("dd")
            .child(
                page.label("span", &format!("level-{}", unit.level.as_str()))
                    .with("class", "level"),
            )
            .text(format!(" {}", unit.name()))
    });
    // only what is a web address may be pressed
    let source = record.source_url.as_ref().map(|url| {
        match url.starts_with("https://") || url.starts_with("http://") {
            true => Element::new("dd").child(
                Element::of("a", url)
                    .with("href", safe_url(url))
                    .with("rel", "noreferrer noopener external"),
            ),
            false => Element::of("dd", url),
        }
    });
    let embargo = record.access.until.as_deref();
    let list = Element::new("dl")
        .children(page.term("field-reference", Some(&record.reference)))
        .children(page.term_of("section-holdings", units.collect()))
        .children(page.term("field-kind", record.kind.as_deref()))
        .children(page.date("field-publication-date", record.publication_date.as_deref()))
        .children(page.term_of("field-outgoing", outgoing.into_iter().collect()))
        .children(page.date("field-captured-on", record.captured_on.as_deref()))
        .children(page.term_of("field-source-url", source.into_iter().collect()))
        .children(page.term(
            "field-subjects",
            some(&record.subjects.join(", ")).as_deref(),
        ))
        .children(page.term("field-places", some(&headings.join(", ")).as_deref()))
        .children(page.term_of("field-events", events.collect()))
        .children(page.term("field-rights", record.rights.as_deref()))
        .children(page.date("field-embargo", embargo))
        .children(page.term("field-reason", record.access.reason.as_deref()))
        .children(page.term("field-decided-by", record.access.decided_by.as_deref()))
        .children(page.term("field-note", record.note.as_deref()));
    Element::new("section")
        .child(page.label("h2", "viewer-description"))
        .child(list)
}

/// A web address with what an href cannot hold percent-encoded.
fn safe_url(url: &str) -> String {
    url.chars()
        .map(|c| match c {
            c if c.is_whitespace() || c.is_control() || "<>\"{}|\\^`[]".contains(c) => {
                let mut bytes = [0; 4];
                let bytes = c.encode_utf8(&mut bytes).bytes();
                bytes.map(|byte| format!("%{byte:02X}")).collect()
            }
            c => c.to_string(),
        })
        .collect()
}

fn files(page: &Page<'_>, placed: &Placed<'_>) -> Vec<Element> {
    let original = |(path, file): &(String, &FileRecord)| {
        Element::new("li").child(Element::of("a", &file.name).with("href", href(path)))
    };
    let originals = Element::new("ul")
        .children(placed.originals.iter().map(original))
        .or_none();
    let originals = originals.map(|list| {
        Element::new("section")
            .child(page.label("h2", "viewer-files"))
            .child(list)
    });
    let formats = [
        "article.txt",
        "article.json",
        "article.tei.xml",
        "article.mets.xml",
        "article.premis.xml",
    ];
    let formats = Element::new("ul").children(
        formats
            .into_iter()
            .map(|name| Element::new("li").child(Element::of("a", name).with("href", name))),
    );
    let formats = Element::new("section")
        .with("class", "formats")
        .child(page.label("h2", "viewer-formats"))
        .child(formats);
    originals
        .into_iter()
        .chain(std::iter::once(formats))
        .collect()
}
