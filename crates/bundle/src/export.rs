//! Export: records, their originals and photos into a new bag, verified before it gets its name.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use muragat_archive::record::terms::Access;
use muragat_archive::{Archive, Error as ArchiveError, ListQuery, Progress, Watch, may_leave};
use muragat_bagit::Writer;
use muragat_files::{Existing, TemporaryFolder, folder_of};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::layout::Folders;
use crate::payload::Payload;
use crate::profile::{PROFILE, PROFILE_IDENTIFIER};
use crate::verification::verify;

/// What to export, and how.
#[derive(Debug, Clone, Default)]
pub struct Export {
    /// UUIDs or references; none: all that access rules let out.
    pub articles: Vec<String>,
    /// None named: only those that this finds, of all its pages; access rules hold.
    pub query: Option<ListQuery>,
    /// One zip file instead of a folder.
    pub zip: bool,
    /// More elements for bag-info.txt, such as `Source-Organization`, `Organization-Address`, `Contact-Name`,
    /// `External-Description`: label and value.
    pub info: Vec<(String, String)>,
}

/// By what its sender knows a bundle; the bundle's own name, where nothing else is said.
pub(crate) const IDENTIFIER: &str = "External-Identifier";

/// What the library is called that went out whole.
pub(crate) const LIBRARY_NAME: &str = "Muragat-Library-Name";

/// When it was given that name.
pub(crate) const LIBRARY_NAMED_AT: &str = "Muragat-Library-Named-At";

/// What an export made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportResult {
    /// The bundle.
    #[serde(serialize_with = "muragat_archive::serialize_path")]
    #[ts(type = "string")]
    pub path: PathBuf,
    /// How many articles it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// How many photos.
    #[ts(type = "number")]
    pub photos: u64,
    /// Payload files.
    #[ts(type = "number")]
    pub files: u64,
    /// Payload size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// Articles that access rules kept out, as none named them.
    pub left_out: Vec<LeftOut>,
}

/// An article that stayed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    /// UUIDv7.
    pub id: String,
    /// Unique in its library.
    pub reference: String,
    /// Restricted, or under embargo.
    pub access: Access,
}

/// Exports articles into a new bundle at `target`. It is written beside the target under another name,
/// every byte is read again and checked, and only then it gets its name. When it fails, nothing is left.
///
/// # Errors
/// The target is there; nothing to export; an original is missing or damaged; the disk is full; stopped.
pub fn export(
    archive: &Archive,
    target: &Path,
    what: &Export,
    watch: Watch<'_>,
) -> Result<ExportResult, Error> {
    prepare(archive, target)?;
    let name = target
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let top = match what.zip {
        true => name.strip_suffix(".zip").unwrap_or(&name).to_owned(),
        false => name,
    };
    let making = TemporaryFolder::beside(target, "export")
        .map_err(|e| ArchiveError::writing_outside(target, &e))?;
    let draft = making.path().join("bundle");
    let (exported, _) = make(archive, &draft, &top, target, what, watch)?;
    give_name(making, &draft, target)?;
    Ok(exported)
}

/// Makes the folder in which a target is to be made, where nothing is in its place.
pub(crate) fn prepare(archive: &Archive, target: &Path) -> Result<(), Error> {
    if target.symlink_metadata().is_ok() {
        return Err(ArchiveError::TargetExists {
            path: target.to_owned(),
        }
        .into());
    }
    if lies_below(target, archive.path()) {
        return Err(ArchiveError::TargetInsideLibrary {
            path: target.to_owned(),
        }
        .into());
    }
    let parent = folder_of(target);
    fs::create_dir_all(parent).map_err(|e| ArchiveError::writing_outside(parent, &e))?;
    muragat_archive::clear_leftovers(parent);
    Ok(())
}

/// Gives what was made as `draft` its name, durably. Nothing that came there meanwhile is overwritten.
pub(crate) fn give_name(making: TemporaryFolder, draft: &Path, target: &Path) -> Result<(), Error> {
    making
        .give_name(draft, Existing::Refuse)
        .map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => ArchiveError::TargetExists {
                path: target.to_owned(),
            },
            _ => ArchiveError::writing_outside(target, &error),
        })?;
    Ok(())
}

/// Makes a bundle as `draft`, called `top`, and reads every byte of it again. `target` is what errors and the outcome
/// name. Gives the SHA-256 of manifest-sha256.txt too.
pub(crate) fn make(
    archive: &Archive,
    draft: &Path,
    top: &str,
    target: &Path,
    what: &Export,
    watch: Watch<'_>,
) -> Result<(ExportResult, String), Error> {
    let mut writer = match what.zip {
        true => Writer::zip(draft, top),
        false => Writer::folder(draft),
    }
    .map_err(|e| Error::writing(target, e))?;
    let mut exported = ExportResult {
        path: target.to_owned(),
        articles: 0,
        photos: 0,
        files: 0,
        octets: 0,
        left_out: Vec::new(),
    };
    let named = !what.articles.is_empty();
    let ids = articles_meant(archive, what)?;
    let now = chrono::Local::now();
    let today = now.date_naive().to_string();
    let at = now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    let mut folders = Folders::default();
    let mut payload = Payload::new(archive, &mut writer, target);
    for (done, id) in ids.iter().enumerate() {
        if !watch(Progress {
            stage: "exporting",
            done: done as u64,
            total: ids.len() as u64,
        }) {
            return Err(ArchiveError::Cancelled.into());
        }
        let record = archive.article(id)?;
        let access = &record.access;
        if !named && !may_leave(access.level, access.until.as_deref(), &today) {
            let (id, reference, access) = (record.id, record.reference, record.access.level);
            exported.left_out.push(LeftOut {
                id,
                reference,
                access,
            });
            continue;
        }
        payload.article(&record, &folders.folder(&record))?;
        exported.articles += 1;
        exported.photos += record.photos.len() as u64;
    }
    if exported.articles == 0 {
        return Err(Error::NothingToExport {
            left_out: exported.left_out.len() as u64,
        });
    }
    payload.finish(&at)?;
    writer
        .add_tag("muragat/bagit-profile.json", &mut PROFILE.as_bytes())
        .map_err(|e| Error::writing(target, e))?;
    let count = exported.articles.to_string();
    let mut info = vec![
        ("BagIt-Profile-Identifier", PROFILE_IDENTIFIER),
        ("Bagging-Date", today.as_str()),
        (
            "Bag-Software-Agent",
            concat!("Muragat ", env!("CARGO_PKG_VERSION")),
        ),
    ];
    if !what.info.iter().any(|(label, _)| label == IDENTIFIER) {
        info.push((IDENTIFIER, top));
    }
    info.push(("Muragat-Articles", count.as_str()));
    let sender = archive.given_name()?;
    if let Some(sender) = &sender {
        info.push(("Internal-Sender-Description", sender.name.as_str()));
    }
    // whoever takes the whole in takes its name too
    let whole = what.articles.is_empty() && what.query.is_none();
    if let (Some(sender), true) = (&sender, whole) {
        info.push((LIBRARY_NAME, sender.name.as_str()));
        info.push((LIBRARY_NAMED_AT, sender.at.as_str()));
    }
    info.extend(
        what.info
            .iter()
            .map(|(label, value)| (label.as_str(), value.as_str())),
    );
    let summary = writer
        .finish(&info)
        .map_err(|e| Error::writing(target, e))?;
    (exported.files, exported.octets) = (summary.payload_files, summary.payload_octets);

    if let Some(failure) = verify(draft, watch)?.as_failure(target) {
        return Err(failure);
    }
    Ok((exported, summary.manifest_sha256))
}

/// The UUIDs of the articles meant, each once, in their own order: so the order does not hang on the library.
fn articles_meant(archive: &Archive, what: &Export) -> Result<Vec<String>, Error> {
    let mut ids = match (&what.query, what.articles.is_empty()) {
        (_, false) => what
            .articles
            .iter()
            .map(|name| archive.article(name).map(|record| record.id))
            .collect::<Result<_, _>>()?,
        (Some(query), true) => articles_found(archive, query)?,
        (None, true) => archive.article_ids()?,
    };
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// The UUIDs of all that a query finds, in its order.
pub(crate) fn articles_found(
    archive: &Archive,
    query: &ListQuery,
) -> Result<Vec<String>, ArchiveError> {
    query.must_say_which()?;
    let whole = ListQuery {
        similar: false,
        offset: 0,
        limit: u32::MAX,
        ..query.clone()
    };
    let rows = archive.lines(&whole)?.rows;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Whether a path, which need not be there yet, lies inside a folder.
pub(crate) fn lies_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else {
        return false;
    };
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute
        .ancestors()
        .any(|above| fs::canonicalize(above).is_ok_and(|above| above.starts_with(&folder)))
}
