//! What facets count of each article, kept beside an open library, so that counting fetches no row. The finding fills
//! it.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::record::terms::State;
use crate::store::kept_readings::LastOp;

/// The traits of all articles; none before facets were first asked for.
#[derive(Debug, Default)]
pub(crate) struct KeptTraits(pub RefCell<Option<AllTraits>>);

/// The traits of all articles, by their keys, with what they were made from.
#[derive(Debug)]
pub(crate) struct AllTraits {
    pub articles: HashMap<i64, Traits>,
    /// The last op that is in them.
    pub last: LastOp,
}

/// What an article counts for in facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Traits {
    /// The first and the last year that it may be of.
    pub years: Option<(i32, i32)>,
    /// Of its versions, between blanks.
    pub languages: String,
    pub unit: Option<i64>,
    pub state: State,
    /// Those that take part or are spoken for, once each.
    pub parties: Vec<i64>,
    pub subjects: Vec<i64>,
    pub places: Vec<i64>,
}
