//! What must be known of the picture of a copy to describe it.

/// The picture of a copy, upright, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CopiedPicture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// How much of the height, from the top, is the photo: what is beneath was added.
    pub(crate) photo_height: u32,
    /// Pixels in an inch of paper.
    pub(crate) density: u16,
}
