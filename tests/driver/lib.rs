//! Drives the real window, as the one in front of it does: on a screen that nobody sees, by WebDriver or by keys alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test tells by failing"
)]

pub mod alone;
pub mod hand;
pub mod library;
pub mod screen;
pub mod views;
