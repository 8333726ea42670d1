//! What was acknowledged: beside the catalogue a small file says which commit was the last that a person was told of.
//! A catalogue that ends before it has lost saves: SQLite drops what stands behind a damaged place of its WAL, and
//! takes what is left for the whole.
//!
//! It is written after a commit is safely on disk, without a sync of its own: cut off in between it is behind, which
//! means nothing, and it is never ahead of what was kept.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use rusqlite::Connection;

use crate::error::Error;
use crate::store::chain::{self, Link};

/// Its name in the library's folder.
const ACKNOWLEDGED: &str = "catalogue.acknowledged";

/// The last commit that was acknowledged, and how many saves were found missing earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Acknowledged {
    commits: i64,
    digest: String,
    lost: u64,
}

impl Acknowledged {
    /// A line of one length, that ends with a digest of itself.
    fn line(&self) -> String {
        let said = format!("{:020} {:020} {}", self.commits, self.lost, self.digest);
        let proof = muragat_files::sha256(said.as_bytes());
        format!("{said} {proof}\n")
    }

    fn parse(line: &str) -> Option<Acknowledged> {
        let mut parts = line.split_whitespace();
        let parsed = Acknowledged {
            commits: parts.next()?.parse().ok()?,
            lost: parts.next()?.parse().ok()?,
            digest: parts.next()?.to_owned(),
        };
        (parsed.line() == line).then_some(parsed)
    }
}

/// What the file says; nothing where it is not there or was cut off.
fn read(library: &Path) -> Option<Acknowledged> {
    let line = fs::read_to_string(library.join(ACKNOWLEDGED)).ok()?;
    Acknowledged::parse(&line)
}

/// How many acknowledged saves the catalogue lacks, as far as that is known.
///
/// # Errors
/// The catalogue's.
pub(crate) fn count_missing(sql: &Connection, library: &Path) -> Result<u64, Error> {
    let Some(told) = read(library) else {
        return Ok(0);
    };
    // a file that is read before the catalogue may be behind it, never ahead
    let last = chain::last(sql)?;
    Ok(told.lost + ahead(&told, last.as_ref()))
}

fn ahead(told: &Acknowledged, last: Option<&Link>) -> u64 {
    let commits = last.map_or(0, |last| last.commits);
    let differs = last.is_some_and(|last| muragat_files::hex(&last.digest) != told.digest);
    match told.commits - commits {
        0 => u64::from(differs),
        more => u64::try_from(more).unwrap_or_default(),
    }
}

/// Notes that a commit is on disk. What the catalogue lacked when that began stays known.
pub(crate) fn note(library: &Path, link: &Link, lost: u64) {
    let told = Acknowledged {
        commits: link.commits,
        digest: muragat_files::hex(&link.digest),
        lost,
    };
    // another program may have come first with a later commit
    if lost == 0 && read(library).is_some_and(|stands| stands.commits > told.commits) {
        return;
    }
    // without it a loss would go unseen; no save fails for it
    let _unseen = write(library, &told);
}

fn write(library: &Path, told: &Acknowledged) -> io::Result<()> {
    let path = library.join(ACKNOWLEDGED);
    let mut file: File = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    file.write_all(told.line().as_bytes())
}
