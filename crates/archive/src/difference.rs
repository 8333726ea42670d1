//! Where two sequences differ: what patches and comparisons are made from.

use std::hash::Hash;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

/// The places where `after` differs from `before`, in order, as ranges of items of each; what lies between is the
/// same. The effort is bounded: of two long sequences with little in common more may be said to differ than needs be
/// (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, with cuts).
pub(crate) fn hunks<T: Eq + Hash + Default>(
    before: impl Iterator<Item = T>,
    after: impl Iterator<Item = T>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(before);
    input.update_after(after);
    let whole = |range: Range<u32>| range.start as usize..range.end as usize;
    Diff::compute(Algorithm::Myers, &input)
        .hunks()
        .map(|hunk| (whole(hunk.before), whole(hunk.after)))
        .collect()
}

/// How many bytes two texts begin and end with alike, cut between characters; the two do not overlap.
pub(crate) fn common_ends(before: &str, after: &str) -> (usize, usize) {
    /// Blocks are compared before bytes.
    const BLOCK: usize = 4096;
    let (a, b) = (before.as_bytes(), after.as_bytes());
    let blocks = a.chunks_exact(BLOCK).zip(b.chunks_exact(BLOCK));
    let mut head = BLOCK * blocks.take_while(|(a, b)| a == b).count();
    let bytes = a.iter().skip(head).zip(b.iter().skip(head));
    head += bytes.take_while(|(a, b)| a == b).count();
    while !before.is_char_boundary(head) || !after.is_char_boundary(head) {
        head -= 1;
    }
    let (a, b) = (
        a.get(head..).unwrap_or_default(),
        b.get(head..).unwrap_or_default(),
    );
    let blocks = a.rchunks_exact(BLOCK).zip(b.rchunks_exact(BLOCK));
    let mut tail = BLOCK * blocks.take_while(|(a, b)| a == b).count();
    let bytes = a.iter().rev().skip(tail).zip(b.iter().rev().skip(tail));
    tail += bytes.take_while(|(a, b)| a == b).count();
    while !before.is_char_boundary(before.len() - tail)
        || !after.is_char_boundary(after.len() - tail)
    {
        tail -= 1;
    }
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_are_found_over_blocks_and_inside_letters() {
        let long = "ұзақ мәтін ".repeat(2_000);
        let (before, after) = (format!("{long}әr{long}"), format!("{long}ғ{long}"));
        let (head, tail) = common_ends(&before, &after);
        assert_eq!((head, tail), (long.len(), long.len()));
        assert_eq!(common_ends("аа", "ааа"), (4, 0));
    }

    proptest! {
        #[test]
        fn what_lies_between_hunks_is_the_same(before in "[аб\\n ]{0,60}", after in "[абв\\n ]{0,60}") {
            let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
            let (mut a, mut b) = (0, 0);
            for (from, to) in hunks(old.iter().copied(), new.iter().copied()) {
                prop_assert_eq!(&old[a..from.start], &new[b..to.start]);
                prop_assert!(!from.is_empty() || !to.is_empty());
                (a, b) = (from.end, to.end);
            }
            prop_assert_eq!(&old[a..], &new[b..]);
        }

        #[test]
        fn ends_are_alike_and_apart(before in "[абә]{0,20}", after in "[абә]{0,20}") {
            let (head, tail) = common_ends(&before, &after);
            prop_assert!(head + tail <= before.len().min(after.len()));
            prop_assert_eq!(&before[..head], &after[..head]);
            prop_assert_eq!(&before[before.len() - tail..], &after[after.len() - tail..]);
        }
    }
}
