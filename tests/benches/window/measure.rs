//! Times from a key to its paint and from a start to a window that can be used, and how they are told.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Client;
use muragat_tests::hand::{press_chord, run, until};
use muragat_tests::screen::{Setup, built};

/// What a figure should be at most.
#[derive(Debug, Clone, Copy)]
pub enum Aim {
    /// Its 95th percentile, in milliseconds.
    Milliseconds(f64),
    /// Its median, in those of the bare window.
    TimesBare(f64),
}

/// Milliseconds from a key to the paint of what it changes.
pub async fn time(window: &Client, now: &str, changes: &str, keys: &[char]) -> f64 {
    painted(window, now, changes, keys, 10)
        .await
        .unwrap_or_else(|| panic!("never came true: {changes}"))
}

/// The same; none where it never came within so many seconds.
pub async fn painted(
    window: &Client,
    now: &str,
    changes: &str,
    keys: &[char],
    seconds: u64,
) -> Option<f64> {
    let [took] = painted_in_turn(window, [(now, changes)], keys, seconds).await?;
    Some(took)
}

/// Milliseconds from a key to the paint of each of several changes: of what it shows before, and when that is another.
pub async fn painted_in_turn<const N: usize>(
    window: &Client,
    changes: [(&str, &str); N],
    keys: &[char],
    seconds: u64,
) -> Option<[f64; N]> {
    // Whole in one script: the page's policy lets no text become code.
    let watched: Vec<String> = changes
        .iter()
        .map(|(now, holds)| format!("{{ read: () => ({now}), holds: (before) => ({holds}) }}"))
        .collect();
    let watch = format!(
        r#"
const watched = [{}].map((one) => ({{ ...one, before: one.read() }}));
const took = watched.map(() => null);
let at;
window.took = undefined;
// A watch that was given up may still wait for its next frame: it must not answer for this one.
const turn = (window.turn = (window.turn ?? 0) + 1);
addEventListener("keydown", (event) => (at = event.timeStamp), {{ capture: true, once: true }});
(function look() {{
  if (window.turn !== turn) return;
  const come = at === undefined ? [] : watched.flatMap((one, n) => (took[n] === null && one.holds(one.before) ? [n] : []));
  if (come.length > 0) {{
    // This frame paints it: the message comes once that is done.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {{
      for (const n of come) took[n] ??= performance.now() - at;
      if (window.turn === turn && took.every((ms) => ms !== null)) window.took = took;
    }};
    channel.port2.postMessage(null);
  }}
  if (window.took === undefined) requestAnimationFrame(look);
}})();
"#,
        watched.join(", ")
    );
    run(window, &watch).await;
    press_chord(window, keys).await;
    let began = Instant::now();
    loop {
        if let Some(took) = run(window, "return window.took ?? null").await.as_array() {
            let mut times = [0.0; N];
            for (time, took) in times.iter_mut().zip(took) {
                *time = took.as_f64().unwrap();
            }
            return Some(times);
        }
        if began.elapsed() > Duration::from_secs(seconds) {
            run(window, "window.took = null").await;
            return None;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Prints what the columns of the lines below are.
pub fn head(what: &str) {
    println!(
        "\n{what}\n  {:30} {:>8} {:>8} {:>8} {:>8}   {:<14}",
        "milliseconds", "median", "95th", "most", "× bare", "aim"
    );
}

/// Prints a line of times and gives their median; `least` is that of what they are set beside.
pub fn tell(what: &str, times: &mut [f64], least: Option<f64>, aim: Option<Aim>) -> f64 {
    if times.is_empty() {
        println!("  {what:30} never came about");
        return f64::NAN;
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    let ratio = least.map(|least| at(0.5) / least);
    let (aim, is_met) = match aim {
        None => (String::new(), None),
        Some(Aim::Milliseconds(most)) => (format!("≤ {most}"), Some(at(0.95) <= most)),
        Some(Aim::TimesBare(most)) => (
            format!("≤ × {most}"),
            Some(ratio.is_some_and(|ratio| ratio <= most)),
        ),
    };
    let is_met = match is_met {
        None => "",
        Some(true) => "met",
        Some(false) => "NOT MET",
    };
    println!(
        "  {what:30} {:8.1} {:8.1} {:8.1} {:>8}   {aim:<9} {is_met:<8} ({} times)",
        at(0.5),
        at(0.95),
        at(1.0),
        ratio.map_or(String::new(), |ratio| format!("{ratio:.1}")),
        times.len()
    );
    at(0.5)
}

/// Milliseconds from the start of the process to the page's own mark `usable`.
pub async fn start(setup: Setup) -> f64 {
    let program = setup
        .program
        .clone()
        .unwrap_or_else(|| built("muragat-desktop"));
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
