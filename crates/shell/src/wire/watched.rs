//! A folder that is watched for what others put into it.

use serde::Serialize;
use ts_rs::TS;

use super::problem::Problem;

/// How a watched folder stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct WatchedNow {
    /// The folder; null where none is watched for the library that is open.
    pub folder: Option<String>,
    /// How many documents are offered.
    pub documents: u32,
    /// How many photos are offered.
    pub photos: u32,
    /// Why it cannot be looked at.
    pub problem: Option<Problem>,
    /// Whether it holds more than is looked at.
    pub is_too_full: bool,
    /// How many files and folders in it may not be read.
    pub closed: u32,
}
