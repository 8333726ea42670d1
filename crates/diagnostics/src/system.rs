//! What the system says of itself.

use std::fs;

use crate::fact::{Fact, Facts};

/// When the machine was started, in seconds since 1970: another number after a crash says that it went down too.
pub(crate) fn machine_up_since() -> Fact {
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    let since = stat.lines().find_map(|line| line.strip_prefix("btime "));
    Fact::from(
        since
            .and_then(|since| since.trim().parse::<i64>().ok())
            .unwrap_or_default(),
    )
}

/// The system, its kernel and machine, and how windows are shown there.
pub(crate) fn facts() -> Facts {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let memory = memory
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:"));
    let memory = memory.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    let shown_by = match std::env::var_os("WAYLAND_DISPLAY") {
        Some(_) => "wayland",
        None if std::env::var_os("DISPLAY").is_some() => "x11",
        None => "nothing",
    };
    vec![
        (
            "system",
            Fact::of_system(name.unwrap_or(std::env::consts::OS).trim_matches('"')),
        ),
        ("kernel", Fact::of_system(&kernel)),
        ("machine", Fact::from(std::env::consts::ARCH)),
        ("processors", Fact::from(processors)),
        ("memory_kib", Fact::from(memory.unwrap_or_default())),
        ("shown_by", Fact::from(shown_by)),
    ]
}
