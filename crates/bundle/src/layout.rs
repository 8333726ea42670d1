//! Where things lie in a bundle. Names are kept as they are, in UTF-8; only what a file system or a
//! bag cannot hold gives way.

use std::collections::HashSet;

use muragat_archive::record::{ArticleRecord, FileRecord, PartyRecord, PhotoRecord};
use muragat_archive::reference_key;

/// Longer names are cut: 200 bytes leave room for the longest that file systems take, 255.
const NAME_BYTES: usize = 200;

/// The folder of each article in a bundle, ending in no slash; two that would clash are told apart.
#[derive(Debug, Default)]
pub(crate) struct Folders {
    taken: HashSet<String>,
}

impl Folders {
    /// `articles/<year>/<reference>`, below data/, with the end of the UUID where another article took that.
    pub fn folder(&mut self, record: &ArticleRecord) -> String {
        let year = record
            .publication_date
            .as_deref()
            .or(record.captured_on.as_deref())
            .unwrap_or(&record.created_at);
        // of a dating the first year that it may be of
        let year = match year.parse::<muragat_language::Dating>() {
            Ok(dating) => format!("{:04}", dating.years().0),
            Err(_) => year.get(..4).unwrap_or("0000").to_owned(),
        };
        let mut folder = format!("articles/{}/{}", segment(&year), segment(&record.reference));
        if !self.taken.insert(reference_key(&folder)) {
            folder = format!("{folder}~{}", tail(&record.id));
            self.taken.insert(reference_key(&folder));
        }
        folder
    }
}

/// `authorities/<name>~<the UUID's end>`, below data/: no ending, and the same whoever else is there.
pub(crate) fn authority(party: &PartyRecord) -> String {
    let shown: String = party
        .name
        .chars()
        .filter(|c| !"«»\"“”„".contains(*c))
        .take(60)
        .collect();
    format!("authorities/{}~{}", segment(&shown), tail(&party.id))
}

/// The end of a UUID, which is random: it tells names apart.
fn tail(id: &str) -> String {
    segment(id.get(id.len().saturating_sub(12)..).unwrap_or(id))
}

/// `original/<name>`; `number` tells files of one name apart.
pub(crate) fn original(file: &FileRecord, number: usize) -> String {
    match number {
        1 => format!("original/{}", segment(&file.name)),
        _ => format!("original/{number}-{}", segment(&file.name)),
    }
}

/// `photos/001-<name>`, numbered in the archivist's order.
pub(crate) fn photo(photo: &PhotoRecord, number: usize) -> String {
    format!("photos/{number:03}-{}", segment(&photo.name))
}

/// One name in a path, as it is but for what Windows, a bag's manifest or a path cannot hold: those
/// characters become `_`. A per cent sign too: RFC 8493 (2.1.3) has it encoded, and other programs do not decode it.
pub(crate) fn segment(name: &str) -> String {
    let mut safe: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' => '_',
            c if c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') => '_',
            c => c,
        })
        .collect();
    if safe.len() > NAME_BYTES {
        let (stem, ending) = match safe.rsplit_once('.') {
            Some((stem, ending)) if ending.len() <= 8 => (stem, format!(".{ending}")),
            _ => (safe.as_str(), String::new()),
        };
        let room = NAME_BYTES - ending.len();
        let cut = stem
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|end| *end <= room)
            .last()
            .unwrap_or(0);
        safe = format!("{}{ending}", stem.get(..cut).unwrap_or_default());
    }
    // Windows drops blanks and dots at a name's end; a leading dot hides the file
    let trimmed = safe.trim().trim_end_matches(['.', ' ']);
    let shown = match trimmed.strip_prefix('.') {
        Some(rest) => format!("_{rest}"),
        None => trimmed.to_owned(),
    };
    let stem = shown
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let numbered = |name: &str| {
        let digit = stem.strip_prefix(name).unwrap_or_default();
        // Windows takes the raised digits of Latin-1 for digits
        let mut chars = digit.chars();
        chars
            .next()
            .is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c))
            && chars.next().is_none()
    };
    let device = matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || numbered("COM")
        || numbered("LPT");
    match shown.is_empty() || device {
        true => format!("_{shown}"),
        false => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_names_stay_and_dangerous_ones_give_way() {
        for (name, safe) in [
            (
                "Әкімдіктің суреті №1 (соңғы).jpg",
                "Әкімдіктің суреті №1 (соңғы).jpg",
            ),
            ("ЖО-1/2026-0611", "ЖО-1_2026-0611"),
            ("..", "_"),
            ("../../etc/passwd", "_._.._etc_passwd"),
            ("C:\\photo.jpg", "C__photo.jpg"),
            ("100%.jpg", "100_.jpg"),
            ("nul.txt", "_nul.txt"),
            ("COM¹.txt", "_COM¹.txt"),
            ("lpt3", "_lpt3"),
            ("com12.txt", "com12.txt"),
            ("соңы. ", "соңы"),
            ("", "_"),
            ("a\u{202e}gpj.exe", "a_gpj.exe"),
        ] {
            assert_eq!(segment(name), safe, "{name:?}");
        }
        let long = format!("{}.jpg", "ұ".repeat(300));
        assert!(segment(&long).len() <= NAME_BYTES && segment(&long).ends_with(".jpg"));
    }
}
