//! Paths in a bag: which are safe, how manifests spell them, and which would collide on another system.

use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// What is wrong with a path in a bag (RFC 8493, 2.1.3, 5.1 and 6.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// No path at all.
    Empty,
    /// Starts with a slash.
    Absolute,
    /// Has a `.` or `..` segment.
    Climbs,
    /// Has an empty segment: two slashes together, or one at the end.
    EmptySegment,
    /// Has a backslash, which is a separator on Windows.
    Backslash,
    /// A segment starts like a Windows drive, `C:`.
    Drive,
    /// Starts like a shell's home folder, `~/` or `~name/`.
    Home,
    /// Has a control character.
    Control,
    /// Starts with a space or an asterisk, which a manifest line cannot show.
    Ambiguous,
    /// A payload path that is not under `data/`, or a tag path that is.
    WrongPlace,
    /// A name that the bag itself uses, as `bagit.txt` or `manifest-sha256.txt`.
    Reserved,
}

impl Flaw {
    /// A stable name, for a caller that words it in its own language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Absolute => "absolute",
            Self::Climbs => "climbs",
            Self::EmptySegment => "empty_segment",
            Self::Backslash => "backslash",
            Self::Drive => "drive",
            Self::Home => "home",
            Self::Control => "control",
            Self::Ambiguous => "ambiguous",
            Self::WrongPlace => "wrong_place",
            Self::Reserved => "reserved",
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the path is empty",
            Self::Absolute => "the path is absolute",
            Self::Climbs => "the path has a dot segment",
            Self::EmptySegment => "the path has an empty segment",
            Self::Backslash => "the path has a backslash",
            Self::Drive => "the path names a Windows drive",
            Self::Home => "the path names a home folder",
            Self::Control => "the path has a control character",
            Self::Ambiguous => "the path starts with a space or an asterisk",
            Self::WrongPlace => "payload belongs under data/, tag files beside it",
            Self::Reserved => "the bag itself uses that name",
        })
    }
}

/// Why following this path could leave the bag, on any system. Used for what others wrote.
pub(crate) fn hazard(path: &str) -> Option<Flaw> {
    if path.is_empty() {
        return Some(Flaw::Empty);
    }
    if path.contains('\\') {
        return Some(Flaw::Backslash);
    }
    if path.starts_with('/') {
        return Some(Flaw::Absolute);
    }
    if path.contains('\0') {
        return Some(Flaw::Control);
    }
    if path.starts_with('~') && path.contains('/') {
        return Some(Flaw::Home);
    }
    path.split('/')
        .find_map(|segment| match segment.as_bytes() {
            [] => Some(Flaw::EmptySegment),
            b"." | b".." => Some(Flaw::Climbs),
            // In any segment, as pushing `C:` onto a path on Windows replaces the path.
            [letter, b':', ..] if letter.is_ascii_alphabetic() => Some(Flaw::Drive),
            _ => None,
        })
}

/// Why this path may not be written: every [`hazard`], and what would not survive elsewhere.
pub(crate) fn refusal(path: &str) -> Option<Flaw> {
    hazard(path).or_else(|| {
        if path.chars().any(char::is_control) {
            Some(Flaw::Control)
        } else if path.starts_with([' ', '*', '\u{feff}']) {
            Some(Flaw::Ambiguous)
        } else {
            None
        }
    })
}

/// A tag file's name that only the bag itself may use, at the top of the bag.
pub(crate) fn is_reserved(path: &str) -> bool {
    let name = path.to_ascii_lowercase();
    matches!(
        name.as_str(),
        "bagit.txt" | "bag-info.txt" | "package-info.txt" | "fetch.txt" | "data"
    ) || manifest_algorithm(&name, "manifest-").is_some()
        || manifest_algorithm(&name, "tagmanifest-").is_some()
}

/// `sha256` of `manifest-sha256.txt`, where the prefix is `manifest-`.
pub(crate) fn manifest_algorithm<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    path.strip_prefix(prefix)?
        .strip_suffix(".txt")
        .filter(|name| !name.is_empty() && !name.contains('/'))
}

/// A path as manifests and fetch.txt spell it: only CR, LF and % are percent-encoded (RFC 8493, 2.1.3).
pub(crate) fn encode(path: &str) -> String {
    path.replace('%', "%25")
        .replace('\n', "%0A")
        .replace('\r', "%0D")
}

/// The opposite of [`encode`]. Bags before 1.0 did not encode the percent sign itself.
pub(crate) fn decode(path: &str, percent_encoded: bool) -> String {
    let mut decoded = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        decoded.push_str(before);
        let meant = match from.get(..3) {
            Some(code) if code.eq_ignore_ascii_case("%0a") => Some('\n'),
            Some(code) if code.eq_ignore_ascii_case("%0d") => Some('\r'),
            Some("%25") if percent_encoded => Some('%'),
            _ => None,
        };
        decoded.push(meant.unwrap_or('%'));
        rest = from
            .get(if meant.is_some() { 3 } else { 1 }..)
            .unwrap_or_default();
    }
    decoded.push_str(rest);
    decoded
}

/// One composed form, under which names that differ only in how accents are stored are equal.
pub(crate) fn composed(path: &str) -> String {
    path.nfc().collect()
}

/// A key under which names are equal that a system blind to case or normalization takes for one.
/// Lower case, not upper: Windows keeps the Kazakh Latin ı and i apart, and upper case would not.
pub(crate) fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hazards() {
        for (path, flaw) in [
            ("", Flaw::Empty),
            ("/etc/passwd", Flaw::Absolute),
            ("data/../../x", Flaw::Climbs),
            ("./data/x", Flaw::Climbs),
            ("data//x", Flaw::EmptySegment),
            ("data/", Flaw::EmptySegment),
            ("data\\x", Flaw::Backslash),
            ("\\\\server\\x", Flaw::Backslash),
            ("C:/x", Flaw::Drive),
            ("data/c:x", Flaw::Drive),
            ("~root/x", Flaw::Home),
            ("data/\0", Flaw::Control),
        ] {
            assert_eq!(hazard(path), Some(flaw), "{path:?}");
        }
        for path in [
            "data/Ерлік қоғамы.docx",
            "data/50%.txt",
            "data/~$letter.docx",
            "data/a..b",
            "data/10:30.txt",
        ] {
            assert_eq!(hazard(path), None, "{path:?}");
        }
        assert_eq!(refusal("data/a\nb"), Some(Flaw::Control));
        assert_eq!(refusal(" notes.txt"), Some(Flaw::Ambiguous));
    }

    #[test]
    fn only_three_characters_are_encoded() {
        assert_eq!(encode("data/50% а\r\nб"), "data/50%25 а%0D%0Aб");
        assert_eq!(decode("data/%7Ea%0ab%25%2", true), "data/%7Ea\nb%%2");
        assert_eq!(decode("data/100%25%0A", false), "data/100%25\n");
        assert_eq!(decode("data/%қ", true), "data/%қ");
    }

    #[test]
    fn folding_joins_what_other_systems_join() {
        assert_eq!(folded("data/Й.TXT"), folded("data/и\u{306}.txt"));
        assert_ne!(folded("data/қ"), folded("data/к"));
        assert_ne!(folded("data/ı"), folded("data/i"));
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(path in "\\PC*|[%\r\n0aAdD25]*") {
            let spelled = encode(&path);
            prop_assert!(!spelled.contains(['\n', '\r']));
            prop_assert_eq!(decode(&spelled, true), path);
        }

        #[test]
        fn safe_paths_stay_below_the_bag(path in "[./~:CcA \\\\a]{0,12}") {
            if hazard(&path).is_none() {
                let joined = std::path::Path::new("/bag").join(&path);
                prop_assert!(joined.starts_with("/bag"));
                prop_assert!(joined.components().all(|part| part != std::path::Component::ParentDir));
            }
        }
    }
}
