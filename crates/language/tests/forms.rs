//! Releases as they arrive by mail and paste: how much of what is read in the clean text is read in each form.
//! `cargo test -p muragat-language --test forms -- --nocapture` prints the figures, `MISSES=FORM` what is missed in
//! one, `FORMS=ru` those of one language.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

#[path = "common/figures.rs"]
mod figures;
#[path = "common/forms.rs"]
mod forms;

use figures::{Figures, score, shared_release, texts};
use forms::FORMS;
use muragat_language::read;
use serde_json::Value;

type Set = Vec<(String, String, Value)>;

fn set() -> Set {
    let mut set = texts();
    if let Some((text, gold)) = shared_release() {
        set.push(("article".to_owned(), text, gold));
    }
    let asked = std::env::var("FORMS").ok();
    set.retain(|(_, _, gold)| asked.is_none() || gold["language"].as_str() == asked.as_deref());
    set
}

fn figures_of(set: &Set, make: &dyn Fn(&str) -> String, plain: &dyn Fn(&str) -> String) -> Figures {
    let mut figures = Figures::default();
    for (name, text, gold) in set {
        score(name, gold, &read(&make(text)), &mut figures, plain);
    }
    figures
}

/// How far, in parts of a hundred, a figure of a form may lie below that of the clean text.
fn room(form: &str) -> f64 {
    match form {
        "capitals" | "Russian letters" | "Russian letters, ы" => 11.0,
        _ => 3.0,
    }
}

#[test]
fn each_form_is_read_as_the_clean_text() {
    let set = set();
    let kazakh: Set = set
        .iter()
        .filter(|(_, _, gold)| gold["language"] == "kk")
        .cloned()
        .collect();
    let clean = figures_of(&set, &str::to_owned, &figures::plain);
    let clean_kazakh = figures_of(&kazakh, &str::to_owned, &figures::plain);
    let names: Vec<&str> = clean.0.keys().copied().collect();
    println!("| | {} |", names.join(" | "));
    let print = |name: &str, figures: &Figures| {
        let cells = names.iter().map(|name| {
            let (hits, of) = figures.0.get(name).copied().unwrap_or_default();
            format!("{hits}/{of}")
        });
        println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    };
    print("clean", &clean);
    print("clean, Kazakh", &clean_kazakh);
    let mut short = Vec::new();
    for form in &FORMS {
        let (of_kind, own) = match form.name.starts_with("Russian letters") {
            true => (&kazakh, &clean_kazakh),
            false => (&set, &clean),
        };
        let read = figures_of(of_kind, &|text| (form.make)(text), &|text| {
            (form.plain)(text)
        });
        print(form.name, &read);
        if std::env::var("MISSES").is_ok_and(|asked| asked == form.name) {
            println!("{}", read.1.join("\n"));
        }
        for figure in &names {
            if (own.part(figure) - read.part(figure)) * 100.0 > room(form.name) {
                short.push(format!("{}: {figure} {:?}", form.name, read.0.get(figure)));
            }
        }
    }
    // another set promises nothing
    let asked = ["RELEASES", "FORMS"].map(std::env::var_os);
    assert!(
        short.is_empty() || asked.iter().any(Option::is_some),
        "{}",
        short.join("\n")
    );
}
