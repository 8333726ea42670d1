//! A profile as it is written: its clauses, read from JSON and checked for sense.

use serde::Deserialize;
use std::collections::BTreeMap;

use super::pattern;

/// A BagIt Profile (<https://bagit-profiles.github.io/bagit-profiles-specification/>, 1.4.0 and before).
///
/// A profile never replaces [`validate`](crate::validate): a bag can follow it to the letter and have a wrong
/// checksum. What a profile says beyond the specification is ignored.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use muragat_bagit::{Bag, Clause, Profile, Writer};
///
/// let profile = Profile::from_json(r#"{
///     "BagIt-Profile-Info": {
///         "BagIt-Profile-Identifier": "https://archive.example/profile.json", "Version": "1",
///         "Source-Organization": "An archive", "External-Description": "What it takes"
///     },
///     "Bag-Info": { "Contact-Name": { "required": true } },
///     "Manifests-Required": ["sha256"],
///     "Accept-Serialization": ["application/zip"],
///     "Accept-BagIt-Version": ["1.0"]
/// }"#)?;
/// # let room = tempfile::tempdir()?;
/// # let target = room.path().join("bag");
/// let mut writer = Writer::folder(&target)?;
/// writer.add("data/баспасөз.txt", &mut "Сәлем".as_bytes())?;
/// writer.finish(&[("BagIt-Profile-Identifier", profile.identifier())])?;
///
/// let departures = profile.check(&Bag::open(&target)?)?;
/// assert_eq!(departures.len(), 1);
/// assert_eq!((departures[0].clause, departures[0].subject.as_str()), (Clause::BagInfo, "Contact-Name"));
/// # Ok(()) }
/// ```
#[derive(Debug, Clone, Deserialize)]
pub struct Profile {
    #[serde(rename = "BagIt-Profile-Info")]
    pub(super) info: Info,
    #[serde(rename = "Bag-Info", default)]
    pub(super) bag_info: BTreeMap<String, TagRule>,
    #[serde(rename = "Manifests-Required", default)]
    pub(super) manifests_required: Vec<String>,
    #[serde(rename = "Manifests-Allowed", default)]
    pub(super) manifests_allowed: Option<Vec<String>>,
    #[serde(rename = "Tag-Manifests-Required", default)]
    pub(super) tag_manifests_required: Vec<String>,
    #[serde(rename = "Tag-Manifests-Allowed", default)]
    pub(super) tag_manifests_allowed: Option<Vec<String>>,
    #[serde(rename = "Tag-Files-Required", default)]
    pub(super) tag_files_required: Vec<String>,
    #[serde(rename = "Tag-Files-Allowed", default)]
    pub(super) tag_files_allowed: Option<Vec<String>>,
    #[serde(rename = "Payload-Files-Required", default)]
    pub(super) payload_files_required: Vec<String>,
    #[serde(rename = "Payload-Files-Allowed", default)]
    pub(super) payload_files_allowed: Option<Vec<String>>,
    #[serde(rename = "Allow-Fetch.txt", default = "yes")]
    pub(super) allow_fetch: bool,
    #[serde(rename = "Fetch.txt-Required", default)]
    pub(super) fetch_required: bool,
    #[serde(rename = "Data-Empty", default)]
    pub(super) data_empty: bool,
    #[serde(rename = "Serialization", default)]
    pub(super) serialization: Serialization,
    #[serde(rename = "Accept-Serialization", default)]
    pub(super) accept_serialization: Vec<String>,
    #[serde(rename = "Accept-BagIt-Version", default)]
    pub(super) accept_version: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Info {
    #[serde(rename = "BagIt-Profile-Identifier", default)]
    pub(super) identifier: String,
    #[serde(rename = "Source-Organization", default)]
    pub(super) organization: String,
    #[serde(rename = "External-Description", default)]
    pub(super) description: String,
    #[serde(rename = "Version", default)]
    pub(super) version: String,
}

/// What a profile says of one label of bag-info.txt.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct TagRule {
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) recommended: bool,
    #[serde(default = "yes")]
    pub(super) repeatable: bool,
    #[serde(default)]
    pub(super) values: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Serialization {
    Forbidden,
    Required,
    #[default]
    Optional,
}

const fn yes() -> bool {
    true
}

/// Why a text is no profile.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileError {
    /// Not JSON, or a value of a kind that the specification does not know.
    #[error("the profile cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// A part that the specification requires is missing or empty.
    #[error("the profile lacks {0}")]
    Lacks(&'static str),
    /// Two parts that no bag can satisfy at once.
    #[error("the profile contradicts itself: {subject:?} is required and not among {allowed}")]
    Contradicts {
        /// The part that does not allow it.
        allowed: &'static str,
        /// What is required.
        subject: String,
    },
}

impl ProfileError {
    /// A stable name, for a caller that words it in its own language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "profile_unreadable",
            Self::Lacks(_) => "profile_incomplete",
            Self::Contradicts { .. } => "profile_contradictory",
        }
    }
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// [`ProfileError`] if it is not JSON, lacks what the specification requires, or cannot be satisfied.
    pub fn from_json(text: &str) -> Result<Self, ProfileError> {
        let profile: Self = serde_json::from_str(text)?;
        for (part, name) in [
            (&profile.info.identifier, "BagIt-Profile-Identifier"),
            (&profile.info.organization, "Source-Organization"),
            (&profile.info.description, "External-Description"),
            (&profile.info.version, "Version"),
        ] {
            if part.trim().is_empty() {
                return Err(ProfileError::Lacks(name));
            }
        }
        if profile.accept_version.is_empty() {
            return Err(ProfileError::Lacks("Accept-BagIt-Version"));
        }
        if profile.serialization != Serialization::Forbidden
            && profile.accept_serialization.is_empty()
        {
            return Err(ProfileError::Lacks("Accept-Serialization"));
        }
        profile.contradiction().map_or(Ok(()), Err)?;
        Ok(profile)
    }

    /// The name under which bag-info.txt claims that a bag follows it.
    #[must_use]
    pub fn identifier(&self) -> &str {
        &self.info.identifier
    }

    /// Its own version, not that of the specification.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.info.version
    }

    fn contradiction(&self) -> Option<ProfileError> {
        let apart = |allowed, subject: &str| {
            Some(ProfileError::Contradicts {
                allowed,
                subject: subject.to_owned(),
            })
        };
        for (required, allowed, name) in [
            (
                &self.manifests_required,
                &self.manifests_allowed,
                "Manifests-Allowed",
            ),
            (
                &self.tag_manifests_required,
                &self.tag_manifests_allowed,
                "Tag-Manifests-Allowed",
            ),
        ] {
            let Some(allowed) = allowed else { continue };
            if let Some(one) = required.iter().find(|one| !is_among(allowed, one)) {
                return apart(name, one);
            }
        }
        for (required, allowed, name) in [
            (
                &self.tag_files_required,
                &self.tag_files_allowed,
                "Tag-Files-Allowed",
            ),
            (
                &self.payload_files_required,
                &self.payload_files_allowed,
                "Payload-Files-Allowed",
            ),
        ] {
            let Some(allowed) = allowed else { continue };
            if let Some(one) = required.iter().find(|one| !pattern::any(allowed, one)) {
                return apart(name, one);
            }
        }
        if self.fetch_required && !self.allow_fetch {
            return apart("Allow-Fetch.txt", "fetch.txt");
        }
        None
    }
}

/// Whether the algorithm is among them. Older tools wrote `SHA-256`; an asterisk stands for all.
pub(super) fn is_among(all: &[String], one: &str) -> bool {
    let plain = |name: &str| name.to_ascii_lowercase().replace('-', "");
    all.iter()
        .any(|name| name == "*" || plain(name) == plain(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn own() -> Value {
        serde_json::from_str(include_str!("../../../../docs/bagit-profile.json")).unwrap()
    }

    fn code(change: impl FnOnce(&mut Value)) -> Option<String> {
        let mut profile = own();
        change(&mut profile);
        let read = Profile::from_json(&profile.to_string());
        read.err().map(|error| format!("{}: {error}", error.code()))
    }

    #[test]
    fn a_profile_that_no_bag_could_follow_is_refused() {
        assert_eq!(code(|_| ()), None);
        let starts = |change: fn(&mut Value), with: &str| {
            let said = code(change).unwrap();
            assert!(said.starts_with(with), "{said}");
        };
        starts(
            |p| p["Serialization"] = json!("sometimes"),
            "profile_unreadable",
        );
        starts(|p| p["Bag-Info"] = json!([]), "profile_unreadable");
        for part in [
            "BagIt-Profile-Identifier",
            "Source-Organization",
            "External-Description",
            "Version",
        ] {
            let said = code(|p| p["BagIt-Profile-Info"][part] = json!(" ")).unwrap();
            assert_eq!(
                said,
                format!("profile_incomplete: the profile lacks {part}")
            );
        }
        starts(
            |p| p["Accept-BagIt-Version"] = json!([]),
            "profile_incomplete",
        );
        starts(
            |p| p["Accept-Serialization"] = json!([]),
            "profile_incomplete",
        );
        starts(
            |p| p["Manifests-Allowed"] = json!(["md5"]),
            "profile_contradictory",
        );
        starts(
            |p| p["Tag-Manifests-Allowed"] = json!(["md5"]),
            "profile_contradictory",
        );
        starts(
            |p| p["Tag-Files-Allowed"] = json!(["x/*"]),
            "profile_contradictory",
        );
        starts(
            |p| p["Payload-Files-Allowed"] = json!(["data/a*"]),
            "profile_contradictory",
        );
        starts(
            |p| p["Fetch.txt-Required"] = json!(true),
            "profile_contradictory",
        );
        assert!(Profile::from_json("{").is_err());
        assert!(Profile::from_json("{}").is_err());
    }
}
