//! The window opens no network connection, whatever it shows. The command line's own test is no_network.rs.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use muragat_tests::alone::Alone;
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

/// The calls that a trace has of sockets of the network: all but those between programs of one machine, and
/// with its kernel (GLib hears of routes by them, D-Bus tells of audits); none of these leaves the machine.
fn of_the_network(trace: &Path) -> Vec<String> {
    let calls = std::fs::read_to_string(trace).unwrap_or_default();
    calls
        .lines()
        .filter(|call| call.contains("socket("))
        .filter(|call| {
            !["AF_UNIX", "AF_LOCAL", "AF_NETLINK"]
                .iter()
                .any(|family| call.contains(family))
        })
        .map(str::to_owned)
        .collect()
}

/// What begins a trace: the program and all that it starts, its sockets alone.
fn tracer(trace: &Path) -> [&str; 8] {
    let trace = trace.to_str().unwrap();
    let calls = "trace=socket";
    // Stopped at these calls alone, or all would be too slow.
    [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        calls,
        "-o",
        trace,
    ]
}

#[test]
fn the_window_opens_no_socket_of_the_network() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    // The watcher must see such a socket where there is one: else its silence means nothing.
    let tracing = tracer(&trace);
    let seen = Command::new(tracing[0])
        .args(&tracing[1..])
        .args(["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"])
        .output()
        .is_ok_and(|_| !of_the_network(&trace).is_empty());
    if !seen {
        let _ = writeln!(std::io::stderr(), "skipped: strace does not work here");
        return;
    }
    let library = Library::sample();
    let window = Alone::start(&tracing, &library.path(), folder.path());
    window.wait(" – Мұрағат");
    // Under the watcher all is slow; what was chosen is kept once the window works.
    let settings = folder.path().join("muragat/settings.json");
    let mut works = false;
    for _ in 0..60 {
        window.wait(" – Мұрағат");
        window.keys(&["F9"]);
        std::thread::sleep(Duration::from_millis(700));
        let kept = std::fs::read_to_string(&settings).unwrap_or_default();
        if kept.contains("\"units\": false") {
            works = true;
            break;
        }
    }
    assert!(works, "the window took no key");
    // A search, an article, its photo large, the help, the program's own page, an export's dialog.
    window.keys(&[
        "F9", "ctrl+f", "a", "b", "Escape", "Escape", "Down", "Up", "v",
    ]);
    window.keys(&[
        "Right", "Escape", "F1", "Escape", "ctrl+e", "Escape", "F6", "F6", "j", "Return",
    ]);
    std::thread::sleep(Duration::from_secs(2));
    drop(window);
    let calls = std::fs::read_to_string(&trace).unwrap();
    assert!(calls.contains("AF_UNIX"), "nothing was traced");
    assert_eq!(of_the_network(&trace), Vec::<String>::new());
    eprintln!("{} sockets, none of the network", calls.lines().count());
}
