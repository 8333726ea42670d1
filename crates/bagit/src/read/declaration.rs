//! bagit.txt: version and encoding of the tag files (RFC 8493, 2.1.1).

use super::text::lines;

/// What a bag of this crate declares.
pub(crate) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// A version of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version(pub(super) u32, pub(super) u32);

impl Version {
    pub(super) const ONE: Self = Self(1, 0);

    pub(super) fn is_supported(self) -> bool {
        (Self(0, 93)..=Self::ONE).contains(&self)
    }

    fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let number = |part: &str| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse().ok())?
        };
        Some(Self(number(major)?, number(minor)?))
    }
}

/// What a bagit.txt says, as far as it can be made out.
#[derive(Debug, Default)]
pub(super) struct Declaration {
    pub(super) version: Option<Version>,
    /// As it is written.
    pub(super) version_text: String,
    /// As it is written.
    pub(super) encoding: String,
    /// What breaks the standard, in English.
    pub(super) errors: Vec<&'static str>,
    /// What only 1.0 forbids.
    pub(super) lapses: Vec<&'static str>,
}

pub(super) fn parse(bytes: &[u8]) -> Declaration {
    let mut said = Declaration::default();
    if bytes.starts_with(b"\xef\xbb\xbf") {
        said.errors.push("byte order mark");
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let mut elements = Vec::new();
    for line in lines(text) {
        let Some((label, value)) = line.split_once(':') else {
            said.lapses.push("a line that is no element");
            continue;
        };
        if label.trim() != label {
            said.lapses.push("space around a label");
        }
        if value
            .strip_prefix(' ')
            .is_none_or(|value| value.trim() != value)
        {
            said.lapses
                .push("not exactly one space before a value and none after it");
        }
        elements.push((label.trim(), value.trim()));
    }
    let labels: Vec<_> = elements.iter().map(|(label, _)| *label).collect();
    if labels != ["BagIt-Version", "Tag-File-Character-Encoding"] {
        said.lapses
            .push("not exactly the two elements in their order");
    }
    let find = |wanted: &str| {
        elements
            .iter()
            .find(|(label, _)| label.eq_ignore_ascii_case(wanted))
            .map(|(_, v)| *v)
    };
    match find("BagIt-Version") {
        Some(version) => {
            said.version_text = version.to_owned();
            said.version = Version::parse(version);
            if said.version.is_none() {
                said.errors.push("the version is not M.N");
            }
        }
        None => said.errors.push("no BagIt-Version"),
    }
    match find("Tag-File-Character-Encoding") {
        Some(encoding) => said.encoding = encoding.to_owned(),
        None => said.errors.push("no Tag-File-Character-Encoding"),
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn our_own_is_without_fault() {
        let said = parse(DECLARATION.as_bytes());
        assert_eq!(said.version, Some(Version::ONE));
        assert_eq!(said.encoding, "UTF-8");
        assert!(said.errors.is_empty() && said.lapses.is_empty());
    }

    #[test]
    fn faults() {
        assert!(
            !parse(b"\xef\xbb\xbfBagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8")
                .errors
                .is_empty()
        );
        assert!(
            !parse(b"BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8")
                .errors
                .is_empty()
        );
        assert!(!parse(b"BagIt-Version: 0.97\n").errors.is_empty());
        assert!(
            !parse(b"BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8")
                .lapses
                .is_empty()
        );
        assert!(
            parse(b"BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8")
                .lapses
                .is_empty()
        );
        assert!(
            !Version(2, 0).is_supported()
                && !Version(0, 92).is_supported()
                && Version(0, 96).is_supported()
        );
    }

    proptest! {
        #[test]
        fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            parse(&bytes);
        }
    }
}
