//! Watches the open library for what others do to it: another program's writes, its disk taken out and put back.

use std::sync::Arc;

use muragat_archive::{Changed, Error, Touched};

use crate::open_library::{Glance, OpenLibrary};

/// Whoever looks again and again, and knows what was told before.
pub struct Watcher {
    library: Arc<OpenLibrary>,
    /// It was told that the library is gone.
    is_away: bool,
}

impl Watcher {
    /// Of a library that was not looked at yet.
    pub fn new(library: Arc<OpenLibrary>) -> Watcher {
        Watcher {
            library,
            is_away: false,
        }
    }

    /// Looks once; costs some microseconds. Gives what to tell the window, if there is anything.
    ///
    /// # Errors
    /// The library cannot be read. Whoever asks it next is told the same, in words.
    pub fn look(&mut self) -> Result<Option<Changed>, Error> {
        if self.is_away {
            // where it is still away, there is nothing new to tell
            let back = self.library.come_back().ok();
            self.is_away = back.is_none();
            return Ok(back);
        }
        Ok(match self.library.glance()? {
            Glance::Same => None,
            Glance::Written(changed) => Some(*changed),
            Glance::Gone => {
                self.is_away = true;
                Some(all_changed())
            }
        })
    }
}

/// All is to be fetched again, and what fetches it learns that the library is gone.
fn all_changed() -> Changed {
    Changed {
        op: None,
        elsewhere: true,
        nouns: Vec::new(),
        touched: Touched::default(),
        undo: None,
        redo: None,
        saved_at: String::new(),
    }
}
