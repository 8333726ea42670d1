//! Mounts that go away with the test.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

const INSIDE: &str = "MURAGAT_TEST_MAY_MOUNT";

/// Runs `work` where it may mount: this test again, in a mount namespace of its own that takes its
/// mounts with it, however it ends. Skipped with a line where the system allows no namespace.
/// `module` is the test's `module_path!()`.
pub fn with_mounts(module: &str, test: &str, work: impl FnOnce()) {
    let inside = module.split_once("::").map_or("", |(_, inside)| inside);
    let test = &format!("{inside}::{test}");
    if std::env::var_os(INSIDE).is_some_and(|inside| inside == test) {
        return work();
    }
    let probe = "d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d; s=$?; rmdir $d; exit $s";
    let ways: [&[&str]; 2] = [&["--mount"], &["--map-root-user", "--mount"]];
    let way = ways.into_iter().find(|way| {
        Command::new("unshare")
            .args(*way)
            .args(["sh", "-c", probe])
            .output()
            .is_ok_and(|output| output.status.success())
    });
    let Some(way) = way else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: {test}: nothing can be mounted here (neither root nor user namespaces)"
        );
        return;
    };
    let output = Command::new("unshare")
        .args(way)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, test)
        .output()
        .unwrap();
    let told = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{told}");
    assert!(told.contains("1 passed"), "{test} is not its name: {told}");
}

/// Mounts an empty file system of this size in memory.
pub fn mount_tmpfs(at: &Path, size: &str) {
    std::fs::create_dir_all(at).unwrap();
    let size = format!("size={size}");
    mount(&[
        OsStr::new("-t"),
        OsStr::new("tmpfs"),
        OsStr::new("-o"),
        size.as_ref(),
        OsStr::new("tmpfs"),
        at.as_os_str(),
    ]);
}

/// Makes a folder a mount that cannot be written.
pub fn mount_read_only(at: &Path) {
    mount(&[OsStr::new("--bind"), at.as_os_str(), at.as_os_str()]);
    mount(&[
        OsStr::new("-o"),
        OsStr::new("remount,bind,ro"),
        at.as_os_str(),
    ]);
}

fn mount(args: &[&OsStr]) {
    let output = Command::new("mount").args(args).output().unwrap();
    assert!(output.status.success(), "mount {args:?}: {output:?}");
}
