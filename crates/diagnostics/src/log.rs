//! The log: a line of JSON for each event, in two files of which the older goes when the newer is full.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value};

use crate::fact::Fact;

/// The file that is written to.
pub(crate) const NEWER: &str = "log.jsonl";
/// The one before.
pub(crate) const OLDER: &str = "log.1.jsonl";
/// How long each may become, in bytes.
const LONGEST: u64 = 512 << 10;

/// A line of the log, with its end.
pub(crate) fn line(run: &str, event: &str, facts: &[(&'static str, Fact)]) -> String {
    let mut line = Map::new();
    let now = chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    line.insert("at".to_owned(), Value::from(now));
    line.insert("run".to_owned(), Value::from(run));
    line.insert("event".to_owned(), Value::from(event));
    if !facts.is_empty() {
        let facts = serde_json::to_value(Fact::of_facts(facts)).unwrap_or_default();
        line.insert("facts".to_owned(), facts);
    }
    format!("{}\n", Value::Object(line))
}

/// Adds a line. Several programs may write at once: each line is whole.
pub(crate) fn append(folder: &Path, line: &str) -> io::Result<()> {
    let path = folder.join(NEWER);
    let mut file = open(&path)?;
    file.lock()?;
    if file.metadata()?.len() + line.len() as u64 > LONGEST {
        // Another may have done so while this one waited for the lock.
        if fs::metadata(&path).is_ok_and(|now| now.len() + line.len() as u64 > LONGEST) {
            fs::rename(&path, folder.join(OLDER))?;
        }
        file = open(&path)?;
    }
    file.write_all(line.as_bytes())
}

/// The lines of the log, the oldest first.
pub(crate) fn read(folder: &Path) -> Vec<String> {
    let files = [OLDER, NEWER].into_iter();
    let texts = files.filter_map(|name| fs::read(folder.join(name)).ok());
    texts
        .flat_map(|bytes| {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// The event of a line, its run and its facts; none where the line is no whole one.
pub(crate) fn parse(line: &str) -> Option<(String, String, Value)> {
    let line: Value = serde_json::from_str(line).ok()?;
    let text = |key: &str| Some(line.get(key)?.as_str()?.to_owned());
    let facts = line.get("facts").cloned().unwrap_or_default();
    Some((text("event")?, text("run")?, facts))
}

/// Opens a file to add to it; a new one is for this user alone.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_bounded_and_the_latest_lines_stay() {
        let folder = tempfile::tempdir().unwrap();
        let written = 12_000_u64;
        for number in 0..written {
            append(
                folder.path(),
                &line(
                    "20261201T155329-1",
                    "read",
                    &[("number", Fact::from(number))],
                ),
            )
            .unwrap();
        }
        let lines = read(folder.path());
        let number = |line: &String| parse(line).unwrap().2["number"].as_u64().unwrap();
        assert_eq!(lines.last().map(number), Some(written - 1));
        assert!(
            lines
                .windows(2)
                .all(|two| number(&two[0]) + 1 == number(&two[1]))
        );
        for name in [NEWER, OLDER] {
            let length = fs::metadata(folder.path().join(name)).unwrap().len();
            assert!(length <= LONGEST, "{name}: {length}");
        }
        assert!((lines.len() as u64) < written);
    }

    #[cfg(unix)]
    #[test]
    fn the_log_is_for_its_user_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        append(folder.path(), &line("run", "read", &[])).unwrap();
        let mode = fs::metadata(folder.path().join(NEWER))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn lines_of_programs_that_write_at_once_are_whole() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..200 {
                        append(
                            folder.path(),
                            &line("run", "read", &[("number", Fact::from(1_u64))]),
                        )
                        .unwrap();
                    }
                });
            }
        });
        let lines = read(folder.path());
        assert_eq!(lines.iter().filter_map(|line| parse(line)).count(), 800);
    }
}
