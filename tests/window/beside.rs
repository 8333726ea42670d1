//! The program beside ours on the desk: it holds a text in the clipboard, and files that can be dragged away.
//!
//! `beside TEXT-FILE FILE…` shows a small window at 1400, 100; a drag from it carries the files. It ends when it
//! is killed.

use gtk::prelude::*;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().unwrap_or_default();
    let text = std::fs::read_to_string(text).unwrap_or_default();
    let uris: Vec<String> = arguments
        .map(|file| gtk::gio::File::for_path(file).uri().to_string())
        .collect();
    if let Err(error) = gtk::init() {
        eprintln!("beside: {error}");
        std::process::exit(2);
    }
    gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).set_text(&text);

    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_default_size(200, 200);
    window.move_(1400, 100);
    let handle = gtk::EventBox::new();
    handle.drag_source_set(
        gtk::gdk::ModifierType::BUTTON1_MASK,
        &[],
        gtk::gdk::DragAction::COPY,
    );
    handle.drag_source_add_uri_targets();
    handle.connect_drag_data_get(move |_, _, data, _, _| {
        let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
        data.set_uris(&uris);
    });
    window.add(&handle);
    window.show_all();
    println!("ready");
    gtk::main();
}
