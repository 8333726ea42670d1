//! PNG: XMP in iTXt (XMP specification part 3, 1.1.5), Exif in eXIf (PNG third edition, 11.3.3.7), and what ImageMagick
//! writes in texts of hexadecimal digits.

use std::borrow::Cow;

use super::photoshop::find_resources;
use crate::metadata::blocks::Blocks;
use crate::metadata::inflate::inflate;
use crate::metadata::limits::{BLOCK_MOST, PARTS_MOST};
use crate::structure::chunks::{Chunk, png_chunks};

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    let chunks = png_chunks(bytes).filter(|chunk| chunk.is_whole);
    for Chunk { kind, content, .. } in chunks.take(PARTS_MOST) {
        if blocks.is_complete() {
            return;
        }
        match kind {
            b"eXIf" => blocks.add_exif(Cow::Borrowed(content)),
            b"iTXt" if !blocks.is_exif_alone => add_international_text(content, blocks),
            b"tEXt" => {
                if let Some((keyword, text)) = split_at_zero(content) {
                    add_raw_profile(keyword, text, blocks);
                }
            }
            b"zTXt" => {
                let raw = split_at_zero(content);
                let raw = raw.filter(|(keyword, _)| is_wanted(keyword, blocks));
                if let Some((keyword, [0, text @ ..])) = raw
                    && let Some(text) = blocks.unfold(|| inflate(text))
                    && blocks.take_room(text.len())
                {
                    add_raw_profile(keyword, &text, blocks);
                }
            }
            _ => {}
        }
    }
}

fn split_at_zero(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}

/// Keyword, whether it is compressed and how, language, keyword in that language, text.
fn add_international_text<'a>(content: &'a [u8], blocks: &mut Blocks<'a>) {
    let Some((b"XML:com.adobe.xmp", [is_compressed, _, rest @ ..])) = split_at_zero(content) else {
        return;
    };
    let text = split_at_zero(rest).and_then(|(_, rest)| split_at_zero(rest));
    let Some((_, text)) = text else {
        return;
    };
    if *is_compressed == 0 {
        blocks.add_xmp(Cow::Borrowed(text));
    } else if let Some(text) = blocks.unfold(|| inflate(text)) {
        blocks.add_xmp(Cow::Owned(text));
    }
}

const RAW_PROFILE: &[u8] = b"Raw profile type ";

fn is_wanted(keyword: &[u8], blocks: &Blocks<'_>) -> bool {
    let kind = keyword.strip_prefix(RAW_PROFILE);
    kind.is_some_and(|kind| !blocks.is_exif_alone || matches!(kind, b"exif" | b"APP1"))
}

/// A line end, the kind's name, the length in decimal digits, and the bytes in hexadecimal ones.
fn add_raw_profile(keyword: &[u8], text: &[u8], blocks: &mut Blocks<'_>) {
    let Some(kind) = keyword.strip_prefix(RAW_PROFILE) else {
        return;
    };
    let mut lines = text.trim_ascii_start().splitn(3, |byte| *byte == b'\n');
    let (Some(_), Some(length), Some(digits)) = (lines.next(), lines.next(), lines.next()) else {
        return;
    };
    let length = std::str::from_utf8(length)
        .ok()
        .and_then(|length| length.trim().parse().ok());
    let Some(bytes) = length.and_then(|length| read_digits(digits, length)) else {
        return;
    };
    match kind {
        b"exif" => blocks.add_exif(Cow::Owned(bytes)),
        b"APP1" if bytes.starts_with(b"Exif\0\0") => blocks.add_exif(Cow::Owned(bytes)),
        b"APP1" | b"xmp" => {
            let packet = bytes
                .strip_prefix(b"http://ns.adobe.com/xap/1.0/\0")
                .unwrap_or(&bytes);
            blocks.add_xmp(Cow::Owned(packet.to_vec()));
        }
        b"iptc" | b"8bim" => {
            let mut found = Blocks::default();
            if bytes.starts_with(&[0x1C]) {
                found.add_iim(Cow::Borrowed(&bytes));
            } else {
                find_resources(&bytes, &mut found);
            }
            blocks.iim_digest = blocks.iim_digest.or(found.iim_digest);
            if let Some(iim) = found.iim {
                blocks.add_iim(Cow::Owned(iim.into_owned()));
            }
        }
        _ => {}
    }
}

fn read_digits(digits: &[u8], length: usize) -> Option<Vec<u8>> {
    if length > BLOCK_MOST {
        return None;
    }
    let value = |digit: u8| {
        char::from(digit)
            .to_digit(16)
            .and_then(|value| u8::try_from(value).ok())
    };
    let digits: Vec<u8> = digits
        .iter()
        .copied()
        .filter_map(value)
        .take(length * 2)
        .collect();
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect();
    (bytes.len() == length).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{png, with_chunks};
    use std::io::Write as _;

    fn deflate(text: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(text).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn texts_plain_compressed_and_in_digits() {
        let raw = |text: &[u8]| {
            let digits: String = text.iter().map(|byte| format!("{byte:02x}")).collect();
            format!(
                "\nxmp\n{:8}\n{}\n{}\n",
                text.len(),
                &digits[..4],
                &digits[4..]
            )
            .into_bytes()
        };
        let xmp = |chunk: (&[u8; 4], Vec<u8>)| {
            let file = with_chunks(&png(4, 4), &[chunk]);
            let mut blocks = Blocks::default();
            find(&file, &mut blocks);
            blocks.xmp.first().map(|block| block.to_vec())
        };
        let text = b"<x/>".as_slice();
        let wanted = Some(text.to_vec());
        assert_eq!(
            xmp((b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", text].concat())),
            wanted
        );
        assert_eq!(
            xmp((
                b"iTXt",
                [
                    b"XML:com.adobe.xmp\0\x01\0kk\0XMP\0",
                    deflate(text).as_slice()
                ]
                .concat()
            )),
            wanted
        );
        assert_eq!(
            xmp((
                b"tEXt",
                [b"Raw profile type xmp\0", raw(text).as_slice()].concat()
            )),
            wanted
        );
        assert_eq!(
            xmp((
                b"zTXt",
                [b"Raw profile type xmp\0\0", deflate(&raw(text)).as_slice()].concat()
            )),
            wanted
        );
        assert_eq!(xmp((b"iTXt", [b"Comment\0\0\0\0\0", text].concat())), None);
        let bomb = deflate(&vec![b' '; BLOCK_MOST + 1]);
        assert_eq!(
            xmp((
                b"iTXt",
                [b"XML:com.adobe.xmp\0\x01\0\0\0", bomb.as_slice()].concat()
            )),
            None
        );
    }

    #[test]
    fn exif_and_iim() {
        let resource = crate::fixtures::resource(0x0404, b"\x1C\x02\x69\0\x05Title");
        let digits: String = resource.iter().map(|byte| format!("{byte:02X}")).collect();
        let profile = format!(
            "Raw profile type iptc\0\niptc\n{}\n{digits}\n",
            resource.len()
        );
        let file = with_chunks(
            &png(4, 4),
            &[
                (b"eXIf", b"II*\0".to_vec()),
                (b"tEXt", profile.into_bytes()),
            ],
        );
        let mut blocks = Blocks::default();
        find(&file, &mut blocks);
        assert_eq!(blocks.exif.as_deref(), Some(&b"II*\0"[..]));
        assert_eq!(blocks.iim.as_deref(), Some(&b"\x1C\x02\x69\0\x05Title"[..]));
    }
}
