//! Writing to the terminal. A reader who closed the pipe early is no error.

use std::io::{IsTerminal, Write};
use std::path::Path;

use muragat_archive::Progress;
use serde::Serialize;

use crate::messages::Messages;

/// A line on standard output.
pub fn line(text: &str) {
    // nobody is left to be told that the pipe was closed
    let _ = writeln!(std::io::stdout().lock(), "{}", visible(text));
}

/// A line on standard error.
pub fn error(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", visible(text));
}

/// Text of the program's own on standard output, as it is.
pub fn raw(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// One JSON value on standard output.
pub fn json(value: &impl Serialize) -> serde_json::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    let _ = writeln!(std::io::stdout().lock(), "{text}");
    Ok(())
}

/// Text from strangers, without the control characters that would steer a terminal.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            let steers = c.is_control() && c != '\n' && c != '\t';
            // marks that turn the order of writing around could show another name than stands there
            if steers || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Tells a job's progress on standard error, where a person looks at it.
pub fn progress(messages: &Messages) -> impl FnMut(Progress) -> bool + '_ {
    let shown = std::io::stderr().is_terminal();
    let mut last = std::time::Instant::now();
    move |progress| {
        if shown && last.elapsed().as_millis() > 100 {
            last = std::time::Instant::now();
            let values = serde_json::json!({ "done": progress.done, "total": progress.total });
            let text = messages.with(&format!("job-{}", progress.stage), &values);
            let _ = write!(std::io::stderr().lock(), "\r\x1b[2K{text}\r");
        }
        true
    }
}

/// A path as a person reads it; what is not Unicode in it is marked.
pub fn display_path(path: &Path) -> String {
    path.display().to_string()
}
