//! What only the shell says to the window; the rest of the wire are the types of crates/archive and crates/bundle.
//! ui/src/types/shell.ts is generated from these (tests/wire_types.rs).

mod job;
mod paths;
mod problem;
mod results;
mod startup;
mod watched;

pub use muragat_diagnostics::ReportPart;

pub use job::{Job, JobKind, JobState};
pub use paths::{Pick, PickWords, WirePath, paths_of, wire_paths};
pub use problem::Problem;
pub use results::{
    AlikePair, AttachResult, AttachedPhoto, BackupResult, CheckFinding, CheckResult,
    DespiteRefusal, ExportOrder, ImportResult, Imported, IntakeOrder, IntakeResult, Present,
    PrintResult, Renamed, RestoreResult, RetakeOrder, VerifyResult,
};
pub use startup::{LibraryInfo, RecentLibrary, Startup};
pub use watched::WatchedNow;
