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
    nested: usize,
}

/// So many documents may stand within each other.
const DEEPEST_DOCUMENT: usize = 3;

impl Budget {
    pub fn new(limits: Limits) -> Budget {
        Budget {
            limits,
            bytes: limits.unfolded_bytes,
            parts: limits.parts,
            nested: 0,
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

    /// The same, where what comes before the damage is wanted too; says whether it is damaged. `expected` is the length
    /// that the stream is said to have: it saves growing, and nothing is believed of it.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn unfold_partly(
        &mut self,
        stream: impl Read,
        expected: u64,
        what: &str,
    ) -> Result<(Vec<u8>, bool), Refusal> {
        let expected = usize::try_from(expected.min(self.bytes).min(16 << 20)).unwrap_or(0);
        let mut bytes = Vec::with_capacity(expected);
        let read = stream.take(self.bytes + 1).read_to_end(&mut bytes);
        self.take_bytes(bytes.len(), what)?;
        Ok((bytes, read.is_err()))
    }

    /// Goes into a document within a document; [`Budget::leave_document`] goes out of it.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn enter_document(&mut self) -> Result<(), Refusal> {
        if self.nested >= DEEPEST_DOCUMENT {
            return Err(too_large("documents within each other"));
        }
        self.nested += 1;
        Ok(())
    }

    /// Goes out of a document within a document.
    pub fn leave_document(&mut self) {
        self.nested = self.nested.saturating_sub(1);
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

    /// Asks whether a file may be so long, in bytes, where it may have so many eighths of what a document unfolds to.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn allow_length(&self, length: usize, eighths: u64) -> Result<(), Refusal> {
        match length as u64 <= (self.limits.unfolded_bytes / 8).saturating_mul(eighths) {
            true => Ok(()),
            false => Err(too_large("the file")),
        }
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
