//! Pictures drawn small, kept in the library's cache, which can be thrown away.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use muragat_files::{Existing, TemporaryFile};
use muragat_photo::{CannotDraw, Thumbnail};

use crate::error::Error;
use crate::store::files;
use crate::store::library::Archive;

/// The edge of a picture in a list, in pixels.
pub(crate) const LIST_EDGE: u32 = 256;
/// The edges of what is drawn of a photo that is attached, in pixels: of the large view and of lists.
const AHEAD: [u32; 2] = [2048, LIST_EDGE];
/// How often a drawing that goes on asks whether it is to.
const ASKED_EVERY: Duration = Duration::from_millis(50);

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
        if let Some(bytes) = self.kept_picture(sha256, edge, turned) {
            return Ok(Ok(bytes));
        }
        let bytes = self.original(sha256)?;
        let drawn =
            muragat_photo::thumbnail(&bytes, edge).and_then(|drawn| drawn.turned(quarters(turned)));
        Ok(drawn.map(|drawn| {
            self.keep_picture(sha256, edge, turned, &drawn);
            drawn.bytes
        }))
    }

    /// Draws an original as large as the large view shows it and of that as small as lists do, and gives the latter. Goes on
    /// as long as `go_on` says so, which is asked all the while.
    ///
    /// # Errors
    /// As [`Archive::draw_small`]; [`Error::Cancelled`].
    pub(crate) fn draw_ahead(
        &self,
        sha256: &str,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Result<Vec<u8>, CannotDraw>, Error> {
        let kept = AHEAD.map(|edge| self.kept_picture(sha256, edge, 0));
        if let [Some(_large), Some(small)] = kept {
            return Ok(Ok(small));
        }
        let bytes = self.original(sha256)?;
        Ok(match draw_while(&bytes, go_on) {
            Err(CannotDraw::Stopped) => return Err(Error::Cancelled),
            Err(why) => Err(why),
            Ok(drawn) => {
                for (edge, drawn) in AHEAD.iter().zip(&drawn) {
                    self.keep_picture(sha256, *edge, 0, drawn);
                }
                let small = drawn.into_iter().next_back();
                small.map(|small| small.bytes).ok_or(CannotDraw::Damaged)
            }
        })
    }

    /// What can be shown of an original at once, until it is drawn, as JPEG: the picture for lists where it is kept, else
    /// what the camera drew; none where there is neither.
    ///
    /// # Errors
    /// [`Error::OriginalMissing`], [`Error::OriginalDamaged`].
    pub(crate) fn find_first_picture(
        &self,
        sha256: &str,
        turned: i64,
    ) -> Result<Option<Vec<u8>>, Error> {
        if let Some(bytes) = self.kept_picture(sha256, LIST_EDGE, turned) {
            return Ok(Some(bytes));
        }
        let small = muragat_photo::exif_thumbnail(&self.original(sha256)?);
        let small = small.and_then(|small| small.turned(quarters(turned)).ok());
        Ok(small.map(|small| small.bytes))
    }

    /// Where pictures of one size lie, inside the library. What another drawing code has drawn is drawn anew.
    fn pictures_inside(edge: u32, turned: i64) -> String {
        let drawing = muragat_photo::DRAWING_VERSION;
        match turned {
            0 => format!("cache/thumbnails/{edge}-{drawing}"),
            turned => format!("cache/thumbnails/{edge}-{drawing}-turned-{turned}"),
        }
    }

    fn picture_path(&self, sha256: &str, edge: u32, turned: i64) -> PathBuf {
        let folder = self.path().join(Archive::pictures_inside(edge, turned));
        folder.join(format!("{sha256}.jpg"))
    }

    fn kept_picture(&self, sha256: &str, edge: u32, turned: i64) -> Option<Vec<u8>> {
        let bytes = std::fs::read(self.picture_path(sha256, edge, turned)).ok()?;
        (!bytes.is_empty()).then_some(bytes)
    }

    /// Keeps a picture. A cache that cannot be written costs time, nothing else.
    fn keep_picture(&self, sha256: &str, edge: u32, turned: i64, drawn: &Thumbnail) {
        if self.is_read_only() {
            return;
        }
        let inside = Archive::pictures_inside(edge, turned);
        let kept = files::folder_inside(self.path(), &inside)
            .and_then(|_| TemporaryFile::beside(&self.picture_path(sha256, edge, turned)))
            .and_then(|mut file| {
                file.write_all(&drawn.bytes)?;
                file.give_name_without_sync(Existing::Replace)
            });
        drop(kept);
    }
}

/// Draws beside the one who waits, who is asked meanwhile whether to go on.
fn draw_while(bytes: &[u8], go_on: &mut dyn FnMut() -> bool) -> Result<Vec<Thumbnail>, CannotDraw> {
    let stop = AtomicBool::new(false);
    let (done, drawn) = channel();
    thread::scope(|scope| {
        let stop = &stop;
        scope.spawn(move || done.send(muragat_photo::thumbnails_until(bytes, &AHEAD, stop)));
        loop {
            match drawn.recv_timeout(ASKED_EVERY) {
                Ok(drawn) => return drawn,
                Err(RecvTimeoutError::Disconnected) => return Err(CannotDraw::Damaged),
                Err(RecvTimeoutError::Timeout) if go_on() => {}
                Err(RecvTimeoutError::Timeout) => stop.store(true, Ordering::Relaxed),
            }
        }
    })
}

fn quarters(turned: i64) -> u8 {
    u8::try_from(turned).unwrap_or_default()
}
