//! What was learnt from annotated releases, laid over what the grammar found. The grammar's findings are clues beside
//! the words, so that each knows the other's doubt; what comes out are spans with how likely each is.

mod amend;
mod bounds;
mod clues;
mod found_before;
mod layers;
mod roles;
mod speakers;
mod sureness;

pub(crate) use amend::{Amended, amend};
pub(crate) use clues::clues_of;
pub(crate) use found_before::FoundBefore;
pub(crate) use layers::shipped;
pub use layers::{Layer, Learned};
pub use roles::{choose_roles, role_set};
pub(crate) use roles::{role_candidates, roles_of};
pub(crate) use speakers::candidates;
pub use sureness::{Calibration, SuggestionKind};
pub(crate) use sureness::{grounds_of, say_how_sure};
