//! What a person's hands do to the window: keys by the keyboard's own map, words typed, places looked at.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

/// WebDriver's code points for keys that carry no letter.
const NAMED: [(&str, char); 17] = [
    ("Enter", '\u{e007}'),
    ("Escape", '\u{e00c}'),
    ("Tab", '\u{e004}'),
    ("Backspace", '\u{e003}'),
    ("Delete", '\u{e017}'),
    ("Left", '\u{e012}'),
    ("Up", '\u{e013}'),
    ("Right", '\u{e014}'),
    ("Down", '\u{e015}'),
    ("Home", '\u{e011}'),
    ("End", '\u{e010}'),
    ("Ctrl", '\u{e009}'),
    ("Shift", '\u{e008}'),
    ("Alt", '\u{e00a}'),
    ("F2", '\u{e032}'),
    ("F6", '\u{e036}'),
    ("F8", '\u{e038}'),
];

/// Hands on one window.
pub struct Hands<'a>(pub &'a Client);

impl Hands<'_> {
    /// Presses a chord such as `Ctrl+Shift+r`, several times.
    pub async fn press_times(&self, chord: &str, times: usize) {
        let keys: Vec<char> = chord
            .split('+')
            .map(|part| {
                let named = NAMED.iter().find(|(name, _)| *name == part);
                named.map_or_else(|| part.chars().next().unwrap(), |(_, key)| *key)
            })
            .collect();
        // As many at once as a held key gives, so that the window is asked once and not a hundred times.
        for batch in (0..times).collect::<Vec<_>>().chunks(20) {
            let mut actions = KeyActions::new("keyboard".into());
            for _ in batch {
                for key in &keys {
                    actions = actions.then(KeyAction::Down { value: *key });
                }
                for key in keys.iter().rev() {
                    actions = actions.then(KeyAction::Up { value: *key });
                }
            }
            self.0.perform_actions(actions).await.unwrap();
        }
    }

    /// Presses a chord once.
    pub async fn press(&self, chord: &str) {
        self.press_times(chord, 1).await;
    }

    /// Types words where the keyboard is.
    pub async fn type_words(&self, words: &str) {
        let mut actions = KeyActions::new("keyboard".into());
        for value in words.chars() {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.0.perform_actions(actions).await.unwrap();
    }

    /// What a script says.
    pub async fn ask(&self, script: &str) -> Value {
        self.0
            .execute(&format!("return ({script})"), Vec::new())
            .await
            .unwrap()
    }

    /// Waits until a script says true.
    pub async fn until(&self, script: &str) {
        for _ in 0..400 {
            if self.ask(&format!("!!({script})")).await == Value::Bool(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let seen = self.ask("document.body.innerText").await;
        panic!("never came true: {script}\nThe window shows: {seen}");
    }

    /// The text of the first element that fits, once it is there.
    pub async fn text(&self, selector: &str) -> String {
        let found = self
            .0
            .wait()
            .at_most(Duration::from_secs(20))
            .for_element(Locator::Css(selector))
            .await;
        found
            .unwrap_or_else(|error| panic!("{selector}: {error}"))
            .text()
            .await
            .unwrap()
    }

    /// Waits until an element that fits holds words.
    pub async fn sees(&self, selector: &str, words: &str) {
        let words = json!(words);
        self.until(&format!(
            "[...document.querySelectorAll({})].some(one => one.textContent.includes({words}))",
            json!(selector)
        ))
        .await;
    }

    /// Selects words of the text by keys alone: from its beginning, word by word. What screen readers are told
    /// must be just these words.
    pub async fn select(&self, words: &str) {
        // As the window counts words: letters and digits, joined by hyphens.
        let script = r#"const text = [...document.querySelectorAll('[data-line]')].map(line => line.textContent).join('\n');
            const word = /\p{Lu}\.(?=\s?\p{Lu})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-\u2010\u2011'\u2019\u02BC][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
            const at = text.indexOf(arguments[0]);
            const count = part => (part.match(word) ?? []).length;
            return at < 0 ? null : [count(text.slice(0, at)), count(arguments[0])]"#;
        let counted = self.0.execute(script, vec![json!(words)]).await.unwrap();
        let count = |at: usize| {
            let number = counted[at].as_u64();
            usize::try_from(number.unwrap_or_else(|| panic!("{words} is not in the text"))).unwrap()
        };
        self.press("Ctrl+Home").await;
        self.press_times("Right", count(0)).await;
        self.press_times("Shift+Right", count(1)).await;
        let letters =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let spoken = "document.querySelector('[data-pane=document] [role=status]').textContent";
        for _ in 0..40 {
            let heard = self.ask(spoken).await;
            if letters(heard.as_str().unwrap_or_default()).contains(&letters(words)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{words} is not selected; heard: {}", self.ask(spoken).await);
    }
}
