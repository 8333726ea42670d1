//! Finding the file that a manifest means, and names that would trouble another system.

use super::report::{Finding, Report, code};
use super::store::{Listing, is_payload};
use crate::path::{composed, folded};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Files of a listing by name, also by their composed form.
pub(super) struct Lookup<'a> {
    listing: &'a Listing,
    composed: HashMap<String, Vec<usize>>,
}

/// How a file was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FoundName {
    /// Under the name as the manifest means it.
    Exact(usize),
    /// Under the name as the manifest spells it: its percent sign was not encoded.
    AsSpelled(usize),
    /// Under a name of another normal form (RFC 8493, 6.1.1.1).
    OtherForm(usize),
}

impl FoundName {
    pub(super) fn index(self) -> usize {
        match self {
            Self::Exact(index) | Self::AsSpelled(index) | Self::OtherForm(index) => index,
        }
    }
}

impl<'a> Lookup<'a> {
    pub(super) fn new(listing: &'a Listing) -> Self {
        let mut by_form: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, file) in listing.files.iter().enumerate() {
            // ASCII has one form only, and is found exactly.
            if !file.path.is_ascii() {
                by_form.entry(composed(&file.path)).or_default().push(index);
            }
        }
        Self {
            listing,
            composed: by_form,
        }
    }

    pub(super) fn find(&self, path: &str, spelled: &str) -> Option<FoundName> {
        if let Some(index) = self.listing.index(path) {
            return Some(FoundName::Exact(index));
        }
        if let Some(index) = self.listing.index(spelled) {
            return Some(FoundName::AsSpelled(index));
        }
        match self.composed.get(&composed(path)).map(Vec::as_slice) {
            Some([index]) => Some(FoundName::OtherForm(*index)),
            _ => None,
        }
    }
}

/// Warns of names that collide or fail elsewhere, among the files there and the files listed.
pub(super) fn warn(listing: &Listing, listed: &BTreeSet<String>, report: &mut Report) {
    let mut clashes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let there = listing
        .files
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| is_payload(path));
    for path in there.chain(listed.iter().map(String::as_str)) {
        clashes.entry(folded(path)).or_default().insert(path);
        if let Some(mark) = path.chars().find(|c| is_unseen(*c)) {
            let mark = format!("U+{:04X}", u32::from(mark));
            report.warning(Finding::at(code::NAME_MISLEADS, path).with(mark));
        }
        if let Some(why) = unportable(path) {
            report.warning(Finding::at(code::NAME_NOT_PORTABLE, path).with(why));
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        if matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini") || name.starts_with("._") {
            report.warning(Finding::at(code::SYSTEM_FILE, path));
        }
    }
    for names in clashes.into_values() {
        let mut names = names.into_iter();
        let Some(first) = names.next() else { continue };
        for other in names {
            let same_form = composed(first) == composed(other);
            let kind = if same_form {
                code::NORMALIZATION_CLASH
            } else {
                code::CASE_CLASH
            };
            report.warning(Finding::at(kind, other).with(first));
        }
    }
}

/// Whether a character is not seen and makes a name look like another: it turns the direction, or takes no room.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Why Windows would not take the name.
fn unportable(path: &str) -> Option<&'static str> {
    path.split('/').find_map(|segment| {
        let stem = segment
            .split('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let numbered = |prefix| {
            // Windows takes the raised digits of Latin-1 for digits
            stem.strip_prefix(prefix).is_some_and(|n: &str| {
                matches!(n, "¹" | "²" | "³") || matches!(n.as_bytes(), [b'1'..=b'9'])
            })
        };
        if segment
            .chars()
            .any(|c| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*'))
        {
            Some("character")
        } else if segment.ends_with(['.', ' ']) {
            Some("end")
        } else if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
            || numbered("com")
            || numbered("lpt")
        {
            Some("device")
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_refuses() {
        for path in [
            "data/CON.txt",
            "data/a ",
            "data/b./c",
            "data/12:30",
            "data/com1",
            "data/COM¹.txt",
            "data/a\nb",
        ] {
            assert!(unportable(path).is_some(), "{path:?}");
        }
        for path in [
            "data/Конференция.docx",
            "data/.hidden",
            "data/com0",
            "data/console.log",
        ] {
            assert_eq!(unportable(path), None, "{path:?}");
        }
    }
}
