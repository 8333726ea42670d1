//! How the window is painted where there is no graphics processor.
//!
//! WebKit puts a page together by OpenGL. Where no graphics processor can do that, as in virtual machines, on terminal
//! servers and under old drivers, the system's own processor has to play one, and each key costs three times the work.
//! There the page is painted plainly instead: it looks the same.

use std::fs;
use std::path::Path;

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where Linux lists what can draw.
const DEVICES: &str = "/dev/dri";

/// Has the page painted plainly, where nothing in this machine can do otherwise.
///
/// # Errors
/// There is no web view any more.
pub fn suit(window: &WebviewWindow) -> tauri::Result<()> {
    if has_graphics_processor(Path::new(DEVICES)) {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = WebViewExt::settings(&view.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether one of the devices can draw for a program, and not only show what was drawn.
fn has_graphics_processor(devices: &Path) -> bool {
    let mut names = fs::read_dir(devices).into_iter().flatten().flatten();
    names.any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}
