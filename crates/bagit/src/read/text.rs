//! Tag files as text, in the encoding that bagit.txt names (RFC 8493, 2.1.1).

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding of that name, or nothing if it is not known.
pub(super) fn encoding(name: &str) -> Option<TagEncoding> {
    // Without a byte order mark, UTF-16 is big-endian (RFC 2781, 4.3), which the label tables of the web deny.
    if name.eq_ignore_ascii_case("utf-16") {
        return Some(TagEncoding::Utf16);
    }
    Encoding::for_label_no_replacement(name.as_bytes()).map(TagEncoding::One)
}

/// How tag files are encoded.
#[derive(Debug, Clone, Copy)]
pub(super) enum TagEncoding {
    /// UTF-16 of either byte order.
    Utf16,
    /// Anything else.
    One(&'static Encoding),
}

impl TagEncoding {
    pub(super) const UTF_8: Self = Self::One(UTF_8);

    /// The text, without a byte order mark, and whether all of it was well-formed.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, bool) {
        let encoding = match self {
            Self::One(encoding) => encoding,
            Self::Utf16 => match bytes {
                [0xff, 0xfe, ..] => UTF_16LE,
                [0xfe, 0xff, ..] => UTF_16BE,
                // Tag files start with an ASCII character.
                [_, 0, ..] => UTF_16LE,
                _ => UTF_16BE,
            },
        };
        let (text, malformed) = encoding.decode_with_bom_removal(bytes);
        (text.into_owned(), !malformed)
    }
}

/// Lines that end in LF, CR or CRLF. The last need not end at all.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after
            .strip_prefix("\r\n")
            .or_else(|| after.get(1..))
            .unwrap_or_default();
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn line_ends() {
        assert_eq!(
            lines("a\r\nb\rc\n\nd").collect::<Vec<_>>(),
            ["a", "b", "c", "", "d"]
        );
        assert_eq!(lines("a\n").count(), 1);
        assert_eq!(lines("").count(), 0);
    }

    #[test]
    fn encodings() {
        let decode = |name: &str, bytes: &[u8]| encoding(name).unwrap().decode(bytes);
        assert_eq!(
            decode("windows-1251", b"\xc6\xe5\xf2\xb3\xf1\xf3"),
            ("Жетісу".into(), true)
        );
        assert_eq!(decode("ISO-8859-1", b"\xfc"), ("ü".into(), true));
        for bytes in [
            &b"\xfe\xff\0A\x04\x16"[..],
            b"\xff\xfeA\0\x16\x04",
            b"\0A\x04\x16",
            b"A\0\x16\x04",
        ] {
            assert_eq!(decode("UTF-16", bytes), ("AЖ".into(), true), "{bytes:?}");
        }
        assert!(!decode("utf-8", b"\xff").1);
        assert!(encoding("klingon").is_none());
    }

    proptest! {
        #[test]
        fn lines_lose_only_line_ends(text in "[aж\r\n]{0,40}") {
            let kept: String = lines(&text).collect();
            prop_assert_eq!(kept, text.replace(['\r', '\n'], ""));
        }
    }
}
