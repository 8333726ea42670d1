//! Dublin Core: of one article, inside its METS; and catalogue.dc.xml, of the whole bundle (oai_dc).

use std::collections::BTreeSet;

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{Access, PartyKind, Role};

use crate::formats::datings::Told;
use crate::placed::{Placed, date, shelf};
use crate::xml::Element;

/// One article's description, without a wrapper: `dc:title` …
pub(crate) fn article(placed: &Placed<'_>) -> Vec<Element> {
    let record = placed.record;
    let mut elements = Vec::new();
    for version in &record.versions {
        elements.push(Element::of("dc:title", &version.title).with("xml:lang", &version.language));
    }
    let named = |role: Role| placed.with_role(role).map(|party| party.name.clone());
    let authors: Vec<String> = named(Role::Author).collect();
    let contributors = record
        .cast
        .iter()
        .filter(|member| !member.roles.contains(&Role::Author))
        .map(|member| placed.name(&member.party).to_owned())
        .filter(|name| !name.is_empty());
    let mut add = |name: &'static str, text: String| elements.push(Element::of(name, text));
    authors.into_iter().for_each(|name| add("dc:creator", name));
    record
        .subjects
        .iter()
        .for_each(|subject| add("dc:subject", subject.clone()));
    record
        .note
        .iter()
        .for_each(|note| add("dc:description", note.clone()));
    record
        .units
        .first()
        .iter()
        .for_each(|unit| add("dc:publisher", unit.title.clone()));
    contributors.for_each(|name| add("dc:contributor", name));
    date(record)
        .iter()
        .for_each(|date| add("dc:date", (*date).to_owned()));
    add(
        "dc:type",
        record.kind.clone().unwrap_or_else(|| "Text".to_owned()),
    );
    add("dc:identifier", record.reference.clone());
    add("dc:identifier", format!("urn:uuid:{}", record.id));
    if !record.units.is_empty() {
        add("dc:identifier", shelf(record));
    }
    record
        .source_url
        .iter()
        .for_each(|url| add("dc:source", url.clone()));
    let languages: BTreeSet<&str> = record
        .versions
        .iter()
        .map(|version| version.language.as_str())
        .collect();
    languages
        .iter()
        .for_each(|language| add("dc:language", (*language).to_owned()));
    record
        .places
        .iter()
        .filter(|place| place.heading)
        .for_each(|place| add("dc:coverage", place.name.clone()));
    record
        .rights
        .iter()
        .for_each(|rights| add("dc:rights", rights.clone()));
    if record.access.level != Access::Open {
        add("dc:rights", record.access.level.as_str().to_owned());
    }
    elements
}

/// What catalogue.dc.xml says of all articles together.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    fonds: BTreeSet<String>,
    creators: BTreeSet<String>,
    subjects: BTreeSet<String>,
    languages: BTreeSet<String>,
    places: BTreeSet<String>,
    rights: BTreeSet<String>,
    dates: Option<(String, String)>,
    articles: u64,
    photos: u64,
}

impl Catalogue {
    /// Takes an article in.
    pub fn add(&mut self, record: &ArticleRecord) {
        self.articles += 1;
        self.photos += record.photos.len() as u64;
        if let Some(fonds) = record.units.first() {
            self.fonds.insert(fonds.name());
            let creator = fonds.creator.as_ref();
            let creator =
                creator.and_then(|id| record.parties.iter().find(|party| party.id == *id));
            self.creators
                .extend(creator.map(|party| party.name.clone()));
        }
        for member in record
            .cast
            .iter()
            .filter(|member| member.roles.contains(&Role::Author))
        {
            let author = record.parties.iter().find(|party| party.id == member.party);
            let author = author.filter(|party| party.kind == PartyKind::Organisation);
            self.creators.extend(author.map(|party| party.name.clone()));
        }
        self.subjects.extend(record.subjects.iter().cloned());
        self.languages.extend(
            record
                .versions
                .iter()
                .map(|version| version.language.clone()),
        );
        self.places.extend(
            record
                .places
                .iter()
                .filter(|place| place.heading)
                .map(|place| place.name.clone()),
        );
        self.rights.extend(record.rights.iter().cloned());
        if let Some(date) = date(record) {
            let told = Told::of(date);
            let first = told.begin().or_else(|| told.end());
            let last = told.end().or_else(|| told.begin());
            if let Some((first, last)) = first.zip(last) {
                let (from, to) = self
                    .dates
                    .get_or_insert_with(|| (first.clone(), last.clone()));
                if first < *from {
                    *from = first;
                }
                if last > *to {
                    *to = last;
                }
            }
        }
    }

    /// The earliest and the latest date.
    pub fn dates(&self) -> Option<(&str, &str)> {
        self.dates
            .as_ref()
            .map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// The terms of use that articles have.
    pub fn rights(&self) -> String {
        match self.rights.is_empty() {
            true => "No terms of use are recorded".to_owned(),
            false => self.rights.iter().cloned().collect::<Vec<_>>().join("; "),
        }
    }

    /// The fonds, `code title`, in order.
    pub fn fonds(&self) -> impl Iterator<Item = &str> {
        self.fonds.iter().map(String::as_str)
    }

    /// catalogue.dc.xml; `identifier` names the whole.
    pub fn document(&self, identifier: &str) -> Vec<u8> {
        let each = |name: &'static str, texts: &BTreeSet<String>| -> Vec<Element> {
            texts.iter().map(|text| Element::of(name, text)).collect()
        };
        let title = match self.fonds.is_empty() {
            true => identifier.to_owned(),
            false => self.fonds().collect::<Vec<_>>().join("; "),
        };
        let dates = self.dates().map(|(from, to)| match from == to {
            true => from.to_owned(),
            false => format!("{from}/{to}"),
        });
        Element::new("oai_dc:dc")
            .with(
                "xmlns:oai_dc",
                "http://www.openarchives.org/OAI/2.0/oai_dc/",
            )
            .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .child(Element::of("dc:title", title))
            .children(each("dc:creator", &self.creators))
            .children(each("dc:subject", &self.subjects))
            .children(dates.map(|dates| Element::of("dc:date", dates)))
            .child(Element::of("dc:type", "Collection"))
            .child(Element::of(
                "dc:format",
                format!("{} articles, {} photographs", self.articles, self.photos),
            ))
            .child(Element::of("dc:identifier", identifier))
            .children(each("dc:language", &self.languages))
            .children(each("dc:coverage", &self.places))
            .children(each("dc:rights", &self.rights))
            .document()
    }
}
