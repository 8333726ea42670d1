//! An edit of a long text, kept as the pieces that changed, readable in both directions.

use muragat_language::byte_of_char;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::store::text_difference::{common_ends, hunks};

/// Above this many changed characters on both sides the middle is compared by words, not kept as one piece.
const ONE_PIECE: usize = 64;

/// One piece: at this character of the text before, `removed` gave way to `inserted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Piece(usize, String, String);

/// A piece of an edit of a long text, as history shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextPiece {
    /// Where, in characters of the text before.
    pub at: usize,
    /// What stood there.
    pub removed: String,
    /// What came instead.
    pub inserted: String,
}

/// The pieces that changed, in the order of the text; positions count characters of the text before.
/// Digests of both texts go with them: a piece alone would also fit a text it was not made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Patch {
    before: String,
    after: String,
    pieces: Vec<Piece>,
}

impl Patch {
    /// What turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Patch {
        Patch {
            before: digest(before),
            after: digest(after),
            pieces: pieces(before, after),
        }
    }

    /// The text after; none where `before` is not the text this patch was made from.
    pub fn apply(&self, before: &str) -> Option<String> {
        if digest(before) != self.before {
            return None;
        }
        let mut new = String::with_capacity(before.len());
        // what is still to be read of the text before, and how many characters were read
        let (mut rest, mut at) = (before, 0);
        for Piece(start, removed, inserted) in &self.pieces {
            let (same, from) = rest.split_at(byte_of_char(rest, start.checked_sub(at)?)?);
            new.push_str(same);
            new.push_str(inserted);
            rest = from.strip_prefix(removed.as_str())?;
            at = start + removed.chars().count();
        }
        new.push_str(rest);
        Some(new)
    }

    /// What changed, for people.
    pub fn pieces(&self) -> Vec<TextPiece> {
        self.pieces
            .iter()
            .map(|Piece(at, removed, inserted)| TextPiece {
                at: *at,
                removed: removed.clone(),
                inserted: inserted.clone(),
            })
            .collect()
    }

    /// The patch that turns the text after back into the text before.
    pub fn inverse(&self) -> Patch {
        let mut shift = 0isize;
        let pieces = self.pieces.iter().map(|Piece(at, removed, inserted)| {
            let back = Piece(
                at.saturating_add_signed(shift),
                inserted.clone(),
                removed.clone(),
            );
            shift += inserted.chars().count() as isize - removed.chars().count() as isize;
            back
        });
        Patch {
            before: self.after.clone(),
            after: self.before.clone(),
            pieces: pieces.collect(),
        }
    }
}

/// Where an edit removes and inserts, in the order of the text: the place in the text before, how much goes there
/// and how much comes instead, in characters.
pub(crate) fn cuts(before: &str, after: &str) -> Vec<(usize, usize, usize)> {
    pieces(before, after)
        .into_iter()
        .map(|Piece(at, removed, inserted)| (at, removed.chars().count(), inserted.chars().count()))
        .collect()
}

/// What turns one text into another, piece by piece: lines are compared first, then the words of lines that differ.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let mut found = Pieces::default();
    found.by_lines(before, after);
    found.pieces
}

#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece>,
    /// Characters of the text before that lie behind.
    at: usize,
}

impl Pieces {
    fn same(&mut self, text: &str) {
        self.at += text.chars().count();
    }

    fn differs(&mut self, removed: &str, inserted: &str) {
        let piece = Piece(self.at, removed.to_owned(), inserted.to_owned());
        self.pieces.push(piece);
        self.same(removed);
    }

    fn by_lines(&mut self, before: &str, after: &str) {
        self.middle(before, after, |found, before, after| {
            let (old, new): (Vec<&str>, Vec<&str>) = (
                before.split_inclusive('\n').collect(),
                after.split_inclusive('\n').collect(),
            );
            found.compare(before, after, (&old, &new), Pieces::by_words);
        });
    }

    fn by_words(&mut self, before: &str, after: &str) {
        self.middle(before, after, |found, before, after| {
            let (old, new) = (words(before), words(after));
            found.compare(before, after, (&old, &new), Pieces::differs);
        });
    }

    /// Passes what both texts begin and end with; a short middle is one piece, a long one is looked into.
    fn middle(&mut self, before: &str, after: &str, look: impl FnOnce(&mut Pieces, &str, &str)) {
        let (head, tail) = common_ends(before, after);
        let (same, rest) = before.split_at(head);
        let (old, end) = rest.split_at(rest.len() - tail);
        let new = after.get(head..after.len() - tail).unwrap_or_default();
        if old.is_empty() != new.is_empty() {
            self.one_side(same, old, new);
            return self.same(end);
        }
        self.same(same);
        let short = |text: &str| text.chars().nth(ONE_PIECE).is_none();
        match (old, new) {
            ("", "") => {}
            (old, new) if short(old) || short(new) => self.differs(old, new),
            (old, new) => look(self, old, new),
        }
        self.same(end);
    }

    /// Notes what only came or only went behind what is the same, from where a word begins if it can be: «жаңа сөз »
    /// in front of «жиын» begins with its own ж and does not end with it.
    fn one_side(&mut self, same: &str, old: &str, new: &str) {
        let back = bytes_to_word(same, if old.is_empty() { new } else { old });
        let (same, moved) = same.split_at(same.len() - back);
        let from_word = |piece: &str| match piece.len() {
            0 => String::new(),
            length => moved.to_owned() + piece.get(..length - back).unwrap_or_default(),
        };
        self.same(same);
        self.differs(&from_word(old), &from_word(new));
        self.same(moved);
    }

    /// Compares two texts cut into parts; what differs is handed on.
    fn compare(
        &mut self,
        before: &str,
        after: &str,
        (old, new): (&[&str], &[&str]),
        differs: fn(&mut Pieces, &str, &str),
    ) {
        let (from, to) = (begins(old), begins(new));
        let mut read = 0;
        for (old, new) in hunks(old.iter(), new.iter()) {
            let cut = |text: &'_ str, begins: &[usize], range: std::ops::Range<usize>| {
                let start = begins.get(range.start).copied().unwrap_or(text.len());
                start..begins.get(range.end).copied().unwrap_or(text.len())
            };
            let (old, new) = (cut(before, &from, old), cut(after, &to, new));
            self.same(before.get(read..old.start).unwrap_or_default());
            read = old.end;
            let text = before.get(old).unwrap_or_default();
            differs(self, text, after.get(new).unwrap_or_default());
        }
        self.same(before.get(read..).unwrap_or_default());
    }
}

/// The byte at which each part of a text begins.
fn begins(parts: &[&str]) -> Vec<usize> {
    let begins = parts.iter().scan(0, |at, part| {
        let begin = *at;
        *at += part.len();
        Some(begin)
    });
    begins.collect()
}

/// By how many bytes a piece may begin earlier, to begin where a word does, and still leave the same text: it ends with
/// what stands before it. None where it cannot.
fn bytes_to_word(same: &str, piece: &str) -> usize {
    let mut back = 0;
    loop {
        let before = same.get(..same.len() - back).unwrap_or_default();
        let last = piece.get(..piece.len() - back).unwrap_or_default();
        match (before.chars().next_back(), last.chars().next_back()) {
            (None, _) => return back,
            (Some(letter), _) if letter.is_whitespace() => return back,
            (Some(letter), Some(last)) if letter == last => back += letter.len_utf8(),
            _ => return 0,
        }
    }
}

/// Enough of a SHA-256 to know a text again.
fn digest(text: &str) -> String {
    muragat_files::hex(&Sha256::digest(text.as_bytes())[..8])
}

/// Cut after each run of blanks, so that a piece is whole words.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let blank = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(blank);
        let next = after.trim_start();
        words.extend(rest.get(..word.len() + after.len() - next.len()));
        rest = next;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_far_edits_are_two_pieces() {
        let middle = "арада жатқан ұзақ мәтін ".repeat(50);
        let before = format!("Бірінші сөз өзгереді {middle} соңғы сөз де өзгереді");
        let after = format!("Алғашқы сөз өзгереді {middle} ақырғы сөз де өзгереді");
        let patch = Patch::between(&before, &after);
        assert_eq!(patch.pieces.len(), 2, "{patch:?}");
        assert!(serde_json::to_string(&patch).unwrap().len() < 280);
    }

    #[test]
    fn what_only_came_or_went_is_whole_words_where_it_was() {
        let before = "Кеше жиын өтті. Жиын жақсы өтті.";
        for (from, to, word) in [
            ("жиын", "жаңа сөз жиын", "жаңа сөз "),
            (
                "өтті. Жиын",
                "өтті. Өтінім айтылды. Жиын",
                "Өтінім айтылды. ",
            ),
            ("Кеше", "Кеше, Кеңес үйінде", ", Кеңес үйінде"),
        ] {
            let after = before.replacen(from, to, 1);
            let came = Patch::between(before, &after);
            let Piece(_, removed, inserted) = &came.pieces[0];
            assert_eq!((removed.as_str(), inserted.as_str()), ("", word));
            let Piece(_, removed, inserted) = &Patch::between(&after, before).pieces[0];
            assert_eq!((removed.as_str(), inserted.as_str()), (word, ""));
        }
    }

    #[test]
    fn edits_of_a_huge_text_are_small_whatever_its_lines() {
        for text in [
            "арада жатқан ұзақ мәтін ".repeat(20_000),
            "арада жатқан ұзақ мәтін\n".repeat(20_000),
            (0..60_000).map(|n| format!("сөз{n} ")).collect(),
        ] {
            let before = format!("Бірінші сөз. {text} Ортасы осында. {text} соңғы сөз.");
            let after = format!("Алғашқы сөз. {text} Ортасында. {text} ақырғы сөз.");
            let patch = Patch::between(&before, &after);
            let pieces: usize = patch
                .pieces
                .iter()
                .map(|Piece(_, old, new)| old.len() + new.len())
                .sum();
            assert!(patch.pieces.len() == 3 && pieces < 300, "{pieces} bytes");
            assert_eq!(patch.apply(&before).as_ref(), Some(&after));
            assert_eq!(patch.inverse().apply(&after), Some(before));
        }
    }

    proptest! {
        #[test]
        fn there_and_back(before in "[абвқ \\n]{0,300}", after in "[абвқ \\n]{0,300}") {
            let patch = Patch::between(&before, &after);
            prop_assert_eq!(patch.apply(&before), Some(after.clone()));
            prop_assert_eq!(patch.inverse().apply(&after), Some(before.clone()));
            prop_assert_eq!(patch.pieces.is_empty(), before == after);
        }

        #[test]
        fn any_other_text_is_refused(a in ".{0,80}", b in ".{0,80}", c in ".{0,80}") {
            let applied = Patch::between(&a, &b).apply(&c);
            prop_assert_eq!(applied, (a == c).then_some(b));
        }
    }
}
