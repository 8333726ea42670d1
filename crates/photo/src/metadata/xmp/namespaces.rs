//! The vocabularies of XMP that are read. What stands in others is not kept.

use crate::metadata::vocabularies;

/// A vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Namespace {
    Dc,
    Photoshop,
    IptcCore,
    IptcExt,
    Xmp,
    XmpRights,
    Plus,
    Exif,
    ExifEx,
    Aux,
    Tiff,
    MwgRegions,
    Area,
    Dimensions,
    Mp,
    MpRegionInfo,
    MpRegion,
}

impl Namespace {
    /// The vocabulary of a URI, if it is read here.
    pub(super) fn of(uri: &str) -> Option<Self> {
        Some(match uri {
            vocabularies::DC => Self::Dc,
            vocabularies::PHOTOSHOP => Self::Photoshop,
            vocabularies::IPTC_CORE => Self::IptcCore,
            vocabularies::IPTC_EXT => Self::IptcExt,
            vocabularies::XMP => Self::Xmp,
            vocabularies::XMP_RIGHTS => Self::XmpRights,
            vocabularies::PLUS => Self::Plus,
            vocabularies::EXIF => Self::Exif,
            vocabularies::EXIF_EX => Self::ExifEx,
            vocabularies::AUX => Self::Aux,
            vocabularies::TIFF => Self::Tiff,
            vocabularies::MWG_REGIONS => Self::MwgRegions,
            vocabularies::AREA => Self::Area,
            vocabularies::DIMENSIONS => Self::Dimensions,
            vocabularies::MP => Self::Mp,
            vocabularies::MP_REGION_INFO => Self::MpRegionInfo,
            vocabularies::MP_REGION => Self::MpRegion,
            _ => return None,
        })
    }
}
