//! The muragat command.
fn main() {}
