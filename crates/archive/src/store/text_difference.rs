//! Where two sequences differ: what patches and comparisons are made from. The effort is bounded, as a text of
//! megabytes is saved while somebody types in it.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// A place where one sequence differs from another, as ranges of items of each.
pub(crate) type Hunk = (Range<usize>, Range<usize>);

/// So many items that went or came are found exactly.
const EXACT: isize = 128;
/// Runs of so many items, met once on each side, are what two sequences are cut at where more differs.
const ANCHORS: [usize; 2] = [1, 6];
/// So often a sequence is cut.
const DEPTH: usize = 8;

/// The places where `after` differs from `before`, in order; what lies between is the same. Where little differs
/// these are the least there are; where much does, more may be said to differ than needs be.
pub(crate) fn hunks<T: Eq + Hash>(
    before: impl Iterator<Item = T>,
    after: impl Iterator<Item = T>,
) -> Vec<Hunk> {
    let mut known: HashMap<T, u32> = HashMap::new();
    let mut number = |item: T| {
        let next = known.len() as u32;
        *known.entry(item).or_insert(next)
    };
    let old: Vec<u32> = before.map(&mut number).collect();
    let new: Vec<u32> = after.map(&mut number).collect();
    let mut hunks = Vec::new();
    compare((&old, &new), (0, 0), DEPTH, &mut hunks);
    hunks
}

/// Compares two parts of sequences that begin at a place of each.
fn compare((old, new): (&[u32], &[u32]), at: (usize, usize), depth: usize, found: &mut Vec<Hunk>) {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new, at) = (&old[head..], &new[head..], (at.0 + head, at.1 + head));
    let back = old.iter().rev().zip(new.iter().rev());
    let tail = back.take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let mut push = |(from, to): Hunk| {
        found.push((
            at.0 + from.start..at.0 + from.end,
            at.1 + to.start..at.1 + to.end,
        ));
    };
    if old.is_empty() && new.is_empty() {
        return;
    }
    if old.is_empty() || new.is_empty() {
        return push((0..old.len(), 0..new.len()));
    }
    if let Some(least) = least(old, new) {
        return least.into_iter().for_each(push);
    }
    let lengths = ANCHORS.iter().filter(|_| depth > 0);
    let anchors = lengths.map(|length| anchors(old, new, *length));
    let Some(anchors) = anchors.into_iter().find(|anchors| !anchors.is_empty()) else {
        return push((0..old.len(), 0..new.len()));
    };
    let (mut a, mut b) = (0, 0);
    for (x, y) in anchors.into_iter().chain([(old.len(), new.len())]) {
        compare(
            (&old[a..x], &new[b..y]),
            (at.0 + a, at.1 + b),
            depth - 1,
            found,
        );
        (a, b) = (x, y);
    }
}

/// The least that differs, if it is no more than [`EXACT`] (E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", Algorithmica 1, 1986).
fn least(old: &[u32], new: &[u32]) -> Option<Vec<Hunk>> {
    let (n, m) = (old.len() as isize, new.len() as isize);
    if (n - m).abs() > EXACT {
        return None;
    }
    // how far each diagonal is reached with so many edits; a diagonal's place in its row is k + d
    let mut rows: Vec<Vec<isize>> = Vec::new();
    for d in 0..=EXACT {
        let mut row = vec![NOWHERE; 2 * d as usize + 1];
        for k in (-d..=d).step_by(2) {
            let mut x = match rows.last() {
                None => 0,
                Some(last) => step(last, d, k).0,
            };
            if x < 0 || x > n || x - k > m {
                continue;
            }
            while x < n && x - k < m && old[x as usize] == new[(x - k) as usize] {
                x += 1;
            }
            row[(k + d) as usize] = x;
            if (x, x - k) == (n, m) {
                return Some(path(&rows, (n, m)));
            }
        }
        rows.push(row);
    }
    None
}

const NOWHERE: isize = isize::MIN / 2;

/// Where a diagonal is entered from the row before, and whether by an insertion.
fn step(last: &[isize], d: isize, k: isize) -> (isize, bool) {
    let reached = |k: isize| {
        let place = usize::try_from(k + d - 1).ok();
        place
            .and_then(|place| last.get(place))
            .copied()
            .unwrap_or(NOWHERE)
    };
    let (deleted, inserted) = (reached(k - 1) + 1, reached(k + 1));
    (deleted.max(inserted), inserted >= deleted)
}

/// The edits that lead to an end, gathered where they touch.
fn path(rows: &[Vec<isize>], end: (isize, isize)) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    let (mut x, mut y) = end;
    for (d, row) in rows.iter().enumerate().rev() {
        let k = x - y;
        let (entered, inserted) = step(row, d as isize + 1, k);
        // this edit ends where the diagonal is entered
        let (to_x, to_y) = (entered as usize, (entered - k) as usize);
        let (from_x, from_y) = match inserted {
            true => (to_x, to_y - 1),
            false => (to_x - 1, to_y),
        };
        match hunks.last_mut() {
            Some((from, to)) if (from.start, to.start) == (to_x, to_y) => {
                (from.start, to.start) = (from_x, from_y);
            }
            _ => hunks.push((from_x..to_x, from_y..to_y)),
        }
        (x, y) = (from_x as isize, from_y as isize);
    }
    hunks.reverse();
    hunks
}

/// Runs of so many items that stand once on each side, as many as keep their order: where each begins.
fn anchors(old: &[u32], new: &[u32], length: usize) -> Vec<(usize, usize)> {
    let (mut left, right) = (once(old, length), once(new, length));
    let mut pairs: Vec<(usize, usize)> = right
        .into_iter()
        .filter_map(|(run, at)| Some((left.remove(run)??, at?)))
        .collect();
    pairs.sort_unstable();
    rising(&pairs)
}

/// The runs of so many items; where each stands, if only once.
fn once(items: &[u32], length: usize) -> HashMap<&[u32], Option<usize>> {
    let mut met: HashMap<&[u32], Option<usize>> = HashMap::with_capacity(items.len());
    for (at, run) in items.windows(length).enumerate() {
        let place = met.entry(run).or_insert(Some(at));
        if *place != Some(at) {
            *place = None;
        }
    }
    met
}

/// The longest row of pairs, sorted by the first, whose second rises too.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // of each length of row the pair with the least second that ends one, and each pair's forerunner
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let place = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(place.checked_sub(1).map(|last| ends[last]));
        match ends.get_mut(place) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut row = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        row.push(pairs[at]);
        next = before[at];
    }
    row.reverse();
    row
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
        fn much_that_differs_is_cut_and_still_exact(seed in prop::collection::vec(0u8..6, 1..60), other in prop::collection::vec(0u8..6, 1..60), times in 1usize..40) {
            // long enough that the least is given up
            let old: Vec<(usize, u8)> = (0..times).flat_map(|n| seed.iter().map(move |item| (n / 3, *item))).collect();
            let new: Vec<(usize, u8)> = (0..times).flat_map(|n| other.iter().map(move |item| (n / 3, *item))).collect();
            let mut made = Vec::new();
            let mut a = 0;
            for (from, to) in hunks(old.iter(), new.iter()) {
                made.extend_from_slice(&old[a..from.start]);
                made.extend_from_slice(&new[to.clone()]);
                a = from.end;
                prop_assert_eq!(made.len(), to.end);
            }
            made.extend_from_slice(&old[a..]);
            prop_assert_eq!(made, new);
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
