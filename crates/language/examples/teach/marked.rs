//! Releases with what an archivist records marked in them (training/README.md has the form).

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

/// A release with its marks.
#[derive(Debug, Clone, Default)]
pub struct Marked {
    /// File and number of the line at which it begins.
    pub place: String,
    /// `kk`, `kk-Latn`, `ru` or `en`.
    pub language: String,
    /// `P1`, `B2`, `date` and what they stand for.
    pub heads: BTreeMap<String, String>,
    /// The text without marks.
    pub text: String,
    /// Marks (`P1`, `O1,2`, `Q`) and the chars of the text that they hold, in the order in which they close.
    pub marks: Vec<(String, Range<usize>)>,
}

/// The releases of a file.
pub fn read_marked(name: &str, file: &str) -> Vec<Marked> {
    let mut releases: Vec<Marked> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let close = |releases: &mut Vec<Marked>, lines: &mut Vec<&str>| {
        if let Some(last) = releases.last_mut() {
            (last.text, last.marks) = unmark(lines.join("\n").trim_matches('\n'));
        }
        lines.clear();
    };
    for (number, line) in file.lines().enumerate() {
        if let Some(language) = line.strip_prefix("=== ") {
            close(&mut releases, &mut lines);
            releases.push(Marked {
                place: format!("{name}:{}", number + 1),
                language: language.trim().to_owned(),
                ..Marked::default()
            });
        } else if let (true, Some((key, value)), Some(last)) =
            (lines.is_empty(), head(line), releases.last_mut())
        {
            last.heads.insert(key, value);
        } else {
            lines.push(line);
        }
    }
    close(&mut releases, &mut lines);
    for release in &mut releases {
        let chars: Vec<char> = release.text.chars().collect();
        // a question that nobody named asks is an interviewer's
        release
            .marks
            .retain(|(mark, range)| mark != "Q" || chars.get(range.end - 1) != Some(&'?'));
    }
    releases
}

fn head(line: &str) -> Option<(String, String)> {
    let (key, value) = line.strip_prefix('#')?.split_once(' ')?;
    let known = matches!(key, "date" | "kind")
        || key.len() > 1
            && key.starts_with(['P', 'B'])
            && key[1..].bytes().all(|b| b.is_ascii_digit());
    known.then(|| (key.to_owned(), value.trim().to_owned()))
}

fn unmark(text: &str) -> (String, Vec<(String, Range<usize>)>) {
    let (mut plain, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut chars = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match (c, rest[c.len_utf8()..].split_once(' ')) {
            ('[', Some((mark, after))) if mark.len() < 30 => {
                open.push((mark.to_owned(), chars));
                rest = after;
            }
            (']', _) => {
                if let Some((mark, start)) = open.pop() {
                    marks.push((mark, start..chars));
                }
                rest = &rest[1..];
            }
            _ => {
                plain.push(c);
                chars += 1;
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    (plain, marks)
}

impl Marked {
    /// The numbers of a mark of this kind.
    fn numbers(mark: &str, kind: char) -> impl Iterator<Item = &str> {
        mark.strip_prefix(kind)
            .unwrap_or_default()
            .split(',')
            .filter(|n| !n.is_empty())
    }

    fn cut(&self, range: &Range<usize>) -> String {
        self.text
            .chars()
            .skip(range.start)
            .take(range.len())
            .collect()
    }

    /// What is said, and by whom where that is named.
    pub fn quotes(&self) -> Vec<(String, Option<String>)> {
        let mut quotes: Vec<&(String, Range<usize>)> = self
            .marks
            .iter()
            .filter(|(mark, _)| mark.starts_with('Q'))
            .collect();
        quotes.sort_by_key(|(_, range)| range.start);
        quotes
            .into_iter()
            .map(|(mark, range)| {
                let who = Self::numbers(mark, 'Q')
                    .next()
                    .and_then(|number| self.name(number));
                (self.cut(range), who)
            })
            .collect()
    }

    /// What marks of a kind hold, in the order of the text.
    pub fn texts(&self, kind: char) -> impl Iterator<Item = String> {
        let mut marks: Vec<&(String, Range<usize>)> = self
            .marks
            .iter()
            .filter(|(mark, _)| mark.starts_with(kind))
            .collect();
        marks.sort_by_key(|(_, range)| range.start);
        marks.into_iter().map(|(_, range)| self.cut(range))
    }

    /// The number of the person who has this name.
    pub fn number_of(&self, name: &str) -> Option<&str> {
        let keys = self.heads.keys().filter_map(|key| key.strip_prefix('P'));
        keys.into_iter().find(|number| {
            self.name(number)
                .is_some_and(|own| own.to_lowercase() == name.to_lowercase())
        })
    }

    /// A person's positions as printed, each once.
    pub fn positions(&self, number: &str) -> Vec<String> {
        let mut positions: Vec<String> = Vec::new();
        let mut marks: Vec<&(String, Range<usize>)> = self
            .marks
            .iter()
            .filter(|(mark, _)| Self::numbers(mark, 'O').any(|own| own == number))
            .collect();
        marks.sort_by_key(|(_, range)| range.start);
        for (_, range) in marks {
            let text = self.cut(range);
            if !positions
                .iter()
                .any(|own| own.to_lowercase() == text.to_lowercase())
            {
                positions.push(text);
            }
        }
        positions
    }

    /// The whole name of a person, by number.
    fn name(&self, number: &str) -> Option<String> {
        let head = self.heads.get(&format!("P{number}"))?;
        Some(head.split('|').next()?.trim().to_owned())
    }

    /// What an archivist records, in the form of the golds of tests/rounds.
    pub fn gold(&self) -> Value {
        let people: Vec<Value> = self
            .heads
            .iter()
            .filter(|(key, _)| key.starts_with('P'))
            .map(|(key, value)| {
                let number = &key[1..];
                let roles: Vec<&str> = value.split('|').nth(1).map_or(Vec::new(), |roles| {
                    roles.split(',').map(str::trim).filter(|role| !role.is_empty()).collect()
                });
                json!({"name": self.name(number), "positions": self.positions(number), "roles": roles})
            })
            .collect();
        let aside: Vec<String> = self.texts('N').collect();
        let bodies: Vec<Value> = self
            .heads
            .iter()
            .filter(|(key, _)| key.starts_with('B'))
            .map(|(_, value)| json!({"name": value}))
            .collect();
        let quotes: Vec<Value> = self
            .quotes()
            .into_iter()
            .map(|(text, speaker)| {
                let words: Vec<&str> = text.split_whitespace().collect();
                let few = words.len().min(4);
                json!({
                    "starts": words[..few].join(" "),
                    "ends": words[words.len() - few..].join(" ").trim_end_matches(','),
                    "speaker": speaker,
                })
            })
            .collect();
        let places: Vec<String> = self.texts('L').collect();
        let credits: Vec<String> = self.texts('C').collect();
        json!({
            "title": self.texts('T').next(),
            "date": self.heads.get("date"),
            "language": self.language,
            "people": people,
            "people_also": aside,
            "organisations": bodies,
            "places": [],
            "places_seen": places,
            "quotes": quotes,
            "photo_credits": credits,
        })
    }
}
