//! The real window under test: muragat-desktop on a screen that nobody sees, driven by WebDriver.
//! Build first: `cargo build --workspace`, after `npm run build` in ui/.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

mod accessibility;
mod answers;
mod arrives;
mod broke_off;
mod fields;
mod imports;
mod journey;
mod kept;
mod keys;
mod manual;
mod no_socket;
mod offers;
mod refused;
mod release;
mod shows;
mod stays;
mod steps;
mod transfers;
mod trouble;
mod truth;
mod truth_eye;
mod truth_library;
mod watched;
