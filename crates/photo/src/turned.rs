//! A drawn picture turned by quarters, for one that lies on its side though its file says otherwise.

use image::{DynamicImage, ImageFormat};

use crate::decode;
use crate::thumbnail::{CannotDraw, Thumbnail, encode};

impl Thumbnail {
    /// The same turned clockwise by quarters of a turn.
    ///
    /// # Errors
    /// [`CannotDraw::Damaged`] where its bytes are no JPEG.
    pub fn turned(self, quarters: u8) -> Result<Thumbnail, CannotDraw> {
        let turn = match quarters % 4 {
            0 => return Ok(self),
            1 => DynamicImage::rotate90,
            2 => DynamicImage::rotate180,
            _ => DynamicImage::rotate270,
        };
        let turned = decode::guarded(|| {
            let picture = image::load_from_memory_with_format(&self.bytes, ImageFormat::Jpeg);
            encode(&turn(&picture.map_err(|_| CannotDraw::Damaged)?).into_rgb8())
        });
        turned.unwrap_or(Err(CannotDraw::Damaged))
    }
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{quadrants, stored_for};
    use crate::thumbnail;

    #[test]
    fn a_picture_turns_clockwise_and_four_quarters_bring_it_back() {
        // red, green / blue, white
        let upright = thumbnail(&stored_for(1, 64, 32), 64).unwrap();
        let once = upright.clone().turned(1).unwrap();
        assert_eq!((once.width, once.height), (32, 64));
        let [top_left, top_right, ..] = quadrants(&once.bytes);
        assert!(top_left[2] > 180 && top_left[0] < 90, "blue: {top_left:?}");
        assert!(
            top_right[0] > 180 && top_right[2] < 90,
            "red: {top_right:?}"
        );
        let twice = once.turned(2).unwrap();
        let [top_left, ..] = quadrants(&twice.bytes);
        assert!(top_left[1] > 120 && top_left[0] < 90, "green: {top_left:?}");
        let back = twice.turned(1).unwrap();
        let [top_left, ..] = quadrants(&back.bytes);
        assert!(
            top_left[0] > 180 && top_left[1] < 90,
            "red again: {top_left:?}"
        );
    }
}
