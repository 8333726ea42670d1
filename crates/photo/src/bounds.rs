//! What other people's code is held to while it reads anyone's bytes: how much it may take, and when it must stop.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Most pixels that are decoded.
pub(crate) const PIXELS_MOST: u64 = 300_000_000;
/// Most memory for decoding one picture, in bytes: 300 million pixels of three bytes, and some room.
pub(crate) const MEMORY_MOST: u64 = 960 << 20;
/// Longest that one picture is worked on.
const TIME_MOST: Duration = Duration::from_secs(9);

/// Why a picture cannot be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    NotDecoded,
    TooLarge,
    Damaged,
    Stopped,
}

impl Obstacle {
    /// A stable name, for callers that word it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::NotDecoded => "format_not_decoded",
            Self::TooLarge => "too_large",
            Self::Damaged => "damaged",
            Self::Stopped => "stopped",
        }
    }
}

/// Runs a decoder. One that panics on some hostile file must not take the archive down with it.
pub(crate) fn guarded<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

/// Refuses a size, in pixels, of which so many bytes a pixel would be too much memory.
pub(crate) fn check_size((width, height): (u32, u32), bytes_each: u64) -> Result<(), Obstacle> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        Err(Obstacle::Damaged)
    } else if pixels > PIXELS_MOST || pixels.saturating_mul(bytes_each) > MEMORY_MOST {
        Err(Obstacle::TooLarge)
    } else {
        Ok(())
    }
}

/// Says when work on a picture is to stop: because someone asked for it, or because it has taken too long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Watch<'a> {
    stop: Option<&'a AtomicBool>,
    until: Instant,
}

impl<'a> Watch<'a> {
    /// Begins now. Work stops once `stop` is true.
    pub(crate) fn begin(stop: Option<&'a AtomicBool>) -> Self {
        Self {
            stop,
            until: Instant::now() + TIME_MOST,
        }
    }

    /// Asked between stages.
    ///
    /// # Errors
    /// [`Obstacle::Stopped`] if someone asked for it, [`Obstacle::TooLarge`] if the time is over.
    pub(crate) fn check(&self) -> Result<(), Obstacle> {
        if self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
            Err(Obstacle::Stopped)
        } else if Instant::now() > self.until {
            Err(Obstacle::TooLarge)
        } else {
            Ok(())
        }
    }
}

/// Bytes that give no more once the watch says stop: so every decoder that reads as it goes can be stopped.
#[derive(Debug)]
pub(crate) struct WatchedBytes<'a> {
    bytes: Cursor<&'a [u8]>,
    watch: Watch<'a>,
}

/// Most bytes given at once, so that the watch is asked often.
const STEP: usize = 64 << 10;

impl<'a> WatchedBytes<'a> {
    pub(crate) fn new(bytes: &'a [u8], watch: Watch<'a>) -> Self {
        Self {
            bytes: Cursor::new(bytes),
            watch,
        }
    }

    fn check(&self) -> io::Result<()> {
        self.watch
            .check()
            .map_err(|_| io::Error::other("stopped by the watch"))
    }
}

impl Read for WatchedBytes<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.check()?;
        self.bytes.read(into)
    }
}

impl BufRead for WatchedBytes<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.check()?;
        let rest = self.bytes.fill_buf()?;
        Ok(rest.get(..STEP).unwrap_or(rest))
    }

    fn consume(&mut self, amount: usize) {
        self.bytes.consume(amount);
    }
}

impl Seek for WatchedBytes<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_refused_by_pixels_and_by_memory() {
        assert_eq!(check_size((0, 5), 3), Err(Obstacle::Damaged));
        assert_eq!(check_size((4000, 3000), 3), Ok(()));
        assert_eq!(check_size((40_000, 40_000), 1), Err(Obstacle::TooLarge));
        assert_eq!(check_size((10_000, 10_000), 16), Err(Obstacle::TooLarge));
        assert_eq!(
            check_size((u32::MAX, u32::MAX), u64::MAX),
            Err(Obstacle::TooLarge)
        );
    }

    #[test]
    fn bytes_stop_when_they_are_told_to() {
        let stop = AtomicBool::new(false);
        let mut bytes = WatchedBytes::new(&[7; 10], Watch::begin(Some(&stop)));
        let mut one = [0];
        assert_eq!(bytes.read(&mut one).unwrap(), 1);
        stop.store(true, Ordering::Relaxed);
        assert!(bytes.read(&mut one).is_err());
        assert!(bytes.fill_buf().is_err());
        assert_eq!(Watch::begin(Some(&stop)).check(), Err(Obstacle::Stopped));
    }
}
