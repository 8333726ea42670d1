//! How long it takes to read a release of a thousand words: `speed FILE`. The file is repeated to that length;
//! prints the first reading, in which the lists and the model load, and the median of the later ones.

use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: speed FILE")?;
    let text = muragat_language::decode(&std::fs::read(file)?)?.text;
    let mut long = text.clone();
    while long.split_whitespace().count() < 1000 {
        long.push('\n');
        long.push_str(&text);
    }
    let words: Vec<&str> = long.split_inclusive(char::is_whitespace).collect();
    let mut taken = 0;
    let cut: String = words
        .into_iter()
        .take_while(|word| {
            taken += usize::from(!word.trim().is_empty());
            taken <= 1000
        })
        .collect();
    let time = || -> Duration {
        let start = Instant::now();
        std::hint::black_box(muragat_language::read(&cut));
        start.elapsed()
    };
    let first = time();
    let mut later: Vec<Duration> = (0..50).map(|_| time()).collect();
    later.sort();
    println!(
        "first {:.1} ms, then {:.1} ms (median of 50, {:.1} to {:.1})",
        ms(first),
        ms(later[25]),
        ms(later[0]),
        ms(later[49])
    );
    Ok(())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
