//! A document as a PDF that an archive can keep: PDF/A-2u (ISO 19005-2), its fonts within, every letter with its
//! meaning. The same document gives the same bytes.

use krilla::color::luma;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::{Document as Pdf, SerializeSettings};

use crate::paper::document::{Block, Document, Picture};
use crate::paper::font::Fonts;
use crate::paper::layout::{SheetMark, sheet_size, sheets};

/// The PDF of a document.
///
/// # Errors
/// What the writer says: a document that cannot be one.
pub(crate) fn pdf(document: &Document) -> Result<Vec<u8>, String> {
    let fonts = Fonts::load().ok_or_else(|| "fonts".to_owned())?;
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration,
        enable_tagging: false,
        ..SerializeSettings::default()
    });
    let (width, height) = sheet_size(document);
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| "sheet".to_owned())?;
    let pictures: Vec<&Picture> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Picture(picture) => Some(picture),
            _ => None,
        })
        .collect();
    for sheet in sheets(document, &fonts) {
        let mut page = pdf.start_page_with(settings.clone());
        let mut surface = page.surface();
        for mark in sheet {
            match mark {
                SheetMark::Text {
                    x,
                    y,
                    size,
                    bold,
                    text,
                } => {
                    let weight = fonts.weight(bold);
                    surface.set_stroke(None);
                    surface.set_fill(Some(Fill::default()));
                    let glyphs = weight.glyphs(&text);
                    let start = Point::from_xy(x, y);
                    surface.draw_glyphs(start, &glyphs, weight.font.clone(), &text, size, false);
                }
                SheetMark::Picture { at, size, picture } => {
                    let Some(bytes) = pictures.get(picture).map(|one| one.bytes.clone()) else {
                        continue;
                    };
                    let image = Image::from_jpeg(bytes.into(), false)?;
                    let size = Size::from_wh(size.0, size.1).ok_or_else(|| "picture".to_owned())?;
                    surface.push_transform(&Transform::from_translate(at.0, at.1));
                    surface.draw_image(image, size);
                    surface.pop();
                }
                SheetMark::Rule { from, to } => {
                    let mut path = PathBuilder::new();
                    path.move_to(from.0, from.1);
                    path.line_to(to.0, to.1);
                    surface.set_fill(None);
                    surface.set_stroke(Some(Stroke {
                        paint: luma::Color::new(90).into(),
                        width: 0.5,
                        ..Stroke::default()
                    }));
                    if let Some(path) = path.finish() {
                        surface.draw_path(&path);
                    }
                }
            }
        }
        surface.finish();
        page.finish();
    }
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .authors(
                Some(document.author.clone())
                    .filter(|name| !name.is_empty())
                    .into_iter()
                    .collect(),
            )
            .language(document.language.to_owned())
            .creator(concat!("Muragat ", env!("CARGO_PKG_VERSION")).to_owned())
            .creation_date(date(&document.made_at)),
    );
    pdf.finish().map_err(|error| format!("{error:?}"))
}

/// A time, RFC 3339 in UTC.
fn date(time: &str) -> DateTime {
    let number = |from: usize, to: usize| time.get(from..to).and_then(|part| part.parse().ok());
    let part = |from: usize, to: usize| number(from, to).and_then(|n: u16| u8::try_from(n).ok());
    DateTime::new(number(0, 4).unwrap_or_default())
        .month(part(5, 7).unwrap_or(1))
        .day(part(8, 10).unwrap_or(1))
        .hour(part(11, 13).unwrap_or_default())
        .minute(part(14, 16).unwrap_or_default())
        .second(part(17, 19).unwrap_or_default())
        .utc_offset_hour(0)
}
