//! A bag as a folder on disk.

use super::error::WriteError;
use super::target::{Target, copy};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub(super) struct Folder {
    root: PathBuf,
    /// Opened before anything is written: the system tells through it of every write that failed since.
    #[cfg(target_os = "linux")]
    opened: File,
    folders: BTreeSet<PathBuf>,
    files: Vec<PathBuf>,
}

impl Folder {
    pub(super) fn create(root: &Path) -> Result<Self, WriteError> {
        fs::create_dir(root).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => WriteError::TargetExists {
                path: root.to_owned(),
            },
            _ => WriteError::io(root, source),
        })?;
        Ok(Self {
            root: root.to_owned(),
            #[cfg(target_os = "linux")]
            opened: File::open(root).map_err(|source| WriteError::io(root, source))?,
            folders: BTreeSet::from([root.to_owned()]),
            files: Vec::new(),
        })
    }

    /// Syncs the file system as a whole, where that is as good as every file by itself: 20,000 small files are then
    /// one flush of the disk instead of 20,000. Whether it was done.
    #[cfg(target_os = "linux")]
    fn sync_whole(&self) -> Result<bool, WriteError> {
        // A file system in user space hears of a file's sync, but not of this.
        const FUSE: u64 = 0x6573_5546;
        let kind = rustix::fs::fstatfs(&self.opened).map(|about| about.f_type as u64 & 0xffff_ffff);
        if kind.map_or(true, |kind| kind == FUSE) {
            return Ok(false);
        }
        match rustix::fs::syncfs(&self.opened) {
            Ok(()) => Ok(true),
            Err(rustix::io::Errno::NOSYS) => Ok(false),
            Err(error) => Err(WriteError::io(&self.root, error.into())),
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_whole(&self) -> Result<bool, WriteError> {
        Ok(false)
    }

    fn make_folder(&mut self, folder: &Path) -> Result<(), WriteError> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make_folder(parent)?;
        }
        match fs::create_dir(folder) {
            // Where the disk is blind to case, another spelling of the folder is there already.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            made => made.map_err(|source| WriteError::io(folder, source))?,
        }
        self.folders.insert(folder.to_owned());
        Ok(())
    }
}

impl Target for Folder {
    fn put(
        &mut self,
        path: &str,
        content: &mut dyn Read,
        seen: &mut dyn FnMut(&[u8]),
    ) -> Result<(), WriteError> {
        let on_disk = self.root.join(path);
        if let Some(parent) = on_disk.parent() {
            self.make_folder(parent)?;
        }
        let mut file =
            File::create_new(&on_disk).map_err(|source| WriteError::io(&on_disk, source))?;
        let copied = copy(path, content, &mut file, &on_disk, seen);
        if copied.is_err() {
            drop(file);
            // Best effort: the first error is the one to tell.
            let _ = fs::remove_file(&on_disk);
        }
        copied?;
        self.files.push(on_disk);
        Ok(())
    }

    fn put_empty_payload(&mut self) -> Result<(), WriteError> {
        self.make_folder(&self.root.join("data"))
    }

    /// All at the end and side by side: by then the system has written most of it by itself.
    fn sync(self: Box<Self>) -> Result<(), WriteError> {
        if self.sync_whole()? {
            return Ok(());
        }
        self.files.par_iter().try_for_each(|path| {
            muragat_files::sync_file(path).map_err(|source| WriteError::io(path, source))
        })?;
        for path in self.folders.iter().rev() {
            muragat_files::sync_folder(path).map_err(|source| WriteError::io(path, source))?;
        }
        Ok(())
    }

    fn remove(self: Box<Self>) -> Result<(), WriteError> {
        fs::remove_dir_all(&self.root).map_err(|source| WriteError::io(&self.root, source))
    }
}
