//! A page as one sees it, for those who read letters out of pictures.

use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use hayro_interpret::{InterpreterSettings, RenderContent};

use super::guard;
use super::opening::open;
use crate::budget::Budget;
use crate::refusal::Refusal;

/// Dots an inch at which letters of the usual size are read best; a point is a 72nd of an inch.
const DENSITY: f32 = 300.0;
/// The longest edge that is drawn, in pixels: a poster is drawn coarser.
const LONGEST_EDGE: f32 = 4200.0;

/// A page as one sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageDrawing {
    /// How many pages the document has.
    pub pages: u32,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Its pixels row by row from the top, a byte each, 0 black.
    pub gray: Vec<u8>,
}

/// Draws a page of a PDF on white. The first page is 1.
///
/// # Errors
/// [`Refusal`]; of a page that the document does not have [`Refusal::Empty`].
pub fn draw_page(bytes: &[u8], number: u32, budget: &mut Budget) -> Result<PageDrawing, Refusal> {
    guard::measure_streams(bytes, budget)?;
    let pdf = open(bytes, budget)?;
    let pages = pdf.pages();
    let at = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    let page = pages.get(at).ok_or(Refusal::Empty)?;
    if !guard::Weights::default().allow_page(page) {
        return Err(Refusal::TooLarge {
            what: "a page".to_owned(),
        });
    }
    let (width, height) = page.render_dimensions();
    let longest = width.max(height).max(1.0);
    let scale = (DENSITY / 72.0).min(LONGEST_EDGE / longest);
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let drawn = render(
        page,
        &RenderCache::new(),
        &settings,
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        },
    );
    let gray = drawn.data_as_u8_slice().chunks_exact(4).map(|pixel| {
        let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
        // how bright the eye sees the three colours (ITU-R BT.601)
        ((red * 299 + green * 587 + blue * 114) / 1000) as u8
    });
    Ok(PageDrawing {
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        width: drawn.width().into(),
        height: drawn.height().into(),
        gray: gray.collect(),
    })
}
