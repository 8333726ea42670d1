//! The real window under test: muragat-desktop on a screen that nobody sees, driven by WebDriver.
//! Build first: `cargo build --workspace`, after `npm run build` in ui/.

#![allow(clippy::unwrap_used, clippy::panic)] // a test tells by failing

#[path = "window/accessibility.rs"]
mod accessibility;
#[path = "window/imports.rs"]
mod imports;
#[path = "window/journey.rs"]
mod journey;
#[path = "window/no_socket.rs"]
mod no_socket;
#[path = "window/refused.rs"]
mod refused;
#[path = "window/shows.rs"]
mod shows;
#[path = "window/steps.rs"]
mod steps;
#[path = "window/transfers.rs"]
mod transfers;
#[path = "window/trouble.rs"]
mod trouble;
