//! Whether a bag follows a profile, clause by clause.

use super::definition::{Profile, Serialization, is_among};
use super::pattern;
use crate::path::{is_reserved, manifest_algorithm};
use crate::read::{Bag, Finding, ReadError, code};
use std::collections::BTreeMap;
use std::fmt;

/// A clause of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Clause {
    /// bag-info.txt must name the profile.
    ProfileIdentifier,
    /// `Bag-Info`: labels required, their values, whether they repeat.
    BagInfo,
    /// `Manifests-Required`.
    ManifestsRequired,
    /// `Manifests-Allowed`.
    ManifestsAllowed,
    /// `Tag-Manifests-Required`.
    TagManifestsRequired,
    /// `Tag-Manifests-Allowed`.
    TagManifestsAllowed,
    /// `Tag-Files-Required`.
    TagFilesRequired,
    /// `Tag-Files-Allowed`.
    TagFilesAllowed,
    /// `Payload-Files-Required`.
    PayloadFilesRequired,
    /// `Payload-Files-Allowed`.
    PayloadFilesAllowed,
    /// `Allow-Fetch.txt`.
    AllowFetch,
    /// `Fetch.txt-Required`.
    FetchRequired,
    /// `Data-Empty`: no payload, or one file of no bytes.
    DataEmpty,
    /// `Serialization`: as one file, or as a folder.
    Serialization,
    /// `Accept-Serialization`: as which kind of file.
    AcceptSerialization,
    /// `Accept-BagIt-Version`.
    AcceptVersion,
}

impl Clause {
    /// The clause's key in the profile.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ProfileIdentifier => "BagIt-Profile-Identifier",
            Self::BagInfo => "Bag-Info",
            Self::ManifestsRequired => "Manifests-Required",
            Self::ManifestsAllowed => "Manifests-Allowed",
            Self::TagManifestsRequired => "Tag-Manifests-Required",
            Self::TagManifestsAllowed => "Tag-Manifests-Allowed",
            Self::TagFilesRequired => "Tag-Files-Required",
            Self::TagFilesAllowed => "Tag-Files-Allowed",
            Self::PayloadFilesRequired => "Payload-Files-Required",
            Self::PayloadFilesAllowed => "Payload-Files-Allowed",
            Self::AllowFetch => "Allow-Fetch.txt",
            Self::FetchRequired => "Fetch.txt-Required",
            Self::DataEmpty => "Data-Empty",
            Self::Serialization => "Serialization",
            Self::AcceptSerialization => "Accept-Serialization",
            Self::AcceptVersion => "Accept-BagIt-Version",
        }
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How much a departure matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The bag does not follow the profile.
    Breach,
    /// The profile only recommends it.
    Advice,
}

/// One thing in which a bag departs from a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// The clause that it departs from.
    pub clause: Clause,
    /// What it is about: a label, an algorithm, a path, a version, a media type.
    pub subject: String,
    /// The value that the clause does not accept, where there is one.
    pub value: Option<String>,
    /// A breach, or only against advice.
    pub weight: Weight,
}

impl fmt::Display for Departure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.clause, self.subject)?;
        match &self.value {
            Some(value) => write!(f, " = {value:?}"),
            None => Ok(()),
        }
    }
}

/// For a report beside what [`validate`](crate::validate) found; its detail is the departure in English.
impl From<&Departure> for Finding {
    fn from(departure: &Departure) -> Self {
        Self::new(code::PROFILE_DEPARTURE).with(departure)
    }
}

/// Media types under which zip files go about.
const ZIP: [&str; 3] = [
    "application/zip",
    "application/x-zip-compressed",
    "application/x-zip",
];

impl Profile {
    /// Every clause that the bag departs from, in the order of [`Clause`]; none: it follows the profile.
    ///
    /// Contents are not read, only bagit.txt and bag-info.txt, and the names of all files.
    ///
    /// # Errors
    /// Those of [`Bag::read`] for bagit.txt and bag-info.txt. A bag without them departs instead.
    pub fn check(&self, bag: &Bag) -> Result<Vec<Departure>, ReadError> {
        let mut found = Departures::default();
        self.info(&bag.elements()?, &mut found);
        let (tags, payload) = (bag.tag_paths(), bag.payload_paths());
        for (prefix, required, allowed, clauses) in [
            (
                "manifest-",
                &self.manifests_required,
                &self.manifests_allowed,
                (Clause::ManifestsRequired, Clause::ManifestsAllowed),
            ),
            (
                "tagmanifest-",
                &self.tag_manifests_required,
                &self.tag_manifests_allowed,
                (Clause::TagManifestsRequired, Clause::TagManifestsAllowed),
            ),
        ] {
            let there: Vec<String> = tags
                .iter()
                .filter_map(|path| manifest_algorithm(path, prefix))
                .map(str::to_owned)
                .collect();
            found.all(
                clauses.0,
                required.iter().filter(|one| !is_among(&there, one)),
            );
            let allows = |one: &&String| allowed.as_ref().is_none_or(|all| is_among(all, one));
            found.all(clauses.1, there.iter().filter(|one| !allows(one)));
        }
        let lacks = |all: &[String], wanted: &str| match wanted.ends_with('/') {
            true => !all.iter().any(|path| path.starts_with(wanted)),
            false => !all.iter().any(|path| path == wanted),
        };
        let own: Vec<&String> = tags.iter().filter(|path| !is_reserved(path)).collect();
        let allows = |patterns: &Option<Vec<String>>, path: &str| {
            patterns.as_ref().is_none_or(|all| pattern::any(all, path))
        };
        let required = self.tag_files_required.iter();
        found.all(
            Clause::TagFilesRequired,
            required.filter(|path| lacks(&tags, path)),
        );
        let others = own.into_iter();
        found.all(
            Clause::TagFilesAllowed,
            others.filter(|path| !allows(&self.tag_files_allowed, path)),
        );
        let required = self.payload_files_required.iter();
        found.all(
            Clause::PayloadFilesRequired,
            required.filter(|path| lacks(&payload, path)),
        );
        found.all(
            Clause::PayloadFilesAllowed,
            payload
                .iter()
                .filter(|path| !allows(&self.payload_files_allowed, path)),
        );
        match bag.contains("fetch.txt") {
            true if !self.allow_fetch => found.breach(Clause::AllowFetch, "fetch.txt"),
            false if self.fetch_required => found.breach(Clause::FetchRequired, "fetch.txt"),
            _ => {}
        }
        let empty = match payload.as_slice() {
            [] => true,
            [one] => bag.octets(one) == Some(0),
            _ => false,
        };
        if self.data_empty && !empty {
            found.breach(Clause::DataEmpty, "data/");
        }
        self.container(bag, &mut found);
        let version = bag.version()?;
        if !self.accept_version.contains(&version) {
            found.breach(Clause::AcceptVersion, &version);
        }
        Ok(found.0)
    }

    /// bag-info.txt. Case does not count in labels (RFC 8493, 2.2.2).
    fn info(&self, elements: &[(String, String)], found: &mut Departures) {
        let mut said: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (label, value) in elements {
            said.entry(label.to_lowercase()).or_default().push(value);
        }
        let identifier = Clause::ProfileIdentifier;
        let claims = said.get(&identifier.name().to_lowercase());
        // A bag may follow several profiles, and then names each.
        if !claims.is_some_and(|all| all.contains(&self.identifier())) {
            found.breach(identifier, self.identifier());
        }
        for (label, tag) in &self.bag_info {
            let values = said
                .get(&label.to_lowercase())
                .map(Vec::as_slice)
                .unwrap_or_default();
            // A label without a value says nothing.
            if values.iter().all(|value| value.is_empty()) {
                if tag.required {
                    found.breach(Clause::BagInfo, label);
                } else if tag.recommended {
                    found.push(Clause::BagInfo, label, None, Weight::Advice);
                }
            }
            if let [_, again, ..] = values
                && !tag.repeatable
            {
                found.push(Clause::BagInfo, label, Some(again), Weight::Breach);
            }
            if tag.values.is_empty() {
                continue;
            }
            for value in values {
                if !tag.values.iter().any(|one| one == value) {
                    found.push(Clause::BagInfo, label, Some(value), Weight::Breach);
                }
            }
        }
    }

    fn container(&self, bag: &Bag, found: &mut Departures) {
        let one_file = !bag.path().is_dir();
        match self.serialization {
            Serialization::Forbidden if one_file => found.breach(Clause::Serialization, ZIP[0]),
            Serialization::Required if !one_file => found.breach(Clause::Serialization, "data/"),
            Serialization::Forbidden => {}
            _ => {
                let takes = |media: &String| ZIP.contains(&media.to_lowercase().as_str());
                if one_file && !self.accept_serialization.iter().any(takes) {
                    found.breach(Clause::AcceptSerialization, ZIP[0]);
                }
            }
        }
    }
}

#[derive(Default)]
struct Departures(Vec<Departure>);

impl Departures {
    fn push(&mut self, clause: Clause, subject: &str, value: Option<&str>, weight: Weight) {
        self.0.push(Departure {
            clause,
            subject: subject.to_owned(),
            value: value.map(str::to_owned),
            weight,
        });
    }

    fn breach(&mut self, clause: Clause, subject: &str) {
        self.push(clause, subject, None, Weight::Breach);
    }

    fn all<'a>(&mut self, clause: Clause, subjects: impl Iterator<Item = &'a String>) {
        for subject in subjects {
            self.breach(clause, subject);
        }
    }
}
