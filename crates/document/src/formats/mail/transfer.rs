//! How bytes travel in mails.

use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Decodes Base64 as mails carry it: with line ends, with rubbish, in several pieces, or broken off.
pub(super) fn decode_base64(bytes: &[u8]) -> Vec<u8> {
    let engine = GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    // a piece ends with its padding; what follows begins anew
    for piece in bytes.split(|byte| *byte == b'=') {
        let mut letters: Vec<u8> = piece
            .iter()
            .copied()
            .filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
            .collect();
        if letters.len() % 4 == 1 {
            letters.pop();
        }
        decoded.extend(engine.decode(letters).unwrap_or_default());
    }
    decoded
}

/// Decodes Quoted-Printable; what is no escape stays.
pub(super) fn decode_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let end = line
            .iter()
            .rposition(|byte| !byte.is_ascii_whitespace())
            .map_or(0, |at| at + 1);
        let (words, line_end) = line.split_at(end);
        let is_joined = words.last() == Some(&b'=');
        let words = words.strip_suffix(b"=").unwrap_or(words);
        decode_escapes(words, &mut decoded);
        if !is_joined && line_end.contains(&b'\n') {
            decoded.push(b'\n');
        }
    }
    decoded
}

/// Decodes `=D0` and the like.
pub(super) fn decode_escapes(words: &[u8], decoded: &mut Vec<u8>) {
    let mut rest = words;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'='
            && let [high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            decoded.push(high << 4 | low);
            rest = after;
            continue;
        }
        decoded.push(*first);
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

/// Decodes a file in uuencode that stands alone or in a text.
pub(super) fn decode_uuencoded(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let head = lines.find(|line| line.starts_with(b"begin "))?;
    let head = String::from_utf8_lossy(head);
    let name = head.trim().splitn(3, ' ').nth(2)?.to_owned();
    let mut decoded = Vec::new();
    for line in lines {
        if line.starts_with(b"end") {
            break;
        }
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Some((length, letters)) = line.split_first() else {
            continue;
        };
        let length = usize::from(length.wrapping_sub(b' ') & 0x3F);
        let mut of_line = Vec::with_capacity(length + 3);
        for four in letters.chunks(4) {
            let value = |at: usize| {
                u32::from(four.get(at).copied().unwrap_or(b' ').wrapping_sub(b' ') & 0x3F)
            };
            let all = value(0) << 18 | value(1) << 12 | value(2) << 6 | value(3);
            let [_, first, second, third] = all.to_be_bytes();
            of_line.extend([first, second, third]);
        }
        of_line.truncate(length);
        decoded.extend(of_line);
    }
    Some((name, decoded))
}
