//! Files and folders that get their name only once they are whole and on the disk.
//!
//! What is made lies beside its target under a temporary name. [`TemporaryFile::give_name`] and
//! [`TemporaryFolder::give_name`] sync it, rename it, and sync the folder that holds the name, in this order: a power
//! cut at any moment leaves the target as it was or as it shall be. What is dropped without a name is removed; what a
//! maker that was killed left is found by [`leftovers`].
//!
//! The errors are those of the system, without the path: the caller knows what the file was for.

mod digest;
mod disk;
mod leftovers;
mod path_text;
mod reading;
mod temporary_file;
mod temporary_folder;
mod temporary_name;

pub use digest::{hex, sha256, sha256_of, sha256_of_file};
pub use disk::{Existing, exchange_names, folder_of, rename, sync_file, sync_folder};
pub use leftovers::{Leftover, leftovers};
pub use path_text::{path_to_text, text_to_path};
pub use reading::{ReadWhole, read_whole};
pub use temporary_file::{TemporaryFile, write_file};
pub use temporary_folder::{TemporaryFolder, create_private_file, create_private_folder};
