//! What the child gives up. On Windows it is a process of its own with a limit to its memory, and who started it ends it
//! when its time is over; elsewhere a process of its own and nothing yet.

use std::io;

/// Memory for the program, the document and all that becomes of it.
#[cfg(any(target_os = "linux", windows))]
const MEMORY: u64 = 512 << 20;
/// Seconds of computing.
#[cfg(target_os = "linux")]
const SECONDS: u64 = 20;

/// Limits the process's memory and time, and has it write no file and no dump.
#[cfg(target_os = "linux")]
pub(crate) fn limit_memory_and_time() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, SECONDS),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, most) in limits {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}

/// Gives up all calls of the system but those that computing, memory and the open pipes need. Any other is refused, so
/// that whatever a document makes the reader do, it opens no file, no network and no program.
#[cfg(target_os = "linux")]
pub(crate) fn give_up_files_and_networks() -> io::Result<()> {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
    const NEEDED: [libc::c_long; 26] = [
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_fstat,
        libc::SYS_lseek,
        libc::SYS_brk,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_getrandom,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let here = TargetArch::try_from(std::env::consts::ARCH).map_err(io::Error::other)?;
    let allowed = NEEDED.into_iter().map(|call| (call, Vec::new())).collect();
    let filter = SeccompFilter::new(allowed, refused, SeccompAction::Allow, here)
        .map_err(io::Error::other)?;
    let program = BpfProgram::try_from(filter).map_err(io::Error::other)?;
    seccompiler::apply_filter(&program).map_err(io::Error::other)
}

/// Counts what the process takes, so that the child can be held to its share: a job object, which would do it from
/// outside, is not to be had without unsafe code.
#[cfg(windows)]
#[global_allocator]
static COUNTED: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// Limits the process's memory: what asks for more ends it.
#[cfg(windows)]
pub(crate) fn limit_memory_and_time() -> io::Result<()> {
    let most = usize::try_from(MEMORY).unwrap_or(usize::MAX);
    COUNTED
        .set_limit(most)
        .map_err(|()| io::Error::from(io::ErrorKind::OutOfMemory))
}

#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) fn limit_memory_and_time() -> io::Result<()> {
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn give_up_files_and_networks() -> io::Result<()> {
    Ok(())
}
