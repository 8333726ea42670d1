//! What the acceptance tests of the whole program share; see the files beside `src`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test tells by failing

pub mod alone;
pub mod hand;
pub mod library;
pub mod screen;
pub mod views;
