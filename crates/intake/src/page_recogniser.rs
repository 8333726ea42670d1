//! Reads letters in pictures of pages, where a program that can is installed: tesseract. It is given nothing of a
//! stranger's but pixels, and gives back the words with their places, which the sandbox reads.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use muragat_document::PageDrawing;
use serde::Serialize;
use ts_rs::TS;
use wait_timeout::ChildExt;

/// The program.
const PROGRAM: &str = "tesseract";
/// Languages of releases, as the program names them, in the order in which it tries them.
const LANGUAGES: [&str; 3] = ["kaz", "rus", "eng"];
/// How long one page may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long the program may take to say what it is.
const PATIENCE_FOR_NAME: Duration = Duration::from_secs(10);
/// An answer longer than this is cut: no page has so many words.
const LONGEST_ANSWER: u64 = 32 << 20;
/// Memory for the program and a page, in bytes.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 512 << 20;

/// What a program can do here that reads letters in pictures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageReading {
    /// It with its version and its languages; none: it is not installed, or knows no language of releases.
    pub by: Option<String>,
    /// Languages of releases that it does not know: `kaz`, `rus`, `eng`.
    pub missing: Vec<String>,
}

impl PageReading {
    /// What there is on this machine.
    pub fn find() -> PageReading {
        let found = PageRecogniser::find();
        let is_missing = |language: &&str| match &found {
            Some(found) => !found.languages.iter().any(|known| known == language),
            None => true,
        };
        let missing = LANGUAGES.into_iter().filter(is_missing);
        PageReading {
            missing: missing.map(str::to_owned).collect(),
            by: found.map(|found| found.name()),
        }
    }
}

/// A program that reads letters in pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageRecogniser {
    program: PathBuf,
    version: String,
    languages: Vec<String>,
}

impl PageRecogniser {
    /// The program that is installed, if it knows one of the languages of releases.
    pub fn find() -> Option<PageRecogniser> {
        list_folders()
            .map(|folder| folder.join(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX)))
            .filter(|program| program.is_file())
            .find_map(|program| PageRecogniser::at(&program))
    }

    /// The same at a path.
    pub fn at(program: &Path) -> Option<PageRecogniser> {
        let version = run(program, &["--version"], &[], PATIENCE_FOR_NAME).ok()?;
        let known = run(program, &["--list-langs"], &[], PATIENCE_FOR_NAME).ok()?;
        let known: Vec<&str> = known.lines().map(str::trim).collect();
        let is_known = |language: &&str| known.contains(language);
        let languages: Vec<String> = LANGUAGES
            .into_iter()
            .filter(is_known)
            .map(str::to_owned)
            .collect();
        let version = version.lines().next()?.split_whitespace().nth(1)?;
        (!languages.is_empty()).then(|| PageRecogniser {
            program: program.to_owned(),
            version: version.trim_start_matches('v').to_owned(),
            languages,
        })
    }

    /// The program with its version and the languages that it reads: `tesseract 5.3.0 (kaz+rus+eng)`.
    pub fn name(&self) -> String {
        format!("{PROGRAM} {} ({})", self.version, self.languages.join("+"))
    }

    /// Reads a page within a minute, and within what is `left` of the time. Gives hOCR.
    ///
    /// # Errors
    /// The program fails, or takes longer.
    pub(crate) fn read_page(&self, page: &PageDrawing, left: Duration) -> io::Result<String> {
        let languages = self.languages.join("+");
        let mut picture = format!("P5\n{} {}\n255\n", page.width, page.height).into_bytes();
        picture.extend_from_slice(&page.gray);
        let arguments = ["stdin", "stdout", "-l", &languages, "hocr"];
        run(&self.program, &arguments, &picture, PATIENCE.min(left))
    }
}

/// How many words were read on a page, of its hOCR.
pub(crate) fn count_words(hocr: &str) -> usize {
    hocr.matches("'ocrx_word'").count()
}

/// Folders in which programs lie.
fn list_folders() -> impl Iterator<Item = PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let listed: Vec<PathBuf> = std::env::split_paths(&path).collect();
    // its installer on Windows does not put it on the path
    let installed = ["ProgramFiles", "LOCALAPPDATA"]
        .into_iter()
        .filter_map(|folder| Some(PathBuf::from(std::env::var_os(folder)?).join("Tesseract-OCR")));
    listed.into_iter().chain(installed)
}

/// Runs the program with an input; gives what it writes.
fn run(program: &Path, arguments: &[&str], input: &[u8], patience: Duration) -> io::Result<String> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env_clear()
        // one page, one core: the window stays quick
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    for kept in ["PATH", "TESSDATA_PREFIX", "SystemRoot"] {
        if let Some(value) = std::env::var_os(kept) {
            command.env(OsStr::new(kept), value);
        }
    }
    let mut child = command.spawn()?;
    let limited = limit_memory(&child);
    let (Some(mut to_it), Some(from_it)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let (ended, answered) = std::thread::scope(|scope| {
        // a program that ends early leaves the pipe; its status says so
        scope.spawn(move || {
            let _left_early = to_it.write_all(input);
        });
        let reading = scope.spawn(move || {
            let mut answered = Vec::new();
            let read = from_it.take(LONGEST_ANSWER).read_to_end(&mut answered);
            read.map(|_| answered)
        });
        let ended = limited.and_then(|()| child.wait_timeout(patience));
        if !matches!(ended, Ok(Some(_))) {
            // it may have ended in the meantime; both pipes close with it, so that both threads end
            let _ended_already = child.kill();
            let _reaped = child.wait();
        }
        (ended, reading.join())
    });
    match (ended?, answered) {
        (Some(status), Ok(answered)) if status.success() => {
            Ok(String::from_utf8_lossy(&answered?).into_owned())
        }
        (None, _) => Err(io::ErrorKind::TimedOut.into()),
        _ => Err(io::Error::other("it failed")),
    }
}

#[cfg(target_os = "linux")]
fn limit_memory(child: &std::process::Child) -> io::Result<()> {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: Some(MEMORY),
        maximum: Some(MEMORY),
    };
    match prlimit(Some(Pid::from_child(child)), Resource::As, limit) {
        // it has ended already
        Ok(_) | Err(rustix::io::Errno::SRCH) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn limit_memory(_: &std::process::Child) -> io::Result<()> {
    Ok(())
}
