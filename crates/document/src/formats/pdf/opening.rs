//! The file is opened.

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::budget::Budget;
use crate::refusal::Refusal;

/// Opens a PDF.
pub(super) fn open(bytes: &[u8], budget: &mut Budget) -> Result<Pdf, Refusal> {
    budget.take_bytes(bytes.len(), "the file")?;
    Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Refusal::Locked,
        LoadPdfError::Decryption(_) => Refusal::Damaged {
            what: "its encryption is damaged".to_owned(),
        },
        LoadPdfError::Invalid => Refusal::Damaged {
            what: "its pages cannot be found".to_owned(),
        },
    })
}
