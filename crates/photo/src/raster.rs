//! A decoded picture, before it is drawn.

use image::DynamicImage;

/// Pixels, and what their numbers mean.
#[derive(Debug)]
pub(crate) struct Raster {
    /// Eight or sixteen bits a channel. CMYK stands in four channels like RGBA, all ink being 255; Lab in three.
    pub(crate) picture: DynamicImage,
    /// What the numbers mean.
    pub(crate) colour: Colour,
    /// Width and height of the whole picture, of which this may be a smaller one.
    pub(crate) whole: (u32, u32),
    /// How it is to be turned upright where the picture says so itself: an Exif orientation. Else Exif says it.
    pub(crate) orientation: Option<u8>,
}

/// What the numbers of a pixel mean.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Colour {
    /// Shades and RGB as sRGB has them.
    Srgb,
    /// Shades or RGB by this ICC profile.
    Profile(Vec<u8>),
    /// RGB by code points (ITU-T H.273): primaries and transfer characteristics.
    CodePoints(u8, u8),
    /// RGB with sRGB's primaries and this gamma.
    Gamma(f32),
    /// Ink, by this ICC profile if there is one.
    Cmyk(Option<Vec<u8>>),
    /// CIE L*a*b* under this light: lightness over the whole range, a and b with their zero in the middle.
    Lab(Light),
}

/// A standard illuminant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Light {
    /// Of printing, and of Adobe's programs.
    D50,
    /// Of screens, and of most other programs.
    D65,
}

impl Raster {
    /// A picture as large as it is stored.
    pub(crate) fn new(picture: DynamicImage, colour: Colour) -> Self {
        Self {
            whole: (picture.width(), picture.height()),
            picture,
            colour,
            orientation: None,
        }
    }

    /// Whether the fourth channel says how transparent a pixel is.
    pub(crate) fn has_alpha(&self) -> bool {
        self.picture.color().has_alpha() && !matches!(self.colour, Colour::Cmyk(_))
    }
}
