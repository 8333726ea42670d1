//! Whether two positions, as they are printed, can be one post.

use std::collections::BTreeSet;

use crate::gazetteer;
use crate::keys::search_key::search_keys;
use crate::text::token::words;
use crate::text::tongue;

/// Whether two positions in one language name the same office of two different places or bodies: «Көксу ауданының әкімі»
/// and «Текелі қаласының әкімі». Not where one only says less than the other, or says it in almost the same words: then
/// they may be one post.
pub fn are_two_posts(one: &str, other: &str) -> bool {
    let tongues = [tongue::language(one), tongue::language(other)];
    if let [Some(one), Some(other)] = tongues
        && one != other
    {
        return false;
    }
    // a short one has no letter that tells, and is Russian rather: Kazakh endings have one
    let is_russian = !tongues.contains(&Some("kk"));
    let (Some(one), Some(other)) = (Post::of(one, is_russian), Post::of(other, is_russian)) else {
        return false;
    };
    if !alike(&one.office, &other.office) {
        return false;
    }
    let (short, long) = match one.whose.len() <= other.whose.len() {
        true => (one.whose, other.whose),
        false => (other.whose, one.whose),
    };
    let shared = short
        .iter()
        .filter(|word| long.iter().any(|other| alike(word, other)))
        .count();
    shared < short.len() && shared * 2 <= long.len()
}

/// The language of a position in the nominative: by its words as of any text, else by where its office stands, which is
/// first in Russian and last in Kazakh. None of what may be both, as «ректор».
pub fn post_language(position: &str) -> Option<&'static str> {
    if let Some(told) = tongue::language(position) {
        return Some(told);
    }
    let lower: Vec<String> = words(position)
        .map(|word| word.text.to_lowercase())
        .collect();
    let [first, .., last] = lower.as_slice() else {
        return None;
    };
    let is_office = |word: &str| gazetteer::cases_of_position(word) != Default::default();
    let own = last.strip_suffix(['ы', 'и']).unwrap_or(last);
    match (is_office(first), is_office(own)) {
        (true, _) => Some("ru"),
        (false, true) => Some("kk"),
        (false, false) => None,
    }
}

/// A position, taken apart. Of each word all its keys.
struct Post {
    office: BTreeSet<String>,
    whose: Vec<BTreeSet<String>>,
}

impl Post {
    /// None of a text without a word.
    fn of(position: &str, is_russian: bool) -> Option<Post> {
        let mut keys: Vec<BTreeSet<String>> = words(position)
            .map(|word| search_keys(word.text).into_iter().collect())
            .collect();
        // In Russian the office comes first, in Kazakh last.
        let office = match is_russian {
            true if !keys.is_empty() => keys.remove(0),
            _ => keys.pop()?,
        };
        Some(Post {
            office,
            whose: keys,
        })
    }
}

fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_disjoint(other)
}

#[cfg(test)]
mod tests {
    use super::are_two_posts;

    #[test]
    fn one_office_of_two_places_is_two_posts() {
        for (one, other) in [
            ("Көксу ауданының әкімі", "Алакөл ауданының әкімі"),
            ("аудан әкімі", "Текелі қаласының әкімі"),
            ("аким района", "Аким города Текели"),
            (
                "білім басқармасының басшысы",
                "денсаулық сақтау басқармасының басшысы",
            ),
            ("директор школы № 5", "директор областного музея"),
        ] {
            assert!(are_two_posts(one, other), "{one} / {other}");
            assert!(are_two_posts(other, one), "{other} / {one}");
        }
    }

    #[test]
    fn what_says_less_or_another_office_may_be_the_same_one() {
        for (one, other) in [
            ("облыс әкімі", "Жетісу облысының әкімі"),
            ("әкім", "Жетісу облысының әкімі"),
            ("аким области", "аким Жетысуской области"),
            ("облыс әкімінің орынбасары", "облыс әкімі"),
            ("ректор", "Жетісу университетінің ректоры"),
            ("аким района", "Көксу ауданының әкімі"),
            (
                "Талдықорған қаласы білім бөлімінің басшысы",
                "Талдықорған қалалық білім бөлімінің басшысы",
            ),
            ("", "әкім"),
        ] {
            assert!(!are_two_posts(one, other), "{one} / {other}");
            assert!(!are_two_posts(other, one), "{other} / {one}");
        }
    }
}
