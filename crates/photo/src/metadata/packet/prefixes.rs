//! A prefix for each vocabulary of a packet: the one that programs know it by, else the one that it came with.

use std::collections::{BTreeMap, BTreeSet};

use super::names::is_name;
use super::value::{Content, Packet, Property, Value};
use crate::metadata::vocabularies::PREFIXES;

/// Longest prefix that is kept, in bytes: it stands at each name.
const PREFIX_MOST: usize = 40;

impl Packet {
    /// The prefix of each vocabulary that is used, by its URI.
    pub(super) fn assign_prefixes(&self) -> BTreeMap<&str, String> {
        let mut used = BTreeSet::new();
        collect_of_all(&self.properties, &mut used);
        let published = |vocabulary: &str| {
            let is_it = |(uri, _): &&(&str, &str)| *uri == vocabulary;
            PREFIXES.iter().find(is_it).map(|(_, prefix)| *prefix)
        };
        let mut taken: BTreeSet<String> = ["x", "rdf"].map(str::to_owned).into();
        taken.extend(PREFIXES.iter().map(|(_, prefix)| (*prefix).to_owned()));
        let mut prefixes = BTreeMap::new();
        for vocabulary in used {
            let prefix = published(vocabulary).map(str::to_owned).unwrap_or_else(|| {
                let came = self.prefixes.get(vocabulary);
                let is_free = |prefix: &&String| {
                    is_name(prefix)
                        && prefix.len() <= PREFIX_MOST
                        && !prefix.to_ascii_lowercase().starts_with("xml")
                        && !taken.contains(*prefix)
                };
                let numbered = || (1..).map(|number: usize| format!("ns{number}"));
                came.filter(is_free)
                    .cloned()
                    .or_else(|| numbered().find(|prefix| !taken.contains(prefix)))
                    .unwrap_or_default()
            });
            taken.insert(prefix.clone());
            prefixes.insert(vocabulary, prefix);
        }
        prefixes
    }
}

fn collect_of_all<'a>(properties: &'a [Property], used: &mut BTreeSet<&'a str>) {
    for property in properties {
        used.insert(&property.name.vocabulary);
        collect(&property.value, used);
    }
}

fn collect<'a>(value: &'a Value, used: &mut BTreeSet<&'a str>) {
    collect_of_all(&value.qualifiers, used);
    match &value.content {
        Content::Array(_, items) => items.iter().for_each(|item| collect(item, used)),
        Content::Structure(fields) => collect_of_all(fields, used),
        Content::Text(_) | Content::Uri(_) => {}
    }
}
