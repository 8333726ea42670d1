//! A window as truth.rs drives and reads it: keys and the pointer, and the tools of truth.js.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use muragat_tests::hand::{CONTROL, press_chord, run, write};
use serde_json::Value;

/// The tools, run anew at each question: the page may be another by then.
const TOOLS: &str = include_str!("truth.js");

/// The words of a message in Kazakh, up to what it is filled with.
fn words_of(id: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/locales/kk");
    let begins = format!("{id} = ");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        if let Some(line) = text.lines().find_map(|line| line.strip_prefix(&begins)) {
            return line.split(['{', '…']).next().unwrap().trim().to_owned();
        }
    }
    panic!("no message {id}")
}

/// What a step names: words as they are, or a message by `=its-id`; after `#` which one of them, from 0.
fn named(what: &str) -> (String, String) {
    let (what, nth) = what.rsplit_once(" #").unwrap_or((what, "0"));
    let words = match what.strip_prefix('=') {
        Some(id) => words_of(id),
        None => what.to_owned(),
    };
    (serde_json::to_string(&words).unwrap(), nth.to_owned())
}

/// A key as WebDriver names it.
fn key_of(name: &str) -> char {
    match name {
        "Ctrl" => '\u{e009}',
        "Shift" => '\u{e008}',
        "Alt" => '\u{e00a}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "Tab" => '\u{e004}',
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Delete" => '\u{e017}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Home" => '\u{e011}',
        "End" => '\u{e010}',
        "PageDown" => '\u{e00f}',
        "F2" => '\u{e032}',
        "F4" => '\u{e034}',
        "F5" => '\u{e035}',
        "F8" => '\u{e038}',
        _ => name.chars().next().unwrap(),
    }
}

/// A step that could be done, or why not.
pub type Done = Result<(), String>;

/// How long a step may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window, and who reads it.
#[derive(Clone, Copy)]
pub struct Eye<'a>(pub &'a Client);

impl Eye<'_> {
    /// Asks the tools of truth.js.
    pub async fn ask(self, call: &str) -> Value {
        let script = format!("const tools = (() => {{ {TOOLS} }})(); return ({call}) ?? null");
        run(self.0, &script).await
    }

    /// Waits until all answers are here, and nothing more is asked for.
    pub async fn settle(self) -> Done {
        let calm = "const done = arguments[0]; let calm = 0; const end = Date.now() + 15000; \
            (function look() { \
                const rests = window.answersAwaited === 0 && document.querySelector('footer .job, main.opening') === null; \
                calm = rests ? calm + 1 : 0; \
                if (calm > 3 || Date.now() > end) done(calm > 3); else setTimeout(look, 12) \
            })()";
        match self.0.execute_async(calm, Vec::new()).await {
            Ok(Value::Bool(true)) => Ok(()),
            _ => {
                let why = "const done = arguments[0]; const asks = []; const ask = window.fetch; \
                    window.fetch = (what, how) => { asks.push(`${String(what).split('/').at(-1)} ${String(how?.body ?? '').slice(0, 300)}`); return ask(what, how) }; \
                    setTimeout(() => { window.fetch = ask; done(`awaited: ${window.commandsAwaited.join()}, ${document.querySelector('footer .job')?.textContent ?? 'no job'}; it asks ${asks.length} times in a second: ${asks.slice(0, 6).join(', ')}`) }, 1000)";
                let why = self.0.execute_async(why, Vec::new()).await;
                Err(format!("the window did not come to rest: {why:?}"))
            }
        }
    }

    /// Waits until a script says true.
    async fn until(self, script: &str) -> Done {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let said = self
                .0
                .execute(&format!("return !!({script})"), Vec::new())
                .await;
            if matches!(said, Ok(Value::Bool(true))) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(format!("never came true: {script}"))
    }

    /// Loads it afresh, as if it had just been opened.
    pub async fn renew(self) -> Done {
        run(self.0, "window.left = true; location.reload()").await;
        self.until(
            "window.left === undefined && performance.getEntriesByName('usable').length > 0",
        )
        .await?;
        self.settle().await
    }

    /// Does one step of truth.actions, and waits until the window is at rest.
    pub async fn step(self, step: &str) -> Done {
        let (word, rest) = step.split_once(' ').unwrap_or((step, ""));
        match word {
            "act" => self.act(rest).await,
            "key" => self.key(rest).await,
            "type" => {
                write(self.0, rest).await;
                Ok(())
            }
            "press" => {
                let (what, within) = rest.split_once(" in ").unwrap_or((rest, "body"));
                self.press(what, within).await
            }
            "click" => {
                let selector = serde_json::to_string(rest).unwrap();
                self.click(&format!("document.querySelector({selector})"))
                    .await
            }
            "field" => self.field(rest).await,
            "choose" => self.choose(rest).await,
            "doc" => self.document(rest).await,
            "tab" => {
                self.click_unless(&format!(
                    "document.querySelector('#tab-{rest}[aria-selected=false]')"
                ))
                .await
            }
            "entry" => {
                let words = serde_json::to_string(rest).unwrap();
                self.click_unless(&format!("tools.closedEntry({words})"))
                    .await
            }
            "folded" => {
                self.click_unless("document.querySelector('[data-cast] [aria-expanded=true]')")
                    .await
            }
            "page" => self.page("go.people", rest).await,
            "event" => self.page("go.events", rest).await,
            "transfer" => {
                self.act("transfer.list").await?;
                self.press(rest, "dialog[open] tbody").await
            }
            "stand" => self.stand(rest, false).await,
            "select" => self.stand(rest, true).await,
            "until" => self.until(rest).await,
            _ => Err("no such step".to_owned()),
        }?;
        self.settle().await
    }

    /// Does an action of the registry by its name in the palette.
    async fn act(self, action: &str) -> Done {
        press_chord(self.0, &[CONTROL, 'k']).await;
        // Lines that still come move the others under the pointer.
        self.until("document.querySelector('dialog[open] [data-action]') !== null")
            .await?;
        self.settle().await?;
        self.click(&format!(
            "document.querySelector(\"dialog[open] [data-action='{action}']\")"
        ))
        .await
    }

    async fn key(self, chord: &str) -> Done {
        let keys: Vec<char> = chord.split('+').map(key_of).collect();
        press_chord(self.0, &keys).await;
        Ok(())
    }

    /// Presses or chooses what has those words.
    async fn press(self, what: &str, within: &str) -> Done {
        let (words, nth) = named(what);
        let within = serde_json::to_string(within).unwrap();
        self.click(&format!("tools.pressable({words}, {nth}, {within})"))
            .await
    }

    /// Clicks what a tool finds, where it finds something.
    async fn click_unless(self, call: &str) -> Done {
        match self.ask(&format!("({call}) == null")).await == true {
            true => Ok(()),
            false => self.click(call).await,
        }
    }

    /// Clicks what a tool finds, once it is there.
    async fn click(self, call: &str) -> Done {
        let script = format!(
            "(() => {{ const one = {call}; if (one == null) return null; one.scrollIntoView({{ block: 'nearest' }}); const box = one.getBoundingClientRect(); return [box.left + Math.min(box.width / 2, 60), box.top + box.height / 2].map(Math.round) }})()"
        );
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let found = self.ask(&script).await;
            if let (Some(x), Some(y)) = (found[0].as_f64(), found[1].as_f64()) {
                return self.point(x, y).await;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(format!("nothing found by {call}"))
    }

    /// Clicks at a place of the page, whatever the size of its letters.
    async fn point(self, x: f64, y: f64) -> Done {
        let zoom = self.ask("outerWidth / innerWidth").await;
        let zoom = zoom.as_f64().unwrap_or(1.0);
        let (x, y) = ((x * zoom).round(), (y * zoom).round());
        let button = fantoccini::actions::MOUSE_BUTTON_LEFT;
        let duration = None;
        let actions = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration, x, y })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let done = self.0.perform_actions(actions).await;
        done.map_err(|error| error.to_string())
    }

    /// Comes to a field by its label, with all of it selected.
    async fn field(self, what: &str) -> Done {
        let (label, nth) = named(what);
        let find = format!(
            "(() => {{ const one = tools.field({label}, {nth}); if (one === null) return false; if (document.activeElement !== one) {{ one.scrollIntoView({{ block: 'nearest' }}); one.focus({{ preventScroll: true }}) }} one.select?.(); return document.activeElement === one }})()"
        );
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.ask(&find).await == true {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(format!("no field {what}"))
    }

    /// Chooses in the list of a field: its label, a colon, the words of the choice.
    async fn choose(self, what: &str) -> Done {
        let (label, choice) = what.split_once(": ").unwrap();
        self.field(label).await?;
        let (words, _) = named(choice);
        let stands = format!(
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent.includes({words})"
        );
        let chosen = format!(
            "document.activeElement.ariaExpanded === 'false' && document.activeElement.textContent.includes({words})"
        );
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.ask(&chosen).await == true {
                return Ok(());
            }
            // A pane that still scrolls closes the list: then Home opens it again, on its first term.
            let key = match self.ask("document.activeElement.ariaExpanded").await == "true" {
                false => "Home",
                true if self.ask(&stands).await == true => "Enter",
                true => "Down",
            };
            self.key(key).await?;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(format!("no choice {choice}"))
    }

    /// Shows a document, by the first words of its title.
    async fn document(self, title: &str) -> Done {
        let words = serde_json::to_string(title).unwrap();
        let here = format!(
            "[document.querySelector('[data-pane=document] h1')?.textContent, document.querySelector('[data-draft=title]')?.value].some((title) => title?.includes({words}))"
        );
        if self.ask(&here).await == true {
            return Ok(());
        }
        self.act("go.all").await?;
        self.settle().await?;
        // It may be at either end of the list, whose rows are drawn as they come into sight.
        let row = format!("tools.pressable({words}, 0, '[data-pane=list] [role=listbox]')");
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            for end in ["0", "1e9"] {
                self.ask(&format!(
                    "document.querySelector('[data-pane=list] [role=listbox]').scrollTop = {end}"
                ))
                .await;
                self.settle().await?;
                let place = format!(
                    "(() => {{ const one = {row}; if (one === null) return null; one.scrollIntoView({{ block: 'nearest' }}); const box = one.getBoundingClientRect(); return [box.left + 60, box.top + box.height / 2] }})()"
                );
                let place = self.ask(&place).await;
                if let (Some(x), Some(y)) = (place[0].as_f64(), place[1].as_f64()) {
                    self.point(x, y).await?;
                    return self.until(&here).await;
                }
            }
        }
        Err("no such document in the list".to_owned())
    }

    /// Shows the page of one, by its name, in whatever order its parts stand in a list of all.
    async fn page(self, list: &str, name: &str) -> Done {
        let words = serde_json::to_string(&name.split(' ').collect::<Vec<_>>()).unwrap();
        let names = format!("((one) => {words}.every((word) => one?.textContent.includes(word)))");
        let here = format!("{names}(document.querySelector('.page h1'))");
        if self.ask(&here).await == true {
            return Ok(());
        }
        self.act(list).await?;
        self.settle().await?;
        self.click(&format!(
            "[...document.querySelectorAll('.page [role=option]')].find({names})"
        ))
        .await?;
        self.until(&here).await
    }

    /// Puts the caret on a phrase of the text, or selects it.
    async fn stand(self, words: &str, select: bool) -> Done {
        let words = serde_json::to_string(words).unwrap();
        let found = self.ask(&format!("tools.phrase({words})")).await;
        let (Some(x), Some(y)) = (found["x"].as_f64(), found["y"].as_f64()) else {
            return Err(format!("{words} is not in the text"));
        };
        self.point(x, y).await?;
        if select {
            for _ in 0..found["count"].as_u64().unwrap() {
                self.key("Shift+Right").await?;
            }
        }
        Ok(())
    }
}
