//! The real window on a screen that nobody sees, driven by WebDriver.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Write as _};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

/// The marker of a run that broke off.
const BROKEN_OFF: &str = "{\"at\":\"2026-02-27T08:00:00.000Z\",\"run\":\"20260227T080000000-1\",\"event\":\"run_began\",\
    \"facts\":{\"program\":\"muragat-desktop\",\"version\":\"0.0.1\"}}\n";

/// What the test needs from the system, by Debian's names.
const TOOLS: [(&str, &str); 3] = [
    ("Xvfb", "xvfb"),
    ("dbus-run-session", "dbus-x11"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
];

/// Where cargo puts what it builds: the test lies in `<target>/debug/deps`.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(3).unwrap().to_owned()
}

/// The folder of what was built along with the test: `<target>/debug`, or `<target>/release`.
fn profile() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().to_owned()
}

/// An example that `cargo build --workspace --examples` made.
pub fn example(name: &str) -> PathBuf {
    built(&format!("examples/{name}"))
}

/// A program that `cargo build --workspace` made.
pub fn built(name: &str) -> PathBuf {
    let path = profile().join(name);
    assert!(
        path.is_file(),
        "{} is not built: npm run build in ui/, then cargo build --workspace",
        path.display()
    );
    path.canonicalize().unwrap()
}

/// A process that takes all it started with it when it is dropped.
pub struct Group(Child);

impl Group {
    /// Starts it at the head of a process group of its own.
    pub fn start(command: &mut Command) -> Group {
        let program = command.get_program().to_owned();
        Group(
            command
                .process_group(0)
                .spawn()
                .unwrap_or_else(|error| panic!("{}: {error}", program.display())),
        )
    }
}

impl Group {
    /// Its head: for what it reads and writes.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
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

/// How a window is opened.
#[derive(Debug, Clone)]
pub struct Setup {
    /// By `$MURAGAT_LIBRARY`; none: as an installed program starts.
    pub library: Option<PathBuf>,
    /// Who works there, by `$MURAGAT_ACTOR`.
    pub actor: Option<String>,
    /// By `$MURAGAT_LANGUAGE`.
    pub language: Option<String>,
    /// Where the program finds its user's settings and data; none: an empty one of its own.
    pub home: Option<PathBuf>,
    /// The window's own settings as an earlier run kept them.
    pub settings: Option<serde_json::Value>,
    /// Whether a run before left its marker, as one that broke off does.
    pub broke_off: bool,
    /// What the program is started with.
    pub arguments: Vec<String>,
    /// Width and height of the window, in pixels.
    pub size: (u32, u32),
    /// The program; none: muragat-desktop as it was built.
    pub program: Option<PathBuf>,
    /// The keyboard layout of the screen, by setxkbmap's name.
    pub keyboard: Option<&'static str>,
}

impl Setup {
    /// Somebody known, on a library.
    pub fn on(library: &Path) -> Setup {
        Setup {
            library: Some(library.to_owned()),
            actor: Some("Айгүл Серікқызы".to_owned()),
            ..Setup::first_run()
        }
    }

    /// Nobody known, no library.
    pub fn first_run() -> Setup {
        Setup {
            library: None,
            actor: None,
            language: None,
            home: None,
            settings: None,
            broke_off: false,
            arguments: Vec::new(),
            size: (1280, 800),
            program: None,
            keyboard: None,
        }
    }

    /// In a language.
    #[must_use]
    pub fn language(mut self, language: &str) -> Setup {
        self.language = Some(language.to_owned());
        self
    }

    /// With a user's folder that outlives the window.
    #[must_use]
    pub fn home(mut self, home: &Path) -> Setup {
        self.home = Some(home.to_owned());
        self
    }

    /// With settings as an earlier run kept them.
    #[must_use]
    pub fn settings(mut self, settings: serde_json::Value) -> Setup {
        self.settings = Some(settings);
        self
    }

    /// Of a size.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Setup {
        self.size = (width, height);
        self
    }

    /// After a run that broke off.
    #[must_use]
    pub fn broke_off(mut self) -> Setup {
        self.broke_off = true;
        self
    }

    /// Under a keyboard layout.
    #[must_use]
    pub fn keyboard(mut self, layout: &'static str) -> Setup {
        self.keyboard = Some(layout);
        self
    }

    /// Opens the window.
    pub async fn open(self) -> Screen {
        Screen::start(self).await
    }
}

/// The window, its driver and its screen. Dropped, all of them go, whatever the test met.
pub struct Screen {
    /// What the test drives.
    pub window: Client,
    /// The X display, such as `:7`.
    pub display: String,
    /// The user's folder.
    pub home: PathBuf,
    // Dropped in this order: the driver with its window, then the screen under them, then their files.
    _driver: Group,
    _display: Group,
    _scratch: tempfile::TempDir,
}

impl Screen {
    /// Whether the system has what a window needs; says what is missing.
    pub fn is_possible() -> bool {
        has(&TOOLS)
    }

    /// Whether it can be driven by a real keyboard and pointer, too; says what is missing.
    pub fn is_possible_by_hand() -> bool {
        has(&TOOLS) && has(&[("xdotool", "xdotool"), ("setxkbmap", "x11-xkb-utils")])
    }

    /// Opens the window on a library.
    pub async fn open(library: &Path, environment: &[(&str, &str)]) -> Screen {
        let mut setup = Setup::on(library);
        for (name, value) in environment {
            match *name {
                "MURAGAT_LANGUAGE" => setup.language = Some((*value).to_owned()),
                other => panic!("not known here: {other}"),
            }
        }
        Screen::start(setup).await
    }

    async fn start(setup: Setup) -> Screen {
        let program = setup
            .program
            .clone()
            .unwrap_or_else(|| built("muragat-desktop"));
        let scratch = tempfile::tempdir().unwrap();
        let home = setup
            .home
            .clone()
            .unwrap_or_else(|| scratch.path().join("home"));
        std::fs::create_dir_all(home.join("muragat")).unwrap();
        // The driver ends a window by killing it, which would be told as a crash at the next start.
        let runs = home.join("muragat/runs");
        drop(std::fs::remove_dir_all(&runs));
        if setup.broke_off {
            std::fs::create_dir_all(&runs).unwrap();
            std::fs::write(runs.join("20260227T080000000-1.jsonl"), BROKEN_OFF).unwrap();
        }
        if let Some(settings) = &setup.settings {
            let kept = serde_json::json!({ "actor": null, "recent": [], "window": settings });
            std::fs::write(home.join("muragat/settings.json"), kept.to_string()).unwrap();
        }
        let (screen, number) = display(scratch.path(), setup.size);
        let display = format!(":{number}");
        if let Some(layout) = setup.keyboard {
            let mut command = Command::new("setxkbmap");
            let set = command.args(["-display", &display, layout]).status();
            assert!(set.unwrap().success(), "setxkbmap {layout}");
        }
        let port = free_port();
        let log = File::create(scratch.path().join("driver.log")).unwrap();
        let mut command = Command::new("dbus-run-session");
        command
            .args(["--", "WebKitWebDriver", &format!("--port={port}")])
            .env("DISPLAY", &display)
            // The settings of whoever runs the test stay as they are.
            .env("HOME", &home)
            .env("XDG_DATA_HOME", &home)
            .env("XDG_CACHE_HOME", &home)
            .env("XDG_CONFIG_HOME", &home)
            .env("XDG_STATE_HOME", &home)
            .env("XDG_RUNTIME_DIR", scratch.path())
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        let said = [
            (
                "MURAGAT_LIBRARY",
                setup.library.as_deref().map(Path::as_os_str),
            ),
            ("MURAGAT_ACTOR", setup.actor.as_deref().map(OsStr::new)),
            (
                "MURAGAT_LANGUAGE",
                setup.language.as_deref().map(OsStr::new),
            ),
        ];
        for (name, value) in said {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let driver = Group::start(&mut command);
        let window = connect(&program, &setup.arguments, port, scratch.path()).await;
        let (width, height) = setup.size;
        window.set_window_rect(0, 0, width, height).await.unwrap();
        Screen {
            window,
            display,
            home,
            _driver: driver,
            _display: screen,
            _scratch: scratch,
        }
    }

    /// A command on the window's screen.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1");
        command
    }

    /// Ends the session; the processes end as the screen is dropped.
    pub async fn close(self) {
        self.window.clone().close().await.unwrap();
    }
}

fn has(tools: &[(&str, &str)]) -> bool {
    let missing: Vec<&str> = tools
        .iter()
        .filter(|(program, _)| {
            let paths = std::env::var_os("PATH").unwrap_or_default();
            !std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
        })
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        // Past what the test runner hides.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the window was not tested; install {}",
            missing.join(" ")
        );
    }
    missing.is_empty()
}

/// A screen of its own, under a number that Xvfb finds free.
pub(crate) fn display(home: &Path, (width, height): (u32, u32)) -> (Group, u32) {
    let log = File::create(home.join("xvfb.log")).unwrap();
    let mut command = Command::new("Xvfb");
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{}x{}x24", width.max(1920), height.max(1080)),
            "-nolisten",
            "tcp",
            // A keyboard layout that is set before the window comes stays.
            "-noreset",
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
async fn connect(program: &Path, arguments: &[String], port: u16, home: &Path) -> Client {
    let options = serde_json::json!({ "binary": program, "args": arguments });
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
