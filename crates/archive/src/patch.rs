//! An edit of a long text, kept as the pieces that changed, readable in both directions.

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Above this many changed characters on either side the middle is compared by words, not kept as one piece.
const ONE_PIECE: usize = 64;

/// One piece: at this character of the text before, `removed` gave way to `inserted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Piece(usize, String, String);

/// The pieces that changed, in the order of the text; positions count characters of the text before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Patch(Vec<Piece>);

impl Patch {
    /// What turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Patch {
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
            return Patch::default();
        }
        if old_middle.len() <= ONE_PIECE || new_middle.len() <= ONE_PIECE {
            return Patch(vec![Piece(
                head,
                old_middle.iter().collect(),
                new_middle.iter().collect(),
            )]);
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
        Patch(pieces)
    }

    /// The text after; none where `before` is not the text this patch was made from.
    pub fn apply(&self, before: &str) -> Option<String> {
        let old: Vec<char> = before.chars().collect();
        let mut new = String::with_capacity(before.len());
        let mut at = 0;
        for Piece(start, removed, inserted) in &self.0 {
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

    /// The patch that turns the text after back into the text before.
    pub fn inverse(&self) -> Patch {
        let mut shift = 0isize;
        let pieces = self.0.iter().map(|Piece(at, removed, inserted)| {
            let back = Piece(
                at.saturating_add_signed(shift),
                inserted.clone(),
                removed.clone(),
            );
            shift += inserted.chars().count() as isize - removed.chars().count() as isize;
            back
        });
        Patch(pieces.collect())
    }
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
        assert_eq!(patch.0.len(), 2, "{patch:?}");
        assert!(serde_json::to_string(&patch).unwrap().len() < 200);
    }

    proptest! {
        #[test]
        fn there_and_back(before in "[абвқ \\n]{0,300}", after in "[абвқ \\n]{0,300}") {
            let patch = Patch::between(&before, &after);
            prop_assert_eq!(patch.apply(&before), Some(after.clone()));
            prop_assert_eq!(patch.inverse().apply(&after), Some(before.clone()));
            prop_assert_eq!(patch.0.is_empty(), before == after);
        }

        #[test]
        fn a_strange_text_is_refused_or_changed_never_a_panic(a in ".{0,80}", b in ".{0,80}", c in ".{0,80}") {
            let _ = Patch::between(&a, &b).apply(&c);
        }
    }
}
