//! fetch.txt (RFC 8493, 2.2.3): what is still elsewhere. Only read, never followed.

use super::text::lines;
use crate::path::decode;

/// Paths of the files to fetch, as meant and as spelled, and the 1-based numbers of lines that are no entry.
pub(super) fn parse(text: &str, percent_encoded: bool) -> (Vec<(String, String)>, Vec<usize>) {
    let (mut paths, mut malformed) = (Vec::new(), Vec::new());
    for (index, line) in lines(text).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match parse_line(line) {
            Some(path) => paths.push((decode(path, percent_encoded), path.to_owned())),
            None => malformed.push(index + 1),
        }
    }
    (paths, malformed)
}

fn parse_line(line: &str) -> Option<&str> {
    let space = [' ', '\t'];
    let (_, rest) = line.split_once(space)?;
    let (length, path) = rest.trim_start_matches(space).split_once(space)?;
    let path = path.trim_start_matches(space);
    let path = path.strip_prefix("./").unwrap_or(path);
    let known = length == "-" || length.bytes().all(|byte| byte.is_ascii_digit());
    (known && !path.is_empty()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_all_kinds() {
        let (paths, malformed) = parse(
            "http://x - data/а б\nhttp://x  12\t./data/c\nhttp://x data/y\n\nx",
            true,
        );
        assert_eq!(
            paths
                .iter()
                .map(|(path, _)| path.as_str())
                .collect::<Vec<_>>(),
            ["data/а б", "data/c"]
        );
        assert_eq!(malformed, [3, 5]);
    }
}
