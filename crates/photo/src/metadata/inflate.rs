//! Blocks that a container keeps compressed, unfolded as far as a block may be long.

use std::io::Read;

use brotli_decompressor::Decompressor;
use flate2::read::ZlibDecoder;

use super::limits::BLOCK_MOST;

/// What zlib (RFC 1950) made of it, if it is whole and no longer than a block may be.
pub(crate) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    read_bounded(ZlibDecoder::new(bytes))
}

/// What Brotli (RFC 7932) made of it, if it is whole and no longer than a block may be.
pub(crate) fn unfold_brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    read_bounded(Decompressor::new(bytes, 4096))
}

fn read_bounded(reader: impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(BLOCK_MOST).ok()?;
    reader.take(most + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= BLOCK_MOST).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    /// Counts how much was taken of it.
    struct Endless(usize);

    impl Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            into.fill(b' ');
            self.0 += into.len();
            Ok(into.len())
        }
    }

    #[test]
    fn what_unfolds_to_too_much_is_left_out() {
        let deflate = |length: usize| {
            let mut writer =
                flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            writer.write_all(&vec![b' '; length]).unwrap();
            writer.finish().unwrap()
        };
        assert_eq!(
            inflate(&deflate(BLOCK_MOST)).map(|bytes| bytes.len()),
            Some(BLOCK_MOST)
        );
        let bomb = deflate(BLOCK_MOST * 20);
        assert!(bomb.len() < 100_000);
        assert_eq!(inflate(&bomb), None);
        let mut endless = Endless(0);
        assert_eq!(read_bounded(&mut endless), None);
        assert!(endless.0 <= BLOCK_MOST + 1);
        assert_eq!(inflate(b"no zlib"), None);
        assert_eq!(unfold_brotli(b"no brotli"), None);
    }
}
