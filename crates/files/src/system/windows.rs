use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf, Prefix};
use std::thread;
use std::time::{Duration, Instant};

/// How long a virus scanner, an indexer or another program may hold a file before the user is told.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait before asking once more.
const PAUSE: Duration = Duration::from_millis(50);
/// Access denied, sharing violation, lock violation: what a file answers that another program holds.
const HELD: [i32; 3] = [5, 32, 33];
/// The longest path that every call of Windows takes is 259 letters; SQLite puts up to 8 behind a catalogue's.
const SHORT: usize = 240;

/// What tells a file from another of the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileIdentity(file_id::FileId);

/// Who the file at a path is; none where none is there.
pub fn file_identity(path: &Path) -> Option<FileIdentity> {
    file_id::get_file_id(path).ok().map(FileIdentity)
}

/// Whether a path lies on another machine: by its name, or as the drive that its letter stands for does.
pub fn lies_on_network(path: &Path) -> bool {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let Some(Component::Prefix(prefix)) = whole.components().next() else {
        return false;
    };
    match prefix.kind() {
        Prefix::UNC(..) | Prefix::VerbatimUNC(..) => true,
        Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => {
            let root = format!("{}:\\", char::from(letter));
            winsafe::GetDriveType(Some(&root)) == winsafe::co::DRIVE::REMOTE
        }
        _ => false,
    }
}

/// A path as a library written in C takes it, however long it is. The standard library does the same for itself.
pub fn path_for_c_libraries(path: &Path) -> PathBuf {
    let Ok(whole) = std::path::absolute(path) else {
        return path.to_owned();
    };
    if whole.as_os_str().len() < SHORT {
        return whole;
    }
    let mut parts = whole.components();
    let Some(Component::Prefix(prefix)) = parts.next() else {
        return whole;
    };
    let mut verbatim = match prefix.kind() {
        Prefix::Disk(letter) => OsString::from(format!(r"\\?\{}:", char::from(letter))),
        Prefix::UNC(server, share) => {
            let mut name = OsString::from(r"\\?\UNC\");
            name.push(server);
            name.push(r"\");
            name.push(share);
            name
        }
        _ => return whole,
    };
    verbatim.push(r"\");
    let mut verbatim = PathBuf::from(verbatim);
    verbatim.extend(parts.filter(|part| !matches!(part, Component::RootDir)));
    verbatim
}

/// Does something to a file for as long as another program may hold it, then gives the error that says so.
pub(crate) fn until_let_go<T>(work: impl Fn() -> io::Result<T>) -> io::Result<T> {
    let begun = Instant::now();
    loop {
        match work() {
            Err(error)
                if error
                    .raw_os_error()
                    .is_some_and(|code| HELD.contains(&code))
                    && begun.elapsed() < PATIENCE =>
            {
                thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
}

pub(crate) fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    super::look_and_rename::look_and_rename(from, to)
}
