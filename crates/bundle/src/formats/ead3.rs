//! ead3.xml: the finding aid over the units (EAD3 1.1), down to the article. The inventory (опись, тізімдеме) has no
//! level of its own in EAD: `otherlevel="opis"`.

use std::collections::BTreeMap;

use muragat_archive::record::terms::{Access, Level, PartyKind};
use muragat_archive::record::{ArticleRecord, UnitRecord};
use muragat_language::Dating;

use crate::formats::datings::Told;
use crate::placed::{date, href, title};
use crate::xml::Element;

/// What the finding aid is made of, gathered article by article.
#[derive(Debug, Default)]
pub(crate) struct FindingAid {
    /// Units by UUID.
    units: BTreeMap<String, Unit>,
    /// Articles by the UUID of the unit they lie in; `""` for the in-tray.
    items: BTreeMap<String, Vec<Item>>,
    newest: String,
}

#[derive(Debug)]
struct Unit {
    record: UnitRecord,
    creator: Option<(String, bool)>,
}

#[derive(Debug)]
struct Item {
    reference: String,
    id: String,
    title: String,
    language: String,
    date: Option<String>,
    folder: String,
    photos: usize,
    access: Access,
    until: Option<String>,
}

impl FindingAid {
    /// Takes an article in, which lies in `folder` below data/.
    pub fn add(&mut self, record: &ArticleRecord, folder: &str) {
        for unit in &record.units {
            let creator = unit.creator.as_ref();
            let creator =
                creator.and_then(|id| record.parties.iter().find(|party| party.id == *id));
            let creator =
                creator.map(|party| (party.name.clone(), party.kind == PartyKind::Organisation));
            self.units.entry(unit.id.clone()).or_insert_with(|| Unit {
                record: unit.clone(),
                creator,
            });
        }
        let unit = record
            .units
            .last()
            .map(|unit| unit.id.clone())
            .unwrap_or_default();
        let language = record
            .versions
            .first()
            .map_or("und", |version| version.language.as_str());
        self.items.entry(unit).or_default().push(Item {
            reference: record.reference.clone(),
            id: record.id.clone(),
            title: title(record).to_owned(),
            language: language.to_owned(),
            date: date(record).map(str::to_owned),
            folder: folder.to_owned(),
            photos: record.photos.len(),
            access: record.access.level,
            until: record.access.until.clone(),
        });
        if record.created_at > self.newest {
            record.created_at.clone_into(&mut self.newest);
        }
    }

    /// When the newest article was catalogued, RFC 3339.
    pub fn newest(&self) -> &str {
        &self.newest
    }

    /// The units, each with how many articles lie directly in it, from the top down.
    pub fn tree(&self) -> Vec<(&UnitRecord, usize)> {
        let mut lines = Vec::new();
        let mut waiting: Vec<&Unit> = self.below(None);
        waiting.reverse();
        while let Some(unit) = waiting.pop() {
            lines.push((
                &unit.record,
                self.items.get(&unit.record.id).map_or(0, Vec::len),
            ));
            let mut below = self.below(Some(&unit.record.id));
            below.reverse();
            waiting.extend(below);
        }
        lines
    }

    fn below(&self, parent: Option<&str>) -> Vec<&Unit> {
        let mut units: Vec<&Unit> = self
            .units
            .values()
            .filter(|unit| unit.record.parent.as_deref() == parent)
            .collect();
        units.sort_by_key(|unit| muragat_language::sort_key(&unit.record.code));
        units
    }

    /// ead3.xml; `identifier` names the whole.
    pub fn document(&self, identifier: &str) -> Vec<u8> {
        let tops = self.below(None);
        let loose = self.items.get("").map(Vec::as_slice).unwrap_or_default();
        let name: Vec<&str> = tops.iter().map(|unit| unit.record.title.as_str()).collect();
        let name = if name.is_empty() {
            identifier.to_owned()
        } else {
            name.join("; ")
        };
        let components = tops
            .iter()
            .map(|unit| self.component(unit))
            .chain(loose.iter().map(item));
        let description = match (tops.as_slice(), loose.is_empty()) {
            // one fonds is itself what is described
            ([only], true) => Element::new("archdesc")
                .with("level", "fonds")
                .children(Self::described(only))
                .children(subordinate(self.parts(only))),
            _ => Element::new("archdesc")
                .with("level", "collection")
                .child(
                    Element::new("did")
                        .child(Element::of("unittitle", &name))
                        .child(Element::of("unitid", identifier)),
                )
                .children(subordinate(components.collect())),
        };
        let event = Element::new("maintenanceevent")
            .child(Element::new("eventtype").with("value", "derived"))
            .child(
                Element::of("eventdatetime", &self.newest).with("standarddatetime", &self.newest),
            )
            .child(Element::new("agenttype").with("value", "machine"))
            .child(Element::of("agent", "Muragat"));
        Element::new("ead")
            .with("xmlns", "http://ead3.archivists.org/schema/")
            .child(
                Element::new("control")
                    .child(Element::of("recordid", identifier))
                    .child(
                        Element::new("filedesc").child(
                            Element::new("titlestmt").child(Element::of("titleproper", &name)),
                        ),
                    )
                    .child(Element::new("maintenancestatus").with("value", "derived"))
                    .child(
                        Element::new("maintenanceagency")
                            .child(Element::of("agencyname", "Muragat")),
                    )
                    .child(Element::new("maintenancehistory").child(event)),
            )
            .child(description)
            .document()
    }

    fn component(&self, unit: &Unit) -> Element {
        let component = match unit.record.level {
            Level::Fonds => Element::new("c").with("level", "fonds"),
            Level::Inventory => Element::new("c")
                .with("level", "otherlevel")
                .with("otherlevel", "opis"),
            Level::File => Element::new("c").with("level", "file"),
        };
        component
            .children(Self::described(unit))
            .children(self.parts(unit))
    }

    fn parts(&self, unit: &Unit) -> Vec<Element> {
        let items = self
            .items
            .get(&unit.record.id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let below = self.below(Some(&unit.record.id));
        below
            .into_iter()
            .map(|unit| self.component(unit))
            .chain(items.iter().map(item))
            .collect()
    }

    fn described(unit: &Unit) -> Vec<Element> {
        let record = &unit.record;
        let dates = range(record.date_from.as_deref(), record.date_to.as_deref());
        let origin = unit.creator.as_ref().map(|(name, organisation)| {
            let name_element = if *organisation {
                "corpname"
            } else {
                "persname"
            };
            Element::new("origination")
                .child(Element::new(name_element).child(Element::of("part", name)))
        });
        let did = Element::new("did")
            .child(Element::of("unittitle", &record.title))
            .child(Element::of("unitid", &record.code))
            .child(Element::of("unitid", &record.id).with("localtype", "UUID"))
            .children(dates)
            .children(origin)
            .children(
                record
                    .extent
                    .as_ref()
                    .map(|extent| Element::of("physdesc", extent)),
            );
        let retention: Vec<&str> = [&record.retention_period, &record.retention_article]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let paragraph =
            |name: &'static str, text: &str| Element::new(name).child(Element::of("p", text));
        std::iter::once(did)
            .chain((!retention.is_empty()).then(|| paragraph("appraisal", &retention.join(" · "))))
            .chain(
                record
                    .note
                    .as_deref()
                    .map(|note| Element::new("odd").child(Element::of("p", note))),
            )
            .collect()
    }
}

fn subordinate(components: Vec<Element>) -> Option<Element> {
    Element::new("dsc").children(components).or_none()
}

/// The covering dates of a unit.
fn range(from: Option<&str>, to: Option<&str>) -> Option<Element> {
    let certainty = [from, to]
        .into_iter()
        .flatten()
        .find_map(|date| Told::of(date).certainty());
    date_range(from, to).map(|range| {
        Element::new("unitdatestructured")
            .with_some("certainty", certainty)
            .child(range)
    })
}

/// From the first day of the one to the last of the other.
fn date_range(from: Option<&str>, to: Option<&str>) -> Option<Element> {
    let date = |name: &'static str, date: &str, told: Option<String>| {
        Element::of(name, date).with_some("standarddate", told)
    };
    Element::new("daterange")
        .children(from.map(|from| date("fromdate", from, Told::of(from).begin())))
        .children(to.map(|to| date("todate", to, Told::of(to).end())))
        .or_none()
}

/// When an article was published.
fn dated(date: &str) -> Element {
    let told = Told::of(date);
    let ends = date.parse::<Dating>().ok().filter(|date| !date.is_single());
    let dated = Element::new("unitdatestructured").with_some("certainty", told.certainty());
    match ends.map(Dating::ends) {
        Some((from, to)) => {
            let [from, to] = [from, to].map(|end| end.map(|end| end.to_string()));
            dated.children(date_range(from.as_deref(), to.as_deref()))
        }
        None => dated.child(
            Element::of("datesingle", date)
                .with_some("standarddate", told.iso.as_ref())
                .with_some("notbefore", told.not_before.as_ref())
                .with_some("notafter", told.not_after.as_ref()),
        ),
    }
}

fn item(item: &Item) -> Element {
    let single = item.date.as_deref().map(dated);
    let restriction = match item.access {
        Access::Open => None,
        level => {
            let text = [Some(level.as_str()), item.until.as_deref()];
            let text = text.into_iter().flatten().collect::<Vec<_>>().join(" ");
            Some(Element::new("accessrestrict").child(Element::of("p", text)))
        }
    };
    Element::new("c")
        .with("level", "item")
        .child(
            Element::new("did")
                .child(Element::of("unittitle", &item.title).with("lang", &item.language))
                .child(Element::of("unitid", &item.reference))
                .child(Element::of("unitid", &item.id).with("localtype", "UUID"))
                .children(single)
                .children((item.photos > 0).then(|| {
                    Element::new("physdescstructured")
                        .with("coverage", "part")
                        .with("physdescstructuredtype", "materialtype")
                        .child(Element::of("quantity", item.photos.to_string()))
                        .child(Element::of("unittype", "photographs"))
                }))
                .child(
                    Element::new("dao")
                        .with("daotype", "borndigital")
                        .with("href", href(&format!("{}/article.html", item.folder))),
                ),
        )
        .children(restriction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_ends_on_the_last_day_that_its_end_may_be() {
        let text = String::from_utf8(dated("1980/199X").document()).unwrap();
        assert!(text.contains("standarddate=\"1980\""), "{text}");
        assert!(text.contains("standarddate=\"1999-12-31\""), "{text}");
    }
}
