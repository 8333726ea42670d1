//! Colours brought to sRGB, in which everything is drawn.

use crate::raster::{Colour, Light};
use image::{DynamicImage, ImageBuffer, Rgb, RgbImage};
use moxcms::{
    CicpColorPrimaries, CicpProfile, ColorProfile, DataColorSpace, Layout, MatrixCoefficients,
    RenderingIntent, ToneReprCurve, TransferCharacteristics, TransformOptions,
};

type Rgb16 = ImageBuffer<Rgb<u16>, Vec<u16>>;

/// The picture in sRGB, with as many bits as it had and as transparent as it was. A profile that is damaged, or of
/// another kind of picture, costs the profile and not the picture.
pub(crate) fn bring_to_srgb(picture: DynamicImage, colour: &Colour) -> DynamicImage {
    match colour {
        Colour::Srgb => picture,
        Colour::Profile(profile) => match ColorProfile::new_from_slice(profile) {
            Ok(profile) => by_profile(picture, &profile),
            Err(_) => picture,
        },
        Colour::CodePoints(primaries, transfer) => match by_code_points(*primaries, *transfer) {
            Some(profile) => by_profile(picture, &profile),
            None => picture,
        },
        Colour::Gamma(gamma) => by_profile(picture, &with_gamma(*gamma)),
        Colour::Cmyk(profile) => {
            let profile = profile.as_deref().map(ColorProfile::new_from_slice);
            ink(&picture, profile.and_then(Result::ok).as_ref())
        }
        Colour::Lab(light) => lab(&picture, *light),
    }
}

/// RGB of these primaries and transfer characteristics; none where they say sRGB or nothing.
fn by_code_points(primaries: u8, transfer: u8) -> Option<ColorProfile> {
    let is_srgb = matches!(primaries, 1 | 2) && matches!(transfer, 1 | 2 | 6 | 13);
    let primaries = if primaries == 2 { 1 } else { primaries };
    // what cameras call the transfer of video is meant as sRGB's in stills
    let transfer = if matches!(transfer, 1 | 2 | 6) {
        13
    } else {
        transfer
    };
    let code_points = CicpProfile {
        color_primaries: CicpColorPrimaries::try_from(primaries).ok()?,
        transfer_characteristics: TransferCharacteristics::try_from(transfer).ok()?,
        matrix_coefficients: MatrixCoefficients::Identity,
        full_range: true,
    };
    (!is_srgb).then(|| ColorProfile::new_from_cicp(code_points))
}

fn with_gamma(gamma: f32) -> ColorProfile {
    let mut profile = ColorProfile::new_srgb();
    let curve = ToneReprCurve::Parametric(vec![gamma]);
    profile.red_trc = Some(curve.clone());
    profile.green_trc = Some(curve.clone());
    profile.blue_trc = Some(curve);
    profile.cicp = None;
    profile
}

fn by_profile(picture: DynamicImage, profile: &ColorProfile) -> DynamicImage {
    let is_grey = !picture.color().has_color();
    let fits = match profile.color_space {
        DataColorSpace::Gray => is_grey,
        // shades within an RGB profile have its tone curve
        DataColorSpace::Rgb => true,
        _ => false,
    };
    if !fits {
        return picture;
    }
    let is_grey_profile = profile.color_space == DataColorSpace::Gray;
    let (layout, into) = match (picture.color().has_alpha(), is_grey_profile) {
        (true, true) => (Layout::GrayAlpha, Layout::Rgba),
        (true, false) => (Layout::Rgba, Layout::Rgba),
        (false, true) => (Layout::Gray, Layout::Rgb),
        (false, false) => (Layout::Rgb, Layout::Rgb),
    };
    let picture = match (layout, has_sixteen_bits(&picture)) {
        (Layout::GrayAlpha, false) => DynamicImage::ImageLumaA8(picture.into_luma_alpha8()),
        (Layout::GrayAlpha, true) => DynamicImage::ImageLumaA16(picture.into_luma_alpha16()),
        (Layout::Gray, false) => DynamicImage::ImageLuma8(picture.into_luma8()),
        (Layout::Gray, true) => DynamicImage::ImageLuma16(picture.into_luma16()),
        (Layout::Rgba, false) => DynamicImage::ImageRgba8(picture.into_rgba8()),
        (Layout::Rgba, true) => DynamicImage::ImageRgba16(picture.into_rgba16()),
        (_, false) => DynamicImage::ImageRgb8(picture.into_rgb8()),
        (_, true) => DynamicImage::ImageRgb16(picture.into_rgb16()),
    };
    transform(&picture, profile, layout, into).unwrap_or(picture)
}

fn has_sixteen_bits(picture: &DynamicImage) -> bool {
    let colour = picture.color();
    colour.bytes_per_pixel() / colour.channel_count() == 2
}

/// None where the profile cannot be applied.
fn transform(
    picture: &DynamicImage,
    profile: &ColorProfile,
    layout: Layout,
    into: Layout,
) -> Option<DynamicImage> {
    let (width, height) = (picture.width(), picture.height());
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions {
        rendering_intent: RenderingIntent::RelativeColorimetric,
        ..TransformOptions::default()
    };
    let channels = if into == Layout::Rgba { 4 } else { 3 };
    let samples = usize::try_from(u64::from(width) * u64::from(height) * channels).ok()?;
    if has_sixteen_bits(picture) {
        let transform = profile
            .create_transform_16bit(layout, &srgb, into, options)
            .ok()?;
        let mut drawn = vec![0_u16; samples];
        transform
            .transform(sixteen_bits(picture)?, &mut drawn)
            .ok()?;
        Some(if into == Layout::Rgba {
            DynamicImage::ImageRgba16(ImageBuffer::from_raw(width, height, drawn)?)
        } else {
            DynamicImage::ImageRgb16(ImageBuffer::from_raw(width, height, drawn)?)
        })
    } else {
        let transform = profile
            .create_transform_8bit(layout, &srgb, into, options)
            .ok()?;
        let mut drawn = vec![0_u8; samples];
        transform.transform(picture.as_bytes(), &mut drawn).ok()?;
        Some(if into == Layout::Rgba {
            DynamicImage::ImageRgba8(ImageBuffer::from_raw(width, height, drawn)?)
        } else {
            DynamicImage::ImageRgb8(ImageBuffer::from_raw(width, height, drawn)?)
        })
    }
}

fn sixteen_bits(picture: &DynamicImage) -> Option<&[u16]> {
    match picture {
        DynamicImage::ImageLuma16(picture) => Some(picture.as_raw()),
        DynamicImage::ImageLumaA16(picture) => Some(picture.as_raw()),
        DynamicImage::ImageRgb16(picture) => Some(picture.as_raw()),
        DynamicImage::ImageRgba16(picture) => Some(picture.as_raw()),
        _ => None,
    }
}

/// Ink on paper. Without a profile as if each ink took its own colour away wholly, as programs do that know none.
fn ink(picture: &DynamicImage, profile: Option<&ColorProfile>) -> DynamicImage {
    if let Some(profile) = profile
        && profile.color_space == DataColorSpace::Cmyk
        && let Some(drawn) = transform(picture, profile, Layout::Rgba, Layout::Rgb)
    {
        return drawn;
    }
    let inks = picture.to_rgba8();
    let mut drawn = RgbImage::new(picture.width(), picture.height());
    for (to, from) in drawn.pixels_mut().zip(inks.pixels()) {
        let [colours @ .., black] = from.0;
        to.0 = colours.map(|ink| {
            let left = u16::from(255 - ink) * u16::from(255 - black);
            u8::try_from((left + 127) / 255).unwrap_or(u8::MAX)
        });
    }
    DynamicImage::ImageRgb8(drawn)
}

/// CIE L*a*b*, by XYZ, that of D50 brought to D65 (Bradford), to sRGB (IEC 61966-2-1).
fn lab(picture: &DynamicImage, light: Light) -> DynamicImage {
    let (white, matrix) = match light {
        Light::D50 => (
            [0.9642, 0.8249],
            [
                [3.134_187, -1.617_209, -0.490_694],
                [-0.978_749, 1.916_13, 0.033_433],
                [0.071_964, -0.228_994, 1.405_754],
            ],
        ),
        Light::D65 => (
            [0.9505, 1.089],
            [
                [3.240_454, -1.537_139, -0.498_531],
                [-0.969_266, 1.876_011, 0.041_556],
                [0.055_643, -0.204_026, 1.057_225],
            ],
        ),
    };
    let stored = picture.to_rgb16();
    let mut drawn = Rgb16::new(picture.width(), picture.height());
    for (to, from) in drawn.pixels_mut().zip(stored.pixels()) {
        let [l, a, b] = from.0.map(|number| f32::from(number) / 257.0);
        let fy = (l / 2.55 + 16.0) / 116.0;
        let (fx, fz) = (fy + (a - 128.0) / 500.0, fy - (b - 128.0) / 200.0);
        let line = |f: f32| {
            if f > 6.0 / 29.0 {
                f.powi(3)
            } else {
                (f - 4.0 / 29.0) * 3.0 * (6.0_f32 / 29.0).powi(2)
            }
        };
        let [x, y, z] = [line(fx) * white[0], line(fy), line(fz) * white[1]];
        let linear = matrix.map(|[by_x, by_y, by_z]: [f32; 3]| by_x * x + by_y * y + by_z * z);
        to.0 = linear.map(|light| {
            let shade = if light <= 0.003_130_8 {
                light * 12.92
            } else {
                1.055 * light.powf(1.0 / 2.4) - 0.055
            };
            (shade.clamp(0.0, 1.0) * 65535.0 + 0.5) as u16
        });
    }
    DynamicImage::ImageRgb16(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, LumaA, Rgba};

    fn one(picture: DynamicImage, colour: &Colour) -> [u8; 4] {
        bring_to_srgb(picture, colour).to_rgba8().get_pixel(0, 0).0
    }

    fn rgb(pixel: [u8; 3]) -> DynamicImage {
        DynamicImage::ImageRgb8(ImageBuffer::from_pixel(3, 2, Rgb(pixel)))
    }

    fn encoded(profile: &ColorProfile) -> Colour {
        Colour::Profile(profile.encode().unwrap())
    }

    fn near(got: [u8; 4], wanted: [u8; 4]) -> bool {
        got.iter()
            .zip(wanted)
            .all(|(got, wanted)| got.abs_diff(wanted) <= 2)
    }

    #[test]
    fn a_wide_gamut_is_brought_in() {
        // sRGB's pure green, as Display P3 and Adobe RGB write it
        for (profile, stored) in [
            (ColorProfile::new_display_p3(), [117, 251, 76]),
            (ColorProfile::new_adobe_rgb(), [144, 255, 60]),
        ] {
            let green = one(rgb(stored), &encoded(&profile));
            assert!(near(green, [0, 255, 0, 255]), "{green:?}");
        }
        let p3 = one(rgb([117, 251, 76]), &Colour::CodePoints(12, 13));
        assert!(near(p3, [0, 255, 0, 255]), "{p3:?}");
        assert_eq!(
            one(rgb([9, 8, 7]), &Colour::CodePoints(1, 13)),
            [9, 8, 7, 255]
        );
        assert_eq!(
            one(rgb([9, 8, 7]), &Colour::CodePoints(2, 2)),
            [9, 8, 7, 255]
        );
        let linear = one(rgb([55, 55, 55]), &Colour::Gamma(1.0));
        assert!(near(linear, [128, 128, 128, 255]), "{linear:?}");
    }

    #[test]
    fn shades_and_transparency_stay_what_they_are() {
        let grey = encoded(&ColorProfile::new_gray_with_gamma(1.0));
        let shade = DynamicImage::ImageLuma8(ImageBuffer::from_pixel(1, 1, Luma([55])));
        assert!(near(one(shade, &grey), [128, 128, 128, 255]));
        let shade = LumaA([14_135_u16, 9 * 257]);
        let shade = DynamicImage::ImageLumaA16(ImageBuffer::from_pixel(1, 1, shade));
        assert!(near(one(shade, &grey), [128, 128, 128, 9]));
        let glass = Rgba([117, 251, 76, 40]);
        let glass = DynamicImage::ImageRgba8(ImageBuffer::from_pixel(1, 1, glass));
        let drawn = one(glass, &encoded(&ColorProfile::new_display_p3()));
        assert!(near(drawn, [0, 255, 0, 40]), "{drawn:?}");
    }

    #[test]
    fn a_profile_that_does_not_fit_costs_the_profile() {
        let grey = encoded(&ColorProfile::new_gray_with_gamma(1.0));
        for colour in [
            Colour::Profile(vec![7; 500]),
            Colour::Profile(Vec::new()),
            grey,
        ] {
            assert_eq!(one(rgb([9, 80, 7]), &colour), [9, 80, 7, 255]);
        }
    }

    #[test]
    fn ink_and_lab() {
        let inks = |pixel| DynamicImage::ImageRgba8(ImageBuffer::from_pixel(1, 1, Rgba(pixel)));
        let no_profile = Colour::Cmyk(None);
        assert_eq!(one(inks([0, 0, 0, 0]), &no_profile), [255; 4]);
        assert_eq!(
            one(inks([25, 225, 225, 0]), &no_profile),
            [230, 30, 30, 255]
        );
        assert_eq!(one(inks([0, 0, 0, 255]), &no_profile), [0, 0, 0, 255]);
        // L* 53.24, a* 80.09, b* 67.20 is sRGB's red under D65; under D50 it is 54.29, 80.80, 69.89
        let red = one(rgb([138, 209, 198]), &Colour::Lab(Light::D50));
        assert!(near(red, [255, 0, 0, 255]), "{red:?}");
        let red = one(rgb([136, 208, 195]), &Colour::Lab(Light::D65));
        assert!(near(red, [255, 0, 0, 255]), "{red:?}");
        for light in [Light::D50, Light::D65] {
            assert!(near(
                one(rgb([255, 128, 128]), &Colour::Lab(light)),
                [255; 4]
            ));
        }
    }
}
