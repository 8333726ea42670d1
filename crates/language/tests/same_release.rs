//! The same release is told again in whatever form it comes, and in what it differs.

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

use forms::FORMS;
use muragat_language::{FormDifference, form_differences, later_version_likeness, release_key};
use proptest::prelude::*;

const BODY: &str = "Жиынға Сәуле Омарова қатысты. «Бұл – қуаныш», – деді ол. Пресс-релиз.";

#[test]
fn what_differs_is_told() {
    use FormDifference::*;
    for (other, kinds) in [
        (BODY.to_owned(), vec![]),
        (BODY.replace("а С", "а  С"), vec![Blanks]),
        (BODY.replace("а С", "а\u{a0}С"), vec![Blanks]),
        (BODY.replace("ты. ", "ты.\n"), vec![LineEnds]),
        (BODY.replace("Омарова", "Ома-\nрова"), vec![LineEnds]),
        (BODY.replace("Омарова", "Ома\u{ad}рова"), vec![Invisible]),
        (BODY.replace('–', "—"), vec![Dashes]),
        (BODY.replace(['«', '»'], "\""), vec![Quotes]),
        (BODY.to_uppercase(), vec![Capitals]),
        (BODY.replace('С', "C"), vec![LookAlikes]),
        (BODY.replace('ә', "а"), vec![LookAlikes]),
        (BODY.replace("ты. ", "ты! "), vec![Signs]),
        (
            BODY.replace("Сәуле", "Айгүл").replace("» – ", "» — "),
            vec![Words],
        ),
        (
            BODY.replace('–', "—").replace("а С", "а  С"),
            vec![Blanks, Dashes],
        ),
    ] {
        assert_eq!(form_differences(BODY, &other), kinds, "{other:?}");
        assert_eq!(form_differences(&other, BODY), kinds, "{other:?}");
        let same = release_key("Жиын", BODY) == release_key("Жиын", &other);
        assert_eq!(same, !kinds.contains(&Words), "{other:?}");
    }
}

#[test]
fn the_numbers_of_lists_make_no_difference() {
    use FormDifference::*;
    let plain = "Күн тәртібі:\nБюджет туралы\nкіріс\nшығыс\nМектеп туралы";
    for (marked, kinds) in [
        (
            "Күн тәртібі:\n1. Бюджет туралы\n1) кіріс\n2) шығыс\n2. Мектеп туралы",
            vec![Signs],
        ),
        (
            "Күн тәртібі:\nI. Бюджет туралы\nа) кіріс\nб) шығыс\nII. Мектеп туралы",
            vec![Signs],
        ),
        (
            "Күн тәртібі:\n• Бюджет туралы\n1.1. кіріс\n1.2. шығыс\n• Мектеп туралы",
            vec![Signs],
        ),
        (
            "Күн тәртібі: 1. Бюджет туралы 1.1 кіріс\n1.2 шығыс 2. Мектеп туралы",
            vec![LineEnds, Signs],
        ),
    ] {
        let mut found = form_differences(plain, marked);
        found.retain(|kind| *kind != Blanks);
        assert_eq!(found, kinds, "{marked:?}");
        assert_eq!(
            release_key("Отырыс", plain),
            release_key("Отырыс", marked),
            "{marked:?}"
        );
    }
    // a number that is text is one
    let sums = ["Бөлінген сома 25. Тағы 26.", "Бөлінген сома 26. Тағы 26."];
    assert_ne!(release_key("", sums[0]), release_key("", sums[1]));
}

#[test]
fn each_release_is_told_from_every_other_and_from_none_of_its_forms() {
    let set = figures::texts();
    let key = |text: &str| {
        let read = muragat_language::read(text);
        release_key(&read.title, &read.body)
    };
    let mut keys: Vec<String> = set.iter().map(|(_, text, _)| key(text)).collect();
    for form in &FORMS {
        for ((name, text, _), own) in set.iter().zip(&keys) {
            // і for ы is another word; and a greeting whose first sentence is cut off by the wrapping lends another title
            let is_known_miss = name == "73-congrats";
            if form.name != "Russian letters, ы" && !is_known_miss {
                assert_eq!(&key(&(form.make)(text)), own, "{name}: {}", form.name);
            }
        }
    }
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), set.len());
    assert_eq!(release_key("", " – "), "");
}

#[test]
fn a_later_version_is_like_the_earlier_and_other_releases_are_not() {
    let set = figures::texts();
    for (number, (name, text, _)) in set.iter().enumerate() {
        let (_, next, _) = &set[(number + 1) % set.len()];
        assert!(later_version_likeness(text, next) < 0.3, "{name}");
        for form in FORMS
            .iter()
            .filter(|form| !form.name.starts_with("Russian"))
        {
            let alike = later_version_likeness(text, &(form.make)(text));
            assert!(alike > 0.8, "{name}, {}: {alike}", form.name);
        }
        let words: Vec<&str> = text.split(' ').collect();
        let mended: Vec<&str> = words
            .iter()
            .enumerate()
            .map(|(at, word)| if at % 30 == 29 { "басқа" } else { word })
            .collect();
        let alike = later_version_likeness(text, &mended.join(" "));
        assert!(
            (0.7..1.0).contains(&alike) || words.len() < 30,
            "{name}: {alike}"
        );
    }
}

proptest! {
    #[test]
    fn any_two_texts_are_compared(one in "(.|[а-яқәі«»\\- \n]){0,60}", other in "(.|[а-яқәі«»\\- \n]){0,60}") {
        let likeness = later_version_likeness(&one, &other);
        prop_assert!((0.0..=1.0).contains(&likeness));
        prop_assert_eq!(likeness, later_version_likeness(&other, &one));
        prop_assert_eq!(form_differences(&one, &other).is_empty(), one == other);
        let same = release_key("", &one) == release_key("", &other);
        prop_assert!(same != form_differences(&one, &other).contains(&FormDifference::Words));
    }

    #[test]
    fn lists_of_any_text_are_compared(one in "([1-4IVabаб][.)]|[а-в \n.)1-3]){0,40}", other in "([1-4IVabаб][.)]|[а-в \n.)1-3]){0,40}") {
        let same = release_key("", &one) == release_key("", &other);
        prop_assert!(same != form_differences(&one, &other).contains(&FormDifference::Words));
        let own = release_key("", &one);
        for other in [one.replace(' ', "\n> "), one.to_uppercase(), one.chars().flat_map(|c| [c, '\u{ad}']).collect()] {
            prop_assert_eq!(&release_key("", &other), &own, "{:?}", other);
        }
    }

    #[test]
    fn the_form_makes_no_difference_to_the_key(text in "[а-яА-ЯқәіӘҚІa-zA-Z0-9«» ,.\\-–\n]{0,80}") {
        let own = release_key("", &text);
        for other in [
            text.to_uppercase(),
            text.to_lowercase(),
            text.replace(' ', "\u{a0}\u{200b} "),
            text.replace(' ', "\n> "),
            text.replace(['«', '»'], "“"),
            text.replace('–', "—"),
            text.replace('а', "a").replace('С', "C").replace('о', "o").replace('Н', "H"),
            text.chars().flat_map(|c| [c, '\u{ad}']).collect(),
        ] {
            prop_assert_eq!(&release_key("", &other), &own, "{:?}", other);
        }
    }
}
