//! Sizes of pictures that are kept and described but not drawn, where their first bytes give them.

use crate::format::Format;

/// Width and height in pixels.
pub(crate) fn size(bytes: &[u8], format: Format) -> Option<(u32, u32)> {
    let big = |at: usize| {
        bytes
            .get(at..)?
            .first_chunk()
            .map(|four| u32::from_be_bytes(*four))
    };
    let little = |at: usize| {
        bytes
            .get(at..)?
            .first_chunk()
            .map(|four| u32::from_le_bytes(*four))
    };
    let short = |at: usize| {
        let two = bytes.get(at..)?.first_chunk();
        two.map(|two| u32::from(u16::from_le_bytes(*two)))
    };
    match format {
        Format::Svg => svg(bytes),
        Format::Qoi => Some((big(4)?, big(8)?)),
        Format::Pnm => pnm(bytes),
        Format::Hdr => hdr(bytes),
        // of each picture in it, 0 being 256
        Format::Ico => {
            let pictures = bytes
                .get(6..)?
                .chunks_exact(16)
                .take(usize::from(*bytes.get(4)?));
            let side = |byte: &u8| if *byte == 0 { 256 } else { u32::from(*byte) };
            let sizes =
                pictures.filter_map(|entry| Some((side(entry.first()?), side(entry.get(1)?))));
            sizes.max()
        }
        Format::Pcx => {
            let [left, top, right, bottom] = [short(4)?, short(6)?, short(8)?, short(10)?];
            Some((right.checked_sub(left)? + 1, bottom.checked_sub(top)? + 1))
        }
        Format::Dds => Some((little(16)?, little(12)?)),
        Format::Exr => exr(bytes),
        _ => None,
    }
}

/// The three first numbers of a portable map; comments stand between them.
fn pnm(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = String::from_utf8_lossy(bytes.get(2..bytes.len().min(2000))?).into_owned();
    let lines = head
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default());
    let mut numbers = lines.flat_map(str::split_whitespace).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// `-Y height +X width` behind a blank line.
fn hdr(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4000))?).into_owned();
    let (_, rest) = head.split_once("\n\n")?;
    match rest.lines().next()?.split_whitespace().collect::<Vec<_>>()[..] {
        [_, height, _, width] => Some((width.parse().ok()?, height.parse().ok()?)),
        _ => None,
    }
}

/// The attribute `displayWindow`: four numbers, the last places included.
fn exr(bytes: &[u8]) -> Option<(u32, u32)> {
    let name = b"displayWindow\0box2i\0\x10\0\0\0";
    let head = bytes.get(..bytes.len().min(8000))?;
    let at = head.windows(name.len()).position(|window| window == name)? + name.len();
    let number = |which: usize| {
        let four = bytes.get(at + which * 4..)?.first_chunk();
        four.map(|four| i64::from(i32::from_le_bytes(*four)))
    };
    let side = |from: i64, to: i64| u32::try_from(to - from + 1).ok();
    Some((side(number(0)?, number(2)?)?, side(number(1)?, number(3)?)?))
}

/// Width and height of the outermost element where they are in pixels, else those of its view box.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(16 << 10))?).into_owned();
    let tag = head
        .get(head.find("<svg")?..)?
        .split('>')
        .next()?
        .replace('\'', "\"");
    let attribute = |name: &str| {
        let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        tag.get(start..)?.split('"').next()
    };
    let whole = |number: f64| {
        (0.5..1e9)
            .contains(&number)
            .then_some(number.round() as u32)
    };
    let pixels = |text: &str| whole(text.trim().trim_end_matches("px").parse().ok()?);
    if let (Some(width), Some(height)) = (
        attribute("width").and_then(pixels),
        attribute("height").and_then(pixels),
    ) {
        return Some((width, height));
    }
    let numbers: Vec<f64> = attribute("viewBox")?
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match numbers[..] {
        [_, _, width, height] => Some((whole(width)?, whole(height)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        let exr = [
            &b"v/1\x01displayWindow\0box2i\0\x10\0\0\0"[..],
            &[0; 8],
            &1919_i32.to_le_bytes(),
            &1079_i32.to_le_bytes(),
        ]
        .concat();
        for (bytes, format, wanted) in [
            (
                &b"qoif\0\0\0\x10\0\0\0\x09\x03"[..],
                Format::Qoi,
                Some((16, 9)),
            ),
            (
                b"P6 # a comment\n16 # wide\n9 255 ",
                Format::Pnm,
                Some((16, 9)),
            ),
            (
                b"#?RADIANCE\nFORMAT=x\n\n-Y 9 +X 16\n",
                Format::Hdr,
                Some((16, 9)),
            ),
            (
                b"<svg width='16px' height=\"9\">",
                Format::Svg,
                Some((16, 9)),
            ),
            (
                b"<?xml?>\n<svg width=\"100%\" viewBox=\"0 0 16,9\">",
                Format::Svg,
                Some((16, 9)),
            ),
            (b"<svg>", Format::Svg, None),
            (
                b"\x0a\x05\x01\x08\0\0\0\0\x0f\0\x08\0",
                Format::Pcx,
                Some((16, 9)),
            ),
            (
                &[
                    0, 0, 1, 0, 1, 0, 16, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                ],
                Format::Ico,
                Some((16, 9)),
            ),
            (&exr, Format::Exr, Some((1920, 1080))),
        ] {
            assert_eq!(size(bytes, format), wanted, "{format:?}");
            for end in 0..bytes.len() {
                let _ = size(&bytes[..end], format);
            }
        }
    }
}
