//! What a child can no longer do, and what becomes of one that hangs, breaks down or lies. This program is the parent
//! and, called by another name, each of the children.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use muragat_sandbox::{CALL, Sandbox, Unreadable, confine, serve_when_called};

fn main() -> ExitCode {
    let called = std::env::args_os().next().map(PathBuf::from).unwrap();
    match called.file_name().and_then(|name| name.to_str()).unwrap() {
        "reader" => serve_when_called().unwrap(),
        "sleeper" => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
        "breaker" => std::process::abort(),
        "liar" => {
            // A length that nobody can hold.
            let output = std::io::stdout().write_all(&[0xff; 64]);
            ExitCode::from(u8::from(output.is_err()))
        }
        "opener" => is_refused(|| std::fs::File::open("/etc/hostname").map(drop)),
        "maker" => is_refused(|| std::fs::File::create("/tmp/muragat-made").map(drop)),
        "caller" => is_refused(|| std::net::TcpStream::connect(("127.0.0.1", 9)).map(drop)),
        "listener" => is_refused(|| std::net::TcpListener::bind(("127.0.0.1", 0)).map(drop)),
        "starter" => is_refused(|| Command::new("/bin/true").status().map(drop)),
        "hoarder" => {
            confine().unwrap();
            let mut held: Vec<u8> = Vec::new();
            ExitCode::from(u8::from(held.try_reserve(600 << 20).is_ok()))
        }
        _ => check_all(),
    }
}

/// Whether, once confined, something is refused by the system as not permitted.
fn is_refused(attempt: impl FnOnce() -> std::io::Result<()>) -> ExitCode {
    confine().unwrap();
    match attempt() {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// This program by another name.
fn child(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::hard_link(std::env::current_exe().unwrap(), &path)
        .or_else(|_| std::fs::copy(std::env::current_exe().unwrap(), &path).map(drop))
        .unwrap();
    path
}

fn check_all() -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    if cfg!(target_os = "linux") {
        for name in [
            "opener", "maker", "caller", "listener", "starter", "hoarder",
        ] {
            let ended = Command::new(child(folder, name)).arg(CALL).status();
            assert!(ended.unwrap().success(), "{name} was let");
            println!("a confined {name} ... refused");
        }
    }
    let reader = Sandbox::new(&child(folder, "reader"));
    let text = "Облыста кітапхана ашылды.\nОған Сәуле Омарова қатысты.";
    let read = reader.read(text.as_bytes()).unwrap();
    assert_eq!(read.text(), text);
    assert!(matches!(
        reader.read(b"\x00\x01\x02"),
        Err(Unreadable::Refused(_))
    ));
    println!("a text is read, what is none is refused by the reader ... ok");

    let sleeper = Sandbox::new(&child(folder, "sleeper")).patience(Duration::from_millis(300));
    assert!(matches!(sleeper.read(b"text"), Err(Unreadable::TooSlow)));
    for name in ["breaker", "liar"] {
        let read = Sandbox::new(&child(folder, name)).read(text.as_bytes());
        assert!(
            matches!(read, Err(Unreadable::BrokeDown)),
            "{name}: {read:?}"
        );
    }
    let nobody = Sandbox::new(&folder.join("nobody")).read(b"text");
    assert!(matches!(nobody, Err(Unreadable::NotStarted(_))));
    println!("a child that hangs, breaks down, lies or is not there is told ... ok");
    ExitCode::SUCCESS
}
