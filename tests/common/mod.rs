//! What the tests of the real `muragat` share: the program, a library in a temporary folder, texts and
//! pictures made here, mounts that go away with the test.
#![allow(
    dead_code, // each test file uses its part
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// In whose name the tests write.
pub const ACTOR: &str = "Айгүл Серікова";

/// A command that takes longer waits for what never comes.
const HANGS: Duration = Duration::from_secs(180);

/// `muragat`, as built beside this test.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let name = format!("muragat{}", std::env::consts::EXE_SUFFIX);
    // …/target/debug/deps/test-0123 → …/target/debug/muragat
    let path = test.ancestors().nth(2).unwrap().join(name);
    assert!(
        path.is_file(),
        "{} is missing: build first: cargo build --workspace",
        path.display()
    );
    path
}

/// A command that runs `muragat` with nothing of the tester's own settings.
pub fn muragat() -> Command {
    bare(program())
}

/// A command in English, under a fixed name, whatever the tester's surroundings say.
pub fn bare(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for key in ["MURAGAT_LIBRARY", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(key);
    }
    command
        .env("MURAGAT_LANGUAGE", "en")
        .env("MURAGAT_ACTOR", ACTOR)
        .stdin(Stdio::null());
    command
}

/// What the program said, and its exit status.
#[derive(Debug)]
pub struct Said {
    pub asked: String,
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn of(asked: String, output: Output) -> Said {
        Said {
            asked,
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// It is done, and nothing stands on standard error.
    #[track_caller]
    pub fn done(self) -> Said {
        assert_eq!((self.status, self.err.as_str()), (Some(0), ""), "{self:#?}");
        self
    }

    /// Standard output as the one JSON value that it is.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    /// The errors on standard error, each one JSON value on a line: code and message.
    #[track_caller]
    pub fn errors(&self) -> Vec<(String, String)> {
        let read = |line: &str| -> Option<(String, String)> {
            let value: Value = serde_json::from_str(line).ok()?;
            let text = |key| value["error"][key].as_str().map(str::to_owned);
            Some((text("code")?, text("message")?))
        };
        self.err
            .lines()
            .map(|line| read(line).unwrap_or_else(|| panic!("no error in JSON: {self:#?}")))
            .collect()
    }

    /// It failed with this one error and this exit status, and standard output is empty. Gives the message.
    #[track_caller]
    pub fn failed(&self, code: &str, status: i32) -> String {
        let errors = self.errors();
        let codes: Vec<&str> = errors.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(
            (codes.as_slice(), self.status, self.out.as_str()),
            ([code].as_slice(), Some(status), ""),
            "{self:#?}"
        );
        let message = errors[0].1.clone();
        assert!(
            !message.is_empty() && !message.contains("{ $") && !message.contains("{$"),
            "the message lacks a value: {message}"
        );
        message
    }
}

/// A library in a folder that goes away with the test.
pub struct Home {
    folder: tempfile::TempDir,
    pub library: PathBuf,
}

impl Home {
    /// A folder with an empty library.
    pub fn new() -> Home {
        let home = Home::bare();
        home.run(&["init"]).done();
        home
    }

    /// A folder without one.
    pub fn bare() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("кітапхана.muragat");
        Home { folder, library }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs `muragat -L LIBRARY --json …`.
    pub fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Said {
        run_in(&self.library, args)
    }

    /// Adds a text; gives UUID and reference.
    #[track_caller]
    pub fn add(&self, name: &str, text: impl AsRef<[u8]>) -> (String, String) {
        let file = self.file(name, text);
        added(&self.run(&[OsStr::new("add"), file.as_os_str()]).done())
    }

    /// All that the library says of itself: compared before and after what must change nothing.
    #[track_caller]
    pub fn state(&self) -> Value {
        state(&self.library)
    }

    /// `check` finds nothing wrong.
    #[track_caller]
    pub fn whole(&self) -> Value {
        whole(&self.library)
    }
}

/// Runs `muragat -L LIBRARY --json …`.
pub fn run_in<S: AsRef<OsStr>>(library: &Path, args: &[S]) -> Said {
    let mut command = muragat();
    command.arg("-L").arg(library).arg("--json").args(args);
    finish(command)
}

/// Runs a command to its end; one that hangs is stopped, and fails the test.
#[track_caller]
pub fn finish(mut command: Command) -> Said {
    let asked = format!("{command:?}");
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = child.id().to_string();
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || tell.send(child.wait_with_output()));
    match told.recv_timeout(HANGS) {
        Ok(output) => Said::of(asked, output.unwrap()),
        Err(_) => {
            Command::new("kill").args(["-KILL", &id]).status().unwrap();
            panic!("{asked} hangs");
        }
    }
}

/// The one article that was added: UUID and reference.
#[track_caller]
pub fn added(said: &Said) -> (String, String) {
    let value = said.json();
    let text = |key: &str| value["articles"][0][key].as_str().unwrap().to_owned();
    (text("id"), text("reference"))
}

/// The articles, each whole, and the history of a library.
#[track_caller]
pub fn state(library: &Path) -> Value {
    let list = run_in(library, &["list"]).done().json();
    let articles: Vec<Value> = list["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            run_in(library, &["show", line["id"].as_str().unwrap()])
                .done()
                .json()
        })
        .collect();
    let history = run_in(library, &["history", "--limit", "1000000"])
        .done()
        .json();
    serde_json::json!({ "list": list, "articles": articles, "history": history })
}

/// `check` finds nothing wrong in a library.
#[track_caller]
pub fn whole(library: &Path) -> Value {
    let said = run_in(library, &["check"]).done();
    let found = said.json();
    assert_eq!(found["problems"], serde_json::json!([]), "{said:#?}");
    found
}

/// A small release of our own: no one in it lives. Other numbers, other texts.
pub fn release(number: usize) -> String {
    format!(
        "date 2026-03-14 Қаланың {number}-кітапханасы ашылды\n\
         Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.\n\
         «Балалар кітапқа {number} есе жақын болады», – деді Сәуле Омарова.\n\
         Кешкі бөлімде Жетісу университетінің ректоры Нұрлан Сейітов студенттерді құттықтады.\n"
    )
}

/// A PNG of noise, `side` pixels wide and high; other seeds, other bytes.
pub fn picture(seed: u64, side: u32) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(seed);
    let pixels: Vec<u8> = std::iter::repeat_with(|| random.u8(..))
        .take((side * side * 3) as usize)
        .collect();
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_raw(side, side, pixels)
        .unwrap()
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// SHA-256 of bytes, as 64 hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// All files below a folder with their bytes, in order.
pub fn tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                files.insert(name.to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// The names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The team's shared folder; none, with a line about it, on a machine without one.
pub fn shared() -> Option<PathBuf> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    if !path.is_dir() {
        let _ = writeln!(std::io::stderr(), "skipped: {} is not here", path.display());
        return None;
    }
    Some(path.canonicalize().unwrap())
}

const INSIDE: &str = "MURAGAT_TEST_MAY_MOUNT";

/// Runs `work` where it may mount: this test again, in a mount namespace of its own that takes its
/// mounts with it, however it ends. Skipped with a line where the system allows no namespace.
pub fn with_mounts(test: &str, work: impl FnOnce()) {
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
