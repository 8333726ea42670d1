//! Copies of photos for newspapers: JPEG files in a chosen size, with all that is known of each inside, and the credit
//! beneath the picture where it is wished. The originals stay as they are.

mod chosen;
mod credit;
mod name_pattern;
mod strip;
mod wanted;

use std::collections::HashSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use muragat_archive::{
    Archive, Error as ArchiveError, PhotoLine, Progress, Released, Watch, Withheld,
};
use muragat_files::{Existing, TemporaryFile};
use muragat_photo::{CannotDraw, describe, draw_copy, write_copy};

use crate::error::Error;
use crate::export::lies_below;
use crate::paper::font::{FontWeight, Fonts};
use chosen::{Chooser, ChosenPhoto, lines_wanted};
use credit::credit_of;
use name_pattern::{NamePattern, file_name};
use strip::draw_strip;
pub use wanted::{CopiesMade, CopiesWanted, CopyHindrance, CopyLeftOut, CopyMade};

/// How copies are called, where nothing else is said.
pub const DEFAULT_COPY_NAME: &str = "{reference}_{number}";

/// Most pictures that are drawn at once: each may take as much memory as it has pixels.
const AT_ONCE_MOST: usize = 4;
/// How often one asks whether to go on, while pictures are drawn.
const ASK_EVERY: Duration = Duration::from_millis(100);

/// Writes copies of photos into a folder, which is made where it is not there: without those that access rules keep in,
/// but for what was `released`. Each has its name only once it is whole, and takes the place of no other file. A photo that cannot be copied is told, the others go on.
///
/// # Errors
/// [`Error::NamePatternInvalid`]; a photo or article is not there; the folder lies in the library, or the disk refused;
/// stopped. Copies that were written until then stay: each is whole.
pub fn write_copies(
    archive: &Archive,
    wanted: &CopiesWanted,
    released: &Released,
    folder: &Path,
    watch: Watch<'_>,
) -> Result<CopiesMade, Error> {
    let pattern = NamePattern::read(&wanted.name)?;
    prepare_folder(archive, folder)?;
    let font = match wanted.credit_strip {
        true => Fonts::load().map(|fonts| fonts.regular),
        false => None,
    };
    let lines = lines_wanted(archive, wanted)?;
    let withheld = archive.withheld(released)?;
    let mut chooser = Chooser::new(archive, &withheld);
    let mut folder = CopyFolder::new(folder);
    let mut made = CopiesMade {
        folder: folder.path.clone(),
        written: Vec::new(),
        left_out: Vec::new(),
    };
    let at_once = thread::available_parallelism().map_or(1, NonZero::get);
    let at_once = at_once.min(AT_ONCE_MOST);
    for (from, some) in lines.chunks(at_once).enumerate() {
        let from = from * at_once;
        let mut tell = || {
            watch(Progress {
                stage: "copying",
                done: from as u64,
                total: lines.len() as u64,
            })
        };
        if !tell() {
            return Err(ArchiveError::Cancelled.into());
        }
        let (drawable, closed) = choose(archive, &mut chooser, some, from)?;
        let copies = draw_all(&drawable, wanted.edge, font.as_ref(), &mut tell)?;
        made.left_out.extend(closed);
        for ((chosen, _), copy) in drawable.iter().zip(copies) {
            match copy {
                Ok(copy) => {
                    let file = folder.write(&pattern.fill(&chosen.fields), &copy.bytes)?;
                    made.written.push(CopyMade {
                        photo: chosen.photo.id.clone(),
                        file,
                        width: copy.width,
                        height: copy.height,
                        lacks_credit: copy.lacks_credit,
                        breaks_off: copy.breaks_off,
                    });
                }
                Err(why) => made.left_out.push(left_out(chosen, why)),
            }
        }
    }
    Ok(made)
}

/// What the copy of a photo would be called, where no other has that name.
///
/// # Errors
/// [`Error::NamePatternInvalid`]; the photo is not there.
pub fn name_copy(archive: &Archive, photo: &str, pattern: &str) -> Result<String, Error> {
    let pattern = NamePattern::read(pattern)?;
    let lines = archive.photo_lines(&[photo.to_owned()])?;
    let withheld = Withheld::default();
    let mut name = String::new();
    for line in &lines {
        let chosen = Chooser::new(archive, &withheld).choose(line, 0)?;
        name = file_name(&pattern.fill(&chosen.fields), 1);
    }
    Ok(name)
}

fn prepare_folder(archive: &Archive, folder: &Path) -> Result<(), Error> {
    if lies_below(folder, archive.path()) {
        return Err(ArchiveError::TargetInsideLibrary {
            path: folder.to_owned(),
        }
        .into());
    }
    fs::create_dir_all(folder).map_err(|e| ArchiveError::writing_outside(folder, &e))?;
    Ok(())
}

/// A photo and the bytes of its original.
type Drawable = (ChosenPhoto, Vec<u8>);

/// Those of some photos that may leave and whose original is there, with its bytes; and the others.
fn choose(
    archive: &Archive,
    chooser: &mut Chooser<'_>,
    lines: &[PhotoLine],
    from: usize,
) -> Result<(Vec<Drawable>, Vec<CopyLeftOut>), Error> {
    let (mut drawable, mut others) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let chosen = chooser.choose(line, from + at)?;
        let why = match chosen.closed {
            Some(why) => why,
            None => match archive.original(&chosen.photo.sha256) {
                Ok(bytes) => {
                    drawable.push((chosen, bytes));
                    continue;
                }
                Err(ArchiveError::OriginalMissing { .. }) => CopyHindrance::OriginalMissing,
                Err(ArchiveError::OriginalDamaged { .. }) => CopyHindrance::OriginalDamaged,
                Err(error) => return Err(error.into()),
            },
        };
        others.push(left_out(&chosen, why));
    }
    Ok((drawable, others))
}

fn left_out(chosen: &ChosenPhoto, why: CopyHindrance) -> CopyLeftOut {
    CopyLeftOut {
        photo: chosen.photo.id.clone(),
        name: chosen.photo.name.clone(),
        reference: chosen.reference.clone(),
        why,
    }
}

/// A copy as it will be written.
struct Copy {
    bytes: Vec<u8>,
    width: u32,
    height: u32,
    /// Whether a strip was wished, and nobody is known whom it could name.
    lacks_credit: bool,
    /// Whether the photo ends before its picture does.
    breaks_off: bool,
}

/// Draws all at once, in their order; `tell` is asked meanwhile whether to go on.
fn draw_all(
    photos: &[Drawable],
    edge: Option<u32>,
    font: Option<&FontWeight>,
    tell: &mut dyn FnMut() -> bool,
) -> Result<Vec<Result<Copy, CopyHindrance>>, Error> {
    let stop = AtomicBool::new(false);
    let mut copies: Vec<(usize, Result<Copy, CannotDraw>)> = thread::scope(|scope| {
        let (tell_drawn, drawn) = mpsc::channel();
        for (at, (chosen, bytes)) in photos.iter().enumerate() {
            let (tell_drawn, stop) = (tell_drawn.clone(), &stop);
            scope.spawn(move || {
                // Nobody listens any more only where the work was given up.
                drop(tell_drawn.send((at, draw(chosen, bytes, edge, font, stop))));
            });
        }
        drop(tell_drawn);
        let mut copies = Vec::new();
        loop {
            match drawn.recv_timeout(ASK_EVERY) {
                Ok(copy) => copies.push(copy),
                Err(RecvTimeoutError::Timeout) if tell() => {}
                Err(RecvTimeoutError::Timeout) => stop.store(true, Ordering::Relaxed),
                Err(RecvTimeoutError::Disconnected) => break copies,
            }
        }
    });
    copies.sort_by_key(|(at, _)| *at);
    copies
        .into_iter()
        .map(|(_, copy)| match copy {
            Ok(copy) => Ok(Ok(copy)),
            Err(why) => CopyHindrance::of_drawing(why)
                .map(Err)
                .ok_or_else(|| ArchiveError::Cancelled.into()),
        })
        .collect()
}

fn draw(
    chosen: &ChosenPhoto,
    bytes: &[u8],
    edge: Option<u32>,
    font: Option<&FontWeight>,
    stop: &AtomicBool,
) -> Result<Copy, CannotDraw> {
    let mut drawn = draw_copy(bytes, edge, chosen.photo.turned, stop)?;
    let credit = font.and_then(|font| Some((font, credit_of(&chosen.photo, bytes)?)));
    if let Some((font, credit)) = &credit {
        let strip = draw_strip(font, credit, drawn.width(), drawn.height());
        drawn.add_beneath(&strip);
    }
    Ok(Copy {
        bytes: write_copy(bytes, &drawn, &chosen.statement, &chosen.known_since)?,
        width: drawn.width(),
        height: drawn.height(),
        lacks_credit: font.is_some() && credit.is_none(),
        breaks_off: describe(bytes).is_ok_and(|described| described.breaks_off),
    })
}

/// The folder that copies are written to, and the names given there. Names that differ in capitals alone are one on many
/// disks, to which the folder may be carried.
struct CopyFolder {
    path: PathBuf,
    given: HashSet<String>,
}

impl CopyFolder {
    fn new(path: &Path) -> CopyFolder {
        CopyFolder {
            path: path.to_owned(),
            given: HashSet::new(),
        }
    }

    /// Writes a file under the first name that is free; gives it.
    fn write(&mut self, stem: &str, bytes: &[u8]) -> Result<String, Error> {
        let refused = |path: &Path, e| ArchiveError::writing_outside(path, &e);
        for number in 1.. {
            let name = file_name(stem, number);
            let path = self.path.join(&name);
            if path.symlink_metadata().is_ok() || !self.given.insert(name.to_lowercase()) {
                continue;
            }
            let mut file = TemporaryFile::beside(&path).map_err(|e| refused(&path, e))?;
            file.write_all(bytes).map_err(|e| refused(&path, e))?;
            match file.give_name(Existing::Refuse) {
                Ok(()) => return Ok(name),
                // Somebody else took the name meanwhile.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(refused(&path, error).into()),
            }
        }
        Err(ArchiveError::TargetExists {
            path: self.path.join(stem),
        }
        .into())
    }
}
