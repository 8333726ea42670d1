//! Mails that are signed or encrypted as a whole.

use mail_parser::{Message, MimeHeaders};

use super::transfer::decode_base64;

/// What a mail is wrapped in.
pub(super) enum Sealed {
    Encrypted,
    /// The mail inside.
    Signed(Vec<u8>),
}

const SIGNED: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
const ENVELOPED: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03];
const DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];

/// Looks whether a mail is one sealed part.
pub(super) fn find_sealed(message: &Message<'_>, bytes: &[u8]) -> Option<Sealed> {
    let root = message.parts.first()?;
    let content = root.content_type()?;
    let subtype = content.subtype().unwrap_or_default().to_ascii_lowercase();
    if content.ctype().eq_ignore_ascii_case("multipart") && subtype == "encrypted" {
        return Some(Sealed::Encrypted);
    }
    let is_sealed = matches!(&*subtype, "pkcs7-mime" | "x-pkcs7-mime");
    if !is_sealed {
        let raw = bytes.get(root.offset_body as usize..).unwrap_or_default();
        let armoured = raw
            .trim_ascii_start()
            .starts_with(b"-----BEGIN PGP MESSAGE-----");
        return armoured.then_some(Sealed::Encrypted);
    }
    let raw = bytes.get(root.offset_body as usize..root.offset_end as usize)?;
    let sealed = match raw.first() {
        Some(0x30) => raw.to_vec(),
        _ => decode_base64(raw),
    };
    let begin = sealed.get(..64).unwrap_or(&sealed);
    let has = |id: &[u8]| begin.windows(id.len()).any(|window| window == id);
    if has(ENVELOPED) || content.attribute("smime-type") == Some("enveloped-data") {
        return Some(Sealed::Encrypted);
    }
    if !has(SIGNED) {
        return None;
    }
    let at = sealed
        .windows(DATA.len())
        .position(|window| window == DATA)?;
    let inner = join_octets(sealed.get(at + DATA.len()..)?)?;
    (!inner.is_empty()).then_some(Sealed::Signed(inner))
}

/// Joins the bytes that a signature was made over: one string of octets, or several within each other.
fn join_octets(content: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    let mut rest = content;
    loop {
        let (tag, length, inner) = read_length(rest)?;
        match (tag, length) {
            // the wrapping [0], or octets in pieces: what is inside follows
            (0xA0 | 0x24, _) => rest = inner,
            (0x04, Some(length)) => {
                let octets = inner.get(..length.min(inner.len()))?;
                joined.extend_from_slice(octets);
                rest = inner.get(length..).unwrap_or_default();
                if rest.first() != Some(&0x04) {
                    return Some(joined);
                }
            }
            _ => return (!joined.is_empty()).then_some(joined),
        }
    }
}

fn read_length(bytes: &[u8]) -> Option<(u8, Option<usize>, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    if *first < 0x80 {
        return Some((*tag, Some(usize::from(*first)), rest));
    }
    let count = usize::from(first & 0x7F);
    if count == 0 {
        return Some((*tag, None, rest));
    }
    if count > 4 {
        return None;
    }
    let (written, rest) = rest.split_at_checked(count)?;
    let length = written
        .iter()
        .fold(0usize, |length, byte| length << 8 | usize::from(*byte));
    Some((*tag, Some(length), rest))
}
