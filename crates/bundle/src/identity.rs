//! Identifiers that follow from what they name, so that the same things have the same in every library.

use muragat_files::hex;
use sha2::{Digest, Sha256};

/// A UUID of version 8 (RFC 9562, 5.8): the first bytes of the SHA-256 over the parts, a line each.
pub(crate) fn derived_uuid<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\n");
    }
    let hex = hex(&hash.finalize());
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "{}-{}-8{}-a{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}
