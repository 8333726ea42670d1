//! Datings in words, as the window writes them: `crates/bundle/tests/dating-words.json` holds both to the same.

/// One date of a dating, with what is doubted of it.
struct Point<'a> {
    kind: Kind,
    year: String,
    month: &'a str,
    day: &'a str,
    sign: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Century,
    Decade,
    Year,
    Season,
    Month,
    Day,
}

fn point(text: &str) -> Option<Point<'_>> {
    let date = text.trim_end_matches(['~', '?', '%']);
    let sign = &text[date.len()..];
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let month = parts.next().unwrap_or_default().trim_start_matches('0');
    let day = parts.next().unwrap_or_default().trim_start_matches('0');
    let kind = match (year, month, day) {
        (year, _, _) if year.ends_with("XX") => Kind::Century,
        (year, _, _) if year.ends_with('X') => Kind::Decade,
        (_, "", _) => Kind::Year,
        (_, "21" | "22" | "23" | "24", _) => Kind::Season,
        (_, _, "") => Kind::Month,
        _ => Kind::Day,
    };
    Some(Point {
        kind,
        year: year.replace('X', "0"),
        month,
        day,
        sign,
    })
}

/// Gives a message by its id, with its values by name.
pub type Say<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// A dating in the words of a language, which `say` gives by id and values; what is none stays as it is.
pub fn dating_words(value: &str, say: Say<'_>) -> String {
    let words = Words { say };
    words.dating(value).unwrap_or_else(|| value.to_owned())
}

struct Words<'a> {
    say: Say<'a>,
}

impl Words<'_> {
    fn dating(&self, value: &str) -> Option<String> {
        if let Some(some_time) = value.strip_prefix('[') {
            let some_time = some_time.strip_suffix(']')?;
            return match some_time.strip_prefix("..") {
                Some(before) => self.side(before, "before"),
                None => self.side(some_time.strip_suffix("..")?, "after"),
            };
        }
        match value.split_once('/') {
            None => Some(self.single(&point(value)?)),
            Some((from, "..")) => {
                let date = self.single(&point(from)?);
                Some((self.say)("dating-open-end", &[("date", &date)]))
            }
            Some(("..", to)) => {
                let date = self.single(&point(to)?);
                Some((self.say)("dating-open-start", &[("date", &date)]))
            }
            Some((from, to)) => Some(self.joined(&point(from)?, &point(to)?)),
        }
    }

    fn month(&self, month: &str) -> String {
        (self.say)(&format!("dating-month-{month}"), &[])
    }

    fn month_of_day(&self, month: &str) -> String {
        (self.say)(&format!("dating-month-of-day-{month}"), &[])
    }

    fn day_of_month(&self, point: &Point<'_>) -> String {
        let month = self.month_of_day(point.month);
        (self.say)(
            "dating-day-of-month",
            &[("day", point.day), ("month", &month)],
        )
    }

    /// A date without its doubts.
    fn bare(&self, point: &Point<'_>) -> String {
        let year = ("year", point.year.as_str());
        match point.kind {
            Kind::Day => {
                let month = self.month_of_day(point.month);
                (self.say)("dating-day", &[("day", point.day), ("month", &month), year])
            }
            Kind::Month => (self.say)("dating-month", &[("month", &self.month(point.month)), year]),
            Kind::Season => (self.say)(&format!("dating-season-{}", point.month), &[year]),
            Kind::Year => (self.say)("dating-year", &[year]),
            Kind::Decade => (self.say)("dating-decade", &[year]),
            Kind::Century => {
                let last = format!("{}99", &point.year[..2]);
                (self.say)("dating-century", &[("from", &point.year), ("to", &last)])
            }
        }
    }

    fn doubted(&self, words: String, sign: &str, kind: Kind) -> String {
        let circa = match kind {
            Kind::Day | Kind::Year => "dating-circa",
            _ => "dating-circa-other",
        };
        let words = match sign {
            "~" | "%" => (self.say)(circa, &[("date", &words)]),
            _ => words,
        };
        match sign {
            "?" | "%" => (self.say)("dating-uncertain", &[("date", &words)]),
            _ => words,
        }
    }

    fn single(&self, point: &Point<'_>) -> String {
        self.doubted(self.bare(point), point.sign, point.kind)
    }

    /// The first of two by itself: what is doubted of it stands behind it, as before it it would be of both.
    fn first(&self, point: &Point<'_>) -> String {
        let words = self.bare(point);
        let words = match point.sign {
            "~" | "%" => (self.say)("dating-circa-behind", &[("date", &words)]),
            _ => words,
        };
        match point.sign {
            "?" | "%" => (self.say)("dating-uncertain", &[("date", &words)]),
            _ => words,
        }
    }

    fn apart(&self, from: &Point<'_>, to: &Point<'_>) -> String {
        let ends = (self.first(from), self.single(to));
        (self.say)("dating-range", &[("from", &ends.0), ("to", &ends.1)])
    }

    /// Two dates, of which what is the same is said once.
    fn joined(&self, from: &Point<'_>, to: &Point<'_>) -> String {
        if from.sign != to.sign || from.kind != to.kind {
            return self.apart(from, to);
        }
        let year = ("year", to.year.as_str());
        let same_year = from.year == to.year;
        let words = match from.kind {
            Kind::Year => (self.say)("dating-years", &[("from", &from.year), ("to", &to.year)]),
            Kind::Month if same_year => (self.say)(
                "dating-months",
                &[
                    ("from", &self.month(from.month)),
                    ("to", &self.month(to.month)),
                    year,
                ],
            ),
            Kind::Day if same_year && from.month == to.month => (self.say)(
                "dating-days",
                &[
                    ("from", from.day),
                    ("to", to.day),
                    ("month", &self.month_of_day(to.month)),
                    year,
                ],
            ),
            Kind::Day if same_year => {
                let (from, to) = (self.day_of_month(from), self.day_of_month(to));
                let values = [("from", from.as_str()), ("to", &to), year];
                (self.say)("dating-days-of-months", &values)
            }
            _ => return self.apart(from, to),
        };
        self.doubted(words, from.sign, from.kind)
    }

    /// Some time before or after.
    fn side(&self, text: &str, way: &str) -> Option<String> {
        let point = point(text)?;
        Some(match point.kind == Kind::Year && point.sign.is_empty() {
            true => (self.say)(&format!("dating-{way}-year"), &[("year", &point.year)]),
            false => {
                let date = self.single(&point);
                (self.say)(&format!("dating-{way}"), &[("date", &date)])
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use muragat_language::{WrittenDate, read_date};

    use crate::paper::messages::DocumentMessages;

    const DATINGS: [&str; 39] = [
        "2026-02-27",
        "2026-02-01",
        "2026-02",
        "2026-05",
        "2026",
        "199X",
        "2026-21",
        "2026-22",
        "2026-23",
        "2026-24",
        "1998~",
        "1998?",
        "1998%",
        "2026-02-27~",
        "2026-02-27?",
        "1998-05~",
        "199X~",
        "199X?",
        "1998/1999",
        "1998~/1999~",
        "1998?/1999?",
        "1998~/1999",
        "2026-03/2026-05",
        "2025-12/2026-01",
        "2026-03-12/2026-03-14",
        "2026-02-28/2026-03-02",
        "2025-12-31/2026-01-02",
        "1998/..",
        "../1998",
        "2026-02-27/..",
        "[..1950]",
        "[1950..]",
        "[..1950-02-27]",
        "[1950-02..]",
        "[..1950~]",
        "1998%/1999?",
        "1998/1999?",
        "2025-12-31~/2026-01-02~",
        "199X/2003",
    ];

    /// The window's words and the viewer's are held to the same file by their own tests; `UPDATE=1` rewrites it.
    #[test]
    fn what_is_written_is_read_back_in_three_languages() {
        let mut all = BTreeMap::new();
        for language in ["kk", "ru", "en"] {
            let messages = DocumentMessages::new(language);
            for dating in DATINGS {
                let words = messages.date(dating);
                let read = match read_date(&words, 2026) {
                    WrittenDate::Read { dating, .. } => dating.to_string(),
                    other => format!("{other:?}"),
                };
                assert_eq!(read, dating, "{language}: {words}");
                all.entry(dating)
                    .or_insert_with(BTreeMap::new)
                    .insert(language, words);
            }
        }
        let made = serde_json::to_string_pretty(&all).unwrap() + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dating-words.json");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), made);
    }
}
