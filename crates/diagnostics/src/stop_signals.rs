//! Signals by which a person or the system ends a program: no crash.

/// Calls `then` before the process ends by a signal that asks it to end. Signals that whoever started it wants ignored
/// stay ignored.
#[cfg(unix)]
pub(crate) fn end_in_order_on(then: impl Fn(i32) + Send + 'static) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let ignored = ignored_signals();
    let is_heard = |signal: &i32| ignored & (1 << (signal - 1)) == 0;
    let heard = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(is_heard);
    let Ok(mut signals) = signal_hook::iterator::Signals::new(heard) else {
        // Without them such an end is told as one that was not in order.
        return;
    };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            then(signal);
            if signal_hook::low_level::emulate_default_handler(signal).is_err() {
                std::process::exit(128 + signal);
            }
        }
    });
}

/// The signals that are ignored, a bit each; none where the system does not tell.
#[cfg(unix)]
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or_default()
}

/// Elsewhere such an end is told as one that was not in order.
#[cfg(not(unix))]
pub(crate) fn end_in_order_on(_then: impl Fn(i32) + Send + 'static) {}
