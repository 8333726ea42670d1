//! What photos state of themselves, kept beside an open library: an original never changes, so it is read once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use muragat_photo::PhotoMetadata;

/// Of so many photos it is kept; then it begins anew. Some kilobytes each.
const PHOTOS_MOST: usize = 2000;

/// By the original's SHA-256.
#[derive(Debug, Default)]
pub(crate) struct KeptMetadata(RefCell<HashMap<String, Arc<PhotoMetadata>>>);

impl KeptMetadata {
    /// What a photo states; `read` gives its bytes, or none where they cannot be read: then it states nothing, for now.
    pub fn of(&self, sha256: &str, read: impl FnOnce() -> Option<Vec<u8>>) -> Arc<PhotoMetadata> {
        if let Some(known) = self.0.borrow().get(sha256) {
            return Arc::clone(known);
        }
        let Some(bytes) = read() else {
            return Arc::default();
        };
        let stated = Arc::new(muragat_photo::read_photo_metadata(&bytes, None));
        let mut kept = self.0.borrow_mut();
        if kept.len() >= PHOTOS_MOST {
            kept.clear();
        }
        kept.insert(sha256.to_owned(), Arc::clone(&stated));
        stated
    }
}
