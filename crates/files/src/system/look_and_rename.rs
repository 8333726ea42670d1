//! A name without the system's help: where it cannot refuse one that is taken.

use std::io;
use std::path::Path;

/// Renames to a name that nothing has. Between the look and the rename another program could take the name: a file of
/// it would be replaced. So this is for where the system cannot refuse by itself.
pub(crate) fn look_and_rename(from: &Path, to: &Path) -> io::Result<()> {
    match to.symlink_metadata() {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => std::fs::rename(from, to),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn without_the_systems_help_too_a_name_that_is_taken_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&from, "new").unwrap();
        fs::write(&to, "old").unwrap();
        let refused = look_and_rename(&from, &to).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&to).unwrap(), "old");
        assert_eq!(fs::read_to_string(&from).unwrap(), "new");
    }

    /// A link that leads nowhere has its name too.
    #[cfg(unix)]
    #[test]
    fn a_broken_link_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&from, "new").unwrap();
        std::os::unix::fs::symlink("nowhere", &to).unwrap();
        let refused = look_and_rename(&from, &to).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert!(to.symlink_metadata().unwrap().is_symlink());
    }
}
