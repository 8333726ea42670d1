//! Path patterns of profiles: an asterisk stands for any characters, a slash too, since the specification's own
//! default `*` allows files at any depth.

/// Whether some pattern covers the path.
pub(super) fn any(patterns: &[String], path: &str) -> bool {
    patterns.iter().any(|pattern| covers(pattern, path))
}

/// Linear in the path for each asterisk, so that a hostile pattern cannot stall.
fn covers(pattern: &str, path: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else {
        return pattern == path;
    };
    let Some(mut rest) = path.strip_prefix(head) else {
        return false;
    };
    let mut pieces = tail.split('*').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        // The earliest place leaves the most for the pieces after it.
        match rest.find(piece) {
            Some(at) => rest = rest.get(at + piece.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asterisks() {
        for (pattern, path) in [
            ("*", "a/b/c"),
            ("data/*", "data/x/y"),
            ("data/*.txt", "data/а.txt"),
            ("*a*b", "xaxb"),
            ("a*", "a"),
            ("a", "a"),
            ("a**b", "ab"),
        ] {
            assert!(covers(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("data/*", "date/x"),
            ("a", "ab"),
            ("a*a", "a"),
            ("*a*b", "ba"),
            ("", "a"),
            ("*.txt", "a.txt.bak"),
        ] {
            assert!(!covers(pattern, path), "{pattern} {path}");
        }
    }
}
