//! What is asked for, and what is told of it.

use std::path::PathBuf;

use muragat_photo::CannotDraw;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which photos to copy, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct CopiesWanted {
    /// UUIDs of photos, in the order in which they are copied.
    pub photos: Vec<String>,
    /// UUIDs or references of articles, all photos of each: before those that are named.
    pub articles: Vec<String>,
    /// The longer side in pixels; none: as large as the original. No picture is enlarged.
    pub edge: Option<u32>,
    /// The pattern of their names, with `{reference}`, `{number}` (`{number:3}` with three digits), `{date}`, `{name}`,
    /// `{person}` and `{place}`.
    pub name: String,
    /// With the credit on a strip beneath the picture, which makes it that much higher.
    pub credit_strip: bool,
    /// UUIDs or references of articles whose photos are copied whatever access rules say; for
    /// [`Archive::release`](muragat_archive::Archive::release).
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub restricted: Vec<String>,
}

/// A copy that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopyMade {
    /// The photo's UUID.
    pub photo: String,
    /// The file's name in the folder.
    pub file: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels, with the strip.
    pub height: u32,
    /// Whether a strip was wished, and nobody is known whom it could name.
    pub lacks_credit: bool,
    /// Whether the photo's file ends before the picture does: it was copied as far as it goes.
    pub breaks_off: bool,
}

/// Why a photo was not copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyHindrance {
    /// Its article is restricted, or its event is known by closed articles alone.
    Restricted,
    /// Its article is under embargo.
    Embargo,
    /// Its format is kept, but not drawn.
    FormatNotDecoded,
    /// Its picture is damaged.
    Damaged,
    /// It has more pixels than can be drawn or written.
    TooLarge,
    /// The original is not where it was kept.
    OriginalMissing,
    /// The original is no longer what was kept.
    OriginalDamaged,
}

impl CopyHindrance {
    /// Its name, snake_case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Embargo => "embargo",
            Self::FormatNotDecoded => "format_not_decoded",
            Self::Damaged => "damaged",
            Self::TooLarge => "too_large",
            Self::OriginalMissing => "original_missing",
            Self::OriginalDamaged => "original_damaged",
        }
    }

    /// Why nothing was drawn; none where the drawing was only stopped.
    pub(super) fn of_drawing(why: CannotDraw) -> Option<CopyHindrance> {
        Some(match why {
            CannotDraw::Stopped => return None,
            CannotDraw::FormatNotDecoded | CannotDraw::NotAPicture => Self::FormatNotDecoded,
            CannotDraw::TooLarge => Self::TooLarge,
            _ => Self::Damaged,
        })
    }
}

/// A photo that was not copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopyLeftOut {
    /// The photo's UUID.
    pub photo: String,
    /// Its file's name as it was received.
    pub name: String,
    /// The reference of its article.
    pub reference: Option<String>,
    /// Why.
    pub why: CopyHindrance,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopiesMade {
    /// The folder.
    #[serde(serialize_with = "muragat_archive::serialize_path")]
    #[ts(type = "string")]
    pub folder: PathBuf,
    /// In the order given.
    pub written: Vec<CopyMade>,
    /// Likewise.
    pub left_out: Vec<CopyLeftOut>,
}
