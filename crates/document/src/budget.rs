//! What a document may cost: bytes that it unfolds to, how deep it nests, how many parts it has.

use std::io::Read;

use crate::refusal::Refusal;

/// What reading a document may cost at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of all parts, unfolded.
    pub unfolded_bytes: u64,
    /// Elements, groups or parts within each other.
    pub depth: usize,
    /// Blocks, cells and pictures together.
    pub parts: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            unfolded_bytes: 256 << 20,
            depth: 256,
            parts: 400_000,
        }
    }
}

/// What is left of the limits.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    bytes: u64,
    parts: usize,
}

impl Budget {
    pub fn new(limits: Limits) -> Budget {
        Budget {
            limits,
            bytes: limits.unfolded_bytes,
            parts: limits.parts,
        }
    }

    /// Reads a stream that unfolds as it is read, whole.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`]; [`Refusal::Damaged`] where it cannot be unfolded.
    pub fn unfold(&mut self, stream: impl Read, what: &str) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let read = stream.take(self.bytes + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > self.bytes {
            return Err(too_large(what));
        }
        self.bytes -= bytes.len() as u64;
        match read {
            Ok(_) => Ok(bytes),
            Err(error) => Err(Refusal::Damaged {
                what: format!("{what}: {error}"),
            }),
        }
    }

    /// Counts bytes that were decoded by other means.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn take_bytes(&mut self, count: usize, what: &str) -> Result<(), Refusal> {
        let left = self.bytes.checked_sub(count as u64);
        self.bytes = left.ok_or_else(|| too_large(what))?;
        Ok(())
    }

    /// Counts a block, a cell or a picture.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn take_part(&mut self, what: &str) -> Result<(), Refusal> {
        self.parts = self.parts.checked_sub(1).ok_or_else(|| too_large(what))?;
        Ok(())
    }

    /// Asks whether one may go so deep.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn allow_depth(&self, depth: usize, what: &str) -> Result<(), Refusal> {
        match depth <= self.limits.depth {
            true => Ok(()),
            false => Err(too_large(what)),
        }
    }
}

fn too_large(what: &str) -> Refusal {
    Refusal::TooLarge {
        what: what.to_owned(),
    }
}
