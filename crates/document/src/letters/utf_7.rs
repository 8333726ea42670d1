//! UTF-7, which a few mails are still in.

/// Decodes UTF-7; what is none of it stays.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'+' {
            text.push(char::from(byte));
            continue;
        }
        if rest.next_if_eq(&b'-').is_some() {
            text.push('+');
            continue;
        }
        let mut units: Vec<u16> = Vec::new();
        let (mut bits, mut count) = (0u32, 0u32);
        while let Some(six) = rest.peek().copied().and_then(read_six_bits) {
            rest.next();
            bits = bits << 6 | u32::from(six);
            count += 6;
            if count >= 16 {
                count -= 16;
                units.push(u16::try_from(bits >> count & 0xFFFF).unwrap_or(0));
                bits &= (1 << count) - 1;
            }
        }
        rest.next_if_eq(&b'-');
        text.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
    text
}

fn read_six_bits(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}
