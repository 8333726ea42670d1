//! Any text is read without a panic, and what is found stands where it says.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

use muragat_language::{
    Lexicon, NameKind, ReadText, Reading, Span, fold, name_key, nominative_kk, nominative_name,
    nominative_ru, read, release_key,
};
use proptest::prelude::*;

/// What no form of a text changes.
fn letters(text: &str) -> String {
    let folded = fold(&text.to_lowercase());
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn check(reading: &Reading) -> Result<(), TestCaseError> {
    let body: Vec<char> = reading.body.chars().collect();
    let cut = |start: usize, end: usize| {
        body.get(start..end)
            .map(|part| part.iter().collect::<String>())
    };
    let named = reading
        .people
        .iter()
        .map(|p| &p.mentions)
        .chain(reading.organisations.iter().map(|o| &o.mentions))
        .chain(reading.places.iter().map(|p| &p.mentions));
    for mentions in named {
        prop_assert!(!mentions.is_empty());
        for span in mentions {
            prop_assert_eq!(cut(span.start, span.end), Some(span.text.clone()));
        }
    }
    for quote in reading.quotes.iter().chain(&reading.paraphrases) {
        // one line a paragraph, whatever line ends and blanks the text has there
        let came = cut(quote.start, quote.end).map(|came| release_key("", &came));
        prop_assert_eq!(came, Some(release_key("", &quote.text)));
        let known = |name: &String| reading.people.iter().any(|p| p.name == *name);
        prop_assert!(quote.speaker.as_ref().is_none_or(known));
    }
    Ok(())
}

/// Whatever is selected, the answer stands in the text where it says.
fn check_selection(text: &str, start: usize, length: usize) -> Result<(), TestCaseError> {
    let mut lexicon = Lexicon::default();
    lexicon.add_person("Бейбіт Исабаев");
    lexicon.add_organisation("облыс театры");
    let read = ReadText::of_body("Хабар", text, &lexicon);
    prop_assert_eq!(&read.reading().body, text);
    let body: Vec<char> = text.chars().collect();
    let is_true = |span: &Span| {
        let cut = body.get(span.start..span.end);
        cut.is_some_and(|cut| cut.iter().collect::<String>() == span.text)
    };
    for kind in [NameKind::Person, NameKind::Organisation, NameKind::Place] {
        let proposal = read.propose(start..start + length, kind, &lexicon);
        prop_assert!(start + length <= body.len() || proposal.is_none());
        if let Some(own) = proposal {
            prop_assert!(is_true(&own.span), "{:?}", own);
            let printed = |position: &String| letters(text).contains(&letters(position));
            prop_assert!(own.positions.iter().all(printed), "{:?}", own);
            for language in [None, Some("kk"), Some("ru"), Some("en")] {
                nominative_name(&own.span.text, kind, language, &lexicon);
            }
        }
    }
    if let Some(own) = read.propose_quote(start..start + length, &lexicon) {
        prop_assert!(is_true(&own.span), "{:?}", own);
        prop_assert!(own.speaker.is_none_or(|speaker| is_true(&speaker.mention)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_unicode(text in any::<String>(), start in 0..40_usize, length in 0..40_usize) {
        check(&read(&text))?;
        check_selection(&text, start, length)?;
    }

    /// Words and signs of releases in any order: far more likely to meet the grammar's corners.
    #[test]
    fn any_order_of_what_releases_are_made_of(parts in proptest::collection::vec(
        prop_oneof![
            Just("Бейбіт"), Just("Исабаев"), Just("Б."), Just("Т.С."), Just("Исабаевтың"), Just("облыс"), Just("әкімі"), Just("төрағасы"), Just("мәслихаттың"),
            Just("«"), Just("»"), Just("\""), Just("“"), Just("„"), Just(" – "), Just(":"), Just(","), Just("."), Just(";"), Just("("), Just(")"), Just("№"), Just("\n"),
            Just("деді"), Just("атап өтті"), Just("және"), Just("мен"), Just("атындағы"), Just("театр"), Just("аким области"), Just("директора"), Just("имени"),
            Just("сказал"), Just("Сурет:"), Just("Автор:"), Just("Облысы"), Just("2026"), Just("ЖШС-ның"), Just("Ә"), Just("Isabaev"), Just("dedi"), Just("-"), Just("облысы"), Just("көшесі"),
        ], 0..60), glue in prop_oneof![Just(" "), Just("")], start in 0..200_usize, length in 0..60_usize) {
        let text = parts.join(glue);
        check(&read(&text))?;
        check_selection(&text, start, length)?;
    }

    /// The same, as mail and paste bring it.
    #[test]
    fn any_form_of_what_releases_are_made_of(parts in proptest::collection::vec(
        prop_oneof![
            Just("Бейбіт"), Just("Исабаев"), Just("Б."), Just("ИСАБАЕВ"), Just("БЕЙБІТ"), Just("облыс"), Just("әкімі"), Just("Cәуле"), Just("oблыc"), Just("«"), Just("»"),
            Just("–"), Just(":"), Just(","), Just("."), Just("-\n"), Just("\u{ad}\n"), Just("\n"), Just("\n\n"), Just("\n> "), Just("> "), Just("\n• "), Just("\u{a0}"), Just("\t"),
            Just("\u{ad}"), Just("\u{200b}"), Just("  "), Just("деді"), Just("келді.Әкім"), Just("и\u{306}"), Just("¬"), Just("\r\n"), Just("2026-02-27\n"), Just("Пресс-релиз\n"),
            Just("қатысты баспасөз қызметінің хабарлауынша облыс орталығында өткен жиынға"),
        ], 0..60), glue in prop_oneof![Just(" "), Just("")], start in 0..200_usize, length in 0..60_usize) {
        let text = parts.join(glue);
        check(&read(&text))?;
        check_selection(&text, start, length)?;
    }

    #[test]
    fn any_name(word in "(.|[А-яәғқңөұүһі’\\-]){0,20}", other in "[А-яәі]{0,12}") {
        let _ = (name_key(&word), nominative_kk(&word));
        for due in [false, true] {
            let _ = nominative_ru(Some(&word), Some(&other), due);
            let _ = nominative_ru(Some(&other), Some(&word), due);
        }
    }
}
