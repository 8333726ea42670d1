//! Pictures drawn small, kept in the library's cache, which can be thrown away.

use std::io::Write;

use muragat_files::{Existing, TemporaryFile};
use muragat_photo::CannotDraw;

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
            0 => format!("cache/thumbnails/{edge}-{drawing}"),
            turned => format!("cache/thumbnails/{edge}-{drawing}-turned-{turned}"),
        };
        let folder = self.path().join(&inside);
        let path = folder.join(format!("{sha256}.jpg"));
        if let Ok(bytes) = std::fs::read(&path)
            && !bytes.is_empty()
        {
            return Ok(Ok(bytes));
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
                .and_then(|_| TemporaryFile::private_beside(&path))
                .and_then(|mut file| {
                    file.write_all(&drawn.bytes)?;
                    file.give_name_without_sync(Existing::Replace)
                });
            drop(kept);
        }
        Ok(Ok(drawn.bytes))
    }
}
