//! How a picture came to be, as it says itself (IPTC Digital Source Type).

use crate::record::terms::DigitalSourceType;

/// What stands before a term in the URIs of IPTC's vocabulary.
const SOURCE_TYPES: &str = "digitalsourcetype/";

/// The term of a URI of IPTC's vocabulary, if it is one of those that records know.
pub(super) fn source_type(uri: &str) -> Option<DigitalSourceType> {
    let (_, term) = uri.rsplit_once(SOURCE_TYPES).unwrap_or(("", uri));
    DigitalSourceType::parse(term.trim_end_matches('/'))
}

/// How a picture came to be, where its bytes say that artificial intelligence made or changed it. This is set when a photo is
/// attached, unlike all else that it states: the law asks for the mark, and one that nobody took over would be lost.
pub(crate) fn stated_by_ai(bytes: &[u8]) -> Option<DigitalSourceType> {
    let metadata = muragat_photo::read_photo_metadata(bytes, None);
    let stated = metadata.digital_source_type?;
    let others = stated.differs.iter().map(|(_, uri)| uri);
    std::iter::once(&stated.value)
        .chain(others)
        .filter_map(|uri| source_type(uri))
        .find(|term| DigitalSourceType::BY_AI.contains(term))
}
