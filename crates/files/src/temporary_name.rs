//! What a temporary name says: what lies there, and who makes it.
//!
//! `.muragat-WHAT-MACHINE-PROCESS-RANDOM`. MACHINE is eight hex digits, four of the machine's name and four of its last
//! start. Beside its name what is made is held locked as long as its maker is at work.

use std::fs::{self, File};
use std::path::Path;
use std::sync::LazyLock;

use crate::digest::sha256;

const OURS: &str = ".muragat-";

/// What a name begins with.
pub(crate) fn prefix(what: &str) -> String {
    format!("{OURS}{what}-{}-{}-", *MACHINE, std::process::id())
}

/// Locks what lies at a path for as long as the file lives. Where the disk knows no locks, the name alone says who
/// makes it.
pub(crate) fn hold(path: &Path) -> Option<File> {
    let file = File::open(path).ok()?;
    file.try_lock().ok().map(|()| file)
}

/// The same of a file that is open.
pub(crate) fn hold_open(file: &File) {
    // where the disk knows no locks, the name alone says who makes it
    let _held = file.try_lock();
}

/// Who makes what has a temporary name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Maker {
    /// A process that is there now, of this start of this machine.
    Living,
    /// One that is not there any more.
    Dead,
    /// One of another machine, or a program that did not say so.
    Unknown,
}

/// What a temporary name says, if it is one.
pub(crate) fn read(name: &str) -> Option<(&str, Maker)> {
    let (what, rest) = name.strip_prefix(OURS)?.split_once('-')?;
    let mut parts = rest.split('-');
    let maker = match (parts.next(), parts.next()) {
        (Some(machine), Some(process)) if machine.len() == MACHINE.len() => {
            let is_here = machine.get(..4) == MACHINE.get(..4);
            match process.parse() {
                Ok(process) if machine == *MACHINE => match is_alive(process) {
                    true => Maker::Living,
                    false => Maker::Dead,
                },
                // this machine was started anew since
                Ok(_) if is_here => Maker::Dead,
                _ => Maker::Unknown,
            }
        }
        _ => Maker::Unknown,
    };
    Some((what, maker))
}

static MACHINE: LazyLock<String> = LazyLock::new(|| {
    let said = |path: &str| fs::read(path).unwrap_or_default();
    let name = match std::env::var("COMPUTERNAME") {
        Ok(name) => name.into_bytes(),
        Err(_) => said("/proc/sys/kernel/hostname"),
    };
    let start = said("/proc/sys/kernel/random/boot_id");
    let four = |bytes: &[u8]| sha256(bytes).get(..4).unwrap_or_default().to_owned();
    four(&name) + &four(&start)
});

/// Whether a process is there. Where nobody can say so, it is.
fn is_alive(process: u32) -> bool {
    if !Path::new("/proc/self/stat").exists() {
        return true;
    }
    // one that has ended and waits for its parent to ask is dead: its state stands behind its name in parentheses
    fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| {
        let state = stat.rsplit_once(") ").map(|(_, rest)| rest.as_bytes());
        !matches!(state, Some([b'Z' | b'X', ..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_is_for_and_who_makes_it() {
        let own = format!("{}AbCdEf", prefix("export"));
        assert_eq!(read(&own), Some(("export", Maker::Living)));
        let machine = &*MACHINE;
        let of = |machine: &str, process: &str| format!(".muragat-new-{machine}-{process}-x");
        // no process has this number: Linux counts to four million at most
        let dead = of(machine, "4294967295");
        assert_eq!(read(&of(machine, "?")), Some(("new", Maker::Unknown)));
        let earlier = of(&format!("{}----", &machine[..4]), "1").replace("----", "zzzz");
        assert_eq!(read(&of("zzzzzzzz", "1")), Some(("new", Maker::Unknown)));
        assert_eq!(
            read(".muragat-export-AbCdEf"),
            Some(("export", Maker::Unknown))
        );
        assert_eq!(read(".tmpAbCdEf"), None);
        if cfg!(target_os = "linux") {
            assert_eq!(read(&dead), Some(("new", Maker::Dead)));
            assert_eq!(read(&earlier), Some(("new", Maker::Dead)));
        }
    }
}
