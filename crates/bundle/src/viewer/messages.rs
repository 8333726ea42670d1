//! The words of the viewer, from assets/locales, all three languages at once: a page can change its language.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::spoken::spoken;

/// The languages there are words in; pages are written in the first.
pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

macro_rules! locale {
    ($language:literal) => {
        [
            include_str!(concat!(
                "../../../../assets/locales/",
                $language,
                "/viewer.ftl"
            )),
            include_str!(concat!(
                "../../../../assets/locales/",
                $language,
                "/catalogue.ftl"
            )),
            include_str!(concat!(
                "../../../../assets/locales/",
                $language,
                "/dates.ftl"
            )),
        ]
    };
}

/// How the ids of the messages that pages use begin.
const USED: [&str; 11] = [
    "dating-",
    "viewer-",
    "verify-",
    "access-",
    "field-",
    "level-",
    "name-",
    "relation-",
    "role-",
    "section-",
    "state-",
];

/// Gaps that messages have; each stays as `{name}` for the page's script to fill.
const GAPS: [&str; 10] = [
    "count", "number", "name", "file", "date", "day", "month", "year", "from", "to",
];

/// Messages by id, in one language.
pub(crate) type Messages = BTreeMap<String, String>;

/// Every message of one language, with its gaps as `{name}`.
pub(crate) fn messages(language: &str) -> Messages {
    let texts = match language {
        "ru" => locale!("ru"),
        "en" => locale!("en"),
        _ => locale!("kk"),
    };
    let bundle = spoken(language, &texts);
    let lines = texts.iter().flat_map(|text| text.lines());
    let ids = lines
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, _)| id.to_owned())
        .filter(|id| USED.iter().any(|used| id.starts_with(used)));
    let mut args = FluentArgs::new();
    for gap in GAPS {
        args.set(gap, FluentValue::from(format!("{{{gap}}}")));
    }
    let mut messages = Messages::new();
    for id in ids {
        let Some(pattern) = bundle.get_message(&id).and_then(|message| message.value()) else {
            continue;
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        messages.insert(id, text.into_owned());
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_there_in_three_languages_with_the_same_gaps() {
        let kazakh = messages("kk");
        assert!(kazakh.len() > 80, "{}", kazakh.len());
        for language in LANGUAGES {
            let other = messages(language);
            assert!(kazakh.keys().eq(other.keys()), "{language}");
            for (id, text) in &other {
                for gap in GAPS {
                    let gap = format!("{{{gap}}}");
                    assert_eq!(
                        text.contains(&gap),
                        kazakh[id].contains(&gap),
                        "{language} {id}"
                    );
                }
                assert!(
                    !text.contains("{ $") && !text.contains("{$"),
                    "{language} {id}: {text}"
                );
            }
        }
    }
}
