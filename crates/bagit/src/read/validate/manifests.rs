//! What manifests list, and what they should (RFC 8493, 2.1.3 and 2.2.1).

use super::{Validation, Wanted};
use crate::algorithm::Algorithm;
use crate::path::{hazard, manifest_algorithm};
use crate::read::manifest;
use crate::read::names::FoundName;
use crate::read::report::{Finding, code};
use crate::read::store::is_payload;
use std::collections::{BTreeSet, HashMap};

impl Validation<'_> {
    pub(super) fn manifests(&mut self) {
        if !self.listing.has_payload_folder {
            self.report
                .error(Finding::at(code::PAYLOAD_FOLDER_MISSING, "data/"));
        }
        let listing = self.listing;
        let mut payload_manifests = Vec::new();
        for (prefix, is_tag) in [("manifest-", false), ("tagmanifest-", true)] {
            for (index, file) in listing.files.iter().enumerate() {
                let Some(name) = manifest_algorithm(&file.path, prefix) else {
                    continue;
                };
                if !is_tag {
                    payload_manifests.push(index);
                }
                let Some(algorithm) = Algorithm::from_name(name) else {
                    self.report
                        .warning(Finding::at(code::ALGORITHM_UNSUPPORTED, &file.path).with(name));
                    continue;
                };
                if is_tag {
                    self.has_tag_manifest = true;
                } else {
                    self.report.algorithms.push(algorithm);
                }
                if let Some(text) = self.tag_text(&file.path) {
                    let seen = self.manifest(&file.path, &text, algorithm, is_tag);
                    let missing = payload_manifests
                        .iter()
                        .filter(|index| is_tag && !seen.contains(index));
                    for path in missing
                        .filter_map(|index| listing.files.get(*index))
                        .map(|file| &file.path)
                    {
                        let finding =
                            Finding::at(code::TAG_FILE_NOT_IN_MANIFEST, path).with(&file.path);
                        let strict = self.strict();
                        self.report.error_if(strict, finding);
                    }
                }
            }
        }
        if self.report.algorithms.is_empty() {
            self.report.error(Finding::new(code::MANIFEST_MISSING));
        }
    }

    /// One manifest; gives the files that it lists.
    pub(super) fn manifest(
        &mut self,
        at: &str,
        text: &str,
        algorithm: Algorithm,
        is_tag: bool,
    ) -> BTreeSet<usize> {
        let strict = self.strict();
        let read = manifest::parse(text, algorithm, strict);
        for line in read.malformed {
            self.report
                .error(Finding::at(code::MANIFEST_MALFORMED, at).with(format_args!("line {line}")));
        }
        let mut first: HashMap<String, String> = HashMap::new();
        let mut seen = BTreeSet::new();
        for line in read.lines {
            let detail = format!("{at} line {}", line.number);
            if line.marked {
                self.report
                    .warning(Finding::at(code::MD5SUM_MARKER, &line.path).with(&detail));
            }
            if line.dot_slash {
                self.report
                    .warning(Finding::at(code::DOT_SLASH, &line.path).with(&detail));
            }
            if hazard(&line.path).is_some() {
                self.report
                    .error(Finding::at(code::PATH_UNSAFE, line.path).with(&detail));
                continue;
            }
            if !is_tag && !is_payload(&line.path) {
                self.report
                    .error(Finding::at(code::OUTSIDE_PAYLOAD, line.path).with(&detail));
                continue;
            }
            if is_tag && manifest_algorithm(&line.path, "tagmanifest-").is_some() {
                let finding =
                    Finding::at(code::TAG_MANIFEST_LISTS_ITSELF, &line.path).with(&detail);
                self.report.error_if(strict, finding);
            }
            if let Some(checksum) = first.get(&line.path) {
                let finding = Finding::at(code::DUPLICATE_ENTRY, &line.path).with(&detail);
                self.report
                    .error_if(strict || *checksum != line.checksum, finding);
            }
            first.insert(line.path.clone(), line.checksum.clone());
            if !is_tag {
                self.listed.insert(line.path.clone());
            }
            let Some(found) = self.lookup.find(&line.path, &line.spelled) else {
                self.report
                    .error(Finding::at(code::FILE_MISSING, line.path).with(&detail));
                continue;
            };
            match found {
                FoundName::Exact(_) => {}
                FoundName::AsSpelled(_) => {
                    self.report.warning(
                        Finding::at(code::PERCENT_NOT_ENCODED, &line.spelled).with(&detail),
                    );
                }
                FoundName::OtherForm(_) => {
                    self.report.warning(
                        Finding::at(code::NORMALIZATION_MISMATCH, &line.path).with(&detail),
                    );
                }
            }
            let index = found.index();
            seen.insert(index);
            if is_tag {
                self.tags_covered.insert(index);
            } else {
                self.covered.entry(index).or_default().insert(algorithm);
            }
            self.wanted.entry(index).or_default().push(Wanted {
                algorithm,
                checksum: line.checksum,
            });
        }
        seen
    }

    /// Files that manifests should list and do not.
    pub(super) fn unlisted(&mut self) {
        let strict = self.strict();
        let none = BTreeSet::new();
        for (index, file) in self.listing.files.iter().enumerate() {
            if is_payload(&file.path) {
                let by = self.covered.get(&index).unwrap_or(&none);
                let missing: Vec<_> = self
                    .report
                    .algorithms
                    .iter()
                    .copied()
                    .filter(|algorithm| !by.contains(algorithm))
                    .collect();
                for algorithm in missing {
                    // Before 1.0 a file had to be in one manifest only.
                    let finding =
                        Finding::at(code::FILE_NOT_IN_MANIFEST, &file.path).with(algorithm);
                    self.report.error_if(strict || by.is_empty(), finding);
                }
            } else if self.has_tag_manifest
                && !self.tags_covered.contains(&index)
                && manifest_algorithm(&file.path, "tagmanifest-").is_none()
                && !(manifest_algorithm(&file.path, "manifest-").is_some() && strict)
            {
                self.report
                    .warning(Finding::at(code::TAG_FILE_NOT_IN_MANIFEST, &file.path));
            }
        }
    }
}
