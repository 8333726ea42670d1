//! The URIs of vocabularies of XMP, and the prefixes that their publishers give them.

pub(crate) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(crate) const META: &str = "adobe:ns:meta/";
pub(crate) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(crate) const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub(crate) const IPTC_CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub(crate) const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
pub(crate) const XMP: &str = "http://ns.adobe.com/xap/1.0/";
pub(crate) const XMP_RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
pub(crate) const XMP_NOTE: &str = "http://ns.adobe.com/xmp/note/";
pub(crate) const XMP_IMAGE: &str = "http://ns.adobe.com/xap/1.0/g/img/";
pub(crate) const XMP_MEDIA: &str = "http://ns.adobe.com/xap/1.0/mm/";
pub(crate) const RESOURCE_REF: &str = "http://ns.adobe.com/xap/1.0/sType/ResourceRef#";
pub(crate) const CAMERA_RAW: &str = "http://ns.adobe.com/camera-raw-settings/1.0/";
pub(crate) const PLUS: &str = "http://ns.useplus.org/ldf/xmp/1.0/";
pub(crate) const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
pub(crate) const EXIF_EX: &str = "http://cipa.jp/exif/1.0/";
pub(crate) const AUX: &str = "http://ns.adobe.com/exif/1.0/aux/";
pub(crate) const TIFF: &str = "http://ns.adobe.com/tiff/1.0/";
pub(crate) const MWG_REGIONS: &str = "http://www.metadataworkinggroup.com/schemas/regions/";
pub(crate) const AREA: &str = "http://ns.adobe.com/xmp/sType/Area#";
pub(crate) const DIMENSIONS: &str = "http://ns.adobe.com/xap/1.0/sType/Dimensions#";
pub(crate) const MP: &str = "http://ns.microsoft.com/photo/1.2/";
pub(crate) const MP_REGION_INFO: &str = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#";
pub(crate) const MP_REGION: &str = "http://ns.microsoft.com/photo/1.2/t/Region#";

/// Prefixes by which programs know these vocabularies, and the order in which properties of them are written. One that
/// is not in this list has the prefix that it came with and stands behind these.
pub(crate) const PREFIXES: [(&str, &str); 21] = [
    (DC, "dc"),
    (PHOTOSHOP, "photoshop"),
    (IPTC_CORE, "Iptc4xmpCore"),
    (IPTC_EXT, "Iptc4xmpExt"),
    (XMP, "xmp"),
    (XMP_RIGHTS, "xmpRights"),
    (PLUS, "plus"),
    (TIFF, "tiff"),
    (EXIF, "exif"),
    (EXIF_EX, "exifEX"),
    (AUX, "aux"),
    (MWG_REGIONS, "mwg-rs"),
    (AREA, "stArea"),
    (DIMENSIONS, "stDim"),
    (MP, "MP"),
    (MP_REGION_INFO, "MPRI"),
    (MP_REGION, "MPReg"),
    (XMP_NOTE, "xmpNote"),
    (XMP_IMAGE, "xmpGImg"),
    (XMP_MEDIA, "xmpMM"),
    (RESOURCE_REF, "stRef"),
];
