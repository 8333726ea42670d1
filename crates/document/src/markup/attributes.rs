//! Tags that have more attributes than any page: each is compared with all before it, so they are not handed on.

/// So many attributes a tag may have.
const MOST_ATTRIBUTES: usize = 300;

/// How much of the markup may be tokenised: all of it, or what stands before a tag with too many attributes.
pub(super) fn count_bounded(markup: &str, is_raw: fn(&str) -> bool) -> usize {
    let bytes = markup.as_bytes();
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"<") {
        let begin = found;
        let rest = bytes.get(begin + 1..).unwrap_or_default();
        at = match rest.first() {
            Some(b'!') if rest.starts_with(b"!--") => end_comment(bytes, begin + 4),
            Some(b'!' | b'?') => end_at(bytes, begin + 1),
            Some(b'/') if !rest.get(1).is_some_and(u8::is_ascii_alphabetic) => {
                end_at(bytes, begin + 1)
            }
            Some(b'/') => match end_tag(bytes, begin + 2) {
                Some((end, _)) => end,
                None => return begin,
            },
            Some(letter) if letter.is_ascii_alphabetic() => {
                let Some((end, is_closed)) = end_tag(bytes, begin + 1) else {
                    return begin;
                };
                let name = read_name(rest);
                if name == "plaintext" {
                    return bytes.len();
                }
                if is_raw(&name) && !is_closed {
                    end_raw(bytes, end, &name)
                } else {
                    end
                }
            }
            _ => begin + 1,
        };
    }
    bytes.len()
}

fn read_name(rest: &[u8]) -> String {
    rest.iter()
        .take(20)
        .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>'))
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect()
}

fn find(bytes: &[u8], from: usize, words: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let found = match words {
        [one] => rest.iter().position(|byte| byte == one),
        _ => rest.windows(words.len()).position(|window| window == words),
    };
    found.map(|at| from + at)
}

fn end_at(bytes: &[u8], from: usize) -> usize {
    find(bytes, from, b">").map_or(bytes.len(), |at| at + 1)
}

fn end_comment(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    if rest.starts_with(b">") {
        return from + 1;
    }
    if rest.starts_with(b"->") {
        return from + 2;
    }
    let plain = find(bytes, from, b"-->").map_or(bytes.len(), |at| at + 3);
    let before = bytes.get(..plain).unwrap_or(bytes);
    find(before, from, b"--!>").map_or(plain, |at| at + 4)
}

/// Where the text of an element ends that holds no elements.
fn end_raw(bytes: &[u8], from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = find(bytes, at, b"</") {
        let rest = bytes.get(found + 2..).unwrap_or_default();
        if read_name(rest) == name {
            return found;
        }
        at = found + 2;
    }
    bytes.len()
}

/// Where a tag ends, and whether it closes itself; none where it has too many attributes.
fn end_tag(bytes: &[u8], from: usize) -> Option<(usize, bool)> {
    let mut attributes = 0;
    let mut last = b'a';
    let mut rest = bytes.iter().copied().enumerate().skip(from);
    while let Some((at, byte)) = rest.next() {
        match byte {
            b'>' => return Some((at + 1, last == b'/')),
            // a value in quotes
            b'"' | b'\'' if last == b'=' => {
                if rest.find(|(_, one)| *one == byte).is_none() {
                    return Some((bytes.len(), false));
                }
                attributes += 1;
            }
            byte if byte.is_ascii_whitespace() => {
                // the value of an attribute may stand apart from its name
                if last != b'=' && !last.is_ascii_whitespace() {
                    attributes += 1;
                }
                if last == b'=' {
                    continue;
                }
            }
            b'/' => attributes += 1,
            _ => {}
        }
        last = byte;
        if attributes > MOST_ATTRIBUTES * 2 {
            return None;
        }
    }
    Some((bytes.len(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounded(markup: &str) -> bool {
        count_bounded(markup, |name| matches!(name, "script" | "title")) == markup.len()
    }

    #[test]
    fn a_tag_with_too_many_attributes_bounds_the_markup() {
        let many = "a ".repeat(1_000);
        assert!(!bounded(&format!("<p>x</p><p {many}>")));
        assert!(!bounded(&format!("<p {}>", "a='1'".repeat(1_000))));
        let before = "<p>x</p>";
        let cut = count_bounded(&format!("{before}<p {many}>"), |_| false);
        assert_eq!(cut, before.len());
    }

    #[test]
    fn words_that_are_no_attributes_do_not() {
        let many = "a ".repeat(1_000);
        for markup in [
            format!("<!-- <p {many}> -->"),
            format!("<script>if (a<b {many}) {{}}</script>"),
            format!("<p title='{many}'>"),
            format!("<title><p {many}></title>"),
            format!("<p>{many}"),
        ] {
            assert!(bounded(&markup), "{}", markup.get(..20).unwrap_or_default());
        }
    }

    #[test]
    fn what_ends_a_comment_at_once_hides_no_tag() {
        let many = "a ".repeat(1_000);
        for comment in ["<!-->", "<!--->", "<!-- --!>", "<!x>", "<?x>"] {
            assert!(!bounded(&format!("{comment}<p {many}>")), "{comment}");
        }
    }
}
