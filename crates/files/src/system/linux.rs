use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

/// What tells a file from another of the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileIdentity {
    device: u64,
    inode: u64,
}

/// Who the file at a path is; none where none is there.
pub fn file_identity(path: &Path) -> Option<FileIdentity> {
    fs::metadata(path).ok().map(|about| FileIdentity {
        device: about.dev(),
        inode: about.ino(),
    })
}

/// Whether a path lies on another machine, as far as the system says so.
pub fn lies_on_network(path: &Path) -> bool {
    // statfs(2): NFS, SMB, SMB2, CIFS, AFS, 9P, FUSE (sshfs, most cloud mounts)
    const NETWORK: [u64; 7] = [
        0x6969,
        0x517b,
        0xfe53_4d42,
        0xff53_4d42,
        0x5346_414f,
        0x0102_1997,
        0x6573_5546,
    ];
    rustix::fs::statfs(path).is_ok_and(|fs| NETWORK.contains(&(fs.f_type as u64 & 0xffff_ffff)))
}

/// A path as a library written in C takes it, however long it is: here as it stands.
pub fn path_for_c_libraries(path: &Path) -> PathBuf {
    path.to_owned()
}

/// Does what other programs never hinder here.
pub(crate) fn until_let_go<T>(work: impl Fn() -> io::Result<T>) -> io::Result<T> {
    work()
}

pub(crate) fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // a file system that does not know the flag (NFS, some in user space)
        Err(Errno::INVAL | Errno::NOSYS) => super::look_and_rename::look_and_rename(from, to),
        renamed => Ok(renamed?),
    }
}
