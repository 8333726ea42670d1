//! The vocabularies of XMP that are read. What stands in others is not kept.

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
            "http://purl.org/dc/elements/1.1/" => Self::Dc,
            "http://ns.adobe.com/photoshop/1.0/" => Self::Photoshop,
            "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" => Self::IptcCore,
            "http://iptc.org/std/Iptc4xmpExt/2008-02-29/" => Self::IptcExt,
            "http://ns.adobe.com/xap/1.0/" => Self::Xmp,
            "http://ns.adobe.com/xap/1.0/rights/" => Self::XmpRights,
            "http://ns.useplus.org/ldf/xmp/1.0/" => Self::Plus,
            "http://ns.adobe.com/exif/1.0/" => Self::Exif,
            "http://cipa.jp/exif/1.0/" => Self::ExifEx,
            "http://ns.adobe.com/exif/1.0/aux/" => Self::Aux,
            "http://ns.adobe.com/tiff/1.0/" => Self::Tiff,
            "http://www.metadataworkinggroup.com/schemas/regions/" => Self::MwgRegions,
            "http://ns.adobe.com/xmp/sType/Area#" => Self::Area,
            "http://ns.adobe.com/xap/1.0/sType/Dimensions#" => Self::Dimensions,
            "http://ns.microsoft.com/photo/1.2/" => Self::Mp,
            "http://ns.microsoft.com/photo/1.2/t/RegionInfo#" => Self::MpRegionInfo,
            "http://ns.microsoft.com/photo/1.2/t/Region#" => Self::MpRegion,
            _ => return None,
        })
    }
}
