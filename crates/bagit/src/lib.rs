//! BagIt (RFC 8493): write, read and validate bags, as folders and as zip files.
//!
//! A bag is a folder with a payload under `data/`, manifests that give a checksum for each payload
//! file, and a few tag files that describe the bag. This crate knows only that: not what the payload is.
//!
//! - [`Writer`] makes a new bag in one streaming pass and syncs it to disk before it says it is done.
//! - [`validate`] reads every byte of a bag and says what is wrong with it.
//! - [`Bag`] lists and reads the payload, under the same safety rules.
//! - [`Profile`] says whether a bag is what a receiver asked for, by a BagIt Profile.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let room = tempfile::tempdir()?;
//! # let target = room.path().join("bag.part");
//! let mut writer = muragat_bagit::Writer::folder(&target)?;
//! writer.add("data/баспасөз.txt", &mut "Сәлем".as_bytes())?;
//! writer.finish(&[("Source-Organization", "Жетісу")])?;
//!
//! let report = muragat_bagit::validate(&target, &mut |_| std::ops::ControlFlow::Continue(()))?;
//! assert!(report.valid);
//! # Ok(()) }
//! ```

mod algorithm;
mod bag_info;
#[cfg(fuzzing)]
pub mod fuzzing;
mod path;
mod profile;
mod read;
mod write;

pub use algorithm::Algorithm;
pub use path::Flaw;
pub use profile::{Clause, Departure, Profile, ProfileError, Weight};
pub use read::{Bag, Finding, Progress, ReadError, Report, validate};
pub use write::{Summary, WriteError, Writer, Written};
