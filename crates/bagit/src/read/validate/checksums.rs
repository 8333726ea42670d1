//! Whether contents agree with their checksums.

use super::{Validation, unreadable};
use crate::read::error::ReadError;
use crate::read::hashing::{Task, hash};
use crate::read::report::{Finding, Progress, code};
use crate::read::store::is_payload;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

impl Validation<'_> {
    pub(super) fn checksums(
        &mut self,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let algorithms = |index: &usize| {
            let wanted = self
                .wanted
                .get(index)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let algorithms: BTreeSet<_> = wanted.iter().map(|wanted| wanted.algorithm).collect();
            algorithms.into_iter().collect()
        };
        // Also files that no manifest lists: their bytes count, and a zip's lengths are not believed.
        let mut tasks: Vec<Task> = (0..self.listing.files.len())
            .map(|index| Task {
                index,
                algorithms: algorithms(&index),
            })
            .collect();
        // Longest first, so that no core is left with a long one at the end.
        let stated = |task: &Task| {
            self.listing
                .files
                .get(task.index)
                .map_or(0, |file| file.octets)
        };
        tasks.sort_by_key(|task| (std::cmp::Reverse(stated(task)), task.index));
        let hashed = hash(self.store, &tasks, progress)?;
        for (task, hashed) in tasks.iter().zip(hashed) {
            let Some(file) = self.listing.files.get(task.index) else {
                continue;
            };
            let octets = match hashed {
                Ok((octets, sums)) => {
                    for wanted in self
                        .wanted
                        .get(&task.index)
                        .map(Vec::as_slice)
                        .unwrap_or_default()
                    {
                        let agrees = sums.iter().any(|(algorithm, sum)| {
                            *algorithm == wanted.algorithm && *sum == wanted.checksum
                        });
                        if !agrees {
                            let finding = Finding::at(code::CHECKSUM_MISMATCH, &file.path)
                                .with(wanted.algorithm);
                            self.report.error(finding);
                        }
                    }
                    octets
                }
                Err(error) => {
                    self.report.error(unreadable(&file.path, &error));
                    file.octets
                }
            };
            if is_payload(&file.path) {
                self.report.payload_files += 1;
                self.report.payload_octets = self.report.payload_octets.saturating_add(octets);
            }
        }
        Ok(())
    }
}
