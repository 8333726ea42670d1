//! Checks tauri.conf.json and bakes it, with ui/dist, into the program.
fn main() {
    tauri_build::build();
}
