//! One release from the clipboard to the register, by keys alone: how many keys it takes, how long one waits for the
//! window between them, and that all that was decided on was in sight when it was.

use std::time::{Duration, Instant};

use fantoccini::Client;
use muragat_tests::hand::{picture, run, strike, until, write};
use muragat_tests::screen::{Screen, Setup};

use crate::journey::{Article, muragat, neighbour};

/// What one decides on, as it is seen: the words in the text and what stands beside them. `null` while there is
/// nothing new to see.
const ASKED: &str = r#"
const beside = document.querySelector("[data-picker]") ?? document.querySelector("[data-card]");
if (beside === null || beside.counted === true) return null;
const top = (box) => document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
const cut = (box) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
const box = beside.getBoundingClientRect();
const lines = [...document.querySelectorAll(".overlay .selected")].map((line) => line.getBoundingClientRect());
const isText = (there) => there.closest("[data-text-scroller]") !== null && there.closest("[data-card], [data-picker]") === null;
const seen = lines.filter((line) => !cut(line) && top(line) !== null && isText(top(line)));
const first = beside.querySelector("b, input");
return {
  picker: beside.matches("[data-picker]"),
  name: first?.value ?? first?.textContent ?? "",
  // Of several whom a name may mean nobody is chosen beforehand.
  chosen: beside.querySelector("[role=option][aria-selected=true]") !== null,
  beside: !cut(box) && beside.contains(top(box)),
  lines: lines.length,
  // of a quote longer than the pane as much as there is room for
  seen: seen.length,
};
"#;

/// Marks what is asked now as counted, so that the next one is told from it.
const COUNT: &str = r#"for (const one of document.querySelectorAll("[data-picker], [data-card]")) one.counted = true"#;

/// A hand that counts its keys, and the time from each to what it waits for.
struct Hand<'a> {
    screen: &'a Screen,
    keys: usize,
    waited: Duration,
}

impl Hand<'_> {
    fn window(&self) -> &Client {
        &self.screen.window
    }

    /// Presses a key and waits until the window has done what it means.
    async fn press(&mut self, key: &str, done: &str) {
        let from = Instant::now();
        strike(self.screen, key);
        self.keys += 1;
        until(self.window(), done).await;
        self.waited += from.elapsed();
    }

    /// Presses a key and waits for the next thing to decide on; none where nothing is open any more.
    async fn decide(&mut self, key: &str) -> Option<serde_json::Value> {
        let from = Instant::now();
        run(self.window(), COUNT).await;
        strike(self.screen, key);
        self.keys += 1;
        let new = format!("(() => {{ {ASKED} }})() !== null");
        let done = "document.querySelector('[data-card], [data-picker], footer .open') === null";
        until(self.window(), &format!("{new} || {done}")).await;
        self.waited += from.elapsed();
        let asked = run(self.window(), ASKED).await;
        (!asked.is_null()).then_some(asked)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_from_paste_to_registered_by_keys() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let article = Article::find();
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let screen = Setup::first_run().home(&home).open().await;
    let window = &screen.window;
    until(window, "document.activeElement?.id === 'actor'").await;
    write(window, "Айгүл Серікқызы").await;
    strike(&screen, "Enter");
    until(window, "document.querySelector('[data-pane=list]')").await;
    let library = home.join("muragat/default.muragat");
    let clipboard = neighbour(&screen, &[], &article.text);

    let mut hand = Hand {
        screen: &screen,
        keys: 0,
        waited: Duration::ZERO,
    };
    let read = "document.querySelector('[data-reading] mark.suggested') && document.querySelector('footer .open')";
    hand.press("Ctrl+KeyV", read).await;
    drop(clipboard);

    let mut decided = Vec::new();
    let mut asked = hand.decide("KeyJ").await;
    picture(window, "release-first.png").await;
    while let Some(one) = asked {
        let name = one["name"].as_str().unwrap().to_owned();
        assert_eq!(
            one["beside"], true,
            "what is said of {name} is out of sight: {one}"
        );
        let lines = one["lines"].as_u64().unwrap();
        let seen = one["seen"].as_u64().unwrap();
        assert!(
            lines > 0 && seen * 2 >= lines,
            "the words of {name} are out of sight: {one}"
        );
        assert!(decided.len() < 200, "the suggestions do not end");
        if one["picker"] == false {
            decided.push(name);
        }
        let nobody = one["picker"] == true && one["chosen"] == false;
        asked = hand
            .decide(if nobody { "Ctrl+Enter" } else { "Enter" })
            .await;
    }
    picture(window, "release-decided.png").await;

    let dialog = "document.querySelector('dialog[open] .main') === document.activeElement";
    hand.press("Ctrl+Shift+KeyR", dialog).await;
    hand.press("Enter", "document.querySelector('.chip.registered')")
        .await;

    let articles = muragat(&library, &["list"]);
    let id = articles["articles"][0]["id"].as_str().unwrap();
    let record = muragat(&library, &["show", id]);
    assert_eq!(record["state"], "registered");
    // Nothing was accepted that was not asked about.
    let history = muragat(&library, &["history", "--limit", "500"]);
    let ops = history["ops"].as_array().unwrap();
    let accepted = ops
        .iter()
        .filter(|op| {
            ["accept_suggestions", "tag", "tag_place"]
                .iter()
                .any(|kind| op["kind"] == *kind)
        })
        .count();
    assert_eq!(accepted, decided.len(), "{decided:?} {history:#}");
    println!(
        "{} keys for {accepted} decisions, {:.1} s of waiting",
        hand.keys,
        hand.waited.as_secs_f64()
    );
    screen.close().await;
}
