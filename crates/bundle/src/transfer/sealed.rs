//! The bundle of a transfer, once nothing in it changes any more.

/// What an act says of a bundle.
pub(crate) struct Sealed {
    /// Its name.
    pub name: String,
    /// Payload files.
    pub files: u64,
    /// Payload size in bytes.
    pub octets: u64,
    /// SHA-256 of manifest-sha256.txt, which holds that of every payload file.
    pub manifest_sha256: String,
}
