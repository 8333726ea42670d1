//! How quick the real window is: from a key to the painted result in a library of 50,000 articles, and
//! from the start of the program to a window that can be used, beside a bare Tauri window, where a key
//! does nothing but change a word.
//!
//! `make bench`; `MURAGAT_BENCH_ARTICLES` sets another size. Needs what `make test` needs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test tells by failing"
)]

#[path = "../../crates/archive/benches/writer/mod.rs"]
mod writer;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use muragat_archive::{Archive, Identity, Intake};
use muragat_tests::hand::{CONTROL, ENTER, ESCAPE, SHIFT, press, press_chord, run, until};
use muragat_tests::screen::{Screen, Setup, example, target};
use writer::Writer;

const ARROW_DOWN: char = '\u{e015}';
const ARROW_RIGHT: char = '\u{e014}';
const HOME: char = '\u{e011}';

/// The last so many are not accepted: there suggestions are open.
const OPEN: u64 = 100;

#[tokio::main]
async fn main() {
    if !Screen::is_possible() {
        return;
    }
    let articles: u64 = std::env::var("MURAGAT_BENCH_ARTICLES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(50_000);
    let library = library(articles);
    println!(
        "\nwindow, {articles} articles; milliseconds from key to paint: median, 95th percentile, most; median beside a bare window's"
    );
    let mut keys = bare_keys().await;
    let least = tell("a key in a bare window", &mut keys, None);
    let screen = Setup::on(&library).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;

    let title = "document.querySelector('[data-pane=document] h1')?.textContent";
    let mut opening = Vec::new();
    for _ in 0..40 {
        let changes = format!("{title} !== before");
        opening.push(time(window, title, &changes, &[ARROW_DOWN]).await);
    }
    tell("open an article", &mut opening, Some(least));

    let total = "document.querySelector('[data-pane=list] .head')?.textContent";
    let mut searching = Vec::new();
    for word in ["мектеп", "тасқын", "спорт", "форум"] {
        press_chord(window, &[CONTROL, 'f']).await;
        for letter in word.chars() {
            // A letter that changes nothing of what is found paints nothing.
            let changes = format!("{total} !== before");
            searching.extend(painted(window, total, &changes, &[letter], 2).await);
        }
        press(window, ESCAPE).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    tell("search as you type", &mut searching, Some(least));

    let (mut accepting, mut picking, mut tagging) = (Vec::new(), Vec::new(), Vec::new());
    let marks = "String(document.querySelectorAll('[data-reading] mark').length)";
    for _ in 0..20 {
        press_chord(window, &[CONTROL, 'l']).await;
        let changes = format!("{title} !== before");
        time(window, title, &changes, &[ARROW_DOWN]).await;
        tokio::time::sleep(Duration::from_millis(250)).await;
        press(window, ENTER).await;
        until(
            window,
            "document.activeElement.closest('[data-pane=document]')",
        )
        .await;
        press(window, 'j').await;
        tokio::time::sleep(Duration::from_millis(150)).await;
        let open = "String(document.querySelectorAll('[data-reading] mark.suggested').length)";
        // Nothing to accept, or nobody sure enough to be accepted by one key: nothing is painted.
        let accepted = format!("{open} !== before");
        accepting.extend(painted(window, open, &accepted, &[ENTER], 3).await);
        press(window, ESCAPE).await;
        tokio::time::sleep(Duration::from_millis(150)).await;

        press_chord(window, &[CONTROL, HOME]).await;
        for _ in 0..3 {
            press_chord(window, &[SHIFT, ARROW_RIGHT]).await;
        }
        let open = "document.querySelector('[data-picker] input') !== null";
        picking.extend(painted(window, "''", open, &['o'], 3).await);
        tokio::time::sleep(Duration::from_millis(250)).await;
        let tagged = "document.querySelectorAll('[data-reading] mark').length > Number(before)";
        tagging.extend(painted(window, marks, tagged, &[ENTER], 3).await);
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    tell("accept a suggestion", &mut accepting, Some(least));
    tell("open the picker", &mut picking, Some(least));
    tell("tag", &mut tagging, Some(least));
    screen.close().await;

    println!(
        "\nfrom start to usable, milliseconds, of 7, alternating: median, 95th percentile, most; median beside the bare window's"
    );
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        bare.push(start(bare_window()).await);
        ours.push(start(Setup::on(&library)).await);
    }
    let least = tell("bare Tauri window", &mut bare, None);
    tell("this window", &mut ours, Some(least));
}

/// Milliseconds from a key to the paint of what it changes.
async fn time(window: &Client, now: &str, changes: &str, keys: &[char]) -> f64 {
    painted(window, now, changes, keys, 10)
        .await
        .unwrap_or_else(|| panic!("never came true: {changes}"))
}

/// The same; none where it never came within so many seconds.
async fn painted(
    window: &Client,
    now: &str,
    changes: &str,
    keys: &[char],
    seconds: u64,
) -> Option<f64> {
    // Whole in one script: the page's policy lets no text become code.
    let watch = format!(
        r#"
const read = () => ({now});
const before = read();
const holds = (before) => ({changes});
let at;
window.took = undefined;
addEventListener("keydown", (event) => (at = event.timeStamp), {{ capture: true, once: true }});
(function look() {{
  if (at === undefined || !holds(before)) return requestAnimationFrame(look);
  // This frame paints it: the message comes once that is done.
  const channel = new MessageChannel();
  channel.port1.onmessage = () => (window.took = performance.now() - at);
  channel.port2.postMessage(null);
}})();
"#
    );
    run(window, &watch).await;
    press_chord(window, keys).await;
    let began = Instant::now();
    loop {
        if let Some(took) = run(window, "return window.took ?? null").await.as_f64() {
            return Some(took);
        }
        if began.elapsed() > Duration::from_secs(seconds) {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Prints a line of times and gives their median; `least` is that of what they are set beside.
fn tell(what: &str, times: &mut [f64], least: Option<f64>) -> f64 {
    if times.is_empty() {
        println!("  {what:22} never came about");
        return f64::NAN;
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    let ratio = least.map_or(String::new(), |least| format!("× {:.1}", at(0.5) / least));
    println!(
        "  {what:22} {:7.1} {:7.1} {:7.1}  {ratio:>7}   ({})",
        at(0.5),
        at(0.95),
        at(1.0),
        times.len()
    );
    at(0.5)
}

/// From a key to its paint, where nothing has to be done.
async fn bare_keys() -> Vec<f64> {
    let screen = bare_window().open().await;
    let window = &screen.window;
    until(window, "performance.getEntriesByName('usable').length > 0").await;
    let word = "document.querySelector('h1').textContent";
    let mut times = Vec::new();
    for _ in 0..40 {
        times.push(time(window, word, &format!("{word} !== before"), &['a']).await);
    }
    screen.close().await;
    times
}

fn bare_window() -> Setup {
    Setup {
        program: Some(example("bare")),
        ..Setup::first_run()
    }
}

/// Milliseconds from the start of the process to the page's own mark `usable`.
async fn start(setup: Setup) -> f64 {
    let program = setup
        .program
        .clone()
        .unwrap_or_else(|| muragat_tests::screen::built("muragat-desktop"));
    let screen = setup.open().await;
    let window = &screen.window;
    until(window, "performance.getEntriesByName('usable').length > 0").await;
    let usable = run(
        window,
        "return performance.timeOrigin + performance.getEntriesByName('usable')[0].startTime",
    )
    .await;
    let took = usable.as_f64().unwrap() - started(&program);
    screen.close().await;
    took
}

/// When the newest process of a program started, in milliseconds since 1970, to 10 ms.
fn started(program: &Path) -> f64 {
    let program = program.canonicalize().unwrap();
    let boot: f64 = std::fs::read_to_string("/proc/stat")
        .unwrap()
        .lines()
        .find_map(|line| line.strip_prefix("btime ")?.trim().parse().ok())
        .unwrap();
    // btime is whole seconds: the uptime says the rest.
    let uptime: f64 = std::fs::read_to_string("/proc/uptime")
        .unwrap()
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs_f64();
    let booted = if (now - uptime - boot).abs() < 2.0 {
        now - uptime
    } else {
        boot
    };
    let ticks = std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter(|entry| {
            std::fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == program)
        })
        .filter_map(|entry| {
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            stat.rsplit(')')
                .next()?
                .split_whitespace()
                .nth(19)?
                .parse::<f64>()
                .ok()
        })
        .fold(f64::NAN, f64::max);
    // Linux counts in hundredths of a second (sysconf _SC_CLK_TCK) on every machine that Tauri runs on.
    (booted + ticks / 100.0) * 1e3
}

/// The library, made once and kept: of made-up releases, all but the newest accepted.
fn library(articles: u64) -> PathBuf {
    let path = target().join(format!("bench/{articles}.muragat"));
    if path.is_dir() {
        return path;
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let began = Instant::now();
    let draft = path.with_extension("making");
    let _ = std::fs::remove_dir_all(&draft);
    let mut archive = Archive::create(&draft, Identity::new("bench")).unwrap();
    let mut writer = Writer(0x9e37_79b9_7f4a_7c15);
    for number in 0..articles {
        let (text, _) = writer.release(number);
        // The newest stand first in the list: there one works.
        let newest = number + OPEN >= articles;
        let text = if newest {
            format!(
                "date 2027-01-{:02} {}",
                1 + number % 28,
                text.split_once(' ')
                    .and_then(|(_, rest)| rest.split_once(' '))
                    .unwrap()
                    .1
            )
        } else {
            text
        };
        let with = Intake {
            accept: !newest,
            ..Intake::default()
        };
        archive
            .add_text("release.txt", text.as_bytes(), &with)
            .unwrap();
    }
    drop(archive);
    std::fs::rename(&draft, &path).unwrap();
    println!(
        "library of {articles} made in {:.0} s",
        began.elapsed().as_secs_f64()
    );
    path
}
