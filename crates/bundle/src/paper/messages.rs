//! The words of a transfer's documents in one language, from assets/locales.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::dating_words::dating_words;
use crate::spoken::spoken;

/// The languages in which an act and an inventory are made.
pub(crate) const LANGUAGES: [&str; 2] = ["kk", "ru"];

macro_rules! locale {
    ($language:literal) => {
        [
            include_str!(concat!(
                "../../../../assets/locales/",
                $language,
                "/documents.ftl"
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

/// One language's messages.
pub(crate) struct DocumentMessages {
    /// BCP 47.
    pub language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl DocumentMessages {
    /// The words of a language; of Kazakh where there are none of it.
    pub fn new(language: &str) -> DocumentMessages {
        let (language, texts) = match language {
            "ru" => ("ru", locale!("ru")),
            "en" => ("en", locale!("en")),
            _ => ("kk", locale!("kk")),
        };
        let bundle = spoken(language, &texts);
        DocumentMessages { language, bundle }
    }

    /// A message without values; its id where it is missing.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with values.
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|found| found.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, FluentValue::from(*value));
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
        text.into_owned()
    }

    /// A count with its words: as an act must say it.
    pub fn counted(&self, id: &str, articles: u64, photos: u64) -> String {
        self.with(
            id,
            &[
                ("articles", &grouped(articles)),
                ("articles_words", &self.number(articles)),
                ("photos", &grouped(photos)),
                ("photos_words", &self.number(photos)),
            ],
        )
    }

    /// A whole number in words; from a thousand million on in digits.
    pub fn number(&self, number: u64) -> String {
        if number >= 1_000_000_000 {
            return grouped(number);
        }
        if number == 0 {
            return self.say("number-0");
        }
        let mut parts = Vec::new();
        for (scale, unit) in [("million", 1_000_000), ("thousand", 1_000)] {
            let count = number / unit % 1_000;
            if count == 0 {
                continue;
            }
            self.hundreds(count, scale == "thousand", &mut parts);
            parts.push(self.say(&format!("number-{scale}-{}", category(count))));
        }
        self.hundreds(number % 1_000, false, &mut parts);
        parts.join(" ")
    }

    /// The words of a number below a thousand. Russian counts thousands in the feminine.
    fn hundreds(&self, number: u64, feminine: bool, parts: &mut Vec<String>) {
        let unit = |number: u64| match feminine && (number == 1 || number == 2) {
            true => self.say(&format!("number-f-{number}")),
            false => self.say(&format!("number-{number}")),
        };
        let (hundred, rest) = (number / 100, number % 100);
        if hundred > 0 {
            parts.push(self.say(&format!("number-{hundred}00")));
        }
        match (rest / 10, rest % 10) {
            (0, 0) => {}
            (0 | 1, _) => parts.push(unit(rest)),
            (tens, 0) => parts.push(self.say(&format!("number-{tens}0"))),
            (tens, units) => {
                let tens = self.say(&format!("number-{tens}0"));
                let values = [("tens", tens.as_str()), ("units", &unit(units))];
                parts.push(self.with("number-joined", &values));
            }
        }
    }

    /// A day as an act writes it; a month or a year as it is.
    pub fn long_date(&self, date: &str) -> String {
        match date.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if date.len() == 10 => {
                let bare = |part: &str| part.trim_start_matches('0').to_owned();
                let month = self.say(&format!("month-{}", bare(month)));
                let values = [("year", *year), ("month", &month), ("day", &bare(day))];
                self.with("date-long", &values)
            }
            _ => self.date(date),
        }
    }

    /// A date as records have it, in words.
    pub fn date(&self, date: &str) -> String {
        dating_words(date, &|id, values| self.with(id, values))
    }

    /// A day as `DD.MM.YYYY`, for a narrow column; any other date in words.
    pub fn short_date(&self, date: &str) -> String {
        match date.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if date.len() == 10 => format!("{day}.{month}.{year}"),
            _ => self.date(date),
        }
    }
}

/// CLDR's plural category of a Russian cardinal.
fn category(count: u64) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => "many",
        (1, _) => "one",
        (2..=4, _) => "few",
        _ => "many",
    }
}

/// Digits in groups of three, with spaces that do not break.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_words() {
        let (kk, ru, en) = (
            DocumentMessages::new("kk"),
            DocumentMessages::new("ru"),
            DocumentMessages::new("en"),
        );
        for (number, kazakh, russian) in [
            (0, "нөл", "ноль"),
            (1, "бір", "один"),
            (11, "он бір", "одиннадцать"),
            (40, "қырық", "сорок"),
            (112, "жүз он екі", "сто двенадцать"),
            (999, "тоғыз жүз тоқсан тоғыз", "девятьсот девяносто девять"),
            (1_000, "бір мың", "одна тысяча"),
            (2_022, "екі мың жиырма екі", "две тысячи двадцать два"),
            (5_014, "бес мың он төрт", "пять тысяч четырнадцать"),
            (
                21_301,
                "жиырма бір мың үш жүз бір",
                "двадцать одна тысяча триста один",
            ),
            (112_000, "жүз он екі мың", "сто двенадцать тысяч"),
            (3_000_001, "үш миллион бір", "три миллиона один"),
            (1_001_000, "бір миллион бір мың", "один миллион одна тысяча"),
        ] {
            assert_eq!(kk.number(number), kazakh);
            assert_eq!(ru.number(number), russian);
        }
        assert_eq!(
            en.number(42_117),
            "forty-two thousand one hundred seventeen"
        );
        assert_eq!(kk.number(1_000_000_000), "1\u{a0}000\u{a0}000\u{a0}000");
    }

    #[test]
    fn dates_are_written_as_acts_do() {
        assert_eq!(
            DocumentMessages::new("kk").long_date("2026-11-08"),
            "2026 жылғы 8 қараша"
        );
        assert_eq!(
            DocumentMessages::new("ru").long_date("2026-02-27"),
            "27 февраля 2026 года"
        );
        assert_eq!(
            DocumentMessages::new("ru").long_date("2026-02"),
            "февраль 2026 г."
        );
        assert_eq!(
            DocumentMessages::new("kk").short_date("1998~"),
            "шамамен 1998 ж."
        );
    }

    #[test]
    fn the_languages_have_the_same_messages() {
        let ids = |language: &str| -> Vec<String> {
            let path = format!(
                "{}/../../assets/locales/{language}/documents.ftl",
                env!("CARGO_MANIFEST_DIR")
            );
            let text = std::fs::read_to_string(path).unwrap();
            assert!(FluentResource::try_new(text.clone()).is_ok(), "{language}");
            let lines = text.lines().filter(|line| line.contains(" = "));
            lines
                .map(|line| {
                    let gaps: String = line
                        .split("{ $")
                        .skip(1)
                        .map(|gap| format!(" {}", gap.split(' ').next().unwrap()))
                        .collect::<std::collections::BTreeSet<_>>()
                        .into_iter()
                        .collect();
                    format!("{}{gaps}", line.split(" = ").next().unwrap())
                })
                .collect()
        };
        assert!(ids("kk").len() > 90);
        assert_eq!(ids("kk"), ids("ru"));
        assert_eq!(ids("kk"), ids("en"));
    }
}
