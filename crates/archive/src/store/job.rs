//! Long work: it tells how far it is, and stops when asked, leaving nothing half made.

use crate::error::Error;

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    /// What is being done: a message's key, such as `hashing`.
    pub stage: &'static str,
    /// How much is done …
    pub done: u64,
    /// … of how much; in files or articles.
    pub total: u64,
}

/// Called as a job goes on; `false` stops it.
pub type Watch<'a> = &'a mut dyn FnMut(Progress) -> bool;

/// Tells the watcher.
pub(crate) fn tell(
    watch: &mut dyn FnMut(Progress) -> bool,
    stage: &'static str,
    done: u64,
    total: u64,
) -> Result<(), Error> {
    match watch(Progress { stage, done, total }) {
        true => Ok(()),
        false => Err(Error::Cancelled),
    }
}
