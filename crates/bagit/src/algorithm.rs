//! Checksum algorithms (RFC 8493, 2.4): their names in manifests, and hashing with several at once.

use muragat_files::hex;
use rayon::prelude::*;
use sha2::Digest;
use std::fmt;

/// A checksum algorithm that manifests of a bag can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// MD5, 32 hex digits: only against damage, not against intent.
    Md5,
    /// SHA-1, 40 hex digits: only against damage, not against intent.
    Sha1,
    /// SHA-224, 56 hex digits.
    Sha224,
    /// SHA-256, 64 hex digits. Written.
    Sha256,
    /// SHA-384, 96 hex digits.
    Sha384,
    /// SHA-512, 128 hex digits. Written; the RFC's own recommendation.
    Sha512,
}

impl Algorithm {
    /// The name in manifest file names: `sha256` in `manifest-sha256.txt`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// The algorithm of a name as it stands in a manifest's file name. Case and hyphens do not count,
    /// as older tools wrote `manifest-SHA-256.txt`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase().replace('-', "");
        [
            Self::Md5,
            Self::Sha1,
            Self::Sha224,
            Self::Sha256,
            Self::Sha384,
            Self::Sha512,
        ]
        .into_iter()
        .find(|algorithm| algorithm.name() == name)
    }

    /// How many hex digits a checksum has.
    #[must_use]
    pub const fn hex_digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha224 => 56,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

enum State {
    Md5(md5::Md5),
    Sha1(sha1::Sha1),
    Sha224(sha2::Sha224),
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
}

impl State {
    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(state) => state.update(bytes),
            Self::Sha1(state) => state.update(bytes),
            Self::Sha224(state) => state.update(bytes),
            Self::Sha256(state) => state.update(bytes),
            Self::Sha384(state) => state.update(bytes),
            Self::Sha512(state) => state.update(bytes),
        }
    }
}

/// Several checksums of one stream, so that its bytes are read once.
pub(crate) struct Hashes(Vec<(Algorithm, State)>);

impl Hashes {
    pub(crate) fn new(algorithms: impl IntoIterator<Item = Algorithm>) -> Self {
        let start = |algorithm| match algorithm {
            Algorithm::Md5 => State::Md5(md5::Md5::new()),
            Algorithm::Sha1 => State::Sha1(sha1::Sha1::new()),
            Algorithm::Sha224 => State::Sha224(sha2::Sha224::new()),
            Algorithm::Sha256 => State::Sha256(sha2::Sha256::new()),
            Algorithm::Sha384 => State::Sha384(sha2::Sha384::new()),
            Algorithm::Sha512 => State::Sha512(sha2::Sha512::new()),
        };
        Self(
            algorithms
                .into_iter()
                .map(|algorithm| (algorithm, start(algorithm)))
                .collect(),
        )
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        for (_, state) in &mut self.0 {
            state.update(bytes);
        }
    }

    /// As `update`, one core an algorithm: for a writer, which has one file at a time.
    pub(crate) fn update_side_by_side(&mut self, bytes: &[u8]) {
        // Below this, waking another core costs more than it saves.
        if bytes.len() < 64 * 1024 {
            return self.update(bytes);
        }
        self.0
            .par_iter_mut()
            .for_each(|(_, state)| state.update(bytes));
    }

    /// The checksums as lower-case hex, in the order asked for.
    pub(crate) fn finish(self) -> Vec<(Algorithm, String)> {
        let sum = |state| match state {
            State::Md5(state) => hex(&state.finalize()),
            State::Sha1(state) => hex(&state.finalize()),
            State::Sha224(state) => hex(&state.finalize()),
            State::Sha256(state) => hex(&state.finalize()),
            State::Sha384(state) => hex(&state.finalize()),
            State::Sha512(state) => hex(&state.finalize()),
        };
        self.0
            .into_iter()
            .map(|(algorithm, state)| (algorithm, sum(state)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_checksums_of_abc() {
        let all = ["md5", "SHA-1", "sha224", "sha256", "sha384", "Sha512"];
        let mut hashes = Hashes::new(all.iter().filter_map(|name| Algorithm::from_name(name)));
        hashes.update(b"a");
        hashes.update_side_by_side(b"bc");
        let sums = hashes.finish();
        for (algorithm, sum) in &sums {
            assert_eq!(sum.len(), algorithm.hex_digits(), "{algorithm}");
        }
        assert_eq!(sums[0].1, "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(sums[1].1, "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert!(sums[2].1.starts_with("23097d223405d8228642a477bda255b3"));
        assert!(sums[3].1.starts_with("ba7816bf8f01cfea414140de5dae2223"));
        assert!(sums[4].1.starts_with("cb00753f45a35e8bb5a03d699ac65007"));
        assert!(sums[5].1.starts_with("ddaf35a193617abacc417349ae204131"));
        assert_eq!(Algorithm::from_name("sha3256"), None);
        let long = vec![b'a'; 200_000];
        let both = || Hashes::new([Algorithm::Sha256, Algorithm::Sha512]);
        let (mut one, mut other) = (both(), both());
        one.update(&long);
        other.update_side_by_side(&long);
        assert_eq!(one.finish(), other.finish());
    }
}
