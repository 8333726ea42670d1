//! authorities/….eac.xml: EAC-CPF 2.0, a party each (ISAAR(CPF)).

use std::collections::BTreeMap;

use muragat_archive::record::terms::{NameKind, PartyKind};
use muragat_archive::record::{PartyRecord, PostRecord};

use crate::formats::datings::Told;
use crate::xml::Element;

/// The document of one party. `names`: of all parties, by UUID; `at`: when the newest article that names it was catalogued.
pub(crate) fn eac(party: &PartyRecord, names: &BTreeMap<&str, &PartyRecord>, at: &str) -> Vec<u8> {
    Element::new("eac")
        .with("xmlns", "https://archivists.org/ns/eac/v2")
        .child(control(party, at))
        .child(
            Element::new("cpfDescription")
                .child(identity(party))
                .children(description(party, names).or_none())
                .children(relations(party, names).or_none()),
        )
        .document()
}

fn control(party: &PartyRecord, at: &str) -> Element {
    Element::new("control")
        .with("maintenanceStatus", "derived")
        .child(Element::of("recordId", &party.id))
        .child(Element::new("maintenanceAgency").child(Element::of("agencyName", "Muragat")))
        .child(
            Element::new("maintenanceHistory").child(
                Element::new("maintenanceEvent")
                    .with("maintenanceEventType", "derived")
                    .child(Element::of("agent", "Muragat").with("agentType", "machine"))
                    .child(Element::of("eventDateTime", at).with("standardDateTime", at)),
            ),
        )
}

fn kind(party: &PartyRecord) -> &'static str {
    match party.kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "corporateBody",
    }
}

fn identity(party: &PartyRecord) -> Element {
    let entry = |form: &str, language: Option<&str>, status: &str| {
        // the scheme's own attributes for language and script are of ISO codes
        let (code, script) = match language.and_then(|tag| tag.split_once('-')) {
            Some((code, script)) if script.len() == 4 => (Some(code), Some(script)),
            _ => (language, None),
        };
        Element::new("nameEntry")
            .with_some("languageOfElement", code)
            .with_some("scriptOfElement", script)
            .with("status", status)
            .child(Element::of("part", form))
    };
    Element::new("identity")
        .child(Element::new("entityType").with("value", kind(party)))
        .child(entry(&party.name, None, "authorized"))
        .children(party.names.iter().map(|name| {
            let dates = range(name.date_from.as_ref(), name.date_to.as_ref());
            entry(&name.form, name.language.as_deref(), "alternative")
                .with_some("localType", name.kind.map(NameKind::as_str))
                .children(dates.map(|range| Element::new("useDates").child(range)))
        }))
        .children(cut_name(party))
        .children(
            party
                .bin
                .as_ref()
                .map(|bin| Element::of("identityId", bin).with("localType", "BIN")),
        )
}

/// A person's name cut into its parts, the surname first, as an index wants it.
fn cut_name(party: &PartyRecord) -> Option<Element> {
    let name = party.name_parts()?;
    let parts = [
        ("surname", name.surname?),
        ("givenNames", name.given?),
        ("patronymic", name.patronymic.unwrap_or_default()),
    ];
    let parts = parts.iter().filter(|(_, text)| !text.is_empty());
    Some(
        Element::new("nameEntry")
            .with("localType", "parts")
            .with("status", "alternative")
            .children(parts.map(|(kind, text)| Element::of("part", text).with("localType", *kind))),
    )
}

fn range(from: Option<&String>, to: Option<&String>) -> Option<Element> {
    let date = |name: &'static str, date: &String| {
        let told = Told::of(date);
        Element::of(name, date)
            .with_some("standardDate", told.iso.as_ref())
            .with_some("notBefore", told.not_before.as_ref())
            .with_some("notAfter", told.not_after.as_ref())
            .with_some("certainty", told.certainty())
    };
    Element::new("dateRange")
        .children(from.map(|from| date("fromDate", from)))
        .children(to.map(|to| date("toDate", to)))
        .or_none()
}

fn description(party: &PartyRecord, names: &BTreeMap<&str, &PartyRecord>) -> Element {
    let post = |post: &PostRecord| {
        let organisation = post.organisation.as_deref().and_then(|id| names.get(id));
        Element::new("occupation")
            .with("localType", post.kind.as_str())
            .child(Element::of("term", &post.title))
            .children(range(post.date_from.as_ref(), post.date_to.as_ref()))
            .children(organisation.map(|organisation| {
                Element::new("descriptiveNote").child(Element::of("p", &organisation.name))
            }))
    };
    let exist = range(party.date_from.as_ref(), party.date_to.as_ref());
    Element::new("description")
        .children(
            Element::new("occupations")
                .children(party.posts.iter().map(post))
                .or_none(),
        )
        .children(
            party
                .note
                .as_ref()
                .map(|note| Element::new("biogHist").child(Element::of("p", note))),
        )
        .children(exist.map(|range| Element::new("existDates").child(range)))
}

fn relations(party: &PartyRecord, names: &BTreeMap<&str, &PartyRecord>) -> Element {
    let relation = |id: Option<&str>, kind_of: &str| {
        let other = id.and_then(|id| names.get(id).copied());
        other.map(|other| {
            Element::new("relation")
                .child(
                    Element::new("targetEntity")
                        .with("targetType", kind(other))
                        .with("valueURI", format!("urn:uuid:{}", other.id))
                        .child(Element::of("part", &other.name)),
                )
                .child(Element::of("relationType", kind_of))
        })
    };
    let mut employers: Vec<&str> = party
        .posts
        .iter()
        .filter_map(|post| post.organisation.as_deref())
        .collect();
    employers.dedup();
    Element::new("relations")
        .children(relation(party.predecessor.as_deref(), "predecessor"))
        .children(relation(party.parent.as_deref(), "parent"))
        .children(
            employers
                .into_iter()
                .filter_map(|id| relation(Some(id), "employer")),
        )
}
