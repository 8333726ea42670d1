//! Small pictures made in code, for tests.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage, metadata::Orientation};
use std::io::Cursor;

/// Red, green, blue and white in the four quadrants, from the top left to the bottom right.
fn picture(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        match (x < width / 2, y < height / 2) {
            (true, true) => Rgb([220, 20, 20]),
            (false, true) => Rgb([20, 160, 20]),
            (true, false) => Rgb([20, 20, 220]),
            (false, false) => Rgb([250, 250, 250]),
        }
    }))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Jpeg)
}

pub(crate) fn gif(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Gif)
}

pub(crate) fn webp(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::WebP)
}

pub(crate) fn tiff_picture(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Tiff)
}

/// An animation of so many frames.
pub(crate) fn gif_of(frames: u32, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for _ in 0..frames {
        encoder
            .encode_frame(image::Frame::new(picture(width, height).into_rgba8()))
            .unwrap();
    }
    drop(encoder);
    bytes
}

/// A little-endian TIFF of numbers alone. Those of tag 0x14a are directories, by their place in the list; none is in the
/// chain but the first.
pub(crate) fn tiff_of(directories: &[&[(u16, &[usize])]]) -> Vec<u8> {
    let length = |directory: &[(u16, &[usize])]| {
        let outside = directory
            .iter()
            .map(|(_, values)| values.len() * 4)
            .filter(|length| *length > 4);
        6 + directory.len() * 12 + outside.sum::<usize>()
    };
    let place = |which: usize| {
        8 + directories[..which]
            .iter()
            .map(|d| length(d))
            .sum::<usize>()
    };
    let four = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    for (which, directory) in directories.iter().enumerate() {
        let mut behind = place(which) + 6 + directory.len() * 12;
        let mut outside = Vec::new();
        file.extend(u16::try_from(directory.len()).unwrap().to_le_bytes());
        for (tag, values) in *directory {
            let values = values
                .iter()
                .map(|value| if *tag == 0x14a { place(*value) } else { *value });
            let values: Vec<u8> = values.flat_map(four).collect();
            file.extend(tag.to_le_bytes());
            file.extend(4_u16.to_le_bytes());
            file.extend(four(values.len() / 4));
            if values.len() == 4 {
                file.extend(values);
            } else {
                file.extend(four(behind));
                behind += values.len();
                outside.extend(values);
            }
        }
        file.extend([0; 4]);
        file.extend(outside);
    }
    file
}

/// Black, and wholly transparent.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(
        &DynamicImage::ImageRgba8(RgbaImage::new(width, height)),
        ImageFormat::Png,
    )
}

/// The picture as a camera held that way stores it, so that it is `width` by `height` when upright.
pub(crate) fn stored_for(orientation: u8, width: u32, height: u32) -> Vec<u8> {
    // The turns that undo themselves are their own opposites; the two quarter turns are each other's.
    let opposite = match orientation {
        6 => 8,
        8 => 6,
        other => other,
    };
    let mut picture = picture(width, height);
    picture.apply_orientation(Orientation::from_exif(opposite).unwrap());
    encoded(&picture, ImageFormat::Jpeg)
}

/// An Exif block: little-endian TIFF with maker, model and orientation, and one sub-block with a date.
pub(crate) fn exif(orientation: u8, date: &str, make: &str, model: &str) -> Vec<u8> {
    let (make, model, date) = (
        format!("{make}\0"),
        format!("{model}\0"),
        format!("{date}\0"),
    );
    // Texts of up to four bytes would be stored in place.
    let pad = |text: String| format!("{text}\0\0\0\0");
    let (make, model) = (pad(make), pad(model));
    let texts_at = 8 + 2 + 4 * 12 + 4;
    let model_at = texts_at + make.len();
    let sub_at = model_at + model.len();
    let date_at = sub_at + 2 + 12 + 4;
    let entry = |tag: u16, kind: u16, count: usize, value: usize| {
        let (count, value) = (u32::try_from(count).unwrap(), u32::try_from(value).unwrap());
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value.to_le_bytes(),
        ]
        .concat()
    };
    [
        &b"II*\0\x08\0\0\0\x04\0"[..],
        &entry(0x010f, 2, make.len(), texts_at),
        &entry(0x0110, 2, model.len(), model_at),
        &entry(0x0112, 3, 1, usize::from(orientation)),
        &entry(0x8769, 4, 1, sub_at),
        &[0; 4],
        make.as_bytes(),
        model.as_bytes(),
        b"\x01\0",
        &entry(0x9003, 2, date.len(), date_at),
        &[0; 4],
        date.as_bytes(),
    ]
    .concat()
}

/// The JPEG with that Exif block as its first segment.
pub(crate) fn with_exif(jpeg: &[u8], exif: &[u8]) -> Vec<u8> {
    let length = u16::try_from(exif.len() + 8).unwrap().to_be_bytes();
    [
        &jpeg[..2],
        b"\xff\xe1",
        &length,
        b"Exif\0\0",
        exif,
        &jpeg[2..],
    ]
    .concat()
}

/// Mean colour of each quadrant, leaving out the seams.
pub(crate) fn quadrants(jpeg: &[u8]) -> [[u8; 3]; 4] {
    let picture = image::load_from_memory(jpeg).unwrap().into_rgb8();
    let (width, height) = picture.dimensions();
    [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(column, row)| {
        let (mut sum, mut count) = ([0u64; 3], 0);
        let inside = |at: u32, side: u32, half: u32| {
            let (start, end) = (side * half / 2, side * (half + 1) / 2);
            let seam = (end - start) / 4;
            (start + seam..end - seam).contains(&at)
        };
        for (x, y, pixel) in picture.enumerate_pixels() {
            if inside(x, width, column) && inside(y, height, row) {
                count += 1;
                for (sum, channel) in sum.iter_mut().zip(pixel.0) {
                    *sum += u64::from(channel);
                }
            }
        }
        sum.map(|sum| u8::try_from(sum / count.max(1)).unwrap())
    })
}

/// A value of an Exif block.
#[derive(Clone)]
pub(crate) enum TiffValue {
    /// ASCII, or what programs write as that.
    Text(Vec<u8>),
    /// UNDEFINED or BYTE.
    Bytes(Vec<u8>),
    Short(u16),
    Rationals(Vec<(u32, u32)>),
}

impl TiffValue {
    /// Kind, count and bytes, little-endian.
    fn stored(&self) -> (u16, usize, Vec<u8>) {
        match self {
            Self::Text(text) => (2, text.len(), text.clone()),
            Self::Bytes(bytes) => (7, bytes.len(), bytes.clone()),
            Self::Short(number) => (3, 1, number.to_le_bytes().to_vec()),
            Self::Rationals(rationals) => {
                let numbers = rationals.iter().flat_map(|(over, under)| [*over, *under]);
                let bytes = numbers.flat_map(u32::to_le_bytes).collect();
                (5, rationals.len(), bytes)
            }
        }
    }
}

/// An Exif block, or a TIFF file without a picture: the tags of its first directory, of Exif and of GPS.
pub(crate) fn tiff(
    first: &[(u16, TiffValue)],
    exif: &[(u16, TiffValue)],
    gps: &[(u16, TiffValue)],
) -> Vec<u8> {
    let mut block = b"II*\0\0\0\0\0".to_vec();
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut write = |tags: &[(u16, TiffValue)], below: [(u16, usize); 2]| {
        let mut entries: Vec<(u16, Vec<u8>)> = Vec::new();
        for (tag, value) in tags {
            let (kind, count, mut bytes) = value.stored();
            if bytes.len() > 4 {
                let at = block.len();
                block.append(&mut bytes);
                block.resize(block.len() + block.len() % 2, 0);
                bytes = number(at).to_vec();
            }
            bytes.resize(4, 0);
            entries.push((
                *tag,
                [
                    &tag.to_le_bytes()[..],
                    &kind.to_le_bytes(),
                    &number(count),
                    &bytes,
                ]
                .concat(),
            ));
        }
        for (tag, at) in below.into_iter().filter(|(_, at)| *at > 0) {
            entries.push((
                tag,
                [
                    &tag.to_le_bytes()[..],
                    &4u16.to_le_bytes(),
                    &number(1),
                    &number(at),
                ]
                .concat(),
            ));
        }
        entries.sort_by_key(|(tag, _)| *tag);
        let at = block.len();
        block.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
        block.extend(entries.into_iter().flat_map(|(_, entry)| entry));
        block.extend([0; 4]);
        at
    };
    let exif_at = write(exif, [(0, 0); 2]);
    let gps_at = if gps.is_empty() {
        0
    } else {
        write(gps, [(0, 0); 2])
    };
    let first_at = write(first, [(0x8769, exif_at), (0x8825, gps_at)]);
    block[4..8].copy_from_slice(&number(first_at));
    block
}

/// An IPTC-IIM block of these datasets: record, number, content.
pub(crate) fn iim(datasets: &[(u8, u8, &[u8])]) -> Vec<u8> {
    let dataset = |(record, number, content): &(u8, u8, &[u8])| {
        let length = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[0x1C, *record, *number][..], &length, content].concat()
    };
    datasets.iter().flat_map(dataset).collect()
}

/// An image resource of Photoshop without a name.
pub(crate) fn resource(id: u16, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    let padding = &[0][..content.len() % 2];
    [
        b"8BIM",
        &id.to_be_bytes()[..],
        &[0, 0],
        &length,
        content,
        padding,
    ]
    .concat()
}

/// The JPEG with these segments (marker, content) before its own.
pub(crate) fn with_segments(jpeg: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let segment = |(marker, content): &(u8, Vec<u8>)| {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, *marker][..], &length, content].concat()
    };
    let segments: Vec<u8> = segments.iter().flat_map(segment).collect();
    [&jpeg[..2], &segments, &jpeg[2..]].concat()
}

/// The PNG with these chunks (kind, content) behind its header; their checksums are left at zero.
pub(crate) fn with_chunks(png: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let chunk = |(kind, content): &(&[u8; 4], Vec<u8>)| {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&length[..], &kind[..], content, &[0; 4]].concat()
    };
    let chunks: Vec<u8> = chunks.iter().flat_map(chunk).collect();
    [&png[..33], &chunks, &png[33..]].concat()
}

/// The WebP with these chunks (kind, content) at its end.
pub(crate) fn with_webp_chunks(webp: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let chunk = |(kind, content): &(&[u8; 4], Vec<u8>)| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [&kind[..], &length, content, &[0][..content.len() % 2]].concat()
    };
    let chunks: Vec<u8> = chunks.iter().flat_map(chunk).collect();
    let mut file = [webp, &chunks].concat();
    let length = u32::try_from(file.len() - 8).unwrap().to_le_bytes();
    file[4..8].copy_from_slice(&length);
    file
}

/// A packet of XMP with these properties, under the usual prefixes.
pub(crate) fn xmp(properties: &str) -> String {
    format!(
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'>
<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
 xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'
 xmlns:Iptc4xmpCore='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
 xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'
 xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/' xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/'
 xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:tiff='http://ns.adobe.com/tiff/1.0/'
 xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
 xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'
 xmlns:MP='http://ns.microsoft.com/photo/1.2/' xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'
 xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#'>
<rdf:Description rdf:about=''>{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
}

/// A box (ISO/IEC 14496-12).
pub(crate) fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len() + 8).unwrap();
    [&length.to_be_bytes()[..], kind, content].concat()
}

/// An item of a HEIF file.
pub(crate) struct HeifItem<'a> {
    pub(crate) kind: [u8; 4],
    /// Of kind `mime`.
    pub(crate) media_type: &'a str,
    pub(crate) content: &'a [u8],
    /// Whether it lies in `idat`; else it lies in two pieces in `mdat`.
    pub(crate) is_in_idat: bool,
}

/// A HEIF file of these items, without a picture that could be drawn.
pub(crate) fn heif(items: &[HeifItem<'_>]) -> Vec<u8> {
    let ftyp = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
    let (mut idat, mut mdat) = (Vec::new(), Vec::new());
    // Offsets into mdat are known only once all before it is: the boxes are made twice, with the same lengths.
    let make = |mdat_at: usize, idat: &mut Vec<u8>, mdat: &mut Vec<u8>| {
        let count = u16::try_from(items.len()).unwrap().to_be_bytes();
        let (mut infes, mut places) = (Vec::new(), Vec::new());
        for (number, item) in items.iter().enumerate() {
            let id = u16::try_from(number + 1).unwrap().to_be_bytes();
            let media_type = format!("{}\0", item.media_type);
            let end = if item.media_type.is_empty() {
                ""
            } else {
                &media_type
            };
            infes.extend(boxed(
                b"infe",
                &[
                    &[2, 0, 0, 0][..],
                    &id,
                    &[0, 0],
                    &item.kind,
                    b"\0",
                    end.as_bytes(),
                ]
                .concat(),
            ));
            let extent = |at: usize, content: &[u8], into: &mut Vec<u8>| {
                let place = [at + into.len(), content.len()]
                    .map(|number| u32::try_from(number).unwrap().to_be_bytes());
                into.extend(content);
                place.concat()
            };
            let (method, extents) = if item.is_in_idat {
                (1u16, vec![extent(0, item.content, idat)])
            } else {
                let (one, other) = item.content.split_at(item.content.len() / 2);
                (
                    0,
                    vec![extent(mdat_at, one, mdat), extent(mdat_at, other, mdat)],
                )
            };
            let pieces = u16::try_from(extents.len()).unwrap().to_be_bytes();
            places.extend(
                [
                    &id[..],
                    &method.to_be_bytes(),
                    &[0, 0],
                    &pieces,
                    &extents.concat(),
                ]
                .concat(),
            );
        }
        let iinf = boxed(b"iinf", &[&[0; 4][..], &count, &infes].concat());
        let iloc = boxed(
            b"iloc",
            &[&[1, 0, 0, 0, 0x44, 0][..], &count, &places].concat(),
        );
        let idat = boxed(b"idat", idat);
        boxed(b"meta", &[&[0; 4][..], &iinf, &iloc, &idat].concat())
    };
    let length = make(0, &mut idat, &mut mdat).len();
    (idat, mdat) = (Vec::new(), Vec::new());
    let meta = make(ftyp.len() + length + 8, &mut idat, &mut mdat);
    [ftyp, meta, boxed(b"mdat", &mdat)].concat()
}
