//! The name that bytes have by their digest (RFC 6920, `ni`). A file beside a photo that names the photo's bytes was
//! written from these very bytes, whatever the clocks of those who wrote either said.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

const SHA256: &str = "ni:///sha-256;";

/// The name of these bytes.
pub(crate) fn name_by_digest(bytes: &[u8]) -> String {
    format!("{SHA256}{}", URL_SAFE_NO_PAD.encode(Sha256::digest(bytes)))
}

/// Whether one of these identifiers is the name of the bytes.
pub(crate) fn is_named(bytes: &[u8], identifiers: &[String]) -> bool {
    let is_name = |identifier: &&String| identifier.starts_with(SHA256);
    let mut names = identifiers.iter().filter(is_name).peekable();
    names.peek().is_some() && {
        let name = name_by_digest(bytes);
        names.any(|identifier| *identifier == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_known_by_their_name() {
        // RFC 6920, 8.1.
        let name = "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk";
        assert_eq!(name_by_digest(b"Hello World!"), name);
        let named = |name: &str| is_named(b"Hello World!", &["12".to_owned(), name.to_owned()]);
        assert!(named(name));
        assert!(!named("ni:///sha-256;x") && !named("13"));
    }
}
