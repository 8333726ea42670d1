//! Pictures drawn small, kept in the library's cache, which can be thrown away.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use muragat_files::{Existing, TemporaryFile};
use muragat_photo::CannotDraw;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::error::Error;
use crate::store::files;
use crate::store::library::Archive;

impl Archive {
    /// An original as JPEG, upright, within `edge` pixels and then turned clockwise by so many quarters: kept, or drawn now.
    ///
    /// # Errors
    /// [`Error::OriginalMissing`], [`Error::OriginalDamaged`]; inside, why it cannot be drawn.
    pub(crate) fn draw_small(
        &self,
        sha256: &str,
        edge: u32,
        turned: i64,
    ) -> Result<Result<Vec<u8>, CannotDraw>, Error> {
        // what another drawing code has drawn is drawn anew
        let drawing = muragat_photo::DRAWING_VERSION;
        let inside = match turned {
            0 => format!("{KEPT}/{PROVEN}{edge}-{drawing}"),
            turned => format!("{KEPT}/{PROVEN}{edge}-{drawing}-turned-{turned}"),
        };
        let folder = self.path().join(&inside);
        let path = folder.join(format!("{sha256}.jpg"));
        // what is not the drawing that was kept there is drawn anew
        if let Ok(bytes) = fs::read(&path)
            && let Some(drawn) = proven(&path, &bytes)
        {
            return Ok(Ok(drawn.to_vec()));
        }
        let bytes = self.original(sha256)?;
        let turned = u8::try_from(turned).unwrap_or_default();
        let drawn = muragat_photo::thumbnail(&bytes, edge).and_then(|drawn| drawn.turned(turned));
        let drawn = match drawn {
            Ok(drawn) => drawn,
            Err(why) => return Ok(Err(why)),
        };
        if !self.is_read_only() {
            // a cache that cannot be written costs time, nothing else
            let kept = files::folder_inside(self.path(), &inside)
                .and_then(|_| TemporaryFile::beside(&path))
                .and_then(|mut file| {
                    file.write_all(&drawn.bytes)?;
                    file.write_all(&proof_of(&path, &drawn.bytes))?;
                    file.give_name_without_sync(Existing::Replace)
                });
            drop(kept);
        }
        Ok(Ok(drawn.bytes))
    }

    /// The pictures in the cache that are not the drawings that were kept there.
    ///
    /// # Errors
    /// [`Error::FileUnreadable`].
    pub(crate) fn unproven_thumbnails(&self) -> Result<Vec<PathBuf>, Error> {
        let kept = self.path().join(KEPT);
        let mut unproven = Vec::new();
        if !kept.exists() {
            return Ok(unproven);
        }
        for entry in WalkDir::new(&kept).sort_by_file_name() {
            let entry = entry.map_err(|e| Error::FileUnreadable {
                path: kept.clone(),
                detail: e.to_string(),
            })?;
            let path = entry.path();
            let folder = path.parent().and_then(Path::file_name);
            let is_proven = folder.is_some_and(|name| name.to_string_lossy().starts_with(PROVEN));
            if !is_proven || !entry.file_type().is_file() {
                continue;
            }
            match fs::read(path) {
                Ok(bytes) if proven(path, &bytes).is_some() => {}
                Ok(_) => unproven.push(path.to_owned()),
                // another program has drawn it anew
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
                Err(e) => return Err(Error::reading(path, &e)),
            }
        }
        Ok(unproven)
    }
}

/// Where they are kept, and how the folders of those begin that prove what they are.
const KEPT: &str = "cache/thumbnails";
const PROVEN: &str = "proven-";

/// Behind a drawing stands the digest of its original, its kind and itself.
const PROOF: usize = 32;

fn proof_of(path: &Path, drawn: &[u8]) -> [u8; PROOF] {
    let mut digest = Sha256::new();
    for part in path.iter().rev().take(2) {
        digest.update(part.as_encoded_bytes());
        digest.update([0]);
    }
    digest.update(drawn);
    digest.finalize().into()
}

/// The drawing in a cached file, where it is what was kept there.
fn proven<'a>(path: &Path, bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (drawn, proof) = bytes.split_at_checked(bytes.len().checked_sub(PROOF)?)?;
    (proof_of(path, drawn) == proof).then_some(drawn)
}
