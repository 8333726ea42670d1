//! authorities/….html: a page for each person and organisation, and authorities.html over all of them.

use std::collections::BTreeMap;

use muragat_archive::record::PartyRecord;
use muragat_archive::record::terms::{NameKind, PartyKind, Role};

use crate::formats::datings::day_in_order;
use crate::layout;
use crate::placed::href;
use crate::viewer::html;
use crate::viewer::messages::Messages;
use crate::viewer::page::{Page, dated, language};
use crate::xml::Element;

/// From a party's page up to data/.
pub(crate) const UP: &str = "../";

/// An article that names a party.
#[derive(Debug)]
pub(crate) struct Appearance {
    /// The article's date, if known.
    pub date: Option<String>,
    /// Unique in its library.
    pub reference: String,
    /// Its title, and that one's language.
    pub title: (String, String),
    /// `articles/<year>/<reference>`, below data/.
    pub folder: String,
    /// What the party did there.
    pub roles: Vec<Role>,
    /// Positions as printed there.
    pub positions: Vec<String>,
    /// Photos there that show the party, finished figures.
    pub photos: Vec<Element>,
}

/// A party and where it appears.
#[derive(Debug)]
pub(crate) struct Seen {
    /// The party, as the newest article has it.
    pub party: PartyRecord,
    /// When that article was catalogued, RFC 3339.
    pub at: String,
    /// Articles that name it.
    pub appearances: Vec<Appearance>,
}

/// The page of one party. `names`: of all parties, by UUID.
pub(crate) fn party_page(
    seen: &mut Seen,
    names: &BTreeMap<String, (String, String)>,
    words: &Messages,
) -> Vec<u8> {
    seen.appearances.sort_by(|a, b| {
        let day = |one: &Appearance| one.date.as_deref().map(day_in_order);
        day(b).cmp(&day(a)).then_with(|| a.folder.cmp(&b.folder))
    });
    let party = &seen.party;
    let page = Page {
        words,
        top: UP,
        kind: "party",
        title: &party.name,
        title_id: None,
    };
    let kind = match party.kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
    };
    let heading = Element::new("header")
        .with("class", "heading")
        .child(
            page.label("p", &format!("viewer-{kind}"))
                .with("class", "meta"),
        )
        .child(Element::of("h1", &party.name));
    let articles = seen.appearances.iter().map(|one| appearance(&page, one));
    let articles = Element::new("ol")
        .with("class", "rows")
        .children(articles)
        .or_none()
        .map(|list| {
            Element::new("section")
                .child(page.label("h2", "viewer-appears"))
                .child(list)
        });
    let figures: Vec<Element> = seen
        .appearances
        .iter()
        .flat_map(|one| one.photos.iter().cloned())
        .collect();
    let figures = (!figures.is_empty()).then(|| {
        Element::new("section")
            .with("class", "photos")
            .child(page.label("h2", "viewer-seen"))
            .child(Element::new("div").with("class", "strip").children(figures))
    });
    let main = Element::new("main")
        .with("id", "main")
        .with("class", format!("card {kind}"))
        .child(heading)
        .child(facts(&page, party, names))
        .children(articles)
        .children(figures);
    html::document(&page.around(vec![main]))
}

fn facts(
    page: &Page<'_>,
    party: &PartyRecord,
    names: &BTreeMap<String, (String, String)>,
) -> Element {
    let forms = party.names.iter().map(|name| {
        let form = language(
            Element::of("span", &name.form),
            name.language.as_deref().unwrap_or_default(),
        );
        let kind = name.kind.map(|kind| {
            page.label("span", &format!("name-{}", kind.as_str()))
                .with("class", "roles")
        });
        let dates = years(Element::new("span"), &name.date_from, &name.date_to);
        Element::new("dd")
            .child(form)
            .children(kind)
            .children(dates.map(|dates| dates.with("class", "roles")))
    });
    let (from, to) = match party.kind {
        PartyKind::Person => ("viewer-born", "viewer-died"),
        PartyKind::Organisation => ("viewer-founded", "viewer-dissolved"),
    };
    let other = |id: &Option<String>| -> Vec<Element> {
        let other = id.as_ref().and_then(|id| names.get(id));
        let link = other.map(|(name, path)| {
            Element::of("a", name).with("href", format!("{UP}{}", href(&format!("{path}.html"))))
        });
        link.map(|link| Element::new("dd").child(link))
            .into_iter()
            .collect()
    };
    let posts = party.posts.iter().map(|post| {
        let organisation = post
            .organisation
            .as_ref()
            .and_then(|id| names.get(id))
            .map(|(name, _)| name.clone());
        let parts = [Some(post.title.clone()), organisation];
        let line = Element::of(
            "dd",
            parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        );
        match years(line.clone().text(", "), &post.date_from, &post.date_to) {
            Some(dated) => dated,
            None => line,
        }
    });
    Element::new("dl")
        .children(page.term_of("viewer-forms", forms.collect()))
        .children(page.date(from, party.date_from.as_deref()))
        .children(page.date(to, party.date_to.as_deref()))
        .children(page.term("viewer-bin", party.bin.as_deref()))
        .children(page.term_of("viewer-parent", other(&party.parent)))
        .children(page.term_of("viewer-predecessor", other(&party.predecessor)))
        .children(page.term_of("viewer-posts", posts.collect()))
        .children(page.term("field-note", party.note.as_deref()))
}

/// An element with the dates from when and until when behind what it holds; none where neither is known.
fn years(element: Element, from: &Option<String>, to: &Option<String>) -> Option<Element> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let end = |date: &Option<String>| match date.as_deref() {
        Some(date) => dated(date),
        None => Element::of("span", "…"),
    };
    Some(element.child(end(from)).text(" – ").child(end(to)))
}

fn appearance(page: &Page<'_>, one: &Appearance) -> Element {
    let link = Element::of("a", &one.title.0)
        .with("href", format!("{UP}{}/article.html", href(&one.folder)));
    let meta = Element::new("p")
        .with("class", "meta")
        .children(one.date.as_ref().map(|date| dated(date)))
        .child(Element::of("span", &one.reference))
        .children(
            one.roles
                .iter()
                .map(|role| page.label("span", &format!("role-{}", role.as_str()))),
        );
    let positions = one
        .positions
        .iter()
        .map(|text| language(Element::of("p", text), &one.title.1).with("class", "position"));
    Element::new("li")
        .child(language(link, &one.title.1))
        .child(meta)
        .children(positions)
}

/// authorities.html: `parties` in alphabetical order, each with how many articles name it.
pub(crate) fn authorities_page(parties: &[(&PartyRecord, usize)], words: &Messages) -> Vec<u8> {
    let title = words.get("viewer-authorities").map_or("", String::as_str);
    let page = Page {
        words,
        top: "",
        kind: "authorities",
        title,
        title_id: Some("viewer-authorities"),
    };
    let section = |kind: PartyKind, id: &str, class: &str| {
        let of_kind = parties.iter().filter(|(party, _)| party.kind == kind);
        let entries = of_kind.map(|(party, articles)| {
            let former = party
                .names
                .iter()
                .filter(|name| name.kind == Some(NameKind::Former));
            let former: Vec<&str> = former.map(|name| name.form.as_str()).collect();
            let former = (!former.is_empty()).then(|| {
                Element::new("span")
                    .with("class", "roles")
                    .child(page.label("span", "name-former"))
                    .child(Element::of("span", format!(" {}", former.join("; "))))
            });
            Element::new("li")
                .with("class", format!("who {class}"))
                .child(
                    Element::of("a", party.listed())
                        .with("class", "name")
                        .with("href", href(&format!("{}.html", layout::authority(party)))),
                )
                .children(former)
                .child(Element::of("span", articles.to_string()).with("class", "roles"))
        });
        let list = Element::new("ul")
            .with("class", "cast columns")
            .children(entries)
            .or_none();
        list.map(|list| {
            Element::new("section")
                .child(page.label("h2", id))
                .child(list)
        })
    };
    let filter = Element::new("p")
        .with("class", "filter")
        .with("hidden", "")
        .child(page.label("label", "viewer-filter").with("for", "filter"))
        .child(
            Element::new("input")
                .with("id", "filter")
                .with("type", "search")
                .with("autocomplete", "off"),
        );
    let main = Element::new("main")
        .with("id", "main")
        .with("class", "card wide")
        .child(page.label("h1", "viewer-authorities"))
        .child(filter)
        .children(section(PartyKind::Person, "viewer-people", "person"))
        .children(section(
            PartyKind::Organisation,
            "viewer-organisations",
            "organisation",
        ));
    html::document(&page.around(vec![main]))
}
