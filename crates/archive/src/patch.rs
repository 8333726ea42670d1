//! An edit of a long text, kept as the pieces that changed, readable in both directions.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

/// Above this many changed characters on either side the middle is compared by words, not kept as one piece.
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
        let old: Vec<char> = before.chars().collect();
        let mut new = String::with_capacity(before.len());
        let mut at = 0;
        for Piece(start, removed, inserted) in &self.pieces {
            let length = removed.chars().count();
            let cut = old.get(*start..start.checked_add(length)?)?;
            if *start < at || !cut.iter().copied().eq(removed.chars()) {
                return None;
            }
            new.extend(&old[at..*start]);
            new.push_str(inserted);
            at = start + length;
        }
        new.extend(&old[at..]);
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

    /// Where the piece stands in the text before, how much it removes there and how much it puts there instead,
    /// in characters; in the order of the text.
    pub fn cuts(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.pieces.iter().map(|Piece(at, removed, inserted)| {
            (*at, removed.chars().count(), inserted.chars().count())
        })
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

/// What turns one text into another, piece by piece.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let old: Vec<char> = before.chars().collect();
    let new: Vec<char> = after.chars().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let old_middle = &old[head..old.len() - tail];
    let new_middle = &new[head..new.len() - tail];
    if old_middle.is_empty() && new_middle.is_empty() {
        return Vec::new();
    }
    if old_middle.len() <= ONE_PIECE || new_middle.len() <= ONE_PIECE {
        return vec![Piece(
            head,
            old_middle.iter().collect(),
            new_middle.iter().collect(),
        )];
    }
    let old_words = words(old_middle);
    let new_words = words(new_middle);
    let mut pieces = Vec::new();
    let mut at = head;
    for op in capture_diff_slices(Algorithm::Patience, &old_words, &new_words) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        let removed: String = old_words[old_range].iter().copied().flatten().collect();
        let length = removed.chars().count();
        if !matches!(op, DiffOp::Equal { .. }) {
            let inserted: String = new_words[new_range].iter().copied().flatten().collect();
            debug_assert_ne!(tag, similar::DiffTag::Equal);
            pieces.push(Piece(at, removed, inserted));
        }
        at += length;
    }
    pieces
}

/// Enough of a SHA-256 to know a text again.
fn digest(text: &str) -> String {
    crate::originals::hex(&Sha256::digest(text.as_bytes())[..8])
}

/// Cut after each run of blanks, so that a piece is whole words.
fn words(text: &[char]) -> Vec<&[char]> {
    text.chunk_by(|a, b| !a.is_whitespace() || b.is_whitespace())
        .collect()
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
