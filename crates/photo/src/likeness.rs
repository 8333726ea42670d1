//! Whether two photos are one picture that was resized, cropped, toned or marked on its way.

mod align;
mod blocks;
mod cells;
mod find;
mod picture;
mod sketch;

pub use find::{LikenessIndex, find_near};
pub use picture::{LIKENESS_VERSION, Likeness, likeness, likeness_of_drawn};
