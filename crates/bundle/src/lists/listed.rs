//! What can be listed.

use muragat_archive::{ListQuery, PartyQuery, PhotoQuery};
use serde::Deserialize;
use ts_rs::TS;

/// What is listed, and in which order.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Listed {
    /// Documents: those named, in the order of the names; else all that the query finds, in its order.
    Articles {
        /// UUIDs or references.
        articles: Option<Vec<String>>,
        /// Its page does not matter.
        query: ListQuery,
    },
    /// People and bodies.
    Parties {
        /// Its page does not matter.
        query: PartyQuery,
    },
    /// Photos.
    Photos {
        /// Its page does not matter.
        query: PhotoQuery,
    },
    /// Events.
    Events {
        /// Words of the name or place.
        text: Option<String>,
    },
}
