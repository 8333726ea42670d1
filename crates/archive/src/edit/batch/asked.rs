//! What one asks of a batch: which articles, and what is done to each.

use serde::Deserialize;
use ts_rs::TS;

use crate::record::terms::{Access, OpKind};

/// What is to be done to which articles.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// UUIDs or references; their order does not matter.
    pub articles: Vec<String>,
    /// What is done to each.
    pub act: BatchAct,
}

/// What is done to each of many articles.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BatchAct {
    /// It is registered, where it has a title and a text.
    Register,
    /// A draft is taken out of the catalogue.
    Delete,
    /// It is laid into this unit (a UUID or codes); none: the in-tray. Numbers are given in the order of dates.
    Move(Option<String>),
    /// These fields are set.
    Set(Box<BatchFields>),
    /// This party (a UUID) is tagged wherever its texts name it.
    Tag(String),
    /// What the app reads in its texts is accepted, where it is sure who on record is meant.
    Accept,
}

/// Fields to set in each of many articles; those left out stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BatchFields {
    /// A UUID or codes as in `12/1/3`; empty: the in-tray. Numbers are given in the order of dates.
    pub unit: Option<String>,
    /// BCP 47: the language of the first text, a draft's.
    pub language: Option<String>,
    /// Such as «press release».
    pub kind: Option<String>,
    /// As people write it or EDTF.
    pub publication_date: Option<String>,
    /// Terms of use.
    pub rights: Option<String>,
    /// Open, restricted or under embargo.
    pub access: Option<Access>,
    /// Last day of the embargo.
    pub embargo_until: Option<String>,
    /// Why access is restricted.
    pub access_reason: Option<String>,
    /// Who decided so.
    pub access_decided_by: Option<String>,
    /// A line to add to the archivist's note of each: what stands there stays.
    pub add_note: Option<String>,
    /// Subject headings to add.
    pub add_subjects: Option<Vec<String>>,
    /// Subject headings to take away.
    pub remove_subjects: Option<Vec<String>>,
    /// Places to add.
    pub add_places: Option<Vec<String>>,
    /// Places to take away.
    pub remove_places: Option<Vec<String>>,
}

impl BatchAct {
    /// The kind of its op.
    pub(super) fn op(&self) -> OpKind {
        match self {
            BatchAct::Register => OpKind::RegisterArticles,
            BatchAct::Delete => OpKind::DeleteArticles,
            BatchAct::Move(_) => OpKind::MoveArticles,
            BatchAct::Set(_) => OpKind::EditArticles,
            BatchAct::Tag(_) => OpKind::TagArticles,
            BatchAct::Accept => OpKind::AcceptCertain,
        }
    }
}
