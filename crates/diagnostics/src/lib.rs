//! What helps whoever looks for the cause of a failure: a log, the traces of runs that broke off, and a report of both
//! that the user may save and send.
//!
//! None of it holds a text that a person wrote, a name, a title or a path. That is not left to care: what may be noted
//! is a [`Fact`], and no text can become one. Nothing is sent anywhere.
//!
//! It lies in the user's state folder (`~/.local/state/muragat`), for this user alone: `log.jsonl` and `log.1.jsonl`,
//! half a megabyte each at most; `runs/`, a marker for each run that is under way; `traces/`, what is known of runs that
//! broke off, the latest five.

mod fact;
mod log;
mod report;
mod run;
mod state_folder;
mod stop_signals;
mod system;
mod trace;

pub use fact::{Fact, Facts};
pub use report::{Report, ReportPart, has_traces, put_traces_away};
pub use run::{Run, begin, begin_in, note};
pub use state_folder::state_folder;
