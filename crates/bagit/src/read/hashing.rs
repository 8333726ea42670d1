//! Hashing on all cores: each file streamed once through all its algorithms.

use super::error::ReadError;
use super::report::Progress;
use super::store::Store;
use crate::algorithm::{Algorithm, Hashes};
use rayon::prelude::*;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Bytes read at a time, per core.
const CHUNK: usize = 256 * 1024;
/// How often the caller hears of progress.
const INTERVAL: Duration = Duration::from_millis(50);

/// One file to hash.
pub(super) struct Task {
    pub(super) index: usize,
    /// May be empty: then the file is only read to its end and counted.
    pub(super) algorithms: Vec<Algorithm>,
}

/// Length in bytes and checksums.
pub(super) type Hashed = io::Result<(u64, Vec<(Algorithm, String)>)>;

/// Hashes all, in the order of the tasks. The caller's closure runs on the calling thread.
pub(super) fn hash(
    store: &dyn Store,
    tasks: &[Task],
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Vec<Hashed>, ReadError> {
    let stated = |task: &Task| {
        store
            .listing()
            .files
            .get(task.index)
            .map_or(0, |file| file.octets)
    };
    let files_total = tasks.len() as u64;
    // Untrusted numbers: only shown, so they may saturate.
    let octets_total = tasks.iter().map(stated).fold(0, u64::saturating_add);
    let (files, octets, cancelled) = (AtomicU64::new(0), AtomicU64::new(0), AtomicBool::new(false));
    let now = || Progress {
        files_done: files.load(Relaxed),
        files_total,
        octets_done: octets.load(Relaxed),
        octets_total,
    };
    let hashed = std::thread::scope(|scope| {
        let (done, wait) = channel();
        let (files, octets, cancelled) = (&files, &octets, &cancelled);
        scope.spawn(move || {
            let hashed: Vec<Hashed> = tasks
                .par_iter()
                .map_init(
                    || vec![0; CHUNK],
                    |buffer, task| {
                        let hashed = hash_one(store, task, buffer, octets, cancelled);
                        files.fetch_add(1, Relaxed);
                        hashed
                    },
                )
                .collect();
            // Nobody waits any more only if the caller is gone.
            let _ = done.send(hashed);
        });
        loop {
            match wait.recv_timeout(INTERVAL) {
                Ok(hashed) => break hashed,
                Err(RecvTimeoutError::Timeout) => {
                    if progress(now()).is_break() {
                        cancelled.store(true, Relaxed);
                    }
                }
                // The worker ended without a result; the scope tells why.
                Err(RecvTimeoutError::Disconnected) => break Vec::new(),
            }
        }
    });
    if cancelled.load(Relaxed) || progress(now()).is_break() {
        return Err(ReadError::Cancelled);
    }
    Ok(hashed)
}

fn hash_one(
    store: &dyn Store,
    task: &Task,
    buffer: &mut [u8],
    octets: &AtomicU64,
    cancelled: &AtomicBool,
) -> Hashed {
    let mut reader = store.open(task.index)?;
    let mut hashes = Hashes::new(task.algorithms.iter().copied());
    let mut count = 0u64;
    loop {
        if cancelled.load(Relaxed) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let length = match reader.read(buffer) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hashes.update(buffer.get(..length).unwrap_or_default());
        count += length as u64;
        octets.fetch_add(length as u64, Relaxed);
    }
    Ok((count, hashes.finish()))
}
