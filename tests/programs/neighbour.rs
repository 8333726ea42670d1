//! Another program on the window's screen, for tests: `neighbour X Y [FILE…]` shows a small window at a
//! place, from which its files can be dragged as from any file manager. What it reads on its input is
//! on the clipboard then. It ends when it is killed.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::io::Read;
use std::path::Path;

use gtk::prelude::*;
use gtk::{gdk, glib};

fn main() {
    gtk::init().unwrap();
    let mut arguments = std::env::args().skip(1);
    let (x, y) = (arguments.next().unwrap(), arguments.next().unwrap());
    let uris: Vec<String> = arguments
        .map(|file| {
            let path = Path::new(&file).canonicalize().unwrap();
            glib::filename_to_uri(path, None).unwrap().to_string()
        })
        .collect();

    let mut words = String::new();
    std::io::stdin().read_to_string(&mut words).unwrap();
    let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
    if !words.is_empty() {
        clipboard.set_text(&words);
    }

    let window = gtk::Window::new(gtk::WindowType::Popup);
    window.move_(x.parse().unwrap(), y.parse().unwrap());
    window.set_default_size(120, 60);
    let source = gtk::EventBox::new();
    source.add(&gtk::Label::new(Some("files")));
    source.drag_source_set(gdk::ModifierType::BUTTON1_MASK, &[], gdk::DragAction::COPY);
    source.drag_source_add_uri_targets();
    source.connect_drag_data_get(move |_, _, data, _, _| {
        let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
        data.set_uris(&uris);
    });
    window.add(&source);
    window.show_all();
    println!("ready");
    gtk::main();
}
