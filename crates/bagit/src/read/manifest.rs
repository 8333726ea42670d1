//! Payload and tag manifests (RFC 8493, 2.1.3 and 2.2.1): lines of checksum and path.

use super::text::lines;
use crate::algorithm::Algorithm;
use crate::path::decode;

/// One line of a manifest.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ManifestLine {
    /// 1-based.
    pub(super) number: usize,
    /// Lower-case hex.
    pub(super) checksum: String,
    /// The path meant: decoded, without `./`.
    pub(super) path: String,
    /// The path as spelled, without `./`.
    pub(super) spelled: String,
    /// It started with `./`.
    pub(super) dot_slash: bool,
    /// md5sum's marker for binary files stood before it.
    pub(super) marked: bool,
}

#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) lines: Vec<ManifestLine>,
    /// 1-based numbers of lines that are no entry.
    pub(super) malformed: Vec<usize>,
}

/// Reads any text. Before 1.0 a percent sign stood for itself.
pub(super) fn parse(text: &str, algorithm: Algorithm, percent_encoded: bool) -> Manifest {
    let mut manifest = Manifest::default();
    for (number, line) in lines(text)
        .enumerate()
        .map(|(index, line)| (index + 1, line))
    {
        if line.trim().is_empty() {
            continue;
        }
        match parse_line(line, number, algorithm, percent_encoded) {
            Some(line) => manifest.lines.push(line),
            None => manifest.malformed.push(number),
        }
    }
    manifest
}

fn parse_line(
    line: &str,
    number: usize,
    algorithm: Algorithm,
    percent_encoded: bool,
) -> Option<ManifestLine> {
    let (checksum, rest) = line.split_once([' ', '\t'])?;
    if checksum.len() != algorithm.hex_digits()
        || !checksum.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '\t']);
    let (marked, rest) = rest
        .strip_prefix('*')
        .map_or((false, rest), |rest| (true, rest));
    let spelled = rest.trim_start_matches("./");
    (!rest.is_empty()).then(|| ManifestLine {
        number,
        checksum: checksum.to_ascii_lowercase(),
        path: decode(spelled, percent_encoded),
        spelled: spelled.to_owned(),
        dot_slash: rest.len() != spelled.len(),
        marked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_of_all_kinds() {
        let sum = "8AD8757BAA8564DC136C1E07507F4A98";
        let text = format!(
            "{sum}  data/а б.txt\r\n\n{sum} *data/x\n{sum}\t./data/50%25\nxyz data/y\n{sum}\n{sum} \n"
        );
        let manifest = parse(&text, Algorithm::Md5, true);
        let paths: Vec<_> = manifest
            .lines
            .iter()
            .map(|line| line.path.as_str())
            .collect();
        assert_eq!(paths, ["data/а б.txt", "data/x", "data/50%"]);
        assert_eq!(manifest.lines[2].spelled, "data/50%25");
        assert!(
            manifest.lines[1].marked && manifest.lines[2].dot_slash && !manifest.lines[0].marked
        );
        assert_eq!(manifest.lines[0].checksum, sum.to_lowercase());
        assert_eq!(manifest.malformed, [5, 6, 7]);
    }

    proptest! {
        #[test]
        fn any_text(text in "[ a0%./*\t\n\r]{0,80}|\\PC{0,80}") {
            parse(&text, Algorithm::Md5, true);
        }
    }
}
