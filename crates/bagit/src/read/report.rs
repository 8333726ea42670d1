//! What validation says: a report of findings, and progress on the way there.

use crate::algorithm::Algorithm;
use std::fmt;

/// How far validation is. Counts are of the bytes and files to be hashed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files done.
    pub files_done: u64,
    /// Files in all.
    pub files_total: u64,
    /// Bytes done.
    pub octets_done: u64,
    /// Bytes in all, as the folder or the zip directory states them.
    pub octets_total: u64,
}

/// One thing that is wrong or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A stable snake_case name, for a caller that words it in its own language. [`Finding::CODES`] lists them.
    pub code: &'static str,
    /// The file of the bag that it is about.
    pub path: Option<String>,
    /// More, untranslated: an algorithm, a line number, another path, a system's message.
    pub detail: Option<String>,
}

macro_rules! codes {
    ($($name:ident $code:literal $text:literal)*) => {
        /// The codes in use, so that a misspelt one does not compile.
        pub(crate) mod code {
            $(pub(crate) const $name: &str = $code;)*
        }

        impl Finding {
            /// Every code with its meaning in English. A code is an error or a warning by where the report puts it.
            pub const CODES: &'static [(&'static str, &'static str)] = &[$(($code, $text)),*];
        }
    };
}

codes! {
    DECLARATION_MISSING "declaration_missing" "there is no bagit.txt"
    BAD_DECLARATION "bad_declaration" "bagit.txt is not as the standard wants it"
    VERSION_UNSUPPORTED "version_unsupported" "the BagIt version is not one of 0.93 to 1.0"
    ENCODING_UNKNOWN "encoding_unknown" "the encoding of the tag files is not known"
    ENCODING_MALFORMED "encoding_malformed" "the file is not in the encoding that bagit.txt names"
    PAYLOAD_FOLDER_MISSING "payload_folder_missing" "there is no data folder"
    MANIFEST_MISSING "manifest_missing" "there is no payload manifest"
    MANIFEST_MALFORMED "manifest_malformed" "a line of the manifest is not a checksum and a path"
    ALGORITHM_UNSUPPORTED "algorithm_unsupported" "the manifest's checksum algorithm is not known"
    CHECKSUM_MISMATCH "checksum_mismatch" "the file differs from its checksum"
    FILE_MISSING "file_missing" "the manifest lists a file that is not there"
    FILE_NOT_IN_MANIFEST "file_not_in_manifest" "the payload file is not in the manifest"
    TAG_FILE_NOT_IN_MANIFEST "tag_file_not_in_manifest" "the tag file is not in the tag manifest"
    TAG_MANIFEST_LISTS_ITSELF "tag_manifest_lists_itself" "a tag manifest lists a tag manifest"
    FILE_UNREADABLE "file_unreadable" "the file cannot be read"
    FILE_TOO_LONG "file_too_long" "the tag file is too long to be one"
    OXUM_MISMATCH "oxum_mismatch" "Payload-Oxum differs from what is there"
    OXUM_MALFORMED "oxum_malformed" "Payload-Oxum is not octets.files"
    OXUM_REPEATED "oxum_repeated" "Payload-Oxum stands more than once"
    BAG_INFO_MALFORMED "bag_info_malformed" "a line of bag-info.txt is not a label and a value"
    FETCH_LISTED "fetch_listed" "fetch.txt lists files to be fetched; nothing is fetched"
    FETCH_MALFORMED "fetch_malformed" "a line of fetch.txt is not an address, a length and a path"
    PATH_UNSAFE "path_unsafe" "the path could lead out of the bag"
    OUTSIDE_PAYLOAD "outside_payload" "the path is not under data/"
    DUPLICATE_ENTRY "duplicate_entry" "the path stands more than once"
    NAME_NOT_UNICODE "name_not_unicode" "the name is not Unicode text"
    NAME_ENCODING_UNMARKED "name_encoding_unmarked" "the zip file does not say in which encoding the name is"
    NAME_NOT_PORTABLE "name_not_portable" "the name does not work on Windows"
    NAME_MISLEADS "name_misleads" "the name has a character that nobody sees and that shows it as another"
    NORMALIZATION_MISMATCH "normalization_mismatch" "the name is stored in another Unicode normal form"
    NORMALIZATION_CLASH "normalization_clash" "two names differ only in their Unicode normal form"
    CASE_CLASH "case_clash" "two names differ only in case"
    PERCENT_NOT_ENCODED "percent_not_encoded" "a percent sign is not encoded in the manifest"
    DOT_SLASH "dot_slash" "the path starts with ./"
    MD5SUM_MARKER "md5sum_marker" "the manifest was made with a checksum tool's binary marker"
    SYSTEM_FILE "system_file" "an operating system's own file"
    ARCHIVE_DAMAGED "archive_damaged" "the zip file is damaged"
    ENTRIES_OVERLAP "entries_overlap" "files of the zip file overlap"
    ENTRY_MISMATCH "entry_mismatch" "the zip file contradicts itself about the file"
    ENTRY_ENCRYPTED "entry_encrypted" "the file is encrypted"
    COMPRESSION_UNSUPPORTED "compression_unsupported" "the file's compression is not known"
    ZIP_BOMB "zip_bomb" "the file unpacks to far more than its size"
    PROFILE_DEPARTURE "profile_departure" "the bag departs from the profile that it names"
}

impl Finding {
    pub(crate) fn new(code: &'static str) -> Self {
        Self {
            code,
            path: None,
            detail: None,
        }
    }

    pub(super) fn at(code: &'static str, path: impl Into<String>) -> Self {
        Self {
            code,
            path: Some(path.into()),
            detail: None,
        }
    }

    pub(crate) fn with(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{path:?}: ")?;
        }
        let text = Self::CODES
            .iter()
            .find(|(code, _)| *code == self.code)
            .map_or(self.code, |(_, text)| text);
        f.write_str(text)?;
        match &self.detail {
            Some(detail) => write!(f, " ({detail})"),
            None => Ok(()),
        }
    }
}

/// What a bag is and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// Complete, and every checksum agrees (RFC 8493, 3): there are no errors.
    pub valid: bool,
    /// Every file is there and listed, and the structure is right (RFC 8493, 3): no error but in contents.
    pub complete: bool,
    /// What makes the bag invalid.
    pub errors: Vec<Finding>,
    /// What is allowed but doubtful.
    pub warnings: Vec<Finding>,
    /// Number of files under `data/` that are there.
    pub payload_files: u64,
    /// Their length in bytes; as read where they were read.
    pub payload_octets: u64,
    /// Labels and values of bag-info.txt, in its order, unfolded.
    pub bag_info: Vec<(String, String)>,
    /// The version that bagit.txt states, as `1.0`; empty if it states none.
    pub version: String,
    /// The encoding that bagit.txt names for tag files; empty if it names none.
    pub encoding: String,
    /// Algorithms of the payload manifests.
    pub algorithms: Vec<Algorithm>,
}

impl Report {
    pub(super) fn error(&mut self, finding: Finding) {
        self.errors.push(finding);
    }

    pub(super) fn warning(&mut self, finding: Finding) {
        self.warnings.push(finding);
    }

    /// An error or a warning, where the standard became stricter over time.
    pub(super) fn error_if(&mut self, strict: bool, finding: Finding) {
        if strict {
            self.error(finding);
        } else {
            self.warning(finding);
        }
    }

    /// Last step: verdict and a stable order.
    pub(super) fn conclude(mut self) -> Self {
        for findings in [&mut self.errors, &mut self.warnings] {
            findings
                .sort_by(|a, b| (&a.path, a.code, &a.detail).cmp(&(&b.path, b.code, &b.detail)));
            findings.dedup();
        }
        let content = [
            code::CHECKSUM_MISMATCH,
            code::FILE_UNREADABLE,
            code::ENTRY_MISMATCH,
        ];
        self.complete = self
            .errors
            .iter()
            .all(|finding| content.contains(&finding.code));
        self.valid = self.errors.is_empty();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_worded() {
        let mut codes: Vec<_> = Finding::CODES.iter().map(|(code, _)| code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Finding::CODES.len());
        let finding = Finding::at(code::CHECKSUM_MISMATCH, "data/а.txt").with("sha256");
        assert_eq!(
            finding.to_string(),
            "\"data/а.txt\": the file differs from its checksum (sha256)"
        );
    }
}
