//! The program on a screen of its own, driven by a real keyboard alone: no driver, which would speak to it by a
//! socket.

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::screen::{Group, built, display};

/// A running program and its screen. Dropped, both go.
pub struct Alone {
    name: String,
    // Dropped in this order.
    _program: Group,
    _display: Group,
}

impl Alone {
    /// Starts the window on a library under another program that watches it, given with its arguments. Settings
    /// and what the programs say lie in the folder.
    pub fn start(watcher: &[&str], library: &Path, folder: &Path) -> Alone {
        let (screen, number) = display(folder, (1280, 800));
        let name = format!(":{number}");
        let mut words = watcher.iter();
        let first = words
            .next()
            .unwrap_or_else(|| panic!("no program to watch it"));
        let log = File::create(folder.join("program.log")).unwrap();
        let mut command = Command::new(first);
        command
            .args(words)
            .arg(built("muragat-desktop"))
            .env("DISPLAY", &name)
            .env("HOME", folder)
            .env("XDG_DATA_HOME", folder)
            .env("XDG_CACHE_HOME", folder)
            .env("XDG_CONFIG_HOME", folder)
            .env("XDG_STATE_HOME", folder)
            .env("XDG_RUNTIME_DIR", folder)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("MURAGAT_LIBRARY", library)
            .env("MURAGAT_ACTOR", "Айгүл Серікқызы")
            .env("MURAGAT_LANGUAGE", "kk")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        Alone {
            name,
            _program: Group::start(&mut command),
            _display: screen,
        }
    }

    /// Waits until the program shows a window of that name, and gives it the keyboard: no window manager does.
    pub fn wait(&self, name: &str) {
        for _ in 0..600 {
            let found = self.xdotool(&["search", "--onlyvisible", "--name", name]);
            if let Some(window) = found.as_deref().and_then(|found| found.lines().next()) {
                self.xdotool(&["windowfocus", "--sync", window]);
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("no window called {name}");
    }

    /// Presses keys one after the other, by X's names.
    pub fn keys(&self, keys: &[&str]) {
        for key in keys {
            let pressed = self.xdotool(&["key", "--clearmodifiers", key]);
            assert!(pressed.is_some(), "{key}");
            std::thread::sleep(Duration::from_millis(300));
        }
    }

    /// What xdotool says; nothing where it fails.
    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.name)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(said)
    }
}
