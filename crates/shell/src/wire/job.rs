//! How long work stands.

use muragat_archive::Changed;
use serde::Serialize;
use ts_rs::TS;

use super::problem::Problem;

/// What kind of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// Text files become articles.
    Intake,
    /// Photos are attached.
    Attach,
    /// A bundle is made.
    Export,
    /// A bundle is checked.
    Verify,
    /// A bundle is taken in.
    Import,
    /// What the same done to many articles would come to is found out.
    Rehearsal,
    /// The same is done to many articles.
    Batch,
    /// The library is checked.
    Check,
    /// The library is copied.
    Backup,
    /// A backup is brought back as a library.
    Restore,
    /// What a backup holds is looked up.
    Look,
    /// Copies of photos are written.
    Copies,
    /// Documents or a list are made ready to be printed.
    Print,
    /// A list is written into a file.
    List,
    /// Records of people or bodies that may be one are looked for.
    Doubles,
    /// Search entries that an older program left are made anew.
    Index,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Under way.
    Running,
    /// It did all.
    Done,
    /// It could not.
    Failed,
    /// It was stopped.
    Cancelled,
}

/// How a job stands; sent whenever that changes, twenty times a second at most.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Job {
    /// Its number in this run of the program.
    pub id: u32,
    /// What it is.
    pub kind: JobKind,
    /// Where it stands.
    pub state: JobState,
    /// What is being done: `job-stage-<stage>`; empty before it has begun.
    pub stage: String,
    /// How much is done …
    #[ts(type = "number")]
    pub done: u64,
    /// … of how much; 0 where that is not known.
    #[ts(type = "number")]
    pub total: u64,
    /// Where it failed.
    pub problem: Option<Problem>,
    /// Where it is done, or was stopped after some of it: by kind, `IntakeResult`, `AttachResult` …
    #[ts(type = "unknown")]
    pub result: serde_json::Value,
    /// What it changed, where it wrote to the catalogue.
    pub changed: Option<Changed>,
}

impl Job {
    /// A job that has not begun.
    pub fn new(id: u32, kind: JobKind) -> Job {
        Job {
            id,
            kind,
            state: JobState::Running,
            stage: String::new(),
            done: 0,
            total: 0,
            problem: None,
            result: serde_json::Value::Null,
            changed: None,
        }
    }
}
