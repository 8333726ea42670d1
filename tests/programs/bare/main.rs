//! The least that a Tauri window can be: one page, no library. `make bench` sets ours beside it.

fn main() {
    let run = tauri::Builder::default().run(tauri::generate_context!(
        "tests/programs/bare/tauri.conf.json"
    ));
    if let Err(error) = run {
        eprintln!("bare: {error}");
    }
}
