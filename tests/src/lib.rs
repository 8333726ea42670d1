//! Acceptance tests of the whole program; see the files beside `src`.
