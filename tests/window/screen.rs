//! A screen that nobody sees, with a window on it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

/// What the test needs from the system, by Debian's names.
const TOOLS: [(&str, &str); 5] = [
    ("Xvfb", "xvfb"),
    ("dbus-run-session", "dbus-x11"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xdotool", "xdotool"),
    ("setxkbmap", "x11-xkb-utils"),
];

/// Where cargo puts what it builds: the test lies in `<target>/debug/deps`.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(3).unwrap().to_owned()
}

/// A program that `cargo build --workspace` made.
pub fn built(name: &str) -> PathBuf {
    let path = target().join("debug").join(name);
    assert!(
        path.is_file(),
        "{} is not built: npm run build in ui/, then cargo build --workspace",
        path.display()
    );
    path.canonicalize().unwrap()
}

/// An example program of the tests, which the same build made.
pub fn example(name: &str) -> PathBuf {
    built(&format!("examples/{name}"))
}

/// A process that takes all it started with it when it is dropped.
pub struct Group(Child);

impl Group {
    /// Starts it at the head of a process group of its own.
    fn start(command: &mut Command) -> Group {
        let program = command.get_program().to_owned();
        Group(
            command
                .process_group(0)
                .spawn()
                .unwrap_or_else(|error| panic!("{}: {error}", program.display())),
        )
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        // The whole group, by the system's own tool: std has no signal for groups.
        let told = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        if told.is_err() {
            eprintln!("process group {group} may still run: {told:?}");
        }
        if let Err(error) = self.0.wait() {
            eprintln!("process group {group}: {error}");
        }
    }
}

/// A screen that nobody sees, and a home folder for whoever works at it. What is opened on it one after the
/// other shares both, as on a desk. Dropped, both go.
pub struct Stage {
    // Dropped in this order: the screen, then its files.
    _display: Group,
    number: u32,
    home: tempfile::TempDir,
}

impl Stage {
    /// A new screen of 1920 × 1080.
    pub fn new() -> Stage {
        let home = tempfile::tempdir().unwrap();
        let (display, number) = display(home.path());
        Stage {
            _display: display,
            number,
            home,
        }
    }

    /// The home folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// A program that is to show itself on this screen.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", format!(":{}", self.number))
            // The settings of whoever runs the test stay as they are.
            .env("HOME", self.home())
            .env("XDG_DATA_HOME", self.home())
            .env("XDG_CACHE_HOME", self.home())
            .env("XDG_CONFIG_HOME", self.home())
            .env("XDG_RUNTIME_DIR", self.home())
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("MURAGAT_LANGUAGE")
            .env_remove("MURAGAT_LIBRARY");
        command
    }

    /// Starts a program that ends with what is given back.
    pub fn start(&self, command: &mut Command) -> Group {
        Group::start(command)
    }

    /// Opens the window: on a library, or as at the very first start.
    pub async fn open(&self, library: Option<&Path>, environment: &[(&str, &str)]) -> Window {
        let program = built("muragat-desktop");
        let port = free_port();
        let log = File::create(self.home().join("driver.log")).unwrap();
        let mut command = self.command("dbus-run-session");
        command
            .args(["--", "WebKitWebDriver", &format!("--port={port}")])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().copied())
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        if let Some(library) = library {
            command.env("MURAGAT_LIBRARY", library);
        }
        let driver = Group::start(&mut command);
        let client = connect(&program, port, self.home()).await;
        client.set_window_rect(0, 0, 1280, 800).await.unwrap();
        Window {
            client,
            _driver: driver,
        }
    }
}

/// The window and its driver. Dropped, both go, whatever the test met.
pub struct Window {
    /// What the test drives.
    pub client: Client,
    _driver: Group,
}

impl Window {
    /// Ends the session as a user closes the window.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

/// A window on a screen of its own.
pub struct Screen {
    /// What the test drives.
    pub window: Client,
    // Dropped in this order: the window with its driver, then the screen under them.
    opened: Window,
    _stage: Stage,
}

impl Screen {
    /// Whether the system has what a window needs; says what is missing.
    pub fn is_possible() -> bool {
        let missing: Vec<&str> = TOOLS
            .iter()
            .filter(|(program, _)| {
                let paths = std::env::var_os("PATH").unwrap_or_default();
                !std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
            })
            .map(|(_, package)| *package)
            .collect();
        if !missing.is_empty() {
            println!(
                "SKIPPED: the window was not tested; install {}",
                missing.join(" ")
            );
        }
        missing.is_empty()
    }

    /// Opens the window on a library.
    pub async fn open(library: &Path, environment: &[(&str, &str)]) -> Screen {
        let stage = Stage::new();
        let opened = stage.open(Some(library), environment).await;
        Screen {
            window: opened.client.clone(),
            opened,
            _stage: stage,
        }
    }

    /// Ends the session; the processes end as the screen is dropped.
    pub async fn close(self) {
        self.opened.close().await;
    }
}

/// A screen of its own, under a number that Xvfb finds free.
fn display(home: &Path) -> (Group, u32) {
    let log = File::create(home.join("xvfb.log")).unwrap();
    let mut command = Command::new("Xvfb");
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1920x1080x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(log);
    let mut group = Group::start(&mut command);
    let mut number = String::new();
    BufReader::new(group.0.stdout.take().unwrap())
        .read_line(&mut number)
        .unwrap();
    let number = number.trim().parse().unwrap_or_else(|_| {
        panic!(
            "Xvfb did not start: {}",
            std::fs::read_to_string(home.join("xvfb.log")).unwrap_or_default()
        )
    });
    (group, number)
}

/// A port that nothing listens on just now. Below those that the system hands out to whoever
/// connects: a connection to a free one of these can meet itself, and then the driver cannot have it.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let base = 20_000 + (std::process::id() % 100) as u16 * 100;
    loop {
        let port = base + NEXT.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A session with the program, as soon as the driver listens.
async fn connect(program: &Path, port: u16, home: &Path) -> Client {
    let options = serde_json::json!({ "binary": program, "args": [] });
    let capabilities: Capabilities = [("webkitgtk:browserOptions".to_owned(), options)]
        .into_iter()
        .collect();
    let mut last = String::new();
    for _ in 0..100 {
        let asked = ClientBuilder::new(HttpConnector::new())
            .capabilities(Capabilities::clone(&capabilities))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        match asked {
            Ok(client) => return client,
            Err(error) => last = error.to_string(),
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let log = std::fs::read_to_string(home.join("driver.log")).unwrap_or_default();
    panic!("no session with {}: {last}\n{log}", program.display());
}
