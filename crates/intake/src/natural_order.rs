//! The order in which people number their files: 2 before 10.

use std::cmp::Ordering;
use std::path::Path;

/// Compares paths part by part; numbers in names by what they are worth, letters without regard to capitals.
pub fn natural_order(one: &Path, other: &Path) -> Ordering {
    let mut parts = one.components().zip(other.components());
    let named = parts.find_map(|(one, other)| {
        let (one, other) = (one.as_os_str(), other.as_os_str());
        match compare_names(&one.to_string_lossy(), &other.to_string_lossy()) {
            Ordering::Equal => None,
            order => Some(order),
        }
    });
    let shorter = || {
        let lengths = one.components().count().cmp(&other.components().count());
        // names that differ in capitals or zeros alone still have one order
        lengths.then_with(|| one.cmp(other))
    };
    named.unwrap_or_else(shorter)
}

fn compare_names(one: &str, other: &str) -> Ordering {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (mut one, mut other) = (one.as_str(), other.as_str());
    while !one.is_empty() && !other.is_empty() {
        let (first, one_rest) = one.split_at(piece_end(one));
        let (second, other_rest) = other.split_at(piece_end(other));
        let order = match (as_number(first), as_number(second)) {
            (Some(first), Some(second)) => compare_numbers(first, second),
            _ => first.cmp(second),
        };
        if order != Ordering::Equal {
            return order;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.len().cmp(&other.len())
}

/// Where the first piece of a name ends: its digits, or a letter.
fn piece_end(name: &str) -> usize {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0 => name.chars().next().map_or(0, char::len_utf8),
        _ => digits,
    }
}

/// The digits without zeros before them.
fn as_number(piece: &str) -> Option<&str> {
    let is_number = piece.starts_with(|first: char| first.is_ascii_digit());
    is_number.then(|| piece.trim_start_matches('0'))
}

/// Numbers of any length: a longer one is more.
fn compare_numbers(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn numbers_are_compared_by_what_they_are_worth() {
        let sorted = [
            "1-хабар.docx",
            "2-хабар.docx",
            "10-хабар.docx",
            "Жиын 9.txt",
            "жиын 10/1.txt",
            "жиын 10/02.txt",
            "жиын 10/3.txt",
            "жиын 99999999999999999999998.txt",
            "жиын 99999999999999999999999.txt",
            "сурет.jpg",
            "сурет1.jpg",
        ];
        let mut paths: Vec<PathBuf> = sorted.iter().rev().map(PathBuf::from).collect();
        paths.sort_by(|one, other| natural_order(one, other));
        let expected: Vec<PathBuf> = sorted.iter().map(PathBuf::from).collect();
        assert_eq!(paths, expected);
    }

    #[test]
    fn it_is_one_order_whatever_the_names() {
        let names = [
            "", "a", "A", "0", "00", "0a", "00a", "a0b", "a00b", "қ2", "Қ10", "1.", "1",
        ];
        let paths: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        for one in &paths {
            for other in &paths {
                let order = natural_order(one, other);
                assert_eq!(order, natural_order(other, one).reverse());
                assert_eq!(order == Ordering::Equal, one == other, "{one:?} {other:?}");
                for third in &paths {
                    if order.is_le() && natural_order(other, third).is_le() {
                        assert!(
                            natural_order(one, third).is_le(),
                            "{one:?} {other:?} {third:?}"
                        );
                    }
                }
            }
        }
    }
}
