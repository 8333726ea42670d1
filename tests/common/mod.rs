//! What the tests of the real `muragat` share.
#![allow(
    dead_code, // each test file uses its part
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic, reason = "a test tells by failing")]

mod folders;
mod home;
mod made;
mod mounts;
mod program;

pub use folders::{names, shared, tree};
pub use home::{Home, added, state, whole};
pub use made::{picture, release, sha256};
pub use mounts::{mount_read_only, mount_tmpfs, with_mounts};
pub use program::{ACTOR, Said, bare, finish, muragat, program, run_in};
