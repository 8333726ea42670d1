//! Writing a bag: one streaming pass, complete and synced when `finish` returns.

mod error;
mod folder;
mod names;
mod target;
mod zip;

pub use error::WriteError;

use crate::algorithm::{Algorithm, Hashes};
use crate::path::{self, Flaw};
use crate::{bag_info, read};
use names::Names;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, PathBuf};
use target::Target;

/// What a file of the bag turned out to be, counted while it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Length in bytes.
    pub octets: u64,
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// SHA-512, lower-case hex.
    pub sha512: String,
}

/// What a finished bag holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Where it was written, as given to [`Writer::folder`] or [`Writer::zip`].
    pub target: PathBuf,
    /// Number of payload files.
    pub payload_files: u64,
    /// Length of all payload files in bytes.
    pub payload_octets: u64,
    /// Number of tag files, the bag's own included.
    pub tag_files: u64,
    /// SHA-256 of `manifest-sha256.txt`, lower-case hex: it stands for the whole payload.
    pub manifest_sha256: String,
}

/// Writes a new bag (BagIt 1.0, sha256 and sha512), as a folder or as a zip file.
///
/// Give it a temporary name and rename the target after [`finish`](Self::finish). Until then it is no valid bag, as
/// `bagit.txt` is among the last files written. Dropped unfinished, it leaves the partial target for the caller;
/// [`abandon`](Self::abandon) removes it.
pub struct Writer {
    target: Box<dyn Target + Send>,
    at: PathBuf,
    names: Names,
    payload: BTreeMap<String, Written>,
    tags: BTreeMap<String, Written>,
    broken: bool,
}

impl Writer {
    /// A bag in a new folder. Its parent must be there.
    ///
    /// # Errors
    /// [`WriteError::TargetExists`] if there is anything under that name, [`WriteError::Io`] otherwise.
    pub fn folder(dir: &Path) -> Result<Self, WriteError> {
        Ok(Self::to(dir, Box::new(folder::Folder::create(dir)?)))
    }

    /// A bag in a new zip file, under one top folder (or none, if the name is empty). The same calls give the same
    /// bytes: dates are 1980-01-01, and text is deflated while what is compressed already is stored.
    ///
    /// # Errors
    /// As [`Writer::folder`], and [`WriteError::Path`] if `top_folder_name` is not one safe name.
    pub fn zip(file: &Path, top_folder_name: &str) -> Result<Self, WriteError> {
        let flaw = path::refusal(top_folder_name)
            .or(top_folder_name.contains('/').then_some(Flaw::WrongPlace));
        if let Some(flaw) = flaw.filter(|flaw| *flaw != Flaw::Empty) {
            return Err(WriteError::Path {
                path: top_folder_name.to_owned(),
                flaw,
            });
        }
        Ok(Self::to(
            file,
            Box::new(zip::Zip::create(file, top_folder_name)?),
        ))
    }

    fn to(at: &Path, target: Box<dyn Target + Send>) -> Self {
        Self {
            target,
            at: at.to_owned(),
            names: Names::default(),
            payload: BTreeMap::new(),
            tags: BTreeMap::new(),
            broken: false,
        }
    }

    /// Adds a payload file; its path starts with `data/`. The name is kept as it is, in UTF-8.
    ///
    /// # Errors
    /// [`WriteError::Path`] and [`WriteError::Collision`] leave the bag as it was. After [`WriteError::Content`] and
    /// [`WriteError::Io`] it cannot be finished any more.
    pub fn add(
        &mut self,
        path_in_bag: &str,
        content: &mut dyn Read,
    ) -> Result<Written, WriteError> {
        if !path_in_bag.starts_with("data/") {
            let flaw = path::refusal(path_in_bag).unwrap_or(Flaw::WrongPlace);
            return Err(WriteError::Path {
                path: path_in_bag.to_owned(),
                flaw,
            });
        }
        let written = self.put(path_in_bag, content)?;
        self.payload.insert(path_in_bag.to_owned(), written.clone());
        Ok(written)
    }

    /// Adds a tag file of the caller's own: outside `data/`, under no name that the bag itself uses.
    ///
    /// # Errors
    /// As [`Writer::add`].
    pub fn add_tag(
        &mut self,
        path_in_bag: &str,
        content: &mut dyn Read,
    ) -> Result<Written, WriteError> {
        let folded = path::folded(path_in_bag);
        if path::is_reserved(&folded) || folded.starts_with("data/") {
            let flaw = if folded.starts_with("data/") {
                Flaw::WrongPlace
            } else {
                Flaw::Reserved
            };
            return Err(WriteError::Path {
                path: path_in_bag.to_owned(),
                flaw,
            });
        }
        self.put_tag(path_in_bag, content)
    }

    /// Writes bag-info.txt (the given elements in their order, then Payload-Oxum), bagit.txt and the manifests, and
    /// syncs every file and folder of the bag. Not the parent folder: that follows the caller's rename.
    ///
    /// # Errors
    /// [`WriteError::Label`] if bag-info.txt cannot hold a label, [`WriteError::Io`], or [`WriteError::Broken`] after
    /// an earlier error. The partial target is then left for the caller to remove.
    pub fn finish(mut self, bag_info: &[(&str, &str)]) -> Result<Summary, WriteError> {
        let octets = self.payload.values().map(|written| written.octets).sum();
        let files = self.payload.len() as u64;
        let info = info_text(bag_info, octets, files)?;
        if self.payload.is_empty() {
            self.target.put_empty_payload()?;
        }
        self.put_tag("bag-info.txt", &mut info.as_bytes())?;
        for (algorithm, sum) in SUMS {
            let text = manifest_text(&self.payload, sum);
            self.put_tag(&format!("manifest-{algorithm}.txt"), &mut text.as_bytes())?;
        }
        self.put_tag("bagit.txt", &mut read::DECLARATION.as_bytes())?;
        let listed = self.tags.clone();
        for (algorithm, sum) in SUMS {
            let text = manifest_text(&listed, sum);
            self.put_tag(
                &format!("tagmanifest-{algorithm}.txt"),
                &mut text.as_bytes(),
            )?;
        }
        self.target.sync()?;
        Ok(Summary {
            target: self.at,
            payload_files: files,
            payload_octets: octets,
            tag_files: self.tags.len() as u64,
            manifest_sha256: listed
                .get("manifest-sha256.txt")
                .map(|written| written.sha256.clone())
                .unwrap_or_default(),
        })
    }

    /// Removes what was written.
    ///
    /// # Errors
    /// [`WriteError::Io`] if the system does not let it.
    pub fn abandon(self) -> Result<(), WriteError> {
        self.target.remove()
    }

    fn put_tag(&mut self, path: &str, content: &mut dyn Read) -> Result<Written, WriteError> {
        let written = self.put(path, content)?;
        self.tags.insert(path.to_owned(), written.clone());
        Ok(written)
    }

    fn put(&mut self, path: &str, content: &mut dyn Read) -> Result<Written, WriteError> {
        if self.broken {
            return Err(WriteError::Broken);
        }
        if let Some(flaw) = path::refusal(path) {
            return Err(WriteError::Path {
                path: path.to_owned(),
                flaw,
            });
        }
        self.names.take(path)?;
        let mut hashes = Hashes::new(SUMS.map(|(algorithm, _)| algorithm));
        let mut octets = 0u64;
        let put = self.target.put(path, content, &mut |chunk| {
            octets += chunk.len() as u64;
            hashes.update_side_by_side(chunk);
        });
        self.broken = put.is_err();
        put?;
        let mut written = Written {
            octets,
            sha256: String::new(),
            sha512: String::new(),
        };
        for (algorithm, sum) in hashes.finish() {
            match algorithm {
                Algorithm::Sha256 => written.sha256 = sum,
                _ => written.sha512 = sum,
            }
        }
        Ok(written)
    }
}

type Sum = fn(&Written) -> &str;

/// The algorithms written, each with where its checksum is.
const SUMS: [(Algorithm, Sum); 2] = [
    (Algorithm::Sha256, |written| &written.sha256),
    (Algorithm::Sha512, |written| &written.sha512),
];

fn info_text(elements: &[(&str, &str)], octets: u64, files: u64) -> Result<String, WriteError> {
    let mut text = String::new();
    for (label, value) in elements {
        if let Some(reason) = bag_info::label_flaw(label) {
            return Err(WriteError::Label {
                label: (*label).to_owned(),
                reason,
            });
        }
        bag_info::write_element(&mut text, label, value);
    }
    bag_info::write_element(&mut text, "Payload-Oxum", &format!("{octets}.{files}"));
    Ok(text)
}

fn manifest_text(files: &BTreeMap<String, Written>, sum: Sum) -> String {
    let mut text = String::new();
    for (path, written) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}  {}", sum(written), path::encode(path));
    }
    text
}

#[cfg(test)]
mod tests;
