//! The real `muragat`: run, and what it said.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

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
        // the log of whoever runs the tests stays as it is
        .env("XDG_STATE_HOME", std::env::temp_dir().join("muragat-tests"))
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
