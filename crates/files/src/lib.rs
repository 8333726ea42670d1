//! Files and folders that get their name only once they are whole and on the disk.
//!
//! What is made lies beside its target under a temporary name. [`TemporaryFile::give_name`] and
//! [`TemporaryFolder::give_name`] sync it, rename it, and sync the folder that holds the name, in this order: a power
//! cut at any moment leaves the target as it was or as it shall be. What is dropped without a name is removed.
//!
//! The errors are those of the system, without the path: the caller knows what the file was for.

mod digest;
mod disk;
mod path_text;
mod reading;
mod system;
mod temporary_file;
mod temporary_folder;

pub use digest::{hex, sha256, sha256_of_file};
pub use disk::{Existing, folder_of, sync_file, sync_folder};
pub use path_text::{path_to_text, text_to_path};
pub use reading::{ReadWhole, read_whole};
pub use system::{FileIdentity, file_identity, lies_on_network, path_for_c_libraries};
pub use temporary_file::{TemporaryFile, write_file};
pub use temporary_folder::{TemporaryFolder, create_private_folder};
