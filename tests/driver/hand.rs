//! What the one in front of the window does and sees.

use std::path::Path;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::{Client, Locator};

use crate::screen::{Screen, target};

/// Keys as WebDriver names them.
pub const CONTROL: char = '\u{e009}';
/// Shift.
pub const SHIFT: char = '\u{e008}';
/// Enter.
pub const ENTER: char = '\u{e007}';
/// Tab.
pub const TAB: char = '\u{e004}';
/// Escape.
pub const ESCAPE: char = '\u{e00c}';

/// The text of the first element that fits, once it is there.
pub async fn text(window: &Client, selector: &str) -> String {
    let found = window
        .wait()
        .at_most(Duration::from_secs(10))
        .for_element(Locator::Css(selector))
        .await;
    found
        .unwrap_or_else(|error| panic!("{selector}: {error}"))
        .text()
        .await
        .unwrap()
}

/// Waits until a script says true.
pub async fn until(window: &Client, script: &str) {
    for _ in 0..200 {
        let said = window
            .execute(&format!("return !!({script})"), Vec::new())
            .await
            .unwrap();
        if said == serde_json::Value::Bool(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let shown = run(window, "return document.body.innerText").await;
    panic!("never came true: {script}\nThe window shows: {shown}");
}

/// Presses a key wherever the keyboard is.
pub async fn press(window: &Client, key: char) {
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    window.perform_actions(keys).await.unwrap();
}

/// Saves what the window shows among the test's screenshots, for people to look at.
pub async fn picture(window: &Client, name: &str) {
    let folder = target().join("screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    save(window, &folder.join(name)).await;
}

/// Saves what the window shows as a PNG.
pub async fn save(window: &Client, path: &Path) {
    // A page at rest may draw no frame, and WebKit waits for one: this keeps it drawing, unseen.
    let draw = "if (window.drawing === undefined) { let n = 0; window.drawing = true; (function draw() { document.body.style.opacity = n++ % 2 ? 1 : 0.9999; requestAnimationFrame(draw) })() }";
    run(window, draw).await;
    let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))";
    window.execute_async(drawn, Vec::new()).await.unwrap();
    std::fs::write(path, window.screenshot().await.unwrap()).unwrap();
}

/// Runs a script in the window; gives what it returns.
pub async fn run(window: &Client, script: &str) -> serde_json::Value {
    window.execute(script, Vec::new()).await.unwrap()
}

/// Clicks what a selector finds, once it is there.
pub async fn click(window: &Client, selector: &str) {
    let found = window
        .wait()
        .at_most(Duration::from_secs(10))
        .for_element(Locator::Css(selector))
        .await;
    let found = found.unwrap_or_else(|error| panic!("{selector}: {error}"));
    found
        .click()
        .await
        .unwrap_or_else(|error| panic!("{selector}: {error}"));
}

/// Types into whatever has the keyboard, by the driver.
pub async fn write(window: &Client, words: &str) {
    let keys = words
        .chars()
        .fold(KeyActions::new("keyboard".into()), |keys, letter| {
            keys.then(KeyAction::Down { value: letter })
                .then(KeyAction::Up { value: letter })
        });
    window.perform_actions(keys).await.unwrap();
}

/// Does an action of the registry by its name in the palette, wherever the keyboard is.
pub async fn act(window: &Client, action: &str) {
    press_chord(window, &[CONTROL, 'k']).await;
    until(
        window,
        "document.querySelector('dialog[open] [data-action]')",
    )
    .await;
    let option = format!("dialog[open] [data-action='{action}']");
    // The driver takes a line that the list's edge cuts through for one in sight, and misses it.
    let whole =
        format!("document.querySelector(`{option}`)?.scrollIntoView({{ block: 'nearest' }})");
    run(window, &whole).await;
    click(window, &option).await;
}

/// Holds all but the last key while that is pressed, by the driver.
pub async fn press_chord(window: &Client, keys: &[char]) {
    let down = keys.iter().map(|key| KeyAction::Down { value: *key });
    let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
    let actions = down
        .chain(up)
        .fold(KeyActions::new("keyboard".into()), |keys, key| {
            keys.then(key)
        });
    window.perform_actions(actions).await.unwrap();
}

/// Keys by their place on the keyboard, as `event.code` names them, with the X keycodes of a PC keyboard.
const PLACES: &[(&str, u8)] = &[
    ("Tab", 23),
    ("Enter", 36),
    ("Space", 65),
    ("Backspace", 22),
    ("Delete", 119),
    ("Digit1", 10),
    ("Digit2", 11),
    ("Digit3", 12),
    ("Digit4", 13),
    ("Digit5", 14),
    ("Digit6", 15),
    ("Digit7", 16),
    ("Digit8", 17),
    ("Digit9", 18),
    ("Digit0", 19),
    ("KeyQ", 24),
    ("KeyW", 25),
    ("KeyE", 26),
    ("KeyR", 27),
    ("KeyT", 28),
    ("KeyY", 29),
    ("KeyU", 30),
    ("KeyI", 31),
    ("KeyO", 32),
    ("KeyP", 33),
    ("KeyA", 38),
    ("KeyS", 39),
    ("KeyD", 40),
    ("KeyF", 41),
    ("KeyG", 42),
    ("KeyH", 43),
    ("KeyJ", 44),
    ("KeyK", 45),
    ("KeyL", 46),
    ("Semicolon", 47),
    ("KeyZ", 52),
    ("KeyX", 53),
    ("KeyC", 54),
    ("KeyV", 55),
    ("KeyB", 56),
    ("KeyN", 57),
    ("KeyM", 58),
    ("ArrowUp", 111),
    ("ArrowLeft", 113),
    ("ArrowRight", 114),
    ("ArrowDown", 116),
    ("Home", 110),
    ("End", 115),
    ("PageUp", 112),
    ("PageDown", 117),
    ("F2", 68),
    ("F5", 71),
    ("F6", 72),
    ("F10", 76),
];

/// Presses keys of the real keyboard of the screen, such as `Ctrl+Shift+KeyZ`: by their place, whatever
/// the layout writes there.
pub fn strike(screen: &Screen, chord: &str) {
    strikes(screen, chord, 1);
}

/// The same several times.
pub fn strikes(screen: &Screen, chord: &str, times: usize) {
    strike_all(screen, &vec![chord; times], 8);
}

/// Presses keys of the real keyboard one after the other, so many milliseconds apart, whatever the window does meanwhile.
pub fn strike_all(screen: &Screen, chords: &[impl AsRef<str>], apart: u32) {
    if chords.is_empty() {
        return;
    }
    let keys: Vec<String> = chords
        .iter()
        .map(|chord| by_place(chord.as_ref()))
        .collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let apart = apart.to_string();
    xdotool(
        screen,
        &[&["key", "--clearmodifiers", "--delay", &apart], &keys[..]].concat(),
    );
}

/// A chord as xdotool takes it.
fn by_place(chord: &str) -> String {
    let keys: Vec<String> = chord
        .split('+')
        .map(|part| match part {
            "Ctrl" => "ctrl".to_owned(),
            "Shift" => "shift".to_owned(),
            "Alt" => "alt".to_owned(),
            // Its number has one digit, which xdotool would type.
            "Escape" => "Escape".to_owned(),
            place => {
                let known = PLACES.iter().find(|(name, _)| *name == place);
                known
                    .unwrap_or_else(|| panic!("no such key: {place}"))
                    .1
                    .to_string()
            }
        })
        .collect();
    keys.join("+")
}

/// Runs xdotool on the window's screen.
pub fn xdotool(screen: &Screen, arguments: &[&str]) -> String {
    let output = screen.command("xdotool").args(arguments).output().unwrap();
    assert!(output.status.success(), "xdotool {arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Waits for a dialog of the system over the window and answers it with a path, typed: no window manager gives
/// it the keyboard. What is done to open it comes after its windows were counted.
pub async fn answer(screen: &Screen, path: &Path, open: impl AsyncFnOnce()) {
    let before = windows(screen);
    open().await;
    let mut dialog = None;
    for _ in 0..100 {
        dialog = windows(screen)
            .into_iter()
            .find(|window| !before.contains(window));
        if dialog.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let dialog = dialog.unwrap_or_else(|| panic!("no dialog opened"));
    let path = path.to_str().unwrap();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(1000)).await;
        xdotool(screen, &["windowfocus", "--sync", &dialog]);
        tokio::time::sleep(Duration::from_millis(300)).await;
        // What was typed before it listened is typed over.
        xdotool(screen, &["key", "ctrl+a"]);
        xdotool(screen, &["type", "--delay", "30", path]);
        tokio::time::sleep(Duration::from_millis(1000)).await;
        xdotool(screen, &["key", "Return"]);
        for _ in 0..30 {
            if !windows(screen).contains(&dialog) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    panic!("the dialog did not take {path}");
}

/// The windows that the screen shows, by xdotool's numbers.
fn windows(screen: &Screen) -> Vec<String> {
    let output = screen
        .command("xdotool")
        .args(["search", "--onlyvisible", "--name", ".+"])
        .output()
        .unwrap();
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    found.lines().map(str::to_owned).collect()
}
