//! Two versions side by side: paragraph by paragraph, and within a paragraph word by word.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::version::Version;
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::text_difference::hunks;

/// Paragraphs of more words on both sides together are compared whole.
const WORDS: usize = 8_000;

/// A piece of text in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DiffPiece {
    /// As it stands on its side.
    pub text: String,
    /// Whether it stands on this side only.
    pub differs: bool,
}

/// A paragraph of each side of a comparison; an empty side where it stands on the other only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DiffRow {
    /// Of the first version.
    pub left: Vec<DiffPiece>,
    /// Of the second.
    pub right: Vec<DiffPiece>,
}

impl Archive {
    /// Two versions side by side: the title's row first, then a row a paragraph.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn compare(&self, left: &str, right: &str) -> Result<Vec<DiffRow>, Error> {
        let sql = self.connection();
        let left: Version = rows::by_uuid(sql, left)?;
        let right: Version = rows::by_uuid(sql, right)?;
        let mut rows = vec![by_words(&left.title, &right.title)];
        rows.extend(by_paragraphs(&left.body, &right.body));
        Ok(rows)
    }
}

fn whole(text: &str, differs: bool) -> Vec<DiffPiece> {
    let text = text.to_owned();
    vec![DiffPiece { text, differs }]
}

fn by_paragraphs(left: &str, right: &str) -> Vec<DiffRow> {
    let old: Vec<&str> = left.split('\n').collect();
    let new: Vec<&str> = right.split('\n').collect();
    let mut rows = Vec::new();
    let mut read = 0;
    let same = |rows: &mut Vec<DiffRow>, lines: &[&str]| {
        rows.extend(lines.iter().map(|line| DiffRow {
            left: whole(line, false),
            right: whole(line, false),
        }));
    };
    for (from, to) in hunks(old.iter(), new.iter()) {
        same(&mut rows, &old[read..from.start]);
        read = from.end;
        let (old, new) = (&old[from], &new[to]);
        for at in 0..old.len().max(new.len()) {
            rows.push(match (old.get(at), new.get(at)) {
                (Some(old), Some(new)) => by_words(old, new),
                (old, new) => DiffRow {
                    left: old.map_or_else(Vec::new, |old| whole(old, true)),
                    right: new.map_or_else(Vec::new, |new| whole(new, true)),
                },
            });
        }
    }
    same(&mut rows, &old[read..]);
    rows
}

fn by_words(left: &str, right: &str) -> DiffRow {
    let old = words(left);
    let new = words(right);
    if left == right || old.len() + new.len() > WORDS {
        return DiffRow {
            left: whole(left, left != right),
            right: whole(right, left != right),
        };
    }
    let mut row = DiffRow {
        left: Vec::new(),
        right: Vec::new(),
    };
    let mut read = 0;
    let same = |row: &mut DiffRow, words: &[&str]| {
        push(&mut row.left, words.concat(), false);
        push(&mut row.right, words.concat(), false);
    };
    for (from, to) in hunks(old.iter(), new.iter()) {
        same(&mut row, &old[read..from.start]);
        read = from.end;
        push(&mut row.left, old[from].concat(), true);
        push(&mut row.right, new[to].concat(), true);
    }
    same(&mut row, &old[read..]);
    row
}

fn push(side: &mut Vec<DiffPiece>, text: String, differs: bool) {
    match side.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.differs == differs => last.text.push_str(&text),
        _ => side.push(DiffPiece { text, differs }),
    }
}

/// Words, blanks and marks, each by itself: a comma that came changes no word.
fn words(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_alphanumeric() => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut parts = Vec::new();
    let mut begin = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let this = class(c);
        if last.is_some_and(|last| last != this || this == 2) {
            parts.push(&text[begin..at]);
            begin = at;
        }
        last = Some(this);
    }
    if begin < text.len() {
        parts.push(&text[begin..]);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[DiffPiece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece.differs {
                true => format!("[{}]", piece.text),
                false => piece.text.clone(),
            })
            .collect()
    }

    #[test]
    fn what_differs_is_told_by_words_and_paragraphs() {
        let rows = by_paragraphs(
            "Жиын өтті.\nЕкінші жол\nСоңы",
            "Жиын кеше өтті!\nЖаңа жол келді\nЕкінші жол\nСоңы",
        );
        let shown: Vec<(String, String)> = rows
            .iter()
            .map(|row| (side(&row.left), side(&row.right)))
            .collect();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            shown,
            [
                pair("Жиын өтті[.]", "Жиын [кеше ]өтті[!]"),
                pair("", "[Жаңа жол келді]"),
                pair("Екінші жол", "Екінші жол"),
                pair("Соңы", "Соңы"),
            ]
        );
    }

    proptest! {
        #[test]
        fn both_texts_are_whole(left in "[абв ,\n]{0,120}", right in "[абв ,\n]{0,120}") {
            let rows = by_paragraphs(&left, &right);
            let text = |of: fn(&DiffRow) -> &Vec<DiffPiece>| -> String {
                rows.iter().flat_map(of).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(text(|row| &row.left), left.replace('\n', ""));
            prop_assert_eq!(text(|row| &row.right), right.replace('\n', ""));
        }
    }
}
