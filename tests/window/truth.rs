//! After any action the window shows what a fresh window on the same library would show at the same place, and the
//! one in front of it is where they were, or where the action was to bring them.
//!
//! The actions are data: truth.actions, done in its order. After each of them a second window is loaded afresh and
//! brought to the same place; the words of every pane, and what lies at the points that one works at, must be the same.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use muragat_tests::hand::save;
use muragat_tests::screen::{Screen, Setup, target};
use serde_json::Value;

use crate::truth_eye::{Done, Eye};
use crate::truth_library::TruthLibrary;

/// What another program writes is looked for about once a second.
const PATIENCE: Duration = Duration::from_secs(5);

/// One of truth.actions.
#[derive(Debug, Default)]
struct Action {
    name: String,
    /// How one comes to where it is done, from wherever one is; done in both windows.
    at: Vec<String>,
    /// The keys of the action itself.
    keys: Vec<String>,
    /// How one comes to where it leads, once one is where it is done; done in the fresh window alone.
    leads: Vec<String>,
    /// What of one's place it is meant to move.
    moves: Vec<String>,
    /// Whether it writes nothing.
    silent: bool,
}

/// Reads the actions: a line each, and what belongs to one below it, set in.
fn read_actions() -> Vec<Action> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("window/truth.actions");
    let mut actions: Vec<Action> = Vec::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if !line.starts_with(' ') {
            actions.push(Action {
                name: line.to_owned(),
                ..Action::default()
            });
            continue;
        }
        let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let rest = rest.trim().to_owned();
        let action = actions.last_mut().unwrap();
        match word {
            "at" => action.at.push(rest),
            "do" => action.keys.push(rest),
            "leads" => action.leads.push(rest),
            "moves" => action.moves.extend(rest.split(' ').map(str::to_owned)),
            "silent" => action.silent = true,
            _ => panic!("truth.actions: {line}"),
        }
    }
    actions
}

/// The two windows, and the library that they stand on.
struct Truth<'a> {
    library: &'a TruthLibrary,
    /// The one that is worked in.
    used: Eye<'a>,
    used_home: &'a Path,
    /// The one that is loaded afresh.
    fresh: Eye<'a>,
    fresh_home: &'a Path,
}

impl Truth<'_> {
    /// Does an action; gives what is not as it should be, or what step could not be done.
    async fn check(&self, action: &Action) -> Result<Vec<String>, String> {
        // What an action before left open is not this one's place.
        let close = "document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close())";
        self.used.ask(close).await;
        for step in &action.at {
            self.step(step).await?;
        }
        let before = self.used.ask("tools.place()").await;
        let written = self.last_op().await;
        for step in &action.keys {
            self.step(step).await?;
        }
        let mut wrong = Vec::new();
        let begun = Instant::now();
        // What a field holds may be written a moment after it is left.
        while !action.silent && self.last_op().await == written && begun.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        if (self.last_op().await == written) != action.silent {
            wrong.push(match action.silent {
                true => "it wrote something".to_owned(),
                false => "it wrote nothing".to_owned(),
            });
        }
        wrong.extend(self.difference(action).await?);
        let after = self.used.ask("tools.place()").await;
        wrong.extend(moved(&before, &after, &action.moves));
        let points = self.used.ask("tools.points()").await;
        for hidden in points["hidden"].as_array().unwrap() {
            wrong.push(hidden.as_str().unwrap().to_owned());
        }
        Ok(wrong)
    }

    /// A step of the one in front of the window, or of somebody else.
    async fn step(&self, step: &str) -> Done {
        let Some(arguments) = step.strip_prefix("other ") else {
            return self
                .used
                .step(step)
                .await
                .map_err(|error| format!("{step}: {error}"));
        };
        let filled = self.library.filled(arguments);
        let mut words = vec!["--actor", "Болат Әріптес"];
        words.extend(filled.split(" | "));
        self.library.made.muragat(&words);
        Ok(())
    }

    /// The number of the last op of all.
    async fn last_op(&self) -> Value {
        let asked = "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('history', { of: { library: true }, filter: {} }).then((lines) => done(lines[0]?.op ?? 0), (reason) => done(String(reason)))";
        self.fresh.0.execute_async(asked, Vec::new()).await.unwrap()
    }

    /// The first difference to a fresh window, once it stays.
    async fn difference(&self, action: &Action) -> Result<Option<String>, String> {
        let begun = Instant::now();
        loop {
            self.used.settle().await?;
            let Some(found) = self.differs(action).await? else {
                return Ok(None);
            };
            if begun.elapsed() > PATIENCE {
                return Ok(Some(found));
            }
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
    }

    /// The first difference to a fresh window at the same place.
    async fn differs(&self, action: &Action) -> Result<Option<String>, String> {
        self.share_settings();
        self.fresh.renew().await?;
        // Whoever was brought elsewhere is where the window itself opens the next time.
        let stayed = !action.moves.iter().any(|moved| moved == "all");
        let steps = action.at.iter().filter(|step| !step.starts_with("other "));
        for step in steps.filter(|_| stayed).chain(&action.leads) {
            let done = self.fresh.step(step).await;
            done.map_err(|error| format!("afresh, {step}: {error}"))?;
        }
        let place = self.used.ask("tools.place()").await;
        // Rows that come into sight are fetched: the first scroll may not get all the way.
        for _ in 0..2 {
            self.fresh.ask(&format!("tools.scrollTo({place})")).await;
            self.fresh.settle().await?;
        }
        let used = self.used.ask("tools.drawn()").await;
        let fresh = self.fresh.ask("tools.drawn()").await;
        if let Some(found) = first_difference(&used, &fresh) {
            return Ok(Some(found));
        }
        let points = self.used.ask("tools.points()").await;
        for point in points["found"].as_array().unwrap() {
            let there = format!("tools.at({}, {})", point["x"], point["y"]);
            let there = self.fresh.ask(&there).await;
            if there != point["what"] {
                let found = format!(
                    "at the place of {} lies {}; afresh {there}",
                    point["name"], point["what"]
                );
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The fresh window starts with what the other one keeps of its user's choices.
    fn share_settings(&self) {
        let file = |home: &Path| home.join("muragat/settings.json");
        if file(self.used_home).is_file() {
            std::fs::copy(file(self.used_home), file(self.fresh_home)).unwrap();
        }
    }
}

/// The first line of a pane that the windows draw otherwise.
pub fn first_difference(used: &Value, fresh: &Value) -> Option<String> {
    let panes: BTreeSet<&String> = [used, fresh]
        .iter()
        .flat_map(|one| one.as_object().unwrap().keys())
        .collect();
    for pane in panes {
        let lines = |one: &Value| -> Vec<String> {
            let lines = one[pane].as_array().cloned().unwrap_or_default();
            lines
                .iter()
                .map(|line| line.as_str().unwrap().to_owned())
                .collect()
        };
        let (used, fresh) = (lines(used), lines(fresh));
        let at = (0..used.len().max(fresh.len())).find(|at| used.get(*at) != fresh.get(*at));
        if let Some(at) = at {
            let shown = |lines: &[String]| {
                lines[at.min(lines.len())..]
                    .iter()
                    .take(2)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" ⏎ ")
            };
            return Some(format!(
                "pane {pane}, line {at}: shown «{}»; afresh «{}»",
                shown(&used),
                shown(&fresh)
            ));
        }
    }
    None
}

/// What of one's place is another now, but for what was meant to move.
fn moved(before: &Value, after: &Value, moves: &[String]) -> Vec<String> {
    let before = before.as_object().unwrap();
    let meant = |key: &str| {
        moves.iter().any(|one| {
            one == "all"
                || key == one
                || key.starts_with(&format!("{one}:"))
                || key.starts_with(&format!("{one}/"))
        })
    };
    before
        .iter()
        // What can be scrolled no more, as it is shorter now, is where it was.
        .filter(|(key, value)| !meant(key) && after.get(*key).is_some_and(|now| now != *value))
        .map(|(key, value)| format!("{key} was {value} and is {}", after[key]))
        .collect()
}

/// After every action the window is as a fresh one would be. `$TRUTH` names some, parted by bars.
#[tokio::test(flavor = "multi_thread")]
async fn after_any_action_the_window_is_as_a_fresh_one() {
    if !Screen::is_possible() {
        return;
    }
    let library = TruthLibrary::make();
    let setup = Setup::on(&library.made.path()).settings(serde_json::json!({ "language": "kk" }));
    let (used, fresh) = tokio::join!(setup.clone().open(), setup.open());
    let truth = Truth {
        library: &library,
        used: Eye(&used.window),
        used_home: &used.home,
        fresh: Eye(&fresh.window),
        fresh_home: &fresh.home,
    };
    truth.used.settle().await.unwrap();
    let only = std::env::var("TRUTH").ok();
    let actions = read_actions();
    let mut tried = 0;
    let mut failures = Vec::new();
    let begun = Instant::now();
    for action in &actions {
        let wanted = |only: &str| only.split('|').any(|part| action.name.contains(part));
        if !only.as_deref().is_none_or(wanted) {
            continue;
        }
        tried += 1;
        let started = Instant::now();
        let wrong = truth
            .check(action)
            .await
            .unwrap_or_else(|error| vec![error]);
        eprintln!(
            "{:5} ms  {}{}",
            started.elapsed().as_millis(),
            action.name,
            if wrong.is_empty() { "" } else { "  ✗" }
        );
        if wrong.is_empty() {
            continue;
        }
        for one in &wrong {
            eprintln!("         {one}");
        }
        let folder = target().join("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        save(
            &used.window,
            &folder.join(format!("truth-{}.png", failures.len())),
        )
        .await;
        failures.push(format!("{}: {}", action.name, wrong.join("; ")));
    }
    eprintln!(
        "{tried} of {} actions in {} s",
        actions.len(),
        begun.elapsed().as_secs()
    );
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    used.close().await;
    fresh.close().await;
}
