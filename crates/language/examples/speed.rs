//! How long it takes to read a release of a thousand words: `speed FILE`. The file is repeated to that length;
//! prints the first reading, in which the lists and the model load, the median of the later ones, and the same
//! for a reader that knows 10,000 parties; then what a selection takes in a text that was read, word by word.

use muragat_language::{Lexicon, NameKind, ReadText};
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
    let nobody = Lexicon::default();
    let first = time(&cut, &nobody);
    let plain = median(&cut, &nobody);
    let start = Instant::now();
    let mut known = Lexicon::default();
    for number in 0..5000 {
        known.add_person(&format!("Ақтілек{number} Байғабылов{number}"));
        known.add_organisation(&format!("№ {number} орта мектебі"));
    }
    let made = start.elapsed();
    let knowing = median(&cut, &known);
    let asked = ask_for_each_word(&cut, &known);
    println!(
        "first {:.1} ms, then {plain}\nlexicon of 10,000 parties made in {:.1} ms, reading with it {knowing}\na selection {asked}",
        ms(first),
        ms(made)
    );
    Ok(())
}

fn time(text: &str, known: &Lexicon) -> Duration {
    let start = Instant::now();
    std::hint::black_box(muragat_language::read_with(text, known));
    start.elapsed()
}

/// Every word of the text is selected as a person and as an organisation.
fn ask_for_each_word(text: &str, known: &Lexicon) -> String {
    let read = ReadText::new(text, known);
    let spans = muragat_language::words(&read.reading().body).map(|word| word.start..word.end);
    let mut times: Vec<Duration> = spans
        .flat_map(|span| {
            [
                (span.clone(), NameKind::Person),
                (span, NameKind::Organisation),
            ]
        })
        .map(|(span, kind)| {
            let start = Instant::now();
            std::hint::black_box(read.propose(span, kind, known));
            start.elapsed()
        })
        .collect();
    times.sort();
    let longest = times.last().copied().unwrap_or_default();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    format!(
        "{:.2} ms (median), {:.2} ms (longest)",
        ms(middle),
        ms(longest)
    )
}

/// Of fifty readings.
fn median(text: &str, known: &Lexicon) -> String {
    let mut times: Vec<Duration> = (0..50).map(|_| time(text, known)).collect();
    times.sort();
    format!(
        "{:.1} ms (median of 50, {:.1} to {:.1})",
        ms(times[25]),
        ms(times[0]),
        ms(times[49])
    )
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
