//! The bodies that the documents of both years name.

/// An association.
pub(crate) const ERLIK: &str = "\"Ерлік\" қоғамдық бірлестігі";
/// A university.
pub(crate) const UNIVERSITY: &str = "Жетісу университеті";
/// The press service that the releases come from.
pub(crate) const PRESS: &str = "Жетісу облысы әкімдігінің баспасөз қызметі";
