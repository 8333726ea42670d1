//! One slip of the finger: a letter left out, added, another in its place, or two changed about.

/// Whether two words are one slip apart, and not the same.
pub fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (long, short) = match one.len() >= other.len() {
        true => (one, other),
        false => (other, one),
    };
    let begin = long.iter().zip(&short).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char], from: usize| word.get(from..).unwrap_or_default().to_vec();
    match long.len() - short.len() {
        0 if begin == long.len() => false,
        0 => {
            rest(&long, begin + 1) == rest(&short, begin + 1)
                || (long.get(begin) == short.get(begin + 1)
                    && long.get(begin + 1) == short.get(begin)
                    && rest(&long, begin + 2) == rest(&short, begin + 2))
        }
        1 => rest(&long, begin + 1) == rest(&short, begin),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_slip;

    #[test]
    fn a_slip_is_one_letter() {
        for (one, other, yes) in [
            ("омарова", "омаров", true),
            ("омарова", "омрова", true),
            ("омарова", "омаорва", true),
            ("омарова", "омарева", true),
            ("омарова", "омарова", false),
            ("омарова", "умареова", false),
            ("кенес", "кенсе", true),
            ("аб", "ба", true),
            ("абв", "вба", false),
            ("", "а", true),
            ("", "", false),
            ("абв", "абвгд", false),
        ] {
            assert_eq!(is_one_slip(one, other), yes, "{one} {other}");
            assert_eq!(is_one_slip(other, one), yes, "{other} {one}");
        }
    }
}
